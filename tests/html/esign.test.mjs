// SPDX-License-Identifier: ISC
//
// The page where a head signs, which the demo does not have: as it is, with something typed wrong,
// and with a service that is away. All of it valid HTML.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { openWorld } from '../web/world.mjs';
import { htmlProblems } from './nu.mjs';

let stack, dir;
before(async () => {
	dir = mkdtempSync(path.join(tmpdir(), 'matang-esign-'));
	writeFileSync(path.join(dir, 'esign.conf'), 'esign_address http://127.0.0.1:9\nesign_version 2\nesign_user a\nesign_password b\n');
	stack = await startStack({ env: { MATANG_ESIGN: path.join(dir, 'esign.conf') } });
});
after(async () => {
	await stack?.stop();
	rmSync(dir, { recursive: true, force: true });
});

it('reads valid HTML where the head signs', async () => {
	const world = openWorld(stack);
	const id = world.assessment('DKUMKMP');
	const head = await world.as('kepala.dkumkmp');
	const form = { form: 'form[action*="/esign/"]' };
	world.finish(id);
	const bare = await head.get(`/signoff/${id}/`);
	await head.submit(bare, {}, { form: 'form[action$="/form"]' });
	const signoff = await head.get(`/signoff/${id}/`);
	const desk = await head.get(`/esign/${id}/`);
	const wrong = await head.submit(desk, { identity: '"><b>', totp: '1', passphrase: '2' }, form);
	const away = await head.submit(desk, { identity: 'kepala@contoh.go.id', totp: '1' }, form);
	assert.deepEqual([desk.status, wrong.status, away.status], [200, 422, 502]);
	assert.deepEqual(htmlProblems(Object.entries({ bare, signoff, desk, wrong, away })
		.map(([name, page]) => ({ name, text: page.text }))), []);
});
