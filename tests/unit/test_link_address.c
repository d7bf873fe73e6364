/* SPDX-License-Identifier: ISC */
/*
 * Which addresses the checker of links may ask, which of the network are public, which
 * answers came from the page above, and shares in percent.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <arpa/inet.h>
#include <cmocka.h>

#include "rules/link_address.h"
#include "rules/share.h"

static bool
fits(const char *address)
{
	struct link_address link;

	return link_parse(address, &link) && link_fits(&link);
}

static void
parses(void **state)
{
	struct link_address link;

	(void)state;
	assert_true(link_parse("HTTPS://Dinas.Kota.GO.ID.:8443/a?b#c", &link));
	assert_true(link.tls);
	assert_string_equal(link.host, "dinas.kota.go.id");
	assert_int_equal(link.port, 8443);
	assert_string_equal(link.path, "/a?b#c");
	assert_true(link_parse("http://[2001:DB8::1]/", &link));
	assert_string_equal(link.host, "2001:db8::1");
	assert_int_equal(link.port, 80);
	assert_true(link_parse("https://kota.go.id", &link));
	assert_string_equal(link.path, "");
}

static void
parses_nothing_else(void **state)
{
	static const char *const wrong[] = { "", "kota.go.id", "ftp://kota.go.id/",
		"file:///etc/passwd", "gopher://kota.go.id/", "http:/kota.go.id", "http:///a",
		"http://", "http://a@kota.go.id/", "http://a:b@kota.go.id/", "http://kota.go.id:/",
		"http://kota.go.id:0/", "http://kota.go.id:65536/",
		"http://kota.go.id:99999999999999999999/", "http://kota.go.id:80a/",
		"http://kota go.id/", "http://kota.go.id/a b", "http://kota.go.id/\n",
		"http://kota.go.id\\@a.go.id/", "http://[::1/", "http://[::1]x/",
		"http://[fe80::1%25eth0]/", "http://k\xc3\xb6ta.go.id/", "http://kota.go.id%2f@a/",
		"http://.../", "https://*.go.id/" };
	struct link_address link;
	char address[LINK_ADDRESS_MAX + 2] = "http://kota.go.id/";

	(void)state;
	for (size_t at = 0; at < sizeof(wrong) / sizeof(wrong[0]); at++)
		if (link_parse(wrong[at], &link) && link_fits(&link))
			fail_msg("%s", wrong[at]);
	memset(address + strlen(address), 'a', sizeof(address) - strlen(address) - 1);
	address[sizeof(address) - 1] = '\0';
	assert_false(link_parse(address, &link));
	address[sizeof(address) - 2] = '\0';
	assert_true(link_parse(address, &link));
	memset(address + 7, 'a', LINK_HOST_MAX + 1);
	address[7 + LINK_HOST_MAX + 1] = '\0';
	assert_false(link_parse(address, &link));
}

static void
fits_the_internet_alone(void **state)
{
	static const char *const right[] = { "https://kota.go.id/", "http://103.10.20.30/",
		"http://kota.go.id:8080/", "https://a-b.c_d.go.id:8443" };
	static const char *const wrong[] = { "http://localhost/", "http://localhost./",
		"http://LOCALHOST/", "http://a.localhost/", "http://kantor/",
		"http://kantor.local/", "http://x.internal/", "http://x.lan/",
		"http://1.0.0.127.in-addr.arpa/", "http://127.0.0.1/", "http://127.1/",
		"http://2130706433/", "http://0x7f000001/", "http://0x7f.1/",
		"http://017700000001/", "http://0177.0.0.1/", "http://10.1.2.3/",
		"http://192.168.0.1/", "http://172.20.0.1/", "http://169.254.169.254/",
		"http://100.64.0.1/", "http://0.0.0.0/", "http://255.255.255.255/",
		"http://kota.go.id:22/", "http://kota.go.id:3306/", "http://kota.go.id:25/",
		"http://a..go.id/", "http://1.2.3.4.5/" };

	(void)state;
	for (size_t at = 0; at < sizeof(right) / sizeof(right[0]); at++)
		if (!fits(right[at]))
			fail_msg("%s", right[at]);
	for (size_t at = 0; at < sizeof(wrong) / sizeof(wrong[0]); at++)
		if (fits(wrong[at]))
			fail_msg("%s", wrong[at]);
}

static void
knows_public_addresses(void **state)
{
	static const char *const open[] = { "1.1.1.1", "9.255.255.255", "11.0.0.0",
		"100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
		"172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
		"198.20.0.0", "223.255.255.255", "2001:200::1", "2404:6800::1", "2a00::1",
		"3ffe::1" };
	static const char *const closed[] = { "0.0.0.0", "0.255.255.255", "10.0.0.0",
		"10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
		"169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1",
		"192.0.2.1", "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0",
		"198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
		"240.0.0.0", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:1.1.1.1",
		"::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1",
		"2001:0:1:2::", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "4000::1",
		"5f00::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1" };
	unsigned char bytes[16];

	(void)state;
	for (size_t at = 0; at < sizeof(open) / sizeof(open[0]); at++) {
		int family = strchr(open[at], ':') != NULL ? AF_INET6 : AF_INET;

		assert_int_equal(inet_pton(family, open[at], bytes), 1);
		if (!address_public(bytes, family == AF_INET ? 4 : 16))
			fail_msg("%s", open[at]);
	}
	for (size_t at = 0; at < sizeof(closed) / sizeof(closed[0]); at++) {
		int family = strchr(closed[at], ':') != NULL ? AF_INET6 : AF_INET;

		assert_int_equal(inet_pton(family, closed[at], bytes), 1);
		if (address_public(bytes, family == AF_INET ? 4 : 16))
			fail_msg("%s", closed[at]);
	}
	memset(bytes, 0x20, sizeof(bytes));
	assert_false(address_public(bytes, 0));
	assert_false(address_public(bytes, 8));
}

static void
knows_the_page_above(void **state)
{
	static const struct {
		const char *asked, *came_to;
		bool parent;
	} cases[] = {
		{ "http://balikpapan.go.id/instansi/kominfo", "http://balikpapan.go.id/instansi/",
		    true },
		{ "http://balikpapan.go.id/instansi/kominfo/",
		    "https://www.balikpapan.go.id/instansi", true },
		{ "http://balikpapan.go.id/instansi/kominfo", "http://balikpapan.go.id/", true },
		{ "http://kominfo.balikpapan.go.id/", "http://balikpapan.go.id/instansi/", true },
		{ "http://kominfo.balikpapan.go.id/", "https://kominfo.balikpapan.go.id/", false },
		{ "http://kominfo.balikpapan.go.id/", "https://www.kominfo.balikpapan.go.id/id",
		    false },
		{ "http://www.kota.go.id/", "https://kota.go.id/", false },
		{ "http://kota.go.id/instansi", "http://kota.go.id/instansi/", false },
		{ "http://kota.go.id/index.php", "http://kota.go.id/", false },
		{ "http://kota.go.id/index.php/dinas", "http://kota.go.id/", true },
		{ "http://kota.go.id/a", "http://kota.go.id/b", false },
		{ "http://kota.go.id/ab/c", "http://kota.go.id/a", false },
		{ "http://kota.go.id/", "http://kota.go.id/masuk", false },
		{ "http://notkota.go.id/", "http://kota.go.id/", false },
		{ "http://kota.go.id/a?b=1", "http://kota.go.id/?c", true },
		{ "x", "http://kota.go.id/", false },
	};

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++)
		if (link_is_parent(cases[at].asked, cases[at].came_to) != cases[at].parent)
			fail_msg("%s -> %s", cases[at].asked, cases[at].came_to);
}

static void
finds_hosts_in_a_list(void **state)
{
	static const struct {
		const char *address, *list;
		bool listed;
	} cases[] = {
		{ "https://gerbang.kota.local/matang", "gerbang.kota.local", true },
		{ "https://GERBANG.kota.local", "lain.local, Gerbang.Kota.Local", true },
		{ "https://10.1.2.3:9443/x?y", "10.1.2.3:9443", true },
		{ "https://[fd00::1]/", "[fd00::1]", true },
		{ "https://10.1.2.3:9443/", "10.1.2.3", false },
		{ "https://10.1.2.3/", "10.1.2.3:9443", false },
		{ "https://10.1.2.30/", "10.1.2.3", false },
		{ "https://a.gerbang.kota.local/", "gerbang.kota.local", false },
		{ "https://gerbang.kota.local/", "https://gerbang.kota.local", false },
		{ "https://gerbang.kota.local/", "", false },
		{ "https://gerbang.kota.local/", " , ,", false },
	};
	char long_list[1000];

	(void)state;
	for (size_t at = 0; at < sizeof(cases) / sizeof(cases[0]); at++) {
		struct link_address link;

		assert_true(link_parse(cases[at].address, &link));
		if (link_listed(&link, cases[at].list) != cases[at].listed)
			fail_msg("%s in %s", cases[at].address, cases[at].list);
	}
	memset(long_list, 'a', sizeof(long_list));
	long_list[sizeof(long_list) - 1] = '\0';
	assert_false(link_listed(&(struct link_address){ .host = "a", .port = 443 }, long_list));
}

static void
shares(void **state)
{
	char text[SHARE_TEXT];

	(void)state;
	assert_string_equal(share_text(text, 100, 6283, 2), "1,59");
	assert_string_equal(share_text(text, 1000, 322581, 2), "0,31");
	assert_string_equal(share_text(text, INT64_C(12262832618), INT64_C(1810758387000), 3),
	    "0,677");
	assert_string_equal(share_text(text, 1, 2, 0), "50");
	assert_string_equal(share_text(text, 5, 1000, 0), "1"); /* half up */
	assert_string_equal(share_text(text, 49, 10000, 0), "0");
	assert_string_equal(share_text(text, 3, 2, 2), "150,00");
	assert_string_equal(share_text(text, 0, 7, 2), "0,00");
	assert_string_equal(share_text(text, 1, 0, 2), "");
	assert_string_equal(
	    share_text(text, INT64_C(1000000000000000), INT64_C(1000000000000000), 3), "100,000");
	assert_int_equal(share_percent(INT64_C(999999999999999), INT64_C(1000000000000000), 3),
	    100000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parses),
		cmocka_unit_test(parses_nothing_else),
		cmocka_unit_test(fits_the_internet_alone),
		cmocka_unit_test(knows_public_addresses),
		cmocka_unit_test(knows_the_page_above),
		cmocka_unit_test(finds_hosts_in_a_list),
		cmocka_unit_test(shares),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
