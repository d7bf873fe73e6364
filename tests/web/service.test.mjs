// SPDX-License-Identifier: ISC
//
// Services that end in a letter: written and frozen, applied for at the counter, looked through, returned for what is
// missing alone, decided once, numbered without a gap, checked by anybody; the register of enterprises; the report.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { docx, pdf, png } from './files.mjs';
import { answerGuest } from './guest.mjs';
import { asTexts } from './texts.mjs';
import { openWorld } from './world.mjs';
import { ROOT, startStack } from './harness.mjs';

let stack, world, operator, second, head, other, phone;
before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	world.assessment('DKUMKMP');
	[operator, second, head, other] = await Promise.all(['operator.dkumkmp', 'operator2.dkumkmp', 'kepala.dkumkmp', 'operator.dishub'].map((who) => world.as(who)));
	phone = stack.client();
});
after(() => stack?.stop());

const one = (query) => stack.sql(query)[0];
const newest = (table) => Number(one(`SELECT MAX(id) AS id FROM ${table}`).id);
const forced = async (who, place, fields = {}) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });
const SERVICE = { name: 'Surat Keterangan Usaha Mikro (contoh)', mark: 'SKUM', legal_base: 'Peraturan contoh', requirements: 'KTP pemilik; wajib\nFoto usaha; wajib\nNPWP; bila ada',
	fields: 'Tujuan; pilihan; wajib; kredit, bantuan\nMulai dipakai; tanggal; bila ada', steps: 'Pemeriksaan; petugas; 1\nKeputusan; kepala; 2', cost: 'Tanpa biaya',
	product: 'Surat keterangan', complaint: 'Telepon dinas (contoh)', letter: 'Kepala dinas menerangkan bahwa:\n{data}\nDemikian surat ini.', valid_months: '12' };
const ENTERPRISE = { kind: 'micro', owner: 'Contoh Ayu', nik: '6471 0141 0190 0001', address: 'Jalan Contoh 1', village: 'Kelurahan Contoh', products: 'Keripik' };

async function define(fields = {}) {
	const answer = await operator.submit(await operator.get('/service/services/new'), { ...SERVICE, ...fields }, { form: 'main form[method=post]' });
	assert.equal(answer.status, 200, answer.errors?.join());
	return newest('service_version');
}
async function inForce(fields) {
	const id = await define(fields);
	await operator.submit(await operator.get(`/service/services/${id}`), {}, { form: 'form[action$="/publish"]' });
	assert.equal(one(`SELECT state FROM service_version WHERE id = ${id}`).state, 'published');
	return id;
}
const asked = (version, label) => one(`SELECT id FROM service_field WHERE version_id = ${version} AND label = '${label}'`).id;
const required = (version) => stack.sql(`SELECT id FROM service_requirement WHERE version_id = ${version} ORDER BY position`).map(({ id }) => id);
async function applyFor(version, name, fields = {}, who = operator) {
	return who.submit(await who.get(`/service/new/${version}`), { applicant: 'Contoh Ayu', name, ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'kredit', ...fields },
		{ form: 'main form[method=post]' });
}
async function application(version, name, fields) {
	const answer = await applyFor(version, name, fields);
	assert.equal(answer.status, 200, answer.errors?.join() || answer.words());
	return newest('service_application');
}
const state = (id) => one(`SELECT state FROM service_application WHERE id = ${id}`).state;
async function check(id, version, way, missing = {}, more = {}, who = operator) {
	const fields = { way, ...more };
	for (const requirement of required(version)) {
		fields[`verdict-${requirement}`] = missing[requirement] ? 'missing' : 'accepted';
		if (missing[requirement])
			fields[`note-${requirement}`] = missing[requirement];
	}
	return who.submit(await who.get(`/service/${id}`), fields, { form: 'form[action$="/check"]' });
}
const decide = async (id, fields = { decision: 'approve' }) => head.submit(await head.get(`/service/${id}`), fields, { form: 'form[action$="/decide"]' });

describe('a service', () => {
	it('is written as lines, says which of them does not fit, and is frozen once it is in force', async () => {
		const wrong = await operator.submit(await operator.get('/service/services/new'), { ...SERVICE, requirements: 'KTP', fields: 'Tujuan; pilihan; wajib', steps: 'Periksa; siapa; 1' },
			{ form: 'main form[method=post]' });
		assert.equal(wrong.status, 422);
		assert.match(wrong.words(), /Baris 1: sesudah titik koma tulis wajib atau bila ada/);
		assert.match(wrong.words(), /pilihannya ditulis di bagian keempat/);
		assert.match(wrong.words(), /pelaksana \(loket, petugas, kunjungan, kepala\)/);
		assert.equal(wrong.one('#name').getAttribute('value'), SERVICE.name, 'what was typed stays');
		const id = await define();
		const page = await operator.get(`/service/services/${id}`);
		assert.equal(page.one('#requirements').textContent.trim(), SERVICE.requirements);
		assert.equal(page.one('#fields').textContent.trim().split('\n')[0], 'Tujuan; pilihan; wajib; kredit, bantuan');
		assert.equal((await phone.get(`/service/standard/${id}`)).status, 404, 'a draft is nobody else\'s');
		const stale = await operator.get(`/service/services/${id}`);
		await operator.submit(page, { cost: 'Gratis' }, { form: `form[action$="/services/${id}"]` });
		assert.equal((await operator.submit(stale, { cost: 'Lain' }, { form: `form[action$="/services/${id}"]` })).status, 409);
		await operator.submit(await operator.get(`/service/services/${id}`), {}, { form: 'form[action$="/publish"]' });
		assert.equal((await forced(operator, `/service/services/${id}`, { ...SERVICE, version: 3 })).status, 409, 'nothing of it changes any more');
		const shown = await phone.get(`/service/standard/${id}`);
		for (const heading of ['Dasar hukum', 'Persyaratan', 'Sistem, mekanisme dan prosedur', 'Waktu penyelesaian', 'Biaya', 'Produk layanan', 'Pengaduan layanan'])
			assert.match(shown.words(), new RegExp(heading));
		assert.match(shown.words(), /Gratis/);
		const regions = await phone.get('/service/standards');
		assert.match((await phone.get(regions.link('Kota Balikpapan'))).words(), /Surat Keterangan Usaha Mikro \(contoh\)/);
	});

	it('goes on as another version, while applications keep theirs', async () => {
		const id = await inForce();
		const before = await application(id, 'Usaha versi satu');
		await operator.submit(await operator.get(`/service/services/${id}`), {}, { form: 'form[action$="/renew"]' });
		const next = newest('service_version');
		assert.notEqual(next, id);
		assert.equal((await forced(operator, `/service/services/${id}/renew`)).status, 409, 'one is being written');
		await operator.submit(await operator.get(`/service/services/${next}`), {}, { form: 'form[action$="/publish"]' });
		assert.equal(one(`SELECT state FROM service_version WHERE id = ${id}`).state, 'closed');
		assert.equal((await operator.get(`/service/new/${id}`)).status, 409);
		assert.equal((await operator.get(`/service/${before}`)).status, 200);
	});

	it('is no other agency\'s', async () => {
		const id = await inForce();
		for (const place of [`/service/services/${id}`, `/service/new/${id}`])
			assert.equal((await other.get(place)).status, 404);
	});
});

describe('an application', () => {
	let version;
	before(async () => { version = await inForce(); });

	it('is refused with what does not fit, and keeps what was typed', async () => {
		const wrong = await applyFor(version, 'Usaha Salah', { nik: '123', nib: 'abc', npwp: '12', [`field-${asked(version, 'Mulai dipakai')}`]: 'besok pagi' });
		assert.equal(wrong.status, 422);
		for (const what of [/NIK terdiri dari 16 angka/, /NIB terdiri dari 13 angka/, /NPWP terdiri dari 15 atau 16 angka/, /Mulai dipakai: Tanggal tidak terbaca/])
			assert.match(wrong.words(), what);
		assert.equal(wrong.one('#name').getAttribute('value'), 'Usaha Salah');
		const outside = await forced(operator, `/service/new/${version}`, { applicant: 'Contoh Ayu', name: 'Usaha Lain', ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'lain' });
		assert.match(outside.words(), /Tujuan: Pilih salah satu/);
		assert.equal((await forced(operator, `/service/new/${version}`, { 'field-99999': 'x', ...ENTERPRISE, name: 'X Y', applicant: 'Contoh' })).status, 400);
		assert.equal((await applyFor(version, 'Usaha Tanggal', { nik: '6471019901900001' })).status, 422, 'a NIK holds a day');
	});

	it('shows hostile words as words', async () => {
		const id = await application(version, '<script>alert(1)</script>', { products: '"><img src=x onerror=alert(1)>' });
		const page = await operator.get(`/service/${id}`);
		assert.equal(page.all('main script').length + page.all('main img').length, 0);
		assert.match(page.words(), /<script>alert\(1\)<\/script>/);
	});

	it('is one however often it is sent, also at the same moment', async () => {
		const form = await operator.get(`/service/new/${version}`);
		const fields = { applicant: 'Contoh Ayu', name: 'Usaha Kembar', ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'kredit' };
		await Promise.all([operator, operator, operator].map((who) => who.submit(form, fields, { form: 'main form[method=post]' })));
		await applyFor(version, 'Usaha Kembar', {}, second);
		assert.equal(one("SELECT COUNT(*) AS n FROM service_application a JOIN enterprise e ON e.id = a.enterprise_id WHERE e.name = 'Usaha Kembar'").n, '1');
	});

	it('is found by its number as people copy it, and by nobody else', async () => {
		const id = await application(version, 'Usaha Nomor');
		const { number } = one(`SELECT number FROM service_application WHERE id = ${id}`);
		const answer = await operator.get(`/service/?number=${number.toLowerCase().replace('-', '%20')}`, { follow: false });
		assert.match(answer.headers.location, new RegExp(`/service/${id}$`));
		assert.equal((await other.get(`/service/?number=${number}`, { follow: false })).status, 200);
		assert.equal((await other.get(`/service/${id}`)).status, 404);
	});

	it('is returned with the reason; what is missing alone can be brought; days stand meanwhile', async () => {
		const id = await application(version, 'Usaha Kurang');
		const [ktp, photo] = required(version);
		const silent = await check(id, version, 'return', { [photo]: '' });
		assert.equal(silent.status, 422);
		assert.match(silent.words(), /Tulis alasan pengembaliannya/);
		const unfit = await check(id, version, 'pass', { [photo]: 'buram' });
		assert.equal(unfit.status, 422);
		assert.match(unfit.words(), /Foto usaha wajib dan masih kurang/);
		assert.equal((await check(id, version, 'return', { [photo]: 'Fotonya buram' }, { reason: 'Foto belum terbaca' })).status, 200);
		assert.equal(state(id), 'returned');
		assert.equal(one(`SELECT running_since FROM service_application WHERE id = ${id}`).running_since, null);
		const shown = one(`SELECT version FROM service_application WHERE id = ${id}`).version;
		assert.equal((await forced(operator, `/service/${id}/bring`, { version: shown, [`have-${ktp}`]: 1, [`have-${photo}`]: 1 })).status, 409, 'only what was missing');
		assert.equal(state(id), 'returned');
		await operator.submit(await operator.get(`/service/${id}`), { [`have-${photo}`]: '1' }, { form: 'form[action$="/bring"]' });
		assert.equal(state(id), 'received');
		assert.equal(one(`SELECT returns FROM service_verdict WHERE application_id = ${id} AND requirement_id = ${photo}`).returns, '1');
	});

	it('goes to the head, who decides once; the letter is checked by anybody', async () => {
		const id = await application(version, 'Usaha Lengkap', { nib: '1234567890123' });
		assert.equal((await forced(head, `/service/${id}/decide`, { version: 1, decision: 'approve' })).status, 409, 'not before it was checked');
		assert.equal(one(`SELECT COUNT(*) AS n FROM service_letter WHERE application_id = ${id}`).n, '0');
		const page = await second.get(`/service/${id}`);
		await check(id, version, 'pass');
		assert.equal(state(id), 'checked');
		assert.equal((await second.submit(page, { way: 'pass', ...Object.fromEntries(required(version).map((key) => [`verdict-${key}`, 'accepted'])) }, { form: 'form[action$="/check"]' })).status, 409,
			'a second officer comes too late');
		assert.equal((await forced(operator, `/service/${id}/decide`, { version: 2, decision: 'approve' })).status, 403);
		const form = await head.get(`/service/${id}`);
		const answers = await Promise.all([1, 2, 3].map(() => head.submit(form, { decision: 'approve' }, { form: 'form[action$="/decide"]' })));
		assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
		assert.equal(one(`SELECT COUNT(*) AS n FROM service_letter WHERE application_id = ${id}`).n, '1');
		const letter = one(`SELECT id, number_text, code FROM service_letter WHERE application_id = ${id}`);
		const pdf = await operator.get(`/service/letters/${letter.id}/pdf`);
		assert.equal(pdf.headers['content-type'], 'application/pdf');
		await asTexts(operator, `/service/letters/${letter.id}`, /Usaha Lengkap/);
		const checked = await phone.get(`/portal/check?code=${letter.code.toLowerCase()}`);
		assert.match(checked.words(), /Surat layanan ini berlaku/);
		for (const printed of [letter.number_text, 'Usaha Lengkap', '1234567890123', 'kredit', 'Demikian surat ini'])
			assert.ok(checked.words().includes(printed), printed);
		assert.doesNotMatch(checked.text, /6471014101900001/, 'no NIK is whole there');
		assert.match(checked.words(), /••0001/);
		stack.sql(`UPDATE service_letter SET valid_until = '2020-01-31' WHERE id = ${letter.id}`);
		assert.match((await phone.get(`/portal/check?code=${letter.code}`)).words(), /masa berlakunya sudah lewat/);
	});

	it('is refused with a reason, or taken back by whose it is', async () => {
		const id = await application(version, 'Usaha Ditolak');
		await check(id, version, 'pass');
		assert.equal((await decide(id, { decision: 'reject' })).status, 422);
		await decide(id, { decision: 'reject', reason: 'Di luar wilayah' });
		assert.equal(state(id), 'rejected');
		const back = await application(version, 'Usaha Mundur');
		await operator.submit(await operator.get(`/service/${back}`), { reason: 'Pindah kota' }, { form: 'form[action$="/withdraw"]' });
		assert.equal(state(back), 'withdrawn');
		assert.equal((await forced(operator, `/service/${back}/withdraw`, { version: 2, reason: 'Lagi sekali' })).status, 409);
		await applyFor(version, 'Usaha Mundur');
		assert.equal(one("SELECT COUNT(*) AS n FROM service_application a JOIN enterprise e ON e.id = a.enterprise_id WHERE e.name = 'Usaha Mundur'").n, '2', 'later it may come again');
	});

	it('waits for a visit where the service has one', async () => {
		const visited = await inForce({ steps: 'Kunjungan; kunjungan; 1\nKeputusan; kepala; 1' });
		const id = await application(visited, 'Usaha Dikunjungi');
		assert.match((await check(id, visited, 'pass')).words(), /memerlukan kunjungan lapangan/);
		const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
		assert.equal((await operator.submit(await operator.get(`/service/${id}`), { visited_on: '2099-01-01', note: 'Belum ke sana' }, { form: 'form[action$="/visit"]' })).status, 422);
		await operator.submit(await operator.get(`/service/${id}`), { visited_on: day, note: 'Usaha berjalan di rumah.' }, { form: 'form[action$="/visit"]' });
		await check(id, visited, 'pass');
		assert.equal(state(id), 'checked');
	});
});

describe('whoever has no account', () => {
	let version, person;
	before(async () => {
		version = await inForce();
		person = stack.client();
	});
	const send = (page, name, fields = {}) => person.submit(page, { applicant: 'Contoh Ayu', name, ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'kredit', ...answerGuest(page), ...fields },
		{ form: 'main form[method=post]' });
	const form = () => person.get(`/service/apply/${version}`);

	it('applies, keeps number and secret, and is let in by both alone', async () => {
		const wrong = await send(await form(), 'Usaha Daring', { guest_answer: '99' });
		assert.equal(wrong.status, 422);
		assert.equal(wrong.one('#name').getAttribute('value'), 'Usaha Daring');
		const page = await form();
		const receipt = await send(page, 'Usaha Daring');
		assert.equal(receipt.status, 200, receipt.errors?.join() || receipt.words());
		const id = newest('service_application');
		const { number } = one(`SELECT number FROM service_application WHERE id = ${id} AND channel = 'online' AND entered_by IS NULL`);
		assert.ok(receipt.words().includes(number));
		const secret = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(receipt.words())[0];
		await send(page, 'Usaha Daring');
		assert.equal(newest('service_application'), id, 'sent twice it is one');
		const again = await send(await form(), 'Usaha Daring');
		assert.equal(again.status, 409, 'from another page, too');
		assert.doesNotMatch(again.text, new RegExp(number));
		const stranger = stack.client();
		assert.equal((await stranger.get('/service/mine', { follow: false })).status, 303);
		const bad = await stranger.submit(await stranger.get('/service/status'), { number, secret: secret.replace(/^./, (letter) => letter === 'A' ? 'B' : 'A') }, { form: 'main form' });
		assert.equal(bad.status, 422);
		assert.match(bad.words(), /tidak cocok/);
		const good = await stranger.submit(await stranger.get('/service/status'), { number: number.toLowerCase(), secret: secret.toLowerCase().replaceAll('-', ' ') }, { form: 'main form' });
		assert.match(good.words(), /Menunggu pemeriksaan/);
		assert.doesNotMatch(good.text, /6471014101900001/);
	});

	it('brings what is missing and nothing else, and reads of the letter', async () => {
		await send(await form(), 'Usaha Daring Kurang');
		const id = newest('service_application');
		const [ktp, photo] = required(version);
		assert.equal((await person.post('/service/mine', { [`have-${ktp}`]: '1' })).status, 409, 'nothing is missing yet');
		await check(id, version, 'return', { [photo]: 'Fotonya buram' }, { reason: 'Foto belum terbaca' });
		const mine = await person.get('/service/mine');
		assert.match(mine.words(), /Foto belum terbaca/);
		assert.match(mine.words(), /Fotonya buram/);
		const officer = one("SELECT full_name FROM account WHERE username = 'operator.dkumkmp'").full_name;
		assert.ok(!mine.words().includes(officer), 'who works on it is not shown');
		const silent = await person.submit(mine, { ...answerGuest(mine) }, { form: 'main form[method=post]' });
		assert.match(silent.words(), /Foto usaha masih kurang/);
		await person.submit(silent, { [`have-${photo}`]: '1', ...answerGuest(silent) }, { form: 'main form[method=post]' });
		assert.equal(state(id), 'received');
		assert.equal(one(`SELECT account_id FROM service_move WHERE application_id = ${id} ORDER BY id DESC LIMIT 1`).account_id, null);
		await check(id, version, 'pass');
		await decide(id);
		const done = await person.get('/service/mine');
		assert.match(done.words(), /Dikabulkan/);
		assert.ok(done.words().includes(one(`SELECT number_text FROM service_letter WHERE application_id = ${id}`).number_text));
	});

	it('sends files of what is asked for, each looked at, until somebody has accepted it', async () => {
		const file = (filename, content) => ({ filename, type: 'application/octet-stream', content });
		const held = (id) => Number(one(`SELECT COUNT(*) AS n FROM service_file WHERE application_id = ${id}`).n);
		const version = await inForce({ name: 'Surat Berfoto (contoh)', requirements: 'KTP pemilik; wajib; berkas\nFoto usaha; wajib; berkas\nNPWP; bila ada' });
		const standard = await phone.get(`/service/standard/${version}`);
		assert.match(standard.words(), /KTP pemilik, berkas atau fotonya dapat dikirim/);
		const [ktp, foto, npwp] = required(version), person = stack.client(), form = await person.get(`/service/apply/${version}`);
		const applied = await person.submit(form, { applicant: 'Contoh Foto', name: 'Usaha Foto', ...ENTERPRISE, nik: '', [`field-${asked(version, 'Tujuan')}`]: 'kredit', ...answerGuest(form) },
			{ form: 'main form[method=post]' });
		assert.equal(applied.status, 200, applied.errors?.join());
		const id = newest('service_application');
		const send = async (fields, who = person) => {
			const mine = await who.get('/service/mine');
			return who.submit(mine, { ...fields, ...answerGuest(mine) }, { form: 'form[action$="/service/mine"]' });
		};
		assert.match((await send({})).errors.join(), /Pilih berkas yang akan dikirim/);
		/* What no page of ours sends. */
		const forge = async (fields) => {
			const mine = await person.get('/service/mine');
			const token = mine.one('[name=guest_token]')?.getAttribute('value') ?? '';
			return person.postMultipart('/service/mine', { guest_token: token, ...answerGuest(mine), ...fields });
		};
		for (const [name, content, words] of [['a.exe', Buffer.from('MZ\0\0program'), /./], ['a.docx', docx('contoh'), /bukan PDF atau foto/],
			['besar.pdf', Buffer.concat([pdf('a'), Buffer.alloc(11 << 20)]), /paling besar 10 MB/]]) {
			const answer = await send({ [`file-${ktp}`]: [file(name, content)] });
			assert.equal(answer.status, 422, name);
			assert.match(answer.errors.join(), words, name);
		}
		assert.equal((await forge({ [`file-${npwp}`]: file('a.pdf', pdf('a')) })).status, 409, 'no file is asked for of this one');
		assert.equal((await forge({ [`have-${ktp}`]: '1' })).status, 409, 'nothing was returned yet');
		assert.equal(held(id), 0);
		const sent = await send({ [`file-${ktp}`]: [file('../../ktp.pdf', pdf('ktp'))], [`file-${foto}`]: [file('foto.png', png('foto'))] });
		assert.equal(sent.status, 200, sent.errors?.join());
		assert.match(sent.words(), /Kiriman Anda sudah masuk/);
		assert.match(sent.words(), /foto\.png, dikirim/);
		await send({ [`file-${foto}`]: [file('lagi.png', png('foto'))] });
		assert.equal(held(id), 2, 'the same file twice is one');
		/* The officer sees them beside each document, and nobody else has them. */
		const page = await operator.get(`/service/${id}`);
		const hrefs = page.all('a[href*="/file/"]').map((link) => link.getAttribute('href'));
		assert.equal(hrefs.length, 2);
		const got = await operator.get(hrefs[1]);
		assert.equal(got.headers['content-type'], 'image/png');
		assert.match(got.headers['content-disposition'], /^attachment/);
		assert.equal((await other.get(hrefs[1])).status, 404);
		assert.equal((await person.get(hrefs[1], { follow: false })).status, 303);
		/* Only what was returned opens, and a file of it is enough. */
		await check(id, version, 'return', { [foto]: 'Terlalu gelap' }, { reason: 'Foto belum terbaca' });
		assert.equal((await forge({ [`file-${ktp}`]: file('b.pdf', pdf('b')) })).status, 409, 'the accepted one stays closed');
		assert.match((await send({})).errors.join(), /Foto usaha masih kurang/);
		const mended = await send({ [`file-${foto}`]: [file('terang.png', png('terang'))] });
		assert.equal(mended.status, 200, mended.errors?.join());
		assert.deepEqual([state(id), held(id)], ['received', 3]);
		assert.deepEqual(stack.sql(`SELECT verdict FROM service_verdict WHERE application_id = ${id} ORDER BY requirement_id`).map(({ verdict }) => verdict), ['accepted', 'waiting', 'accepted']);
		/* At the counter likewise; who checked meanwhile is not overtaken. */
		const counter = await operator.get(`/service/${id}`);
		const bring = (form, who = operator) => who.submit(form, { [`file-${foto}`]: [file('loket.pdf', pdf('loket'))] }, { form: 'form[action$="/bring"]' });
		assert.equal((await bring(counter)).status, 200);
		assert.equal(held(id), 4);
		assert.equal((await bring(counter)).status, 409);
		await check(id, version, 'pass');
		const closed = await person.get('/service/mine');
		assert.equal(closed.all('input[type=file]').length, 0);
		assert.equal((await person.postMultipart('/service/mine', { [`file-${foto}`]: file('akhir.png', png('akhir')) })).status, 409);
		assert.equal(held(id), 4);
		/* They go with what is known of the applicant, and their bytes with them. */
		await decide(id);
		const stored = one(`SELECT stored_name AS name FROM service_file WHERE application_id = ${id} LIMIT 1`).name;
		stack.sql(`UPDATE service_application SET received_on = received_on - INTERVAL 3000 DAY WHERE id = ${id}`);
		const swept = stack.matang(['sweep', '--remove']);
		assert.equal(held(id), 0, swept.stderr);
		assert.equal(existsSync(path.join(stack.files, stored)), true, 'what is young may still be arriving');
		const old = new Date(Date.now() - 30 * 86400_000);
		utimesSync(path.join(stack.files, stored), old, old);
		stack.matang(['sweep', '--remove']);
		assert.equal(existsSync(path.join(stack.files, stored)), false);
	});

	it('sends files and photographs with the first form; what is refused says which to choose again', async () => {
		const file = (filename, content) => ({ filename, type: 'application/octet-stream', content });
		const version = await inForce({ name: 'Surat Berkas Awal (contoh)', requirements: 'KTP pemilik; wajib; berkas\nFoto usaha; bila ada; berkas\nNPWP; bila ada' });
		const [ktp, foto, npwp] = required(version);
		const count = () => Number(one('SELECT COUNT(*) AS n FROM service_file').n), before = count();
		const first = () => phone.get(`/service/apply/${version}`);
		const apply = (page, name, files, fields = {}) => phone.submit(page, { applicant: 'Contoh Ayu', name, ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'kredit', ...answerGuest(page),
			...files, ...fields }, { form: 'main form[method=post]' });
		const form = await first();
		assert.deepEqual(form.all('input[type=file]').map((input) => input.getAttribute('name')), [`file-${ktp}`, `file-${foto}`]);
		assert.deepEqual(form.all('input[type=checkbox]').map((input) => input.getAttribute('name')), [`have-${npwp}`], 'whoever sends a file need not say that he has it');
		const both = { [`file-${ktp}`]: [file('depan.png', png('depan')), file('belakang.png', png('belakang'))], [`file-${foto}`]: [file('usaha.png', png('usaha'))] };
		/* Refused for something else: what was typed stays, and each file is named that has to be chosen again. */
		const wrong = await apply(form, 'Usaha Berkas', both, { nik: '123' });
		assert.equal(wrong.status, 422);
		assert.equal(wrong.one('#name').getAttribute('value'), 'Usaha Berkas');
		for (const key of [ktp, foto])
			assert.match(wrong.one(`#file-${key}-error`).textContent, /Pilih lagi berkasnya/);
		for (const [name, content, words] of [['a.exe', Buffer.from('MZ\0\0program'), /./], ['a.docx', docx('contoh'), /bukan PDF atau foto/],
			['besar.pdf', Buffer.concat([pdf('a'), Buffer.alloc(11 << 20)]), /paling besar 10 MB/], ['kosong.pdf', Buffer.alloc(0), /kosong/i]]) {
			const answer = await apply(await first(), 'Usaha Berkas', { [`file-${ktp}`]: [file(name, content)] });
			assert.equal(answer.status, 422, name);
			assert.match(answer.errors.join(), words, name);
			assert.equal(answer.one('#name').getAttribute('value'), 'Usaha Berkas');
		}
		const many = await apply(await first(), 'Usaha Berkas', { [`file-${ktp}`]: [1, 2, 3, 4].map((at) => file(`${at}.png`, png(String(at)))) });
		assert.match(many.errors.join(), /Paling banyak 3 berkas/);
		/* Of what no file is asked for, by no page of ours. */
		const token = await first(), forged = { guest_token: token.one('[name=guest_token]').getAttribute('value'), ...answerGuest(token), applicant: 'Contoh Ayu', name: 'Usaha Palsu', ...ENTERPRISE,
			[`field-${asked(version, 'Tujuan')}`]: 'kredit' };
		for (const key of [npwp, 999999])
			assert.equal((await phone.postMultipart(`/service/apply/${version}`, { ...forged, [`file-${key}`]: file('a.pdf', pdf('a')) })).status, 400);
		assert.equal(count(), before);
		/* Sent twice at the same moment it is one, with its files once. */
		const page = await first();
		const answers = await Promise.all([1, 2, 3].map(() => apply(page, 'Usaha Berkas', both)));
		assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200], answers.map(({ errors }) => errors?.join()).join());
		const id = newest('service_application');
		assert.equal(count(), before + 3);
		assert.deepEqual(stack.sql(`SELECT brought FROM service_verdict WHERE application_id = ${id} ORDER BY requirement_id`).map(({ brought }) => brought), ['1', '1', '0']);
		const late = await apply(page, 'Usaha Berkas', { [`file-${foto}`]: [file('lain.png', png('lain'))] });
		assert.match(late.words(), /sudah masuk sebelumnya/);
		assert.equal(count(), before + 3);
		const seen = await operator.get(`/service/${id}`);
		assert.equal(seen.all('a[href*="/file/"]').length, 3);
		assert.match((await phone.get('/service/mine')).words(), /depan\.png, dikirim/);
		for (const { name } of stack.sql(`SELECT stored_name AS name FROM service_file WHERE application_id = ${id}`))
			assert.equal(existsSync(path.join(stack.files, name)), true);
		/* At the counter likewise, where a document may also lie on the desk. */
		const counter = await applyFor(version, 'Usaha Berkas Loket', { [`have-${ktp}`]: '1', [`file-${foto}`]: [file('loket.png', png('loket'))] });
		assert.equal(counter.status, 200, counter.errors?.join());
		assert.equal(counter.all('a[href*="/file/"]').length, 1);
	});

	it('changes nothing of a record that an officer keeps, until an officer has checked it', async () => {
		await application(version, 'Usaha Tercatat', { nib: '9000000000077', products: 'Kopi' });
		await send(await form(), 'Nama Palsu', { nib: '9000000000077', products: 'Teh' });
		assert.deepEqual(one("SELECT name, products FROM enterprise WHERE nib = '9000000000077'"), { name: 'Usaha Tercatat', products: 'Kopi' });
		const mine = await person.get('/service/mine');
		assert.match(mine.words(), /Nama Palsu/);
		assert.doesNotMatch(mine.words(), /Usaha Tercatat/, 'nor is it read by whoever types its number');
	});
});

describe('the clock', () => {
	it('counts working days in the hands of the agency, and none while the applicant has it', async () => {
		const version = await inForce();
		const id = await application(version, 'Usaha Waktu');
		const days = (since, spent = 0) => {
			stack.sql(`UPDATE service_application SET running_since = ${since}, spent_days = ${spent}, due_on = '2026-01-12' WHERE id = ${id}`);
		};
		days("'2026-01-05'");
		const late = await operator.get(`/service/${id}`);
		assert.match(late.words(), /terlambat \d+ hari kerja/);
		const [ktp] = required(version);
		await check(id, version, 'return', { [ktp]: 'Tidak terbaca' }, { reason: 'KTP tidak terbaca' });
		const spent = Number(one(`SELECT spent_days FROM service_application WHERE id = ${id}`).spent_days);
		assert.ok(spent > 100, String(spent));
		stack.sql(`UPDATE service_application SET spent_days = 1 WHERE id = ${id}`);
		await operator.submit(await operator.get(`/service/${id}`), { [`have-${ktp}`]: '1' }, { form: 'form[action$="/bring"]' });
		const again = one(`SELECT spent_days, running_since = received_on AS today, due_on > received_on AS ahead FROM service_application WHERE id = ${id}`);
		assert.deepEqual(again, { spent_days: '1', today: '1', ahead: '1' });
	});
});

describe('letters', () => {
	let version;
	const letters = () => stack.sql('SELECT number, number_text FROM service_letter ORDER BY number');
	const approve = async (name) => {
		const id = await application(version, name);
		await check(id, version, 'pass');
		await decide(id);
		return id;
	};
	before(async () => { version = await inForce(); });

	it('are numbered without a gap that nobody explains', async () => {
		const made = [await approve('Usaha Surat Satu'), await approve('Usaha Surat Dua')];
		assert.equal(made.length, 2);
		const wrong = await operator.submit(await operator.get('/service/letters'), { format: 'SURAT/{tahun}' }, { form: 'form[action$="/format"]' });
		assert.equal(wrong.status, 422);
		assert.match((await operator.submit(wrong, { format: '500/{nomor}/{jenis}' }, { form: 'form[action$="/format"]' })).errors.join(), /Tulis \{tahun\} juga/);
		await operator.submit(wrong, { format: '500/{nomor}/{jenis}/{tahun}' }, { form: 'form[action$="/format"]' });
		const last = Number(letters().at(-1).number);
		assert.equal((await operator.submit(await operator.get('/service/letters'), { until: String(last), note: 'Dipakai di kertas' }, { form: 'form[action$="/skip"]' })).status, 409);
		await operator.submit(await operator.get('/service/letters'), { until: String(last + 3), note: 'Dipakai di kertas' }, { form: 'form[action$="/skip"]' });
		await approve('Usaha Surat Tiga');
		const after = letters().at(-1);
		assert.equal(Number(after.number), last + 4);
		assert.match(after.number_text, new RegExp(`^500/${last + 4}/SKUM/\\d{4}$`));
		assert.match((await head.get('/service/letters')).words(), new RegExp(`Nomor ${last + 1} sampai ${last + 3}: Dipakai di kertas`));
		assert.match((await operator.get('/service/letters/table.csv')).text, /"Usaha Surat Tiga"/);
	});

	it('are approved at the same moment and none has the number of another', async () => {
		const ids = [];
		for (const name of ['Serentak A', 'Serentak B', 'Serentak C']) {
			const id = await application(version, name);
			await check(id, version, 'pass');
			ids.push(id);
		}
		const pages = await Promise.all(ids.map((id) => head.get(`/service/${id}`)));
		await Promise.all(pages.map((page) => head.submit(page, { decision: 'approve' }, { form: 'form[action$="/decide"]' })));
		const numbers = stack.sql(`SELECT number FROM service_letter WHERE application_id IN (${ids}) ORDER BY number`).map(({ number }) => Number(number));
		assert.deepEqual(numbers, [0, 1, 2].map((at) => numbers[0] + at));
	});

	it('are taken back or replaced, and say so', async () => {
		const id = await approve('Usaha Surat Ganti');
		const first = one(`SELECT id, code, number, number_text FROM service_letter WHERE application_id = ${id}`);
		assert.equal((await forced(operator, `/service/letters/${first.id}/end`, { how: 'cancelled', reason: 'Coba-coba' })).status, 403);
		await head.submit(await head.get(`/service/${id}`), { how: 'replaced', reason: 'Hilang di jalan' }, { form: 'form[action$="/end"]' });
		const next = one(`SELECT id, code, number, number_text FROM service_letter WHERE application_id = ${id} AND ended IS NULL`);
		/* Each says which the other is, to whoever holds it. */
		assert.ok((await phone.get(`/portal/check?code=${first.code}`)).words().includes(`Penggantinya surat nomor ${next.number_text}`));
		assert.ok((await phone.get(`/portal/check?code=${next.code}`)).words().includes(`menggantikan surat nomor ${first.number_text}.`));
		assert.ok(Number(next.number) > Number(first.number));
		assert.match((await phone.get(`/portal/check?code=${first.code}`)).words(), /sudah diganti dengan terbitan yang lebih baru.*Hilang di jalan/s);
		await head.submit(await head.get(`/service/${id}`), { how: 'cancelled', reason: 'Usahanya tutup' }, { form: 'form[action$="/end"]' });
		assert.match((await phone.get(`/portal/check?code=${next.code}`)).words(), /ini dibatalkan.*Usahanya tutup/s);
		assert.equal((await forced(head, `/service/letters/${next.id}/end`, { how: 'cancelled', reason: 'Lagi sekali' })).status, 409);
		await asTexts(head, `/service/letters/${next.id}`, /DIBATALKAN/i);
		for (const ending of ['pdf', 'odt', 'docx'])
			assert.equal((await other.get(`/service/letters/${next.id}/${ending}`)).status, 404);
	});
});

describe('the register of enterprises', () => {
	let version;
	before(async () => { version = await inForce(); });

	it('has one record for all applications, by NIB or by name and place', async () => {
		const first = await application(version, 'Warung Makmur', { nib: '9000000000001' });
		const again = await application(version, 'WARUNG  MAKMUR', { nib: '9000000000001', products: 'Nasi' });
		const place = await application(version, 'Warung Makmur.', { products: 'Kopi' });
		const records = stack.sql(`SELECT DISTINCT enterprise_id FROM service_application WHERE id IN (${first}, ${again}, ${place})`);
		assert.equal(records.length, 1);
		const page = await operator.get(`/service/enterprises/${records[0].enterprise_id}`);
		assert.equal(page.words().match(/LYN-/g).length, 3);
		assert.match((await operator.get('/service/enterprises?q=makmur')).words(), /Warung Makmur/);
		assert.match((await operator.get('/service/enterprises?q=9000000000001')).words(), /Warung Makmur/);
		assert.doesNotMatch((await other.get('/service/enterprises?q=makmur')).words(), /Warung Makmur/);
		assert.match((await operator.get('/service/enterprises/table.csv?q=makmur')).text, /"••••••••••••0001"/);
	});

	it('takes a correction from who saw it as it is, and merges two with their applications', async () => {
		const a = await application(version, 'Toko Sama', { nib: '9000000000002', nik: '6471010101900002' });
		const b = await application(version, 'Toko Samma', { nik: '6471010101900002' });
		const [left, right] = [a, b].map((id) => one(`SELECT enterprise_id AS id FROM service_application WHERE id = ${id}`).id);
		assert.notEqual(left, right);
		const stale = await operator.get(`/service/enterprises/${right}`);
		await operator.submit(stale, { owner: 'Contoh Baru' }, { form: `form[action$="/enterprises/${right}"]` });
		assert.equal((await operator.submit(stale, { owner: 'Contoh Lama' }, { form: `form[action$="/enterprises/${right}"]` })).status, 409);
		const taken = await operator.submit(await operator.get(`/service/enterprises/${right}`), { nib: '9000000000002' }, { form: `form[action$="/enterprises/${right}"]` });
		assert.equal(taken.status, 422);
		assert.match(taken.words(), /NIB ini sudah dimiliki usaha lain/);
		await operator.submit(await operator.get(`/service/enterprises/${right}`), { with: left, reason: 'Orang yang sama' }, { form: 'form[action$="/merge"]' });
		assert.equal(one(`SELECT enterprise_id AS id FROM service_application WHERE id = ${a}`).id, right);
		assert.equal(one(`SELECT nib FROM enterprise WHERE id = ${right}`).nib, '9000000000002', 'its NIB goes along');
		assert.match((await operator.get(`/service/enterprises/${left}`)).words(), /sudah digabung/);
		assert.equal((await forced(operator, `/service/enterprises/${right}/merge`, { with: left, reason: 'Lagi sekali' })).status, 409);
		assert.equal((await forced(other, `/service/enterprises/${right}/merge`, { with: left, reason: 'Bukan milik saya' })).status, 404);
	});
});

describe('a workbook of enterprises', () => {
	let agency;
	const count = () => Number(one(`SELECT COUNT(*) AS n FROM enterprise WHERE agency_id = ${agency}`).n);
	const load = async (text, who = operator) => who.postMultipart('/service/enterprises/import', { csrf: who.csrf(await who.get('/account/profile')),
		file: { filename: 'usaha.csv', type: 'text/csv', content: text } });
	const keep = (page) => operator.submit(page, {}, { form: 'form[action$="/import/store"]' });
	const HEAD = 'Usaha;Bentuk;Pemilik;NIK;NIB;NPWP;Telepon;Alamat;Kelurahan atau desa;Pekerja;Golongan omzet;Produk;Sejak\n';
	before(async () => {
		agency = one("SELECT agency_id AS id FROM account WHERE username = 'operator.dkumkmp'").id;
		await application(await inForce(), 'Toko Lama Sekali', { nib: '9000000000501', nik: '6471014101900501' });
	});

	it('is looked at, then stored: what is there by NIB or by name and place is brought up to date', async () => {
		const before = count();
		const text = `${HEAD}Toko Lama Sekali Baru;usaha mikro;;••••••••••••0501;9000000000501;;;;Kelurahan Contoh;;;Teh;\n` +
			'Koperasi Contoh Maju;Koperasi;Ibu Contoh;;9000000000502;;0812 3456 7890;Jalan Contoh 9;Kelurahan Contoh;12;;Simpan pinjam;2012\n';
		const page = await load(text);
		assert.equal(page.status, 200, page.words());
		assert.match(page.words(), /1 usaha akan ditambahkan dan 1 diperbarui/);
		assert.equal(count(), before, 'nothing before it was seen');
		assert.equal((await keep(page)).status, 200);
		assert.equal(count(), before + 1);
		assert.deepEqual(one("SELECT name, owner, nik, products FROM enterprise WHERE nib = '9000000000501'"),
			{ name: 'Toko Lama Sekali Baru', owner: 'Contoh Ayu', nik: '6471014101900501', products: 'Teh' }, 'what a cell does not say stays');
		assert.deepEqual(one("SELECT kind, employees, since_year FROM enterprise WHERE nib = '9000000000502'"), { kind: 'cooperative', employees: '12', since_year: '2012' });
		await keep(page);
		assert.equal(count(), before + 1, 'stored twice it is there once');
		assert.match((await load(text)).words(), /Tidak ada yang perlu disimpan/);
		/* Without a number: the same name in the same place is the same. */
		const place = await load(`${HEAD}koperasi  contoh maju.;;;;;;;;KELURAHAN CONTOH;15;;;\n`);
		assert.match(place.words(), /0 usaha akan ditambahkan dan 1 diperbarui/);
		/* What goes out may come back. */
		const out = (await operator.get('/service/enterprises/table.csv?q=Contoh%20Maju')).text;
		assert.equal((await load(out)).status, 200);
		assert.match((await load(out)).words(), /Tidak ada yang perlu disimpan/);
		assert.equal((await load(text, other)).status, 422, 'to another agency the first one is new, and says too little');
	});

	it('shows all that would be stored, reads numbers and years as people write them, and its columns otherwise where one says so', async () => {
		const text = 'Nama Usaha;Bentuk Usaha;Pemilik;No. HP;Alamat Usaha;Kelurahan;Jumlah Pekerja;Produk;Tahun Berdiri\n' +
			'Warung Contoh Angka;Perorangan;Ibu Contoh;81234567890;Jalan Contoh 8;Kelurahan Contoh;1.200;Nasi;17 Agustus 2019\n';
		let page = await load(text);
		assert.match(page.words(), /“Perorangan” tidak dikenal\. Tulis usaha mikro atau koperasi/);
		page = await operator.submit(page, { 'column-1': 0 }, { form: 'form[action$="/import/columns"]' });
		assert.equal(page.status, 200, page.words());
		assert.match(page.words('table'), /Usaha mikro.*Nomor telepon: 081234567890.*Alamat usaha: Jalan Contoh 8.*Jumlah pekerja: 1200.*Produk atau jasa: Nasi.*Tahun mulai usaha: 2019/);
		await keep(page);
		assert.deepEqual(one("SELECT phone, employees, since_year FROM enterprise WHERE name = 'Warung Contoh Angka'"),
			{ phone: '081234567890', employees: '1200', since_year: '2019' });
		const changed = await load(`${HEAD}Warung Contoh Angka;;;;;;;;Kelurahan Contoh;3;;;\n`);
		assert.match(changed.words('table'), /Diperbarui ?Jumlah pekerja: 1200 menjadi 3/);
		const draft = one('SELECT MAX(id) AS id FROM import_draft').id;
		assert.equal((await forced(other, '/service/enterprises/import/columns', { draft, attempt: 0 })).status, 409, 'another one\'s file does not exist');
	});

	it('names each cell that does not fit, and stores nothing', async () => {
		const before = count();
		const page = await load(`${HEAD}Usaha Satu;kantor;Pemilik;123;abc;9;1;Jalan 1;Kelurahan A;banyak;;Kopi;1800\n;;;;;;;;Kelurahan B;;;;\n` +
			'Usaha Tiga;;;;9000000000601;;;;Kelurahan C;;;;\nUsaha Empat;;Pemilik;;9000000000601;;;Jalan 4;Kelurahan D;;;Roti;\nUSAHA TIGA;;P;;;;;J;kelurahan c;;;x;\n');
		assert.equal(page.status, 422);
		for (const words of [/Tulis usaha mikro atau koperasi/, /NIK terdiri atas 16 angka dan memuat tanggal lahir, di sini “123”/, /NIB terdiri atas 13 angka/, /NPWP terdiri atas 15/, /“1” bukan nomor telepon/, /“1800” bukan tahun/, /“banyak” bukan bilangan bulat/,
			/Wajib diisi, sebab usaha ini belum ada/, /NIB yang sama ada di baris 4/, /Usaha yang sama di kelurahan yang sama ada di baris 4/, /baris 2, kolom “?bentuk/i])
			assert.match(page.words(), words);
		assert.match(page.words('table'), /Tanpa nama/);
		assert.equal(page.all('form[action$="/import/store"]').length, 0);
		assert.equal(count(), before);
		assert.equal((await load('bukan tabel')).status, 422);
		assert.equal((await forced(operator, '/service/enterprises/import/store', { content: 'usaha\nX' })).status, 422);
		assert.equal((await load(HEAD, head)).status, 403);
	});
});

describe('the report', () => {
	it('counts what came in and what was ended, with the middle and nine of ten', async () => {
		const version = await inForce();
		const agency = one("SELECT agency_id AS id FROM account WHERE username = 'operator.dkumkmp'").id;
		const enterprise = newest('enterprise');
		for (const [spent, ended] of [[0, 'approved'], [1, 'approved'], [2, 'approved'], [3, 'rejected'], [9, 'approved']])
			stack.sql(`INSERT INTO service_application (agency_id, version_id, enterprise_id, number, channel, state, applicant, phone, village, particulars, received_at, received_on, spent_days,
				due_on, reason, decided_on, decided_by) SELECT ${agency}, ${version}, ${enterprise}, 'LYN-2020000${spent}', 'counter', '${ended}', 'Contoh', '', 'Kelurahan Lama', '', '2020-02-03 00:00:00',
				'2020-02-03', ${spent}, '2020-02-06', 'Contoh', '2020-02-06', MIN(id) FROM account`);
		const page = await head.get('/service/report?year=2020&part=q1');
		const words = page.words();
		assert.match(words, /Permohonan masuk\s*5/);
		assert.match(words, /5 \(4 dikabulkan, 1 ditolak\)/);
		assert.match(words, /nilai tengah\s*2 hari kerja/);
		assert.match(words, /90% selesai dalam\s*9 hari kerja/);
		assert.match(words, /Selesai dalam 3 hari kerja\s*4; lebih lama 1/);
		assert.match(words, /Kelurahan Lama\s*5/);
		assert.match((await head.get('/service/report?year=2020&part=3')).words(), /Permohonan masuk\s*0/);
		assert.match(page.words(), /Permohonan selesai menurut lamanya, Triwulan I 2020/);
		assert.equal((await head.get('/service/report/table.xlsx?year=2020')).status, 200);
		assert.equal((await head.get('/service/report/pdf?year=2020')).headers['content-type'], 'application/pdf');
		await asTexts(head, '/service/report?year=2020', /LAPORAN LAYANAN/i);
	});
});

describe('what applicants think of it', () => {
	const ELEMENTS = ['requirements', 'procedures', 'duration', 'fee', 'product', 'competence', 'conduct', 'complaints', 'facilities'];
	const opinion = (...values) => Object.fromEntries(ELEMENTS.map((element, at) => [element, String(values[at % values.length])]));
	const FORM = { form: 'main form[method=post]' };
	let version;
	before(async () => {
		version = await inForce();
		stack.sql('DELETE FROM service_survey');
	});
	const decided = async (name) => {
		const id = await application(version, name);
		await check(id, version, 'pass');
		await decide(id);
		return id;
	};

	it('is asked once, when it was decided, by number and secret', async () => {
		const person = stack.client(), form = await person.get(`/service/apply/${version}`);
		await person.submit(form, { applicant: 'Contoh Ayu', name: 'Usaha Survei', ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'kredit', ...answerGuest(form) }, FORM);
		const id = newest('service_application');
		assert.doesNotMatch((await person.get('/service/mine')).words(), /Isi survei kepuasan/);
		assert.equal((await person.get('/service/mine/survey')).status, 409, 'not before');
		await check(id, version, 'pass');
		await decide(id);
		assert.equal((await stack.client().get('/service/mine/survey', { follow: false })).location, '/matang/service/status', 'nobody else');
		const page = await person.get((await person.get('/service/mine')).link('Isi survei kepuasan'));
		assert.equal(page.all('main input[type=radio]').length, 36);
		assert.equal(page.all('main input[checked]').length, 0, 'nothing is chosen for anybody');
		const { fee: left, ...most } = opinion(3);
		const wrong = await person.submit(page, most, FORM);
		assert.equal(wrong.status, 422);
		assert.match(wrong.words(), /Biaya atau tarif/);
		assert.equal(wrong.all('main input[checked]').length, 8, 'what was chosen stays');
		assert.equal((await person.post('/service/mine/survey', { ...most, fee: left + '1' })).status, 422);
		const sent = await Promise.all([1, 2, 3].map(() => person.submit(page, opinion(4, 3, 2), { ...FORM, follow: false })));
		assert.deepEqual(sent.map(({ location }) => location), Array(3).fill('/matang/service/mine?done=surveyed'), 'sent twice it is one');
		assert.deepEqual(stack.sql(`SELECT requirements, procedures, duration, facilities, entered_by FROM service_survey WHERE application_id = ${id}`),
			[{ requirements: '4', procedures: '3', duration: '2', facilities: '2', entered_by: null }]);
		assert.equal((await person.get('/service/mine/survey')).status, 409);
		const after = await person.get('/service/mine?done=surveyed');
		assert.match(after.words(), /Jawaban survei Anda sudah disimpan/);
		assert.doesNotMatch(after.words(), /Isi survei kepuasan/);
		assert.doesNotMatch((await operator.get(`/service/${id}`)).words(), /Kurang baik|Sangat baik/, 'who works there does not see it');
		assert.equal((await operator.get(`/service/${id}/survey`)).status, 409);
	});

	it('is typed in from paper by the agency\'s own people', async () => {
		const id = await decided('Usaha Kertas');
		const page = await operator.get((await operator.get(`/service/${id}`)).link('Ketik jawaban survei'));
		assert.equal((await operator.submit(page, opinion(3), FORM)).status, 200);
		assert.notEqual(one(`SELECT entered_by FROM service_survey WHERE application_id = ${id}`).entered_by, null);
		assert.equal((await other.get(`/service/${id}/survey`)).status, 404);
		assert.equal((await head.get(`/service/${id}/survey`)).status, 403);
	});

	it('is an index of many, never of a few', async () => {
		const report = async () => (await head.get('/service/report')).words();
		assert.match(await report(), /Survei kepuasan: 2 jawaban. Nilainya dihitung mulai dari 5 jawaban/);
		assert.doesNotMatch(await report(), /Indeks kepuasan masyarakat/);
		for (const [at, values] of [[3], [4], [2, 3, 4]].entries()) {
			const id = await decided(`Usaha Lembar ${at}`);
			await operator.submit(await operator.get(`/service/${id}/survey`), opinion(...values), FORM);
		}
		/* 27 + 27 + 27 + 36 + 27 = 144 of 45 answers: 3.2, times 25. */
		const words = await report();
		assert.match(words, /Indeks kepuasan masyarakat\s*80,00, mutu B \(Baik\)/);
		assert.match(words, /Jawaban survei\s*5; 4 di antaranya diketik petugas dari kertas/);
		assert.match(words, /Persyaratan\s*(Nilai \(1–4\)\s*)?3,20/);
		assert.match(words, /Waktu penyelesaian\s*(Nilai \(1–4\)\s*)?3,20/);
		assert.match(words, /cocokkan dengan naskah peraturannya/);
		assert.doesNotMatch((await head.get('/service/report?year=2020')).words(), /Indeks kepuasan masyarakat/);
	});

	it('is not asked where the setting says so', async () => {
		const id = await decided('Usaha Tanpa Survei');
		stack.matang(['setting', 'service_survey', '0']);
		try {
			assert.equal((await operator.get(`/service/${id}/survey`)).status, 409);
			assert.equal((await forced(operator, `/service/${id}/survey`, opinion(3))).status, 409);
			assert.doesNotMatch((await operator.get(`/service/${id}`)).words(), /Ketik jawaban survei/);
			assert.doesNotMatch((await head.get('/service/report')).words(), /[Ss]urvei/);
		} finally {
			stack.matang(['setting', 'service_survey', '5']);
		}
	});
});

describe('what was measured', () => {
	/* Each with the days that it stood in each state, from the first on. */
	let version, agency, number = 0;
	const measured = (spent, moves, village = 'Kelurahan Ukur', ended = 'approved') => {
		stack.sql(`INSERT INTO service_application (agency_id, version_id, enterprise_id, number, channel, state, applicant, phone, village, particulars, received_at, received_on, spent_days,
			due_on, reason, decided_on, decided_by) SELECT ${agency}, ${version}, ${newest('enterprise')}, 'LYN-2021${String(++number).padStart(4, '0')}', 'counter', '${ended}', 'Contoh', '', '${village}', '',
			'2021-02-03 00:00:00', '2021-02-03', ${spent}, '2021-02-06', 'Contoh', '2021-05-06', MIN(id) FROM account`);
		const id = newest('service_application');
		for (const [before, to, days] of [['', 'received', 'NULL'], ...moves])
			stack.sql(`INSERT INTO service_move (application_id, before_state, state, at, days) VALUES (${id}, '${before}', '${to}', UTC_TIMESTAMP(3), ${days})`);
	};
	before(async () => {
		version = await inForce();
		agency = one("SELECT agency_id AS id FROM account WHERE username = 'operator.dkumkmp'").id;
		await application(version, 'Usaha Diukur');
	});

	it('is the time of each step and why some took longer than three days', async () => {
		measured(1, [['received', 'checked', 1], ['checked', 'approved', 0]]);
		measured(2, [['received', 'checked', 1], ['checked', 'approved', 1]]);
		measured(6, [['received', 'returned', 2], ['returned', 'received', 7], ['received', 'checked', 3], ['checked', 'approved', 1]], 'Kelurahan Lain');
		measured(9, [['received', 'checked', 1], ['checked', 'approved', 8]]);
		measured(8, [['received', 'checked', 'NULL'], ['checked', 'approved', 8]]);
		const words = (await head.get('/service/report?year=2021&part=q2')).words();
		/* Of 1, 1, 5 and 1 days the middle is 1 and nine of ten are within 5; what nobody counted is not among them. */
		assert.match(words, /Pemeriksaan, termasuk kunjungan\D*4\D*1\D*5/);
		assert.match(words, /Keputusan kepala perangkat daerah\D*5\D*1\D*8/);
		assert.match(words, /Dilengkapi pemohon \(tidak dihitung\)\D*1\D*7\D*7/);
		assert.match(words, /Pernah dikembalikan kepada pemohon\s*1/);
		assert.match(words, /Paling lama di pemeriksaan\s*(Permohonan\s*)?1/);
		assert.match(words, /Paling lama menunggu keputusan\s*(Permohonan\s*)?1/);
		assert.match(words, /Lama tiap langkahnya belum tercatat\s*(Permohonan\s*)?1/);
		stack.sql(`UPDATE service_version SET days = 30 WHERE id = ${version}`);
		assert.match((await head.get('/service/report?year=2021&part=5')).words(), /Sesuai standar layanannya, yang lebih panjang\s*(Permohonan\s*)?3/);
		stack.sql(`UPDATE service_version SET days = 3 WHERE id = ${version}`);
		const page = await head.get('/service/report?year=2021');
		assert.equal(page.all('main svg').length, 2, 'how long, and from where');
		assert.match((await head.get('/service/report/table.csv?year=2021')).text, /Keputusan kepala perangkat daerah/);
		assert.equal((await other.get('/service/report?year=2021')).words().includes('Kelurahan Ukur'), false);
	});

	it('is counted when an application goes on', async () => {
		const id = await application(version, 'Usaha Terukur');
		stack.sql(`UPDATE service_move SET at = at - INTERVAL 40 DAY WHERE application_id = ${id}`);
		await check(id, version, 'pass');
		const [came, checked] = stack.sql(`SELECT days FROM service_move WHERE application_id = ${id} ORDER BY id`);
		assert.equal(came.days, null);
		assert.ok(Number(checked.days) >= 15 && Number(checked.days) <= 29, `40 days have so many working days: ${checked.days}`);
		await decide(id);
		assert.equal(one(`SELECT days FROM service_move WHERE application_id = ${id} ORDER BY id DESC LIMIT 1`).days, '0');
	});

	it('becomes evidence with one press, as the standard does, and the same again is the next revision', async () => {
		const assessment = one(`SELECT MAX(id) AS id FROM assessment WHERE agency_id = ${agency}`).id;
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${assessment}`);
		for (const [place, more, title, kind] of [[`/service/services/${version}/evidence`, {}, /^Standar pelayanan: Surat Keterangan Usaha Mikro/, 'lainnya'],
			['/service/report/evidence?year=2021&part=q2', { year: '2021', part: 'q2' }, /^Laporan layanan Triwulan II 2021$/, 'laporan']]) {
			const page = await operator.get(place);
			assert.match(page.words(), /Yang paling sesuai.*Variabel tentang layanan/s);
			const variables = () => new Set(stack.sql(`SELECT DISTINCT v.number FROM checklist_item i JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
				WHERE i.id IN (${page.all('main button[name=item]').map((button) => button.getAttribute('value'))})`).map(({ number }) => number));
			assert.deepEqual([...variables()].sort(), ['10', '3', '4'], 'those whose names speak of services');
			const [item, next] = page.all('main button[name=item]').map((button) => button.getAttribute('value'));
			const press = (which) => forced(operator, place.split('?')[0], { item: which, ...more });
			assert.match((await press(item)).location, new RegExp(`/questionnaire/${assessment}/(3|4|10)\\?done=linked`));
			await press(item);
			await press(next);
			const document = one(`SELECT document_id AS id FROM service_paper WHERE agency_id = ${agency} AND word = '${kind === 'laporan' ? 'report' : 'standard'}'`).id;
			const found = one(`SELECT d.title, d.kind, (SELECT COUNT(*) FROM revision n WHERE n.document_id = d.id) AS revisions,
				(SELECT COUNT(*) FROM evidence_link k WHERE k.document_id = d.id AND k.removed_at IS NULL) AS links FROM document d WHERE d.id = ${document}`);
			assert.match(found.title, title);
			assert.deepEqual([found.kind, found.revisions, found.links], [kind, '1', '2']);
			assert.equal((await press(999999)).status, 404);
			assert.match((await operator.get(`${place}${place.includes('?') ? '&' : '?'}all=1`)).words(), /Kriteria lain/);
		}
		assert.equal((await other.get(`/service/services/${version}/evidence`)).status, 404);
		assert.equal((await forced(head, `/service/services/${version}/evidence`, { item: 1 })).status, 403);
		const draft = await define({ name: 'Surat yang belum berlaku (contoh)' });
		assert.equal((await operator.get(`/service/services/${draft}/evidence`)).status, 409);
		assert.equal((await operator.get('/service/report/evidence?year=2099')).status, 409);
	});

	it('is offered where the variable that speaks of services is filled in, and leads to its own page', async () => {
		const assessment = one(`SELECT MAX(id) AS id FROM assessment WHERE agency_id = ${agency}`).id;
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${assessment}`);
		for (const variable of [3, 4, 10]) {
			const page = await operator.get(`/questionnaire/${assessment}/${variable}`);
			assert.match(page.words('main'), /Data dukung dari layanan Anda/, String(variable));
			const standard = page.one('main a[href*="/service/services/"]').getAttribute('href');
			assert.match((await operator.get(standard.replace(/^\/matang/, ''))).words('main'), /Jadikan data dukung.*Yang paling sesuai/s);
			for (const label of ['Laporan layanan: waktu tiap langkah dan survei kepuasan', 'Kegiatan: pelatihan, rapat dan inovasi'])
				assert.equal((await operator.get(page.link(label).replace(/^\/matang/, ''))).status, 200, label);
		}
		assert.doesNotMatch((await operator.get(`/questionnaire/${assessment}/5`)).words('main'), /Data dukung dari layanan/);
		assert.doesNotMatch((await head.get(`/questionnaire/${assessment}/3`)).words('main'), /Data dukung dari layanan/);
		const theirs = one("SELECT MAX(a.id) AS id FROM assessment a JOIN agency g ON g.id = a.agency_id WHERE g.short_name = 'Dishub'").id;
		assert.doesNotMatch((await other.get(`/questionnaire/${theirs}/3`)).words('main'), /Data dukung dari layanan/, 'who serves nothing is offered nothing');
	});
});

describe('what is kept of people', () => {
	it('goes when its age has come, and the letter stays', async () => {
		const version = await inForce();
		const id = await application(version, 'Usaha Lama', { nik: '6471010101900009' });
		await check(id, version, 'pass');
		await decide(id);
		const young = await application(version, 'Usaha Muda', { nik: '6471010101900008' });
		stack.sql(`UPDATE service_application SET received_on = '2010-01-04' WHERE id IN (${id}, ${young}); UPDATE enterprise SET created_at = '2010-01-04'
			WHERE id IN (SELECT enterprise_id FROM service_application WHERE id = ${id})`);
		stack.matang(['sweep', '--remove']);
		assert.deepEqual(one(`SELECT a.applicant, a.particulars, e.owner, e.nik, (SELECT COUNT(*) FROM service_value v WHERE v.application_id = a.id) AS answers
			FROM service_application a JOIN enterprise e ON e.id = a.enterprise_id WHERE a.id = ${id}`), { applicant: '', particulars: '', owner: '', nik: null, answers: '0' });
		assert.equal(one(`SELECT applicant FROM service_application WHERE id = ${young}`).applicant, 'Contoh Ayu', 'what is not decided yet stays');
		assert.match((await phone.get(`/portal/check?code=${one(`SELECT code FROM service_letter WHERE application_id = ${id}`).code}`)).words(), /Usaha Lama/);
	});
});

describe('the queue', () => {
	it('goes on behind its last row', async () => {
		const version = await inForce();
		const agency = one("SELECT agency_id AS id FROM account WHERE username = 'operator.dkumkmp'").id;
		stack.sql(`INSERT INTO service_application (agency_id, version_id, enterprise_id, number, channel, state, applicant, phone, village, particulars, received_at, received_on, due_on, reason)
			SELECT ${agency}, ${version}, ${newest('enterprise')}, CONCAT('LYN-3', LPAD(seq, 7, '0')), 'counter', 'withdrawn', 'Contoh', '', 'X', '', '2021-02-03', '2021-02-03', '2021-02-06', 'Contoh' FROM seq_1_to_120`);
		const seen = new Set();
		let page = await operator.get('/service/?state=withdrawn'), pages = 0;
		for (;; pages++) {
			for (const number of page.words().match(/LYN-3\d{7}/g) ?? []) {
				assert.ok(!seen.has(number), number);
				seen.add(number);
			}
			const next = page.all('main a').find((link) => link.textContent === 'Permohonan berikutnya');
			if (!next)
				break;
			page = await operator.get(next.getAttribute('href').replace(/^\/matang/, ''));
		}
		assert.equal(seen.size, 120);
		assert.equal(pages, 2);
	});

	it('reads as much of a long one as of a short one', async () => {
		const version = await inForce();
		const agency = one("SELECT agency_id AS id FROM account WHERE username = 'operator.dishub'").id;
		const [text] = readFileSync(path.join(ROOT, 'sql/statements/service.sql'), 'utf8').split('-- name: service_application_queue\n')[1].replace(/^--.*\n/gm, '').split(';');
		const values = [agency, "'withdrawn'", "'1970-01-01'", 0, "'1970-01-01'", 51];
		const reads = () => stack.sql(`ANALYZE TABLE service_application; FLUSH STATUS; DO (SELECT COUNT(*) FROM (${text.replace(/\?/g, () => values.shift())}) z); SHOW SESSION STATUS LIKE 'Handler_read_next'`)
			.map((row) => Number(row.Value ?? Object.values(row)[1])).at(-1);

		stack.sql(`INSERT INTO service_application (agency_id, version_id, enterprise_id, number, channel, state, applicant, phone, village, particulars, received_at, received_on, due_on, reason)
			SELECT ${agency}, ${version}, ${newest('enterprise')}, CONCAT('LYN-4', LPAD(seq, 7, '0')), 'counter', 'withdrawn', 'Contoh', '', 'X', '', '2021-02-03', '2021-02-03', '2021-02-06' + INTERVAL seq MOD 200 DAY,
				'Contoh' FROM seq_1_to_5000`);
		const read = reads();
		assert.ok(read < 300, `${read} rows of 5000`);
	});
});

describe('a field assistant', () => {
	const KEY = (at) => String(at).padStart(32, '0');
	let version, assistant, colleague, form;
	before(async () => {
		for (const name of ['pendamping.satu', 'pendamping.dua'])
			stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
				SELECT '${name}', password_hash, 'assistant', region_id, agency_id, 'Contoh ${name}', password_changed_at, created_at FROM account WHERE username = 'operator.dkumkmp'`);
		version = await inForce({ name: 'Surat dengan pendamping (contoh)', requirements: 'KTP pemilik; wajib; berkas\nNPWP; bila ada' });
		[assistant, colleague] = await Promise.all(['pendamping.satu', 'pendamping.dua'].map((who) => world.as(who)));
		form = () => assistant.get(`/service/assist/new/${version}`);
	});
	const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	const said = (name) => ({ applicant: 'Contoh Nenek Ida', name, ...ENTERPRISE, nik: '', [`field-${asked(version, 'Tujuan')}`]: 'kredit', consent: '1', consent_by: 'Contoh Nenek Ida', consent_on: today() });
	const send = async (name, fields = {}, who = assistant) => who.submit(await who.get(`/service/assist/new/${version}`), { ...said(name), ...fields }, { form: 'form[data-assist-form]' });
	const ticket = (page) => [/LYN-\w{8}/.exec(page.words())?.[0], /(\w{4}-){3}\w{4}/.exec(page.words().replace(/LYN-\w{8}/g, ''))?.[0]];

	it('begins at a list of his own, and comes to nothing else of the agency', async () => {
		assert.equal((await assistant.get('/account/start')).location, '/matang/service/assist');
		const page = await assistant.get('/service/assist');
		assert.match(page.words(), /Permohonan yang saya bantu/);
		assert.ok(page.link('Surat dengan pendamping (contoh)'));
		for (const place of ['/service/', '/service/enterprises', '/service/letters', '/service/report', `/service/new/${version}`, '/questionnaire/', '/upload/'])
			assert.equal((await assistant.get(place)).status, 403, place);
		assert.equal((await operator.get('/service/assist')).status, 403);
	});

	it('sends nothing without the consent of the person, which is kept as it was given', async () => {
		const silent = await send('Usaha Tanpa Izin', { consent: [], consent_by: '' });
		assert.equal(silent.status, 422);
		assert.match(silent.errors.join(), /hanya dikirim bila pemohon setuju/);
		assert.match((await send('Usaha Tanpa Izin', { consent_on: '2099-01-01' })).errors.join(), /Tulis hari pemohon menyetujuinya/);
		assert.match((await send('Usaha Tanpa Izin', { consent_on: '2020-01-01' })).errors.join(), /paling lama 30 hari/);
		const receipt = await send('Usaha Berizin');
		assert.equal(receipt.status, 200, receipt.errors?.join());
		const [number, secret] = ticket(receipt);
		const row = one(`SELECT id, channel, consent, consent_by, consent_on FROM service_application WHERE number = '${number}'`);
		assert.deepEqual([row.channel, row.consent_by, row.consent_on], ['assistant', 'Contoh Nenek Ida', today()]);
		assert.match(row.consent, /boleh meminta untuk melihat, memperbaiki atau menghapusnya/);
		const officer = await operator.get(`/service/${row.id}`);
		for (const words of [/Pendamping lapangan/, /Contoh pendamping\.satu/, /Contoh Nenek Ida, \d+ \w+ 20\d\d/, /Pemohon menyetujuinya/])
			assert.match(officer.words(), words);
		/* The person, or whoever he asks, follows it by what stands on the paper. */
		const lent = stack.client();
		const mine = await lent.submit(await lent.get('/service/status'), { number, secret }, { form: 'main form' });
		assert.match(mine.words(), /Menunggu pemeriksaan/);
		const list = await assistant.get('/service/assist');
		assert.ok(list.words().includes(number) && list.words().includes('Usaha Berizin'));
		assert.ok(!(await colleague.get('/service/assist')).words().includes(number));
		assert.equal((await colleague.get(`/service/assist/${row.id}`)).status, 404);
	});

	it('sends a form as often as the line breaks, and it is one, with the same secret', async () => {
		const fields = { ...said('Usaha Garis Putus'), draft: KEY(7) };
		const first = await send('Usaha Garis Putus', fields), [number, secret] = ticket(first);
		const file = { [`file-${required(version)[0]}`]: [{ filename: 'ktp.png', type: 'image/png', content: png('ktp') }] };
		for (const more of [{}, { products: 'Keripik pisang' }, file]) {
			const again = await send('Usaha Garis Putus', { ...fields, ...more });
			assert.equal(again.status, 200, `${Object.keys(more)} ${again.words()}`);
			assert.deepEqual(ticket(again), [number, secret]);
		}
		const page = await form();
		await Promise.all([1, 2, 3].map(() => assistant.submit(page, { ...said('Usaha Serentak'), draft: KEY(8) }, { form: 'form[data-assist-form]' })));
		assert.equal(one("SELECT COUNT(*) AS n FROM service_application a JOIN enterprise e ON e.id = a.enterprise_id WHERE e.name IN ('Usaha Garis Putus', 'Usaha Serentak')").n, '2');
		/* Also after it is over, which frees what it said for another one. */
		const { id } = one(`SELECT id FROM service_application WHERE number = '${number}'`);
		await operator.submit(await operator.get(`/service/${id}`), { reason: 'Pindah kota' }, { form: 'form[action$="/withdraw"]' });
		assert.deepEqual(ticket(await send('Usaha Garis Putus', fields)), [number, secret]);
		/* The same words by another form are not sent a second time, and tell no secret. */
		await send('Usaha Dua Pendamping');
		const other = await send('Usaha Dua Pendamping', {}, colleague);
		assert.equal(other.status, 409);
		assert.deepEqual(ticket(other), [undefined, undefined]);
		assert.equal((await send('Usaha Kunci', { draft: 'x'.repeat(32) })).status, 400);
	});

	it('stands in the report by name, with what came of what was entered', async () => {
		const words = (await head.get('/service/report')).words();
		assert.match(words, /Permohonan yang dibantu pendamping lapangan/);
		assert.match(words, /Contoh pendamping\.satu/);
		await asTexts(head, '/service/report', /pendamping lapangan/);
		assert.doesNotMatch((await head.get('/service/report?year=2020')).words(), /pendamping lapangan/);
	});

	it('brings what is missing, and makes another secret for whoever lost it', async () => {
		const [number, secret] = ticket(await send('Usaha Kurang Berkas'));
		const { id } = one(`SELECT id FROM service_application WHERE number = '${number}'`);
		const [ktp] = required(version);
		await check(id, version, 'return', { [ktp]: 'KTP belum ada' }, { reason: 'KTP belum ada' });
		const page = await assistant.get(`/service/assist/${id}`);
		assert.match(page.words(), /KTP belum ada/);
		await assistant.submit(page, { [`file-${ktp}`]: [{ filename: 'ktp.png', type: 'image/png', content: png('ktp') }] }, { form: 'form[action$="/bring"]' });
		assert.equal(state(id), 'received');
		const fresh = await assistant.submit(await assistant.get(`/service/assist/${id}`), {}, { form: 'form[action$="/secret"]' });
		const [same, next] = ticket(fresh);
		assert.equal(same, number);
		assert.notEqual(next, secret);
		const opens = async (code) => {
			const who = stack.client();
			return (await who.submit(await who.get('/service/status'), { number, secret: code }, { form: 'main form' })).status;
		};
		assert.deepEqual([await opens(secret), await opens(next)], [422, 200]);
	});
});

describe('a letter that comes back signed', () => {
	let version, person, id, letter;
	const SIGNED = { form: 'form[action$="/signed"]' };
	const scanned = (code, more = '') => ({ filename: 'surat pindaian.pdf', type: 'application/pdf', content: pdf(`Kode: ${code} ${more}`) });
	const send = async (file, who = operator, at = id) => who.submit(await who.get(`/service/${at}`), { file }, SIGNED);
	const standing = (which) => stack.sql(`SELECT method, named, LOWER(HEX(sha256)) AS sha256 FROM signature WHERE letter_id = ${which} AND cancelled_at IS NULL`);
	const checked = async ({ code }) => (await phone.get(`/portal/check?code=${code}`)).words('main');
	const letterOf = (which) => one(`SELECT id, code, number_text FROM service_letter WHERE application_id = ${which} AND ended IS NULL`);
	before(async () => {
		version = await inForce({ name: 'Surat yang dipindai (contoh)' });
		person = stack.client();
		const page = await person.get(`/service/apply/${version}`);
		await person.submit(page, { applicant: 'Contoh Ayu', name: 'Usaha Dipindai', ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'kredit', ...answerGuest(page) },
			{ form: 'main form[method=post]' });
		id = newest('service_application');
		await check(id, version, 'pass');
		await decide(id);
		letter = letterOf(id);
	});

	it('is told on the check page with its file and day, and given to who applied', async () => {
		assert.match(await checked(letter), /Surat layanan ini berlaku.*Salinan bertanda tangan belum disimpan di sini/);
		assert.doesNotMatch((await person.get('/service/mine')).words('main'), /Unduh surat bertanda tangan/);
		assert.match((await person.get('/service/mine')).words('main'), /Ambil surat yang ditandatangani di loket/);
		const file = scanned(letter.code);
		const done = await send(file);
		assert.equal(done.status, 200, done.errors?.join());
		assert.match(done.words('main'), /Surat bertanda tangan disimpan\..*Surat bertanda tangan telah disimpan, .*, oleh/);
		const [row, ...more] = standing(letter.id);
		assert.equal(more.length, 0);
		assert.deepEqual([row.method, row.named], ['ink', 'text']);
		assert.match(await checked(letter), new RegExp(`Surat bertanda tangan telah disimpan, \\d+ \\w+ \\d{4}.*Kode berkasnya \\(SHA-256\\): ${row.sha256}`));
		const mine = await person.get('/service/mine');
		assert.doesNotMatch(mine.words('main'), /Ambil surat yang ditandatangani di loket/);
		for (const [who, place] of [[person, mine.link('Unduh surat bertanda tangan')], [operator, `/service/letters/${letter.id}/signed`], [head, `/service/letters/${letter.id}/signed`]]) {
			const copy = await who.get(place);
			assert.equal(copy.status, 200);
			assert.ok(copy.body.equals(Buffer.from(file.content)), 'the very bytes');
			assert.match(copy.headers['content-disposition'], /^attachment;.*surat-\w+-ditandatangani\.pdf/);
		}
		assert.match(one(`SELECT to_value FROM history WHERE subject = 'service' ORDER BY id DESC LIMIT 1`).to_value, /salinan bertanda tangan disimpan/);
	});

	it('is nobody else\'s, and no letter without one has any', async () => {
		const next = await application(version, 'Usaha Tanpa Salinan');
		await check(next, version, 'pass');
		await decide(next);
		const bare = letterOf(next);
		assert.equal((await operator.get(`/service/letters/${bare.id}/signed`)).status, 404);
		assert.equal((await person.get(`/service/mine/letter/${bare.id}`)).status, 404, 'of another application');
		assert.equal((await stack.client().get(`/service/mine/letter/${letter.id}`)).status, 403);
		assert.equal((await other.get(`/service/letters/${letter.id}/signed`)).status, 404);
		const form = await operator.get(`/service/${next}`);
		const csrf = other.csrf(await other.get('/account/profile'));
		assert.equal((await other.postMultipart(`/service/letters/${bare.id}/signed`, { csrf, file: scanned(bare.code) })).status, 404);
		assert.equal((await head.postMultipart(`/service/letters/${bare.id}/signed`, { csrf: head.csrf(await head.get('/account/profile')), file: scanned(bare.code) })).status, 403);
		assert.equal(standing(bare.id).length, 0);
		assert.equal((await head.get(`/service/${next}`)).one(SIGNED.form), null, 'the head is offered no form that he may not send');
		/* What nobody signed, what is another letter's, and what is none at all. */
		const mute = (await operator.get(`/service/letters/${bare.id}/pdf`)).body;
		for (const [file, words] of [[{ filename: 'surat.pdf', type: 'application/pdf', content: mute }, /sama persis dengan surat yang diunduh dari Matang: belum ditandatangani/],
			[{ filename: 'surat.pdf', type: 'application/pdf', content: (await operator.get(`/service/letters/${letter.id}/pdf`)).body }, /belum ditandatangani, bukan surat yang ditunggu/],
			[{ filename: 'surat.pdf', type: 'application/pdf', content: '<html><script>alert(1)</script></html>' }, /Ini halaman web \(HTML\)/]]) {
			const refused = await operator.submit(form, { file }, SIGNED);
			assert.equal(refused.status, 422);
			assert.match(refused.errors.join(), words);
			assert.ok(refused.one(SIGNED.form), 'it can be sent from the page that says so');
		}
		const none = await operator.submit(form, {}, SIGNED);
		assert.equal(none.status, 422);
		assert.equal(standing(bare.id).length, 0);
		const unread = await send(scanned('tanpa kode'), operator, next);
		assert.match(unread.words('main'), /Kode surat tidak terbaca pada salinan itu: bandingkan sendiri/);
	});

	it('is replaced by a better one, and ends with its letter', async () => {
		const better = scanned(letter.code, 'lebih jelas');
		assert.equal((await send(better)).status, 200);
		assert.equal(standing(letter.id).length, 1);
		assert.ok((await person.get(`/service/mine/letter/${letter.id}`)).body.equals(Buffer.from(better.content)));
		const page = await operator.get(`/service/${id}`);
		await head.submit(await head.get(`/service/${id}`), { how: 'replaced', reason: 'Salah tulis nama' }, { form: 'form[action$="/end"]' });
		const late = await operator.submit(page, { file: scanned(letter.code) }, SIGNED);
		assert.equal(late.status, 409);
		assert.match(late.words(), /tidak berlaku lagi, jadi tidak dapat ditandatangani/);
		assert.equal((await person.get(`/service/mine/letter/${letter.id}`)).status, 404, 'what does not hold is not given away');
		assert.equal((await operator.get(`/service/letters/${letter.id}/signed`)).status, 200, 'the office keeps it');
		assert.doesNotMatch(await checked(letter), /telah disimpan/);
		assert.match(await checked(letterOf(id)), /Salinan bertanda tangan belum disimpan/);
	});

	it('keeps the reason beside its field where it is ended with too little said', async () => {
		const refused = await head.submit(await head.get(`/service/${id}`), { how: 'cancelled', reason: 'x' }, { form: 'form[action$="/end"]' });
		assert.equal(refused.status, 422);
		assert.ok(refused.one('form[action$="/end"]'), 'its form stands on the page that says so');
	});
});

describe('a letter that ends before long', () => {
	const FAKE = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
	const iso = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
	const work = (day) => {
		const run = stack.matang(['work', 'letters'], day ? { env: { LD_PRELOAD: FAKE, FAKETIME: `@${day} 02:00:00`, TZ: 'UTC', ASAN_OPTIONS: 'verify_asan_link_order=0' } } : {});
		assert.equal(run.status, 0, run.stderr);
		return run.stdout;
	};
	const told = (name) => stack.sql(`SELECT m.detail FROM message m JOIN account a ON a.id = m.account_id WHERE a.username = '${name}' AND m.kind = 'letter_ends' ORDER BY m.id`);
	const mailed = (id) => stack.sql(`SELECT id, guest_email FROM mail WHERE guest_kind = 'letter_ends_guest' AND guest_key = ${id}`);
	const granted = async (version, name, fields = {}) => {
		const id = await application(version, name, fields);
		await check(id, version, 'pass');
		await decide(id);
		/* No other letter ends meanwhile. */
		stack.sql(`UPDATE service_letter SET valid_until = NULL WHERE application_id <> ${id} AND reminded_at IS NULL; UPDATE service_letter SET valid_until = '${iso(60)}' WHERE application_id = ${id}`);
		return { id, ...one(`SELECT id AS letter, number_text FROM service_letter WHERE application_id = ${id}`) };
	};

	it('is told to who applied and to the office, once, whatever the clock does', async () => {
		const version = await inForce({ name: 'Surat yang diingatkan (contoh)', remind_days: '5' });
		const { id, letter, number_text } = await granted(version, 'Usaha Diingatkan', { email: 'pemohon@contoh.invalid' });
		assert.match((await operator.get(`/service/${id}`)).words('main'), /Alamat surel ?pemohon@contoh\.invalid/);
		work(iso(40));
		assert.equal(told('operator.dkumkmp').length, 0, 'it is too early');
		work(iso(54));
		for (const name of ['operator.dkumkmp', 'kepala.dkumkmp'])
			assert.match(told(name).map(({ detail }) => detail).join(), new RegExp(`^Nomor ${number_text.replaceAll('/', '\\/')} \\(Usaha Diingatkan\\), berlaku sampai`), name);
		assert.equal(told('operator.dishub').length, 0);
		assert.deepEqual(mailed(id).map((row) => row.guest_email), ['pemohon@contoh.invalid']);
		for (const day of [55, 54, 30, 59, 54])
			work(iso(day));
		assert.equal(told('operator.dkumkmp').length, 1);
		assert.equal(mailed(id).length, 1);
		/* The message leads to the list, which leads to renewing. */
		const list = await operator.get('/service/letters/ending');
		assert.ok(list.words('main').includes(number_text));
		assert.equal(list.one(`a[href$="/service/${id}/renew"]`) !== null, true);
		assert.match((await operator.get('/message/')).words('main'), /segera berakhir/);
		assert.equal((await head.get('/service/letters/ending')).one(`a[href$="/renew"]`), null);
		assert.doesNotMatch((await other.get('/service/letters/ending')).words('main'), /Usaha Diingatkan/);
		/* What the applicant is told, and where it leads. */
		const [words] = stack.sql(`SELECT a.number FROM service_application a WHERE a.id = ${id}`);
		assert.ok(words.number);
		assert.equal((await stack.client().get('/service/mine/renew')).location, '/matang/service/status');
		assert.ok(letter);
	});

	it('is told to nobody where the service reminds nobody, it was ended, or somebody renews it', async () => {
		const silent = await inForce({ name: 'Surat tanpa pengingat (contoh)', remind_days: '0' });
		const { id } = await granted(silent, 'Usaha Tanpa Pengingat', { email: 'diam@contoh.invalid' });
		work(iso(58));
		assert.equal(mailed(id).length, 0);
		const version = await inForce({ name: 'Surat yang diperpanjang lebih dulu (contoh)' });
		const renewed = await granted(version, 'Usaha Rajin', { email: 'rajin@contoh.invalid' });
		await operator.submit(await operator.get(`/service/${renewed.id}/renew`), {}, { form: 'main form[method=post]' });
		assert.equal(one(`SELECT email FROM service_application ORDER BY id DESC LIMIT 1`).email, 'rajin@contoh.invalid', 'the address goes along');
		work(iso(58));
		assert.equal(mailed(renewed.id).length, 0);
		assert.match((await operator.get('/service/letters/ending')).words('main'), /Sedang diperpanjang/);
		const ended = await granted(version, 'Usaha Tutup', { email: 'tutup@contoh.invalid' });
		await head.submit(await head.get(`/service/${ended.id}`), { how: 'cancelled', reason: 'Usahanya tutup' }, { form: 'form[action$="/end"]' });
		const late = await granted(version, 'Usaha Lewat', { email: 'lewat@contoh.invalid' });
		work(iso(61));
		for (const which of [ended, late])
			assert.equal(mailed(which.id).length, 0);
		/* Without an address the office is told alone. */
		const before = told('operator.dkumkmp').length;
		const mute = await granted(version, 'Usaha Tanpa Surel');
		work(iso(58));
		assert.equal(mailed(mute.id).length, 0);
		assert.equal(told('operator.dkumkmp').length, before + 1);
	});

	it('takes no address that is none', async () => {
		const version = await inForce({ name: 'Surat beralamat (contoh)' });
		const refused = await applyFor(version, 'Usaha Surel', { email: 'bukan surel' });
		assert.equal(refused.status, 422);
		assert.match(refused.errors.join(), /Alamat surel tidak terbaca/);
	});
});

describe('a letter that ends', () => {
	let version, person;
	const letter = (id) => one(`SELECT id, number_text, code FROM service_letter WHERE application_id = ${id} AND ended IS NULL`);
	const renews = (id) => one(`SELECT renews_letter_id AS letter, channel FROM service_application WHERE id = ${id}`);
	const grant = async (id, at = version) => {
		await check(id, at, 'pass');
		await decide(id);
		return letter(id);
	};
	const granted = async (name) => {
		const id = await application(version, name);
		const { id: held, ...rest } = await grant(id);
		return { ...rest, id, held };
	};
	const paper = async (code) => (await phone.get(`/portal/check?code=${code}`)).words();
	const renew = async (id, fields = {}) => operator.submit(await operator.get(`/service/${id}/renew`), fields, { form: 'main form[method=post]' });
	before(async () => {
		version = await inForce({ name: 'Surat yang diperpanjang (contoh)' });
		person = stack.client();
	});

	it('is renewed by its applicant, who changes what changed; both letters say so', async () => {
		const page = await person.get(`/service/apply/${version}`);
		await person.submit(page, { applicant: 'Contoh Ayu', name: 'Usaha Perpanjang', ...ENTERPRISE, [`field-${asked(version, 'Tujuan')}`]: 'bantuan', ...answerGuest(page) }, { form: 'main form[method=post]' });
		const old = newest('service_application');
		assert.equal((await person.get('/service/mine')).all('a[href$="/mine/renew"]').length, 0, 'there is no letter yet');
		assert.equal((await person.get('/service/mine/renew')).status, 409);
		const first = await grant(old);
		/* The service has changed: it asks for less, and goes on as another version. */
		await operator.submit(await operator.get(`/service/services/${version}`), {}, { form: 'form[action$="/renew"]' });
		version = newest('service_version');
		await operator.submit(await operator.get(`/service/services/${version}`), { fields: 'Tujuan; pilihan; wajib; kredit, bantuan\nAlasan; teks; bila ada' }, { form: `form[action$="/services/${version}"]` });
		await operator.submit(await operator.get(`/service/services/${version}`), {}, { form: 'form[action$="/publish"]' });
		stack.sql(`UPDATE service_letter SET valid_until = UTC_DATE() - INTERVAL 9 DAY WHERE id = ${first.id}`);
		const form = await person.get((await person.get('/service/mine')).link('Perpanjang'));
		assert.match(form.words(), new RegExp(`Memperpanjang surat Nomor ${first.number_text}.*Berkas lama tidak ikut: bawa atau lampirkan lagi`, 's'));
		const value = (id) => form.one(`[id="${id}"]`).getAttribute('value');
		assert.deepEqual(['applicant', 'name', 'products'].map(value), ['Contoh Ayu', 'Usaha Perpanjang', 'Keripik']);
		assert.doesNotMatch(form.text, /6471014101900001/, 'the numbers of a person are shown to nobody by number and secret');
		assert.match(form.words(), /Tercatat •+0001; kosongkan bila tetap/);
		assert.equal(form.one(`[name="field-${asked(version, 'Tujuan')}"] option[selected]`).getAttribute('value'), 'bantuan');
		assert.equal(newest('service_application'), old, 'nothing was sent');
		const wrong = await person.submit(form, { products: '', ...answerGuest(form) }, { form: 'main form[method=post]' });
		assert.equal(wrong.status, 422);
		assert.match(wrong.words(), /Memperpanjang surat Nomor/);
		const receipt = await person.submit(wrong, { products: 'Keripik dan sambal', ...answerGuest(wrong) }, { form: 'main form[method=post]' });
		assert.equal(receipt.status, 200, receipt.errors?.join() || receipt.words());
		const next = newest('service_application');
		assert.notEqual(next, old);
		assert.deepEqual(renews(next), { letter: first.id, channel: 'online' });
		assert.equal(one(`SELECT version_id FROM service_application WHERE id = ${next}`).version_id, String(version));
		assert.match(one(`SELECT particulars FROM service_application WHERE id = ${next}`).particulars, /nik=6471014101900001/, 'what stays empty stays as it was');
		assert.match((await person.get('/service/mine')).words(), new RegExp(`Memperpanjang\\s*Surat Nomor ${first.number_text}`));
		const officer = await operator.get(`/service/${next}`);
		assert.ok(officer.words().includes(`Surat Nomor ${first.number_text}`));
		assert.ok(officer.all('a').some((link) => link.getAttribute('href').endsWith(`/service/${old}`)));
		assert.doesNotMatch(await paper(first.code), /sudah diperpanjang/, 'not before the new one is there');
		const second = await grant(next);
		assert.ok((await paper(second.code)).includes(`Memperpanjang surat Nomor ${first.number_text}.`));
		assert.match(await paper(first.code), new RegExp(`masa berlakunya sudah lewat.*sudah diperpanjang dengan surat Nomor ${second.number_text}\\.`, 's'));
		stack.sql(`UPDATE service_letter SET valid_until = UTC_DATE() + INTERVAL 9 DAY WHERE id = ${first.id}`);
		assert.match(await paper(first.code), /ini berlaku\..*sudah diperpanjang/s, 'the old one holds until its own end');
	});

	it('is renewed by an officer, and by one application at a time', async () => {
		const old = await granted('Usaha Loket');
		const page = await operator.get(`/service/${old.id}`);
		assert.ok(page.all('a').some((link) => link.getAttribute('href').endsWith(`/service/${old.id}/renew`)));
		assert.ok(!(await head.get(`/service/${old.id}`)).all('a').some((link) => link.getAttribute('href').endsWith('/renew')));
		const form = await operator.get(`/service/${old.id}/renew`);
		assert.equal(form.one('#nik').getAttribute('value'), '6471014101900001', 'the officer reads them whole');
		await Promise.all([1, 2].map(() => operator.submit(form, {}, { form: 'main form[method=post]' })));
		const next = newest('service_application'), { number } = one(`SELECT number FROM service_application WHERE id = ${next}`);
		assert.deepEqual(renews(next), { letter: old.held, channel: 'counter' });
		assert.equal(one(`SELECT COUNT(*) AS n FROM service_application WHERE renews_letter_id = ${old.held}`).n, '1', 'sent twice it is one');
		for (const refused of [await operator.get(`/service/${old.id}/renew`), await operator.submit(form, { products: 'Lain' }, { form: 'main form[method=post]' })]) {
			assert.equal(refused.status, 409);
			assert.ok(refused.words().includes(`sedang diperpanjang dengan permohonan ${number}`), refused.words());
			assert.ok(refused.all('main a').some((link) => link.getAttribute('href').endsWith(`/service/${next}`)));
		}
		assert.ok((await operator.get(`/service/${old.id}`)).words().includes(`sedang diperpanjang dengan permohonan ${number}`));
		/* What was taken back is in nobody's way. */
		await operator.submit(await operator.get(`/service/${next}`), { reason: 'Pindah kota' }, { form: 'form[action$="/withdraw"]' });
		assert.equal((await renew(old.id)).status, 200);
		const third = newest('service_application');
		assert.notEqual(third, next);
		/* Where the old letter is replaced meanwhile, its successor is renewed. */
		await head.submit(await head.get(`/service/${old.id}`), { how: 'replaced', reason: 'Hilang di jalan' }, { form: 'form[action$="/end"]' });
		const now = letter(old.id);
		assert.equal(renews(third).letter, now.id);
		const last = await grant(third);
		assert.ok((await paper(last.code)).includes(`Memperpanjang surat Nomor ${now.number_text}.`));
		assert.match((await operator.get(`/service/${old.id}/renew`)).words(), /Surat ini sudah diperpanjang/);
	});

	it('is renewed by two at once through different words, and one of them is told of the other', async () => {
		const old = await granted('Usaha Berebut');
		const forms = await Promise.all([operator, second].map((who) => who.get(`/service/${old.id}/renew`)));
		const answers = await Promise.all([operator, second].map((who, at) => who.submit(forms[at], { products: `Keripik ${at}` }, { form: 'main form[method=post]' })));
		assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
		assert.match(answers.find(({ status }) => status === 409).words(), /sedang diperpanjang dengan permohonan LYN-/);
		assert.equal(one(`SELECT COUNT(*) AS n FROM service_application WHERE renews_letter_id = ${old.held}`).n, '1');
	});

	it('is not renewed where it was withdrawn, has no end, or is somebody else\'s', async () => {
		const old = await granted('Usaha Orang Lain');
		const stranger = stack.client();
		assert.equal((await other.get(`/service/${old.id}/renew`)).status, 404);
		assert.equal((await forced(other, `/service/${old.id}/renew`, { applicant: 'X', name: 'X' })).status, 404);
		assert.equal((await stranger.get('/service/mine/renew', { follow: false })).status, 303);
		assert.equal((await stranger.post('/service/mine/renew', {})).status, 403);
		stack.sql(`UPDATE service_letter SET valid_until = NULL WHERE id = ${old.held}`);
		assert.equal((await operator.get(`/service/${old.id}/renew`)).status, 409);
		stack.sql(`UPDATE service_letter SET valid_until = UTC_DATE() WHERE id = ${old.held}`);
		await head.submit(await head.get(`/service/${old.id}`), { how: 'cancelled', reason: 'Usahanya tutup' }, { form: 'form[action$="/end"]' });
		assert.equal((await operator.get(`/service/${old.id}/renew`)).status, 409);
		assert.equal((await operator.get(`/service/${old.id}`)).all('a[href$="/renew"]').length, 0);
	});

	it('is renewed by the field assistant who entered it, with the consent anew, and by no other', async () => {
		const [assistant, colleague] = await Promise.all(['pendamping.satu', 'pendamping.dua'].map((who) => world.as(who)));
		const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), consent = { consent: '1', consent_by: 'Contoh Nenek Ida', consent_on: today };
		await assistant.submit(await assistant.get(`/service/assist/new/${version}`), { applicant: 'Contoh Nenek Ida', name: 'Usaha Didampingi', ...ENTERPRISE, nik: '',
			[`field-${asked(version, 'Tujuan')}`]: 'kredit', ...consent }, { form: 'form[data-assist-form]' });
		const old = newest('service_application'), first = await grant(old);
		const form = await assistant.get((await assistant.get(`/service/assist/${old}`)).link('Perpanjang'));
		assert.equal(form.one('#name').getAttribute('value'), 'Usaha Didampingi');
		assert.equal((await assistant.submit(form, {}, { form: 'form[data-assist-form]' })).status, 422, 'the consent is asked again');
		const receipt = await assistant.submit(form, { ...consent, address: 'Jalan Contoh 9' }, { form: 'form[data-assist-form]' });
		assert.equal(receipt.status, 200, receipt.errors?.join());
		const next = newest('service_application');
		assert.deepEqual(renews(next), { letter: first.id, channel: 'assistant' });
		assert.ok((await assistant.get(`/service/assist/${next}`)).words().includes(`Surat Nomor ${first.number_text}`));
		const refused = await assistant.get(`/service/assist/${old}/renew`);
		assert.equal(refused.status, 409);
		assert.ok(refused.all('main a').some((link) => link.getAttribute('href').endsWith(`/service/assist/${next}`)));
		assert.equal((await colleague.get(`/service/assist/${old}/renew`)).status, 404);
		assert.equal((await forced(colleague, `/service/assist/${old}/renew`, consent)).status, 404);
	});
});

describe('what people think of a service', () => {
	it('stands on its public page once five have answered in months that are over', async () => {
		const version = await inForce({ name: 'Surat dinilai (contoh)' }), words = async () => (await phone.get(`/service/standard/${version}`)).words();
		const answer = async (at, day) => {
			const id = await application(version, `Usaha penilai ${at}`);
			stack.sql(`INSERT INTO service_survey SELECT id, agency_id, ${day}, 4, 4, 4, 4, 4, 4, 4, 4, 3, NULL FROM service_application WHERE id = ${id}`);
		};
		for (let at = 1; at <= 4; at++)
			await answer(at, 'LAST_DAY(UTC_DATE() - INTERVAL 2 MONTH)');
		await answer(5, 'DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR)');
		assert.doesNotMatch(await words(), /Indeks kepuasan/, 'what is answered this month would tell of the last one alone');
		await answer(6, 'LAST_DAY(UTC_DATE() - INTERVAL 2 MONTH)');
		assert.match(await words(), /Indeks kepuasan masyarakat 97,22, mutu A \(Sangat baik\), dari 5 jawaban/);
	});
});
