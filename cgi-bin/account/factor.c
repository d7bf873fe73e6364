/* SPDX-License-Identifier: ISC */
#include <time.h>

#include "account/account.h"
#include "base/qr.h"
#include "frame/session.h"
#include "store/second_factor.h"
#include "base/banned.h"

enum { QUIET = 4 };	/* modules of white around a QR code (ISO/IEC 18004) */

enum { CODE, NEXT };

const struct field code_fields[] = {
	[CODE] = { .name = "code", .kind = FIELD_TEXT, .label = "Kode",
	    .required = true, .max = 40 },
	[NEXT] = { .name = "next", .kind = FIELD_TEXT, .label = "Tujuan",
	    .max = NEXT_MAX },
	{ .name = NULL },
};

const struct field set_up_fields[] = {
	[CODE] = { .name = "code", .kind = FIELD_TEXT, .label = "Kode",
	    .required = true, .max = 40 },
	{ .name = NULL },
};

enum { PASSWORD };

const struct field password_only_fields[] = {
	[PASSWORD] = { .name = "password", .kind = FIELD_SECRET,
	    .label = "Kata sandi", .required = true, .max = PASSWORD_MAX },
	{ .name = NULL },
};

static bool
compulsory(struct visit *visit)
{
	return role_listed(visit_setting(visit, "second_factor_roles", ""),
	    visit->actor.role);
}

/* The owner's account and factor, for the pages that change it. */
static int
own_factor(struct visit *visit, struct account *account,
    struct factor *factor)
{
	int status = own_account(visit, account);
	int found;

	if (status != 0)
		return status;
	found = factor_read(visit->db, factor, account->id);
	return found < 0 ? visit_status(visit, found) : 0;
}

/* ---- at sign-in ---- */

static int
ask_code(struct visit *visit, const char *view, int status)
{
	fill_form(visit);
	page_set(&visit->page, "Form.value.code", "");
	return visit_show_status(visit, view, status);
}

/* A code was asked for; `take` says whether it is good. */
static int
judge_code(struct visit *visit, const char *view, const char *wrong,
    db_work *take)
{
	struct form *form = &visit->form;
	const char *next = form_text(form, NEXT);
	int result;

	if (!visit->actor.needs_second_factor)
		return next_go(visit, next);
	if (!form_ok(form))
		return ask_code(visit, view, 422);
	result = own_count(visit, "code");
	if (result == 0) {
		form_error(form, CODE, "Terlalu banyak percobaan. Tunggu "
		    "beberapa menit, lalu coba lagi.");
		return ask_code(visit, view, 429);
	}
	if (result > 0)
		result = db_txn(visit->db, take, visit);
	if (result == 422) {
		form_error(form, CODE, "%s", wrong);
		return ask_code(visit, view, 422);
	}
	if (result != 0 || (result = own_forget(visit, "code")) != 0 ||
	    (result = session_complete(visit)) != 0)
		return visit_status(visit, result);
	if (visit->actor.must_change_password)
		return next_ask(visit, "/account/password", next);
	return next_go(visit, next);
}

static int
take_code(struct db *db, void *argument)
{
	struct visit *visit = argument;
	const struct account account = { .id = visit->actor.account_id };
	int result = factor_try(db, &account, form_text(&visit->form, CODE),
	    time(NULL));

	return result == 0 ? 422 : result < 0 ? result : 0;
}

static int
take_recovery(struct db *db, void *argument)
{
	struct visit *visit = argument;
	struct account account;
	int result = account_read(db, &account, visit->actor.account_id);

	if (result == 1)
		result = factor_try_recovery(db, &account,
		    form_text(&visit->form, CODE));
	return result == 0 ? 422 : result < 0 ? result : 0;
}

int
give_code(struct visit *visit)
{
	return judge_code(visit, "account/code", "Kode tidak cocok atau sudah "
	    "dipakai. Tunggu kode berikutnya di aplikasi, lalu ketik lagi. "
	    "Pastikan jam telepon Anda tepat.", take_code);
}

int
show_recovery(struct visit *visit)
{
	if (!visit->actor.needs_second_factor)
		return visit_redirect(visit, "/account/start");
	page_set(&visit->page, "Form.value.next",
	    next_own(form_text(&visit->form, 0)));
	return visit_show(visit, "account/recovery");
}

int
give_recovery(struct visit *visit)
{
	return judge_code(visit, "account/recovery", "Kode pemulihan tidak "
	    "cocok atau sudah dipakai. Tiap kode hanya berlaku sekali.",
	    take_recovery);
}

/* ---- setting up and looking after it ---- */

int
show_factor(struct visit *visit)
{
	struct account account;
	struct factor factor;
	int status;

	page_set(&visit->page, "Form.value.next",
	    next_own(form_text(&visit->form, 0)));
	if (visit->actor.needs_second_factor)
		return visit_show(visit, "account/code");
	status = own_factor(visit, &account, &factor);
	if (status != 0)
		return status;
	page_set(&visit->page, "Factor.on", factor.on ? "1" : "");
	page_set(&visit->page, "Factor.compulsory",
	    compulsory(visit) ? "1" : "");
	page_set_int(&visit->page, "Factor.codes_left", factor.codes_left);
	return visit_show(visit, "account/second-factor");
}

int
begin_factor(struct visit *visit)
{
	int result = factor_begin(visit->db, visit->actor.account_id);

	if (result < 0)
		return visit_status(visit, result);
	return visit_redirect(visit, result == 1 ?
	    "/account/second-factor/set-up" : "/account/second-factor");
}

/* The secret as one line to type, in groups of four. */
static void
fill_secret(struct visit *visit, const struct account *account,
    const struct factor *factor)
{
	struct buffer groups = { .arena = visit->arena };
	char text[TOTP_TEXT];
	const char *path;
	int size;

	totp_text(text, factor->secret);
	for (size_t at = 0; text[at] != '\0'; at++) {
		if (at > 0 && at % 4 == 0)
			buffer_char(&groups, ' ');
		buffer_char(&groups, text[at]);
	}
	page_set(&visit->page, "Factor.secret", groups.bytes);
	path = qr_path(visit->arena, arena_format(visit->arena,
	    "otpauth://totp/Matang:%s?secret=%s&issuer=Matang",
	    account->username, text), &size);
	if (path == NULL)
		return;
	page_set(&visit->page, "Factor.path", path);
	page_set(&visit->page, "Factor.view", arena_format(visit->arena,
	    "%d %d %d %d", -QUIET, -QUIET, size + 2 * QUIET,
	    size + 2 * QUIET));
}

static int
show_secret(struct visit *visit, int status)
{
	struct account account;
	struct factor factor;
	int refused = own_factor(visit, &account, &factor);

	if (refused != 0)
		return refused;
	if (!factor.begun || factor.on)
		return visit_redirect(visit, "/account/second-factor");
	fill_secret(visit, &account, &factor);
	return status == 200 ? visit_show(visit, "account/set-up") :
	    ask_code(visit, "account/set-up", status);
}

int
show_set_up(struct visit *visit)
{
	return show_secret(visit, 200);
}

/* They are shown in the answer itself, once: only their hashes are kept. */
static int
show_codes(struct visit *visit, const struct recovery *recovery)
{
	struct node *codes = page_node(&visit->page, "Codes.list");

	for (size_t at = 0; at < RECOVERY_CODES; at++)
		node_set(node_row(codes, at), "code", recovery->codes[at]);
	return visit_show(visit, "account/codes");
}

struct confirming {
	struct visit *visit;
	struct account account;
	struct recovery recovery;
};

static int
confirm(struct db *db, void *argument)
{
	struct confirming *confirming = argument;
	int result = factor_try(db, &confirming->account,
	    form_text(&confirming->visit->form, CODE), time(NULL));

	if (result < 1)
		return result == 0 ? 422 : result;
	return factor_confirm(db, &confirming->account,
	    &confirming->recovery);
}

int
set_up(struct visit *visit)
{
	struct confirming confirming = { .visit = visit };
	struct factor factor;
	int result = own_factor(visit, &confirming.account, &factor);

	if (result != 0)
		return result;
	if (!factor.begun || factor.on)
		return visit_redirect(visit, "/account/second-factor");
	if (!form_ok(&visit->form))
		return show_secret(visit, 422);
	result = db_txn(visit->db, confirm, &confirming);
	if (result == 422) {
		form_error(&visit->form, CODE, "Kode tidak cocok. Ketik enam "
		    "angka yang sekarang tampak di aplikasi, dan pastikan jam "
		    "telepon Anda tepat.");
		return show_secret(visit, 422);
	}
	if (result != 0 || (result = session_complete(visit)) != 0)
		return visit_status(visit, result);
	visit->actor.needs_set_up = false;
	return show_codes(visit, &confirming.recovery);
}

/* Factor on and password right: then the work is done in one transaction. */
static int
with_password(struct visit *visit, const char *view,
    struct confirming *confirming, db_work *work)
{
	struct factor factor;
	int status = own_factor(visit, &confirming->account, &factor);

	if (status != 0)
		return status;
	if (!factor.on)
		return visit_redirect(visit, "/account/second-factor");
	if (!form_ok(&visit->form))
		return visit_show_errors(visit, view);
	status = own_password(visit, &confirming->account, PASSWORD);
	if (status == 422 || status == 429) {
		fill_form(visit);
		return visit_show_status(visit, view, status);
	}
	return status != 0 ? status : visit_status(visit, db_txn(visit->db,
	    work, confirming));
}

int
show_renew(struct visit *visit)
{
	return visit_show(visit, "account/renew");
}

static int
make_codes(struct db *db, void *argument)
{
	struct confirming *confirming = argument;

	return factor_renew(db, &confirming->account, &confirming->recovery);
}

int
renew(struct visit *visit)
{
	struct confirming confirming = { .visit = visit };
	int status = with_password(visit, "account/renew", &confirming,
	    make_codes);

	if (status != 0 || visit->request->answered)
		return status;
	page_set(&visit->page, "Codes.renewed", "1");
	return show_codes(visit, &confirming.recovery);
}

static int
refuse_compulsory(struct visit *visit)
{
	return visit_refuse(visit, 403, "Verifikasi dua langkah wajib untuk "
	    "peran Anda, jadi tidak dapat dimatikan. Bila telepon Anda "
	    "berganti, administrator dapat mengaturnya ulang.");
}

int
show_switch_off(struct visit *visit)
{
	return compulsory(visit) ? refuse_compulsory(visit) :
	    visit_show(visit, "account/switch-off");
}

static int
end_factor(struct db *db, void *argument)
{
	struct confirming *confirming = argument;

	return factor_end(db, &confirming->account);
}

int
switch_off(struct visit *visit)
{
	struct confirming confirming = { .visit = visit };
	int status;

	if (compulsory(visit))
		return refuse_compulsory(visit);
	status = with_password(visit, "account/switch-off", &confirming,
	    end_factor);
	return status != 0 || visit->request->answered ? status :
	    visit_redirect(visit, "/account/second-factor?done=off");
}
