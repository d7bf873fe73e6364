/* SPDX-License-Identifier: ISC */
#ifndef QUESTIONNAIRE_ANSWER_DRAFT_H
#define QUESTIONNAIRE_ANSWER_DRAFT_H

#include "questionnaire/questionnaire.h"

/* What an answer shall say, and what it said when it was read. */
struct answer_draft {
	struct context *context;
	const struct variable_page *page;
	int level;
	const char *explanation, *overclaim_reason;
	bool apart; /* of a file: what it takes the place of is kept by itself */
};

/* Whether that is what it says already. */
bool answer_draft_is_stored(const struct answer_draft *);

/*
 * Stores it inside the caller's transaction, with its history; the first answer
 * makes the assessment a draft.  0, 409 by db_stop where somebody else was
 * faster or it may not be written any more, or enum db_error.
 */
int answer_draft_store(struct answer_draft *);

/*
 * Whether what the words said before is to be kept: it is when somebody begins to
 * change them, and not again while he goes on, which is once in half an hour at
 * least, in the same state of the assessment, and nobody else in between.
 */
bool answer_draft_begins_words(const struct answer_draft *);

/* The same of an assessment that is a draft already and of what is not stored:
 * words that somebody goes on with are one statement, which needs no transaction
 * around it. */
int answer_draft_write(struct answer_draft *);

/* "3", "" for none: as history has it. */
const char *answer_level_text(struct arena *, int level);

#endif
