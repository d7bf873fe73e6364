// SPDX-License-Identifier: ISC
//
// Steps 1 to 3 and the administrator's business, as a browser without a screen sees them: who has
// what in care, what is refused and why, what an import finds, what opening a cycle makes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PASSWORD, settle } from './city.mjs';
import { zip } from './files.mjs';
import { ROOT, startStack } from './harness.mjs';

const REFERENCE = path.join(ROOT, 'sql/reference');
const DAYS = [3, 1, 1, 5, 3, 1, 5];

let stack, city;
let everywhere, own, verifier;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	[everywhere, own, verifier] = await Promise.all(
		['admin', 'admin.kota', 'verifikator'].map((name) => city.signIn(name)));
});
after(() => stack?.stop());

let running = 0;
const fresh = (what) => `${what} contoh ${++running}`;
const one = (query) => stack.sql(query)[0];
const count = (query) => Number(one(`SELECT COUNT(*) AS n FROM ${query}`).n);
const history = (subject, key) => stack.sql(`SELECT h.from_value AS \`from\`, h.to_value AS \`to\`,
	h.reason, a.username AS who FROM history h LEFT JOIN account a ON a.id = h.account_id
	WHERE h.subject = '${subject}' AND h.subject_id = ${key} ORDER BY h.id`);
const keyOf = (page) => Number(/\/(\d+)(?:\?|$)/.exec(page.location ?? page.url)?.[1]);

/* Sends fields to an address with the token of the person, whatever the page's form offers. */
async function send(who, address, fields = {}, options = {}) {
	const token = who.csrf(await who.get('/cycle/'))  ?? who.csrf(await who.get('/account/profile'));
	return who.post(address, { csrf: token, ...fields }, options);
}

async function sendFiles(who, address, fields) {
	return who.postMultipart(address, { csrf: who.csrf(await who.get('/cycle/')), ...fields });
}

const csv = (...rows) => ({ filename: 'daftar.csv', type: 'text/csv', content: rows.join('\r\n') });

/* A workbook with these sheets: { name: rows }. */
function workbook(sheets) {
	const names = Object.keys(sheets);
	const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
	const rels = (list) => '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
		list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('') +
		'</Relationships>';

	return { filename: 'instrumen.xlsx', content: zip([
		{ name: '[Content_Types].xml', content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' },
		{ name: '_rels/.rels', content: rels([['officeDocument', 'xl/workbook.xml']]) },
		{ name: 'xl/workbook.xml', content: '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>' +
			names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') + '</sheets></workbook>' },
		{ name: 'xl/_rels/workbook.xml.rels', content: rels(names.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`])) },
		...names.map((name, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
			sheets[name].map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cell === '' ? '' :
				`<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`).join('') +
			'</sheetData></worksheet>' })),
	]) };
}

/* The reference instrument as rows; a change may spoil it. */
function tables() {
	const rows = (name) => readFileSync(path.join(REFERENCE, name), 'utf8').trim().split('\n')
		.map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|\r?$)/g)].map(([, cell]) =>
			cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell)
			.filter((_, i, all) => i < all.length - (line.endsWith(',') ? 0 : 1) || all.length === 1));
	const exact = (name, width) => rows(name).map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));

	return { variables: exact('variables.csv', 2), levels: exact('levels.csv', 5), categories: exact('categories.csv', 4) };
}

/** Plans and makes a draft by what a person does: the plan is seen before it is stored. */
async function makeCycle({ region = 2, year, start = `${year}-11-03`, tier = 1, days = DAYS, early = 0, who = everywhere } = {}) {
	const page = await who.get('/cycle/cycles/new');
	const fields = { region_id: region, year, start_date: start, province_tier: tier, early_filling: early,
		...Object.fromEntries(days.map((n, i) => [`days-${i + 1}`, n])) };
	const seen = await who.submit(page, fields);
	assert.equal(seen.status, 200);
	return who.submit(seen, {}, { follow: false });
}

/* ---- who may ---------------------------------------------------------------------------------- */

const GETS = ['/cycle/', '/cycle/regions', '/cycle/regions/new', '/cycle/regions/2', '/cycle/regions/2/edit',
	'/cycle/agencies', '/cycle/agencies/new', '/cycle/agencies/1', '/cycle/agencies/1/edit',
	'/cycle/agencies/import', '/cycle/agencies/import/example', '/cycle/agencies/table.xlsx', '/cycle/accounts',
	'/cycle/accounts/import', '/cycle/accounts/import/example', '/cycle/accounts/table.xlsx', '/cycle/accounts/new',
	'/cycle/accounts/bulk?region=2', '/cycle/accounts/3', '/cycle/accounts/3/edit', '/cycle/accounts/3/password',
	'/cycle/accounts/3/second-factor', '/cycle/accounts/3/sessions', '/cycle/accounts/3/end', '/cycle/accounts/3/hand-over',
	'/cycle/instruments', '/cycle/instruments/new', '/cycle/instruments/1', '/cycle/instruments/1/1',
	'/cycle/holidays', '/cycle/holidays/import', '/cycle/cycles', '/cycle/cycles/new', '/cycle/cycles/1',
	'/cycle/cycles/1/plan', '/cycle/settings', '/cycle/settings/file_max_mib'];
const POSTS = ['/cycle/regions/new', '/cycle/regions/2/edit', '/cycle/agencies/new', '/cycle/agencies/1/edit',
	'/cycle/agencies/1/active', '/cycle/agencies/import/store', '/cycle/accounts/import/store', '/cycle/accounts/new', '/cycle/accounts/bulk',
	'/cycle/accounts/3/edit', '/cycle/accounts/3/password', '/cycle/accounts/3/second-factor', '/cycle/accounts/3/sessions',
	'/cycle/accounts/3/end', '/cycle/accounts/3/hand-over', '/cycle/instruments/store',
	'/cycle/instruments/1/edit', '/cycle/instruments/1/publish', '/cycle/instruments/1/copy',
	'/cycle/instruments/1/1/1', '/cycle/holidays', '/cycle/holidays/import/store',
	'/cycle/holidays/2026-12-25/edit', '/cycle/holidays/2026-12-25/remove', '/cycle/cycles/new',
	'/cycle/cycles/1/edit', '/cycle/cycles/1/open', '/cycle/cycles/1/plan', '/cycle/cycles/1/agencies',
	'/cycle/cycles/1/withdraw', '/cycle/settings/file_max_mib'];
const TEAM_GETS = ['/cycle/notice', '/cycle/notice/1'];
const TEAM_POSTS = ['/cycle/notice/1/letter', '/cycle/notice/1/notified'];

describe('access', () => {
	it('is for the administrator, the notices also for the team', async () => {
		for (const address of [...GETS, ...TEAM_GETS])
			assert.ok([200, 303].includes((await everywhere.get(address)).status), address);
		for (const address of TEAM_GETS)
			assert.ok([200, 303].includes((await verifier.get(address)).status), address);
		assert.equal((await verifier.get('/cycle/')).location, '/matang/cycle/notice');
		for (const address of GETS.slice(1))
			assert.equal((await verifier.get(address)).status, 403, address);
		for (const address of POSTS)
			assert.equal((await send(verifier, address)).status, 403, address);
	});

	it('is closed to every other role', async () => {
		for (const name of ['operator.satu', 'kepala.satu', 'validator', 'auditor']) {
			const who = await city.signIn(name);
			for (const address of GETS)
				assert.equal((await who.get(address)).status, 403, `${name} ${address}`);
			/* Whoever audits reads who was told, and changes nothing. */
			for (const address of TEAM_GETS)
				assert.ok((name === 'auditor' ? [200, 303] : [403]).includes((await who.get(address)).status), `${name} ${address}`);
			for (const address of [...POSTS, ...TEAM_POSTS])
				assert.equal((await send(who, address)).status, 403, `${name} ${address}`);
		}
	});

	it('asks a stranger to sign in', async () => {
		const stranger = stack.client();
		for (const address of [...GETS, ...TEAM_GETS])
			assert.match((await stranger.get(address)).location ?? '', /^\/matang\/account\//, address);
		for (const address of [...POSTS, ...TEAM_POSTS])
			assert.equal((await stranger.post(address)).status, 401, address);
	});

	it('wants the token, the right method and known fields', async () => {
		for (const address of [...POSTS, ...TEAM_POSTS]) {
			assert.equal((await everywhere.post(address)).status, 403, address);
			assert.equal((await everywhere.request('DELETE', address)).status, 405, address);
			assert.equal((await send(everywhere, address, { unknown: '1' })).status, 400, address);
		}
		assert.equal((await everywhere.get('/cycle/cycles/1/open?x=1')).status, 400);
		assert.equal((await everywhere.get('/cycle/nowhere')).status, 404);
	});

	it('hides what is in nobody’s or another’s care', async () => {
		const kabupaten = one("SELECT id FROM account WHERE username = 'operator.kabupaten'").id;
		const admin = one("SELECT id FROM account WHERE username = 'admin'").id;
		for (const address of ['/cycle/regions/1', '/cycle/regions/3', '/cycle/regions/3/edit', '/cycle/regions/99',
			'/cycle/agencies/4', '/cycle/agencies/4/edit', '/cycle/agencies/999', `/cycle/accounts/${kabupaten}`,
			`/cycle/accounts/${admin}`, `/cycle/accounts/${kabupaten}/end`, '/cycle/accounts/9999',
			'/cycle/accounts/bulk?region=3', '/cycle/cycles/2', '/cycle/cycles/2/plan', '/cycle/cycles/999',
			'/cycle/notice/2', '/cycle/instruments/999', '/cycle/instruments/1/99', '/cycle/holidays/2026-02-30/edit'])
			assert.equal((await own.get(address)).status, 404, address);
		for (const address of ['/cycle/regions/3/edit', '/cycle/agencies/4/edit', '/cycle/agencies/4/active',
			`/cycle/accounts/${kabupaten}/password`, '/cycle/cycles/2/plan', '/cycle/notice/2/notified'])
			assert.equal((await send(own, address)).status, 404, address);
		assert.equal((await verifier.get('/cycle/notice/2')).status, 404);
		const list = await own.get('/cycle/agencies');
		assert.match(list.words(), /Dinas Contoh Satu/);
		assert.doesNotMatch(list.words(), /Dinas Contoh Kabupaten/);
		assert.doesNotMatch((await own.get('/cycle/accounts')).words(), /operator\.kabupaten|Admin Contoh/);
		assert.doesNotMatch((await own.get('/cycle/accounts?region=3')).words(), /operator\.kabupaten/);
	});
});

/* ---- home, regions, agencies ------------------------------------------------------------------ */

describe('home', () => {
	it('counts what is there and says what comes next', async () => {
		const page = await own.get('/cycle/');
		assert.match(page.words(), /1 daerah/);
		assert.match(page.words('.matang-next'), /belum mempunyai operator/);
		assert.deepEqual(page.all('.govuk-task-list__link').map((link) => link.words),
			['Daerah', 'Perangkat daerah', 'Akun', 'Instrumen', 'Kalender hari libur', 'Periode penilaian', 'Pemberitahuan']);
		assert.equal(page.all('a').some((link) => link.words === 'Pengaturan aplikasi'), false);
	});

	it('says of many that there are more, and counts the others', async () => {
		const words = async (who) => (await who.get('/cycle/')).words();
		const [before, there] = [await words(own), await words(everywhere)];
		assert.match(there, /Langkah berikutnya \d+ perangkat daerah belum mempunyai operator/);
		stack.sql(`INSERT INTO agency (region_id, name) SELECT 3, CONCAT('Dinas Banyak ', seq) FROM seq_1_to_1000;
			INSERT INTO assessment (cycle_id, agency_id) SELECT c.id, g.id FROM cycle c JOIN agency g ON g.region_id = 3
				WHERE c.region_id = 3 AND c.state = 'open' AND g.name LIKE 'Dinas Banyak %'`);
		const page = await everywhere.get('/cycle/');
		assert.match(page.words(), /lebih dari 1\.000 perangkat daerah aktif/);
		assert.match(page.words(), /\d akun aktif; ada perangkat daerah tanpa operator/);
		assert.match(page.words(), /Ada perangkat daerah yang belum mempunyai operator/);
		assert.equal(await words(own), before, 'what is foreign is not counted');
		stack.sql(`DELETE a FROM assessment a JOIN agency g ON g.id = a.agency_id WHERE g.name LIKE 'Dinas Banyak %';
			DELETE FROM agency WHERE name LIKE 'Dinas Banyak %'`);
		assert.equal(await words(everywhere), there);
	});
});

describe('regions', () => {
	it('are added below their province, by whoever has it in care', async () => {
		const form = await everywhere.get('/cycle/regions/new');
		const page = await everywhere.submit(form, { code: '64.72', name: 'Kota Contoh Dua', kind: 'city', timezone: 'WITA' });
		assert.equal(page.heading, 'Kota Contoh Dua');
		const { id, parent_id: parent } = one("SELECT id, parent_id FROM region WHERE code = '64.72'");
		assert.equal(parent, '1');
		assert.deepEqual(history('region', id).map(({ to, who }) => [to, who]), [['Kota Contoh Dua, kode 64.72', 'admin']]);
		assert.equal((await send(own, '/cycle/regions/new', { code: '64.73', name: 'X', kind: 'city', timezone: 'WIB' })).status, 403);
	});

	it('say what is wrong with a code, and keep what was typed', async () => {
		const form = await everywhere.get('/cycle/regions/new');
		const tries = [
			[{ code: '6472' }, 'Tulis kode seperti 64'],
			[{ code: '64.7a' }, 'Tulis kode seperti 64'],
			[{ code: '65.01' }, 'Provinsi dengan kode 65 belum ada'],
			[{ code: '64.71' }, 'Kode 64.71 sudah dipakai'],
			[{ code: '64.74', kind: 'province' }, 'Jenis tidak sesuai'],
			[{ code: '64.74', name: '' }, 'Nama wajib diisi'],
		];
		for (const [fields, message] of tries) {
			const page = await everywhere.submit(form, { code: '64.74', name: 'Kota Contoh Tiga', kind: 'city',
				timezone: 'WITA', place: 'Tempat contoh', ...fields });
			assert.equal(page.status, 422);
			assert.match(page.errors.join(), new RegExp(message));
			assert.equal(page.one('#place').getAttribute('value'), 'Tempat contoh');
		}
	});

	it('say whom to ask, where a page says that the administrator is to be asked, and to everybody on the help page', async () => {
		const form = await own.get('/cycle/regions/2/edit');
		const tries = [
			[{ contact_name: 'Meja Matang' }, 'Tulis nomor telepon atau surel'],
			[{ contact_mail: 'matang@contoh.invalid' }, 'Tulis nama orang atau unit'],
			[{ contact_name: 'Meja Matang', contact_phone: '0812 ext 4' }, 'Nomor ditulis seperti'],
			[{ contact_name: 'Meja Matang', contact_mail: 'matang' }, 'Surel ditulis seperti'],
		];
		for (const [fields, message] of tries) {
			const page = await own.submit(form, fields);
			assert.equal(page.status, 422);
			assert.match(page.errors.join(), new RegExp(message));
			for (const [name, value] of Object.entries(fields))
				assert.equal(page.one(`#${name}`).getAttribute('value'), value);
		}
		const other = await own.get('/cycle/regions/2147483647');
		assert.match(other.link('Kontak administrator'), /\/matang\/portal\/help#kontak$/);

		const saved = await own.submit(form, { contact_name: 'Meja Matang', contact_phone: '0812-0000-0000', contact_mail: 'matang@contoh.invalid' });
		assert.match(saved.words(), /Kontak administrator ?Meja Matang/);
		assert.match(history('region', 2).at(-1).to, /Kontak administrator: Meja Matang/);
		const missing = await own.get('/cycle/regions/2147483647');
		assert.equal(missing.status, 404);
		assert.match(missing.words(), /Administrator daerah Anda: Meja Matang, WhatsApp 0812-0000-0000, matang@contoh\.invalid/);
		assert.equal(missing.link('WhatsApp 0812-0000-0000'), 'https://wa.me/6281200000000');
		const help = await stack.client().get('/portal/help');
		assert.match(help.words(), /Meja Matang, WhatsApp 0812-0000-0000/);
	});

	it('keep their code for their own administrator, and the version', async () => {
		const form = await own.get('/cycle/regions/2/edit');
		assert.equal(form.one('#code'), null);
		const page = await own.submit(form, { place: 'Tempat Baru', complaint_channel: 'Telepon 000' });
		assert.match(page.words(), /Tempat Baru/);
		const stale = await own.submit(form, { place: 'Tempat Lain' });
		assert.equal(stale.status, 409);
		assert.equal(stale.one('#place').getAttribute('value'), 'Tempat Lain');
		assert.match(stale.errors.join(), /berubah sejak halaman ini ditampilkan/);
		assert.equal((await own.submit(stale, {})).status, 200);
		assert.match(history('region', 2).at(-1).to, /Tempat: Tempat Lain/);
	});
});

describe('agencies', () => {
	it('are entered, changed and found again', async () => {
		const name = fresh('Dinas');
		const page = await own.submit(await own.get('/cycle/agencies/new'), { name, head_nip: '19800101 200501 1 001' });
		const id = keyOf(page);
		assert.equal(one(`SELECT head_nip FROM agency WHERE id = ${id}`).head_nip, '198001012005011001');
		assert.match((await own.get(`/cycle/agencies?q=${encodeURIComponent(name)}`)).words(), new RegExp(name));
		assert.doesNotMatch((await own.get('/cycle/agencies?q=%25_')).words('main'), /Dinas/);
		const bad = await own.submit(await own.get(`/cycle/agencies/${id}/edit`), { head_nip: '123', head_name: 'Nama Contoh' });
		assert.equal(bad.status, 422);
		assert.equal(bad.one('#head_name').getAttribute('value'), 'Nama Contoh');
		const twice = await own.submit(await own.get('/cycle/agencies/new'), { name });
		assert.match(twice.errors.join(), /sudah mempunyai perangkat daerah dengan nama itu/);
		const foreign = await send(own, '/cycle/agencies/new', { region_id: 3, name: fresh('Dinas') });
		assert.equal(foreign.status, 422);
	});

	it('are taken out of new cycles with a reason, once', async () => {
		const id = keyOf(await own.submit(await own.get('/cycle/agencies/new'), { name: fresh('Dinas') }));
		const page = await own.get(`/cycle/agencies/${id}`);
		const form = { form: `form[action$="/${id}/active"]` };
		assert.match((await own.submit(page, {}, form)).errors.join(), /Alasan wajib diisi/);
		assert.equal((await own.submit(page, { reason: 'Digabung (contoh)' }, form)).status, 200);
		assert.equal((await own.submit(page, { reason: 'Digabung (contoh)' }, form)).status, 409);
		assert.deepEqual(history('agency', id).at(-1), { from: 'Aktif', to: 'Tidak aktif', reason: 'Digabung (contoh)', who: 'admin.kota' });
		assert.equal(one(`SELECT active FROM agency WHERE id = ${id}`).active, '0');
	});

	it('come in pages', async () => {
		stack.sql(`INSERT INTO agency (region_id, name) SELECT 3, CONCAT('Kecamatan Contoh ', LPAD(seq, 3, '0')) FROM seq_1_to_120`);
		const first = await everywhere.get('/cycle/agencies?region=3');
		assert.equal(first.rows().length, 51);
		const second = await everywhere.get(first.one('a[rel=next]').getAttribute('href'));
		assert.equal(second.rows().length, 51);
		const last = await everywhere.get(second.one('a[rel=next]').getAttribute('href'));
		assert.equal(last.one('a[rel=next]'), null);
		assert.ok(last.one('a[rel=prev]'));
		stack.sql("DELETE FROM agency WHERE name LIKE 'Kecamatan Contoh %'");
	});
});

describe('an import of agencies', () => {
	const upload = (who, content, region = 2) => sendFiles(who, '/cycle/agencies/import',
		{ ...(region ? { region_id: region } : {}), file: content });
	const problems = (page) => page.all('.govuk-error-summary li').map((one) => one.words);

	it('names every problem by row and column, and stores nothing', async () => {
		const before = count('agency');
		const page = await upload(own, csv('No;Nama Perangkat Daerah;NIP;Kode',
			'1;Dinas A;123;', '2;;;', '3;dinas a;;', `4;${'x'.repeat(201)};;`, '5;Dinas B;;64.08'));
		assert.equal(page.status, 422);
		assert.deepEqual(problems(page).map((text) => text.slice(0, 40)), [
			'Baris 3, kolom nama: Kosong. Isi dahulu.',
			'Baris 5, kolom nama: 201 karakter, palin',
			'Baris 2, kolom nip: NIP terdiri atas 18 ',
			'Baris 6, kolom kode daerah: Daerah denga',
			'Baris 4, kolom nama: Sama dengan baris 2',
		]);
		assert.match(page.words(), /Kolom yang tidak dipakai: No\./);
		assert.equal(count('agency'), before);
	});

	it('refuses what is no table, with words that help', async () => {
		for (const [file, message] of [
			[csv(''), /Berkas kosong/],
			[csv('singkatan', 'A'), /kolom nama: Kolom ini tidak ada/],
			[csv('nama'), /Tidak ada isinya/],
			[csv('nama,nama', 'a,b'), /ada dua kali/],
			[csv('nama', '"Dinas'), /Tanda kutip/],
			[{ filename: 'a.csv', content: Buffer.from([0x6e, 0x61, 0x6d, 0x61, 10, 0xff, 0xfe]) }, /CSV UTF-8/],
			[{ filename: 'a.xls', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) }, /bukan CSV, XLSX atau ODS/],
			[{ filename: 'a.xlsx', content: Buffer.from('PK\x03\x04rusak') }, /rusak atau tidak dikenal/],
			[csv('nama', ...Array.from({ length: 6001 }, (_, i) => `Dinas ${i}`)), /Lebih dari 6000 baris/],
		]) {
			const page = await upload(own, file);
			assert.equal(page.status, 422, String(message));
			assert.match(page.words(), message);
		}
		assert.equal((await sendFiles(own, '/cycle/agencies/import', { region_id: 2 })).status, 422);
		assert.equal((await upload(own, csv('nama', 'Dinas'), 3)).status, 404);
	});

	const STORE = { form: 'form[action$="/store"]' };

	it('adds and updates what was seen, from CSV and from a workbook', async () => {
		const [a, b] = [fresh('Dinas'), fresh('Badan')];
		const page = await upload(everywhere, csv('nama,nama kepala,kode daerah', `"${a}","Contoh, S.Si.",64.71`,
			`${b},,64.08`, 'Dinas Contoh Dua,Kepala Contoh Baru,64.71', 'Dinas Contoh Satu,,64.71'), null);
		assert.equal(page.status, 200, page.words());
		assert.match(page.words(), /2 perangkat daerah baru, 1 diperbarui, 1 tetap/);
		assert.deepEqual(page.rows().slice(1).map((row) => row.at(-1)),
			['Ditambahkan', 'Ditambahkan', 'DiperbaruiNama kepala: Kepala Contoh Baru']);
		assert.match(page.all('details').at(-1).words, /1 perangkat daerah sudah ada dan tetap Dinas Contoh Satu/);
		assert.equal(count(`agency WHERE name = '${a}'`), 0);
		const done = await everywhere.submit(page, {}, STORE);
		assert.match(done.words(), /sudah diimpor/);
		assert.deepEqual(one(`SELECT region_id, head_name FROM agency WHERE name = '${a}'`), { region_id: '2', head_name: 'Contoh, S.Si.' });
		assert.equal(one(`SELECT region_id FROM agency WHERE name = '${b}'`).region_id, '3');
		assert.deepEqual(history('agency', 2).at(-1), { from: 'Nama kepala: –', to: 'Nama kepala: Kepala Contoh Baru', reason: 'Impor dari berkas', who: 'admin' });

		const again = await everywhere.submit(page, {}, STORE);
		assert.match(again.words(), /sudah tersimpan sebelumnya/, 'the same once more changes nothing');
		const c = fresh('Kecamatan');
		const book = await upload(own, workbook({ Lembar1: [['Nama', 'NIP'], [c, '198001012005011001']] }));
		assert.equal((await own.submit(book, {}, STORE)).status, 200);
		assert.equal(one(`SELECT head_nip FROM agency WHERE name = '${c}'`).head_nip, '198001012005011001');
	});

	it('checks once more what comes back', async () => {
		const page = await upload(own, csv('nama', fresh('Dinas')));
		const [draft, seen] = ['draft', 'seen'].map((name) => page.one(`input[name=${name}]`).getAttribute('value'));
		const store = (fields) => send(own, '/cycle/agencies/import/store', { region_id: 2, draft, seen, ...fields });
		assert.equal((await store({ 'column-0': 0 })).status, 422, 'no name any more');
		assert.equal((await store({ region_id: 3 })).status, 404);
		assert.equal((await store({ draft: '' })).status, 400);
		assert.equal((await store({ seen: 'x' })).status, 409, 'nobody has seen it');
		assert.equal((await store({ draft: 1 + Number(draft) })).status, 409);
	});

	it('gives an example that it takes itself', async () => {
		const example = await own.get('/cycle/agencies/import/example');
		assert.match(example.headers['content-type'], /spreadsheetml/);
		assert.equal((await upload(own, { filename: 'contoh.xlsx', content: example.body })).status, 200);
	});
});

/* ---- accounts --------------------------------------------------------------------------------- */

describe('accounts', () => {
	const start = (who, role, region) => who.get(`/cycle/accounts/new?role=${role}&region=${region}`);

	it('are made with a password that is shown once and has to be changed', async () => {
		const username = `operator.baru${++running}`;
		const form = await start(own, 'operator', 2);
		const page = await own.submit(form, { agency_id: 2, full_name: 'Operator Baru', username: username.toUpperCase(), email: 'a@contoh.go.id' });
		assert.equal(page.status, 200);
		const password = page.words('#password');
		assert.match(password, /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
		assert.equal(page.url.includes(password), false);
		assert.match(page.headers['cache-control'], /no-store/);
		const row = one(`SELECT * FROM account WHERE username = '${username}'`);
		assert.equal(row.must_change_password, '1');
		assert.equal(row.region_id, '2');
		assert.equal((await own.get(`/cycle/accounts/${row.id}`)).text.includes(password), false);
		assert.deepEqual(stack.sql(`SELECT subject, to_value FROM history WHERE subject IN ('account', 'right') AND subject_id = ${row.id}`)
			.map((change) => [change.subject, change.to_value]), [['account', username], ['right', 'operator']]);
		const twice = await own.submit(form, { agency_id: 2, full_name: 'Operator Baru', username });
		assert.match(twice.errors.join(), /sudah dipakai/);
		const person = stack.client();
		await person.signIn({ username, password }).catch(() => {});
		assert.match((await person.get('/questionnaire/')).location, /\/account\/password/);
	});

	it('are refused outside the own care, and where the role does not fit', async () => {
		const fields = { full_name: 'Orang Contoh', username: 'orang.contoh' };
		const tries = [
			[own, { role: 'operator', region_id: 3, agency_id: 4 }, 404],
			[own, { role: 'operator', region_id: 2, agency_id: 4 }, 422],
			[own, { role: 'operator', region_id: 2 }, 422],
			[own, { role: 'auditor', region_id: 2, agency_id: 1 }, 422],
			[own, { role: 'validator', region_id: 2 }, 404],
			[own, { role: 'validator', region_id: 1 }, 404],
			[own, { role: 'admin', region_id: 0 }, 404],
			[own, { role: 'operator', region_id: 2, agency_id: 1, username: 'a b' }, 422],
			[own, { role: 'operator', region_id: 2, agency_id: 1, nip: '12' }, 422],
			[own, { role: 'operator', region_id: 2, agency_id: 1, email: 'bukan surel' }, 422],
			[everywhere, { role: 'operator', region_id: 0 }, 404],
			[everywhere, { role: 'nobody', region_id: 2 }, 400],
		];
		for (const [who, more, status] of tries)
			assert.equal((await send(who, '/cycle/accounts/new', { ...fields, ...more })).status, status, JSON.stringify(more));
		assert.equal(count("account WHERE username = 'orang.contoh'"), 0);
		assert.match((await start(own, 'validator', 2)).errors.join(), /hanya untuk provinsi/);
		const validator = await everywhere.submit(await start(everywhere, 'validator', 1), { full_name: 'Validator Baru', username: `validator.baru${++running}` });
		assert.equal(validator.status, 200);
	});

	it('are made for all agencies of a region at once', async () => {
		const page = await own.get('/cycle/accounts/bulk?role=head&region=2');
		const boxes = page.all('input[name^="make-"]').length;
		assert.ok(boxes > 1);
		const id = page.one('input[name^="make-"]').getAttribute('name').slice(5);
		const bad = await own.submit(page, { [`username-${id}`]: 'kepala.satu', [`full_name-${id}`]: '' });
		assert.equal(bad.status, 422);
		assert.equal(bad.errors.length, 2);
		assert.match(bad.errors.join(), /kepala\.satu sudah dipakai/);
		const made = await own.submit(page, {});
		assert.equal(made.all('.matang-card').length, boxes);
		assert.equal(new Set(made.all('.matang-card dd:last-child').map((one) => one.words)).size, boxes, 'each has a password of its own');
		assert.match((await own.get('/cycle/accounts/bulk?role=head&region=2')).words(), /Tidak ada yang perlu dibuat/);
		assert.equal((await send(own, '/cycle/accounts/bulk', { role: 'head', region_id: 3 })).status, 404);
	});

	it('are reset, handed over and ended, each with a reason', async () => {
		const username = `operator.lama${++running}`;
		await own.submit(await start(own, 'operator', 2), { agency_id: 1, full_name: 'Operator Lama', username });
		const id = city.account(username);
		const reset = await own.get(`/cycle/accounts/${id}/password`);
		assert.match((await own.submit(reset, {})).errors.join(), /Alasan wajib diisi/);
		assert.match((await own.submit(reset, { reason: 'Lupa' })).words('#password'), /-/);
		assert.equal((await own.submit(await own.get(`/cycle/accounts/${id}/second-factor`), { reason: 'Telepon hilang' })).status, 200);

		const hand = await own.get(`/cycle/accounts/${id}/hand-over`);
		const clash = await own.submit(hand, { full_name: 'Pengganti', username, reason: 'Mutasi' });
		assert.match(clash.errors.join(), /sudah dipakai/);
		const done = await own.submit(hand, { full_name: 'Pengganti', username: `${username}.baru`, reason: 'Mutasi' });
		assert.match(done.words('#password'), /-/);
		assert.deepEqual(one(`SELECT o.state, n.username, n.agency_id FROM account o JOIN account n ON n.id = o.successor_id WHERE o.id = ${id}`),
			{ state: 'ended', username: `${username}.baru`, agency_id: '1' });
		const page = await own.get(`/cycle/accounts/${id}`);
		assert.match(page.words('.matang-history'), /Akses berakhir/);
		assert.match(page.words('.matang-history'), /Kata sandi diatur ulang/);
		assert.equal((await own.get(`/cycle/accounts/${id}/end`)).status, 409);
		assert.equal((await send(own, `/cycle/accounts/${id}/end`, { reason: 'x' })).status, 409);

		const next = city.account(`${username}.baru`);
		assert.equal((await own.submit(await own.get(`/cycle/accounts/${next}/end`), { reason: 'Pensiun' })).status, 200);
		assert.equal(one(`SELECT state FROM account WHERE id = ${next}`).state, 'ended');
	});

	it('are signed out of every device, which keeps the password', async () => {
		const id = city.account('operator.satu');
		const devices = [await stack.signedIn({ username: 'operator.satu', password: PASSWORD }), await stack.signedIn({ username: 'operator.satu', password: PASSWORD })];
		const page = await own.get(`/cycle/accounts/${id}/sessions`);
		assert.match((await own.submit(page, {})).errors.join(), /Alasan wajib diisi/);
		const done = await own.submit(page, { reason: 'Perangkat hilang' });
		assert.match(done.words(), /sudah dikeluarkan dari semua perangkat/);
		assert.match(done.words('.matang-history'), /Dikeluarkan dari semua perangkat/);
		for (const device of devices)
			assert.match((await device.get('/account/profile')).location, /^\/matang\/account\/\?next=/);
		assert.equal((await (await stack.signedIn({ username: 'operator.satu', password: PASSWORD })).get('/account/profile')).status, 200);
		assert.equal((await own.get(`/cycle/accounts/${city.account('admin')}/sessions`)).status, 404, 'of no other region');
	});

	it('of oneself are left to somebody else', async () => {
		const id = city.account('admin.kota');
		for (const action of ['password', 'second-factor', 'end', 'hand-over']) {
			assert.equal((await own.get(`/cycle/accounts/${id}/${action}`)).status, 409);
			assert.equal((await send(own, `/cycle/accounts/${id}/${action}`, { reason: 'x',
				...(action === 'hand-over' ? { full_name: 'x', username: 'xyz' } : {}) })).status, 409);
		}
		assert.equal(one(`SELECT state FROM account WHERE id = ${id}`).state, 'active');
	});

	it('are corrected against a version', async () => {
		const id = city.account('operator.dua');
		const form = await own.get(`/cycle/accounts/${id}/edit`);
		assert.equal((await own.submit(form, { full_name: 'Operator Dua Contoh' })).status, 200);
		const stale = await own.submit(form, { full_name: 'Nama Lain' });
		assert.equal(stale.status, 409);
		assert.equal(stale.one('#full_name').getAttribute('value'), 'Nama Lain');
	});

	it('end the sessions of whom they end', async () => {
		const username = `auditor.baru${++running}`;
		stack.sql(`INSERT INTO account (username, role, region_id, full_name, password_hash, password_changed_at, created_at)
			SELECT '${username}', 'auditor', 2, 'Auditor Sementara', password_hash, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM account WHERE username = 'auditor'`);
		const person = stack.client();
		await person.signIn({ username, password: PASSWORD });
		assert.equal((await person.get('/report/')).status, 200);
		await own.submit(await own.get(`/cycle/accounts/${city.account(username)}/end`), { reason: 'Selesai' });
		assert.match((await person.get('/report/')).location, /\/account\//);
	});
});

/* ---- instruments ------------------------------------------------------------------------------ */

describe('an instrument', () => {
	const upload = (fields) => sendFiles(everywhere, '/cycle/instruments/new', fields);
	const problems = (page) => page.all('.govuk-error-summary li').map((one) => one.words);
	const files = (t = tables()) => Object.fromEntries(Object.entries(t).map(([name, rows]) => [name,
		csv(...rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(',')))]));

	it('is taken from the reference files, in CSV and in a workbook', async () => {
		for (const given of [files(), { workbook: workbook(tables()) },
			{ workbook: workbook({ variabel: tables().variables, tingkat: tables().levels, kategori: tables().categories }) }]) {
			const name = fresh('Instrumen');
			const page = await upload({ name, basis: 'Dasar contoh', ...given });
			assert.equal(page.status, 200, page.words());
			assert.match(page.words(), /11 variabel/);
			assert.equal(count(`instrument WHERE name = '${name}'`), 0);
			const stored = await everywhere.submit(page, {}, { form: 'form[action$="/store"]' });
			assert.equal(stored.heading, name);
			const { id, state } = one(`SELECT id, state FROM instrument WHERE name = '${name}'`);
			assert.equal(state, 'draft');
			assert.equal(count(`variable WHERE instrument_id = ${id}`), 11);
			assert.equal(count(`level l JOIN variable v ON v.id = l.variable_id WHERE v.instrument_id = ${id}`), 55);
			assert.equal(count(`category WHERE instrument_id = ${id}`), 5);
			assert.equal(one(`SELECT min_tenths FROM category WHERE instrument_id = ${id} AND level = 2`).min_tenths, '191');
			assert.equal((await everywhere.submit(page, {}, { form: 'form[action$="/store"]' })).status, 409);
		}
	});

	it('comes back with every problem by sheet, row and column', async () => {
		const spoilt = tables();
		spoilt.variables[4][0] = 'x';
		spoilt.variables[6][1] = '';
		spoilt.levels[3][1] = '9';
		spoilt.levels[5][2] = '';
		spoilt.levels[7] = [...spoilt.levels[6]];
		spoilt.categories[1][0] = '';
		spoilt.categories[3][3] = '1,23';
		const page = await upload({ name: fresh('Instrumen'), workbook: workbook(spoilt) });
		assert.equal(page.status, 422);
		const found = problems(page).join('\n');
		for (const wanted of [/Variabel, baris 5, kolom variabel: “x”/, /Variabel, baris 7, kolom nama: Kosong/,
			/Tingkat, baris 4, kolom tingkat: “9” bukan angka bulat dari 1 sampai 5/, /Tingkat, baris 6, kolom indikator: Kosong/,
			/Tingkat, baris 8, kolom tingkat: Variabel 2 tingkat I ada dua kali/, /Tingkat: Variabel 1 tidak mempunyai tingkat III/,
			/Kategori, baris 2, kolom kategori: Kosong/, /Kategori, baris 4, kolom nilai tertinggi: “1,23”/, /Variabel 4 tidak ada/])
			assert.match(found, wanted);
	});

	it('wants categories that join and reach from the lowest to the highest score', async () => {
		for (const [row, column, value, message] of [
			[2, 2, '20', /terlewat/], [2, 2, '18', /./], [5, 3, '54', /./], [1, 2, '12', /./], [3, 3, '20', /./]]) {
			const spoilt = tables();
			spoilt.categories[row][column] = value;
			const page = await upload({ name: fresh('Instrumen'), workbook: workbook(spoilt) });
			assert.equal(page.status, 422, `${row} ${column} ${value}`);
			assert.match(problems(page).join(), /Kategori, baris \d/);
			assert.match(problems(page).join(), message);
		}
		const four = tables();
		four.categories.pop();
		assert.match(problems(await upload({ name: fresh('Instrumen'), workbook: workbook(four) })).join(), /lima kategori, di sini 4/);
	});

	it('wants a name, and a workbook or three files', async () => {
		const page = await upload({ name: '', basis: 'Dasar contoh' });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /Nama instrumen wajib diisi.*satu berkas Excel atau JSON, atau ketiga berkas CSV/);
		assert.equal(page.one('#basis').getAttribute('value'), 'Dasar contoh');
		const { levels } = files();
		assert.match((await upload({ name: fresh('Instrumen'), levels })).errors.join(), /ketiga berkas CSV/);
		assert.match((await upload({ name: fresh('Instrumen'), workbook: levels })).errors.join(), /bukan berkas Excel/);
		assert.match(problems(await upload({ name: fresh('Instrumen'), workbook: workbook({ variables: tables().variables }) })).join(),
			/Lembar bernama “levels” tidak ada.*Lembar bernama “categories” tidak ada/);
		const { name } = one('SELECT name FROM instrument ORDER BY id LIMIT 1');
		assert.match((await upload({ name, ...files() })).errors.join(), /Sudah ada instrumen dengan nama itu/);
	});

	describe('as a draft', () => {
		let id, name;
		beforeEach(async () => {
			name = fresh('Draf');
			const page = await everywhere.submit(await everywhere.get('/cycle/instruments/1'), { name });
			id = keyOf(page);
		});

		it('is a copy of all there is', () => {
			const shape = (instrument) => stack.sql(`SELECT v.number, v.name, l.number AS level, l.indicator, l.guidance, k.position, k.title, k.compulsory
				FROM variable v JOIN level l ON l.variable_id = v.id JOIN checklist_item k ON k.level_id = l.id
				WHERE v.instrument_id = ${instrument} ORDER BY v.number, l.number, k.position`);
			assert.deepEqual(shape(id), shape(1));
			assert.equal(history('instrument', id)[0].to, `Disalin dari ${one('SELECT name FROM instrument WHERE id = 1').name}`);
		});

		it('has its wording and its documents changed, ordered, added and removed', async () => {
			const form = await everywhere.get(`/cycle/instruments/${id}/1/3`);
			const page = await everywhere.submit(form, { indicator: 'Bunyi baru', 'title-1': 'Satu', 'compulsory-1': null, 'order-1': 9,
				'title-2': 'Dua', 'compulsory-2': '1', 'order-2': 1, 'remove-3': '1' });
			assert.equal(page.status, 200);
			const items = stack.sql(`SELECT k.position, k.title, k.compulsory FROM checklist_item k JOIN level l ON l.id = k.level_id
				JOIN variable v ON v.id = l.variable_id WHERE v.instrument_id = ${id} AND v.number = 1 AND l.number = 3 ORDER BY k.position`);
			assert.deepEqual(Object.values(items[0]), ['1', 'Dua', '1']);
			assert.deepEqual(Object.values(items.at(-1)), [String(items.length), 'Satu', '0']);
			assert.match(history('instrument', id).at(-1).to, /^Variabel 1 tingkat III\. Dokumen: Dua \(wajib\)/);

			const stale = await everywhere.submit(form, { indicator: 'Bunyi lain' });
			assert.equal(stale.status, 409);
			assert.equal(stale.words('#indicator'), 'Bunyi lain');
			assert.equal((await everywhere.submit(stale, {})).status, 200);
			const empty = Object.fromEntries(form.all('textarea[name^="title-"]').map((one) => [one.getAttribute('name'), '']));
			assert.match((await everywhere.submit(await everywhere.get(`/cycle/instruments/${id}/1/3`), empty)).errors.join(), /paling sedikit satu dokumen/);
		});

		it('has its names changed', async () => {
			const form = await everywhere.get(`/cycle/instruments/${id}/edit`);
			const renamed = fresh('Nama');
			assert.equal((await everywhere.submit(form, { name: renamed, 'variable-2': 'Variabel contoh' })).heading, renamed);
			assert.equal(one(`SELECT name FROM variable WHERE instrument_id = ${id} AND number = 2`).name, 'Variabel contoh');
			assert.equal((await everywhere.submit(form, { name: fresh('Nama') })).status, 409);
			const taken = one('SELECT name FROM instrument WHERE id = 1').name;
			assert.equal((await everywhere.submit(await everywhere.get(`/cycle/instruments/${id}/edit`), { name: taken })).status, 422);
			assert.match((await everywhere.submit(await everywhere.get(`/cycle/instruments/${id}/edit`), { 'variable-3': '' })).errors.join(), /variabel 3 wajib/);
		});

		it('is published once, and frozen from then on', async () => {
			stack.sql(`DELETE k FROM checklist_item k JOIN level l ON l.id = k.level_id JOIN variable v ON v.id = l.variable_id
				WHERE v.instrument_id = ${id} AND v.number = 1`);
			const confirm = await everywhere.get(`/cycle/instruments/${id}/publish`);
			assert.match(confirm.words(), /4 tingkat tanpa dokumen wajib/);
			assert.equal((await send(everywhere, `/cycle/instruments/${id}/publish`, { version: 99 })).status, 409);
			assert.equal((await everywhere.submit(confirm, {})).status, 200);
			assert.equal((await everywhere.submit(confirm, {})).status, 409);
			assert.equal(one(`SELECT state FROM instrument WHERE id = ${id}`).state, 'published');
			assert.equal(count(`level l JOIN variable v ON v.id = l.variable_id WHERE v.instrument_id = ${id}
				AND (SELECT COUNT(*) FROM checklist_item k WHERE k.level_id = l.id AND k.title = 'Dokumen pendukung lain' AND k.compulsory = 0) <> 1`), 0);
			for (const address of ['edit', 'publish', '1/1'])
				assert.equal((await everywhere.get(`/cycle/instruments/${id}/${address}`)).status, 409);
			assert.equal((await send(everywhere, `/cycle/instruments/${id}/1/1`, { indicator: 'x', 'title-1': 'x', version: 2 })).status, 409);
			assert.equal((await send(everywhere, `/cycle/instruments/${id}/edit`, { name: fresh('x'), version: 2 })).status, 409);
		});
	});
});

/* ---- holidays and settings -------------------------------------------------------------------- */

describe('holidays', () => {
	it('are added, moved and removed, and each change is told', async () => {
		const add = (fields) => send(everywhere, '/cycle/holidays', fields);
		assert.equal((await add({ day: '2031-03-04', kind: 'libur', name: 'Libur contoh' })).location, '/matang/cycle/holidays?year=2031&done=created');
		assert.match((await everywhere.get('/cycle/holidays?year=2031')).words(), /Selasa, 4 Maret 2031 ?Libur contoh ?Libur nasional/);
		assert.equal((await add({ day: '2031-03-04', kind: 'libur', name: 'x' })).status, 422);
		assert.equal((await add({ day: '2031-02-30', kind: 'x', name: '' })).status, 422);
		const moved = await everywhere.submit(await everywhere.get('/cycle/holidays/2031-03-04/edit'),
			{ day: '2031-03-05', kind: 'cuti_bersama' }, { form: 'form[action$="/edit"]' });
		assert.match(moved.words('.matang-history'), /4 Maret 2031: hari kerja/);
		assert.equal((await everywhere.get('/cycle/holidays/2031-03-04/edit')).status, 404);
		await everywhere.submit(await everywhere.get('/cycle/holidays/2031-03-05/edit'), {}, { form: 'form[action$="/remove"]' });
		assert.equal(count("holiday WHERE YEAR(day) = 2031"), 0);
		assert.equal(history('holiday', 20310305).at(-1).to, '5 Maret 2031: hari kerja');
	});

	it('are imported after a preview', async () => {
		const upload = (...rows) => sendFiles(everywhere, '/cycle/holidays/import', { file: csv(...rows) });
		const bad = await upload('tanggal,jenis,nama', '31/02/2032,libur,A', '2032-01-01,pesta,B', '2032-01-02,libur,', '02-01-2032,libur,C');
		assert.equal(bad.status, 422);
		assert.equal(bad.all('.govuk-error-summary li').length, 4);
		const good = await upload('Tanggal;Jenis;Nama', '25/12/2032;libur;Natal', '2032-12-24;Cuti Bersama;Cuti Natal');
		assert.equal(good.status, 200);
		assert.equal(count('holiday WHERE YEAR(day) = 2032'), 0);
		assert.match((await everywhere.submit(good, {}, { form: 'form[action$="/store"]' })).words(), /Jumat, 24 Desember 2032/);
		assert.equal(one("SELECT kind FROM holiday WHERE day = '2032-12-24'").kind, 'cuti_bersama');
		assert.match((await upload('Tanggal;Jenis;Nama', '25/12/2032;libur;Natal')).words(), /Tidak ada yang perlu disimpan/);
	});
});

describe('settings', () => {
	it('are chosen within their bounds, by the administrator of everything', async () => {
		for (const address of ['/cycle/settings', '/cycle/settings/file_max_mib'])
			assert.equal((await own.get(address)).status, 403);
		assert.equal((await send(own, '/cycle/settings/file_max_mib', { value: 9, version: 1 })).status, 403);
		assert.equal((await everywhere.get('/cycle/settings/nothing')).status, 404);
		const form = await everywhere.get('/cycle/settings/file_max_mib');
		for (const value of ['0', '5000', 'x', ''])
			assert.match((await everywhere.submit(form, { value })).errors.join(), /angka bulat dari 1 sampai 2048/);
		assert.match((await everywhere.submit(form, { value: 60 })).words(), /Ukuran berkas paling besar \(MiB\) ?60/);
		assert.equal((await everywhere.submit(form, { value: 70 })).status, 409);
		assert.equal(one("SELECT value FROM setting WHERE name = 'file_max_mib'").value, '60');
	});

	it('take sets of days and roles as ticks', async () => {
		const days = await everywhere.get('/cycle/settings/working_weekdays');
		const none = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`chosen-${day}`, null]));
		assert.match((await everywhere.submit(days, none)).errors.join(), /satu hari kerja/);
		assert.match((await everywhere.submit(days, { 'chosen-6': '1' })).words(), /Senin, Selasa, Rabu, Kamis, Jumat, Sabtu/);
		assert.equal(one("SELECT value FROM setting WHERE name = 'working_weekdays'").value, '63');
		stack.sql("UPDATE setting SET value = '31' WHERE name = 'working_weekdays'");
		const roles = await everywhere.get('/cycle/settings/second_factor_roles');
		await everywhere.submit(roles, { 'chosen-4': '1' }, { follow: false });
		assert.equal(one("SELECT value FROM setting WHERE name = 'second_factor_roles'").value, 'validator');
		stack.sql("UPDATE setting SET value = '' WHERE name = 'second_factor_roles'");
	});
});

/* ---- cycles ----------------------------------------------------------------------------------- */

describe('a cycle', () => {
	it('is planned in working days, shown, and stored only when it was seen', async () => {
		stack.sql("INSERT IGNORE INTO holiday (day, kind, name) VALUES ('2035-11-07', 'libur', 'Libur contoh')");
		const form = await everywhere.get('/cycle/cycles/new');
		const fields = { region_id: 2, year: 2035, start_date: '2035-11-03', province_tier: 1 };
		const seen = await everywhere.submit(form, fields);
		assert.equal(seen.status, 200);
		assert.match(seen.words(), /Periksa jadwalnya/);
		/* 3 November 2035 is a Saturday, the 7th a holiday. */
		assert.deepEqual(seen.rows().slice(1).map((row) => row.slice(2)), [
			['5 November 2035', '8 November 2035'], ['9 November 2035', '9 November 2035'],
			['12 November 2035', '12 November 2035'], ['13 November 2035', '19 November 2035'],
			['20 November 2035', '22 November 2035'], ['23 November 2035', '23 November 2035'],
			['26 November 2035', '30 November 2035']]);
		assert.equal(count('cycle WHERE year = 2035'), 0);
		const other = await everywhere.submit(seen, { 'days-4': 6 });
		assert.match(other.words(), /Periksa jadwalnya/, 'another plan has to be seen, too');
		const stored = await everywhere.submit(other, {});
		assert.match(stored.heading, /Periode penilaian 2035/);
		assert.equal(count("cycle_step s JOIN cycle c ON c.id = s.cycle_id WHERE c.year = 2035"), 7);
		assert.equal((await makeCycle({ year: 2035 })).status, 422);
	});

	it('says what is wrong and keeps what was typed', async () => {
		const form = await everywhere.get('/cycle/cycles/new');
		const good = { region_id: 2, year: 2036, start_date: '2036-11-03', province_tier: 1 };
		for (const [fields, message] of [
			[{ region_id: '' }, /Daerah wajib/], [{ year: 1999 }, /2018 dan 2100/], [{ start_date: '2036-02-30' }, /tanggal yang ada/],
			[{ start_date: '2030-11-03' }, /jauh dari tahun penilaian/], [{ 'days-4': '' }, /langkah 4 \(Pengisian\)/],
			[{ 'days-4': 0 }, /antara 1 dan 250/], [{ 'days-4': 'lima' }, /angka bulat/], [{ region_id: 1 }, /hanya untuk kabupaten dan kota/],
			[{ province_tier: null }, /Validasi provinsi wajib dipilih/]]) {
			const page = await everywhere.submit(form, { ...good, 'days-7': 8, ...fields });
			assert.equal(page.status, 422, JSON.stringify(fields));
			assert.match(page.errors.join(), message);
			assert.equal(page.one('#days-7').getAttribute('value'), '8');
		}
		const foreign = await send(own, '/cycle/cycles/new', { ...good, region_id: 3, instrument_id: 1 });
		assert.match(foreign.errors.join(), /pilih salah satu dari daftar/);
		const { id } = one("SELECT COALESCE((SELECT MAX(id) FROM instrument WHERE state = 'draft'), 0) AS id");
		assert.match((await send(everywhere, '/cycle/cycles/new', { ...good, instrument_id: id })).errors.join(), /sudah terbit|antara 1/);
	});

	it('is edited as a draft, against its version', async () => {
		const id = keyOf(await makeCycle({ year: 2037 }));
		const form = await everywhere.get(`/cycle/cycles/${id}/edit`);
		assert.equal(form.one('#region_id'), null);
		const seen = await everywhere.submit(form, { start_date: '2037-10-05', province_tier: 0 });
		const saved = await everywhere.submit(seen, {});
		assert.match(saved.words(), /5 Oktober 2037/);
		assert.match(saved.words('.matang-history'), /validasi provinsi: tidak/);
		const stale = await everywhere.submit(form, { start_date: '2037-09-07' });
		assert.equal(stale.status, 409);
		assert.equal(stale.one('#start_date').getAttribute('value'), '2037-09-07');
		const foreign = await send(everywhere, `/cycle/cycles/${id}/edit`, { region_id: 3, year: 2037, instrument_id: 1, start_date: '2037-09-07',
			province_tier: 1, ...Object.fromEntries(DAYS.map((n, i) => [`days-${i + 1}`, n])), version: 2 });
		assert.ok([200, 409].includes(foreign.status));
		assert.equal(one(`SELECT region_id FROM cycle WHERE id = ${id}`).region_id, '2');
	});

	it('opens once, with an assessment for each active agency and an answer for each variable', async () => {
		const id = keyOf(await makeCycle({ year: 2022, start: '2022-11-07' }));
		const active = count('agency WHERE region_id = 2 AND active = 1');
		const confirm = await everywhere.get(`/cycle/cycles/${id}/open`);
		assert.match(confirm.words(), new RegExp(`^.*${active} perangkat daerah akan mendapat penilaian`));
		assert.match(confirm.words(), /belum mempunyai operator/);
		assert.equal((await send(everywhere, `/cycle/cycles/${id}/open`, { version: 9, sure: 1 })).status, 409);
		const [first, second] = await Promise.all([everywhere, everywhere.clone()].map((who) => who.submit(confirm, { sure: '1' }, { follow: false })));
		assert.deepEqual([first.status, second.status].sort(), [303, 409]);
		assert.equal(count(`assessment WHERE cycle_id = ${id} AND state = 'not_started'`), active);
		assert.equal(count(`answer n JOIN assessment a ON a.id = n.assessment_id WHERE a.cycle_id = ${id}`), active * 11);
		assert.deepEqual(history('cycle', id).map(({ to }) => to).at(-1), 'Dibuka');
		for (const address of ['edit', 'open'])
			assert.ok([303, 409].includes((await everywhere.get(`/cycle/cycles/${id}/${address}`)).status));
		assert.equal((await everywhere.get(`/cycle/cycles/${id}`)).all('.matang-steps__seven li').length, 7);
	});

	it('takes an agency that came late, once', async () => {
		const id = keyOf(await makeCycle({ year: 2024, start: '2024-11-04' }));
		await everywhere.submit(await everywhere.get(`/cycle/cycles/${id}/open`), { sure: '1' });
		const agency = keyOf(await own.submit(await own.get('/cycle/agencies/new'), { name: fresh('Dinas Terlambat') }));
		const page = await everywhere.get(`/cycle/cycles/${id}`);
		const late = { form: 'form[action$="/agencies"]' };
		assert.equal((await everywhere.submit(page, { agency_id: agency }, late)).status, 200);
		assert.equal(count(`answer n JOIN assessment a ON a.id = n.assessment_id WHERE a.cycle_id = ${id} AND a.agency_id = ${agency}`), 11);
		assert.equal((await everywhere.submit(page, { agency_id: agency }, late)).status, 409);
		assert.equal((await send(everywhere, `/cycle/cycles/${id}/agencies`, { agency_id: 4 })).status, 409);
		assert.equal((await send(everywhere, `/cycle/cycles/${id}/agencies`, {})).status, 422);
	});

	it('needs an agency to open', async () => {
		stack.sql("INSERT INTO region (id, parent_id, code, name, kind, timezone) VALUES (90, 1, '64.90', 'Kota Kosong', 'city', 'WITA')");
		const id = keyOf(await makeCycle({ region: 90, year: 2026 }));
		assert.match((await everywhere.get(`/cycle/cycles/${id}/open`)).words(), /Belum ada perangkat daerah yang aktif/);
		assert.equal((await send(everywhere, `/cycle/cycles/${id}/open`, { version: 1, sure: 1 })).status, 409);
		assert.equal(one(`SELECT state FROM cycle WHERE id = ${id}`).state, 'draft');
	});

	it('is planned anew by a click and with a reason, never by itself', async () => {
		const id = keyOf(await makeCycle({ year: 2033 }));
		await everywhere.submit(await everywhere.get(`/cycle/cycles/${id}/open`), { sure: '1' });
		const ends = () => one(`SELECT planned_until FROM cycle_step WHERE cycle_id = ${id} AND step = 7`).planned_until;
		const before = ends();
		const shown = await everywhere.submit(await everywhere.get('/cycle/holidays?year=2033'),
			{ day: '2033-11-10', kind: 'libur', name: 'Pilkada contoh' });
		assert.match(shown.words('.matang-notice--caution'), /Kota Contoh 2033/);
		assert.equal(ends(), before);
		assert.match((await everywhere.get(`/cycle/cycles/${id}`)).words(), /Hari libur berubah/);
		const page = await everywhere.get(`/cycle/cycles/${id}/plan`);
		assert.match((await everywhere.submit(page, {})).errors.join(), /Alasan wajib diisi/);
		const done = await everywhere.submit(page, { reason: 'Libur pilkada (contoh)' });
		assert.match(done.words(), /Jadwal baru sudah berlaku/);
		assert.notEqual(ends(), before);
		assert.equal(history('cycle', id).at(-1).reason, 'Libur pilkada (contoh)');
		assert.equal((await everywhere.submit(page, { reason: 'x' })).status, 409);

		const longer = await everywhere.submit(await everywhere.get(`/cycle/cycles/${id}/plan`), { 'days-4': 10 });
		assert.match(longer.words(), /Periksa jadwal baru/);
		assert.equal((await everywhere.submit(longer, { reason: 'Perpanjangan (contoh)' })).status, 200);
		assert.equal(one(`SELECT working_days FROM cycle_step WHERE cycle_id = ${id} AND step = 4`).working_days, '10');
		stack.sql("DELETE FROM holiday WHERE day = '2033-11-10'");
	});

	it('is questioned before it opens where it can hardly be meant', async () => {
		for (const [year, start, words] of [[2023, '2023-11-06', /Tahun penilaiannya 2023, padahal sekarang tahun \d+\. Seluruh jadwalnya sudah lewat/],
			[2039, '2038-11-01', /Tanggal mulainya pada tahun 2038, penilaiannya tahun 2039\. Mulainya masih lama/]]) {
			const id = keyOf(await makeCycle({ year, start }));
			const page = await everywhere.get(`/cycle/cycles/${id}/open`);
			assert.match(page.words('.matang-notice--caution'), words);
			const refused = await everywhere.submit(page, {}, { follow: false });
			assert.equal(refused.status, 422);
			assert.match(refused.errors.join(), /Periksa yang janggal/);
			assert.equal(one(`SELECT state FROM cycle WHERE id = ${id}`).state, 'draft');
			assert.equal((await everywhere.submit(refused, { sure: '1' }, { follow: false })).status, 303);
			assert.equal(one(`SELECT state FROM cycle WHERE id = ${id}`).state, 'open');
		}
	});

	it('is withdrawn as long as nobody has filled in anything, and opened again', async () => {
		const id = keyOf(await makeCycle({ year: 2031, early: 1 }));
		const open = async () => everywhere.submit(await everywhere.get(`/cycle/cycles/${id}/open`), { sure: '1' });
		const withdraw = { form: 'form[action$="/withdraw"]', follow: false };
		await open();
		const { id: assessment } = one(`SELECT id FROM assessment WHERE cycle_id = ${id} AND agency_id = 1`);
		const agency = await city.signIn('operator.satu');
		assert.equal((await agency.get(`/questionnaire/${assessment}/`)).status, 200);
		const page = await everywhere.get(`/cycle/cycles/${id}`);
		const without = await everywhere.submit(page, { reason: '' }, withdraw);
		assert.equal(without.status, 422);
		assert.ok(without.one('details[open] form[action$="/withdraw"] textarea'), 'what is missing is not folded away');
		assert.equal((await everywhere.submit(page, { reason: 'Tahunnya keliru (contoh)' }, withdraw)).status, 303);
		assert.equal(one(`SELECT state FROM cycle WHERE id = ${id}`).state, 'draft');
		assert.equal(count(`answer n JOIN assessment a ON a.id = n.assessment_id WHERE a.cycle_id = ${id}`), 0);
		assert.deepEqual([history('cycle', id).at(-1).to, history('cycle', id).at(-1).reason], ['Draf', 'Tahunnya keliru (contoh)']);
		/* Nobody knows of it any more. */
		assert.equal((await agency.get(`/questionnaire/${assessment}/`)).status, 404);
		assert.doesNotMatch((await agency.get('/questionnaire/')).words(), /2031/);
		assert.equal((await everywhere.submit(page, { reason: 'Sekali lagi (contoh)' }, withdraw)).status, 409);

		await open();
		const active = count('agency WHERE region_id = 2 AND active = 1');
		assert.equal(count(`answer n JOIN assessment a ON a.id = n.assessment_id WHERE a.cycle_id = ${id}`), active * 11);
		/* Whoever began in time is not swept away, be it with a document that is still to come. */
		stack.sql(`INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due, created_at, created_by)
			SELECT ${assessment}, MIN(i.id), 'agency', 'Laporan', '2031-12-01', UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM checklist_item i`);
		assert.equal((await everywhere.submit(await everywhere.get(`/cycle/cycles/${id}`), { reason: 'Ada janji (contoh)' }, withdraw)).status, 409);
		stack.sql(`DELETE FROM pending_evidence WHERE assessment_id = ${assessment}`);
		const late = await everywhere.get(`/cycle/cycles/${id}`);
		await agency.submit(await agency.get(`/questionnaire/${assessment}/1`), { explanation: 'Mulai (contoh)' }, { form: 'form[data-autosave]' });
		const refused = await everywhere.submit(late, { reason: 'Terlambat (contoh)' }, withdraw);
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /Sudah ada perangkat daerah yang mulai mengisi/);
		assert.equal((await everywhere.get(`/cycle/cycles/${id}`)).one('form[action$="/withdraw"]'), null);
		stack.sql(`UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = ${id}`);
	});

	it('that was reported keeps its plan', async () => {
		assert.equal((await everywhere.get('/cycle/cycles/3/plan')).status, 409);
	});
});

/* ---- notices ---------------------------------------------------------------------------------- */

describe('cycles', () => {
	it('are listed a page at a time, the newest first, for a region and for all', async () => {
		const instrument = one("SELECT MIN(id) AS id FROM instrument WHERE state = 'published'").id;
		stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date)
			SELECT 2 + seq MOD 2, ${instrument}, 2041 + seq DIV 2, 1, '2041-01-07' FROM seq_0_to_119`);
		const names = (page) => page.all('tbody th').map((cell) => cell.words);
		for (const [who, query, count] of [[everywhere, '', 120], [everywhere, 'region=3&', 60], [own, '', 60]]) {
			const all = [];
			for (let page = 1; page <= Math.ceil(count / 50); page++)
				all.push(...names(await who.get(`/cycle/cycles?${query}page=${page}`)));
			const years = all.map((name) => Number(name.match(/\d+$/)[0]));
			assert.deepEqual(years, years.toSorted((a, b) => b - a));
			assert.equal(new Set(all).size, all.length);
			assert.ok(all.length >= count, `${all.length} of ${count}`);
			assert.deepEqual(new Set(all.slice(0, 20).map((name) => name.replace(/,.*/, ''))),
				new Set(count === 120 ? ['Kota Contoh', 'Kabupaten Contoh'] : [who === own ? 'Kota Contoh' : 'Kabupaten Contoh']));
		}
		const [row] = (await own.get('/cycle/cycles?page=2')).all('tbody tr').slice(-1);
		assert.match(row.words, /^Kota Contoh, 2022.*Desember 2022 ?6 ?Dibuka$/);
		stack.sql('DELETE FROM cycle WHERE year BETWEEN 2041 AND 2100');
	});
});

describe('notices', () => {
	const FORM = { form: 'form:has(input[name="how"])' };
	beforeEach(() => stack.sql(`UPDATE assessment SET notified_at = NULL, notified_by = NULL, notified_how = '', opened_at = NULL WHERE cycle_id = 1`));

	it('are written down by the team, with the way and the person', async () => {
		const page = await verifier.get('/cycle/notice/1');
		assert.match(page.words('.matang-progress'), /0 dari 3/);
		const [a, b] = [city.assessment('Dinas Contoh Satu'), city.assessment('Dinas Contoh Dua')];
		const done = await verifier.submit(page, { [`notified-${a}`]: '1', [`notified-${b}`]: '1', how: 'Rapat', detail: 'Rapat koordinasi' }, FORM);
		assert.match(done.words('.matang-progress'), /2 dari 3/);
		assert.deepEqual(one(`SELECT notified_how, notified_by FROM assessment WHERE id = ${a}`),
			{ notified_how: 'Rapat, Rapat koordinasi', notified_by: String(city.account('verifikator')) });
		assert.match(done.words('.matang-history'), /Dinas Contoh Satu diberi tahu: Rapat/);
		const told = one(`SELECT notified_at FROM assessment WHERE id = ${a}`).notified_at;
		await own.submit(page, { [`notified-${a}`]: '1', how: 'Surat' }, FORM);
		assert.equal(one(`SELECT notified_at FROM assessment WHERE id = ${a}`).notified_at, told, 'who was told stays told');
	});

	it('are written down for all that are not told yet, in one press', async () => {
		const a = city.assessment('Dinas Contoh Satu');
		await verifier.submit(await verifier.get('/cycle/notice/1'), { [`notified-${a}`]: '1', how: 'Telepon' }, FORM);
		assert.match((await verifier.submit(await verifier.get('/cycle/notice/1'), { how: null }, { ...FORM, button: 'all' })).errors.join(), /Pilih cara/);
		const done = await verifier.submit(await verifier.get('/cycle/notice/1'), { how: 'Surat' }, { ...FORM, button: 'all' });
		assert.match(done.words('.matang-progress'), /3 dari 3/);
		assert.equal(one(`SELECT notified_how FROM assessment WHERE id = ${a}`).notified_how, 'Telepon', 'who was told stays told');
	});

	it('are taken back, and listed by what is missing', async () => {
		const a = city.assessment('Dinas Contoh Satu');
		await verifier.submit(await verifier.get('/cycle/notice/1'), { [`notified-${a}`]: '1', how: 'Telepon' }, FORM);
		assert.doesNotMatch((await verifier.get('/cycle/notice/1?only=unnotified')).words('table'), /Dinas Contoh Satu/);
		stack.sql(`UPDATE assessment SET opened_at = UTC_TIMESTAMP(3) WHERE id = ${a}`);
		assert.doesNotMatch((await verifier.get('/cycle/notice/1?only=unopened')).words('table'), /Dinas Contoh Satu/);
		assert.match((await verifier.get('/paper/cycle/1/draft/notified')).words('.matang-paper'), /1 dari 3 diberi tahu, 1 sudah membuka/);
		assert.equal((await send(verifier, '/cycle/notice/1/notified', { undo: a })).status, 303);
		assert.equal(one(`SELECT notified_at FROM assessment WHERE id = ${a}`).notified_at, null);
	});

	it('want a tick, a way and an assessment of this cycle', async () => {
		const page = await verifier.get('/cycle/notice/1');
		assert.match((await verifier.submit(page, {}, FORM)).errors.join(), /Centang dahulu/);
		const a = city.assessment('Dinas Contoh Satu');
		const bad = await verifier.submit(page, { [`notified-${a}`]: '1', how: null, detail: 'Keterangan contoh' }, FORM);
		assert.match(bad.errors.join(), /Pilih cara/);
		assert.equal(bad.one('#detail').getAttribute('value'), 'Keterangan contoh');
		assert.ok(bad.one(`#notified-${a}`).hasAttribute('checked'));
		const foreign = Number(one('SELECT id FROM assessment WHERE cycle_id = 2').id);
		await send(verifier, '/cycle/notice/1/notified', { [`notified-${foreign}`]: '1', how: 'Surat' });
		assert.equal(one(`SELECT notified_at FROM assessment WHERE id = ${foreign}`).notified_at, null);
	});

	it('carry the number of the letter, against the version', async () => {
		const page = await verifier.get('/cycle/notice/1');
		const form = { form: 'form[action$="/letter"]' };
		assert.equal((await verifier.submit(page, { letter_number: '061/1/Org' }, form)).status, 200);
		assert.equal((await verifier.submit(page, { letter_number: '061/2/Org' }, form)).status, 409);
		assert.equal(one('SELECT letter_number FROM cycle WHERE id = 1').letter_number, '061/1/Org');
	});
});

describe('without a database', () => {
	it('every page says so and keeps what was typed', async () => {
		const form = await own.get('/cycle/agencies/new');
		await stack.withoutDatabase(async () => {
			const page = await own.submit(form, { name: 'Dinas Tanpa Basis Data' });
			assert.equal(page.status, 503);
		});
	});
});
