/* SPDX-License-Identifier: ISC */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Rights that a process gives up for good, for itself and all that it starts
 * (Landlock, of Linux 5.13 and later).  Where the kernel does not know it, or
 * the host forbids asking, nothing happens and false comes back: the rights of
 * the account stay as they are.
 */

/* The version of the interface; 0: absent. */
int confine_version(void);

/* Whether the kernel filters system calls (seccomp), as cgi-bin/inspect asks it to. */
bool confine_filters(void);

/*
 * From here on files are made, changed and removed below this folder and
 * nowhere else (but for what is open already, and /dev/null), and no port is
 * listened at.  Reading stays as it is.  By the interface of this version, that of
 * confine_version() or one before; nothing by the first, which forbids to move files
 * from one folder to another (until Linux 5.19).
 */
bool confine_writes(const char *folder, int version);

/*
 * For a child that is about to become a program of the host's which reads what
 * strangers sent: it reads the system's programs, libraries and fonts, of /etc
 * no more than those need, the program's own folder (NULL: none) and this one
 * file (NULL: what it was given open), writes nothing and speaks to nobody by
 * TCP.  May be called between fork and exec.
 */
bool confine_reader(const char *program, const char *file);

#endif
