/* SPDX-License-Identifier: ISC */
/*
 * The form of one variable: its fields, and what the actor has typed into them
 * and not saved.
 */
#include "verify/desk_form.h"

#include "base/banned.h"

static const char *const acts[] = { [ACT_SAVE] = "save",
	[ACT_NEXT] = "next",
	[ACT_ACCEPT] = "accept",
	[ACT_FOLLOW] = "follow",
	[ACT_CLEAR] = "clear",
	[ACT_DRAFT] = "draft",
	[ACT_DISCARD] = "discard",
	[ACT_LAST] = "last",
	[ACT_LEAVE] = "leave",
	NULL };
static const char *const decisions[] = { "accepted", "rejected", NULL };

const struct field save_fields[] = {
	[SAVE_VERSION] = { .name = "version",
	    .kind = FIELD_NUMBER,
	    .label = "Versi",
	    .required = true,
	    .min = 1,
	    .max = INT64_MAX },
	[SAVE_LEVEL] = { .name = "level",
	    .kind = FIELD_NUMBER,
	    .label = "Tingkat",
	    .min = LEVEL_MIN,
	    .max = LEVEL_MAX },
	[SAVE_REASON] = { .name = "reason", .kind = FIELD_LINES, .label = "Alasan", .max = 2000 },
	[SAVE_RECOMMENDATION] = { .name = "recommendation",
	    .kind = FIELD_LINES,
	    .label = "Rekomendasi perbaikan",
	    .max = 4000 },
	[SAVE_ACT] = { .name = "act", .kind = FIELD_CHOICE, .label = "Tombol", .choices = acts },
	/* A button: save, then the next link without a decision after this. */
	[SAVE_AFTER] = { .name = "after",
	    .kind = FIELD_NUMBER,
	    .label = "Tautan",
	    .min = 1,
	    .max = INT64_MAX },
	/* Buttons that keep the draft and lead elsewhere: to a variable, to the page on
	 * which a document is waited for, or on which one is moved. */
	[SAVE_GO] = { .name = "go",
	    .kind = FIELD_NUMBER,
	    .label = "Variabel",
	    .min = 1,
	    .max = 1000 },
	[SAVE_PENDING] = { .name = "pending",
	    .kind = FIELD_NUMBER,
	    .label = "Dokumen",
	    .min = 1,
	    .max = INT64_MAX },
	[SAVE_MOVE] = { .name = "move",
	    .kind = FIELD_NUMBER,
	    .label = "Tautan",
	    .min = 1,
	    .max = INT64_MAX },
	/* What the page began with where nobody has said anything yet: as it stands it is
	 * no word of the person's. */
	[SAVE_OFFERED_LEVEL] = { .name = "offered_level",
	    .kind = FIELD_NUMBER,
	    .label = "Usulan tingkat",
	    .min = LEVEL_MIN,
	    .max = LEVEL_MAX },
	[SAVE_OFFERED] = { .name = "offered",
	    .kind = FIELD_LINES,
	    .label = "Usulan rekomendasi",
	    .max = 4000 },
	/* Families, by the key of the link. */
	[SAVE_DECISION] = { .name = "decision-",
	    .kind = FIELD_CHOICE,
	    .label = "Keputusan",
	    .choices = decisions },
	[SAVE_WHY] = { .name = "why-",
	    .kind = FIELD_LINES,
	    .label = "Alasan keputusan",
	    .max = 1000 },
	[SAVE_LINK] = { .name = "link-",
	    .kind = FIELD_NUMBER,
	    .label = "Versi tautan",
	    .min = 1,
	    .max = INT64_MAX },
	[SAVE_SEEN] = { .name = "seen-",
	    .kind = FIELD_NUMBER,
	    .label = "Revisi",
	    .min = 0,
	    .max = INT64_MAX },
	{ .name = NULL },
};

const struct evidence_link *
desk_link(const struct evidence *evidence, int64_t id)
{
	for (size_t at = 0; at < evidence->item_count; at++)
		for (size_t link = 0; link < evidence->items[at].link_count; link++)
			if (evidence->items[at].links[link].id == id)
				return &evidence->items[at].links[link];
	return NULL;
}

/* A decision about an earlier file is not taken over; its reason is. */
static void
draft_fill_links(struct context *context, const struct review_item *item, const struct form *draft)
{
	struct node *values = page_node(&context->page, "Form.value");

	for (const struct each *each = form_each(draft, SAVE_WHY); each != NULL; each = each->next)
		node_set(values, arena_format(context->arena, "why-%lld", (long long)each->key),
		    each->text);
	for (const struct each *each = form_each(draft, SAVE_DECISION); each != NULL;
	     each = each->next) {
		const struct evidence_link *link = desk_link(item->evidence, each->key);
		const struct each *seen = form_each(draft, SAVE_SEEN);

		while (seen != NULL && seen->key != each->key)
			seen = seen->next;
		if (link != NULL && seen != NULL && seen->number == link->revision_id)
			node_set(values,
			    arena_format(context->arena, "decision-%lld", (long long)each->key),
			    each->text);
	}
}

void
desk_fill_draft(struct context *context, const struct review_item *item)
{
	const struct review_draft *stored = &item->row->draft;
	struct node *values = page_node(&context->page, "Form.value");
	struct form draft;

	if (*stored->content == '\0' || !item->writes)
		return;
	draft_read(context, stored, save_fields, &draft);
	draft_fill(context, stored, item->verification.assessment.zone);
	if (form_number(&draft, SAVE_LEVEL) != LEVEL_ABSENT)
		node_set_int(values, "level", form_number(&draft, SAVE_LEVEL));
	node_set(values, "reason", form_text(&draft, SAVE_REASON));
	node_set(values, "recommendation", form_text(&draft, SAVE_RECOMMENDATION));
	draft_fill_links(context, item, &draft);
}
