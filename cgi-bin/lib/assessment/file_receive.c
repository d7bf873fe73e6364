/* SPDX-License-Identifier: ISC */
/*
 * Files that just came in, made into what is stored: most as they are, pictures
 * of telephones and scanners as JPEG, several of them as one PDF.
 */
#include "assessment/file_receive.h"

#include "frame/form_upload.h"
#include "store/confined.h"
#include "store/photo.h"
#include "base/banned.h"

static const char why_cannot[] =
    "Beberapa berkas tidak dapat disatukan di server ini. Kirim satu berkas saja; "
    "berkas lain dapat diunggah sebagai dokumen tersendiri.";

static bool
is_picture(enum file_type type)
{
	return type == FILE_JPEG || type == FILE_PNG || file_is_converted(type);
}

/* 0 with the type; FILE_REFUSED has its sentence. */
static int
receive_types(struct context *context, struct temporary_file *const *files, size_t count,
    enum file_type *first, const char **why)
{
	for (size_t at = 0; at < count; at++) {
		enum file_type type;

		if (media_type_find(files[at]->path, &type, why, &context->errors) != 0)
			return 500;
		if (*why == NULL && count > 1 && !is_picture(type))
			*why = "Hanya gambar (JPEG, PNG, dan sejenisnya) yang dapat disatukan "
			       "menjadi satu dokumen. Kirim satu berkas saja; berkas lain "
			       "dapat diunggah sebagai dokumen tersendiri.";
		if (*why != NULL)
			return 0;
		if (at == 0)
			*first = type;
	}
	return 0;
}

static const char *
receive_words(struct context *context, enum photo_result result, enum file_type type, size_t count,
    uint64_t most)
{
	switch (result) {
	case PHOTO_MADE:
		return NULL;
	case PHOTO_NO_PROGRAM:
		return count > 1 ? why_cannot : file_conversion_refusal(type);
	case PHOTO_TOO_LARGE:
		return form_upload_too_large(context, most);
	case PHOTO_UNREADABLE:
	case PHOTO_FAILED:
		break;
	}
	return "Gambar ini rusak atau terlalu besar untuk dibuka. Buka di perangkat Anda, simpan "
	       "sebagai JPEG, lalu unggah hasilnya.";
}

static int
receive_made(struct context *context, struct temporary_file *const *files, size_t count,
    struct received *received, enum file_type type, const char **why)
{
	uint64_t most;
	int status = form_upload_file_max(context, &most);
	enum photo_result result;

	if (status != 0)
		return status;
	received->staged = form_upload_more(context);
	result = photo_make(context->config->inspector, (const struct temporary_file *const *)files,
	    count, most, received->staged, context->config->files_dir, &context->errors);
	if (result == PHOTO_FAILED)
		return 500;
	*why = receive_words(context, result, type, count, most);
	received->made_of = count > 1 ?
	    arena_format(context->arena, "%zu gambar", count) :
	    file_extension(type);
	if (*why != NULL)
		return 0;
	return media_type_find(received->staged->path, &received->type, why, &context->errors) ==
		0 ?
	    0 :
	    500;
}

int
file_receive(struct context *context, struct temporary_file *const *files, size_t count,
    struct received *received, const char **why)
{
	enum file_type type = FILE_REFUSED;
	int status;

	*why = NULL;
	*received = (struct received){ .staged = files[0] };
	status = receive_types(context, files, count, &type, why);
	received->type = type;
	if (status != 0 || *why != NULL)
		return status;
	if (count > 1 || file_is_converted(type))
		return receive_made(context, files, count, received, type, why);
	return 0;
}

size_t
file_receive_files(struct context *context, struct temporary_file **files, size_t room)
{
	size_t count = 0;

	for (struct form_upload *at = context->files; at != NULL && count < room; at = at->next)
		files[count++] = &at->staged;
	return count;
}

void
file_receive_fill(struct context *context, enum file_set set)
{
	struct node *node = page_node(&context->page, "Upload");
	bool converted = photo_can(context->config->inspector);

	node_set(node, "accept", file_accept(context->arena, set, converted));
	node_set(node, "takes", file_type_names(context->arena, set, converted));
}
