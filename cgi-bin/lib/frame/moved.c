/* SPDX-License-Identifier: ISC */
/*
 * Where pages went: an address that people may have bookmarked leads to the one
 * that the page has now, with its query.
 */
#include "frame/route.h"

#include "base/banned.h"

/*
 * Addresses that pages had before, which people keep in bookmarks, letters and
 * each other's messages: they lead to where the page is now, for as long as
 * this table says so.  A form is never posted to an old address.
 */
const struct moved moved_addresses[] = {
	{ "cycle", "/accounts/workbook", "/accounts/table.xlsx" },
	{ "cycle", "/agencies/workbook", "/agencies/table.xlsx" },
	{ "cycle", "/accounts/many", "/accounts/bulk" },
	{ "cycle", "/regions/#/authorities", "/regions/#/trust-anchors" },
	{ "exchange", "/collect", "/import" },
	{ "exchange", "/collect/#", "/import/#" },
	{ "exchange", "/cycles/#/bundle", "/cycles/#/package" },
	{ "paper", "/cycle/#/draft/told", "/cycle/#/draft/notified" },
	{ "questionnaire", "/#/carry", "/#/carry-over" },
	{ "report", "/events/csv", "/events/table.csv" },
	{ "report", "/history/csv", "/history/table.csv" },
	{ "report", "/region/#/missing", "/region/#/gaps" },
	{ "report", "/region/#/veracity", "/region/#/accuracy" },
	{ "upload", "/gather", "/bulk-attach" },
	{ "upload", "/promise/#", "/pending/#" },
	{ "upload", "/promise/#/#", "/pending/#/#" },
	{ .program = NULL },
};
