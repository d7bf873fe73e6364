/* SPDX-License-Identifier: ISC */
/* The data of a page: short and long levels, rows, what a template adds itself; and a template that
 * is changed while the program runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "web/page.h"

static char folder[] = "/tmp/matang-page-XXXXXX";
static struct pages *pages;
static struct arena arena;

static void
template_write(const char *name, const char *text)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	unlink(path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int
pages_set_up(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(folder));
	template_write("macros.cs",
	    "<?cs def:twice(text) ?>[<?cs var:text ?><?cs var:text ?>]<?cs /def ?>");
	pages = pages_open(folder);
	assert_non_null(pages);
	return 0;
}

static int
pages_tear_down(void **state)
{
	char command[128];

	(void)state;
	pages_close(pages);
	arena_free(&arena);
	snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

static const char *
rendered(struct page *page, const char *view)
{
	struct error_chain errors = { 0 };
	const char *html;
	size_t length;

	assert_int_equal(page_render(page, view, &errors, &html, &length), 0);
	return arena_copy(&arena, html, length);
}

static void
values_and_paths(void **state)
{
	struct page page;
	char lent[] = "lent";

	(void)state;
	template_write("values.cs",
	    "<?cs include!\"macros.cs\" ?><?cs var:A ?>|<?cs var:A.b ?>|<?cs var:A.b.c ?>|<?cs "
	    "var:None ?>|<?cs call:twice(A.number) ?>|<?cs var:Lent ?>|<?cs if:?Null ?>yes<?cs /if ?>");
	page_begin(&page, pages, &arena);
	page_set(&page, "A.b.c", "deep");
	page_set(&page, "A", "first");
	page_set(&page, "A", "<second>");
	page_set(&page, "A.b", "middle");
	page_set_int(&page, "A.number", INT64_MIN);
	node_lend(page_node(&page, "Lent"), "", lent);
	page_set(&page, "Null", NULL);
	assert_string_equal(rendered(&page, "values"),
	    "&lt;second&gt;|middle|deep||[-9223372036854775808-9223372036854775808]|lent|");
	page_end(&page);
	page_end(&page);
}

/* Beyond a number of names ClearSilver keeps a table; a template that sets something makes one too. */
static void
long_levels(void **state)
{
	static const char view[] =
	    "<?cs set:Own = \"o\" ?><?cs set:Form.n7 = \"set\" ?><?cs "
	    "set:New.deep.er = \"new\" ?><?cs var:Own ?> <?cs var:Form.n7 ?> "
	    "<?cs var:Form.n299 ?> <?cs var:New.deep.er ?> <?cs var:New.mine ?>";
	struct page page;
	char name[32];

	(void)state;
	template_write("long.cs", view);
	page_begin(&page, pages, &arena);
	for (int round = 0; round < 2; round++)
		for (int at = 0; at < 300; at++) {
			snprintf(name, sizeof(name), "Form.n%d", at);
			page_set_int(&page, name, at + round);
			snprintf(name, sizeof(name), "Top%d", at % 20);
			page_set(&page, name, "top");
		}
	assert_string_equal(rendered(&page, "long"), "o set 300 new ");
	/* what the error page does: more is set, and another view rendered */
	page_set(&page, "New.mine", "mine");
	page_set(&page, "New.deep.er", "changed");
	page_set(&page, "Own", "not kept");
	page_set(&page, "Form.n7", "seven");
	assert_string_equal(rendered(&page, "long"), "o set 300 new mine");
	page_end(&page);
	arena_reset(&arena);
}

static void
rows_in_any_order(void **state)
{
	static const size_t order[] = { 0, 1, 2, 9, 10, 11, 99, 100, 10, 5, 5, 101, 2, 1000 };
	struct page page;

	(void)state;
	template_write("rows.cs",
	    "<?cs each:row = Rows ?><?cs name:row ?>=<?cs var:row.text ?> <?cs /each ?>");
	page_begin(&page, pages, &arena);
	for (size_t at = 0; at < sizeof(order) / sizeof(order[0]); at++)
		node_set_int(node_row(page_node(&page, "Rows"), order[at]), "text", (int64_t)at);
	assert_string_equal(rendered(&page, "rows"),
	    "0=0 1=1 2=12 9=3 10=8 11=5 99=6 100=7 5=10 101=11 1000=13 ");
	page_end(&page);
	arena_reset(&arena);
}

static void
changed_template(void **state)
{
	struct page page;
	const char *html = "";

	(void)state;
	template_write("changing.cs", "one");
	page_begin(&page, pages, &arena);
	assert_string_equal(rendered(&page, "changing"), "one");
	template_write("changing.cs", "another");
	for (int wait = 0; wait < 100 && strcmp(html, "another") != 0; wait++) {
		usleep(50000);
		html = rendered(&page, "changing");
	}
	assert_string_equal(html, "another");
	page_end(&page);
}

/* The layout is parsed once, and each view goes on in it with its own content. */
static void
shared_layout(void **state)
{
	static const char *const round[] = { "a", "b", "a", "plain", "b" };
	static const char *const before[] = { "(1 A:[xx])\n", "\n(2 B)\n", "(1 A:[xx])\n", "plain",
		"\n(2 B)\n" };
	struct page page;
	const char *html = "";
	struct error_chain errors = { 0 };
	size_t length;

	(void)state;
	template_write("layout.cs", "(<?cs var:number ?> <?cs call:content() ?>)");
	template_write("a.cs",
	    "<?cs include!\"macros.cs\" ?><?cs set:number = \"1\" ?><?cs "
	    "def:content() ?>A:<?cs call:twice(\"x\") ?><?cs /def ?><?cs "
	    "include!\"layout.cs\" ?>\n");
	template_write("b.cs",
	    "<?cs def:content() ?>B<?cs /def ?>\n<?cs set:number = \"2\" ?><?cs "
	    "include!\"layout.cs\" ?>\n");
	template_write("wrong.cs",
	    "<?cs def:content() ?><?cs /def ?><?cs include!\"layout.cs\" ?>more\n");
	template_write("plain.cs", "plain");
	pages_prepare(pages);
	page_begin(&page, pages, &arena);
	for (size_t at = 0; at < sizeof(round) / sizeof(round[0]); at++)
		assert_string_equal(rendered(&page, round[at]), before[at]);
	assert_int_equal(page_render(&page, "wrong", &errors, &html, &length), -1);
	assert_string_equal(rendered(&page, "a"), before[0]);
	template_write("layout.cs", "<?cs call:content() ?> <?cs call:twice(\"y\") ?>");
	for (int wait = 0; wait < 100 && strcmp(html, "A:[xx] [yy]\n") != 0; wait++) {
		usleep(50000);
		html = rendered(&page, "a");
	}
	assert_string_equal(html, "A:[xx] [yy]\n");
	assert_string_equal(rendered(&page, "b"), "\nB [yy]\n");
	page_end(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_and_paths),
		cmocka_unit_test(long_levels),
		cmocka_unit_test(rows_in_any_order),
		cmocka_unit_test(changed_template),
		cmocka_unit_test(shared_layout),
	};

	return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
