/* SPDX-License-Identifier: ISC */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "web/request.h"

/*
 * Serves requests one after the other until the host ends the program: over
 * FastCGI on file descriptor 0, or one request when started as plain CGI.
 * SIGTERM and SIGINT let a request that began finish first.  The handler
 * must answer every request; the arena of the request is reset after it.
 * Returns the exit status of the program.
 *
 * `rest_seconds`: whoever has served, and was not wanted for so long, ends by
 * himself, and all that he has kept goes back to the system (fonts, pages,
 * connections).  For where another one takes the place; 0: he stays.
 */
typedef void request_handler(struct request *, void *context);

int server_run(request_handler *handle, unsigned rest_seconds, void *context);

#endif
