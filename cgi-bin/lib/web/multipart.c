/* SPDX-License-Identifier: ISC */
/*
 * multipart/form-data (RFC 7578) as it arrives, byte by byte in constant
 * memory: a machine of few states that never looks at a byte twice.
 */
#include "web/multipart.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "base/banned.h"

/*
 * The delimiter between parts is CR LF "--" boundary.  A boundary holds no CR,
 * so CR is found only at the delimiter's head.  Two things follow.  When a match
 * breaks off, the only place where another can begin is the byte at which it
 * broke off: no byte is looked at twice.  And the bytes held back in a partial
 * match are the delimiter's own, so that they can be given out from there: no
 * byte needs to be kept.  At the body's begin, and where a part's data begins,
 * the CR LF of the delimiter counts as seen but is no data.
 */
enum state {
	AT_START,         /* within the first delimiter */
	AT_DELIMITER_END, /* after a delimiter: CR or '-' */
	AT_DELIMITER_LF,
	AT_DELIMITER_DASH,
	IN_HEADER,
	IN_DATA,
	AT_END, /* after the last delimiter: CR or nothing */
	AT_END_LF,
	AT_END_DONE
};

static bool
is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A character of a token (RFC 9110, section 5.6.2). */
static bool
is_token(char c)
{
	return is_alnum(c) || (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

/* A character of a boundary (RFC 2046, section 5.1.1). */
static bool
is_boundary(char c)
{
	return is_alnum(c) || (c != '\0' && strchr("'()+_,-./:=? ", c) != NULL);
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Does the s of n bytes equal the word, given in lower case? */
static bool
is_word(const char *s, size_t n, const char *word)
{
	size_t i;

	if (strlen(word) != n)
		return false;
	for (i = 0; i < n; i++)
		if (lower(s[i]) != word[i])
			return false;
	return true;
}

static const char *
skip_space(const char *s)
{
	return s + strspn(s, " \t");
}

static const char *
skip_token(const char *s)
{
	while (is_token(*s))
		s++;
	return s;
}

/*
 * One parameter of a header's value, found in place.  A quoted value is
 * without its quotes, its escapes not yet undone.
 */
struct parameter {
	const char *name, *value;
	size_t name_len, value_len;
	bool quoted;
};

/*
 * Read "; name=value" at *s and move *s behind it.  Returns 1 for a parameter,
 * 0 at the end of the header, -1 when it is neither.  An unquoted value may
 * hold anything but space, comma and semicolon: boundaries are often sent so,
 * with characters that no token may have.
 */
static int
next_parameter(const char **s, struct parameter *p)
{
	const char *c = skip_space(*s);

	if (*c == '\0')
		return 0;
	if (*c != ';')
		return -1;
	c = skip_space(c + 1);
	if (*c == '\0') {
		*s = c;
		return 0;
	}
	p->name = c;
	c = skip_token(c);
	p->name_len = (size_t)(c - p->name);
	if (p->name_len == 0 || *c != '=')
		return -1;
	c++;
	p->quoted = *c == '"';
	if (p->quoted) {
		p->value = ++c;
		while (*c != '"') {
			if (*c == '\\' && c[1] != '\0')
				c++;
			if (*c == '\0')
				return -1;
			c++;
		}
		p->value_len = (size_t)(c - p->value);
		c++;
	} else {
		p->value = c;
		c += strcspn(c, " \t,;\"");
		p->value_len = (size_t)(c - p->value);
		if (p->value_len == 0)
			return -1;
	}
	*s = c;
	return 1;
}

/*
 * Take the boundary out of "multipart/form-data; boundary=…" and make the
 * delimiter of it.  Other parameters (charset) say nothing that we need.
 */
static enum multipart_error
set_delimiter(struct multipart *m, const char *type)
{
	struct parameter p;
	const char *s, *end;
	size_t i;
	int more;

	if (type == NULL)
		return MULTIPART_TYPE;
	s = skip_space(type);
	end = s + strcspn(s, " \t;");
	if (!is_word(s, (size_t)(end - s), "multipart/form-data"))
		return MULTIPART_TYPE;

	while ((more = next_parameter(&end, &p)) == 1) {
		if (!is_word(p.name, p.name_len, "boundary"))
			continue;
		if (m->delimiter_len != 0)
			return MULTIPART_BOUNDARY;
		memcpy(m->delimiter, "\r\n--", 4);
		m->delimiter_len = 4;
		for (i = 0; i < p.value_len; i++) {
			if (p.quoted && p.value[i] == '\\')
				i++;
			if (!is_boundary(p.value[i]) || m->delimiter_len == sizeof(m->delimiter))
				return MULTIPART_BOUNDARY;
			m->delimiter[m->delimiter_len++] = p.value[i];
		}
		if (m->delimiter_len == 4 || m->delimiter[m->delimiter_len - 1] == ' ')
			return MULTIPART_BOUNDARY;
	}
	return more == 0 && m->delimiter_len != 0 ? MULTIPART_OK : MULTIPART_BOUNDARY;
}

/*
 * Undo, in place, how browsers write a quote in a quoted string: %22 (WHATWG),
 * formerly \".  Another backslash stays as it is: it came with the path that
 * some old browser sends.  Returns the string, terminated.
 */
static char *
multipart_unquote(char *value, size_t n, bool quoted)
{
	char *to = value;
	size_t i;

	for (i = 0; i < n; i++) {
		if (quoted && value[i] == '\\' && i + 1 < n &&
		    (value[i + 1] == '"' || value[i + 1] == '\\'))
			*to++ = value[++i];
		else if (quoted && n - i >= 3 && memcmp(value + i, "%22", 3) == 0) {
			*to++ = '"';
			i += 2;
		} else
			*to++ = value[i];
	}
	*to = '\0';
	return value;
}

/*
 * Content-Disposition: form-data; name="…"; filename="…".  The names are
 * terminated in place only after the last parameter has been read, because the
 * terminator takes the place of what follows.
 */
static enum multipart_error
read_disposition(char *value, char **name, char **filename)
{
	struct parameter p, n = { 0 }, f = { 0 };
	const char *s, *end;
	int more;

	s = skip_space(value);
	end = skip_token(s);
	if (!is_word(s, (size_t)(end - s), "form-data"))
		return MULTIPART_NAME;
	while ((more = next_parameter(&end, &p)) == 1) {
		if (is_word(p.name, p.name_len, "name")) {
			if (n.value != NULL)
				return MULTIPART_HEADER;
			n = p;
		} else if (is_word(p.name, p.name_len, "filename")) {
			if (f.value != NULL)
				return MULTIPART_HEADER;
			f = p;
		}
	}
	if (more != 0)
		return MULTIPART_HEADER;
	if (n.value_len == 0)
		return MULTIPART_NAME;
	*name = multipart_unquote(value + (n.value - value), n.value_len, n.quoted);
	if (f.value != NULL)
		*filename = multipart_unquote(value + (f.value - value), f.value_len, f.quoted);
	return MULTIPART_OK;
}

/* Cut spaces and tabs from both ends of a terminated string. */
static char *
trim(char *s)
{
	size_t n;

	s += strspn(s, " \t");
	for (n = strlen(s); n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'); n--)
		continue;
	s[n] = '\0';
	return s;
}

/*
 * The header block is whole, without its empty line and terminated: read its
 * lines and announce the part.  Unknown headers are passed over.
 */
static enum multipart_error
begin_part(struct multipart *m)
{
	enum multipart_error error;
	char *line, *next, *colon, *value;
	char *name = NULL, *filename = NULL, *type = NULL;
	size_t n;

	if (m->parts++ == m->limits.parts)
		return MULTIPART_PARTS;
	for (line = m->header; *line != '\0'; line = next) {
		next = strstr(line, "\r\n");
		if (next != NULL) {
			*next = '\0';
			next += 2;
		} else
			next = line + strlen(line);
		if (utf8_text(line, strlen(line), false) != UTF8_OK)
			return MULTIPART_HEADER;

		/* A part ends at a boundary, even within its header. */
		if (strncmp(line, m->delimiter + 2, m->delimiter_len - 2) == 0)
			return MULTIPART_HEADER;
		colon = line;
		while (is_token(*colon))
			colon++;
		if (colon == line || *colon != ':')
			return MULTIPART_HEADER;
		n = (size_t)(colon - line);
		value = trim(colon + 1);

		if (is_word(line, n, "content-disposition")) {
			if (name != NULL)
				return MULTIPART_HEADER;
			error = read_disposition(value, &name, &filename);
			if (error != MULTIPART_OK)
				return error;
		} else if (is_word(line, n, "content-type")) {
			if (type != NULL)
				return MULTIPART_HEADER;
			type = value;
		} else if (is_word(line, n, "content-transfer-encoding")) {
			n = strlen(value);
			if (!is_word(value, n, "binary") && !is_word(value, n, "8bit") &&
			    !is_word(value, n, "7bit"))
				return MULTIPART_ENCODING;
		}
	}
	if (name == NULL)
		return MULTIPART_NAME;
	/* The empty line's CR LF may already be the next delimiter's. */
	m->matched = m->implied = 2;
	m->state = IN_DATA;
	return m->calls.on_part(m->arg, name, filename, type) == 0 ?
	    MULTIPART_OK :
	    MULTIPART_STOPPED;
}

/*
 * One byte of a header block.  CR and LF come as a pair or not at all, which
 * also makes the empty line recognisable by its last four bytes.
 */
static enum multipart_error
header_byte(struct multipart *m, char c)
{
	const char *h = m->header;
	size_t n = m->header_len;
	bool after_cr = n > 0 && h[n - 1] == '\r';

	if ((c == '\n') != after_cr)
		return MULTIPART_HEADER;
	if (c == '\0')
		return MULTIPART_HEADER;
	if (n == m->limits.header)
		return MULTIPART_HEADER_SIZE;
	m->header[n++] = c;
	m->header_len = n;

	if (c == '\n' && (n == 2 || (n >= 4 && h[n - 4] == '\r' && h[n - 3] == '\n'))) {
		m->header_len = n == 2 ? 0 : n - 4;
		m->header[m->header_len] = '\0';
		return begin_part(m);
	}
	return MULTIPART_OK;
}

static enum multipart_error
give_data(struct multipart *m, const char *bytes, size_t n)
{
	if (n == 0)
		return MULTIPART_OK;
	return m->calls.on_data(m->arg, bytes, n) == 0 ? MULTIPART_OK : MULTIPART_STOPPED;
}

/* How many of the first n bytes at s agree with the delimiter from `from` on? */
static size_t
agree(const struct multipart *m, size_t from, const char *s, size_t n)
{
	const char *d = m->delimiter + from;
	size_t i;

	if (n > m->delimiter_len - from)
		n = m->delimiter_len - from;
	for (i = 0; i < n && s[i] == d[i]; i++)
		continue;
	return i;
}

/*
 * Data up to the next delimiter or the end of the feed, whichever is first.
 * Moves *s behind what it has taken.  All that is certainly data in one feed
 * goes out as one slice, besides what an earlier feed held back.
 */
static enum multipart_error
take_data(struct multipart *m, const char **s, const char *end)
{
	enum multipart_error error;
	const char *data = *s, *cr;
	size_t n;

	/* A match that an earlier feed, or the header block, left open. */
	if (m->matched > 0) {
		n = agree(m, m->matched, data, (size_t)(end - data));
		m->matched += n;
		*s = data += n;
		if (m->matched == m->delimiter_len)
			m->state = AT_DELIMITER_END;
		if (m->matched == m->delimiter_len || data == end)
			return MULTIPART_OK;
		/* No delimiter after all: what was held back is data. */
		error = give_data(m, m->delimiter + m->implied, m->matched - m->implied);
		m->matched = m->implied = 0;
		if (error != MULTIPART_OK)
			return error;
	}
	for (cr = data; m->matched == 0 && cr < end; cr += n) {
		cr = memchr(cr, '\r', (size_t)(end - cr));
		if (cr == NULL)
			break;
		n = agree(m, 0, cr, (size_t)(end - cr));
		if (n == m->delimiter_len || cr + n == end) {
			m->matched = n;
			*s = cr + n;
			end = cr;
		}
	}
	if (m->matched == 0)
		*s = end;
	error = give_data(m, data, (size_t)(end - data));
	if (error == MULTIPART_OK && m->matched == m->delimiter_len)
		m->state = AT_DELIMITER_END;
	return error;
}

static enum multipart_error
part_end(struct multipart *m)
{
	if (m->parts == 0)
		return MULTIPART_OK;
	return m->calls.on_part_end(m->arg) == 0 ? MULTIPART_OK : MULTIPART_STOPPED;
}

/* Take one byte outside of data. */
static enum multipart_error
take_byte(struct multipart *m, char c)
{
	switch ((enum state)m->state) {
	case AT_START:
		if (c != m->delimiter[m->matched])
			return MULTIPART_START;
		if (++m->matched == m->delimiter_len)
			m->state = AT_DELIMITER_END;
		break;
	case AT_DELIMITER_END:
		if (c != '\r' && c != '-')
			return MULTIPART_DELIMITER;
		m->state = c == '\r' ? AT_DELIMITER_LF : AT_DELIMITER_DASH;
		break;
	case AT_DELIMITER_LF:
		if (c != '\n')
			return MULTIPART_DELIMITER;
		m->state = IN_HEADER;
		m->header_len = 0;
		return part_end(m);
	case AT_DELIMITER_DASH:
		if (c != '-')
			return MULTIPART_DELIMITER;
		m->state = AT_END;
		return part_end(m);
	case IN_HEADER:
		return header_byte(m, c);
	case AT_END:
		if (c != '\r')
			return MULTIPART_TRAILING;
		m->state = AT_END_LF;
		break;
	case AT_END_LF:
		if (c != '\n')
			return MULTIPART_TRAILING;
		m->state = AT_END_DONE;
		break;
	case AT_END_DONE:
	case IN_DATA:
		return MULTIPART_TRAILING;
	}
	return MULTIPART_OK;
}

enum multipart_error
multipart_init(struct multipart *m, const char *content_type, const struct multipart_limits *limits,
    const struct multipart_calls *calls, void *arg)
{
	memset(m, 0, offsetof(struct multipart, delimiter));
	m->limits = *limits;
	if (m->limits.header > MULTIPART_HEADER_MAX)
		m->limits.header = MULTIPART_HEADER_MAX;
	m->calls = *calls;
	m->arg = arg;
	m->state = AT_START;
	m->matched = m->implied = 2;
	m->error = set_delimiter(m, content_type);
	return m->error;
}

enum multipart_error
multipart_feed(struct multipart *m, const void *bytes, size_t n)
{
	const char *s = bytes, *end;

	if (n == 0)
		return m->error;
	for (end = s + n; s < end && m->error == MULTIPART_OK;)
		m->error = m->state == IN_DATA ? take_data(m, &s, end) : take_byte(m, *s++);
	return m->error;
}

enum multipart_error
multipart_end(struct multipart *m)
{
	if (m->error == MULTIPART_OK && m->state != AT_END && m->state != AT_END_DONE)
		m->error = MULTIPART_TRUNCATED;
	return m->error;
}
