/* SPDX-License-Identifier: ISC */
/*
 * So many uploads, papers, exports and ZIPs an hour for each account: who asks
 * by a program cannot keep the others waiting, and who works never meets it.
 */
#include "frame/allowance.h"

#include "frame/kept.h"
#include "base/banned.h"

enum { HOUR = 3600, MICROSECONDS = 1000000 };

static const struct {
	unsigned flag;
	enum setting setting;
	const char *kind; /* as in the column allowance.kind */
	const char *what; /* "100 …", for the person */
} allowances[] = {
	{ ROUTE_UPLOADS, SETTING_UPLOADS_PER_HOUR, "upload", "unggahan" },
	{ ROUTE_PAPERS, SETTING_PAPERS_PER_HOUR, "paper", "lembar" },
	{ ROUTE_EXPORTS, SETTING_EXPORTS_PER_HOUR, "export", "ekspor" },
	{ ROUTE_PACKS, SETTING_ZIPS_PER_HOUR, "zip", "berkas ZIP" },
};
enum { ALLOWANCES = sizeof(allowances) / sizeof(allowances[0]) };

static int
allowance_spent(struct context *context, size_t which, int64_t limit, int64_t seconds)
{
	answer_header(context->request, "Retry-After",
	    arena_format(context->arena, "%lld", (long long)seconds));
	return context_refuse(context, 429,
	    "Akun Anda sudah meminta %lld %s dalam satu jam, sebanyak yang dapat dilayani tanpa "
	    "membuat orang lain menunggu. Lanjutkan %lld menit lagi; tidak ada yang hilang, dan "
	    "halaman lain tetap dapat dipakai.",
	    (long long)limit, allowances[which].what, (long long)(seconds + 59) / 60);
}

int
allowance_take(struct context *context, const struct route *route, bool only_asked)
{
	bool looks = route->method == METHOD_GET;
	int64_t limit, each, wait;
	size_t which = 0;
	int result;

	while (which < ALLOWANCES && (route->flags & allowances[which].flag) == 0)
		which++;
	if (which == ALLOWANCES || context->actor.account_id == 0)
		return 0;
	result = kept_setting_number(context, allowances[which].setting, &limit);
	if (result != 0)
		return context_status(context, result);
	each = HOUR * (int64_t)MICROSECONDS / limit;
	result = db_run(context->db, STATEMENT_ALLOWANCE_TAKE, db_int(context->actor.account_id),
	    db_text(allowances[which].kind), db_int(only_asked ? 0 : each), db_int(each),
	    db_int(only_asked ? 0 : each));
	if (result == DB_UNABLE && looks)
		return 0;
	if (result < 0)
		return context_status(context, result);
	wait = db_last_key(context->db) - 1;
	return wait <= 0 ? 0 : allowance_spent(context, which, limit, wait);
}
