/* SPDX-License-Identifier: ISC */
/*
 * MariaDB, known to this file alone: statements by number with bound values,
 * kept prepared; transactions that are done again after a deadlock; a new
 * connection only where nothing was begun.  No text of SQL is ever put
 * together here.
 */
#include "store/db.h"

#include <errno.h>
#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/decimal.h"
#include "base/secret.h"
#include "store/db_trouble.h"
#include "store/script.h"
#include "base/banned.h"

enum {
	TRIES = 5,        /* of one transaction */
	COLUMN_ROOM = 64, /* at least, for numbers and times */
	CONNECT_SECONDS = 5,
	CLUSTER_SECONDS = 2, /* the same, where there is another host to ask */
	ANSWER_SECONDS = 30
};

struct db {
	const struct config *config;
	struct arena *arena;
	struct error_chain *fault;
	const char *address;
	const char *capacity;
	MYSQL *link;
	MYSQL_STMT *kept[STATEMENT_COUNT];
	char **columns[STATEMENT_COUNT]; /* names, ends with NULL */
	MYSQL_BIND binds[STATEMENT_VALUES_MAX];
	int64_t numbers[STATEMENT_VALUES_MAX];
	int64_t last_key;
	size_t host; /* of config's: that is asked, or next */
	enum db_trouble trouble;
	bool reached;    /* a host was connected to, in this try */
	bool leave;      /* with the next request: others need the room */
	bool fresh;      /* nothing ran yet in this request */
	bool inside;     /* a transaction is open */
	bool doomed;     /* and was ended by the server: nothing may follow */
	bool touched;    /* something was written in this request */
	unsigned raised; /* STAMP_…, in this transaction */
	int stopped;     /* why work did not go on */
	enum {
		ONCE_UNASKED,
		ONCE_WANTED, /* the next transaction takes the mark along */
		ONCE_STORED,
		ONCE_ELSEWHERE /* still wanted: nothing of this request is stored */
	} once;
	unsigned char once_mark[DB_MARK_BYTES];
};

struct db_value
db_int(int64_t number)
{
	return (struct db_value){ .kind = DB_INT, .number = number };
}

struct db_value
db_null(void)
{
	return (struct db_value){ .kind = DB_NULL };
}

struct db_value
db_key(int64_t key)
{
	return key != 0 ? db_int(key) : db_null();
}

struct db_value
db_bytes(const void *bytes, size_t length)
{
	return (struct db_value){ .kind = DB_BYTES, .bytes = bytes, .length = length };
}

struct db_value
db_text(const char *text)
{
	return text != NULL ? db_bytes(text, strlen(text)) : db_null();
}

const char *
db_like(struct arena *arena, const char *words)
{
	struct buffer pattern = { .arena = arena };

	buffer_char(&pattern, '%');
	for (; *words != '\0'; words++) {
		if (strchr("%_\\", *words) != NULL)
			buffer_char(&pattern, '\\');
		buffer_char(&pattern, *words == ' ' ? '%' : *words);
	}
	buffer_char(&pattern, '%');
	return pattern.bytes;
}

/* Columns are mostly read in their order: the search begins where the last
 * one ended. */
static const struct cell *
cell_named(const struct rows *rows, size_t row, const char *name)
{
	for (size_t tries = 0; row < rows->count && tries < rows->width; tries++) {
		size_t at = *rows->next < rows->width ? *rows->next : 0;

		*rows->next = at + 1;
		if (*rows->names[at] == *name && strcmp(rows->names[at], name) == 0)
			return &rows->cells[row * rows->width + at];
	}
	log_process("matang", "no cell '%s' in row %zu of %zu", name, row, rows->count);
	abort();
}

const char *
row_text(const struct rows *rows, size_t row, const char *name)
{
	const struct cell *cell = cell_named(rows, row, name);

	return cell->text != NULL ? cell->text : "";
}

int64_t
row_int(const struct rows *rows, size_t row, const char *name)
{
	return strtoll(row_text(rows, row, name), NULL, 10);
}

bool
row_null(const struct rows *rows, size_t row, const char *name)
{
	return cell_named(rows, row, name)->text == NULL;
}

const void *
row_bytes(const struct rows *rows, size_t row, const char *name, size_t *length)
{
	const struct cell *cell = cell_named(rows, row, name);

	*length = cell->length;
	return cell->text;
}

/* The linker gathers what every file says of itself. */
/* analyse: bugprone-reserved-identifier: the linker gives these names. */
extern const unsigned __start_statements_digests[], __stop_statements_digests[];

static void
check_digests(void)
{
	/* analyse: comparePointers: the linker sets both ends of one section. */
	for (const unsigned *at = __start_statements_digests; at < __stop_statements_digests; at++)
		if (*at != statements_linked()) {
			fputs("matang: built of parts that do not fit: some "
			      "were compiled with other statements (sql/"
			      "statements) than those linked here; make clean, "
			      "then make\n",
			    stderr);
			exit(EXIT_FAILURE);
		}
}

struct db *
db_new(const struct config *config)
{
	struct db *db = calloc(1, sizeof(*db));

	check_digests();
	if (db == NULL)
		abort();
	db->config = config;
	return db;
}

/* The connection first: the server lets go of its statements with it, and of one
 * that lasts it would be told by a packet each. */
static void
disconnect(struct db *db)
{
	if (db->link != NULL)
		mysql_close(db->link);
	db->link = NULL;
	for (int at = 0; at < STATEMENT_COUNT; at++)
		if (db->kept[at] != NULL) {
			mysql_stmt_close(db->kept[at]);
			db->kept[at] = NULL;
		}
}

static void
free_columns(char **columns)
{
	for (char **at = columns; at != NULL && *at != NULL; at++)
		free(*at);
	free(columns);
}

void
db_free(struct db *db)
{
	if (db == NULL)
		return;
	disconnect(db);
	for (int at = 0; at < STATEMENT_COUNT; at++)
		free_columns(db->columns[at]);
	free(db);
}

void
db_attach(struct db *db, struct arena *arena, struct error_chain *fault)
{
	db->arena = arena;
	db->fault = fault;
	db->address = "";
	db->capacity = NULL;
	db->fresh = true;
	db->touched = false;
	db->trouble = DB_TROUBLE_NONE;
	db->once = ONCE_UNASKED;
	if (db->leave)
		disconnect(db);
	db->leave = false;
}

enum db_trouble
db_trouble(const struct db *db)
{
	return db->trouble;
}

/* Several hosts are nodes of a cluster, each as good as the others. */
static bool
is_cluster(const struct db *db)
{
	return db->config->db_host_count > 1;
}

void
db_on_behalf(struct db *db, const char *address)
{
	db->address = address;
}

const char *
db_address(const struct db *db)
{
	return db->address;
}

void
db_acts_as(struct db *db, const char *role)
{
	db->capacity = role;
}

const char *
db_capacity(const struct db *db)
{
	return db->capacity;
}

const struct config *
db_config(const struct db *db)
{
	return db->config;
}

struct error_chain *
db_errors(const struct db *db)
{
	return db->fault;
}

/* What an error is to all that follows in this request. */
static int
db_suffers(struct db *db, struct db_meaning meaning)
{
	if (meaning.trouble != DB_TROUBLE_NONE)
		db->trouble = meaning.trouble;
	if (meaning.trouble == DB_TROUBLE_CROWDED)
		db->leave = true;
	if (meaning.error == DB_AWAY) {
		disconnect(db);
		db->host++;
	} else if (db->inside && meaning.error == DB_BUSY)
		db->doomed = true;
	return meaning.error;
}

static int
db_failed(struct db *db, const char *what, unsigned code, const char *message)
{
	struct db_meaning meaning = db_meaning(code, message);

	ERROR_CAUSE(db->fault, "%s: %u %s", what, code,
	    db_quotes_value(code) ? "(its message quotes the value)" : message);
	/* What only reads waits for no lock: it waited for the other nodes. */
	if (meaning.trouble == DB_TROUBLE_HELD && is_cluster(db) && !db->inside)
		meaning = (struct db_meaning){ DB_AWAY, DB_TROUBLE_APART };
	return db_suffers(db, meaning);
}

/* A line to another machine is encrypted, and to the server that it names. */
static void
set_encryption(MYSQL *link, const struct config *config)
{
	my_bool yes = 1;

	if (config->db_tls_ca == NULL)
		return;
	mysql_options(link, MYSQL_OPT_SSL_CA, config->db_tls_ca);
	mysql_options(link, MYSQL_OPT_SSL_ENFORCE, &yes);
	mysql_options(link, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
}

static int
connect_to_host(struct db *db)
{
	const struct config *config = db->config;
	const struct db_host *host = &config->db_hosts[db->host % config->db_host_count];
	unsigned seconds = is_cluster(db) ? CLUSTER_SECONDS : CONNECT_SECONDS;
	unsigned answer = ANSWER_SECONDS;
	unsigned none = 0; /* the server is sent no file of ours */
	my_bool off = 0;
	MYSQL *link = mysql_init(NULL);

	if (link == NULL)
		abort();
	mysql_options(link, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
	mysql_options(link, MYSQL_OPT_READ_TIMEOUT, &answer);
	mysql_options(link, MYSQL_OPT_WRITE_TIMEOUT, &answer);
	mysql_options(link, MYSQL_OPT_RECONNECT, &off);
	mysql_options(link, MYSQL_OPT_LOCAL_INFILE, &none);
	mysql_options(link, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(link, MYSQL_INIT_COMMAND, statement_text(STATEMENT_CONNECTION_BEGIN));
	if (is_cluster(db))
		mysql_options(link, MYSQL_INIT_COMMAND,
		    statement_text(STATEMENT_CONNECTION_CLUSTER));
	set_encryption(link, config);
	if (mysql_real_connect(link, host->name, config->db_user, config->db_password,
		config->db_name, host->port, config->db_socket, CLIENT_FOUND_ROWS) == NULL) {
		struct db_meaning meaning = db_meaning(mysql_errno(link), mysql_error(link));

		ERROR_CAUSE(db->fault, "connect: %u %s", mysql_errno(link), mysql_error(link));
		mysql_close(link);
		if (meaning.error != DB_UNABLE)
			meaning.error = DB_AWAY;
		if (meaning.trouble == DB_TROUBLE_NONE)
			meaning.trouble = DB_TROUBLE_AWAY;
		return db_suffers(db, meaning);
	}
	db->link = link;
	db->reached = true;
	return 0;
}

/* At the host that was asked last, or the first of the others that answers. */
static int
connect_now(struct db *db)
{
	enum db_trouble before = db->trouble;
	int error = DB_AWAY;

	for (size_t tries = 0; tries < db->config->db_host_count; tries++) {
		error = connect_to_host(db);
		if (error != DB_AWAY)
			break;
	}
	/* What a node said says more than that another one is gone. */
	if (error == DB_AWAY && before != DB_TROUBLE_NONE)
		db->trouble = before;
	return error;
}

/* Called before each statement: in the middle of a request a connection that
 * broke stays broken, or the rest would run outside its transaction. */
static int
connected(struct db *db)
{
	if (db->link != NULL)
		return 0;
	if (db->inside || (!db->fresh && !is_cluster(db))) {
		ERROR_CAUSE(db->fault, "the connection broke earlier");
		return DB_AWAY;
	}
	return connect_now(db);
}

/* The statement as it is kept, or one that is to be prepared with its first values. */
static MYSQL_STMT *
statement_of(struct db *db, enum statement id, const struct db_value *values)
{
	MYSQL_STMT *statement = db->kept[id];
	unsigned count = 0;
	my_bool yes = 1;

	if (statement != NULL)
		return statement;
	statement = mysql_stmt_init(db->link);
	if (statement == NULL)
		abort();
	while (count < STATEMENT_VALUES_MAX && values[count].kind != DB_END)
		count++;
	mysql_stmt_attr_set(statement, STMT_ATTR_UPDATE_MAX_LENGTH, &yes);
	mysql_stmt_attr_set(statement, STMT_ATTR_PREBIND_PARAMS, &count);
	return statement;
}

static int
bind_values(struct db *db, enum statement id, MYSQL_STMT *statement, const struct db_value *values)
{
	size_t count = 0;

	for (; count < STATEMENT_VALUES_MAX && values[count].kind != DB_END; count++) {
		const struct db_value *value = &values[count];
		MYSQL_BIND *bind = &db->binds[count];

		memset(bind, 0, sizeof(*bind));
		switch (value->kind) {
		case DB_INT:
			db->numbers[count] = value->number;
			bind->buffer_type = MYSQL_TYPE_LONGLONG;
			bind->buffer = &db->numbers[count];
			break;
		case DB_BYTES:
			bind->buffer_type = MYSQL_TYPE_STRING;
			bind->buffer = (void *)(uintptr_t)value->bytes;
			bind->buffer_length = value->length;
			break;
		case DB_NULL:
		case DB_END:
			bind->buffer_type = MYSQL_TYPE_NULL;
			break;
		}
	}
	if (statement == db->kept[id] && count != mysql_stmt_param_count(statement)) {
		ERROR_CAUSE(db->fault, "%s: %zu values for %lu placeholders", statement_name(id),
		    count, mysql_stmt_param_count(statement));
		return DB_FAILED;
	}
	if (count > 0 && mysql_stmt_bind_param(statement, db->binds) != 0)
		return db_failed(db, statement_name(id), mysql_stmt_errno(statement),
		    mysql_stmt_error(statement));
	return 0;
}

/* Of a statement that was not kept: the connection may be gone with it. */
static int
first_failed(struct db *db, enum statement id, MYSQL_STMT *statement)
{
	unsigned code = mysql_stmt_errno(statement);
	char message[200];

	snprintf(message, sizeof(message), "%s", mysql_stmt_error(statement));
	mysql_stmt_close(statement);
	return db_failed(db, statement_name(id), code, message);
}

/* The first time it is prepared and executed in one round trip. */
static int
execute_first(struct db *db, enum statement id, MYSQL_STMT *statement)
{
	const char *text = statement_text(id);

	if (mariadb_stmt_execute_direct(statement, text, strlen(text)) != 0)
		return first_failed(db, id, statement);
	db->kept[id] = statement;
	return 0;
}

static int
execute_once(struct db *db, enum statement id, const struct db_value *values, MYSQL_STMT **out)
{
	int error = connected(db);
	bool first;

	if (error != 0)
		return error;
	*out = statement_of(db, id, values);
	first = db->kept[id] == NULL;
	if ((error = bind_values(db, id, *out, values)) != 0) {
		if (first)
			mysql_stmt_close(*out);
		return error;
	}
	if (first)
		return execute_first(db, id, *out);
	if (mysql_stmt_execute(*out) != 0)
		return db_failed(db, statement_name(id), mysql_stmt_errno(*out),
		    mysql_stmt_error(*out));
	return 0;
}

/* What others keep must not change under the stamp that they keep it by. */
static int
check_stamps(struct db *db, enum statement id)
{
	if ((statement_raises(id) & ~db->raised) == 0)
		return 0;
	ERROR_CAUSE(db->fault, "%s: changes what is kept, and its stamp was not raised",
	    statement_name(id));
	return DB_FAILED;
}

/* Before the same work is tried again: a different wait for each process, so
 * that two which met do not meet again. */
static void
back_off(int attempt)
{
	struct timespec now, wait = { 0, 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	wait.tv_nsec = (2 + now.tv_nsec % 16) * 1000000L * attempt;
	nanosleep(&wait, NULL);
}

/* A new try, of what nothing is left of. */
static void
begin_try(struct db *db, int attempt)
{
	if (attempt > 1)
		error_chain_clear(db->fault);
	db->reached = db->link != NULL;
}

/*
 * May what failed be tried once more?  After a deadlock, since it is rolled
 * back; in a cluster at the next host, as long as one answers.
 */
static bool
is_worth_again(const struct db *db, int error, int attempt)
{
	if (error == DB_BUSY)
		return attempt < TRIES;
	return error == DB_AWAY && is_cluster(db) && db->reached &&
	    (size_t)attempt <= db->config->db_host_count;
}

/*
 * A connection that idled too long shows it at the first statement of a
 * request, before anything has been done: then it is safe to repeat.  So is a
 * single statement that was rolled back; inside a transaction db_txn decides.
 */
static int
execute(struct db *db, enum statement id, const struct db_value *values, MYSQL_STMT **out)
{
	bool kept = db->link != NULL && db->fresh && !db->inside;
	int error = check_stamps(db, id);

	if (error != 0)
		return error;
	if (db->doomed)
		return DB_BUSY;
	for (int attempt = 1;; attempt++) {
		begin_try(db, attempt);
		error = execute_once(db, id, values, out);
		db->fresh = db->fresh && error == DB_AWAY && kept;
		if (db->inside)
			break;
		if (error == DB_AWAY && kept)
			kept = false;
		else if (is_worth_again(db, error, attempt))
			back_off(attempt);
		else
			break;
	}
	db->fresh = false;
	return error;
}

/* The names of a statement's columns, which are what its text says. */
static char **
columns_of(struct db *db, enum statement id, const MYSQL_FIELD *fields, unsigned width)
{
	char **columns = db->columns[id];

	if (columns != NULL)
		return columns;
	columns = calloc(width + 1, sizeof(*columns));
	for (unsigned at = 0; columns != NULL && at < width; at++)
		if ((columns[at] = strdup(fields[at].name)) == NULL)
			abort();
	if (columns == NULL)
		abort();
	return db->columns[id] = columns;
}

/* Where one row is fetched to: a buffer for each column, wide enough for its
 * longest value.  Numbers and times land as they are sent: the library would
 * print them with sprintf, which costs more than all the rest of reading. */
struct landing {
	MYSQL_BIND *binds;
	unsigned long *lengths;
	my_bool *nulls;
	unsigned *decimals; /* of a time's seconds */
	unsigned width;
};

static size_t
choose_landing(const MYSQL_FIELD *field, MYSQL_BIND *bind)
{
	switch (field->type) {
	case MYSQL_TYPE_TINY:
	case MYSQL_TYPE_SHORT:
	case MYSQL_TYPE_INT24:
	case MYSQL_TYPE_LONG:
	case MYSQL_TYPE_LONGLONG:
		bind->buffer_type = MYSQL_TYPE_LONGLONG;
		bind->is_unsigned = (field->flags & UNSIGNED_FLAG) != 0;
		return sizeof(int64_t);
	case MYSQL_TYPE_DATE:
	case MYSQL_TYPE_DATETIME:
		bind->buffer_type = field->type;
		return sizeof(MYSQL_TIME);
	default:
		bind->buffer_type = MYSQL_TYPE_STRING;
		return field->max_length + 1 < COLUMN_ROOM ? COLUMN_ROOM : field->max_length + 1;
	}
}

static struct landing
make_landing(struct arena *arena, const MYSQL_FIELD *fields, unsigned width)
{
	struct landing landing = {
		.binds = arena_array(arena, width, sizeof(*landing.binds)),
		.lengths = arena_array(arena, width, sizeof(*landing.lengths)),
		.nulls = arena_array(arena, width, sizeof(*landing.nulls)),
		.decimals = arena_array(arena, width, sizeof(*landing.decimals)),
		.width = width,
	};

	for (unsigned at = 0; at < width; at++) {
		MYSQL_BIND *bind = &landing.binds[at];
		size_t room = choose_landing(&fields[at], bind);

		bind->buffer = arena_alloc(arena, room + 1); /* and a NUL */
		bind->buffer_length = room;
		bind->length = &landing.lengths[at];
		bind->is_null = &landing.nulls[at];
		landing.decimals[at] = fields[at].decimals;
	}
	return landing;
}

static void
db_take_number(struct arena *arena, const MYSQL_BIND *bind, struct cell *cell)
{
	char text[DECIMAL_ROOM], *end = text + sizeof(text);
	int64_t number = *(const int64_t *)bind->buffer;
	const char *begin = bind->is_unsigned ?
	    decimal_put(end, (uint64_t)number, 1) :
	    decimal_put_signed(end, number);

	cell->length = (size_t)(end - begin);
	cell->text = arena_copy_close(arena, begin, cell->length);
}

/* As the server writes them: 2026-11-20, 2026-11-20 01:00:00.000. */
static void
take_time(struct arena *arena, const MYSQL_BIND *bind, unsigned decimals, struct cell *cell)
{
	char text[40], *end = text + sizeof(text), *at = end;
	const MYSQL_TIME *time = bind->buffer;

	if (bind->buffer_type == MYSQL_TYPE_DATETIME) {
		unsigned long fraction = time->second_part;

		for (unsigned left = decimals; left < 6; left++)
			fraction /= 10;
		if (decimals > 0 && decimals <= 6) {
			at = decimal_put(at, fraction, decimals);
			*--at = '.';
		}
		at = decimal_put(at, time->second, 2);
		*--at = ':';
		at = decimal_put(at, time->minute, 2);
		*--at = ':';
		at = decimal_put(at, time->hour, 2);
		*--at = ' ';
	}
	at = decimal_put(at, time->day, 2);
	*--at = '-';
	at = decimal_put(at, time->month, 2);
	*--at = '-';
	at = decimal_put(at, time->year, 4);
	cell->length = (size_t)(end - at);
	cell->text = arena_copy_close(arena, at, cell->length);
}

/* The next row lands where this one is: of texts all but the last are copied. */
static void
db_take_row(struct arena *arena, const struct landing *landing, struct cell *cells, bool last)
{
	for (unsigned at = 0; at < landing->width; at++) {
		const MYSQL_BIND *bind = &landing->binds[at];
		size_t length = landing->lengths[at];
		char *text = bind->buffer;

		if (landing->nulls[at])
			continue;
		if (bind->buffer_type == MYSQL_TYPE_LONGLONG)
			db_take_number(arena, bind, &cells[at]);
		else if (bind->buffer_type != MYSQL_TYPE_STRING)
			take_time(arena, bind, landing->decimals[at], &cells[at]);
		else {
			text[length] = '\0';
			cells[at].length = length;
			cells[at].text = last ? text : arena_copy_close(arena, text, length);
		}
	}
}

static int
db_read_rows(struct db *db, enum statement id, MYSQL_STMT *statement, MYSQL_RES *result,
    struct rows *rows)
{
	unsigned width = mysql_num_fields(result);
	MYSQL_FIELD *fields = mysql_fetch_fields(result);
	struct landing landing = make_landing(db->arena, fields, width);

	rows->width = width;
	rows->count = (size_t)mysql_stmt_num_rows(statement);
	rows->names = (const char *const *)columns_of(db, id, fields, width);
	rows->next = arena_alloc(db->arena, sizeof(*rows->next));
	rows->cells = arena_array(db->arena, rows->count * width, sizeof(*rows->cells));
	if (mysql_stmt_bind_result(statement, landing.binds) != 0)
		return db_failed(db, statement_name(id), mysql_stmt_errno(statement),
		    mysql_stmt_error(statement));
	for (size_t row = 0; row < rows->count; row++) {
		int status = mysql_stmt_fetch(statement);

		if (status != 0) {
			ERROR_CAUSE(db->fault, "%s: row %zu: %s", statement_name(id), row,
			    status == MYSQL_DATA_TRUNCATED ? "truncated" :
							     mysql_stmt_error(statement));
			return DB_FAILED;
		}
		db_take_row(db->arena, &landing, &rows->cells[row * width], row + 1 == rows->count);
	}
	return (int)rows->count;
}

int
db_select_values(struct db *db, struct rows *rows, enum statement id, const struct db_value *values)
{
	MYSQL_STMT *statement;
	MYSQL_RES *columns = NULL;
	int result;

	memset(rows, 0, sizeof(*rows));
	result = execute(db, id, values, &statement);
	if (result != 0)
		return result;
	if (mysql_stmt_store_result(statement) != 0)
		return db_failed(db, statement_name(id), mysql_stmt_errno(statement),
		    mysql_stmt_error(statement));
	columns = mysql_stmt_result_metadata(statement);
	if (columns == NULL) {
		ERROR_CAUSE(db->fault, "%s: gives no rows", statement_name(id));
		result = DB_FAILED;
	} else
		result = db_read_rows(db, id, statement, columns, rows);
	mysql_free_result(columns);
	if (db->link != NULL)
		mysql_stmt_free_result(statement);
	return result;
}

/* In a transaction, or as one of its own. */
static int
run_values(struct db *db, enum statement id, const struct db_value *values)
{
	MYSQL_STMT *statement;
	int error = execute(db, id, values, &statement);

	db->touched = true;
	if (error != 0)
		return error;
	db->last_key = (int64_t)mysql_stmt_insert_id(statement);
	return (int)mysql_stmt_affected_rows(statement);
}

struct running {
	enum statement id;
	const struct db_value *values;
	int rows;
};

static int
run_one(struct db *db, void *argument)
{
	struct running *running = argument;

	running->rows = run_values(db, running->id, running->values);
	return running->rows < 0 ? running->rows : 0;
}

static bool
wants_once(const struct db *db)
{
	return db->once == ONCE_WANTED || db->once == ONCE_ELSEWHERE;
}

/* A cluster stores nothing without its mark, nor does a request that has one. */
int
db_run_values(struct db *db, enum statement id, const struct db_value *values)
{
	struct running running = { .id = id, .values = values };
	int result;

	if (db->inside || (!is_cluster(db) && !wants_once(db)))
		return run_values(db, id, values);
	result = db_txn(db, run_one, &running);
	return result != 0 ? result : running.rows;
}

/* A column of many rows, as the library wants it: arrays of the values, of their
 * lengths, and of what is NULL. */
struct bulk {
	union {
		int64_t numbers[DB_ROWS_MAX];
		const void *bytes[DB_ROWS_MAX];
	} values;
	unsigned long lengths[DB_ROWS_MAX];
	char marks[DB_ROWS_MAX];
};

static void
bind_column(MYSQL_BIND *bind, struct bulk *bulk, const struct db_value *values, size_t width,
    size_t count)
{
	bool number = false;

	for (size_t row = 0; row < count; row++)
		number |= values[row * width].kind == DB_INT;
	for (size_t row = 0; row < count; row++) {
		const struct db_value *value = &values[row * width];

		bulk->marks[row] = value->kind == DB_NULL ?
		    STMT_INDICATOR_NULL :
		    STMT_INDICATOR_NONE;
		if (number)
			bulk->values.numbers[row] = value->number;
		else {
			bulk->values.bytes[row] = value->bytes;
			bulk->lengths[row] = value->length;
		}
	}
	*bind = (MYSQL_BIND){ .buffer_type = number ? MYSQL_TYPE_LONGLONG : MYSQL_TYPE_STRING,
		.buffer = &bulk->values,
		.length = number ? NULL : bulk->lengths,
		.u.indicator = bulk->marks };
}

/* A statement that is to run for many rows is prepared before its values are known. */
static int
prepare_kept(struct db *db, enum statement id)
{
	const char *text = statement_text(id);
	MYSQL_STMT *statement;

	if (db->kept[id] != NULL)
		return 0;
	statement = mysql_stmt_init(db->link);
	if (statement == NULL)
		abort();
	if (mysql_stmt_prepare(statement, text, strlen(text)) != 0)
		return first_failed(db, id, statement);
	db->kept[id] = statement;
	return 0;
}

static int
run_bulk(struct db *db, enum statement id, struct bulk *columns, const struct db_value *values,
    size_t width, size_t count)
{
	MYSQL_STMT *statement = db->kept[id];
	unsigned rows = (unsigned)count, one = 0;
	int result;

	if (width != mysql_stmt_param_count(statement)) {
		ERROR_CAUSE(db->fault, "%s: %zu values for %lu placeholders", statement_name(id),
		    width, mysql_stmt_param_count(statement));
		return DB_FAILED;
	}
	for (size_t at = 0; at < width; at++)
		bind_column(&db->binds[at], &columns[at], values + at, width, count);
	mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &rows);
	if (mysql_stmt_bind_param(statement, db->binds) != 0 || mysql_stmt_execute(statement) != 0)
		result = db_failed(db, statement_name(id), mysql_stmt_errno(statement),
		    mysql_stmt_error(statement));
	else
		result = (int)mysql_stmt_affected_rows(statement);
	/* The next one may run it for one row; with the connection it is gone. */
	if (db->kept[id] == statement)
		mysql_stmt_attr_set(statement, STMT_ATTR_ARRAY_SIZE, &one);
	return result;
}

int
db_run_rows(struct db *db, enum statement id, const struct db_value *values, size_t width,
    size_t count)
{
	struct bulk *columns;
	int result = check_stamps(db, id);

	if (result != 0 || count == 0)
		return result;
	if (db->doomed)
		return DB_BUSY;
	if (!db->inside || count > DB_ROWS_MAX || width > STATEMENT_VALUES_MAX) {
		ERROR_CAUSE(db->fault, "%s: %zu rows of %zu values at once", statement_name(id),
		    count, width);
		return DB_FAILED;
	}
	if ((result = connected(db)) != 0 || (result = prepare_kept(db, id)) != 0)
		return result;
	columns = malloc(width * sizeof(*columns));
	if (columns == NULL)
		abort();
	result = run_bulk(db, id, columns, values, width, count);
	free(columns);
	return result;
}

int64_t
db_last_key(const struct db *db)
{
	return db->last_key;
}

static int
command(struct db *db, enum statement id)
{
	int error = connected(db);

	if (error == 0 && mysql_query(db->link, statement_text(id)) != 0)
		error = db_failed(db, statement_name(id), mysql_errno(db->link),
		    mysql_error(db->link));
	db->fresh = false;
	return error;
}

int
db_stop(struct db *db, int why)
{
	db->stopped = why;
	return why != 0 ? DB_STOPPED : 0;
}

int
db_stopped(const struct db *db, int result)
{
	return result == DB_STOPPED ? db->stopped : 0;
}

bool
db_untouched(const struct db *db)
{
	return !db->touched;
}

static int
note_raised(struct db *db, int result, unsigned stamp)
{
	if (result < 0)
		return result;
	db->raised |= stamp;
	return 0;
}

int
db_raise_world(struct db *db)
{
	return note_raised(db, db_run(db, STATEMENT_STAMP_RAISE_WORLD, db_int(1)), STAMP_WORLD);
}

int
db_raise_agency(struct db *db, int64_t agency_id)
{
	return note_raised(db, db_run(db, STATEMENT_STAMP_RAISE_AGENCY, db_int(agency_id)),
	    STAMP_AGENCY);
}

void
db_once(struct db *db, const unsigned char mark[DB_MARK_BYTES])
{
	memcpy(db->once_mark, mark, DB_MARK_BYTES);
	db->once = ONCE_WANTED;
}

enum db_once
db_once_end(struct db *db)
{
	enum db_once how = db->once == ONCE_STORED ? DB_ONCE_STORED :
	    db->once == ONCE_ELSEWHERE             ? DB_ONCE_ELSEWHERE :
						     DB_ONCE_NOT;

	db->once = ONCE_UNASKED;
	return how;
}

/* What a transaction runs, and the mark that is stored with it: in a cluster, and
 * of what is to be done once. */
struct change {
	db_work *work;
	void *argument;
	bool marked;
	bool once; /* the mark is that of db_once */
	unsigned char mark[DB_MARK_BYTES];
	bool unsure; /* a try was to be stored, and nobody knows whether it is */
	bool stored; /* the mark says so */
};

/* The first thing of a request may find that its connection has idled too long. */
static int
db_begin(struct db *db)
{
	bool kept = db->link != NULL && db->fresh;
	int error = command(db, STATEMENT_TXN_BEGIN);

	if (error == DB_AWAY && kept) {
		begin_try(db, 2);
		db->fresh = true;
		error = command(db, STATEMENT_TXN_BEGIN);
	}
	return error;
}

static int
do_work(struct db *db, struct change *change)
{
	int result = 0;

	if (change->marked)
		result = db_run(db, STATEMENT_CHANGE_MARK_ADD,
		    db_bytes(change->mark, sizeof(change->mark)));
	change->stored = result == DB_DUPLICATE && change->unsure;
	if (result == DB_DUPLICATE && change->once && !change->unsure)
		return DB_TWICE;
	/* The mark alone can tell whether it was stored: without it nobody knows. */
	if (result < 0 && change->unsure && !change->stored) {
		db->trouble = DB_TROUBLE_UNSURE;
		return DB_AWAY;
	}
	if (result >= 0)
		result = change->work(db, change->argument);
	if (result > 0) {
		ERROR_CAUSE(db->fault, "work returned %d: neither 0 nor an error", result);
		result = DB_FAILED;
	}
	/* Whatever work has made of it: there is no transaction any more. */
	return db->doomed ? DB_BUSY : result;
}

/* Anything but a rollback by the server leaves it open what is stored. */
static int
commit_change(struct db *db, struct change *change)
{
	int result = command(db, STATEMENT_TXN_COMMIT);

	if (result == 0 || result == DB_BUSY)
		return result;
	change->unsure = true;
	if (db->trouble == DB_TROUBLE_AWAY || db->trouble == DB_TROUBLE_NONE)
		db->trouble = DB_TROUBLE_UNSURE;
	disconnect(db);
	return DB_AWAY;
}

/* A transaction that cannot be rolled back would be stored by the next one:
 * it ends with the connection. */
static void
roll_back(struct db *db)
{
	if (db->link != NULL && command(db, STATEMENT_TXN_ROLLBACK) != 0)
		disconnect(db);
}

static int
txn_once(struct db *db, struct change *change)
{
	int result = db_begin(db);

	if (result != 0)
		return result;
	db->inside = true;
	db->touched = true;
	db->raised = 0;
	result = do_work(db, change);
	if (result == 0)
		result = commit_change(db, change);
	if (result != 0)
		roll_back(db);
	db->inside = false;
	db->doomed = false;
	db->raised = 0;
	return change->stored ? 0 : result;
}

int
db_txn(struct db *db, db_work *work, void *argument)
{
	struct change change = { .work = work,
		.argument = argument,
		.marked = is_cluster(db) || wants_once(db),
		.once = wants_once(db) };
	int result;

	if (change.once)
		memcpy(change.mark, db->once_mark, sizeof(change.mark));
	else if (change.marked)
		random_bytes(change.mark, sizeof(change.mark));
	for (int attempt = 1;; attempt++) {
		begin_try(db, attempt);
		result = txn_once(db, &change);
		if (result == 0 && change.once)
			db->once = ONCE_STORED;
		else if (result == DB_TWICE)
			db->once = ONCE_ELSEWHERE;
		if (!is_worth_again(db, result, attempt))
			return result;
		back_off(attempt);
	}
}

/* Work that raises a stamp before anything else. */
struct raising {
	unsigned stamp;
	int64_t agency_id;
	db_work *work;
	void *argument;
};

static int
raise_and_work(struct db *db, void *argument)
{
	const struct raising *raising = argument;
	int result = raising->stamp == STAMP_WORLD ?
	    db_raise_world(db) :
	    db_raise_agency(db, raising->agency_id);

	return result != 0 ? result : raising->work(db, raising->argument);
}

int
db_txn_world(struct db *db, db_work *work, void *argument)
{
	return db_txn(db, raise_and_work,
	    &(struct raising){ .stamp = STAMP_WORLD, .work = work, .argument = argument });
}

int
db_txn_agency(struct db *db, int64_t agency_id, db_work *work, void *argument)
{
	return db_txn(db, raise_and_work,
	    &(struct raising){ .stamp = STAMP_AGENCY,
		.agency_id = agency_id,
		.work = work,
		.argument = argument });
}

int
db_run_agency_values(struct db *db, int64_t agency_id, enum statement id,
    const struct db_value *values)
{
	struct running running = { .id = id, .values = values };
	int result = db_txn_agency(db, agency_id, run_one, &running);

	return result != 0 ? result : running.rows;
}

int
db_ping(struct db *db)
{
	struct rows rows;

	return db_select(db, &rows, STATEMENT_PING) == 1 ? 0 : DB_AWAY;
}

int
db_script(struct db *db, const char *script)
{
	int error = connected(db), more;

	if (error != 0)
		return error;
	mysql_set_server_option(db->link, MYSQL_OPTION_MULTI_STATEMENTS_ON);
	error = mysql_real_query(db->link, script, strlen(script));
	for (more = error; more == 0; more = mysql_next_result(db->link))
		mysql_free_result(mysql_store_result(db->link));
	if (more > 0)
		error = db_failed(db, "script", mysql_errno(db->link), mysql_error(db->link));
	if (db->link != NULL)
		mysql_set_server_option(db->link, MYSQL_OPTION_MULTI_STATEMENTS_OFF);
	db->fresh = false;
	return error;
}

/* One statement of a script; a db_error. */
static int
script_step(struct db *db, const char *text, size_t length, bool perhaps_done)
{
	int more = mysql_real_query(db->link, text, length);

	for (; more == 0; more = mysql_next_result(db->link))
		mysql_free_result(mysql_store_result(db->link));
	if (more < 0 || (perhaps_done && db_was_done(mysql_errno(db->link))))
		return 0;
	return db_failed(db, "script", mysql_errno(db->link), mysql_error(db->link));
}

int
db_script_steps(struct db *db, const char *script, int64_t from, bool again, db_told *told,
    void *what)
{
	int error = connected(db);
	int64_t number = 0;
	const char *text;
	size_t length;

	while (error == 0 && (text = script_next(&script, &length)) != NULL) {
		bool sets = length > 4 && strncasecmp(text, "SET ", 4) == 0;

		number++;
		if (number <= from && !sets)
			continue;
		if (!sets)
			error = command(db, STATEMENT_TXN_BEGIN);
		if (error == 0)
			error = script_step(db, text, length, again && number == from + 1);
		if (error == 0 && number > from)
			error = told(db, what, number) < 0 ? DB_FAILED : 0;
		if (!sets && db->link != NULL)
			command(db, error == 0 ? STATEMENT_TXN_COMMIT : STATEMENT_TXN_ROLLBACK);
	}
	db->fresh = false;
	return error;
}
