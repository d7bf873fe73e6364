/* SPDX-License-Identifier: ISC */
/*
 * Has a file looked into by the program inspect, which is confined, and reads
 * its answer: all of it is understood and ends with "end", or nothing counts.
 */
#include "store/inspection.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/page_codes.h"
#include "base/banned.h"

enum { ANSWER_ROOM = 2048 };

/* While somebody waits, and while nobody does. */
const struct confined_limits inspection_at_once = { .seconds = 3, .mebibytes = 384, .cpu = 1 };
const struct confined_limits inspection_in_background = { .seconds = 60,
	.mebibytes = 1024,
	.gently = true };

/* Reads the answer to its end: its length, or -1 when time or room ran out. */
static ssize_t
inspection_hear(const struct confined *confined, char answer[ANSWER_ROOM])
{
	size_t length = 0;
	ssize_t got;

	do {
		if (length == ANSWER_ROOM - 1)
			return -1;
		got = confined_read(confined, answer + length, ANSWER_ROOM - 1 - length);
		length += got > 0 ? (size_t)got : 0;
	} while (got > 0);
	answer[length] = '\0';
	return got < 0 ? -1 : (ssize_t)length;
}

static const char nonsense[] = "the inspector's answer makes no sense";

/* ---- its answer ------------------------------------------------------------ */

static bool
inspection_number_after(const char *line, const char *word, int64_t *number)
{
	size_t length = strlen(word);
	char *end;

	if (strncmp(line, word, length) != 0 || line[length] < '0' || line[length] > '9')
		return false;
	*number = strtoll(line + length, &end, 10);
	return *end == '\0' && *number <= UINT16_MAX;
}

static bool
inspection_read_line(void *into, const char *line)
{
	struct inspection *inspection = into;
	enum inspection_finding inside;

	if (inspection_number_after(line, "pages ", &inspection->pages) ||
	    inspection_number_after(line, "signatures ", &inspection->signatures))
		return true;
	if (strcmp(line, "keyless") == 0) {
		inspection->keyless = true;
		return true;
	}
	if (strncmp(line, "finding ", 8) != 0)
		return false;
	inside = finding_of(line + 8);
	if (inside == FINDINGS)
		return false;
	inspection->findings |= FINDING_FLAG(inside);
	return true;
}

/* All of it is understood and its last line is "end", or nothing counts. */
static bool
read_answer(char *answer, bool (*read_line)(void *, const char *), void *into)
{
	char *line = answer, *end;

	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if (strcmp(line, "end") == 0)
			return end[1] == '\0';
		if (!read_line(into, line))
			return false;
	}
	return false;
}

enum { WHY_ROOM = sizeof(((struct inspection *)NULL)->why) };

static bool
not_asked(char why[WHY_ROOM], const char *text, int number)
{
	if (number != 0)
		snprintf(why, WHY_ROOM, "%s %d", text, number);
	else
		snprintf(why, WHY_ROOM, "%s", text);
	return false;
}

/* A processor's time that is over ends by either signal; SIGKILL is also that
 * of a system without memory. */
static enum inspection_stop
inspection_stopped(enum confined_end end, int number)
{
	if (end == CONFINED_SIGNAL)
		return number == SIGXCPU || number == SIGKILL ? STOP_LIMIT : STOP_BROKE;
	return end == CONFINED_STATUS ? STOP_BROKE : STOP_NONE;
}

/* Starts the inspector and hears its whole answer; else false, and why. */
static bool
inspection_ask(const char *inspector, const char *const *what, int fd,
    const struct confined_limits *limits, char answer[ANSWER_ROOM], char why[WHY_ROOM],
    enum inspection_stop *stop)
{
	struct confined_program program;
	struct confined confined;
	enum confined_end end;
	ssize_t length;
	int number;

	*stop = STOP_NONE;
	if (inspector == NULL || *inspector == '\0')
		return not_asked(why, "no inspector is configured", 0);
	program = (struct confined_program){ .path = inspector,
		.words = what,
		.files = &fd,
		.count = 1 };
	if (confined_start(&confined, &program, limits) != 0)
		return not_asked(why, "cannot start the inspector: error", errno);
	length = inspection_hear(&confined, answer);
	end = confined_end(&confined, length < 0, &number);
	*stop = length < 0 ? STOP_LIMIT : inspection_stopped(end, number);
	if (length < 0)
		return not_asked(why, "the inspector took more seconds than", (int)limits->seconds);
	if (end == CONFINED_SIGNAL)
		return not_asked(why, "the inspector was ended by signal", number);
	if (end == CONFINED_NO_PROGRAM)
		return not_asked(why, "the inspector cannot be started", 0);
	return end == CONFINED_DONE || not_asked(why, "the inspector gave up with status", number);
}

void
inspect_file(const char *inspector, int fd, enum file_type type,
    const struct confined_limits *limits, struct inspection *inspection)
{
	const char *const what[] = { file_extension(type), NULL };
	char answer[ANSWER_ROOM], why[WHY_ROOM] = "";
	enum inspection_stop stop;
	bool heard = inspection_ask(inspector, what, fd, limits, answer, why, &stop);

	*inspection = (struct inspection){ .pages = -1, .signatures = -1 };
	inspection->done = heard &&
	    (read_answer(answer, inspection_read_line, inspection) || not_asked(why, nonsense, 0));
	if (!inspection->done)
		*inspection = (struct inspection){ .pages = -1,
			.signatures = -1,
			.stop = heard ? STOP_BROKE : stop };
	memcpy(inspection->why, why, WHY_ROOM);
}

/* ---- what came behind signatures ------------------------------------------- */

/* "behind 26001 kept", "rights 0" */
static bool
revisions_read_line(void *into, const char *line)
{
	struct revisions *revisions = into;
	unsigned long long number;
	char *end;

	if (strncmp(line, "rights ", 7) == 0) {
		number = strtoull(line + 7, &end, 10);
		if (*end != '\0' || number >= 32)
			return false;
		revisions->rights |= (uint32_t)1 << number;
		return true;
	}
	if (strncmp(line, "behind ", 7) != 0 || revisions->count == REVISIONS_MAX)
		return false;
	number = strtoull(line + 7, &end, 10);
	revisions->all[revisions->count].from = (size_t)number;
	revisions->all[revisions->count++].change = strcmp(end, " kept") == 0 ? REVISION_KEPT :
	    strcmp(end, " changed") == 0                                      ? REVISION_CHANGED :
										REVISION_UNKNOWN;
	return true;
}

void
inspect_revisions(const char *inspector, int fd, size_t from, const struct confined_limits *limits,
    struct revisions *revisions)
{
	char answer[ANSWER_ROOM], why[WHY_ROOM] = "", length[24];
	const char *const what[] = { "signed", length, NULL };
	enum inspection_stop stop;

	snprintf(length, sizeof(length), "%zu", from);
	*revisions = (struct revisions){ .done = false };
	revisions->done = inspection_ask(inspector, what, fd, limits, answer, why, &stop) &&
	    (read_answer(answer, revisions_read_line, revisions) || not_asked(why, nonsense, 0));
	if (!revisions->done)
		*revisions = (struct revisions){ .done = false };
	memcpy(revisions->why, why, WHY_ROOM);
}

/* "code https://…", "looked" */
static bool
pages_read_line(void *into, const char *line)
{
	struct page_codes *codes = into;

	if (strcmp(line, "looked") == 0) {
		codes->drawn = true;
		return true;
	}
	if (strncmp(line, "code ", 5) != 0 || strlen(line + 5) >= PAGE_CODE_TEXT)
		return false;
	if (codes->count < PAGE_CODES_MAX)
		snprintf(codes->codes[codes->count++], PAGE_CODE_TEXT, "%s", line + 5);
	return true;
}

void
inspect_pages(const char *inspector, int fd, struct page_codes *codes)
{
	static const char *const what[] = { "pages", NULL };
	char answer[ANSWER_ROOM], why[WHY_ROOM];
	enum inspection_stop stop;

	if (!inspection_ask(inspector, what, fd, &inspection_at_once, answer, why, &stop) ||
	    !read_answer(answer, pages_read_line, codes))
		codes->drawn = false;
}

enum revision_change
revision_behind(const struct revisions *revisions, size_t from)
{
	for (size_t at = 0; at < revisions->count; at++)
		if (revisions->all[at].from == from)
			return revisions->all[at].change;
	return REVISION_UNKNOWN;
}

const char *
inspection_held(const struct inspection *inspection)
{
	static const char
	    *const codes[] = { [STOP_NONE] = "no", [STOP_LIMIT] = "time", [STOP_BROKE] = "broke" };

	return codes[inspection->stop];
}

const char *
inspection_refusal(const struct inspection *inspection, enum file_type type)
{
	static const struct {
		enum inspection_finding inside;
		const char *pdf, *image, *office;
	} refusals[] = {
		{ FINDING_LOCKED,
		    "PDF ini meminta kata sandi, sehingga tim "
		    "verifikasi tidak dapat membukanya. Buka dengan kata "
		    "sandinya, simpan atau cetak ulang sebagai PDF tanpa kata "
		    "sandi, lalu unggah hasilnya.",
		    "",
		    "Berkas ini terkunci kata sandi, sehingga tim verifikasi "
		    "tidak dapat membukanya. Hapus kata sandinya, simpan "
		    "ulang, lalu unggah lagi." },
		{ FINDING_MACROS, "", "",
		    "Berkas Office ini berisi makro "
		    "(program). Simpan ulang tanpa makro atau sebagai PDF, "
		    "lalu unggah hasilnya." },
		{ FINDING_OVERSIZE,
		    "Isi PDF ini jauh lebih besar daripada yang wajar "
		    "untuk ukuran berkasnya. Cetak ulang menjadi PDF, lalu unggah "
		    "hasilnya.",
		    "Ukuran gambar ini terlalu besar untuk "
		    "dibuka (lebih dari 300 juta titik). Kecilkan dahulu, "
		    "misalnya dengan memindai pada 150 dpi, lalu unggah "
		    "hasilnya.",
		    "Isi berkas ini jauh lebih besar daripada yang wajar "
		    "untuk ukuran berkasnya. Buka, simpan ulang atau cetak menjadi "
		    "PDF, lalu unggah hasilnya." },
		{ FINDING_UNREADABLE,
		    "PDF ini rusak dan tidak dapat dibuka. "
		    "Coba buka di komputer Anda; pindai atau simpan ulang, "
		    "lalu unggah hasilnya.",
		    "Gambar ini rusak dan tidak "
		    "dapat dibuka. Ambil atau simpan ulang gambarnya, lalu "
		    "unggah hasilnya.",
		    "Berkas Office ini rusak atau tidak "
		    "lengkap. Buka di komputer Anda, simpan ulang, lalu "
		    "unggah hasilnya." },
	};

	if (!inspection->done)
		return NULL;
	if (inspection->keyless)
		return "PDF ini dulu dibatasi (misalnya tidak boleh dicetak), lalu "
		       "aplikasi yang menambahkan tanda tangan membuang kuncinya, "
		       "sehingga isinya tidak terbaca lagi. Cetak ulang PDF aslinya "
		       "menjadi PDF tanpa batasan, tanda tangani lagi, lalu unggah "
		       "hasilnya.";
	for (size_t at = 0; at < sizeof(refusals) / sizeof(refusals[0]); at++)
		if ((inspection->findings & FINDING_FLAG(refusals[at].inside)) != 0)
			return type == FILE_PDF ?
			    refusals[at].pdf :
			    type == FILE_JPEG || type == FILE_PNG ?
			    refusals[at].image :
			    refusals[at].office;
	return NULL;
}
