// SPDX-License-Identifier: ISC
//
// Instruments of other kinds: out of a workbook, CSV and JSON and back again, refused where they could not be scored,
// filled in, scored as worked out by hand, with the analysis of gaps; and none of it on the pages of the seven steps.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sheets, written } from './books.mjs';
import { settle } from './city.mjs';
import { ROOT, csvRows, startStack } from './harness.mjs';
import { asTexts } from './texts.mjs';

const REFERENCE = path.join(ROOT, 'sql/reference');
const HEAD = ['bagian', 'kode', 'nama', 'uraian', 'tingkat', 'nilai', 'dimensi', 'subdimensi', 'skala', 'bobot', 'tidak berlaku',
	'bila variabel', 'bila tingkat'];
const row = (cells) => HEAD.map((head) => cells[head] ?? '');
const rule = (kode, nama) => row({ bagian: 'ketentuan', kode, nama });
const word = (kode, tingkat, nama, nilai = '') => row({ bagian: 'skala', kode, tingkat, nama, nilai });
const variable = (kode, nama, more) => row({ bagian: 'variabel', kode, nama, ...more });
const kind = (nama, nilai) => row({ bagian: 'kategori', nama, nilai });

/* 300 requirements in three chapters, each met, not met, or not for this application; the last hangs on the first. */
const REQUIREMENTS = [HEAD, rule('nama', 'Daftar persyaratan keamanan aplikasi'), rule('cara hitung', 'persentase'), rule('desimal', '1'),
	word('terpenuhi', 1, 'Tidak', 0), word('terpenuhi', 2, 'Ya', 1),
	...Array.from({ length: 300 }, (_, at) => variable(at + 1, `V${Math.floor(at / 100) + 1}.${at % 100 + 1}`, { skala: 'terpenuhi',
		uraian: `Persyaratan contoh nomor ${at + 1}.`, dimensi: `V${Math.floor(at / 100) + 1}`, 'tidak berlaku': 'ya',
		...(at === 299 ? { 'bila variabel': 1, 'bila tingkat': 2 } : {}) })),
	kind('Belum aman', 0), kind('Cukup aman', 60), kind('Aman', 90)];

/* 47 indicators of four domains, 1 to 5, with weights that add to 100. */
const DOMAINS = [['Kebijakan', 10, '1,3'], ['Tata kelola', 10, '2,5'], ['Manajemen', 11, '1,5'], ['Layanan administrasi', 10, '2,75'],
	['Layanan publik', 6, '3']];
const INDEX = [HEAD, rule('nama', 'Indeks contoh serupa SPBE'), rule('cara hitung', 'rata-rata berbobot'), rule('desimal', '2'),
	...['Rintisan', 'Terkelola', 'Terstandarisasi', 'Terintegrasi', 'Optimum'].map((nama, at) => word('spbe', at + 1, nama)),
	...DOMAINS.flatMap(([dimensi, count, bobot]) => Array.from({ length: count }, () => ({ dimensi, bobot, skala: 'spbe' })))
		.map((more, at) => variable(at + 1, `Indikator ${at + 1}`, more)),
	kind('Kurang', 1), kind('Cukup', '1,8'), kind('Baik', '2,6'), kind('Sangat baik', '3,5'), kind('Memuaskan', '4,2')];

let stack, admin, team, operator;
const one = (query) => stack.sql(query)[0];
const newest = (table) => Number(one(`SELECT MAX(id) AS id FROM ${table}`).id);
const number = (text) => String(text).replace('.', ',');

before(async () => {
	stack = await startStack();
	const city = settle(stack);
	[admin, team, operator] = await Promise.all(['admin.kota', 'verifikator', 'operator.satu'].map((who) => city.signIn(who)));
});
after(() => stack?.stop());

const file = (content, filename = 'instrumen.xlsx') => ({ filename, type: 'application/octet-stream', content });
const preview = async (upload) => admin.postMultipart('/cycle/instruments/any', { csrf: admin.csrf(await admin.get('/cycle/')), file: upload });
const problems = (page) => page.all('.govuk-error-summary li').map((each) => each.words).join('\n');
const refused = async (rows, what) => {
	const page = await preview(file(written(rows)));
	assert.equal(page.status, 422, `${what}: ${page.words().slice(0, 200)}`);
	assert.match(page.words(), what);
	assert.equal(page.one('form[action$="/store"]'), null);
};

/** Brought in and published; its key. */
async function bring(upload, name) {
	let page = await preview(upload);
	assert.equal(page.status, 200, problems(page) + page.words().slice(0, 400));
	page = await admin.submit(page, { name }, { form: 'form[action$="/store"]' });
	assert.equal(page.status, 200, problems(page));
	const id = newest('instrument');
	page = await admin.submit(await admin.get(`/cycle/instruments/${id}/publish`), {});
	assert.equal(page.status, 200, page.words());
	return id;
}

/** Begun; its key. */
async function begin(who, instrument, subject, more = {}) {
	const page = await who.submit(await who.get('/questionnaire/other'), { instrument, subject, year: 2026, ...more },
		{ form: 'form[action$="/other"]' });
	assert.equal(page.status, 200, page.errors.join());
	return newest('appraisal');
}

const fact = (page, label) => page.all('.govuk-summary-list__row').find((line) => line.words.startsWith(label))?.words.slice(label.length).trim();

describe('a list of 300 requirements', () => {
	let instrument, id;
	it('comes out of a workbook', async () => {
		instrument = await bring(file(written(REQUIREMENTS)), 'Persyaratan keamanan contoh');
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM variable WHERE instrument_id = ${instrument}`).n), 300);
		const page = await admin.get(`/cycle/instruments/${instrument}`);
		assert.match(page.words(), /persentase/);
		assert.match(page.words(), /bila variabel 1 paling sedikit “Ya”/);
	});

	it('is answered by an agency of its own application, with what does not apply and why', async () => {
		id = await begin(operator, instrument, 'Aplikasi contoh');
		let page = await operator.get(`/questionnaire/other/${id}/1`);
		assert.equal(page.all('fieldset').length, 100);
		/* 60 yes, 20 no, 19 that do not apply, one of them without a reason */
		const answers = Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`level-${at + 1}`, at < 60 ? 2 : at < 80 ? 1 : 0]));
		const why = Object.fromEntries(Array.from({ length: 19 }, (_, at) => [`note-${at + 81}`, at === 18 ? '' : 'Tidak ada bagian itu.']));
		page = await operator.submit(page, { ...answers, ...why });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /mengapa nomor 99 tidak berlaku/);
		assert.equal(page.one('#level-60-2').hasAttribute('checked'), true);	/* kept */
		page = await operator.submit(page, { 'note-99': 'Tidak dipakai.' });
		assert.equal(page.status, 200, page.errors.join());
		assert.match(page.url, /\/2\?done=saved/);
		page = await operator.get(`/questionnaire/other/${id}`);
		/* 60 of 80 */
		assert.equal(fact(page, 'Nilai sementara'), '75,0 %');
		assert.equal(fact(page, 'Kategori'), 'Cukup aman');
		assert.equal(fact(page, 'Terjawab'), '99 dari 300');
		assert.match(page.words(), /Tidak ada bagian itu\./);
	});

	it('asks for the last only when the first is met', async () => {
		await operator.submit(await operator.get(`/questionnaire/other/${id}/3`), { 'level-300': 2 });
		let page = await operator.get(`/questionnaire/other/${id}`);
		assert.equal(fact(page, 'Nilai sementara'), '75,3 %');	/* 61 of 81 = 75,308… */
		await operator.submit(await operator.get(`/questionnaire/other/${id}/1`), { 'level-1': 1 });
		page = await operator.get(`/questionnaire/other/${id}`);
		assert.equal(fact(page, 'Nilai sementara'), '73,8 %');	/* 59 of 80 = 73,75 */
		assert.equal(fact(page, 'Terjawab'), '99 dari 299');
		assert.match(page.words(), /Tidak ditanyakan/);
	});

	it('is refused as another saw it before', async () => {
		const page = await operator.get(`/questionnaire/other/${id}/2`);
		await operator.submit(await operator.get(`/questionnaire/other/${id}/2`), { 'level-101': 2 });
		const late = await operator.submit(page, { 'level-102': 1 });
		assert.equal(late.status, 409);
		assert.match(late.errors.join(), /sudah berubah sejak halaman ini ditampilkan/);
		assert.equal(late.one('#level-102-1').hasAttribute('checked'), true);
		assert.equal(one(`SELECT COUNT(*) AS n FROM appraisal_answer n JOIN variable v ON v.id = n.variable_id WHERE n.appraisal_id = ${id} AND v.number = 102 AND n.level IS NULL`).n, '1');
	});

	it('is read by the team and changed by it not', async () => {
		const page = await team.get(`/questionnaire/other/${id}/1`);
		assert.equal(page.status, 200);
		assert.equal(page.one('main form'), null);
		const forced = await team.post(`/questionnaire/other/${id}/1`, { csrf: team.csrf(page), version: 1, 'level-1': 2 });
		assert.equal(forced.status, 403);
	});
});

describe('an index of weighted averages', () => {
	it('gives the figure that was worked out by hand', async () => {
		const id = await begin(team, await bring(file(written(INDEX)), 'Indeks contoh'), 'Indeks Kota');
		const level = [3, 2, 4, 3, 5];
		for (const [at] of DOMAINS.entries()) {
			const page = await team.get(`/questionnaire/other/${id}/${at + 1}`);
			await team.submit(page, Object.fromEntries(page.all('fieldset').map((each) => [each.getAttribute('id'), level[at]])));
		}
		const page = await team.get(`/questionnaire/other/${id}`);
		/* 13 × 3 + 25 × 2 + 16,5 × 4 + 27,5 × 3 + 18 × 5 = 327,5 of 100 = 3,275 */
		assert.equal(fact(page, 'Nilai'), '3,28');
		assert.equal(fact(page, 'Kategori'), 'Baik');
		assert.equal((await operator.get(`/questionnaire/other/${id}`)).status, 404, 'of the region alone');
	});
});

describe('the study of smart governance', () => {
	let id;
	const found = csvRows(readFileSync(path.join(REFERENCE, 'smart-governance-2018-hasil.csv'), 'utf8'));
	it('gives table 1 and table 2 again, as page, paper and workbook', async () => {
		const instrument = await bring(file(readFileSync(path.join(REFERENCE, 'smart-governance-2018.csv')), 'kajian.csv'), 'Kajian contoh');
		id = await begin(team, instrument, 'Kota contoh', { source: 'Kajian 2018' });
		for (const place of [1, 2]) {
			const page = await team.get(`/questionnaire/other/${id}/${place}`);
			await team.submit(page, Object.fromEntries(page.all('fieldset').map((each) => {
				const line = found[Number(each.getAttribute('id').slice(6)) - 1];
				const label = each.querySelectorAll('label').find((one) => one.words === line.keterangan);
				return [each.getAttribute('id'), label.getAttribute('for').split('-').at(-1)];
			})));
		}
		for (const line of found.filter((each) => each.harapan)) {
			const page = await team.submit(await team.get(`/questionnaire/other/${id}/gap/${line.nomor}`),
				{ condition: line.kondisi, expected: line.harapan, recommendation: line.rekomendasi, priority: 'tinggi', plan: 'Dinas Kominfo', due: '2031-12-31' });
			assert.equal(page.status, 200, page.errors.join());
		}
		const page = await team.get(`/questionnaire/other/${id}`);
		const rows = page.all('tbody tr').map((line) => line.querySelectorAll('th, td').map((cell) => cell.words));
		assert.deepEqual(rows.map(([, name, said]) => [name, said]), found.map((line) => [`${line.nomor}. ${line['sub dimensi']}`, line.keterangan]));
		const gaps = (await team.get(`/questionnaire/other/${id}/gaps`)).rows().slice(1);
		assert.equal(gaps.length, 6);
		assert.deepEqual(gaps.map((line) => line.slice(0, 3)), found.filter((line) => line.harapan)
			.map((line) => [line['sub dimensi'], 'Rendah', 'Meningkat']));
		assert.match(gaps[3][3], /minimal 3% dari APBD/);
		const [results, analysis] = sheets((await team.get(`/questionnaire/other/${id}/table.xlsx`)).body);
		assert.deepEqual(results.rows[0].slice(1, 5), ['Variabel', 'Dimensi', 'Sub Dimensi', 'Keterangan']);
		assert.deepEqual(results.rows.slice(1).map((line) => [line[3], line[4]]), found.map((line) => [line['sub dimensi'], line.keterangan]));
		assert.deepEqual(analysis.rows.slice(1).map((line) => line[4]), found.filter((line) => line.harapan).map((line) => line.rekomendasi));
		const paper = await team.get(`/questionnaire/other/${id}/paper`);
		for (const line of found)
			assert.ok(paper.words().includes(line['sub dimensi']), line['sub dimensi']);
		assert.match(paper.words(), /Analisis kesenjangan/);
		assert.match(paper.words(), /Kajian 2018/);
		const pdf = await team.get(`/questionnaire/other/${id}/paper/pdf`);
		await asTexts(team, `/questionnaire/other/${id}/paper`, /Kajian contoh/);
		assert.equal(pdf.body.subarray(0, 5).toString(), '%PDF-');
	});

	it('has no score', async () => {
		assert.equal(fact(await team.get(`/questionnaire/other/${id}`), 'Nilai'), undefined);
	});
});

describe('what goes out', () => {
	const strip = (list) => list.map((line) => Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '').map(([key, value]) => [key, number(value)])));
	const content = (id) => ({ scales: stack.sql(`SELECT s.code, w.number, w.word, w.points FROM scale s JOIN scale_word w ON w.scale_id = s.id
			WHERE s.instrument_id = ${id} ORDER BY s.id, w.number`),
		variables: stack.sql(`SELECT v.number, v.name, v.hint, v.outer_name, v.inner_name, s.code, v.weight, v.may_skip, v.if_number, v.if_level
			FROM variable v JOIN scale s ON s.id = v.scale_id WHERE v.instrument_id = ${id} ORDER BY v.number`),
		classes: stack.sql(`SELECT name, min_tenths, max_tenths FROM category WHERE instrument_id = ${id} ORDER BY level`),
		rules: stack.sql(`SELECT scoring, rounding, decimals, outer_label, inner_label, item_label, basis FROM instrument WHERE id = ${id}`) });

	for (const ending of ['xlsx', 'csv', 'json'])
		it(`comes in again as the same: ${ending}`, async () => {
			for (const { id, name } of stack.sql(`SELECT id, name FROM instrument WHERE course = 'own' AND name NOT LIKE 'Lagi%'`)) {
				const page = await admin.get(`/cycle/instruments/${id}/table.${ending}`);
				assert.equal(page.status, 200);
				const again = await bring(file(page.body, `x.${ending}`), `Lagi ${ending} ${name}`);
				assert.deepEqual(content(again), content(id), name);
				assert.ok(strip(content(again).variables).length > 0);
			}
		});

	it('is copied as a draft with all of it', async () => {
		const [{ id }] = stack.sql("SELECT id FROM instrument WHERE name = 'Persyaratan keamanan contoh'");
		const page = await admin.submit(await admin.get(`/cycle/instruments/${id}`), { name: 'Salinan persyaratan' }, { form: 'form[action$="/copy"]' });
		assert.equal(page.status, 200);
		assert.deepEqual(content(newest('instrument')), content(id));
		assert.equal(one(`SELECT state FROM instrument WHERE id = ${newest('instrument')}`).state, 'draft');
	});
});

describe('what could not be scored or asked', () => {
	const base = [HEAD, rule('cara hitung', 'jumlah'), word('a', 1, 'Tidak'), word('a', 2, 'Ya'), variable(1, 'Satu', { skala: 'a' })];
	const cases = [
		['a way of scoring that nobody knows', [HEAD, rule('cara hitung', 'median'), ...base.slice(2)], /bukan cara hitung/],
		['a rule that nobody knows', [...base, rule('warna', 'biru')], /bukan ketentuan/],
		['a scale that is not there', [...base, variable(2, 'Dua', { skala: 'b' })], /Skala “b” tidak ada/],
		['a scale of one word', [...base, word('c', 1, 'Saja')], /paling sedikit dua tingkat/],
		['a level that is left out', [...base, word('a', 4, 'Sekali')], /seharusnya 3/],
		['a weight of nothing', [HEAD, rule('cara hitung', 'rata-rata berbobot'), ...base.slice(2, 4), variable(1, 'Satu', { skala: 'a', bobot: 0 })], /Bobot 0/],
		['points that are none', [...base, word('c', 1, 'Tidak', 'nol')], /bukan angka/],
		['a condition on what comes later', [...base, variable(2, 'Dua', { skala: 'a', 'bila variabel': 3, 'bila tingkat': 1 })], /variabel sebelumnya/],
		['a condition on a level that is not there', [...base, variable(2, 'Dua', { skala: 'a', 'bila variabel': 1, 'bila tingkat': 3 })], /hanya mempunyai 2 tingkat/],
		['half a condition', [...base, variable(2, 'Dua', { skala: 'a', 'bila variabel': 1 })], /memerlukan keduanya/],
		['a number twice', [...base, variable(1, 'Dua', { skala: 'a' })], /seharusnya 2/],
		['a dimension in two places', [...base.slice(0, 4), ...['x', 'y', 'x'].map((dimensi, at) => variable(at + 1, `V${at}`, { skala: 'a', dimensi }))], /terputus/],
		['answers that are worth the same', [HEAD, rule('cara hitung', 'jumlah'), word('a', 1, 'Tidak', 1), word('a', 2, 'Ya', 1), base[4]], /bernilai sama/],
		['classes in the wrong order', [...base, kind('Tinggi', 2), kind('Rendah', 1)], /dari yang terendah/],
		['a score without a class', [...base, kind('Tinggi', 2)], /tidak termasuk kategori/],
		['a class that nobody reaches', [...base, kind('Rendah', 0), kind('Tinggi', 9)], /tidak dapat dicapai/],
		['no variable', base.slice(0, 4), /Belum ada variabel/],
		['a part that nobody knows', [...base, row({ bagian: 'bab', nama: 'x' })], /“bab” tidak dikenal/],
	];
	for (const [what, rows, told] of cases)
		it(`is refused with its cell: ${what}`, () => refused(rows, told));

	it('is refused in JSON, too', async () => {
		const page = await preview(file('{"rows":[{"bagian":"skala","warna":"biru"}]}', 'x.json'));
		assert.equal(page.status, 422);
		assert.match(page.words(), /warna/);
	});
});

describe('the seven steps', () => {
	it('are offered none of them', async () => {
		const page = await admin.get('/cycle/cycles/new');
		const names = page.all('[name="instrument_id"] option').map((option) => option.words);
		assert.ok(names.some((name) => name.includes('Permendagri')));
		assert.ok(!names.some((name) => /Persyaratan|Indeks|Kajian/.test(name)), names.join());
		const [{ id }] = stack.sql("SELECT id FROM instrument WHERE name = 'Indeks contoh'");
		assert.equal((await admin.get(`/exchange/instrument/${id}/json`)).status, 404);
	});

	it('have instruments whose table goes out as before', async () => {
		assert.equal((await admin.get('/cycle/instruments/1/table.xlsx')).status, 404);
	});
});
