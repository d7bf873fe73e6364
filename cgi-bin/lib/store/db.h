/* SPDX-License-Identifier: ISC */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/error_chain.h"
#include "statements.h"

/*
 * One lazy connection per process.  SQL text is under sql/ and is called by
 * its name in enum statement with bound values; nothing formats a value into
 * SQL.  Statements are prepared once per connection and kept.
 */
struct db;

/* Negative results of every call below; 0 and above are good. */
enum db_error {
	DB_AWAY = -1,      /* no connection, or it broke: of a change that was to
			    * be stored nobody knows whether it is */
	DB_DUPLICATE = -2, /* a UNIQUE key has it already (1062) */
	DB_REFUSED = -3,   /* a FOREIGN KEY or CHECK forbids it */
	DB_BUSY = -4,      /* a deadlock, each time that it was done again */
	DB_FAILED = -5,    /* anything else: a bug */
	DB_STOPPED = -6,   /* the work itself would not go on: db_stop */
	DB_UNABLE = -7,    /* it answers, and cannot do it now: nothing is stored */
	DB_TWICE = -8      /* another request has stored it already: db_once */
};

/* Why a call gave DB_AWAY, DB_BUSY or DB_UNABLE: what a person is told. */
enum db_trouble {
	DB_TROUBLE_NONE,
	DB_TROUBLE_AWAY,      /* no server, or it went */
	DB_TROUBLE_APART,     /* a cluster of which too few nodes are left */
	DB_TROUBLE_UNSURE,    /* it went while something was being stored */
	DB_TROUBLE_CONTENDED, /* others change the same, again and again */
	DB_TROUBLE_HELD,      /* somebody holds a row or a table for too long */
	DB_TROUBLE_FULL,      /* no room to store */
	DB_TROUBLE_READ_ONLY, /* it may be read only */
	DB_TROUBLE_CROWDED,   /* no more connections, statements or memory */
	DB_TROUBLE_ENDED      /* the server or its keeper ended what took too long */
};

struct db_value {
	enum { DB_END, DB_NULL, DB_INT, DB_BYTES } kind;
	int64_t number;
	const void *bytes;
	size_t length;
};

struct db_value db_int(int64_t);
struct db_value db_key(int64_t);       /* 0 becomes NULL */
struct db_value db_text(const char *); /* NULL becomes NULL */
struct db_value db_bytes(const void *, size_t);
struct db_value db_null(void);

/* "%a%b%" of "a b", for LIKE: the words in their order, its signs as they
 * are.  In the arena. */
const char *db_like(struct arena *, const char *words);

/* A whole result, as text, in the arena of the request. */
struct rows {
	size_t count;
	size_t width;
	const char *const *names;
	size_t *next; /* column that is likely asked for next */
	struct cell {
		const char *text; /* NULL for SQL NULL; NUL-terminated */
		size_t length;
	} * cells; /* count × width, row by row */
};

/* By column name; a name that the statement does not have ends the program. */
const char *row_text(const struct rows *, size_t row, const char *name);
int64_t row_int(const struct rows *, size_t row, const char *name);
bool row_null(const struct rows *, size_t row, const char *name);
const void *row_bytes(const struct rows *, size_t row, const char *name, size_t *length);

/*
 * The last trouble of this request.  DB_TROUBLE_NONE where there was none.
 */
enum db_trouble db_trouble(const struct db *);

/*
 * Exits the program when memory is short, or when a part of it was compiled
 * with other statements than it was linked with: it would run one statement
 * where another one is meant.  Connects at the first statement.
 */
struct db *db_new(const struct config *);
void db_free(struct db *);

/* What the host decides. */
const struct config *db_config(const struct db *);

/*
 * Begins a request: results go into the arena, causes of errors into the
 * fault.  Only the first statement of a request may connect again; where there
 * are several hosts (a cluster) all that is in no transaction may, each time at
 * the next host.
 */
void db_attach(struct db *, struct arena *, struct error_chain *);

/* Until the next db_attach: from which address of the network somebody works, for
 * the rows of history and events; "" where nobody does.  The text is not copied. */
void db_on_behalf(struct db *, const char *address);
const char *db_address(const struct db *);

/* Until the next db_attach: as what somebody works where that is not the role of the
 * account, for the same rows; NULL: as the account.  The text is not copied. */
void db_acts_as(struct db *, const char *role);
const char *db_capacity(const struct db *);

/* Where the causes go, for those who find what was read to be wrong. */
struct error_chain *db_errors(const struct db *);

/* The digest that each file was compiled with, side by side in the program. */
static const unsigned statements_digest
    __attribute__((used, section("statements_digests"))) = STATEMENTS_DIGEST;

#ifdef __CPPCHECK__ /* it reads no __VA_OPT__ */
#define DB_VALUES(...) ((const struct db_value[]){ __VA_ARGS__ })
#define DB_TAKES(count, id) id
#define DB_COUNTED(...) NULL
int db_select(struct db *, struct rows *, enum statement, ...);
int db_run(struct db *, enum statement, ...);
#else
/*
 * The values of a call of a statement that is named there, as an array.  Their
 * number is compared with that of the placeholders when it is compiled.
 */
#define DB_VALUES(...) \
	(const struct db_value[]) \
	{ \
		__VA_ARGS__ __VA_OPT__(, ) \
		{ \
			.kind = DB_END \
		} \
	}
#define DB_COUNTED(statement, ...) \
	(DB_VALUES(__VA_ARGS__) + \
	    DB_SURE(sizeof(DB_VALUES(__VA_ARGS__)) / sizeof(struct db_value) - 1 == \
		    statement##_VALUES, \
		"values for the placeholders of " #statement))
#ifdef __clang__ /* takes a literal in a struct for one of a file, which has to be constant */
#define DB_SURE(condition, why) (0 * sizeof(char[(condition) ? 1 : -1]))
#else
#define DB_SURE(condition, why) \
	(0 * sizeof(struct { \
		_Static_assert(condition, why); \
		char none; \
	}))
#endif

/*
 * A statement for a table of them, out of which one is chosen when the program
 * runs: its placeholders are compared here.  It is called by db_select_values
 * or db_run_values with as many DB_VALUES.
 */
#define DB_TAKES(count, id) \
	((enum statement)(id + DB_SURE((size_t)(count) == id##_VALUES, "placeholders of " #id)))

/* Rows read (>= 0), or enum db_error. */
#define db_select(db, rows, statement, ...) \
	db_select_values((db), (rows), statement, DB_COUNTED(statement __VA_OPT__(, ) __VA_ARGS__))

/* Rows matched or inserted (>= 0), or enum db_error. */
#define db_run(db, statement, ...) \
	db_run_values((db), statement, DB_COUNTED(statement __VA_OPT__(, ) __VA_ARGS__))
#endif
int db_select_values(struct db *, struct rows *, enum statement, const struct db_value *);
int db_run_values(struct db *, enum statement, const struct db_value *);

/*
 * One statement for many rows in one round trip: the way to the server and back costs a
 * program more than a row does.  `values` are those of the rows, one row after the
 * other; what is a number in one row is one in all, or NULL.  Rows matched or inserted
 * (>= 0) in all, or enum db_error: then the transaction has to end.  The statement is an
 * INSERT, or an UPDATE of one table, in a transaction; no key is told.
 */
enum { DB_ROWS_MAX = 100 };
int db_run_rows(struct db *, enum statement, const struct db_value *values, size_t width,
    size_t count);

/* AUTO_INCREMENT key that the last db_run made. */
int64_t db_last_key(const struct db *);

/*
 * Runs work inside one transaction.  0 commits; enum db_error rolls back and
 * is returned.  A number of rows is neither: work that returns one has
 * forgotten to look at it, and it is DB_FAILED.  Deadlocks are redone from the
 * start, at most five times: what work does must be repeatable and touch no
 * file.  After one nothing more is done in the same try, whatever work makes
 * of it, for the server has ended the transaction.  A ROLLBACK that fails ends
 * the connection, or the next one would store what was to be undone.
 *
 * Where there are several hosts, work that broke off is redone at the next
 * one.  A mark that is stored with it tells whether it had been stored before.
 */
typedef int db_work(struct db *, void *);
int db_txn(struct db *, db_work *, void *);

/*
 * What this request changes next is done once, whoever asks for it again: the
 * mark is stored with the first transaction, and one that finds it there, having
 * waited for whoever is just storing it, gives DB_TWICE and does nothing.
 */
enum { DB_MARK_BYTES = 16 };
void db_once(struct db *, const unsigned char mark[DB_MARK_BYTES]);

/* From here on nothing takes it along.  Was it stored, or had another request done so? */
enum db_once { DB_ONCE_NOT, DB_ONCE_STORED, DB_ONCE_ELSEWHERE };
enum db_once db_once_end(struct db *);

/*
 * Stamps.  What a process keeps of the database it keeps under the numbers
 * that two stamps had before it was read: the world's (regions, names of
 * agencies and people, cycles, plans, settings, holidays, instruments) and one
 * of each agency (its documents, revisions, links, reviews, pending evidence,
 * scans, texts, inspections).  Whoever changes such a thing raises its stamp
 * first in the same transaction, so that both are seen at once, and writers of
 * one agency stand in a row before they lock anything else.  A statement says
 * "-- raises: world" or "-- raises: agency" above its text, and is refused
 * where that was not done: DB_FAILED.
 */
int db_txn_world(struct db *, db_work *, void *);
int db_txn_agency(struct db *, int64_t agency_id, db_work *, void *);

/* In the work of a transaction, before it changes anything, where it changes
 * what is under both, or is of several agencies.  0 or enum db_error. */
int db_raise_world(struct db *);
int db_raise_agency(struct db *, int64_t agency_id);

/* One statement that raises an agency's stamp, as a transaction of its own.
 * Rows matched or inserted (>= 0), or enum db_error. */
#define db_run_agency(db, agency_id, statement, ...) \
	db_run_agency_values((db), (agency_id), statement, \
	    DB_COUNTED(statement __VA_OPT__(, ) __VA_ARGS__))
int db_run_agency_values(struct db *, int64_t agency_id, enum statement, const struct db_value *);

/*
 * Has this request written nothing and begun no transaction?  From then on
 * nothing that was kept may be used, nor what is read be kept: it may be
 * younger than the stamps that the request began with, or never be committed.
 */
bool db_untouched(const struct db *);

/*
 * Work that finds out why it must not go on returns db_stop(db, why): it is
 * rolled back, db_txn returns DB_STOPPED, and db_stopped tells why: for an
 * answer to a request its HTTP status.  0 is no reason, and what db_stopped
 * says of every other result.
 */
int db_stop(struct db *, int why);
int db_stopped(const struct db *, int result);

/* 0 when the database answers, else DB_AWAY. */
int db_ping(struct db *);

/* For the operator's command: runs a migration file's statements in turn. */
int db_script(struct db *, const char *script);

/*
 * The same, statement by statement: after each `told` hears how many are done, in one
 * transaction with it where it is a statement that can be in one.  `again`, where one
 * broke off after so many as `from`: whether the next had been done nobody knows, since a
 * change of the schema is committed by itself; what finds that it had been counts as
 * done.  What sets variables of the session is done each time.
 */
typedef int db_told(struct db *, void *, int64_t done);
int db_script_steps(struct db *, const char *script, int64_t from, bool again, db_told *, void *);

#endif
