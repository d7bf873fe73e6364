/* SPDX-License-Identifier: ISC */
/*
 * In the place of pdf.c, pdf_change.c and qr.c where the inspector is linked without
 * shared libraries: libqpdf brings some along that there are none of to link, and
 * libzbar is opened.  As if there were no inspector for these: such a file stays "not
 * looked into", and is not held.
 */
#include <stdlib.h>
#include <unistd.h>

#include "inspect/inspect.h"
#include "base/banned.h"

enum { NO_PROGRAM = 127 }; /* store/confined.h takes it for one that is not there */

void
look_at_pdf(struct look *look)
{
	(void)look;
	_exit(NO_PROGRAM);
}

void
look_at_signed_pdf(struct look *look)
{
	look_at_pdf(look);
}

struct qr_reader *
qr_open(void)
{
	return NULL;
}

void
look_at_pictures(struct look *look)
{
	look_at_pdf(look);
}
