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
 */
typedef void request_handler(struct request *, void *context);

int server_run(request_handler *handle, void *context);

#endif
