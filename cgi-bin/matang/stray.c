/* SPDX-License-Identifier: ISC */
/*
 * Looks through files_dir for what has no row: a form that broke off, or a
 * program or machine that stopped, leaves a file; a database that was restored
 * from a day before leaves many.
 */
#include "matang/stray.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "store/upload_session.h"
#include "base/banned.h"

enum { NAME_LETTERS = 32, PATH_ROOM = 600 };

struct search {
	struct work *work;
	time_t before;
	void (*found)(void *, const struct stray *);
	void *argument;
	int error; /* of the database */
};

static bool
is_hex(const char *text, size_t length)
{
	return strlen(text) == length && strspn(text, "0123456789abcdef") == length;
}

/* "2a/2a93…": a file in its place, which a row has to name. */
static bool
is_kept_name(const char *folder, const char *name)
{
	return is_hex(folder, 2) && is_hex(name, NAME_LETTERS) && strncmp(folder, name, 2) == 0;
}

/* "arriving/2a93…", and its mark: the row knows it by the name to come. */
static bool
is_upload_session_name(const char *folder, const char *name, char path[PATH_ROOM])
{
	char token[NAME_LETTERS + 1];

	snprintf(token, sizeof(token), "%s", name);
	if (strcmp(folder, UPLOAD_SESSION_FOLDER) != 0 || !is_hex(token, NAME_LETTERS) ||
	    (name[NAME_LETTERS] != '\0' && strcmp(name + NAME_LETTERS, ".from") != 0))
		return false;
	snprintf(path, PATH_ROOM, "%.2s/%s", token, token);
	return true;
}

/* Whether a row names it; when the database fails, as if one did. */
static bool
is_named(struct search *search, const char *path)
{
	struct work *work = search->work;
	struct arena scratch = { 0 };
	struct rows rows;
	int result;
	bool named;

	db_attach(work->db, &scratch, &work->fault);
	result = db_select(work->db, &rows, STATEMENT_SWEEP_NAMED, db_text(path), db_text(path),
	    db_text(path), db_text(path), db_text(path), db_text(path), db_text(path),
	    db_text(path));
	if (result < 0)
		search->error = result;
	named = result != 1 || row_int(&rows, 0, "named") != 0;
	db_attach(work->db, &work->arena, &work->fault);
	arena_free(&scratch);
	return named;
}

static void
stray_look(struct search *search, int folder_fd, const char *folder, const char *name)
{
	char path[PATH_ROOM], named[PATH_ROOM];
	struct stray stray = { .path = path, .folder = folder_fd, .name = name };
	struct stat about;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (fstatat(folder_fd, name, &about, AT_SYMLINK_NOFOLLOW) != 0 ||
	    about.st_mtime >= search->before)
		return;
	snprintf(named, sizeof(named), "%s", path);
	stray.bytes = about.st_size;
	stray.staged = strcmp(folder, "staged") == 0;
	stray.ours = S_ISREG(about.st_mode) &&
	    (stray.staged || is_upload_session_name(folder, name, named) ||
		is_kept_name(folder, name));
	if (!stray.ours || stray.staged || !is_named(search, named))
		search->found(search->argument, &stray);
}

static void
stray_folder(struct search *search, int files_fd, const char *folder)
{
	int fd = openat(files_fd, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	DIR *directory = fd >= 0 ? fdopendir(fd) : NULL;
	struct dirent *entry;

	if (directory == NULL) {
		search->found(search->argument,
		    &(struct stray){ .path = folder, .folder = files_fd, .name = folder });
		if (fd >= 0)
			close(fd);
		return;
	}
	while (search->error == 0 && (entry = readdir(directory)) != NULL)
		if (entry->d_name[0] != '.')
			stray_look(search, fd, folder, entry->d_name);
	closedir(directory);
}

int
stray_files(struct work *work, long hours, void (*found)(void *, const struct stray *),
    void *argument)
{
	struct search search = { .work = work,
		.before = time(NULL) - (time_t)hours * 3600,
		.found = found,
		.argument = argument };
	const char *path = work->config.files_dir;
	DIR *directory = opendir(path);
	struct dirent *entry;

	if (directory == NULL)
		return complain(work, PROBLEM, "cannot read %s: %s", path, strerror(errno));
	while (search.error == 0 && (entry = readdir(directory)) != NULL)
		if (entry->d_name[0] != '.')
			stray_folder(&search, dirfd(directory), entry->d_name);
	closedir(directory);
	return search.error == 0 ?
	    DONE :
	    store_failed(work, search.error, "cannot tell which files have a row");
}
