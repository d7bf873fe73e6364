/* SPDX-License-Identifier: ISC */
/*
 * Office documents are ZIP archives: every file in one is unpacked and
 * counted, whatever the headers claim, its checksum compared, and what runs,
 * is fetched or is hidden in it is told (ECMA-376-2; OpenDocument 1.3, part
 * 2).
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "inspect/calm_sheet.h"
#include "inspect/inspect.h"
#include "format/xml_reader.h"
#include "base/banned.h"

/*
 * A package of Office Open XML (ECMA-376-2) or OpenDocument (1.3, part 2):
 * every file in it is unpacked and counted, whatever the headers claim, and
 * its checksum compared.  A thousand scanned pages are 300 MB.
 */
static const struct format_limits limits = {
	.entries = 20000,
	.inflated = 1u << 30,
	.ratio = 300,
};

enum { NAME_ROOM = 512, XML_MAX = 16 << 20, CODE_ROOM = 256, FORMULA_ROOM = 1024 };

/* A formula as it comes in, in pieces: what stands in "…" is a text and nothing else. */
struct formula {
	bool read, in_text, in_name; /* name: '…' of a sheet or a file */
	size_t length;
	char code[FORMULA_ROOM];
};

/* One XML file of it, and the code of the field or the formula that is being read. */
struct office_part {
	struct look *look;
	bool in_code;
	char code[CODE_ROOM];
	struct formula formula;
};

static bool
package_ends(const char *text, const char *with)
{
	size_t length = strlen(text), tail = strlen(with);

	return length >= tail && strcasecmp(text + length - tail, with) == 0;
}

/* A name that leads out of the place where somebody unpacks it. */
static bool
leads_out(const char *name)
{
	return *name == '/' || strchr(name, '\\') != NULL || strncmp(name, "../", 3) == 0 ||
	    strstr(name, "/../") != NULL || package_ends(name, "/..");
}

/*
 * Charts carry their figures as workbooks, slides their tables: those are
 * part of the document.  Anything else that is embedded is another file.
 */
static void
judge_name(struct look *look, const char *name)
{
	static const char *const programs[] = { ".docm", ".xlsm", ".pptm", "vbaProject.bin" };

	for (size_t at = 0; at < sizeof(programs) / sizeof(programs[0]); at++)
		if (package_ends(name, programs[at]))
			note(look, FINDING_MACROS);
	if (leads_out(name))
		note(look, FINDING_UNREADABLE);
	if (strcasestr(name, "/activeX/") != NULL)
		note(look, FINDING_JAVASCRIPT);
	if (strcasestr(name, "/embeddings/") != NULL && !package_ends(name, "/") &&
	    !package_ends(name, ".xlsx") && !package_ends(name, ".docx") &&
	    !package_ends(name, ".pptx"))
		note(look, FINDING_EMBEDDED);
}

static bool
package_begins(const char *text, const char *with)
{
	return strncasecmp(text, with, strlen(with)) == 0;
}

/* Parts that are long and that nothing is started from but by a formula: otherwise they
 * are not read, and so are not to be anything else. */
static const char *const unread[] = { "xl/worksheets/", "xl/sharedStrings", "xl/styles",
	"xl/theme/", "ppt/theme/", "xl/media/", "ppt/media/" };

static bool
is_unread(const char *name)
{
	for (size_t at = 0; at < sizeof(unread) / sizeof(unread[0]); at++)
		if (package_begins(name, unread[at]))
			return true;
	return false;
}

/* A relation that makes of one of those what something is started from. */
static bool
is_hidden(const char *type, const char *target)
{
	static const char *const types[] = { "/officeDocument", "/externalLink", "/header",
		"/footer", "/footnotes", "/endnotes", "/comments", "/glossaryDocument",
		"/subDocument", "/slide", "/slideLayout", "/slideMaster", "/notesSlide" };
	bool starts = false;

	for (size_t at = 0; at < sizeof(types) / sizeof(types[0]); at++)
		starts |= package_ends(type, types[at]);
	for (size_t at = 0; starts && at < sizeof(unread) / sizeof(unread[0]); at++)
		if (strcasestr(target, strchr(unread[at], '/') + 1) != NULL)
			return true;
	return false;
}

/* Another host: also "file://server/…" and "file://///server/…". */
static bool
is_elsewhere(const char *target)
{
	static const char *const starts[] = { "http:", "https:", "ftp:", "\\\\", "//", "file://///",
		"file:\\" };

	for (size_t at = 0; at < sizeof(starts) / sizeof(starts[0]); at++)
		if (strncasecmp(target, starts[at], strlen(starts[at])) == 0)
			return true;
	return strncasecmp(target, "file://", 7) == 0 && target[7] != '/' && target[7] != '\0';
}

/* A file of the reader's own disk: what is shown of it depends on who looks. */
static bool
is_own_file(const char *target)
{
	return strncasecmp(target, "file:", 5) == 0;
}

/* ---- formulas -------------------------------------------------------------------- */

/* Is this function called in a formula: not in the name of another one? */
static bool
formula_calls(const char *formula, const char *function)
{
	for (const char *at = formula; (at = strcasestr(at, function)) != NULL; at++)
		if (at == formula || !isalnum((unsigned char)at[-1]))
			return true;
	return false;
}

/* "'file:///C:/…'#$Sheet.A1", "'[https://…/a.xlsx]Sheet'!A1": a cell of another file. */
static bool
formula_fetches(const char *formula)
{
	for (const char *at = formula; (at = strchr(at, '\'')) != NULL;) {
		at += 1 + strspn(at + 1, "[");
		if (is_elsewhere(at) || is_own_file(at))
			return true;
	}
	return false;
}

/*
 * What fetches its value from elsewhere, or has a program started for it.  A link that is
 * clicked, HYPERLINK, is as welcome here as in a text.
 */
static void
judge_formula(struct look *look, const char *formula)
{
	static const char *const starting[] = { "DDE(", "RTD(", "CALL(", "REGISTER.ID(" };
	static const char *const fetching[] = { "WEBSERVICE(", "IMAGE(" };

	for (size_t at = 0; at < sizeof(starting) / sizeof(starting[0]); at++)
		if (formula_calls(formula, starting[at]))
			note(look, FINDING_LAUNCH);
	for (size_t at = 0; at < sizeof(fetching) / sizeof(fetching[0]); at++)
		if (formula_calls(formula, fetching[at]))
			note(look, FINDING_EXTERNAL);
	if (formula_fetches(formula))
		note(look, FINDING_EXTERNAL);
}

/* What has come in so far; of what goes on, enough is kept that no name is cut. */
static void
formula_judge_begun(struct look *look, struct formula *formula, size_t kept)
{
	formula->code[formula->length] = '\0';
	judge_formula(look, formula->code);
	if (kept > formula->length)
		kept = formula->length;
	memmove(formula->code, formula->code + formula->length - kept, kept);
	formula->length = kept;
}

/* "cmd|'/c …'!A0" is a link of DDE; between quotation marks a bar is one. */
static void
formula_take(struct look *look, struct formula *formula, const char *bytes, size_t length)
{
	enum { NAME_KEPT = 64 };

	for (size_t at = 0; at < length; at++) {
		if (bytes[at] == '"' && !formula->in_name)
			formula->in_text = !formula->in_text;
		if (bytes[at] == '\'' && !formula->in_text)
			formula->in_name = !formula->in_name;
		if (formula->in_text)
			continue;
		if (bytes[at] == '|' && !formula->in_name)
			note(look, FINDING_LAUNCH);
		if (formula->length == FORMULA_ROOM - 1)
			formula_judge_begun(look, formula, NAME_KEPT);
		formula->code[formula->length++] = bytes[at];
	}
}

static void
formula_end(struct look *look, struct formula *formula)
{
	formula_judge_begun(look, formula, 0);
	formula->read = formula->in_text = formula->in_name = false;
}

/*
 * Where a workbook has formulas (ECMA-376-1, 18.3.1.40 and others): in cells, in what is
 * allowed in them, in what they look like, in names, in the columns of a table.
 */
static void
on_formula_element(void *argument, const char *name, const char **attributes)
{
	static const char *const formulas[] = { "f", "formula", "formula1", "formula2",
		"definedName", "calculatedColumnFormula", "totalsRowFormula" };
	struct office_part *part = argument;
	const char *local = xml_local(name);

	(void)attributes;
	for (size_t at = 0; at < sizeof(formulas) / sizeof(formulas[0]); at++)
		if (strcmp(local, formulas[at]) == 0)
			part->formula.read = true;
}

static void
on_formula_end(void *argument, const char *name)
{
	struct office_part *part = argument;

	(void)name;
	if (part->formula.read)
		formula_end(part->look, &part->formula);
}

static void
on_formula_text(void *argument, const char *bytes, size_t length)
{
	struct office_part *part = argument;

	if (part->formula.read)
		formula_take(part->look, &part->formula, bytes, length);
}

/* ---- Office Open XML ----------------------------------------------------------- */

/*
 * <Relationship TargetMode="External" Type="…/attachedTemplate" Target="…"/>
 * is fetched when the document is opened; a hyperlink is not.  A template on
 * the writer's own disk is in every second document, a picture there in none
 * that means well.  <manifest:encryption-data> stands beside what a password
 * locks.
 */
static void
on_relation(void *argument, const char *name, const char **attributes)
{
	struct look *look = argument;
	const char *type = xml_attribute(attributes, "Type", "");
	const char *target = xml_attribute(attributes, "Target", "");

	if (strcasecmp(xml_attribute(attributes, "TargetMode", ""), "External") == 0 &&
	    !package_ends(type, "/hyperlink") &&
	    (is_elsewhere(target) ||
		(is_own_file(target) && !package_ends(type, "/attachedTemplate"))))
		note(look, FINDING_EXTERNAL);
	if (strcasecmp(xml_attribute(attributes, "TargetMode", ""), "External") != 0 &&
	    is_hidden(type, target))
		note(look, FINDING_LAUNCH);
	if (package_ends(name, "encryption-data"))
		note(look, FINDING_LOCKED);
}

/* "DDEAUTO c:\\…\\cmd.exe …": a field that has another program started for its
 * value (ECMA-376-1, 17.16); others fetch theirs from another file. */
static void
judge_field(struct look *look, const char *code)
{
	static const char *const fetching[] = { "INCLUDE", "IMPORT", "RD " };

	code += strspn(code, " \t\r\n");
	if (strncasecmp(code, "DDE", 3) == 0)
		note(look, FINDING_LAUNCH);
	/* These name a program or a way before their file. */
	if (strncasecmp(code, "LINK ", 5) == 0 || strncasecmp(code, "DATABASE ", 9) == 0)
		note(look, FINDING_EXTERNAL);
	for (size_t at = 0; at < sizeof(fetching) / sizeof(fetching[0]); at++)
		if (package_begins(code, fetching[at])) {
			const char *target = code + strcspn(code, " \t");

			target += strspn(target, " \t\"");
			if (is_elsewhere(target) || is_own_file(target))
				note(look, FINDING_EXTERNAL);
		}
}

/* The code of a field comes in as many runs as it was typed in. */
static void
on_text_element(void *argument, const char *name, const char **attributes)
{
	struct office_part *part = argument;
	const char *local = xml_local(name);

	part->in_code = strcmp(local, "instrText") == 0;
	if (strcmp(local, "fldSimple") == 0)
		judge_field(part->look, xml_attribute(attributes, "instr", ""));
	if (strcmp(local, "fldChar") != 0)
		return;
	judge_field(part->look, part->code);
	part->code[0] = '\0';
}

static void
on_text_end(void *argument, const char *name)
{
	struct office_part *part = argument;

	(void)name;
	part->in_code = false;
}

static void
on_text(void *argument, const char *bytes, size_t length)
{
	struct office_part *part = argument;
	size_t begun = strlen(part->code);

	if (!part->in_code)
		return;
	if (length > sizeof(part->code) - 1 - begun)
		length = sizeof(part->code) - 1 - begun;
	memcpy(part->code + begun, bytes, length);
	part->code[begun + length] = '\0';
}

/* <ddeLink ddeService="cmd" …> of a workbook; <a:hlinkClick
 * action="ppaction://program"> of slides. */
static void
on_active_element(void *argument, const char *name, const char **attributes)
{
	struct office_part *part = argument;
	const char *action = xml_attribute(attributes, "action", "");

	if (strcmp(xml_local(name), "ddeLink") == 0 ||
	    strncasecmp(action, "ppaction://program", 18) == 0)
		note(part->look, FINDING_LAUNCH);
	if (strncasecmp(action, "ppaction://macro", 16) == 0)
		note(part->look, FINDING_JAVASCRIPT);
}

/* ---- OpenDocument -------------------------------------------------------------- */

/* What runs when it is clicked. */
static bool
is_script(const char *target)
{
	return package_begins(target, "vnd.sun.star.script:") || package_begins(target, "macro:") ||
	    package_begins(target, "javascript:");
}

/*
 * OpenDocument 1.3, part 3: a script that an event or a link starts, a link of DDE,
 * a formula that fetches its value (judge_formula), and what is shown and lies elsewhere.  A link
 * that is clicked is <text:a> or <draw:a>.
 */
static void
on_open_element(void *argument, const char *name, const char **attributes)
{
	struct office_part *part = argument;
	const char *local = xml_local(name), *target = xml_attribute(attributes, "href", "");
	const char *formula = xml_attribute(attributes, "formula", "");

	if (*formula != '\0') {
		formula_take(part->look, &part->formula, formula, strlen(formula));
		formula_end(part->look, &part->formula);
	}
	if (strcmp(local, "event-listener") == 0 || is_script(target))
		note(part->look, FINDING_JAVASCRIPT);
	if (strcmp(local, "dde-source") == 0 || strcmp(local, "dde-connection-decl") == 0)
		note(part->look, FINDING_LAUNCH);
	if (strcmp(local, "a") != 0 && strcmp(local, "event-listener") != 0 &&
	    (is_elsewhere(target) || is_own_file(target)))
		note(part->look, FINDING_EXTERNAL);
}

/* ---- its files ----------------------------------------------------------------- */

/* A part of no usual folder, which a relation may make anything. */
static void
on_any_element(void *argument, const char *name, const char **attributes)
{
	on_text_element(argument, name, attributes);
	on_active_element(argument, name, attributes);
	on_formula_element(argument, name, attributes);
}

static void
on_any_end(void *argument, const char *name)
{
	on_text_end(argument, name);
	on_formula_end(argument, name);
}

static void
on_any_text(void *argument, const char *bytes, size_t length)
{
	on_text(argument, bytes, length);
	on_formula_text(argument, bytes, length);
}

/* By what a file is read; false: by nothing. */
static bool
part_reader(const char *name, struct office_part *part, struct xml_reader *reader)
{
	*reader = (struct xml_reader){ .arg = part, .max = XML_MAX };
	if (package_ends(name, ".rels") || strcmp(name, "META-INF/manifest.xml") == 0) {
		reader->arg = part->look;
		reader->start = on_relation;
	} else if (package_begins(name, "word/") && package_ends(name, ".xml")) {
		reader->start = on_text_element;
		reader->end = on_text_end;
		reader->text = on_text;
	} else if (package_begins(name, "xl/externalLinks/") ||
	    (package_begins(name, "ppt/slide") && package_ends(name, ".xml")))
		reader->start = on_active_element;
	else if (strcmp(name, "content.xml") == 0 || strcmp(name, "styles.xml") == 0 ||
	    package_ends(name, "/content.xml"))
		reader->start = on_open_element;
	else if (package_begins(name, "xl/worksheets/")) {
		/* Nothing but formulas, however long the table is. */
		reader->max = 0;
		reader->start = on_formula_element;
		reader->end = on_formula_end;
		reader->text = on_formula_text;
	} else if (!is_unread(name)) {
		reader->start = on_any_element;
		reader->end = on_any_end;
		reader->text = on_any_text;
	}
	return reader->start != NULL;
}

/* As XML, unless it is a worksheet of which the bytes tell enough. */
static enum format_error
package_read_part(struct look *look, struct zip_reader *archive, struct xml_reader *reader,
    const struct office_part *part)
{
	enum format_error error;

	if (reader->start == on_formula_element) {
		if (sheet_is_calm(archive))
			return FORMAT_OK;
		error = zip_reader_again(archive);
		if (error != FORMAT_OK)
			return error;
	}
	error = xml_read(reader, archive);
	judge_field(look, part->code);
	return error;
}

/* To its end in any case; what is wrong with XML is no matter of ours. */
static enum format_error
package_read_file(struct look *look, struct zip_reader *archive, const char *name)
{
	struct office_part part = { .look = look };
	struct xml_reader reader;
	enum format_error error = FORMAT_OK, last;

	if (part_reader(name, &part, &reader))
		error = package_read_part(look, archive, &reader, &part);
	last = zip_reader_end(archive);
	return error == FORMAT_ZIP || error == FORMAT_INFLATED ? error : last;
}

void
look_at_package(struct look *look)
{
	struct zip_reader archive;
	char name[NAME_ROOM];
	enum format_error error = zip_reader_open(&archive, (const char *)look->bytes, look->length,
	    &limits);

	if (error == FORMAT_OK)
		error = zip_reader_apart(&archive);
	while (error == FORMAT_OK) {
		error = zip_reader_next(&archive, name, sizeof(name));
		if (error == FORMAT_OK)
			error = zip_reader_enter(&archive);
		if (error != FORMAT_OK)
			break;
		judge_name(look, name);
		error = package_read_file(look, &archive, name);
	}
	if (archive.locked)
		note(look, FINDING_LOCKED);
	else if (error == FORMAT_INFLATED)
		note(look, FINDING_OVERSIZE);
	else if (error != FORMAT_ABSENT)
		note(look, FINDING_UNREADABLE);
	zip_reader_close(&archive);
}
