/* SPDX-License-Identifier: ISC */
/*
 * A new document, from a file or an address elsewhere, put under the criterion
 * that asked for it.  A file that the agency has already is told before it is
 * stored twice.
 */
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
	{ .name = NULL },
};

enum { NEW_SAME = PLACED, NEW_FILE };

const struct field new_fields[] = {
	DETAILS_FIELDS_WHERE(false),
	PLACE_FIELDS(PLACE),
	[NEW_SAME] = { .name = "same", .kind = FIELD_NUMBER, .label = "Berkas yang sama" },
	[NEW_FILE] = { .name = "file", .kind = FIELD_FILE, .label = "Berkas" },
	{ .name = NULL },
};

enum { ADDRESS_OUTSIDE = PLACED };

const struct field address_fields[] = {
	DETAILS_FIELDS,
	PLACE_FIELDS(PLACE),
	[ADDRESS_OUTSIDE] = { .name = "outside_address",
	    .kind = FIELD_TEXT,
	    .label = "Alamat",
	    .required = true,
	    .max = 1000 },
	{ .name = NULL },
};

/* Where the new document is wanted, when a criterion asked for it. */
struct place {
	bool given;
	struct assessment assessment;
	struct criterion_at criterion;
};

/* `first` is the field "assessment", "item" follows it. */
static int
new_find_place(struct context *context, int first, struct place *place)
{
	const struct form *form = &context->form;
	int64_t assessment = form_number(form, first);
	int64_t item = form_number(form, first + 1);
	int status;

	memset(place, 0, sizeof(*place));
	if (assessment == 0 && item == 0)
		return 0;
	status = assessment_find(context, assessment, &place->assessment);
	if (status == 0)
		status = criterion_find(context, &place->assessment, item, &place->criterion);
	if (status == 0)
		status = criterion_open(context, &place->assessment,
		    place->criterion.needs_correction);
	place->given = status == 0;
	return status;
}

static void
new_fill_page(struct context *context, const struct place *place, uint64_t file_max)
{
	fill_kinds(context);
	if (place->given) {
		assessment_fill(context, &place->assessment);
		criterion_fill(context, &place->criterion);
	}
	fill_limits(context, file_max);
}

static int
new_show_form(struct context *context, const char *view)
{
	struct place place;
	uint64_t file_max;
	int status = new_find_place(context, QUERY_ASSESSMENT, &place);

	if (status == 0)
		status = form_upload_file_max(context, &file_max);
	if (status != 0)
		return status;
	new_fill_page(context, &place, file_max);
	return context_show(context, view);
}

int
show_new(struct context *context)
{
	return new_show_form(context, "upload/new");
}

int
show_address(struct context *context)
{
	return new_show_form(context, "upload/address");
}

/* A document to be made, as a transaction. */
struct creation {
	struct context *context;
	const struct place *place;
	const char *title;
	const char *outside_address;
	const struct candidate *candidate; /* NULL: an address */
	int64_t upload_session_id;         /* 0: it came with a form */
	bool once;                         /* not where the same content is there */
	struct rows twins;                 /* that was there, and stopped it */
	int64_t id;
};

/* As it was said, else as the name of the file says it: nobody sends a file again
 * for a word that can be put right afterwards. */
static const char *
kind_of(const struct creation *creation)
{
	struct context *context = creation->context;
	const char *kind = form_text(&context->form, KIND);

	if (*kind == '\0' && creation->candidate != NULL)
		kind = kind_of_name(context->arena, creation->candidate->client_name);
	return *kind != '\0' ? kind : "lainnya";
}

static int
new_add_document(struct creation *creation)
{
	struct context *context = creation->context;
	const struct form *form = &context->form;
	const struct actor *actor = &context->actor;
	int result = db_run(context->db, STATEMENT_UPLOAD_CREATE, db_int(actor->agency_id),
	    db_text(creation->title), db_text(kind_of(creation)), db_text(form_text(form, NUMBER)),
	    day_or_null(form, DATED), day_or_null(form, PERIOD_FROM),
	    day_or_null(form, PERIOD_UNTIL), db_text(creation->outside_address),
	    db_int(actor->account_id));

	if (result < 0)
		return result;
	creation->id = db_last_key(context->db);
	return document_change(context, creation->id, NULL,
	    creation->candidate != NULL ? revision_words(context->arena, 1, creation->candidate) :
					  creation->outside_address,
	    NULL);
}

static int
new_create(struct db *db, void *argument)
{
	struct creation *creation = argument;
	struct context *context = creation->context;
	bool fresh;
	int result = 0;

	/* Looked at here too: two presses of a button come at once, and the stamp of
	 * the agency lets one of them wait for the other. */
	if (creation->once)
		result = candidate_twin(context, creation->candidate, 0, &creation->twins);
	if (result > 0)
		return db_stop(db, 409);
	if (result == 0 && creation->place->given)
		result = links_begin(context, &creation->place->assessment);
	if (result == 0)
		result = new_add_document(creation);
	if (result == 0 && creation->candidate != NULL)
		result = revision_add(context, creation->id, creation->candidate);
	if (result == 0 && creation->place->given)
		result = link_put(context, &creation->place->assessment,
		    &creation->place->criterion, creation->id, &fresh);
	if (result == 0 && creation->upload_session_id != 0)
		result = resumable_keep(context, creation->upload_session_id, creation->id);
	return result;
}

static int
leave(struct context *context, const struct creation *creation, const char *done)
{
	const struct place *place = creation->place;

	if (place->given)
		return criterion_go_back(context, &place->assessment, &place->criterion);
	return context_redirect(context, "/upload/document/%lld?done=%s", (long long)creation->id,
	    done);
}

static int
new_show_again(struct context *context, const struct place *place, const char *view)
{
	uint64_t file_max;
	int status = form_upload_file_max(context, &file_max);

	if (status != 0)
		return status;
	new_fill_page(context, place, file_max);
	return context_show_errors(context, view);
}

/*
 * "Save it all the same": the bytes are here already, so nobody sends them
 * twice.  The copy's hash shows whether the stored file is what it was.
 */
static int
copy_stored(struct context *context, struct temporary_file *staged, struct candidate *candidate)
{
	char sha256[SHA256_TEXT];
	struct rows rows;
	int result = db_select(context->db, &rows, STATEMENT_UPLOAD_OWN_REVISION,
	    db_int(form_number(&context->form, NEW_SAME)), db_int(context->actor.agency_id));

	if (result <= 0)
		return result < 0 ? context_status(context, result) : 404;
	if (!form_upload_spare(context, (uint64_t)row_int(&rows, 0, "bytes")))
		return form_upload_no_disk(context);
	if (files_copy(staged, context->config->files_dir, row_text(&rows, 0, "stored_name"),
		&context->errors) != 0 ||
	    strcmp(hex_text(sha256, staged->sha256, SHA256_BYTES), row_text(&rows, 0, "sha256")) !=
		0) {
		files_discard(staged);
		form_error(&context->form, NEW_FILE,
		    "Berkas yang tersimpan "
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
show_twin(struct context *context, const struct place *place, const struct creation *creation,
    uint64_t file_max)
{
	const struct rows *twins = &creation->twins;
	struct node *node = page_node(&context->page, "Twin");

	new_fill_page(context, place, file_max);
	fill_row(node, twins, 0);
	node_set(node, "kind", words_kind(row_text(twins, 0, "kind")));
	node_set(node, "since",
	    words_time(context->arena, row_text(twins, 0, "created_at"), context->actor.zone));
	node_set(node, "client_name", creation->candidate->client_name);
	fill_form(context);
	fill_value(context, TITLE, creation->title);
	return context_show_status(context, "upload/twin", 409);
}

static int
offer_twin(struct context *context, const struct place *place, const struct creation *creation)
{
	uint64_t file_max;
	int status = form_upload_file_max(context, &file_max);

	return status != 0 ? status : show_twin(context, place, creation, file_max);
}

static int
take_candidate(struct context *context, struct temporary_file *copy, struct candidate *candidate)
{
	struct form *form = &context->form;
	int status = candidate_take(context, NEW_FILE, candidate);

	if (status != 0 || candidate->staged != NULL)
		return status;
	if (form_number(form, NEW_SAME) != 0)
		status = copy_stored(context, copy, candidate);
	if (status == 0 && candidate->staged == NULL)
		form_error(form, NEW_FILE, "Pilih berkas yang akan diunggah.");
	return status;
}

static int
create_from(struct context *context, struct candidate *candidate, const struct place *place)
{
	struct form *form = &context->form;
	struct creation creation = { .context = context,
		.place = place,
		.outside_address = "",
		.candidate = candidate,
		.title = form_text(form, TITLE),
		.once = form_number(form, NEW_SAME) == 0 };
	int status;

	details_check(context);
	if (!form_ok(form)) {
		/* No browser fills in a file again. */
		form_error(form, NEW_FILE,
		    "Pilih lagi berkasnya setelah kolom "
		    "di atas diperbaiki.");
		return new_show_again(context, place, "upload/new");
	}
	if (*creation.title == '\0')
		creation.title = title_of_name(context->arena, candidate->client_name,
		    place->given ? place->criterion.title : "");
	if (creation.once) {
		int result = candidate_twin(context, candidate, 0, &creation.twins);

		if (result < 0)
			return context_status(context, result);
		if (result > 0)
			return offer_twin(context, place, &creation);
	}
	status = candidate_commit(context, candidate, NEW_FILE, new_create, &creation);
	if (creation.twins.count > 0)
		return offer_twin(context, place, &creation);
	if (!form_ok(form))
		return new_show_again(context, place, "upload/new");
	return status != 0 ? status : leave(context, &creation, "uploaded");
}

int
create_document(struct context *context)
{
	struct temporary_file copy = { 0 };
	struct candidate candidate;
	struct place place;
	int status = new_find_place(context, PLACE, &place);

	if (status == 0)
		status = take_candidate(context, &copy, &candidate);
	if (status == 0)
		status = create_from(context, &candidate, &place);
	files_discard(&copy);
	return status;
}

int
place_check(struct context *context)
{
	struct place place;

	return new_find_place(context, PLACE, &place);
}

int
create_uploaded(struct context *context, struct candidate *candidate, int file_field,
    int64_t upload_session_id, int64_t *document_id, bool *unplaced)
{
	struct place place;
	struct creation creation = { .context = context,
		.place = &place,
		.outside_address = "",
		.candidate = candidate,
		.upload_session_id = upload_session_id,
		.title = form_text(&context->form, TITLE) };
	int status = new_find_place(context, PLACE, &place);

	/* The criterion closed while the file came in: what was sent is not
	 * lost for that. */
	*unplaced = status >= 400 && status < 500;
	if (status != 0 && !*unplaced)
		return status;
	if (*creation.title == '\0')
		creation.title = title_of_name(context->arena, candidate->client_name,
		    place.given ? place.criterion.title : "");
	status = candidate_commit(context, candidate, file_field, new_create, &creation);
	*document_id = creation.id;
	return status;
}

int
create_address(struct context *context)
{
	struct form *form = &context->form;
	struct place place;
	struct creation creation = { .context = context,
		.place = &place,
		.title = form_text(form, TITLE),
		.outside_address = form_text(form, ADDRESS_OUTSIDE) };
	int status = new_find_place(context, PLACE, &place);

	if (status != 0)
		return status;
	if (*creation.title == '\0')
		form_error(form, TITLE, "Judul wajib diisi.");
	details_check(context);
	address_check(context, ADDRESS_OUTSIDE);
	if (!form_ok(form))
		return new_show_again(context, &place, "upload/address");
	status = context_status(context,
	    db_txn_agency(context->db, context->actor.agency_id, new_create, &creation));
	return status != 0 ? status : leave(context, &creation, "created");
}
