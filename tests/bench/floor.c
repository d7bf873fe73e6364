/* SPDX-License-Identifier: ISC */
/*
 * The floor of the benchmark: what libfcgi, the web server and the kernel
 * take for an answer that says as much as a page and for which nothing is
 * done.
 *
 * floor FILE TYPE: the page, and its media type.
 */
#include <fcgiapp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PAGE_BYTES = 1 << 20 };

int
main(int count, char **arguments)
{
	FILE *file = count == 3 ? fopen(arguments[1], "rb") : NULL;
	char *page = malloc(PAGE_BYTES), head[128];
	FCGX_Request request;
	size_t length;

	if (file == NULL || page == NULL || FCGX_Init() != 0 ||
	    FCGX_InitRequest(&request, STDIN_FILENO, 0) != 0)
		return EXIT_FAILURE;
	length = fread(page, 1, PAGE_BYTES, file);
	fclose(file);
	snprintf(head, sizeof head, "Content-Type: %s\r\n\r\n", arguments[2]);
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutS(head, request.out);
		FCGX_PutStr(page, (int)length, request.out);
		FCGX_Finish_r(&request);
	}
	return EXIT_SUCCESS;
}
