// SPDX-License-Identifier: ISC
//
// Complaints: written by anybody, with every refusal; followed by number and secret; forwarded, answered, closed,
// merged and opened again by officials, each of whom sees what is for him; working days under a moved clock.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { docx, pdf, png } from './files.mjs';
import { answerGuest } from './guest.mjs';
import { startStack } from './harness.mjs';
import { asTexts } from './texts.mjs';

const FORM = 'form[action*="/to/"]';
const HOSTILE = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; DROP TABLE complaint; --", '<?cs var:Actor.csrf ?>',
	'https://jahat.example/tautan', '{{7*7}}${7*7}', '=HYPERLINK("http://jahat.example")', 'é漢字😀', '%n%s%x'];
let stack, city, team, operator, other, address;

/* What the script does. */
const worked = (token) => {
	for (let at = 0; ; at++) {
		const digest = createHash('sha256').update(`${token}:${at}`).digest();
		if (digest[0] === 0 && digest[1] < 2)
			return String(at);
	}
};
const count = (what) => Number(stack.sql(`SELECT COUNT(*) AS n FROM ${what}`)[0].n);
const one = (query) => stack.sql(query)[0];
const complaint = (id) => one(`SELECT * FROM complaint WHERE id = ${id}`);
const fields = { category: 'service', title: 'Loket tutup', body: 'Loket tutup sejak pagi, tidak ada pengumuman.' };

async function fill(who, more = {}) {
	const page = await who.get(address);
	return who.submit(page, { ...fields, ...answerGuest(page), ...more }, { form: FORM, follow: false });
}
/* A person with a ticket. */
async function person(more) {
	const who = stack.client();
	const sent = await fill(who, more);
	assert.equal(sent.status, 303, sent.words?.());
	const receipt = await who.follow(sent);
	const [number, secret] = receipt.all('.matang-ticket dd').map((each) => each.words);
	return { who, number, secret, id: Number(number.slice(2)), receipt };
}
const act = async (who, id, action, values = {}) => who.submit(await who.get(`/complaint/${id}`), values, { form: `form[action$="/${action}"]`, follow: false });
const work = () => {
	const { status, stdout, stderr } = stack.matang(['work', 'complaints']);
	assert.equal(status, 0, stdout + stderr);
};
const told = (number) => stack.sql(`SELECT a.username FROM message m JOIN account a ON a.id = m.account_id
	WHERE m.kind = 'complaint' AND m.detail = '${number}' ORDER BY a.username`).map((row) => row.username);
const everybodyRead = () => stack.sql('UPDATE message SET read_at = UTC_TIMESTAMP(3) WHERE read_at IS NULL; UPDATE account SET unread = 0');
const agency = (name) => one(`SELECT id FROM agency WHERE name = '${name}'`).id;
const moveBack = (id, days) => stack.sql(`UPDATE complaint SET waiting_since = waiting_since - INTERVAL ${days} DAY WHERE id = ${id}`);

before(async () => {
	stack = await startStack();
	city = settle(stack);
	team = await city.signIn('verifikator');
	operator = await city.signIn('operator.satu');
	other = await city.signIn('operator.dua');
	stack.sql("UPDATE setting SET value = '10000' WHERE name = 'guest_posts_per_hour'; INSERT INTO setting (name, value) VALUES ('guest_posts_per_hour', '10000') ON DUPLICATE KEY UPDATE value = '10000'; UPDATE world_stamp SET number = number + 1");
	stack.sql("INSERT INTO district (id, region_id, name) VALUES (1, 2, 'Contoh Utara'), (9, 3, 'Contoh Lain'); INSERT INTO village (id, district_id, name) VALUES (1, 1, 'Melati')");
	const code = one('SELECT code FROM region WHERE id = 2').code;
	address = `/complaint/to/${code}`;
});
after(() => stack?.stop());

describe('before a region opens it', () => {
	it('nobody can write', async () => {
		assert.equal((await stack.client().get(address)).status, 404);
		assert.match((await team.get('/complaint/')).words(), /Warga belum dapat menulis/);
	});

	it('the team sets its days, within bounds, and a stale page is told', async () => {
		const page = await team.get('/complaint/rule');
		const bad = await team.submit(page, { forward_days: 0, answer_days: 'x', close_days: 61 }, { follow: false });
		assert.equal(bad.status, 422);
		assert.equal(bad.errors.length, 3);
		assert.equal((await team.submit(page, { open: '1' }, { form: 'main form', follow: false })).status, 303);
		assert.deepEqual(one('SELECT open, forward_days, answer_days, close_days FROM complaint_rule WHERE region_id = 2'),
			{ open: '1', forward_days: '3', answer_days: '5', close_days: '10' });
		assert.equal((await team.submit(page, { open: '1' }, { form: 'main form', follow: false })).status, 409);
		assert.equal((await operator.get('/complaint/rule')).status, 403);
		assert.match((await stack.client().get('/complaint/new')).words(), /Pilih daerah/);
	});
});

describe('whoever writes', () => {
	it('without a script answers the sum, and gets number, secret and QR code', async () => {
		const { who, number, secret, id, receipt } = await person({ place: 'd1' });
		assert.match(number, /^P-\d{6}$/);
		assert.match(secret, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
		assert.equal(receipt.all('svg path').length, 1);
		assert.equal(Number(complaint(id).village_id), 1);
		assert.ok(!stack.sql('SELECT * FROM complaint').some((row) => Object.values(row).some((cell) => String(cell).includes(secret))), 'the secret is not stored');
		const ticket = await who.get('/complaint/ticket');
		assert.match(ticket.words(), /Loket tutup sejak pagi/);
		assert.match(ticket.words(), /Akan diteruskan paling lambat/);
		assert.match((await team.get('/complaint/')).words(), new RegExp(`Loket tutup${number}`), 'the list has it at once');
		assert.equal(told(number).length, 0);
		work();
		assert.ok(told(number).includes('verifikator'), 'the team is told');
	});

	it('with a script works for it instead', async () => {
		const who = stack.client(), page = await who.get(address);
		const token = page.one('[name=guest_token]').getAttribute('value');
		const sent = await who.submit(page, { ...fields, guest_work: worked(token) }, { form: FORM, follow: false });
		assert.equal(sent.status, 303);
	});

	it('is told what is wrong, and keeps what was typed', async () => {
		for (const [more, words] of [
			[{ title: '' }, /Judul/], [{ title: 'abc' }, /Judul/], [{ body: '' }, /Uraian/], [{ body: 'x'.repeat(4001) }, /Uraian/], [{ category: '' }, /Tentang/],
			[{ guest_answer: '99' }, /Jawaban belum cocok/], [{ guest_answer: '' }, /Jawaban belum cocok/], [{ website: 'http://x' }, /Kosongkan kotak/],
			[{ title: '\u200b\u200b\u200b\u200b\u200b\u200b' }, /Judul/]]) {
			const before = count('complaint'), page = await fill(stack.client(), more);
			assert.equal(page.status, 422, JSON.stringify(more));
			assert.match(page.errors.join(' '), words, JSON.stringify(more));
			assert.equal(count('complaint'), before);
			if (!more.body && more.body !== '')
				assert.match(page.one('textarea[name=body]').words, /Loket tutup sejak pagi/);
		}
	});

	it('chooses a place that is there', async () => {
		const who = stack.client(), page = await who.get(address), token = page.one('[name=guest_token]').getAttribute('value');
		for (const place of ['k9', 'd99', 'x', 'k1; DROP', 'd01'])
			assert.match((await who.post(address, { ...fields, guest_token: token, ...answerGuest(page), place })).errors.join(' '), /Lokasi ini tidak ada/, place);
	});

	it('comes with a page of ours that is not too old', async () => {
		const who = stack.client(), page = await who.get(address), token = page.one('[name=guest_token]').getAttribute('value');
		for (const wrong of ['', 'x', `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`, `00000001${token.slice(8)}`])
			assert.match((await who.post(address, { ...fields, guest_token: wrong, ...answerGuest(page) })).errors.join(' '), /terlalu lama/, wrong);
		assert.equal((await who.post(address, { ...fields, guest_token: token, tidak_ada: '1' })).status, 400);
		assert.equal((await who.post(address, { ...fields, guest_token: token, ...answerGuest(page) }, { headers: { origin: 'https://jahat.example' } })).status, 403);
	});

	it('gets one ticket for a form that was sent twice', async () => {
		const who = stack.client(), page = await who.get(address), values = { ...fields, ...answerGuest(page) };
		const [first, second] = await Promise.all([who.submit(page, values, { form: FORM, follow: false }), who.submit(page, values, { form: FORM, follow: false })]);
		assert.deepEqual([first.status, second.status], [303, 303]);
		assert.equal(first.setCookies.join(), second.setCookies.join());
		assert.equal(count(`complaint WHERE mark = UNHEX(SHA2('${page.one('[name=guest_token]').getAttribute('value')}', 256))`), 1);
	});

	it('sends up to three files, each looked at', async () => {
		const file = (filename, content) => ({ filename, type: 'application/octet-stream', content });
		const { id } = await person({ file: [file('a.pdf', pdf('contoh')), file('../../etc/b.png', png('contoh')), file('c.docx', docx('contoh'))] });
		assert.equal(count(`complaint_file WHERE complaint_id = ${id}`), 3);
		assert.deepEqual(stack.sql(`SELECT type FROM complaint_file WHERE complaint_id = ${id} ORDER BY id`).map(({ type }) => type.split('/')[1].slice(0, 3)), ['pdf', 'png', 'vnd']);
		const before = count('complaint_file');
		for (const files of [[1, 2, 3, 4].map((at) => file(`${at}.pdf`, pdf(String(at)))), [file('a.exe', Buffer.from('MZ\0\0program'))],
			[file('a.html', Buffer.from('<html><script>alert(1)</script></html>'))], [file('kosong.pdf', Buffer.alloc(0))], [file('besar.pdf', Buffer.concat([pdf('a'), Buffer.alloc(11 << 20)]))]]) {
			const page = await fill(stack.client(), { file: files });
			assert.equal(page.status, 422, files[0].filename);
		}
		assert.equal(count('complaint_file'), before);
		const page = await team.get(`/complaint/${id}`);
		const got = await team.get(page.one('a[href*="/file/"]').getAttribute('href'));
		assert.equal(got.status, 200);
		assert.match(got.headers['content-disposition'], /^attachment/);
		assert.equal((await stack.client().get(`/complaint/${id}/file/1`)).status, 303);
		assert.equal((await other.get(`/complaint/${id}/file/1`)).status, 404);
	});

	it('sends no more than so many MiB of files in an hour, which are not looked at then, and may go on without', async () => {
		const set = (value) => stack.sql(`INSERT INTO setting (name, value) VALUES ('guest_mib_per_hour', '${value}') ON DUPLICATE KEY UPDATE value = VALUES(value);
			UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate`);
		set(30);
		const big = Buffer.concat([pdf('besar'), Buffer.alloc((9 << 20) - 9999)]), file = { filename: 'a.pdf', type: 'application/pdf', content: big };
		/* Nothing is stored of these, and they cost what the others do. */
		for (let at = 0; at < 3; at++)
			assert.equal((await fill(stack.client(), { title: '\u200b\u200b\u200b\u200b\u200b', file })).status, 422);
		assert.equal(count('guest_rate'), 0, 'what is refused before costs nothing');
		for (let at = 0; at < 3; at++)
			assert.equal((await fill(stack.client(), { file: { ...file, filename: 'a.exe', content: Buffer.concat([Buffer.from('MZ\0\0'), Buffer.alloc(9 << 20)]) } })).status, 422);
		const held = await fill(stack.client(), { file: { ...file, content: pdf('kecil') } });
		assert.equal(held.status, 422);
		assert.match(held.errors.join(' '), /Terlalu banyak berkas .* setelah \d+ menit/);
		assert.match(held.words('textarea[name=body]'), /Loket tutup/);
		assert.equal((await fill(stack.client())).status, 303, 'without files');
		set(10000);
		assert.equal((await fill(stack.client(), { file })).status, 303);
	});

	it('is asked before more comes than the form takes', async () => {
		const who = stack.client(), answer = await who.request('POST', address, { body: Buffer.alloc(33 << 20, 'x'), headers: { 'content-type': 'multipart/form-data; boundary=x' } });
		assert.equal(answer.status, 413);
		assert.match(answer.words(), /paling besar 10/);
	});

	it('sends no file while nobody can look at it', async () => {
		const files = count('complaint_file'),
			turn = spawn('flock', ['--no-fork', stack.files, 'sh', '-c', 'echo held; exec sleep 60']);
		try {
			await once(turn.stdout, 'data');
			const page = await fill(stack.client(), { file: { filename: 'a.pdf', type: 'application/pdf', content: pdf('tidak dilihat') } });
			assert.equal(page.status, 422);
			assert.match(page.errors.join(' '), /belum dapat diperiksa/);
			assert.equal(count('complaint_file'), files);
		} finally {
			turn.kill();
		}
	});

	it('may write anything: it stays text, and goes into no address and no log', async () => {
		for (const text of HOSTILE) {
			const { who, id } = await person({ title: `${text} panjang`, body: `${text}\nbaris dua`, name: text, contact: text });
			for (const page of [await who.get('/complaint/ticket'), await team.get(`/complaint/${id}`), await team.get('/complaint/')]) {
				assert.equal(page.status, 200);
				assert.equal(page.all('main script, main img, main [onerror]').length, 0, text);
				assert.ok(!page.all('main a').some((link) => link.getAttribute('href').includes('jahat')), text);
			}
			assert.match((await team.get(`/complaint/${id}`)).words(), /baris dua/);
		}
		assert.doesNotMatch(stack.log('complaint') + stack.log('access'), /jahat\.example|baris dua|DROP TABLE/);
		for (const field of ['title', 'name', 'contact'])
			assert.match((await fill(stack.client(), { [field]: '\u202eDFP.exe panjang' })).errors.join(' '), /membalik arah/, field);
	});

	it('is held where too many come from one address, and tells when to go on', async () => {
		stack.sql("UPDATE setting SET value = '5' WHERE name = 'guest_posts_per_hour'; UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
		const statuses = [];
		for (let at = 0; at < 6; at++)
			statuses.push((await fill(stack.client())).status);
		const held = await fill(stack.client());
		assert.equal(held.status, 429);
		assert.match(held.headers['retry-after'], /^\d+$/);
		assert.match(held.words(), /Loket tutup sejak pagi/);
		assert.deepEqual([statuses[0], statuses[1], statuses.at(-1)], [303, 303, 429]);
		stack.sql("UPDATE setting SET value = '10000' WHERE name = 'guest_posts_per_hour'; UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
	});

	it('is held where too many come in all, which costs the address nothing', async () => {
		const spent = (names) => one(`SELECT COALESCE(SUM(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), spent_until)), 0) AS seconds FROM guest_rate
			WHERE key_hash IN (${names.map((name) => `UNHEX(SHA2('${name}', 256))`)})`).seconds;
		stack.sql("INSERT INTO setting (name, value) VALUES ('guest_posts_of_all', '10'); UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
		const statuses = [];
		for (let at = 0; at < 6; at++)
			statuses.push((await fill(stack.client())).status);
		assert.deepEqual(statuses, [303, 303, 303, 303, 303, 429], 'five that answered the question, which count twice');
		assert.ok(spent(['complaint/0']) > 3500, 'the hour of all is spent');
		assert.ok(spent(['complaint 127.0.0.1']) < 10, 'that of the address is not');
		stack.sql("DELETE FROM setting WHERE name = 'guest_posts_of_all'; UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
	});

	it('is held in all where many are let in, too, which are counted in shares so that nobody waits for another', async () => {
		stack.sql(`INSERT INTO setting (name, value) VALUES ('guest_posts_of_all', '1000'); UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate;
			INSERT INTO guest_rate (key_hash, spent_until) VALUES ${[...Array(8).keys()]
		.map((share) => `(UNHEX(SHA2('complaint/${share}', 256)), UTC_TIMESTAMP(6) + INTERVAL 3540 SECOND)`)}`);
		const statuses = [];
		for (let at = 0; at < 40; at++)
			statuses.push((await fill(stack.client())).status);
		const taken = statuses.filter((status) => status === 303).length;
		assert.equal(statuses[0], 303, 'there is room for one that answered the question in each of eight shares');
		assert.ok(taken >= 2 && taken <= 8, `${taken} of at most eight`);
		assert.equal(statuses.filter((status) => status === 429).length, 40 - taken);
		stack.sql("DELETE FROM setting WHERE name = 'guest_posts_of_all'; UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
	});

	it('is offered on a page that is made once, and anew when what it says has changed', async () => {
		const form = async () => (await stack.client().get(address)).words('main');
		assert.match(await form(), /Diteruskan dalam 3 hari kerja/);
		await team.submit(await team.get('/complaint/rule'), { forward_days: 4 }, { form: 'main form', follow: false });
		assert.match(await form(), /Diteruskan dalam 4 hari kerja/);
		await team.submit(await team.get('/complaint/rule'), { forward_days: 3 }, { form: 'main form', follow: false });
		assert.match(await form(), /Diteruskan dalam 3 hari kerja/);
		const own = await team.get(address), strange = await stack.client().get(address);
		assert.ok(own.one('nav a[href$="/complaint/"]') && !strange.one('nav a[href$="/complaint/"]'), 'whoever is signed in has the menu');
	});
});

describe('a ticket', () => {
	it('is opened by number and secret as people type them, and by nothing else', async () => {
		const { number, secret } = await person();
		const who = stack.client(), open = async (values) => who.submit(await who.get('/complaint/follow'), values, { form: 'form[data-ticket]', follow: false });
		assert.equal((await open({ number: number.toLowerCase(), secret: secret.toLowerCase().replaceAll('-', ' ') })).status, 303);
		assert.match((await who.get('/complaint/ticket')).words(), /Loket tutup/);
		const elsewhere = await person();
		for (const wrong of [{ number, secret: elsewhere.secret }, { number: 'P-999999', secret }, { number: 'P-0', secret }, { number: "P-1' OR 1=1", secret }, { number, secret: 'AAAA' }])
			assert.equal((await open(wrong)).status, 422, JSON.stringify(wrong));
		assert.equal((await open({ number: '', secret: '' })).status, 422);
	});

	it('is left at a shared device', async () => {
		const { who } = await person();
		await who.submit(await who.get('/complaint/ticket'), {}, { form: 'form[action$="/leave"]' });
		assert.equal((await who.get('/complaint/ticket')).status, 303);
		assert.equal((await who.get('/complaint/receipt')).status, 303);
	});

	it('is not found by trying', async () => {
		stack.sql('DELETE FROM throttle');
		const { number } = await person(), who = stack.client();
		const page = await who.get('/complaint/follow'), statuses = [];
		for (let at = 0; at < 22; at++)
			statuses.push((await who.submit(page, { number, secret: `0000-0000-0000-00${String(at).padStart(2, '0')}` }, { form: 'form[data-ticket]', follow: false })).status);
		assert.deepEqual([statuses[0], statuses[19], statuses[20], statuses[21]], [422, 422, 429, 429]);
		stack.sql('DELETE FROM throttle');
	});

	it('is no other’s whose cookie is made up', async () => {
		const { id } = await person();
		for (const cookie of [`P-${String(id).padStart(6, '0')}.0000-0000-0000-0000`, 'x', '.', 'P-1.', `${'9'.repeat(30)}.0000-0000-0000-0000`]) {
			const page = await stack.client().get('/complaint/ticket', { headers: { cookie: `matang-ticket-complaint=${cookie}` } });
			assert.ok([303, 404].includes(page.status), `${cookie}: ${page.status}`);
		}
	});
});

describe('whoever handles it', () => {
	const unread = (username) => Number(one(`SELECT unread FROM account WHERE username = '${username}'`).unread);
	const start = () => spawn(path.join(stack.build, 'bin/matang'), ['work', 'complaints'], { env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: 'ignore' });
	const bureau = () => stack.sql(`SELECT username FROM account WHERE region_id = 2 AND role = 'verifier' AND state = 'active' ORDER BY username`).map((row) => row.username);

	it('is told by the background once, and not again of more before he has looked', async () => {
		work();
		everybodyRead();
		const first = await person(), second = await person();
		work();
		assert.deepEqual(told(first.number), bureau());
		assert.deepEqual(told(second.number), [], 'the message that he has leads to the list already');
		assert.equal(unread('verifikator'), 1);
		work();
		assert.equal(unread('verifikator'), 1);
		assert.equal(count('complaint WHERE untold = 1'), 0);
	});

	it('is told by a run in the place of one that was killed, and by one of two, once', async () => {
		everybodyRead();
		const { number, id } = await person();
		const rival = spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`, '--unbuffered', 'matang'], { stdio: ['pipe', 'ignore', 'ignore'] });
		const begun = async (sql) => {
			for (let tries = 0; tries < 600 && stack.sql(sql).length === 0; tries++)
				await new Promise((done) => setTimeout(done, 100));
		};
		rival.stdin.write("START TRANSACTION; SELECT id FROM account WHERE username = 'verifikator' FOR UPDATE;\n");
		await begun('SELECT 1 FROM information_schema.innodb_trx WHERE trx_rows_locked > 0');
		const run = start(), closed = once(run, 'close');
		await begun("SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'");
		run.kill('SIGKILL');
		await closed;
		rival.stdin.end();
		/* Its connection ends, and what it wrote with it. */
		await begun('SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.innodb_trx)');
		assert.deepEqual(told(number), []);
		assert.equal(complaint(id).untold, '1');
		const ended = await Promise.all([start(), start()].map((each) => once(each, 'close')));
		assert.deepEqual(ended.map(([status]) => status), [0, 0]);
		work();
		assert.deepEqual(told(number), bureau());
		assert.equal(unread('verifikator'), 1);
	});

	it('is the agency from the moment that it is forwarded, and nobody when it was handled meanwhile', async () => {
		everybodyRead();
		const forwarded = await person(), closed = await person();
		assert.equal((await act(team, forwarded.id, 'forward', { agency: agency('Dinas Contoh Satu') })).status, 303);
		assert.equal((await act(team, closed.id, 'close', { as: 'refused' })).status, 303);
		work();
		assert.deepEqual(told(closed.number), []);
		const people = told(forwarded.number);
		assert.ok(people.includes('operator.satu') && !people.includes('verifikator'), people.join());
		everybodyRead();
		assert.equal((await act(team, forwarded.id, 'answer', { body: 'Sudah dibuka.' })).status, 303);
		work();
		assert.equal(told(forwarded.number).length, people.length);
		const page = await forwarded.who.get('/complaint/ticket');
		assert.equal((await forwarded.who.submit(page, { body: 'Masih tutup.', ...answerGuest(page) }, { form: 'form[action$="/reply"]', follow: false })).status, 303);
		work();
		assert.deepEqual(told(forwarded.number), [...people, ...people].sort(), 'who answers is told of the reply');
		everybodyRead();
		await act(team, forwarded.id, 'close', { as: 'done' });
		assert.equal((await act(team, forwarded.id, 'reopen')).status, 303);
		work();
		assert.deepEqual(told(forwarded.number), [...people, ...people, ...people].sort(), 'and that it waits for him again');
		await act(team, closed.id, 'reopen');
		work();
		assert.deepEqual(told(closed.number), [], 'who opened it again is not told that he did');
	});
});

describe('officials', () => {
	it('forward, answer and close; the person replies, rates and opens it again', async () => {
		const { who, id, number } = await person();
		assert.equal((await operator.get(`/complaint/${id}`)).status, 404, 'not forwarded to it');
		assert.equal((await act(team, id, 'forward', { agency: agency('Dinas Contoh Satu') })).status, 303);
		everybodyRead();
		work();
		assert.ok(told(number).includes('operator.satu'));
		assert.equal((await other.get(`/complaint/${id}`)).status, 404);
		assert.equal((await act(operator, id, 'note', { note: 'Rahasia dapur' })).status, 303);
		assert.equal((await act(operator, id, 'answer', { body: '' })).status, 422);
		assert.equal((await act(operator, id, 'answer', { body: 'Loket sudah dibuka.\n<b>Maaf</b>' })).status, 303);
		const ticket = await who.get('/complaint/ticket');
		assert.match(ticket.words(), /Loket sudah dibuka/);
		assert.match(ticket.words(), /Diteruskan kepada Dinas Contoh Satu/);
		assert.doesNotMatch(ticket.words(), /Rahasia dapur|Contoh Operator/);
		assert.equal((await who.submit(ticket, { rating: '4' }, { form: 'form[action$="/rate"]', follow: false })).status, 303);
		assert.equal(complaint(id).rating, '4');
		const read = await team.get(`/complaint/${id}`);
		for (let at = 1; at <= 3; at++)
			await who.submit(ticket, { rating: String(at) }, { form: 'form[action$="/rate"]', follow: false });
		assert.equal((await team.submit(read, { body: 'Ditambahkan.' }, { form: 'form[action$="/answer"]', follow: false })).status, 303, 'no rating makes stale what an official writes');
		stack.sql("UPDATE setting SET value = '5' WHERE name = 'guest_posts_per_hour'; UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
		const statuses = [];
		for (let at = 0; at < 7; at++)
			statuses.push((await who.submit(ticket, { rating: '4' }, { form: 'form[action$="/rate"]', follow: false })).status);
		assert.deepEqual([statuses[0], statuses.at(-1)], [303, 429], 'nor is it written without end');
		stack.sql("UPDATE setting SET value = '10000' WHERE name = 'guest_posts_per_hour'; UPDATE world_stamp SET number = number + 1; DELETE FROM guest_rate");
		const reply = async (action, body) => {
			const page = await who.get('/complaint/ticket');
			return who.submit(page, { body, ...answerGuest(page) }, { form: `form[action$="/${action}"]`, follow: false });
		};
		assert.equal((await reply('reply', 'Masih tutup.')).status, 303);
		assert.equal(complaint(id).state, 'forwarded');
		assert.equal((await reply('reply', '')).status, 422);
		assert.equal((await act(team, id, 'close', { as: 'done' })).status, 303);
		assert.match((await who.get('/complaint/ticket')).words(), /Selesai ditangani/);
		assert.equal((await reply('reopen', 'Belum selesai.')).status, 303);
		assert.equal(complaint(id).state, 'forwarded');
		await act(team, id, 'close', { as: 'refused' });
		assert.equal((await act(team, id, 'reopen')).status, 303);
		assert.equal(complaint(id).closed_as, null);
	});

	it('leave what they did in the history, without a word of what was written', async () => {
		const { id, number } = await person({ title: 'Judul sangat pribadi' });
		await act(team, id, 'forward', { agency: agency('Dinas Contoh Satu') });
		await act(operator, id, 'note', { note: 'Rahasia dapur' });
		await act(operator, id, 'answer', { body: 'Sudah dijawab panjang.' });
		await act(team, id, 'close', { as: 'done' });
		await act(team, id, 'reopen');
		const rows = stack.sql(`SELECT a.username, g.name AS agency, h.from_value, h.to_value FROM history h JOIN account a ON a.id = h.account_id
			LEFT JOIN agency g ON g.id = h.agency_id WHERE h.subject = 'complaint' AND h.subject_id = ${id} ORDER BY h.id`);
		assert.deepEqual(rows.map(({ username, from_value, to_value }) => `${username}: ${from_value} → ${to_value.replace(`${number}: `, '')}`), [
			'verifikator: Diterima → Diteruskan kepada Dinas Contoh Satu', 'operator.satu: Diteruskan → Catatan internal ditulis', 'operator.satu: Diteruskan → Dijawab',
			'verifikator: Dijawab → Selesai ditangani', 'verifikator: Selesai → Dibuka kembali']);
		assert.ok(rows.every((row) => row.agency === 'Dinas Contoh Satu' && row.to_value.startsWith(number)));
		const page = await team.get('/report/history?kind=complaints');
		assert.match(page.words(), new RegExp(`menangani pengaduan.*${number}: Dijawab`));
		assert.doesNotMatch(page.words(), /Rahasia dapur|dijawab panjang|sangat pribadi/);
	});

	it('tell whoever left an address by one letter, without secret and text', async () => {
		const letters = (id) => stack.sql(`SELECT * FROM mail WHERE guest_kind = 'complaint_moved' AND guest_key = ${id}`);
		const warned = await person({ contact: 'warga@contoh.id', title: 'Judul sangat pribadi' });
		const called = await person({ contact: '0812 3456 7890' });
		for (const { id } of [warned, called]) {
			await act(team, id, 'note', { note: 'Di antara kita' });
			assert.equal(letters(id).length, 0, 'a note is none of theirs');
			await act(team, id, 'forward', { agency: agency('Dinas Contoh Satu') });
			await act(operator, id, 'answer', { body: 'Sudah dijawab panjang.' });
		}
		assert.equal(letters(called.id).length, 0);
		const [letter, ...more] = letters(warned.id);
		assert.equal(more.length, 0, 'what follows at once needs no second one');
		assert.equal(letter.guest_email, 'warga@contoh.id');
		const told = stack.sql(`SELECT IF(h.id IS NULL, 'no', 'yes') AS hearing, c.id FROM mail m LEFT JOIN hearing h ON m.guest_kind = 'hearing_published' AND h.id = m.guest_key
			JOIN complaint c ON c.id = m.guest_key WHERE m.id = ${letter.id}`)[0];
		assert.deepEqual(told, { hearing: 'no', id: String(warned.id) });
		stack.sql(`UPDATE mail SET state = 'sent', ended_at = UTC_TIMESTAMP(3), guest_email = NULL WHERE id = ${letter.id}`);
		await act(team, warned.id, 'close', { as: 'done' });
		assert.equal(letters(warned.id).length, 2, 'and what comes later does');
	});

	it('find what was closed long ago without name, contact, words and files', async () => {
		const { who, id } = await person({ name: 'Contoh Nama', contact: 'warga@contoh.id', file: { filename: 'foto.png', type: 'application/octet-stream', content: png('contoh') } });
		const young = await person({ name: 'Contoh Nama' });
		for (const one of [id, young.id]) {
			await act(team, one, 'answer', { body: 'Sudah dijawab panjang.' });
			await act(team, one, 'close', { as: 'done' });
		}
		const stored = one(`SELECT stored_name FROM complaint_file WHERE complaint_id = ${id}`)?.stored_name;
		moveBack(id, 1830);
		moveBack(young.id, 1820);
		assert.equal(stack.matang(['sweep']).status, 0);
		assert.equal(complaint(id).name, 'Contoh Nama', 'listed, not removed');
		const run = stack.matang(['sweep', '--remove']);
		assert.equal(run.status, 0, run.stderr);
		assert.match(run.stdout, /1 files of complaints that were kept long enough, 1 what was written to them, 1 complaints that were kept long enough/);
		const { name, contact, body, title } = complaint(id);
		assert.deepEqual({ name, contact, body, title }, { name: '', contact: '', body: '', title: fields.title });
		assert.equal(count(`complaint_file WHERE complaint_id = ${id}`), 0);
		assert.ok(stored);
		assert.equal(complaint(young.id).name, 'Contoh Nama');
		const page = await team.get(`/complaint/${id}`), ticket = await who.get('/complaint/ticket');
		for (const words of [page.words(), ticket.words()]) {
			assert.match(words, /Sudah dihapus setelah masa simpannya/);
			assert.doesNotMatch(words, /Contoh Nama|warga@contoh|Loket tutup sejak|dijawab panjang|Buka kembali/);
		}
		assert.match((await stack.client().get(address)).words(), /dihapus 5 tahun sesudah pengaduan selesai/);
	});

	it('do not overwrite each other', async () => {
		const { id } = await person(), page = await team.get(`/complaint/${id}`);
		const send = (action, values) => team.submit(page, values, { form: `form[action$="/${action}"]`, follow: false });
		assert.equal((await send('answer', { body: 'Satu' })).status, 303);
		for (const [action, values] of [['answer', { body: 'Dua' }], ['forward', { agency: '0' }], ['close', { as: 'done' }]])
			assert.equal((await send(action, values)).status, 409, action);
	});

	it('see of an anonymous or confidential one what is theirs', async () => {
		const hidden = await person({ name: 'Contoh Pelapor', contact: 'pelapor@contoh.invalid', anonymous: '1', confidential: '1', title: 'Sangat rahasia' });
		await act(team, hidden.id, 'forward', { agency: agency('Dinas Contoh Satu') });
		assert.match((await team.get(`/complaint/${hidden.id}`)).words(), /pelapor@contoh\.invalid/);
		assert.doesNotMatch((await operator.get(`/complaint/${hidden.id}`)).words(), /pelapor@|Contoh Pelapor/);
		const auditor = await city.signIn('auditor');
		assert.equal((await auditor.get(`/complaint/${hidden.id}`)).status, 404);
		assert.doesNotMatch((await auditor.get('/complaint/')).words(), /Sangat rahasia/);
		const open = await person({ name: 'Contoh Warga', contact: '0812', title: 'Biasa saja' });
		const read = await auditor.get(`/complaint/${open.id}`);
		assert.equal(read.status, 200);
		assert.doesNotMatch(read.words(), /Contoh Warga|0812/);
	});

	it('are not handled by whoever works in the agency that they are about', async () => {
		const own = await city.signIn('verifikator.satu');
		const { id } = await person({ name: 'Contoh Pelapor', contact: 'pelapor@contoh.invalid', anonymous: '1', title: 'Tentang dinas' });
		/* Before it is forwarded it is nobody's. */
		assert.equal((await act(own, id, 'forward', { agency: agency('Dinas Contoh Satu') })).status, 303);
		const page = await own.get(`/complaint/${id}`);
		assert.match(page.words(), /Tentang dinas.*Anda bekerja di perangkat daerah ini/);
		assert.equal(page.one('main form'), null);
		assert.doesNotMatch(page.words(), /Contoh Pelapor|pelapor@/, 'anonymous for the agency');
		const csrf = own.csrf(page), version = complaint(id).version;
		for (const [action, values] of [['forward', { agency: 0 }], ['answer', { body: 'Tidak benar.' }], ['note', { note: 'Biarkan.' }], ['close', { as: 'refused' }], ['reopen', {}], ['merge', { into: 1 }]]) {
			const refused = await own.post(`/complaint/${id}/${action}`, { csrf, version, ...values });
			assert.equal(refused.status, 403, action);
			assert.match(refused.words(), /Anda bekerja di perangkat daerah ini/, action);
		}
		assert.equal(complaint(id).state, 'forwarded');
		assert.match((await team.get(`/complaint/${id}`)).words(), /pelapor@contoh\.invalid/);
		assert.equal((await act(team, id, 'answer', { body: 'Sudah kami periksa.' })).status, 303);
	});

	it('merge twins: who wrote them reads the answers of the one that stays', async () => {
		const first = await person({ title: 'Yang pertama' }), twin = await person({ title: 'Yang kedua' }), third = await person({ title: 'Yang ketiga' });
		await act(team, third.id, 'merge', { into: twin.number });
		assert.equal((await act(team, twin.id, 'merge', { into: first.number })).status, 303);
		assert.equal(complaint(third.id).merged_into, String(first.id));
		await act(team, first.id, 'answer', { body: 'Jawaban bersama' });
		for (const { who } of [twin, third])
			assert.match((await who.get('/complaint/ticket')).words(), /Jawaban bersama/);
		for (const into of [twin.number, 'P-999999', 'x', first.number])
			assert.equal((await act(team, first.id, 'merge', { into })).status, 409, into);
	});

	it('keep answers to begin with', async () => {
		const page = await team.get('/complaint/templates');
		const add = (title) => team.submit(page, { title, body: 'Terima kasih atas laporan Anda.' }, { form: 'form[action$="/templates"]', follow: false });
		assert.equal((await add('Pembuka')).status, 303);
		assert.equal((await add('pembuka')).status, 422);
		assert.match((await operator.get('/complaint/templates')).words(), /Terima kasih atas laporan/);
		await team.submit(await team.get('/complaint/templates'), {}, { form: 'form[action$="/remove"]' });
		assert.equal(count('complaint_template'), 0);
	});
});

describe('working days', () => {
	const dueOf = async (id) => (await team.get(`/complaint/${id}`)).words('.govuk-summary-list');

	it('are counted by the calendar of the region: what is over them is late', async () => {
		const { id, number } = await person({ title: 'Yang terlambat' });
		assert.doesNotMatch(await dueOf(id), /terlambat/);
		moveBack(id, 10);
		assert.match(await dueOf(id), /terlambat \d+ hari kerja/);
		assert.match((await team.get('/complaint/?late=1')).words(), new RegExp(number));
		/* All of those days are holidays: it is not. */
		stack.sql(`INSERT INTO holiday (region_id, day, kind, name) SELECT 2, UTC_DATE() - INTERVAL s.seq DAY, 'libur', 'Libur contoh' FROM seq_0_to_12 s;
			UPDATE world_stamp SET number = number + 1`);
		assert.doesNotMatch(await dueOf(id), /terlambat/);
		assert.doesNotMatch((await team.get('/complaint/?late=1')).words(), new RegExp(number));
		stack.sql('DELETE FROM holiday WHERE region_id = 2; UPDATE world_stamp SET number = number + 1');
		await act(team, id, 'forward', { agency: '0' });
		assert.doesNotMatch(await dueOf(id), /terlambat/);
		moveBack(id, 12);
		assert.match(await dueOf(id), /terlambat/);
	});

	it('without a reply close what was answered, and no other', async () => {
		const silent = await person(), young = await person(), waiting = await person();
		for (const { id } of [silent, young])
			await act(team, id, 'answer', { body: 'Sudah.' });
		stack.sql(`UPDATE complaint SET waiting_since = '2031-01-06 02:00:00' WHERE id IN (${silent.id}, ${young.id}, ${waiting.id})`);
		const at = (day) => {
			const run = stack.matang(['work', 'complaints'], { env: { LD_PRELOAD: '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1', FAKETIME: `@${day} 02:00:00`, TZ: 'UTC',
				ASAN_OPTIONS: 'verify_asan_link_order=0' } });
			assert.equal(run.status, 0, run.stderr + run.stdout);
		};
		/* The database has its own clock: it is told that this was some time ago. */
		stack.sql(`UPDATE complaint SET waiting_since = UTC_TIMESTAMP(3) - INTERVAL 30 DAY WHERE id = ${silent.id}; UPDATE complaint SET waiting_since = UTC_TIMESTAMP(3) - INTERVAL 5 DAY WHERE id = ${young.id};
			UPDATE complaint SET waiting_since = UTC_TIMESTAMP(3) - INTERVAL 60 DAY WHERE id = ${waiting.id}`);
		const { today, later } = one('SELECT DATE(UTC_TIMESTAMP()) AS today, DATE(UTC_TIMESTAMP() + INTERVAL 30 DAY) AS later');
		at(today);
		assert.deepEqual([silent, young, waiting].map(({ id }) => complaint(id).state), ['closed', 'answered', 'received']);
		assert.equal(complaint(silent.id).closed_as, 'silence');
		assert.match((await silent.who.get('/complaint/ticket')).words(), /Ditutup karena tidak ada balasan/);
		at(later);
		assert.equal(complaint(young.id).state, 'closed');
	});
});

describe('the month', () => {
	it('is reported as page, workbook and paper, without anything personal', async () => {
		await person({ name: 'Contoh Nama', title: 'Judul pribadi' });
		const page = await team.get('/complaint/report');
		assert.equal(page.status, 200);
		assert.match(page.words(), /Semua pengaduan/);
		assert.doesNotMatch(page.text, /<\?/);
		assert.ok(page.rows('main table').every((row) => row.length === 7));
		assert.doesNotMatch(page.words(), /Contoh Nama|Judul pribadi/);
		for (const [ending, type] of [['xlsx', /spreadsheet/], ['csv', /csv/]])
			assert.match((await team.get(`/complaint/report/table.${ending}`)).headers['content-type'], type);
		const paper = await team.get('/complaint/report/pdf');
		await asTexts(team, '/complaint/report', /LAPORAN PENGADUAN/i);
		assert.equal(paper.body.subarray(0, 5).toString(), '%PDF-');
		assert.equal((await team.get('/complaint/report?month=13')).status, 400);
		assert.equal((await operator.get('/complaint/report')).status, 403);
		assert.equal((await team.get('/complaint/table.csv')).status, 200);
	});
});
