// SPDX-License-Identifier: ISC
//
// Pages of one's own account that no link leads to: what follows a form, and what a form says when
// it is sent wrong. All of it valid HTML.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { totp } from '../web/client.mjs';
import { startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { htmlProblems } from './nu.mjs';

let stack;
before(async () => {
	stack = await startStack();
	openWorld(stack);
});
after(() => stack?.stop());

it('reads valid HTML behind the forms too', async () => {
	const me = { username: 'operator.dkumkmp', password: PASSWORD };
	const client = stack.client();
	const pages = [];
	const keep = (name, page) => {
		pages.push({ name, text: page.text });
		return page;
	};
	const send = async (name, page, fields = {}) => keep(name, await client.submit(page, fields,
		{ form: 'main form', headers: { 'user-agent': '"><b>' } }));

	let page = await send('sign-in, wrong', await client.get('/account/'), { username: '"><x', password: 'x' });
	await send('signed in', page, me);
	page = keep('second factor', await client.get('/account/second-factor'));
	page = await send('set-up', page);
	const secret = page.words('#secret');
	await send('set-up, wrong', page, { code: '1' });
	await send('recovery codes', page, { code: totp(secret) });
	for (const path of ['second-factor', 'second-factor/codes', 'second-factor/off', 'profile', 'profile/edit',
		'password', 'devices', 'history', 'hand-over'])
		keep(path, await client.get(`/account/${path}`));
	await send('details, wrong', await client.get('/account/profile/edit'), { full_name: '', email: '<&"' });
	await send('password, wrong', await client.get('/account/password'), { password: 'x', again: 'y' });
	await client.submit(await client.get('/account/profile'), {}, { form: 'header form' });
	page = await send('code', await client.get('/account/'), me);
	await send('code, wrong', page, { code: 'x' });
	await send('recovery, wrong', await client.get('/account/recovery?next=/report/'), { code: 'x' });
	stack.sql('UPDATE account SET totp_confirmed = 0');
	page = await send('hand-over, wrong', await client.get('/account/hand-over'), { full_name: 'a'.repeat(200) });
	page = await send('handed over', page, { full_name: '<i>"Pengganti"</i>', username: 'pengganti.contoh',
		reason: 'x', password: PASSWORD, agreed: '1' });
	assert.equal(page.heading, 'Tugas sudah diserahkan');
	keep('refused', await client.get('/account/nothing'));
	const password = page.words('main code');
	await send('new password', await client.get('/account/'), { username: 'pengganti.contoh', password });

	assert.deepEqual(htmlProblems(pages).map((one) => `${one.name}:${one.line} ${one.message} ${one.extract ?? ''}`), []);
});
