/* SPDX-License-Identifier: ISC */
/*
 * ClearSilver, known to this file alone: views parsed once, rendered many
 * times, and parsed again when a file changed.  The escape mode is set here,
 * in the data given to cs_init, the one place where it counts.
 */
#include "web/page.h"

#include <ClearSilver.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/decimal.h"
#include "base/banned.h"

enum {
	FILES_MAX = 12,          /* that one view consists of */
	MACROS_MAX = 160,        /* of which a view calls some ten */
	OUTPUT_ROOM = 64 * 1024, /* kept from page to page */
	PATH_ROOM = 512
};

/*
 * Parsed, all macros weigh six times what the rest of a view does, and take as
 * much longer.  Each is parsed when the first view calls it; every view gets the
 * list of them, and an empty text where it includes their file.
 */
#define MACROS "macros"
#define MACROS_FILE MACROS ".cs"

/*
 * What stands around a page is the larger half of most views.  It is parsed
 * once as well, with an empty macro "content" in the place of the page: a view
 * that ends by including it goes on in its nodes, and lends it its own content
 * while it is rendered.
 */
#define LAYOUT "layout"
#define LAYOUT_FILE LAYOUT ".cs"
#define CONTENT "content"

struct macro {
	const char *name, *text; /* in the text of their file */
	size_t name_length, length;
	bool parsed;
};

struct source {
	char *path;
	struct timespec changed;
};

struct view {
	char *name;
	CSPARSE *parsed;
	CS_MACRO *lent;    /* at the end of its list, and not its own to free */
	CSTREE **frame;    /* where it goes on in the layout; NULL: it does not */
	CS_MACRO *content; /* of its own; of the layout: the empty one */
	struct source sources[FILES_MAX];
	size_t count;
	unsigned edition; /* how many had been parsed when it was */
	time_t looked;    /* second at which its files were those */
	struct pages *pages;
	struct view *next;
};

struct pages {
	char *directory;
	HDF *modes; /* given to cs_init: the escape mode is read there only */
	struct view *views;
	struct view *macros, *layout; /* two of the views */
	unsigned parsed;              /* views, so far */
	char *macro_text;
	struct macro macro[MACROS_MAX];
	size_t macro_count;
	char *output;
	size_t length, room;
};

static HDF *
hdf_of(struct node *node)
{
	return (HDF *)(void *)node;
}

static struct node *
node_of(HDF *hdf)
{
	return (struct node *)(void *)hdf;
}

/* Only memory can fail where this is used. */
static void
page_must(NEOERR *error)
{
	if (error == STATUS_OK)
		return;
	nerr_log_error(error);
	abort();
}

static int
cause(struct error_chain *fault, const char *what, NEOERR *error)
{
	STRING text;

	if (error == STATUS_OK)
		return 0;
	string_init(&text);
	nerr_error_string(error, &text);
	ERROR_CAUSE(fault, "%s: %s", what, text.buf != NULL ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&error);
	return -1;
}

static struct view *
view_named(struct pages *pages, const char *name)
{
	struct view *view = pages->views;

	while (view != NULL && strcmp(view->name, name) != 0)
		view = view->next;
	if (view != NULL)
		return view;
	view = calloc(1, sizeof(*view));
	if (view == NULL || (view->name = strdup(name)) == NULL)
		abort();
	view->pages = pages;
	view->next = pages->views;
	pages->views = view;
	return view;
}

struct pages *
pages_open(const char *templates_dir)
{
	struct pages *pages = calloc(1, sizeof(*pages));

	if (pages == NULL)
		return NULL;
	pages->directory = strdup(templates_dir);
	pages->room = OUTPUT_ROOM;
	pages->output = malloc(pages->room);
	page_must(hdf_init(&pages->modes));
	page_must(hdf_set_value(pages->modes, "Config.VarEscapeMode", "html"));
	pages->macros = view_named(pages, MACROS);
	pages->layout = view_named(pages, LAYOUT);
	if (pages->directory == NULL || pages->output == NULL) {
		pages_close(pages);
		return NULL;
	}
	return pages;
}

/* The end of the list of a view's own macros: there stand those that it was lent. */
static CS_MACRO **
lent_macros(struct view *view)
{
	CS_MACRO **at = &view->parsed->macros;

	while (*at != view->lent)
		at = &(*at)->next;
	return at;
}

static void
view_clear(struct view *view)
{
	for (size_t at = 0; at < view->count; at++)
		free(view->sources[at].path);
	view->count = 0;
	if (view->parsed != NULL) {
		*lent_macros(view) = NULL;
		if (view->frame != NULL)
			*view->frame = NULL;
		cs_destroy(&view->parsed);
	}
	view->parsed = NULL;
	view->lent = NULL;
	view->frame = NULL;
	view->content = NULL;
}

/* Whoever holds something lent is cleared before who lent it. */
static void
clear_all(struct pages *pages)
{
	for (struct view *view = pages->views; view != NULL; view = view->next)
		if (view != pages->macros && view != pages->layout)
			view_clear(view);
	view_clear(pages->layout);
	view_clear(pages->macros);
	free(pages->macro_text);
	pages->macro_text = NULL;
	pages->macro_count = 0;
}

void
pages_close(struct pages *pages)
{
	struct view *view, *next;

	if (pages == NULL)
		return;
	clear_all(pages);
	for (view = pages->views; view != NULL; view = next) {
		next = view->next;
		free(view->name);
		free(view);
	}
	hdf_destroy(&pages->modes);
	free(pages->directory);
	free(pages->output);
	free(pages);
}

static bool
same_time(struct timespec one, struct timespec other)
{
	return one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec;
}

/* Its files are looked at once a second at most: for a page that took all its
 * time that was a stat(2) for each of them. */
static bool
view_current(struct view *view)
{
	struct timespec time;
	struct stat now;

	clock_gettime(CLOCK_MONOTONIC_COARSE, &time);
	if (view->parsed != NULL && time.tv_sec == view->looked)
		return true;
	view->looked = time.tv_sec;
	for (size_t at = 0; at < view->count; at++)
		if (stat(view->sources[at].path, &now) != 0 ||
		    !same_time(now.st_mtim, view->sources[at].changed))
			return false;
	return view->parsed != NULL;
}

/*
 * Between two commands that touch ClearSilver puts a text of nothing: two nodes
 * in five, each of which weighs 224 bytes and is rendered like any other.
 */
static CSTREE **
drop_empty_texts(CSTREE **at)
{
	enum { LITERAL = 0 }; /* first in the parser's table of commands */

	while (*at != NULL) {
		CSTREE *node = *at;

		if (node->cmd == LITERAL && node->arg1.s != NULL && *node->arg1.s == '\0') {
			*at = node->next;
			free(node->fname);
			free(node);
			continue;
		}
		drop_empty_texts(&node->case_0);
		drop_empty_texts(&node->case_1);
		at = &node->next;
	}
	return at; /* where the next node goes */
}

/* A command of a template: its beginning, its word, and what follows it. */
struct command {
	const char *tag, *word, *end;
};

static bool
next_command(const char *text, struct command *command)
{
	command->tag = strstr(text, "<?cs");
	if (command->tag == NULL)
		return false;
	command->word = command->tag + strlen("<?cs");
	command->word += strspn(command->word, " \t\r\n");
	command->end = strstr(command->word, "?>");
	if (command->end == NULL)
		return false;
	command->end += strlen("?>");
	return true;
}

/* The name in "def:name(" or "call:name(" behind the word, or NULL. */
static const char *
named_by(const struct command *command, const char *word, size_t *length)
{
	const char *name = command->word + strlen(word);

	if (strncmp(command->word, word, strlen(word)) != 0)
		return NULL;
	name += strspn(name, " \t\r\n");
	*length = strcspn(name, "( \t\r\n?");
	return name;
}

static NEOERR *
find_macros(struct pages *pages)
{
	struct macro *macro = NULL;
	struct command command;
	size_t length;

	for (const char *at = pages->macro_text; next_command(at, &command); at = command.end) {
		const char *name = named_by(&command, "def:", &length);

		if (name != NULL) {
			if (pages->macro_count == MACROS_MAX)
				return nerr_raise(NERR_OUTOFRANGE, "too many macros");
			macro = &pages->macro[pages->macro_count++];
			*macro = (struct macro){ name, command.tag, length, strlen(command.tag),
				false };
		} else if (macro != NULL && strncmp(command.word, "/def", 4) == 0) {
			macro->length = (size_t)(command.end - macro->text);
			macro = NULL;
		}
	}
	return STATUS_OK;
}

static NEOERR *want_macros(struct pages *, const char *text);

static NEOERR *
parse_macro(struct pages *pages, struct macro *macro)
{
	CSPARSE *parsed = pages->macros->parsed;
	char *text = strndup(macro->text, macro->length);
	CSTREE **from;
	NEOERR *error;

	if (text == NULL)
		return nerr_raise(NERR_NOMEM, "macro");
	macro->parsed = true;
	error = want_macros(pages, text);
	if (error != STATUS_OK) {
		free(text);
		return nerr_pass(error);
	}
	from = parsed->next;
	error = cs_parse_string(parsed, text, macro->length); /* its own from here */
	if (error == STATUS_OK)
		parsed->next = drop_empty_texts(from);
	return nerr_pass(error);
}

/* Parses the macros that a text calls, and those that they call, before it. */
static NEOERR *
want_macros(struct pages *pages, const char *text)
{
	NEOERR *error = STATUS_OK;
	struct command command;
	size_t length;

	for (; error == STATUS_OK && next_command(text, &command); text = command.end) {
		const char *name = named_by(&command, "call:", &length);

		for (size_t at = 0; name != NULL && at < pages->macro_count; at++) {
			struct macro *macro = &pages->macro[at];

			if (macro->name_length != length || memcmp(macro->name, name, length) != 0)
				continue;
			if (!macro->parsed)
				error = parse_macro(pages, macro);
			break;
		}
	}
	return nerr_pass(error);
}

static NEOERR *load_layout(struct pages *);

/* ClearSilver asks here for the view and for each file that it includes. */
static NEOERR *
load_source(void *context, HDF *hdf, const char *name, char **text)
{
	struct view *view = context;
	struct pages *pages = view->pages;
	struct source *source = &view->sources[view->count];
	char path[PATH_ROOM];
	struct stat status;
	NEOERR *error;

	(void)hdf;
	snprintf(path, sizeof(path), "%s/%s", pages->directory, name);
	if (view->count == FILES_MAX)
		return nerr_raise(NERR_OUTOFRANGE, "%s: too many files", name);
	if (stat(path, &status) != 0)
		return nerr_raise(NERR_NOT_FOUND, "%s", path);
	source->path = strdup(path);
	/* analyse: analyzer-malloc-leak: view_clear frees it. */
	if (source->path == NULL)
		return nerr_raise(NERR_NOMEM, "%s", path);
	source->changed = status.st_mtim;
	view->count++;
	if (view != pages->macros && strcmp(name, MACROS_FILE) == 0) {
		*text = strdup("");
		/* analyse: analyzer-malloc-leak: ClearSilver frees it. */
		return *text != NULL ? STATUS_OK : nerr_raise(NERR_NOMEM, "%s", path);
	}
	if (view != pages->layout && strcmp(name, LAYOUT_FILE) == 0) {
		error = load_layout(pages);
		*text = strdup("");
		view->frame = &view->parsed->tree; /* found when all of it is there */
		return nerr_pass(error);
	}
	error = ne_load_file(path, text);
	if (error != STATUS_OK || view == pages->macros)
		return nerr_pass(error);
	error = want_macros(pages, *text);
	if (error != STATUS_OK) {
		free(*text);
		return nerr_pass(error);
	}
	*lent_macros(view) = pages->macros->parsed->macros;
	view->lent = pages->macros->parsed->macros;
	return STATUS_OK;
}

static NEOERR *
escape_url(const char *text, char **escaped)
{
	return nerr_pass(neos_url_escape(text, escaped, NULL));
}

/* The library's own also escapes for HTML, which var: does once more: an
 * address with & in it would come out broken.  Only its verdict is taken. */
static NEOERR *
validate_url(const char *text, char **valid)
{
	NEOERR *error = neos_url_validate(text, valid);

	if (error != STATUS_OK || strcmp(*valid, "#") == 0)
		return nerr_pass(error);
	free(*valid);
	*valid = strdup(text);
	return *valid != NULL ? STATUS_OK : nerr_raise(NERR_NOMEM, "address");
}

/*
 * For conditions on what people typed: `if:x` takes a text that is a whole
 * number for one, and "0" for nothing.
 */
static NEOERR *
filled(const char *text, char **result)
{
	*result = strdup(*text != '\0' ? "1" : "");
	return *result != NULL ? STATUS_OK : nerr_raise(NERR_NOMEM, "filled");
}

static const struct {
	const char *name;
	CSSTRFUNC function;
} functions[] = {
	{ "filled", filled },
	{ "url_escape", escape_url },
	{ "url_validate", validate_url },
};

static NEOERR *
view_init(struct view *view)
{
	NEOERR *error = cs_init(&view->parsed, view->pages->modes);

	if (error != STATUS_OK) {
		view->parsed = NULL;
		return nerr_pass(error);
	}
	cs_register_fileload(view->parsed, view, load_source);
	for (size_t at = 0; error == STATUS_OK && at < sizeof(functions) / sizeof(functions[0]);
	     at++)
		error = cs_register_strfunc(view->parsed, (char *)(uintptr_t)functions[at].name,
		    functions[at].function);
	return nerr_pass(error);
}

static CS_MACRO *
content_of(const struct view *view)
{
	CS_MACRO *macro = view->parsed->macros;

	while (macro != view->lent && strcmp(macro->name, CONTENT) != 0)
		macro = macro->next;
	return macro != view->lent ? macro : NULL;
}

/*
 * Behind the include stands the end of the last line, which the layout has
 * taken over: what the layout says is to be the last of a page.
 */
static NEOERR *
frame_view(struct view *view)
{
	CSTREE **at = &view->parsed->tree;

	while (*at != NULL && (*at)->next != NULL)
		at = &(*at)->next;
	view->content = content_of(view);
	if (view->content == NULL || *at == NULL || (*at)->arg1.s == NULL ||
	    strcmp((*at)->arg1.s, "\n") != 0) {
		view->frame = NULL;
		return nerr_raise(NERR_PARSE, "%s: def:content, and last the layout", view->name);
	}
	free((*at)->fname);
	free(*at);
	*at = view->pages->layout->parsed->tree;
	view->frame = at;
	return STATUS_OK;
}

static NEOERR *
view_parse(struct view *view)
{
	char name[PATH_ROOM];
	NEOERR *error = view_init(view);

	if (error != STATUS_OK)
		return nerr_pass(error);
	snprintf(name, sizeof(name), "%s.cs", view->name);
	view->edition = ++view->pages->parsed;
	error = cs_parse_file(view->parsed, name);
	if (error != STATUS_OK) {
		view->frame = NULL;
		return nerr_pass(error);
	}
	drop_empty_texts(&view->parsed->tree);
	return view->frame != NULL ? nerr_pass(frame_view(view)) : STATUS_OK;
}

static NEOERR *
load_layout(struct pages *pages)
{
	static const char frame[] = "<?cs def:" CONTENT "() ?><?cs /def ?>%s\n";
	struct view *layout = pages->layout;
	char *text, *whole = NULL;
	NEOERR *error;

	if (layout->parsed != NULL)
		return STATUS_OK;
	error = view_init(layout);
	if (error == STATUS_OK)
		error = load_source(layout, NULL, LAYOUT_FILE, &text);
	if (error != STATUS_OK)
		return nerr_pass(error);
	if (asprintf(&whole, frame, text) < 0)
		whole = NULL;
	free(text);
	if (whole == NULL)
		return nerr_raise(NERR_NOMEM, "layout");
	error = cs_parse_string(layout->parsed, whole, strlen(whole));
	if (error == STATUS_OK) {
		drop_empty_texts(&layout->parsed->tree);
		layout->content = content_of(layout);
	}
	return nerr_pass(error);
}

static NEOERR *
load_macros(struct pages *pages)
{
	NEOERR *error = view_init(pages->macros);

	if (error == STATUS_OK)
		error = load_source(pages->macros, NULL, MACROS_FILE, &pages->macro_text);
	if (error == STATUS_OK)
		error = find_macros(pages);
	return nerr_pass(error);
}

/* What views share, where it is not current; they are not either, then. */
static NEOERR *
shared_ready(struct pages *pages)
{
	NEOERR *error;

	if (view_current(pages->macros) &&
	    (pages->layout->parsed == NULL || view_current(pages->layout)))
		return STATUS_OK;
	clear_all(pages);
	error = load_macros(pages);
	if (error != STATUS_OK)
		clear_all(pages);
	return nerr_pass(error);
}

/* Parses the view, and what it shares before it, where they are not current. */
static NEOERR *
view_ready(struct view *view)
{
	NEOERR *error = shared_ready(view->pages);

	if (error == STATUS_OK && !view_current(view)) {
		view_clear(view);
		error = view_parse(view);
		if (error != STATUS_OK && view->pages->layout->content == NULL)
			view_clear(view->pages->layout); /* it was the layout's */
	}
	return nerr_pass(error);
}

void
pages_prepare(struct pages *pages)
{
	NEOERR *error = shared_ready(pages);

	if (error == STATUS_OK)
		error = load_layout(pages);
	if (error != STATUS_OK)
		clear_all(pages);
	nerr_ignore(&error); /* who renders a page says what is wrong */
}

static NEOERR *
add_output(void *context, char *text)
{
	struct pages *pages = context;
	size_t length = strlen(text);

	if (pages->length + length > pages->room) {
		size_t room = pages->room;
		char *output;

		while (room < pages->length + length)
			room *= 2;
		output = realloc(pages->output, room);
		if (output == NULL)
			return nerr_raise(NERR_NOMEM, "page of %zu bytes", room);
		pages->output = output;
		pages->room = room;
	}
	memcpy(pages->output + pages->length, text, length);
	pages->length += length;
	return STATUS_OK;
}

/* A page of unusual size does not keep its memory for ever. */
static void
shrink_output(struct pages *pages)
{
	char *smaller;

	if (pages->room <= 8 * OUTPUT_ROOM)
		return;
	smaller = realloc(pages->output, OUTPUT_ROOM);
	if (smaller != NULL) {
		pages->output = smaller;
		pages->room = OUTPUT_ROOM;
	}
}

unsigned
page_edition(struct page *page, const char *name)
{
	struct view *view = view_named(page->pages, name);
	NEOERR *error = view_ready(view);

	if (error == STATUS_OK)
		return view->edition;
	nerr_ignore(&error);
	view_clear(view);
	return 0;
}

int
page_render(struct page *page, const char *name, struct error_chain *fault, const char **html,
    size_t *length)
{
	struct pages *pages = page->pages;
	struct view *view = view_named(pages, name);
	NEOERR *error = view_ready(view);

	if (error == STATUS_OK) {
		shrink_output(pages);
		pages->length = 0;
		view->parsed->hdf = hdf_of(page->root);
		if (view->frame != NULL)
			pages->layout->content->tree = view->content->tree;
		error = cs_render(view->parsed, pages, add_output);
		view->parsed->hdf = pages->modes;
	}
	*html = pages->output;
	*length = pages->length;
	if (error != STATUS_OK)
		view_clear(view);
	return cause(fault, name, error);
}

/*
 * The data lie in the arena of the request: a node and its name are one piece
 * of it, and nothing is given back by itself.  ClearSilver adds to them while
 * it renders (set:) and where a level is long; what is of its making it knows
 * how to free, and page_end finds it by what it lacks: the arena in the field
 * that ClearSilver itself fills in none but a root.
 */
enum { LEVEL_SEARCHED = 32 };

static struct arena *
page_arena(const HDF *hdf)
{
	return hdf->top->fileload_ctx;
}

static HDF *
child_add(HDF *parent, const char *name, size_t length)
{
	struct arena *arena = page_arena(parent);
	HDF *child = arena_alloc(arena, sizeof(*child) + length + 1);

	child->name = memcpy(child + 1, name, length);
	child->name_len = (int)length;
	child->top = parent->top;
	child->fileload_ctx = arena;
	if (parent->child == NULL)
		parent->child = child;
	else
		parent->last_child->next = child;
	parent->last_child = child;
	return child;
}

/* The place of a path below a node, made where it is not there yet. */
static HDF *
place_of(HDF *hdf, const char *path)
{
	while (*path != '\0') {
		size_t length = (size_t)(strchrnul(path, '.') - path), searched = 0;
		HDF *child = hdf->hash == NULL ? hdf->child : NULL;

		while (child != NULL && searched++ < LEVEL_SEARCHED &&
		    ((size_t)child->name_len != length || memcmp(child->name, path, length) != 0))
			child = child->next;
		if (hdf->hash != NULL || searched > LEVEL_SEARCHED) {
			/* a long level: ClearSilver keeps a table of it */
			page_must(hdf_get_node(hdf, path, &child));
			return child;
		}
		hdf = child != NULL ? child : child_add(hdf, path, length);
		path += length + (path[length] == '.');
	}
	return hdf;
}

/* A value that is not to be copied. */
static void
place_fill(HDF *hdf, const char *text)
{
	if (hdf->alloc_value)
		free(hdf->value);
	hdf->alloc_value = 0;
	hdf->value = (char *)(uintptr_t)text;
}

static void
place_clear(HDF *hdf)
{
	HDF *next;

	for (HDF *child = hdf->child; child != NULL; child = next) {
		next = child->next;
		place_clear(child);
	}
	if (hdf->hash != NULL)
		ne_hash_destroy(&hdf->hash);
	place_fill(hdf, NULL);
	if (hdf->fileload_ctx == NULL) {
		free(hdf->name);
		free(hdf);
	}
}

void
page_begin(struct page *page, struct pages *pages, struct arena *arena)
{
	HDF *root = arena_alloc(arena, sizeof(*root));

	root->top = root;
	root->fileload_ctx = arena;
	page->pages = pages;
	page->root = node_of(root);
}

void
page_end(struct page *page)
{
	if (page->root != NULL)
		place_clear(hdf_of(page->root));
	page->root = NULL;
}

void
node_lend(struct node *node, const char *name, const char *text)
{
	place_fill(place_of(hdf_of(node), name), text);
}

void
node_set(struct node *node, const char *name, const char *text)
{
	HDF *place = place_of(hdf_of(node), name);

	place_fill(place, text != NULL ? arena_text(page_arena(place), text) : NULL);
}

void
node_set_int(struct node *node, const char *name, int64_t number)
{
	char text[DECIMAL_ROOM + 1], *end = text + DECIMAL_ROOM;

	*end = '\0';
	node_set(node, name, decimal_put_signed(end, number));
}

struct node *
node_child(struct node *node, const char *name)
{
	return node_of(place_of(hdf_of(node), name));
}

/* Rows come in their order: one beyond the last is not looked for. */
static bool
is_beyond(const HDF *last, const char *number, size_t length)
{
	size_t last_length = (size_t)last->name_len;

	return last->name[0] >= '0' && last->name[0] <= '9' &&
	    (length > last_length ||
		(length == last_length && memcmp(number, last->name, length) > 0));
}

struct node *
node_row(struct node *node, size_t index)
{
	char text[DECIMAL_ROOM + 1], *end = text + DECIMAL_ROOM;
	HDF *hdf = hdf_of(node);
	const char *number;

	*end = '\0';
	number = decimal_put(end, index, 1);
	if (hdf->hash == NULL && hdf->last_child != NULL &&
	    is_beyond(hdf->last_child, number, (size_t)(end - number)))
		return node_of(child_add(hdf, number, (size_t)(end - number)));
	return node_child(node, number);
}

struct node *
node_row_set(struct node *node, size_t index, const char *text)
{
	struct node *row = node_row(node, index);

	page_must(hdf_set_value(hdf_of(row), NULL, text));
	return row;
}

void
page_set(struct page *page, const char *path, const char *text)
{
	node_set(page->root, path, text);
}

void
page_set_int(struct page *page, const char *path, int64_t number)
{
	node_set_int(page->root, path, number);
}

struct node *
page_node(struct page *page, const char *path)
{
	return node_child(page->root, path);
}
