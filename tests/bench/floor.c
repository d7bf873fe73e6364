/* SPDX-License-Identifier: ISC */
/*
 * The floor of the benchmark: what libfcgi, the web server and the kernel
 * take for an answer of so many bytes when nothing is done for it.
 */
#include <fcgiapp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int
main(int count, char **arguments)
{
	int length = count > 1 ? atoi(arguments[1]) : 0;
	char *body = malloc((size_t)length + 1);
	FCGX_Request request;

	if (body == NULL || FCGX_Init() != 0 || FCGX_InitRequest(&request, STDIN_FILENO, 0) != 0)
		return EXIT_FAILURE;
	memset(body, 'x', (size_t)length);
	while (FCGX_Accept_r(&request) == 0) {
		FCGX_PutS("Content-Type: text/html; charset=utf-8\r\n\r\n", request.out);
		FCGX_PutStr(body, length, request.out);
		FCGX_Finish_r(&request);
	}
	return EXIT_SUCCESS;
}
