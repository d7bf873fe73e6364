/* SPDX-License-Identifier: ISC */
/*
 * Forms that anybody may post without account: offered with a token, judged when they
 * come back, and counted by address and in all.
 */
#include "guest/guest.h"

#include <string.h>
#include <time.h>

#include "frame/kept.h"
#include "frame/words.h"
#include "base/banned.h"

enum { HOUR = 3600, MICROSECONDS = 1000000, ANSWERED_COUNTS = 2, SHARES = 8, SHARED_FROM = 1000 };

/* ---- the key of this instance ------------------------------------------------ */

/* Made when it is wanted first; of two who make it at once the first one's counts. */
static int
guest_read_key(struct context *context, struct arena *arena, const void *what, const void **value)
{
	unsigned char fresh[GUEST_KEY_BYTES];
	const void *secret;
	size_t length;
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_GUEST_KEY);

	(void)what;
	if (result == 0) {
		random_bytes(fresh, sizeof(fresh));
		result = db_run(context->db, STATEMENT_GUEST_KEY_MAKE,
		    db_bytes(fresh, sizeof(fresh)));
		if (result >= 0)
			result = db_select(context->db, &rows, STATEMENT_GUEST_KEY);
	}
	if (result <= 0)
		return result < 0 ? result : DB_FAILED;
	secret = row_bytes(&rows, 0, "secret", &length);
	*value = arena_copy(arena, secret, length);
	return 0;
}

/* 0 or a status. */
static int
guest_key(struct context *context, const unsigned char **key)
{
	const void *value = NULL;
	int result = kept_of_world(context, (struct cache_key){ CACHE_GUEST_KEY, 0, 0 },
	    guest_read_key, NULL, &value);

	*key = value;
	return context_status(context, result);
}

/* ---- offered and judged ------------------------------------------------------- */

int
guest_offer(struct context *context, struct guest_offer *offer)
{
	const unsigned char *key;
	int status = guest_key(context, &key);

	*offer = (struct guest_offer){ .token = "" };
	if (status != 0)
		return status;
	guest_token_make(offer->token, key, (int64_t)time(NULL));
	offer->sum = guest_token_sum(offer->token, key);
	return 0;
}

static const char *
guest_question(struct context *context, const struct guest_offer *offer)
{
	return arena_format(context->arena, "Berapa %s ditambah %s?",
	    words_spelled(context->arena, offer->sum.first),
	    words_spelled(context->arena, offer->sum.second));
}

static void
fill_guest(struct context *context, const char *token, const char *question)
{
	struct node *node = page_node(&context->page, "Guest");

	node_set(node, "token", token);
	node_set_int(node, "bits", GUEST_WORK_BITS);
	node_set(node, "question", question);
}

void
guest_fill(struct context *context, const struct guest_offer *offer)
{
	fill_guest(context, offer->token, guest_question(context, offer));
}

void
guest_fill_holes(struct context *context)
{
	fill_guest(context, PAGE_HOLE(0), PAGE_HOLE(1));
}

int
guest_page_answer(struct context *context, const struct page_asked *asked)
{
	const char *holes[PAGE_HOLES];
	const struct kept_page *page;
	struct guest_offer offer;
	int status = kept_page_find(context, asked, &page);

	if (status == 0)
		status = guest_offer(context, &offer);
	if (status != 0)
		return status;
	holes[0] = offer.token;
	holes[1] = guest_question(context, &offer);
	kept_page_send(context, page, holes);
	return 0;
}

static void
guest_judge(struct guest *guest, const unsigned char *key)
{
	struct form *form = &guest->context->form;
	bool good = guest_token_good(guest->token, key, (int64_t)time(NULL));

	if (*form_text(form, GUEST_TRAP) != '\0')
		form_error(form, GUEST_TRAP,
		    "Kosongkan kotak ini: kotak ini hanya untuk mengenali kiriman otomatis.");
	guest->by_script = good && guest_worked(guest->token, form_text(form, GUEST_WORK));
	if (!good)
		form_error(form, GUEST_ANSWER,
		    "Halaman ini sudah terbuka terlalu lama. Jawab pertanyaan yang baru, lalu "
		    "kirim lagi; yang Anda tulis masih ada.");
	else if (!guest->by_script &&
	    !guest_sum_typed(guest_token_sum(guest->token, key), form_text(form, GUEST_ANSWER)))
		form_error(form, GUEST_ANSWER,
		    "Jawaban belum cocok. Jumlahkan kedua bilangan dalam pertanyaan yang baru, "
		    "lalu tulis hasilnya, misalnya 12.");
}

/* 0 or a status. */
static int
guest_limits(struct guest *guest)
{
	struct context *context = guest->context;
	int result = kept_setting_number(context, SETTING_GUEST_POSTS_PER_HOUR, &guest->of_address);

	if (result == 0)
		result = kept_setting_number(context, SETTING_GUEST_POSTS_OF_ALL, &guest->of_all);
	return context_status(context, result);
}

int
guest_ticket_of(struct context *context, const char *text, char secret[TICKET_LETTERS + 1],
    unsigned char hash[SHA256_BYTES])
{
	unsigned char digest[SHA256_BYTES];
	char hex[2 * SHA256_BYTES + 1];
	const unsigned char *key;
	int status = guest_key(context, &key);

	if (status != 0)
		return status;
	sha256(digest, text, strlen(text));
	hex_text(hex, digest, sizeof(digest));
	/* In the form of a token, which a secret comes of; no page has this one. */
	ticket_secret(secret,
	    arena_format(context->arena, "%.8s.%.32s.%.32s", hex, hex + 8, hex + 32), key);
	sha256(hash, secret, TICKET_LETTERS);
	return 0;
}

int
guest_token_read(struct context *context, struct guest *guest)
{
	const unsigned char *key;
	int status = guest_key(context, &key);

	*guest = (struct guest){ .context = context,
		.token = form_text(&context->form, GUEST_TOKEN) };
	if (status != 0)
		return status;
	guest_judge(guest, key);
	sha256(guest->mark, guest->token, strlen(guest->token));
	ticket_secret(guest->secret, guest->token, key);
	sha256(guest->hash, guest->secret, TICKET_LETTERS);
	return guest_limits(guest);
}

int
guest_known(struct context *context, struct guest *guest)
{
	*guest = (struct guest){ .context = context, .by_script = true };
	return guest_limits(guest);
}

/* ---- counted -------------------------------------------------------------------- */

static int64_t
guest_cost(int64_t an_hour, int64_t these)
{
	return HOUR * (int64_t)MICROSECONDS / an_hour * these;
}

/*
 * The rate of all stands in one row, which every post locks until it is stored: each would wait
 * for the one before.  So a rate wide enough stands in several rows of a share each, of which a
 * post takes one by chance; chance fills them alike.
 */
static int64_t
guest_shares(int64_t of_all)
{
	return of_all < SHARED_FROM ? 1 : SHARES;
}

/* The key of the share's row. */
static void
guest_share_key(struct context *context, const char *of, int64_t shares,
    unsigned char key[SHA256_BYTES])
{
	const char *text;
	unsigned char chance;

	random_bytes(&chance, 1);
	text = arena_format(context->arena, "%s/%d", of, (int)(chance % shares));
	sha256(key, text, strlen(text));
}

/* These of so many an hour of the address and of all, in one statement.  Seconds to wait, 0 for
 * none, or enum db_error. */
static int
guest_take_both(struct context *context, const char *of, int64_t of_address, int64_t of_all,
    int64_t these)
{
	const char *address = arena_format(context->arena, "%s %s", of, context_network(context));
	unsigned char one[SHA256_BYTES], all[SHA256_BYTES];
	int64_t shares = guest_shares(of_all);
	int result;

	sha256(one, address, strlen(address));
	guest_share_key(context, of, shares, all);
	result = db_run(context->db, STATEMENT_GUEST_TAKE, db_bytes(one, sizeof(one)),
	    db_int(guest_cost(of_address, these)), db_bytes(all, sizeof(all)),
	    db_int(guest_cost(of_all, these * shares)));
	return result < 0 ? result : (int)(db_last_key(context->db) - 1);
}

static int
refuse_crowd(struct context *context, int seconds)
{
	answer_header(context->request, "Retry-After", arena_format(context->arena, "%d", seconds));
	return context_stop(context, 429,
	    "Terlalu banyak kiriman dalam satu jam terakhir. Kirim lagi setelah %d menit; yang "
	    "Anda tulis masih ada di halaman sebelumnya.",
	    (seconds + 59) / 60);
}

int
guest_take(const struct guest *guest)
{
	struct context *context = guest->context;
	int wait = guest_take_both(context, context->program, guest->of_address, guest->of_all,
	    guest->by_script ? 1 : ANSWERED_COUNTS);

	return wait > 0 ? refuse_crowd(context, wait) : wait;
}

struct guest_files {
	struct context *context;
	int64_t mebibytes, of_address, of_all;
	int wait;
};

static int
take_mebibytes(struct db *db, void *argument)
{
	struct guest_files *files = argument;
	struct context *context = files->context;

	files->wait = guest_take_both(context,
	    arena_format(context->arena, "files %s", context->program), files->of_address,
	    files->of_all, files->mebibytes);
	return files->wait > 0 ? db_stop(db, 429) : files->wait;
}

int
guest_take_files(const struct guest *guest, int64_t mebibytes)
{
	struct context *context = guest->context;
	struct guest_files files = { .context = context, .mebibytes = mebibytes };
	int result = kept_setting_number(context, SETTING_GUEST_MIB_PER_HOUR, &files.of_address);

	if (result == 0)
		result = kept_setting_number(context, SETTING_GUEST_MIB_OF_ALL, &files.of_all);
	if (result == 0)
		result = db_txn(context->db, take_mebibytes, &files);
	return result == DB_STOPPED ? files.wait : result;
}
