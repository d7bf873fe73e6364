/* SPDX-License-Identifier: ISC */
#ifndef FRAME_CONTEXT_H
#define FRAME_CONTEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/error_chain.h"
#include "base/json_writer.h"
#include "base/secret.h"
#include "frame/cache.h"
#include "rules/role.h"
#include "store/db.h"
#include "store/event.h"
#include "store/files.h"
#include "web/form.h"
#include "web/holds.h"
#include "web/page.h"
#include "web/request.h"

/*
 * The frame that every program stands on.  A program is one table of routes;
 * the frame refuses what does not fit, finds out who asks, reads the form,
 * and calls the handler.  A handler answers and returns 0, or returns the
 * HTTP status of the page to show instead.
 */

struct place_names; /* frame/kept.h */

/* Who asks.  Texts are never NULL; keys are 0 where they do not apply. */
struct actor {
	int64_t account_id; /* 0: nobody is signed in */
	enum role role;     /* ROLE_PUBLIC: nobody */
	int64_t region_id;  /* 0 for an administrator: everywhere */
	int64_t agency_id;  /* own agency; of a verifier: never verified */
	const char *name;
	const char *region_name;
	const char *agency_name;
	const char *zone; /* WIB, WITA, WIT: for words_time */
	const struct place_names
	    *place; /* of the region, whom to ask there with it; NULL: no region */
	const char *csrf;
	/* Where the person serves further agencies: all of them, the own one first, as
	 * the statement membership_of gives them; NULL for who serves one. */
	const struct rows *serves;
	int64_t tour;             /* as the column account.tour: frame/tour.h */
	int64_t unread;           /* messages that wait to be read */
	bool needs_second_factor; /* signed in by password alone */
	bool needs_set_up;        /* second factor compulsory, none yet */
	bool must_change_password;
	bool fresh; /* the password was given in the last quarter of an hour */
};

enum { PATH_PARTS = 4, FILES_AT_ONCE = 10 };

/* A file that came with the form; discarded at the end unless kept. */
struct form_upload {
	struct temporary_file staged;
	const char *field;
	const char *client_name; /* text only, never a path */
	struct form_upload *next;
};

struct slow_body;

struct context {
	struct arena *arena;
	const struct config *config;
	struct request *request;
	struct db *db;
	struct cache *cache;
	struct slow_body *slow; /* a stranger's body that may take longer, or NULL */
	struct holds *holds;    /* for what lasts as long as a line wants */
	int64_t world;          /* number of the world's stamp; 0: not asked yet */
	int64_t own;            /* that of the actor's agency, if asked for */
	bool own_known;
	struct rows opening; /* what came with the session: the assessment of
			      * the path, and the answer; no rows: nothing */
	struct error_chain errors;
	char reference[REFERENCE_TEXT]; /* of this request in the log; "": not there */
	struct actor actor;
	struct form form;
	struct page page;
	const char *program;
	int64_t keys[PATH_PARTS];      /* the numbers of the path, in order */
	const char *words[PATH_PARTS]; /* the words of the path, in order */
	struct form_upload *files;
	uint64_t file_max;    /* bytes of one file */
	uint64_t file_room;   /* bytes that the quota has left, */
	bool file_room_known; /* where it is asked: ROUTE_EVIDENCE */
	int file_status;      /* status of the page that says why a file was
				 * not taken: 413 too large, 507 disk full, 500
				 * other trouble of the server; else 0 */
	struct event event;   /* what goes out, for the log: written when it did */
	const char *place;    /* where context_redirect led, or NULL */
	const char *why;      /* a sentence for the error page, or NULL */
	const char *cause;    /* of a refusal, for the log: words of ours alone; or NULL */
	bool plain;           /* refusals are plain text: ROUTE_TUS */
};

enum { EVERYBODY = 0 }; /* also who is not signed in */

/* What a row does not name is its zero: no fields, a plain route, nothing judged. */
struct route {
	enum method method;
	const char *pattern; /* "/#/check": # a number, * one word */
	int (*handle)(struct context *);
	unsigned roles;             /* mask of enum role, or EVERYBODY; each row names it */
	const struct field *fields; /* NULL: none */
	enum {
		ROUTE_PLAIN = 0,
		ROUTE_HALF = 1,        /* open while the second factor or a new
				 * password is still asked for */
		ROUTE_OWN_CSRF = 2,    /* the handler checks it itself */
		ROUTE_OWN_BODY = 4,    /* the handler reads the body itself */
		ROUTE_EVIDENCE = 8,    /* its files count into the quota of
					 * the actor's agency */
		ROUTE_ASSESSMENT = 32, /* the first number of the path is one,
					* and comes with the session */
		ROUTE_ANSWER = 64,     /* and the second a variable of it,
					* whose answer comes as well */
		ROUTE_ONCE = 256,      /* the same form of the same page again
					* leads where it led before (frame/once.h):
					* of what makes something that no key of
					* its own keeps from being there twice */
		ROUTE_FRESH = 128,     /* password asked for again where it was
					* given longer ago than a quarter of an hour */
		ROUTE_UPLOADS = 512,   /* counted: so many an hour for an account */
		ROUTE_PAPERS = 1024,   /* (frame/allowance.h) */
		ROUTE_EXPORTS = 2048,
		ROUTE_PACKS = 4096, /* as ZIP */
		ROUTE_TUS = 16      /* asked by programs alone: every
					 * refusal is a sentence of plain
					 * text, and no redirect (web/tus.h) */
	} flags;
	/* What the first number of the path is, where the page judges it: refused
	 * to whoever works in the agency whose it is (frame/judging.h). */
	enum judged {
		JUDGES_NOTHING, /* or all of a region at once */
		JUDGES_ASSESSMENT,
		JUDGES_LINK,     /* of evidence and criterion */
		JUDGES_REVISION, /* a stored file */
		JUDGES_PENDING,  /* a document that is promised */
		JUDGES_CONSULTATION,
		JUDGES_COMPLAINT /* once it is forwarded to an agency */
	} judges;
};

/* Runs a program; routes end with a NULL pattern.  Gives its exit status. */
int program_run(const char *name, const struct route *routes);

/* Renders templates/<view>.cs; 200, or the given status. */
int context_show(struct context *, const char *view);
int context_show_status(struct context *, const char *view, int status);

/* The page alone, not sent; it lives until the next is rendered.  0 or 500. */
int context_render(struct context *, const char *view, const char **html, size_t *length);

/* The same view with the errors of the form: 422, or file_status. */
int context_show_errors(struct context *, const char *view);

/* 303 to "/matang" + path; the path is made with a printf format. */
int context_redirect(struct context *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Refuses with a status and a sentence that says how to go on. */
int context_refuse(struct context *, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Where it comes from, for what is counted of somebody without account (base/network.h). */
const char *context_network(const struct context *);

/* The number of this request: in the log, on an error page, in the token of forms. */
const char *context_reference(struct context *);

/*
 * Puts the causes so far into the log and clears them.  The reference under
 * which its lines are found, the same for all of a request.
 */
const char *context_log(struct context *);

/* A line about what was asked and how it ended: of a refusal with its cause. */
void context_log_outcome(struct context *);

/*
 * From here on a line decides how long it lasts (web/holds.h): 0, or the
 * status of the page that says who has to wait.  Ends with the request.
 */
int context_hold(struct context *);

/* The same in the work of a transaction, which is not to go on: db_stop. */
int context_stop(struct context *, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * The status for a result of the store: 0 for good ones, however many rows
 * they count; 503 when the database is away or takes nothing, 409 for duplicates and what a
 * constraint refused, what db_stop was told, 500 else.  Never of a status.
 */
int context_status(const struct context *, int result);

/*
 * What is about to go out, for the log of events: an "export", or a "download" of
 * what belongs to an agency (0: none).  It is written behind the answer, when that
 * was whole or began at its first byte, and not for HEAD.  The words are kept, not
 * copied.
 */
void context_takes_out(struct context *, const char *kind, int64_t region_id, int64_t agency_id,
    const char *what);

/* JSON answers of scripts: text must be a whole JSON value. */
int context_json(struct context *, int status, const char *json);

/* Rows into pages: names of columns become names of nodes. */
void fill_row(struct node *, const struct rows *, size_t row);
void fill_rows(struct node *, const struct rows *);

/* What was typed, and what was wrong with it: Form.value, Form.error,
 * Form.errors.  context_show_errors calls it. */
void fill_form(struct context *);

/* A value for a form that was not typed yet: Form.value.<field>. */
void fill_value(struct context *, int field, const char *text);

bool context_may(const struct context *, unsigned roles);

#endif
