/* SPDX-License-Identifier: ISC */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

/*
 * Functions that this project does not call.  Included last in every source
 * file, so that the headers of the system are read before the names are
 * poisoned.
 */
#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets
#pragma GCC poison strtok atoi atol atoll atof scanf sscanf fscanf
#pragma GCC poison system popen tmpnam tempnam mktemp
#pragma GCC poison localtime gmtime ctime asctime

#endif
