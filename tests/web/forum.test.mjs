// SPDX-License-Identifier: ISC
//
// Public consultations: drafted and opened by an agency or the team, answered by people without an account, of whom
// nothing is kept; looked at, decided many at once, published; counted so that nobody is told from the others; a
// report that becomes evidence; letters to those who left an address.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { answerGuest } from './guest.mjs';
import { asTexts, printsAlike } from './texts.mjs';
import { openWorld } from './world.mjs';
import { startStack } from './harness.mjs';

let stack, world, assessment, operator, head, team, other, phone;
before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	assessment = world.assessment('DKUMKMP');
	[operator, head, team, other] = await Promise.all(['operator.dkumkmp', 'kepala.dkumkmp', 'verifikator', 'operator.dishub'].map((who) => world.as(who)));
	phone = stack.client();
	stack.sql(`INSERT INTO district (id, region_id, name) SELECT seq, 2, CONCAT('Contoh ', seq) FROM seq_1_to_2;
		INSERT INTO village (id, district_id, name) VALUES (11, 1, 'Melati'), (12, 1, 'Kenanga'), (21, 2, 'Mawar');
		INSERT INTO setting (name, value) VALUES ('guest_posts_per_hour', '10000'), ('guest_posts_of_all', '100000')`);
});
after(() => stack?.stop());

const one = (query) => stack.sql(query)[0];
const newest = (table) => Number(one(`SELECT MAX(id) AS id FROM ${table}`).id);
const count = (what) => Number(one(`SELECT COUNT(*) AS n FROM ${what}`).n);
const day = (offset = 0) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const FIELDS = { title: 'Jam layanan puskesmas (contoh)', explanation: 'Jam layanan akan diubah. Pilihannya pagi atau sore.', opens_on: day(-1), closes_on: day(7) };
const FORM = { form: 'main form[method=post]' };
const HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)> https://contoh.id/ {{7*7}} \' OR 1=1 --';

async function draft(fields = {}, who = operator) {
	const answer = await who.submit(await who.get('/forum/desk/new'), { ...FIELDS, ...fields }, FORM);
	assert.equal(answer.status, 200, answer.errors?.join());
	return newest('hearing');
}
const forced = async (who, place, fields = {}) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });
const press = async (id, action, who = operator) => who.submit(await who.get(`/forum/desk/${id}`), {}, { form: `form[action$="/${action}"]` });
const ask = (id, fields) => forced(operator, `/forum/desk/${id}/questions`, fields);

async function opened(fields = {}, who = operator) {
	const id = await draft(fields, who);
	assert.equal((await press(id, 'open', who)).status, 200);
	return id;
}

/** Says something as somebody without an account or a script; the answer, not followed. */
async function speak(id, fields = {}, client = stack.client()) {
	const page = await client.get(`/forum/${id}/say`);
	assert.equal(page.status, 200, page.words());
	return client.submit(page, { body: 'Sebaiknya buka sampai sore.', ...answerGuest(page), ...fields }, { ...FORM, follow: false });
}
async function opinion(id, fields = {}) {
	const answer = await speak(id, fields);
	assert.equal(answer.status, 303, answer.errors?.join());
	return newest('opinion');
}
/** The same by whoever sends what the page does not offer. */
async function speakOtherwise(id, fields) {
	const page = await phone.get(`/forum/${id}/say`);
	return phone.post(`/forum/${id}/say`, { body: 'Sebaiknya buka sampai sore.', guest_token: page.one('[name=guest_token]').getAttribute('value'), ...answerGuest(page), ...fields });
}
const judge = (id, picks, fields, who = operator) => forced(who, `/forum/desk/${id}/opinions`,
	{ ...Object.fromEntries(picks.map((pick) => [`pick-${pick}`, '1'])), ...fields });
const release = (id, ...picks) => judge(id, picks, { action: 'release' });

async function published(id, who = operator) {
	await press(id, 'close', who);
	return who.submit(await who.get(`/forum/desk/${id}/publish`), { conclusion: 'Jam layanan menjadi pukul 08.00 sampai 17.00.' }, FORM);
}

describe('a consultation', () => {
	it('tells the head nothing to do while it is empty, who may only read', async () => {
		assert.match((await head.get('/forum/desk/')).words(), /muncul di sini begitu disusun operator perangkat daerah/);
		assert.doesNotMatch((await operator.get('/forum/desk/')).words(), /muncul di sini begitu disusun operator/);
	});

	it('is drafted, says what is missing and keeps what was typed', async () => {
		const wrong = await operator.submit(await operator.get('/forum/desk/new'), { ...FIELDS, opens_on: day(3), closes_on: day(1) }, FORM);
		assert.equal(wrong.status, 422);
		assert.match(wrong.words(), /Tanggal terakhir mendahului tanggal dibuka/);
		assert.equal(wrong.one('#title').getAttribute('value'), FIELDS.title);
		const past = await operator.submit(wrong, { opens_on: day(-9), closes_on: day(-2) }, FORM);
		assert.match(past.words(), /Tanggal terakhir sudah lewat/);
		const id = await draft();
		assert.match((await operator.get('/forum/desk/')).words(), /Jam layanan puskesmas.*Rancangan/s);
		assert.equal((await phone.get(`/forum/${id}`)).status, 404, 'nobody sees a draft');
		assert.equal((await phone.get(`/forum/${id}/say`)).status, 404);
		const changed = await operator.submit(await operator.get(`/forum/desk/${id}/edit`), { title: 'Jam layanan (contoh)' }, FORM);
		assert.equal(changed.heading, 'Jam layanan (contoh)');
		await press(id, 'remove');
		assert.equal((await operator.get(`/forum/desk/${id}`)).status, 404);
	});

	it('has questions, a place and documents, until it is opened', async () => {
		const id = await draft();
		const short = await ask(id, { kind: 'choice', wording: 'Pagi atau sore?', choices: 'Pagi' });
		assert.equal(short.status, 422);
		assert.match(short.words(), /paling sedikit dua pilihan/);
		assert.equal((await ask(id, { kind: 'choice', wording: 'Pagi atau sore?', choices: 'Pagi\npagi' })).status, 422);
		assert.equal((await ask(id, { kind: 'choice', wording: 'Pagi atau sore?', choices: ' Pagi \n\nSore\n' })).status, 303);
		assert.deepEqual(stack.sql(`SELECT label FROM hearing_choice WHERE question_id = ${newest('hearing_question')} ORDER BY id`).map(({ label }) => label), ['Pagi', 'Sore']);
		await ask(id, { kind: 'text', wording: 'Apa alasannya?' });
		await forced(operator, `/forum/desk/${id}/questions/remove`, { question: newest('hearing_question') });
		assert.equal(count(`hearing_question WHERE hearing_id = ${id}`), 1);
		await forced(operator, `/forum/desk/${id}/area`, { 'district-1': '1' });
		assert.equal(count(`hearing_village WHERE hearing_id = ${id}`), 2);
		await forced(operator, `/forum/desk/${id}/area`, { 'village-21': '1', 'village-999': '1' });
		assert.equal(count(`hearing_village WHERE hearing_id = ${id}`), 1);
		await press(id, 'open');
		assert.equal((await ask(id, { kind: 'text', wording: 'Terlambat ditanyakan?' })).status, 409);
		assert.equal((await forced(operator, `/forum/desk/${id}/area`, { 'village-11': '1' })).status, 409);
		assert.equal((await operator.get(`/forum/desk/${id}/edit`)).status, 409);
		const page = await phone.get(`/forum/${id}`);
		assert.match(page.words(), /Mawar, Kecamatan Contoh 2/);
		assert.match(page.words(), /Pagi atau sore\?/);
	});

	it('is moved by who saw it as it is, once', async () => {
		const id = await draft();
		const page = await operator.get(`/forum/desk/${id}`);
		const answers = await Promise.all([1, 2].map(() => operator.submit(page, {}, { form: 'form[action$="/open"]', follow: false })));
		assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
		const version = one(`SELECT version FROM hearing WHERE id = ${id}`).version;
		assert.equal((await forced(operator, `/forum/desk/${id}/open`, { version })).status, 409, 'it is open');
		assert.equal((await forced(operator, `/forum/desk/${id}/remove`, { version })).status, 409);
		assert.equal((await operator.get(`/forum/desk/${id}/publish`)).status, 409);
		assert.equal((await forced(operator, `/forum/desk/${id}/extend`, { version, closes_on: day(-1) })).status, 422);
		assert.equal((await forced(operator, `/forum/desk/${id}/extend`, { version, closes_on: day(20) })).status, 303);
		assert.equal(one(`SELECT closes_on FROM hearing WHERE id = ${id}`).closes_on, day(20));
	});

	it('is nobody else’s; the team has its own', async () => {
		const id = await draft();
		assert.equal((await head.get(`/forum/desk/${id}`)).status, 200);
		assert.equal((await forced(head, `/forum/desk/${id}/open`, { version: 1 })).status, 403);
		assert.equal((await other.get(`/forum/desk/${id}`)).status, 404);
		assert.equal((await team.get(`/forum/desk/${id}`)).status, 200, 'the team reads those of its region');
		assert.equal((await forced(team, `/forum/desk/${id}/open`, { version: 1 })).status, 404, 'and changes none of them');
		assert.equal((await team.get(`/forum/desk/${id}`)).one('form[action$="/open"]'), null);
		const own = await opened({ title: 'Rencana kota (contoh)' }, team);
		assert.equal(one(`SELECT agency_id FROM hearing WHERE id = ${own}`).agency_id, null);
		assert.equal((await operator.get(`/forum/desk/${own}`)).status, 404);
		assert.match((await phone.get(`/forum/${own}`)).words(), /Tim verifikasi/);
	});
});

describe('people without an account', () => {
	it('say something, of which nothing shows before an official has looked', async () => {
		const id = await draft();
		await ask(id, { kind: 'choice', wording: 'Pagi atau sore?', choices: 'Pagi\nSore' });
		await ask(id, { kind: 'text', wording: 'Apa alasannya?' });
		await press(id, 'open');
		const [choice, text] = stack.sql(`SELECT id FROM hearing_question WHERE hearing_id = ${id} ORDER BY id`).map((row) => row.id);
		const sore = one(`SELECT id FROM hearing_choice WHERE question_id = ${choice} AND label = 'Sore'`).id;
		const answer = await speak(id, { body: 'Buka sampai sore, tolong.', place: 'd11', [`reply-${choice}`]: sore, [`reply-${text}`]: 'Saya bekerja.', contact: 'warga@contoh.id' });
		assert.equal(answer.location, `/matang/forum/${id}?done=said`);
		assert.match((await phone.get(`/forum/${id}?done=said`)).words(), /tampil di sini sesudah diperiksa/);
		const key = newest('opinion');
		assert.deepEqual(one(`SELECT body, state, district_id, village_id, contact, decision FROM opinion WHERE id = ${key}`),
			{ body: 'Buka sampai sore, tolong.', state: 'waiting', district_id: '1', village_id: '11', contact: 'warga@contoh.id', decision: null });
		assert.deepEqual(stack.sql(`SELECT COALESCE(choice_id, body) AS said FROM opinion_reply WHERE opinion_id = ${key} ORDER BY question_id`).map(({ said }) => said), [sore, 'Saya bekerja.']);
		assert.doesNotMatch((await phone.get(`/forum/${id}`)).words(), /tolong/);
		assert.match((await operator.get(`/forum/desk/${id}/opinions`)).words(), /Buka sampai sore, tolong\..*Saya bekerja.*Melati, Kecamatan Contoh 1.*meninggalkan surel/s);
		assert.match((await operator.get('/message/')).words(), /Pendapat warga untuk .* menunggu diperiksa/);
		assert.equal((await release(id, key)).status, 303);
		const page = await phone.get(`/forum/${id}`);
		assert.match(page.words(), /Buka sampai sore, tolong/);
		assert.doesNotMatch(page.text, /Melati|warga@contoh|Saya bekerja/, 'nothing of the person');
		await judge(id, [key], { action: 'withhold' });
		assert.doesNotMatch((await phone.get(`/forum/${id}`)).words(), /tolong/);
	});

	it('are told what is wrong, and keep what they typed', async () => {
		const id = await opened();
		const bad = await speakOtherwise(id, { body: 'singkat', contact: 'bukan surel', place: 'd999', guest_answer: '1' });
		assert.equal(bad.status, 422);
		assert.match(bad.words(), /Pendapat/);
		assert.match(bad.words(), /Alamat surel belum lengkap/);
		assert.match(bad.words(), /Lokasi ini tidak ada dalam daftar/);
		assert.equal(bad.one('#contact').getAttribute('value'), 'bukan surel');
		const trap = await speak(id, { website: 'https://contoh.id' });
		assert.equal(trap.status, 422);
		assert.equal((await phone.post(`/forum/${id}/say`, { body: 'Tanpa tanda halaman apa pun.' })).status, 422);
		assert.equal((await phone.post(`/forum/${id}/say`, { body: 'Dengan isian asing.', role: 'admin' })).status, 400);
		assert.equal((await speak(id, { body: '\u200b'.repeat(12) })).status, 422);
		assert.equal(count(`opinion WHERE hearing_id = ${id}`), 0);
	});

	it('are counted once for a page that is sent twice', async () => {
		const id = await opened();
		const page = await phone.get(`/forum/${id}/say`);
		const fields = { body: 'Dikirim dua kali dari halaman yang sama.', ...answerGuest(page) };
		const answers = await Promise.all([1, 2, 3].map(() => phone.submit(page, fields, { ...FORM, follow: false })));
		assert.deepEqual(answers.map(({ status }) => status), [303, 303, 303]);
		assert.equal(count(`opinion WHERE hearing_id = ${id}`), 1);
	});

	it('write text, whatever it looks like', async () => {
		const id = await draft({ title: `Topik ${HOSTILE.slice(0, 100)}`, explanation: HOSTILE });
		await ask(id, { kind: 'text', wording: 'Apa alasannya?' });
		await press(id, 'open');
		const question = newest('hearing_question');
		const key = await opinion(id, { body: HOSTILE, [`reply-${question}`]: HOSTILE });
		await judge(id, [key], { action: 'decide', decision: 'partly', answer: HOSTILE });
		await release(id, key);
		await published(id);
		for (const [who, place] of [[phone, `/forum/${id}`], [phone, '/forum/'], [operator, `/forum/desk/${id}/opinions`], [operator, `/forum/desk/${id}/report`]]) {
			const page = await who.get(place);
			assert.equal(page.status, 200, place);
			assert.doesNotMatch(page.text, /<script>alert|<img src=x/, place);
			assert.equal(page.all('main a').filter((link) => /contoh\.id/.test(link.getAttribute('href'))).length, 0, 'no link becomes active');
		}
		assert.match((await operator.get(`/forum/desk/${id}/opinions/table.csv`)).text, /<script>alert/, 'as text in a file');
	});

	it('are asked where they are from, where only some are asked', async () => {
		const id = await draft();
		await forced(operator, `/forum/desk/${id}/area`, { 'village-21': '1' });
		await press(id, 'open');
		const nowhere = await speak(id);
		assert.equal(nowhere.status, 422);
		assert.match(nowhere.words(), /Pilih kelurahan Anda/);
		assert.equal((await speakOtherwise(id, { place: 'd11' })).status, 422, 'from elsewhere');
		assert.equal((await speak(id, { place: 'd21' })).status, 303);
		assert.ok((await phone.get(`/forum/${id}/say?place=d21`)).one('option[value=d21][selected]'), 'as the poster chooses it');
	});

	it('are late before and after its days, and once it is closed', async () => {
		for (const fields of [{ opens_on: day(2) }]) {
			const id = await opened(fields);
			assert.equal((await phone.get(`/forum/${id}/say`)).status, 410);
			assert.match((await phone.get(`/forum/${id}`)).words(), /Akan dibuka/);
		}
		const id = await opened();
		const page = await phone.get(`/forum/${id}/say`);
		await press(id, 'close');
		const late = await phone.submit(page, { body: 'Terlambat sedikit saja.', ...answerGuest(page) }, FORM);
		assert.equal(late.status, 410);
		assert.match(late.words(), /sedang tidak menerima pendapat/);
		const over = await opened();
		stack.sql(`UPDATE hearing SET opens_on = '2026-01-01', closes_on = '2026-01-02', shown = shown + 1 WHERE id = ${over}`);
		assert.equal((await phone.get(`/forum/${over}/say`)).status, 410);
		assert.match((await phone.get(`/forum/${over}`)).words(), /Masa pendapat selesai/);
	});

	it('are held when one address says too much', async () => {
		const id = await opened();
		stack.sql("UPDATE setting SET value = '5' WHERE name = 'guest_posts_per_hour'; DELETE FROM guest_rate; UPDATE world_stamp SET number = number + 1");
		const answers = [];
		for (let at = 0; at < 4; at++)
			answers.push((await speak(id)).status);
		stack.sql("UPDATE setting SET value = '10000' WHERE name = 'guest_posts_per_hour'; DELETE FROM guest_rate; UPDATE world_stamp SET number = number + 1");
		assert.ok(answers.includes(429), answers.join());
	});
});

describe('support', () => {
	let id, key;
	before(async () => {
		id = await opened();
		key = await opinion(id, { body: 'Yang didukung banyak orang.' });
	});
	const back = async (client, page) => client.submit(page, answerGuest(page), { ...FORM, follow: false });

	it('is given once by a browser, to what was released', async () => {
		assert.equal((await phone.get(`/forum/${id}/support/${key}`)).status, 404, 'not looked at yet');
		await release(id, key);
		const client = stack.client();
		const page = await client.get(`/forum/${id}/support/${key}`);
		assert.match((await back(client, page)).location, /done=supported$/);
		assert.match((await back(client, await client.get(`/forum/${id}/support/${key}`))).location, /done=supported-before$/);
		assert.equal(one(`SELECT supports FROM opinion WHERE id = ${key}`).supports, '1');
		assert.match((await phone.get(`/forum/${id}`)).words(), /1 dukungan/, 'the kept page is made anew');
		const another = stack.client();
		assert.match((await back(another, await another.get(`/forum/${id}/support/${key}`))).location, /done=supported$/);
		assert.equal(count(`opinion_support WHERE opinion_id = ${key}`), 2);
		assert.equal((await phone.get(`/forum/${id}/support/999999`)).status, 404);
	});

	it('without a cookie is given once by an address', async () => {
		const second = await opinion(id, { body: 'Yang lain, juga didukung.' });
		await release(id, second);
		const places = [];
		for (let at = 0; at < 2; at++) {
			const page = await stack.client().get(`/forum/${id}/support/${second}`);
			places.push((await stack.client().submit(page, answerGuest(page), { ...FORM, follow: false })).location);
		}
		assert.match(places[0], /done=supported$/);
		assert.match(places[1], /done=supported-before$/);
	});

	it('leaves no mark when the result is out', async () => {
		for (const { id: left } of stack.sql(`SELECT id FROM opinion WHERE hearing_id = ${id} AND decision IS NULL`))
			await judge(id, [left], { action: 'decide', decision: 'accommodated' });
		const open = await stack.client().get(`/forum/${id}/support/${key}`);
		assert.equal((await published(id)).status, 200);
		assert.equal(count(`opinion_support s JOIN opinion o ON o.id = s.opinion_id WHERE o.hearing_id = ${id}`), 0);
		assert.equal(one(`SELECT supports FROM opinion WHERE id = ${key}`).supports, '2');
		assert.equal((await back(stack.client(), open)).status, 410);
	});
});

describe('officials', () => {
	it('decide many at once, with a reason wherever not all is taken up', async () => {
		const id = await opened();
		const keys = [await opinion(id, { body: 'Pendapat pertama di sini.' }), await opinion(id, { body: 'Pendapat kedua di sini.' }), await opinion(id)];
		assert.match((await judge(id, [], { action: 'release' })).words(), /Pilih dahulu pendapatnya/);
		for (const decision of ['partly', 'refused', 'answered']) {
			const page = await judge(id, keys, { action: 'decide', decision });
			assert.equal(page.status, 422, decision);
			assert.match(page.words(), decision === 'answered' ? /Tulis jawabannya/ : /perlu alasan/);
		}
		assert.equal((await judge(id, keys, { action: 'decide' })).status, 422);
		assert.equal((await judge(id, keys, { action: 'remove' })).status, 422);
		/* The same page again, of the same list, with what was chosen and written. */
		const again = await judge(id, keys.slice(0, 1), { action: 'decide', decision: 'partly', state: 'waiting', q: 'pendapat', answer: '' });
		assert.equal(again.status, 422);
		assert.match(again.words('h1'), /Pendapat/);
		assert.deepEqual(again.all('input[type=checkbox][checked]').map((box) => box.getAttribute('name')), [`pick-${keys[0]}`]);
		assert.equal(again.one('select[name=decision] option[selected]').getAttribute('value'), 'partly');
		assert.equal(again.one('form[method=post] input[name=q]').getAttribute('value'), 'pendapat');
		const kept = await judge(id, [], { action: 'put', answer: 'Sudah panjang saya tulis.' });
		assert.match(kept.errors.join(), /Pilih dahulu pendapatnya.*Pilih dahulu temanya/);
		assert.match(kept.words('textarea[name=answer]'), /Sudah panjang saya tulis/);
		assert.equal((await judge(id, keys.slice(0, 2), { action: 'decide', decision: 'refused', answer: 'Anggarannya belum ada.' })).status, 303);
		assert.equal(count(`opinion WHERE hearing_id = ${id} AND decision = 'refused' AND answer = 'Anggarannya belum ada.'`), 2);
		await judge(id, keys.slice(2), { action: 'decide', decision: 'accommodated' });
		await release(id, ...keys);
		assert.equal(count(`opinion WHERE hearing_id = ${id} AND state = 'released'`), 3);
		const foreign = await opened({}, team);
		await judge(foreign, keys, { action: 'withhold' }, team);
		assert.equal(count(`opinion WHERE hearing_id = ${id} AND state = 'released'`), 3, 'not by another consultation');
	});

	it('give themes, and find by them', async () => {
		const id = await opened();
		const keys = [await opinion(id, { body: 'Tentang jam buka kantor.' }), await opinion(id, { body: 'Tentang tempat parkir.' })];
		await forced(operator, `/forum/desk/${id}/themes`, { name: 'Jam buka' });
		const theme = newest('hearing_theme');
		await forced(operator, `/forum/desk/${id}/themes`, { name: 'jam buka' });
		assert.equal(count(`hearing_theme WHERE hearing_id = ${id}`), 1);
		assert.equal((await judge(id, keys, { action: 'put' })).status, 422);
		await judge(id, [keys[0]], { action: 'put', theme });
		await judge(id, [keys[0]], { action: 'put', theme });
		const found = (await operator.get(`/forum/desk/${id}/opinions?about=${theme}`)).words('.matang-opinions');
		assert.match(found, /jam buka kantor.*Tema: Jam buka/s);
		assert.doesNotMatch(found, /parkir/);
		assert.match((await operator.get(`/forum/desk/${id}/opinions?q=parkir`)).words('.matang-opinions'), /parkir/);
		assert.match((await operator.get(`/forum/desk/${id}/opinions/table.csv?decided=none`)).text, /"Tentang jam buka kantor\.","","Jam buka"/);
		await judge(id, [keys[0]], { action: 'take', theme });
		assert.equal(count(`opinion_theme WHERE theme_id = ${theme}`), 0);
	});

	it('publish when everything is looked at and answered, and what they decided stands', async () => {
		const id = await opened();
		const key = await opinion(id, { contact: 'warga@contoh.id' });
		await press(id, 'close');
		const early = await operator.submit(await operator.get(`/forum/desk/${id}/publish`), { conclusion: 'Diputuskan terlalu cepat.' }, FORM);
		assert.equal(early.status, 409);
		assert.match(early.words(), /1 pendapat belum diperiksa dan 1 belum dijawab/);
		await release(id, key);
		await judge(id, [key], { action: 'decide', decision: 'refused', answer: 'Petugasnya belum cukup.' });
		assert.doesNotMatch((await phone.get(`/forum/${id}`)).words(), /Petugasnya/, 'not before the result');
		const page = await operator.get(`/forum/desk/${id}/publish`);
		assert.equal((await operator.submit(page, { conclusion: 'pendek' }, FORM)).status, 422);
		assert.equal((await operator.submit(page, { conclusion: 'Jam layanan tetap, karena petugasnya belum cukup.' }, FORM)).status, 200);
		const result = (await phone.get(`/forum/${id}`)).words();
		assert.match(result, /Jam layanan tetap.*1 pendapat masuk.*tidak ditunjukkan menurut tempat.*Tidak diakomodasi: Petugasnya belum cukup/s);
		assert.equal((await judge(id, [key], { action: 'withhold' })).status, 409);
		assert.deepEqual(one(`SELECT guest_email, guest_kind, guest_key, account_id FROM mail WHERE guest_key = ${id}`),
			{ guest_email: 'warga@contoh.id', guest_kind: 'hearing_published', guest_key: String(id), account_id: null });
		assert.equal(one(`SELECT contact FROM opinion WHERE id = ${key}`).contact, null, 'the address is kept no longer');
	});

	it('say where nothing was released that there is none, and no longer that it is still to come', async () => {
		const id = await opened();
		assert.match((await phone.get(`/forum/${id}`)).words(), /Belum ada pendapat yang dirilis\. Pendapat tampil sesudah diperiksa/);
		const said = await opinion(id);
		await judge(id, [said], { action: 'withhold' });
		await judge(id, [said], { action: 'decide', decision: 'accommodated', answer: '' });
		assert.equal((await published(id)).status, 200);
		const page = await phone.get(`/forum/${id}`);
		assert.match(page.words(), /Tidak ada pendapat yang dirilis\./);
		assert.doesNotMatch(page.words(), /Belum ada pendapat|sesudah diperiksa/);
	});
});

describe('what is told of how many', () => {
	it('tells no place from which fewer than the threshold spoke, nor by subtraction', async () => {
		const id = await opened();
		const fill = (village, district, n) => stack.sql(`INSERT INTO opinion (hearing_id, district_id, village_id, mark, body, answer, state, looked_at, decision, decided_at, received_at)
			SELECT ${id}, ${district}, ${village}, UNHEX(SHA2(CONCAT(${id}, '-', ${village}, '-', seq), 256)), 'Pendapat contoh', '', 'released', UTC_TIMESTAMP(3), 'accommodated', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM seq_1_to_${n}`);
		fill(11, 1, 9);
		fill(12, 1, 6);
		fill(21, 2, 2);
		await published(id);
		const page = await phone.get(`/forum/${id}`);
		assert.match(page.words(), /Melati, Kecamatan Contoh 1 ?9/);
		assert.doesNotMatch(page.words(), /Kenanga, Kecamatan|Mawar, Kecamatan/, 'the 6 with the 2, or the 2 could be computed');
		assert.match(page.words(), /Tempat lain bersama-sama ?8/);
		assert.match((await operator.get(`/forum/desk/${id}/report`)).words(), /Tempat lain bersama-sama ?8/);
	});
});

describe('papers', () => {
	it('are a report that becomes evidence of the criterion that asks for it, with one press', async () => {
		const id = await opened();
		assert.match((await operator.get(`/forum/desk/${id}/report`)).words(), /masih sementara/);
		assert.equal((await operator.get(`/forum/desk/${id}/evidence`)).status, 409);
		const key = await opinion(id, { body: 'Buka juga hari Sabtu, tolong.' });
		await release(id, key);
		await judge(id, [key], { action: 'decide', decision: 'partly', answer: 'Sabtu pekan pertama.' });
		await published(id);
		assert.match((await operator.get(`/forum/desk/${id}/report`)).words(), /Laporan konsultasi publik.*Buka juga hari Sabtu, tolong.*Diakomodasi sebagian: Sabtu pekan pertama.*Jam layanan menjadi/s);
		assert.equal((await head.get(`/forum/desk/${id}/report/pdf`)).headers['content-type'], 'application/pdf');
		await asTexts(head, `/forum/desk/${id}/report`, /LAPORAN KONSULTASI PUBLIK/i);
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${assessment}`);
		const page = await operator.get(`/forum/desk/${id}/evidence`);
		assert.match(page.words(), /Yang menyebut konsultasi publik.*public hearing.*Variabel 6/s);
		const [item] = page.all('main button[name=item]').map((button) => button.getAttribute('value'));
		assert.equal(one(`SELECT CONCAT(v.number, '/', l.number) AS place FROM checklist_item i JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id WHERE i.id = ${item}`).place, '6/5');
		for (let at = 0; at < 2; at++)
			assert.match((await forced(operator, `/forum/desk/${id}/evidence`, { item })).location, new RegExp(`/questionnaire/${assessment}/6\\?done=linked`));
		const document = one(`SELECT paper_id AS id FROM hearing WHERE id = ${id}`).id;
		assert.deepEqual(one(`SELECT d.title, d.kind, (SELECT COUNT(*) FROM revision n WHERE n.document_id = d.id) AS revisions,
			(SELECT COUNT(*) FROM evidence_link k WHERE k.document_id = d.id AND k.removed_at IS NULL) AS links FROM document d WHERE d.id = ${document}`),
		{ title: `Laporan konsultasi publik: ${FIELDS.title}`, kind: 'laporan', revisions: '1', links: '1' });
		assert.equal((await forced(operator, `/forum/desk/${id}/evidence`, { item: 999999 })).status, 404);
	});

	it('are posters, a page for each kelurahan', async () => {
		const id = await opened();
		assert.match((await operator.get(`/forum/desk/${id}/poster`)).words(), /Contoh 1 ?2/);
		for (const query of ['', '?district=1']) {
			const pdf = await operator.get(`/forum/desk/${id}/poster/pdf${query}`);
			assert.equal(pdf.headers['content-type'], 'application/pdf');
			assert.ok((await operator.get(`/forum/desk/${id}/poster`)).one(`main a[href$="/poster/odt${query}"]`));
			await asTexts(operator, `/forum/desk/${id}/poster${query}`, /SAMPAIKAN PENDAPAT ANDA/i);
		}
		/* As a text, too, a phone reads where the opinion is written. */
		const [code, ...others] = await printsAlike(operator, `/forum/desk/${id}/poster?district=1`);
		assert.match(code, new RegExp(`/forum/${id}/say\\?place=d\\d+$`));
		assert.deepEqual(others, []);
		for (const ending of ['pdf', 'odt', 'docx'])
			assert.equal((await operator.get(`/forum/desk/${id}/poster/${ending}?district=999`)).status, 404);
		await press(id, 'close');
		assert.equal((await operator.get(`/forum/desk/${id}/poster`)).status, 409);
	});
});

describe('documents', () => {
	it('of the agency are for everybody once it is open, and no others', async () => {
		const id = await draft();
		const file = (name) => one(`INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT agency_id, 'Rancangan (contoh)', 'rencana', UTC_TIMESTAMP(3), id
			FROM account WHERE username = '${name}'; SELECT LAST_INSERT_ID() AS id`);
		const own = file('operator.dkumkmp'), foreign = file('operator.dishub');
		for (const { id: document } of [own, foreign])
			stack.sql(`INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, held, created_at, created_by)
				SELECT ${document}, 1, UNHEX(SHA2('', 256)), 0, 'application/pdf', 'a.pdf', 'aa/kosong${document}', 'no', UTC_TIMESTAMP(3), created_by FROM document WHERE id = ${document}`);
		mkdirSync(path.join(stack.files, 'aa'), { recursive: true });
		writeFileSync(path.join(stack.files, `aa/kosong${own.id}`), '');
		await forced(operator, `/forum/desk/${id}/documents`, { document: own.id });
		if (foreign)
			await forced(operator, `/forum/desk/${id}/documents`, { document: foreign.id });
		assert.equal(count(`hearing_document WHERE hearing_id = ${id}`), 1);
		assert.equal((await phone.get(`/forum/${id}/document/${own.id}`)).status, 404);
		await press(id, 'open');
		assert.equal((await phone.get(`/forum/${id}/document/${own.id}`)).status, 200);
		await forced(operator, `/forum/desk/${id}/documents/remove`, { document: own.id });
		assert.equal((await phone.get(`/forum/${id}/document/${own.id}`)).status, 404);
	});
});

describe('the public page', () => {
	it('is made once and known by its ETag, until something that it shows changes', async () => {
		const id = await opened();
		const key = await opinion(id, { body: 'Yang tampil kemudian di sini.' });
		const first = await phone.get(`/forum/${id}`);
		assert.equal((await phone.get(`/forum/${id}`, { headers: { 'if-none-match': first.headers.etag } })).status, 304);
		await release(id, key);
		const second = await phone.get(`/forum/${id}`, { headers: { 'if-none-match': first.headers.etag } });
		assert.equal(second.status, 200);
		assert.match(second.words(), /Yang tampil kemudian/);
		assert.ok((await phone.get('/portal/')).one('main a[href$="/forum/"]'));
		assert.match((await phone.get('/forum/')).words(), /Terbuka/);
	});

	it('of all consultations is made once, until one is opened, extended, closed or published', async () => {
		let etag = (await phone.get('/forum/')).headers.etag;
		const changes = async (how) => {
			assert.equal((await phone.get('/forum/', { headers: { 'if-none-match': etag } })).status, 304, 'nothing before');
			const id = await how();
			const page = await phone.get('/forum/', { headers: { 'if-none-match': etag } });
			assert.equal(page.status, 200);
			etag = page.headers.etag;
			return { id, words: page.words('main') };
		};
		const { id, words } = await changes(() => opened({ title: 'Yang tampil dalam daftar' }));
		assert.match(words, /Yang tampil dalam daftar/);
		await changes(async () => operator.submit(await operator.get(`/forum/desk/${id}`), { closes_on: day(40) }, { form: 'form[action$="/extend"]' }));
		await changes(() => press(id, 'close'));
		assert.match((await changes(async () => operator.submit(await operator.get(`/forum/desk/${id}/publish`),
			{ conclusion: 'Jam layanan menjadi pukul 08.00 sampai 17.00.' }, FORM))).words, /Hasil terbit/);
	});

	it('to write on has a token for each who asks, and goes when it is closed', async () => {
		const id = await opened();
		const tokens = await Promise.all([1, 2, 3].map(async () => (await stack.client().get(`/forum/${id}/say`)).one('input[name=guest_token]').getAttribute('value')));
		assert.equal(new Set(tokens).size, 3);
		await press(id, 'close');
		assert.equal((await phone.get(`/forum/${id}/say`)).status, 410);
	});
});
