// SPDX-License-Identifier: ISC
//
// Every paper: issued, printed, drawn as PDF, and checked by anybody who holds it. The PDFs are
// looked at by other people's programs: qpdf says whether they are right, pdffonts whether all fonts
// are in them, pdfinfo their size, pdftotext what they say and where; pdftoppm what they look like.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assertSpoken, faultsOf } from './archive.mjs';
import { picture } from './files.mjs';
import { ROOT, startStack } from './harness.mjs';
import { asTexts, printsAlike } from './texts.mjs';
import { openWorld } from './world.mjs';
import { needs } from './needs.mjs';

needs('qpdf', 'pdftotext');

const GOLDEN = path.join(ROOT, 'tests/golden/paper');
const LONG = 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat, Kawasan Permukiman dan Pertanahan Contoh';

let stack, world, operator, verifier, scratch, cycle, id;
const issued = new Map();

const run = (command, ...args) => {
	const { status, stdout, stderr } = spawnSync(command, args, { maxBuffer: 1 << 26 });
	assert.equal(status, 0, `${command} ${args.join(' ')}: ${stderr}`);
	return stdout;
};

async function issue(place, kind, who = verifier) {
	const page = await who.get(`/paper/${place}`);
	assert.equal(page.status, 200, place);
	const answer = await who.post(`/paper/${place}/issue`, { csrf: who.csrf(page), kind });
	assert.equal(answer.status, 303, `${kind}: ${answer.text.slice(0, 300)}`);
	const [, key] = /\/paper\/(\d+)\?done=issued$/.exec(answer.location);
	issued.set(kind, Number(key));
	return Number(key);
}

async function pdfOf(key, who = verifier) {
	const answer = await who.get(typeof key === 'string' ? key : `/paper/${key}/pdf`);
	assert.equal(answer.status, 200);
	assert.equal(answer.headers['content-type'], 'application/pdf');
	assert.match(answer.headers['content-disposition'], /^attachment; filename\*=UTF-8''(penilaian|kuesioner|tanda-terima|berita-acara|rekapitulasi|surat-pemberitahuan|ceklist|laporan)-[\w.-]+\.pdf$/);
	return answer.body;
}

const drawAnew = (key) => stack.sql(`DELETE FROM drawing WHERE issued_id = ${key}`);

function keep(bytes) {
	const file = path.join(scratch, `${randomBytes(6).toString('hex')}.pdf`);
	writeFileSync(file, bytes);
	return file;
}

const pagesOf = (file) => run('pdftotext', '-layout', file, '-').toString().split('\f').slice(0, -1);
const words = (text) => text.replace(/\s+/g, ' ').trim();

/* While `act` runs the cycle is one that was reported on a day of its own: what a report shows of its days ends there. */
async function reported(act) {
	stack.sql(`UPDATE cycle SET state = 'reported', reported_at = '2026-12-09 03:00' WHERE id = ${cycle}`);
	try {
		return await act();
	} finally {
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = ${cycle}`);
	}
}

/* What must hold of every PDF; all of them are looked at once more at the end. */
const drawn = [];
function assertGood(bytes, size = [595, 842]) {
	const file = keep(bytes);
	run('qpdf', '--check', file);
	const fonts = run('pdffonts', file).toString().trim().split('\n').slice(2);
	assert.ok(fonts.length > 0);
	for (const font of fonts)
		assert.match(font, /LiberationSans.* yes yes yes /, 'embedded, a subset, with a map to Unicode');
	const info = run('pdfinfo', '-isodates', file).toString();
	assert.match(info, /^Title: +\S/m);
	assert.match(info, /^Tagged: +yes$/m);
	const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+) pts/m.exec(info);
	assert.deepEqual([Math.round(width), Math.round(height)], size);
	assert.match(run('qpdf', '--qdf', '--object-streams=disable', file, '-').toString('latin1'), /\/Lang \(id-ID\)/);
	assertSpoken(file);
	drawn.push(file);
	const pages = pagesOf(file);
	pages.forEach((page, at) => assert.match(page, new RegExp(`Halaman ${at + 1} dari ${pages.length}\\b`)));
	return { file, pages };
}

/* The elements of the structure that are of this type, as qpdf reads them. */
const elements = (file, type) => Object.values(JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', file)).qpdf[1])
	.map((object) => object.value).filter((value) => value?.['/S'] === type);

const hasTable = (file) => elements(file, '/Table').length > 0;

/* The words of a text, without codes and digests. */
const wordsOf = (text) => new Set(text.replace(/\b[0-9a-f]{64}\b|\b[0-9A-Z]{26}\b/g, '').toLowerCase().match(/\p{L}{4,}/gu));

/* Texts that differ from one run to the next. */
const settled = (text) => text.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, 'KODE').replace(/\b[0-9a-f]{64}\b/g, 'SIDIK')
	.replace(/http:\/\/\S+\/matang/g, 'https://contoh/matang').replace(/\b\d{1,2} (Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember) 2\d{3}/g, 'TANGGAL')
	.replace(/pukul \d\d\.\d\d/g, 'pukul JAM').replace(/Pada hari ini,[^]*?berikut:/, 'Pada hari ini')
	.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  ')).filter(Boolean).join('\n') + '\n';

/* Compared with what somebody has read and accepted; MATANG_GOLDEN=update accepts what comes out. */
function assertGolden(kind, text) {
	const file = path.join(GOLDEN, `${kind}.txt`);
	if (process.env.MATANG_GOLDEN === 'update' || !existsSync(file))
		writeFileSync(file, settled(text));
	assert.equal(settled(text), readFileSync(file, 'utf8'), kind);
}

/* Dark points of a page in a grid of 24 × 34, each 0 to 9: enough to see that something moved. */
function look(file, page = 1) {
	const image = run('pdftoppm', '-r', '24', '-gray', '-f', String(page), '-l', String(page), file);
	const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'));
	const grid = Array.from({ length: 34 }, () => Array(24).fill(0)), count = grid.map((row) => row.slice());
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const [row, column] = [Math.floor(y * 34 / height), Math.floor(x * 24 / width)];
			grid[row][column] += 255 - image[head.length + y * width + x];
			count[row][column]++;
		}
	return grid.map((row, y) => row.map((sum, x) => Math.min(9, Math.round(sum / count[y][x] / 12))));
}

function assertLooks(kind, file) {
	const place = path.join(GOLDEN, `${kind}.look`);
	const grid = look(file);
	if (process.env.MATANG_GOLDEN === 'update' || !existsSync(place))
		writeFileSync(place, grid.map((row) => row.join('')).join('\n') + '\n');
	const want = readFileSync(place, 'utf8').trim().split('\n').map((row) => [...row].map(Number));
	const off = grid.flat().filter((value, at) => Math.abs(value - want.flat()[at]) > 2).length;
	assert.ok(off <= 24, `${kind}: ${off} of 816 places look different`);
}

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	scratch = mkdtempSync(path.join(tmpdir(), 'matang-paper-'));
	id = world.assessment('DKUMKMP');
	world.finish(id, { self: 3, said: 4 });
	operator = await world.as('operator.dkumkmp');
	verifier = await world.as('verifikator');
	[{ cycle_id: cycle }] = stack.sql(`SELECT cycle_id FROM assessment WHERE id = ${id}`);
	/* How long a date is decides where a line breaks: the plan of these papers has its own days. */
	stack.sql(`UPDATE cycle_step SET
		planned_from = '2026-11-16' + INTERVAL ELT(step, 0, 3, 4, 7, 14, 17, 18) DAY,
		planned_until = '2026-11-16' + INTERVAL ELT(step, 2, 3, 4, 11, 16, 17, 24) DAY WHERE cycle_id = ${cycle};
		UPDATE cycle SET opened_at = '2026-11-16 01:00', early_filling = 1 WHERE id = ${cycle}`);
});
after(() => {
	rmSync(scratch, { recursive: true, force: true });
	return stack?.stop();
});

describe('papers', () => {
	for (const [kind, place] of [['letter', 'cycle'], ['notified', 'cycle'], ['verified', 'cycle'], ['recap', 'cycle'],
		['report', 'cycle'], ['minutes', 'agency'], ['score', 'agency']])
		test(`${kind}: issued, printed, drawn, and the same again`, async () => {
			const issuing = () => issue(place === 'cycle' ? `cycle/${cycle}` : `agency/${id}`, kind);
			const key = await (kind === 'report' ? reported(issuing) : issuing());
			const page = await verifier.get(`/paper/${key}`);
			assert.equal(page.status, 200);
			assert.match(page.words('.matang-paper__proof strong'), /^[0-9A-HJKMNP-TV-Z]{26}$/);
			const bytes = await pdfOf(key);
			assert.ok(bytes.equals(await pdfOf(key)), 'the same bytes');
			drawAnew(key);
			assert.ok(bytes.equals(await pdfOf(key)), 'the same bytes when it is drawn again');
			const { file, pages } = assertGood(bytes);
			assertGolden(kind, pages.join('\n'));
			assertLooks(kind, file);
			/* Pictures say the same to those who cannot see them. */
			const told = new Set(page.all('.matang-picture svg').map((svg) => `u:${svg.querySelector('title').textContent}. ${svg.querySelector('desc').textContent}`));
			const figures = elements(file, '/Figure').map((figure) => figure['/Alt']);
			assert.equal(figures.length > 0, ['recap', 'report', 'minutes', 'score'].includes(kind));
			for (const figure of figures)
				assert.ok(told.has(figure), figure);
			/* Heads of columns say that they are. */
			const heads = elements(file, '/TH');
			assert.equal(heads.length > 0, hasTable(file));
			assert.ok(heads.every((head) => head['/A']?.['/Scope'] === '/Column' && head['/A']['/O'] === '/Table'));
			/* What the page says, the PDF says too, and all but its foot to those who follow the structure. */
			const drawn = wordsOf(run('pdftotext', file, '-').toString());
			const structure = run('pdfinfo', '-struct-text', file).toString();
			const spoken = structure.toLowerCase();
			const foot = new Set('periksa keaslian lembar pindai kode atau buka halaman dari http matang portal check'.split(' '));
			assert.deepEqual([...drawn].filter((word) => !spoken.includes(word) && !foot.has(word)), []);
			assert.match(structure, /^ {2}H1 \(block\)$/m);
			assert.equal(structure.match(/^ {2}Table \(block\)$/gm)?.length, page.all('.matang-paper table:not(figure table)').length);
			const said = page.all('.matang-paper :is(h2, h3, h4, p, td, th, dd):not(figure *)').map((one) => one.textContent).join(' ');
			const lost = [...wordsOf(said.replace(/http\S+/g, ''))].filter((word) => !drawn.has(word) &&
				!['diterbitkan', 'pukul', 'wita', 'sampai', 'sini'].includes(word));
			assert.deepEqual(lost, [], 'not on the PDF');
		});

	test('form and receipt have a PDF as well', async () => {
		const form = await operator.submit(await operator.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
		const { pages } = assertGood(await pdfOf(form.link('Unduh PDF'), operator));
		assertGolden('form', pages.join('\n'));
	});

	test('the empty questionnaire, eleven variables of five levels', async () => {
		const page = await operator.get(`/paper/agency/${id}/blank`);
		assert.equal(page.all('.matang-paper tbody tr').length, 55);
		const { pages } = assertGood(await pdfOf(`/paper/agency/${id}/blank/pdf`, operator));
		assertGolden('blank', pages.join('\n'));
		const { odt, docx } = await asTexts(operator, `/paper/agency/${id}/blank`, /Penjelasan keadaan yang sebenarnya/);
		assert.equal(odt.match(/table:style-name="WriteRow"/g).length, 11 * 4, 'four lines for each to write on');
		assert.equal(docx.match(/<w:trHeight /g).length, 11 * 4);
		await printsAlike(operator, `/paper/agency/${id}/blank`, 0.5);
	});

	test('what would be issued can be looked at before: kept nowhere, without a code', async () => {
		const count = () => stack.sql('SELECT COUNT(*) AS n FROM issued_document')[0].n;
		const before = count();
		for (const kind of ['letter', 'notified', 'verified', 'recap', 'report']) {
			const page = await verifier.get(`/paper/cycle/${cycle}/draft/${kind}`);
			assert.equal(page.status, 200, kind);
			assert.match(page.words('.matang-paper'), /belum diterbitkan, tanpa kode pemeriksaan/);
			assert.doesNotMatch(page.words('.matang-paper'), /Kode isi/);
		}
		for (const kind of ['notified', 'recap']) {
			const place = `/paper/cycle/${cycle}/draft/${kind}`;
			const { pages } = assertGood(await pdfOf(`${place}/pdf`));
			for (const page of pages)
				assert.match(page, /Rancangan: belum diterbitkan, tanpa kode pemeriksaan/);
			await asTexts(verifier, place, /Rancangan: belum diterbitkan, tanpa kode pemeriksaan/);
			assert.ok((await verifier.get(place)).one(`main a[href$="${kind}/odt"]`));
		}
		await printsAlike(verifier, `/paper/cycle/${cycle}/draft/notified`, 0.7);
		assert.equal(count(), before);
		assert.equal((await verifier.get(`/paper/cycle/${cycle}/draft/minutes`)).status, 404);
		assert.equal((await verifier.get(`/paper/cycle/${cycle}/draft/lain/odt`)).status, 404);
		assert.equal((await verifier.get(`/paper/cycle/${cycle}/draft/lain`)).status, 404);
		assert.equal((await operator.get(`/paper/cycle/${cycle}/draft/letter`)).status, 403);
	});

	test('administrators look at what tells, and at no scores', async () => {
		const admin = await world.as('admin');
		assert.equal((await admin.get(`/paper/cycle/${cycle}/draft/notified`)).status, 200);
		assert.equal((await admin.get(`/paper/cycle/${cycle}/draft/recap`)).status, 404);
		assert.equal((await (await world.as('verifikator.kutim')).get(`/paper/cycle/${cycle}/draft/notified`)).status, 404);
	});

	test('issued again, the one before is replaced', async () => {
		const before = issued.get('recap');
		await issue(`cycle/${cycle}`, 'recap');
		assert.match((await verifier.get(`/paper/${before}`)).words(), /sudah diganti/);
		assert.deepEqual(stack.sql(`SELECT COUNT(*) AS n FROM issued_document WHERE cycle_id = ${cycle} AND kind = 'recap'
			AND ended IS NULL`), [{ n: '1' }]);
	});

	test('minutes are numbered one after the other, and not before the verification', async () => {
		const other = world.assessment('Dishub');
		const page = await verifier.get(`/paper/agency/${other}`);
		const early = await verifier.post(`/paper/agency/${other}/issue`, { csrf: verifier.csrf(page), kind: 'minutes' });
		assert.equal(early.status, 409);
		const wrong = await verifier.post(`/paper/agency/${other}/issue`, { csrf: verifier.csrf(page), kind: 'recap' });
		assert.equal(wrong.status, 400);
		world.finish(other, { state: 'verified' });
		const key = await issue(`agency/${other}`, 'minutes');
		assert.match((await verifier.get(`/paper/${key}`)).words('.matang-paper__number'), /Nomor 2\//);
	});
});

describe('a drawing', () => {
	const drawing = (key) => stack.sql(`SELECT stored_name, HEX(made_of) AS made_of, drawn_at
		FROM drawing WHERE issued_id = ${key}`)[0];
	const place = (stored) => path.join(stack.files, stored.stored_name);

	test('is stored at the first download, and what lies there is sent', async () => {
		const key = await issue(`cycle/${cycle}`, 'recap');
		assert.equal(drawing(key), undefined);
		const bytes = await pdfOf(key), first = drawing(key);
		assert.ok(readFileSync(place(first)).equals(bytes));
		/* Of its length and not its content: nothing draws it again. */
		const marked = Buffer.from(bytes);
		marked[marked.length - 1] ^= 1;
		writeFileSync(place(first), marked);
		assert.ok(marked.equals(await pdfOf(key)), 'sent as it lies');
		writeFileSync(place(first), bytes);
		assert.deepEqual(drawing(key), first);
		/* Who may not see the document gets no file of it either. */
		assert.equal((await operator.get(`/paper/${key}/pdf`)).status, 404);
		const again = await verifier.get(`/paper/${key}/pdf`);
		assert.equal((await verifier.get(`/paper/${key}/pdf`, { headers: { 'If-None-Match': again.headers.etag } })).status, 304);
	});

	test('is not kept before its digest is: who holds the file can ask whether it is ours', async () => {
		const key = await issue(`cycle/${cycle}`, 'recap');
		stack.sql('RENAME TABLE issued_file TO issued_file_away');
		const failed = await verifier.get(`/paper/${key}/pdf`);
		stack.sql('RENAME TABLE issued_file_away TO issued_file');
		assert.equal(failed.status, 500);
		assert.equal(drawing(key), undefined);
		await pdfOf(key);
		assert.ok(drawing(key));
		assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM issued_file WHERE issued_id = ${key}`)[0].n, '1');
	});

	test('is made anew of what changed, and where it is lost', async () => {
		const key = issued.get('recap'), bytes = await pdfOf(key), first = drawing(key);
		stack.sql(`UPDATE issued_document SET content = REPLACE(content, 'Rekapitulasi', 'Ringkasan'),
			digest = UNHEX(SHA2(REPLACE(content, 'Rekapitulasi', 'Ringkasan'), 256)) WHERE id = ${key}`);
		const changed = await pdfOf(key), second = drawing(key);
		assert.ok(!changed.equals(bytes));
		assert.match(pagesOf(keep(changed)).join(), /Ringkasan/i);
		assert.notEqual(second.made_of, first.made_of);
		assert.notEqual(second.stored_name, first.stored_name);
		writeFileSync(place(second), changed.subarray(0, 100));
		assert.ok((await pdfOf(key)).equals(changed), 'cut');
		rmSync(place(drawing(key)));
		assert.ok((await pdfOf(key)).equals(changed), 'lost');
		/* The file that no row names any more is the sweep's, and no other. */
		const now = drawing(key), old = new Date(Date.now() - 3 * 86400_000);
		for (const one of [first, now])
			utimesSync(place(one), old, old);
		const { stdout } = stack.matang(['sweep', '--older-than', '24', '--remove']);
		assert.ok(stdout.includes(first.stored_name), stdout);
		assert.ok(!existsSync(place(first)));
		assert.ok(readFileSync(place(now)).equals(changed));
	});
});

describe('the letterhead', () => {
	test('a crest is taken when it is one, and papers carry what was set', async () => {
		const admin = await world.as('admin.bpp');
		const page = await admin.get('/paper/letterhead/2');
		assert.equal(page.status, 200);
		const fields = { government: 'Pemerintah Kota Contoh', office: 'Sekretariat Daerah', address: 'Jalan Contoh Nomor 1',
			signatory_name: 'Contoh Penanda Tangan, S.Sos., M.Si.', number_format: '000.8.3/{nomor}/{jenis}/ORG/{tahun}', folio: '1' };
		const no = await admin.submit(page, { ...fields, number_format: 'tanpa' }, { follow: false });
		assert.equal(no.status, 422);
		assert.match((await admin.submit(page, { ...fields, number_format: '{nomor}/{jenis}/ORG' }, { follow: false })).words(), /Tulis \{tahun\} juga/);
		for (const [content, why] of [[Buffer.from('bukan gambar'), /harus berupa gambar PNG/],
			[picture(20, 20), /antara 64 dan 1200/], [picture(90, 90).subarray(0, 100), /rusak|PNG/]]) {
			const refused = await admin.submit(page, { ...fields, crest: { filename: 'a.png', type: 'image/png', content } },
				{ follow: false });
			assert.equal(refused.status, 422);
			assert.match(refused.words(), why);
		}
		const saved = await admin.submit(page, { ...fields,
			crest: { filename: 'lambang.png', type: 'image/png', content: picture(120, 150) } });
		assert.equal(saved.status, 200);
		const stale = await admin.submit(page, fields, { follow: false });
		assert.equal(stale.status, 409);
		const crest = saved.one('.matang-paper__crest');
		assert.equal((await admin.get(crest.getAttribute('src').replace('/matang', ''))).headers['content-type'], 'image/png');
		const key = await issue(`agency/${id}`, 'minutes');
		const bytes = await pdfOf(key);
		const { file, pages } = assertGood(bytes, [609, 935]);
		assert.match(run('pdfimages', '-list', file).toString(), / 120 +150 /);
		assert.match(pages.join(' '), /PEMERINTAH KOTA CONTOH[^]*SEKRETARIAT DAERAH[^]*Jalan Contoh Nomor 1/);
		assert.match(words(pages.join(' ')), /Nomor 000\.8\.3\/3\/BA\/ORG\/\d{4}/);
		assert.match(stack.sql("SELECT to_value FROM history WHERE subject = 'region' ORDER BY id DESC LIMIT 1")[0].to_value,
			/Kop surat.*Kertas: F4.*Lambang: baru/);
		assert.equal(stack.matang(['sweep', '--older-than', '0']).stdout.includes('lambang'), false);
	});
});

describe('a letter', () => {
	const SETTINGS = { letter_for: 'Wali Kota Contoh', letter_title: 'Sekretaris Daerah', letter_under: 'Asisten Administrasi Umum',
		letter_name: 'Contoh Sekretaris, S.E.', letter_rank: 'Pembina Utama Madya (IV/d)', letter_nip: '000000000000000077',
		letter_nature: 'Segera', letter_opening: 'Menindaklanjuti {dasar}, di lingkungan {daerah} pada tahun {tahun}:',
		letter_closing: 'Demikian untuk dilaksanakan.', letter_copies: 'Wali Kota Contoh\nInspektur Kota Contoh',
		recipient_right: '1', folio: '0', serif: '1', large: '1', margin_left: '30', margin_top: '20' };
	const columns = (page) => Object.fromEntries([...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)</g)]
		.map(([, x, y, word]) => [word, { x: Number(x), y: Number(y) }]));

	test('is as the region lays its letters out: looked at first, then set, then issued', async () => {
		const admin = await world.as('admin.bpp');
		const before = stack.sql('SELECT * FROM letterhead WHERE region_id = 2');
		const page = await admin.get('/paper/letterhead/2');
		assert.match(page.words('.matang-paper'), /Contoh: bukan surat\./);
		const seen = await admin.submit(page, SETTINGS, { button: 'Lihat contohnya dahulu', follow: false });
		assert.equal(seen.status, 200);
		assert.match(seen.words('.matang-paper'), /Sifat ?Segera[^]*a\.n\. Wali Kota Contoh\s+Sekretaris Daerah\s+u\.b\.\s+Asisten[^]*Tembusan:/);
		assert.equal(seen.one('[name=letter_name]').getAttribute('value'), SETTINGS.letter_name);
		assert.match(seen.one('[name=letter_copies]').textContent, /Inspektur/);
		const drawn = await admin.submit(page, SETTINGS, { button: 'Unduh contohnya sebagai PDF', follow: false });
		assert.equal(drawn.headers['content-type'], 'application/pdf');
		assert.match(pagesOf(keep(drawn.body)).join(), /a\.n\./);
		assert.deepEqual(stack.sql('SELECT * FROM letterhead WHERE region_id = 2'), before, 'nothing is saved');

		assert.equal((await admin.submit(page, SETTINGS)).status, 200);
		const file = keep(await pdfOf(await issue(`cycle/${cycle}`, 'letter')));
		assert.match(run('pdffonts', file).toString(), /LiberationSerif/);
		const text = words(pagesOf(file).join(' '));
		assert.match(text, /Menindaklanjuti Permendagri 99[^]*di lingkungan Pemerintah Kota Contoh pada tahun 2026:/);
		assert.match(text, /Demikian untuk dilaksanakan\. a\.n\. Wali Kota Contoh Sekretaris Daerah u\.b\. Asisten Administrasi Umum/);
		assert.match(text, /NIP 000000000000000077 Tembusan: 1\. Wali Kota Contoh 2\. Inspektur Kota Contoh/);
		const at = columns(run('pdftotext', '-bbox', file, '-').toString());
		assert.ok(Math.abs(at.Nomor.x - 30 * 72 / 25.4) < 2, `the left edge is at ${at.Nomor.x}`);
		assert.ok(at['Yth.'].x > 280, 'to whom stands to the right');
		assert.ok(at['a.n.'].x < at.NIP.x - 15, 'a.n. hangs out of the column');
	});

	test('what does not fit is said at its field, and what was typed stays', async () => {
		const admin = await world.as('admin.bpp');
		const page = await admin.get('/paper/letterhead/2');
		for (const button of ['Simpan', 'Lihat contohnya dahulu', 'Unduh contohnya sebagai PDF']) {
			const refused = await admin.submit(page, { ...SETTINGS, margin_left: '5', letter_closing: 'Yang diketik' }, { button, follow: false });
			assert.equal(refused.status, 422, button);
			assert.match(refused.errors.join(), /Tepi kiri/);
			assert.equal(refused.one('[name=margin_left]').getAttribute('value'), '5');
			assert.match(refused.one('[name=letter_closing]').textContent, /Yang diketik/);
			assert.ok(refused.one('[name=serif][value="1"]').hasAttribute('checked'));
		}
	});

	test('who signs is not alone, however long the letter', async () => {
		const admin = await world.as('admin.bpp');
		for (const lines of [8, 12, 16, 20, 24, 28]) {
			const opening = Array.from({ length: lines }, (_, at) => `Baris pembuka ${at + 1}.`).join('\n');
			await admin.submit(await admin.get('/paper/letterhead/2'), { ...SETTINGS, letter_opening: opening });
			const pages = pagesOf(keep(await pdfOf(await issue(`cycle/${cycle}`, 'letter'))));
			const signed = pages.find((one) => one.includes('Asisten Administrasi Umum'));
			assert.match(words(signed), /(untuk dilaksanakan|dikirimkan kembali)\.[^]*NIP 000000000000000077[^]*Tembusan:[^]*Inspektur/, `${lines} lines`);
		}
		stack.sql(`UPDATE letterhead SET serif = 0, large = 0, folio = 1, margin_left = 22, margin_top = 16 WHERE region_id = 2`);
	});
});

describe('the state of a paper', () => {
	test('is on its PDF, its page, its check and its copies when it counts no more', async () => {
		const key = await issue(`agency/${id}`, 'minutes');
		const valid = await pdfOf(key);
		assert.doesNotMatch(pagesOf(keep(valid)).join(), /tidak berlaku/i);
		await issue(`agency/${id}`, 'minutes');
		const { pages } = assertGood(await pdfOf(key), [609, 935]);
		for (const page of pages)
			assert.match(page, /Diganti \d+ \S+ \d+: tidak berlaku lagi\./);
		const page = await verifier.get(`/paper/${key}`);
		assert.match(page.words('.matang-paper__mark'), /Diganti .*: tidak berlaku lagi/);
		const code = page.words('.matang-paper__proof strong');
		assert.match((await stack.client().get(`/portal/check?code=${code}`)).words(), /Berita acara verifikasi ini tidak berlaku lagi: sudah diganti/);
		stack.sql(`UPDATE issued_document SET ended = 'cancelled', ended_reason = 'Alasan contoh' WHERE id = ${key}`);
		assert.match(pagesOf(keep(await pdfOf(key)))[0], /Dibatalkan \d+ \S+ \d+: tidak berlaku lagi\./);
		assert.match((await stack.client().get(`/portal/check?code=${code}`)).words(), /Berita acara verifikasi ini dibatalkan[^]*Alasan contoh/);
		for (const ending of ['odt', 'docx']) {
			const copy = await verifier.get(`/paper/${key}/${ending}`);
			const place = path.join(scratch, `copy.${ending}`);
			writeFileSync(place, copy.body);
			assert.match(run('unzip', '-p', place).toString(), /Dibatalkan \d+ \S+ \d+: tidak berlaku lagi\./, ending);
		}
	});

	test('a form says who looked at it, the region or the province too', async () => {
		const dishub = world.assessment('Dishub'), printed = async (state, tier) => {
			world.finish(dishub, { state });
			stack.sql(`UPDATE cycle SET province_tier = ${tier} WHERE id = ${cycle}`);
			const own = await world.as('operator.dishub');
			return own.submit(await own.get(`/signoff/${dishub}/`), {}, { form: 'form[action$="/form"]' });
		};
		const region = await printed('verified', 0), province = await printed('validated', 1);
		assert.match(region.words('.matang-paper'), /\(terverifikasi\)/);
		assert.match(province.words('.matang-paper'), /\(tervalidasi\)/);
		const own = await world.as('operator.dishub');
		assert.match((await own.get(`/paper/agency/${dishub}`)).words(), /Penilaian tervalidasi[^]*Penilaian terverifikasi/);
		const code = province.words('.matang-paper__proof strong');
		assert.match((await stack.client().get(`/portal/check?code=${code}`)).words(), /Penilaian tervalidasi ini tercatat dan belum ditandatangani/);
	});

	test('a draft says that it is one', async () => {
		const draft = await verifier.get(`/paper/cycle/${cycle}/draft/letter`);
		assert.match(draft.words('.matang-paper__mark'), /Rancangan: belum diterbitkan/);
	});
});

describe('sixty agencies with long names', () => {
	test('the head on every page, nothing alone, every agency once', async () => {
		stack.sql(`INSERT INTO agency (region_id, name) SELECT 2, CONCAT('${LONG} ', LPAD(seq, 2, '0')) FROM seq_1_to_60;
			INSERT INTO assessment (cycle_id, agency_id, state) SELECT ${cycle}, id, 'validated' FROM agency WHERE name LIKE '${LONG}%';
			INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation,
				province_level, province_reason, province_recommendation)
			SELECT a.id, v.id, 3, 4, 'Dibaca', 'Lengkapi notulen rapat monitoring dan evaluasi', 4, 'Dibaca',
				'Lengkapi notulen rapat monitoring dan evaluasi'
			FROM assessment a JOIN agency g ON g.id = a.agency_id AND g.name LIKE '${LONG}%'
			JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id;`);
		for (const [kind, head] of [['notified', /No\. +Perangkat daerah +Diberi/], ['verified', /No\. +Perangkat daerah +Diverifikasi/],
			['recap', /Perangkat daerah/], ['report', /./]]) {
			const { pages } = assertGood(await pdfOf(await issue(`cycle/${cycle}`, kind)), [609, 935]);
			assert.ok(pages.length >= 3, `${kind}: ${pages.length} pages`);
			const listed = pages.filter((page) => /Contoh\s+\d\d|Pertanahan/.test(page));
			for (const page of listed)
				assert.match(page, head, kind);
			if (kind === 'notified' || kind === 'verified') {
				const all = pages.join('\n');
				for (const number of [1, 9, 33, 60])
					assert.equal(all.match(new RegExp(`\\bContoh\\s+${String(number).padStart(2, '0')}\\b`, 'g'))?.length ??
						words(all).match(new RegExp(`Contoh ${String(number).padStart(2, '0')}\\b`, 'g'))?.length ?? 1, 1);
				/* Who signs is not alone on the last page. */
				assert.match(pages.at(-1), /^ *\d+ /m, kind);
			}
		}
		const started = process.hrtime.bigint();
		await pdfOf(issued.get('report'));
		const ms = Number(process.hrtime.bigint() - started) / 1e6;
		assert.ok(ms < 5000, `${ms} ms`);
	});

	test('an explanation longer than a page goes on over pages', async () => {
		stack.sql(`UPDATE answer SET explanation = REPEAT('Kegiatan ini dilaksanakan setiap triwulan. ', 200)
			WHERE assessment_id = ${id} LIMIT 2`);
		const form = await operator.submit(await operator.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
		const { pages } = assertGood(await pdfOf(form.link('Unduh PDF'), operator), [609, 935]);
		assert.equal(words(pages.join(' ')).match(/triwulan/g).length, 400);
		assert.ok(pages.filter((page) => /Penjelasan perangkat daerah/.test(page)).length >= 4);
	});
});

describe('the check of a paper', () => {
	const check = async (content) => {
		const anyone = stack.client();
		return anyone.submit(await anyone.get('/portal/check'), { file: { filename: 'lembar.pdf', type: 'application/pdf', content } },
			{ form: 'form[action$="/paper/check"]', follow: false });
	};

	test('by its file: the same, added to, changed, or none of ours', async () => {
		const key = await issue(`agency/${id}`, 'score');
		const bytes = await pdfOf(key);
		const same = await check(bytes);
		assert.equal(same.status, 200);
		assert.match(same.words(), /sama persis dengan yang diterbitkan[^]*Rekapitulasi hasil perangkat daerah ini berlaku/);
		assert.match(same.words('.matang-paper'), /Rekapitulasi hasil penilaian/);
		const added = await check(Buffer.concat([bytes, Buffer.from('9 0 obj\n<< >>\nendobj\n%%EOF\n')]));
		assert.match(added.words(), /ditambah sesuatu sesudahnya/);
		const changed = Buffer.from(bytes);
		changed[2000] ^= 1;
		const unknown = await check(changed);
		assert.equal(unknown.status, 404);
		assert.match(unknown.words(), /tidak dikenal, atau sudah berubah/);
		assert.equal((await check(Buffer.from('<html>'))).status, 422);
		assert.equal((await check(Buffer.alloc(0))).status, 422);
		await issue(`agency/${id}`, 'score');
		assert.match((await check(bytes)).words(), /sama persis[^]*sudah diganti/);
		const digest = createHash('sha256').update(bytes).digest('hex');
		assert.equal(stack.sql(`SELECT issued_id FROM issued_file WHERE sha256 = UNHEX('${digest}')`)[0].issued_id, String(key));
	});

	test('one whose head was changed since says that it is to be printed again', async () => {
		const [{ name }] = stack.sql(`SELECT g.head_name AS name FROM assessment a JOIN agency g ON g.id = a.agency_id WHERE a.id = ${id}`);
		const rename = (to) => stack.sql(`UPDATE agency g JOIN assessment a ON a.agency_id = g.id SET g.head_name = '${to}' WHERE a.id = ${id}`);
		for (const kind of ['score', 'minutes']) {
			const key = await issue(`agency/${id}`, kind);
			assert.doesNotMatch((await verifier.get(`/paper/${key}`)).words(), /Kepala perangkat daerah berubah/);
			rename('Contoh Kepala Pengganti');
			assert.match((await verifier.get(`/paper/${key}`)).words(), /Kepala perangkat daerah berubah setelah lembar ini dicetak/);
			rename(name);
		}
	});

	test('by its code, for every kind', async () => {
		for (const { kind, code } of stack.sql('SELECT kind, code FROM issued_document WHERE ended IS NULL')) {
			const page = await stack.client().get(`/portal/check?code=${code}`);
			assert.equal(page.status, 200, kind);
			assert.match(page.words(), kind === 'form' ? /tercatat dan belum ditandatangani/ : / ini berlaku/, kind);
			assert.equal(page.all('.matang-paper img').length, 0);
		}
	});

	test('not too often from one address', async () => {
		let last;
		for (let tries = 0; tries < 25 && last?.status !== 429; tries++)
			last = await check(Buffer.from('%PDF-1.4\n'));
		assert.equal(last.status, 429);
	});
});

describe('who may', () => {
	test('strangers find nothing, agencies see theirs and the letter to all', async () => {
		const stranger = await world.as('verifikator.kutim');
		for (const place of [`/paper/${issued.get('letter')}`, `/paper/${issued.get('minutes')}/pdf`, `/paper/cycle/${cycle}`,
			`/paper/agency/${id}`])
			assert.equal((await stranger.get(place)).status, 404, place);
		const other = await world.as('operator.dishub');
		assert.equal((await other.get(`/paper/${issued.get('score')}`)).status, 404);
		assert.equal((await other.get(`/paper/${issued.get('recap')}`)).status, 404);
		assert.equal((await other.get(`/paper/${issued.get('letter')}`)).status, 200);
		assert.equal((await operator.get(`/paper/${issued.get('score')}/pdf`)).status, 200);
		assert.equal((await operator.get(`/paper/cycle/${cycle}`)).status, 403);
		assert.equal((await (await world.as('validator')).get(`/paper/cycle/${cycle}`)).status, 200);
		const page = await verifier.get(`/paper/cycle/${cycle}`);
		const auditor = await world.as('auditor');
		assert.equal((await auditor.post(`/paper/cycle/${cycle}/issue`, { csrf: auditor.csrf(await auditor.get('/report/')),
			kind: 'recap' })).status, 403);
		assert.equal((await verifier.post(`/paper/cycle/${cycle}/issue`, { kind: 'recap' })).status, 403);
		assert.equal((await verifier.post(`/paper/cycle/${cycle}/issue`, { csrf: verifier.csrf(page), kind: 'form' })).status, 400);
	});

	test('the team writes its report; two at once do not overwrite each other', async () => {
		const page = await verifier.get(`/paper/cycle/${cycle}/report`);
		await verifier.submit(page, { foreword: 'Kata pengantar contoh yang ditulis sendiri.',
			recommendation: 'Susun SOP.\nLatih aparatur.' });
		const late = await verifier.submit(page, { foreword: 'Yang lain' }, { follow: false });
		assert.equal(late.status, 409);
		assert.match(late.text, /Yang lain/);
		const { pages } = assertGood(await pdfOf(await issue(`cycle/${cycle}`, 'report')), [609, 935]);
		assert.match(words(pages.join(' ')), /ditulis sendiri[^]*1\. Susun SOP\. 2\. Latih aparatur\./);
	});
});

describe('for archives', () => {
	test('every PDF that was drawn here is a PDF/A-2b', () => {
		assert.ok(drawn.length > 10);
		assert.deepEqual(faultsOf(drawn), []);
	});

	test('which is found out where it is none', () => {
		const spoiled = keep(Buffer.from(readFileSync(drawn[0]).toString('latin1').replace('/GTS_PDFA1', '/GTS_PDFX1')
			.replaceAll('/F 4', '/F 0').replace('/ID [', '/Id ['), 'latin1'));
		const told = faultsOf([spoiled]).join('\n');
		assert.match(told, /isn't GTS_PDFA1/);
		assert.match(told, /doesn't contain ID/);
		assert.match(told, /Flags of Link annotation/);
	});
});
