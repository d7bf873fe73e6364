/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <string.h>

#include "step/checked.h"
#include "step/download.h"
#include "store/sniff.h"
#include "base/banned.h"

enum { NAME_MAX_CHARACTERS = 120 };

/*
 * A title as the name of a file: without what no system takes, without a
 * point in front, and without the marks that turn the direction of writing,
 * which make "…fdp.exe" look like "…exe.pdf".
 */
static const char *
safe_name(struct arena *arena, const char *title)
{
	struct buffer name = { .arena = arena };
	const unsigned char *at = (const unsigned char *)title;

	for (; *at != '\0'; at++) {
		bool turns = at[0] == 0xe2 && ((at[1] == 0x80 &&
		    at[2] >= 0x8e && at[2] <= 0xae && !(at[2] >= 0x90 &&
		    at[2] <= 0xa9)) || (at[1] == 0x81 && at[2] >= 0xa6 &&
		    at[2] <= 0xa9));

		if (turns)
			at += 2;
		else if (*at < ' ' || strchr("/\\:*?\"<>|", *at) != NULL)
			buffer_char(&name, '-');
		else if (name.length > 0 || (*at != '.' && *at != ' '))
			buffer_char(&name, (char)*at);
	}
	return name.length == 0 ? "dokumen" : cut_text(arena, name.bytes,
	    NAME_MAX_CHARACTERS);
}

int
send_revision(struct visit *visit)
{
	struct scope scope = assessment_scope(visit);
	struct checked checked;
	struct rows rows;
	const char *media;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_FILE,
	    db_int(visit->keys[0]), scope.agency, scope.region, scope.parent);

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	checked_read(&rows, 0, &checked);
	if (checked.infected)
		return checked_refuse(visit, &checked);
	media = row_text(&rows, 0, "type");
	return visit_send_file(visit, &(struct download){
	    .stored_name = row_text(&rows, 0, "stored_name"),
	    .media = media,
	    .bytes = row_int(&rows, 0, "bytes"),
	    .sha256 = row_text(&rows, 0, "sha256"),
	    .name = arena_format(visit->arena, "%s (revisi %lld).%s",
	    safe_name(visit->arena, row_text(&rows, 0, "title")),
	    (long long)row_int(&rows, 0, "number"),
	    file_extension(file_type_of(media))) });
}
