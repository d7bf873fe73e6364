/* SPDX-License-Identifier: ISC */
#include "upload/upload.h"

#include <stdlib.h>
#include <string.h>

#include "frame/form_upload.h"
#include "frame/words.h"
#include "store/history.h"
#include "base/banned.h"

enum { QUERY_ASSESSMENT, QUERY_ITEM };

const struct field new_query[] = {
	PLACE_FIELDS(QUERY_ASSESSMENT),
	{ .name = NULL }
};

enum { NEW_SAME = PLACED, NEW_FILE };

const struct field new_fields[] = {
	DETAILS_FIELDS,
	PLACE_FIELDS(PLACE),
	[NEW_SAME] = { .name = "same", .kind = FIELD_NUMBER,
	    .label = "Berkas yang sama" },
	[NEW_FILE] = { .name = "file", .kind = FIELD_FILE,
	    .label = "Berkas" },
	{ .name = NULL }
};

enum { ADDRESS_OUTSIDE = PLACED };

const struct field address_fields[] = {
	DETAILS_FIELDS,
	PLACE_FIELDS(PLACE),
	[ADDRESS_OUTSIDE] = { .name = "outside_address", .kind = FIELD_TEXT,
	    .label = "Alamat", .required = true, .max = 1000 },
	{ .name = NULL }
};

/* Where the new document is wanted, when a criterion asked for it. */
struct place {
	bool given;
	struct assessment assessment;
	struct criterion criterion;
};

/* `first` is the field "assessment", "item" follows it. */
static int
find_place(struct visit *visit, int first, struct place *place)
{
	const struct form *form = &visit->form;
	int64_t assessment = form_number(form, first);
	int64_t item = form_number(form, first + 1);
	int status;

	memset(place, 0, sizeof(*place));
	if (assessment == 0 && item == 0)
		return 0;
	status = assessment_find(visit, assessment, &place->assessment);
	if (status == 0)
		status = criterion_find(visit, &place->assessment, item,
		    &place->criterion);
	if (status == 0)
		status = criterion_open(visit, &place->assessment,
		    place->criterion.must_mend);
	place->given = status == 0;
	return status;
}

static void
fill_page(struct visit *visit, const struct place *place)
{
	fill_kinds(visit);
	fill_limits(visit);
	if (place->given) {
		assessment_fill(visit, &place->assessment);
		criterion_fill(visit, &place->criterion);
	}
}

static int
show_form(struct visit *visit, const char *view)
{
	struct place place;
	int status = find_place(visit, QUERY_ASSESSMENT, &place);

	if (status != 0)
		return status;
	fill_page(visit, &place);
	return visit_show(visit, view);
}

int
show_new(struct visit *visit)
{
	return show_form(visit, "upload/new");
}

int
show_address(struct visit *visit)
{
	return show_form(visit, "upload/address");
}

/* A document to be made, as a transaction. */
struct creation {
	struct visit *visit;
	const struct place *place;
	const char *title;
	const char *outside_address;
	const struct candidate *candidate;	/* NULL: an address */
	int64_t arrival_id;			/* 0: it came with a form */
	int64_t id;
};

static int
add_document(struct creation *creation)
{
	struct visit *visit = creation->visit;
	const struct form *form = &visit->form;
	const struct actor *actor = &visit->actor;
	int result = db_run(visit->db, STATEMENT_UPLOAD_CREATE,
	    db_int(actor->agency_id), db_text(creation->title),
	    db_text(form_text(form, KIND)), db_text(form_text(form, NUMBER)),
	    day_or_null(form, DATED), day_or_null(form, PERIOD_FROM),
	    day_or_null(form, PERIOD_UNTIL),
	    db_text(creation->outside_address), db_int(actor->account_id));

	if (result < 0)
		return result;
	creation->id = db_last_key(visit->db);
	return document_change(visit, creation->id, NULL,
	    creation->candidate != NULL ? revision_words(visit->arena, 1,
	    creation->candidate) : creation->outside_address, NULL);
}

static int
create(struct db *db, void *argument)
{
	struct creation *creation = argument;
	struct visit *visit = creation->visit;
	bool fresh;
	int result = 0;

	(void)db;
	if (creation->place->given)
		result = links_begin(visit, &creation->place->assessment);
	if (result == 0)
		result = add_document(creation);
	if (result == 0 && creation->candidate != NULL)
		result = revision_add(visit, creation->id,
		    creation->candidate);
	if (result == 0 && creation->place->given)
		result = link_put(visit, &creation->place->assessment,
		    &creation->place->criterion, creation->id, &fresh);
	if (result == 0 && creation->arrival_id != 0)
		result = arrival_keep(visit, creation->arrival_id,
		    creation->id);
	return result;
}

static int
leave(struct visit *visit, const struct creation *creation, const char *done)
{
	const struct place *place = creation->place;

	if (place->given)
		return visit_redirect(visit, "/questionnaire/%lld/%lld"
		    "?done=linked", (long long)place->assessment.id,
		    (long long)place->criterion.variable);
	return visit_redirect(visit, "/upload/document/%lld?done=%s",
	    (long long)creation->id, done);
}

static int
show_again(struct visit *visit, const struct place *place, const char *view)
{
	fill_page(visit, place);
	return visit_show_errors(visit, view);
}

/*
 * "Save it all the same": the bytes are here already, so nobody sends them
 * twice.  The copy's hash shows whether the stored file is what it was.
 */
static int
copy_stored(struct visit *visit, struct staged *staged,
    struct candidate *candidate)
{
	char sha256[SHA256_TEXT];
	struct rows rows;
	int result = db_select(visit->db, &rows, STATEMENT_UPLOAD_OWN_REVISION,
	    db_int(form_number(&visit->form, NEW_SAME)),
	    db_int(visit->actor.agency_id));

	if (result <= 0)
		return result < 0 ? visit_status(visit, result) : 404;
	if (files_copy(staged, visit->config->files_dir, row_text(&rows, 0,
	    "stored_name"), &visit->fault) != 0 ||
	    strcmp(hex_text(sha256, staged->sha256, SHA256_BYTES),
	    row_text(&rows, 0, "sha256")) != 0) {
		files_discard(staged);
		form_error(&visit->form, NEW_FILE, "Berkas yang tersimpan "
		    "tidak dapat dipakai lagi. Pilih berkasnya sekali lagi "
		    "dari komputer Anda.");
		return 0;
	}
	candidate->staged = staged;
	candidate->client_name = row_text(&rows, 0, "client_name");
	candidate->media = row_text(&rows, 0, "type");
	return 0;
}

/* The same content is in the library: that document may do. */
static int
offer_twin(struct visit *visit, const struct place *place,
    const struct creation *creation, const struct rows *twins)
{
	struct node *node = page_node(&visit->page, "Twin");

	fill_row(node, twins, 0);
	node_set(node, "kind", words_kind(row_text(twins, 0, "kind")));
	node_set(node, "since", words_time(visit->arena,
	    row_text(twins, 0, "created_at"), visit->actor.zone));
	node_set(node, "client_name", creation->candidate->client_name);
	fill_page(visit, place);
	fill_form(visit);
	fill_value(visit, TITLE, creation->title);
	return visit_show_status(visit, "upload/twin", 409);
}

static int
take_candidate(struct visit *visit, struct staged *copy,
    struct candidate *candidate)
{
	struct form *form = &visit->form;
	int status = candidate_take(visit, NEW_FILE, candidate);

	if (status != 0 || candidate->staged != NULL)
		return status;
	if (form_number(form, NEW_SAME) != 0)
		status = copy_stored(visit, copy, candidate);
	if (status == 0 && candidate->staged == NULL)
		form_error(form, NEW_FILE, "Pilih berkas yang akan diunggah.");
	return status;
}

static int
create_from(struct visit *visit, struct candidate *candidate,
    const struct place *place)
{
	struct form *form = &visit->form;
	struct creation creation = { .visit = visit, .place = place,
	    .outside_address = "", .candidate = candidate,
	    .title = form_text(form, TITLE) };
	struct rows twins;
	int status;

	details_check(visit);
	if (!form_ok(form)) {
		/* No browser fills in a file again. */
		form_error(form, NEW_FILE, "Pilih lagi berkasnya setelah isian "
		    "di atas diperbaiki.");
		return show_again(visit, place, "upload/new");
	}
	if (*creation.title == '\0')
		creation.title = title_of_name(visit->arena,
		    candidate->client_name);
	if (form_number(form, NEW_SAME) == 0) {
		int result = candidate_twin(visit, candidate, 0, &twins);

		if (result < 0)
			return visit_status(visit, result);
		if (result > 0)
			return offer_twin(visit, place, &creation, &twins);
	}
	status = candidate_commit(visit, candidate, NEW_FILE, create,
	    &creation);
	if (!form_ok(form))
		return show_again(visit, place, "upload/new");
	return status != 0 ? status : leave(visit, &creation, "uploaded");
}

int
create_document(struct visit *visit)
{
	struct staged copy = { 0 };
	struct candidate candidate;
	struct place place;
	int status = find_place(visit, PLACE, &place);

	if (status == 0)
		status = take_candidate(visit, &copy, &candidate);
	if (status == 0)
		status = create_from(visit, &candidate, &place);
	files_discard(&copy);
	return status;
}

int
place_check(struct visit *visit)
{
	struct place place;

	return find_place(visit, PLACE, &place);
}

int
create_arrived(struct visit *visit, struct candidate *candidate,
    int file_field, int64_t arrival_id, int64_t *document_id, bool *unplaced)
{
	struct place place;
	struct creation creation = { .visit = visit, .place = &place,
	    .outside_address = "", .candidate = candidate,
	    .arrival_id = arrival_id,
	    .title = form_text(&visit->form, TITLE) };
	int status = find_place(visit, PLACE, &place);

	/* The criterion closed while the file came in: what was sent is not
	 * lost for that. */
	*unplaced = status >= 400 && status < 500;
	if (status != 0 && !*unplaced)
		return status;
	if (*creation.title == '\0')
		creation.title = title_of_name(visit->arena,
		    candidate->client_name);
	status = candidate_commit(visit, candidate, file_field, create,
	    &creation);
	*document_id = creation.id;
	return status;
}

int
create_address(struct visit *visit)
{
	struct form *form = &visit->form;
	struct place place;
	struct creation creation = { .visit = visit, .place = &place,
	    .title = form_text(form, TITLE),
	    .outside_address = form_text(form, ADDRESS_OUTSIDE) };
	int status = find_place(visit, PLACE, &place);

	if (status != 0)
		return status;
	if (*creation.title == '\0')
		form_error(form, TITLE, "Judul wajib diisi.");
	details_check(visit);
	address_check(visit, ADDRESS_OUTSIDE);
	if (!form_ok(form))
		return show_again(visit, &place, "upload/address");
	status = visit_status(visit, db_txn(visit->db, create, &creation));
	return status != 0 ? status : leave(visit, &creation, "created");
}
