/* SPDX-License-Identifier: ISC */
#ifndef FRAME_WORDS_H
#define FRAME_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "rules/quality.h"

/*
 * How figures, dates and times are written on Indonesian screens and papers.
 * An empty text in gives an empty text out.
 */

/* "2026-11-21" -> "21 November 2026" */
const char *words_date(struct arena *, const char *date);

/* 1 to 12 -> "Januari" to "Desember"; "" for anything else */
const char *words_month(int month);

/* A day number -> "Senin" to "Minggu" */
const char *words_weekday(int32_t day);

/* 0 to 999,999 in words: 2026 -> "dua ribu dua puluh enam"; "" beyond */
const char *words_spelled(struct arena *, int number);

/* UTC "2026-11-21 02:32:10.123" and a zone WIB, WITA or WIT
 * -> "21 November 2026 pukul 10.32 WITA" */
const char *words_time(struct arena *, const char *utc, const char *zone);

/* The same moment's day alone: "21 November 2026"; "" for no time */
const char *words_day_of(struct arena *, const char *utc, const char *zone);

/* The same moment's clock alone: "10.32 WITA" */
const char *words_clock(struct arena *, const char *utc, const char *zone);

/* The clock of this moment: "10.32 WITA" */
const char *words_clock_now(struct arena *, const char *zone);

/* 378 -> "37,8" */
const char *words_tenths(struct arena *, int64_t tenths);

/* 9 -> "+9", -2 -> "−2", 0 -> "0" */
const char *words_change(struct arena *, int64_t change);

/* 1 to 5 -> "I" to "V"; "" for anything else */
const char *words_roman(int64_t level);

/* 1536 -> "1,5 kB" (thousands of 1024) */
const char *words_bytes(struct arena *, int64_t bytes);

/* A period of two dates: "1 Januari 2026 s.d. 31 Desember 2026", "sejak …",
 * "sampai …", or "" */
const char *words_period(struct arena *, const char *from, const char *until);

/* Number of a complaint: 123 -> "P-000123" */
const char *words_complaint(struct arena *, int64_t id);

/* Kind of a document by its code: "sop" -> "SOP"; "" for an unknown one. */
const char *words_kind(const char *code);

/* Media type of a stored file -> "PDF", "Word (DOCX)"; the type itself when
 * it is none of those that are taken in. */
const char *words_file_type(const char *type);

/* What a flag says ("Hanya alamat luar"), what the agency should do about it,
 * and what the team; none is ever empty. */
const char *words_quality(enum quality);
const char *words_quality_advice(enum quality);
const char *words_quality_check(enum quality);

/* What a link to the place where it is mended is called; "" for none. */
const char *words_remedy(enum remedy);

/* How far a zone is ahead of UTC: WIB 7, WITA 8, WIT 9. */
int words_zone_hours(const char *zone);

/* Working days left, as working_left() counts them: "sisa 2 hari kerja", "hari terakhir",
 * "terlambat 1 hari kerja". */
const char *words_left(struct arena *, int left);
/* How long something is kept: "5 tahun" where the days are whole years of 365, else "400 hari". */
const char *words_span(struct arena *, int64_t days);

/* Today in the zone, as a day number of rules/calendar.h. */
int32_t words_today(const char *zone);

/* The day of a stored time in the zone; DAY_NONE when it is empty. */
int32_t words_day(const char *utc, const char *zone);

#endif
