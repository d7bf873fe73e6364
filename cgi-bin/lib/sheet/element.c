/* SPDX-License-Identifier: ISC */
/*
 * The path of open elements, and how many names have been met: shared by the
 * readers of workbooks.
 */
#include "sheet/element.h"

#include <stdint.h>
#include <string.h>

#include "format/xml_reader.h"
#include "base/banned.h"

void
element_begin(struct element_path *path, const struct element *grammar, int file)
{
	path->grammar = grammar;
	path->depth = 0;
	path->nodes[0] = file;
	path->names = 0;
	memset(path->names_seen, 0, sizeof(path->names_seen));
}

/*
 * Count different names, by a hash of 13 bits: expat keeps each, and a file
 * that makes them up would fill the memory with them.
 */
static bool
note_name(struct element_path *path, const char *name)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	unsigned char *seen, bit;

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) * 16777619u;
	hash = (hash ^ hash >> 13 ^ hash >> 26) & 8191;
	seen = &path->names_seen[hash / 8];
	bit = (unsigned char)(1u << hash % 8);
	if ((*seen & bit) == 0 && ++path->names > ELEMENT_NAMES)
		return false;
	*seen |= bit;
	return true;
}

bool
element_enter(struct element_path *path, const char *name, const char **attributes, int *node)
{
	int parent = path->nodes[path->depth];
	const char *plain = xml_local(name);
	const struct element *each;

	*node = ELEMENT_UNKNOWN;
	if (parent != ELEMENT_UNKNOWN)
		for (each = path->grammar; each->name != NULL; each++)
			if (each->parent == parent && strcmp(each->name, plain) == 0) {
				*node = each->node;
				break;
			}
	if (path->depth + 1 == ELEMENT_DEPTH || (path->depth == 0 && *node == ELEMENT_UNKNOWN))
		return false;
	path->nodes[++path->depth] = *node;
	if (*node == ELEMENT_UNKNOWN && !note_name(path, name))
		return false;
	for (; *attributes != NULL; attributes += 2)
		if (!note_name(path, *attributes))
			return false;
	return true;
}

void
element_pass(struct element_path *path)
{
	path->nodes[path->depth] = ELEMENT_UNKNOWN;
}

int
element_leave(struct element_path *path)
{
	return path->nodes[path->depth--];
}

int
element_at(const struct element_path *path)
{
	return path->nodes[path->depth];
}
