/* SPDX-License-Identifier: ISC */
/*
 * What the host is like: where the set-up finds its files, what of all that Matang
 * can use is there, and whether whoever asks has shown the owner's code.
 */
#include "setup/setup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/find_program.h"
#include "base/secret.h"
#include "store/files.h"
#include "store/media_type.h"
#include "base/banned.h"

enum { CODE_LEAST = 12, CODE_MOST = 100, ROOM_MIB = 512, MIB = 1024 * 1024 };

/* Names of folders that web servers serve, as panels call them. */
static const char *const web_roots[] = { "public_html", "htdocs", "httpdocs", "www", "html", "web",
	"public" };

static bool
is_web_root(const char *name, size_t length)
{
	for (size_t at = 0; at < sizeof(web_roots) / sizeof(web_roots[0]); at++)
		if (strlen(web_roots[at]) == length && strncmp(web_roots[at], name, length) == 0)
			return true;
	return false;
}

/*
 * The folder that holds the web root, or NULL.  An added domain's root often lies
 * within another one: what is above the first folder of such a name is served to
 * nobody.
 */
static const char *
above_web_root(struct context *context, const char *root)
{
	for (const char *at = root; (at = strchr(at, '/')) != NULL;) {
		size_t length = strcspn(++at, "/");

		if (is_web_root(at, length))
			return at - 1 > root ?
			    arena_copy(context->arena, root, (size_t)(at - 1 - root)) :
			    NULL;
	}
	return NULL;
}

/* Whether that folder holds what another Matang of this host keeps. */
static bool
is_of_another(struct context *context, const struct setup_places *places, const char *folder)
{
	const char *held = arena_format(context->arena, "%s/matang.conf", folder);
	char leads[PATH_MAX];
	ssize_t length = readlink(places->config, leads, sizeof(leads) - 1);

	leads[length > 0 ? length : 0] = '\0';
	return access(held, F_OK) == 0 && strcmp(leads, held) != 0;
}

static const char *
find_top(struct context *context)
{
	const char *root = request_variable(context->request, "DOCUMENT_ROOT");

	return root != NULL ? above_web_root(context, root) : NULL;
}

const char *
setup_shown(struct context *context, const struct setup_places *places, const char *path)
{
	const char *const tops[] = { places->top, places->folder };

	for (size_t at = 0; at < sizeof(tops) / sizeof(tops[0]); at++) {
		size_t length = tops[at] != NULL ? strlen(tops[at]) : 0;

		if (length > 0 && strncmp(path, tops[at], length) == 0 && path[length] == '/')
			return arena_text(context->arena, path + length + 1);
	}
	return strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path;
}

/* The folder for what nobody may fetch, made if need be; NULL: there can be none. */
static const char *
find_outside(struct context *context, const struct setup_places *places)
{
	const char *root = request_variable(context->request, "DOCUMENT_ROOT");
	const char *above = places->top, *folder;
	const char *name = strrchr(places->folder, '/');
	struct stat about;

	if (above == NULL || name == NULL || strncmp(places->folder, root, strlen(root)) != 0)
		return NULL;
	folder = arena_format(context->arena, "%s%s-data", above, name);
	if ((mkdir(folder, 0700) != 0 && errno != EEXIST) || is_of_another(context, places, folder))
		return NULL;
	return lstat(folder, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid() &&
		access(folder, W_OK | X_OK) == 0 ?
	    folder :
	    NULL;
}

static const char *
setup_own_folder(struct context *context)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	path[length > 0 ? length : 0] = '\0';
	slash = strrchr(path, '/');
	if (slash != NULL)
		*slash = '\0';
	return arena_text(context->arena, path);
}

/* "/matang" of "/matang/matang.cgi". */
static const char *
find_base(struct context *context)
{
	const char *script = request_variable(context->request, "SCRIPT_NAME");
	const char *slash = script != NULL ? strrchr(script, '/') : NULL;

	return slash != NULL ? arena_copy(context->arena, script, (size_t)(slash - script)) : "";
}

void
setup_find_places(struct context *context, struct setup_places *places)
{
	const char *forwarded = request_variable(context->request, "HTTP_X_FORWARDED_PROTO");
	struct arena *arena = context->arena;

	*places = (struct setup_places){ .base = find_base(context),
		.folder = setup_own_folder(context) };
	places->private = arena_format(arena, "%s/private", places->folder);
	places->config = arena_format(arena, "%s/matang.conf", places->private);
	places->code = arena_format(arena, "%s/kode.txt", places->private);
	places->closed = arena_format(arena, "%s/closed", places->private);
	places->top = find_top(context);
	places->outside = find_outside(context, places);
	places->encrypted = context->request->secure ||
	    (forwarded != NULL && strcmp(forwarded, "https") == 0);
	places->address = arena_format(arena, "http%s://%s", places->encrypted ? "s" : "",
	    context->request->host);
}

/* ---- the code ---- */

/* What stands in the file, without the line's end; NULL where nothing can be taken. */
static const char *
read_owner_code(struct context *context, const struct setup_places *places, const char **why)
{
	char text[CODE_MOST + 1];
	struct stat about;
	int fd = open(places->code, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t got;

	*why = "Belum ada berkas private/kode.txt. Buat berkas itu lewat FTP atau pengelola "
	       "berkas di panel, lalu isi dengan kode buatan Anda sendiri.";
	if (fd < 0)
		return NULL;
	*why = "Berkas private/kode.txt dapat ditulis oleh orang lain. Ubah izinnya menjadi 600 "
	       "atau 644.";
	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode) || (about.st_mode & 022) != 0) {
		close(fd);
		return NULL;
	}
	got = read(fd, text, sizeof(text) - 1);
	close(fd);
	text[got > 0 ? got : 0] = '\0';
	text[strcspn(text, "\r\n")] = '\0';
	*why = "Kode di private/kode.txt terlalu pendek: tulis sedikitnya 12 huruf dan angka.";
	return strlen(text) >= CODE_LEAST ? arena_text(context->arena, text) : NULL;
}

const char *
setup_code_wrong(struct context *context, const struct setup_places *places, const char *shown)
{
	const char *why, *code = read_owner_code(context, places, &why);

	if (code == NULL)
		return why;
	if (secret_equal(code, shown))
		return NULL;
	sleep(1); /* who tries is in no hurry */
	return "Kode ini tidak sama dengan isi private/kode.txt.";
}

/* ---- what is there ---- */

static void
look_at_line(struct context *context, const struct setup_places *places, struct setup_check *check)
{
	bool here = strncmp(context->request->host, "127.0.0.1", 9) == 0 ||
	    strncmp(context->request->host, "localhost", 9) == 0;

	*check = (struct setup_check){ "Sambungan terenkripsi (HTTPS)",
		places->encrypted ? SETUP_GOOD :
		    here          ? SETUP_LACKS :
				    SETUP_NEEDS,
		places->encrypted ? "Ada." :
		    here          ? "Tidak ada; boleh, karena hanya di komputer ini." :
				    "Nyalakan sertifikat TLS di panel (biasanya gratis: "
				    "AutoSSL atau Let's Encrypt), lalu buka halaman ini "
				    "dengan https://." };
}

static void
look_at_places(struct context *context, const struct setup_places *places,
    struct setup_check *check)
{
	bool writable = access(places->private, W_OK | X_OK) == 0;

	*check = (struct setup_check){ "Folder private dapat ditulis",
		writable ? SETUP_GOOD : SETUP_NEEDS,
		writable ? "Ya." :
			   "Ubah izin folder private menjadi 700 bila program berjalan dengan akun "
			   "Anda, atau 770 bila tidak. Tanyakan kepada penyedia hosting." };
	check[1] = (struct setup_check){ "Tempat data dukung",
		places->outside != NULL ? SETUP_GOOD : SETUP_LACKS,
		places->outside != NULL ?
		    arena_format(context->arena, "Folder %s, di luar folder situs.",
			setup_shown(context, places, places->outside)) :
		    "Di dalam folder private, yang ditutup oleh .htaccess. Lebih baik di luar "
		    "folder situs, tetapi di sini tidak dapat dibuat." };
}

static void
look_at_room(struct context *context, const struct setup_places *places, struct setup_check *check)
{
	uint64_t room = files_room(places->outside != NULL ? places->outside : places->private);

	*check = (struct setup_check){ "Ruang simpan",
		room / MIB >= ROOM_MIB ? SETUP_GOOD : SETUP_LACKS,
		arena_format(context->arena,
		    "%llu MiB di disk itu. Kuota paket hosting dapat "
		    "lebih kecil.",
		    (unsigned long long)(room / MIB)) };
}

static void
look_at_package_files(struct context *context, const struct setup_places *places,
    struct setup_check *check)
{
	static const char *const needed[] = { "private/templates/layout.cs",
		"private/sql/migrations", "private/magic.mgc", "assets/current" };
	const char *missing = NULL;

	for (size_t at = 0; at < sizeof(needed) / sizeof(needed[0]); at++)
		if (access(arena_format(context->arena, "%s/%s", places->folder, needed[at]),
			R_OK) != 0)
			missing = needed[at];
	*check = (struct setup_check){ "Berkas dari paket ZIP",
		missing == NULL ? SETUP_GOOD : SETUP_NEEDS,
		missing == NULL ?
		    "Lengkap." :
		    arena_format(context->arena,
			"%s belum ada. Unggah lagi isi paket dalam mode biner.", missing) };
}

static void
look_at_magic(struct context *context, const struct setup_places *places, struct setup_check *check)
{
	enum file_type type;
	const char *why;
	bool good;

	setenv("MAGIC", arena_format(context->arena, "%s/magic.mgc", places->private), 1);
	good = media_type_find("/dev/null", &type, &why, &context->errors) == 0;
	error_chain_clear(&context->errors);
	*check = (struct setup_check){ "Pengenal jenis berkas", good ? SETUP_GOOD : SETUP_LACKS,
		good ? "Dapat dibaca." :
		       "private/magic.mgc tidak dapat dibaca: unggah lagi dalam mode biner." };
}

size_t
setup_look_at_host(struct context *context, const struct setup_places *places,
    struct setup_check checks[SETUP_CHECKS])
{
	size_t count = 0;
	bool text = find_program(context->arena, "pdftotext") != NULL;

	look_at_line(context, places, &checks[count++]);
	look_at_places(context, places, &checks[count]);
	count += 2;
	look_at_room(context, places, &checks[count++]);
	look_at_package_files(context, places, &checks[count++]);
	look_at_magic(context, places, &checks[count++]);
	checks[count++] = (struct setup_check){ "Pencarian di dalam PDF",
		text ? SETUP_GOOD : SETUP_LACKS,
		text ? "Ada (pdftotext)." :
		       "Tidak ada pdftotext di host ini: PDF dicari dari judul dan nomornya." };
	checks[count++] = (struct setup_check){ "Pemeriksaan isi PDF dan PDF siap cetak",
		SETUP_LACKS,
		"Tidak ada dalam paket hosting. PDF masuk sebagai \"isi belum diperiksa\", dan "
		"surat dicetak dari peramban. Berkas Office dan gambar tetap diperiksa." };
	return count;
}
