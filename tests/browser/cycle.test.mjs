// SPDX-License-Identifier: ISC
//
// The administrator in a real browser: every page in both widths, with and without scripts, and the
// preparation of a year from the list of agencies to the notices.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

const REFERENCE = new URL('../../sql/reference/', import.meta.url).pathname;

let stack, city, chromium;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	stack.sql(`INSERT INTO agency (region_id, name) SELECT 2, CONCAT('Kecamatan Contoh ', seq) FROM seq_1_to_60;
		INSERT INTO history (at, account_id, region_id, subject, subject_id, from_value, to_value, reason)
			SELECT UTC_TIMESTAMP(3), id, 2, 'agency', 1, 'Nama: Lama', 'Nama: Baru', 'Contoh' FROM account WHERE username = 'admin';`);
	stack.sql(`INSERT INTO webhook (region_id, address, secret, next_at, updated_at, updated_by)
			SELECT 2, 'https://gerbang.contoh.go.id/matang', REPEAT('a', 26), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), MIN(id) FROM account;
		INSERT INTO webhook_delivery (region_id, kind, agency_name, created_at, until, state, tries, status, trouble, ended_at) VALUES
			(2, 'returned', 'Dinas Contoh Satu', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'sent', 1, 200, '', UTC_TIMESTAMP(3)),
			(2, 'deadline_near', 'Dinas Contoh Satu', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'given_up', 14, 0, 'no-trust', UTC_TIMESTAMP(3)),
			(2, 'test', '', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), 'waiting', 2, 503, 'status', NULL)`);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

async function open(username, how = {}) {
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn(username, PASSWORD);
	return window;
}

const one = (query) => stack.sql(query)[0];

/* Presses a button of the page's main part and waits for where it leads: long, for 200 passwords take a busy machine their time. */
async function press(page, words) {
	const how = { timeout: 90_000 };
	await Promise.all([page.waitForNavigation(how), page.click(`main button:has-text("${words}")`, how)]);
}

const file = (content) => ({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });

/* A draft of the instrument and of a cycle, to look at their pages; made once. */
let draft, planned;
async function prepare() {
	if (draft)
		return;
	const admin = await city.signIn('admin');
	await admin.submit(await admin.get('/cycle/instruments/1'), { name: 'Salinan contoh' });
	draft = one("SELECT id FROM instrument WHERE name = 'Salinan contoh'").id;
	const seen = await admin.submit(await admin.get('/cycle/cycles/new'),
		{ region_id: 2, year: 2028, start_date: '2028-10-02', province_tier: 1 });
	await admin.submit(seen, {});
	planned = one('SELECT id FROM cycle WHERE year = 2028').id;
}

const PLAIN = ['/', '/regions/2/webhook', '/agencies', '/agencies/1', '/accounts/new', '/cycles/new', '/cycles/1', '/notice/1'];

function pages() {
	const account = city.account('operator.satu');

	return ['/', '/regions', '/regions/new', '/regions/2', '/regions/2/edit', '/regions/2/webhook',
		'/agencies', '/agencies?region=2&only=without-operator', '/agencies?q=tidak-ada', '/agencies/new',
		'/agencies/1', '/agencies/1/edit', '/agencies/import', '/accounts', '/accounts/new',
		'/accounts/import', '/accounts/new?role=operator&region=2', '/accounts/new?role=verifier&region=2',
		'/accounts/bulk?role=head&region=2', `/accounts/${account}`, `/accounts/${account}/edit`,
		`/accounts/${account}/password`, `/accounts/${account}/end`, `/accounts/${account}/hand-over`,
		'/instruments', '/instruments/new', '/instruments/1', '/instruments/1/3', `/instruments/${draft}`,
		`/instruments/${draft}/edit`, `/instruments/${draft}/3`, `/instruments/${draft}/3/4`,
		`/instruments/${draft}/publish`, '/holidays', '/holidays/2026-12-25/edit', '/holidays/import', '/cycles',
		'/cycles/new', '/cycles/1', '/cycles/1/plan', `/cycles/${planned}`, `/cycles/${planned}/edit`,
		`/cycles/${planned}/open`, '/notice', '/notice/1', '/settings',
		'/settings/file_max_mib', '/settings/second_factor_roles'];
}

for (const how of WINDOWS)
	describe(how.name, () => {
		it('shows every page of the administrator without a fault', async () => {
			await prepare();
			const window = await open('admin', how);
			/* Without scripts the page is what the server sent: those that scripts add to are enough. */
			for (const address of how.scripts ? pages() : PLAIN) {
				await window.go(`/cycle${address}`);
				await window.checks();
				await window.picture(`cycle${address.replace(/\W+/g, '-')}-${how.width}`);
			}
			await window.close();
		});

		it('names the gateway of a region, whose secret is shown once', async () => {
			stack.sql('DELETE FROM webhook WHERE region_id = 3; DELETE FROM webhook_delivery WHERE region_id = 3');
			const window = await open('admin', how);
			const { page } = window;
			await window.go('/cycle/regions/3');
			await page.click('main a:has-text("Gerbang pesan")');
			await page.fill('#address', 'http://gerbang.contoh.go.id');
			await press(page, 'Simpan');
			assert.match(await page.textContent('.govuk-error-summary'), /harus diawali https/);
			await window.checks();
			await page.fill('#address', 'https://gerbang.contoh.go.id/matang');
			await press(page, 'Simpan');
			const secret = await page.textContent('#secret');
			await window.checks();
			await window.picture(`webhook-secret-${how.width}`);
			await press(page, 'Kirim percobaan');
			assert.match(await page.textContent('main table'), /Kiriman percobaan/);
			assert.equal(await page.locator('#secret').count(), 0);
			await window.checks();
			await press(page, 'Buat rahasia baru');
			assert.notEqual(await page.textContent('#secret'), secret);
			await press(page, 'Hapus alamat');
			assert.equal(await page.inputValue('#address'), '');
			await window.checks();
			await window.close();
		});

		it('shows what was refused beside what was typed', async () => {
			const window = await open('admin.kota', how);
			const { page } = window;
			await window.go('/cycle/agencies/new');
			await page.fill('#name', 'Dinas Contoh Satu');
			await page.fill('#head_nip', '12');
			await press(page, 'Simpan');
			assert.match(await page.textContent('.govuk-error-summary'), /18 angka/);
			assert.equal(await page.inputValue('#name'), 'Dinas Contoh Satu');
			await window.checks();
			await page.click('.govuk-error-summary a');
			assert.ok(how.scripts ? await page.locator('#head_nip').evaluate((field) => field === document.activeElement) :
				page.url().endsWith('#head_nip'), 'the summary leads to the field');

			await window.go('/cycle/agencies/import');
			await page.setInputFiles('#file', file('nama,nip\nDinas Baru,12\n,\nDinas Baru,\n'));
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /Baris 2, kolom nip/);
			await window.checks();
			await window.close();
		});

		it('brings accounts in, and gives out their cards', async () => {
			const window = await open('admin.kota', how);
			const { page } = window;
			const name = `Contoh ${how.width} ${how.scripts ? 'Naskah' : 'Polos'}`;
			await window.go('/cycle/accounts');
			await page.click('main a:has-text("Impor dari Excel, ODS atau CSV")');
			await page.setInputFiles('#file', file(`peran;opd;nama;nip\noperator;Disatu;${name};"1,98E+17"\nraja;;X;\n`));
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /Baris 2, kolom nip: Excel/);
			await window.checks();
			await window.picture(`import-wrong-${how.width}`);
			await page.click('main a:has-text("Pilih berkas yang sudah diperbaiki")');
			await page.setInputFiles('#file', file(`Daftar akun;;;\nperan;opd;nama;jabatan\noperator;Disatu;${name};Staf\n` +
				`verifikator;;Tim ${name};\ninspektorat;;Auditor Kota;Auditor ${name}\nkepala;Disatu;Kepala Satu;\n`));
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /2 akun baru, 1 diperbarui, 1 tetap/);
			await window.checks();
			await window.picture(`import-preview-${how.width}`);
			await press(page, 'Simpan akun');
			assert.equal(await page.locator('.matang-card').count(), 2);
			await window.checks();
			await window.picture(`import-cards-${how.width}`);
			/* Eight cards to a sheet, nothing but cards on it. */
			await page.emulateMedia({ media: 'print' });
			assert.equal(await page.locator('main h1').isVisible(), false);
			assert.equal(await page.locator('.matang-card').first().isVisible(), true);
			await page.emulateMedia({ media: 'screen' });
			await window.close();
		});

		it('brings in more accounts than a page has cards, and goes on with them lot by lot', async () => {
			const window = await open('admin.kota', how);
			const { page } = window;
			const many = Array.from({ length: 203 }, (_, at) => `auditor,Kartu ${how.width} ${how.scripts ? 'Naskah' : 'Polos'} ${at}`);
			await window.go('/cycle/accounts/import');
			await page.setInputFiles('#file', file(['peran,nama', ...many].join('\n')));
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /203 akun baru/);
			await press(page, 'Simpan akun');
			assert.match(await page.textContent('main'), /203 dari 203 akun dalam berkas ini belum punya kartu/);
			await window.checks();
			await window.picture(`card-list-${how.width}`);
			await press(page, 'Buat 200 kartu berikutnya');
			await window.checks();
			/* A lot ends early on a machine that is slow. */
			for (let made = await page.locator('.matang-card').count(), left = 203 - made; left > 0; left -= made) {
				await page.click(`main a:has-text("Lanjut: ${left} akun belum punya kartu")`);
				await window.checks();
				await window.picture(`card-list-begun-${how.width}`);
				await press(page, `Buat ${Math.min(left, 200)} kartu berikutnya`);
				made = await page.locator('.matang-card').count();
				assert.ok(made > 0);
			}
			await page.click('main a:has-text("Selesai: lihat semua kelompok")');
			assert.match(await page.textContent('main'), /Semua kartu sudah dibuat/);
			await window.checks();
			await window.close();
		});
	});

describe('the year', () => {
	for (const scripts of [true, false])
		it(`is prepared from the list to the notices, scripts ${scripts ? 'on' : 'off'}`, async () => {
			const year = scripts ? 2041 : 2042;
			const window = await open('admin', { scripts });
			const { page } = window;

			await window.go('/cycle/agencies/import?region=3');
			await page.setInputFiles('#file', file(`nama,singkatan\nDinas Tahun ${year},DT${year}\nBadan Tahun ${year},BT${year}\n`));
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /2 perangkat daerah baru/);
			await press(page, 'Simpan ke daftar');
			assert.match(await page.textContent('main'), new RegExp(`Dinas Tahun ${year}`));

			await window.go('/cycle/accounts/bulk?role=operator&region=3');
			await press(page, 'Buat akun yang dicentang');
			assert.match(await page.textContent('main'), new RegExp(`operator.dt${year}`));
			await window.checks();
			await window.go('/cycle/agencies?region=3&only=without-operator');
			assert.match(await page.textContent('main'), /Tidak ada yang cocok/);

			await window.go('/cycle/instruments/new');
			await page.fill('#name', `Instrumen ${year}`);
			for (const name of ['variables', 'levels', 'categories'])
				await page.setInputFiles(`#${name}`, `${REFERENCE}${name}.csv`);
			await press(page, 'Periksa berkas');
			await window.checks();
			await press(page, 'Simpan sebagai draf');
			const json = await (await city.signIn('admin')).get('/exchange/instrument/1/json');
			const here = page.url();

			await window.go('/cycle/instruments/new');
			await page.setInputFiles('#workbook', { name: 'instrumen.json', mimeType: 'application/json',
				buffer: Buffer.from(json.text.replace('"compulsory":true', '"compulsory":"ya"').replace('"number":2,', '"number":3,')) });
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /variables\[0\]\.levels\[\d\]\.items\[0\]\.compulsory: Harus true atau false/);
			await window.checks();
			await page.click('text=Pilih berkas yang sudah diperbaiki');
			await page.setInputFiles('#workbook', { name: 'instrumen.json', mimeType: 'application/json', buffer: json.body });
			await press(page, 'Periksa berkas');
			assert.match(await page.textContent('main'), /Sudah ada instrumen dengan nama itu/);
			await window.checks();
			await page.fill('#name', `Instrumen JSON ${year}`);
			await press(page, 'Simpan sebagai draf');
			assert.match(await page.textContent('main'), /Instrumen sudah dimuat sebagai draf/);

			await page.goto(here);
			await page.click('text=1. Perencanaan pembangunan daerah');
			await page.click('text=Ubah tingkat III');
			await page.fill('#title-2', 'Dokumen contoh yang wajib');
			await page.check('#compulsory-2');
			await page.fill('#order-2', '1');
			await press(page, 'Simpan');
			assert.match(await page.textContent('main'), /Dokumen contoh yang wajib \(wajib\)/);
			await page.click('.govuk-back-link');
			await page.click('main >> text=Periksa dan terbitkan');
			await press(page, 'Terbitkan');
			assert.match(await page.textContent('main'), /sudah terbit/);

			await window.go('/cycle/holidays');
			await page.fill('#day', `${year}-10-16`);
			await page.check('#kind-cuti_bersama');
			await page.fill('#name', 'Cuti bersama contoh');
			await press(page, 'Tambahkan');
			assert.match(await page.textContent('main'), new RegExp(`16 Oktober ${year}`));

			await window.go('/cycle/cycles/new');
			await page.selectOption('#region_id', '3');
			await page.fill('#year', String(year));
			await page.selectOption('#instrument_id', { label: `Instrumen ${year}` });
			await page.check('#province_tier-0');
			await page.fill('#start_date', `${year}-10-15`);
			await press(page, 'Periksa dan simpan');
			assert.match(await page.textContent('main'), /Periksa jadwalnya/);
			await window.checks();
			await press(page, 'Periksa dan simpan');
			await page.click('main >> text=Periksa dan buka');
			await window.checks();
			await page.check('#sure');	/* a year far ahead is asked about */
			await press(page, 'Buka periode untuk');
			assert.match(await page.textContent('main'), /sudah dibuka/);
			await window.checks();

			const { id } = one(`SELECT id FROM cycle WHERE year = ${year}`);
			await page.click('main >> text=Pemberitahuan perangkat daerah');
			assert.match(page.url(), new RegExp(`/notice/${id}$`));
			for (const box of await page.$$('input[name^="notified-"]'))
				await box.check();
			await page.check('#how-Rapat');
			await press(page, 'Catat yang dicentang');
			const { n } = one(`SELECT COUNT(*) AS n FROM assessment WHERE cycle_id = ${id} AND notified_how = 'Rapat'`);
			assert.match(await page.textContent('.matang-progress'), new RegExp(`${n} dari ${n}`));
			await window.checks();
			await window.close();
		});

	it('is told by the team too, and the Enter key takes nothing back', async () => {
		const window = await open('verifikator');
		const { page } = window;
		await window.go('/cycle/notice/1');
		await page.check('main input[name^="notified-"] >> nth=0');
		await press(page, 'Catat yang dicentang');
		const told = () => Number(one('SELECT COUNT(notified_at) AS n FROM assessment WHERE cycle_id = 1').n);
		assert.equal(told(), 1);
		await page.check('main input[name^="notified-"] >> nth=0');
		await page.fill('#detail', 'Surat contoh');
		await Promise.all([page.waitForNavigation(), page.press('#detail', 'Enter')]);
		assert.equal(told(), 2);
		await window.close();
	});

	it('can be prepared by the keyboard alone', async () => {
		const window = await open('admin.kota');
		const { page } = window;
		await window.go('/cycle/agencies/new');
		await page.focus('#name');
		await page.keyboard.type('Dinas Papan Ketik');
		await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
		assert.match(await page.textContent('h1'), /Dinas Papan Ketik/);
		await window.close();
	});
});

describe('the log of events', () => {
	it('is read on a telephone: fifty of them in a few screens, nothing beside the page', async () => {
		stack.sql(`INSERT INTO event_log (at, kind, outcome, account_id, role, address, region_id, what)
			SELECT UTC_TIMESTAMP(3), 'export', 'done', u.id, 'verifier', '10.1.2.3', 2, CONCAT('Unduhan contoh yang namanya cukup panjang ', seq)
			FROM seq_1_to_60 JOIN account u ON u.username = 'verifikator'`);
		for (const place of ['events', 'history']) {
			const window = await open('auditor', { width: 360 });
			await window.go(`/report/${place}`);
			await window.checks();
			const height = await window.page.evaluate(() => document.documentElement.scrollHeight);
			const rows = await window.page.locator('main tbody tr').count();
			assert.ok(rows > 0 && height < 1_400 + rows * 170, `${place}: ${rows} rows, ${height} px`);
			assert.equal(await window.page.locator('main select').first().isVisible(), false, 'the filters are folded');
			await window.close();
		}
	});
});
