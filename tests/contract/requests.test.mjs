// SPDX-License-Identifier: ISC
//
// What may get lost between a browser and a program, behind each server: methods, addresses, headers
// and bodies on their way in; status, headers, cookies and bodies on their way out. And of each program
// one thing that it alone does, with all that it needs of its surroundings for that.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEsign } from '../web/esign-service.mjs';
import { pdf, picture } from '../web/files.mjs';
import { behindOne, startStack } from '../web/harness.mjs';
import { programs, PROGRAMS } from '../web/programs.mjs';
import { signingRoom, pdf as unsigned } from '../web/sign.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { needs } from '../web/needs.mjs';

needs('unzip');

const KIB = 1 << 10;
const TYPED = 'Satu & dua = 100 % + “kutip” é <b>\nbaris kedua';
const HEAD = { nik: '3271999900001111', email: 'kepala@contoh.go.id', passphrase: 'Rahasia#Kepala-7', status: 'ISSUE' };

let stack, world, dir, service, operator, verifier, admin, id;

before(async () => {
	dir = mkdtempSync(path.join(tmpdir(), 'matang-contract-'));
	chmodSync(dir, 0o755);	/* Apache's own user reads below it */
	const authority = signingRoom(dir).authority('Otoritas Contoh');
	service = await startEsign({ signer: authority.signer('Kepala Contoh'), pdf: unsigned });
	service.people = [{ ...HEAD }];
	writeFileSync(path.join(dir, 'esign.conf'), service.settings(2));
	stack = await startStack({ env: { MATANG_ESIGN: path.join(dir, 'esign.conf') } });
	world = openWorld(stack);
	stack.sql(`INSERT INTO trust_anchor (region_id, pem, updated_at, updated_by)
		SELECT 2, '${authority.pem}', UTC_TIMESTAMP(3), MIN(id) FROM account`);
	operator = await world.as('operator.dkumkmp');
	verifier = await world.as('verifikator');
	admin = await world.as('admin');
	id = world.assessment('DKUMKMP');
});
after(async () => {
	await stack?.stop();
	await service?.stop();
	rmSync(dir, { recursive: true, force: true });
});

/** One request as it stands: { status, headers (list of pairs as sent), body }. No URL is put in order first. */
function raw(method, address, { headers = {}, body } = {}) {
	return new Promise((resolve, reject) => {
		const request = http.request({ host: '127.0.0.1', port: stack.port, method, path: address, headers, agent: false }, (message) => {
			const chunks = [];
			message.on('data', (chunk) => chunks.push(chunk));
			message.on('end', () => resolve({ status: message.statusCode, whole: message.complete, body: Buffer.concat(chunks),
				headers: message.rawHeaders.flatMap((one, at, all) => at % 2 ? [] : [[one.toLowerCase(), all[at + 1]]]) }));
			message.on('error', reject);
		});
		request.on('error', reject);
		request.end(body);
	});
}

const cookie = (who) => `matang=${who.cookie('matang')}`;
const bodyOf = (name) => programs.find((one) => one.name === name).body;

/** A page for people that says what is the matter, the program's or the server's. */
function assertTold(page, statuses) {
	assert.ok([statuses].flat().includes(page.status), `${page.status} at ${page.url}`);
	assert.equal(page.one('html')?.getAttribute('lang'), 'id', page.text.slice(0, 300));
	assert.ok(page.heading.length > 4, page.text.slice(0, 300));
	assert.ok(page.status >= 500 || page.heading !== 'Terjadi gangguan', `${page.status} is told as a fault of ours`);
	assert.doesNotMatch(page.text, /nginx|apache|mysql|\.c:\d/i);
}

/* ---- on the way in -------------------------------------------------------------------------------- */

describe('a method', () => {
	for (const program of PROGRAMS) {
		it(`of ${program}: GET, HEAD and POST are told apart`, async () => {
			const client = stack.client();
			const got = await client.get(`/${program}/`), head = await client.head(`/${program}/`);
			assert.ok([200, 303, 404].includes(got.status), String(got.status));
			assert.match(got.headers['content-security-policy'], /default-src/, 'the program itself answers');
			assert.equal(head.status, got.status);
			assert.equal(head.body.length, 0);
			assert.equal(head.headers['content-type'], got.headers['content-type']);
			assertTold(await client.post(`/${program}/nowhere`, { a: 1 }), [403, 404]);
		});

		it(`of ${program}: others are refused`, async () => {
			for (const method of ['PUT', 'DELETE', 'PATCH']) {
				const page = await operator.request(method, `/${program}/`, { body: 'a=b', headers: {
					'content-type': 'application/x-www-form-urlencoded' } });
				assert.ok([403, 404, 405].includes(page.status), `${method}: ${page.status}`);
				assert.match(page.headers['content-security-policy'] ?? '', /default-src/, `${program} itself answers`);
			}
		});
	}
});

describe('an address', () => {
	const found = async (address) => (await raw('GET', address)).body.toString();

	it('keeps its letters, encoded or not, and its question', async () => {
		for (const [question, shown] of [['code=A%26B', 'A&amp;B'], ['code=A+B', 'A B'], ['code=%C3%A9', 'é'], ['code=A%3DB%3f', 'A=B?']]) {
			const text = await found(`/matang/portal/check?${question}`);
			assert.ok(text.includes(shown), `${question}: ${text.slice(0, 200)}`);
		}
		for (const question of ['', '?', '?&', '?code', '?code='])
			assert.equal((await raw('GET', `/matang/portal/check${question}`)).status, 200, question);
	});

	it('is taken letter by letter after the name of the program', async () => {
		assert.equal((await raw('GET', '/matang/portal/data/64.71/2026.json')).status, 404);
		for (const address of ['/matang/portal/data/%0a', '/matang/portal/nowhere/%C3%A9', '/matang/portal//', '/matang/portal/check/',
			'/matang/portal/%2e%2e/account/', `/matang/portal/${'a'.repeat(3000)}`])
			assert.ok([200, 301, 302, 303, 400, 404].includes((await raw('GET', address)).status), address);
	});

	it('that is very long is refused, and the next one is answered', async () => {
		for (const length of [20_000, 70_000])
			assert.ok([400, 404, 414].includes((await raw('GET', `/matang/portal/check?code=${'a'.repeat(length)}`)).status));
		assert.equal((await raw('GET', '/matang/portal/check?code=')).status, 200);
	});
});

describe('a header', () => {
	it('of cookies, also of others and long, leaves the session what it is', async () => {
		for (const more of ['lain=1; ', `panjang=${'x'.repeat(3500)}; `, 'matangx=0; a="b c"; '])
			assert.match((await raw('GET', '/matang/account/profile', { headers: { cookie: more + cookie(operator) } })).body.toString(),
				/Operator Contoh/);
		assert.equal((await raw('GET', '/matang/account/profile', { headers: { cookie: 'matang=0' } })).status, 303);
	});

	it('that says where a form comes from is heard', async () => {
		const form = { username: 'operator.dishub', password: PASSWORD };
		const client = stack.client();
		const from = async (site) => client.submit(await client.get('/account/'), form, { headers: { 'sec-fetch-site': site }, follow: false });
		assertTold(await from('cross-site'), 403);
		assert.equal((await from('same-origin')).status, 303);
	});

	it('with a key comes to the program, by either name', async () => {
		const page = await admin.submit(await admin.get('/exchange/?region=2'), { label: 'Dasbor contoh', purpose: 'results',
			expires_on: '2099-12-31' }, { form: 'form[action$="/tokens"]', follow: false });
		const key = page.words('#new-key');
		for (const headers of [{ authorization: `Bearer ${key}` }, { 'x-matang-token': key }]) {
			const answer = await stack.client().get('/exchange/api/cycles', { headers });
			assert.equal(answer.status, 200);
			assert.match(answer.headers['content-type'], /^application\/json/);
			assert.equal(answer.json.length, 1);
		}
		const refused = await stack.client().get('/exchange/api/cycles', { headers: { authorization: 'Bearer SALAH' } });
		assert.equal(refused.status, 401);
		assert.match(refused.headers['www-authenticate'], /^Bearer/);
	});

	it('that names what a browser has is heard', async () => {
		const document = await operator.submit(await operator.get('/upload/new'), { kind: 'laporan', title: 'Laporan',
			file: { filename: 'a.pdf', content: pdf('sekali') } }, { form: 'form[enctype]' });
		const file = document.all('a[href*="/upload/file/"]')[0].getAttribute('href');
		const first = await operator.get(file);
		assert.equal(first.status, 200);
		const again = await operator.get(file, { headers: { 'if-none-match': first.headers.etag } });
		assert.equal(again.status, 304);
		assert.equal(again.body.length, 0);
	});
});

describe('a form', () => {
	it('comes as it was typed, urlencoded', async () => {
		const page = await operator.get(`/questionnaire/${id}/3`);
		const saved = await operator.submit(page, { level: 3, explanation: TYPED }, { form: 'form[data-autosave]' });
		assert.equal(saved.status, 200);
		assert.equal(stack.sql(`SELECT explanation FROM answer n JOIN variable v ON v.id = n.variable_id
			WHERE assessment_id = ${id} AND v.number = 3`)[0].explanation.replace(/\r\n/g, '\n'), TYPED);
		assert.equal(saved.one('textarea[name=explanation]').textContent.replace(/\r\n/g, '\n'), TYPED);
	});

	it('whose length nobody said is taken or refused, never cut', async () => {
		const csrf = operator.csrf(await operator.get('/account/profile'));
		async function* pieces() {
			yield Buffer.from('csrf=');
			yield Buffer.from(`${csrf}&unknown=1`);
		}
		const page = await operator.request('POST', '/account/profile/edit', { body: { type: 'application/x-www-form-urlencoded',
			parts: [{ stream: pieces() }] } });
		assertTold(page, [400, 411]);
	});

	it('that is empty, or of no kind that is known, is refused by the program', async () => {
		assertTold(await operator.request('POST', '/account/profile/edit', { body: '' }), [400, 403, 415]);
		assertTold(await operator.request('POST', '/account/profile/edit', { body: 'x', headers: { 'content-type': 'text/plain' } }), [400, 403, 415]);
	});

	for (const program of PROGRAMS)
		it(`of ${program} up to its limit is read, and beyond it refused in plain words`, async () => {
			const send = (bytes) => operator.request('POST', `/${program}/nowhere`, { body: { type: 'application/x-www-form-urlencoded',
				parts: [Buffer.concat([Buffer.from('a='), Buffer.alloc(bytes - 2, 'x')])] } });
			/* What mod_fcgid allows where nobody set it otherwise. */
			assertTold(await send(128 * KIB), [400, 403, 404]);
			assertTold(await send(bodyOf(program) === 'form' ? 5000 * KIB : 3000 * KIB), [400, 403, 404, 413]);
			assert.equal((await operator.get(`/${program}/healthz`)).status, 200);
		});
});

/* ---- on the way out ------------------------------------------------------------------------------- */

describe('an answer', () => {
	it('of each program is whole, says its length or its end, and no header twice', async () => {
		for (const program of PROGRAMS)
			for (const [who, address] of [[null, `/matang/${program}/`], [operator, `/matang/${program}/`], [null, `/matang/${program}/nowhere`]]) {
				const { status, headers, whole, body } = await raw('GET', address, who ? { headers: { cookie: cookie(who) } } : {});
				const names = headers.map(([name]) => name).filter((name) => !['set-cookie', 'vary'].includes(name));
				assert.ok([200, 303, 403, 404].includes(status), `${address}: ${status}`);
				assert.ok(whole, address);
				assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], address);
				const { 'content-length': length, 'content-type': type, ...others } = Object.fromEntries(headers);
				assert.ok(length === undefined ? others['transfer-encoding'] === 'chunked' : Number(length) === body.length, address);
				if (body.length)
					assert.match(type, /^text\/html; ?charset=utf-8$/i, address);
				assert.doesNotMatch(others.server ?? '', /\d/, 'the version of the server is nobody else\'s business');
				assert.equal(others['x-powered-by'], undefined);
				assert.equal(others.status, undefined);
			}
	});

	it('sets a cookie that scripts and other sites do not get', async () => {
		const client = stack.client();
		const page = await client.submit(await client.get('/account/'), { username: 'operator.dishub', password: PASSWORD }, { follow: false });
		assert.equal(page.status, 303);
		assert.match(page.location, /^\/matang\//, 'a path, whatever the name of the host');
		for (const one of page.setCookies) {
			assert.match(one, /; ?HttpOnly/i);
			assert.match(one, /; ?SameSite=(Lax|Strict)/i);
			assert.match(one, /; ?Path=\/matang/i);
		}
		assert.match(page.setCookies.join('\n'), /^matang=[^;]{20,}/m);
		assert.equal((await client.get('/account/profile')).status, 200);
	});

	it('comes compressed to who can read that, and says so', async () => {
		const plain = await operator.get('/questionnaire/');
		const packed = await operator.get('/questionnaire/', { headers: { 'accept-encoding': 'gzip' } });
		assert.equal(plain.headers['content-encoding'], undefined);
		assert.equal(packed.headers['content-encoding'], 'gzip');
		assert.ok(packed.body.length < plain.body.length / 2);
	});

	it('says what is wrong in words: 403, 404, 405, 422, 400, 503', async () => {
		const csrf = operator.csrf(await operator.get('/account/profile'));
		assertTold(await operator.post('/account/profile/edit', {}), 403);
		assertTold(await operator.get('/portal/nowhere'), 404);
		assertTold(await operator.post('/portal/', { csrf }), [403, 405]);
		assertTold(await operator.post('/account/profile/edit', { csrf, unknown: 1 }), 400);
		assertTold(await operator.submit(await operator.get('/upload/new'), {}, { form: 'form[enctype]', follow: false }), 422);
		await stack.withoutDatabase(async () => assertTold(await operator.get('/questionnaire/'), 503));
		assert.equal((await operator.get('/questionnaire/')).status, 200);
	});
});

describe('what the server refuses by itself', () => {
	it('is told in words, with the headers of ours: ranges, conditions, methods, codings', async () => {
		const asset = /\/matang\/assets\/[^"]+\.css/.exec((await operator.get('/portal/')).text)[0];
		const odd = [
			['GET', asset, { range: 'bytes=99999999-' }, 416], ['GET', '/matang/assets/nowhere.css', {}, 404],
			/* Apache's 412 has no body, and before a folder is known its .htaccess is not. */
			...stack.server === 'nginx' ? [['GET', asset, { 'if-match': '"x"' }, 412], ['TRACE', asset, {}, 405],
				['POST', '/matang/account/', { 'transfer-encoding': 'gzip' }, 501]] : []];
		for (const [method, address, headers, status] of odd) {
			const answer = await raw(method, address, { headers });
			const names = Object.fromEntries(answer.headers);
			assert.equal(answer.status, status, `${method} ${address} ${JSON.stringify(headers)}`);
			assert.match(answer.body.toString(), /<html lang="id">/, `${status}`);
			for (const name of ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'cache-control'])
				assert.ok(names[name], `${status} without ${name}`);
		}
	});
});

/* ---- of each program what it alone does ------------------------------------------------------------- */

describe('each program', () => {
	it('cycle takes a list in, and gives one out', async () => {
		const seen = await admin.submit(await admin.get('/cycle/holidays/import'), { file: { filename: 'libur.csv', type: 'text/csv',
			content: 'tanggal,jenis,nama\r\n2044-12-24,libur,Natal <contoh>' } }, { form: 'form[enctype]', follow: false });
		assert.equal(seen.status, 200, seen.words());
		assert.match((await admin.submit(seen, {}, { form: 'form[action$="/store"]' })).words(), /24 Desember 2044/);
	});

	it('exchange looks at a cycle of 24 MB that comes by its page', async () => {
		const content = Buffer.alloc(24 << 20, ' ');
		content.write('{}');
		const page = await admin.submit(await admin.get('/exchange/import'), { file: { filename: 'daerah.json', content } },
			{ form: 'form[enctype]', follow: false });
		assertTold(page, 422);
		assert.ok(page.errors.length > 0, page.words());
	});

	it('upload takes a file of megabytes, and the inspector looks into it', async () => {
		const content = Buffer.concat([pdf('contoh besar'), Buffer.alloc(3 << 20, ' ')]);
		const fields = { kind: 'laporan', title: 'Laporan besar' };
		const page = await operator.submit(await operator.get('/upload/new'), { ...fields, file: { filename: 'besar.pdf', content } },
			{ form: 'form[enctype]' });
		assert.equal(page.status, 200, page.errors.join());
		const [row] = stack.sql('SELECT id, bytes, type, inspected_at IS NOT NULL AS seen FROM revision ORDER BY id DESC LIMIT 1');
		assert.deepEqual([Number(row.bytes), row.type, row.seen], [content.length, 'application/pdf', '1']);
		assert.ok((await operator.get(`/upload/file/${row.id}`)).body.equals(content));
		const liar = await operator.submit(await operator.get('/upload/new'), { ...fields, file: { filename: 'a.pdf', content: '<html><script>alert(1)</script>' } },
			{ form: 'form[enctype]', follow: false });
		assertTold(liar, 422);
	});

	it('upload takes what is large, by a form and in pieces, without growing', behindOne, async () => {
		const size = 40 * 1024 * KIB, piece = Buffer.alloc(1024 * KIB, ' ');
		async function* content(head) {
			yield head;
			for (let sent = head.length; sent < size; sent += piece.length)
				yield piece.subarray(0, Math.min(piece.length, size - sent));
		}
		const csrf = operator.csrf(await operator.get('/upload/new'));
		const form = await operator.postMultipart('/upload/new', [['csrf', csrf], ['kind', 'laporan'],
			['file', { filename: 'besar.pdf', content: content(pdf('satu')), size }]]);
		assert.equal(form.status, 303);
		const headers = { 'tus-resumable': '1.0.0', 'x-csrf-token': csrf };
		const begun = await operator.request('POST', '/upload/files', { headers: { ...headers, 'upload-length': size,
			'upload-metadata': `filename ${Buffer.from('besar.pdf').toString('base64')}` } });
		const sent = await operator.request('PATCH', begun.location, { headers: { ...headers, 'upload-offset': 0,
			'content-type': 'application/offset+octet-stream' }, body: { parts: [{ stream: content(pdf('dua')), size }] } });
		assert.equal(sent.status, 204, sent.text);
		assert.deepEqual(stack.sql(`SELECT bytes FROM revision ORDER BY id DESC LIMIT 2`).map((row) => Number(row.bytes)), [size, size]);
		const watcher = stack.pid('upload');
		const workers = readFileSync(`/proc/${watcher}/task/${watcher}/children`, 'utf8').trim().split(' ');
		assert.ok(workers.length > 1);
		for (const pid of workers) {
			const most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * KIB;
			/* 16 MiB on Debian 12, somewhat more with the libraries of 13. */
			assert.ok(stack.build.includes('sanitized') || most < size / 2, `${most / KIB} KiB`);
		}
	});

	it('upload puts the evidence into a ZIP, of a length that nobody knows before', async () => {
		const item = stack.sql(`SELECT MIN(i.id) AS id FROM checklist_item i JOIN level l ON l.id = i.level_id
			JOIN variable v ON v.id = l.variable_id JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 1`)[0].id;
		stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			SELECT ${id}, ${item}, MAX(id), UTC_TIMESTAMP(3), 1 FROM document`);
		const page = await operator.get(`/upload/zip/${id}`);
		assert.equal(page.status, 200, page.text.slice(0, 200));
		assert.match(page.headers['content-disposition'], /^attachment; .*\.zip/);
		const file = path.join(dir, 'bukti.zip');
		writeFileSync(file, page.body);
		const tested = spawnSync('unzip', ['-t', file], { encoding: 'utf8' });
		assert.equal(tested.status, 0, tested.stdout);
	});

	it('verify keeps what the team says', async () => {
		stack.sql(`UPDATE answer SET self_level = 3, explanation = 'Uraian contoh' WHERE assessment_id = ${id};
			UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		const page = await verifier.get(`/verify/${id}/3`);
		const saved = await verifier.submit(page, { level: 2, reason: TYPED, recommendation: 'Lengkapi notulen' },
			{ form: '#decide', button: 'save' });
		assert.equal(saved.status, 200, saved.errors.join());
		assert.equal(stack.sql(`SELECT city_level FROM answer n JOIN variable v ON v.id = n.variable_id
			WHERE assessment_id = ${id} AND v.number = 3`)[0].city_level, '2');
	});

	it('paper draws a PDF, and takes a crest', async () => {
		world.finish(id);
		const page = await verifier.get(`/paper/agency/${id}`);
		const issued = await verifier.post(`/paper/agency/${id}/issue`, { csrf: verifier.csrf(page), kind: 'minutes' });
		const drawn = await verifier.get(issued.location.replace(/\?.*/, '/pdf'));
		assert.equal(drawn.headers['content-type'], 'application/pdf');
		assert.match(drawn.body.toString('latin1'), /^%PDF-[^]*%%EOF\s*$/);
		const boss = await world.as('admin.bpp');
		const saved = await boss.submit(await boss.get('/paper/letterhead/2'), { government: 'Pemerintah Kota Contoh', office: 'Bagian',
			address: 'Jalan Contoh', crest: { filename: 'lambang.png', type: 'image/png', content: picture(120, 150) } });
		assert.equal(saved.status, 200, saved.errors.join());
		const crest = await boss.get(saved.one('.matang-paper__crest').getAttribute('src'));
		assert.equal(crest.headers['content-type'], 'image/png');
	});

	it('signoff prints, takes the scan and gives the receipt', async () => {
		await operator.submit(await operator.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
		const sent = await operator.submit(await operator.get(`/signoff/${id}/`), { file: { filename: 'pindai.pdf', type: 'application/pdf',
			content: pdf('pindai') } }, { form: 'form[action$="/scan"]' });
		assert.equal(sent.status, 200);
		assert.equal(world.state(id), 'signed');
		await world.receive(verifier, id);
		assert.equal(world.state(id), 'received');
		assert.equal((await operator.get(`/signoff/${id}/receipt`)).status, 200);
	});

	it('esign signs by the service, with what it needs of the system', async () => {
		const head = await world.as('kepala.dkumkmp');
		stack.sql(`UPDATE signature SET cancelled_at = UTC_TIMESTAMP(3);
			UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
		const page = await head.submit(await head.get(`/esign/${id}/`), { identity: HEAD.nik, passphrase: HEAD.passphrase },
			{ form: 'form[action*="/esign/"]', follow: false });
		assert.equal(page.status, 303, page.errors?.join());
		assert.equal(world.state(id), 'signed');
		assert.equal(stack.sql('SELECT verdict FROM signature WHERE cancelled_at IS NULL')[0].verdict, 'valid');
	});

	it('report counts, and portal tells everybody', async () => {
		stack.sql("UPDATE assessment SET state = 'reported' WHERE cycle_id = 1; UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1");
		assert.equal((await verifier.get('/report/region/1/data.json')).json.counts.agencies, 4);
		assert.match((await verifier.get(`/report/agency/${id}`)).words(), /Jumlah skor/);
		const json = await stack.client().get('/portal/data/64.71/2026.json'), csv = await stack.client().get('/portal/data/64.71/2026.csv');
		assert.match(json.headers['content-type'], /^application\/json/);
		assert.equal(json.json.region, '64.71');
		assert.match(csv.headers['content-type'], /^text\/csv/);
		assert.equal(csv.text.trim().split('\n').length, 5);
	});
});

/* ---- and at the end ----------------------------------------------------------------------------------- */

describe('everything told to end', () => {
	it('while somebody waits for an answer ends well, leaves nothing half done, and comes again', async () => {
		const other = world.assessment('Dishub'), who = await world.as('operator.dishub');
		stack.sql("UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1; UPDATE assessment SET state = 'draft' WHERE cycle_id = 1");
		const page = await who.get(`/questionnaire/${other}/3`);
		const kept = () => stack.sql(`SELECT self_level AS level, explanation FROM answer n JOIN variable v ON v.id = n.variable_id
			WHERE assessment_id = ${other} AND v.number = 3`)[0];
		/* Each says something else: the same words again would be taken as saved, however often they come. */
		const save = (text) => who.submit(page, { level: 3, explanation: text }, { form: 'form[data-autosave]', follow: false });
		const answers = Array.from({ length: 6 }, (_, n) => save(`Uraian ${n}`).then((answer) => answer.status, () => 'the line broke'));
		await stack.down();
		assert.equal(stack.process.exitCode, 0, 'no part had to be killed');
		const told = await Promise.all(answers);
		await stack.up();
		assert.ok(told.every((status) => ['the line broke', 303, 409, 500, 502, 503].includes(status)), told.join());
		assert.ok(told.filter((status) => status === 303).length <= 1, told.join());
		if (told.includes(303))
			assert.deepEqual({ ...kept() }, { level: '3', explanation: `Uraian ${told.indexOf(303)}` });
		const again = await who.submit(await who.get(`/questionnaire/${other}/3`), { level: 4, explanation: 'Uraian' },
			{ form: 'form[data-autosave]', follow: false });
		assert.equal(again.status, 303);
		assert.equal(kept().level, '4');
	});
});
