/* SPDX-License-Identifier: ISC */
#ifndef VERIFY_DESK_FORM_H
#define VERIFY_DESK_FORM_H

#include "verify/verify.h"

/* The fields of save_fields, in their order. */
enum {
	SAVE_VERSION,
	SAVE_LEVEL,
	SAVE_REASON,
	SAVE_RECOMMENDATION,
	SAVE_ACT,
	SAVE_AFTER,
	SAVE_GO,
	SAVE_PENDING,
	SAVE_MOVE,
	SAVE_OFFERED_LEVEL,
	SAVE_OFFERED,
	SAVE_DECISION,
	SAVE_WHY,
	SAVE_LINK,
	SAVE_SEEN
};

/* What its buttons ask for. */
enum {
	ACT_SAVE,
	ACT_NEXT,
	ACT_ACCEPT,
	ACT_FOLLOW,
	ACT_CLEAR,
	ACT_DRAFT,
	ACT_DISCARD,
	ACT_LAST,
	ACT_LEAVE
};

/* The link of that key among the evidence of the page, or NULL. */
const struct evidence_link *desk_link(const struct evidence *, int64_t id);

#endif
