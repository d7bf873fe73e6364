/* SPDX-License-Identifier: ISC */
/*
 * How the machine is kept that the programs run on, as the files of its kernel
 * and its package manager tell it: one question each, from one place.
 */
#include "store/host.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/banned.h"

enum {
	HOST_PATH = 512,
	HOST_STOREYS = 8, /* what stands on what; deeper than any machine of a clerk */
	DAY_SECONDS = 24 * 60 * 60
};

int
host_updated_days(const char *root, time_t now)
{
	char path[HOST_PATH];
	struct stat stamp;

	snprintf(path, sizeof(path), "%s/var/lib/apt/periodic/upgrade-stamp", root);
	if (stat(path, &stamp) != 0)
		return HOST_UNKNOWN;
	return stamp.st_mtime >= now ? 0 : (int)((now - stamp.st_mtime) / DAY_SECONDS);
}

/* A device mapper's own name of its kind: "CRYPT-LUKS2-…", "LVM-…". */
static bool
host_crypt_device(int device)
{
	char uuid[16] = "";
	int fd = openat(device, "dm/uuid", O_RDONLY | O_CLOEXEC);
	bool crypt = fd >= 0 && read(fd, uuid, sizeof(uuid) - 1) > 0 &&
	    strncmp(uuid, "CRYPT-", strlen("CRYPT-")) == 0;

	if (fd >= 0)
		close(fd);
	return crypt;
}

static enum host_disk host_device(int device, int storeys);

/* Sealed where all that it stands on is; a device that stands on none is plain. */
static enum host_disk
host_below(DIR *slaves, int storeys)
{
	enum host_disk found = HOST_DISK_PLAIN;
	const struct dirent *entry;

	while ((entry = readdir(slaves)) != NULL) {
		int slave;

		if (entry->d_name[0] == '.')
			continue;
		slave = openat(dirfd(slaves), entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		found = slave < 0 ? HOST_DISK_UNKNOWN : host_device(slave, storeys);
		if (found != HOST_DISK_SEALED)
			break;
	}
	return found;
}

/* Takes the descriptor of the device's folder. */
static enum host_disk
host_device(int device, int storeys)
{
	enum host_disk found = HOST_DISK_PLAIN;
	int below;
	DIR *slaves;

	if (host_crypt_device(device)) {
		close(device);
		return HOST_DISK_SEALED;
	}
	/* A partition has no folder of what it stands on: that is its disk's. */
	if (faccessat(device, "partition", F_OK, 0) == 0) {
		int disk = openat(device, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		close(device);
		if (disk < 0 || storeys == 0)
			return HOST_DISK_UNKNOWN;
		return host_device(disk, storeys - 1);
	}
	below = openat(device, "slaves", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	close(device);
	slaves = below < 0 ? NULL : fdopendir(below);
	if (slaves == NULL) {
		if (below >= 0)
			close(below);
		return HOST_DISK_PLAIN;
	}
	found = storeys == 0 ? HOST_DISK_UNKNOWN : host_below(slaves, storeys - 1);
	closedir(slaves);
	return found;
}

enum host_disk
host_disk(const char *root, dev_t device)
{
	char path[HOST_PATH];
	int fd;

	snprintf(path, sizeof(path), "%s/sys/dev/block/%u:%u", root, major(device), minor(device));
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return fd < 0 ? HOST_DISK_UNKNOWN : host_device(fd, HOST_STOREYS);
}

/* A unit of systemd has its group of processes while it runs; in both versions
 * of the kernel's groups. */
bool
host_logs_elsewhere(const char *root)
{
	static const char *const groups[] = { "/sys/fs/cgroup", "/sys/fs/cgroup/systemd" };
	char path[HOST_PATH];

	for (size_t at = 0; at < sizeof(groups) / sizeof(groups[0]); at++) {
		snprintf(path, sizeof(path), "%s%s/system.slice/systemd-journal-upload.service",
		    root, groups[at]);
		if (access(path, F_OK) == 0)
			return true;
	}
	return false;
}

bool
host_key_sealed(const char *path)
{
	return path != NULL && strncmp(path, "/run/credentials/", strlen("/run/credentials/")) == 0;
}
