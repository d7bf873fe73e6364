// SPDX-License-Identifier: ISC
//
// The register of applications and sites: an agency's own, a whole city's out of a workbook with the figures that
// were published of it (18 and 10 links of which 6 and 5 do not open, 100 of 6,283 people, 0.677 % of the
// budget), and out again; the walls, the report, and who sees what.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asTexts } from './texts.mjs';
import { openWorld } from './world.mjs';
import { csvRows, startStack } from './harness.mjs';
import { CITY, cityAgencies, cityRegister } from './register.mjs';

let stack, world, operator, head, team, admin;
const one = (query) => stack.sql(query)[0];
const row = (page, title) => page.all('tbody tr').map((line) => line.querySelectorAll('th, td').map((cell) => cell.words).join('|'))
	.find((line) => line.startsWith(title));
const figure = (page, label) => page.all('.matang-wall__figure').find((part) => part.words.startsWith(label))?.words;
const file = (content, filename = 'daftar.csv') => ({ filename, type: 'text/csv', content });
const forced = async (who, place, fields = {}) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });

let city;
before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	stack.sql(`INSERT INTO region (parent_id, code, name, kind, timezone) SELECT parent_id, '64.72', 'Kota Contoh 2018', 'city', 'WITA' FROM region WHERE id = 2`);
	city = Number(one("SELECT id FROM region WHERE code = '64.72'").id);
	stack.sql(`INSERT INTO agency (region_id, name) VALUES ${cityAgencies().map((name) => `(${city}, '${name}')`).join(', ')}`);
	[operator, head, team, admin] = await Promise.all(['operator.dkumkmp', 'kepala.dkumkmp', 'verifikator', 'admin'].map((who) => world.as(who)));
});
after(() => stack?.stop());

describe('the register of an agency', () => {
	let id;
	it('takes an application, and asks for what is missing with what was typed', async () => {
		let page = await operator.submit(await operator.get('/inventory/new'), { name: 'e-UMKM', address: 'http://192.168.1.5/umkm', cost: '12000000' }, { form: 'main form[method=post]' });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /jaringan sendiri/);
		assert.equal(page.form('main form[method=post]').filled({}).find(([name]) => name === 'cost')[1], '12000000');
		page = await operator.submit(page, { address: 'https://umkm.contoh.go.id/', audience: 'pelaku UMKM', audience_count: '6283', partner: 'Perguruan tinggi' }, { form: 'main form[method=post]' });
		assert.equal(page.status, 200);
		assert.match(page.words('main'), /12\.000\.000/);
		assert.match(page.words('main'), /Belum diperiksa/);
		id = Number(one('SELECT MAX(id) AS id FROM application').id);
	});

	it('refuses a name that is there, and addresses that nobody outside can open', async () => {
		const page = await operator.get('/inventory/new');
		assert.match((await operator.submit(page, { name: 'e-umkm' }, { form: 'main form[method=post]' })).errors.join(), /sudah ada/);
		for (const address of ['ftp://a.go.id/', 'https://orang:sandi@a.go.id/', 'http://localhost/', 'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://a.go.id:22/', 'http://kantor.local/',
			'http://[::1', 'javascript:alert(1)'])
			assert.equal((await operator.submit(page, { name: `Aplikasi ${address}`, address }, { form: 'main form[method=post]' })).status, 422, address);
	});

	it('counts who uses it: 100 of 6,283 is 1.59 %', async () => {
		const page = await operator.submit(await operator.get(`/inventory/${id}`), { counted_on: '2026-01-31', unit: 'downloads', number: '100' }, { form: 'form[action$="/count"]' });
		assert.match(row(page, '31 Januari 2026'), /\|100\|unduhan\|1,59 % Kurang dipakai/);
		assert.match(row(await operator.get('/inventory/'), 'e-UMKM'), /\|100\|1,59 %/);
		const late = await operator.submit(page, { counted_on: '2099-01-31', unit: 'users', number: '1' }, { form: 'form[action$="/count"]' });
		assert.match(late.errors.join(), /belum tiba/);
	});

	it('takes a status that somebody saw, and knows since when', async () => {
		const page = await operator.submit(await operator.get(`/inventory/${id}`), { state: 'dead' }, { form: 'form[action$="/told"]' });
		assert.match(page.words('main'), /Mati menurut yang membukanya/);
		assert.match((await operator.get('/inventory/?state=dead')).words('main'), /e-UMKM/);
		assert.match((await operator.get('/inventory/?state=alive')).words('main'), /Tidak ada yang cocok/);
	});

	it('is read by its head and the team, and not by a neighbour', async () => {
		for (const who of [head, team]) {
			const page = await who.get(`/inventory/${id}`);
			assert.equal(page.status, 200);
			assert.equal(page.one('form[action$="/count"]'), null);
		}
		const neighbour = await world.as('operator.dishub');
		assert.equal((await neighbour.get(`/inventory/${id}`)).status, 404);
		assert.doesNotMatch((await neighbour.get('/inventory/')).words('main'), /e-UMKM/);
		assert.equal((await forced(neighbour, `/inventory/${id}/remove`, { version: 1 })).status, 404);
		assert.equal((await forced(team, `/inventory/${id}/remove`, { version: 1 })).status, 403);
	});

	it('forgets what was seen when the address is another', async () => {
		await operator.submit(await operator.get(`/inventory/${id}/edit`), { address: 'https://umkm-baru.contoh.go.id/' }, { form: 'main form[method=post]' });
		assert.match((await operator.get(`/inventory/${id}`)).words('main'), /Belum diperiksa/);
		const stale = await forced(operator, `/inventory/${id}/remove`, { version: 1 });
		assert.equal(stale.status, 409);
		await operator.submit(await operator.get(`/inventory/${id}`), {}, { form: `form[action$="/${id}/remove"]` });
		assert.equal((await operator.get(`/inventory/${id}`)).status, 404);
	});
});

describe('a city, out of a workbook', () => {
	const preview = async (who, content, fields = {}) => who.postMultipart('/inventory/import', { csrf: who.csrf(await who.get('/account/profile')), ...fields, file: file(content) });

	it('is looked at first: what is wrong is told by its cell, and nothing is stored', async () => {
		const page = await preview(admin, 'perangkat daerah,nama,alamat,jumlah sasaran pengguna,status tautan\nDinas Tak Ada,Satu,http://10.0.0.1/,banyak,entah\n', { region: city });
		assert.equal(page.status, 422);
		for (const what of [/Dinas Tak Ada/, /jaringan sendiri/, /bilangan bulat/, /Tulis hidup/])
			assert.match(page.words('main'), what);
		assert.equal(Number(one('SELECT COUNT(*) AS n FROM application WHERE removed = 0').n), 0);
	});

	it('reads figures as people write them, and no others; names a day also where nothing was counted', async () => {
		const page = await preview(admin, 'perangkat daerah;nama;biaya;pengguna;unduhan;per tanggal;status tautan\n' +
			'dinas  contoh urusan 1.;Uji Satu;Rp 10.000.000,00;1.200;;17-Agu-25;aktif\nDinas Contoh Urusan 1;Uji Dua;1500000.5;1,5;;;\n' +
			'Dinas Contoh Urusan 1;Uji Tiga;Rp10 juta;;;31/2/2025;\nDinas Contoh Urusan 1;Uji Empat;;5;6;;\n;Uji Lima;;;;;\n', { region: city });
		const wrong = page.all('.govuk-error-summary li').map((each) => each.words);
		assert.deepEqual(wrong.map((words) => words.replace(/:.*/, '')), ['Baris 3, kolom biaya setahun (Rp)', 'Baris 3, kolom pengguna',
			'Baris 4, kolom biaya setahun (Rp)', 'Baris 4, kolom per tanggal', 'Baris 5, kolom unduhan', 'Baris 6, kolom perangkat daerah']);
		assert.match(wrong.join(), /“1500000\.5” bukan bilangan bulat.*“1,5”.*“Rp10 juta”.*“31\/2\/2025” bukan tanggal.*Isi salah satunya.*Kosong\. Tulis nama/);
		assert.match(page.words('tbody'), /Uji Satu.*Biaya setahun \(Rp\): 10000000.*Pengguna: 1200 per 17 Agustus 2025.*Status tautan: Hidup/);
	});

	it('has its columns read otherwise, and another agency\'s lines are not taken for one\'s own', async () => {
		let page = await preview(operator, 'nama;tujuan;opd\nUji Tujuan;Etalase;\nUji Lain;Berita;Dinas Lain Sama Sekali\n');
		assert.deepEqual(page.all('.govuk-error-summary li').map((each) => each.words), ['Baris 3, kolom perangkat daerah: “Dinas Lain Sama Sekali” bukan perangkat ' +
			'daerah Anda. Hapus barisnya, atau kosongkan sel ini bila isinya milik perangkat daerah Anda.']);
		assert.match(page.words(), /Berkas ini disimpan sementara/);
		page = await operator.submit(page, { 'column-1': 0, 'column-2': 0 }, { form: 'form[action$="/import/columns"]' });
		assert.equal(page.status, 200, page.words());
		assert.match(page.words(), /2 aplikasi dan situs akan ditambahkan/);
		assert.doesNotMatch(page.words('tbody'), /Kegunaan/);
		assert.match(page.words(), /Kolom yang tidak dipakai: tujuan, opd/);
	});

	it('comes in, and says what was published of it', async () => {
		let page = await preview(admin, cityRegister(), { region: city });
		assert.match(page.words('main'), /31 aplikasi dan situs akan ditambahkan/);
		page = await admin.submit(page, {}, { form: 'form[action$="/store"]' });
		assert.equal(page.status, 200);
		assert.match(row(page, 'Dinas|'), /^Dinas\|3\|18\|18\|6\|/);
		assert.match(row(page, 'Badan|'), /^Badan\|0\|10\|10\|5\|/);
		assert.match(page.words('main'), /Dari 28 tautan, 11 tidak terbuka/);
		const wall = await admin.get(`/inventory/wall?region=${city}`);
		assert.match(figure(wall, 'Tidak terbuka'), /11 dari 28 tautan/);
		assert.match(row(wall, 'Digital Government'), /1,59 % Kurang dipakai/);
		assert.match(row(wall, 'Layanan warga'), /0,31 % Kurang dipakai/);
	});

	it('again changes nothing', async () => {
		const { n } = one('SELECT COUNT(*) AS n FROM application');
		const page = await preview(admin, 'perangkat daerah,nama,kegunaan\nDinas Contoh Urusan 1,Digital Government,\n', { region: city });
		assert.match(page.words('main'), /Semua isi berkas ini sudah ada/);
		assert.equal(one('SELECT COUNT(*) AS n FROM application').n, n);
	});

	it('goes out as a file that comes back as it went', async () => {
		const csv = await admin.get(`/inventory/table.csv?region=${city}`);
		const rows = csvRows(csv.text);
		assert.equal(rows.length, 31);
		assert.equal(rows.find((line) => line.Nama === 'Digital Government')['Pemakaian (%)'], '1,59');
		const again = await preview(admin, csv.text, { region: city });
		assert.equal(again.status, 200, again.words('main'));
		assert.match(again.words('main'), /akan ditambahkan atau diperbarui|sudah ada/);
		assert.doesNotMatch(again.words('tbody'), /Ditambahkan/);
	});

	it('spends 0.677 % on information technology, against what it aims at', async () => {
		let page = await admin.submit(await admin.get(`/inventory/budget?region=${city}`), { year: CITY.year, total: CITY.total, ict: CITY.ict, target: CITY.target, basis: CITY.basis },
			{ form: 'main form[method=post]' });
		assert.match(row(page, '2017'), /\|1\.810\.758\.387\.000\|12\.262\.832\.618\|0,677 %\|2,00 %, belum tercapai/);
		page = await admin.submit(page, { year: 2018, total: '100', ict: '101', target: 'banyak' }, { form: 'main form[method=post]' });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /lebih besar dari APBD/);
		assert.match(page.errors.join(), /dalam persen/);
		assert.equal((await forced(team, '/inventory/budget', { year: 2017, total: '1', ict: '1' })).status, 403);
	});

	it('is a report on paper, as PDF and as a workbook', async () => {
		const page = await admin.get(`/inventory/report?region=${city}`);
		assert.equal(row(page, 'Semua'), 'Semua|3|28|28|11|2');
		assert.match(page.words('main'), /0,677/);
		assert.match((await admin.get(`/inventory/report/pdf?region=${city}`)).headers['content-type'], /pdf/);
		await asTexts(admin, `/inventory/report?region=${city}`, /LAPORAN APLIKASI DAN SITUS/i);
		assert.match((await admin.get(`/inventory/table.xlsx?region=${city}`)).headers['content-type'], /spreadsheet/);
	});

	it('is not for those of another region', async () => {
		for (const place of ['', 'wall', 'command', 'report', 'budget'])
			assert.equal((await team.get(`/inventory/${place}?region=${city}`)).status, 404, place);
	});
});

describe('the command page', () => {
	it('shows what waits for a decision, and what does not', async () => {
		const id = world.assessment('DKUMKMP');
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id};
			INSERT INTO consultation (assessment_id, agency_id, region_id, variable_number, field, title, asked_at, waiting_since)
				SELECT id, agency_id, 2, 3, 'organisasi', 'Apakah notulen cukup?', UTC_TIMESTAMP(3), '2026-11-02 04:00:00' FROM assessment WHERE id = ${id};
			INSERT INTO application (agency_id, kind, name, address, created_at, created_by, link_state, link_at, link_since, link_due)
				SELECT agency_id, 'site', 'Situs', 'https://contoh.go.id/', UTC_TIMESTAMP(3), 1, 'dead', UTC_TIMESTAMP(3), '2026-10-05 04:00:00', '9999-12-31' FROM assessment WHERE id = ${id}`);
		stack.sql(`INSERT INTO hearing (region_id, title, explanation, state, opens_on, closes_on, salt, conclusion, created_at, created_by)
				VALUES (2, 'Jam layanan', 'Pagi atau sore', 'open', '2026-11-01', '2026-12-31', UNHEX(MD5('')), '', UTC_TIMESTAMP(3), 1);
			INSERT INTO opinion (hearing_id, mark, body, answer, received_at) SELECT MAX(id), UNHEX(SHA2('', 256)), 'Sore.', '', '2026-11-20 04:00:00' FROM hearing`);
		const page = await team.get('/inventory/command');
		assert.match(figure(page, 'Pendapat warga menunggu dirilis'), /1 terlama sejak 20 November 2026/);
		assert.match(figure(page, 'Penilaian menunggu verifikasi'), /1/);
		assert.match(figure(page, 'Konsultasi menunggu jawaban'), /1 terlama sejak 2 November 2026/);
		assert.match(figure(page, 'Tautan tidak terbuka'), /1 terlama sejak 5 Oktober 2026/);
		assert.match(page.words('main'), /Tidak ada yang menunggu pada:.*Permintaan tambahan waktu/);
		assert.equal((await operator.get('/inventory/command')).status, 403);
		stack.sql(`UPDATE cycle_step s JOIN cycle c ON c.id = s.cycle_id SET s.planned_from = '2020-01-01', s.planned_until = IF(s.step = 4, UTC_DATE() + INTERVAL 30 DAY, '2020-01-01')
			WHERE c.region_id = 2 AND c.state = 'open'`);
		assert.match((await team.get('/inventory/command')).words('main'), /Pengisian sampai [^,]+, sisa \d+ hari kerja\./);
		/* A plan that was moved behind the day that an agency was given holds for it, too. */
		stack.sql(`UPDATE assessment SET state = 'draft', until_4 = UTC_DATE() - INTERVAL 5 DAY WHERE id = ${id}`);
		assert.match((await team.get('/inventory/command')).words('main'), /Tidak ada yang menunggu pada:.*Penilaian terlambat dikirim/);
		stack.sql(`UPDATE cycle_step s JOIN cycle c ON c.id = s.cycle_id SET s.planned_until = UTC_DATE() - INTERVAL 9 DAY WHERE c.region_id = 2 AND c.state = 'open' AND s.step = 4`);
		assert.match(figure(await team.get('/inventory/command'), 'Penilaian terlambat dikirim'), /\d+ terlama sejak/);
	});
});
