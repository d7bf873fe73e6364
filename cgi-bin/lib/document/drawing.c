/* SPDX-License-Identifier: ISC */
/*
 * Stored PDF files of issued documents: which one a document has, whether that
 * is still what would be drawn now, and how a new one comes to its place.
 */
#include "document/drawing.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "assessment/assessment.h"
#include "document/render.h"
#include "base/secret.h"
#include "base/banned.h"

/* All that a file is made of; the crest is named in the content by its own
 * digest, and nothing of an issued document changes but how it ended, which the
 * file says. */
static void
digest_sources(struct context *context, const struct rows *rows,
    unsigned char made_of[SHA256_BYTES])
{
	const char *all = arena_format(context->arena, "%s\n%s\n%s\n%s\n%s %s\n",
	    render_edition(context->arena), row_text(rows, 0, "digest"),
	    row_text(rows, 0, "issued_at"), issued_address(context, row_text(rows, 0, "code")),
	    row_text(rows, 0, "ended"), row_text(rows, 0, "ended_at"));

	sha256(made_of, all, strlen(all));
}

/* One that was lost, or cut, is as good as none. */
static bool
drawing_is_whole(struct context *context, const struct download *file)
{
	struct error_chain lost = { 0 };
	struct stat status;
	int fd = files_open(context->config->files_dir, file->stored_name, &lost);
	bool whole = fd >= 0 && fstat(fd, &status) == 0 && status.st_size == file->bytes;

	if (fd >= 0)
		close(fd);
	error_chain_clear(&lost);
	return whole;
}

int
drawing_find(struct context *context, int64_t issued_id, struct drawing *drawing)
{
	struct scope scope = assessment_scope(context);
	const void *made_of;
	struct rows rows;
	size_t length;
	int result = db_select(context->db, &rows, STATEMENT_DRAWING_FIND, db_int(issued_id),
	    scope.agency, scope.region, scope.parent, scope.agency);

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	*drawing = (struct drawing){
		.file = { .media = "application/pdf",
		    .name = issued_file_name(context->arena, row_text(&rows, 0, "kind"),
			row_text(&rows, 0, "code"), ".pdf") }
	};
	digest_sources(context, &rows, drawing->made_of);
	made_of = row_bytes(&rows, 0, "made_of", &length);
	if (length != SHA256_BYTES || memcmp(made_of, drawing->made_of, SHA256_BYTES) != 0)
		return 0;
	drawing->file.stored_name = row_text(&rows, 0, "stored_name");
	drawing->file.sha256 = row_text(&rows, 0, "sha256");
	drawing->file.bytes = row_int(&rows, 0, "bytes");
	drawing->stored = drawing_is_whole(context, &drawing->file);
	return 0;
}

static int
write_file(struct context *context, struct temporary_file *file, const struct buffer *pdf)
{
	const char *directory = context->config->files_dir;

	return files_begin(file, directory, &context->errors) == 0 &&
		files_write(file, pdf->bytes, pdf->length, &context->errors) == 0 &&
		files_finish(file, &context->errors) == 0 ?
	    files_keep(file, directory, &context->errors) :
	    -1;
}

/* The answer goes out all the same. */
static void
drawing_forgo(struct context *context)
{
	ERROR_CAUSE(&context->errors, "a drawing was sent and not stored");
	context_log(context);
	error_chain_clear(&context->errors);
}

void
drawing_write(struct context *context, struct drawing *drawing, const struct buffer *pdf,
    unsigned char sha256_bytes[SHA256_BYTES])
{
	char text[SHA256_TEXT];
	struct temporary_file file;

	/* It can be drawn again: below the reserve it is not worth its room. */
	if (!files_spare(context->config->files_dir, context->config->reserve_mib, pdf->length)) {
		sha256(sha256_bytes, pdf->bytes, pdf->length);
		drawing->written = false;
		return;
	}
	drawing->written = write_file(context, &file, pdf) == 0;
	if (drawing->written) {
		memcpy(sha256_bytes, file.sha256, SHA256_BYTES);
		drawing->file.stored_name = arena_text(context->arena, file.name);
		drawing->file.sha256 = arena_text(context->arena,
		    hex_text(text, file.sha256, SHA256_BYTES));
		drawing->file.bytes = (int64_t)file.bytes;
	} else {
		sha256(sha256_bytes, pdf->bytes, pdf->length);
		drawing_forgo(context);
	}
	files_discard(&file);
}

void
drawing_keep(struct context *context, int64_t issued_id, struct drawing *drawing,
    const unsigned char sha256_bytes[SHA256_BYTES])
{
	if (!drawing->written)
		return;
	drawing->stored =
	    db_run(context->db, STATEMENT_DRAWING_PUT, db_int(issued_id),
		db_bytes(drawing->made_of, SHA256_BYTES), db_text(drawing->file.stored_name),
		db_bytes(sha256_bytes, SHA256_BYTES), db_int(drawing->file.bytes)) >= 0;
	if (!drawing->stored)
		drawing_forgo(context);
}
