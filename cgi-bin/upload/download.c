/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <string.h>

#include "step/checked.h"
#include "step/checked.h"
#include "step/download.h"
#include "store/sniff.h"
#include "base/banned.h"

enum { NAME_MAX_CHARACTERS = 120 };

/*
 * Without what no system takes, without a point or space in front or behind,
 * and without the marks that turn the direction of writing, which make
 * "…fdp.exe" look like "…exe.pdf".
 */
const char *
safe_name(struct arena *arena, const char *title, size_t characters)
{
	struct buffer name = { .arena = arena };
	const unsigned char *at = (const unsigned char *)title;
	char *cut;
	size_t length;

	for (; *at != '\0'; at++) {
		bool turns = at[0] == 0xe2 && ((at[1] == 0x80 &&
		    at[2] >= 0x8e && at[2] <= 0xae && !(at[2] >= 0x90 &&
		    at[2] <= 0xa9)) || (at[1] == 0x81 && at[2] >= 0xa6 &&
		    at[2] <= 0xa9));

		if (turns)
			at += 2;
		else if (*at < ' ' || *at == 0x7f ||
		    strchr("/\\:*?\"<>|", *at) != NULL)
			buffer_char(&name, '-');
		else if (name.length > 0 || (*at != '.' && *at != ' '))
			buffer_char(&name, (char)*at);
	}
	if (name.length == 0)
		return "dokumen";
	cut = arena_text(arena, cut_text(arena, name.bytes, characters));
	length = strlen(cut);
	while (length > 0 && (cut[length - 1] == '.' ||
	    cut[length - 1] == ' '))
		cut[--length] = '\0';
	return length == 0 ? "dokumen" : cut;
}

int
revision_find(struct visit *visit, int64_t id, struct rows *rows)
{
	struct scope scope = assessment_scope(visit);
	struct checked checked;
	int result = db_select(visit->db, rows, STATEMENT_UPLOAD_FILE,
	    db_int(id), scope.agency, scope.region, scope.parent);

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	checked_read(rows, 0, &checked);
	return checked.infected ? checked_refuse(visit, &checked) : 0;
}

int
revision_send(struct visit *visit, const struct rows *rows, bool shown)
{
	const char *media = row_text(rows, 0, "type");

	return visit_send_file(visit, &(struct download){
	    .stored_name = row_text(rows, 0, "stored_name"),
	    .media = media,
	    .bytes = row_int(rows, 0, "bytes"),
	    .sha256 = row_text(rows, 0, "sha256"),
	    .shown = shown,
	    .name = arena_format(visit->arena, "%s (revisi %lld).%s",
	    safe_name(visit->arena, row_text(rows, 0, "title"),
	    NAME_MAX_CHARACTERS), (long long)row_int(rows, 0, "number"),
	    file_extension(file_type_of(media))) });
}

int
send_revision(struct visit *visit)
{
	struct rows rows;
	int status = revision_find(visit, visit->keys[0], &rows);

	return status != 0 ? status : revision_send(visit, &rows, false);
}
