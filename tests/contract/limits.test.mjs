// SPDX-License-Identifier: ISC
//
// What somebody without an account can take from everybody: disk by bodies that a server stores before
// a program has seen who brings them, processes by bodies that never end, connections. Each server's
// configuration as it is shipped is read whole; what it promises is tried behind the one that runs.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { behindOne, pause, ROOT, startStack } from '../web/harness.mjs';
import { openWorld } from '../web/world.mjs';

const KIB = 1 << 10, MIB = 1 << 20;
const UNITS = { '': 1, k: KIB, m: MIB, g: 1 << 30 };
const PAGES = ['400', '403', '404', '405', '408', '412', '413', '414', '416', '429', '431', '500', '501', '502', '503', '504'];
const shipped = (file) => readFileSync(path.join(ROOT, 'deploy', file), 'utf8').replace(/^\s*#.*\n/gm, '');
const bytes = (text) => Number(/^\d+/.exec(text)[0]) * UNITS[/[kmg]?$/.exec(text)[0]];

describe('nginx, as it is shipped', behindOne, () => {
	const text = shipped('nginx/matang.conf');
	const places = [...text.matchAll(/^location ([^{]+) \{\n([^]*?)^\}/gm)].map(([, name, body]) => ({ name, body,
		limit: /client_max_body_size (\S+);/.exec(body)?.[1] }));

	it('takes no body where nothing says how much', () => {
		assert.ok(bytes(/^client_max_body_size (\S+);/m.exec(text)[1]) <= KIB);
	});

	it('has a limit of its own wherever a program is asked', () => {
		const asking = places.filter(({ body }) => body.includes('program.conf'));
		assert.ok(asking.length >= 5);
		for (const { name, limit } of asking)
			assert.ok(limit !== undefined, name);
	});

	it('stores what is long only after the program was asked, and lets through what it does not store', () => {
		for (const { name, body, limit } of places.filter(({ body }) => body.includes('program.conf'))) {
			const stores = !/fastcgi_request_buffering off|fastcgi_pass_request_body off/.test(body);
			assert.ok(!stores || (bytes(limit) > 0 && (bytes(limit) <= 100 * KIB || body.includes('auth_request /-/admission;'))), name);
		}
	});

	it('has no door to what only it may ask', () => {
		for (const { name, body } of places.filter(({ name }) => name.includes('/-/')))
			assert.match(body, /^\tinternal;/m, name);
	});

	it('has a page for each of its own errors, with no limit and the headers of ours', () => {
		for (const status of PAGES)
			assert.match(text, new RegExp(`^error_page( \\d+)* ${status}( \\d+)* /matang/errors/`, 'm'));
		const { body } = places.find(({ name }) => name.includes('/errors/'));
		assert.match(body, /client_max_body_size 0;/);
		for (const header of ['Content-Security-Policy', 'X-Content-Type-Options', 'X-Frame-Options', 'Referrer-Policy', 'Cache-Control'])
			assert.match(body, new RegExp(`add_header ${header} .* always;|add_header ${header} \\S+ always;`), header);
		for (const [, page] of text.matchAll(/^error_page .* \/matang\/errors\/(\S+);/gm))
			assert.ok(readdirSync(path.join(ROOT, 'deploy/errors')).includes(page), page);
	});
});

describe('Apache, as it is shipped', behindOne, () => {
	for (const file of ['apache/site.conf', 'apache/htaccess']) {
		const text = shipped(file);

		it(`${file}: mod_fcgid stores no more than a form, and a longer body goes straight to the program`, () => {
			for (const [, limit] of text.matchAll(/FcgidMaxRequestLen (\d+)/g))
				assert.ok(Number(limit) <= 128 * KIB);
			assert.match(text, /<If "[^"]*%\{HTTP:Content-Length\} -gt 131072 \|\| -n %\{HTTP:Transfer-Encoding\}\)?">\s+SetHandler cgi-script/);
			assert.match(text, /LimitRequestBody \d{6,10}$/m);
		});

		it(`${file}: has a page for each of its own errors, with the headers of ours`, () => {
			for (const status of PAGES)
				assert.match(text, new RegExp(`ErrorDocument ${status} /matang/errors/`), status);
			for (const header of ['Content-Security-Policy', 'X-Content-Type-Options', 'X-Frame-Options', 'Referrer-Policy'])
				assert.match(text, new RegExp(`Header always set ${header}`), header);
		});
	}

	it('is not held by who says nothing', () => {
		assert.match(shipped('apache/site.conf'), /RequestReadTimeout header=\S+ body=\S*MinRate=\d+/);
	});
});

describe('the servers that reach the sockets, as they are shipped', behindOne, () => {
	it('Apache asks a program for a form once it is whole, and says which bodies come as fast as their line does', () => {
		const text = shipped('apache/proxy.conf');
		assert.match(text, /RewriteCond "%\{HTTP:Content-Length\}" "\^\[0-9\]\{1,5\}\$"\nRewriteRule "\^\/matang\/\[a-z\]\+\/" - \[E=proxy-sendcl:1\]/);
		assert.match(text, /SetInputFilter BUFFER/, 'without it the other is not heard');
		assert.match(text, /RewriteCond "%\{HTTP:Content-Length\}" "\^\[0-9\]\{6,\}\$" \[OR\]\nRewriteCond "%\{HTTP:Transfer-Encoding\}" "\."\nRewriteRule "\^\/matang\/\[a-z\]\+\/" - \[E=MATANG_STREAMED:yes\]/);
		assert.match(text, /RequestReadTimeout header=\S+ body=\S*MinRate=\d+/);
	});

	it('lighttpd stores no more than a form, and says which bodies come as fast as their line does', () => {
		const text = shipped('lighttpd/matang.conf');
		assert.ok(Number(/^server\.max-request-size = (\d+)$/m.exec(text)[1]) <= 100, 'KiB');
		assert.match(text, /^server\.stream-request-body = 0$/m);
		for (const [, place] of text.matchAll(/^\$REQUEST_HEADER\["Content-Length"\] =~ "\^\[0-9\]\{6,\}\$" \{\n([^]*?)^\}/gm))
			assert.match(place, /server\.stream-request-body = 2[^]*"MATANG_STREAMED" => "yes"/);
		assert.equal(text.match(/max-request-size/g).length, 3);
	});

	it('Caddy has the smallest limit that works, asks for a form once it is whole, and says which bodies come as fast as their line does', () => {
		const text = shipped('caddy/Caddyfile');
		assert.deepEqual([...text.matchAll(/request_body (@\w+) \{\s+max_size (\S+)/g)].map(([, which, limit]) => [which, limit]),
			[['@file', '2GB'], ['@long', '64MB'], ['@short', '100KB']]);
		assert.doesNotMatch(text, /request_body \{/);
		assert.match(text, /buffer_requests\s+max_buffer_size 131072/);
		assert.match(text, /vars @streamed streamed yes[^]*env MATANG_STREAMED \{http\.vars\.streamed\}/);
	});
});

describe('somebody without an account', () => {
	let stack, operator;
	const lines = [];

	before(async () => {
		stack = await startStack();
		operator = await openWorld(stack).as('operator.dkumkmp');
	});
	after(async () => {
		lines.forEach((line) => line.destroy());
		await stack?.stop();
	});

	const open = (text) => new Promise((done, failed) => {
		const line = net.connect(stack.port, '127.0.0.1', () => done(line)).on('error', failed);
		lines.push(line);
		line.write(text);
	});
	const head = (address, length, more = '') => `POST /matang${address} HTTP/1.1\r\nHost: 127.0.0.1:${stack.port}\r\nContent-Length: ${length}\r\n` +
		`Content-Type: multipart/form-data; boundary=x\r\n${more}\r\n`;
	const answerOf = (line) => new Promise((done) => line.once('data', (chunk) => done(chunk.toString())));

	for (const [address, length] of [['/upload/new', 30_000_000], ['/upload/files', 5_000_000], ['/upload/files', 10 ** 12],
		['/signoff/1/scan', 30_000_000], ['/cycle/holidays/import', 2_000_000], ['/paper/1', 1_000_000],
		['/exchange/import', 25_000_000], ['/portal/', 200_000], ['/account/', 10 ** 10]])
		it(`is refused ${length} bytes for ${address} before one of them has come`, { skip: process.env.MATANG_TEST_SERVER?.startsWith('apache') &&
			'Apache says its answer behind the body' }, async () => {
			const answer = await answerOf(await open(head(address, length)));
			assert.match(answer, /^HTTP\/1\.1 (40[1345]|413)/);
			assert.match(answer, /content-security-policy: default-src 'none'/i);
		});

	it('keeps no page from anybody by bodies that never end', async () => {
		await Promise.all(Array.from({ length: 100 }, (_, at) => open(head(['/upload/new', '/signoff/1/scan', '/account/', '/upload/files'][at % 4],
			[90_000, 30_000_000][at % 2]) + '--x\r\n')));
		await pause(300);
		for (const address of ['/account/profile', '/upload/', '/signoff/', '/portal/', '/portal/healthz'])
			assert.equal((await operator.get(address)).status, 200, address);
	});

	it('nor by connections on which nothing is said', async () => {
		await Promise.all(Array.from({ length: 600 }, () => open('')));
		await Promise.all(Array.from({ length: 200 }, () => open('GET /matang/portal/ HTTP/1.1\r\nHost: ')));
		assert.equal((await operator.get('/account/profile')).status, 200);
	});
});
