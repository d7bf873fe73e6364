/* SPDX-License-Identifier: ISC */
/*
 * What an administrator uploads as trust anchors: certificates and revocation
 * lists in PEM, or one in DER, read and written anew, so that only what is
 * known is kept.
 */
#include <string.h>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "base/secret.h"
#include "pdf_signature/names.h"
#include "base/banned.h"

static void
trust_anchor_describe(struct trust_anchor *authority, X509 *certificate)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned length = 0;

	certificate_name(authority->name, X509_get_subject_name(certificate), NID_commonName);
	certificate_name(authority->organisation, X509_get_subject_name(certificate),
	    NID_organizationName);
	if (*authority->name == '\0')
		memcpy(authority->name, authority->organisation, PDF_SIGNATURE_NAME);
	certificate_time_text(authority->from, certificate_time(X509_get0_notBefore(certificate)));
	certificate_time_text(authority->until, certificate_time(X509_get0_notAfter(certificate)));
	if (X509_digest(certificate, EVP_sha256(), digest, &length) == 1 && length == SHA256_BYTES)
		hex_text(authority->fingerprint, digest, length);
	authority->may_issue = X509_check_ca(certificate) != 0;
}

/* What is locked with a password is no certificate: nobody is asked for it. */
static int
/* analyse: readability-non-const-parameter: a pem_password_cb of OpenSSL's. */
no_password(char *buffer, int room, int writing, void *unused)
{
	(void)buffer;
	(void)room;
	(void)writing;
	(void)unused;
	return -1;
}

/* Everything of a kind that we know, written anew; the rest is left behind. */
static size_t
copy_known(STACK_OF(X509_INFO) * from, BIO *to, struct trust_anchor all[TRUST_ANCHORS_MAX])
{
	size_t count = 0;

	for (int at = 0; at < sk_X509_INFO_num(from); at++) {
		const X509_INFO *info = sk_X509_INFO_value(from, at);

		if (info->x509 != NULL) {
			if (count == TRUST_ANCHORS_MAX || PEM_write_bio_X509(to, info->x509) != 1)
				return 0;
			trust_anchor_describe(&all[count++], info->x509);
		}
		if (info->crl != NULL && PEM_write_bio_X509_CRL(to, info->crl) != 1)
			return 0;
	}
	return count;
}

/* A single certificate in DER, as if it had been in a PEM file. */
static STACK_OF(X509_INFO) * read_der(const unsigned char *bytes, long length)
{
	X509_INFO *info = X509_INFO_new();
	STACK_OF(X509_INFO) *all = sk_X509_INFO_new_null();

	if (info != NULL && all != NULL)
		info->x509 = d2i_X509(NULL, &bytes, length);
	if (info == NULL || all == NULL || info->x509 == NULL || sk_X509_INFO_push(all, info) == 0)
		X509_INFO_free(info);
	return all;
}

size_t
trust_anchors_read(const void *bytes, size_t length, struct arena *arena,
    struct trust_anchor all[TRUST_ANCHORS_MAX], const char **pem)
{
	BIO *from = BIO_new_mem_buf(bytes, (int)length);
	BIO *to = BIO_new(BIO_s_mem());
	STACK_OF(X509_INFO) *found = from != NULL ?
	    PEM_X509_INFO_read_bio(from, NULL, no_password, NULL) :
	    NULL;
	size_t count = 0;
	char *text;
	long written;

	memset(all, 0, TRUST_ANCHORS_MAX * sizeof(all[0]));
	if (sk_X509_INFO_num(found) <= 0) {
		sk_X509_INFO_pop_free(found, X509_INFO_free);
		found = read_der(bytes, (long)length);
	}
	if (to != NULL)
		count = copy_known(found, to, all);
	written = count > 0 ? BIO_get_mem_data(to, &text) : 0;
	*pem = written > 0 ? arena_copy(arena, text, (size_t)written) : "";
	sk_X509_INFO_pop_free(found, X509_INFO_free);
	BIO_free(to);
	BIO_free(from);
	ERR_clear_error();
	return count;
}
