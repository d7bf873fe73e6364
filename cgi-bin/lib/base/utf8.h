/* SPDX-License-Identifier: ISC */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What every byte that comes from outside must be before it counts as text:
 * UTF-8 as RFC 3629 has it (no overlong form, no surrogate, nothing above
 * U+10FFFF), without NUL and without control characters.
 *
 * Controls are those of Unicode's category Cc: U+0000–1F, U+007F–9F.  Tab, CR
 * and LF pass where the caller allows lines, that is in values, not in names.
 * Noncharacters (U+FDD0–FDEF, the last two of each plane) count as controls:
 * they are never text, XML has no way to write U+FFFE and U+FFFF, and cairo
 * ends a PDF in which one is to be drawn.
 */
enum utf8_fault {
	UTF8_OK = 0,
	UTF8_NUL,     /* a zero byte */
	UTF8_INVALID, /* not UTF-8, or cut within a character */
	UTF8_CONTROL  /* valid, but a control or a noncharacter */
};

/* Judge n bytes of a text, which need no terminator.  The first fault is returned. */
enum utf8_fault utf8_text(const char *text, size_t n, bool lines);

/*
 * Text that is UTF-8 but for control characters, as people paste it, without
 * them: slides, old systems and printers' files break lines with VT, FF, FS, GS
 * or NEL, which become LF; Word has 1E for a hyphen that does not break, 1F for
 * one that is not seen, 07 for the end of a cell; what was Windows-1252 and was
 * taken for Latin-1 is in 80–9F.  All others say nothing and are left out.
 *
 * Writes no more than 2 n + 1 bytes, terminated, and returns how many;
 * SIZE_MAX where something else is wrong with it.
 */
size_t utf8_mend(char *out, const char *text, size_t n);

/* The character of a byte of Windows-1252; 0 for none. */
unsigned utf8_of_windows_1252(unsigned char byte);

/*
 * Characters that are not what they seem, in a text that utf8_text() found
 * good.  Those that turn the direction of what follows (UAX 9: marks, embeddings,
 * overrides, isolates) let a name end in another way than it is shown to; no
 * language of Indonesia in Latin script needs one.
 */
bool utf8_turns(const char *);

/* Writes it without them, no longer than it was, terminated; returns the length. */
size_t utf8_without_turns(char *out, const char *);

/* Whether anything of it can be seen: not blanks, fillers, joiners, marks of
 * direction, variation selectors or tags alone.  "" shows nothing. */
bool utf8_shows(const char *);

/* The characters of a text that utf8_text() found good, as people count them
 * in a limit: not its bytes. */
size_t utf8_characters(const char *);

#endif
