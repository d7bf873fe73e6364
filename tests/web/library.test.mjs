// SPDX-License-Identifier: ISC
//
// Finding evidence again: by its text, number, year, variable and state; putting many documents under
// many criteria; documents that are the same; two revisions side by side.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { docx, jpeg, pdf, xlsx } from './files.mjs';
import { startStack } from './harness.mjs';

let stack, city, id, operator;
const people = new Map();
const as = async (name) => people.get(name) ?? people.set(name, await city.signIn(name)).get(name);

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	city.setState(id, 'draft');
	operator = await as('operator.satu');
});
after(() => stack?.stop());

let running = 0;
const one = (query) => stack.sql(query)[0];
const titles = (page) => page.all('tbody th a[href*="/upload/document/"]')
	.filter((a) => !a.getAttribute('href').endsWith('/merge')).map((a) => a.words);
const find = async (query, who = operator) => titles(await who.get(`/upload/?${new URLSearchParams(query)}`));
const pathOf = (page) => page.location?.replace('/matang', '');

async function stored(title, content, fields = {}, who = operator) {
	let page = await who.get('/upload/new');
	page = await who.submit(page, { kind: 'laporan', title, ...fields,
		file: { filename: `${title}.bin`, content } });
	assert.equal(page.status, 200, page.errors.join());
	return Number(/\/upload\/document\/(\d+)/.exec(page.url)[1]);
}

/** A twin: inserted, since the page offers to use the one that is there. */
function twinOf(document, title) {
	return Number(stack.sql(`
		INSERT INTO document (agency_id, title, kind, created_at, created_by)
		SELECT agency_id, '${title}', kind, UTC_TIMESTAMP(3), created_by FROM document WHERE id = ${document};
		SET @twin = LAST_INSERT_ID();
		INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		SELECT @twin, 1, sha256, bytes, type, client_name, CONCAT('t/', @twin), UTC_TIMESTAMP(3), created_by
		FROM revision WHERE document_id = ${document} ORDER BY number DESC LIMIT 1;
		SELECT @twin AS id`)[0].id);
}

function linked(document, item, decision = null) {
	stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, city_decision, city_reason,
			city_revision_id, created_at, created_by)
		VALUES (${id}, ${item.id}, ${document}, ${decision ? `'${decision}'` : 'NULL'}, 'Alasan contoh.',
			(SELECT MAX(id) FROM revision WHERE document_id = ${document}), UTC_TIMESTAMP(3), 1)`);
}

function takeTexts() {
	const run = stack.matang(['work', 'text']);
	assert.equal(run.status, 0, run.stdout + run.stderr);
	return run.stdout;
}

/* ---- what files say ------------------------------------------------------------------------------- */

describe('the text of files', () => {
	const keys = {};

	before(async () => {
		keys.pdf = await stored('Berkas satu', pdf('Laporan kepuasan masyarakat triwulan SK 12/2026'));
		keys.docx = await stored('Berkas dua', docx('Notulen rapat evaluasi &lt;b&gt;kepuasan&lt;/b&gt; pegawai &amp; mitra'));
		keys.xlsx = await stored('Berkas tiga', xlsx('Rekapitulasi kehadiran'));
		keys.jpeg = await stored('Foto kepuasan', jpeg('contoh'));
		keys.other = await stored('Milik lain', pdf('Laporan kepuasan yang rahasia'), {}, await as('operator.dua'));
	});

	it('is not searched before it was taken, which the page says', async () => {
		const page = await operator.get('/upload/?q=kepuasan');
		assert.deepEqual(titles(page), ['Foto kepuasan']);
		assert.match(page.words(), /Isi 4 dokumen belum ikut dicari/);
	});

	it('is taken once, and told', () => {
		assert.match(takeTexts(), /^text: 4 searchable \(0 of them the same content once more\), 1 without text, 0 unreadable$/m);
		assert.match(takeTexts(), /nothing to do/);
		assert.deepEqual(stack.sql('SELECT type, text_state FROM revision ORDER BY id').map((row) => row.text_state),
			['taken', 'taken', 'taken', 'empty', 'taken']);
		assert.equal(one(`SELECT scope FROM file_text t JOIN revision r ON r.sha256 = t.sha256
			WHERE r.document_id = ${keys.pdf}`).scope, 'agency1 region2');
	});

	it('finds documents, and shows where', async () => {
		const page = await operator.get('/upload/?q=kepuasan');
		assert.deepEqual(titles(page), ['Foto kepuasan', 'Berkas dua', 'Berkas satu']);
		assert.deepEqual(page.all('tbody mark').map((mark) => mark.words), ['kepuasan', 'kepuasan']);
		assert.match(page.words('.matang-library__excerpt'), /<b>kepuasan<\/b> pegawai & mitra/);
		assert.match(page.words(), /1 dokumen berupa gambar atau pindaian tanpa teks/);
		assert.doesNotMatch(page.words(), /belum ikut dicari/);
	});

	it('is found by beginnings of words, by several, and by numbers', async () => {
		assert.deepEqual(await find({ q: 'KEPUAS triwul' }), ['Berkas satu']);
		assert.deepEqual(await find({ q: 'kehadiran' }), ['Berkas tiga']);
		assert.deepEqual(await find({ q: 'SK 12/2026' }), ['Berkas satu']);
		assert.deepEqual(await find({ q: 'SK 13/2026' }), []);
		assert.deepEqual(await find({ q: 'kepuasan kehadiran' }), []);
	});

	it('is found by words of two letters, by numbers and their parts, whatever apostrophe or dash was typed', async () => {
		keys.short = await stored('Berkas empat', docx('Salinan SP 3 tentang HC, nomor 800.1.11/27-DISDIK/2026, ' +
			'rapat Jum\u2019at dan Qur\u2019an, tahun 2024\u20132026, peta jabatan'));
		takeTexts();
		for (const q of ['SP', 'sp 3', 'HC', '800.1.11/27-DISDIK/2026', '800.1.11', '27-disdik', 'DISDIK 2026', '800-1-11', 'Jum\'at', 'jum’at',
			'Qur\'an', '2024-2026', '2024–2026', '"peta jabatan"', '“rapat Jum\'at”', '"nomor 800.1.11/27"'])
			assert.deepEqual(await find({ q }), ['Berkas empat'], q);
		for (const q of ['HP', '801.1.11', '27-BKD', '"jabatan peta"', '2024-2025'])
			assert.deepEqual(await find({ q }), [], q);
		const page = await operator.get('/upload/?q=HC');
		assert.deepEqual(page.all('tbody mark').map((mark) => mark.words), ['HC']);
		assert.deepEqual((await find({ q: 'SK' })), ['Berkas satu']);
	});

	it('that says nothing of it leads to what may', async () => {
		const tries = (page) => page.all('main .govuk-list--bullet a').map((link) => [link.words, link.getAttribute('href')]);
		const none = await operator.get(`/upload/?${new URLSearchParams({ q: '"jabatan kepuasan"', kind: 'laporan' })}`);
		assert.match(none.words(), /Tidak ada yang cocok.*tanpa saringan.*tidak harus berurutan.*satu kata saja/);
		assert.deepEqual(tries(none).map(([words]) => words), ['“"jabatan kepuasan"”', '“jabatan kepuasan”', '“jabatan”', '“kepuasan”']);
		const [, address] = tries(none).at(-1);
		assert.deepEqual(titles(await operator.get(address.replace(/^\/matang/, ''))), ['Foto kepuasan', 'Berkas dua', 'Berkas satu']);
		assert.match((await operator.get('/upload/?q=tidakadasamasekali')).words(), /awal kata sudah cukup/);
		assert.match((await operator.get('/upload/?q=the')).words(), /terlalu umum untuk dicari di dalam berkas/);
	});

	it('takes no operator and no markup from what is typed', async () => {
		for (const q of ['+kepuasan -laporan', '"kepuasan', 'kepuasan*', '@4 kepuasan', '((((', '>kepuasan <laporan', '~',
			'+', '-', '*', "kepuasan' OR 1=1 --", '%', '_____', '\\', 'the with www', 'ab', 'x'.repeat(190), '“kepuasan”',
			'😀😀😀', '+agency2', 'region2 agency2', 'laporan) +(agency2', '<script>alert(1)</script>', 'é', 'a-b-c', '---']) {
			const page = await operator.get(`/upload/?${new URLSearchParams({ q })}`);
			assert.equal(page.status, 200, q);
			assert.equal(page.one('#q').getAttribute('value'), q);
			assert.ok(!titles(page).includes('Milik lain'), q);
		}
		assert.deepEqual(await find({ q: '“kepuasan” (triwulan)' }), ['Berkas satu']);
		assert.equal((await operator.get(`/upload/?q=${'x'.repeat(201)}`)).status, 400);
		assert.equal((await operator.get('/upload/?q=a%00b')).status, 400);
	});

	it('is found by those who may read it, and by nobody else', async () => {
		assert.deepEqual(await find({ q: 'rahasia' }), []);
		assert.deepEqual(await find({ q: 'rahasia' }, await as('operator.dua')), ['Milik lain']);
		for (const name of ['verifikator', 'validator', 'auditor']) {
			const page = await (await as(name)).get('/upload/?q=kepuasan');
			assert.deepEqual(titles(page).sort(), ['Berkas dua', 'Berkas satu', 'Foto kepuasan', 'Milik lain'], name);
			assert.match(page.words('tbody'), /Dinas Contoh Dua/);
			assert.deepEqual(await find({ q: 'kepuasan', agency: 2 }, await as(name)), ['Milik lain']);
			assert.deepEqual(await find({ agency: 2 }, await as(name)), ['Milik lain']);
		}
		for (const name of ['verifikator.kabupaten', 'auditor.kabupaten', 'operator.kabupaten'])
			assert.deepEqual(await find({ q: 'kepuasan' }, await as(name)), [], name);
		assert.equal((await (await as('auditor.kabupaten')).get('/upload/?agency=1')).status, 404);
		assert.equal((await operator.get('/upload/?agency=2')).status, 404);
	});

	it('of a file that is infected is not opened, and not found any more', async () => {
		stack.sql(`UPDATE revision SET scan = 'infected', scanned_at = UTC_TIMESTAMP(3), scan_finding = 'Contoh'
			WHERE document_id = ${keys.xlsx}`);
		assert.deepEqual(await find({ q: 'kehadiran' }), []);
		stack.sql(`UPDATE revision SET scan = 'clean', scan_finding = '' WHERE document_id = ${keys.xlsx}`);
		assert.deepEqual(await find({ q: 'kehadiran' }), ['Berkas tiga']);
	});

	it('is that of the newest revision', async () => {
		const page = await operator.get(`/upload/document/${keys.xlsx}`);
		await operator.submit(page, { file: { filename: 'baru.pdf', content: pdf('Isi yang baru sama sekali') } },
			{ form: 'form:has(input[type=file])' });
		takeTexts();
		assert.deepEqual(await find({ q: 'kehadiran' }), []);
		assert.deepEqual(await find({ q: 'sama sekali' }), ['Berkas tiga']);
	});

	it('is searched at a criterion too', async () => {
		const page = await operator.get(`/upload/attach/${id}/${city.items(3)[0].id}?q=triwulan`);
		assert.deepEqual(page.all('.matang-choices label').map((label) => label.words), ['Berkas satu']);
		assert.match((await operator.get(`/upload/attach/${id}/${city.items(3)[0].id}?q=rahasia`)).words('main'), /Tidak ada dokumen/);
	});

	it('of the same content is taken once', async () => {
		twinOf(keys.pdf, 'Kembaran berkas satu');
		assert.match(takeTexts(), /1 searchable \(1 of them the same content once more\)/);
		assert.deepEqual((await find({ q: 'triwulan' })).sort(), ['Berkas satu', 'Kembaran berkas satu']);
	});
});

/* ---- filters ---------------------------------------------------------------------------------------- */

describe('filters', () => {
	const keys = {};
	let third, fifth;

	before(async () => {
		stack.sql(`UPDATE document SET archived_at = UTC_TIMESTAMP(3) WHERE agency_id = 1`);
		[third] = city.items(3);
		[fifth] = city.items(5);
		for (const name of ['bebas', 'terpasang', 'diterima', 'ditolak'])
			keys[name] = await stored(name, pdf(`saringan ${name}`));
		keys.lama = await stored('lama', pdf('saringan lama'), { period_from: `${city.year - 3}-01-01`,
			period_until: `${city.year - 2}-12-31`, kind: 'keputusan' });
		keys.bertanggal = await stored('bertanggal', pdf('saringan bertanggal'), { dated: `${city.year - 5}-05-05`,
			kind: 'sop' });
		linked(keys.terpasang, third);
		linked(keys.diterima, fifth, 'accepted');
		linked(keys.ditolak, third, 'rejected');
	});

	it('by use and by variable', async () => {
		assert.deepEqual((await find({ show: 'unused' })).sort(), ['bebas', 'bertanggal', 'lama']);
		assert.deepEqual((await find({ show: 'linked' })).sort(), ['diterima', 'terpasang', 'ditolak'].sort());
		assert.deepEqual((await find({ variable: 3 })).sort(), ['ditolak', 'terpasang']);
		assert.deepEqual(await find({ variable: 5, year: city.year }), ['diterima']);
		assert.deepEqual(await find({ variable: 5, year: city.year - 1 }), []);
		assert.deepEqual((await find({ show: 'unused', variable: 3 })).sort(), ['bebas', 'bertanggal', 'diterima', 'lama'].sort());
	});

	it('by decision, as soon as the agency is told', async () => {
		city.setState(id, 'returned');
		assert.deepEqual(await find({ show: 'accepted' }), ['diterima']);
		assert.deepEqual(await find({ show: 'rejected' }), ['ditolak']);
		assert.deepEqual(await find({ show: 'rejected', variable: 5 }), []);
		city.setState(id, 'submitted');
		assert.deepEqual(await find({ show: 'accepted' }), []);
		assert.deepEqual(await find({ show: 'rejected' }), []);
		assert.deepEqual(await find({ show: 'rejected', agency: 1 }, await as('verifikator')), ['ditolak']);
		city.setState(id, 'draft');
	});

	it('by kind and period', async () => {
		assert.deepEqual(await find({ kind: 'sop' }), ['bertanggal']);
		assert.deepEqual(await find({ period: city.year - 2 }), ['lama']);
		assert.deepEqual(await find({ period: city.year - 5 }), ['bertanggal']);
		assert.deepEqual(await find({ period: city.year }), []);
	});

	it('by what is to be looked at', async () => {
		const page = await operator.get('/upload/?show=flagged');
		assert.deepEqual(titles(page).sort(), ['bertanggal', 'lama']);
		assert.match(page.words('tbody'), /masa berlaku berakhir/i);
		assert.match(page.words('tbody'), /bukan tahun penilaian/i);
		assert.match((await operator.get(`/upload/document/${keys.lama}`)).words('.matang-flags'), /masa berlaku berakhir/i);
	});

	it('are kept in the address, over all pages', async () => {
		for (let i = 0; i < 21; i++)
			city.link(id, city.items(7)[i % 3].id, { title: `Banyak ${++running}` });
		stack.sql("UPDATE revision SET text_state = 'empty' WHERE client_name = 'contoh.pdf'");	/* without files */
		const page = await operator.get('/upload/?q=Banyak&kind=laporan&show=linked&variable=7');
		assert.equal(page.one('#variable option[selected]').getAttribute('value'), '7');
		assert.equal(page.one('#show option[selected]').getAttribute('value'), 'linked');
		const second = await operator.get(page.link('Berikutnya'));
		assert.deepEqual(titles(second), ['Banyak 1']);
		assert.match(second.url, /q=Banyak&kind=laporan&show=linked&variable=7&page=2/);
		for (const bad of ['year=x', 'year=1', 'variable=0', 'period=99999', 'show=all', 'agency=x'])
			assert.equal((await operator.get(`/upload/?${bad}`)).status, 404, bad);
		assert.equal((await operator.get('/upload/?sort=title')).status, 400);
	});

	it('ask a team whose documents it wants', async () => {
		const page = await (await as('verifikator')).get('/upload/');
		assert.match(page.words('main'), /Pilih perangkat daerah/);
		assert.equal(titles(page).length, 0);
		assert.deepEqual(page.all('#agency option').map((option) => option.words),
			['Semua perangkat daerah', 'Bagian Organisasi Contoh', 'Dinas Contoh Dua', 'Dinas Contoh Satu']);
		assert.equal((await (await as('verifikator')).get('/upload/?agency=1')).all('.matang-quota').length, 0);
	});
});

/* ---- many to many -------------------------------------------------------------------------------------- */

describe('several documents', () => {
	let documents, items;

	before(async () => {
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
		city.setState(id, 'draft');
		documents = [await stored('Renstra', pdf('bersama satu')), await stored('Renja', pdf('bersama dua'))];
		items = [city.items(1)[0], city.items(4)[1], city.items(11)[0]];
	});
	const address = (keys) => `/upload/bulk-attach?${keys.map((key) => `document-${key}=1`).join('&')}`;

	it('go under criteria of several variables in one go', async () => {
		const page = await operator.get(address(documents));
		assert.equal(page.all('main details').length, 11);
		const answer = await operator.submit(page, Object.fromEntries(items.map((item) => [`item-${item.id}`, '1'])),
			{ form: 'form[method=post][action$="/bulk-attach"]', follow: false });
		assert.equal(pathOf(answer), '/upload/?done=linked');
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM evidence_link WHERE assessment_id = ${id} AND removed_at IS NULL`).n), 6);
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM history WHERE assessment_id = ${id} AND subject = 'link'
			AND to_value = '1/I/1'`).n), 2);
		const again = await operator.get(address(documents));
		assert.ok(again.one(`#item-${items[0].id}`).hasAttribute('disabled'));
		assert.match((await operator.get(address([documents[0], await stored('Lain', pdf('bersama tiga'))]))).words('main'),
			/1 dari 2 sudah ditautkan/);
	});

	it('one document, back to its own page', async () => {
		const page = await operator.get(address([documents[0]]));
		const answer = await operator.submit(page, { [`item-${city.items(2)[0].id}`]: '1' },
			{ form: 'form[method=post][action$="/bulk-attach"]', follow: false });
		assert.equal(pathOf(answer), `/upload/document/${documents[0]}?done=linked`);
	});

	it('are refused where nothing was chosen, or what is not theirs', async () => {
		assert.equal(pathOf(await operator.get('/upload/bulk-attach')), '/upload/');
		const page = await operator.get(address(documents));
		const csrf = operator.csrf(page);
		const empty = await operator.submit(page, {}, { form: 'form[method=post][action$="/bulk-attach"]' });
		assert.equal(empty.status, 422);
		assert.match(empty.errors.join(), /Pilih paling sedikit satu kriteria/);
		const foreign = one('SELECT id FROM document WHERE agency_id = 2 LIMIT 1').id;
		assert.equal((await operator.get(address([foreign]))).status, 404);
		assert.equal((await operator.post('/upload/bulk-attach', { csrf, [`document-${foreign}`]: 1, [`item-${items[0].id}`]: 1 })).status, 404);
		assert.equal((await operator.post('/upload/bulk-attach', { csrf, [`document-${documents[0]}`]: 1, 'item-999999': 1 })).status, 404);
		assert.equal((await operator.post('/upload/bulk-attach', { [`document-${documents[0]}`]: 1 })).status, 403);
		assert.equal((await (await as('kepala.satu')).get(address(documents))).status, 403);
		assert.equal((await (await as('verifikator')).get(address(documents))).status, 403);
		city.setState(id, 'submitted');
		assert.equal((await operator.get(address(documents))).status, 409);
		city.setState(id, 'returned');
		const returned = await operator.get(address(documents));
		assert.match(returned.words('main'), /Tidak termasuk yang dikembalikan/);
		assert.equal((await operator.post('/upload/bulk-attach', { csrf, [`document-${documents[0]}`]: 1,
			[`item-${city.items(6)[0].id}`]: 1 })).status, 409);
		city.setState(id, 'draft');
	});
});

/* ---- twins ------------------------------------------------------------------------------------------------ */

describe('documents that are the same', () => {
	const live = (document) => stack.sql(`SELECT checklist_item_id AS item FROM evidence_link WHERE document_id = ${document}
		AND assessment_id = ${id} AND removed_at IS NULL ORDER BY item`).map((row) => Number(row.item));
	let first, second, items;

	before(async () => {
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
		first = await stored('Kembar asli', pdf('kembar'));
		second = twinOf(first, 'Kembar salinan');
		items = city.items(6).slice(0, 3);
		linked(first, items[0]);
		linked(second, items[0]);
		linked(second, items[1]);
		linked(second, items[2], 'accepted');
	});

	it('are listed, and offered to become one', async () => {
		const page = await operator.get('/upload/?show=twin');
		assert.deepEqual(titles(page).sort(), ['Kembar asli', 'Kembar salinan']);
		assert.equal(page.all('a[href$="/merge"]').length, 2);
		assert.match((await operator.get(`/upload/document/${first}`)).words('main'), /Kembar salinan.*Satukan/s);
	});

	it('become one; nothing is lost', async () => {
		const page = await operator.get(`/upload/document/${second}/merge`);
		assert.equal((await operator.submit(page, {})).status, 422);
		const answer = await operator.submit(page, { keep: first }, { follow: false });
		assert.equal(pathOf(answer), `/upload/document/${first}?done=merged`);
		assert.deepEqual(live(first), [items[0].id, items[1].id]);
		/* what a team decided stays where it decided it */
		assert.deepEqual(live(second), [items[2].id]);
		assert.notEqual(one(`SELECT archived_at FROM document WHERE id = ${second}`).archived_at, null);
		assert.equal(one(`SELECT archived_at FROM document WHERE id = ${first}`).archived_at, null);
		assert.match(one(`SELECT reason FROM history WHERE subject = 'document' AND subject_id = ${second}
			ORDER BY id DESC LIMIT 1`).reason, /Disatukan dengan "Kembar asli"/);
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM history WHERE subject = 'link' AND reason LIKE 'Disatukan%'`).n), 2);
		assert.equal((await operator.get(`/upload/document/${first}/merge`)).status, 409);
		assert.deepEqual(await find({ show: 'twin' }), []);
	});

	it('only of the own agency, only by the operator, only what is the same', async () => {
		const third = twinOf(first, 'Kembar ketiga');
		const page = await operator.get(`/upload/document/${first}/merge`);
		const csrf = operator.csrf(page);
		assert.equal((await operator.post(`/upload/document/${first}/merge`, { csrf, keep: second })).status, 409);
		assert.equal((await operator.post(`/upload/document/${first}/merge`, { keep: third })).status, 403);
		assert.equal((await operator.post(`/upload/document/${first}/merge`, { csrf, keep: third, extra: 1 })).status, 400);
		assert.equal((await (await as('operator.dua')).get(`/upload/document/${first}/merge`)).status, 404);
		assert.equal((await (await as('kepala.satu')).get(`/upload/document/${first}/merge`)).status, 403);
		assert.equal((await (await as('verifikator')).get(`/upload/document/${first}/merge`)).status, 403);
	});

	it('two who merge at once: one of them is told', async () => {
		const other = await city.signIn('operator2.satu');
		const [mine, theirs] = await Promise.all([operator, other].map((who) => who.get(`/upload/document/${first}/merge`)));
		const third = Number(mine.all('input[name=keep]').map((input) => input.getAttribute('value'))
			.find((value) => Number(value) !== first));
		const answers = await Promise.all([operator.submit(mine, { keep: first }, { follow: false }),
			other.submit(theirs, { keep: third }, { follow: false })]);
		assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409]);
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM document WHERE id IN (${first}, ${third})
			AND archived_at IS NULL`).n), 1);
	});
});

/* ---- revisions ---------------------------------------------------------------------------------------------- */

describe('two revisions', () => {
	let document;

	before(async () => {
		document = await stored('Laporan akhir', docx('Bab satu</w:t></w:r></w:p><w:p><w:r><w:t>Jumlah pegawai 20'));
		const page = await operator.get(`/upload/document/${document}`);
		assert.doesNotMatch(page.words('main'), /Bandingkan dua revisi/);
		await operator.submit(page, { file: { filename: 'akhir.docx',
			content: docx('Bab satu</w:t></w:r></w:p><w:p><w:r><w:t>Jumlah pegawai &lt;25&gt;') } },
		{ form: 'form:has(input[type=file])' });
	});

	it('stand side by side, also before their text is known', async () => {
		const page = await operator.get(`/upload/document/${document}/compare`);
		assert.deepEqual(page.all('main section h2').map((h) => h.words), ['Revisi 1', 'Revisi 2']);
		assert.match(page.words('main'), /akhir\.docx/);
		assert.match(page.words('main'), /belum diambil/);
	});

	it('differ line by line', async () => {
		takeTexts();
		const page = await operator.get(`/upload/document/${document}/compare?old=1&new=2`);
		assert.match(page.words('main'), /1 baris dihapus, 1 baris ditambah/);
		assert.deepEqual(page.all('.matang-diff del').map((line) => line.words), ['Dihapus: Jumlah pegawai 20']);
		assert.deepEqual(page.all('.matang-diff ins').map((line) => line.words), ['Ditambah: Jumlah pegawai <25>']);
		assert.match((await operator.get(`/upload/document/${document}/compare?old=2&new=2`)).words('main'), /sama persis/);
	});

	it('are compared by those who may read them', async () => {
		for (const name of ['kepala.satu', 'verifikator', 'validator', 'auditor'])
			assert.equal((await (await as(name)).get(`/upload/document/${document}/compare`)).status, 200, name);
		for (const name of ['operator.dua', 'verifikator.kabupaten'])
			assert.equal((await (await as(name)).get(`/upload/document/${document}/compare`)).status, 404, name);
		for (const bad of ['old=3', 'old=x', 'new=0'])
			assert.equal((await operator.get(`/upload/document/${document}/compare?${bad}`)).status, 404, bad);
		assert.equal((await operator.get(`/upload/document/${document}/compare?rev=1`)).status, 400);
		const single = await stored('Hanya satu', pdf('hanya satu'));
		assert.equal((await operator.get(`/upload/document/${single}/compare`)).status, 404);
	});
});

describe('a long list', () => {
	it('says that its file does not have all of it', async () => {
		const told = async () => /paling banyak 10\.000 dokumen/.test((await operator.get('/upload/')).words());
		assert.equal(await told(), false);
		stack.sql(`INSERT INTO document (agency_id, title, kind, outside_address, created_at, created_by)
			SELECT agency_id, CONCAT('Panjang ', seq), 'laporan', 'https://contoh.example/', UTC_TIMESTAMP(3), id
			FROM account JOIN seq_1_to_10001 WHERE username = 'operator.satu'`);
		try {
			assert.equal(await told(), true);
			assert.equal((await operator.get('/upload/table.csv')).text.trimEnd().split('\r\n').length, 10001);
		} finally {
			stack.sql("DELETE FROM document WHERE title LIKE 'Panjang %'");
		}
	});
});
