/* SPDX-License-Identifier: ISC */
/*
 * A ZIP archive written as it is sent, stored and not compressed, from lengths
 * that are known beforehand (APPNOTE.TXT 6.3).  So an archive of any size has
 * a Content-Length and needs no file and no memory of its own.
 */
#include "base/zip_stream.h"

#include <string.h>

#include "base/banned.h"

/* Signatures and fields of APPNOTE.TXT, its sections in brackets. */
enum {
	LOCAL_HEAD = 0x04034b50,   /* 4.3.7 */
	CENTRAL_HEAD = 0x02014b50, /* 4.3.12 */
	END = 0x06054b50,          /* 4.3.16 */
	END64 = 0x06064b50,        /* 4.3.14 */
	END64_PLACE = 0x07064b50,  /* 4.3.15 */
	END64_LENGTH = 56,
	VERSION = 20,
	VERSION64 = 45,   /* 4.4.3.2 */
	UNIX = 3 << 8,    /* 4.4.2: whose attributes follow */
	UTF8 = 1 << 11,   /* 4.4.4 */
	STORED = 0,       /* 4.4.5 */
	EXTRA64 = 0x0001, /* 4.5.3 */
	NOON = 12 << 11   /* 4.4.6 */
};

static const uint32_t FILE_MODE = 0100644U << 16; /* 4.4.15 */
static const uint32_t FULL = UINT32_MAX;          /* stands in the ZIP64 field */

/* What is little-endian, piece by piece. */
struct record {
	unsigned char bytes[128];
	size_t length;
};

static void
zip_stream_put(struct record *record, uint64_t value, size_t length)
{
	while (length-- > 0) {
		record->bytes[record->length++] = (unsigned char)value;
		value >>= 8;
	}
}

/* A value of four bytes, or the sign that it is in the ZIP64 field. */
static void
put_or_full(struct record *record, uint64_t value)
{
	zip_stream_put(record, value < FULL ? value : FULL, 4);
}

static int
give(struct zip *zip, const void *bytes, size_t length)
{
	zip->offset += length;
	return zip->write == NULL || zip->write(zip->arg, bytes, length) == 0 ? 0 : -1;
}

static int
give_record(struct zip *zip, const struct record *record)
{
	return give(zip, record->bytes, record->length);
}

static uint64_t
day_of_entry(const struct zip_entry *entry)
{
	return (uint64_t)((entry->year - 1980) << 9 | entry->month << 5 | entry->day);
}

void
zip_begin(struct zip *zip, struct arena *arena, zip_write *write, void *arg)
{
	*zip = (struct zip){ .arena = arena, .write = write, .arg = arg };
}

/* What both heads of an entry have in common, from version to sizes. */
static void
put_common(struct record *record, const struct zip_entry *entry, bool large)
{
	zip_stream_put(record, large ? VERSION64 : VERSION, 2);
	zip_stream_put(record, UTF8, 2);
	zip_stream_put(record, STORED, 2);
	zip_stream_put(record, NOON, 2);
	zip_stream_put(record, day_of_entry(entry), 2);
	zip_stream_put(record, entry->crc, 4);
	put_or_full(record, entry->bytes);
	put_or_full(record, entry->bytes);
	zip_stream_put(record, strlen(entry->name), 2);
}

int
zip_entry(struct zip *zip, const struct zip_entry *entry)
{
	struct zip_member *member = arena_alloc(zip->arena, sizeof(*member));
	bool large = entry->bytes >= FULL;
	struct record head = { .length = 0 };

	if (zip->left != 0 || strlen(entry->name) > UINT16_MAX)
		return -1;
	*member = (struct zip_member){ *entry, zip->offset, NULL };
	if (zip->last != NULL)
		zip->last->next = member;
	else
		zip->first = member;
	zip->last = member;
	zip->count++;
	zip->left = entry->bytes;
	zip_stream_put(&head, LOCAL_HEAD, 4);
	put_common(&head, entry, large);
	zip_stream_put(&head, large ? 20 : 0, 2);
	if (give_record(zip, &head) != 0 || give(zip, entry->name, strlen(entry->name)) != 0)
		return -1;
	if (!large)
		return 0;
	head.length = 0;
	zip_stream_put(&head, EXTRA64, 2);
	zip_stream_put(&head, 16, 2);
	zip_stream_put(&head, entry->bytes, 8);
	zip_stream_put(&head, entry->bytes, 8);
	return give_record(zip, &head);
}

int
zip_data(struct zip *zip, const void *bytes, size_t length)
{
	if (length > zip->left)
		return -1;
	zip->left -= length;
	return give(zip, bytes, length);
}

int
zip_skip(struct zip *zip)
{
	zip->offset += zip->left;
	zip->left = 0;
	return zip->write == NULL ? 0 : -1;
}

static int
give_central(struct zip *zip, const struct zip_member *member)
{
	const struct zip_entry *entry = &member->entry;
	struct record head = { .length = 0 }, extra = { .length = 4 };

	if (entry->bytes >= FULL) {
		zip_stream_put(&extra, entry->bytes, 8);
		zip_stream_put(&extra, entry->bytes, 8);
	}
	if (member->offset >= FULL)
		zip_stream_put(&extra, member->offset, 8);
	if (extra.length > 4) {
		size_t length = extra.length;

		extra.length = 0;
		zip_stream_put(&extra, EXTRA64, 2);
		zip_stream_put(&extra, length - 4, 2);
		extra.length = length;
	} else
		extra.length = 0;
	zip_stream_put(&head, CENTRAL_HEAD, 4);
	zip_stream_put(&head, UNIX | VERSION64, 2);
	put_common(&head, entry, extra.length > 0);
	zip_stream_put(&head, extra.length, 2);
	zip_stream_put(&head, 0, 2 + 2 + 2); /* comment, disk, internal attributes */
	zip_stream_put(&head, FILE_MODE, 4);
	put_or_full(&head, member->offset);
	return give_record(zip, &head) == 0 && give(zip, entry->name, strlen(entry->name)) == 0 &&
		give_record(zip, &extra) == 0 ?
	    0 :
	    -1;
}

static int
give_end64(struct zip *zip, uint64_t directory, uint64_t length)
{
	uint64_t place = zip->offset;
	struct record end = { .length = 0 };

	zip_stream_put(&end, END64, 4);
	zip_stream_put(&end, END64_LENGTH - 12, 8); /* of what follows */
	zip_stream_put(&end, UNIX | VERSION64, 2);
	zip_stream_put(&end, VERSION64, 2);
	zip_stream_put(&end, 0, 4 + 4); /* one disk */
	zip_stream_put(&end, zip->count, 8);
	zip_stream_put(&end, zip->count, 8);
	zip_stream_put(&end, length, 8);
	zip_stream_put(&end, directory, 8);
	zip_stream_put(&end, END64_PLACE, 4);
	zip_stream_put(&end, 0, 4);
	zip_stream_put(&end, place, 8);
	zip_stream_put(&end, 1, 4);
	return give_record(zip, &end);
}

int
zip_end(struct zip *zip)
{
	uint64_t directory = zip->offset, length;
	uint64_t count = zip->count < UINT16_MAX ? zip->count : UINT16_MAX;
	struct record end = { .length = 0 };

	if (zip->left != 0)
		return -1;
	for (const struct zip_member *member = zip->first; member != NULL; member = member->next)
		if (give_central(zip, member) != 0)
			return -1;
	length = zip->offset - directory;
	if ((directory >= FULL || length >= FULL || zip->count >= UINT16_MAX) &&
	    give_end64(zip, directory, length) != 0)
		return -1;
	zip_stream_put(&end, END, 4);
	zip_stream_put(&end, 0, 2 + 2);
	zip_stream_put(&end, count, 2);
	zip_stream_put(&end, count, 2);
	put_or_full(&end, length);
	put_or_full(&end, directory);
	zip_stream_put(&end, 0, 2);
	return give_record(zip, &end);
}
