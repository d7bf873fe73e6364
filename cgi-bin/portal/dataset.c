/* SPDX-License-Identifier: ISC */
/*
 * Which published cycles are in a dataset, whose it is, and what it is called.
 */
#include "portal/dataset.h"

#include <string.h>

#include "frame/kept.h"
#include "base/banned.h"

/* ---- read ------------------------------------------------------------------- */

int
dataset_licence(struct context *context, const char *code, const char **licence)
{
	struct rows rows;
	int result = kept_world_select(context, &rows, STATEMENT_PORTAL_PLACE, db_text(code));

	*licence = result > 0 ? row_text(&rows, 0, "open_data_licence") : "";
	if (result >= 0 && **licence == '\0')
		result = kept_setting_text(context, SETTING_OPEN_DATA_LICENCE, licence);
	return context_status(context, result);
}

static int
dataset_read_owner(struct context *context, struct dataset *dataset, int64_t *region_id)
{
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_PORTAL_PLACE,
	    db_text(dataset->key.code));

	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	*region_id = row_int(&rows, 0, "id");
	dataset->name = row_text(&rows, 0, "name");
	dataset->bureau = row_text(&rows, 0, "bureau");
	dataset->contact_name = row_text(&rows, 0, "contact_name");
	dataset->contact_phone = row_text(&rows, 0, "contact_phone");
	dataset->contact_mail = row_text(&rows, 0, "contact_mail");
	return dataset_licence(context, dataset->key.code, &dataset->licence);
}

static int
read_cycles(struct context *context, const struct dataset_key *key, int64_t region_id,
    struct rows *rows)
{
	int result;

	if (key->kind == DATASET_REGION)
		result = db_select(context->db, rows, STATEMENT_RESULTS_CYCLE_REPORTED,
		    db_text(key->code), db_int(key->year));
	else if (key->kind == DATASET_YEARS)
		result = db_select(context->db, rows, STATEMENT_PORTAL_YEARS, db_int(region_id),
		    db_int(DATASET_YEARS_MAX));
	else
		result = db_select(context->db, rows, STATEMENT_PORTAL_REGIONS, db_int(key->year),
		    db_int(region_id), db_int(DATASET_REGIONS_MAX));
	if (result < 0)
		return context_status(context, result);
	/* One region is not compared with itself. */
	return rows->count > (key->kind == DATASET_REGIONS ? 1 : 0) ? 0 : 404;
}

int
dataset_read(struct context *context, struct dataset_key key, struct dataset *dataset)
{
	struct rows rows;
	int64_t region_id = 0;
	int status;

	*dataset = (struct dataset){ .key = key, .published = "" };
	status = dataset_read_owner(context, dataset, &region_id);
	if (status == 0)
		status = read_cycles(context, &key, region_id, &rows);
	if (status != 0)
		return status;
	dataset->parts = arena_array(context->arena, rows.count, sizeof(*dataset->parts));
	for (size_t row = 0; row < rows.count; row++) {
		struct results *part = &dataset->parts[row];

		status = results_load_published(context, row_int(&rows, row, "id"), part);
		if (status != 0)
			return status;
		if (strcmp(part->reported_at, dataset->published) > 0)
			dataset->published = part->reported_at;
	}
	dataset->count = rows.count;
	return 0;
}

int
dataset_latest(struct context *context, const char *code, int64_t *year)
{
	struct dataset dataset = { .key = { DATASET_YEARS, code, 0 } };
	struct rows rows;
	int64_t region_id = 0;
	int result, status = dataset_read_owner(context, &dataset, &region_id);

	if (status != 0)
		return status;
	result = db_select(context->db, &rows, STATEMENT_PORTAL_YEARS, db_int(region_id),
	    db_int(1));
	if (result <= 0)
		return result == 0 ? 404 : context_status(context, result);
	*year = row_int(&rows, 0, "year");
	return 0;
}

/* ---- named ------------------------------------------------------------------ */

const char *
dataset_word(struct arena *arena, const struct dataset_key *key)
{
	return key->kind == DATASET_YEARS ?
	    "years" :
	    arena_format(arena, "%s%lld", key->kind == DATASET_REGIONS ? "regions-" : "",
		(long long)key->year);
}

const char *
dataset_title(struct arena *arena, const struct dataset *dataset)
{
	long long year = (long long)dataset->key.year;

	switch (dataset->key.kind) {
	case DATASET_REGION:
		break;
	case DATASET_YEARS:
		return arena_format(arena,
		    "Kematangan organisasi perangkat daerah %s dari tahun ke tahun", dataset->name);
	case DATASET_REGIONS:
		return arena_format(arena,
		    "Perbandingan kematangan organisasi perangkat daerah di %s, %lld",
		    dataset->name, year);
	}
	return arena_format(arena, "Kematangan organisasi perangkat daerah %s %lld", dataset->name,
	    year);
}

const char *
dataset_about(const struct dataset *dataset)
{
	if (dataset->key.kind == DATASET_YEARS)
		return "Rata-rata skor, kategori dan jumlah perangkat daerah setiap tahun yang "
		       "hasilnya sudah terbit. Penilaian menurut Permendagri 99 Tahun 2018.";
	if (dataset->key.kind == DATASET_REGIONS)
		return "Rata-rata skor, kategori dan jumlah perangkat daerah setiap daerah di "
		       "provinsi ini yang hasilnya sudah terbit. Penilaian menurut Permendagri "
		       "99 Tahun 2018.";
	if (dataset->parts[0].names)
		return "Skor dan kategori setiap perangkat daerah serta rata-ratanya. Penilaian "
		       "menurut Permendagri 99 Tahun 2018.";
	return "Rata-rata skor, kategori dan jumlah perangkat daerah, tanpa nama dan skor tiap "
	       "perangkat daerah. Penilaian menurut Permendagri 99 Tahun 2018.";
}
