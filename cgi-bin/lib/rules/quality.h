/* SPDX-License-Identifier: ISC */
#ifndef RULES_QUALITY_H
#define RULES_QUALITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/calendar.h"

/*
 * What a careful colleague would say about evidence before it is sent in
 * (product.md, "What goes wrong today": documents were missing, put under the
 * wrong indicator, unsigned, or behind a link that nobody filled in).
 *
 * Facts in, a mask of flags out.  A flag warns; none of them blocks anything:
 * what must be there before an answer may be sent is in rules/evidence_rules.h, and
 * what a file must not be is judged when it comes in.  Every page shows the
 * same flags by the same words (frame/words.h) and the same macro.
 */
enum quality {
	QUALITY_INFECTED,    /* the virus scan found something */
	QUALITY_BARE,        /* a level is claimed without any document */
	QUALITY_OUTSIDE,     /* only an address elsewhere ("behind a bit.ly
				 * link: it changes, dies, or never comes") */
	QUALITY_UNSIGNED,    /* no signature seen where one is needed */
	QUALITY_LOCKED,      /* wants a password, or is broken: a verifier
				 * cannot read it */
	QUALITY_PERIOD_OVER, /* "masa berlaku berakhir" */
	QUALITY_OTHER_YEAR,  /* "bukan tahun penilaian" */
	QUALITY_EVERYWHERE,  /* one file under very many variables */
	QUALITY_OVERDUE,     /* a pending document has not come in time */
	QUALITY_UNUSED,      /* linked nowhere: it proves nothing yet */
	QUALITY_TWIN,        /* the same content in another document */
	QUALITY_ACTIVE,      /* scripts, macros, launch actions, files within */
	QUALITIES
};

#define QUALITY_FLAG(flag) (1U << (unsigned)(flag))

/* Those that the look into a file found: pages that tell of that look by the
 * macro file_warnings() need not tell them again. */
#define QUALITY_INSIDE \
	(QUALITY_FLAG(QUALITY_INFECTED) | QUALITY_FLAG(QUALITY_LOCKED) | \
	    QUALITY_FLAG(QUALITY_ACTIVE))

/* What the inspection of a file found, as a mask; store/inspection.h. */
#define FOUND_LOCKED 0x01U
#define FOUND_UNREADABLE 0x02U
#define FOUND_JAVASCRIPT 0x04U
#define FOUND_LAUNCH 0x08U
#define FOUND_EMBEDDED 0x10U
#define FOUND_MACROS 0x20U

/* From the text of the stored set, "locked,embedded"; words that no flag
 * stands for count for nothing. */
unsigned findings_of(const char *set);

/*
 * One document, or one link of it to a criterion.  All zero but the days
 * means that nothing is known: then no flag is raised.
 */
struct document_facts {
	bool outside;         /* an address elsewhere was given */
	bool stored;          /* a file is kept by us */
	unsigned findings;    /* mask of FOUND_…, of the newest revision */
	bool infected;        /* by the scan of the newest revision */
	int signatures;       /* filled PDF signature fields; 0 also where
				 * nobody looked or the file is no PDF */
	bool signed_by_hand;  /* the operator states so */
	bool needs_signature; /* the criterion asks for one; of a document:
				 * one of its criteria does */
	int32_t dated;        /* day numbers, DAY_NONE when not given */
	int32_t period_from, period_until;
	bool expires;      /* the period is one of validity, by
				 * quality_expires(): else it is reported on */
	int32_t today;     /* in the region's zone */
	int year;          /* of the cycle; 0: of none, as in the library
				 * while no cycle is open */
	bool linkable;     /* an assessment is open in which it could be
				 * linked */
	int criteria;      /* how many criteria of it does it serve, */
	int variables;     /* of how many variables, itself or as another
				 * document with the same content */
	int variables_max; /* One file under so many variables, or fewer,
				 * is nothing to speak of: a Renstra or an LKjIP
				 * rightly proves several.  Beyond it, it is more
				 * likely that one scan was put everywhere.  No
				 * source names a figure: it is a setting. */
	bool twin;         /* another document of the agency has the same
				 * content */
};

/*
 * The mask of its flags.
 *
 * The period counts before the date: a document is over when its period
 * ended before the year, and one that expires also when it ended before today,
 * or before the year's last day when that is past (so that an assessment of an
 * earlier year is judged as it then was).  It is of another year when its
 * period begins after the year.  Without any period the year of its date
 * decides: many a decree of an earlier year still holds, and the advice is to
 * enter until when.
 *
 * An address elsewhere is not asked for a signature: first the file.
 */
unsigned quality_of_document(const struct document_facts *);

/* By the kind's code (document.kind): decrees, procedures, agreements and
 * certificates expire; the period of a report is what it tells of. */
bool quality_expires(const char *kind);

/* One answer: the level that is claimed (0: none), and what stands under it. */
struct answer_facts {
	int level;
	size_t stored;  /* links to files that we keep */
	size_t outside; /* links to addresses elsewhere */
	size_t overdue; /* pending documents past their date */
};

/*
 * QUALITY_BARE, QUALITY_OUTSIDE, QUALITY_OVERDUE.  Level 1 asks for nothing
 * beyond the work itself (rules/evidence_rules.h), so it may be bare.
 */
unsigned quality_of_answer(const struct answer_facts *);

enum severity {
	SEVERITY_NOTE,    /* good to know */
	SEVERITY_WARNING, /* costs points, as a rule */
	SEVERITY_DANGER   /* must not stay as it is */
};

/* "note", "warning", "danger": for templates. */
const char *severity_code(enum severity);

enum severity quality_severity(enum quality);

/* The worst in a mask; SEVERITY_NOTE for none. */
enum severity quality_worst(unsigned flags);

/* "infected", "other_year": for templates and tests; "" for no flag. */
const char *quality_code(enum quality);

/* Where it is mended. */
enum remedy {
	REMEDY_NONE,
	REMEDY_FILE,    /* a new revision */
	REMEDY_DETAILS, /* what is said about the document */
	REMEDY_LINKS    /* the criteria that it stands under */
};

enum remedy quality_remedy(enum quality);

#endif
