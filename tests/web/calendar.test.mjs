// SPDX-License-Identifier: ISC
//
// A person's own deadlines at a secret address, as a calendar asks for them: without a session, this person's
// alone, moved when they move, and gone once the address is withdrawn.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

let stack, city;

before(async () => {
	stack = await startStack();
	city = settle(stack);
});
after(() => stack?.stop());

const FORM = { follow: false, form: 'main form[action$="/address"]' };
async function address(name) {
	const who = await city.signIn(name);
	const page = await who.submit(await who.get('/schedule/address'), {}, FORM);
	assert.equal(page.status, 200, page.words());
	return { who, feed: page.words('main code').match(/\/matang(\/schedule\/feed\?key=\w+)$/)[1] };
}
const read = async (feed) => {
	const answer = await stack.client().get(feed);
	assert.equal(answer.status, 200);
	assert.match(answer.headers['content-type'], /^text\/calendar/);
	return new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents('vevent').map((part) => ({ uid: part.getFirstPropertyValue('uid'),
		sequence: part.getFirstPropertyValue('sequence'), summary: new ICAL.Event(part).summary, end: new ICAL.Event(part).endDate.toString() }));
};
const steps = (events) => events.map(({ summary }) => Number(summary.match(/^Langkah (\d)/)[1]));

describe('the address of a calendar', () => {
	it('gives each person what is theirs to do', async () => {
		for (const [name, own] of [['operator.satu', [4, 6]], ['kepala.satu', [6]], ['verifikator', [3, 5, 7]], ['validator', [5]], ['auditor', [1, 2, 3, 4, 5, 6, 7]]])
			assert.deepEqual(steps(await read((await address(name)).feed)), own, name);
	});

	it('follows what is moved: the same event with a higher sequence, and for who was given more time alone', async () => {
		const id = city.assessment('Dinas Contoh Satu');
		const mine = (await address('operator.satu')).feed, theirs = (await address('operator.dua')).feed;
		const before = { mine: await read(mine), theirs: await read(theirs) };
		stack.sql(`UPDATE assessment SET until_4 = '2031-06-02', version = version + 1 WHERE id = ${id}`);
		const [now] = await read(mine);
		assert.deepEqual([now.uid, now.end], [before.mine[0].uid, '2031-06-03']);
		assert.ok(now.sequence > before.mine[0].sequence);
		assert.deepEqual(await read(theirs), before.theirs);
	});

	it('covers every agency that a person serves, each step of each its own event', async () => {
		const other = stack.sql("SELECT agency_id AS id FROM account WHERE username = 'operator.dua'")[0].id;
		const { id } = stack.sql("SELECT id FROM account WHERE username = 'operator.satu'")[0];
		const { feed } = await address('operator.satu');
		assert.deepEqual(steps(await read(feed)), [4, 6]);
		stack.sql(`INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by) SELECT ${id}, id, region_id, 'head', UTC_TIMESTAMP(3), ${id}
			FROM agency WHERE id = ${other}`);
		const events = await read(feed);
		assert.deepEqual(steps(events), [4, 6, 6], 'of the second one what a head does');
		assert.equal(new Set(events.map(({ uid }) => uid)).size, 3);
		assert.equal(events.filter(({ summary }) => summary.endsWith('Dinas Contoh Dua')).length, 1, events.map(({ summary }) => summary).join());
		stack.sql(`DELETE FROM membership WHERE account_id = ${id}`);
	});

	it('is told once, is nowhere in the database, and its request is in no log', async () => {
		const { who, feed } = await address('operator.satu');
		const key = feed.split('=')[1];
		assert.ok(!(await who.get('/schedule/address')).text.includes(key));
		assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM account WHERE calendar_hash = UNHEX(SHA2('${key}', 256))`)[0].n, '1');
		assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM history WHERE to_value LIKE '%${key}%'`)[0].n, '0');
		await read(feed);
		assert.ok(!stack.log('schedule').includes(key));
	});

	it('made anew is another one, and the old one is gone', async () => {
		const first = await address('kepala.satu'), second = await address('kepala.satu');
		assert.notEqual(first.feed, second.feed);
		assert.equal((await stack.client().get(first.feed)).status, 404);
		assert.deepEqual(steps(await read(second.feed)), [6]);
	});

	it('is gone when it is withdrawn, and with the access', async () => {
		const { who, feed } = await address('operator.satu');
		assert.equal((await who.submit(await who.get('/schedule/address'), {}, { follow: false, form: 'main form[action$="/withdraw"]' })).status, 303);
		assert.equal((await stack.client().get(feed)).status, 404);
		const other = await address('operator2.satu');
		stack.sql("UPDATE account SET state = 'ended', ended_at = UTC_TIMESTAMP(3) WHERE username = 'operator2.satu'");
		assert.equal((await stack.client().get(other.feed)).status, 404);
	});

	it('stands in no log of the web server', async () => {
		const { feed } = await address('kepala.satu');
		await read(feed);
		await stack.client().get('/schedule/feed?key=');
		await stack.client().get('/portal/glossary');
		for (let tries = 0; tries < 100 && !stack.log('access').includes('/portal/glossary'); tries++)
			await new Promise((done) => { setTimeout(done, 100); });
		assert.match(stack.log('access'), /\/portal\/glossary/);
		for (const name of ['access', 'nginx', 'apache', 'schedule'])
			assert.ok(!stack.log(name).includes(feed.split('=')[1]), name);
	});

	it('that is none, or nothing, is 404', async () => {
		for (const query of ['', '?key=', '?key=ABCDEFGHJKMNPQRSTVWXYZ0123', `?key=${'A'.repeat(500)}`])
			assert.equal((await stack.client().get(`/schedule/feed${query}`)).status, 404, query);
	});
});
