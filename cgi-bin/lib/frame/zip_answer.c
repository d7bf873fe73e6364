/* SPDX-License-Identifier: ISC */
/*
 * An archive on its way out: planned, announced with its length, and sent piece by
 * piece, whatever is in it.
 */
#include "frame/zip_answer.h"

#include <unistd.h>

#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

enum { ZIP_PIECE = 64 * 1024 };

static int
zip_answer_write(void *request, const void *bytes, size_t length)
{
	return answer_write(request, bytes, length);
}

static int
zip_answer_pack(struct context *context, zip_pack *pack, void *archive, zip_write *write,
    uint64_t *length)
{
	struct zip zip;
	int result;

	zip_begin(&zip, context->arena, write, context->request);
	result = pack(archive, &zip);
	if (result == 0)
		result = zip_end(&zip);
	*length = zip.offset;
	return result;
}

int
zip_answer_plan(struct context *context, zip_pack *pack, void *archive, uint64_t *length)
{
	if (zip_answer_pack(context, pack, archive, NULL, length) == 0)
		return 0;
	ERROR_CAUSE(&context->errors, "the archive cannot be planned");
	return 500;
}

void
zip_answer_send(struct context *context, zip_pack *pack, void *archive, uint64_t length,
    const char *name)
{
	struct request *request = context->request;

	answer_header(request, "Content-Disposition",
	    disposition_of(context->arena, "attachment", name));
	answer_unbuffered(request);
	answer_begin(request, 200, "application/zip", (int64_t)length);
	if (request->method != METHOD_HEAD)
		zip_answer_pack(context, pack, archive, zip_answer_write, &length);
}

bool
zip_counts(const struct zip *zip)
{
	return zip->write == NULL;
}

void
zip_entry_day(struct zip_entry *entry, const char *utc, const char *zone)
{
	int32_t day = words_day(utc, zone);
	struct date date = day_date(day != DAY_NONE ? day : words_today(zone));

	entry->year = date.year;
	entry->month = date.month;
	entry->day = date.day;
}

int
zip_file(struct zip *zip, int fd)
{
	char piece[ZIP_PIECE];
	ssize_t got;

	while ((got = read(fd, piece, sizeof(piece))) > 0)
		if (zip_data(zip, piece, (size_t)got) != 0)
			return -1;
	return got == 0 ? 0 : -1;
}
