/* SPDX-License-Identifier: ISC */
/*
 * The floor of the upload benchmark: what libfcgi, the web server and the
 * kernel take for a body of any size when it is read and thrown away.
 */
#include <fcgiapp.h>
#include <stdlib.h>
#include <unistd.h>

int
main(void)
{
	static char piece[64 * 1024];
	FCGX_Request request;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&request, STDIN_FILENO, 0) != 0)
		return EXIT_FAILURE;
	while (FCGX_Accept_r(&request) == 0) {
		while (FCGX_GetStr(piece, sizeof(piece), request.in) > 0)
			continue;
		FCGX_PutS("Status: 204 No Content\r\n\r\n", request.out);
		FCGX_Finish_r(&request);
	}
	return EXIT_SUCCESS;
}
