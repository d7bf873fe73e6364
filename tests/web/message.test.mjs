// SPDX-License-Identifier: ISC
//
// What people are told: by whom, in the same transaction as the change, each their own; the count in
// the menu, and what is chosen for mail.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { settle } from './city.mjs';
import { ROOT, startStack } from './harness.mjs';

let stack, city, id;
const people = {};
const FORM = { follow: false, form: 'main form[method=post]' };

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	for (const name of ['operator.satu', 'operator2.satu', 'kepala.satu', 'operator.dua', 'verifikator', 'verifikator.satu', 'validator'])
		people[name] = await city.signIn(name);
});
after(() => stack?.stop());

const kinds = (name) => stack.sql(`SELECT m.kind FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = '${name}' ORDER BY m.id`).map((row) => row.kind);
const unread = (name) => Number(stack.sql(`SELECT unread FROM account WHERE username = '${name}'`)[0].unread);
const send = (who, place, fields) => who.get('/account/profile').then((page) => who.post(place, { csrf: who.csrf(page), ...fields }));
const returned = () => {
	city.setState(id, 'submitted');
	return people.verifikator.get(`/verify/${id}/return`).then((page) => people.verifikator.submit(page,
		{ reason: 'Alasan contoh', 'variable-1': '1', 'note-1': 'Catatan contoh' }, FORM));
};

describe('a change tells', () => {
	it('whom it concerns, but not who made it and nobody else', async () => {
		await send(people.verifikator, '/cycle/notice/1/notified', { [`notified-${id}`]: '1', how: 'Rapat', detail: '' });
		for (const name of ['operator.satu', 'operator2.satu', 'kepala.satu'])
			assert.deepEqual(kinds(name), ['notified'], name);
		for (const name of ['operator.dua', 'verifikator', 'verifikator.satu', 'validator'])
			assert.deepEqual(kinds(name), [], name);
	});

	it('in the menu, and on the page of messages', async () => {
		const page = await people['operator.satu'].get('/questionnaire/');
		assert.match(page.words('nav[aria-label="Menu utama"]'), /Pesan 1 belum dibaca/);
		const inbox = await people['operator.satu'].get('/message/');
		assert.match(inbox.words('main'), /Penilaian Dinas Contoh Satu tahun \d{4} dibuka Baru/);
		assert.match((await people['operator.dua'].get('/message/')).words('main'), /Belum ada pesan/);
		assert.doesNotMatch((await people['operator.dua'].get('/message/')).words('nav[aria-label="Menu utama"]'), /belum dibaca/);
	});

	it('once it is opened it is read, and counted down once', async () => {
		const who = people['operator.satu'];
		const { id: message } = stack.sql("SELECT m.id FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = 'operator.satu'")[0];
		for (let times = 0; times < 2; times++)
			assert.equal((await send(who, '/message/', { open: message })).location, `/matang/message/${message}`);
		assert.equal(unread('operator.satu'), 0);
		const page = await who.get(`/message/${message}`);
		assert.match(page.words('main'), /sudah dimulai/);
		assert.match(page.text, new RegExp(`http[^ ]+/matang/questionnaire/${id}/<`), 'a text to send on, with its link');
		assert.equal((await who.get(`/questionnaire/${id}/`)).status, 200);
	});

	it('nobody reads what another one was told', async () => {
		const { id: message } = stack.sql("SELECT m.id FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = 'kepala.satu'")[0];
		assert.equal((await people['operator.satu'].get(`/message/${message}`)).status, 404);
		await send(people['operator.satu'], '/message/', { open: message });
		assert.equal(unread('kepala.satu'), 1);
	});

	it('with the change or not at all', async () => {
		const before = kinds('operator.satu').length;
		city.setState(id, 'draft');
		assert.equal((await send(people.verifikator, `/verify/${id}/finish`, { version: '1' })).status >= 400, true);
		assert.equal(kinds('operator.satu').length, before);
	});

	it('that it was taken back, too: what told of a sending says so, and goes into no letter', async () => {
		const newest = () => stack.sql("SELECT m.kind, m.mail_due FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = 'verifikator' ORDER BY m.id DESC LIMIT 1")[0];
		const tell = (kind, hours) => stack.sql(`INSERT INTO message (account_id, kind, agency_id, assessment_id, year, created_at, mail_due)
			VALUES (${city.account('verifikator')}, '${kind}', 1, ${id}, 2026, UTC_TIMESTAMP(3) - INTERVAL ${hours} HOUR, UTC_TIMESTAMP(3))`);
		tell('submitted', 30);
		city.setState(id, 'submitted');
		stack.sql(`INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, subject, subject_id, from_value, to_value)
			VALUES (UTC_TIMESTAMP(3), ${city.account('operator.satu')}, 2, 1, ${id}, 'state', ${id}, 'draft', 'submitted')`);
		tell('submitted', 0);
		assert.equal((await send(people['operator.satu'], `/questionnaire/${id}/withdraw`, {})).status, 303);
		assert.deepEqual(newest(), { kind: 'withdrawn', mail_due: null });
		assert.match((await people.verifikator.get('/message/')).words('main'), /menarik kirimannya/);
		assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM message WHERE kind = 'submitted' AND assessment_id = ${id}`)[0].n, '1', 'an earlier one is not touched');
		stack.sql(`DELETE FROM message WHERE account_id = ${city.account('verifikator')}; UPDATE account SET unread = 0 WHERE username = 'verifikator'`);
	});

	it('of all agencies of a cycle when its report comes out', async () => {
		stack.sql("UPDATE assessment SET state = 'received' WHERE cycle_id = 1 AND left_at IS NULL");
		const before = unread('operator.dua'), third = unread('operator.satu');
		const [satu, dua] = ['operator.satu', 'operator.dua'].map((name) => city.account(name));
		stack.sql(`INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
			SELECT ${satu}, agency_id, region_id, 'operator', UTC_TIMESTAMP(3), ${dua} FROM account WHERE id = ${dua}`);
		const done = await people.verifikator.submit(await people.verifikator.get('/report/region/1/publish'), { sure: '1' }, FORM);
		assert.equal(done.status, 303, done.text);
		assert.deepEqual([kinds('operator.dua').at(-1), unread('operator.dua')], ['reported', before + 1]);
		assert.deepEqual([kinds('operator.satu').slice(-2), unread('operator.satu')], [['reported', 'reported'], third + 2], 'of the own one, and of one that he serves');
		stack.sql(`DELETE FROM membership WHERE account_id = ${satu}`);
		stack.sql("UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1");
	});
});

describe('each kind', () => {
	const kinds = [...readFileSync(path.join(ROOT, 'cgi-bin/lib/store/message.h'), 'utf8').matchAll(/^\tROW\(\w+, "(\w+)", "(\w+)", (\w+), "([^"]+)"\)/gm)];
	const gets = readFileSync(path.join(ROOT, 'tests/golden/routes.txt'), 'utf8').split('\n').filter((line) => line.startsWith('GET '));

	it('leads to a page of those who are told', () => {
		const roles = { TEAM: ['verifier'], LEAD: ['verifier'], AGENCY: ['operator', 'head'], HEAD: ['head'], PROVINCE: ['validator'] };
		assert.ok(kinds.length > 10);
		for (const [, name,, audience, address] of kinds) {
			const route = gets.find((line) => line.split(' ')[1] === address.replace('%lld', '#'));
			assert.ok(route, `${name}: ${address}`);
			for (const role of roles[audience])
				assert.ok(['everybody', role].some((who) => route.split(' ')[2].split(',').includes(who)), `${name}: ${role}`);
		}
	});

	it('has its words, in one line and one paragraph that name nothing unknown', () => {
		const texts = path.join(ROOT, 'templates/message/texts');
		assert.deepEqual(readdirSync(texts).sort(), kinds.map(([, name]) => `${name}.txt`).sort());
		for (const file of readdirSync(texts)) {
			const text = readFileSync(path.join(texts, file), 'utf8');
			assert.match(text, /^[^\n]{10,120}\n[^\n]{20,}\n$/, file);
			assert.deepEqual([...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => word).filter((word) => !['agency', 'year', 'detail'].includes(word)), [], file);
			assert.match(text.split('\n')[0], /\{agency\}/, file);
		}
	});
});

describe('the list', () => {
	it('is read as far as it was seen, and not what came meanwhile', async () => {
		const who = people['kepala.satu'], page = await who.get('/message/');
		stack.sql(`INSERT INTO message (account_id, kind, created_at) VALUES (${city.account('kepala.satu')}, 'returned', UTC_TIMESTAMP(3));
			UPDATE account SET unread = unread + 1 WHERE username = 'kepala.satu'`);
		await who.submit(page, {}, { follow: false, form: 'main form:has([name=until])' });
		assert.equal(unread('kepala.satu'), 1);
	});

	it('has a page for every fifty', async () => {
		const account = city.account('operator.dua');
		stack.sql(`INSERT INTO message (account_id, kind, agency_name, year, created_at)
			SELECT ${account}, 'returned', 'Dinas Contoh Dua', 2026, UTC_TIMESTAMP(3) FROM seq_1_to_120`);
		const page = await people['operator.dua'].get('/message/?page=3');
		assert.equal(page.rows('main table').length - 1, 21);
	});

	it('of a kind that is not known any more still says something', async () => {
		stack.sql(`INSERT INTO message (account_id, kind, agency_name, created_at) VALUES (${city.account('operator.dua')}, 'forgotten', 'Dinas Contoh Dua', UTC_TIMESTAMP(3))`);
		assert.match((await people['operator.dua'].get('/message/')).words('main'), /Kabar tentang penilaian Dinas Contoh Dua/);
	});
});

describe('what comes by mail', () => {
	const due = () => stack.sql(`SELECT m.mail_due IS NOT NULL AS mailed, TIMESTAMPDIFF(MINUTE, m.created_at, m.mail_due) AS minutes, TIME(m.mail_due) AS time
		FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = 'operator.satu' ORDER BY m.id DESC LIMIT 1`)[0];
	async function chosen(pace, topics) {
		const who = people['operator.satu'];
		assert.equal((await send(who, '/message/choices', { pace, ...Object.fromEntries(topics.map((topic) => [topic, '1'])) })).status, 303);
		city.setState(id, 'not_started');
		stack.sql(`UPDATE assessment SET notified_at = NULL, notified_by = NULL, notified_how = '' WHERE id = ${id}`);
		await send(people.verifikator, '/cycle/notice/1/notified', { [`notified-${id}`]: '1', how: 'Rapat', detail: '' });
		return due();
	}

	it('is chosen by each person', async () => {
		assert.deepEqual(await chosen('soon', ['task']), { mailed: '1', minutes: '5', time: (await due()).time });
		assert.match((await chosen('daily', ['task', 'news'])).time, /^00:00:00/);
		assert.equal((await chosen('soon', ['deadline'])).mailed, '0');
		assert.equal((await chosen('never', ['task'])).mailed, '0');
	});

	it('stays chosen, and a pace there is not is refused with what was typed', async () => {
		const who = people['operator.satu'];
		assert.match((await who.get('/message/choices')).text, /id="pace-never"[^>]* checked/);
		const page = await send(who, '/message/choices', { pace: 'hourly', news: '1' });
		assert.equal(page.status, 422);
		assert.match(page.text, /id="news"[^>]* checked/);
	});
});
