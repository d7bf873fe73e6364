/* SPDX-License-Identifier: ISC */
#ifndef STORE_MESSAGE_H
#define STORE_MESSAGE_H

#include <stdint.h>

#include "store/db.h"

/*
 * What people are told of a change, written in the same transaction: a row for
 * each person, which is read in the program and, as its owner chose, goes into
 * a letter by mail.
 *
 * A row each: its name in enum message_kind and in the database, what it is
 * about for who chooses what comes by mail, who is told, and the page that it
 * leads to, of an assessment where there is a number.  The words are a file,
 * templates/message/texts/NAME.txt.  A new kind is a row here and that file.
 */
#define MESSAGES(ROW) \
	ROW(SUBMITTED, "submitted", "task", TEAM, "/verify/%lld/") \
	ROW(WITHDRAWN, "withdrawn", "news", TEAM, "/verify/%lld/") \
	ROW(RETURNED, "returned", "task", AGENCY, "/questionnaire/%lld/") \
	ROW(VERIFIED, "verified", "news", AGENCY, "/questionnaire/%lld/") \
	ROW(TO_VALIDATE, "to_validate", "task", PROVINCE, "/verify/%lld/") \
	ROW(TO_SIGN, "to_sign", "task", AGENCY, "/signoff/%lld/") \
	ROW(SIGNED, "signed", "task", TEAM, "/signoff/%lld/") \
	ROW(RECEIVED, "received", "news", AGENCY, "/signoff/%lld/") \
	ROW(REPORTED, "reported", "news", AGENCY, "/report/agency/%lld") \
	ROW(REOPENED, "reopened", "task", AGENCY, "/questionnaire/%lld/") \
	ROW(NOTIFIED, "notified", "task", AGENCY, "/questionnaire/%lld/") \
	ROW(DEADLINE_NEAR, "deadline_near", "deadline", AGENCY, "/questionnaire/%lld/") \
	ROW(DEADLINE_NEAR_TEAM, "deadline_near_team", "deadline", TEAM, "/verify/%lld/") \
	ROW(DEADLINE_LATE, "deadline_late", "deadline", AGENCY, "/questionnaire/%lld/") \
	ROW(DEADLINE_LATE_TEAM, "deadline_late_team", "deadline", TEAM, "/verify/%lld/") \
	ROW(ESCALATED, "escalated", "deadline", HEAD, "/questionnaire/%lld/") \
	ROW(ESCALATED_LEAD, "escalated_lead", "deadline", LEAD, "/verify/%lld/") \
	ROW(DOCUMENT_DUE, "document_due", "deadline", AGENCY, "/questionnaire/%lld/") \
	ROW(QUESTION_ASKED, "question_asked", "task", TEAM, "/consultation/") \
	ROW(QUESTION_ANSWERED, "question_answered", "task", AGENCY, "/consultation/") \
	ROW(RULING, "ruling", "news", AGENCY, "/consultation/rulings") \
	ROW(RULING_WITHDRAWN, "ruling_withdrawn", "news", AGENCY, "/consultation/rulings") \
	ROW(OPINION_CAME, "opinion_came", "task", AGENCY, "/forum/desk/") \
	ROW(HEARING_PUBLISHED, "hearing_published", "news", AGENCY, "/forum/%lld") \
	ROW(DEADLINE_MOVED, "deadline_moved", "news", AGENCY, "/schedule/%lld/") \
	ROW(RESTRUCTURED, "restructured", "news", AGENCY, "/questionnaire/") \
	ROW(TIME_ASKED, "time_asked", "task", TEAM, "/schedule/%lld/") \
	ROW(TIME_REFUSED, "time_refused", "news", AGENCY, "/schedule/%lld/") \
	ROW(COMPLAINT, "complaint", "task", TEAM, "/complaint/") \
	ROW(COMPLAINT_MOVED, "complaint_moved", "news", AGENCY, "/complaint/follow") \
	ROW(LETTER_ENDS, "letter_ends", "deadline", AGENCY, "/service/letters/ending") \
	ROW(LETTER_ENDS_GUEST, "letter_ends_guest", "deadline", AGENCY, "/service/mine/renew") \
	ROW(LINK_LOST, "link_lost", "task", AGENCY, "/inventory/")

enum message_kind {
#define MESSAGE_NAME(id, ...) MESSAGE_##id,
	MESSAGES(MESSAGE_NAME)
#undef MESSAGE_NAME
	    MESSAGE_KINDS
};

enum message_audience {
	MESSAGE_TO_AGENCY,   /* operators and heads of the agency */
	MESSAGE_TO_HEAD,     /* its heads alone */
	MESSAGE_TO_TEAM,     /* verifiers of the region, but who works in the agency */
	MESSAGE_TO_LEAD,     /* of them who leads; all where nobody does */
	MESSAGE_TO_PROVINCE, /* validators of the province above */
};

struct message_rule {
	const char *name;
	const char *topic; /* as in account.mail_topics */
	enum message_audience audience;
	const char *path; /* a printf format of one long long */
};
extern const struct message_rule message_rules[MESSAGE_KINDS];

/* NULL when there is none of that name. */
const struct message_rule *message_rule(const char *name);

struct message {
	enum message_kind kind;
	int64_t region_id;
	int64_t agency_id;
	int64_t assessment_id; /* 0: none */
	int64_t year;
	int64_t by;         /* who acts, and needs not be told; 0: nobody */
	const char *detail; /* words of ours; NULL: none */
};

/*
 * Tells whom it concerns, and the gateway of the agency's region, in the caller's
 * transaction: three statements, however many people they are.  0 or enum db_error.
 */
int message_send(struct db *, const struct message *);

/* The same of all agencies of a cycle whose assessment is in a state (its code). */
int message_send_cycle(struct db *, enum message_kind, int64_t cycle_id, const char *state,
    int64_t by);

/* Of what concerns all agencies of a region, once to each of their people; no gateway. */
int message_send_all(struct db *, enum message_kind, int64_t region_id, const char *detail,
    int64_t by);

/*
 * By letter to somebody without account who left an address, about the thing of that key; none
 * where the contact is no address, or where one that tells the same still waits.  In the caller's
 * transaction, which holds the thing's row.  0 or enum db_error.
 */
int message_to_guest(struct db *, enum message_kind, int64_t key, const char *contact);

/*
 * What was sent was withdrawn: the messages that told of it since that time (UTC) say
 * so from now on, and go into no letter that has not begun.  0 or enum db_error.
 */
int message_withdraw(struct db *, int64_t assessment_id, const char *since);

/* A message in words. */
struct message_words {
	const char *subject; /* one line */
	const char *body;    /* one paragraph */
};

/*
 * The words of a row of message_list or message_one (kind, agency, year,
 * detail), from the file of its kind below `templates`.  A kind that is not
 * known any more, or whose file is not there, is said in general words.
 */
struct message_words message_words(struct arena *, const char *templates, const struct rows *,
    size_t row);

/* Where it leads, below the base path; "" where it leads nowhere. */
const char *message_path(struct arena *, const struct rows *, size_t row);

#endif
