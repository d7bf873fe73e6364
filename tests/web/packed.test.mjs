// SPDX-License-Identifier: ISC
//
// What programs pack themselves (cgi-bin/lib/web/gzip_part.h), asked past the web server, which packs what
// comes to it plain and so would hide whether they did.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { FcgiRequest } from './fcgi.mjs';
import { behindOne, startStack } from './harness.mjs';

describe('answers that a program packs', behindOne, () => {
	let stack;
	before(async () => { stack = await startStack(); });
	after(() => stack?.stop());

	const ask = (program, path, encoding, more = {}, body = '') => {
		const request = new FcgiRequest(`${stack.run}/${program}.sock`, { REQUEST_METHOD: 'GET', PATH_INFO: path, QUERY_STRING: '',
			SCRIPT_NAME: `/matang/${program}`, SERVER_PROTOCOL: 'HTTP/1.1', HTTP_HOST: `127.0.0.1:${stack.port}`, REMOTE_ADDR: '127.0.0.1',
			...encoding !== undefined && { HTTP_ACCEPT_ENCODING: encoding }, ...more });
		return request.body(body).end().answer;
	};
	/* Each answer has proofs and numbers of its own. */
	const words = (text) => text.replace(/value="[^"]*"|\b[0-9a-f]{12,}\b/g, '');

	test('are the same page, and only for who takes them so', async () => {
		const plain = await ask('account', '/');
		assert.equal(plain.headers['content-encoding'], undefined);
		assert.match(plain.headers.vary, /Accept-Encoding/);
		for (const encoding of ['gzip', 'br, gzip;q=0.5, *;q=0']) {
			const packed = await ask('account', '/', encoding);
			assert.equal(packed.headers['content-encoding'], 'gzip', encoding);
			assert.equal(Number(packed.headers['content-length']), packed.body.length);
			assert.ok(packed.body.length < plain.body.length / 2, `${packed.body.length} of ${plain.body.length}`);
			assert.equal(words(gunzipSync(packed.body).toString()), words(plain.text));
		}
		for (const encoding of ['gzip;q=0', 'br', ''])
			assert.equal((await ask('account', '/', encoding)).headers['content-encoding'], undefined, encoding);
	});

	test('are put together of a page that is kept and a token of each who asks', async () => {
		stack.sql(`INSERT INTO region (id, code, name, kind, timezone) VALUES (2, '64.71', 'Kota Contoh', 'city', 'WITA'); INSERT INTO complaint_rule (region_id, open) VALUES (2, 1);
			UPDATE world_stamp SET number = number + 1`);
		const code = '64.71', token = /name="guest_token" value="([0-9a-f.]+)"/;
		const plain = await ask('complaint', `/to/${code}`), tokens = [token.exec(plain.text)[1]];
		const rest = (text) => words(text).replace(/Berapa [a-z ]+\?/, '');
		assert.match(plain.text, /Berapa [a-z]+ ditambah [a-z]+\?/);
		for (let at = 0; at < 3; at++) {
			const packed = await ask('complaint', `/to/${code}`, 'gzip'), text = gunzipSync(packed.body).toString();
			assert.equal(Number(packed.headers['content-length']), packed.body.length);
			assert.equal(packed.headers['cache-control'], 'no-store');
			assert.equal(packed.headers.etag, undefined);
			tokens.push(token.exec(text)[1]);
			assert.equal(rest(text), rest(plain.text));
			assert.doesNotMatch(text, /\x1f/);
		}
		assert.equal(new Set(tokens).size, 4);
		assert.equal((await ask('complaint', `/to/${code}`, 'gzip', { REQUEST_METHOD: 'HEAD' })).body.length, 0);
	});

	test('have the head of the whole answer without its body', async () => {
		const { headers, body } = await ask('account', '/', 'gzip', { REQUEST_METHOD: 'HEAD' });
		assert.equal(headers['content-encoding'], 'gzip');
		assert.ok(Number(headers['content-length']) > 0);
		assert.equal(body.length, 0);
	});

	test('never lie in memory where a secret came in', async () => {
		const form = 'username=nobody&password=salah-semua-2026';
		const { headers, text } = await ask('account', '/', 'gzip', { REQUEST_METHOD: 'POST', CONTENT_TYPE: 'application/x-www-form-urlencoded',
			CONTENT_LENGTH: form.length, HTTP_SEC_FETCH_SITE: 'same-origin' }, form);
		assert.equal(headers['content-encoding'], undefined);
		assert.match(text, /<html/);
	});
});
