/* SPDX-License-Identifier: ISC */
/*
 * Shows one assessment on its way from the print to the receipt: what was
 * printed, what came back, what was found in it and what speaks against it,
 * and what may be done.
 */
#include "signoff/signoff.h"

#include <string.h>

#include "assessment/file_receive.h"
#include "frame/download.h"
#include "frame/words.h"
#include "base/banned.h"

static void
fill_sent(struct context *context, const struct signoff *signoff)
{
	struct node *node = page_node(&context->page, "Signature");
	const struct rows *row = &signoff->signature;
	const char *zone = signoff->assessment.zone;

	fill_row(node, row, 0);
	node_set(node, "sent_at", words_time(context->arena, row_text(row, 0, "created_at"), zone));
	node_set(node, "received_at",
	    words_time(context->arena, row_text(row, 0, "confirmed_at"), zone));
	node_set(node, "size", words_bytes(context->arena, row_int(row, 0, "bytes")));
	node_set(node, "kind", shown_as(row_text(row, 0, "type")));
	signature_fill(context, signoff->assessment.zone, row, &signoff->signatures);
}

/* Who signed, beside who was printed to; also for whom a head is acted. */
static void
fill_signatory(struct context *context, const struct signoff *signoff,
    const struct signoff_decision *decision)
{
	struct node *node = page_node(&context->page, "Signatory");
	const char *acting = signatory_acting(signoff->head.office);

	node_set(node, "printed", signoff->head.name);
	node_set(node, "office", signoff->head.office);
	if (acting != NULL)
		node_set(node, "acting", acting);
	if (signoff->signatures.count == 0)
		return;
	node_set(node, "signer", row_text(&signoff->signatures, decision->signer, "signer"));
	node_set(node, "is",
	    decision->signatory == SIGNATORY_SAME           ? "same" :
		decision->signatory == SIGNATORY_OTHER_NAME ? "name" :
							      "number");
}

static const char *
objection_words(struct context *context, const struct signoff *signoff, enum objection objection)
{
	const struct issued_document *other = &signoff->other;

	switch (objection) {
	case OBJECTION_HEAD:
		return "Kepala perangkat daerah berubah setelah formulir ini dicetak.";
	case OBJECTION_OTHER:
		return other->id == 0 ?
		    "Kode pada berkas bukan kode formulir ini, dan tidak dikenal di sini." :
		    arena_format(context->arena,
			"Kode pada berkas milik dokumen lain: %s, dicetak %s%s.",
			issued_name(other->kind, other->content),
			words_time(context->arena, other->issued_at, other->zone),
			strcmp(other->ended, "replaced") == 0 ?
			    ", sudah diganti cetakan yang lebih baru" :
			    strcmp(other->ended, "cancelled") == 0 ?
			    ", sudah dibatalkan" :
			    "");
	case OBJECTION_UNNAMED:
		return "Kode formulir ini tidak ditemukan pada berkas.";
	default:
		return "Penandatangannya bukan kepala yang tercetak pada formulir.";
	}
}

static void
fill_objections(struct context *context, const struct signoff *signoff,
    const struct signoff_decision *decision)
{
	struct node *list = page_node(&context->page, "Objections");
	size_t count = 0;

	for (enum objection at = 0; at < OBJECTIONS; at++)
		if (signoff_objects(decision, at))
			node_set(node_row(list, count++), "text",
			    objection_words(context, signoff, at));
}

/* What is signed stands before the button that signs it, as it is printed or would be. */
static void
fill_signed(struct context *context, const struct signoff *signoff,
    const struct signoff_decision *decision)
{
	const struct issued_document *form = &signoff->form;
	bool printed = form->id != 0 && *form->ended == '\0';

	if (printed && (decision->receive || decision->sign || decision->replace))
		issued_fill(context, form);
	else if (signoff->preview != NULL)
		issued_fill_content(context, signoff->preview);
}

static void
fill_may(struct context *context, const struct signoff_decision *decision)
{
	const struct {
		const char *name;
		bool may;
	} all[] = {
		{ "print", decision->print },
		{ "sign", decision->sign },
		{ "replace", decision->replace },
		{ "esign", decision->esign },
		{ "receive", decision->receive },
		{ "reopen", decision->reopen },
	};
	struct node *node = page_node(&context->page, "May");

	for (size_t at = 0; at < sizeof(all) / sizeof(all[0]); at++)
		if (all[at].may)
			node_set(node, all[at].name, "1");
	file_receive_fill(context, FILE_SET_SCAN);
}

void
signoff_fill(struct context *context, const struct signoff *signoff)
{
	struct signoff_decision decision = signoff_decide(signoff, context->actor.role);
	const struct issued_document *form = &signoff->form;

	assessment_fill(context, &signoff->assessment);
	if (signoff->receipt.id != 0 && *signoff->receipt.ended == '\0')
		page_set(&context->page, "Receipt.valid", "1");
	if (form->id != 0)
		page_set(&context->page, "Printed.state",
		    *form->ended == '\0' ? "valid" : form->ended);
	if (signoff->head_changed)
		page_set(&context->page, "Printed.head_changed", "1");
	if (signoff->signature.count > 0) {
		fill_sent(context, signoff);
		fill_signatory(context, signoff, &decision);
		fill_objections(context, signoff, &decision);
	} else if (signoff->refusal.count > 0)
		page_set(&context->page, "Refused.reason",
		    row_text(&signoff->refusal, 0, "reason"));
	fill_signed(context, signoff, &decision);
	fill_may(context, &decision);
}

int
signoff_show_again(struct context *context, const struct signoff *signoff, const char *view)
{
	signoff_fill(context, signoff);
	return context_show_errors(context, view);
}
