/* SPDX-License-Identifier: ISC */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error_chain.h"

/*
 * Pages from ClearSilver templates.  A view is parsed once per process and
 * rendered many times; it is parsed again when one of its files changed, which
 * is seen within a second.
 * Everything that a template prints with var: is escaped for HTML; the
 * template lint refuses what would go around that.
 */
struct pages;

/* Texts that every page has may be set into the defaults; NULL on failure. */
struct pages *pages_open(const char *templates_dir);
void pages_close(struct pages *);

/* Parses what all views share, before a process is forked: it is there once. */
void pages_prepare(struct pages *);

/* The data of one page; a node is one place in its tree. */
struct page {
	struct pages *pages;
	struct node *root;
};

struct node;

/* The data lie in the arena: page_end before it is reset. */
void page_begin(struct page *, struct pages *, struct arena *);
void page_end(struct page *);

/* Values by full path "Form.value.title"; for lists take the node once. */
void page_set(struct page *, const char *path, const char *text);
void page_set_int(struct page *, const char *path, int64_t number);
struct node *page_node(struct page *, const char *path);

void node_set(struct node *, const char *name, const char *text);
void node_set_int(struct node *, const char *name, int64_t number);
/* The same without a copy: the text must live until page_end. */
void node_lend(struct node *, const char *name, const char *text);
struct node *node_child(struct node *, const char *name);
/* The child that stands for row `index` of a list, from 0. */
struct node *node_row(struct node *, size_t index);
/* The same with a text of its own: var:row prints it. */
struct node *node_row_set(struct node *, size_t index, const char *text);

/*
 * Renders templates/<name>.cs.  0 with the HTML, which lives until the next
 * render; else -1 with a cause.
 */
int page_render(struct page *, const char *name, struct error_chain *, const char **html,
    size_t *length);

/*
 * A number that is another one once a file of the view has changed, which is
 * seen within a second: for who keeps what was rendered.  0: it cannot be
 * parsed.
 */
unsigned page_edition(struct page *, const char *name);

#endif
