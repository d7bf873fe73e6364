/* SPDX-License-Identifier: ISC */
#ifndef STORE_HOST_H
#define STORE_HOST_H

#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

/*
 * What the machine does for what is stored, and no program can do in its place:
 * the rows of deploy/KEAMANAN.md that are met by who runs the host.  Read from
 * the files by which Debian and the kernel tell it; nothing is started.  `root`
 * stands before each path: "" but in a test.
 */
enum { HOST_UNKNOWN = -1 };

/* Whole days since unattended-upgrades has last ended well, by apt's upgrade-stamp
 * (apt.systemd.daily); HOST_UNKNOWN where it never has. */
int host_updated_days(const char *root, time_t now);

enum host_disk {
	HOST_DISK_UNKNOWN, /* no block device of its own: NFS, overlay, btrfs */
	HOST_DISK_PLAIN,
	HOST_DISK_SEALED
};

/* Whether a block device is dm-crypt's, or stands on nothing that is not: through
 * LVM, RAID and partitions. */
enum host_disk host_disk(const char *root, dev_t device);

/* Does systemd-journal-upload run, which copies the log to another machine? */
bool host_logs_elsewhere(const char *root);

/* Is a key's file given by systemd-creds, from what was sealed on the disk? */
bool host_key_sealed(const char *path);

#endif
