/* SPDX-License-Identifier: ISC */
/*
 * Guesses which criteria a paper of an activity serves, by words of their titles:
 * these are offered first, and a person chooses.
 */
#include "activity/likely.h"

#include <string.h>

#include "base/banned.h"

enum { WORDS_MAX = 5, OF_PAPER = 3, OF_KIND = 2 };

static const char *const paper_words[PAPERS][WORDS_MAX] = {
	[PAPER_ATTENDANCE] = { "hadir", "absen", "peserta" },
	[PAPER_MINUTES] = { "notul", "risalah", "hasil rapat" },
	[PAPER_REPORT] = { "laporan", "dokumentasi" },
	[PAPER_RECAP] = { "rekap", "data pegawai", "daftar pegawai" },
	[PAPER_CERTIFICATES] = { "sertifikat", "piagam", "penghargaan" },
};

static const struct {
	const char *kind;
	const char *words[WORDS_MAX];
} kind_words[] = {
	{ "pelatihan", { "pelatihan", "diklat", "bimtek", "kompetensi", "workshop" } },
	{ "sosialisasi", { "sosialisasi", "penyebar", "publikasi" } },
	{ "pendampingan", { "pendampingan", "mentor", "coaching", "bimbingan" } },
	{ "rapat", { "rapat", "notul", "evaluasi", "koordinasi" } },
	{ "inovasi", { "inovasi", "gagasan" } },
};

static bool
speaks_of(const char *title, const char *const words[WORDS_MAX])
{
	for (size_t at = 0; at < WORDS_MAX && words[at] != NULL; at++)
		if (strcasestr(title, words[at]) != NULL)
			return true;
	return false;
}

static int
likelihood(const char *title, enum paper paper, const char *kind)
{
	int points = speaks_of(title, paper_words[paper]) ? OF_PAPER : 0;

	for (size_t at = 0; at < sizeof(kind_words) / sizeof(kind_words[0]); at++)
		if (strcmp(kind_words[at].kind, kind) == 0 &&
		    speaks_of(title, kind_words[at].words))
			points += OF_KIND;
	return points;
}

size_t
likely_items(const struct rows *items, enum paper paper, const char *kind, bool returned,
    size_t rows[LIKELY_MAX])
{
	size_t count = 0;

	for (int points = OF_PAPER + OF_KIND; points > 0; points--)
		for (size_t row = 0; row < items->count && count < LIKELY_MAX; row++)
			if ((!returned || row_int(items, row, "needs_correction") != 0) &&
			    likelihood(row_text(items, row, "title"), paper, kind) == points)
				rows[count++] = row;
	return count;
}
