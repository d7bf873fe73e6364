/* SPDX-License-Identifier: ISC */
#ifndef GUEST_SENT_FILE_H
#define GUEST_SENT_FILE_H

#include "frame/context.h"
#include "guest/guest.h"
#include "store/antivirus.h"
#include "store/files.h"
#include "store/inspection.h"
#include "store/media_type.h"

/*
 * Files of people who need no account, beside what they write: what they are by their
 * content, looked into and scanned while the person waits, and refused where that could not be
 * done; handed out to those who handle them, to be saved, never shown.  A table of such files
 * has the columns sha256, bytes, type, client_name, stored_name, findings, pages, signatures,
 * inspected_at, scan and scanned_at, as complaint_file has them.
 */
struct sent_file {
	struct temporary_file *staged;
	int64_t key; /* of a family's member, "file-12"; 0 of another field */
	const char *client_name, *media;
	struct inspection inside;
	struct scan scan;
};

struct sent_files {
	struct sent_file *all;
	size_t count;
};

/*
 * Those of the request's form, at most GUEST_FILES of GUEST_FILE_MAX bytes (frame/form_upload.h)
 * of one name and of kinds in the set; those of a guest are counted before they are looked at
 * (guest_take_files), of an official, who is NULL, they are not.  What is wrong with them is
 * an error of `field`, a file field or a family of such.  0 or a status.
 */
int sent_files_take(struct context *, const struct guest *, int field, enum file_set,
    struct sent_files *);

/* A file that came twice for the same key is one. */
void sent_files_once(struct sent_files *);

/* Keeps them, then runs the work in a transaction, which names them; taken back where that
 * surely came to nothing.  What db_txn gave. */
int sent_files_commit(struct context *, const struct sent_files *, db_work *, void *);

/* The values of a statement that names one: sha256, bytes, type, client_name, stored_name,
 * findings, pages, signatures, whether inspected, scan, whether scanned. */
#define SENT_FILE_VALUES(arena, file) \
	db_bytes((file)->staged->sha256, SHA256_BYTES), db_int((int64_t)(file)->staged->bytes), \
	    db_text((file)->media), db_text((file)->client_name), db_text((file)->staged->name), \
	    db_text(finding_set((arena), (file)->inside.findings)), \
	    (file)->inside.done && (file)->inside.pages >= 0 ? \
	    db_int((file)->inside.pages) : \
	    db_null(), \
	    (file)->inside.done && (file)->inside.signatures >= 0 ? \
	    db_int((file)->inside.signatures) : \
	    db_null(), \
	    db_int((file)->inside.done), db_text(scan_code((file)->scan.state)), \
	    db_int((file)->scan.state != SCAN_NONE)

/* node.id .name .kind .size .checked, of a row that has id, client_name, type and bytes, and the
 * columns of assessment/file_check.h. */
void sent_file_fill(struct context *, struct node *, const struct rows *, size_t row);

/* Answers with the file of a row that has stored_name, type, bytes and sha256; the name is
 * without its end. */
int sent_file_answer(struct context *, const struct rows *, const char *name);

#endif
