// SPDX-License-Identifier: ISC
//
// Accounts (and agencies) out of a workbook and into one: what the preview says of each row, who may
// bring in what, that nothing is stored unseen or twice, and that first passwords are on one page
// alone.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from './city.mjs';
import { startStack, until } from './harness.mjs';

/* Debian's own, which has openpyxl; another python3 may come first. */
const PYTHON = '/usr/bin/python3';
const READ_BOOK = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{ "name": s.title, "freeze": s.freeze_panes,
    "lists": [[str(v.sqref), v.formula1] for v in s.data_validations.dataValidation],
    "formats": [c.number_format for c in s[2]], "types": [[c.data_type for c in r] for r in s.iter_rows()],
    "rows": [["" if c.value is None else c.value for c in r] for r in s.iter_rows()] } for s in book]))`;
const WRITE_BOOK = `
import json, sys, openpyxl
given = json.loads(sys.stdin.read())
book = openpyxl.Workbook()
for row in given["rows"]:
    book.active.append(row)
for cells in given.get("merged", []):
    book.active.merge_cells(cells)
book.save(sys.argv[1])`;
const CHANGE_BOOK = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for place, value in json.loads(sys.stdin.read()).items():
    book.worksheets[0][place] = value
book.save(sys.argv[1])`;
import { needs } from './needs.mjs';

needs('python3');

const HEAD = 'peran,kode daerah,perangkat daerah,nama pengguna,nama lengkap,nip,jabatan,surel,telepon';
const NIP = (number) => `198001012005011${String(number).padStart(3, '0')}`;

let stack, city, own, everywhere, dir, running = 0;

before(async () => {
	dir = mkdtempSync(path.join(tmpdir(), 'matang-import-'));
	stack = await startStack();
	city = settle(stack);
	own = await city.signIn('admin.kota');
	everywhere = await city.signIn('admin');
});
after(async () => {
	await stack?.stop();
	rmSync(dir, { recursive: true, force: true });
});

/* The form of a preview that stores; the other one changes what columns mean. */
const STORE = { form: 'form[action$="/store"]' };
const fresh = (what) => `${what} Baru ${++running}`;
const one = (query) => stack.sql(query)[0];
const count = (query) => Number(one(`SELECT COUNT(*) AS n FROM ${query}`).n);
const problems = (page) => page.all('.govuk-error-summary li').map((each) => each.words);
const whats = (page) => page.rows().slice(1).map((row) => row.at(-1));
const csv = (...rows) => ({ filename: 'akun.csv', type: 'text/csv', content: rows.join('\r\n') });
const table = (...rows) => csv(HEAD, ...rows);
const cards = (page) => page.all('.matang-card').map((card) => ({ words: card.words,
	username: card.querySelectorAll('code')[0].words, password: card.querySelectorAll('code')[1].words }));

async function upload(who, file, { region = 2, kind = 'accounts' } = {}) {
	return who.postMultipart(`/cycle/${kind}/import`, { csrf: who.csrf(await who.get('/cycle/')),
		...(region ? { region_id: region } : {}), file });
}

async function store(who, fields, kind = 'accounts') {
	return who.post(`/cycle/${kind}/import/store`, { csrf: who.csrf(await who.get('/cycle/')), ...fields });
}

function python(script, name, given) {
	const run = spawnSync(PYTHON, ['-W', 'error', '-c', script, path.join(dir, name)],
		{ encoding: 'utf8', input: given && JSON.stringify(given) });
	assert.equal(run.status, 0, run.stderr);
	return run.stdout;
}

/* A workbook as a page sends it, as one reads it, and as somebody else makes it. */
function keep(name, page) {
	assert.equal(page.status, 200);
	assert.match(page.headers['content-type'], /spreadsheetml\.sheet/);
	assert.match(page.headers['content-disposition'], new RegExp(`attachment; filename="[a-z-]+\\.xlsx"`));
	writeFileSync(path.join(dir, name), page.body);
	return JSON.parse(python(READ_BOOK, name));
}
const fileOf = (name) => ({ filename: name, content: readFileSync(path.join(dir, name)) });
const book = (rows, merged = []) => (python(WRITE_BOOK, 'book.xlsx', { rows, merged }), fileOf('book.xlsx'));

/* ---- reading ---------------------------------------------------------------------------------- */

describe('a list of accounts', () => {
	it('is shown row by row before anything is stored', async () => {
		const before = count('account');
		const page = await upload(own, table('operator,64.71,Dinas Contoh Satu,,"Contoh Koma, S.E.",,Staf,a@contoh.go.id,8123456789',
			'Kepala Perangkat Daerah,,disdua,,  Contoh   Kepala ,,,,', 'Tim Pelaksana,,,,Contoh Tim,,,,', 'inspektorat,,,auditor,,,Auditor Muda,,',
			'operator,,,operator.dua,,,,,', 'kepala,,Bagian Organisasi Contoh,,,,,,'));
		assert.equal(page.status, 200, page.words());
		assert.match(page.words(), /3 akun baru, 1 diperbarui, 1 tetap/);
		assert.match(page.words(), /1 baris belum diisi nama orangnya/);
		assert.deepEqual(page.rows().slice(1).map((row) => row[3].replace('dibuatkan', '')),
			['operator.disatu', 'kepala.disdua', 'verifikator.contoh.tim', 'auditor']);
		assert.deepEqual(whats(page), ['Ditambahkan', 'Ditambahkan', 'Ditambahkan', 'DiperbaruiJabatan: Auditor Muda']);
		assert.match(page.rows()[2][0], /^Contoh Kepala/, 'spaces around and within are tidied');
		assert.match(page.all('details').at(-1).words, /operator\.dua/);
		assert.equal(count('account'), before);
	});

	it('says of every wrong cell where it is and how to mend it', async () => {
		const page = await upload(own, table('raja,,Disatu,,A,,,,', 'operator,,,,B,,,,', 'operator,,Dinas Contoh Satuu,,C,,,,',
			'auditor,,Disatu,,D,,,,', 'operator,,Disatu,A B,E,12,,surel,x', 'operator,,Disatu,,F,"1,98E+17",,,', `operator,,Disatu,,G,${NIP(0)},,,`,
			'operator,,Disatu,,,,Staf,,', 'operator,,Disatu,,H,,,,', 'operator,,Dinas Contoh Satu,,h,,,,', 'operator,,Disatu,sama,I,,,,',
			'operator,,Disdua,sama,J,,,,', 'kepala,,,auditor,K,,,,', 'operator,,Disatu,,#REF!,,,,'));
		assert.equal(page.status, 422);
		const told = problems(page).join('\n');
		for (const wanted of [/Baris 2, kolom peran: Peran “raja” tidak dikenal/, /Baris 3, kolom perangkat daerah: Tulis/,
			/Baris 4, kolom perangkat daerah: .* Mungkin maksudnya Dinas Contoh Satu\?/, /Baris 5, kolom perangkat daerah: .* Kosongkan/,
			/Baris 6, kolom nama pengguna: “a b”/, /Baris 6, kolom nip: NIP terdiri atas 18 angka/, /Baris 6, kolom surel/, /Baris 6, kolom telepon/,
			/Baris 7, kolom nip: Excel .* 1,98E\+17; .* format kolom ini menjadi Teks/, /Baris 8, kolom nip: .* berakhir dengan 000/,
			/Baris 9, kolom nama lengkap: Kosong/, /Baris 11, kolom nama lengkap: Orang dan perannya sama dengan baris 10/,
			/Baris 13, kolom nama pengguna: Nama pengguna sama ada juga di baris 12/, /Baris 14, kolom peran: Sudah ada auditor/,
			/Baris 15, kolom nama lengkap: Berisi rumus tanpa hasil \(#REF!\)/])
			assert.match(told, wanted);
		assert.equal(problems(page).length, 15);
		assert.equal(page.all('input[name=content]').length, 0);
		assert.deepEqual(whats(page).filter((what) => what !== 'Perbaiki'), ['Ditambahkan', 'Ditambahkan']);
	});

	const titled = () => [['DAFTAR AKUN KOTA CONTOH'], [], ['No', 'Nama', 'PERAN', 'Email', 'OPD'],
		[1, fresh('Contoh'), 'Operator', 'b@contoh.go.id', 'Disatu']];

	it('is found below a title, in any order, with any separator', async () => {
		for (const file of [csv(...titled().map((row) => [...row, ...Array(5 - row.length).fill('')].join(';'))),
			csv('\ufeffnama;peran;opd', `${fresh('Contoh')};operator;Disatu`), csv('sep=;', 'nama;peran;opd', `${fresh('Contoh')};operator;Disatu`)]) {
			const page = await upload(own, file);
			assert.equal(page.status, 200, page.words());
			assert.deepEqual(whats(page), ['Ditambahkan']);
		}
	});

	it('may be a workbook that somebody else made', async () => {
		assert.deepEqual(whats(await upload(own, book(titled(), ['A1:E1']))), ['Ditambahkan']);
		const formula = await upload(own, book([['peran', 'nama lengkap', 'perangkat daerah'], ['operator', '=1+1', 'Disatu']]));
		assert.match(problems(formula).join(), /Baris 2, kolom nama lengkap: Berisi rumus tanpa hasil/);
		const number = await upload(own, book([['peran', 'nama lengkap', 'perangkat daerah', 'nip'], ['operator', 'A', 'Disatu', 198001012005011001]]));
		assert.match(problems(number).join(), /Baris 2, kolom nip: Excel menganggap NIP ini bilangan/);
	});

	it('is refused with words that help where it is none', async () => {
		for (const [file, message] of [[csv(''), /Berkas kosong/], [csv('peran,nama lengkap'), /Tidak ada isinya/],
			[csv('a,b', 'c,d'), /Baris 1, kolom peran: Kolom ini tidak ada/], [csv('Judul', 'nama,opd', 'A,B'), /Baris 2, kolom peran: Kolom ini tidak ada/],
			[csv('peran,peran,nama', 'operator,operator,A'), /ada dua kali/],
			[csv('peran,nama,opd', ...Array.from({ length: 6001 }, (_, i) => `operator,Contoh ${i},Disatu`)), /Lebih dari 6000 baris/]]) {
			const page = await upload(own, file);
			assert.equal(page.status, 422, String(message));
			assert.match(page.words(), message);
		}
		assert.equal((await own.postMultipart('/cycle/accounts/import', { csrf: own.csrf(await own.get('/cycle/')) })).status, 422);
	});
});

/* ---- rights ----------------------------------------------------------------------------------- */

describe('the rights to bring in', () => {
	it('are those of the page for one account', async () => {
		const refusal = async (who, row, region = 2) => problems(await upload(who, table(row), { region })).join();
		assert.match(await refusal(own, 'operator,64.08,Dinas Contoh Kabupaten,,A,,,,'), /Daerah dengan kode 64\.08 tidak ada di wilayah Anda/);
		assert.match(await refusal(own, 'operator,12.34,X,,A,,,,'), /Daerah dengan kode 12\.34 tidak ada di wilayah Anda/, 'nobody learns what there is');
		assert.match(await refusal(own, 'operator,,Dinas Contoh Kabupaten,,A,,,,'), /tidak ada di Kota Contoh/);
		assert.match(await refusal(own, 'admin,semua,,,A,,,,'), /Pilih daerah di wilayah Anda/);
		assert.match(await refusal(own, 'validator,,,,A,,,,'), /hanya untuk provinsi/);
		assert.match(await refusal(own, 'validator,64,,,A,,,,'), /Daerah dengan kode 64 tidak ada/);
		assert.match(await refusal(own, 'operator,,Disatu,operator.kabupaten,A,,,,'), /sudah dipakai akun lain/);
		assert.match(await refusal(everywhere, 'operator,semua,Disatu,,A,,,,'), /Pilih daerah tempat peran ini berlaku/);
		assert.match(await refusal(everywhere, 'admin,,,,A,,,,', 0), /Tulis kode daerahnya/, 'an empty cell does not give the widest of rights');
		assert.equal((await upload(own, table('operator,,Disatu,,A,,,,'), { region: 3 })).status, 404);
		assert.equal((await own.get('/cycle/accounts/table.xlsx?region=3')).status, 404);
		assert.equal((await own.get('/cycle/accounts/import/example?region=3')).status, 404);
		assert.equal((await own.get('/cycle/agencies/table.xlsx?region=3')).status, 404);

		const wide = await upload(everywhere, table('admin,semua,,,Contoh Admin Luas,,,,', 'validator,64,,,Contoh Validator,,,,',
			'operator,"64,08",Diskab,,Contoh Operator,,,,', 'verifikator,6471,,,Contoh Tim,,,,'), { region: 0 });
		assert.deepEqual(whats(wide), Array(4).fill('Ditambahkan'), wide.words());
		stack.sql("INSERT INTO region (id, parent_id, code, name, kind, timezone) VALUES (9, 1, '64.10', 'Kabupaten Nol', 'regency', 'WITA')");
		const zero = await upload(everywhere, table('auditor,64.1,,,Contoh Nol,,,,', 'auditor,64.11,,,Contoh Lain,,,,'), { region: 0 });
		assert.deepEqual(problems(zero).map((text) => text.slice(0, 25)), ['Baris 3, kolom kode daera'], 'a spreadsheet drops the last zero of 64.10');
		assert.equal((await upload(own, table('operator,,Disatu,,A,,,,'), { region: 0 })).status, 200, 'the own region needs no code');
	});

	it('leave the rights of an account that is there alone', async () => {
		for (const row of ['kepala,,Disdua,operator.dua,,,,,', 'operator,,Disatu,operator.dua,,,,,'])
			assert.match(problems(await upload(own, table(row))).join(), /Peran dan perangkat daerah tidak berubah lewat berkas/);
		stack.sql(`UPDATE account SET nip = '${NIP(7)}' WHERE username = 'operator.dua'`);
		assert.match(problems(await upload(own, table(`operator,,Disatu,,Contoh Pindah,${NIP(7)},,,`))).join(), /NIP ini sudah dipakai operator\.dua .* alihkan tugas/);
		assert.match(problems(await upload(own, table(`operator,,Disdua,nama.baru,Contoh,${NIP(7)},,,`))).join(), /sudah mempunyai akun operator\.dua/);
		assert.deepEqual(whats(await upload(own, table(`kepala,,Disatu,,Contoh Rangkap,${NIP(7)},,,`))), ['Ditambahkan'], 'a person may have another role');
		assert.deepEqual(whats(await upload(own, table(`operator,,Disdua,,Nama Lain,${NIP(7)},,,`))), ['DiperbaruiNama lengkap: Operator Dua menjadi Nama Lain']);
		stack.sql("UPDATE agency SET active = 0 WHERE id = 3");
		assert.match(problems(await upload(own, table('operator,,Bagor,,A,,,,'))).join(), /tidak aktif/);
		stack.sql("UPDATE agency SET active = 1 WHERE id = 3; UPDATE account SET nip = '' WHERE username = 'operator.dua'");
	});
});

/* ---- storing ---------------------------------------------------------------------------------- */

describe('accounts that are brought in', () => {
	it('get a password each, on one page, and it works once', async () => {
		const [a, b] = [fresh('Contoh "Kutip", S.E.,'), fresh('Contoh')];
		const page = await upload(own, table(`operator,,Disatu,,"${a.replace(/"/g, '""')}",${NIP(11)},,,`, `auditor,,,auditor.impor,${b},,,,`, 'operator,,,operator.dua,,,Perencana,,'));
		const done = await own.submit(page, {}, STORE);
		assert.equal(done.status, 200);
		assert.match(done.words(), /2 akun siap dibagikan/);
		assert.match(done.words(), /1 akun lain sudah diperbarui/);
		assert.match(done.headers['cache-control'], /no-store/);
		const made = cards(done);
		assert.equal(made.length, 2);
		assert.match(made[0].words, new RegExp(`Dinas Contoh Satu.*/matang/.*${made[0].username}`));
		for (const { username, password } of made) {
			assert.match(password, /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
			const row = one(`SELECT * FROM account WHERE username = '${username}'`);
			assert.equal(row.must_change_password, '1');
			assert.deepEqual(stack.sql(`SELECT subject, to_value, reason FROM history WHERE subject IN ('account', 'right') AND subject_id = ${row.id}`)
				.map((change) => Object.values(change)), [['account', username, 'Impor dari berkas'], ['right', row.role, 'Impor dari berkas']]);
		}
		assert.equal(one(`SELECT full_name FROM account WHERE nip = '${NIP(11)}'`).full_name, a);
		assert.deepEqual(one("SELECT from_value, to_value FROM history WHERE subject = 'account' AND subject_id = " +
			`${city.account('operator.dua')} ORDER BY id DESC LIMIT 1`), { from_value: 'Jabatan: –', to_value: 'Jabatan: Perencana' });
		const person = stack.client();
		await person.signIn(made[1]).catch(() => {});
		assert.match((await person.get('/report/')).location, /\/account\/password/);

		/* Nowhere but on that page: not in the database, in no file that the stack has written. */
		for (const { password } of made) {
			assert.equal(count(`history WHERE CONCAT_WS(' ', from_value, to_value, reason) LIKE '%${password}%'`), 0);
			assert.equal((await own.get('/cycle/accounts')).text.includes(password), false);
		}
		for (const file of filesBelow(stack.var)) {
			const bytes = readFileSync(file);
			assert.ok(made.every(({ password }) => !bytes.includes(password)), file);
		}
	});

	it('are made once, however often it is asked for', async () => {
		const page = await upload(own, table(`operator,,Disatu,,${fresh('Contoh')},,,,`, `kepala,,Bagor,,${fresh('Contoh')},,,,`));
		const before = count('account');
		const first = await own.submit(page, {}, STORE);
		assert.equal(cards(first).length, 2);
		const second = await own.submit(page, {}, STORE);
		assert.equal(second.status, 200);
		assert.match(second.words(), /sudah tersimpan sebelumnya/);
		assert.equal(cards(second).length, 0);
		assert.equal(count('account'), before + 2);

		/* The cards were lost on the way: new ones end the old ones. */
		const username = cards(first)[0].username;
		const again = await own.submit(second, {}, STORE);
		assert.match(again.words(), /2 di antaranya kartu baru/);
		assert.notEqual(cards(again)[0].password, cards(first)[0].password);
		assert.equal(count('account'), before + 2);
		assert.equal(count(`history WHERE to_value = 'password_reset' AND subject_id = ${city.account(username)}`), 1);
		const old = stack.client();
		await assert.rejects(old.signIn(cards(first)[0]));
		const late = await own.submit(second, {}, STORE);
		assert.equal(cards(late).length, 0, 'nor are new cards made twice');

		/* Who has signed in keeps the password. */
		const person = stack.client();
		await person.signIn(cards(again)[0]).catch(() => {});
		assert.match((await own.submit(page, {}, STORE)).words(), /1 di antaranya belum pernah masuk/);
	});

	it('are all made or none, and only as they were seen', async () => {
		const page = await upload(own, table(`operator,,Disatu,satu.dulu,${fresh('Contoh')},,,,`, `operator,,Disdua,,${fresh('Contoh')},,,,`, 'auditor,,,auditor,,,Jabatan Baru,,'));
		const before = count('account');
		stack.sql("UPDATE account SET office = 'Disela', version = version + 1 WHERE username = 'auditor'");
		const changed = await own.submit(page, {}, STORE);
		assert.equal(changed.status, 409);
		assert.match(changed.words(), /berubah sejak Anda memeriksanya/);
		assert.match(changed.words(), /Disela menjadi Jabatan Baru/);
		assert.equal(count('account'), before);
		stack.sql(`INSERT INTO account (username, role, region_id, full_name, password_hash, password_changed_at, created_at)
			SELECT 'satu.dulu', 'auditor', 3, 'Orang Lain', password_hash, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM account WHERE username = 'auditor'`);
		const taken = await own.submit(changed, {}, STORE);
		assert.equal(taken.status, 422);
		assert.match(problems(taken).join(), /satu\.dulu sudah dipakai akun lain/);
		assert.equal(count('account'), before + 1);
		assert.equal(one("SELECT office FROM account WHERE username = 'auditor'").office, 'Disela');

		const seen = changed.one('input[name=seen]').getAttribute('value'), draft = changed.one('input[name=draft]').getAttribute('value');
		assert.equal((await store(own, { region_id: 2, draft, seen: 'x' })).status, 422);
		assert.equal((await store(own, { region_id: 2, draft })).status, 400);
		assert.equal((await store(own, { region_id: 3, draft, seen })).status, 404);
		assert.equal((await store(everywhere, { region_id: 2, draft, seen })).status, 409, 'another person\'s file does not exist');
		assert.equal((await store(own, { region_id: 2, draft: 2147483647, seen })).status, 409);
		assert.equal((await own.post('/cycle/accounts/import/store', { draft, seen: 'x' })).status, 403);
		const unseen = await upload(own, table(`operator,,Disatu,,${fresh('Contoh')},,,,`));
		assert.equal((await own.submit(unseen, { seen: 'x' }, STORE)).status, 409, 'what nobody has seen is shown first');
		assert.equal((await store(own, { region_id: 2, draft, seen })).status, 409, 'a newer file took its place');
	});

	it('keep to the columns that were chosen', async () => {
		const one = fresh('Contoh'), other = fresh('Contoh');
		const page = await upload(own, csv('Jenis Akun,OPD,Isi,Catatan', `operator,Disatu,${one},Staf`, `operator,Disdua,${other},Staf`));
		assert.equal(page.status, 422);
		assert.match(problems(page).join(), /kolom nama lengkap: Kolom ini tidak ada/);
		assert.equal(page.all('form[action$="/columns"] select').length, 4, 'each column of the file may be chosen');
		const columns = { form: 'form[action$="/columns"]' };
		const number = (name) => page.all('#column-2 option').find((option) => option.words === name).getAttribute('value');
		const mapped = await own.submit(page, { 'column-0': number('peran'), 'column-2': number('nama lengkap'), 'column-3': number('jabatan') }, columns);
		assert.equal(mapped.status, 200, problems(mapped).join());
		assert.match(mapped.words(), /2 akun baru/);
		const twice = await own.submit(mapped, { 'column-3': number('nama lengkap') }, columns);
		assert.match(problems(twice).join(), /Catatan: Artinya sama dengan kolom “Isi”\. Hapus salah satunya/);
		const done = await own.submit(mapped, {}, STORE);
		assert.deepEqual(cards(done).length, 2);
		assert.equal(count(`account WHERE full_name IN ('${one}', '${other}') AND office = 'Staf'`), 2);
	});

	it('two at once make no more than one of them', async () => {
		const page = await upload(own, table(`operator,,Disatu,,${fresh('Contoh')},,,,`));
		const before = count('account');
		const both = await Promise.all([own.submit(page, {}, STORE), own.submit(page, {}, STORE)]);
		assert.equal(both.reduce((sum, answer) => sum + cards(answer).length, 0), 1);
		assert.equal(count('account'), before + 1);
	});
});

function filesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const file = path.join(folder, entry.name);
		return entry.isDirectory() ? filesBelow(file) : entry.isFile() && statSync(file).size < 1 << 26 ? [file] : [];
	});
}

/* ---- workbooks -------------------------------------------------------------------------------- */

describe('a workbook', () => {
	it('of accounts comes back as it went', async () => {
		const [sheet, choices] = keep('akun.xlsx', await own.get('/cycle/accounts/table.xlsx?region=2'));
		assert.deepEqual(sheet.rows[0], HEAD.split(','));
		assert.equal(sheet.freeze, 'A2');
		assert.deepEqual(sheet.lists.map(([range]) => range), ['A2:A1000', 'C2:C1000']);
		assert.ok(choices.rows.some((row) => row[1] === 'Dinas Contoh Satu'));
		assert.ok(sheet.formats.every((format) => format === '@'), 'every cell is text, so that digits stay');
		assert.equal(JSON.stringify(sheet.rows).includes('argon2'), false);
		assert.equal(sheet.rows.length - 1, count("account WHERE region_id = 2 AND state = 'active'"));
		const same = await upload(own, fileOf('akun.xlsx'));
		assert.match(same.heading, /Tidak ada yang perlu disimpan/, same.words());

		const at = sheet.rows.findIndex((row) => row[3] === 'kepala.satu') + 1;
		python(CHANGE_BOOK, 'akun.xlsx', { [`E${at}`]: '=HYPERLINK("x")'.slice(1), [`F${at}`]: NIP(21), [`I${at}`]: '0811 222 333' });
		const page = await upload(own, fileOf('akun.xlsx'));
		assert.match(whats(page).join(), /Nama lengkap: Kepala Satu menjadi HYPERLINK\("x"\)NIP: 198001012005011021Telepon: 0811 222 333/);
		assert.match((await own.submit(page, {}, STORE)).words(), /sudah diimpor/);
		assert.equal(one("SELECT nip FROM account WHERE username = 'kepala.satu'").nip, NIP(21));
		assert.equal(keep('peran.xlsx', await own.get('/cycle/accounts/table.xlsx?role=auditor'))[0].rows.slice(1).every((row) => /Inspektorat/.test(row[0])), true);
	});

	it('to fill in lists what is missing, and passes over what stays empty', async () => {
		stack.sql("INSERT INTO agency (region_id, name, head_name, head_title) VALUES (2, 'Dinas Contoh Jawaban', 'Contoh Kepala Jawaban', 'Kepala Dinas')");
		const [sheet] = keep('jawaban.xlsx', await own.get('/cycle/accounts/import/example'));
		const rows = sheet.rows.filter((row) => row[2] === 'Dinas Contoh Jawaban');
		assert.deepEqual(rows.map((row) => [row[0], row[4]]), [['Operator Perangkat Daerah', ''], ['Kepala Perangkat Daerah', 'Contoh Kepala Jawaban']]);
		const page = await upload(own, fileOf('jawaban.xlsx'));
		assert.equal(page.status, 200, page.words());
		assert.match(page.words(), /baris belum diisi nama orangnya dan dilewati/);
		assert.match(page.words('table'), /Contoh Kepala Jawaban/);
		assert.equal(keep('kosong.xlsx', await everywhere.get('/cycle/accounts/import/example'))[0].rows.length, 2);
	});

	it('of agencies comes back as it went', async () => {
		const [sheet] = keep('opd.xlsx', await own.get('/cycle/agencies/table.xlsx'));
		assert.deepEqual(sheet.rows[0], ['nama', 'singkatan', 'jabatan kepala', 'nama kepala', 'pangkat', 'nip', 'surel', 'kode daerah']);
		assert.equal(sheet.freeze, 'A2');
		const same = await upload(own, fileOf('opd.xlsx'), { kind: 'agencies' });
		assert.match(same.heading, /Tidak ada yang perlu disimpan/, same.words());
		const at = sheet.rows.findIndex((row) => row[0] === 'Dinas Contoh Dua') + 1;
		python(CHANGE_BOOK, 'opd.xlsx', { [`D${at}`]: 'Contoh Kepala Dua', [`F${at}`]: NIP(22), [`G${at}`]: 'dua@contoh.go.id' });
		const page = await upload(own, fileOf('opd.xlsx'), { kind: 'agencies' });
		assert.match(whats(page).join(), /Nama kepala: Contoh Kepala DuaNIP: 198001012005011022Surel: dua@contoh.go.id/);
		stack.sql("UPDATE agency SET head_name = 'Disela', version = version + 1 WHERE id = 2");
		const changed = await own.submit(page, {}, STORE);
		assert.equal(changed.status, 409);
		assert.match(changed.words(), /berubah sejak Anda memeriksanya.*Disela menjadi Contoh Kepala Dua/);
		assert.match((await own.submit(changed, {}, STORE)).words(), /sudah diimpor/);
		assert.match((await own.get('/cycle/agencies/2')).words(), /Surel ?dua@contoh\.go\.id/);
		const form = await own.submit(await own.get('/cycle/agencies/2/edit'), { email: 'dua@' });
		assert.match(form.errors.join(), /surel/i);
		const wrong = await upload(own, csv('nama,nip,kode daerah', 'Dinas A,"1,98E+17",6471', 'Dinas  Contoh Satu,,64.71'), { kind: 'agencies' });
		assert.match(problems(wrong).join(), /Excel menganggap NIP ini bilangan/);
		assert.match(wrong.all('details').at(-1).words, /1 perangkat daerah sudah ada dan tetap/);
	});

	it('of agencies goes in and changes many at a time, each with its own row of history', async () => {
		const many = (head) => csv('nama,nama kepala,kode daerah', ...Array.from({ length: 330 }, (_, at) => `Dinas Ramai ${at},${head(at)},64.08`));
		const stored = async (file) => {
			const page = await upload(everywhere, file, { kind: 'agencies', region: 0 });
			assert.equal(page.status, 200, page.words());
			return [page, await everywhere.submit(page, {}, STORE)];
		};
		const told = () => stack.sql(`SELECT h.from_value AS was, h.to_value AS now, g.name, g.version FROM history h
			JOIN agency g ON g.id = h.subject_id AND g.id = h.agency_id AND g.region_id = h.region_id
			WHERE h.subject = 'agency' AND h.reason = 'Impor dari berkas' AND g.name LIKE 'Dinas Ramai %' ORDER BY h.id`);

		await stored(many((at) => `Kepala ${at}`));
		assert.equal(told().length, 330);
		assert.deepEqual(told().filter((row) => row.now !== row.name), [], 'each tells of itself');
		/* 220 of them: more than go to the database at once. */
		await stored(many((at) => at % 3 === 0 ? `Kepala ${at}` : `Pengganti ${at}`));
		const changes = told().slice(330);
		assert.equal(changes.length, 220);
		for (const { was, now, name, version } of changes) {
			const at = name.slice('Dinas Ramai '.length);
			assert.deepEqual([was.includes(`Kepala ${at}`), now.includes(`Pengganti ${at}`), Number(version)], [true, true, 2], name);
		}

		/* One changes while they wait for their stamp: nothing of the whole list is stored. */
		const page = await upload(everywhere, csv('nama,nama kepala,kode daerah', 'Dinas Ramai 0,Lain,64.08', 'Dinas Ramai 1,Lain,64.08'), { kind: 'agencies', region: 0 });
		assert.match(page.words(), /Ada di daftar, tidak ada di berkas ini: 329 perangkat daerah/);
		assert.equal(page.all('.matang-notice li').length, 300);
		assert.match(page.words(), /Dan 29 lagi, dalam daftar perangkat daerah/);
		const rival = spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`, 'matang'], { stdio: ['pipe', 'ignore', 'inherit'] });
		rival.stdin.write("START TRANSACTION; UPDATE world_stamp SET number = number + 1; UPDATE agency SET version = version + 1 WHERE name = 'Dinas Ramai 1';\n");
		await until('somebody changes it', () => count('information_schema.INNODB_TRX WHERE trx_rows_modified = 2') === 1);
		const sent = everywhere.submit(page, {}, STORE);
		await until('the import waits', () => count("information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'") === 1);
		rival.stdin.end('COMMIT;\n');
		assert.equal((await sent).status, 409);
		assert.equal(count("agency WHERE head_name = 'Lain'"), 0);
	});
});

describe('others', () => {
	it('bring nothing in and take nothing out', async () => {
		for (const username of ['operator.satu', 'kepala.satu', 'verifikator', 'validator', 'auditor']) {
			const who = stack.client();
			await who.signIn({ username, password: PASSWORD });
			for (const address of ['/cycle/accounts/import', '/cycle/accounts/import/example', '/cycle/accounts/table.xlsx', '/cycle/agencies/table.xlsx'])
				assert.ok([403, 404].includes((await who.get(address)).status), `${username} ${address}`);
		}
		assert.equal((await own.post('/cycle/accounts/table.xlsx', { csrf: own.csrf(await own.get('/cycle/')) })).status, 405);
		assert.equal((await own.get('/cycle/accounts/import/store')).status, 405);
		assert.equal((await own.get('/cycle/accounts/table.xlsx?x=1')).status, 400);
	});
});

/* ---- more than one page of cards ---------------------------------------------------------------- */

describe('a list of more accounts than a page has cards', () => {
	const PEOPLE = 450;
	const person = (at) => `auditor.kartu.${String(at).padStart(3, '0')}`;
	const rows = (made) => count(`account WHERE username LIKE 'auditor.kartu.%' AND (password_hash <> '') = ${made}`);
	const NEXT = { form: 'main form:not(:has(input[name=lot]))', follow: false };
	const first = new Map();	/* the cards of lot 1 */
	let list, page, made = 0;
	const lots = (of) => of.rows('main table').slice(1);

	it('comes in at once, and nobody signs in with what has no card yet', async () => {
		const shown = await upload(own, table(...Array.from({ length: PEOPLE }, (_, at) => `auditor,,,${person(at)},Contoh Kartu ${at},,,,`)));
		assert.equal(shown.status, 200, problems(shown).join());
		assert.match(shown.words(), /450 akun baru/);
		assert.match(shown.words(), /paling banyak 200 sekali/);
		const before = { history: count('history'), events: count("event_log WHERE kind = 'right'") };
		page = await own.submit(shown, {}, STORE);
		assert.match(page.url, /\/cycle\/accounts\/cards\/\d+/);
		list = new URL(page.url, stack.base).pathname.replace(/^\/matang/, '');
		assert.match(page.words('main'), /450 dari 450 akun dalam berkas ini belum punya kartu/);
		assert.equal(rows(0), PEOPLE);
		assert.equal(count('history') - before.history, 2 * PEOPLE);
		assert.equal(count("event_log WHERE kind = 'right'") - before.events, 2 * PEOPLE);
		assert.deepEqual(one(`SELECT MIN(h.to_value = a.username) AS of_itself, COUNT(DISTINCT h.subject_id) AS people FROM history h
			JOIN account a ON a.id = h.subject_id WHERE h.subject = 'account' AND a.username LIKE 'auditor.kartu.%'`), { of_itself: '1', people: String(PEOPLE) });
		for (const password of ['', ' ', 'x', PASSWORD])
			await assert.rejects(stack.client().signIn({ username: person(7), password }));
		const alone = await own.get(`/cycle/accounts/${city.account(person(7))}`);
		assert.match(alone.words('main'), /Belum dibuat: kartunya dari daftar yang diimpor/);
		const again = await own.submit(shown, {}, STORE);
		assert.match(again.words('main'), /sudah tersimpan sebelumnya/);
		assert.match(again.words('main'), /Kartu dari akun\.csv/, 'it leads to the cards');
		assert.equal(count("account WHERE username LIKE 'auditor.kartu.%'"), PEOPLE);
	});

	it('gets them two hundred at a time, in the order of the file, each lot once', async () => {
		const lot = await own.submit(page, {}, NEXT);
		assert.equal(lot.status, 200, lot.words('main'));
		made = cards(lot).length;	/* fewer where the machine is busy */
		assert.ok(made > 20 && made <= 200, String(made));
		assert.match(lot.heading, new RegExp(`^${made} akun siap dibagikan`));
		assert.match(lot.headers['cache-control'], /no-store/);
		for (const { username, password } of cards(lot))
			first.set(username, password);
		assert.deepEqual([...first.keys()], Array.from({ length: made }, (_, at) => person(at)));
		assert.equal(new Set(first.values()).size, made);
		assert.match(lot.words('main'), new RegExp(`Lanjut: ${PEOPLE - made} akun belum punya kartu`));
		assert.equal(rows(1), made);
		const someone = stack.client();
		await someone.signIn({ username: person(7), password: first.get(person(7)) }).catch(() => {});
		assert.match((await someone.get('/report/')).location, /\/account\/password/);

		/* Pressed once more, it leads to where the lot can be made again, and changes nothing. */
		const twice = await own.submit(page, {}, NEXT);
		assert.match(twice.location, /\/cycle\/accounts\/cards\/\d+$/);
		assert.equal(rows(1), made);
		const still = stack.client();
		await still.signIn({ username: person(8), password: first.get(person(8)) }).catch(() => {});
		assert.match((await still.get('/report/')).location, /\/account\/password/);
		const waiting = one("SELECT GROUP_CONCAT(password_hash ORDER BY id) AS p FROM account WHERE username LIKE 'auditor.kartu.%'").p;
		const old = await own.post(list, { csrf: own.csrf(await own.get(list)), version: 1 });
		assert.equal(old.status, 409, 'a page that was open before');
		assert.match(old.words('main'), new RegExp(`baru saja dibuat di halaman lain.*${PEOPLE - made} dari 450`));
		assert.equal(one("SELECT GROUP_CONCAT(password_hash ORDER BY id) AS p FROM account WHERE username LIKE 'auditor.kartu.%'").p, waiting);
	});

	it('goes on where it was, also much later, for those who still need one', async () => {
		const later = await city.signIn('admin.kota');
		assert.match((await later.get('/cycle/accounts')).words('main'), /belum dibuatkan kartu: ?Kartu dari akun\.csv/);
		assert.match((await later.get('/cycle/accounts/import')).words('main'), /Kartu dari akun\.csv/);
		const of = (at) => `/cycle/accounts/${city.account(person(at))}`;
		assert.equal((await later.submit(await later.get(`${of(made)}/password`), { reason: 'Diminta' })).status, 200);
		await later.submit(await later.get(`${of(made + 1)}/end`), { reason: 'Pensiun' });
		const open = await later.get(list);
		assert.match(open.words('main'), new RegExp(`${PEOPLE - made - 2} dari 450`));
		/* Two tabs at once. */
		const both = await Promise.all([open, await later.get(list)].map((tab) => later.submit(tab, {}, NEXT)));
		assert.deepEqual(both.map((each) => each.status).sort(), [200, 409], both.map((each) => each.words('main').slice(0, 200)).join());
		const then = cards(both.find((each) => each.status === 200)).map(({ username }) => username);
		assert.ok(then.length > 0 && then.length <= 200);
		let last;
		for (let next = await later.get(list); next.all(NEXT.form).length; next = await later.get(list)) {
			last = await later.submit(next, {}, NEXT);
			then.push(...cards(last).map(({ username }) => username));
		}
		assert.deepEqual(then, Array.from({ length: PEOPLE - made - 2 }, (_, at) => person(at + made + 2)));
		assert.match(last.words('main'), /Selesai: lihat semua kelompok/);
		const done = await later.get(list);
		assert.match(done.words('main'), /Semua kartu sudah dibuat/);
		assert.ok(lots(done).length >= 3);
		assert.doesNotMatch((await later.get('/cycle/accounts')).words('main'), /belum dibuatkan kartu/);
		assert.equal(rows(0), 1, 'whose access has ended');
		assert.equal((await later.post(list, { csrf: later.csrf(done), version: lots(done).length + 1 })).status, 409, 'there is no lot any more');
	});

	it('makes a lot again that nobody has printed, but for those who have signed in', async () => {
		const now = await own.get(list);
		assert.match(lots(now)[0].join(' '), new RegExp(`Kelompok 1 .* ${made} ${made - 2} Buat ulang ${made - 2} kartu`));
		const again = await own.submit(now, {}, { form: 'form:has(input[name=lot][value="1"])', follow: false });
		assert.equal(again.status, 200, again.words('main').slice(0, 200));
		const anew = cards(again);
		assert.ok(anew.length > 10 && anew.length <= made - 2);
		assert.ok(anew.every(({ username, password }) => ![person(7), person(8)].includes(username) && first.get(username) !== password));
		await assert.rejects(stack.client().signIn({ username: person(9), password: first.get(person(9)) }));
		const someone = stack.client();
		await someone.signIn(anew.find(({ username }) => username === person(9))).catch(() => {});
		assert.match((await someone.get('/report/')).location, /\/account\/password/);
		const kept = stack.client();
		await kept.signIn({ username: person(7), password: first.get(person(7)) }).catch(() => {});
		assert.match((await kept.get('/report/')).location, /\/account\/password/);
		assert.match(one(`SELECT reason FROM history WHERE subject_id = ${city.account(person(9))} AND to_value = 'password_reset' ORDER BY id DESC LIMIT 1`).reason, /dibuat ulang/);
	});

	it('is the business of who brought it in', async () => {
		assert.equal((await everywhere.get(list)).status, 404);
		assert.equal((await everywhere.post(list, { csrf: everywhere.csrf(await everywhere.get('/cycle/')), version: 5 })).status, 404);
		assert.equal((await own.post(list, { csrf: own.csrf(await own.get('/cycle/')) })).status, 400);
	});

	it('takes those along who have lost their cards, who keep them until new ones are made', async () => {
		const some = table(...Array.from({ length: PEOPLE }, (_, at) => `auditor,,,${person(at)},,,,,`).filter((_, at) => at !== made + 1));
		const shown = await upload(own, some);
		assert.match(shown.words('main'), /446 di antaranya belum pernah masuk/, shown.words('main').slice(0, 200));
		const opened = await own.submit(shown, {}, STORE);
		assert.match(opened.words('main'), /446 dari 446/);
		assert.match((await own.get(list)).words('main'), /Semua kartu sudah dibuat/);
	});
});
