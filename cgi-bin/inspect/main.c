/* SPDX-License-Identifier: ISC */
/*
 * inspect KIND [LENGTH] <FILE
 *
 * Says on stdout what is in the file, one finding a line and "end" behind
 * them: see store/inspection.h, which starts it and reads that.  A process of
 * its own, since libraries that parse what strangers send may break or hang.
 * For the kind "signed" LENGTH is that of the document before anybody signed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inspect/inspect.h"
#include "base/part.h"
#include "base/banned.h"

enum { NO_PROGRAM = 127 }; /* store/confined.h takes it for one that is not there */

/* What looks at it, or the name of that in the part for PDFs. */
static const struct inspected_kind {
	const char *kind;
	looks_at *look;
	const char *by_part;
} kinds[] = {
	{ "pdf", .by_part = "look_at_pdf" },
	{ "signed", .by_part = "look_at_signed_pdf" },
	{ "pages", .by_part = "look_at_pictures" },
	{ "png", .look = look_at_png },
	{ "jpg", .look = look_at_jpeg },
	{ "docx", .look = look_at_package },
	{ "xlsx", .look = look_at_package },
	{ "pptx", .look = look_at_package },
	{ "odt", .look = look_at_package },
	{ "ods", .look = look_at_package },
};

/*
 * Opened while the process may still open anything.  Where the part is not there, as
 * where all is linked statically, it is as if there were no inspector for these: such a
 * file stays "not looked into", and is not held.
 */
static void *
inspect_part(const char *name)
{
	void *function = part_there("inspect_pdf") ? part_function("inspect_pdf", name) : NULL;

	if (function == NULL)
		_exit(NO_PROGRAM);
	return function;
}

static int
inspect_answer(const struct look *look)
{
	if (look->pages >= 0)
		printf("pages %ld\n", look->pages);
	if (look->signatures >= 0)
		printf("signatures %ld\n", look->signatures);
	for (enum inspection_finding inside = 0; inside < FINDINGS; inside++)
		if ((look->findings & FINDING_FLAG(inside)) != 0)
			printf("finding %s\n", finding_code(inside));
	if (look->keyless)
		puts("keyless");
	puts("end");
	return fflush(stdout) == 0 ? 0 : 1;
}

int
main(int count, char **words)
{
	struct look look = { .pages = -1, .signatures = -1 };
	const struct inspected_kind *of = NULL;
	looks_at *look_at;
	struct stat about;

	for (size_t at = 0; (count == 2 || count == 3) && at < sizeof(kinds) / sizeof(kinds[0]);
	     at++)
		if (strcmp(words[1], kinds[at].kind) == 0)
			of = &kinds[at];
	if (of == NULL) {
		fputs("usage: inspect KIND [LENGTH], the file on stdin\n", stderr);
		return 2;
	}
	if (fstat(0, &about) != 0 || !S_ISREG(about.st_mode)) {
		fputs("inspect: stdin is not a file\n", stderr);
		return 2;
	}
	if (about.st_size == 0) {
		note(&look, FINDING_UNREADABLE);
		return inspect_answer(&look);
	}
	look.length = (size_t)about.st_size;
	if (count == 3)
		look.from = (size_t)strtoull(words[2], NULL, 10);
	if (look.from > look.length)
		look.from = 0;
	look.bytes = mmap(NULL, look.length, PROT_READ, MAP_PRIVATE, 0, 0);
	if (look.bytes == MAP_FAILED) {
		perror("inspect: mmap");
		return 1;
	}
	look_at = of->look;
	if (look_at == NULL)
		*(void **)&look_at = inspect_part(of->by_part);
	if (strcmp(of->kind, "pages") == 0) {
		opens_qr *open;

		*(void **)&open = inspect_part("qr_open");
		look.qr = open();
	}
	sandbox_enter(SANDBOX_ALONE);
	look_at(&look);
	return inspect_answer(&look);
}
