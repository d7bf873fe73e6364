// SPDX-License-Identifier: ISC
//
// Lists as offices keep them: what a preview makes of titles, heads of two rows, notes, signatures,
// hidden rows, dates in words and files of other programs; nothing is lost or invented in silence.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sheets } from './books.mjs';
import { settle } from './city.mjs';
import { book, zip } from './files.mjs';
import { ROOT, startStack } from './harness.mjs';

let stack, city, own, everywhere;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	own = await city.signIn('admin.kota');
	everywhere = await city.signIn('admin');
});
after(() => stack?.stop());

const input = (name) => ({ filename: name, content: readFileSync(path.join(ROOT, 'tests/inputs', name)) });
const text = (content, filename = 'daftar.csv') => ({ filename, content });
const workbook = (rows, how) => ({ filename: 'daftar.xlsx', content: book(rows, how) });
const problems = (page) => page.all('.govuk-error-summary li').map((each) => each.words);
const unread = (page) => page.all('main ul.govuk-list--bullet li').map((each) => each.words)
	.filter((words) => /^Baris \d+:/.test(words) && !problems(page).includes(words));
const rows = (page) => page.rows().slice(1);
const whats = (page) => rows(page).map((row) => row.at(-1));
const names = (page) => rows(page).map((row) => row[0].replace(/ ?Baris \d+$/, ''));

async function upload(file, { who = own, kind = 'agencies', region = 2 } = {}) {
	return who.postMultipart(`/cycle/${kind}/import`, { csrf: who.csrf(await who.get('/cycle/')),
		...(kind === 'agencies' || kind === 'accounts' ? { region_id: region } : {}), file });
}
const accounts = (file) => upload(file, { kind: 'accounts' });
const holidays = (file) => upload(file, { who: everywhere, kind: 'holidays' });
async function instrument(file) {
	return everywhere.postMultipart('/cycle/instruments/new', { csrf: everywhere.csrf(await everywhere.get('/cycle/')),
		name: 'Instrumen contoh', workbook: file });
}

describe('a list of agencies', () => {
	it('under a title, with a head of two rows, a row of numbers and a signature', async () => {
		const page = await upload(input('agencies-two-row-head.xlsx'));
		assert.deepEqual(problems(page), ['Baris 10, kolom nip: Excel menganggap NIP ini bilangan dan memendekkannya menjadi ' +
			'1.97001011995031e+17; angka aslinya hilang. Ubah format kolom ini menjadi Teks, lalu ketik ulang ke-18 angkanya.']);
		assert.deepEqual(names(page), ['Dinas Uji Satu', 'Dinas Uji Dua', 'Kecamatan Uji Tiga']);
		assert.match(rows(page)[0].join(), /Jabatan kepala: Kepala Dinas ?Nama kepala: Dr\. Hj\. Siti Contoh, S\.Sos\., M\.Si\. ?Pangkat: Pembina Utama Muda \/ IV c ?NIP: 197001011995031001/);
		assert.match(page.words(), /“NAMA” dibaca sebagai nama kepala/);
		assert.match(page.words(), /“PERANGKAT DAERAH” dibaca sebagai nama,/);
		assert.deepEqual(unread(page).map((words) => words.split(':')[0]), ['Baris 12', 'Baris 13', 'Baris 15', 'Baris 16']);
		assert.match(unread(page)[0], /Balikpapan, 2 Januari 2026/);
	});

	it('with a head of two rows of which the upper one alone would do, and names that nobody needs', async () => {
		const page = await upload(text('No;Nama Perangkat Daerah;Kepala;;;Kontak;\n;;Nama;NIP;Pangkat;Telepon;Email\n' +
			'1;Dinas Uji Kepala Dua Baris;Budi, S.E.;197001011995031001;Pembina;0542;a@contoh.go.id\n'));
		assert.deepEqual(problems(page), []);
		assert.match(rows(page).join(), /^Dinas Uji Kepala Dua Baris ?Baris 3,.*Nama kepala: Budi, S\.E\. ?Pangkat: Pembina ?NIP: 197001011995031001 ?Surel: a@contoh\.go\.id/);
		assert.deepEqual(unread(page), []);
	});

	it('with two columns that mean the same, which are told by their names', async () => {
		const page = await upload(text('SKPD;OPD;Kadis\nDinas Uji Sama;Dinas Uji Sama;A\n'));
		assert.deepEqual(problems(page), ['Baris 1, kolom OPD: Artinya sama dengan kolom “SKPD”. Hapus salah satunya, atau ubah artinya di bawah.']);
	});

	it('with sums, notes and signatures below it', async () => {
		for (const [name, count] of [['agencies-note-rows.xlsx', 2], ['agencies-signature-block.xlsx', 4]]) {
			const page = await upload(input(name));
			assert.equal(page.status, 200, `${name}: ${problems(page)}`);
			assert.deepEqual(whats(page), ['Ditambahkan']);
			assert.equal(unread(page).length, count, name);
		}
		/* a row that lacks its name is none of them */
		const lacking = await upload(text('nama,nama kepala\nDinas A,B\n,C\n'));
		assert.deepEqual(problems(lacking), ['Baris 3, kolom nama: Kosong. Isi dahulu.']);
		const between = await upload(text('nama,nama kepala\nDinas A,B\n,C\nDinas D,E\n'));
		assert.deepEqual(problems(between), ['Baris 3, kolom nama: Kosong. Isi dahulu.']);
		/* nor is an agency whose name begins like a note */
		const named = await upload(text('nama\nKeterangan Contoh dan Catatan Sipil\nJumlahan\nCatatan\n'));
		assert.deepEqual(names(named), ['Keterangan Contoh dan Catatan Sipil', 'Jumlahan']);
	});

	it('with rows that nobody sees', async () => {
		assert.deepEqual(problems(await upload(input('agencies-hidden-row.xlsx'))), ['Baris 3 tersembunyi atau tersaring di lembar kerja. ' +
			'Tampilkan semua baris, hapus yang tidak ikut, lalu simpan.']);
		const many = await upload(workbook([['nama'], ...Array.from({ length: 14 }, (_, i) => [`Dinas ${i}`])],
			{ hidden: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] }));
		assert.deepEqual(problems(many), ['Baris 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 dan 2 baris lain tersembunyi atau tersaring di lembar kerja. ' +
			'Tampilkan semua baris, hapus yang tidak ikut, lalu simpan.']);
	});

	it('whose degrees have commas of their own', async () => {
		const page = await upload(text('nama,nama kepala,nip\nDinas A,Contoh, S.E., M.M.,197001011995030007\n'));
		assert.deepEqual(problems(page).filter((words) => /luar kolom/.test(words)), ['Baris 2, kolom ke-4: “M.M.” berada di luar kolom yang ' +
			'bernama. Isi sel yang memuat koma, misalnya gelar, diapit tanda kutip: "Nama, S.E.".']);
		/* in a workbook it is a remark beside the list */
		const beside = await upload(workbook([['nama', ''], ['Dinas Beside', 'periksa lagi'], ['Dinas Lain', '', '', 'x']]));
		assert.equal(beside.status, 200, problems(beside).join());
		assert.deepEqual(unread(beside), ['Baris 2: periksa lagi (kolom B tidak bernama)', 'Baris 3: x (kolom D tidak bernama)']);
	});

	it('with the heads of other lists, and dashes for nothing', async () => {
		const page = await upload(text('No,Nama Dinas,Kadis,NIP Kepala,Pangkat/Gol. Ruang,Keterangan\n1,Dinas Kepala Lain,Contoh,-,–,—\n'));
		assert.equal(page.status, 200, problems(page).join());
		assert.deepEqual(names(page), ['Dinas Kepala Lain']);
		assert.match(rows(page)[0].join('|'), /\|Nama kepala: Contoh\|Ditambahkan/);
		assert.match(page.words(), /“Nama Dinas” dibaca sebagai nama, “Kadis” dibaca sebagai nama kepala/);
		assert.match(page.words(), /Kolom yang tidak dipakai: No, Keterangan\./);
		const both = await upload(text('Unit Kerja,Nama,Jabatan\nDinas Unit,Contoh Kepala,Kepala Dinas\n'));
		assert.deepEqual(names(both), ['Dinas Unit']);
		assert.match(rows(both)[0].join('|'), /Jabatan kepala: Kepala Dinas ?Nama kepala: Contoh Kepala/);
		assert.match(problems(await upload(text('nama,nama\nA,B\n'))).join(), /ada dua kali/);
	});

	it('names an agency that is there, however it is written', async () => {
		const page = await upload(text('nama\n"DINAS  CONTOH SATU."\nDinas Contoh\xa0Dua\nBagian Organisasi Contoh \n'.replace('\xa0', '\u00a0')));
		assert.match(page.words(), /0 perangkat daerah baru, 1 diperbarui, 2 tetap/);
		assert.match(whats(page)[0], /Diperbarui ?Nama: Dinas Contoh Satu menjadi DINAS CONTOH SATU\./);
		const twice = await upload(text('nama\nDinas PU & Perumahan\nDINAS PU dan Perumahan\n'));
		assert.deepEqual(problems(twice), ['Baris 3, kolom nama: Sama dengan baris 2. Hapus salah satunya.']);
		const form = await own.get('/cycle/agencies/new?region=2');
		assert.match((await own.submit(form, { region_id: 2, name: 'Dinas   Contoh \u00a0 Satu' })).errors.join(), /sudah/);
	});

	it('in files of other programs', async () => {
		const gnumeric = await upload(input('gnumeric.xlsx'));
		assert.equal(gnumeric.status, 200, problems(gnumeric).join());
		assert.match(rows(gnumeric)[0].join('|'), /^Dinas Contoh gnumeric.*Kota Contoh/);
		for (const name of ['libreoffice.ods', 'gnumeric.ods']) {
			const page = await upload(input(name));
			assert.equal(page.status, 200, `${name}: ${problems(page)}`);
			assert.match(rows(page)[0].join('|'), /^Dinas Contoh gnumeric.*Kota Contoh/);
		}
		const tab = await upload({ ...input('agencies-tab.csv'), filename: 'daftar.xls' });
		assert.deepEqual(names(tab), ['Dinas Coba 9']);
		for (const [name, wanted] of [['agencies-tab.csv', 'Dinas Coba 9'], ['agencies-utf16-tab.txt', 'Dinas Coba 8']]) {
			const page = await upload(input(name));
			assert.equal(page.status, 200, `${name}: ${problems(page)}`);
			assert.deepEqual(names(page), [wanted]);
		}
		const windows = await upload(text(Buffer.from('nama;nama kepala\nDinas \x93Kutip\x94 \x96 Satu;Caf\xe9\n', 'latin1')));
		assert.deepEqual(names(windows), ['Dinas “Kutip” – Satu']);
		assert.match(problems(await upload(text(Buffer.from('nama\nCaf\xc3\xa9 \xe9\n', 'latin1')))).join(), /Huruf dalam berkas CSV tidak terbaca/);
		assert.match(problems(await upload(text(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'a.xls'))).join(),
			/tetapi berkas Excel lama \(\.xls\) atau yang berkata sandi/);
	});

	it('or is named for what it is', async () => {
		const page = await upload(input('agencies-html.xls'));
		assert.equal(page.status, 422);
		assert.match(problems(page).join(), /tetapi halaman web \(HTML\) yang dinamai seperti berkas Excel/);
		const old = (stream) => text(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1016),
			Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]), 'a.xls');
		for (const [stream, words] of [['Workbook', /tetapi berkas Excel lama \(\.xls\)\. Buka .* simpan sebagai \.xlsx/],
			['EncryptedPackage', /tetapi berkas Excel yang berkata sandi\. .* tanpa kata sandi/], ['WordDocument', /naskah Word lama \(\.doc\)\. Unggah/]])
			assert.match(problems(await upload(old(stream))).join(), words);
	});

	it('or for what another program made of it', async () => {
		const part = (name) => ({ filename: 'a.xlsx', content: zip([{ name: '_rels/.rels', content: '<Relationships/>' }, { name, content: 'x' }]) });
		for (const [file, words] of [[text('ID;PWXL;N;E\r\nC;Y1;X1;K"nama"\r\n'), /tetapi lembar kerja SYLK/], [text('TABLE\r\n0,1\r\n"x"\r\n'), /tetapi lembar kerja DIF/],
			[text(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])), /tetapi berkas Gnumeric/], [text(Buffer.from('\x09\x00\x04\x00\x02\x00', 'latin1')), /Excel yang sangat lama/],
			[text('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), /Excel 2003 dalam bentuk XML/],
			[text('<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'), /\(\.fods\)/],
			[text('%PDF-1.7\n'), /tetapi berkas PDF\. Unggah lembar kerja yang memuat daftarnya/], [text(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 9])), /tetapi foto\. Unggah/],
			[part('xl/workbook.bin'), /tetapi berkas Excel biner \(\.xlsb\)/], [part('word/document.xml'), /tetapi naskah Word \(\.docx\)\. Unggah/]]) {
			const page = await upload(file);
			assert.equal(page.status, 422, words);
			assert.equal(problems(page).length, 1, words);
			assert.match(problems(page)[0], words);
		}
	});

	it('between other separators than those of its title, or all in one cell', async () => {
		for (const file of ['DAFTAR OPD, KOTA CONTOH,,\nnama;nama kepala\nDinas Judul;Contoh, S.E.\n', 'nama|nama kepala\nDinas Judul|Contoh, S.E.\n',
			Buffer.from('nama;nama kepala\nDinas Judul;Contoh, S.E.\n', 'utf16le')]) {
			const page = await upload(text(file));
			assert.equal(page.status, 200, problems(page).join());
			assert.match(rows(page)[0].join('|'), /^Dinas Judul.*Nama kepala: Contoh, S\.E\./);
		}
		assert.deepEqual(problems(await upload(text('"nama,nama kepala"\n"Dinas A,X"\n'))), ['Setiap baris berada dalam satu sel. ' +
			'Di Excel pilih kolom itu, lalu Data › Teks ke Kolom, dan simpan sebagai .xlsx.']);
	});

	it('in groups, with its head on every page', async () => {
		const page = await upload(workbook([['No', 'Nama OPD', 'Kepala'], ['A', 'DINAS', ''], [1, 'Dinas Grup A', 'X'], ['No', 'Nama OPD', 'Kepala'],
			[2, 'Dinas Grup B', 'Y'], ['No', 'Kecamatan', 'Camat'], [3, 'Kecamatan Grup', 'Z']]));
		assert.deepEqual(names(page), ['Dinas Grup A', 'Dinas Grup B', 'Kecamatan Grup']);
		assert.deepEqual(unread(page), ['Baris 2: A · DINAS', 'Baris 4: No · Nama OPD · Kepala', 'Baris 6: No · Kecamatan · Camat']);
		/* a letter where nothing is numbered is no group */
		assert.deepEqual(names(await upload(text('No,Nama OPD\nA,Dinas Huruf\nB,Dinas Lain\n'))), ['Dinas Huruf', 'Dinas Lain']);
	});

	it('with regions by code, however a program wrote it, or by name', async () => {
		const page = await upload(text('nama,kode daerah,nip\nDinas Kode A,64.70999999999999,NIP. 19700101 199503 1 001\nDinas Kode B,6471,\nDinas Kode C,kota  CONTOH,\n' +
			'Dinas Kode D,"64,70999999999999",\n'), { who: everywhere, region: 3 });
		assert.equal(page.status, 200, problems(page).join());
		assert.deepEqual(rows(page).map((row) => row[1]), ['Kota Contoh', 'Kota Contoh', 'Kota Contoh', 'Kota Contoh']);
		assert.match(rows(page)[0].join(), /NIP: 197001011995031001/);
		assert.deepEqual(problems(await upload(text('nama,kode daerah\nDinas A,Kota Mana\n'))), ['Baris 2, kolom kode daerah: ' +
			'Daerah “Kota Mana” tidak ada di wilayah Anda. Tulis kode atau namanya.'], 'each problem once');
	});

	it('with what old systems and slides leave in a cell', async () => {
		assert.deepEqual(names(await upload(text('nama\nDinas\x0bCoba\x0cKendali\n'))), ['Dinas Coba Kendali']);
		assert.match(problems(await upload(text(Buffer.from('nama\nDinas \x0b\xff\xc3\xa9\n', 'latin1')))).join(), /Huruf dalam berkas CSV tidak terbaca/);
	});

	it('shows what would be stored, and a formula that nobody computed', async () => {
		const page = await upload(text('nama,singkatan,jabatan kepala,nama kepala,pangkat\nDinas Nol,0,00,0,0\n'));
		assert.deepEqual(rows(page)[0].slice(0, 4), ['Dinas Nol (0)Baris 2', 'Kota Contoh', 'Jabatan kepala: 00Nama kepala: 0Pangkat: 0', 'Ditambahkan']);
		const formula = await upload(workbook([['nama', 'nama kepala'], ['Dinas Rumus', { formula: 'A2', value: 0 }]], { compute: true }));
		assert.deepEqual(problems(formula), ['Baris 2, kolom nama kepala: Berisi rumus tanpa hasil (#N/A). Ketik isinya, atau tempel ' +
			'sebagai nilai, lalu simpan.']);
	});

	it('of five thousand agencies, of which the first are shown in full and all in a line', async () => {
		const rows = Array.from({ length: 5000 }, (_, at) => [`Dinas Ribuan ${at}`, `DR${at}`, 'Kepala Dinas', `Contoh ${at}`]);
		const page = await upload(workbook([['Nama', 'Singkatan', 'Jabatan Kepala', 'Nama Kepala'], ...rows]));
		assert.equal(page.status, 200, problems(page).join());
		assert.match(page.words(), /5000 perangkat daerah baru/);
		assert.equal(page.rows().length, 301);
		assert.equal(page.all('main details:last-of-type li').length, 4700);
		assert.equal(page.all('main details:last-of-type li').at(-1).words, 'Baris 5001, baru · Dinas Ribuan 4999 · DR4999 · Kepala Dinas · Contoh 4999');
		const done = await own.submit(page, {}, { form: 'form[action$="/store"]', follow: false });
		assert.equal(done.status, 303);
		assert.equal(stack.sql("SELECT COUNT(*) AS n FROM agency WHERE name LIKE 'Dinas Ribuan %'")[0].n, '5000');
		assert.equal(stack.sql("SELECT COUNT(*) AS n FROM history WHERE to_value LIKE 'Dinas Ribuan %'")[0].n, '5000');
		const too = await upload(workbook([['Nama'], ...Array.from({ length: 6001 }, (_, at) => [`Dinas Banyak ${at}`])]));
		assert.deepEqual(problems(too), ['Lebih dari 6000 baris. Bagi menjadi beberapa berkas dan impor satu per satu.']);
	});

	it('on the second sheet, behind a page of instructions', async () => {
		const page = await upload(workbook([['Petunjuk pengisian']], { second: [['nama'], ['Dinas Lembar Dua']] }));
		assert.deepEqual(names(page), ['Dinas Lembar Dua']);
		assert.match(problems(await upload(workbook([['a', 'b']], { second: [['c']] }))).join(), /Baris 1, kolom nama: Kolom ini tidak ada/);
	});

	it('on the first of two sheets, and says that the second has one, too', async () => {
		const rows = (name) => [['nama'], [name]];
		const page = await upload(workbook(rows('Dinas Lembar Satu'), { second: rows('Dinas Lembar Dua') }));
		assert.deepEqual(names(page), ['Dinas Lembar Satu']);
		assert.match(page.words(), /Lembar ke-2 di berkas ini berisi daftar serupa dan tidak ikut dibaca/);
		assert.doesNotMatch((await upload(workbook(rows('Dinas Lembar Satu'), { second: [['Petunjuk pengisian'], ['nama']] }))).words(), /daftar serupa/);
		assert.doesNotMatch((await upload(workbook([['Petunjuk pengisian']], { second: rows('Dinas Lembar Dua') }))).words(), /daftar serupa/);
	});
});

describe('a list of accounts', () => {
	it('with cells that reach down over several rows', async () => {
		stack.sql("INSERT INTO agency (region_id, name) VALUES (2, 'Dinas Contoh Perhubungan')");
		const page = await accounts(input('accounts-merged-agency.xlsx'));
		assert.equal(page.status, 200, problems(page).join());
		assert.deepEqual(whats(page), ['Ditambahkan', 'Ditambahkan']);
		assert.equal(page.words().match(/Dinas Contoh Perhubungan/g).length, 2);
	});

	it('whose roles stand in the head over its people', async () => {
		for (const [head, role] of [['Admin OPD', 'Operator Perangkat Daerah'], ['Nama Operator OPD', 'Operator Perangkat Daerah'],
			['Nama Kepala Dinas', 'Kepala Perangkat Daerah'], ['Nama Verifikator', 'Tim verifikasi']]) {
			const page = await accounts(text(`Nama Dinas,${head},No HP\nDisatu,Contoh Admin Satu,081200000001\nDisdua,Contoh Admin Dua,`));
			assert.equal(page.status, 200, `${head}: ${problems(page)}`);
			assert.deepEqual(rows(page).map((row) => row[1]), [role, role], head);
			assert.ok(page.words().includes(`peran: ${role}`), 'and it is said of what');
			assert.deepEqual(whats(page), ['Ditambahkan', 'Ditambahkan']);
		}
		/* Nothing says of these what they may do, and of others it is not guessed. */
		for (const head of ['Nama', 'Admin', 'Inspektorat'])
			assert.match(problems(await accounts(text(`Nama Dinas,${head}\nDisatu,Contoh Orang\n`))).join(), /kolom peran: Kolom ini tidak ada/, head);
	});

	it('with roles as offices write them', async () => {
		const written = { 'Admin OPD': 'Operator Perangkat Daerah', 'operator opd': 'Operator Perangkat Daerah', 'Kepala Dinas': 'Kepala Perangkat Daerah',
			Kadis: 'Kepala Perangkat Daerah', Verifikator: 'Tim verifikasi', 'Tim Penilai': 'Tim verifikasi', Sekda: 'Sekretaris Daerah',
			'Wali Kota': 'Sekretaris Daerah', Inspektorat: 'Inspektorat', APIP: 'Inspektorat' };
		const page = await accounts(text(['peran,nama,opd', ...Object.keys(written).map((role, at) =>
			`${role},Contoh Orang ${at},${/Operator|Kepala/.test(written[role]) ? 'Disatu' : ''}`)].join('\n')));
		assert.equal(page.status, 200, problems(page).join());
		rows(page).forEach((row, at) => assert.ok(row[1].startsWith(Object.values(written)[at]), `${Object.keys(written)[at]}: ${row[1]}`));
	});

	it('with regions by their names, as far as one alone is meant', async () => {
		const brought = (name, row = 'operator,Contoh Orang,Disatu') => upload(text(`peran,nama,opd,kode daerah\n${row},${name}`),
			{ who: everywhere, kind: 'accounts', region: '' });
		for (const [name, region, row] of [['Pemkot Contoh', 'Kota Contoh'], ['KOTA  CONTOH', 'Kota Contoh'],
			['Contoh Timur', 'Provinsi Contoh Timur', 'validator,Contoh Orang,'], ['Prov. Contoh Timur', 'Provinsi Contoh Timur', 'validator,Contoh Orang,']]) {
			const page = await brought(name, row);
			assert.equal(page.status, 200, `${name}: ${problems(page)}`);
			assert.ok(rows(page)[0][2].endsWith(region), rows(page)[0][2]);
		}
		const page = await brought('Contoh');
		assert.equal(page.status, 422);
		assert.match(problems(page).join(), /“Contoh” dapat berarti (Kota|Kabupaten) Contoh atau (Kota|Kabupaten) Contoh\. Tulis salah satunya, atau kode/);
		assert.match(problems(await brought('Kab. Contoh')).join(), /Perangkat daerah “Disatu” tidak ada di Kabupaten Contoh/);
		assert.match(problems(await brought('Kab. Contoh Timur')).join(), /tidak ada di wilayah Anda/);
		const agencies = await upload(text('nama,kode daerah\nDinas Contoh Wilayah,Contoh'), { who: everywhere, region: '' });
		assert.match(problems(agencies).join(), /“Contoh” dapat berarti/, 'of every list alike');
	});

});

describe('a list of holidays', () => {
	const days = (page) => rows(page).map((row) => row[0]);

	it('with days as ministries and people write them', async () => {
		const page = await holidays(text(['Tanggal;Nama', 'Jumat, 1 Januari 2038;Tahun Baru', '17-Agu-38;Kemerdekaan', '20–22 Maret 2038;Cuti bersama Idulfitri',
			'2038/12/25;Natal', '30 April 2038 s.d. 1 Mei 2038;Buruh', '2038-06-01 00:00:00;Pancasila'].join('\n')));
		assert.equal(page.status, 200, problems(page).join());
		assert.deepEqual(days(page), ['Jumat, 1 Januari 2038', 'Selasa, 17 Agustus 2038', 'Sabtu, 20 Maret 2038', 'Minggu, 21 Maret 2038',
			'Senin, 22 Maret 2038', 'Sabtu, 25 Desember 2038', 'Jumat, 30 April 2038', 'Sabtu, 1 Mei 2038', 'Selasa, 1 Juni 2038']);
		assert.deepEqual(rows(page).map((row) => row[2]).slice(0, 5), ['Libur nasional', 'Libur nasional', 'Cuti bersama', 'Cuti bersama', 'Cuti bersama']);
		await everywhere.submit(page, {}, { form: 'form[action$="/store"]' });
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM holiday WHERE YEAR(day) = 2038')[0].n, '9');
	});

	it('with a year in its title alone', async () => {
		const page = await holidays(text('HARI LIBUR NASIONAL TAHUN 2039\nNO;HARI;TANGGAL;KETERANGAN\n1;Sabtu;1 Januari;Tahun Baru\n2;Rabu;17 Agustus;HUT RI\n'));
		assert.deepEqual(days(page), ['Sabtu, 1 Januari 2039', 'Rabu, 17 Agustus 2039']);
		await everywhere.submit(page, {}, { form: 'form[action$="/store"]' });
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM holiday WHERE YEAR(day) = 2039')[0].n, '2');
	});

	it('with a title that stands right above a head of two columns', async () => {
		const page = await holidays(text('HARI LIBUR NASIONAL TAHUN 2040\nTanggal;Keterangan\n1 Januari;Tahun Baru\n'));
		assert.deepEqual([problems(page), days(page)], [[], ['Minggu, 1 Januari 2040']]);
	});

	it('as the decree prints them, joint leave below its own line', async () => {
		const head = ['NO', 'TANGGAL', 'HARI', 'KETERANGAN'];
		const page = await holidays(workbook([['HARI LIBUR NASIONAL DAN CUTI BERSAMA TAHUN 2040'], ['A. HARI LIBUR NASIONAL TAHUN 2040'], head,
			[1, '1 Januari', 'Minggu', 'Tahun Baru'], ['B. CUTI BERSAMA TAHUN 2040'], head, [1, '2, 3, dan 4 Januari', 'Senin, Selasa, Rabu', 'Tahun Baru']]));
		assert.equal(page.status, 200, problems(page).join());
		assert.deepEqual(rows(page).map((row) => row[2]), ['Libur nasional', 'Cuti bersama', 'Cuti bersama', 'Cuti bersama']);
		assert.deepEqual(unread(page).map((words) => words.split(':')[0]), ['Baris 5', 'Baris 6']);
		await everywhere.submit(page, {}, { form: 'form[action$="/store"]' });
		assert.deepEqual(stack.sql('SELECT kind, COUNT(*) AS n FROM holiday WHERE YEAR(day) = 2040 GROUP BY kind ORDER BY kind').map((row) => [row.kind, row.n]),
			[['libur', '1'], ['cuti_bersama', '3']]);
	});

	it('goes out in the columns in which it comes in', async () => {
		const list = await everywhere.get('/cycle/holidays?year=2038');
		const csv = await everywhere.get(new URL(list.link('CSV untuk Excel')).pathname.replace(/^\/matang/, '') + '?bom=1&year=2038');
		assert.equal(csv.body.subarray(0, 3).toString('hex'), 'efbbbf');
		assert.match(csv.body.toString(), /"2038-03-20","cuti bersama","Cuti bersama Idulfitri"/);
		const book = await everywhere.get('/cycle/holidays/table.xlsx?year=2038');
		assert.deepEqual(sheets(book.body)[0].rows.slice(0, 2), [['tanggal', 'jenis', 'nama'], ['2038-01-01', 'libur', 'Tahun Baru']]);
		for (const content of [csv.body, book.body])
			assert.deepEqual([...new Set(whats(await holidays({ filename: 'libur', content })))], ['Tetap'], 'nothing changes');
		assert.equal((await everywhere.get('/cycle/holidays/table.csv')).status, 404);
		assert.equal((await everywhere.get('/cycle/holidays/table.ods?year=2038')).status, 404);
	});

	it('says of a number that no format makes a day what it is', async () => {
		assert.match(problems(await holidays(workbook([['tanggal', 'nama'], [46616, 'A']]))).join(), /“46616” adalah bilangan, bukan tanggal/);
	});

	it('of date cells, whoever wrote them', async () => {
		for (const name of ['holidays-hari-tanggal.xlsx', 'holidays-isodates-datetime.xlsx', 'holidays-strict.xlsx', 'sheetjs.xlsx', 'exceljs.xlsx']) {
			const page = await holidays(input(name));
			assert.equal(page.status, 200, `${name}: ${problems(page)}`);
			assert.equal(days(page)[0], 'Selasa, 17 Agustus 2027', name);
		}
	});

	it('says of a day that is none why', async () => {
		const page = await holidays(input('holidays-date-texts.xlsx'));
		const told = problems(page);
		assert.equal(told.filter((words) => /Tanggal yang sama ada di baris 2/.test(words)).length, 7);
		assert.match(told.join(), /Baris 10, kolom tanggal: “8\/17\/2027”: bulannya di depan/);
		assert.equal(told.length, 8);
		assert.match(problems(await holidays(text('tanggal,nama\n17 Agustus,A\n'))).join(), /“17 Agustus” tanpa tahun/);
	});
});

/* The form in which columns are chosen otherwise: its selects by what they are of. */
const choices = (page) => Object.fromEntries(page.all('form[action$="/columns"] label').map((label) =>
	[/“(.*)”/.exec(label.words)[1], label.getAttribute('for')]));
const option = (page, name) => page.all('form[action$="/columns"] option').find((each) => each.words === name).getAttribute('value');

describe('columns that mean something else', () => {
	const COLUMNS = { form: 'form[action$="/columns"]' };

	it('with something to mend shows what is right beside it, and what is not', async () => {
		const page = await holidays(text('NO;HARI;TANGGAL;KET.\n1;Sabtu;1 Januari 2041;Tahun Baru\n2;Rabu;17 Agustusan 2041;HUT RI\n3;Rabu;25 Desember 2041;Natal\n'));
		assert.match(problems(page).join(), /^Baris 3, kolom tanggal:/);
		assert.deepEqual(whats(page), ['Ditambahkan', 'Perbaiki', 'Ditambahkan']);
		assert.deepEqual(rows(page).map((row) => row[1]), ['Tahun Baru', 'HUT RI', 'Natal']);
		assert.equal(page.one('form[action$="/import/store"]'), null, 'nothing is stored of it');
		assert.match(page.words(), /dihapus sesudah satu hari/);
	});

	it('and of an instrument, too', async () => {
		const variables = [['nomor', 'nama'], ...Array.from({ length: 2 }, (_, at) => [at + 1, `Variabel ${at + 1}`])];
		const levels = [['variabel', 'tingkat', 'indikator'], ...[1, 2].flatMap((number) => [1, 2, 3, 4, 5].map((level) =>
			[number, number === 2 && level === 5 ? 9 : level, `Bunyi ${number} ${level}`]))];
		const page = await everywhere.postMultipart('/cycle/instruments/new', { csrf: everywhere.csrf(await everywhere.get('/cycle/')), name: 'Contoh',
			variables: text(variables.map((row) => row.join(',')).join('\n'), 'v.csv'), levels: text(levels.map((row) => row.join(',')).join('\n'), 'l.csv'),
			categories: text('kategori,tingkat,nilai terendah,nilai tertinggi\nRendah,1,2,10\n', 'k.csv') });
		assert.ok(problems(page).length > 0);
		assert.match(page.words(), /Yang terbaca/);
		assert.match(page.words(), /1\. Variabel 1.*Bunyi 1 5.*2\. Variabel 2.*Bunyi 2 4/);
	});

	it('is forgotten after a day, whoever looks at another one, or by the background run', async () => {
		const left = () => stack.sql('SELECT COUNT(*) AS n FROM import_draft WHERE file_name = "tertinggal.csv"')[0].n;
		for (const go of [() => accounts(text('nama pengguna,nama lengkap\n')), () => stack.matang(['work', 'lists'])]) {
			await holidays(text('tanggal,nama\n1/1/2042,Tahun Baru\n', 'tertinggal.csv'));
			await go();
			assert.equal(left(), '1', 'of today');
			stack.sql('UPDATE import_draft SET created_at = created_at - INTERVAL 25 HOUR');
			await go();
			assert.equal(left(), '0');
		}
	});

	it('are chosen in the preview of holidays, and what is stored is what it showed', async () => {
		const wrong = await holidays(text('Kapan,Hari apa,Nama\n17/8/2039,Hari Contoh,Catatan\n'));
		assert.equal(wrong.status, 422);
		assert.match(problems(wrong).join(), /kolom tanggal: Kolom ini tidak ada/);
		assert.equal(wrong.all('details[open]').length, 1);
		const chosen = choices(wrong);
		const right = await everywhere.submit(wrong, { [chosen.Kapan]: option(wrong, 'tanggal'),
			[chosen['Hari apa']]: option(wrong, 'nama'), [chosen.Nama]: '0' }, COLUMNS);
		assert.equal(right.status, 200, problems(right).join());
		assert.match(rows(right)[0].join('|'), /17 Agustus 2039\|Hari Contoh\|Libur nasional/);
		await everywhere.submit(right, {}, { form: 'form[action$="/store"]' });
		assert.deepEqual(stack.sql("SELECT name FROM holiday WHERE day = '2039-08-17'"), [{ name: 'Hari Contoh' }]);
		const other = await own.post('/cycle/holidays/import/columns', { csrf: own.csrf(await own.get('/cycle/')),
			draft: wrong.all('input[name=draft]')[0].getAttribute('value') });
		assert.equal(other.status, 409, 'the file of somebody else does not exist');
	});

	const table = (...rows) => rows.map((row) => row.join(';')).join('\n');
	const levels = (head) => table(head, ...Array.from({ length: 10 }, (_, at) =>
		[at < 5 ? 1 : 2, at % 5 + 1, `Indikator ${at}`, `Dokumen ${at}`]));
	const categories = (head) => table(head, ...['Sangat Rendah', 'Rendah', 'Sedang', 'Tinggi', 'Sangat Tinggi'].map((name, at) =>
		[at + 1, name, ['2', '3,7', '5,3', '6,9', '8,5'][at], ['3,6', '5,2', '6,8', '8,4', '10'][at]]));
	const three = (variables, level, category) => everywhere.get('/cycle/').then((page) => everywhere.postMultipart('/cycle/instruments/new', {
		csrf: everywhere.csrf(page), name: 'Instrumen berkolom', variables: text(variables), levels: text(level), categories: text(category) }));

	it('of an instrument by the heads of offices', async () => {
		const page = await three(table(['No', 'Variabel'], [1, 'Satu'], [2, 'Dua']),
			levels(['No. Variabel', 'Tingkat Kematangan', 'Uraian', 'Bukti Dukung']), categories(['No', 'Predikat', 'Batas Bawah', 'Batas Atas']));
		assert.equal(page.status, 200, problems(page).join());
		assert.match(page.words(), /“Predikat” dibaca sebagai kategori/);
		assert.match(page.words(), /2 variabel/);
	});

	it('and of each table of it in the preview', async () => {
		const wrong = await three(table(['A', 'B'], [1, 'Satu'], [2, 'Dua']), levels(['variabel', 'tingkat', 'Apa', 'dokumen']),
			categories(['tingkat', 'kategori', 'X', 'Y']));
		assert.equal(wrong.status, 422);
		const fields = choices(wrong), select = (label, name) => wrong.all(`select[id="${fields[label]}"] option`)
			.find((each) => each.words === name).getAttribute('value');
		const right = await everywhere.submit(wrong, { [fields.A]: select('A', 'variabel'), [fields.B]: select('B', 'nama'),
			[fields.Apa]: select('Apa', 'indikator'), [fields.X]: select('X', 'nilai terendah'), [fields.Y]: select('Y', 'nilai tertinggi') }, COLUMNS);
		assert.equal(right.status, 200, problems(right).join());
		assert.match(right.words(), /Instrumen berkolom/);
		const done = await everywhere.submit(right, {}, { form: 'form[action$="/store"]', follow: false });
		assert.equal(done.status, 303, done.words?.());
	});
});

describe('an instrument', () => {
	for (const name of ['inst-merged.xlsx', 'inst-roman.xlsx', 'inst-upper-sheets.xlsx'])
		it(`${name} is understood`, async () => {
			const page = await instrument(input(name));
			assert.equal(page.status, 200, problems(page).slice(0, 4).join());
			assert.match(page.words(), /11 variabel/);
		});
});
