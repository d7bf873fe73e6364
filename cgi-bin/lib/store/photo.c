/* SPDX-License-Identifier: ISC */
/*
 * Has pictures made into a JPEG or a PDF by the confined program `photo`, and
 * writes what it says as a file that is coming in.
 */
#include "store/photo.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/confined.h"
#include "base/banned.h"

enum { PATH_ROOM = 512, PIECE = 64 * 1024 };

/* Twenty photographs of 12 million points; one of 100 takes 700 MiB. */
static const struct confined_limits photo_limits = { .seconds = 40, .mebibytes = 1024 };

/* "photo" beside the inspector. */
static bool
photo_program(const char *inspector, char path[PATH_ROOM])
{
	const char *last = inspector != NULL ? strrchr(inspector, '/') : NULL;
	int length = last == NULL ?
	    PATH_ROOM :
	    snprintf(path, PATH_ROOM, "%.*s/photo", (int)(last - inspector), inspector);

	return length < PATH_ROOM && access(path, X_OK) == 0;
}

bool
photo_can(const char *inspector)
{
	char path[PATH_ROOM];

	return photo_program(inspector, path);
}

static enum photo_result
photo_hear(const struct confined *confined, uint64_t most, struct temporary_file *made,
    struct error_chain *fault)
{
	char piece[PIECE];
	ssize_t got;

	while ((got = confined_read(confined, piece, sizeof(piece))) > 0) {
		if (made->bytes + (uint64_t)got > most)
			return PHOTO_TOO_LARGE;
		if (files_write(made, piece, (size_t)got, fault) != 0)
			return PHOTO_FAILED;
	}
	return got < 0 ? PHOTO_UNREADABLE : PHOTO_MADE;
}

static enum photo_result
photo_run(const char *path, const int *fds, size_t count, uint64_t most,
    struct temporary_file *made, struct error_chain *fault)
{
	struct confined confined;
	enum photo_result result;
	enum confined_end end;
	char word[24];
	const struct confined_program program = { .path = path,
		.words = (const char *const[]){ word, NULL },
		.files = fds,
		.count = count };
	int number;

	snprintf(word, sizeof(word), "%zu", count);
	if (confined_start(&confined, &program, &photo_limits) != 0) {
		ERROR_CAUSE(fault, "start %s: %s", path, strerror(errno));
		return PHOTO_FAILED;
	}
	result = photo_hear(&confined, most, made, fault);
	end = confined_end(&confined, result != PHOTO_MADE, &number);
	if (result == PHOTO_MADE && end == CONFINED_NO_PROGRAM)
		return PHOTO_NO_PROGRAM;
	if (result == PHOTO_MADE && (end != CONFINED_DONE || made->bytes == 0))
		return PHOTO_UNREADABLE;
	return result;
}

enum photo_result
photo_make(const char *inspector, const struct temporary_file *const *files, size_t count,
    uint64_t most, struct temporary_file *made, const char *directory, struct error_chain *fault)
{
	char program[PATH_ROOM];
	int fds[CONFINED_FILES];
	size_t opened = 0;
	enum photo_result result = PHOTO_FAILED;

	if (!photo_program(inspector, program))
		return PHOTO_NO_PROGRAM;
	if (count > CONFINED_FILES || files_begin(made, directory, fault) != 0)
		return PHOTO_FAILED;
	while (opened < count) {
		fds[opened] = open(files[opened]->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
		if (fds[opened] < 0) {
			ERROR_CAUSE(fault, "open %s: %s", files[opened]->path, strerror(errno));
			goto out;
		}
		opened++;
	}
	result = photo_run(program, fds, count, most, made, fault);
	if (result == PHOTO_MADE && files_finish(made, fault) != 0)
		result = PHOTO_FAILED;
out:
	while (opened > 0)
		close(fds[--opened]);
	return result;
}
