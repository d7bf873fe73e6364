/* SPDX-License-Identifier: ISC */
/*
 * Asks many links how they are.  An errand is one link on its way over its redirects; a
 * stop is a host, at which errands wait in a row.  Whoever is redirected to another host
 * waits there like all others.
 */
#include "matang/probe.h"

#include <curl/curl.h>
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/banned.h"

enum { CERTIFICATE_EXPIRED = 10 /* X509_V_ERR_CERT_HAS_EXPIRED */, WAIT_MILLISECONDS = 50 };

struct errand {
	struct probing *probing;
	struct probe_link *link;
	struct errand *next; /* in the row of its stop */
	struct stop *stop;
	CURL *curl; /* while it asks */
	struct curl_slist *headers;
	size_t bytes; /* that came of this answer */
	bool enough;  /* more came than anybody wants */
	bool not_public;
};

struct stop {
	char host[LINK_HOST_MAX + 1];
	struct errand *first, *last;
	bool busy;
	int64_t ready; /* not before */
};

struct probing {
	CURLM *multi;
	struct ifaddrs *own; /* addresses of this machine */
	struct errand *errands;
	struct stop *stops;
	size_t stop_count, asking;
	int64_t until;
};

/* ---- which addresses of the network ----------------------------------------------- */

static size_t
address_bytes(const struct sockaddr *address, const unsigned char **bytes)
{
	if (address->sa_family == AF_INET) {
		*bytes = (const unsigned char *)&((const struct sockaddr_in *)address)->sin_addr;
		return 4;
	}
	if (address->sa_family == AF_INET6) {
		*bytes = (const unsigned char *)&((const struct sockaddr_in6 *)address)->sin6_addr;
		return 16;
	}
	return 0;
}

static bool
is_this_machine(const struct probing *probing, const unsigned char *bytes, size_t length)
{
	for (const struct ifaddrs *at = probing->own; at != NULL; at = at->ifa_next) {
		const unsigned char *own;

		if (at->ifa_addr != NULL && address_bytes(at->ifa_addr, &own) == length &&
		    memcmp(own, bytes, length) == 0)
			return true;
	}
	return false;
}

/* The one place where a connection begins: to this very address, or to none. */
static curl_socket_t
open_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct errand *errand = arg;
	const unsigned char *bytes = NULL;
	size_t length = address_bytes(&address->addr, &bytes);

	(void)purpose;
	if (length == 0 ||
	    (!errand->link->inside &&
		(!address_public(bytes, length) ||
		    is_this_machine(errand->probing, bytes, length)))) {
		errand->not_public = true;
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* ---- rows of hosts ---------------------------------------------------------------- */

static struct stop *
stop_at(struct probing *probing, const char *host)
{
	for (size_t at = 0; at < probing->stop_count; at++)
		if (strcmp(probing->stops[at].host, host) == 0)
			return &probing->stops[at];
	return NULL;
}

/* There is room for as many stops as links have redirects, and they are never moved. */
static void
stand_in_row(struct probing *probing, struct errand *errand, const char *host)
{
	struct stop *stop = stop_at(probing, host);

	if (stop == NULL) {
		stop = &probing->stops[probing->stop_count++];
		memcpy(stop->host, host, strlen(host) + 1);
	}
	errand->stop = stop;
	errand->next = NULL;
	if (stop->first == NULL)
		stop->first = errand;
	else
		stop->last->next = errand;
	stop->last = errand;
}

/* Where the address of an errand is asked, if it may be. */
static void
send_errand(struct probing *probing, struct errand *errand)
{
	struct link_address address;

	if (!link_parse(errand->link->final, &address))
		errand->link->outcome = PROBE_REDIRECTS_ON;
	else if (!errand->link->inside && !link_fits(&address))
		errand->link->outcome = PROBE_REFUSED;
	else
		stand_in_row(probing, errand, address.host);
}

/* ---- one question ------------------------------------------------------------------ */

static size_t
take_link_bytes(char *bytes, size_t unit, size_t count, void *arg)
{
	struct errand *errand = arg;

	(void)bytes;
	errand->bytes += unit * count;
	errand->enough = errand->bytes > PROBE_BYTES;
	return errand->enough ? CURL_WRITEFUNC_ERROR : unit * count;
}

static bool
set_question(struct errand *errand)
{
	CURL *curl = errand->curl;
	long time = (long)(PROBE_MILLISECONDS - errand->link->milliseconds);

	return curl_easy_setopt(curl, CURLOPT_URL, errand->link->final) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_PRIVATE, errand) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_PROXY, "") == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 16384L) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Matang (pemeriksa tautan)") == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, time > 0 ? time : 1L) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)PROBE_CONNECT_MILLISECONDS) ==
	    CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, errand) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_link_bytes) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_WRITEDATA, errand) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_link_bytes) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_HEADERDATA, errand) == CURLE_OK;
}

/* What makes a post of it, if it is one. */
static bool
set_post(struct errand *errand)
{
	const struct probe_link *link = errand->link;
	CURL *curl = errand->curl;

	if (link->post == NULL)
		return true;
	for (size_t at = 0; at < PROBE_HEADERS && link->headers[at] != NULL; at++) {
		struct curl_slist *longer = curl_slist_append(errand->headers, link->headers[at]);

		if (longer == NULL)
			return false;
		errand->headers = longer;
	}
	return curl_easy_setopt(curl, CURLOPT_POSTFIELDS, link->post) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, errand->headers) == CURLE_OK &&
	    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Matang") == CURLE_OK;
}

static void
end_question(struct errand *errand)
{
	curl_easy_cleanup(errand->curl);
	curl_slist_free_all(errand->headers);
	errand->curl = NULL;
	errand->headers = NULL;
}

/* The first in a row goes to the host. */
static void
ask_next_link(struct probing *probing, struct stop *stop)
{
	struct errand *errand = stop->first;

	stop->first = errand->next;
	errand->bytes = 0;
	errand->enough = false;
	errand->curl = curl_easy_init();
	if (errand->curl == NULL || !set_question(errand) || !set_post(errand) ||
	    curl_multi_add_handle(probing->multi, errand->curl) != CURLM_OK) {
		end_question(errand);
		return; /* unasked */
	}
	stop->busy = true;
	probing->asking++;
}

static enum probe_outcome
outcome_of_trouble(const struct errand *errand, CURLcode code)
{
	long verified = 0;

	if (errand->not_public)
		return PROBE_REFUSED;
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return PROBE_NO_NAME;
	case CURLE_OPERATION_TIMEDOUT:
		return PROBE_NO_TIME;
	case CURLE_PEER_FAILED_VERIFICATION:
		curl_easy_getinfo(errand->curl, CURLINFO_SSL_VERIFYRESULT, &verified);
		return verified == CERTIFICATE_EXPIRED ? PROBE_EXPIRED : PROBE_NO_TRUST;
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_SSL_CIPHER:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_SSL_CACERT_BADFILE: /* this host trusts nobody */
		return PROBE_NO_TRUST;
	default:
		return PROBE_NO_ANSWER;
	}
}

/* What says that a page is there, though not for a machine: to sign in, to come later. */
static bool
status_lives(const struct probe_link *link)
{
	long status = link->status;

	if (link->post != NULL)
		return status >= 200 && status < 300;
	return (status >= 200 && status < 400) || status == 401 || status == 403 || status == 405 ||
	    status == 406 || status == 429;
}

/* Goes on to where an answer leads; false where that was the end. */
static bool
link_goes_on(struct probing *probing, struct errand *errand)
{
	char *next = NULL;

	if (errand->link->post != NULL)
		return false;
	curl_easy_getinfo(errand->curl, CURLINFO_REDIRECT_URL, &next);
	if (next == NULL)
		return false;
	if (errand->link->redirects == PROBE_REDIRECTS || strlen(next) > LINK_ADDRESS_MAX) {
		errand->link->outcome = PROBE_REDIRECTS_ON;
		return true;
	}
	errand->link->redirects++;
	memcpy(errand->link->final, next, strlen(next) + 1);
	send_errand(probing, errand);
	return true;
}

static void
take_answer(struct probing *probing, CURL *curl, CURLcode code)
{
	struct errand *errand = NULL;
	curl_off_t microseconds = 0;
	struct stop *stop;

	curl_easy_getinfo(curl, CURLINFO_PRIVATE, (char **)&errand);
	stop = errand->stop;
	curl_easy_getinfo(curl, CURLINFO_TOTAL_TIME_T, &microseconds);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &errand->link->status);
	errand->link->milliseconds += microseconds / 1000;
	stop->busy = false;
	stop->ready = clock_milliseconds() + PROBE_PAUSE_MILLISECONDS;
	probing->asking--;
	if (code == CURLE_WRITE_ERROR && errand->enough)
		code = CURLE_OK;
	if (code == CURLE_OK && errand->link->status == 0)
		code = CURLE_GOT_NOTHING;
	if (code != CURLE_OK)
		errand->link->outcome = outcome_of_trouble(errand, code);
	else if (!link_goes_on(probing, errand))
		errand->link->outcome = status_lives(errand->link) ? PROBE_ANSWERED : PROBE_STATUS;
	curl_multi_remove_handle(probing->multi, curl);
	end_question(errand);
}

/* ---- all of them ------------------------------------------------------------------- */

/* Fills the places that are free, while there is time; whether anybody waits or asks. */
static bool
ask_more(struct probing *probing)
{
	int64_t now = clock_milliseconds();
	bool waits = false;

	for (size_t at = 0; at < probing->stop_count && now < probing->until; at++) {
		struct stop *stop = &probing->stops[at];

		if (stop->first == NULL)
			continue;
		waits = true;
		if (!stop->busy && stop->ready <= now && probing->asking < PROBE_HOSTS_AT_ONCE)
			ask_next_link(probing, stop);
	}
	return waits || probing->asking > 0;
}

/* Until the next host is ready again, or something may have come. */
static int
wait_until_ready(const struct probing *probing)
{
	int64_t now = clock_milliseconds(), wait = WAIT_MILLISECONDS;

	if (probing->asking == PROBE_HOSTS_AT_ONCE)
		return WAIT_MILLISECONDS;
	for (size_t at = 0; at < probing->stop_count; at++) {
		const struct stop *stop = &probing->stops[at];

		if (stop->first != NULL && !stop->busy && stop->ready - now < wait)
			wait = stop->ready > now ? stop->ready - now : 1;
	}
	return (int)wait;
}

static void
probe_all(struct probing *probing)
{
	while (ask_more(probing)) {
		CURLMsg *message;
		int running = 0, left = 0;

		curl_multi_perform(probing->multi, &running);
		while ((message = curl_multi_info_read(probing->multi, &left)) != NULL)
			if (message->msg == CURLMSG_DONE)
				take_answer(probing, message->easy_handle, message->data.result);
		curl_multi_poll(probing->multi, NULL, 0, wait_until_ready(probing), NULL);
	}
}

static void
probe_end(struct probing *probing)
{
	curl_multi_cleanup(probing->multi);
	if (probing->own != NULL)
		freeifaddrs(probing->own);
	free(probing->stops);
	free(probing->errands);
	curl_global_cleanup();
}

int
probe_links(struct probe_link *links, size_t count, int64_t until)
{
	struct probing probing = { .until = until };
	int result = -1;

	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return -1;
	probing.multi = curl_multi_init();
	probing.errands = calloc(count + 1, sizeof(*probing.errands));
	probing.stops = calloc(count * (PROBE_REDIRECTS + 1) + 1, sizeof(*probing.stops));
	if (probing.multi == NULL || probing.errands == NULL || probing.stops == NULL ||
	    getifaddrs(&probing.own) != 0)
		goto out;
	for (size_t at = 0; at < count; at++) {
		struct errand *errand = &probing.errands[at];

		links[at].outcome = PROBE_UNASKED;
		links[at].status = 0;
		links[at].milliseconds = 0;
		links[at].redirects = 0;
		links[at].final[0] = '\0';
		errand->probing = &probing;
		errand->link = &links[at];
		if (strlen(links[at].address) > LINK_ADDRESS_MAX) {
			links[at].outcome = PROBE_REDIRECTS_ON;
			continue;
		}
		memcpy(links[at].final, links[at].address, strlen(links[at].address) + 1);
		send_errand(&probing, errand);
	}
	probe_all(&probing);
	result = 0;
out:
	probe_end(&probing);
	return result;
}
