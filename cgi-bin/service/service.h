/* SPDX-License-Identifier: ISC */
#ifndef SERVICE_H
#define SERVICE_H

#include "assessment/assessment.h"
#include "guest/sent_file.h"
#include "document/letterhead.h"
#include "frame/context.h"

/*
 * The program service: what an agency does for people who apply, from the definition of a
 * service through the queue of its applications to the letter that comes out.  What a
 * service asks for and by which steps it goes are rows, frozen when it is published; an
 * application belongs to the version that it came in under.
 */
enum {
	SERVICE_LINES = 40, /* of requirements, fields or steps */
	SERVICE_PARTS = 4   /* of one such line */
};

/* A version of a service with its parts; texts are never NULL. */
struct service {
	int64_t id, service_id, number, version, valid_months, remind_days, days;
	int64_t agency_id, region_id;
	const char *state, *name, *mark, *legal_base, *cost, *product, *complaint, *letter;
	const char *agency_name, *zone, *published_at; /* the last "" of a draft */
	struct rows requirements, fields, steps;
};

/* By key, with its parts: of the actor's own agency, of any, or one that is in force whoever
 * asks.  0, 404 or another status. */
int service_load(struct context *, int64_t id, struct service *);
int service_load_of(struct context *, int64_t id, int64_t agency_id, struct service *);
int service_load_published(struct context *, int64_t id, struct service *);

/* Service.*, with .requirements, .fields and .steps. */
void service_fill(struct context *, const struct service *);

/* "loket", "petugas": who does a step. */
const char *service_role_word(const char *code);

/* Its standard in the headings of SIPPN, as a paper of its agency. */
void service_standard_compose(struct context *, const struct service *, const struct letterhead *,
    struct document_model *);

/* Whether one of its steps is a visit, whose notes are compulsory. */
bool service_visits(const struct service *);

/* A row of history about it, in the caller's transaction: of the actor's agency, or of the one
 * whose the service is.  0 or enum db_error. */
int service_change_of(struct context *, const struct service *, int64_t id, const char *from,
    const char *to, const char *reason);
int service_change(struct context *, int64_t id, const char *from, const char *to,
    const char *reason);

/* ---- numbers.c: what identifies a person or an enterprise ---------------------- */

/*
 * The digits of what was typed with blanks, dots and hyphens, as many as it may have; "" for
 * an empty text; NULL for what is none.  Of a NIK also the date in it has to exist.
 */
const char *nik_digits(struct arena *, const char *);
const char *nib_digits(struct arena *, const char *);
const char *npwp_digits(struct arena *, const char *);

/* "••••••••••••0001": the last four alone; "" for none. */
const char *digits_masked(struct arena *, const char *);

/* ---- particulars.c: what is said of an enterprise ------------------------------ */

enum particular {
	PARTICULAR_KIND,
	PARTICULAR_NAME,
	PARTICULAR_OWNER,
	PARTICULAR_NIK,
	PARTICULAR_NIB,
	PARTICULAR_NPWP,
	PARTICULAR_PHONE,
	PARTICULAR_ADDRESS,
	PARTICULAR_VILLAGE,
	PARTICULAR_EMPLOYEES,
	PARTICULAR_TURNOVER,
	PARTICULAR_PRODUCTS,
	PARTICULAR_SINCE,
	PARTICULARS
};

struct particulars {
	const char *text[PARTICULARS]; /* never NULL */
};

/* The fields of a form that has them from `first` on, in this order; the kelurahan may come by a
 * choice instead. */
extern const char *const enterprise_kinds[];
#define PARTICULAR_FIELDS(first) \
	[(first) + \
	    PARTICULAR_KIND] = { "kind", FIELD_CHOICE, "Bentuk usaha", true, \
		.choices = enterprise_kinds }, \
	    [(first) + PARTICULAR_NAME] = { "name", FIELD_TEXT, "Nama usaha", true, .min = 2, \
		    .max = 160 }, \
	    [(first) + PARTICULAR_OWNER] = { "owner", FIELD_TEXT, "Nama pemilik", true, .min = 2, \
		    .max = 120 }, \
	    [(first) + PARTICULAR_NIK] = { "nik", FIELD_TEXT, "NIK", .max = 40 }, \
	    [(first) + PARTICULAR_NIB] = { "nib", FIELD_TEXT, "NIB", .max = 40 }, \
	    [(first) + PARTICULAR_NPWP] = { "npwp", FIELD_TEXT, "NPWP", .max = 40 }, \
	    [(first) + PARTICULAR_PHONE] = { "phone", FIELD_TEXT, "Nomor telepon", .max = 30 }, \
	    [(first) + PARTICULAR_ADDRESS] = { "address", FIELD_TEXT, "Alamat usaha", true, \
		    .min = 5, .max = 300 }, \
	    [(first) + PARTICULAR_VILLAGE] = { "village", FIELD_TEXT, "Kelurahan atau desa", \
		    .min = 2, .max = 120 }, \
	    [(first) + PARTICULAR_EMPLOYEES] = { "employees", FIELD_NUMBER, "Jumlah pekerja", \
		    .max = 100000 }, \
	    [(first) + \
		PARTICULAR_TURNOVER] = { "turnover", FIELD_TEXT, "Golongan omzet", .max = 60 }, \
	    [(first) + PARTICULAR_PRODUCTS] = { "products", FIELD_TEXT, "Produk atau jasa", true, \
		    .min = 2, .max = 300 }, \
	    [(first) + PARTICULAR_SINCE] = { "since", FIELD_NUMBER, "Tahun mulai usaha", \
		    .min = 1900, .max = 2100 }

/* Those of a form, checked: what does not fit becomes an error of its field. */
void particulars_read(struct context *, int first, struct particulars *);

/* Those of a row of the register. */
void particulars_of(const struct rows *, struct particulars *);

/* As the lines that an application keeps, and back. */
const char *particulars_lines(struct arena *, const struct particulars *);
void particulars_parse(struct arena *, const char *lines, struct particulars *);

/* "Usaha mikro", "Koperasi"; "" for another code. */
const char *enterprise_kind_name(const char *code);

/* What they are called, and how they are shown: to whoever works on it whole, else
 * with the numbers of persons masked. */
const char *particular_label(enum particular);
const char *particular_shown(struct arena *, const struct particulars *, enum particular,
    bool whole);

/* Particulars.N.label .value. */
void particulars_fill(struct context *, const struct particulars *, bool whole);

/* Form.value.* of a page whose form was not sent yet. */
void particulars_fill_form(struct context *, const struct particulars *);

/* Do both say the same name and place? */
bool particulars_alike(struct arena *, const struct particulars *, const struct particulars *);

/* The record of the register that they are of: by NIB, or by name and place where neither NIB nor
 * NIK says otherwise.  1, 0 where there is none, or enum db_error. */
int enterprise_match(struct context *, int64_t agency_id, const struct particulars *,
    int64_t *enterprise_id);

/* Which record of the register they are of: found, or made; in the caller's
 * transaction.  0 or enum db_error. */
int enterprise_settle(struct context *, int64_t agency_id, const struct particulars *,
    int64_t *enterprise_id);

/* Writes them over that record; version 0: whatever it is.  Rows, or enum db_error. */
int enterprise_write(struct context *, int64_t id, const struct particulars *, int64_t version);

/* ---- application.c --------------------------------------------------------------- */

struct application {
	int64_t id, version_id, enterprise_id, version, spent, visits;
	int64_t entered_by;                                           /* 0: the applicant himself */
	const char *entered_name, *consent, *consent_by, *consent_on; /* "" where none */
	bool surveyed;      /* its applicant has said what he thinks of the service */
	bool survey_wanted; /* he is asked: once, when it was decided, unless the setting
	                     * service_survey says that nobody is */
	const char *number, *channel, *state, *applicant, *phone, *email, *village, *reason;
	const char *received_at, *running_since, *due_on, *enterprise;
	const char *renews, *renews_ended; /* number of the letter that it renews, "" for none */
	int64_t renews_application;        /* of which that was */
	struct particulars particulars;
	struct service service;
	struct rows values, verdicts, files; /* files: of who sent some */
	struct calendar calendar;
	int32_t today;
};

/* That of the first number of the path, with its service and its calendar: 0, 404 or
 * another status. */
int application_load(struct context *, struct application *);
int application_load_of(struct context *, int64_t id, int64_t agency_id, struct application *);

/* "Menunggu pemeriksaan" of "received"; "" for another code. */
const char *application_state_name(const char *code);
extern const char *const application_states[];

/* Does the office's time run while it stands so? */
bool application_runs(const char *state);

/* Was it granted or refused? */
bool application_decided(const char *state);

/* Working days that it has taken so far. */
int64_t application_spent(const struct application *);

/*
 * Moves it in the caller's transaction, with its rows of the way and of history: a
 * DB_STOPPED with 409 where somebody else has moved it meanwhile.  0 or enum db_error.
 */
int application_move(struct context *, const struct application *, const char *to,
    const char *reason);

/* ---- renewal.c, and its forms in renew.c ------------------------------------------- */

/* What can be renewed of an application: its letter that has an end and was neither replaced nor
 * withdrawn, while its service is in force. */
struct renewal {
	int64_t application_id, letter_id, version_id; /* letter_id 0: nothing */
	const char *number;
	int64_t by_id, by_assistant; /* the application that renews it already, or 0 */
	const char *by_number;
	bool renewed;                   /* that one has led to a letter */
	const struct particulars *said; /* in the old application, for the form; or NULL */
};

/* A status; of one that was not granted nothing is asked. */
int renewal_read(struct context *, const struct application *, struct renewal *);

/* Renewal.number .by .by_id .renewed, nothing where there is nothing to renew. */
void renewal_fill(struct context *, const struct renewal *);

int show_renewal_form(struct context *);
int send_renewal(struct context *);
int show_assisted_renewal(struct context *);
int send_assisted_renewal(struct context *);
int show_own_renewal(struct context *);
int send_own_renewal(struct context *);

/* ---- application_page.c ------------------------------------------------------------ */

/* Application.* and all that its page shows, but for what only that reads. */
void application_fill(struct context *, const struct application *);

/* The signed copies of the letters of an application, for letters_fill; nothing is asked where
 * there are no letters.  0 or enum db_error. */
int letters_read_signed(struct context *, int64_t application_id, const struct rows *letters,
    struct rows *signed_copies);

/* Letters.*, of the rows of service_letters_of and of letters_read_signed. */
void letters_fill(struct context *, const struct rows *, const struct rows *signed_copies);

/* What its page shows beside, and the page with that: again with what was wrong where
 * something was. */
struct way {
	struct rows moves, visits, letters, signed_copies;
	struct renewal renewal;
	bool esign; /* the actor may sign its letter by a service */
};
int way_read(struct context *, const struct application *, struct way *);
int way_show(struct context *, const struct application *, const struct way *);

/* ---- files.c: what is brought --------------------------------------------------- */

/*
 * Documents that come after the application, by a family of flags "have-" and one of files
 * "file-", each by the requirement's key.  While it was returned only those that were missing are
 * open, and all that are compulsory have to come; while it waits for its check files alone come,
 * of what nobody has accepted yet.
 */
struct bringing {
	struct context *context;
	const struct application *application;
	const struct guest *guest; /* who sends it, or NULL: an official */
	int have, file;            /* numbers of the form's fields */
	struct sent_files sent;
};

/* What came, judged: errors of the form, or a status. */
int bringing_take(struct bringing *);

/* Keeps the files and runs the work in a transaction, which calls bringing_store.  What db_txn
 * gave. */
int bringing_commit(struct bringing *, db_work *, void *);
int bringing_store(const struct bringing *);

/* Does it wait for nothing that could be brought? */
bool bringing_closed(const struct application *);

/* .opens where a file of it can come, with Opens and Upload.* of the page; and its .files. */
void bringing_fill(struct context *, const struct application *, struct node *requirement,
    size_t row);

int send_service_file(struct context *);

/* ---- online.c ---------------------------------------------------------------------- */

/* That whose number and secret the visitor's cookie has: 0, or 403, 404 or 429 with its page. */
int application_load_ticket(struct context *, struct application *);

/* The page again with what was wrong: 422. */
int application_show_errors(struct context *, const struct application *);

/* ---- signed.c: letters that came back signed ------------------------------------ */

int take_signed_letter(struct context *);
int send_signed_letter(struct context *);
int send_own_signed_letter(struct context *);
int send_assisted_signed_letter(struct context *);

/* ---- assist.c ---------------------------------------------------------------------- */

/* That of the path which the actor entered himself; 404 for all others. */
int application_load_assisted(struct context *, struct application *);

int show_assisted(struct context *);
int show_assisted_form(struct context *);
int send_assisted_form(struct context *);
int show_assisted_one(struct context *);
int bring_assisted(struct context *);
int renew_assisted_secret(struct context *);

/* ---- letter.c --------------------------------------------------------------------- */

/*
 * A letter of an approved application, with the next number of the agency and this
 * year, in the caller's transaction; `replaces` is the number of the one whose place it takes,
 * or "".  0 or enum db_error.
 */
int letter_issue(struct context *, const struct application *, const struct letterhead *,
    const struct rows *head, const char *replaces, const char **number);

/* ---- pages --------------------------------------------------------------------- */

int show_services(struct context *);
int show_new_service(struct context *);
int add_service(struct context *);
int show_service(struct context *);
int save_service(struct context *);
int publish_service(struct context *);
int renew_service(struct context *);
int show_standards(struct context *);
int show_standard(struct context *);
int show_online_form(struct context *);
int send_online_form(struct context *);
int show_service_receipt(struct context *);
int show_status_form(struct context *);
int open_status(struct context *);
int show_mine(struct context *);
int bring_mine(struct context *);
int show_queue(struct context *);
int show_application_form(struct context *);
int enter_application(struct context *);
int show_application(struct context *);
int check_application(struct context *);
int bring_application(struct context *);
int note_visit(struct context *);
int withdraw_application(struct context *);
int decide_application(struct context *);
int show_letters(struct context *);
int show_letters_ending(struct context *);
int send_letter_register(struct context *);
int send_letter(struct context *);
int end_letter(struct context *);
int save_letter_format(struct context *);
int skip_letter_numbers(struct context *);
int show_enterprises(struct context *);
int send_enterprises(struct context *);
int show_enterprise(struct context *);
int save_enterprise(struct context *);
int merge_enterprise(struct context *);
int show_standard_evidence(struct context *);
int make_standard_evidence(struct context *);
int show_service_report_evidence(struct context *);
int make_service_report_evidence(struct context *);
int show_enterprise_import(struct context *);
int preview_enterprises(struct context *);
int reread_enterprises(struct context *);
int keep_enterprises(struct context *);
int show_own_survey(struct context *);
int send_own_survey(struct context *);
int show_survey(struct context *);
int enter_survey(struct context *);
int show_service_report(struct context *);
int send_service_report(struct context *);
int send_service_report_paper(struct context *);

extern const struct field service_define_fields[], service_save_fields[], service_version_fields[],
    queue_fields[], application_fields[], assisted_fields[], assisted_list_fields[],
    assisted_bring_fields[], assisted_secret_fields[], check_fields[], bring_fields[],
    visit_fields[], withdraw_fields[], decide_fields[], letters_fields[], letter_end_fields[],
    signed_letter_fields[], letter_format_fields[], letter_skip_fields[], enterprises_fields[],
    enterprise_save_fields[], enterprise_merge_fields[], enterprise_import_fields[],
    enterprise_reread_fields[], enterprise_keep_fields[], standard_evidence_query[],
    standard_evidence_fields[], service_report_evidence_query[], service_report_evidence_fields[],
    service_report_fields[], standards_fields[], status_fields[], mine_bring_fields[],
    survey_fields[];

#endif
