// SPDX-License-Identifier: ISC
//
// Answers in a workbook: out, written in by another program, and back; what is wrong is named by its
// cell, what would change is shown, and what somebody else has changed meanwhile stays unless chosen.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { changed, sheets } from './books.mjs';
import { settle } from './city.mjs';
import { book } from './files.mjs';
import { startStack } from './harness.mjs';

let stack, city, id, other;
let operator, colleague, head, auditor;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	other = city.assessment('Dinas Contoh Dua');
	[operator, colleague, head, auditor] = await Promise.all(
		['operator.satu', 'operator2.satu', 'kepala.satu', 'auditor'].map((name) => city.signIn(name)));
});
after(() => stack?.stop());

beforeEach(() => stack.sql(`
	UPDATE assessment SET state = 'not_started' WHERE id = ${id};
	UPDATE answer SET self_level = NULL, explanation = '', overclaim_reason = '', city_level = NULL, return_note = '',
		corrected = 0, needs_correction = 0, updated_at = NULL, updated_by = NULL, version = 1 WHERE assessment_id = ${id};
	DELETE FROM history WHERE assessment_id = ${id};`));

const answer = (number) => stack.sql(`SELECT n.* FROM answer n JOIN variable v ON v.id = n.variable_id
	WHERE n.assessment_id = ${id} AND v.number = ${number}`)[0];
const history = (subject) => stack.sql(`SELECT h.from_value, h.to_value, h.variable_number, u.username FROM history h
	LEFT JOIN account u ON u.id = h.account_id WHERE h.assessment_id = ${id} AND h.subject = '${subject}' ORDER BY h.id`);
const state = () => stack.sql(`SELECT state FROM assessment WHERE id = ${id}`)[0].state;
const problems = (page) => page.all('.govuk-error-summary li').map((each) => each.words);
const download = async (who = operator) => (await who.get(`/questionnaire/${id}/answers.xlsx`)).body;
const file = (content, filename = 'jawaban.xlsx') => ({ filename, content });

async function upload(content, { who = operator, filename } = {}) {
	return who.submit(await who.get(`/questionnaire/${id}/import`), { file: file(content, filename) }, { follow: false });
}
const store = (page, fields = {}, who = operator) => who.submit(page, fields, { form: 'form[action$="/store"]', follow: false });

async function online(who, number, fields) {
	return who.submit(await who.get(`/questionnaire/${id}/${number}`), fields, { form: 'form[data-autosave]', follow: false });
}

describe('out', () => {
	it('has the answers, the statements of each level and what is missing', async () => {
		await online(operator, 3, { level: 2, explanation: '=Penjelasan\nbaris dua' });
		const [answers, choices, statements, missing] = sheets(await download());
		assert.deepEqual([answers, choices, statements, missing].map((sheet) => sheet.name), ['Jawaban', 'Pilihan', 'Pernyataan', 'Dokumen yang kurang']);
		assert.deepEqual(answers.rows[0], ['nomor', 'variabel', 'tingkat', 'penjelasan', 'alasan melebihi dokumen', 'kode (jangan diubah)']);
		assert.equal(answers.rows.length, 12);
		assert.deepEqual(answers.rows[3].slice(2), [2, '=Penjelasan\nbaris dua', '', `A${id}V3R2`]);
		assert.deepEqual(answers.lists, [['C2:C1000', "'Pilihan'!$A$2:$A$6"]], 'a level is chosen from a list');
		assert.deepEqual(choices.rows.slice(1).map(([level]) => level), [1, 2, 3, 4, 5]);
		assert.equal(statements.rows.length, 56);
		assert.ok(statements.rows.slice(1).every((row) => row[3] !== ''));
		assert.ok(missing.rows.length > 1);
		for (const row of missing.rows.slice(1))
			assert.match(row[4], /^(Belum ada|Hanya alamat luar|Ditolak)$/);
	});

	it('is CSV too, disarmed, and with a mark where it is asked for', async () => {
		await online(operator, 3, { level: 2, explanation: '=1+1' });
		const csv = await operator.get(`/questionnaire/${id}/answers.csv`);
		assert.match(csv.headers['content-type'], /^text\/csv/);
		assert.match(csv.text, /^"?nomor"?,/);
		assert.match(csv.text, /"'=1\+1"/);
		assert.equal((await operator.get(`/questionnaire/${id}/answers.csv?bom=1`)).text, `\ufeff${csv.text}`);
		assert.equal((await operator.get(`/questionnaire/${id}/answers.pdf`)).status, 404);
	});

	it('is for who may read the page', async () => {
		for (const who of [head, auditor])
			assert.equal((await who.get(`/questionnaire/${id}/answers.xlsx`)).status, 200);
		assert.equal((await operator.get(`/questionnaire/${other}/answers.xlsx`)).status, 404);
		for (const who of [head, auditor])
			assert.equal((await who.get(`/questionnaire/${id}/import`)).status, 403);
	});
});

describe('and back', () => {
	it('comes in with a preview, by the functions that save an answer', async () => {
		await online(operator, 2, { level: 1, explanation: 'Yang lama.' });
		stack.sql(`DELETE FROM history WHERE assessment_id = ${id}; UPDATE assessment SET state = 'not_started' WHERE id = ${id}`);
		const page = await upload(changed(await download(), { C3: 3, D3: 'Yang baru.\nDua baris.', C4: 'Tingkat IV', E4: 'Sedang disusun.', D5: '0' }));
		assert.equal(page.status, 200, problems(page).join());
		assert.equal(page.heading, 'Periksa sebelum disimpan');
		assert.match(page.words(), /3 jawaban diperbarui, 8 tetap/);
		assert.match(page.words(), /2\. .* Diperbarui Baris 3 Tingkat ?I menjadi III Penjelasan ?Yang lama\. menjadi Yang baru\. Dua baris\./);
		assert.match(page.words(), /Penjelasan ?0/, 'a stored "0" is seen');
		assert.match(page.words(), /Tingkat ini melebihi dokumen yang ada\. Alasannya harus ditulis/);
		assert.equal(answer(2).self_level, '1', 'nothing is stored yet');
		const stored = await store(page);
		assert.match(stored.location, new RegExp(`/questionnaire/${id}/\\?done=imported$`));
		assert.equal(state(), 'draft');
		assert.deepEqual([answer(2).self_level, answer(2).explanation.replace(/\r/g, ''), answer(2).version], ['3', 'Yang baru.\nDua baris.', '3']);
		assert.deepEqual([answer(3).self_level, answer(3).overclaim_reason], ['4', 'Sedang disusun.']);
		assert.equal(answer(4).explanation, '0');
		assert.equal(answer(5).version, '1', 'what is as it was is not touched');
		assert.deepEqual(history('self_level'), [
			{ from_value: '1', to_value: '3', variable_number: '2', username: 'operator.satu' },
			{ from_value: '', to_value: '4', variable_number: '3', username: 'operator.satu' }]);
		assert.equal(history('state').length, 1);
		/* sent once more: all of it is there */
		const again = await store(page);
		assert.equal(again.status, 200);
		assert.match(again.words(), /sudah tersimpan sebelumnya/);
		assert.equal(answer(2).version, '3');
	});

	it('changes nothing where nothing was written, whichever way it went', async () => {
		await online(operator, 2, { level: 1, explanation: '  Dengan  spasi\tdan\r\n\r\nbaris kosong, "kutipan"; dan =rumus' });
		await online(operator, 3, { explanation: '-5 orang\n+62 811' });
		for (const [way, name] of [['answers.xlsx', 'a.xlsx'], ['answers.csv', 'a.csv'], ['answers.csv?bom=1', 'a.csv']]) {
			const page = await upload((await operator.get(`/questionnaire/${id}/${way}`)).body, { filename: name });
			assert.equal(page.status, 200, problems(page).join());
			assert.equal(page.heading, 'Tidak ada yang perlu disimpan', way);
		}
		const saved = changed(await download(), {});
		assert.equal((await upload(saved)).heading, 'Tidak ada yang perlu disimpan', 'saved by openpyxl');
	});

	it('takes a blank or a line that somebody put where there was none', async () => {
		await online(operator, 1, { explanation: 'Tidakada. Lalu ada.' });
		await online(operator, 2, { explanation: 'Satu. Dua.' });
		await online(operator, 3, { explanation: 'Salin\u200btempel\u00a0di sini' });
		await online(operator, 4, { explanation: "'-5 orang" });
		const page = await upload(changed(await download(), { D2: 'Tidak ada. Lalu ada.', D3: 'Satu.\nDua.' }));
		assert.match(page.words(), /2 jawaban diperbarui, 9 tetap/);
		await store(page);
		assert.deepEqual([1, 2].map((number) => answer(number).explanation), ['Tidak ada. Lalu ada.', 'Satu.\nDua.']);
	});

	it('does not overwrite what somebody changed meanwhile, unless it is chosen', async () => {
		const offline = changed(await download(), { C2: 2, D2: 'Dari buku kerja.', D3: 'Juga.' });
		await online(colleague, 1, { level: 4, explanation: 'Dari layar.' });
		const page = await upload(offline);
		assert.equal(page.status, 200);
		assert.match(page.words(), /1 jawaban diperbarui, 1 mempunyai dua jawaban/);
		assert.match(page.words(), /diubah, dinilai atau dikembalikan sesudah lembar ini diunduh\. Terakhir disimpan oleh .+, .+ \d{4}/);
		assert.match(page.words(), /Tersimpan: Dari layar\. Di berkas: Dari buku kerja\./);
		const kept = await store(page);
		assert.match((await operator.get(kept.location.replace(/^.*\/matang/, ''))).words('.matang-notice--success'),
			/sudah disimpan\. Variabel 1 tetap seperti semula, karena jawaban dari berkas tidak dipilih\./);
		assert.equal(answer(1).explanation, 'Dari layar.');
		assert.equal(answer(2).explanation, 'Juga.');
		const second = await upload(offline);
		assert.match(second.words(), /0 jawaban diperbarui, 1 mempunyai dua jawaban/);
		const none = await store(second);
		assert.equal(none.status, 422);
		assert.match(none.words(), /Belum ada yang dipilih/);
		await store(none, { 'take-1': '1' });
		assert.deepEqual([answer(1).self_level, answer(1).explanation], ['2', 'Dari buku kerja.']);
	});

	it('does not say of who wrote it before that he did so since, where it was sent back', async () => {
		await online(operator, 1, { explanation: 'Yang lama.' });
		const offline = changed(await download(), { D2: 'Sesudah dikembalikan.' });
		city.setState(id, 'returned');
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.needs_correction = 1, n.return_note = 'Lengkapi.',
			n.version = n.version + 1 WHERE n.assessment_id = ${id} AND v.number = 1`);
		const page = await upload(offline);
		assert.match(page.words(), /0 jawaban diperbarui, 1 mempunyai dua jawaban/);
		assert.match(page.words(), /diubah, dinilai atau dikembalikan sesudah lembar ini diunduh/);
		assert.doesNotMatch(page.words(), /menyimpan jawaban lain/);
	});

	it('is shown again where something changed between the preview and the decision', async () => {
		const page = await upload(changed(await download(), { D2: 'Dari buku kerja.' }));
		await online(colleague, 1, { explanation: 'Dari layar.' });
		const late = await store(page);
		assert.equal(late.status, 409);
		assert.match(late.words(), /Datanya berubah sejak Anda memeriksanya/);
		assert.match(late.words(), /1 mempunyai dua jawaban/);
		assert.equal(answer(1).explanation, 'Dari layar.');
	});

	it('names what is wrong by its cell, and stores nothing of it', async () => {
		const page = await upload(changed(await download(), { C2: 7, D3: 'x'.repeat(5001), F4: `A${other}V3R1`, F5: 'xyz', B6: 'Variabel lain', A7: 5, A8: 12, D9: 'Baik.' }));
		assert.equal(page.status, 422);
		const said = problems(page);
		assert.equal(said.length, 7, said.join('\n'));
		assert.ok(said.some((one) => /^Baris 2, kolom tingkat: “7” bukan angka bulat dari 1 sampai 5/.test(one)), said);
		assert.ok(said.some((one) => /^Baris 3, kolom penjelasan: 5001 karakter/.test(one)), said);
		assert.ok(said.some((one) => /^Baris 4, kolom kode .*: Baris ini dari buku kerja penilaian lain/.test(one)), said);
		assert.ok(said.some((one) => /^Baris 5, kolom kode .*: “xyz” bukan kode/.test(one)), said);
		assert.ok(said.some((one) => /^Baris 6, kolom variabel: Variabel 5 adalah/.test(one)), said);
		assert.ok(said.some((one) => /^Baris 7, kolom (nomor|variabel)/.test(one)), said);
		assert.ok(said.some((one) => /^Baris 8, kolom (nomor|variabel|kode)/.test(one)), said);
		assert.equal(page.one('form[action$="/store"]'), null);
		assert.equal(answer(8).explanation, '');
	});

	it('takes a list of one\'s own, and asks before it takes the place of anything', async () => {
		await online(operator, 2, { explanation: 'Yang lama.' });
		const own = (content) => upload(content, { filename: 'x' });
		const page = await own(book([['No', 'Tingkat', 'Penjelasan'], ['1', 'III', 'Baru.'], ['2', '', 'Lain.']]));
		assert.equal(page.status, 200, problems(page).join());
		assert.match(page.words(), /1 jawaban diperbarui, 1 mempunyai dua jawaban/);
		assert.match(page.words(), /kolom kodenya kosong\. Yang tersimpan sekarang dari/);
		assert.equal((await own('Nomor;Tingkat;Penjelasan\n1;2;Baru\n')).status, 200);
		assert.match(problems(await own('bukan tabel'))[0], /./);
	});

	it('is for answers that may be written', async () => {
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id};
			UPDATE answer SET self_level = 1, explanation = 'Contoh.' WHERE assessment_id = ${id}`);
		const filled = changed(await download(), { D2: 'Satu.', D3: 'Dua.' });
		const before = await upload(filled);
		city.setState(id, 'returned');
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.needs_correction = 1 WHERE n.assessment_id = ${id} AND v.number = 2`);
		const page = await upload(filled);
		assert.match(page.words(), /1 jawaban diperbarui, 9 tetap, 1 terkunci/);
		await store(page);
		assert.deepEqual([answer(1).explanation, answer(2).explanation, answer(2).corrected], ['Contoh.', 'Dua.', '1']);
		city.setState(id, 'submitted');
		assert.equal((await store(before)).status, 409);
		assert.equal((await operator.get(`/questionnaire/${id}/import`)).status, 409);
		stack.sql(`UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = (SELECT cycle_id FROM assessment WHERE id = ${id})`);
		assert.match((await operator.get(`/questionnaire/${id}/import`)).words('body'), /sudah ditutup, jadi jawaban dan dokumennya/);
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = (SELECT cycle_id FROM assessment WHERE id = ${id})`);
	});

	it('is each person\'s own file', async () => {
		const page = await upload(changed(await download(), { D2: 'Satu.' }));
		const draft = page.one('input[name=draft]').getAttribute('value'), seen = page.one('input[name=seen]').getAttribute('value');
		const other = await colleague.post(`/questionnaire/${id}/import/store`, { csrf: colleague.csrf(await colleague.get(`/questionnaire/${id}/`)), draft, seen });
		assert.equal(other.status, 409);
		assert.match(other.words('body'), /tidak disimpan lagi/);
		assert.equal(answer(1).explanation, '');
	});
});

describe('what the words said before', () => {
	const kept = async (who = operator) => (await who.get(`/report/history/${id}?kind=assessment`)).all('main tbody tr').map((row) => row.words)
		.filter((words) => /mengubah (penjelasan|alasan)/.test(words))
		.map((words) => words.replace(/^.*Variabel (\d+) ?/, '$1 ').replace(/mengubah /, '')).reverse();
	const say = (who, explanation, more = {}) => online(who, 2, { explanation, ...more });

	it('is told of a person and a sitting once, from the first to the last', async () => {
		for (const text of ['Satu', 'Satu dua', 'Satu dua\ntiga'])
			await say(operator, text);
		assert.deepEqual(await kept(), ['2 penjelasan Semula (kosong) Menjadi Satu dua tiga']);
		await say(operator, 'Satu dua\ntiga', { level: 2 });
		await say(operator, 'Satu dua\ntiga.');
		assert.equal((await kept()).length, 1, 'a level in between goes on');
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM answer_words')[0].n, '1');
		await say(colleague, 'Lain');
		await say(operator, 'Lain lagi', { overclaim_reason: 'Sedang disusun' });
		assert.deepEqual((await kept()).slice(1), ['2 penjelasan Semula Satu dua tiga. Menjadi Lain',
			'2 penjelasan dan alasan melebihi dokumen Semula Lain Alasan: Menjadi Lain lagi Alasan: Sedang disusun']);
	});

	it('begins anew after half an hour, and where the assessment was sent in between', async () => {
		await say(operator, 'Satu');
		stack.sql(`UPDATE answer SET updated_at = updated_at - INTERVAL 31 MINUTE WHERE assessment_id = ${id}`);
		await say(operator, 'Dua');
		stack.sql(`UPDATE assessment SET version = version + 1 WHERE id = ${id}`);
		await say(operator, 'Tiga');
		await say(operator, 'Tiga!');
		assert.deepEqual(await kept(), ['2 penjelasan Semula (kosong) Menjadi Satu', '2 penjelasan Semula Satu Menjadi Dua',
			'2 penjelasan Semula Dua Menjadi Tiga!']);
		const changed = await online(operator, 2, { level: 3 });
		assert.equal(changed.status, 303);
		stack.sql(`UPDATE answer SET updated_at = updated_at - INTERVAL 31 MINUTE WHERE assessment_id = ${id}`);
		await online(operator, 2, { level: 4 });
		await say(operator, 'Empat');
		assert.equal((await kept()).at(-1), '2 penjelasan Semula Tiga! Menjadi Empat', 'a sitting that began with a level');
	});

	it('is kept of what a workbook took the place of, and goes out as a file, and is found', async () => {
		await say(operator, 'Dari layar');
		const offline = changed(await download(), { C3: 2, D3: 'Dari buku kerja' });
		await say(operator, 'Dari layar, lagi');
		await store(await upload(offline), { 'take-2': '1' });
		await say(operator, 'Sesudahnya');
		assert.deepEqual(await kept(), ['2 penjelasan Semula (kosong) Menjadi Dari layar, lagi',
			'2 penjelasan Semula Dari layar, lagi Menjadi Dari buku kerja', '2 penjelasan Semula Dari buku kerja Menjadi Sesudahnya']);
		const csv = (await auditor.get(`/report/history/${id}/table.csv?kind=assessment`)).text;
		assert.match(csv, /"mengubah penjelasan","Dari layar, lagi","Dari buku kerja"/);
		assert.match((await operator.get(`/report/history/${id}?q=Dari+buku`)).words(), /Dari layar, lagi/);
	});
});
