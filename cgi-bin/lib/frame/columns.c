/* SPDX-License-Identifier: ISC */
/*
 * The columns of an agency or a person on a page: each with its label and its
 * value, from the one table of fields (rules/field.h).
 */
#include "frame/columns.h"

#include "base/banned.h"

const char *const *
form_columns(struct context *context, int first, size_t count)
{
	const char **texts = arena_array(context->arena, count + 1, sizeof(*texts));

	for (size_t at = 0; at < count; at++)
		texts[at] = form_text(&context->form, first + (int)at);
	return texts;
}

const char *const *
row_columns(struct arena *arena, const struct field *fields, size_t count, const struct rows *rows)
{
	const char **texts = arena_array(arena, count + 1, sizeof(*texts));

	for (size_t at = 0; at < count; at++)
		texts[at] = row_text(rows, 0, fields[at].name);
	return texts;
}

/* Takes the spaces out of it, too. */
static void
check_nip(struct context *context, int field)
{
	struct value *value = &context->form.values[field];
	char digits[NIP_DIGITS + 1];

	if (nip_digits(value->text, digits))
		value->text = arena_text(context->arena, digits);
	else
		form_error(&context->form, field,
		    "NIP terdiri atas 18 angka. "
		    "Periksa lagi, atau kosongkan dahulu.");
}

static void
check_email(struct context *context, int field)
{
	const char *text = form_text(&context->form, field);

	if (*text != '\0' && !email_fits(text))
		form_error(&context->form, field,
		    "Surel ditulis seperti "
		    "nama@daerah.go.id.");
}

void
check_columns(struct context *context, int first, size_t count)
{
	for (int at = first; at < first + (int)count; at++) {
		enum field_like like = context->form.fields[at].like;

		if (context->form.values[at].error != NULL)
			continue;
		if (like == LIKE_NIP)
			check_nip(context, at);
		else if (like == LIKE_EMAIL)
			check_email(context, at);
	}
}

/* How a browser is told to take it in. */
static void
fill_input(struct node *node, const struct field *field)
{
	enum { SHORT = 40 };

	node_set(node, "hint", field->hint != NULL ? field->hint : "");
	node_set(node, "own", field->own != NULL ? field->own : "off");
	node_set(node, "type",
	    field->like == LIKE_EMAIL     ? "email" :
		field->like == LIKE_PHONE ? "tel" :
					    "text");
	node_set(node, "width", field->max <= SHORT ? "20" : "");
	node_set(node, "required", field->required ? "1" : "");
}

void
fill_columns(struct node *list, const struct field *fields, size_t count, const char *const *values)
{
	for (size_t at = 0; at < count; at++) {
		struct node *node = node_row(list, at);

		node_set(node, "name", fields[at].name);
		node_set(node, "label", fields[at].label);
		if (values != NULL)
			node_set(node, "value", values[at]);
		else
			fill_input(node, &fields[at]);
	}
}
