/* SPDX-License-Identifier: ISC */
/*
 * What changed since the last visit, in words: of an agency's first page and of the
 * team's list.
 */
#include "frame/since.h"

#include <stddef.h>
#include <string.h>

#include "base/banned.h"

static const struct {
	const char *subject, *words;
} since_subjects[] = {
	{ "state", "Status penilaian" },
	{ "self_level", "Tingkat penilaian mandiri" },
	{ "explanation", "Penjelasan" },
	{ "document", "Dokumen" },
	{ "link", "Tautan dokumen ke kriteria" },
	{ "promise", "Dokumen yang menyusul" },
	{ "consultation", "Pertanyaan dan jawaban konsultasi" },
	{ "comment", "Catatan antarrekan" },
	{ "paper", "Surat dan cetakan" },
	{ "signature", "Pengesahan" },
	{ "agency", "Data perangkat daerah dan pembagian tugas" },
	{ "cycle", "Jadwal periode" },
	{ "notice", "Pemberitahuan dari tim" },
};

const char *
since_words(const char *subject)
{
	for (size_t at = 0; at < sizeof(since_subjects) / sizeof(since_subjects[0]); at++)
		if (strcmp(since_subjects[at].subject, subject) == 0)
			return since_subjects[at].words;
	return NULL;
}
