/* SPDX-License-Identifier: ISC */
#ifndef RULES_SATISFACTION_H
#define RULES_SATISFACTION_H

#include <stdint.h>

/*
 * The survey of satisfaction with a public service: nine elements, each judged 1 to 4, and the
 * index made of them, 25.00 to 100.00.  After PermenPANRB 14/2017 as reports of agencies give it;
 * its own text was not at hand, so pages and papers ask to compare.
 *
 * Each element weighs exactly a ninth.  Reports that calculate with 0.11 instead, the ninth as it
 * is printed, come to 99 where all is perfect.
 *
 * ROW(column, name, question to the applicant); in the order of the survey.
 */
#define SATISFACTION(ROW) \
	ROW(requirements, "Persyaratan", "Persyaratan yang diminta sesuai dengan layanannya?") \
	ROW(procedures, "Sistem, mekanisme dan prosedur", "Alurnya mudah diikuti?") \
	ROW(duration, "Waktu penyelesaian", "Selesai secepat yang tertulis?") \
	ROW(fee, "Biaya atau tarif", "Biayanya sesuai dengan yang tertulis?") \
	ROW(product, "Produk layanan", "Hasilnya sesuai dengan yang dibutuhkan?") \
	ROW(competence, "Kompetensi pelaksana", "Petugasnya menguasai pekerjaannya?") \
	ROW(conduct, "Perilaku pelaksana", "Petugasnya sopan dan ramah?") \
	ROW(complaints, "Penanganan pengaduan, saran dan masukan", \
	    "Pengaduan dan saran ditanggapi?") \
	ROW(facilities, "Sarana dan prasarana", "Tempat dan perlengkapannya memadai?")

enum satisfaction {
#define SATISFACTION_NAME(column, name, question) SATISFACTION_##column,
	SATISFACTION(SATISFACTION_NAME)
#undef SATISFACTION_NAME
	    SATISFACTION_ELEMENTS
};
enum { SATISFACTION_LEAST = 1, SATISFACTION_MOST = 4 };

/* "Tidak baik" of 1 … "Sangat baik" of 4; "" else. */
const char *satisfaction_word(int64_t value);

/* Of one element, or of the sum of all nine over so many respondents: in hundredths, rounded half
 * up; -1 of none. */
int64_t satisfaction_mean(int64_t sum, int64_t respondents);
int64_t satisfaction_index(int64_t sum, int64_t respondents);

/*
 * The mark of an index in hundredths: 'A' from 88.31, 'B' from 76.61, 'C' from 65.00, else 'D';
 * and what it is called.  The index is rounded first, so nothing falls between two of them.
 */
char satisfaction_mark(int64_t index);
const char *satisfaction_mark_word(char mark);

#endif
