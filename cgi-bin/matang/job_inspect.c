/* SPDX-License-Identifier: ISC */
/*
 * Looks into files that nobody has looked into: they came while there was no
 * inspector, or it took too long or broke.  Here it may take longer.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "matang/job.h"
#include "store/files.h"
#include "store/inspection.h"
#include "base/banned.h"

struct inspecting {
	struct job_run *run;
	size_t looked, failed;
};

static struct db_value
job_inspect_known(int64_t number)
{
	return number >= 0 ? db_int(number) : db_null();
}

/* A file that cannot be opened is for `matang verify`; here it waits. */
static int
job_inspect_look(struct inspecting *inspecting, const struct rows *rows, size_t row)
{
	struct job_run *run = inspecting->run;
	struct work *work = run->work;
	const struct config *config = &work->config;
	long long id = (long long)row_int(rows, row, "id");
	long long document = (long long)row_int(rows, row, "document_id");
	struct confined_limits limits = inspection_in_background;
	struct inspection inside;
	int result = db_run(work->db, STATEMENT_INSPECT_CLAIM, db_int(id));
	int fd;

	if (result <= 0)
		return result;
	fd = files_open(config->files_dir, row_text(rows, row, "stored_name"), &work->fault);
	error_chain_clear(&work->fault);
	limits.seconds = job_own_time(run, limits.seconds);
	inspect_file(config->inspector, fd, file_type_of(row_text(rows, row, "type")), &limits,
	    &inside);
	if (fd >= 0)
		close(fd);
	if (!inside.done) {
		inspecting->failed++;
		if (inside.stop == STOP_BROKE ||
		    (inside.stop == STOP_LIMIT &&
			limits.seconds == inspection_in_background.seconds))
			result = db_run_agency(work->db, row_int(rows, row, "agency_id"),
			    STATEMENT_INSPECT_HOLD, db_int(id));
		job_problem(run,
		    "revision %lld of document %lld is not "
		    "looked into: %s",
		    id, document, fd < 0 ? "its file cannot be opened" : inside.why);
		return result;
	}
	inspecting->looked++;
	if ((inside.findings & FINDING_REFUSED) != 0)
		job_tell(run, "revision %lld of document %lld: %s", id, document,
		    finding_set(&run->arena, inside.findings));
	return db_run_agency(work->db, row_int(rows, row, "agency_id"), STATEMENT_INSPECT_KEEP,
	    job_inspect_known(inside.pages), job_inspect_known(inside.signatures),
	    db_text(finding_set(&run->arena, inside.findings)), db_int(id));
}

static int
job_inspect_look_at_all(struct inspecting *inspecting)
{
	struct job_run *run = inspecting->run;
	struct rows rows;
	int result;

	do {
		job_fresh(run);
		result = db_select(run->work->db, &rows, STATEMENT_INSPECT_WAITING);
		for (size_t row = 0; result > 0 && row < rows.count && job_has_time(run); row++) {
			int looked = job_inspect_look(inspecting, &rows, row);

			if (looked < 0)
				result = looked;
		}
	} while (result > 0 && job_has_time(run));
	return result;
}

int
inspect_files(struct job_run *run)
{
	struct inspecting inspecting = { .run = run };
	const char *inspector = run->work->config.inspector;
	int result;

	if (inspector == NULL) {
		if (!run->quiet)
			job_tell(run, "no inspector is configured");
		return 0;
	}
	if (access(inspector, X_OK) != 0) {
		job_problem(run, "cannot start %s: %s", inspector, strerror(errno));
		return 0;
	}
	result = job_inspect_look_at_all(&inspecting);
	if (inspecting.looked > 0 || inspecting.failed > 0)
		job_tell(run,
		    "looked into %zu files, %zu could not be looked "
		    "into",
		    inspecting.looked, inspecting.failed);
	return result;
}
