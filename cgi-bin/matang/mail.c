/* SPDX-License-Identifier: ISC */
/*
 * Letters: messages that are due are put together, one letter for a person,
 * and handed to the host's sendmail (store/sendmail.h).  A letter is claimed
 * before, and what became of it is kept after; what a killed run left between
 * the two is looked up in its receipt.
 */
#include <string.h>
#include <unistd.h>

#include "base/secret.h"
#include "matang/job.h"
#include "matang/letter.h"
#include "rules/field.h"
#include "store/sendmail.h"
#include "store/setting.h"
#include "base/banned.h"

enum {
	AT_ONCE = 100,
	OLD_DAYS = 7,      /* what nobody was written of for so long */
	MESSAGES_MAX = 20, /* in words in one letter */
	PATIENCE = 60,     /* seconds for sendmail */
	TRIES_MAX = 9,     /* with pauses of 5, 10, 20 … minutes: 21 hours in all */
	FIRST_PAUSE = 5,   /* minutes */
	HOST_BYTES = 80,
	TOKEN_BYTES = CODE_TEXT
};

struct posting {
	struct job_run *run;
	struct sendmail sendmail;
	char host[HOST_BYTES + 1];
};

/* ---- putting together ----------------------------------------------------------- */

struct composing {
	int64_t account_id;
	int64_t pause; /* minutes between two letters to one person */
	char token[TOKEN_BYTES];
};

/* In one transaction; an account that was ended, or has no address, gets none. */
static int
compose_one(struct db *db, void *argument)
{
	const struct composing *composing = argument;
	int64_t account = composing->account_id, mail;
	struct rows person;
	int result = db_select(db, &person, STATEMENT_LETTER_PERSON, db_int(composing->pause),
	    db_int(account));

	if (result > 0)
		result = db_run(db, STATEMENT_LETTER_DROP, db_int(account), db_int(OLD_DAYS),
		    db_int(row_int(&person, 0, "unable")));
	if (result < 0)
		return result;
	if (row_int(&person, 0, "paused") != 0) {
		result = db_run(db, STATEMENT_LETTER_POSTPONE, db_int(composing->pause),
		    db_int(account));
		return result < 0 ? result : 0;
	}
	result = db_run(db, STATEMENT_LETTER_BEGIN, db_int(account), db_text(composing->token));
	if (result < 0)
		return result;
	mail = db_last_key(db);
	result = db_run(db, STATEMENT_LETTER_TAKE, db_int(mail), db_int(account));
	if (result == 0) /* all of it was read meanwhile */
		result = db_run(db, STATEMENT_LETTER_CANCEL, db_int(mail));
	return result < 0 ? result : 0;
}

static int
compose(struct job_run *run)
{
	struct composing composing;
	int result = setting_number(run->work->db, SETTING_MAIL_PAUSE_MINUTES, &composing.pause);

	while (result >= 0 && job_has_time(run)) {
		struct rows due;

		job_fresh(run);
		result = db_select(run->work->db, &due, STATEMENT_LETTER_DUE);
		if (result <= 0)
			break;
		composing.account_id = row_int(&due, 0, "account_id");
		random_code(composing.token);
		result = db_txn(run->work->db, compose_one, &composing);
	}
	return result < 0 ? result : 0;
}

/* ---- sending -------------------------------------------------------------------- */

static const char *
posting_name(struct posting *posting, int64_t id, int64_t tries)
{
	return arena_format(&posting->run->arena, "%lld-%lld", (long long)id, (long long)tries);
}

/* 0 or enum db_error. */
static int
mail_ended(struct posting *posting, const char *state, const char *said, int64_t id, int64_t tries)
{
	int result = db_run(posting->run->work->db, STATEMENT_LETTER_ENDED, db_text(state),
	    db_text(said), db_int(id), db_int(tries));

	return result < 0 ? result : 0;
}

static int
mail_later(struct posting *posting, int64_t minutes, const char *said, int64_t id, int64_t tries)
{
	int result = db_run(posting->run->work->db, STATEMENT_LETTER_LATER, db_int(minutes),
	    db_text(said), db_int(id), db_int(tries));

	return result < 0 ? result : 0;
}

/* What became of a try is kept; then its files are needed no more. */
static int
mail_settle(struct posting *posting, enum sendmail_end end, const char *said, int64_t id,
    int64_t tries)
{
	struct job_run *run = posting->run;
	int result = 0;

	switch (end) {
	case SENDMAIL_TAKEN:
		result = mail_ended(posting, "sent", "", id, tries);
		if (result == 0)
			job_tell(run, "letter %lld is sent", (long long)id);
		break;
	case SENDMAIL_UNKNOWN:
		result = mail_ended(posting, "uncertain", said, id, tries);
		job_problem(run, "letter %lld: nobody knows whether it was sent; not sent again",
		    (long long)id);
		break;
	case SENDMAIL_REFUSED:
		result = mail_ended(posting, "given_up", said, id, tries);
		job_problem(run, "letter %lld is refused: %s", (long long)id, said);
		break;
	case SENDMAIL_LATER:
	case SENDMAIL_FAILED:
		if (tries >= TRIES_MAX) {
			result = mail_ended(posting, "given_up", said, id, tries);
			job_problem(run, "letter %lld is given up: %s", (long long)id, said);
			break;
		}
		result = mail_later(posting, (int64_t)FIRST_PAUSE << (tries - 1), said, id, tries);
		job_tell(run, "letter %lld is tried again later: %s", (long long)id, said);
		break;
	case SENDMAIL_UNTRIED:
		result = mail_later(posting, 0, said, id, tries);
		break;
	case SENDMAIL_RUNNING:
		job_tell(run, "letter %lld is not over yet", (long long)id);
		return 0;
	}
	if (result == 0)
		sendmail_forget(&posting->sendmail, posting_name(posting, id, tries));
	return result;
}

/* What runs before this one left. */
static int
settle_left(struct posting *posting)
{
	struct job_run *run = posting->run;
	char said[SENDMAIL_SAID];
	const char **names;
	struct rows rows;
	int result = db_select(run->work->db, &rows, STATEMENT_LETTER_LEFT, db_text(posting->host));

	if (result < 0)
		return result;
	names = arena_array(&run->arena, rows.count + 1, sizeof(*names));
	for (size_t row = 0; row < rows.count; row++)
		names[row] = posting_name(posting, row_int(&rows, row, "id"),
		    row_int(&rows, row, "tries"));
	sendmail_tidy(&posting->sendmail, names, rows.count);
	for (size_t row = 0; row < rows.count && result >= 0; row++)
		result = mail_settle(posting, sendmail_look(&posting->sendmail, names[row], said),
		    said, row_int(&rows, row, "id"), row_int(&rows, row, "tries"));
	if (result >= 0)
		result = db_run(run->work->db, STATEMENT_LETTER_LOST, db_text(posting->host));
	return result < 0 ? result : 0;
}

/* What a letter tells: its messages and how many there are, or what a guest is told. */
static int
read_told(struct posting *posting, int64_t id, bool to_guest, struct rows *messages, int64_t *told)
{
	struct db *db = posting->run->work->db;
	struct rows count;
	int result = to_guest ?
	    db_select(db, messages, STATEMENT_LETTER_TO_GUEST, db_int(id)) :
	    db_select(db, messages, STATEMENT_LETTER_MESSAGES, db_int(id), db_int(MESSAGES_MAX));

	*told = result;
	if (result < MESSAGES_MAX)
		return result;
	result = db_select(db, &count, STATEMENT_LETTER_COUNT, db_int(id));
	if (result >= 0)
		*told = row_int(&count, 0, "count");
	return result;
}

static int
send_claimed(struct posting *posting, int64_t id, int64_t tries)
{
	struct job_run *run = posting->run;
	struct buffer letter = { .arena = &run->arena };
	struct rows head, messages;
	int64_t told;
	char said[SENDMAIL_SAID];
	enum sendmail_end end;
	int result = db_select(run->work->db, &head, STATEMENT_LETTER_HEAD, db_int(id));

	if (result >= 0)
		result = read_told(posting, id, row_null(&head, 0, "full_name"), &messages, &told);
	if (result < 0)
		return result;
	if (!email_fits(row_text(&head, 0, "email")))
		return mail_settle(posting, SENDMAIL_REFUSED, "the account has no address", id,
		    tries);
	letter_write(&letter, &run->work->config, &head, &messages, told);
	end = sendmail_hand_over(&posting->sendmail, posting_name(posting, id, tries), letter.bytes,
	    letter.length, job_patience(run, PATIENCE), said, &run->work->fault);
	return mail_settle(posting, end, said, id, tries);
}

static int
send_ready(struct posting *posting)
{
	struct job_run *run = posting->run;
	int result = 0;

	while (result >= 0 && job_has_time(run)) {
		struct rows ready;

		job_fresh(run);
		result = db_select(run->work->db, &ready, STATEMENT_LETTER_READY, db_int(AT_ONCE));
		for (size_t row = 0; row < ready.count && result >= 0 && job_has_time(run); row++) {
			int64_t id = row_int(&ready, row, "id");
			int64_t tries = row_int(&ready, row, "tries");

			result = db_run(run->work->db, STATEMENT_LETTER_CLAIM,
			    db_text(posting->host), db_int(id), db_int(tries));
			if (result > 0)
				result = send_claimed(posting, id, tries + 1);
		}
		if (ready.count < AT_ONCE)
			break;
	}
	return result < 0 ? result : 0;
}

/* Of a name that is not plain only its plain letters: it is compared, no more. */
static void
host_name(char host[HOST_BYTES + 1])
{
	if (gethostname(host, HOST_BYTES) != 0)
		host[0] = '\0';
	host[HOST_BYTES] = '\0';
	for (char *at = host; *at != '\0'; at++)
		if (*at <= ' ' || *at > '~')
			*at = '-';
}

int
send_letters(struct job_run *run)
{
	const struct config *config = &run->work->config;
	struct posting posting = { .run = run,
		.sendmail = { .program = config->sendmail, .from = config->mail_from } };
	int result;

	if (config->sendmail == NULL || config->mail_from == NULL)
		return 0; /* the page of settings says so */
	posting.sendmail.folder = arena_format(&run->work->arena, "%s/.outgoing",
	    config->files_dir);
	host_name(posting.host);
	result = settle_left(&posting);
	if (result == 0)
		result = compose(run);
	return result == 0 ? send_ready(&posting) : result;
}
