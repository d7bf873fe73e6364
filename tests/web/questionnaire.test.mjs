// SPDX-License-Identifier: ISC
//
// Filling in, as a browser without a screen sees it: who may see and write what, what is kept when
// two people write, what the documents support, sending, mending, reading.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

const FORM = { form: 'form[data-autosave]' };
const JSON_ONLY = { headers: { accept: 'application/json' } };

let stack, city, id, other, earlier;
let operator, colleague, head, auditor;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	other = city.assessment('Dinas Contoh Dua');
	earlier = city.assessment('Dinas Contoh Satu', city.year - 1);
	[operator, colleague, head, auditor] = await Promise.all(
		['operator.satu', 'operator2.satu', 'kepala.satu', 'auditor'].map((name) => city.signIn(name)));
});
after(() => stack?.stop());

/* Everything that people did to the assessment is undone before each test. */
beforeEach(() => stack.sql(`
	UPDATE assessment SET state = 'not_started', opened_at = NULL, opened_by = NULL WHERE id = ${id};
	UPDATE answer SET self_level = NULL, explanation = '', overclaim_reason = '', city_level = NULL,
		city_reason = '', city_recommendation = '', province_level = NULL, province_reason = '',
		province_recommendation = '', return_note = '', corrected = 0, needs_correction = 0, updated_at = NULL,
		updated_by = NULL, version = 1 WHERE assessment_id = ${id};
	DELETE FROM evidence_link WHERE assessment_id = ${id};
	DELETE FROM history WHERE assessment_id = ${id};`));

const address = (number, of = id) => `/questionnaire/${of}/${number}`;
const state = () => stack.sql(`SELECT state FROM assessment WHERE id = ${id}`)[0].state;
const answer = (number) => stack.sql(`SELECT n.* FROM answer n JOIN variable v ON v.id = n.variable_id
	WHERE n.assessment_id = ${id} AND v.number = ${number}`)[0];
const history = (subject) => stack.sql(`SELECT h.from_value, h.to_value, h.reason, h.variable_number,
	u.username FROM history h LEFT JOIN account u ON u.id = h.account_id
	WHERE h.assessment_id = ${id} AND h.subject = '${subject}' ORDER BY h.id`);

/* Every answer complete at the lowest level, which asks for no document. */
function complete() {
	stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id};
		UPDATE answer SET self_level = 1, explanation = 'Penjelasan contoh.' WHERE assessment_id = ${id}`);
}

/* As a team returns it: these variables, each with a note. */
function giveBack(...numbers) {
	complete();
	city.setState(id, 'returned');
	stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.needs_correction = 1,
		n.return_note = CONCAT('Catatan contoh ', v.number)
		WHERE n.assessment_id = ${id} AND v.number IN (${numbers.join(', ')});
		INSERT INTO history (at, account_id, region_id, agency_id, assessment_id, subject, subject_id,
			from_value, to_value, reason)
		VALUES (UTC_TIMESTAMP(3), ${city.account('verifikator')}, 2, 1, ${id}, 'state', ${id}, 'submitted',
			'returned', 'Alasan contoh pengembalian.')`);
}

async function save(who, number, fields, options = {}) {
	const page = await who.get(address(number));
	return who.submit(page, fields, { ...FORM, follow: false, ...options });
}

async function autosave(who, number, fields, { version, ...options } = {}) {
	const page = await who.get(address(number));
	return who.post(address(number), { csrf: who.csrf(page),
		version: version ?? page.one('input[name=version]').getAttribute('value'), ...fields },
	{ ...JSON_ONLY, ...options });
}

const pathOf = (page) => new URL(page.location, page.url).pathname.replace('/matang', '') +
	new URL(page.location, page.url).search;

describe('who may see it', () => {
	const pages = () => [`/questionnaire/${id}/`, address(1), `/questionnaire/${id}/check`];

	it('own agency: operator and head', async () => {
		for (const who of [operator, head])
			for (const page of ['/questionnaire/', ...pages()])
				assert.equal((await who.get(page)).status, 200, page);
	});

	it('the auditor of the region reads, but has no page to begin from here', async () => {
		for (const page of pages())
			assert.equal((await auditor.get(page)).status, 200, page);
		assert.equal((await auditor.get('/questionnaire/')).status, 403);
	});

	it('nobody else', async () => {
		for (const name of ['verifikator', 'validator', 'admin']) {
			const who = await city.signIn(name);
			for (const page of ['/questionnaire/', ...pages()])
				assert.equal((await who.get(page)).status, 403, `${name} ${page}`);
		}
	});

	it('for another agency or region it does not exist', async () => {
		for (const name of ['operator.dua', 'operator.kabupaten', 'auditor.kabupaten']) {
			const who = await city.signIn(name);
			for (const page of pages())
				assert.equal((await who.get(page)).status, 404, `${name} ${page}`);
		}
		for (const page of [address(1, 999999), address(12), address(60), '/questionnaire/01/',
			`/questionnaire/${id}/1/`, `/questionnaire/${id}/x`])
			assert.equal((await operator.get(page)).status, 404, page);
	});

	it('who is not signed in is sent to sign in, and back', async () => {
		for (const page of ['/questionnaire/', ...pages()]) {
			const got = await stack.client().get(page);
			assert.equal(got.status, 303);
			assert.equal(pathOf(got), `/account/?next=${page}`);
		}
	});

	it('wrong methods are refused, and the right ones named', async () => {
		for (const [method, page, allowed] of [['POST', `/questionnaire/${id}/`, 'GET, HEAD'],
			['DELETE', address(1), 'GET, HEAD, POST'], ['POST', '/questionnaire/', 'GET, HEAD'],
			['PATCH', `/questionnaire/${id}/check`, 'GET, HEAD, POST']]) {
			const got = await operator.request(method, page);
			assert.equal(got.status, 405, page);
			assert.equal(got.headers.allow, allowed);
		}
	});
});

describe('who may write it', () => {
	it('only an operator of the agency', async () => {
		const page = await operator.get(address(1));
		const fields = { csrf: operator.csrf(page), version: 1, level: 1, explanation: 'Contoh' };
		const strangers = await Promise.all(['operator.dua', 'operator.kabupaten']
			.map((name) => city.signIn(name)));

		for (const who of strangers) {
			const csrf = who.csrf(await who.get('/questionnaire/'));
			assert.equal((await who.post(address(1), { ...fields, csrf })).status, 404);
			assert.equal((await who.post(`/questionnaire/${id}/check`, { csrf, statement: 1 })).status, 404);
		}
		for (const who of [head, auditor, await city.signIn('verifikator')]) {
			const csrf = who.csrf(await who.get('/account/profile'));
			assert.equal((await who.post(address(1), { ...fields, csrf })).status, 403);
			assert.equal((await who.post(`/questionnaire/${id}/check`, { csrf, statement: 1 })).status, 403);
		}
		assert.equal(answer(1).version, '1');
		assert.equal(state(), 'not_started');
	});

	it('not without the token of the session', async () => {
		for (const fields of [{}, { csrf: '' }, { csrf: 'x'.repeat(32) }]) {
			const got = await operator.post(address(1), { ...fields, version: 1, explanation: 'Contoh' });
			assert.equal(got.status, 403);
			assert.match(got.text, /Contoh/, 'what was typed is shown to be copied');
		}
		assert.equal(answer(1).version, '1');
	});

	it('not signed in: the text comes back to be copied', async () => {
		const got = await stack.client().post(address(1), { version: 1, explanation: 'Tulisan contoh' });
		assert.equal(got.status, 401);
		assert.match(got.text, /Tulisan contoh/);
	});

	it('no field that the form does not have, none twice', async () => {
		const csrf = operator.csrf(await operator.get(address(1)));
		for (const extra of [{ city_level: 5 }, { 'level-1': 1 }, { level: [1, 2] }])
			assert.equal((await operator.post(address(1), { csrf, version: 1, ...extra })).status, 400);
		assert.equal((await operator.post(`/questionnaire/${id}/check`, { csrf, state: 'verified' })).status, 400);
	});
});

describe('the first look', () => {
	it('is noted once, with who it was', async () => {
		await head.get(`/questionnaire/${id}/`);
		await operator.get(`/questionnaire/${id}/`);
		const [row] = stack.sql(`SELECT opened_at, opened_by FROM assessment WHERE id = ${id}`);
		assert.ok(row.opened_at);
		assert.equal(Number(row.opened_by), city.account('kepala.satu'));
	});

	it('of an auditor is none', async () => {
		await auditor.get(`/questionnaire/${id}/`);
		assert.equal(stack.sql(`SELECT opened_at FROM assessment WHERE id = ${id}`)[0].opened_at, null);
	});
});

describe('home', () => {
	const deadline = (days) => stack.sql(`UPDATE cycle_step SET planned_from = CURDATE() + INTERVAL ${Math.min(days, 0)} DAY,
		planned_until = CURDATE() + INTERVAL ${days} DAY WHERE cycle_id = 1 AND step = 4`);

	it('says what to do, until when, and how last year ended', async () => {
		const page = await operator.get('/questionnaire/');
		assert.equal(page.heading, `Penilaian kematangan organisasi ${city.year}`);
		assert.match(page.words(), /Mulai mengisi penilaian/);
		assert.match(page.words(), /Sisa \d+ hari kerja|kesempatan terakhir/);
		assert.match(page.link('Mulai mengisi'), new RegExp(`/questionnaire/${id}/$`));
		assert.deepEqual(page.rows()[1], [`Tahun ${city.year - 1}`, 'Dilaporkan', '33', '44', 'Tinggi']);
		/* Without the province's tier the city's word is the last. */
		stack.sql('UPDATE cycle SET province_tier = 0 WHERE id = 3');
		assert.deepEqual((await operator.get('/questionnaire/')).rows()[1].slice(2), ['33', '22', 'Rendah']);
		stack.sql('UPDATE cycle SET province_tier = 1 WHERE id = 3');
		assert.deepEqual(page.all('.matang-steps__label').map((label) => label.words), ['Isi', 'Kirim', 'Diperiksa', 'Ditandatangani', 'Selesai']);
		assert.match(page.words('.matang-steps__item--now'), /Isi sampai \d+ \w+, sekarang/);
		assert.equal(page.all('.matang-steps__seven li').length, 7);
	});

	it('tells the head that the operator writes', async () => {
		const page = await head.get('/questionnaire/');
		assert.match(page.words(), /Operator sedang mengisi/);
		assert.ok(page.link('Lihat jawaban'));
	});

	it('says that it is late, and how late', async () => {
		deadline(-7);
		assert.match((await operator.get('/questionnaire/')).words('.matang-deadline'),
			/^Terlambat \d hari kerja dari batas waktu \d+ \S+ \d+\./);
		deadline(7);
	});

	it('leads to sending once all is complete', async () => {
		complete();
		const page = await operator.get('/questionnaire/');
		assert.match(page.words(), /Periksa lalu kirim/);
		assert.match(page.link('Periksa dan kirim'), /\/check$/);
	});

	it('shows the reason of a return', async () => {
		giveBack(2);
		const page = await operator.get('/questionnaire/');
		assert.match(page.words('.matang-notice'), /Alasan contoh pengembalian\. Verifikator Kota,/);
		assert.ok(page.link('Perbaiki sekarang'));
	});

	for (const [now, words, link] of [['submitted', /Menunggu verifikasi/, 'Lihat jawaban'],
		['verified', /Menunggu validasi provinsi/, 'Lihat hasil'],
		['validated', /Cetak dan tanda tangani/, 'Ke pengesahan'],
		['signed', /Menunggu tanda terima/, 'Lihat pengesahan'],
		['received', /Tanda terima sudah terbit/, 'Lihat tanda terima'],
		['reported', /sudah dilaporkan/, 'Lihat laporan']])
		it(`has the next step when ${now}`, async () => {
			complete();
			city.setState(id, now);
			const page = await operator.get('/questionnaire/');
			assert.match(page.words('.matang-next'), words);
			assert.ok(page.link(link));
		});

	it('begins with the year that is due first, and buries none that is open', async () => {
		complete();
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 3;
			UPDATE assessment SET state = 'draft' WHERE id = ${earlier};
			UPDATE cycle_step SET planned_from = CURDATE(), planned_until = CURDATE() + INTERVAL 3 DAY WHERE cycle_id = 3 AND step = 4`);
		deadline(30);
		let page = await operator.get('/questionnaire/');
		assert.equal(page.heading, `Penilaian kematangan organisasi ${city.year - 1}`);
		assert.match(page.words('[aria-labelledby=open-beside]'), new RegExp(`Penilaian ${city.year} Draf Sisa \\d+ hari kerja, sampai`));
		assert.match(page.link(`Penilaian ${city.year}`), new RegExp(`/questionnaire/${id}/$`));
		/* What waits for others does not stand before what the agency has to do. */
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${earlier}`);
		page = await operator.get('/questionnaire/');
		assert.equal(page.heading, `Penilaian kematangan organisasi ${city.year}`);
		assert.match(page.words('[aria-labelledby=open-beside]'), new RegExp(`Penilaian ${city.year - 1} Dikirim Sudah dikirim; sedang diperiksa tim verifikasi`));
		stack.sql(`UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 3;
			UPDATE assessment SET state = 'reported' WHERE id = ${earlier}`);
		deadline(7);
	});

	it('does not put a year that has not begun before the one that others have in their hands', async () => {
		complete();
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 3;
			UPDATE assessment SET state = 'signed' WHERE id = ${earlier};
			UPDATE assessment SET state = 'not_started' WHERE id = ${id};
			UPDATE cycle_step SET planned_from = CURDATE() + INTERVAL 60 DAY, planned_until = CURDATE() + INTERVAL 70 DAY
			WHERE cycle_id = 1 AND step = 4`);
		const beside = new RegExp(`^Juga masih terbuka Penilaian ${city.year} Belum dimulai Diisi mulai .*, sampai `);
		let page = await operator.get('/questionnaire/');
		assert.equal(page.heading, `Penilaian kematangan organisasi ${city.year - 1}`);
		assert.match(page.words('[aria-labelledby=open-beside]'), beside);
		/* The head is told of both years, too, and of a result that is known. */
		page = await head.get('/questionnaire/');
		assert.match(page.words('.matang-next'), /Formulir sudah ditandatangani/);
		assert.match(page.words('[aria-labelledby=open-beside]'), beside);
		assert.match(page.words('.matang-headline'), new RegExp(`^Skor ${city.year - 1} 44`));
		/* Nothing goes on in a year that has not begun, whoever looks. */
		assert.equal((await operator.get(`/questionnaire/${id}/`)).one('.matang-steps__item--now'), null);
		/* Other pages that begin with a year take the same. */
		assert.ok((await operator.get('/plan/')).location.endsWith(`/plan/${earlier}`));
		assert.match((await operator.get('/signoff/')).all('main li')[0].words, new RegExp(`${city.year - 1}`));
		stack.sql(`UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 3;
			UPDATE assessment SET state = 'reported' WHERE id = ${earlier};
			UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		deadline(7);
	});

	it('without an open cycle says so', async () => {
		stack.sql("UPDATE cycle SET state = 'draft', opened_at = NULL WHERE id = 2");
		const page = await (await city.signIn('operator.kabupaten')).get('/questionnaire/');
		assert.match(page.words(), /Belum ada periode penilaian yang dibuka/);
		stack.sql("UPDATE cycle SET state = 'open', opened_at = UTC_TIMESTAMP(3) WHERE id = 2");
	});
});

describe('the task list', () => {
	it('has every variable with a word for its state, the sum and the class', async () => {
		await save(operator, 1, { level: 1, explanation: 'Contoh.' });
		await save(operator, 2, { level: 4 });
		await save(operator, 3, { explanation: 'Baru penjelasan.' });
		const page = await operator.get(`/questionnaire/${id}/`);
		const tags = page.all('.govuk-task-list__status').map((one) => one.words);
		assert.equal(tags.length, 11);
		assert.deepEqual(tags.slice(0, 4), ['Lengkap', 'Draf', 'Draf', 'Belum diisi']);
		assert.equal(page.one('progress').getAttribute('value'), '1');
		assert.equal(page.one('progress').getAttribute('max'), '11');
		assert.match(page.words('.matang-figures'), /sementara 5 dari 2 variabel$/, 'the class of some variables is that of none');
	});

	it('calls complete what its documents support, and no more', async () => {
		complete();
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 3, n.overclaim_reason = 'Menyusul.'
			WHERE assessment_id = ${id} AND v.number = 2`);
		const page = await operator.get(`/questionnaire/${id}/`);
		const tags = page.all('.govuk-task-list__status').map((one) => one.words);
		assert.deepEqual(tags.slice(0, 3), ['Lengkap', 'Dokumen kurang', 'Lengkap']);
		assert.equal(page.one('progress').getAttribute('value'), '10');
		/* It may be sent all the same, and is said to be ready. */
		assert.match(page.words(), /Tidak ada lagi yang harus dilengkapi/);
		assert.match((await operator.get('/questionnaire/')).words('.matang-next'), /Periksa lalu kirim/);
		assert.ok((await operator.get(`/questionnaire/${id}/check`)).one('form[action$="/check"]'));
	});

	it('classifies the whole score as the instrument does', async () => {
		complete();
		stack.sql(`UPDATE answer SET self_level = 4 WHERE assessment_id = ${id};
			UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 1
			WHERE assessment_id = ${id} AND v.number IN (1, 2)`);
		assert.match((await operator.get(`/questionnaire/${id}/`)).words('.matang-figures'),
			/Skor mandiri 38 Tinggi/);
	});
});

describe('saving', () => {
	it('keeps level and text, makes a draft of it, and remembers who', async () => {
		const text = 'Baris satu.\nBaris dua & <b>tebal</b> "kutip" — é 試';
		const done = await save(operator, 2, { level: 3, explanation: text, overclaim_reason: 'Alasan.' },
			{ button: 'next' });
		assert.equal(done.status, 303);
		assert.equal(pathOf(done), `/questionnaire/${id}/3?done=next`);
		const row = answer(2);
		assert.equal(row.self_level, '3');
		assert.equal(row.explanation, text);
		assert.equal(row.overclaim_reason, 'Alasan.');
		assert.equal(row.version, '2');
		assert.equal(Number(row.updated_by), city.account('operator.satu'));
		assert.equal(state(), 'draft');
		assert.deepEqual(history('state').map((one) => [one.from_value, one.to_value, one.username]),
			[['not_started', 'draft', 'operator.satu']]);
		assert.deepEqual(history('self_level').map((one) => [one.variable_number, one.from_value, one.to_value]),
			[['2', '', '3']]);

		const page = await operator.get(address(2));
		assert.equal(page.one('textarea[name=explanation]').textContent, text);
		assert.ok(page.one('input[name=level][value="3"]').hasAttribute('checked'));
		assert.match(page.words('[data-autosave-status]'), /^Terakhir disimpan Operator Satu, \d+ \S+ \d+ pukul \d\d\.\d\d WITA$/);
	});

	it('keeps drafts that are incomplete', async () => {
		assert.equal((await save(operator, 1, { level: 5 })).status, 303);
		assert.equal((await save(operator, 4, { explanation: 'Tanpa tingkat.' })).status, 303);
		assert.equal(answer(1).self_level, '5');
		assert.equal(answer(4).self_level, null);
	});

	it('writes nothing when nothing changed', async () => {
		await save(operator, 1, { level: 2, explanation: 'Sama.' });
		await save(operator, 1, {});
		assert.equal(answer(1).version, '2');
		assert.equal(history('self_level').length, 1);
	});

	it('can empty a text', async () => {
		await save(operator, 1, { explanation: 'Hapus saya.' });
		await save(operator, 1, { explanation: '' });
		assert.equal(answer(1).explanation, '');
	});

	it('goes where the button says', async () => {
		const to = async (number, button) => pathOf(await save(operator, number, {}, { button }));
		assert.equal(await to(1, 'Simpan'), `/questionnaire/${id}/1?done=saved`);
		assert.equal(await to(1, 'next'), `/questionnaire/${id}/2?done=next`);
		assert.equal(await to(1, 'list'), `/questionnaire/${id}/?done=saved`);
		const [item] = city.items(1);
		assert.equal(await to(1, `attach-${item.id}`), `/upload/attach/${id}/${item.id}`);
		/* the last one has no next */
		assert.equal((await operator.get(address(11))).one('button[value=next]'), null);
		const csrf = operator.csrf(await operator.get(address(11)));
		assert.equal(pathOf(await operator.post(address(11), { csrf, version: 1, then: 'next' })),
			`/questionnaire/${id}/?done=saved`);
	});

	it('saves what was typed before it goes to attach a document', async () => {
		const [item] = city.items(1);
		await save(operator, 1, { explanation: 'Jangan hilang.' }, { button: `attach-${item.id}` });
		assert.equal(answer(1).explanation, 'Jangan hilang.');
	});

	it('says what is wrong with a value, and keeps the rest that was typed', async () => {
		const csrf = operator.csrf(await operator.get(address(1)));
		for (const [bad, field] of [[{ level: 6 }, 'level'], [{ level: 0 }, 'level'], [{ level: 'x' }, 'level'],
			[{ level: '2.5' }, 'level'], [{ overclaim_reason: 'a'.repeat(2001) }, 'overclaim_reason'],
			[{ then: 'elsewhere' }, null], [{ version: 'x' }, null], [{ version: '' }, null]]) {
			const got = await operator.post(address(1), { csrf, version: 1, explanation: 'Tetap ada.', ...bad });
			assert.equal(got.status, 422, JSON.stringify(bad).slice(0, 60));
			assert.equal(got.errors.length, 1);
			assert.equal(got.one('textarea[name=explanation]').textContent, 'Tetap ada.');
			if (field)
				assert.ok(got.one(`#${field}-error`), field);
		}
		assert.equal(answer(1).version, '1');
	});

	it('takes 5000 characters of any kind, and not one more', async () => {
		assert.equal((await save(operator, 1, { explanation: '試'.repeat(5000) })).status, 303);
		assert.equal([...answer(1).explanation].length, 5000);
		const got = await save(operator, 1, { explanation: '試'.repeat(5001) });
		assert.equal(got.status, 422);
		assert.equal([...got.one('textarea[name=explanation]').textContent].length, 5001);
	});

	it('keeps what is typed wherever a link of the page leads, also without scripts', async () => {
		for (const [button, where] of [['Daftar variabel', `/questionnaire/${id}/`], ['Tanya tim', `/consultation/new/${id}/1`],
			['Catatan antarrekan', `/consultation/comments/${id}/1`], ['Riwayat perubahan', `/report/history/${id}`]]) {
			const page = await operator.get(address(1));
			assert.equal(page.all('main a').some((link) => link.words === button), false, button);
			const gone = await operator.submit(page, { explanation: `Sebelum ${button}` }, { form: '#answer', button, follow: false });
			assert.equal(pathOf(gone), where);
			assert.equal(answer(1).explanation, `Sebelum ${button}`);
		}
		/* What cannot be kept is shown again, not left. */
		const long = await save(operator, 1, { explanation: 'x'.repeat(5001) }, { button: 'Daftar variabel' });
		assert.equal(long.status, 422);
		/* The Enter key presses what stays on the page. */
		const [first] = (await operator.get(address(1))).all('[form="answer"]');
		assert.deepEqual([first.getAttribute('name'), first.hasAttribute('hidden')], [null, true]);
		/* Who only reads has links. */
		assert.equal((await head.get(address(1))).all('button.govuk-back-link').length, 0);
	});

	it('ends with the cycle', async () => {
		const page = await operator.get(address(1, earlier));
		assert.equal(page.status, 200);
		assert.equal(page.one('form[data-autosave]'), null);
		const got = await operator.post(address(1, earlier),
			{ csrf: operator.csrf(page), version: 1, explanation: 'Terlambat' });
		assert.equal(got.status, 409);
		assert.match(got.text, /Terlambat/);
	});
});

describe('last year', () => {
	it('stands beside, and can be taken as a beginning without its level', async () => {
		const page = await operator.get(address(3));
		assert.match(page.words('.matang-last'), new RegExp(`Tahun ${city.year - 1}: mandiri III, akhir IV`));
		const done = await operator.submit(page, {}, { ...FORM, button: 'words', follow: false });
		assert.equal(pathOf(done), `/questionnaire/${id}/3?done=words`);
		assert.equal(answer(3).explanation, 'Penjelasan contoh tahun lalu.');
		assert.equal(answer(3).self_level, null);
	});

	it('shows the levels of each, but not what a team has not finished', async () => {
		const of = (page) => page.all('.matang-last .matang-lv')[0].getAttribute('class');
		assert.equal(of(await operator.get(address(3))), 'matang-lv sIII cII pIV');
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${earlier};
			UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 3; UPDATE world_stamp SET number = number + 1`);
		const page = await operator.get(address(3));
		assert.equal(of(page), 'matang-lv sIII');
		assert.doesNotMatch(page.words('.matang-last'), /IV/);
		stack.sql(`UPDATE assessment SET state = 'reported' WHERE id = ${earlier};
			UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 3; UPDATE world_stamp SET number = number + 1`);
	});

	it('is put below what was written, once', async () => {
		await save(operator, 3, { explanation: 'Sudah ditulis.' }, { button: 'words' });
		await save(operator, 3, {}, { button: 'words' });
		assert.equal(answer(3).explanation, 'Sudah ditulis.\n\nPenjelasan contoh tahun lalu.');
	});

	it('its documents are offered after saving what was typed', async () => {
		const [one] = city.items(3);
		city.link(earlier, one.id, { title: 'Dari tahun lalu' });
		const done = await save(operator, 3, { explanation: 'Ikut tersimpan.' }, { button: 'documents' });
		assert.equal(pathOf(done), `/questionnaire/${id}/carry-over?variable=3`);
		assert.equal(answer(3).explanation, 'Ikut tersimpan.');
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${earlier}`);
	});

	it('of another agency is not shown', async () => {
		const page = await (await city.signIn('operator.kabupaten'))
			.get(address(3, city.assessment('Dinas Contoh Kabupaten')));
		assert.equal(page.one('.matang-last'), null);
	});
});

describe('two people', () => {
	it('are both told, see both texts, and lose none', async () => {
		const mine = await operator.get(address(5)), theirs = await colleague.get(address(5));
		await colleague.submit(theirs, { level: 2, explanation: 'Tulisan kolega.' }, FORM);
		const got = await operator.submit(mine, { level: 4, explanation: 'Tulisan saya.' }, FORM);
		assert.equal(got.status, 409);
		assert.match(got.words('.matang-notice'), /Operator Satu Kedua menyimpan jawaban lain pada/);
		const sides = got.all('.matang-compare__side').map((one) => one.words);
		assert.match(sides[0], /Tingkat IV Tulisan saya\./);
		assert.match(sides[1], /Tingkat II Tulisan kolega\./);
		assert.equal(answer(5).explanation, 'Tulisan kolega.');

		/* joined by hand, on the version that was shown */
		const done = await operator.submit(got, { explanation: 'Gabungan.' }, { follow: false });
		assert.equal(done.status, 303);
		assert.equal(answer(5).explanation, 'Gabungan.');
		assert.equal(answer(5).self_level, '4');
		assert.equal(answer(5).version, '3');
	});

	it('are told again when a third save came between', async () => {
		const mine = await operator.get(address(5));
		await save(colleague, 5, { explanation: 'Pertama.' });
		const got = await operator.submit(mine, { explanation: 'Saya.' }, FORM);
		await save(colleague, 5, { explanation: 'Kedua.' });
		const again = await operator.submit(got);
		assert.equal(again.status, 409);
		assert.match(again.words(), /Kedua\./);
		assert.equal(again.one('textarea').textContent, 'Saya.');
	});

	it('who wrote the same are not bothered', async () => {
		const mine = await operator.get(address(5));
		await save(colleague, 5, { level: 2, explanation: 'Sama persis.' });
		const done = await operator.submit(mine, { level: 2, explanation: 'Sama persis.' }, { ...FORM, follow: false });
		assert.equal(done.status, 303);
		assert.equal(answer(5).version, '2');
	});

	it('at the same moment: one is saved, the other is asked', async () => {
		const pages = await Promise.all([operator, colleague].map((who) => who.get(address(6))));
		const got = await Promise.all([operator, colleague].map((who, i) =>
			who.submit(pages[i], { explanation: `Tulisan ${i}` }, { ...FORM, follow: false })));
		assert.deepEqual(got.map((one) => one.status).sort(), [303, 409]);
		assert.equal(answer(6).explanation, `Tulisan ${got.findIndex((one) => one.status === 303)}`);
		assert.equal(answer(6).version, '2');
	});

	it('who begin at the same moment with different variables are both saved', async () => {
		for (let round = 0; round < 5; round++) {
			stack.sql(`UPDATE assessment SET state = 'not_started' WHERE id = ${id}`);
			const got = await Promise.all([operator, colleague].map((who, i) =>
				save(who, 7 + i, { explanation: `Putaran ${round}` })));
			assert.deepEqual(got.map((one) => one.status), [303, 303]);
			assert.equal(answer(7).explanation, `Putaran ${round}`);
			assert.equal(answer(8).explanation, `Putaran ${round}`);
		}
		assert.equal(history('state').length, 5);
	});
});

describe('autosave', () => {
	it('answers with the new version and the time', async () => {
		const got = await autosave(operator, 1, { explanation: 'Separuh kalim' });
		assert.equal(got.status, 200);
		assert.match(got.headers['content-type'], /^application\/json/);
		assert.equal(got.json.ok, true);
		assert.equal(got.json.version, 2);
		assert.match(got.json.saved_at, /^\d\d\.\d\d WITA$/);
		assert.equal(answer(1).explanation, 'Separuh kalim');
		assert.equal(state(), 'draft');
	});

	it('leaves fields alone that it does not name', async () => {
		await save(operator, 1, { level: 3, explanation: 'Tetap.' });
		assert.equal((await autosave(operator, 1, { overclaim_reason: 'Baru.' })).json.version, 3);
		assert.deepEqual([answer(1).self_level, answer(1).explanation], ['3', 'Tetap.']);
		await autosave(operator, 1, { explanation: '' });
		assert.equal(answer(1).explanation, '');
	});

	it('tells of a conflict with all that the other has', async () => {
		await save(colleague, 1, { level: 2, explanation: 'Punya "kolega"\nbaris dua' });
		const got = await autosave(operator, 1, { explanation: 'Punya saya' }, { version: 1 });
		assert.equal(got.status, 409);
		assert.equal(got.json.conflict, true);
		assert.equal(got.json.version, 2);
		assert.equal(got.json.other.name, 'Operator Satu Kedua');
		assert.match(got.json.other.at, /^\d\d\.\d\d WITA$/);
		assert.deepEqual(got.json.other.fields,
			{ level: '2', explanation: 'Punya "kolega"\nbaris dua', overclaim_reason: '' });
		assert.equal(answer(1).explanation, 'Punya "kolega"\nbaris dua');
	});

	it('refuses in JSON as well', async () => {
		let got = await autosave(operator, 1, { explanation: 'a'.repeat(5001) });
		assert.equal(got.status, 422);
		assert.equal(got.json.ok, false);
		assert.match(got.json.message, /^Penjelasan paling panjang 5000 karakter/);
		got = await operator.post(address(1), { csrf: 'x', version: 1, level: 1 }, JSON_ONLY);
		assert.equal(got.status, 403);
		assert.ok(got.json);
		got = await stack.client().post(address(1), { version: 1, level: 1 }, JSON_ONLY);
		assert.equal(got.status, 401);
		assert.ok(got.json);
		got = await autosave(operator, 1, { unknown: 1 });
		assert.equal(got.status, 400);
		city.setState(id, 'submitted');
		got = await operator.post(address(1), { csrf: operator.csrf(await operator.get('/account/profile')),
			version: 1, level: 1 }, JSON_ONLY);
		assert.equal(got.status, 409);
		assert.ok(!got.json.conflict);
		assert.match(got.json.message, /sekarang statusnya “Dikirim”/);
	});
});

describe('documents', () => {
	const item = (level, variable = 1) => city.items(variable)
		.find((one) => one.level === level && one.compulsory).id;
	const supported = async (who = operator) => (await who.get(address(1))).words('.matang-support').split('. ')[0];

	it('support levels one upon the other', async () => {
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat I');
		city.link(id, item(3));
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat I');
		city.link(id, item(2));
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat III');
		city.link(id, item(4));
		city.link(id, item(5));
		assert.match((await operator.get(address(1))).words('.matang-support'), /Semua dokumen wajib sampai Tingkat V sudah ada/);
	});

	it('that are missing for the next level are named, with a way to bring them', async () => {
		const page = await operator.get(address(1));
		assert.match(page.words('.matang-support'), /Untuk Tingkat II masih kurang: 1 di Tingkat II/);
		assert.match(page.link('1 di Tingkat II'), /#documents-2$/);
		assert.ok(page.one(`details[open] > #documents-2 button[name="attach-${item(2)}"]`));
		/* Each document is stated once, and what is not asked for next is one line. */
		assert.equal(page.all(`[name="attach-${item(2)}"]`).length, 1);
		assert.equal(page.all('.matang-item__title').filter(({ words }) => /BA Forum/.test(words)).length, 1);
		assert.deepEqual(page.all('.matang-rung details').map((fold) => fold.hasAttribute('open')), [false, true, false, false, false]);
		const asked = await operator.get(`${address(1)}?level=4`);
		assert.deepEqual(asked.all('.matang-rung details').map((fold) => fold.hasAttribute('open')), [false, true, false, true, false]);
		assert.equal((await operator.get(`${address(1)}?level=6`)).status, 400);
	});

	it('elsewhere are flagged and do not count', async () => {
		city.link(id, item(2), { title: 'Di luar', outside: 'https://contoh.example/a' });
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat I');
		const page = await operator.get(address(1));
		assert.match(page.words('.matang-document'), /Di luar .*Alamat luar Berkasnya belum tersimpan/);
		assert.match(page.words('details[open] .matang-checklist__item--missing'), /^Belum ada: /);
	});

	it('that were taken away are gone', async () => {
		const { link } = city.link(id, item(2));
		stack.sql(`UPDATE evidence_link SET removed_at = UTC_TIMESTAMP(3) WHERE id = ${link}`);
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat I');
	});

	it('that were rejected do not count, until there is a newer revision', async () => {
		const { document, revision, link } = city.link(id, item(2));
		giveBack(1);
		stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Belum ditandatangani.',
			city_revision_id = ${revision} WHERE id = ${link}`);
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat I');
		assert.match((await operator.get(address(1))).words('.matang-document'),
			/Ditolak oleh tim verifikasi: Belum ditandatangani\./);
		city.revise(document);
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat II');
		assert.match((await operator.get(address(1))).words('.matang-document'),
			/revisi 2 .*tentang revisi sebelumnya/);
	});

	it('that do not reach the claim ask for a reason', async () => {
		await save(operator, 1, { level: 3, explanation: 'Contoh.' });
		let page = await operator.get(address(1));
		assert.match(page.words('form .matang-notice'), /Tingkat III melebihi dokumen yang ada, yang mendukung sampai Tingkat I/);
		assert.ok(page.one('details[data-over-claim="1"]').hasAttribute('open'));
		page = await operator.get(`/questionnaire/${id}/check`);
		assert.match(page.words('.matang-finding'), /Tingkat III melebihi dokumen, dan alasannya belum ditulis/);
		await save(operator, 1, { overclaim_reason: 'Masih dikumpulkan.' });
		page = await operator.get(`/questionnaire/${id}/check`);
		assert.match(page.words('#weak + p + .matang-finding'), /memilih Tingkat III, dokumen mendukung sampai Tingkat I belum ada dokumen/);
	});

	it('of another agency in the same cycle are not counted', async () => {
		city.link(other, item(2));
		assert.equal(await supported(), 'Dokumen mendukung sampai Tingkat I');
	});

	it('rulings of a team at work are not told to the agency, but to the auditor', async () => {
		complete();
		const { revision, link } = city.link(id, item(2));
		stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Rahasia dulu.',
			city_revision_id = ${revision}, province_decision = 'rejected', province_reason = 'Juga rahasia.',
			province_revision_id = ${revision} WHERE id = ${link}`);
		const seen = async (who) => (await who.get(address(1))).text;
		city.setState(id, 'submitted');
		assert.doesNotMatch(await seen(operator), /ahasia/);
		assert.match(await seen(auditor), /Rahasia dulu/);
		city.setState(id, 'verified');
		assert.match(await seen(operator), /Rahasia dulu/);
		assert.doesNotMatch(await seen(head), /Juga rahasia/);
		city.setState(id, 'validated');
		assert.match(await seen(head), /Juga rahasia/);
	});
});

describe('checking and sending', () => {
	const check = () => operator.get(`/questionnaire/${id}/check`);

	it('lists what is lacking, with the way to it, and offers no button', async () => {
		await save(operator, 1, { level: 1, explanation: 'Contoh.' });
		await save(operator, 2, { level: 1 });
		const page = await check();
		assert.equal(page.one('form[action$="/check"]'), null);
		assert.match(page.words('#open'), /Harus dilengkapi dulu \(10\)/);
		assert.match(page.words('.matang-finding'), /^2\. .* penjelasan belum diisi$/);
		assert.match(page.one('.matang-finding a').getAttribute('href'), new RegExp(`/questionnaire/${id}/2$`));
	});

	it('refuses what is incomplete, whoever made the form', async () => {
		complete();
		const page = await check();
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.explanation = ''
			WHERE n.assessment_id = ${id} AND v.number = 9`);
		const got = await operator.submit(page, { statement: '1' }, { form: 'form[action$="/check"]' });
		assert.equal(got.status, 422);
		assert.match(got.errors[0], /masih ada yang perlu dilengkapi/);
		assert.equal(state(), 'draft');
		assert.equal(history('state').length, 0);
	});

	it('wants the statement', async () => {
		complete();
		const got = await operator.submit(await check(), {}, { form: 'form[action$="/check"]' });
		assert.equal(got.status, 422);
		assert.match(got.errors[0], /Centang pernyataan/);
		assert.equal(got.one('.govuk-error-summary a').getAttribute('href'), '#statement');
		assert.ok(got.one('#statement'));
		assert.equal(state(), 'draft');
	});

	it('sends, locks, and keeps what came too late on the screen', async () => {
		complete();
		const late = await colleague.get(address(4));
		const got = await operator.submit(await check(), { statement: '1' }, { form: 'form[action$="/check"]' });
		assert.equal(got.status, 200);
		assert.equal(got.heading, 'Penilaian sudah dikirim');
		assert.equal(state(), 'submitted');
		assert.deepEqual(history('state').map((one) => [one.from_value, one.to_value, one.username]),
			[['draft', 'submitted', 'operator.satu']]);

		const refused = await colleague.submit(late, { explanation: 'Datang terlambat.' }, FORM);
		assert.equal(refused.status, 409);
		assert.match(refused.text, /Datang terlambat\./);
		assert.equal(answer(4).explanation, 'Penjelasan contoh.');
		const page = await operator.get(address(4));
		assert.equal(page.one('form[data-autosave]'), null);
		assert.ok(page.one('input[name=level][value="1"]').hasAttribute('disabled'));
		assert.equal((await operator.post(`/questionnaire/${id}/check`,
			{ csrf: operator.csrf(page), statement: 1 })).status, 409);
	});

	it('over-claimed goes through only with its reason', async () => {
		complete();
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 3
			WHERE n.assessment_id = ${id} AND v.number = 1`);
		assert.equal((await check()).one('form[action$="/check"]'), null);
		await save(operator, 1, { overclaim_reason: 'Dokumen menyusul.' });
		await operator.submit(await check(), { statement: '1' }, { form: 'form[action$="/check"]' });
		assert.equal(state(), 'submitted');
	});

	it('by two at once happens once', async () => {
		complete();
		const pages = await Promise.all([operator, colleague].map((who) => who.get(`/questionnaire/${id}/check`)));
		const got = await Promise.all([operator, colleague].map((who, i) => who.submit(pages[i],
			{ statement: '1' }, { form: 'form[action$="/check"]', follow: false })));
		assert.deepEqual(got.map((one) => one.status).sort(), [303, 409]);
		assert.equal(history('state').length, 1);
	});

	it('while somebody saves: what was sent is what was judged', async () => {
		for (let round = 0; round < 5; round++) {
			complete();
			stack.sql(`UPDATE answer SET version = 1 WHERE assessment_id = ${id}`);
			const page = await check(), form = await colleague.get(address(1));
			const [sent, saved] = await Promise.all([
				operator.submit(page, { statement: '1' }, { form: 'form[action$="/check"]', follow: false }),
				colleague.submit(form, { explanation: '' }, { ...FORM, follow: false })]);
			if (sent.status === 303) {
				assert.equal(saved.status, 409);
				assert.equal(answer(1).explanation, 'Penjelasan contoh.');
			} else {
				assert.deepEqual([sent.status, saved.status], [422, 303]);
				assert.equal(state(), 'draft');
			}
		}
	});

	it('names the documents that are missing, and leads to their place', async () => {
		complete();
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 3,
			n.overclaim_reason = 'Menyusul.' WHERE n.assessment_id = ${id} AND v.number = 1`);
		const page = await check();
		assert.match(page.words('[aria-labelledby=weak] .matang-missing'), /^BA Forum .*Tingkat II .*Tingkat III/);
		assert.match(page.one('.matang-missing a').getAttribute('href'), new RegExp(`/questionnaire/${id}/1\\?level=2#documents-2$`));
		/* Where the reason is missing too, it is said at the first of the two lists. */
		stack.sql(`UPDATE answer SET overclaim_reason = '' WHERE assessment_id = ${id}`);
		assert.match((await check()).words('[aria-labelledby=open] .matang-missing'), /^BA Forum/);
	});

	it('ends on a page that tells when, by whom, under which number, and what is next', async () => {
		complete();
		const sent = `/questionnaire/${id}/sent`;
		assert.equal(pathOf(await operator.get(sent, { follow: false })), `/questionnaire/${id}/`, 'nothing was sent');
		const got = await operator.submit(await check(), { statement: '1' }, { form: 'form[action$="/check"]', follow: false });
		assert.equal(pathOf(got), sent);
		const number = `${city.year}/${id}/1`;
		for (const who of [operator, colleague, head]) {
			const page = await who.get(sent);
			assert.match(page.words('.govuk-summary-list'), new RegExp(`^Dikirim ?.* pukul .* Oleh ?Operator Satu Nomor pengiriman ?${number}$`));
			assert.match(page.words('ol.govuk-list--number'), /Tim verifikasi memeriksa .*Sampai \d+ \w+ \d{4}.* ditandatangani .*Sampai /);
			assert.match(page.one('#text').textContent, new RegExp(`sudah dikirim .* Nomor pengiriman ${number}\\. .*memeriksa sampai .*/questionnaire/${id}/sent$`));
			assert.equal(page.one('form[action$="/withdraw"]') !== null, who !== head);
		}
		assert.equal((await operator.get(sent)).words(), (await operator.get(sent)).words(), 'as often as one likes');
	});

	it('is withdrawn while nobody has begun, and counts on', async () => {
		complete();
		const send = async () => operator.submit(await check(), { statement: '1' }, { form: 'form[action$="/check"]' });
		const taken = await operator.submit(await send(), {}, { form: 'form[action$="/withdraw"]' });
		assert.match(taken.words('.matang-notice--success'), /Kiriman sudah ditarik/);
		assert.equal(state(), 'draft');
		assert.deepEqual(history('state').map((one) => [one.from_value, one.to_value]), [['draft', 'submitted'], ['submitted', 'draft']]);
		assert.match((await send()).words('.govuk-summary-list'), new RegExp(`${city.year}/${id}/2$`));
		/* By two at once it happens once. */
		const pages = await Promise.all([operator, colleague].map((who) => who.get(`/questionnaire/${id}/sent`)));
		const both = await Promise.all([operator, colleague].map((who, i) => who.submit(pages[i], {}, { form: 'form[action$="/withdraw"]', follow: false })));
		assert.deepEqual(both.map((one) => one.status).sort(), [303, 409]);
	});

	it('is not withdrawn once the team has begun, nor after a return', async () => {
		complete();
		const page = await operator.submit(await check(), { statement: '1' }, { form: 'form[action$="/check"]' });
		stack.sql(`INSERT INTO history (at, account_id, assessment_id, subject, variable_number, from_value, to_value)
			VALUES (UTC_TIMESTAMP(3), ${city.account('verifikator')}, ${id}, 'city_level', 1, '', 'I')`);
		let refused = await operator.submit(page, {}, { form: 'form[action$="/withdraw"]' });
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /sudah mulai memeriksa/);
		assert.equal(state(), 'submitted');
		const seen = await operator.get(`/questionnaire/${id}/sent`);
		assert.equal(seen.one('form[action$="/withdraw"]'), null);
		assert.match(seen.words(), /Tim verifikasi sudah mulai memeriksa/);
		stack.sql(`DELETE FROM history WHERE assessment_id = ${id};
			INSERT INTO history (at, account_id, assessment_id, subject, from_value, to_value)
			VALUES (UTC_TIMESTAMP(3), ${city.account('operator.satu')}, ${id}, 'state', 'returned', 'submitted')`);
		refused = await operator.submit(page, {}, { form: 'form[action$="/withdraw"]' });
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /Kiriman perbaikan tidak dapat ditarik/);
		assert.equal((await operator.get(`/questionnaire/${id}/sent`)).one('form[action$="/withdraw"]'), null);
		assert.equal((await head.post(`/questionnaire/${id}/withdraw`, { csrf: head.csrf(await head.get('/account/profile')) })).status, 403);
	});

	it('is not withdrawn while the team has typed something, or written a text alone; but while it answers a question', async () => {
		complete();
		const page = await operator.submit(await check(), { statement: '1' }, { form: 'form[action$="/check"]' });
		const withdraw = () => operator.submit(page, {}, { form: 'form[action$="/withdraw"]' });
		const team = city.account('verifikator');
		/* Of an earlier sending it says nothing. */
		stack.sql(`INSERT INTO review_draft VALUES (${id}, 0, ${team}, 'reason=Sedang', UTC_TIMESTAMP(3) - INTERVAL 1 DAY)`);
		assert.ok((await operator.get(`/questionnaire/${id}/sent`)).one('form[action$="/withdraw"]'));
		stack.sql(`UPDATE review_draft SET saved_at = UTC_TIMESTAMP(3) WHERE assessment_id = ${id}`);
		let refused = await withdraw();
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /sudah mulai memeriksa/);
		assert.equal(state(), 'submitted');
		assert.equal((await operator.get(`/questionnaire/${id}/sent`)).one('form[action$="/withdraw"]'), null);
		stack.sql(`DELETE FROM review_draft WHERE assessment_id = ${id};
			UPDATE answer SET city_recommendation = 'Lengkapi', updated_at = UTC_TIMESTAMP(3), updated_by = ${team}
			WHERE assessment_id = ${id} ORDER BY variable_id LIMIT 1`);
		refused = await withdraw();
		assert.equal(refused.status, 409);
		stack.sql(`UPDATE answer SET city_recommendation = '', updated_by = ${city.account('operator.satu')} WHERE assessment_id = ${id};
			INSERT INTO history (at, account_id, assessment_id, subject, variable_number, from_value, to_value)
			VALUES (UTC_TIMESTAMP(3), ${team}, ${id}, 'consultation', 1, 'open', 'answered')`);
		assert.match((await withdraw()).words('.matang-notice--success'), /Kiriman sudah ditarik/);
		assert.equal(state(), 'draft');
	});

	it('the head reads the check, and has no button', async () => {
		complete();
		const page = await head.get(`/questionnaire/${id}/check`);
		assert.equal(page.one('form[action$="/check"]'), null);
		assert.match(page.words(), /dikirim oleh operator/);
	});
});

describe('mending', () => {
	it('opens only what was named, with its note', async () => {
		giveBack(2, 5);
		const list = await operator.get(`/questionnaire/${id}/`);
		const rows = list.all('.govuk-task-list__item').map((one) => one.words);
		assert.match(rows[0], /^2\..*Catatan tim verifikasi: Catatan contoh 2 Perlu diperbaiki$/);
		assert.match(rows[1], /^5\..*Catatan tim verifikasi: Catatan contoh 5 Perlu diperbaiki$/);
		assert.match(rows[2], /^1\..*terkunci Lengkap$/);
		const page = await operator.get(address(2));
		assert.match(page.words('.matang-notice'), /Catatan pengembalian Catatan contoh 2/);
		assert.equal((await operator.get(address(1))).one('form[data-autosave]'), null);
		const got = await operator.post(address(1), { csrf: operator.csrf(page), version: 1, explanation: 'Diam-diam' });
		assert.equal(got.status, 409);
		assert.match(got.words(), /tidak termasuk yang dikembalikan/);
		assert.equal(answer(1).explanation, 'Penjelasan contoh.');
	});

	it('has to change each of them before it is sent again', async () => {
		giveBack(2, 5);
		let page = await operator.get(`/questionnaire/${id}/check`);
		assert.match(page.words('.matang-finding'), /belum diperbaiki sejak dikembalikan/);
		assert.equal(page.one('form[action$="/check"]'), null);
		await save(operator, 2, { explanation: 'Sudah diperbaiki.' });
		await save(operator, 5, {});
		assert.equal((await operator.get(`/questionnaire/${id}/check`)).one('form[action$="/check"]'), null);
		await save(operator, 5, { explanation: 'Sudah diperbaiki juga.' });
		page = await operator.get(`/questionnaire/${id}/check`);
		await operator.submit(page, { statement: '1' }, { form: 'form[action$="/check"]' });
		assert.equal(state(), 'submitted');
		assert.deepEqual([answer(2).needs_correction, answer(2).corrected], ['0', '0']);
		assert.equal(answer(2).return_note, 'Catatan contoh 2');
		assert.deepEqual(history('return_note').map((one) => [one.variable_number, one.to_value, one.reason]),
			[['2', 'closed', 'Catatan contoh 2'], ['5', 'closed', 'Catatan contoh 5']]);
	});

	it('a new level undoes the one that a team gave to the old', async () => {
		giveBack(2);
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 2, n.city_level = 2,
			n.city_recommendation = 'Tingkatkan.', n.overclaim_reason = 'Alasan.'
			WHERE n.assessment_id = ${id} AND v.number = 2`);
		assert.equal((await save(operator, 2, { explanation: 'Hanya teks.' })).status, 303);
		assert.equal(answer(2).city_level, '2');
		assert.equal((await save(operator, 2, { level: 3 })).status, 303);
		assert.equal(answer(2).city_level, null);
		assert.equal(answer(2).city_recommendation, 'Tingkatkan.');
		assert.deepEqual(history('city_level').map((one) => [one.from_value, one.to_value]), [['2', '']]);
	});

	it('after a reopening everything is open, and the reason stands above', async () => {
		complete();
		stack.sql(`INSERT INTO history (at, account_id, assessment_id, subject, from_value, to_value, reason)
			VALUES (UTC_TIMESTAMP(3), ${city.account('verifikator')}, ${id}, 'state', 'received', 'draft',
			'Alasan contoh pembukaan.')`);
		const page = await operator.get(`/questionnaire/${id}/`);
		assert.match(page.words('.matang-notice'), /dibuka kembali Alasan contoh pembukaan/);
		assert.ok((await operator.get(address(1))).one('form[data-autosave]'));
	});
});

describe('reading what was decided', () => {
	beforeEach(() => {
		complete();
		stack.sql(`UPDATE answer SET self_level = 3, overclaim_reason = 'Alasan contoh.', city_level = 2,
			city_reason = 'Catatan kota.', city_recommendation = 'Rekomendasi kota.', province_level = 4,
			province_reason = 'Catatan provinsi.', province_recommendation = 'Rekomendasi provinsi.'
			WHERE assessment_id = ${id}`);
	});

	it('nothing while the city is at it', async () => {
		city.setState(id, 'submitted');
		assert.doesNotMatch((await operator.get(address(1))).text, /Catatan kota|Catatan provinsi/);
		assert.doesNotMatch((await operator.get(`/questionnaire/${id}/`)).words(), /erifikasi II/);
	});

	it('a document counts as the tier that spoke last has said', async () => {
		const { link, revision } = city.link(id, city.items(1)[0].id, { title: 'SK Tim' });
		const counted = async (first, second) => {
			stack.sql(`UPDATE evidence_link SET city_decision = '${first}', city_reason = 'Kata kota', city_revision_id = ${revision},
				province_decision = '${second}', province_reason = 'Kata provinsi', province_revision_id = ${revision} WHERE id = ${link}`);
			const page = await operator.get(address(1));
			return ['accepted', 'rejected'].filter((state) => page.all(`.matang-document--${state}`).length);
		};
		city.setState(id, 'validated');
		assert.deepEqual([await counted('accepted', 'rejected'), await counted('rejected', 'accepted')], [['rejected'], ['accepted']]);
	});

	it('the city\'s after it, the province\'s after that', async () => {
		city.setState(id, 'verified');
		let page = await operator.get(address(1));
		assert.match(page.words(), /Verifikasi daerah: Tingkat II Catatan: Catatan kota\. Rekomendasi perbaikan: Rekomendasi kota\./);
		assert.doesNotMatch(page.text, /Catatan provinsi/);
		let list = await operator.get(`/questionnaire/${id}/`);
		assert.match(list.words('.govuk-task-list__status'), /^Mandiri III · verifikasi II$/);
		assert.doesNotMatch(list.words('.matang-figures'), /akhir/);

		city.setState(id, 'validated');
		page = await head.get(address(1));
		assert.match(page.words(), /Validasi provinsi: Tingkat IV Catatan: Catatan provinsi\./);
		assert.match(page.words(), /Alasan contoh\./);
		list = await head.get(`/questionnaire/${id}/`);
		assert.match(list.words('.govuk-task-list__status'), /^Mandiri III · verifikasi II · validasi IV$/);
		assert.match(list.words('.matang-figures'), /Skor mandiri 33 .*Verifikasi 22 Skor akhir 44 Tinggi Tingkat bertahap IV/);
	});

	it('with a way to the history', async () => {
		for (const page of [`/questionnaire/${id}/`, address(1, earlier), '/questionnaire/'])
			assert.ok((await operator.get(page)).link('Riwayat perubahan'), page);
	});
});

describe('without the database', () => {
	it('says so and keeps what was typed', async () => {
		const page = await operator.get(address(1));
		await stack.withoutDatabase(async () => {
			const got = await operator.submit(page, { explanation: 'Jangan hilang.' }, FORM);
			assert.equal(got.status, 503);
			assert.match(got.text, /Jangan hilang\./);
		});
		assert.equal((await operator.get(address(1))).status, 200);
	});
});
