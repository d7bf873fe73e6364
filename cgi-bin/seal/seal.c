/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include "seal/places.h"
#include "seal/seal.h"
#include "seal/text.h"
#include "base/banned.h"

static const struct {
	enum seal_verdict verdict;
	const char *code;
} reasons[] = {
	[SEAL_GOOD] = { SEAL_VALID, "good" },
	[SEAL_CONTENT_CHANGED] = { SEAL_INVALID, "content_changed" },
	[SEAL_CHANGED_AFTER] = { SEAL_INVALID, "changed_after" },
	[SEAL_REVOKED] = { SEAL_INVALID, "revoked" },
	[SEAL_NOT_FOR_SIGNING] = { SEAL_INVALID, "not_for_signing" },
	[SEAL_NOT_YET] = { SEAL_INVALID, "not_yet" },
	[SEAL_NO_SIGNATURE] = { SEAL_UNKNOWN, "no_signature" },
	[SEAL_BROKEN] = { SEAL_UNKNOWN, "broken" },
	[SEAL_OLD_FORM] = { SEAL_UNKNOWN, "old_form" },
	[SEAL_WEAK] = { SEAL_UNKNOWN, "weak" },
	[SEAL_STRANGER] = { SEAL_UNKNOWN, "stranger" },
	[SEAL_NO_AUTHORITY] = { SEAL_UNKNOWN, "no_authority" },
	[SEAL_EXPIRED] = { SEAL_UNKNOWN, "expired" },
	[SEAL_ADDED_PROOF] = { SEAL_UNKNOWN, "added_proof" },
};

/* What one check works with. */
struct work {
	const unsigned char *bytes;
	size_t length;
	X509_STORE *authorities;
	bool any_authority;
	time_t now;
};

/* ---- the signed bytes as OpenSSL reads them ------------------------------ */

/* Two stretches, one after the other: never copied, however large. */
struct stretches {
	const unsigned char *at[2];
	size_t left[2];
};

static int
stretches_read(BIO *bio, char *buffer, int room)
{
	struct stretches *stretches = BIO_get_data(bio);
	size_t which = stretches->left[0] > 0 ? 0 : 1;
	size_t length = stretches->left[which];

	if (room <= 0 || length == 0)
		return 0;
	if (length > (size_t)room)
		length = (size_t)room;
	memcpy(buffer, stretches->at[which], length);
	stretches->at[which] += length;
	stretches->left[which] -= length;
	return (int)length;
}

static long
stretches_control(BIO *bio, int command, long number, void *pointer)
{
	const struct stretches *stretches = BIO_get_data(bio);

	(void)number;
	(void)pointer;
	if (command == BIO_CTRL_EOF)
		return stretches->left[0] + stretches->left[1] == 0;
	return command == BIO_CTRL_FLUSH;
}

static int
stretches_create(BIO *bio)
{
	BIO_set_init(bio, 1);
	return 1;
}

static BIO_METHOD *
stretches_method(void)
{
	BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() |
	    BIO_TYPE_SOURCE_SINK, "stretches");

	if (method != NULL && (BIO_meth_set_read(method, stretches_read) != 1 ||
	    BIO_meth_set_ctrl(method, stretches_control) != 1 ||
	    BIO_meth_set_create(method, stretches_create) != 1)) {
		BIO_meth_free(method);
		method = NULL;
	}
	return method;
}

/* ---- texts ---------------------------------------------------------------- */

void
seal_name(char text[SEAL_NAME], X509_NAME *name, int nid)
{
	int at = X509_NAME_get_index_by_NID(name, nid, -1);
	unsigned char *utf8 = NULL;
	int length = at < 0 ? -1 : ASN1_STRING_to_UTF8(&utf8,
	    X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
	size_t used = 0;

	for (int from = 0; from < length && used + 5 < SEAL_NAME; from++) {
		/* Whole characters only. */
		if ((utf8[from] & 0xc0) != 0x80 && used + 9 > SEAL_NAME)
			break;
		text[used++] = (char)(utf8[from] < 0x20 ||
		    utf8[from] == 0x7f ? ' ' : utf8[from]);
	}
	text[used] = '\0';
	OPENSSL_free(utf8);
}

time_t
seal_time(const ASN1_TIME *time)
{
	struct tm tm;

	return time != NULL && ASN1_TIME_to_tm(time, &tm) == 1 ?
	    timegm(&tm) : 0;
}

void
seal_time_text(char text[SEAL_TIME], time_t moment)
{
	struct tm tm;

	if (moment == 0 || gmtime_r(&moment, &tm) == NULL ||
	    strftime(text, SEAL_TIME, "%Y-%m-%d %H:%M:%S", &tm) == 0)
		text[0] = '\0';
}

static void
describe(struct seal *seal, X509 *signer)
{
	const ASN1_INTEGER *number = X509_get0_serialNumber(signer);
	BIGNUM *serial = ASN1_INTEGER_to_BN(number, NULL);
	char *hexadecimal = serial != NULL ? BN_bn2hex(serial) : NULL;

	seal_name(seal->signer, X509_get_subject_name(signer),
	    NID_commonName);
	seal_name(seal->organisation, X509_get_subject_name(signer),
	    NID_organizationName);
	seal_name(seal->issuer, X509_get_issuer_name(signer), NID_commonName);
	if (hexadecimal != NULL)
		snprintf(seal->serial, sizeof(seal->serial), "%s",
		    hexadecimal);
	OPENSSL_free(hexadecimal);
	BN_free(serial);
}

/* ---- the certificate ------------------------------------------------------ */

static enum seal_reason
reason_of(int error)
{
	switch (error) {
	case X509_V_OK:
		return SEAL_GOOD;
	case X509_V_ERR_CERT_REVOKED:
		return SEAL_REVOKED;
	case X509_V_ERR_CERT_HAS_EXPIRED:
		return SEAL_EXPIRED;
	case X509_V_ERR_CERT_NOT_YET_VALID:
		return SEAL_NOT_YET;
	case X509_V_ERR_EE_KEY_TOO_SMALL:
	case X509_V_ERR_CA_KEY_TOO_SMALL:
	case X509_V_ERR_CA_MD_TOO_WEAK:
		return SEAL_WEAK;
	default:
		return SEAL_STRANGER;
	}
}

/* Does one of the authorities vouch for the signer at that moment? */
static enum seal_reason
check_chain(const struct work *work, X509 *signer, STACK_OF(X509) *others,
    time_t moment)
{
	X509_STORE_CTX *context = X509_STORE_CTX_new();
	enum seal_reason reason = SEAL_BROKEN;
	uint32_t usage = X509_get_key_usage(signer);

	if (context != NULL && X509_STORE_CTX_init(context, work->authorities,
	    signer, others) == 1) {
		X509_STORE_CTX_set_time(context, 0, moment);
		/* A list is needed only from those authorities that gave one. */
		if (X509_verify_cert(context) == 1)
			reason = SEAL_GOOD;
		else
			reason =
			    reason_of(X509_STORE_CTX_get_error(context));
	}
	X509_STORE_CTX_free(context);
	if (reason == SEAL_STRANGER && !work->any_authority)
		reason = SEAL_NO_AUTHORITY;
	if (reason == SEAL_GOOD && usage != UINT32_MAX &&
	    (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
		reason = SEAL_NOT_FOR_SIGNING;
	return reason;
}

/* Without a list of its issuer a certificate's revocation is not asked for. */
static int
judge_certificate(int good, X509_STORE_CTX *context)
{
	if (!good && X509_STORE_CTX_get_error(context) ==
	    X509_V_ERR_UNABLE_TO_GET_CRL) {
		X509_STORE_CTX_set_error(context, X509_V_OK);
		return 1;
	}
	return good;
}

static int
open_authorities(struct work *work, const char *pem)
{
	BIO *text = BIO_new_mem_buf(pem, -1);
	STACK_OF(X509_INFO) *all = text != NULL ?
	    PEM_X509_INFO_read_bio(text, NULL, NULL, NULL) : NULL;
	bool lists = false;

	work->authorities = X509_STORE_new();
	for (int at = 0; work->authorities != NULL &&
	    at < sk_X509_INFO_num(all); at++) {
		const X509_INFO *info = sk_X509_INFO_value(all, at);

		if (info->x509 != NULL && X509_STORE_add_cert(
		    work->authorities, info->x509) == 1)
			work->any_authority = true;
		if (info->crl != NULL && X509_STORE_add_crl(
		    work->authorities, info->crl) == 1)
			lists = true;
	}
	if (work->authorities != NULL) {
		/* What the region entrusts is the end of a chain, also when
		 * it is no root. */
		X509_STORE_set_flags(work->authorities,
		    X509_V_FLAG_PARTIAL_CHAIN |
		    (lists ? X509_V_FLAG_CRL_CHECK : 0));
		X509_STORE_set_verify_cb(work->authorities,
		    judge_certificate);
	}
	sk_X509_INFO_pop_free(all, X509_INFO_free);
	BIO_free(text);
	ERR_clear_error();
	return work->authorities != NULL ? 0 : -1;
}

/* ---- times ---------------------------------------------------------------- */

static X509_ATTRIBUTE *
attribute(const CMS_SignerInfo *info, int nid, bool authenticated)
{
	int at = authenticated ? CMS_signed_get_attr_by_NID(info, nid, -1) :
	    CMS_unsigned_get_attr_by_NID(info, nid, -1);

	return at < 0 ? NULL : authenticated ? CMS_signed_get_attr(info, at) :
	    CMS_unsigned_get_attr(info, at);
}

static time_t
claimed_time(const CMS_SignerInfo *info)
{
	X509_ATTRIBUTE *found = attribute(info, NID_pkcs9_signingTime, true);
	const ASN1_TYPE *type = found == NULL ? NULL :
	    X509_ATTRIBUTE_get0_type(found, 0);

	return type != NULL && (type->type == V_ASN1_UTCTIME ||
	    type->type == V_ASN1_GENERALIZEDTIME) ?
	    seal_time(type->value.asn1_string) : 0;
}

/* The moment that a time token vouches for; 0 unless it is about these bytes
 * and from somebody whom the authorities vouch for. */
static time_t
token_time(const struct work *work, PKCS7 *token, BIO *about)
{
	TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
	TS_TST_INFO *info = NULL;
	time_t moment = 0;

	if (context == NULL)
		return 0;
	X509_STORE_up_ref(work->authorities);
	TS_VERIFY_CTX_set_store(context, work->authorities);
	TS_VERIFY_CTX_set_flags(context, TS_VFY_VERSION | TS_VFY_SIGNATURE |
	    TS_VFY_DATA);
	BIO_up_ref(about);
	TS_VERIFY_CTX_set_data(context, about);
	if (TS_RESP_verify_token(context, token) == 1 &&
	    (info = PKCS7_to_TS_TST_INFO(token)) != NULL)
		moment = seal_time(TS_TST_INFO_get_time(info));
	TS_TST_INFO_free(info);
	TS_VERIFY_CTX_free(context);
	ERR_clear_error();
	return moment;
}

/* A token of RFC 3161 beside the signature, about its value. */
static time_t
proved_time(const struct work *work, CMS_SignerInfo *signer)
{
	X509_ATTRIBUTE *found = attribute(signer,
	    NID_id_smime_aa_timeStampToken, false);
	const ASN1_TYPE *type = found == NULL ? NULL :
	    X509_ATTRIBUTE_get0_type(found, 0);
	const ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature(signer);
	const unsigned char *der;
	PKCS7 *token;
	BIO *about;
	time_t moment = 0;

	if (type == NULL || type->type != V_ASN1_SEQUENCE)
		return 0;
	der = ASN1_STRING_get0_data(type->value.sequence);
	token = d2i_PKCS7(NULL, &der,
	    ASN1_STRING_length(type->value.sequence));
	about = BIO_new_mem_buf(ASN1_STRING_get0_data(value),
	    ASN1_STRING_length(value));
	if (token != NULL && about != NULL)
		moment = token_time(work, token, about);
	BIO_free(about);
	PKCS7_free(token);
	return moment;
}

/* ---- one signature -------------------------------------------------------- */

static unsigned
digit(unsigned char byte)
{
	return byte <= '9' ? (unsigned)(byte - '0') :
	    (unsigned)((byte | 0x20) - 'a' + 10);
}

/* The bytes between the brackets; an odd last digit counts as if 0 followed
 * (ISO 32000-1, 7.3.4.3).  To be freed with OPENSSL_free. */
static unsigned char *
signature_bytes(const struct work *work, const struct place *place,
    size_t *length)
{
	const unsigned char *from = work->bytes + place->before + 1;
	const unsigned char *end = work->bytes + place->after - 1;
	unsigned char *bytes = OPENSSL_zalloc((size_t)(end - from) / 2 + 1);
	size_t digits = 0;

	for (; bytes != NULL && from < end; from++)
		if (*from > ' ') {
			bytes[digits / 2] |= (unsigned char)(digit(*from) <<
			    (digits % 2 == 0 ? 4 : 0));
			digits++;
		}
	*length = (digits + 1) / 2;
	return bytes;
}

static bool
is_weak(CMS_SignerInfo *signer)
{
	X509_ALGOR *digest = NULL;
	const ASN1_OBJECT *object = NULL;

	CMS_SignerInfo_get0_algs(signer, NULL, NULL, &digest, NULL);
	if (digest == NULL)
		return true;
	X509_ALGOR_get0(&object, NULL, NULL, digest);
	switch (OBJ_obj2nid(object)) {
	case NID_sha256:
	case NID_sha384:
	case NID_sha512:
	case NID_sha3_256:
	case NID_sha3_384:
	case NID_sha3_512:
		return false;
	default:
		return true;
	}
}

static enum seal_reason
check_signer(const struct work *work, CMS_ContentInfo *cms, BIO *content,
    struct seal *seal)
{
	STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms);
	CMS_SignerInfo *info = sk_CMS_SignerInfo_num(infos) == 1 ?
	    sk_CMS_SignerInfo_value(infos, 0) : NULL;
	STACK_OF(X509) *others;
	X509 *signer = NULL;
	time_t claimed, proved;
	enum seal_reason reason;

	if (info == NULL || CMS_is_detached(cms) != 1)
		return SEAL_BROKEN;
	CMS_set1_signers_certs(cms, NULL, 0);
	CMS_SignerInfo_get0_algs(info, NULL, &signer, NULL, NULL);
	if (signer == NULL)
		return SEAL_BROKEN;
	describe(seal, signer);
	claimed = claimed_time(info);
	if (claimed != 0)
		seal_time_text(seal->time, claimed);
	if (is_weak(info))
		return SEAL_WEAK;
	if (CMS_verify(cms, NULL, NULL, content, NULL, CMS_BINARY |
	    CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY) != 1)
		return SEAL_CONTENT_CHANGED;
	others = CMS_get1_certs(cms);
	reason = check_chain(work, signer, others, work->now);
	proved = proved_time(work, info);
	if (proved != 0) {
		seal->proved_time = true;
		seal_time_text(seal->time, proved);
		if (reason == SEAL_EXPIRED)
			reason = check_chain(work, signer, others, proved);
	}
	sk_X509_pop_free(others, X509_free);
	return reason;
}

static enum seal_reason
check_timestamp(const struct work *work, const unsigned char *der,
    size_t length, BIO *content, struct seal *seal)
{
	PKCS7 *token = d2i_PKCS7(NULL, &der, (long)length);
	STACK_OF(X509) *signers;
	time_t moment;

	if (token == NULL || !PKCS7_type_is_signed(token)) {
		PKCS7_free(token);
		return SEAL_BROKEN;
	}
	signers = PKCS7_get0_signers(token, NULL, 0);
	if (sk_X509_num(signers) > 0)
		describe(seal, sk_X509_value(signers, 0));
	sk_X509_free(signers);
	moment = token_time(work, token, content);
	PKCS7_free(token);
	if (moment == 0)
		return work->any_authority ? SEAL_STRANGER :
		    SEAL_NO_AUTHORITY;
	seal->proved_time = true;
	seal_time_text(seal->time, moment);
	return SEAL_GOOD;
}

static enum seal_reason
check_place(const struct work *work, const struct place *place,
    struct seal *seal)
{
	struct stretches stretches = {
		{ work->bytes, work->bytes + place->after },
		{ place->before, place->until - place->after }
	};
	enum seal_reason reason = SEAL_BROKEN;
	BIO_METHOD *method = stretches_method();
	BIO *content = method != NULL ? BIO_new(method) : NULL;
	size_t length;
	unsigned char *bytes = signature_bytes(work, place, &length);
	const unsigned char *der = bytes;
	CMS_ContentInfo *cms = NULL;

	snprintf(seal->time, sizeof(seal->time), "%s", place->time);
	seal->timestamp = place->form == PLACE_TIMESTAMP;
	seal->whole = place->until == work->length;
	if (content == NULL || bytes == NULL)
		goto out;
	BIO_set_data(content, &stretches);
	if (place->form == PLACE_OTHER)
		reason = SEAL_OLD_FORM;
	else if (seal->timestamp)
		reason = check_timestamp(work, bytes, length, content, seal);
	else if ((cms = d2i_CMS_ContentInfo(NULL, &der, (long)length)) !=
	    NULL && OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed)
		reason = check_signer(work, cms, content, seal);
out:
	CMS_ContentInfo_free(cms);
	OPENSSL_free(bytes);
	BIO_free(content);
	BIO_meth_free(method);
	ERR_clear_error();
	return reason;
}

/* ---- the file -------------------------------------------------------------- */

static void
conclude(struct seals *seals, enum seal_reason reason)
{
	/* What is proved wrong weighs more than what cannot be known. */
	if (seals->verdict == SEAL_INVALID || (seals->verdict ==
	    SEAL_UNKNOWN && reasons[reason].verdict != SEAL_INVALID) ||
	    reasons[reason].verdict == SEAL_VALID)
		return;
	seals->verdict = reasons[reason].verdict;
	seals->reason = reason;
}

/* The end of line after %%EOF may come and go. */
static bool
only_line_ends(const unsigned char *at, const unsigned char *end)
{
	while (at < end && (*at == '\n' || *at == '\r'))
		at++;
	return at == end;
}

static void
check_tail(const struct work *work, size_t covered, struct seals *seals)
{
	const unsigned char *tail = work->bytes + covered;
	size_t length = work->length - covered;

	if (only_line_ends(tail, tail + length))
		return;
	/* A document security store (ISO 32000-2, 12.8.4.3) is added after the
	 * signature in good faith; that nothing else came with it is more than
	 * the bytes alone can show. */
	conclude(seals, memmem(tail, length, "/DSS", 4) != NULL ?
	    SEAL_ADDED_PROOF : SEAL_CHANGED_AFTER);
}

static void
check_bytes(const struct work *work, struct seals *seals)
{
	struct places places;
	size_t people = 0;

	places_find(&places, work->bytes, work->length);
	for (size_t at = 0; at < places.count; at++) {
		struct seal *seal = &seals->all[seals->count++];

		seal->reason = check_place(work, &places.all[at], seal);
		seal->verdict = reasons[seal->reason].verdict;
		conclude(seals, seal->reason);
		people += !seal->timestamp;
	}
	if (places.broken > 0)
		conclude(seals, SEAL_BROKEN);
	else if (people == 0)
		conclude(seals, SEAL_NO_SIGNATURE);
	if (places.count > 0)
		check_tail(work, places.all[places.count - 1].until, seals);
}

int
seal_check(int fd, const char *authorities, time_t now, struct seals *seals,
    struct fault *fault)
{
	struct work work = { .now = now };
	struct stat about;
	void *map;

	*seals = (struct seals){ .verdict = SEAL_VALID };
	if (fstat(fd, &about) != 0) {
		FAULT(fault, "cannot look at a signed file: %s",
		    strerror(errno));
		return -1;
	}
	work.length = (size_t)about.st_size;
	if (work.length < 8) {
		conclude(seals, SEAL_BROKEN);
		return 0;
	}
	map = mmap(NULL, work.length, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED) {
		FAULT(fault, "cannot read a signed file: %s",
		    strerror(errno));
		return -1;
	}
	work.bytes = map;
	if (open_authorities(&work, authorities) != 0)
		FAULT(fault, "no memory for the authorities");
	else if (memcmp(work.bytes, "%PDF-", 5) != 0)
		conclude(seals, SEAL_BROKEN);
	else
		check_bytes(&work, seals);
	munmap(map, work.length);
	if (work.authorities == NULL)
		return -1;
	X509_STORE_free(work.authorities);
	return 0;
}

const char *
seal_verdict_code(enum seal_verdict verdict)
{
	return verdict == SEAL_VALID ? "valid" : verdict == SEAL_INVALID ?
	    "invalid" : "unknown";
}

const char *
seal_reason_code(enum seal_reason reason)
{
	return reason < SEAL_REASONS ? reasons[reason].code : "";
}

enum seal_reason
seal_reason_of(const char *code)
{
	enum seal_reason reason = SEAL_GOOD;

	while (reason < SEAL_REASONS &&
	    strcmp(reasons[reason].code, code) != 0)
		reason++;
	return reason;
}
