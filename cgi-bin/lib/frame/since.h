/* SPDX-License-Identifier: ISC */
#ifndef FRAME_SINCE_H
#define FRAME_SINCE_H

/*
 * What a subject of history is called in a list of what changed since the person was
 * here before; NULL for what stands in no such list.  Static.
 */
const char *since_words(const char *subject);

#endif
