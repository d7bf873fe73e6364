/* SPDX-License-Identifier: ISC */
/*
 * The crest of a letterhead: a PNG of ordinary size that can be read to its
 * end.  It is kept for good, under the hash of its content, because papers
 * that were issued carry it.
 */
#include "paper/paper.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "document/render.h"
#include "frame/form_upload.h"
#include "base/banned.h"

enum {
	CREST_BYTES = 512 * 1024,
	SIDE_MIN = 64,
	SIDE_MAX = 1200 /* pixels */
};

static unsigned
number_at(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 |
	    bytes[3];
}

/* ISO/IEC 15948, 5.2 and 11.2.2: signature, then IHDR. */
static bool
read_size(const char *path, unsigned *width, unsigned *height)
{
	static const unsigned char begin[16] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0,
		0, 13, 'I', 'H', 'D', 'R' };
	unsigned char head[24];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, head, sizeof(head));

	if (fd >= 0)
		close(fd);
	if (got != (ssize_t)sizeof(head) || memcmp(head, begin, sizeof(begin)) != 0)
		return false;
	*width = number_at(head + 16);
	*height = number_at(head + 20);
	return true;
}

static const char *
refusal(const struct temporary_file *staged, unsigned *width, unsigned *height)
{
	if (staged->bytes > CREST_BYTES)
		return "Lambang terlalu besar: paling besar 512 kB.";
	if (!read_size(staged->path, width, height))
		return "Lambang harus berupa gambar PNG.";
	if (*width < SIDE_MIN || *height < SIDE_MIN || *width > SIDE_MAX || *height > SIDE_MAX)
		return "Ukuran lambang harus antara 64 dan 1200 piksel tiap "
		       "sisi.";
	if (!render_can_read(staged->path))
		return "Gambar ini rusak atau tidak lengkap. Simpan ulang "
		       "sebagai PNG, lalu coba lagi.";
	return NULL;
}

struct adding {
	struct context *context;
	const struct temporary_file *staged;
	unsigned width, height;
};

static int
crest_add(struct db *db, void *argument)
{
	const struct adding *adding = argument;
	int result = db_run(db, STATEMENT_CREST_ADD, db_bytes(adding->staged->sha256, SHA256_BYTES),
	    db_text(adding->staged->name), db_int((int64_t)adding->staged->bytes),
	    db_int(adding->width), db_int(adding->height),
	    db_int(adding->context->actor.account_id));

	return result < 0 ? result : 0;
}

int
take_crest(struct context *context, int field, const char **sha256_text)
{
	struct adding adding = { .context = context };
	struct temporary_file *staged;
	const char *wrong;
	char text[SHA256_TEXT];
	struct rows rows;
	int result;

	*sha256_text = NULL;
	if (context->files == NULL)
		return 0;
	staged = &context->files->staged;
	adding.staged = staged;
	wrong = refusal(staged, &adding.width, &adding.height);
	if (wrong != NULL) {
		form_error(&context->form, field, "%s", wrong);
		return 0;
	}
	*sha256_text = arena_text(context->arena, hex_text(text, staged->sha256, SHA256_BYTES));
	result = db_select(context->db, &rows, STATEMENT_CREST_FIND, db_text(*sha256_text));
	if (result != 0)
		return result < 0 ? context_status(context, result) : 0;
	return context_status(context, form_upload_commit(context, staged, 0, crest_add, &adding));
}

/* For the print page.  It is the region's, and checked when it came in. */
int
send_crest(struct context *context)
{
	const char *name = context->words[0];
	char *bytes;
	struct rows rows;
	ssize_t got, size;
	int fd,
	    result = strlen(name) != SHA256_TEXT - 1 ||
		strspn(name, "0123456789abcdef") != SHA256_TEXT - 1 ?
	    0 :
	    db_select(context->db, &rows, STATEMENT_CREST_FIND, db_text(name));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	fd = files_open(context->config->files_dir, row_text(&rows, 0, "stored_name"),
	    &context->errors);
	if (fd < 0)
		return 500;
	size = (ssize_t)row_int(&rows, 0, "bytes");
	bytes = arena_alloc(context->arena, (size_t)size);
	got = read(fd, bytes, (size_t)size);
	close(fd);
	if (got != size)
		return 500;
	answer_send(context->request, 200, "image/png", bytes, (size_t)size);
	return 0;
}
