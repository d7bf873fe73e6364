// SPDX-License-Identifier: ISC
//
// Two instances: a city that hosts itself, and the province that imports from it.

import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

/* The way of an assessment to a state, as its history tells it. */
const WAYS = {
	not_started: [], draft: ['draft'], submitted: ['draft', 'submitted'], verified: ['draft', 'submitted', 'verified'],
	validated: ['draft', 'submitted', 'verified', 'validated'],
	received: ['draft', 'submitted', 'verified', 'validated', 'signed', 'received'],
};

/** Walks an assessment of the little world to a state, with levels, and with a history that says so. */
export function walk(stack, world, id, state, levels = {}) {
	const begun = world.state(id);
	world.finish(id, { ...levels, state });
	if (state === 'verified' || WAYS[state].length < 3)
		stack.sql(`UPDATE answer SET province_level = NULL WHERE assessment_id = ${id}`);
	const way = ['not_started', ...WAYS[state]];
	for (let at = way.indexOf(begun) + 1; at < way.length; at++)
		stack.sql(`INSERT INTO history (at, region_id, agency_id, assessment_id, subject, subject_id, from_value, to_value)
			SELECT UTC_TIMESTAMP(3), 2, a.agency_id, a.id, 'state', a.id, '${way[at - 1]}', '${way[at]}'
			FROM assessment a WHERE a.id = ${id}`);
}

/** A document with a file under a criterion of variable 3, level 2. */
export function putDocument(stack, assessment, title, { accepted = true } = {}) {
	stack.sql(`SET @by = (SELECT MIN(id) FROM account);
		INSERT INTO document (agency_id, title, kind, number, dated, created_at, created_by)
			SELECT agency_id, '${title}', 'keputusan', '060/12/2026', '2026-02-01', UTC_TIMESTAMP(3), @by
			FROM assessment WHERE id = ${assessment};
		SET @document = LAST_INSERT_ID();
		INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
			VALUES (@document, 1, UNHEX(SHA2('${title}', 256)), 4096, 'application/pdf', 'a.pdf', UUID(), UTC_TIMESTAMP(3), @by);
		INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, city_decision, city_revision_id, created_at, created_by)
			SELECT ${assessment}, k.id, @document, ${accepted ? "'accepted'" : 'NULL'}, LAST_INSERT_ID(), UTC_TIMESTAMP(3), @by
			FROM cycle c JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = 3
			JOIN level l ON l.variable_id = v.id AND l.number = 2
			JOIN checklist_item k ON k.level_id = l.id AND k.position = 1
			WHERE c.id = 1`);
}

export async function startCity() {
	const stack = await startStack();
	const world = openWorld(stack);
	walk(stack, world, 1, 'received', { self: 3, said: 4 });
	walk(stack, world, 2, 'submitted', { self: 4 });
	putDocument(stack, 1, 'SK Tim Contoh');
	return { stack, world };
}

export async function startProvince() {
	const stack = await startStack();
	const world = openWorld(stack);
	/* The city is not here: neither its cycle nor its people. */
	stack.sql(`SET FOREIGN_KEY_CHECKS = 0;
		DELETE w FROM answer w JOIN assessment a ON a.id = w.assessment_id WHERE a.cycle_id = 1;
		DELETE FROM assessment WHERE cycle_id = 1; DELETE FROM cycle_step WHERE cycle_id = 1; DELETE FROM cycle WHERE id = 1;
		DELETE FROM account WHERE region_id = 2; DELETE FROM agency WHERE region_id = 2; DELETE FROM region WHERE id = 2;
		SET FOREIGN_KEY_CHECKS = 1;
		INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
			SELECT 'admin.kaltim', password_hash, 'admin', 1, 'Admin Provinsi Contoh', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
			FROM account WHERE username = 'admin';
		INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
			SELECT 'auditor.kaltim', password_hash, 'auditor', 1, 'Auditor Provinsi Contoh', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
			FROM account WHERE username = 'admin'`);
	return { stack, world };
}

/** The key of a stack: { public: base64url, fingerprint }. */
export function keyOf(stack) {
	const seed = Buffer.from(readFileSync(path.join(stack.var, 'signing.key'), 'utf8').trim().split(' ')[1], 'base64url');
	const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
		format: 'der', type: 'pkcs8' });
	return { key, public: key.export({ format: 'jwk' }).x };
}

/** A key that nobody has registered. */
export const otherKey = () => ({ key: generateKeyPairSync('ed25519').privateKey });

/** Registers a key as somebody has done on the page. */
export function trust(stack, publicKey, codes, name = 'Kota Balikpapan') {
	stack.sql(`INSERT INTO peer (name, public_key, created_at, created_by)
			SELECT '${name}', UNHEX('${Buffer.from(publicKey, 'base64url').toString('hex')}'), UTC_TIMESTAMP(3), MIN(id) FROM account;
		INSERT INTO peer_scope (peer_id, region_code) VALUES ${codes.map((code) => `(LAST_INSERT_ID(), '${code}')`).join()}`);
}

export const exported = (stack, code = '64.71', year = 2026) => {
	const made = stack.matang(['export-cycle', code, String(year)]);
	if (made.status !== 0)
		throw new Error(made.stderr);
	return made.stdout;
};

export const payloadOf = (file) => JSON.parse(Buffer.from(JSON.parse(file).payload, 'base64url'));

/** The payload (text, bytes or a value) signed with a key, under the name of that key in `file`. */
export function signed(file, payload, { key }) {
	const envelope = JSON.parse(file);
	const body = Buffer.from(typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload))
		.toString('base64url');
	return JSON.stringify({ ...envelope, payload: body,
		signature: sign(null, Buffer.from(`${envelope.protected}.${body}`), key).toString('base64url') });
}

let folder;
let count = 0;
/** matang import-cycle on that content. */
export function importCycle(stack, content, ...options) {
	folder ??= mkdtempSync(path.join(tmpdir(), 'matang-transfer-'));
	const file = path.join(folder, `${++count}.json`);
	writeFileSync(file, content);
	return stack.matang(['import-cycle', file, ...options]);
}
