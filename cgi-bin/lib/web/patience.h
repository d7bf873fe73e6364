/* SPDX-License-Identifier: ISC */
#ifndef WEB_PATIENCE_H
#define WEB_PATIENCE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What a hurried body (request_hurry) may do whose time is over: if `grant`
 * lets it, which is asked once, it goes on as long as so many bytes came for
 * each second beyond that time, up to `seconds` in all.
 */
struct patience {
	int64_t bytes, seconds;
	bool (*grant)(void *);
	void *argument;
};

#endif
