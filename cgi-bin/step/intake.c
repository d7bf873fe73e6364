/* SPDX-License-Identifier: ISC */
#include "step/intake.h"

#include <errno.h>
#include <string.h>

#include "base/banned.h"

static const char trouble[] = "Berkas tidak dapat disimpan di server. "
    "Coba lagi beberapa saat lagi; bila tetap gagal, hubungi administrator.";

static struct intake *
newest(const struct visit *visit)
{
	struct intake *intake = visit->files;

	while (intake != NULL && intake->next != NULL)
		intake = intake->next;
	return intake;
}

static const char *
begin(void *arg, const char *field, const char *client_name)
{
	struct visit *visit = arg;
	struct intake *last = newest(visit), *intake;
	size_t count = 0;

	for (intake = visit->files; intake != NULL; intake = intake->next)
		count++;
	if (count == FILES_AT_ONCE)
		return arena_format(visit->arena,
		    "Paling banyak %d berkas sekali kirim.", FILES_AT_ONCE);
	if (visit->file_max == 0)
		visit->file_max = (uint64_t)visit_setting_number(visit,
		    "file_max_mib", 50) << 20;
	intake = arena_alloc(visit->arena, sizeof(*intake));
	intake->field = arena_text(visit->arena, field);
	intake->client_name = arena_text(visit->arena, client_name);
	if (last != NULL)
		last->next = intake;
	else
		visit->files = intake;
	return files_begin(&intake->staged, visit->config->files_dir,
	    &visit->fault) == 0 ? NULL : trouble;
}

static const char *
data(void *arg, const void *bytes, size_t length)
{
	struct visit *visit = arg;
	struct intake *intake = newest(visit);

	if (intake->staged.bytes + length > visit->file_max)
		return arena_format(visit->arena, "Berkas terlalu besar: "
		    "paling besar %llu MiB. Perkecil berkasnya, misalnya "
		    "dengan memindai pada 150 dpi, atau bagi menjadi beberapa "
		    "berkas.", (unsigned long long)(visit->file_max >> 20));
	return files_write(&intake->staged, bytes, length,
	    &visit->fault) == 0 ? NULL : trouble;
}

static const char *
end(void *arg)
{
	struct visit *visit = arg;
	struct intake *intake = newest(visit);

	if (intake->staged.bytes == 0)
		return "Berkas kosong. Pilih berkas yang berisi.";
	return files_finish(&intake->staged, &visit->fault) == 0 ? NULL :
	    trouble;
}

struct form_sink
intake_sink(struct visit *visit)
{
	return (struct form_sink){ begin, data, end, visit };
}

void
intake_discard(struct visit *visit)
{
	for (struct intake *at = visit->files; at != NULL; at = at->next)
		files_discard(&at->staged);
}
