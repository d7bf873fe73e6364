/* SPDX-License-Identifier: ISC */
/*
 * The two interfaces of BSrE's service as one: what is asked, and what its
 * answers and complaints mean (esign/service.h says from what this is known).
 * Its words are never shown or logged, since they may name the person.
 */
#include "esign/service.h"

#include <ctype.h>
#include <string.h>

#include "base/base64.h"
#include "base/clock.h"
#include "base/json_writer.h"
#include "esign/http.h"
#include "format/json_reader.h"
#include "base/banned.h"

enum {
	SECONDS = 30,      /* where the configuration says nothing */
	PDF_MAX = 8 << 20, /* what paper/check_file.c can look for */
	JSON_MAX = PDF_MAX / 3 * 4 + (64 << 10),
	FILES_SIGNED = 1,
	SAID_MAX = 4000
};

static const struct json_limits limits = { JSON_MAX, 8, 500 };

void
service_begin(struct service *service, struct arena *arena, const struct esign_service *settings,
    struct error_chain *fault)
{
	unsigned seconds = settings->seconds > 0 ? settings->seconds : SECONDS;

	*service = (struct service){ arena, settings, fault,
		clock_milliseconds() + (int64_t)seconds * 1000 };
}

/* ---- what an answer says -------------------------------------------------- */

/* Words that stand together in a complaint, and what it is about; the first
 * that fit count. */
static const struct {
	const char *words[2];
	enum service_result result;
} complaints[] = {
	{ { "otp", "" }, SERVICE_WRONG_SECRET },
	{ { "passphrase", "" }, SERVICE_WRONG_SECRET },
	{ { "tidak terdaftar", "" }, SERVICE_NOT_REGISTERED },
	{ { "belum terdaftar", "" }, SERVICE_NOT_REGISTERED },
	{ { "not registered", "" }, SERVICE_NOT_REGISTERED },
	{ { "not_registered", "" }, SERVICE_NOT_REGISTERED },
	{ { "expired", "" }, SERVICE_CERTIFICATE },
	{ { "sertifikat", "kadaluarsa" }, SERVICE_CERTIFICATE },
	{ { "sertifikat", "kedaluwarsa" }, SERVICE_CERTIFICATE },
	{ { "sertifikat", "berlaku" }, SERVICE_CERTIFICATE },
	{ { "sertifikat", "habis" }, SERVICE_CERTIFICATE },
	{ { "revoke", "" }, SERVICE_CERTIFICATE },
	{ { "sertifikat", "dicabut" }, SERVICE_CERTIFICATE },
	{ { "suspend", "" }, SERVICE_CERTIFICATE },
};

static const struct {
	int64_t code;
	enum service_result result;
} codes[] = {
	{ 2031, SERVICE_WRONG_SECRET },
	{ 2011, SERVICE_NOT_REGISTERED },
};

/* The whole of an answer that is a JSON object, or NULL. */
static struct json *
service_read_json(struct service *service, const struct http_answer *answer)
{
	struct json_problems problems = { .arena = service->arena };
	struct json *json = json_read(&problems, answer->body.bytes, answer->body.length, &limits);

	return json != NULL && json->kind == JSON_IS_OBJECT ? json : NULL;
}

static struct json *
service_member(struct service *service, struct json *json, const char *name)
{
	struct json_problems problems = { .arena = service->arena };

	return json == NULL ? NULL : json_member(&problems, json, name, JSON_OPTIONAL);
}

/* What an answer complains of, in small letters, or "". */
static const char *
complaint(struct service *service, struct json *json)
{
	static const char *const names[] = { "error", "message", "pesan" };
	struct buffer text = { .arena = service->arena };

	buffer_text(&text, "");
	for (size_t at = 0; at < sizeof(names) / sizeof(names[0]); at++) {
		const char *letter = json == NULL ? "" : json_hint(json, names[at]);

		for (; *letter != '\0' && text.length < SAID_MAX; letter++)
			buffer_char(&text, (char)tolower((unsigned char)*letter));
		if (text.length > 0)
			buffer_char(&text, '\n');
	}
	return text.bytes;
}

static enum service_result
result_of_status(long status)
{
	if (status >= 500)
		return SERVICE_FAILED;
	if (status == 401 || status == 403 || status == 404 || (status >= 300 && status < 400))
		return SERVICE_SETTINGS;
	return status >= 400 ? SERVICE_REFUSED : SERVICE_GARBAGE;
}

/* Why what was asked for is not in an answer.  Its words are never logged:
 * they may name the person. */
static enum service_result
why_not(struct service *service, const struct http_answer *answer, struct json *json)
{
	const struct json *code = service_member(service, json, "status_code");
	const char *said = complaint(service, json);

	ERROR_CAUSE(service->fault,
	    "signature service, %s: answer %ld, code %lld, "
	    "%zu bytes",
	    answer->path, answer->status,
	    code != NULL && code->kind == JSON_IS_WHOLE ? (long long)code->number : 0,
	    answer->body.length);
	for (size_t at = 0;
	     code != NULL && code->kind == JSON_IS_WHOLE && at < sizeof(codes) / sizeof(codes[0]);
	     at++)
		if (code->number == codes[at].code)
			return codes[at].result;
	for (size_t at = 0; at < sizeof(complaints) / sizeof(complaints[0]); at++)
		if (strstr(said, complaints[at].words[0]) != NULL &&
		    strstr(said, complaints[at].words[1]) != NULL)
			return complaints[at].result;
	if (answer->status < 300 && *said != '\0')
		return SERVICE_REFUSED;
	return result_of_status(answer->status);
}

static enum service_result
call(struct service *service, struct http_call *call, struct http_answer *answer)
{
	static const enum service_result results[] = {
		[HTTP_ANSWERED] = SERVICE_DONE,
		[HTTP_UNREACHABLE] = SERVICE_UNREACHABLE,
		[HTTP_UNTRUSTED] = SERVICE_UNTRUSTED,
		[HTTP_SLOW] = SERVICE_SLOW,
		[HTTP_TOO_LARGE] = SERVICE_TOO_LARGE,
	};

	call->service = service->settings;
	call->until = service->until;
	call->max = JSON_MAX;
	return results[http_call(service->arena, call, answer, service->fault)];
}

static bool
is_pdf(const struct buffer *bytes)
{
	return bytes->length > 5 && bytes->length <= PDF_MAX &&
	    memcmp(bytes->bytes, "%PDF-", 5) == 0;
}

/* Points of the page, from the side from which the service counts them. */
static double
origin_y(const struct service *service, const struct render_place *place)
{
	return service->settings->from_top ?
	    place->y :
	    place->page_height - place->y - place->height;
}

/* ---- interface 1 ---------------------------------------------------------- */

enum { PARTS_MAX = 16 };

struct parts {
	struct arena *arena;
	struct http_part all[PARTS_MAX];
	size_t count;
};

static void
add_text(struct parts *parts, const char *name, const char *text)
{
	parts->all[parts->count++] = (struct http_part){ .name = name, .text = text };
}

static void
add_number(struct parts *parts, const char *name, double number)
{
	add_text(parts, name, arena_format(parts->arena, "%.0f", number));
}

static void
add_file(struct parts *parts, const char *name, const char *filename, const char *type,
    const struct buffer *file)
{
	parts->all[parts->count++] = (struct http_part){ .name = name,
		.filename = filename,
		.type = type,
		.bytes = file->bytes,
		.length = file->length };
}

static void
add_appearance(struct service *service, struct parts *parts, const struct to_sign *to_sign,
    const struct render_place *place)
{
	add_text(parts, "tampilan", place != NULL ? "visible" : "invisible");
	if (place == NULL)
		return;
	add_text(parts, "image", "true");
	add_file(parts, "imageTTD", "ttd.png", "image/png", to_sign->stamp);
	add_number(parts, "page", place->page);
	add_number(parts, "xAxis", place->x);
	add_number(parts, "yAxis", origin_y(service, place));
	add_number(parts, "width", place->width);
	add_number(parts, "height", place->height);
}

/* Letters, digits and hyphens: it becomes part of an address. */
static bool
is_document(const char *name)
{
	size_t length = strlen(name);

	return length > 0 && length <= 100 &&
	    strspn(name,
		"0123456789-_"
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == length;
}

static enum service_result
download(struct service *service, const char *document, struct buffer *pdf)
{
	struct http_answer answer;
	struct http_call get = {
		.path = arena_format(service->arena, "/api/sign/download/%s", document)
	};
	enum service_result result = call(service, &get, &answer);

	if (result != SERVICE_DONE)
		return result;
	*pdf = answer.body;
	if (answer.status == 200 && is_pdf(pdf))
		return SERVICE_DONE;
	return why_not(service, &answer, service_read_json(service, &answer));
}

static enum service_result
sign_1(struct service *service, const struct signer *signer, const struct to_sign *to_sign,
    const struct render_place *place, struct buffer *pdf)
{
	struct parts parts = { .arena = service->arena };
	struct http_call post = { .path = "/api/sign/pdf", .parts = parts.all };
	struct http_answer answer;
	const struct json *document;
	struct json *json;
	enum service_result result;

	add_file(&parts, "file", "dokumen.pdf", "application/pdf", to_sign->pdf);
	add_text(&parts, "nik", signer->nik);
	add_text(&parts, "passphrase", signer->passphrase);
	add_appearance(service, &parts, to_sign, place);
	add_text(&parts, "reason", to_sign->reason);
	add_text(&parts, "location", to_sign->location);
	result = call(service, &post, &answer);
	if (result != SERVICE_DONE)
		return result;
	*pdf = answer.body;
	if (answer.status == 200 && is_pdf(pdf))
		return SERVICE_DONE;
	if (answer.status == 200 && is_document(answer.document))
		return download(service, answer.document, pdf);
	json = service_read_json(service, &answer);
	document = service_member(service, json, "id_dokumen");
	if (answer.status == 200 && document != NULL && document->kind == JSON_IS_TEXT &&
	    is_document(document->text))
		return download(service, document->text, pdf);
	return why_not(service, &answer, json);
}

/* ---- interface 2 ---------------------------------------------------------- */

static void
begin_json(struct buffer *json, struct arena *arena, const struct signer *signer)
{
	*json = (struct buffer){ .arena = arena };
	json_open(json, NULL, '{');
	if (signer->nik != NULL)
		json_put(json, "nik", signer->nik);
	else
		json_put(json, "email", signer->email);
}

static void
put_base64(struct buffer *json, const char *name, const struct buffer *bytes)
{
	json_name(json, name);
	buffer_char(json, '"');
	base64_add(json, bytes->bytes, bytes->length);
	buffer_char(json, '"');
}

static void
put_points(struct buffer *json, const char *name, double points)
{
	json_name(json, name);
	buffer_format(json, "%.1f", points);
}

static void
put_properties(struct service *service, struct buffer *json, const struct to_sign *to_sign,
    const struct render_place *place)
{
	json_open(json, "signatureProperties", '[');
	json_open(json, NULL, '{');
	json_put(json, "tampilan", place != NULL ? "VISIBLE" : "INVISIBLE");
	if (place != NULL) {
		put_base64(json, "imageBase64", to_sign->stamp);
		json_number(json, "page", place->page);
		put_points(json, "originX", place->x);
		put_points(json, "originY", origin_y(service, place));
		put_points(json, "width", place->width);
		put_points(json, "height", place->height);
	}
	json_put(json, "reason", to_sign->reason);
	json_put(json, "location", to_sign->location);
	json_close(json, '}');
	json_close(json, ']');
}

/* The first of "file": ["base 64"]; false when there is none. */
static bool
service_read_file(struct service *service, struct json *json, struct buffer *pdf)
{
	struct json *files = service_member(service, json, "file");
	const struct json *first = files != NULL && files->kind == JSON_IS_LIST &&
		files->count == 1 ?
	    json_at(files, 0) :
	    NULL;
	unsigned char *bytes;
	size_t length;

	if (first == NULL || first->kind != JSON_IS_TEXT)
		return false;
	length = strlen(first->text);
	bytes = arena_alloc(service->arena, length / 4 * 3 + 4);
	*pdf = (struct buffer){ .arena = service->arena };
	if (!base64_decode(first->text, length, bytes, &length))
		return false;
	pdf->bytes = (char *)bytes;
	pdf->length = length;
	return is_pdf(pdf);
}

static enum service_result
sign_2(struct service *service, const struct signer *signer, const struct to_sign *to_sign,
    const struct render_place *place, struct buffer *pdf)
{
	struct buffer body;
	struct http_call post = { .path = "/api/v2/sign/pdf", .json = &body };
	struct http_answer answer;
	struct json *json;
	enum service_result result;

	begin_json(&body, service->arena, signer);
	if (signer->totp != NULL)
		json_put(&body, "totp", signer->totp);
	else
		json_put(&body, "passphrase", signer->passphrase);
	put_properties(service, &body, to_sign, place);
	json_open(&body, "file", '[');
	put_base64(&body, NULL, to_sign->pdf);
	json_close(&body, ']');
	json_close(&body, '}');
	result = call(service, &post, &answer);
	if (result != SERVICE_DONE)
		return result;
	json = service_read_json(service, &answer);
	if (answer.status == 200 && service_read_file(service, json, pdf))
		return SERVICE_DONE;
	return why_not(service, &answer, json);
}

/* ---- both ----------------------------------------------------------------- */

enum service_result
service_sign(struct service *service, const struct signer *signer, const struct to_sign *to_sign,
    struct buffer *pdf)
{
	enum service_result (*sign)(struct service *, const struct signer *, const struct to_sign *,
	    const struct render_place *,
	    struct buffer *) = service->settings->version == 1 ? sign_1 : sign_2;
	bool visible = to_sign->place->page > 0 && !service->settings->invisible &&
	    to_sign->stamp->length > 0;
	enum service_result result = sign(service, signer, to_sign, visible ? to_sign->place : NULL,
	    pdf);

	if (!visible || result != SERVICE_FAILED)
		return result;
	ERROR_CAUSE(service->fault, "asked once more, for an invisible signature");
	return sign(service, signer, to_sign, NULL, pdf);
}

/* Where no secret was sent, none was wrong, whatever word is in the answer. */
static enum service_result
no_secret(enum service_result result)
{
	return result == SERVICE_WRONG_SECRET ? SERVICE_REFUSED : result;
}

enum service_result
service_send_code(struct service *service, const struct signer *signer)
{
	struct buffer body;
	struct http_call post = { .path = "/api/v2/sign/get/totp", .json = &body };
	struct http_answer answer;
	const struct json *error;
	struct json *json;
	enum service_result result;

	begin_json(&body, service->arena, signer);
	json_number(&body, "data", FILES_SIGNED);
	json_close(&body, '}');
	result = call(service, &post, &answer);
	if (result != SERVICE_DONE)
		return result;
	json = service_read_json(service, &answer);
	error = service_member(service, json, "error");
	if (json != NULL && answer.status >= 200 && answer.status < 300 &&
	    (error == NULL || error->kind != JSON_IS_TEXT))
		return SERVICE_DONE;
	return no_secret(why_not(service, &answer, json));
}

static const char *const statuses[USER_STATUSES] = {
	[USER_ISSUE] = "ISSUE",
	[USER_EXPIRED] = "EXPIRED",
	[USER_RENEW] = "RENEW",
	[USER_WAITING] = "WAITING_FOR_VERIFICATION",
	[USER_NEW] = "NEW",
	[USER_NO_CERTIFICATE] = "NO_CERTIFICATE",
	[USER_NOT_REGISTERED] = "NOT_REGISTERED",
	[USER_SUSPEND] = "SUSPEND",
	[USER_REVOKE] = "REVOKE",
};

enum service_result
service_status(struct service *service, const struct signer *signer, enum user_status *status)
{
	struct buffer body;
	struct http_call post = { .path = "/api/v2/user/check/status", .json = &body };
	struct http_answer answer;
	const struct json *said;
	struct json *json;
	enum service_result result;

	begin_json(&body, service->arena, signer);
	json_close(&body, '}');
	result = call(service, &post, &answer);
	if (result != SERVICE_DONE)
		return result;
	json = service_read_json(service, &answer);
	said = service_member(service, json, "status");
	for (int at = 0; said != NULL && said->kind == JSON_IS_TEXT && at < USER_STATUSES; at++)
		if (strcmp(said->text, statuses[at]) == 0) {
			*status = (enum user_status)at;
			return SERVICE_DONE;
		}
	return no_secret(why_not(service, &answer, json));
}
