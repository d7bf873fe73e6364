/* SPDX-License-Identifier: ISC */
/*
 * Whether one of the region's trust anchors vouches for who signed, at the
 * moment that is proved (a time stamp) or claimed, by OpenSSL.  Nothing is
 * asked of the network: revocation is known only from lists that stand beside
 * the anchors.
 */
#include "pdf_signature/internal.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>

#include "pdf_signature/names.h"
#include "base/banned.h"

static enum signature_reason
reason_of(int error)
{
	switch (error) {
	case X509_V_OK:
		return SIGNATURE_GOOD;
	case X509_V_ERR_CERT_REVOKED:
		return SIGNATURE_REVOKED;
	case X509_V_ERR_CERT_HAS_EXPIRED:
		return SIGNATURE_EXPIRED;
	case X509_V_ERR_CERT_NOT_YET_VALID:
		return SIGNATURE_NOT_YET;
	case X509_V_ERR_EE_KEY_TOO_SMALL:
	case X509_V_ERR_CA_KEY_TOO_SMALL:
	case X509_V_ERR_CA_MD_TOO_WEAK:
		return SIGNATURE_WEAK;
	default:
		return SIGNATURE_STRANGER;
	}
}

enum signature_reason
trust_chain(const struct work *work, X509 *signer, STACK_OF(X509) * others, time_t moment)
{
	X509_STORE_CTX *context = X509_STORE_CTX_new();
	enum signature_reason reason = SIGNATURE_BROKEN;
	uint32_t usage = X509_get_key_usage(signer);

	if (context != NULL &&
	    X509_STORE_CTX_init(context, work->authorities, signer, others) == 1) {
		X509_STORE_CTX_set_time(context, 0, moment);
		/* A list is needed only from those authorities that gave one. */
		if (X509_verify_cert(context) == 1)
			reason = SIGNATURE_GOOD;
		else
			reason = reason_of(X509_STORE_CTX_get_error(context));
	}
	X509_STORE_CTX_free(context);
	if (reason == SIGNATURE_STRANGER && !work->any_authority)
		reason = SIGNATURE_NO_AUTHORITY;
	if (reason == SIGNATURE_GOOD && usage != UINT32_MAX &&
	    (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
		reason = SIGNATURE_NOT_FOR_SIGNING;
	return reason;
}

/* Without a list of its issuer a certificate's revocation is not asked for. */
static int
judge_certificate(int good, X509_STORE_CTX *context)
{
	if (!good && X509_STORE_CTX_get_error(context) == X509_V_ERR_UNABLE_TO_GET_CRL) {
		X509_STORE_CTX_set_error(context, X509_V_OK);
		return 1;
	}
	return good;
}

int
trust_open(struct work *work, const char *pem)
{
	BIO *text = BIO_new_mem_buf(pem, -1);
	STACK_OF(X509_INFO) *all = text != NULL ?
	    PEM_X509_INFO_read_bio(text, NULL, NULL, NULL) :
	    NULL;
	bool lists = false;

	work->authorities = X509_STORE_new();
	for (int at = 0; work->authorities != NULL && at < sk_X509_INFO_num(all); at++) {
		const X509_INFO *info = sk_X509_INFO_value(all, at);

		if (info->x509 != NULL && X509_STORE_add_cert(work->authorities, info->x509) == 1)
			work->any_authority = true;
		if (info->crl != NULL && X509_STORE_add_crl(work->authorities, info->crl) == 1)
			lists = true;
	}
	if (work->authorities != NULL) {
		/* What the region entrusts is the end of a chain, also when
		 * it is no root. */
		X509_STORE_set_flags(work->authorities,
		    X509_V_FLAG_PARTIAL_CHAIN | (lists ? X509_V_FLAG_CRL_CHECK : 0));
		X509_STORE_set_verify_cb(work->authorities, judge_certificate);
	}
	sk_X509_INFO_pop_free(all, X509_INFO_free);
	BIO_free(text);
	ERR_clear_error();
	return work->authorities != NULL ? 0 : -1;
}

static X509_ATTRIBUTE *
attribute(const CMS_SignerInfo *info, int nid, bool authenticated)
{
	int at = authenticated ?
	    CMS_signed_get_attr_by_NID(info, nid, -1) :
	    CMS_unsigned_get_attr_by_NID(info, nid, -1);

	return at < 0     ? NULL :
	    authenticated ? CMS_signed_get_attr(info, at) :
			    CMS_unsigned_get_attr(info, at);
}

time_t
trust_claimed_time(const CMS_SignerInfo *info)
{
	X509_ATTRIBUTE *found = attribute(info, NID_pkcs9_signingTime, true);
	const ASN1_TYPE *type = found == NULL ? NULL : X509_ATTRIBUTE_get0_type(found, 0);

	return type != NULL &&
		(type->type == V_ASN1_UTCTIME || type->type == V_ASN1_GENERALIZEDTIME) ?
	    certificate_time(type->value.asn1_string) :
	    0;
}

/* Is the token about these bytes, and itself what its authority signed? */
/* From 3.4 on, OpenSSL calls it by what becomes of the other's. */
#if OPENSSL_VERSION_NUMBER < 0x30400000L
#define is_about_set_data(context, about) (void)TS_VERIFY_CTX_set_data(context, about)
#else
#define is_about_set_data(context, about) (void)TS_VERIFY_CTX_set0_data(context, about)
#endif

static bool
is_about(PKCS7 *token, BIO *about)
{
	TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
	bool is;

	if (context == NULL)
		return false;
	TS_VERIFY_CTX_set_flags(context, TS_VFY_VERSION | TS_VFY_DATA);
	BIO_up_ref(about);
	is_about_set_data(context, about);
	is = TS_RESP_verify_token(context, token) == 1 &&
	    PKCS7_verify(token, NULL, NULL, NULL, NULL, PKCS7_NOVERIFY) == 1;
	TS_VERIFY_CTX_free(context);
	return is;
}

enum signature_stamp
trust_token(const struct work *work, PKCS7 *token, BIO *about, time_t *moment)
{
	TS_TST_INFO *info = PKCS7_to_TS_TST_INFO(token);
	enum signature_stamp stamp = STAMP_WRONG;

	*moment = 0;
	X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(work->authorities), work->moment);
	if (info != NULL && is_about(token, about)) {
		stamp = STAMP_STRANGER;
		if (TS_RESP_verify_signature(token, NULL, work->authorities, NULL) == 1) {
			*moment = certificate_time(TS_TST_INFO_get_time(info));
			stamp = STAMP_PROVED;
		}
	}
	TS_TST_INFO_free(info);
	ERR_clear_error();
	return stamp;
}

enum signature_stamp
trust_proved_time(const struct work *work, CMS_SignerInfo *signer, time_t *moment)
{
	enum signature_stamp stamp = STAMP_WRONG;
	X509_ATTRIBUTE *found = attribute(signer, NID_id_smime_aa_timeStampToken, false);
	const ASN1_TYPE *type = found == NULL ? NULL : X509_ATTRIBUTE_get0_type(found, 0);
	const ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature(signer);
	const unsigned char *der;
	PKCS7 *token;
	BIO *about;

	*moment = 0;
	if (type == NULL)
		return STAMP_NONE;
	if (type->type != V_ASN1_SEQUENCE)
		return STAMP_WRONG;
	der = ASN1_STRING_get0_data(type->value.sequence);
	token = d2i_PKCS7(NULL, &der, ASN1_STRING_length(type->value.sequence));
	about = BIO_new_mem_buf(ASN1_STRING_get0_data(value), ASN1_STRING_length(value));
	if (token != NULL && about != NULL)
		stamp = trust_token(work, token, about, moment);
	BIO_free(about);
	PKCS7_free(token);
	return stamp;
}
