/* SPDX-License-Identifier: ISC */
/*
 * The limits for what an administrator loads, apart from the readers: whoever
 * reads CSV alone needs no ZIP and no XML.
 */
#include "sheet/sheet.h"

#include "base/banned.h"

const struct format_limits sheet_limits_import = {
	.rows = 20000,
	.columns = 100,
	.cell = 65536, /* Excel: 32,767 characters */
	.total = 8u << 20,
	.strings = 100000,
	.entries = 1000,
	.inflated = 32u << 20,
	.ratio = 200,
};
