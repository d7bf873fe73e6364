/* SPDX-License-Identifier: ISC */
/*
 * How the host is kept (store/host.h), on trees of files as Debian and the
 * kernel lay them out.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "store/host.h"

enum { DAY = 24 * 60 * 60 };

static char root[PATH_MAX];

/* A path below the root, its folders made. */
static const char *
below(const char *path)
{
	static char whole[PATH_MAX];

	assert_true(snprintf(whole, sizeof(whole), "%s%s", root, path) < (int)sizeof(whole));
	for (char *slash = whole + strlen(root) + 1; (slash = strchr(slash, '/')) != NULL;
	     slash++) {
		*slash = '\0';
		mkdir(whole, 0755);
		*slash = '/';
	}
	return whole;
}

static void
put(const char *path, const char *text)
{
	FILE *file = fopen(below(path), "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void
point(const char *path, const char *target)
{
	assert_int_equal(symlink(target, below(path)), 0);
}

static int
make_root(void **state)
{
	(void)state;
	strcpy(root, "/tmp/matang-host-XXXXXX");
	return mkdtemp(root) == NULL;
}

static int
remove_root(void **state)
{
	char command[PATH_MAX + 8];

	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", root);
	return system(command);
}

static void
test_updates(void **state)
{
	struct stat stamp;

	(void)state;
	assert_int_equal(host_updated_days(root, time(NULL)), HOST_UNKNOWN);
	put("/var/lib/apt/periodic/upgrade-stamp", "");
	assert_int_equal(stat(below("/var/lib/apt/periodic/upgrade-stamp"), &stamp), 0);
	assert_int_equal(host_updated_days(root, stamp.st_mtime), 0);
	assert_int_equal(host_updated_days(root, stamp.st_mtime + DAY - 1), 0);
	assert_int_equal(host_updated_days(root, stamp.st_mtime + 9 * DAY + 60), 9);
	/* A clock that was put back. */
	assert_int_equal(host_updated_days(root, stamp.st_mtime - 20 * DAY), 0);
}

static void
test_disk(void **state)
{
	(void)state;
	/* 8:1 a partition of a plain disk, 253:0 what was made of it by LUKS, 253:1 a volume of LVM on that. */
	put("/sys/devices/sda/sda1/partition", "1\n");
	put("/sys/devices/dm-0/dm/uuid", "CRYPT-LUKS2-0123456789abcdef-contoh\n");
	put("/sys/devices/dm-1/dm/uuid", "LVM-contoh\n");
	point("/sys/devices/dm-0/slaves/sda1", "../../sda/sda1");
	point("/sys/devices/dm-1/slaves/dm-0", "../../dm-0");
	point("/sys/dev/block/8:1", "../../devices/sda/sda1");
	point("/sys/dev/block/253:0", "../../devices/dm-0");
	point("/sys/dev/block/253:1", "../../devices/dm-1");
	assert_int_equal(host_disk(root, makedev(8, 1)), HOST_DISK_PLAIN);
	assert_int_equal(host_disk(root, makedev(253, 0)), HOST_DISK_SEALED);
	assert_int_equal(host_disk(root, makedev(253, 1)), HOST_DISK_SEALED);

	/* A volume that reaches onto a second disk, which is plain. */
	point("/sys/devices/dm-1/slaves/sda1", "../../sda/sda1");
	assert_int_equal(host_disk(root, makedev(253, 1)), HOST_DISK_PLAIN);

	/* A partition of a RAID of sealed disks. */
	put("/sys/devices/md0/md0p1/partition", "1\n");
	point("/sys/devices/md0/slaves/dm-0", "../../dm-0");
	point("/sys/dev/block/9:1", "../../devices/md0/md0p1");
	assert_int_equal(host_disk(root, makedev(9, 1)), HOST_DISK_SEALED);

	/* NFS, overlay: no block device. */
	assert_int_equal(host_disk(root, makedev(0, 42)), HOST_DISK_UNKNOWN);
}

static void
test_log(void **state)
{
	(void)state;
	assert_false(host_logs_elsewhere(root));
	put("/sys/fs/cgroup/system.slice/systemd-journal-upload.service/cgroup.procs", "1\n");
	assert_true(host_logs_elsewhere(root));
}

static void
test_key(void **state)
{
	(void)state;
	assert_true(host_key_sealed("/run/credentials/matang@account.service/secrets.key"));
	assert_false(host_key_sealed("/etc/matang/secrets.key"));
	assert_false(host_key_sealed(NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_updates, make_root, remove_root),
		cmocka_unit_test_setup_teardown(test_disk, make_root, remove_root),
		cmocka_unit_test_setup_teardown(test_log, make_root, remove_root),
		cmocka_unit_test(test_key),
	};

	return cmocka_run_group_tests_name("host", tests, NULL, NULL);
}
