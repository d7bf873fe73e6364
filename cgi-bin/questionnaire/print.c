/* SPDX-License-Identifier: ISC */
#include "questionnaire/questionnaire.h"
#include "base/banned.h"

/* The empty questionnaire, for a meeting in which it is filled in by hand. */
int
show_print(struct visit *visit)
{
	struct assessment assessment;
	struct evidence_list list;
	struct node *variables = page_node(&visit->page, "Variables");
	int status;

	if ((status = assessment_find(visit, visit->keys[0],
	    &assessment)) != 0 ||
	    (status = evidence_load(visit, &assessment, 0, &list)) != 0)
		return status;
	assessment_fill(visit, &assessment);
	for (size_t at = 0; at < list.count; at++) {
		struct node *node = node_row(variables, at);

		node_set_int(node, "number", list.variables[at].number);
		node_set(node, "name", list.variables[at].name);
		evidence_fill(visit, node_child(node, "Levels"),
		    &list.variables[at], EYES_AGENCY);
	}
	return visit_show(visit, "questionnaire/print");
}
