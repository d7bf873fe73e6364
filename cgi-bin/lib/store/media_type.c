/* SPDX-License-Identifier: ISC */
/*
 * What a file is, by its content: our own look at its first bytes and
 * libmagic's have to agree.  Whoever is refused is told what to do instead.
 */
#include "store/media_type.h"

#include <errno.h>
#include <fcntl.h>
#include <magic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "store/office_type.h"
#include "base/banned.h"

enum {
	FACE = 8,          /* the first bytes, which tell most formats apart */
	BEFORE_PDF = 1024, /* so far readers look for a PDF's head */
	LOOK = 256 * 1024  /* what libmagic reads; by itself it takes 7 MiB */
};

/* Where both agree, our look at the first bytes and libmagic's, it is so. */
static const struct {
	const char *face;
	size_t length;
	enum file_type type;
} faces[] = {
	{ "%PDF-", 5, FILE_PDF },
	{ "\xff\xd8\xff", 3, FILE_JPEG },
	{ "\x89PNG\r\n\x1a\n", 8, FILE_PNG },
};

#define ZIP_FACE "PK\x03\x04"
#define OLE_FACE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

static const char why_unknown[] = "Jenis berkas ini tidak dikenali. Yang "
				  "diterima: PDF, JPEG, PNG, DOCX, XLSX, PPTX, ODT atau ODS.";
static const char why_damaged[] =
    "Berkas ini rusak, atau bukan jenis "
    "berkas yang sebenarnya. Buka di komputer Anda, simpan ulang atau cetak "
    "menjadi PDF, lalu unggah hasilnya.";
static const char why_old_office[] =
    "Ini berkas Office format lama (DOC, "
    "XLS, PPT). Buka, simpan sebagai DOCX, XLSX, PPTX, atau PDF, lalu unggah "
    "hasilnya.";
static const char why_locked[] =
    "Berkas Office ini terkunci kata sandi, "
    "sehingga tidak dapat diperiksa. Hapus kata sandinya, lalu unggah lagi.";
static const char why_program[] =
    "Ini program, bukan dokumen. Program tidak "
    "diterima. Bila Anda mengira ini dokumen, periksa komputer Anda dengan "
    "antivirus.";
static const char why_script[] = "Ini naskah program, bukan dokumen. Bila "
				 "isinya memang diminta, cetak menjadi PDF, lalu unggah PDF itu.";
static const char why_archive[] = "Ini arsip (seperti ZIP atau RAR). Keluarkan "
				  "dahulu berkas di dalamnya, lalu unggah satu per satu.";
static const char why_text[] = "Ini berkas teks. Simpan sebagai DOCX, XLSX, "
			       "atau PDF, lalu unggah hasilnya.";

/*
 * What libmagic calls what we do not take in, and what to do about it.  A
 * name matches by its beginning; the first that fits counts.
 */
static const struct {
	const char *media;
	const char *why;
} refusals[] = {
	{ "text/html",
	    "Ini halaman web (HTML), bukan dokumen, apa pun nama "
	    "berkasnya. Cetak halamannya menjadi PDF, lalu unggah PDF itu." },
	{ "image/svg",
	    "Ini gambar SVG, yang dapat berisi program. Simpan "
	    "sebagai PNG atau PDF, lalu unggah hasilnya." },
	{ "application/encrypted", why_locked },
	{ "application/msword", why_old_office },
	{ "application/vnd.ms-", why_old_office },
	{ "application/CDFV2", why_old_office },
	{ "application/x-ole-storage", why_old_office },
	{ "application/zip", why_archive },
	{ "application/gzip", why_archive },
	{ "application/x-rar", why_archive },
	{ "application/vnd.rar", why_archive }, /* so from libmagic 5.46 on */
	{ "application/x-7z", why_archive },
	{ "application/x-tar", why_archive },
	{ "application/x-xz", why_archive },
	{ "application/x-bzip2", why_archive },
	{ "application/x-dosexec", why_program },
	{ "application/vnd.microsoft.portable-executable", why_program },
	{ "application/x-executable", why_program },
	{ "application/x-pie-executable", why_program },
	{ "application/x-sharedlib", why_program },
	{ "application/x-mach-binary", why_program },
	{ "application/java", why_program },
	{ "application/javascript", why_script },
	{ "text/javascript", why_script },
	{ "text/rtf",
	    "Ini berkas RTF, apa pun nama berkasnya. Buka, simpan sebagai DOCX atau PDF, lalu "
	    "unggah hasilnya." },
	{ "text/x-", why_script },
	{ "text/", why_text },
	{ "application/json", why_text },
	{ "message/rfc822",
	    "Ini surel. Cetak menjadi PDF, lalu unggah PDF "
	    "itu." },
	{ "image/",
	    "Jenis gambar ini tidak diterima. Simpan sebagai JPEG, "
	    "PNG, atau PDF, lalu unggah hasilnya." },
	{ "video/",
	    "Ini video. Unggah tangkapan layarnya, atau catat alamat "
	    "videonya sebagai dokumen di alamat luar." },
	{ "audio/",
	    "Ini rekaman suara. Unggah notulennya, atau catat alamat "
	    "rekamannya sebagai dokumen di alamat luar." },
};

/*
 * Pictures that are made into others: `at` what their first bytes say, and what
 * libmagic calls them, by its beginning.
 */
static const struct {
	const char *face;
	size_t at;
	const char *media;
	enum file_type type;
	const char *why; /* where nothing can be made of it */
} converted[] = {
	{ "ftyp", 4, "image/hei", FILE_HEIF,
	    "Ini foto HEIC dari ponsel. Buka di ponsel, bagikan atau simpan sebagai "
	    "JPEG, lalu unggah hasilnya. Agar foto berikutnya langsung JPEG: di iPhone buka "
	    "Pengaturan, Kamera, Format, pilih Paling Kompatibel." },
	{ "ftyp", 4, "image/avif", FILE_HEIF,
	    "Ini gambar AVIF. Buka, simpan sebagai JPEG atau PNG, lalu unggah hasilnya." },
	{ "WEBP", 8, "image/webp", FILE_WEBP,
	    "Ini gambar WebP. Buka, simpan sebagai JPEG atau PNG, lalu unggah hasilnya." },
	{ "II", 0, "image/tiff", FILE_TIFF,
	    "Ini pindaian TIFF. Pindai ulang atau cetak menjadi PDF, lalu unggah PDF itu." },
	{ "MM", 0, "image/tiff", FILE_TIFF,
	    "Ini pindaian TIFF. Pindai ulang atau cetak menjadi PDF, lalu unggah PDF itu." },
};

static enum file_type
converted_type(const char *face, const char *media)
{
	for (size_t at = 0; at < sizeof(converted) / sizeof(converted[0]); at++)
		if (memcmp(face + converted[at].at, converted[at].face,
			strlen(converted[at].face)) == 0 &&
		    strncmp(media, converted[at].media, strlen(converted[at].media)) == 0)
			return converted[at].type;
	return FILE_REFUSED;
}

const char *
file_conversion_refusal(enum file_type type)
{
	for (size_t at = 0; at < sizeof(converted) / sizeof(converted[0]); at++)
		if (converted[at].type == type)
			return converted[at].why;
	return why_unknown;
}

static const char *
why_refused(const char *media)
{
	/* Its first bytes say otherwise, or it would not be refused. */
	if (file_type_of(media) != FILE_REFUSED)
		return why_damaged;
	for (size_t at = 0; at < sizeof(refusals) / sizeof(refusals[0]); at++)
		if (strncmp(media, refusals[at].media, strlen(refusals[at].media)) == 0)
			return refusals[at].why;
	return why_unknown;
}

/* The file's first bytes, zeros behind a shorter one. */
static int
read_face(const char *path, char face[BEFORE_PDF + FACE], struct error_chain *fault)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd >= 0 ? pread(fd, face, BEFORE_PDF + FACE, 0) : -1;

	if (got < 0)
		ERROR_CAUSE(fault, "read %s: %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return got < 0 ? -1 : 0;
}

/*
 * A PDF may begin with bytes that are none of it: line ends, a byte order mark,
 * the notice of a PHP program (ISO 32000-1, H.3.4.1: Acrobat asks for its head
 * within the first 1,024).  What else is a page or a program stays one.
 */
static bool
is_pdf_behind_text(const char *face)
{
	static const char *const tags[] = { "html", "!doctype", "body", "script", "svg", "?php",
		"?xml" };
	const char *pdf = memmem(face, BEFORE_PDF + FACE, "%PDF-", 5);

	if (pdf == NULL || pdf == face)
		return false;
	for (const char *at = face; at < pdf; at++) {
		if ((unsigned char)*at < ' ' && strchr("\t\n\f\r", *at) == NULL)
			return false;
		if (strncmp(at, "#!", 2) == 0)
			return false;
		if (*at != '<')
			continue;
		for (size_t each = 0; each < sizeof(tags) / sizeof(tags[0]); each++)
			if (strncasecmp(at + 1, tags[each], strlen(tags[each])) == 0)
				return false;
	}
	return true;
}

/*
 * libmagic's opinion, into media.  Its database is mapped for the moment of
 * one look: an upload is rare, and the process is to stay small.
 */
static int
ask_libmagic(const char *path, char *media, size_t size, struct error_chain *fault)
{
	magic_t magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS |
	    MAGIC_NO_CHECK_TOKENS);
	const char *answer = NULL;
	size_t look = LOOK;

	if (magic == NULL) {
		ERROR_CAUSE(fault, "libmagic: %s", strerror(errno));
		return -1;
	}
	if (magic_setparam(magic, MAGIC_PARAM_BYTES_MAX, &look) == 0 &&
	    magic_load(magic, NULL) == 0)
		answer = magic_file(magic, path);
	if (answer == NULL)
		ERROR_CAUSE(fault, "libmagic: %s", magic_error(magic));
	else
		snprintf(media, size, "%s", answer);
	magic_close(magic);
	return answer != NULL ? 0 : -1;
}

int
media_type_find(const char *path, enum file_type *type, const char **why, struct error_chain *fault)
{
	char face[BEFORE_PDF + FACE] = { 0 }, media[128];

	*type = FILE_REFUSED;
	*why = NULL;
	if (read_face(path, face, fault) != 0)
		return -1;
	if (memcmp(face, ZIP_FACE, strlen(ZIP_FACE)) == 0) {
		*type = office_type(path, why);
		return 0;
	}
	if (is_pdf_behind_text(face)) {
		*type = FILE_PDF;
		return 0;
	}
	if (ask_libmagic(path, media, sizeof(media), fault) != 0)
		return -1;
	for (size_t at = 0; at < sizeof(faces) / sizeof(faces[0]); at++)
		if (memcmp(face, faces[at].face, faces[at].length) == 0 &&
		    strcmp(media, file_media(faces[at].type)) == 0) {
			*type = faces[at].type;
			return 0;
		}
	*type = converted_type(face, media);
	if (*type != FILE_REFUSED)
		return 0;
	*why = why_refused(media);
	/* Whatever libmagic makes of its inside. */
	if (*why == why_unknown && memcmp(face, OLE_FACE, FACE) == 0)
		*why = why_old_office;
	return 0;
}
