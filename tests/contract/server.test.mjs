// SPDX-License-Identifier: ISC
//
// What the web server and the programs owe each other, the same behind each server: addresses,
// health, static files, refusals, and that nothing stays broken.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT, startStack } from '../web/harness.mjs';
import { programs, PROGRAMS } from '../web/programs.mjs';

let stack, client;
before(async () => {
	stack = await startStack();
	client = stack.client();
});
after(() => stack?.stop());

/* Status of an address sent as it stands: a URL would be put in order first. */
function statusOf(port, address) {
	return new Promise((resolve, reject) => {
		http.get({ host: '127.0.0.1', port, path: `/matang${address}`, agent: false }, (message) => {
			message.resume();
			resolve(message.statusCode);
		}).on('error', reject);
	});
}

const pathOf = (page) => new URL(page.location, page.url).pathname;
const currentAssets = () => `/assets/${
	readFileSync(path.join(ROOT, 'htdocs/assets/current'), 'utf8').trim()}`;

describe('addresses', () => {
	it('lead from the root of the site to the portal', async () => {
		let page = await client.get(`${stack.origin}/`);
		assert.equal(page.status, 302);
		assert.equal(pathOf(page), '/matang/');
		page = await client.get('/');
		assert.equal(page.status, 302);
		assert.equal(pathOf(page), '/matang/portal/');
	});

	for (const program of PROGRAMS)
		it(`put the slash after ${program}`, async () => {
			const page = await client.get(`/${program}?a=b%20c`);
			assert.equal(page.status, 301);
			assert.equal(pathOf(page), `/matang/${program}/`);
			assert.equal(new URL(page.location, page.url).search, '?a=b%20c');
		});

	it('that lead nowhere say so in Indonesian', async () => {
		for (const address of ['/nowhere', '/assets/none/matang.css']) {
			const page = await client.get(address);
			assert.equal(page.status, 404, address);
			assert.equal(page.heading, 'Halaman tidak ditemukan');
			/* A page of the server is no more to be framed or guessed at than one of ours. */
			assert.match(page.headers['content-security-policy'], /default-src 'none'.*frame-ancestors 'none'/);
			assert.equal(page.headers['x-content-type-options'], 'nosniff');
			assert.equal(page.headers['x-frame-options'], 'DENY');
			assert.equal(page.one('html').getAttribute('lang'), 'id');
		}
	});

	/* Built and installed beside the programs; one of them is the operator's. */
	it('reach no program but those of the list', async () => {
		for (const address of ['/inspect/', '/inspect/healthz', '/matang/', '/matang/healthz', '/matang/x?migrate', '/matang', '/sh/'])
			assert.equal(await statusOf(stack.port, address), 404, address);
	});

	it('reach no file beside the programs', async () => {
		for (const address of ['/.htaccess', '/../matang.conf', '/%2e%2e/matang.conf',
			'/portal/../../matang.conf', '/assets/../../../matang.conf', '/assets/..%2f..%2fmatang.conf'])
			assert.ok([400, 403, 404].includes(await statusOf(stack.port, address)), address);
	});
});

describe('health', () => {
	for (const program of PROGRAMS)
		it(`of ${program}`, async () => {
			const page = await client.get(`/${program}/healthz`);
			assert.equal(page.status, 200);
			assert.equal(page.text.trim(), 'ok');
			assert.match(page.headers['content-type'], /^text\/plain/);
		});

	it('is 503 while the database is away, and 200 again after', async () => {
		await stack.withoutDatabase(async () => {
			for (const program of PROGRAMS)
				assert.equal((await client.get(`/${program}/healthz`)).status, 503, program);
		});
		for (const program of PROGRAMS)
			assert.equal((await client.get(`/${program}/healthz`)).status, 200, program);
	});

	it('needs no cookie and sets none', async () => {
		assert.deepEqual((await client.get('/portal/healthz')).setCookies, []);
	});
});

describe('static files', () => {
	it('may be kept for a year', async () => {
		const page = await client.get(`${currentAssets()}/matang.css`);
		assert.equal(page.status, 200);
		assert.match(page.headers['content-type'], /^text\/css/);
		assert.match(page.headers['cache-control'], /max-age=31536000/);
		assert.match(page.headers['cache-control'], /immutable/);
		assert.equal(page.headers['x-content-type-options'], 'nosniff');
	});

	it('come compressed to who can read that', async () => {
		const plain = await client.get(`${currentAssets()}/matang.css`);
		const packed = await client.get(`${currentAssets()}/matang.css`,
			{ headers: { 'accept-encoding': 'gzip' } });
		assert.equal(packed.headers['content-encoding'], 'gzip');
		assert.ok(packed.body.length < plain.body.length / 2);
		assert.deepEqual(gunzipSync(packed.body), plain.body);
	});

	it('are no listing', async () => {
		assert.ok([403, 404].includes((await client.get('/assets/')).status));
		assert.ok([403, 404].includes((await client.get(`${currentAssets()}/`)).status));
	});
});

describe('pages of the programs', () => {
	/* What is the same for every stranger may be asked for again by its mark, and is nobody's secret. */
	const KEPT = ['forum'];

	it('carry their own headers of safety, once', async () => {
		for (const program of PROGRAMS) {
			const { headers } = await client.get(`/${program}/`);
			assert.match(headers['content-security-policy'], /default-src 'none'/, program);
			assert.doesNotMatch(headers['content-security-policy'], /unsafe|,/, program);
			assert.equal(headers['x-content-type-options'], 'nosniff', program);
			assert.equal(headers['cache-control'], KEPT.includes(program) ? 'private, no-cache' : 'no-store', program);
		}
	});

	it('answer HEAD with the head alone', async () => {
		const page = await client.head('/portal/healthz');
		assert.equal(page.status, 200);
		assert.equal(page.body.length, 0);
	});

	it('refuse a method they do not know', async () => {
		for (const method of ['PUT', 'DELETE', 'PROPFIND', 'TRACE'])
			assert.ok([400, 404, 405, 501].includes(
				(await client.request(method, '/account/')).status), method);
	});

	it('do not end with a body that nobody reads', async () => {
		/* Below what mod_fcgid takes at its defaults. */
		const body = Buffer.alloc(120_000, 'x');
		for (const program of PROGRAMS) {
			const page = await client.request('POST', `/${program}/nowhere`, { body });
			assert.ok([400, 403, 404, 405, 413, 415].includes(page.status), `${program}: ${page.status}`);
			assert.equal((await client.get(`/${program}/healthz`)).status, 200, program);
		}
	});

	it('take a body beyond what mod_fcgid allows where files come in', async () => {
		const body = Buffer.alloc(3_000_000, 'x');
		const takers = programs.filter(({ body }) => body !== 'form').map(({ name }) => name);
		for (const program of ['cycle', 'upload', 'signoff', 'paper'])
			assert.ok(takers.includes(program), program);
		for (const program of takers) {
			const page = await client.request('POST', `/${program}/nowhere`, { body });
			assert.ok([400, 403, 404, 405, 413, 415].includes(page.status), `${program}: ${page.status}`);
			assert.match(page.headers['content-security-policy'] ?? '', /default-src/,
				`${program} itself answers`);
		}
	});

	it('come again after a process was killed', { skip: process.env.MATANG_TEST_SERVER?.startsWith('apache') }, async () => {
		const workers = stack.workers('portal');
		assert.equal(workers.length, 2);
		workers.forEach((pid) => process.kill(pid, 'SIGKILL'));
		for (let i = 0; i < 4; i++)
			assert.equal((await client.get('/portal/healthz')).status, 200);
	});

	it('wait for each other, so that twenty at a time are served', async () => {
		const pages = await Promise.all(Array.from({ length: 20 },
			() => stack.client().get('/portal/healthz')));
		assert.deepEqual(pages.map((page) => page.status), Array(20).fill(200));
	});
});
