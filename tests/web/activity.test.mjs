// SPDX-License-Identifier: ISC
//
// Activities of an agency: the register; a list that people sign by their own telephones, each counted once,
// three hundred of them at once, and nobody when it is over; lists that are pasted; papers that become evidence.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { asTexts, printsAlike } from './texts.mjs';
import { openWorld } from './world.mjs';
import { startStack } from './harness.mjs';
import { needs } from './needs.mjs';

needs('python3');

let stack, world, assessment, operator, head, team, phone;
before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	assessment = world.assessment('DKUMKMP');
	[operator, head, team] = await Promise.all(['operator.dkumkmp', 'kepala.dkumkmp', 'verifikator'].map((who) => world.as(who)));
	phone = stack.client();
});
after(() => stack?.stop());

const one = (query) => stack.sql(query)[0];
const newest = (table) => Number(one(`SELECT MAX(id) AS id FROM ${table}`).id);
const count = (id, also = '') => Number(one(`SELECT COUNT(*) AS n FROM attendance WHERE activity_id = ${id} ${also}`).n);
const day = (offset = 0) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const FIELDS = { kind: 'pelatihan', title: 'Pelatihan SOP (contoh)', starts: '00.00', ends: '23.59', place: 'Aula', organiser: 'Dinas Contoh' };
const LINE = 'M10 10L20 30L40 20L60 50';

async function enter(fields = {}, who = operator) {
	const answer = await who.submit(await who.get('/activity/new'), { ...FIELDS, starts_on: day(), ...fields }, { form: 'main form[method=post]' });
	assert.equal(answer.status, 200, answer.errors?.join());
	return newest('activity');
}

/** Opens the list; the path of its code. */
async function open(id) {
	const screen = await operator.submit(await operator.get(`/activity/${id}`), {}, { form: 'form[action$="/open"]' });
	assert.equal(screen.status, 200, screen.words());
	return `/activity/at/${/activity\/at\/([\dA-Z]{4}-[\dA-Z]{4})/.exec(screen.words())[1]}`;
}
const sign = (path, fields, client = phone) => client.post(path, { name: 'Siti Contoh', office: 'Dinas Contoh', typed: 'Siti', ...fields });
const forced = async (who, place, fields = {}) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });

/* The first sheet of a workbook, as a parser of XML has read it. */
function sheetOf(book) {
	const run = spawnSync('python3', ['-c', `import io, sys, xml.dom.minidom, zipfile
print(xml.dom.minidom.parseString(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).read("xl/worksheets/sheet1.xml")).toxml())`],
	{ input: book, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
	assert.equal(run.status, 0, run.stderr);
	return run.stdout;
}

describe('the register', () => {
	it('tells the head nothing to do while it is empty, who may only read', async () => {
		assert.match((await head.get('/activity/')).words(), /muncul di sini begitu dicatat operator perangkat daerah/);
		assert.doesNotMatch((await operator.get('/activity/')).words(), /muncul di sini begitu dicatat operator/);
	});

	it('takes an activity, says what is missing and keeps what was typed', async () => {
		const wrong = await operator.submit(await operator.get('/activity/new'), { ...FIELDS, starts_on: day(), ends_on: day(-1), starts: 'pagi', ends: '7' },
			{ form: 'main form[method=post]' });
		assert.equal(wrong.status, 422);
		assert.match(wrong.words(), /Jam mulai tidak terbaca\. Tulis seperti 08\.30/);
		assert.equal(wrong.one('#title').getAttribute('value'), FIELDS.title);
		const order = await operator.submit(await operator.get('/activity/new'), { ...FIELDS, starts_on: day(), ends_on: day(-1), starts: '10:00', ends: '0930' },
			{ form: 'main form[method=post]' });
		assert.match(order.words(), /Tanggal selesai mendahului/);
		assert.match(order.words(), /Jam selesai harus sesudah jam mulai/);
		const id = await enter({ starts: '8.30', ends: '12:00', hours: '4' });
		assert.deepEqual(one(`SELECT starts_minute, ends_minute, ends_on = starts_on AS same, hours FROM activity WHERE id = ${id}`),
			{ starts_minute: '510', ends_minute: '720', same: '1', hours: '4' });
	});

	it('is listed by year, kind and words, and goes out as a table', async () => {
		await enter({ kind: 'rapat', title: 'Rapat evaluasi (contoh)', starts_on: '2025-03-04' });
		const rapat = await operator.get('/activity/?kind=rapat');
		assert.match(rapat.words(), /Rapat evaluasi/);
		assert.doesNotMatch(rapat.words(), /Pelatihan SOP/);
		assert.match((await head.get('/activity/?year=2025')).words(), /Rapat evaluasi/);
		assert.doesNotMatch((await head.get('/activity/?year=2025')).words(), /Pelatihan SOP/);
		assert.match((await operator.get('/activity/?q=evaluasi')).words(), /Rapat evaluasi/);
		assert.match((await operator.get('/activity/table.csv?kind=rapat')).text, /^"Jenis",.*\r\n"Rapat","Rapat evaluasi \(contoh\)","4 Maret 2025"/);
	});

	it('is changed by who saw it as it is, and taken out with who was there', async () => {
		const id = await enter();
		const [first, second] = await Promise.all([operator.get(`/activity/${id}/edit`), operator.get(`/activity/${id}/edit`)]);
		assert.equal((await operator.submit(first, { minutes: 'Disepakati.' }, { form: 'main form[method=post]' })).status, 200);
		assert.equal((await operator.submit(second, { title: 'Judul lain' }, { form: 'main form[method=post]' })).status, 409);
		await forced(operator, `/activity/${id}/participants`, { list: 'Ayu Contoh' });
		assert.equal(count(id), 1);
		await operator.submit(await operator.get(`/activity/${id}`), {}, { form: 'form[action$="/remove"]' });
		assert.equal((await operator.get(`/activity/${id}`)).status, 404);
		assert.equal(count(id), 0, 'nothing of anybody stays');
	});

	it('is nobody else’s', async () => {
		const id = await enter();
		assert.equal((await head.get(`/activity/${id}`)).status, 200);
		assert.equal((await forced(head, `/activity/${id}/close`)).status, 403);
		assert.equal((await team.get(`/activity/${id}`)).status, 403);
		assert.equal((await (await world.as('operator.dishub')).get(`/activity/${id}`)).status, 404);
	});
});

describe('a list that telephones sign', () => {
	it('opens with a code for the screen, of which only a hash is kept, and lets in without an account', async () => {
		const id = await enter();
		const path = await open(id);
		const page = await phone.get(path.toLowerCase().replace('-', ''));
		assert.equal(page.status, 200);
		assert.equal(page.heading, FIELDS.title);
		assert.ok(page.body.length < 30_000, `${page.body.length} bytes`);
		const code = path.slice(-9).replace('-', '');
		assert.equal(one(`SELECT token_hash = UNHEX(SHA2('${code}', 256)) AS same FROM attendance_session WHERE activity_id = ${id}`).same, '1');
		const done = await sign(path, { nip: '19800101 200501 1 001', drawn: LINE, typed: '' });
		assert.equal(done.status, 303);
		assert.equal(done.location.slice(-13), 'done=recorded');
		assert.match((await phone.get(done.location.replace('/matang', ''))).words(), /Anda sudah tercatat hadir/);
		assert.deepEqual(one(`SELECT name, nip, office, drawn, typed, account_id FROM attendance WHERE activity_id = ${id}`),
			{ name: 'Siti Contoh', nip: '198001012005011001', office: 'Dinas Contoh', drawn: LINE, typed: null, account_id: null });
	});

	it('counts a person once: sent twice, by the same NIP, by the same name and office; namesakes are told apart by NIP', async () => {
		const id = await enter();
		const path = await open(id);
		const where = async (fields) => (await sign(path, fields)).location.split('done=')[1];
		assert.equal(await where({}), 'recorded');
		assert.equal(await where({}), 'recorded-before');
		assert.equal(await where({ name: 'SITI  contoh', office: 'dinas contoh.' }), 'recorded-before');
		assert.equal(await where({ nip: '198001012005011001' }), 'recorded-before', 'who came without a NIP');
		assert.equal(await where({ name: 'Budi', nip: '198001012005011002' }), 'recorded');
		assert.equal(await where({ name: 'Budi Santosa', office: 'Bagian Umum', nip: '198001012005011002' }), 'recorded-before');
		assert.equal(await where({ name: 'Budi', nip: '198001012005011003' }), 'recorded', 'a namesake');
		assert.equal(await where({ name: 'Budi', nip: '198001012005011003' }), 'recorded-before');
		assert.equal(count(id), 3);
	});

	it('says what is missing, and takes no line that no hand has drawn', async () => {
		const path = await open(await enter());
		const page = await sign(path, { name: '', nip: '123', typed: '' });
		assert.equal(page.status, 422);
		assert.match(page.words(), /Nama wajib diisi/);
		assert.match(page.words(), /NIP terdiri dari 18 angka/);
		assert.match(page.words(), /gambar dengan jari, atau ketik nama/);
		for (const drawn of ['M1 1', 'M10 10L20 30', `${LINE}"/><script>`, 'M10 10L20 30L40 20L301 5', 'm10 10L20 30L40 20L5 5', `M1 1${'L1 2'.repeat(800)}`])
			assert.equal((await sign(path, { drawn, typed: '' })).status, 422, drawn);
		assert.equal((await sign(path, { role: 'admin' })).status, 400);
	});

	it('is over when it was closed, when the activity ends, and by the code before', async () => {
		const id = await enter();
		const before = await open(id), path = await open(id);
		assert.notEqual(before, path);
		assert.equal((await sign(before, {})).status, 410);
		assert.equal((await sign(path, {})).status, 303);
		await operator.submit(await operator.get(`/activity/${id}`), {}, { form: 'form[action$="/close"]' });
		for (const page of [await phone.get(path), await sign(path, { name: 'Terlambat Contoh' })]) {
			assert.equal(page.status, 410);
			assert.match(page.words(), /Daftar hadir kegiatan ini ditutup .* WITA/);
			assert.match(page.words(), /Sampaikan kepada penyelenggara, Dinas Contoh/);
		}
		const again = await open(id);
		stack.sql(`UPDATE attendance_session SET opened_at = UTC_TIMESTAMP(3) - INTERVAL 2 HOUR, closes_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND
			WHERE activity_id = ${id} AND closed_at IS NULL`);
		assert.equal((await sign(again, { name: 'Terlambat Contoh' })).status, 410);
		assert.equal(count(id), 1);
		assert.match((await operator.get(`/activity/${id}`)).words(), /Buka daftar hadir lewat ponsel/);
	});

	it('opens on the days of the activity alone, and once for one press', async () => {
		const tomorrow = await enter({ starts_on: day(1) });
		const refused = await forced(operator, `/activity/${tomorrow}/open`, { before: 0 });
		assert.equal(refused.status, 409);
		assert.match(refused.words(), /dibuka pada hari kegiatan/);
		const id = await enter();
		const page = await operator.get(`/activity/${id}`);
		const answers = await Promise.all([1, 2].map(() => operator.submit(page, {}, { form: 'form[action$="/open"]', follow: false })));
		assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
	});

	it('knows no other codes, and counts them by address; right ones it does not', async () => {
		const path = await open(await enter());
		assert.equal((await phone.get('/activity/at/x')).status, 404);
		const wrong = await phone.get('/activity/at/0000-0000');
		assert.equal(wrong.status, 404);
		assert.match(wrong.words(), /delapan huruf dan angka di layar/);
		for (let at = 0; at < 60; at++)
			await phone.get('/activity/at/00000000');
		assert.equal((await phone.get('/activity/at/00000000')).status, 429);
		assert.equal((await sign(path, {})).status, 303, 'a neighbour behind the same address');
		stack.sql("DELETE FROM throttle WHERE kind = 'check'");
	});

	it('counts three hundred telephones of one office at once', async () => {
		const id = await enter();
		const path = await open(id);
		const answers = await Promise.all(Array.from({ length: 300 }, (_, at) =>
			sign(path, { name: `Peserta Contoh ${at}`, nip: at % 2 ? String(198001012005010000n + BigInt(at)) : '', drawn: LINE }, stack.client())));
		assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
		assert.equal(count(id, 'AND session_id IS NOT NULL'), 300);
	});

	it('takes nothing that no file can hold, and hands out what was stored before', async () => {
		const id = await enter();
		const path = await open(id);
		await sign(path, { name: 'Ani\ufffe Con\u{1ffff}toh\ufdd0', office: 'Kantor _x000D_ Contoh' });
		assert.equal(one(`SELECT name FROM attendance WHERE activity_id = ${id}`).name, 'Ani Contoh');
		const whole = async () => {
			const book = await operator.get(`/activity/${id}/participants/table.xlsx`);
			assert.match(sheetOf(book.body), /Kantor _x005F_x000D_ Contoh/, 'what looks like a mark of workbooks is read as it was typed');
			for (const paper of ['attendance', 'report', 'recap'])
				assert.equal((await operator.get(`/activity/${id}/paper/${paper}/pdf`)).headers['content-type'], 'application/pdf', paper);
		};
		await whole();
		stack.sql(`UPDATE attendance SET name = 'Lama\uffff \u{10ffff}Contoh', typed = 'Lama\ufdef' WHERE activity_id = ${id}`);
		await whole();
	});

	it('lets in no more than a hall within a minute', async () => {
		const id = await enter();
		const path = await open(id);
		stack.sql(`INSERT INTO attendance (activity_id, session_id, name, office, person, at) SELECT ${id}, ${newest('attendance_session')},
			CONCAT('Orang ', seq), '', UNHEX(SHA2(seq, 256)), UTC_TIMESTAMP(3) FROM seq_1_to_1200`);
		const page = await sign(path, {});
		assert.equal(page.status, 429);
		assert.match(page.words(), /Kirim lagi setelah satu menit/);
		assert.equal(count(id), 1200);
	});
});

describe('a list that is pasted', () => {
	it('takes a person a line, from a worksheet too, says which line is wrong, and counts each once', async () => {
		const id = await enter();
		const wrong = await operator.submit(await operator.get(`/activity/${id}/participants`), { list: 'Ayu Contoh; 12\nBudi Contoh; -; Dinas; apa' },
			{ form: 'main form[action$="/participants"]' });
		assert.equal(wrong.status, 422);
		assert.match(wrong.words(), /Baris 1: NIP harus 18 angka, atau kosongkan/);
		assert.match(wrong.one('#list').words, /Ayu Contoh; 12/);
		const page = await operator.submit(wrong, { list: 'Ayu Contoh; 198001012005011001; Bagian Umum\n\nBudi Contoh\t\tDinas Contoh\nAyu Contoh;198001012005011001;' },
			{ form: 'main form[action$="/participants"]' });
		assert.match(page.words(), /Peserta sudah dicatat/);
		assert.equal(count(id, 'AND account_id IS NOT NULL'), 2);
		assert.match((await operator.get(`/activity/${id}/participants/table.csv`)).text, /"1","Ayu Contoh","198001012005011001","Bagian Umum",""/);
		const person = newest('attendance');
		await operator.submit(await operator.get(`/activity/${id}/participants`), {}, { form: `form:has([name=person][value="${person}"])` });
		assert.equal(count(id), 1);
		assert.equal((await forced(operator, `/activity/${id}/participants/remove`, { person })).status, 404);
	});
});

describe('a list that is read from a workbook', () => {
	it('is shown first, line by line, and stored by the same press', async () => {
		const id = await enter();
		const read = (content) => operator.get(`/activity/${id}/participants`).then((page) => operator.submit(page,
			{ file: { filename: 'peserta.csv', type: 'text/csv', content } }, { form: 'form[action$="/file"]' }));
		const shown = await read('No,Nama Lengkap,NIP,Unit Kerja\n1,Ayu Contoh,198001012005011001,Bagian Umum\n2,Budi Contoh,,Dinas Contoh\n');
		assert.match(shown.words(), /Berkas sudah dibaca, belum disimpan/);
		assert.match(shown.words(), /2 orang di berkas/);
		assert.match(shown.all('tbody tr')[0].words, /^1 ?Ayu Contoh ?198001012005011001 ?Bagian Umum$/);
		assert.equal(count(id), 0);
		assert.match(shown.one('#list').words, /Ayu Contoh; 198001012005011001; Bagian Umum/);
		await operator.submit(shown, {}, { form: 'form[action$="/participants"]' });
		assert.equal(count(id), 2);
		assert.match(shown.words(), /disimpan sementara/);
		const many = await read(`Nama,Instansi\n${Array.from({ length: 900 }, (_, at) => `Peserta ${at},Dinas Contoh`).join('\n')}\n`);
		assert.match(many.words(), /900 orang di berkas/);
		assert.match(many.words(), /Ditampilkan 100 baris pertama/);
		await operator.submit(many, {}, { form: 'form[action$="/participants"]' });
		assert.equal(count(id), 902);
		const spoiled = await read('Nama,NIP,Unit Kerja,Jabatan\nAyu Contoh,1.98001012005011e+17,Dinas Contoh,Analis\n-,,Dinas,\nCitra Contoh,NIP. 19800101 200501 1 002,Dinas,\n');
		assert.deepEqual(spoiled.all('.govuk-error-summary li').map((each) => each.words.replace(/;.*/, '')),
			['Baris 3, kolom nama: Kosong. Isi dahulu.', 'Baris 2, kolom nip: Excel menganggap NIP ini bilangan dan memendekkannya menjadi 1.98001012005011e+17']);
		const otherwise = await operator.submit(spoiled, { 'column-1': 0, 'column-0': 0, 'column-3': 1 }, { form: 'form[action$="/columns"]' });
		assert.match(otherwise.words(), /Baris 3, kolom nama: Kosong/);
		assert.doesNotMatch(otherwise.words(), /memendekkannya/);
		assert.match((await read('Nama,Instansi\n"Ayu; Contoh",Dinas\n')).words(), /titik koma/);
		assert.match((await read('Judul,Lain\n1,2\n')).words(), /masalah ditemukan/);
	});
});

describe('papers', () => {
	let id;
	before(async () => {
		id = await enter({ minutes: 'Disepakati SOP baru.\nSelesai dua minggu.', agenda: 'Pembukaan' });
		const path = await open(id);
		await sign(path, { drawn: LINE, typed: '' });
		await sign(path, { name: 'Budi Contoh', typed: 'Budi' });
	});

	it('say what the register says, with signatures as they were drawn, on the page and as PDF', async () => {
		const page = await operator.get(`/activity/${id}/paper/attendance`);
		assert.match(page.words(), /Daftar hadir.*Pelatihan SOP \(contoh\).*Siti Contoh.*\(diketik\) Budi/s);
		assert.equal(page.one('.matang-ink path').getAttribute('d'), LINE);
		assert.match((await operator.get(`/activity/${id}/paper/minutes`)).words(), /Disepakati SOP baru/);
		assert.match((await operator.get(`/activity/${id}/paper/report`)).words(), /Jumlah2/);
		const another = await enter({ title: 'Pelatihan lain (contoh)', hours: '6' });
		await forced(operator, `/activity/${another}/participants`, { list: 'Siti Contoh; ; Dinas Contoh' });
		const recap = (await operator.get(`/activity/${id}/paper/recap`)).words();
		assert.match(recap.slice(0, 300), /Rekap pelatihan pegawai ?Tahun \d{4}/);
		assert.ok(/Siti Contoh[^\d]*(Pelatihan SOP \(contoh\)\s+)+Pelatihan lain \(contoh\) ?6/.test(recap), recap.slice(-600));
		assert.equal((await operator.get(`/activity/${await enter({ kind: 'rapat' })}/paper/recap`)).status, 404);
		const pdf = await operator.get(`/activity/${id}/paper/attendance/pdf`);
		const { odt, docx } = await asTexts(operator, `/activity/${id}/paper/attendance`, /DAFTAR HADIR.*Siti Contoh.*Budi/si);
		for (const text of [odt, docx])
			assert.ok(!text.includes(LINE) && !text.includes('(digambar)'), 'a line that was drawn is no text');
		assert.equal(odt.match(/<draw:frame draw:name="Tanda tangan/g).length, 1, 'but a picture');
		assert.equal(docx.match(/descr="Tanda tangan"/g).length, 1);
		await printsAlike(operator, `/activity/${id}/paper/attendance`);
		/* Words of several lines before who signs are not stretched to the margin. */
		const minutes = await asTexts(operator, `/activity/${id}/paper/minutes`, /Disepakati SOP baru/i);
		assert.match(minutes.odt, /text:style-name="TextStaysLeft">Disepakati/);
		assert.match(minutes.docx, /w:val="BodyStaysLeft"/);
		assert.equal(pdf.headers['content-type'], 'application/pdf');
		assert.match(pdf.headers['content-disposition'], /daftar-hadir-/);
		assert.equal((await operator.get(`/activity/${id}/paper/letter`)).status, 404);
	});

	it('become evidence with one press: one document for many criteria, the likely ones first', async () => {
		const page = await operator.get(`/activity/${id}/evidence/attendance`);
		const [item, other] = page.all('main button[name=item]').map((button) => button.getAttribute('value'));
		assert.match(page.words(), /Undangan, daftar hadir/);
		const press = (which) => forced(operator, `/activity/${id}/evidence/attendance`, { item: which });
		assert.match((await press(item)).location, new RegExp(`/questionnaire/${assessment}/\\d+\\?done=linked`));
		await press(item);
		await press(other);
		const document = one(`SELECT document_id AS id FROM activity_document WHERE activity_id = ${id} AND paper = 'attendance'`).id;
		assert.deepEqual(one(`SELECT d.title, d.kind, d.dated, r.type, r.client_name, (SELECT COUNT(*) FROM revision n WHERE n.document_id = d.id) AS revisions,
			(SELECT COUNT(*) FROM evidence_link k WHERE k.document_id = d.id AND k.removed_at IS NULL) AS links
			FROM document d JOIN revision r ON r.document_id = d.id WHERE d.id = ${document}`),
		{ title: 'Daftar hadir: Pelatihan SOP (contoh)', kind: 'lainnya', dated: day(), type: 'application/pdf',
			client_name: `daftar-hadir-${day()}-${id}.pdf`, revisions: '1', links: '2' });
		assert.equal((await team.get(`/upload/document/${document}`)).status, 200, 'what is evidence the team reads');
		await forced(operator, `/activity/${id}/participants`, { list: 'Orang Ketiga; ; Dinas' });
		await press(item);
		assert.equal(one(`SELECT COUNT(*) AS n FROM revision WHERE document_id = ${document}`).n, '2', 'what changed is its next revision');
		assert.equal((await forced(operator, `/activity/${id}/evidence/attendance`, { item: 999999 })).status, 404);
	});

	it('are not made of nothing', async () => {
		const empty = await enter();
		const page = await operator.get(`/activity/${empty}/evidence/minutes`);
		assert.equal(page.status, 409);
		assert.match(page.words(), /Notulennya belum ditulis/);
		assert.match((await operator.get(`/activity/${empty}`)).words(), /Daftar hadirnya masih kosong/);
	});

	it('have certificates with numbers of the year, which anybody checks by their code; one that is cancelled says so', async () => {
		const place = `/activity/${id}/certificates`;
		const here = await operator.get(place);
		const presses = await Promise.all([1, 2, 3].map(() => operator.submit(here, {}, { form: 'form[action$="/certificates"]' })));
		assert.deepEqual(presses.map(({ status }) => status), [200, 200, 200]);
		const issued = stack.sql(`SELECT id, number, number_text, name, code FROM certificate WHERE activity_id = ${id} ORDER BY number`);
		assert.deepEqual(issued.map(({ number }) => number), issued.map((one, at) => String(at + 1)));
		assert.equal(issued.length, count(id), 'each has one');
		assert.match(issued[0].number_text, /^1\/SERT\/[IVX]+\/\d{4}$/);
		const checked = await phone.get(`/portal/check?code=${issued[0].code.toLowerCase()}`);
		assert.match(checked.words(), /Sertifikat ini berlaku/);
		assert.match(checked.words(), new RegExp(`${issued[0].name}.*telah mengikuti kegiatan “Pelatihan SOP \\(contoh\\)”`, 's'));
		assert.doesNotMatch(checked.words(), /NIP 19/);
		for (const pdf of [`${place}/${issued[0].id}/pdf`, `${place}/pdf`])
			assert.equal((await head.get(pdf)).headers['content-type'], 'application/pdf');
		const [cancel] = (await operator.get(place)).all('main a').map((link) => link.getAttribute('href')).filter((href) => href.includes(`cancel=${issued[0].id}#`));
		const asked = await operator.get(cancel.replace(/^\/matang/, '').replace(/#.*/, ''));
		assert.match(asked.words('main'), new RegExp(`Batalkan sertifikat ${issued[0].number_text}.*Atas nama ${issued[0].name}`, 's'));
		const lacking = await operator.submit(asked, { reason: '' }, { form: 'form[action$="/cancel"]' });
		assert.equal(lacking.status, 422);
		await operator.submit(lacking, { reason: 'Nama keliru' }, { form: 'form[action$="/cancel"]' });
		assert.equal((await operator.get(`${place}?cancel=${issued[0].id}`)).status, 404, 'one that was cancelled cannot be cancelled');
		assert.match((await phone.get(`/portal/check?code=${issued[0].code}`)).words(), /Sertifikat ini dibatalkan.*Nama keliru/s);
		const list = (await operator.get(`/activity/${id}/paper/certificates`)).words();
		assert.ok(list.includes(issued[1].code) && list.includes(issued[1].number_text), list);
		assert.ok(!list.includes(issued[0].code), 'what was cancelled is not on the list');
		const likely = (await operator.get(`/activity/${id}/evidence/certificates`)).one('main button[name=item]').getAttribute('value');
		const choice = await forced(operator, `/activity/${id}/evidence/certificates`, { item: likely });
		assert.equal(choice.status, 303);
		const listed = one(`SELECT d.kind, d.period_from, d.period_until FROM activity_document x JOIN document d ON d.id = x.document_id
			WHERE x.activity_id = ${id} AND x.paper = 'certificates'`);
		assert.equal(listed.kind, 'sertifikat');
		assert.equal(listed.period_from, day());
		assert.equal(listed.period_until, null, 'who was certified stays so: the list does not expire with the activity');
		let wrong;
		for (const [format, why] of [['SERT/{tahun}', /Tulis \{nomor\} di tempat nomor urutnya/], ['{nomor}/SERT', /tanpa tahun nomornya terulang/],
			['{nomor}/{hari}/{tahun}', /\{hari\} tidak dikenal/], ['{nomor}/{tahun', /\{tahun tidak dikenal/], ['{nomor}{nomor}/{tahun}', /tanda pemisah/],
			['9{nomor}/{tahun}', /tanda pemisah/], ['{nomor}-{nomor}/{tahun}', /satu kali saja/]]) {
			wrong = await operator.submit(await operator.get(place), { format }, { form: 'form[action$="/format"]' });
			assert.equal(wrong.status, 422, format);
			assert.match(wrong.errors.join(), why);
		}
		await operator.submit(wrong, { format: '{nomor}/CONTOH/{tahun}' }, { form: 'form[action$="/format"]' });
		await operator.submit(await operator.get(place), {}, { form: 'form[action$="/certificates"]' });
		const again = one(`SELECT number, number_text FROM certificate WHERE activity_id = ${id} ORDER BY number DESC LIMIT 1`);
		assert.equal(Number(again.number), issued.length + 1, 'no number is given twice');
		assert.match(again.number_text, new RegExp(`^${again.number}/CONTOH/`));
		await asTexts(operator, place, /SERTIFIKAT.*Periksa keaslian.*SERTIFIKAT.*Periksa keaslian/si);
		await printsAlike(operator, place);
		assert.ok((await operator.get(place)).one(`main a[href$="${place}/docx"]`));
		await asTexts(operator, `${place}/${one(`SELECT MAX(id) AS id FROM certificate WHERE activity_id = ${id}`).id}`, /SERTIFIKAT/i);
		assert.equal((await forced(operator, `/activity/${await enter({ starts_on: day(1) })}/certificates`)).status, 409);
	});

	it('are listed fifty at a time, and found by name or number: what is not shown costs the page nothing', async () => {
		const many = await enter({ title: 'Pelatihan besar (contoh)' }), place = `/activity/${many}/certificates`;
		const people = Array.from({ length: 130 }, (_, at) => `Peserta Contoh ${at + 1}; ; Dinas Contoh`).join('\n');
		await operator.submit(await operator.get(`/activity/${many}/participants`), { list: people }, { form: 'form[action$="/participants"]' });
		await operator.submit(await operator.get(place), {}, { form: 'form[action$="/certificates"]' });
		const names = (page) => page.all('main tbody th').length;
		const first = await operator.get(place), third = await operator.get(`${place}?page=3`);
		assert.deepEqual([names(first), names(third)], [50, 30]);
		assert.match(first.words('main'), /130 sertifikat berlaku/);
		assert.ok(!third.words('main').includes('Peserta Contoh 1 '), 'the third page begins at the hundred and first');
		const found = await operator.get(`${place}?q=Contoh+117`);
		assert.deepEqual([names(found), /Peserta Contoh 117/.test(found.words('main'))], [1, true]);
		assert.match((await operator.get(`${place}?q=Tidak+Ada`)).words('main'), /Tidak ada yang cocok/);
		assert.ok(first.body.length < 60_000, `${first.body.length} bytes`);
		assert.equal((await operator.get(`${place}/table.csv`)).text.trim().split('\n').length, 131, 'the file has all of them');
	});

	it('are read by the auditor of the region, who changes nothing', async () => {
		const auditor = await world.as('auditor');
		const list = await auditor.get('/activity/');
		assert.match(list.words('main'), /Pelatihan SOP \(contoh\)/);
		assert.match(list.words('main'), /Dinas Koperasi/, 'whose it is');
		for (const page of ['', '/participants', '/certificates', '/paper/attendance']) {
			const read = await auditor.get(`/activity/${id}${page}`);
			assert.equal(read.status, 200, page);
			assert.equal(read.all('main form[method=post]').length, 0, page);
			assert.doesNotMatch(read.words('main'), /Batalkan|Jadikan data dukung|Hapus|Catat kegiatan/, page);
		}
		assert.equal((await auditor.get(`/activity/${id}/certificates/pdf`)).headers['content-type'], 'application/pdf');
	});

	it('have photographs and files of the agency beside them, and of no other', async () => {
		const own = one(`INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT agency_id, 'Foto kegiatan', 'foto', UTC_TIMESTAMP(3), id
			FROM account WHERE username = 'operator.dkumkmp'; SELECT LAST_INSERT_ID() AS id`).id;
		const foreign = one(`INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT agency_id, 'Milik lain', 'foto', UTC_TIMESTAMP(3), id
			FROM account WHERE username = 'operator.dishub'; SELECT LAST_INSERT_ID() AS id`).id;
		const page = await operator.submit(await operator.get(`/activity/${id}`), { document: own }, { form: 'form[action$="/documents"]' });
		assert.ok(page.one(`main a[href$="/upload/document/${own}"]`));
		const nothing = await forced(operator, `/activity/${id}/documents`, { document: '' });
		assert.equal(nothing.status, 422, 'nothing was chosen, so nothing was saved');
		assert.match(nothing.words(), /Dokumen wajib diisi/);
		assert.equal((await forced(operator, `/activity/${id}/documents`, { document: own })).status, 303, 'what is there already');
		assert.equal((await forced(operator, `/activity/${id}/documents`, { document: foreign })).status, 404);
		assert.equal(one(`SELECT COUNT(*) AS n FROM activity_document WHERE document_id = ${foreign}`).n, '0');
		assert.match((await operator.get(`/activity/${id}/paper/report`)).words(), /Foto kegiatan/);
		await forced(operator, `/activity/${id}/documents/remove`, { document: own });
		assert.equal(one(`SELECT COUNT(*) AS n FROM activity_document WHERE document_id = ${own}`).n, '0');
	});

	it('outlive the list: names and signatures go when their age has come, certificates and documents stay', async () => {
		const certificates = () => one(`SELECT COUNT(*) AS n FROM certificate WHERE activity_id = ${id}`).n;
		const before = certificates(), recent = await enter();
		await forced(operator, `/activity/${recent}/participants`, { list: 'Ayu Contoh' });
		stack.sql(`UPDATE activity SET starts_on = '2001-01-01', ends_on = '2001-01-01' WHERE id = ${id}`);
		assert.match(stack.matang(['sweep']).stdout, /[1-9]\d* people on attendance lists/);
		assert.equal(stack.matang(['sweep', '--remove']).status, 0);
		assert.equal(count(id), 0);
		assert.equal(count(recent), 1);
		assert.equal(certificates(), before);
		assert.equal((await operator.get(`/activity/${id}/certificates`)).status, 200);
	});
});
