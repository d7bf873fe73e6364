/* SPDX-License-Identifier: ISC */
#ifndef PORTAL_DATASET_H
#define PORTAL_DATASET_H

#include "assessment/results.h"

/*
 * What is open data here: the figures of a region's year, of its years, and of
 * the regions of a province in one year.  All of it is read by
 * results_load_published(), so that nothing is in any form of it which the page
 * of the region would not show.
 */
enum dataset_kind {
	DATASET_REGION, /* code and year */
	DATASET_YEARS,  /* code */
	DATASET_REGIONS /* code of the province, and year */
};

struct dataset_key {
	enum dataset_kind kind;
	const char *code;
	int64_t year; /* 0 for the years of a region */
};

enum { DATASET_YEARS_MAX = 30, DATASET_REGIONS_MAX = 60 };

struct dataset {
	struct dataset_key key;
	/* of the region or the province: name, bureau, whom to ask */
	const char *name, *bureau, *contact_name, *contact_phone, *contact_mail;
	const char *licence;   /* its address: the region's, or that of the instance; "" for none */
	struct results *parts; /* years: the newest first; regions: by their code */
	size_t count;
	const char *published; /* UTC, when the last part was */
};

/* 0; 404 where nothing is published, or nothing to be compared; another status. */
int dataset_read(struct context *, struct dataset_key, struct dataset *);

/* The address of the licence of what a region publishes, which is kept; "" for none.  0 or a
 * status. */
int dataset_licence(struct context *, const char *code, const char **licence);

/* The year that a region published last: 0, 404, another status. */
int dataset_latest(struct context *, const char *code, int64_t *year);

/* "2026", "years", "regions-2026": what stands in its addresses. */
const char *dataset_word(struct arena *, const struct dataset_key *);

/* What it is called, and what is in it, for people. */
const char *dataset_title(struct arena *, const struct dataset *);
const char *dataset_about(const struct dataset *);

/* ---- the same figures as files ----------------------------------------------- */

enum figures { FIGURES_JSON, FIGURES_CSV, FIGURES_XLSX, FIGURES_COUNT };

struct figures_form {
	const char *ending, *media, *type, *title;
};
extern const struct figures_form figures_forms[FIGURES_COUNT];

/* Table and workbook are of a region's year alone. */
bool figures_there(enum dataset_kind, enum figures);

/* 0 or a status. */
int figures_make(struct context *, const struct dataset *, enum figures, const char **body,
    size_t *length);

/* What describes its CSV (W3C, Metadata Vocabulary for Tabular Data), which readers look for
 * behind the file's address and this ending (Model for Tabular Data, 5.3). */
#define TABLE_DESCRIPTION ".csv-metadata.json"
#define TABLE_DESCRIPTION_MEDIA "application/csvm+json"
void table_description_make(struct context *, const struct dataset *, const char **body,
    size_t *length);

#endif
