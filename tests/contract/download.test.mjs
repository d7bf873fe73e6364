// SPDX-License-Identifier: ISC
//
// A stored file on its way out, in parts: one range, its conditions, its refusals; the same whoever
// sends the bytes, a program of ours or the server at its word.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from '../web/city.mjs';
import { pdf } from '../web/files.mjs';
import { startStack } from '../web/harness.mjs';
import { store } from '../web/stored.mjs';

let stack, city, operator, file, address;
const bytes = Buffer.concat([pdf('contoh'), randomBytes(300_000)]);

before(async () => {
	stack = await startStack();
	city = settle(stack);
	const { revision } = city.link(city.assessment('Dinas Contoh Satu'), city.items(1)[0].id);
	file = store(stack, revision, bytes);
	address = `/upload/file/${file.id}`;
	operator = await city.signIn('operator.satu');
});
after(() => stack?.stop());

const ask = (range, headers = {}, who = operator) => who.get(address, { headers: { range, ...headers } });

describe('a part of a file', () => {
	const last = bytes.length - 1;

	for (const [range, from, to] of [['bytes=0-99', 0, 99], ['bytes=1000-1000', 1000, 1000],
		['bytes=200000-', 200_000, last], ['bytes=-10', last - 9, last], ['bytes=-999999999', 0, last],
		['bytes=100-999999999', 100, last], [`bytes=${last}-`, last, last], ['bytes=0-', 0, last]])
		it(range, async () => {
			const page = await ask(range);
			assert.equal(page.status, 206);
			assert.equal(page.headers['content-range'], `bytes ${from}-${to}/${bytes.length}`);
			assert.equal(page.headers['content-length'], String(to - from + 1));
			assert.equal(page.headers['content-type'], 'application/pdf');
			assert.match(page.headers['content-disposition'], /^attachment; /);
			assert.ok(page.body.equals(bytes.subarray(from, to + 1)));
		});

	for (const range of ['bytes=400000-', `bytes=${bytes.length}-`, 'bytes=-0'])
		it(`${range} lies behind the end`, async () => {
			const page = await ask(range);
			assert.equal(page.status, 416);
			assert.equal(page.headers['content-range'], `bytes */${bytes.length}`);
		});

	/* A server may say 416 to nonsense, or give the whole: never a wrong part. */
	for (const range of ['bytes=9-1', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=1-2x', 'lines=0-9', 'bytes=0x10-'])
		it(`${range} is none`, async () => {
			const page = await ask(range);
			assert.ok([200, 416].includes(page.status), String(page.status));
			assert.ok(page.status === 416 || page.body.equals(bytes));
		});

	it('several at once: all of them, or the whole', async () => {
		const page = await ask('bytes=0-9,20-29');
		assert.ok(page.status === 200 ? page.body.equals(bytes) : page.status === 206 &&
			page.headers['content-type'].startsWith('multipart/byteranges'), String(page.status));
	});

	it('only of the content that the browser knows', async () => {
		assert.equal((await ask('bytes=0-9', { 'if-range': `"${file.sha256}"` })).status, 206);
		for (const known of ['"other"', `W/"${file.sha256}"`, 'Sat, 21 Nov 2020 00:00:00 GMT']) {
			const page = await ask('bytes=0-9', { 'if-range': known });
			assert.equal(page.status, 200, known);
			assert.ok(page.body.equals(bytes), known);
		}
	});

	it('and not at all of what it has', async () => {
		assert.equal((await ask('bytes=0-9', { 'if-none-match': `"${file.sha256}"` })).status, 304);
	});
});

describe('the whole', () => {
	it('with everything that keeps it from acting in our name', async () => {
		const page = await operator.get(address);
		assert.equal(page.status, 200);
		assert.ok(page.body.equals(bytes));
		assert.equal(page.headers['accept-ranges'], 'bytes');
		assert.equal(page.headers.etag, `"${file.sha256}"`);
		assert.equal(page.headers['x-content-type-options'], 'nosniff');
		assert.match(page.headers['content-security-policy'], /^sandbox; default-src 'none'/);
		assert.equal(page.headers['x-frame-options'], 'DENY');
		assert.match(page.headers['cache-control'], /no-store/);
	});

	it('its head', async () => {
		const page = await operator.head(address);
		assert.equal(page.status, 200);
		assert.equal(page.headers['content-length'], String(bytes.length));
		assert.equal(page.headers['accept-ranges'], 'bytes');
		assert.equal(page.body.length, 0);
	});
});

describe('nobody comes to the store by another way', () => {
	it('not at the place where the server looks', async () => {
		for (const place of [`/stored/${file.name}`, `/stored/../stored/${file.name}`])
			assert.equal((await operator.get(place)).status, 404, place);
	});

	it('and a stranger not by a range either', async () => {
		assert.equal((await ask('bytes=0-9', {}, await city.signIn('operator.dua'))).status, 404);
		assert.equal((await ask('bytes=0-9', {}, stack.client())).status, 303);
	});

	it('a file that was cut is not given out in parts', async () => {
		truncateSync(path.join(stack.files, file.name), 1000);
		assert.equal((await ask('bytes=0-9')).status, 500);
	});
});

it('under nginx it is the server that sends', { skip: process.env.MATANG_TEST_SERVER?.startsWith('apache') }, () =>
	assert.match(readFileSync(stack.config, 'utf8'), /^sendfile_header X-Accel-Redirect$/m));
