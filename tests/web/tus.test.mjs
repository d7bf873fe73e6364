// SPDX-License-Identifier: ISC
//
// Uploads that come in pieces, by tus 1.0: what the protocol asks, byte by byte and with a client
// that others wrote; what is refused; and that nothing which was acknowledged is lost, whatever
// stops in between.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { pdf } from './files.mjs';
import { startStack } from './harness.mjs';

const KIB = 1 << 10, MIB = 1 << 20;

let stack, city, operator, csrf;
const people = new Map();

before(async () => {
	stack = await startStack();
	city = settle(stack);
	operator = await as('operator.satu');
	csrf = await tokenOf(operator);
});
after(() => stack?.stop());

const as = async (name) => people.get(name) ?? people.set(name, await city.signIn(name)).get(name);
const tokenOf = async (who) => who.csrf(await who.get('/account/profile'));

/* ---- means ---------------------------------------------------------------------------------------- */

let running = 0;
const fresh = () => `contoh tus ${++running}`;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const base64 = (text) => Buffer.from(text).toString('base64');
const one = (query) => stack.sql(query)[0];
const setting = (name, value) => stack.sql(`UPDATE setting SET value = '${value}' WHERE name = '${name}'`);
const metadata = (fields) => Object.entries(fields).map(([key, value]) => `${key} ${base64(String(value))}`).join(',');

/** A PDF of so many bytes that nobody has seen before. */
function document(size) {
	const head = pdf(fresh());
	return Buffer.concat([head, randomBytes(Math.max(0, size - head.length))]);
}

const version = { 'tus-resumable': '1.0.0' };
async function tus(method, where, { headers = {}, body, who = operator, token } = {}) {
	return who.request(method, where, { body, headers: {
		...version, 'x-csrf-token': token ?? (who === operator ? csrf : await tokenOf(who)), ...headers } });
}

/** A new arrival; its address. */
async function begin(length, fields = {}, options = {}) {
	const page = await tus('POST', '/upload/files', { ...options, headers: { 'upload-length': length,
		'upload-metadata': metadata({ filename: 'laporan contoh.pdf', ...fields }), ...options.headers } });
	assert.equal(page.status, 201, page.text);
	return page.location;
}

const patch = (where, offset, body, { headers, ...options } = {}) => tus('PATCH', where, { ...options, body,
	headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': offset, ...headers } });
const offsetOf = async (where) => Number((await tus('HEAD', where)).headers['upload-offset']);
const idOf = (where) => Number(/(\d+)$/.exec(where)[1]);
const documentOf = (page) => Number(/\/upload\/document\/(\d+)$/.exec(page.headers['matang-document'])?.[1]);

/** The stored bytes of the newest revision are these. */
function assertStored(id, bytes) {
	const row = one(`SELECT stored_name, bytes, LOWER(HEX(sha256)) AS sum FROM revision
		WHERE document_id = ${id} ORDER BY number DESC LIMIT 1`);
	assert.equal(row.sum, sha256(bytes));
	assert.equal(Number(row.bytes), bytes.length);
	assert.deepEqual(readFileSync(path.join(stack.files, row.stored_name)), bytes);
}

describe('the protocol', () => {
	it('says what it can', async () => {
		for (const where of ['/upload/files', '/upload/files/1']) {
			const page = await stack.client().request('OPTIONS', where);
			assert.equal(page.status, 204);
			assert.equal(page.headers['tus-version'], '1.0.0');
			assert.equal(page.headers['tus-resumable'], '1.0.0');
			assert.deepEqual(new Set(page.headers['tus-extension'].split(',')),
				new Set(['creation', 'creation-with-upload', 'termination', 'checksum', 'expiration']));
			assert.deepEqual(page.headers['tus-checksum-algorithm'].split(','), ['sha1', 'sha256']);
			assert.equal(Number(page.headers['tus-max-size']), 50 * MIB);
		}
	});

	it('takes a file in pieces', async () => {
		const bytes = document(300 * KIB);
		const where = await begin(bytes.length, { title: 'Laporan berpotong', kind: 'laporan' });
		const head = await tus('HEAD', where);
		assert.equal(head.status, 200);
		assert.equal(head.headers['upload-offset'], '0');
		assert.equal(Number(head.headers['upload-length']), bytes.length);
		assert.equal(head.headers['cache-control'], 'no-store');
		assert.match(head.headers['upload-metadata'], /^filename /);
		assert.ok(Date.parse(head.headers['upload-expires']) > Date.now() + 167 * 3600_000);
		for (let at = 0; at < bytes.length; at += 100 * KIB) {
			const piece = bytes.subarray(at, at + 100 * KIB);
			const page = await patch(where, at, piece);
			assert.equal(page.status, 204, page.text);
			assert.equal(Number(page.headers['upload-offset']), at + piece.length);
			assert.equal(page.headers['tus-resumable'], '1.0.0');
		}
		const done = await tus('HEAD', where);
		assert.equal(Number(done.headers['upload-offset']), bytes.length);
		assertStored(documentOf(done), bytes);
		assert.equal(one(`SELECT title FROM document WHERE id = ${documentOf(done)}`).title, 'Laporan berpotong');
	});
});
