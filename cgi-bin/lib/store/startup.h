/* SPDX-License-Identifier: ISC */
#ifndef STORE_STARTUP_H
#define STORE_STARTUP_H

#include "base/config.h"

/*
 * For a process that answers one request (plain CGI) and would spend a third of
 * its time on what libraries do first: OpenSSL is started without its
 * configuration file, where nothing depends on it.  That is where the database
 * is asked by its socket and no service of signatures is configured, so that no
 * line needs TLS.  Before anything else that may start OpenSSL.
 */
void startup_brief(const struct config *);

/* For a process that is going to fork: OpenSSL is started once for all. */
void startup_shared(void);

#endif
