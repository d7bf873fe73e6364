/* SPDX-License-Identifier: ISC */
/*
 * PDF by libqpdf (ISO 32000-2): scripts, embedded files, actions that start
 * something, locks, pages and signature fields.
 */
#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/seen.h"
#include "base/banned.h"

/*
 * ISO 32000-2 by libqpdf.  Everything that the trailer leads to is visited
 * once: what nothing leads to, no reader runs either.
 */
enum { STACK_FIRST = 256, HEAD = 1024, TAIL = 1024, JUNK_MAX = 1 << 20 };

struct walk {
	struct look *look;
	qpdf_data pdf;
	qpdf_oh *stack; /* still to be visited */
	size_t depth, room;
	struct seen seen;
	int usage_rights; /* object of such a signature, or 0 */
};

/* 12.6.4, types of actions.  A link that is followed on a click (URI) is in
 * every other letter and is no finding. */
static const struct {
	const char *action;
	enum inspection_finding inside;
} actions[] = {
	{ "/JavaScript", FINDING_JAVASCRIPT },
	{ "/Launch", FINDING_LAUNCH },
	{ "/SubmitForm", FINDING_EXTERNAL },
	{ "/ImportData", FINDING_EXTERNAL },
	{ "/GoToR", FINDING_EXTERNAL },
	{ "/GoToE", FINDING_EMBEDDED },
};

/* Keys that say so wherever they stand: scripts, XFA forms, files in file
 * specifications (7.11.3), portfolios, rich media. */
static const struct {
	const char *key;
	enum inspection_finding inside;
} keys[] = {
	{ "/JS", FINDING_JAVASCRIPT },
	{ "/XFA", FINDING_JAVASCRIPT },
	{ "/EF", FINDING_EMBEDDED },
	{ "/Collection", FINDING_EMBEDDED },
	{ "/RichMediaContent", FINDING_EMBEDDED },
};

/* Whether an indirect object comes for the first time; direct ones cannot
 * come twice. */
static bool
pdf_is_new(struct walk *walk, qpdf_oh object)
{
	return !qpdf_oh_is_indirect(walk->pdf, object) ||
	    seen_first(&walk->seen,
		(uint64_t)(unsigned)qpdf_oh_get_object_id(walk->pdf, object) << 16 |
		    (uint64_t)(unsigned)qpdf_oh_get_generation(walk->pdf, object));
}

/* Takes the handle: keeps it for later, or lets it go. */
static void
context_later(struct walk *walk, qpdf_oh object)
{
	switch (qpdf_oh_get_type_code(walk->pdf, object)) {
	case ot_array:
	case ot_dictionary:
	case ot_stream:
		if (pdf_is_new(walk, object))
			break;
		/* fall through */
	default:
		qpdf_oh_release(walk->pdf, object);
		return;
	}
	if (walk->depth == walk->room) {
		walk->room = walk->room == 0 ? STACK_FIRST : walk->room * 2;
		walk->stack = grown(walk->stack, walk->room, sizeof(*walk->stack));
	}
	walk->stack[walk->depth++] = object;
}

static bool
names(struct walk *walk, qpdf_oh dictionary, const char *key, const char *value)
{
	qpdf_oh object = qpdf_oh_get_key(walk->pdf, dictionary, key);
	bool does = qpdf_oh_is_name_and_equals(walk->pdf, object, value);

	qpdf_oh_release(walk->pdf, object);
	return does;
}

static bool
is_web_link(struct walk *walk, qpdf_oh object)
{
	return qpdf_oh_is_dictionary(walk->pdf, object) && names(walk, object, "/S", "/URI");
}

/* What happens without a click, 12.6.3: /OpenAction is one action, /AA a
 * dictionary of them. */
static void
look_at_automatic(struct walk *walk, qpdf_oh object)
{
	qpdf_data pdf = walk->pdf;
	qpdf_oh action;

	if (is_web_link(walk, object))
		note(walk->look, FINDING_EXTERNAL);
	if (!qpdf_oh_is_dictionary(pdf, object))
		return;
	qpdf_oh_begin_dict_key_iter(pdf, object);
	while (qpdf_oh_dict_more_keys(pdf)) {
		action = qpdf_oh_get_key(pdf, object, qpdf_oh_dict_next_key(pdf));
		if (is_web_link(walk, action))
			note(walk->look, FINDING_EXTERNAL);
		qpdf_oh_release(pdf, action);
	}
}

static void
look_at_entry(struct walk *walk, const char *key, qpdf_oh value)
{
	for (size_t at = 0; at < sizeof(keys) / sizeof(keys[0]); at++)
		if (strcmp(key, keys[at].key) == 0)
			note(walk->look, keys[at].inside);
	if (strcmp(key, "/S") != 0 || !qpdf_oh_is_name(walk->pdf, value))
		return;
	for (size_t at = 0; at < sizeof(actions) / sizeof(actions[0]); at++)
		if (qpdf_oh_is_name_and_equals(walk->pdf, value, actions[at].action))
			note(walk->look, actions[at].inside);
}

/*
 * 12.8.6 (of ISO 32000-1): what Acrobat lets its reader do with the file is
 * signed by Adobe, and by nobody who would sign the document.
 */
static void
find_usage_rights(struct walk *walk)
{
	static const char *const rights[] = { "/UR3", "/UR" };
	qpdf_data pdf = walk->pdf;
	qpdf_oh root = qpdf_get_root(pdf);
	qpdf_oh permissions = qpdf_oh_get_key(pdf, root, "/Perms");

	for (size_t at = 0; at < 2 && qpdf_oh_is_dictionary(pdf, permissions); at++) {
		qpdf_oh signature = qpdf_oh_get_key(pdf, permissions, rights[at]);

		if (qpdf_oh_is_indirect(pdf, signature))
			walk->usage_rights = qpdf_oh_get_object_id(pdf, signature);
		qpdf_oh_release(pdf, signature);
	}
	qpdf_oh_release(pdf, permissions);
	qpdf_oh_release(pdf, root);
}

/* Room for a signature that nobody has put in: all of it is zero (npm @signpdf
 * and others prepare a file so, and people take it along by mistake). */
static bool
is_placeholder(qpdf_data pdf, qpdf_oh dictionary)
{
	qpdf_oh contents = qpdf_oh_get_key(pdf, dictionary, "/Contents");
	size_t length = 0, at = 0;
	const char *bytes = qpdf_oh_get_binary_string_value(pdf, contents, &length);

	while (at < length && bytes[at] == '\0')
		at++;
	qpdf_oh_release(pdf, contents);
	return at == length;
}

/* 12.8.1: a signature says what it covers; a document time stamp (12.8.5)
 * is nobody's. */
static void
count_signature(struct walk *walk, qpdf_oh dictionary)
{
	if (walk->usage_rights != 0 &&
	    qpdf_oh_get_object_id(walk->pdf, dictionary) == walk->usage_rights)
		return;
	if (qpdf_oh_has_key(walk->pdf, dictionary, "/ByteRange") &&
	    qpdf_oh_has_key(walk->pdf, dictionary, "/Contents") &&
	    !names(walk, dictionary, "/Type", "/DocTimeStamp") &&
	    !is_placeholder(walk->pdf, dictionary))
		walk->look->signatures++;
}

static void
look_at_dictionary(struct walk *walk, qpdf_oh dictionary)
{
	static const char *const automatic[] = { "/OpenAction", "/AA" };
	qpdf_data pdf = walk->pdf;
	qpdf_oh value;

	count_signature(walk, dictionary);
	for (size_t at = 0; at < 2; at++)
		if (qpdf_oh_has_key(pdf, dictionary, automatic[at])) {
			value = qpdf_oh_get_key(pdf, dictionary, automatic[at]);
			look_at_automatic(walk, value);
			qpdf_oh_release(pdf, value);
		}
	qpdf_oh_begin_dict_key_iter(pdf, dictionary);
	while (qpdf_oh_dict_more_keys(pdf)) {
		const char *key = qpdf_oh_dict_next_key(pdf);

		value = qpdf_oh_get_key(pdf, dictionary, key);
		look_at_entry(walk, key, value);
		context_later(walk, value);
	}
}

static void
look_at_object(struct walk *walk, qpdf_oh object)
{
	qpdf_data pdf = walk->pdf;
	qpdf_oh inner;

	if (qpdf_oh_is_array(pdf, object)) {
		int count = qpdf_oh_get_array_n_items(pdf, object);

		for (int at = 0; at < count; at++)
			context_later(walk, qpdf_oh_get_array_item(pdf, object, at));
	} else if (qpdf_oh_is_stream(pdf, object)) {
		inner = qpdf_oh_get_dict(pdf, object);
		look_at_dictionary(walk, inner);
		qpdf_oh_release(pdf, inner);
	} else
		look_at_dictionary(walk, object);
	qpdf_oh_release(pdf, object);
}

/* qpdf says so when it had to look for the objects itself. */
static bool
was_mended(qpdf_data pdf)
{
	while (qpdf_more_warnings(pdf)) {
		const char *text = qpdf_get_error_message_detail(pdf, qpdf_next_warning(pdf));

		if (text != NULL && strstr(text, "reconstruct") != NULL)
			return true;
	}
	return false;
}

static bool
has_failed(struct look *look, qpdf_data pdf)
{
	enum qpdf_error_code_e code;

	if (!qpdf_has_error(pdf))
		return false;
	code = qpdf_get_error_code(pdf, qpdf_get_error(pdf));
	note(look,
	    code == qpdf_e_password || code == qpdf_e_unsupported ?
		FINDING_LOCKED :
		FINDING_UNREADABLE);
	return true;
}

/*
 * Without the zeros or the web page that follow its end: readers pass over
 * them, qpdf takes the table of places for lost.  Objects in them count.
 */
static size_t
length_of_pdf(const struct look *look)
{
	const char *bytes = (const char *)look->bytes;
	size_t end = look->length;

	while (end > 5 && look->length - end < JUNK_MAX && memcmp(bytes + end - 5, "%%EOF", 5) != 0)
		end--;
	return end > 5 && look->length - end < JUNK_MAX && look->length - end > TAIL &&
		memmem(bytes + end, look->length - end, " obj", 4) == NULL ?
	    end :
	    look->length;
}

/*
 * What is around it is another file, for who opens it by another program: what
 * comes before its head is of a kind that is told by its beginning, or what
 * comes behind its end is an archive, which is told by its own end.  Readers of
 * PDF look for the head in the first 1,024 bytes (store/media_type.c) and pass
 * over both; a web server's notice or zeros are no such thing.
 */
static void
look_around(struct look *look)
{
	static const char *const beginnings[] = { "MZ", "PK\003\004", "\177ELF", "Rar!",
		"7z\274\257", "GIF8", "\211PNG", "\377\330\377", "#!", "\320\317\021\340" };
	static const char archive_end[] = "PK\005\006";
	const char *bytes = (const char *)look->bytes, *end = bytes + look->length;
	size_t reach = look->length < HEAD ? look->length : HEAD;
	const char *head = memmem(bytes, reach, "%PDF-", 5), *last = bytes;

	for (size_t at = 0; at < sizeof(beginnings) / sizeof(beginnings[0]); at++)
		if (head != bytes && look->length > 4 &&
		    memcmp(bytes, beginnings[at], strlen(beginnings[at])) == 0)
			note(look, FINDING_EMBEDDED);
	for (const char *at = bytes; (at = memmem(at, (size_t)(end - at), "%%EOF", 5)) != NULL;)
		last = at += 5;
	if (last != bytes && memmem(last, (size_t)(end - last), archive_end, 4) != NULL)
		note(look, FINDING_EMBEDDED);
}

/* Encrypted, and something is not allowed to who has no password: some write
 * a file with an empty one, and allow everything. */
static bool
is_restricted(qpdf_data pdf)
{
	return qpdf_is_encrypted(pdf) &&
	    !(qpdf_allow_extract_all(pdf) && qpdf_allow_print_low_res(pdf) &&
		qpdf_allow_print_high_res(pdf) && qpdf_allow_modify_all(pdf));
}

static bool
is_encryption(qpdf_data pdf, int number, int generation)
{
	qpdf_oh object = qpdf_get_object_by_id(pdf, number, generation);
	bool is = qpdf_oh_is_dictionary(pdf, object) && qpdf_oh_has_key(pdf, object, "/Filter") &&
	    qpdf_oh_has_key(pdf, object, "/O") && qpdf_oh_has_key(pdf, object, "/U");

	qpdf_oh_release(pdf, object);
	return is;
}

/*
 * An earlier trailer says by what the file is encrypted, the last one does not:
 * whoever appended it has thrown the key away, and every text in the file is
 * noise (npm @signpdf does so to files that forbid printing or copying).
 */
static bool
is_keyless(qpdf_data pdf, const struct look *look)
{
	const char *at = (const char *)look->bytes, *end = at + look->length;
	qpdf_oh trailer = qpdf_get_trailer(pdf);
	bool is = false, appended = qpdf_oh_has_key(pdf, trailer, "/Prev");

	qpdf_oh_release(pdf, trailer);
	while (appended && !is && (at = memmem(at, (size_t)(end - at), "/Encrypt", 8)) != NULL) {
		char reference[32] = "", *next;
		long number, generation;

		at += 8;
		memcpy(reference, at, (size_t)(end - at) < 31 ? (size_t)(end - at) : 31);
		number = strtol(reference, &next, 10);
		generation = strtol(next, &next, 10);
		next += strspn(next, " \t\r\n");
		is = *next == 'R' && number > 0 && number < INT32_MAX && generation >= 0 &&
		    generation <= UINT16_MAX && is_encryption(pdf, (int)number, (int)generation);
	}
	return is;
}

void
look_at_pdf(struct look *look)
{
	struct walk walk = { .look = look, .pdf = qpdf_init() };
	qpdf_data pdf = walk.pdf;

	look_around(look);
	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	qpdf_read_memory(pdf, "file", (const char *)look->bytes, length_of_pdf(look), "");
	if (has_failed(look, pdf))
		goto out;
	if (!qpdf_is_encrypted(pdf) && is_keyless(pdf, look)) {
		look->keyless = true;
		note(look, FINDING_UNREADABLE);
		goto out;
	}
	if (is_restricted(pdf))
		note(look, FINDING_ENCRYPTED);
	look->pages = qpdf_get_num_pages(pdf);
	if (has_failed(look, pdf) || look->pages <= 0) {
		note(look, FINDING_UNREADABLE);
		look->pages = -1;
		goto out;
	}
	if (look->pages > UINT16_MAX)
		look->pages = UINT16_MAX;
	look->signatures = 0;
	find_usage_rights(&walk);
	context_later(&walk, qpdf_get_trailer(pdf));
	while (walk.depth > 0)
		look_at_object(&walk, walk.stack[--walk.depth]);
	if (was_mended(pdf))
		note(look, FINDING_MENDED);
out:
	free(walk.stack);
	seen_free(&walk.seen);
	qpdf_cleanup(&pdf);
}
