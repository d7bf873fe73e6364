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

#include "inspect/inspect.h"
#include "base/banned.h"

static const struct {
	const char *kind;
	void (*look)(struct look *);
} kinds[] = {
	{ "pdf", look_at_pdf },
	{ "signed", look_at_signed_pdf },
	{ "pages", look_at_pictures },
	{ "png", look_at_png },
	{ "jpg", look_at_jpeg },
	{ "docx", look_at_package },
	{ "xlsx", look_at_package },
	{ "pptx", look_at_package },
	{ "odt", look_at_package },
	{ "ods", look_at_package },
};

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
	void (*look_at)(struct look *) = NULL;
	struct stat about;

	for (size_t at = 0; (count == 2 || count == 3) && at < sizeof(kinds) / sizeof(kinds[0]);
	     at++)
		if (strcmp(words[1], kinds[at].kind) == 0)
			look_at = kinds[at].look;
	if (look_at == NULL) {
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
	if (look_at == look_at_pictures)
		look.qr = qr_open();
	sandbox_enter(SANDBOX_ALONE);
	look_at(&look);
	return inspect_answer(&look);
}
