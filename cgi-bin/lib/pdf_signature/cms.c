/* SPDX-License-Identifier: ISC */
/*
 * One signature (CMS, RFC 5652) against the bytes that it covers, by OpenSSL,
 * which reads them where they are mapped; digests that can be forged do not
 * count.
 */
#include "pdf_signature/internal.h"

#include <stdio.h>
#include <string.h>

#include <openssl/err.h>

#include "pdf_signature/names.h"
#include "base/banned.h"

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
	BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "stretches");

	if (method != NULL &&
	    (BIO_meth_set_read(method, stretches_read) != 1 ||
		BIO_meth_set_ctrl(method, stretches_control) != 1 ||
		BIO_meth_set_create(method, stretches_create) != 1)) {
		BIO_meth_free(method);
		method = NULL;
	}
	return method;
}

/* ---- who signed ------------------------------------------------------------ */

static void
cms_describe(struct pdf_signature *signature, X509 *signer)
{
	const ASN1_INTEGER *number = X509_get0_serialNumber(signer);
	BIGNUM *serial = ASN1_INTEGER_to_BN(number, NULL);
	char *hexadecimal = serial != NULL ? BN_bn2hex(serial) : NULL;

	certificate_name(signature->signer, X509_get_subject_name(signer), NID_commonName);
	certificate_name(signature->organisation, X509_get_subject_name(signer),
	    NID_organizationName);
	certificate_name(signature->issuer, X509_get_issuer_name(signer), NID_commonName);
	if (hexadecimal != NULL)
		snprintf(signature->serial, sizeof(signature->serial), "%s", hexadecimal);
	OPENSSL_free(hexadecimal);
	BN_free(serial);
	certificate_nip(signature->nip, X509_get_subject_name(signer));
}

/* ---- the signature itself -------------------------------------------------- */

static unsigned
digit(unsigned char byte)
{
	return byte <= '9' ? (unsigned)(byte - '0') : (unsigned)((byte | 0x20) - 'a' + 10);
}

/* The bytes between the brackets; an odd last digit counts as if 0 followed
 * (ISO 32000-1, 7.3.4.3).  To be freed with OPENSSL_free. */
static unsigned char *
signature_bytes(const struct work *work, const struct byte_range *place, size_t *length)
{
	const unsigned char *from = work->bytes + place->before + 1;
	const unsigned char *end = work->bytes + place->after - 1;
	unsigned char *bytes = OPENSSL_zalloc((size_t)(end - from) / 2 + 1);
	size_t digits = 0;

	for (; bytes != NULL && from < end; from++)
		if (*from > ' ') {
			bytes[digits / 2] |= (unsigned char)(digit(*from)
			    << (digits % 2 == 0 ? 4 : 0));
			digits++;
		}
	*length = (digits + 1) / 2;
	return bytes;
}

static bool
cms_is_weak(CMS_SignerInfo *signer)
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

static enum signature_reason
check_signer(const struct work *work, CMS_ContentInfo *cms, BIO *content,
    struct pdf_signature *signature)
{
	STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms);
	CMS_SignerInfo *info = sk_CMS_SignerInfo_num(infos) == 1 ?
	    sk_CMS_SignerInfo_value(infos, 0) :
	    NULL;
	STACK_OF(X509) * others;
	X509 *signer = NULL;
	time_t claimed, proved;
	enum signature_reason reason;

	if (info == NULL || CMS_is_detached(cms) != 1)
		return SIGNATURE_BROKEN;
	CMS_set1_signers_certs(cms, NULL, 0);
	CMS_SignerInfo_get0_algs(info, NULL, &signer, NULL, NULL);
	if (signer == NULL)
		return SIGNATURE_BROKEN;
	cms_describe(signature, signer);
	claimed = trust_claimed_time(info);
	if (claimed != 0)
		certificate_time_text(signature->time, claimed);
	if (cms_is_weak(info))
		return SIGNATURE_WEAK;
	if (CMS_verify(cms, NULL, NULL, content, NULL,
		CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY) != 1)
		return SIGNATURE_CONTENT_CHANGED;
	others = CMS_get1_certs(cms);
	reason = trust_chain(work, signer, others, work->now);
	signature->stamp = trust_proved_time(work, info, &proved);
	if (signature->stamp == STAMP_PROVED)
		certificate_time_text(signature->time, proved);
	else
		proved = work->moment;
	if (reason == SIGNATURE_EXPIRED && proved < work->now)
		reason = trust_chain(work, signer, others, proved);
	sk_X509_pop_free(others, X509_free);
	return signature->stamp == STAMP_WRONG ? SIGNATURE_STAMP_WRONG : reason;
}

static enum signature_reason
check_timestamp(struct work *work, const unsigned char *der, size_t length, BIO *content,
    struct pdf_signature *signature)
{
	PKCS7 *token = d2i_PKCS7(NULL, &der, (long)length);
	enum signature_reason reason = SIGNATURE_STRANGER;
	STACK_OF(X509) * signers;
	time_t moment;

	if (token == NULL || !PKCS7_type_is_signed(token)) {
		PKCS7_free(token);
		return SIGNATURE_BROKEN;
	}
	signature->stamp = trust_token(work, token, content, &moment);
	signers = PKCS7_get0_signers(token, NULL, 0);
	if (sk_X509_num(signers) > 0) {
		cms_describe(signature, sk_X509_value(signers, 0));
		reason = trust_chain(work, sk_X509_value(signers, 0), token->d.sign->cert,
		    work->moment);
	}
	sk_X509_free(signers);
	PKCS7_free(token);
	if (signature->stamp == STAMP_WRONG)
		return SIGNATURE_CONTENT_CHANGED;
	/* Vouched for, but not as an authority of time. */
	if (signature->stamp != STAMP_PROVED)
		return reason == SIGNATURE_GOOD ? SIGNATURE_STRANGER : reason;
	certificate_time_text(signature->time, moment);
	if (moment < work->moment)
		work->moment = moment;
	return SIGNATURE_GOOD;
}

enum signature_reason
cms_check(struct work *work, const struct byte_range *place, struct pdf_signature *signature)
{
	struct stretches stretches = { { work->bytes, work->bytes + place->after },
		{ place->before, place->until - place->after } };
	enum signature_reason reason = SIGNATURE_BROKEN;
	BIO_METHOD *method = stretches_method();
	BIO *content = method != NULL ? BIO_new(method) : NULL;
	size_t length;
	unsigned char *bytes = signature_bytes(work, place, &length);
	const unsigned char *der = bytes;
	CMS_ContentInfo *cms = NULL;

	snprintf(signature->time, sizeof(signature->time), "%s", place->time);
	signature->timestamp = place->form == BYTE_RANGE_TIMESTAMP;
	signature->whole = place->until == work->length;
	if (content == NULL || bytes == NULL)
		goto out;
	BIO_set_data(content, &stretches);
	if (place->form == BYTE_RANGE_OTHER)
		reason = SIGNATURE_OLD_FORM;
	else if (signature->timestamp)
		reason = check_timestamp(work, bytes, length, content, signature);
	else if ((cms = d2i_CMS_ContentInfo(NULL, &der, (long)length)) != NULL &&
	    OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed)
		reason = check_signer(work, cms, content, signature);
out:
	CMS_ContentInfo_free(cms);
	OPENSSL_free(bytes);
	BIO_free(content);
	BIO_meth_free(method);
	ERR_clear_error();
	return reason;
}
