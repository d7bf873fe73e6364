/* SPDX-License-Identifier: ISC */
/*
 * Which lines of two texts went and which came, by the shortest way from one
 * to the other (Myers, "An O(ND) difference algorithm", 1986).  Bounded: texts
 * too different for that are shown as all gone and all new.
 */
#include "base/diff.h"

#include <stdint.h>
#include <string.h>

#include "base/banned.h"

enum {
	STEPS_MAX = 800, /* changed lines that are found exactly */
	AROUND = 2       /* equal lines shown beside a change */
};

struct line {
	const char *text;
	size_t length;
	uint64_t hash;
};

struct side {
	struct line *lines;
	size_t count;
};

/* FNV-1a: only to compare faster. */
static uint64_t
diff_hash_of(const char *text, size_t length)
{
	uint64_t hash = 0xcbf29ce484222325u;

	for (size_t at = 0; at < length; at++)
		hash = (hash ^ (unsigned char)text[at]) * 0x100000001b3u;
	return hash;
}

static struct side
split(struct arena *arena, const char *text)
{
	struct side side = { 0 };
	size_t count = 1;

	for (const char *at = text; *at != '\0'; at++)
		count += *at == '\n';
	side.lines = arena_array(arena, count, sizeof(*side.lines));
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");

		side.lines[side.count++] = (struct line){ text, length,
			diff_hash_of(text, length) };
		text += length + (text[length] == '\n');
	}
	return side;
}

static bool
equal(const struct line *a, const struct line *b)
{
	return a->hash == b->hash && a->length == b->length &&
	    memcmp(a->text, b->text, a->length) == 0;
}

/* ---- the shortest way ---------------------------------------------------------- */

/* What lies between the common beginning and the common end. */
struct middle {
	const struct line *a, *b;
	int n, m;
	int *reach[STEPS_MAX + 1]; /* furthest x on diagonal k after d
					 * changes: reach[d][k + d] */
};

static int
step(const struct middle *middle, int d, int k)
{
	const int *last = d > 0 ? middle->reach[d - 1] + (d - 1) : NULL;
	int x;

	if (d == 0)
		x = 0;
	else if (k == -d || (k != d && last[k - 1] < last[k + 1]))
		x = last[k + 1];
	else
		x = last[k - 1] + 1;
	while (x < middle->n && x - k < middle->m && x - k >= 0 &&
	    equal(&middle->a[x], &middle->b[x - k]))
		x++;
	return x;
}

/* How many changes it takes, or -1 beyond the bound. */
static int
diff_walk(struct middle *middle, struct arena *arena)
{
	for (int d = 0; d <= STEPS_MAX; d++) {
		int *reach = arena_array(arena, (size_t)(2 * d + 1), sizeof(*reach));

		middle->reach[d] = reach;
		for (int k = -d; k <= d; k += 2) {
			int x = step(middle, d, k);

			reach[k + d] = x;
			if (x >= middle->n && x - k >= middle->m)
				return d;
		}
	}
	return -1;
}

/* Marks the lines that went and those that came. */
static void
diff_mark(const struct middle *middle, int d, bool *gone, bool *come)
{
	int x = middle->n, y = middle->m;

	for (; d > 0; d--) {
		const int *last = middle->reach[d - 1] + (d - 1);
		int k = x - y;
		bool down = k == -d || (k != d && last[k - 1] < last[k + 1]);
		int before = down ? k + 1 : k - 1;

		x = last[before];
		y = x - before;
		if (down)
			come[y] = true;
		else
			gone[x] = true;
	}
}

/* ---- the list --------------------------------------------------------------------- */

static void
diff_add(struct diff *diff, size_t most, int kind, const struct line *line, size_t skipped)
{
	if (diff->count == most) {
		diff->cut = true;
		return;
	}
	diff->lines[diff->count++] = (struct diff_line){ .kind = (unsigned)kind,
		.text = line != NULL ? line->text : "",
		.length = line != NULL ? line->length : 0,
		.skipped = skipped };
}

/* Equal lines from x on: those beside a change, and a gap for the rest. */
static void
add_same(struct diff *diff, size_t most, const struct side *a, size_t from, size_t until,
    bool first)
{
	size_t head = first ? 0 : AROUND;
	size_t tail = until == a->count ? 0 : AROUND;
	size_t count = until - from;

	if (count <= head + tail) {
		head = count;
		tail = 0;
	}
	for (size_t at = from; at < from + head; at++)
		diff_add(diff, most, DIFF_SAME, &a->lines[at], 0);
	if (count > head + tail)
		diff_add(diff, most, DIFF_GAP, NULL, count - head - tail);
	for (size_t at = until - tail; at < until; at++)
		diff_add(diff, most, DIFF_SAME, &a->lines[at], 0);
}

static void
diff_list(struct diff *diff, size_t most, const struct side *a, const struct side *b,
    const bool *gone, const bool *come)
{
	size_t x = 0, y = 0;

	while (x < a->count || y < b->count) {
		size_t from = x;
		bool first = x == 0 && y == 0;

		for (; x < a->count && !gone[x] && y < b->count && !come[y]; x++, y++)
			;
		if (x > from)
			add_same(diff, most, a, from, x, first);
		for (; x < a->count && gone[x]; x++, diff->removed++)
			diff_add(diff, most, DIFF_REMOVED, &a->lines[x], 0);
		for (; y < b->count && come[y]; y++, diff->added++)
			diff_add(diff, most, DIFF_ADDED, &b->lines[y], 0);
	}
}

void
diff_lines(struct diff *diff, struct arena *arena, const char *before, const char *after,
    size_t most)
{
	struct side a = split(arena, before), b = split(arena, after);
	bool *gone = arena_array(arena, a.count + 1, sizeof(*gone));
	bool *come = arena_array(arena, b.count + 1, sizeof(*come));
	struct middle *middle = arena_alloc(arena, sizeof(*middle));
	size_t head = 0, tail = 0;
	int d;

	*diff = (struct diff){ .lines = arena_array(arena, most, sizeof(*diff->lines)) };
	while (head < a.count && head < b.count && equal(&a.lines[head], &b.lines[head]))
		head++;
	while (tail < a.count - head && tail < b.count - head &&
	    equal(&a.lines[a.count - 1 - tail], &b.lines[b.count - 1 - tail]))
		tail++;
	middle->a = a.lines + head;
	middle->b = b.lines + head;
	middle->n = (int)(a.count - head - tail);
	middle->m = (int)(b.count - head - tail);
	d = diff_walk(middle, arena);
	if (d >= 0)
		diff_mark(middle, d, gone + head, come + head);
	else {
		diff->rough = true;
		for (int at = 0; at < middle->n; at++)
			gone[head + (size_t)at] = true;
		for (int at = 0; at < middle->m; at++)
			come[head + (size_t)at] = true;
	}
	diff_list(diff, most, &a, &b, gone, come);
}
