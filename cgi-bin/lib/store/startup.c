/* SPDX-License-Identifier: ISC */
/*
 * What libraries do when they start, made short where nobody needs it: Connector/C
 * asks for the number of a port, and OpenSSL reads the host's configuration.
 */
#include "store/startup.h"

#include <netdb.h>
#include <openssl/crypto.h>

#include "base/banned.h"

/*
 * In the place of libc's, which looks for its modules and reads /etc/services in
 * a hundred system calls: Connector/C asks once, for the port of "mysql".  Who
 * does not know that gets the one that is compiled in, and it is the same.
 */
struct servent *
getservbyname(const char *name, const char *protocol)
{
	(void)name;
	(void)protocol;
	return NULL;
}

void
startup_brief(const struct config *config)
{
	if (config->db_socket != NULL && config->esign_count == 0)
		OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT |
			OPENSSL_INIT_NO_ADD_ALL_CIPHERS,
		    NULL);
}

void
startup_shared(void)
{
	OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CONFIG | OPENSSL_INIT_LOAD_CRYPTO_STRINGS, NULL);
}
