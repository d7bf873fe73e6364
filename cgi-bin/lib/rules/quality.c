/* SPDX-License-Identifier: ISC */
/*
 * The table of what a careful colleague would say about evidence, and the
 * rules by which it is said: a warning each, which forbids nothing.
 */
#include "rules/quality.h"

#include <string.h>

#include "rules/score.h"

static const struct {
	const char *code;
	enum severity severity;
	enum remedy remedy;
} flags_known[QUALITIES] = {
	[QUALITY_INFECTED] = { "infected", SEVERITY_DANGER, REMEDY_FILE },
	[QUALITY_BARE] = { "bare", SEVERITY_WARNING, REMEDY_NONE },
	[QUALITY_OUTSIDE] = { "outside", SEVERITY_WARNING, REMEDY_FILE },
	[QUALITY_UNSIGNED] = { "unsigned", SEVERITY_WARNING, REMEDY_DETAILS },
	[QUALITY_LOCKED] = { "locked", SEVERITY_WARNING, REMEDY_FILE },
	[QUALITY_PERIOD_OVER] = { "period_over", SEVERITY_WARNING, REMEDY_DETAILS },
	[QUALITY_OTHER_YEAR] = { "other_year", SEVERITY_WARNING, REMEDY_DETAILS },
	[QUALITY_EVERYWHERE] = { "everywhere", SEVERITY_WARNING, REMEDY_LINKS },
	[QUALITY_OVERDUE] = { "overdue", SEVERITY_WARNING, REMEDY_NONE },
	[QUALITY_UNUSED] = { "unused", SEVERITY_NOTE, REMEDY_LINKS },
	[QUALITY_TWIN] = { "twin", SEVERITY_NOTE, REMEDY_NONE },
	[QUALITY_ACTIVE] = { "active", SEVERITY_NOTE, REMEDY_FILE },
};

static const struct {
	const char *word;
	unsigned finding;
} words[] = {
	{ "locked", FOUND_LOCKED },
	{ "unreadable", FOUND_UNREADABLE },
	{ "javascript", FOUND_JAVASCRIPT },
	{ "launch", FOUND_LAUNCH },
	{ "embedded", FOUND_EMBEDDED },
	{ "macros", FOUND_MACROS },
};

unsigned
findings_of(const char *set)
{
	unsigned findings = 0;

	while (*set != '\0') {
		size_t length = strcspn(set, ",");

		for (size_t at = 0; at < sizeof(words) / sizeof(words[0]); at++)
			if (strlen(words[at].word) == length &&
			    memcmp(words[at].word, set, length) == 0)
				findings |= words[at].finding;
		set += length;
		set += *set == ',';
	}
	return findings;
}

bool
quality_expires(const char *kind)
{
	static const char *const kinds[] = { "keputusan", "sop", "perjanjian", "sertifikat" };

	for (size_t at = 0; at < sizeof(kinds) / sizeof(kinds[0]); at++)
		if (strcmp(kinds[at], kind) == 0)
			return true;
	return false;
}

/* The day on which a period must not be over yet; DAY_NONE: there is none. */
static int32_t
day_of_judgement(const struct document_facts *facts)
{
	int32_t last = day_of(facts->year, 12, 31);

	if (!facts->expires)
		return facts->year == 0 ? DAY_NONE : day_of(facts->year, 1, 1);
	return facts->year == 0 || facts->today < last ? facts->today : last;
}

static unsigned
judge_time(const struct document_facts *facts)
{
	if (facts->period_until != DAY_NONE && facts->period_until < day_of_judgement(facts))
		return QUALITY_FLAG(QUALITY_PERIOD_OVER);
	if (facts->year == 0)
		return 0;
	if (facts->period_from != DAY_NONE)
		return facts->period_from > day_of(facts->year, 12, 31) ?
		    QUALITY_FLAG(QUALITY_OTHER_YEAR) :
		    0;
	if (facts->period_until != DAY_NONE || facts->dated == DAY_NONE)
		return 0;
	return day_date(facts->dated).year != facts->year ? QUALITY_FLAG(QUALITY_OTHER_YEAR) : 0;
}

static unsigned
judge_file(const struct document_facts *facts)
{
	static const unsigned active = FOUND_JAVASCRIPT | FOUND_LAUNCH | FOUND_EMBEDDED |
	    FOUND_MACROS;
	unsigned flags = 0;

	if (!facts->stored)
		return facts->outside ? QUALITY_FLAG(QUALITY_OUTSIDE) : 0;
	if (facts->infected)
		flags |= QUALITY_FLAG(QUALITY_INFECTED);
	if (facts->findings & (FOUND_LOCKED | FOUND_UNREADABLE))
		flags |= QUALITY_FLAG(QUALITY_LOCKED);
	if (facts->findings & active)
		flags |= QUALITY_FLAG(QUALITY_ACTIVE);
	if (facts->needs_signature && !facts->signed_by_hand && facts->signatures <= 0)
		flags |= QUALITY_FLAG(QUALITY_UNSIGNED);
	if (facts->twin)
		flags |= QUALITY_FLAG(QUALITY_TWIN);
	return flags;
}

static unsigned
judge_use(const struct document_facts *facts)
{
	unsigned flags = 0;

	if (facts->variables_max > 0 && facts->variables > facts->variables_max)
		flags |= QUALITY_FLAG(QUALITY_EVERYWHERE);
	if (facts->linkable && facts->criteria == 0)
		flags |= QUALITY_FLAG(QUALITY_UNUSED);
	return flags;
}

unsigned
quality_of_document(const struct document_facts *facts)
{
	return judge_file(facts) | judge_time(facts) | judge_use(facts);
}

unsigned
quality_of_answer(const struct answer_facts *facts)
{
	unsigned flags = 0;

	if (facts->overdue > 0)
		flags |= QUALITY_FLAG(QUALITY_OVERDUE);
	if (facts->level <= LEVEL_MIN || facts->stored > 0)
		return flags;
	return flags |
	    (facts->outside > 0 ? QUALITY_FLAG(QUALITY_OUTSIDE) : QUALITY_FLAG(QUALITY_BARE));
}

const char *
severity_code(enum severity severity)
{
	static const char *const codes[] = { [SEVERITY_NOTE] = "note",
		[SEVERITY_WARNING] = "warning",
		[SEVERITY_DANGER] = "danger" };

	return codes[severity];
}

enum severity
quality_severity(enum quality flag)
{
	return flag < QUALITIES ? flags_known[flag].severity : SEVERITY_NOTE;
}

enum severity
quality_worst(unsigned flags)
{
	enum severity worst = SEVERITY_NOTE;

	for (int flag = 0; flag < QUALITIES; flag++)
		if ((flags & QUALITY_FLAG(flag)) && flags_known[flag].severity > worst)
			worst = flags_known[flag].severity;
	return worst;
}

const char *
quality_code(enum quality flag)
{
	return flag < QUALITIES ? flags_known[flag].code : "";
}

enum remedy
quality_remedy(enum quality flag)
{
	return flag < QUALITIES ? flags_known[flag].remedy : REMEDY_NONE;
}
