/* SPDX-License-Identifier: ISC */
/*
 * What was added to a PDF behind each of its signatures, judged by what the
 * objects are: the document as it was signed and the document as it became
 * are walked side by side from their trailers, by libqpdf, object streams
 * included.  Whatever differs must be proof (ISO 32000-2, 12.8.4.3), a further
 * signature or time stamp, or, where the one who certified allows it, a field
 * that was filled in (12.8.2.2, 12.8.2.4).  All else may show a reader
 * something that nobody signed.
 */
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/seen.h"
#include "pdf_signature/byte_range.h"
#include "base/banned.h"

enum {
	PAIRS_FIRST = 256,
	DEPTH_MAX = 32, /* of a tree of fields */
	NAME_ROOM = 512,
	NUMBER_MAX = 1 << 28 /* of an object: three parts make a key */
};

/* What a pair of objects is, which says what may differ between them. */
enum part {
	PART_PLAIN, /* nothing may, unless it is a page or a field */
	PART_TRAILER,
	PART_INFO,
	PART_ROOT,
	PART_FORM,
	PART_FIELDS, /* signatures may follow those that were there */
	PART_FIELD,
	PART_PAGE,
	PART_DEFAULTS, /* resources of fields, by kind … */
	PART_DEFAULT,  /* … and by name */
	PART_FREE,     /* everything may */
	PART_XMP       /* everything may that is a stream */
};

static const struct {
	enum part of;
	const char *key;
	enum part is;
} known[] = {
	{ PART_TRAILER, "/Root", PART_ROOT },
	{ PART_TRAILER, "/Info", PART_INFO },
	{ PART_TRAILER, "/Encrypt", PART_PLAIN },
	/* All else there says how the file is laid out. */
	{ PART_TRAILER, NULL, PART_FREE },
	{ PART_INFO, "/ModDate", PART_FREE },
	{ PART_INFO, "/Producer", PART_FREE },
	{ PART_ROOT, "/DSS", PART_FREE },
	{ PART_ROOT, "/Extensions", PART_FREE },
	{ PART_ROOT, "/Version", PART_FREE },
	{ PART_ROOT, "/Metadata", PART_XMP },
	{ PART_ROOT, "/AcroForm", PART_FORM },
	{ PART_FORM, "/SigFlags", PART_FREE },
	{ PART_FORM, "/Fields", PART_FIELDS },
	{ PART_FORM, "/DR", PART_DEFAULTS },
	{ PART_FIELD, "/Kids", PART_FIELDS },
	{ PART_PAGE, "/Annots", PART_FIELDS },
};

/* What changes with a field when somebody fills it in or signs it. */
static const char *const filled[] = { "/V", "/AP", "/AS", "/I", "/RV", "/M" };
static const char *const signed_keys[] = { "/V", "/AP", "/F", "/M" };

/* What the signatures that are there leave to others (12.8.2). */
struct rights {
	bool signs, fills;
	qpdf_oh locks[BYTE_RANGES_MAX]; /* FieldMDP: parameters of each */
	size_t lock_count;
};

struct pair {
	qpdf_oh before, after;
	enum part part;
};

struct change {
	qpdf_data before, after; /* the two documents */
	const struct byte_ranges *places;
	size_t from, until; /* what was covered, and how far it goes now */
	bool first;         /* nobody has signed yet */
	struct rights rights;
	struct pair *stack;
	size_t depth, room;
	struct seen seen;
	bool changed;
};

/* ---- small words over the library ------------------------------------------ */

static qpdf_oh
part_of(qpdf_data pdf, qpdf_oh object, const char *key)
{
	return qpdf_oh_get_key_if_dict(pdf, object, key);
}

static bool
names_it(qpdf_data pdf, qpdf_oh dictionary, const char *key, const char *value)
{
	qpdf_oh object = part_of(pdf, dictionary, key);
	bool is = qpdf_oh_is_name_and_equals(pdf, object, value);

	qpdf_oh_release(pdf, object);
	return is;
}

static bool
lacks(qpdf_data pdf, qpdf_oh dictionary, const char *key)
{
	return !qpdf_oh_is_dictionary(pdf, dictionary) || !qpdf_oh_has_key(pdf, dictionary, key);
}

static int
items_of(qpdf_data pdf, qpdf_oh array)
{
	return qpdf_oh_is_array(pdf, array) ? qpdf_oh_get_array_n_items(pdf, array) : 0;
}

static bool
is_one_of(const char *key, const char *const *list, size_t count)
{
	while (count-- > 0)
		if (strcmp(key, list[count]) == 0)
			return true;
	return false;
}

/* The value of a key that a field may have from those above it; a handle. */
static qpdf_oh
inherited(qpdf_data pdf, qpdf_oh field, const char *key)
{
	qpdf_oh at = qpdf_oh_new_object(pdf, field), above;

	for (int depth = 0; depth < DEPTH_MAX && qpdf_oh_is_dictionary(pdf, at); depth++) {
		if (qpdf_oh_has_key(pdf, at, key)) {
			above = part_of(pdf, at, key);
			qpdf_oh_release(pdf, at);
			return above;
		}
		above = part_of(pdf, at, "/Parent");
		qpdf_oh_release(pdf, at);
		at = above;
	}
	qpdf_oh_release(pdf, at);
	return qpdf_oh_new_null(pdf);
}

static bool
is_of_type(qpdf_data pdf, qpdf_oh field, const char *type)
{
	qpdf_oh object = inherited(pdf, field, "/FT");
	bool is = qpdf_oh_is_name_and_equals(pdf, object, type);

	qpdf_oh_release(pdf, object);
	return is;
}

/* ---- signatures -------------------------------------------------------------- */

/* The place that a signature dictionary says it covers, or NULL. */
static const struct byte_range *
covered_place(qpdf_data pdf, const struct byte_ranges *places, qpdf_oh dictionary)
{
	qpdf_oh array = part_of(pdf, dictionary, "/ByteRange");
	size_t numbers[4] = { 0 };

	for (int at = 0; at < 4 && items_of(pdf, array) == 4; at++) {
		qpdf_oh item = qpdf_oh_get_array_item(pdf, array, at);

		numbers[at] = (size_t)qpdf_oh_get_uint_value(pdf, item);
		qpdf_oh_release(pdf, item);
	}
	qpdf_oh_release(pdf, array);
	for (size_t at = 0; numbers[1] > 0 && at < places->count; at++) {
		const struct byte_range *place = &places->all[at];

		if (place->before == numbers[1] && place->after == numbers[2] &&
		    place->until == numbers[2] + numbers[3])
			return place;
	}
	return NULL;
}

/* Is it a signature that came with this change? */
static bool
is_new_signature(const struct change *change, qpdf_oh dictionary)
{
	const struct byte_range *place = covered_place(change->after, change->places, dictionary);

	return place != NULL && place->until > change->from && place->until <= change->until;
}

static bool
is_invisible(qpdf_data pdf, qpdf_oh field)
{
	qpdf_oh rectangle = part_of(pdf, field, "/Rect");
	double sides[4] = { 0 };
	bool is = lacks(pdf, field, "/AP");

	for (int at = 0; at < 4 && items_of(pdf, rectangle) == 4; at++) {
		qpdf_oh item = qpdf_oh_get_array_item(pdf, rectangle, at);

		sides[at] = qpdf_oh_get_numeric_value(pdf, item);
		qpdf_oh_release(pdf, item);
	}
	qpdf_oh_release(pdf, rectangle);
	return is || !(sides[0] < sides[2] || sides[0] > sides[2]) ||
	    !(sides[1] < sides[3] || sides[1] > sides[3]);
}

/*
 * May the field be filled by this signature?  A time stamp is nobody's, so it
 * shows nothing, and it may come also where nothing else may.
 */
static bool
may_be_signed(const struct change *change, qpdf_oh field, qpdf_oh signature)
{
	qpdf_data pdf = change->after;

	if (!is_new_signature(change, signature))
		return false;
	if (names_it(pdf, signature, "/SubFilter", "/ETSI.RFC3161"))
		return is_invisible(pdf, field);
	return change->rights.signs;
}

/* A field that was not there: of a signature, or of one that is still to
 * come and shows nothing; nothing that acts. */
static bool
is_new_field(const struct change *change, qpdf_oh field, int depth)
{
	qpdf_data pdf = change->after;
	qpdf_oh signature, kids, kid;
	bool is = true;
	int count;

	if (!qpdf_oh_is_dictionary(pdf, field) || depth == DEPTH_MAX || !lacks(pdf, field, "/A") ||
	    !lacks(pdf, field, "/AA"))
		return false;
	kids = part_of(pdf, field, "/Kids");
	count = items_of(pdf, kids);
	for (int at = 0; is && at < count; at++) {
		kid = qpdf_oh_get_array_item(pdf, kids, at);
		is = is_new_field(change, kid, depth + 1);
		qpdf_oh_release(pdf, kid);
	}
	qpdf_oh_release(pdf, kids);
	if (!is || (count > 0 && lacks(pdf, field, "/FT") && lacks(pdf, field, "/V")))
		return is;
	if (!is_of_type(pdf, field, "/Sig"))
		return false;
	signature = inherited(pdf, field, "/V");
	is = qpdf_oh_is_null(pdf, signature) ?
	    change->rights.signs && is_invisible(pdf, field) && lacks(pdf, field, "/MK") :
	    may_be_signed(change, field, signature);
	qpdf_oh_release(pdf, signature);
	return is;
}

/* ---- what is left to others -------------------------------------------------- */

/* 12.8.2.2: 1 nothing, 2 filling in and signing, 3 comments too, which can
 * cover what was signed, so that here it is as 2. */
static void
limit_rights(struct change *change, qpdf_oh parameters)
{
	qpdf_oh object = part_of(change->before, parameters, "/P");
	int level = 2;

	if (qpdf_oh_is_integer(change->before, object))
		level = qpdf_oh_get_int_value_as_int(change->before, object);
	qpdf_oh_release(change->before, object);
	if (level != 2 && level != 3)
		change->rights.signs = change->rights.fills = false;
}

/* What one signature says about what may follow; certifies: it is the one
 * that the document's permissions name. */
static void
read_references(struct change *change, qpdf_oh signature, bool certifies)
{
	qpdf_data pdf = change->before;
	qpdf_oh references = part_of(pdf, signature, "/Reference");
	int count = items_of(pdf, references);

	if (certifies)
		change->rights.fills = true;
	for (int at = 0; at < count; at++) {
		qpdf_oh reference = qpdf_oh_get_array_item(pdf, references, at);
		qpdf_oh parameters = part_of(pdf, reference, "/TransformParams");

		if (certifies && names_it(pdf, reference, "/TransformMethod", "/DocMDP"))
			limit_rights(change, parameters);
		if (!certifies && names_it(pdf, reference, "/TransformMethod", "/FieldMDP") &&
		    change->rights.lock_count < BYTE_RANGES_MAX)
			change->rights.locks[change->rights.lock_count++] = parameters;
		else
			qpdf_oh_release(pdf, parameters);
		qpdf_oh_release(pdf, reference);
	}
	qpdf_oh_release(pdf, references);
}

static void
read_locks(struct change *change, qpdf_oh fields, int depth)
{
	qpdf_data pdf = change->before;
	int count = depth < DEPTH_MAX ? items_of(pdf, fields) : 0;

	for (int at = 0; at < count; at++) {
		qpdf_oh field = qpdf_oh_get_array_item(pdf, fields, at);
		qpdf_oh kids = part_of(pdf, field, "/Kids");
		qpdf_oh value = part_of(pdf, field, "/V");
		qpdf_oh lock = part_of(pdf, field, "/Lock");

		if (qpdf_oh_is_dictionary(pdf, value)) {
			read_references(change, value, false);
			/* ISO 32000-2: a signature may limit as one that certifies. */
			if (!lacks(pdf, lock, "/P"))
				limit_rights(change, lock);
		}
		read_locks(change, kids, depth + 1);
		qpdf_oh_release(pdf, lock);
		qpdf_oh_release(pdf, value);
		qpdf_oh_release(pdf, kids);
		qpdf_oh_release(pdf, field);
	}
}

static void
read_rights(struct change *change)
{
	qpdf_data pdf = change->before;
	qpdf_oh root = qpdf_get_root(pdf);
	qpdf_oh permissions = part_of(pdf, root, "/Perms");
	qpdf_oh certified = part_of(pdf, permissions, "/DocMDP");
	qpdf_oh form = part_of(pdf, root, "/AcroForm");
	qpdf_oh fields = part_of(pdf, form, "/Fields");

	change->rights = (struct rights){ .signs = true };
	if (qpdf_oh_is_dictionary(pdf, certified))
		read_references(change, certified, true);
	read_locks(change, fields, 0);
	qpdf_oh_release(pdf, fields);
	qpdf_oh_release(pdf, form);
	qpdf_oh_release(pdf, certified);
	qpdf_oh_release(pdf, permissions);
	qpdf_oh_release(pdf, root);
}

/* 12.7.4.2: the names from the top, with a stop between. */
static bool
full_name(qpdf_data pdf, qpdf_oh field, char name[NAME_ROOM])
{
	qpdf_oh at = qpdf_oh_new_object(pdf, field), above;
	size_t start = NAME_ROOM - 1;
	int depth = 0;

	name[start] = '\0';
	for (; depth < DEPTH_MAX && qpdf_oh_is_dictionary(pdf, at); depth++) {
		qpdf_oh part = part_of(pdf, at, "/T");
		const char *text = qpdf_oh_is_string(pdf, part) ?
		    qpdf_oh_get_utf8_value(pdf, part) :
		    "";
		size_t length = strlen(text), dot = *text != '\0' && name[start] != '\0';

		if (length + dot > start)
			depth = DEPTH_MAX;
		else if (length > 0) {
			if (dot)
				name[--start] = '.';
			start -= length;
			memcpy(name + start, text, length);
		}
		qpdf_oh_release(pdf, part);
		above = part_of(pdf, at, "/Parent");
		qpdf_oh_release(pdf, at);
		at = above;
	}
	qpdf_oh_release(pdf, at);
	memmove(name, name + start, NAME_ROOM - start);
	return depth < DEPTH_MAX;
}

static bool
is_listed(qpdf_data pdf, qpdf_oh lock, const char *name)
{
	qpdf_oh list = part_of(pdf, lock, "/Fields");
	bool is = false;

	for (int at = items_of(pdf, list) - 1; !is && at >= 0; at--) {
		qpdf_oh item = qpdf_oh_get_array_item(pdf, list, at);
		const char *text = qpdf_oh_is_string(pdf, item) ?
		    qpdf_oh_get_utf8_value(pdf, item) :
		    "";
		size_t length = strlen(text);

		is = length > 0 && strncmp(name, text, length) == 0 &&
		    (name[length] == '\0' || name[length] == '.');
		qpdf_oh_release(pdf, item);
	}
	qpdf_oh_release(pdf, list);
	return is;
}

static bool
is_locked(const struct change *change, qpdf_oh field)
{
	qpdf_data pdf = change->before;
	char name[NAME_ROOM];
	bool locked = !full_name(pdf, field, name);

	for (size_t at = 0; !locked && at < change->rights.lock_count; at++) {
		qpdf_oh lock = change->rights.locks[at];

		if (names_it(pdf, lock, "/Action", "/Include"))
			locked = is_listed(pdf, lock, name);
		else if (names_it(pdf, lock, "/Action", "/Exclude"))
			locked = !is_listed(pdf, lock, name);
		else
			locked = true; /* All, and what we do not know */
	}
	return locked;
}

/* ---- the walk ------------------------------------------------------------------ */

/* Takes both handles. */
static void
pair_later(struct change *change, qpdf_oh before, qpdf_oh after, enum part part)
{
	if (change->depth == change->room) {
		change->room = change->room == 0 ? PAIRS_FIRST : change->room * 2;
		change->stack = grown(change->stack, change->room, sizeof(*change->stack));
	}
	change->stack[change->depth++] = (struct pair){ before, after, part };
}

static bool
same_text(const char *one, size_t one_length, const char *other, size_t other_length)
{
	return one_length == other_length && memcmp(one, other, one_length) == 0;
}

static bool
same_scalar(const struct change *change, qpdf_oh before, qpdf_oh after)
{
	qpdf_data one = change->before, other = change->after;
	size_t lengths[2];
	const char *texts[2];

	switch (qpdf_oh_get_type_code(one, before)) {
	case ot_null:
		return true;
	case ot_boolean:
		return qpdf_oh_get_bool_value(one, before) == qpdf_oh_get_bool_value(other, after);
	case ot_integer:
		return qpdf_oh_get_int_value(one, before) == qpdf_oh_get_int_value(other, after);
	case ot_real:
		return strcmp(qpdf_oh_get_real_value(one, before),
			   qpdf_oh_get_real_value(other, after)) == 0;
	case ot_name:
		return strcmp(qpdf_oh_get_name(one, before), qpdf_oh_get_name(other, after)) == 0;
	case ot_string:
		texts[0] = qpdf_oh_get_binary_string_value(one, before, &lengths[0]);
		texts[1] = qpdf_oh_get_binary_string_value(other, after, &lengths[1]);
		return same_text(texts[0], lengths[0], texts[1], lengths[1]);
	default:
		return false;
	}
}

static bool
same_stream(const struct change *change, qpdf_oh before, qpdf_oh after)
{
	unsigned char *bytes[2] = { NULL, NULL };
	size_t lengths[2] = { 0, 0 };
	bool same = qpdf_oh_get_stream_data(change->before, before, qpdf_dl_none, NULL, &bytes[0],
			&lengths[0]) == QPDF_SUCCESS &&
	    qpdf_oh_get_stream_data(change->after, after, qpdf_dl_none, NULL, &bytes[1],
		&lengths[1]) == QPDF_SUCCESS &&
	    lengths[0] == lengths[1] &&
	    (lengths[0] == 0 || memcmp(bytes[0], bytes[1], lengths[0]) == 0);

	free(bytes[0]);
	free(bytes[1]);
	return same;
}

/* What nobody named as a part is one by what it says of itself; it was signed
 * as that. */
static enum part
part_by_content(qpdf_data pdf, qpdf_oh object)
{
	if (!qpdf_oh_is_dictionary(pdf, object))
		return PART_PLAIN;
	if (names_it(pdf, object, "/Type", "/Page"))
		return PART_PAGE;
	return !lacks(pdf, object, "/FT") || names_it(pdf, object, "/Subtype", "/Widget") ||
		(!lacks(pdf, object, "/T") && !lacks(pdf, object, "/Kids")) ?
	    PART_FIELD :
	    PART_PLAIN;
}

/* May this key of a field differ, and how? */
static enum part
part_of_field(const struct change *change, const struct pair *pair, const char *key)
{
	qpdf_oh value;
	bool empty, may;

	if (is_of_type(change->before, pair->before, "/Sig")) {
		value = inherited(change->before, pair->before, "/V");
		empty = qpdf_oh_is_null(change->before, value);
		qpdf_oh_release(change->before, value);
		if (!empty || !is_one_of(key, signed_keys, 4) || is_locked(change, pair->before))
			return PART_PLAIN;
		value = inherited(change->after, pair->after, "/V");
		may = may_be_signed(change, pair->after, value);
		qpdf_oh_release(change->after, value);
		return may ? PART_FREE : PART_PLAIN;
	}
	may = change->rights.fills && is_one_of(key, filled, 6) &&
	    (is_of_type(change->before, pair->before, "/Tx") ||
		is_of_type(change->before, pair->before, "/Ch") ||
		is_of_type(change->before, pair->before, "/Btn")) &&
	    !is_locked(change, pair->before);
	return may ? PART_FREE : PART_PLAIN;
}

/* 12.8.4: who certifies signs first, and the catalogue names that signature. */
static bool
is_certified_now(const struct change *change, qpdf_oh before, qpdf_oh after)
{
	qpdf_data pdf = change->after;
	qpdf_oh certified = part_of(pdf, after, "/DocMDP");
	bool is = change->first && qpdf_oh_is_null(change->before, before) &&
	    is_new_signature(change, certified);

	qpdf_oh_release(pdf, certified);
	if (!is)
		return false;
	qpdf_oh_begin_dict_key_iter(pdf, after);
	while (qpdf_oh_dict_more_keys(pdf))
		is = is && strcmp(qpdf_oh_dict_next_key(pdf), "/DocMDP") == 0;
	return is;
}

static enum part
part_of_key(const struct change *change, const struct pair *pair, const char *key)
{
	qpdf_data before = change->before, after = change->after;
	enum part part = PART_PLAIN;
	bool free = false;

	for (size_t at = 0; at < sizeof(known) / sizeof(known[0]); at++)
		if (known[at].of == pair->part &&
		    (known[at].key == NULL || strcmp(known[at].key, key) == 0)) {
			part = known[at].is;
			break;
		}
	if (pair->part == PART_FIELD && part == PART_PLAIN)
		return part_of_field(change, pair, key);
	if (pair->part == PART_DEFAULTS)
		return PART_DEFAULT;
	if (pair->part == PART_DEFAULT ||
	    (pair->part == PART_FORM && (strcmp(key, "/DA") == 0 || strcmp(key, "/DR") == 0)))
		free = lacks(before, pair->before, key);
	else if (pair->part == PART_FORM && strcmp(key, "/NeedAppearances") == 0) {
		qpdf_oh now = part_of(after, pair->after, key);

		free = change->rights.fills || !qpdf_oh_is_bool(after, now) ||
		    !qpdf_oh_get_bool_value(after, now);
		qpdf_oh_release(after, now);
	} else if (pair->part == PART_ROOT && strcmp(key, "/Perms") == 0) {
		qpdf_oh was = part_of(before, pair->before, key);
		qpdf_oh now = part_of(after, pair->after, key);

		free = is_certified_now(change, was, now);
		qpdf_oh_release(before, was);
		qpdf_oh_release(after, now);
	}
	return free ? PART_FREE : part;
}

static void
compare_key(struct change *change, const struct pair *pair, const char *key)
{
	pair_later(change, part_of(change->before, pair->before, key),
	    part_of(change->after, pair->after, key), part_of_key(change, pair, key));
}

/* The library knows one walk over keys at a time, and the rules walk too. */
struct keys {
	char **all;
	size_t count;
};

static void
read_keys(struct keys *keys, qpdf_data pdf, qpdf_oh dictionary)
{
	if (!qpdf_oh_is_dictionary(pdf, dictionary))
		return;
	qpdf_oh_begin_dict_key_iter(pdf, dictionary);
	while (qpdf_oh_dict_more_keys(pdf)) {
		char *key = strdup(qpdf_oh_dict_next_key(pdf));

		if (key == NULL)
			abort();
		if (keys->count % 16 == 0)
			keys->all = grown(keys->all, keys->count + 16, sizeof(*keys->all));
		keys->all[keys->count++] = key;
	}
}

static void
compare_dictionaries(struct change *change, const struct pair *pair, bool stream)
{
	struct keys keys = { NULL, 0 };
	size_t of_before;

	read_keys(&keys, change->before, pair->before);
	of_before = keys.count;
	read_keys(&keys, change->after, pair->after);
	for (size_t at = 0; at < keys.count; at++) {
		/* How long a stream is, its bytes say. */
		if ((at < of_before || lacks(change->before, pair->before, keys.all[at])) &&
		    !(stream && strcmp(keys.all[at], "/Length") == 0))
			compare_key(change, pair, keys.all[at]);
		free(keys.all[at]);
	}
	free(keys.all);
}

static void
compare_arrays(struct change *change, const struct pair *pair)
{
	int before = items_of(change->before, pair->before);
	int after = items_of(change->after, pair->after);

	change->changed |= after < before || (after > before && pair->part != PART_FIELDS);
	for (int at = 0; !change->changed && at < after; at++) {
		qpdf_oh item = qpdf_oh_get_array_item(change->after, pair->after, at);

		if (at < before) {
			pair_later(change, qpdf_oh_get_array_item(change->before, pair->before, at),
			    item, PART_PLAIN);
			continue;
		}
		change->changed |= !is_new_field(change, item, 0);
		qpdf_oh_release(change->after, item);
	}
}

static void
compare_streams(struct change *change, const struct pair *pair)
{
	struct pair inner = { qpdf_oh_get_dict(change->before, pair->before),
		qpdf_oh_get_dict(change->after, pair->after), PART_PLAIN };

	change->changed |= !same_stream(change, pair->before, pair->after);
	compare_dictionaries(change, &inner, true);
	qpdf_oh_release(change->before, inner.before);
	qpdf_oh_release(change->after, inner.after);
}

/* Where these two have been compared as that before. */
static bool
is_known_pair(struct change *change, const struct pair *pair)
{
	int before, after;

	if (!qpdf_oh_is_indirect(change->before, pair->before) ||
	    !qpdf_oh_is_indirect(change->after, pair->after))
		return false;
	before = qpdf_oh_get_object_id(change->before, pair->before);
	after = qpdf_oh_get_object_id(change->after, pair->after);
	if (before <= 0 || after <= 0 || before >= NUMBER_MAX || after >= NUMBER_MAX) {
		change->changed = true;
		return true;
	}
	return !seen_first(&change->seen,
	    (uint64_t)before << 32 | (uint64_t)after << 4 | (uint64_t)pair->part);
}

/* Where there was none, or is none any more, it is as if it were empty. */
static bool
is_or_was(const struct change *change, const struct pair *pair, bool array)
{
	bool before = array ?
	    qpdf_oh_is_array(change->before, pair->before) :
	    qpdf_oh_is_dictionary(change->before, pair->before);
	bool after = array ?
	    qpdf_oh_is_array(change->after, pair->after) :
	    qpdf_oh_is_dictionary(change->after, pair->after);

	return (before && after) ||
	    (after && pair->part != PART_PLAIN && qpdf_oh_is_null(change->before, pair->before));
}

static void
compare_pair(struct change *change, struct pair *pair)
{
	qpdf_data before = change->before, after = change->after;

	if (pair->part == PART_PLAIN)
		pair->part = part_by_content(before, pair->before);
	if (pair->part == PART_FREE || is_known_pair(change, pair))
		return;
	/* Whoever signs may leave out what the file says of its making. */
	if (pair->part == PART_INFO && qpdf_oh_is_null(after, pair->after))
		return;
	if (pair->part == PART_XMP)
		change->changed |= !qpdf_oh_is_stream(after, pair->after);
	else if (is_or_was(change, pair, true))
		compare_arrays(change, pair);
	else if (is_or_was(change, pair, false))
		compare_dictionaries(change, pair, false);
	else if (qpdf_oh_get_type_code(before, pair->before) !=
	    qpdf_oh_get_type_code(after, pair->after))
		change->changed = true;
	else if (qpdf_oh_is_stream(before, pair->before))
		compare_streams(change, pair);
	else
		change->changed |= !same_scalar(change, pair->before, pair->after);
}

/* ---- one change, and all of them ------------------------------------------------ */

/* NULL for what the library has to mend: then nobody knows what a reader
 * makes of it. */
static qpdf_data
read_until(const struct look *look, size_t until)
{
	qpdf_data pdf = qpdf_init();
	bool broken;

	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
	broken = (qpdf_read_memory(pdf, "file", (const char *)look->bytes, until, "") &
		     QPDF_ERRORS) != 0;
	if (broken)
		qpdf_cleanup(&pdf);
	return broken ? NULL : pdf;
}

static const char *
judge_change(const struct look *look, const struct byte_ranges *places, size_t from, size_t until,
    bool first)
{
	struct change change = { .before = read_until(look, from),
		.after = read_until(look, until),
		.places = places,
		.from = from,
		.until = until,
		.first = first };
	bool readable = change.before != NULL && change.after != NULL;

	if (readable) {
		read_rights(&change);
		pair_later(&change, qpdf_get_trailer(change.before), qpdf_get_trailer(change.after),
		    PART_TRAILER);
	}
	while (change.depth > 0) {
		struct pair pair = change.stack[--change.depth];

		if (!change.changed)
			compare_pair(&change, &pair);
		qpdf_oh_release(change.before, pair.before);
		qpdf_oh_release(change.after, pair.after);
	}
	free(change.stack);
	seen_free(&change.seen);
	if (change.before != NULL)
		qpdf_cleanup(&change.before);
	if (change.after != NULL)
		qpdf_cleanup(&change.after);
	return !readable ? "unreadable" : change.changed ? "changed" : "kept";
}

/* 12.8.2.3: a signature by which a reader was given rights; nobody's. */
static const struct byte_range *
find_rights(const struct look *look, const struct byte_ranges *places)
{
	static const char *const kinds[] = { "/UR3", "/UR" };
	const struct byte_range *found = NULL;
	qpdf_data pdf = read_until(look, look->length);
	qpdf_oh root, permissions;

	if (pdf == NULL)
		return NULL;
	root = qpdf_get_root(pdf);
	permissions = part_of(pdf, root, "/Perms");
	for (size_t at = 0; found == NULL && at < 2; at++) {
		qpdf_oh signature = part_of(pdf, permissions, kinds[at]);

		found = covered_place(pdf, places, signature);
		qpdf_oh_release(pdf, signature);
	}
	qpdf_oh_release(pdf, permissions);
	qpdf_oh_release(pdf, root);
	qpdf_cleanup(&pdf);
	return found;
}

void
look_at_signed_pdf(struct look *look)
{
	struct byte_ranges places;
	const struct byte_range *rights;
	size_t from = look->from;

	byte_ranges_find(&places, look->bytes, look->length);
	rights = find_rights(look, &places);
	for (size_t at = 0; at <= places.count; at++) {
		size_t until = at < places.count ? places.all[at].until : look->length;

		if (at < places.count && &places.all[at] == rights) {
			printf("rights %zu\n", at);
			continue;
		}
		if (from > 0 && from < until)
			printf("behind %zu %s\n", from,
			    judge_change(look, &places, from, until, from == look->from));
		from = until;
	}
}
