/* SPDX-License-Identifier: ISC */
/*
 * A region's cycle goes out as one signed file, for an instance that
 * collects from others.  It holds everything but files, and of people nothing
 * (transfer/package.h).
 */
#include <string.h>

#include "transfer/package.h"
#include "document/listing.h"
#include "exchange/exchange.h"
#include "frame/words.h"
#include "base/banned.h"

static int
load_key(struct context *context, struct signing_key *key)
{
	const char *path = context->config->signing_key;

	if (path == NULL)
		return context_refuse(context, 409,
		    "Server ini belum "
		    "mempunyai kunci tanda tangan. Minta pengelola server "
		    "menjalankan “matang make-key”.");
	return signing_key_load(path, key, &context->errors) == 0 ?
	    0 :
	    context_refuse(context, 500,
		"Kunci tanda tangan server ini tidak "
		"dapat dipakai. Sampaikan kepada pengelola server.");
}

void
fill_own_key(struct context *context)
{
	const char *path = context->config->signing_key;
	struct signing_key key;

	if (path == NULL || signing_key_load(path, &key, &context->errors) != 0) {
		error_chain_clear(&context->errors);
		return;
	}
	page_set(&context->page, "Key.public",
	    base64url(context->arena, key.public, sizeof(key.public)));
	page_set(&context->page, "Key.fingerprint",
	    public_key_fingerprint(context->arena, key.public));
	signing_key_forget(&key);
}

static int
read_own_cycles(struct context *context, struct rows *cycles)
{
	return context_status(context,
	    db_select(context->db, cycles, STATEMENT_TRANSFER_OWN,
		db_key(context->actor.region_id)));
}

static int
show_own_cycles(struct context *context, const struct rows *cycles)
{
	struct node *list = page_node(&context->page, "Cycles");

	for (size_t row = 0; row < cycles->count; row++) {
		struct node *node = node_row(list, row);

		fill_row(node, cycles, row);
		node_set(node, "reported",
		    words_time(context->arena, row_text(cycles, row, "reported_at"),
			row_text(cycles, row, "timezone")));
	}
	fill_own_key(context);
	return context_show(context, "exchange/cycles");
}

/* One cycle as a line of the file. */
struct sending_line {
	const char *region, *year, *finished, *agencies, *reported;
};

static struct sending_line
sending_line(struct arena *arena, const struct rows *cycles, size_t row)
{
	return (struct sending_line){
		.region = row_text(cycles, row, "region_name"),
		.year = row_text(cycles, row, "year"),
		.finished = row_text(cycles, row, "finished"),
		.agencies = row_text(cycles, row, "agencies"),
		.reported = row_null(cycles, row, "reported_at") ?
		    "Status sementara" :
		    words_time(arena, row_text(cycles, row, "reported_at"),
			row_text(cycles, row, "timezone")),
	};
}

int
send_sending(struct context *context)
{
	static const struct listing_column columns[] = {
		LISTING_MEMBER("Daerah", 35, struct sending_line, region),
		LISTING_NUMBER("Tahun", 10, struct sending_line, year),
		LISTING_NUMBER("Selesai", 10, struct sending_line, finished),
		LISTING_NUMBER("Perangkat daerah", 10, struct sending_line, agencies),
		LISTING_MEMBER("Dilaporkan", 30, struct sending_line, reported),
		{ .label = NULL },
	};
	struct listing listing = { .title = "Periode yang dapat dikirim",
		.columns = columns,
		.size = sizeof(struct sending_line) };
	struct sending_line *lines;
	struct rows cycles;
	int status = read_own_cycles(context, &cycles);

	if (status != 0)
		return status;
	lines = arena_array(context->arena, cycles.count + 1, sizeof(*lines));
	for (size_t row = 0; row < cycles.count; row++)
		lines[row] = sending_line(context->arena, &cycles, row);
	listing.records = lines;
	listing.count = cycles.count;
	return listing_send(context, "periode", &listing, 1);
}

int
show_sending(struct context *context)
{
	struct rows cycles;
	int status = read_own_cycles(context, &cycles);

	return status != 0 ? status : show_own_cycles(context, &cycles);
}

int
cycle_package(struct context *context, int64_t cycle_id, struct buffer *file, const char **name)
{
	struct signing_key key;
	int result, status = load_key(context, &key);

	if (status != 0)
		return status;
	result = package_write(context->db, cycle_id, context->config->site_address, &key, file,
	    name);
	signing_key_forget(&key);
	return result < 0 ? context_status(context, result) : result == 0 ? 404 : 0;
}

int
send_cycle(struct context *context)
{
	struct buffer file = { .arena = context->arena };
	const char *name;
	struct rows rows;
	int status,
	    result = db_select(context->db, &rows, STATEMENT_TRANSFER_OWN_ONE,
		db_int(context->keys[0]), db_key(context->actor.region_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	status = cycle_package(context, context->keys[0], &file, &name);
	if (status != 0)
		return status;
	context_takes_out(context, "export", row_int(&rows, 0, "region_id"), 0, name);
	answer_header(context->request, "Content-Disposition",
	    arena_format(context->arena, "attachment; filename=\"%s\"", name));
	answer_send(context->request, 200, "application/json; charset=utf-8", file.bytes,
	    file.length);
	return 0;
}
