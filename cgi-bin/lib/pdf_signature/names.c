/* SPDX-License-Identifier: ISC */
/*
 * Names and times of a certificate as text of bounded length; what in them is
 * no printable UTF-8 is not passed on.
 */
#include "pdf_signature/names.h"

#include <stdio.h>

#include "base/banned.h"

void
certificate_name(char text[PDF_SIGNATURE_NAME], X509_NAME *name, int nid)
{
	int at = X509_NAME_get_index_by_NID(name, nid, -1);
	unsigned char *utf8 = NULL;
	int length = at < 0 ?
	    -1 :
	    ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
	size_t used = 0;

	for (int from = 0; from < length && used + 5 < PDF_SIGNATURE_NAME; from++) {
		/* Whole characters only. */
		if ((utf8[from] & 0xc0) != 0x80 && used + 9 > PDF_SIGNATURE_NAME)
			break;
		text[used++] = (char)(utf8[from] < 0x20 || utf8[from] == 0x7f ? ' ' : utf8[from]);
	}
	text[used] = '\0';
	OPENSSL_free(utf8);
}

void
certificate_nip(char nip[PDF_SIGNATURE_NIP], X509_NAME *name)
{
	*nip = '\0';
	for (int at = 0; at < X509_NAME_entry_count(name) && *nip == '\0'; at++) {
		const ASN1_STRING *data = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
		const unsigned char *bytes = ASN1_STRING_get0_data(data);
		int length = ASN1_STRING_length(data), digits = 0;

		for (int from = 0; from <= length && *nip == '\0'; from++) {
			if (from < length && bytes[from] >= '0' && bytes[from] <= '9') {
				digits++;
				continue;
			}
			if (digits == PDF_SIGNATURE_NIP - 1)
				snprintf(nip, PDF_SIGNATURE_NIP, "%.*s", digits,
				    (const char *)bytes + from - digits);
			digits = 0;
		}
	}
}

time_t
certificate_time(const ASN1_TIME *time)
{
	struct tm tm;

	return time != NULL && ASN1_TIME_to_tm(time, &tm) == 1 ? timegm(&tm) : 0;
}

void
certificate_time_text(char text[PDF_SIGNATURE_TIME], time_t moment)
{
	struct tm tm;

	if (moment == 0 || gmtime_r(&moment, &tm) == NULL ||
	    strftime(text, PDF_SIGNATURE_TIME, "%Y-%m-%d %H:%M:%S", &tm) == 0)
		text[0] = '\0';
}
