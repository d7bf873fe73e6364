// SPDX-License-Identifier: ISC
//
// The head of an agency signs by way of a signature service: both versions of its interface, every
// answer that it may give, and that nothing of the person stays anywhere. One region has a service
// with version 2, one with version 1 over TLS, the province has none.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startEsign, startNoise } from './esign-service.mjs';
import { startStack } from './harness.mjs';
import { pdf, signingRoom } from './sign.mjs';
import { openWorld } from './world.mjs';

const HEAD = { nik: '3271999900001111', email: 'kepala@contoh.go.id', passphrase: 'Rahasia#Kepala-7', status: 'ISSUE' };
const OTHER = { nik: '3271999900002222', passphrase: 'Rahasia#Kedua-8', status: 'EXPIRED',
	complaint: 'Sertifikat expired' };

/* A key and a certificate of its own for 127.0.0.1. */
function makeTls(dir, name) {
	const [key, cert] = ['key', 'cert'].map((one) => path.join(dir, `${name}-${one}.pem`));
	const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
		'-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]);
	assert.equal(made.status, 0, String(made.stderr));
	return { file: cert, key: readFileSync(key), cert: readFileSync(cert) };
}

describe('signing by way of a service', () => {
	let stack, world, dir, tls, two, one, heads, anchors;
	const seen = [];	/* every answer of every head */

	/* Each region: its service, head, assessment and what is printed there. */
	const desks = {};

	before(async () => {
		dir = mkdtempSync(path.join(tmpdir(), 'matang-esign-'));
		chmodSync(dir, 0o755);	/* Apache's own user reads the authority there */
		const room = signingRoom(dir);
		const authority = room.authority('Otoritas Contoh');
		const signer = authority.signer('Kepala Contoh');
		anchors = authority.pem;
		tls = makeTls(dir, 'layanan');
		two = await startEsign({ signer, pdf });
		one = await startEsign({ signer, pdf, tls });
		two.people = [{ ...HEAD }, { ...OTHER }];
		one.people = [{ ...HEAD }, { ...OTHER }];
		writeFileSync(path.join(dir, 'esign.conf'), two.settings(2).replace(/^/, 'esign_region 64.71\n') +
			one.settings(1, `esign_ca_file ${tls.file}\n`).replace(/^/, 'esign_region 64.08\n'));
		stack = await startStack({ env: { MATANG_ESIGN: path.join(dir, 'esign.conf') } });
		world = openWorld(stack);
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at,
			created_at) SELECT 'kepala.kutim', password_hash, 'head', 3, 5, 'Kepala Kutim Contoh', created_at, created_at
			FROM account WHERE username = 'admin';
			INSERT INTO trust_anchor (region_id, pem, updated_at, updated_by) SELECT 2, '${authority.pem}', UTC_TIMESTAMP(3), MIN(id)
			FROM account`);
		for (const [name, service, agency, who] of [['two', two, 'DKUMKMP', 'kepala.dkumkmp'],
			['one', one, 'Dinkutim', 'kepala.kutim']]) {
			const id = world.assessment(agency);
			const head = await world.as(who);
			const plain = head.request.bind(head);
			head.request = async (...how) => {
				const page = await plain(...how);
				seen.push(page);
				return page;
			};
			world.finish(id, { state: name === 'two' ? 'validated' : 'verified' });
			await head.submit(await head.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
			desks[name] = { id, head, service, state: world.state(id) };
		}
		heads = Object.values(desks);
	});
	after(async () => {
		await stack?.stop();
		await two?.stop();
		await one?.stop();
		rmSync(dir, { recursive: true, force: true });
	});

	/* Unsigned again, and nobody has tried anything. */
	const reset = ({ id, state }) => stack.sql(`UPDATE signature s JOIN issued_document p ON p.id = s.issued_id
		SET s.cancelled_at = UTC_TIMESTAMP(3) WHERE p.assessment_id = ${id} AND s.cancelled_at IS NULL;
		UPDATE assessment SET state = '${state}' WHERE id = ${id}; DELETE FROM throttle`);
	const sign = async ({ id, head }, fields, options = {}) => head.submit(await head.get(`/esign/${id}/`), fields,
		{ form: 'form[action*="/esign/"]', follow: false, ...options });
	/* A button of the form that sends it elsewhere. */
	const press = async ({ id, head }, button, fields) => {
		const form = (await head.get(`/esign/${id}/`)).one('form[action*="/esign/"]');
		const hidden = Object.fromEntries(form.querySelectorAll('input[type=hidden]')
			.map((input) => [input.getAttribute('name'), input.getAttribute('value')]));
		const target = form.querySelectorAll('button').find((other) => other.words === button).getAttribute('formaction');
		return head.post(target, { ...hidden, identity: '', passphrase: '', totp: '', ...fields });
	};
	const stored = (id) => stack.sql(`SELECT s.id, s.method, s.verdict, s.verdict_reason, s.stored_name, s.client_name
		FROM signature s JOIN issued_document p ON p.id = s.issued_id WHERE p.assessment_id = ${id} AND s.cancelled_at IS NULL`);
	const bytes = (row) => readFileSync(path.join(stack.files, row.stored_name));
	/* Anybody, with the file in hand. */
	const check = async (content) => {
		const anyone = stack.client();
		return anyone.submit(await anyone.get('/portal/check'), { file: { filename: 'x.pdf', type: 'application/pdf', content } },
			{ form: 'form[action$="/paper/check"]', follow: false });
	};
	const good = { identity: HEAD.nik, passphrase: HEAD.passphrase };

	test('nothing is said of it where the region has no service', async () => {
		stack.sql(`UPDATE region SET code = '64.99' WHERE id = 2`);
		const { id, head } = desks.two;
		assert.equal((await head.get(`/esign/${id}/`)).status, 404);
		assert.equal((await head.post(`/esign/${id}/`, { csrf: head.csrf(await head.get('/signoff/')), paper: 1, after: 0,
			...good })).status, 404);
		const page = await head.get(`/signoff/${id}/`);
		assert.doesNotMatch(page.text, /esign|secara elektronik langsung/i);
		stack.sql(`UPDATE region SET code = '64.71' WHERE id = 2`);
		assert.equal((await stack.client().get('/esign/healthz')).text, 'ok\n');
	});

	test('the head is shown the way, the operator is told of it', async () => {
		const { id, head } = desks.two;
		const page = await head.get(`/signoff/${id}/`);
		assert.match(page.link('Tanda tangani secara elektronik'), new RegExp(`/esign/${id}/$`));
		const operator = await (await world.as('operator.dkumkmp')).get(`/signoff/${id}/`);
		assert.doesNotMatch(operator.text, /\/esign\//);
		assert.match(operator.words(), /Kepala perangkat daerah juga dapat menandatanganinya secara elektronik/);
		const desk = await head.get(`/esign/${id}/`);
		assert.match(desk.words(), /Contoh Kepala Satu/);
		assert.equal(desk.one('#identity').getAttribute('value') ?? '', '');
	});

	test('before there is a form nothing can be signed', async () => {
		const other = world.assessment('Dishub');
		stack.sql(`UPDATE account SET agency_id = 2 WHERE username = 'kepala.dkumkmp'`);
		world.finish(other);
		const page = await desks.two.head.get(`/esign/${other}/`);
		assert.equal(page.status, 409);
		assert.match(page.words(), /Buat dahulu formulirnya/);
		stack.sql(`UPDATE account SET agency_id = 1 WHERE username = 'kepala.dkumkmp'`);
		assert.equal((await desks.two.head.get(`/esign/${other}/`)).status, 404);
	});

	test('a form that names another head is not signed', async () => {
		const { id, head } = desks.two;
		stack.sql(`UPDATE agency SET head_name = 'Contoh Kepala Pengganti' WHERE short_name = 'DKUMKMP'`);
		const page = await head.get(`/esign/${id}/`);
		assert.equal(page.status, 409);
		assert.match(page.words(), /Kepala perangkat daerah berubah setelah formulir ini dibuat/);
		stack.sql(`UPDATE agency SET head_name = 'Contoh Kepala Satu' WHERE short_name = 'DKUMKMP'`);
	});

	for (const [name, identity, method] of [['two', HEAD.nik, 'passphrase'], ['two', HEAD.email, 'passphrase'],
		['two', HEAD.nik, 'totp'], ['one', '3271 9999 0000 1111', 'passphrase']])
		test(`signed by version ${name}, as ${identity}, by ${method}`, async () => {
			const desk = desks[name];
			reset(desk);
			let secret = { passphrase: HEAD.passphrase };
			if (method === 'totp') {
				const asked = await press(desk, 'Minta kode', { identity });
				assert.equal(asked.status, 200);
				assert.match(asked.words(), /Kode sekali pakai sudah diminta/);
				assert.equal(asked.one('#identity').getAttribute('value'), identity);
				assert.deepEqual(desk.service.asked.at(-1), { path: '/api/v2/sign/get/totp', nik: HEAD.nik, data: 1 });
				secret = { totp: desk.service.people[0].totp };
			}
			const done = await sign(desk, { identity, ...secret });
			assert.equal(done.status, 303, done.errors.join());
			assert.equal(world.state(desk.id), 'signed');

			const request = desk.service.asked.findLast((one) => one.file);
			assert.equal(request[identity.includes('@') ? 'email' : 'nik'], identity.replace(/ /g, ''));
			assert.ok(request.visible);
			assert.ok(request.page >= 1 && request.x > 250 && request.width > 200 && request.height > 50);
			assert.match(request.reason, /^Pengesahan penilaian .* 2026$/);
			const [row, ...more] = stored(desk.id);
			assert.equal(more.length, 0);
			assert.ok(bytes(row).subarray(0, request.file.length).equals(request.file));
			assert.deepEqual([row.method, row.verdict, row.verdict_reason],
				name === 'two' ? ['electronic', 'valid', 'good'] : ['electronic', 'unknown', 'no_authority']);

			const page = await desk.head.get(done.location);
			assert.match(page.words(), /sudah ditandatangani secara elektronik dan dikirim ke tim/);
			assert.match(page.words(), name === 'two' ? /Tanda tangan elektronik: Sah/ : /Tidak dapat diperiksa/);
			assert.match((await desk.head.get(`/report/history/${desk.id}`)).words(),
				/ditandatangani secara elektronik lewat layanan/);
			/* Whoever holds the file finds the paper; and the PDF that was signed is the one that is offered. */
			assert.match((await check(bytes(row))).words(), /memuat persis yang diterbitkan/);
			const [{ paper }] = stack.sql(`SELECT MAX(id) AS paper FROM issued_document WHERE assessment_id = ${desk.id} AND kind = 'form'`);
			assert.ok((await desk.head.get(`/paper/${paper}/pdf`)).body.equals(request.file));
		});

	test('version 1 may answer with the PDF itself', async () => {
		reset(desks.one);
		one.direct = true;
		assert.equal((await sign(desks.one, good)).status, 303);
		one.direct = false;
		assert.ok(!one.asked.at(-1).path.includes('download'));
	});

	test('where a visible signature is refused, an invisible one is made', async () => {
		for (const desk of heads) {
			reset(desk);
			desk.service.visible = false;
			assert.equal((await sign(desk, good)).status, 303);
			desk.service.visible = true;
			assert.deepEqual(desk.service.asked.filter((asked) => asked.file).slice(-2).map((asked) => asked.visible), [true, false]);
		}
	});

	test('a file that the service wrote anew counts when it names the paper', async () => {
		reset(desks.two);
		two.trouble = 'rewritten';
		assert.equal((await sign(desks.two, good)).status, 303);
		two.trouble = null;
		assert.equal((await check(bytes(stored(desks.two.id)[0]))).status, 200);
	});

	test('pressing twice signs once', async () => {
		for (const desk of heads) {
			reset(desk);
			const page = await desk.head.get(`/esign/${desk.id}/`);
			const send = () => desk.head.submit(page, good, { form: 'form[action*="/esign/"]', follow: false });
			const answers = await Promise.all([send(), send()]);
			assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409]);
			assert.equal((await send()).status, 409, 'and a page that is old signs nothing either');
			assert.equal(stored(desk.id).length, 1);
			assert.match((await send()).words(), /baru saja ditandatangani/);
		}
	});

	test('while it is signed and not confirmed, another may take its place; later none', async () => {
		const desk = desks.two;
		assert.equal((await sign(desk, good)).status, 303);
		const verifier = await world.as('verifikator');
		await world.receive(verifier, desk.id);
		assert.equal((await desk.head.get(`/esign/${desk.id}/`)).status, 409);
		reset(desk);
	});

	test('a form that was printed anew is not the one that was read', async () => {
		const { head, id } = desks.two;
		const old = await head.get(`/esign/${id}/`);
		await head.submit(await head.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
		const late = await head.submit(old, good, { form: 'form[action*="/esign/"]', follow: false });
		assert.equal(late.status, 409);
		assert.equal(world.state(id), 'validated');
	});

	test('what is typed wrong is said at its field, and only the secrets are gone', async () => {
		for (const [fields, words] of [[{ identity: '', passphrase: 'x' }, /NIK atau alamat surel/],
			[{ identity: '12345', passphrase: 'x' }, /16 angka/], [{ identity: HEAD.nik }, /Isi passphrase/],
			[{ identity: HEAD.nik, passphrase: 'Rahasia#Sementara', totp: '123456' }, /salah satu/]]) {
			const calls = two.asked.length;
			const page = await sign(desks.two, fields);
			assert.equal(page.status, 422);
			assert.match(page.errors[0], words);
			assert.equal(page.one('#identity').getAttribute('value') ?? '', fields.identity);
			assert.equal(page.one('#passphrase').getAttribute('value') ?? '', '');
			assert.equal(two.asked.length, calls);
		}
		const mail = await sign(desks.one, { identity: HEAD.email, passphrase: 'x' });
		assert.match(mail.errors[0], /16 angka/);
	});

	test('a wrong passphrase, a stranger, an old certificate', async () => {
		for (const desk of heads)
			for (const [fields, words] of [[{ identity: HEAD.nik, passphrase: 'Rahasia#Salah-9' }, /Passphrase atau kode tidak diterima/],
				[{ identity: '3271999900009999', passphrase: 'Rahasia#Salah-9' }, /belum terdaftar/],
				[{ identity: OTHER.nik, passphrase: OTHER.passphrase }, /masa berlakunya habis/]]) {
				reset(desk);
				const page = await sign(desk, fields);
				assert.equal(page.status, 422);
				assert.match(page.errors[0], words);
				assert.match(page.words(), /Cara lain tetap tersedia/);
				assert.equal(page.one('#identity').getAttribute('value'), fields.identity);
				assert.equal(world.state(desk.id), desk.state);
			}
	});

	test('a code is good once, and a stranger gets none', async () => {
		const desk = desks.two;
		reset(desk);
		await press(desk, 'Minta kode', { identity: HEAD.email });
		const { totp } = two.people[0];
		assert.equal((await sign(desk, { identity: HEAD.email, totp })).status, 303);
		reset(desk);
		const again = await sign(desk, { identity: HEAD.email, totp });
		assert.equal(again.status, 422);
		assert.ok(again.one('details[open] #totp'));
		assert.match((await press(desk, 'Minta kode', { identity: '3271999900009999' })).errors[0], /belum terdaftar/);
		assert.equal((await press(desk, 'Minta kode', {})).status, 422);
	});

	test('each state of a certificate is told in words', async () => {
		const desk = desks.two;
		for (const [status, words] of [['ISSUE', /Sertifikat elektronik Anda aktif/], ['EXPIRED', /sudah habis/],
			['RENEW', /perlu diperbarui/], ['WAITING_FOR_VERIFICATION', /menunggu verifikasi/], ['NEW', /belum selesai/],
			['NO_CERTIFICATE', /belum mempunyai/], ['NOT_REGISTERED', /belum terdaftar/], ['SUSPEND', /ditangguhkan/],
			['REVOKE', /dicabut/]]) {
			reset(desk);
			two.people[0].status = status;
			const page = await press(desk, 'Periksa sertifikat saya', { identity: HEAD.nik });
			assert.equal(page.status, 200);
			assert.match(page.words('main'), words);
		}
		two.people[0].status = 'APA_INI';
		assert.equal((await press(desk, 'Periksa sertifikat saya', { identity: HEAD.nik })).status, 502);
		two.people[0].status = 'ISSUE';
	});

	test('whatever else the service answers, nothing is lost and the way by hand is open', async () => {
		const garbage = /bukan dokumen ini yang sudah ditandatangani/;
		for (const [trouble, status, words, only] of [['failed', 502, /sedang bermasalah/], ['refused', 502, /menolak permintaan/],
			['redirect', 502, /tidak mengenali server ini/], ['html', 502, garbage, 'one'], ['empty', 502, garbage, 'two'],
			['broken', 502, garbage, 'two'], ['huge', 502, /jauh lebih besar/, 'two'], ['unsigned', 502, garbage],
			['stub', 502, garbage, 'one'], ['other', 502, garbage, 'two'], ['edited', 502, garbage, 'two'],
			['slow', 504, /tidak menjawab pada waktunya/, 'two']])
			for (const desk of only ? [desks[only]] : heads) {
				reset(desk);
				desk.service.trouble = trouble;
				const page = await sign(desk, good);
				desk.service.trouble = null;
				assert.equal(page.status, status, trouble);
				assert.match(page.errors[0], words, trouble);
				assert.match(page.errors[0], /Nomor rujukan: \w+/);
				assert.ok(stack.log('esign').includes(/Nomor rujukan: (\w+)/.exec(page.errors[0])[1]), trouble);
				assert.equal(page.one('#identity').getAttribute('value'), HEAD.nik);
				assert.match(page.words(), /Cara lain tetap tersedia/);
				assert.equal(world.state(desk.id), desk.state);
				assert.equal(stored(desk.id).length, 0);
			}
		assert.equal(readdirSync(path.join(stack.files, 'staged')).length, 0, 'nothing lies about');
	});

	test('a service that is away, is somebody else, or does not speak HTTP', async () => {
		const ask = async (desk, words) => {
			reset(desk);
			const page = await sign(desk, good);
			assert.equal(page.status, 502);
			assert.match(page.errors[0], words);
		};
		await two.stop();
		await ask(desks.two, /tidak dapat dihubungi/);
		const noise = await startNoise(two.port, 'SSH-2.0-contoh\r\n');
		await ask(desks.two, /tidak dapat dihubungi/);
		await noise.stop();
		await two.start();
		await one.stop();
		await one.start(makeTls(dir, 'asing'));
		await ask(desks.one, /tidak dapat dipastikan aman/);
		await one.stop();
		await one.start();
		assert.equal((await sign(desks.one, good)).status, 303, 'and works again after that');
	});

	test('guessing is slowed down, trouble of the service is not', async () => {
		const desk = desks.two;
		reset(desk);
		two.trouble = 'failed';
		for (let tries = 0; tries < 6; tries++)
			assert.equal((await sign(desk, good)).status, 502);
		two.trouble = null;
		for (let tries = 0; tries < 5; tries++)
			assert.equal((await sign(desk, { ...good, passphrase: 'Rahasia#Salah-9' })).status, 422);
		const calls = two.asked.length;
		const held = await sign(desk, good);
		assert.equal(held.status, 429);
		assert.match(held.words(), /cara lain di halaman Pengesahan/);
		assert.equal(two.asked.length, calls);
		reset(desk);
	});

	/* A letter of a service, as the agency's people make it. */
	describe('a letter of a service', () => {
		let operator, version, head, place;
		const one = (query) => stack.sql(query)[0];
		const newLetter = async (name) => {
			await operator.submit(await operator.get(`/service/new/${version}`), { applicant: 'Contoh Ayu', kind: 'micro', name, owner: 'Contoh Ayu', address: 'Jalan Contoh 1',
				village: 'Kelurahan Contoh', products: 'Keripik' }, { form: 'main form[method=post]' });
			const { id } = one('SELECT MAX(id) AS id FROM service_application');
			const { asked } = one(`SELECT requirement_id AS asked FROM service_verdict WHERE application_id = ${id}`);
			await operator.submit(await operator.get(`/service/${id}`), { way: 'pass', [`verdict-${asked}`]: 'accepted' }, { form: 'form[action$="/check"]' });
			await head.submit(await head.get(`/service/${id}`), { decision: 'approve' }, { form: 'form[action$="/decide"]' });
			return { application: id, ...one(`SELECT id, code, number_text FROM service_letter WHERE application_id = ${id}`) };
		};
		const kept = (letter) => stack.sql(`SELECT id, method, verdict, named, stored_name, client_name FROM signature WHERE letter_id = ${letter.id} AND cancelled_at IS NULL`);
		const signLetter = async (letter, fields = good) => head.submit(await head.get(`/esign/letter/${letter.id}/`), fields, { form: 'form[action*="/esign/letter/"]', follow: false });
		const told = async ({ code }) => (await stack.client().get(`/portal/check?code=${code}`)).words('main');
		const fresh = () => stack.sql('DELETE FROM throttle');

		before(async () => {
			fresh();
			operator = await world.as('operator.dkumkmp');
			({ head } = desks.two);
			await operator.submit(await operator.get('/service/services/new'), { name: 'Surat elektronik (contoh)', mark: 'SE', requirements: 'KTP; wajib', fields: '', legal_base: '',
				steps: 'Pemeriksaan; petugas; 1\nKeputusan; kepala; 1', cost: 'Tanpa biaya', product: 'Surat', complaint: 'Telepon (contoh)', letter: 'Menerangkan:\n{data}', valid_months: '12' },
			{ form: 'main form[method=post]' });
			version = one('SELECT MAX(id) AS id FROM service_version').id;
			await operator.submit(await operator.get(`/service/services/${version}`), {}, { form: 'form[action$="/publish"]' });
			place = await newLetter('Usaha Elektronik');
		});

		test('its signatory is led there from its page, and nobody else is', async () => {
			const page = await head.get(`/service/${place.application}`);
			assert.match(page.link('Tanda tangani secara elektronik'), new RegExp(`/esign/letter/${place.id}/$`));
			assert.doesNotMatch((await operator.get(`/service/${place.application}`)).text, /\/esign\//);
			assert.equal((await operator.get(`/esign/letter/${place.id}/`)).status, 403);
			assert.equal((await desks.one.head.get(`/esign/letter/${place.id}/`)).status, 404, 'the head of another agency');
			assert.equal((await head.get('/esign/letter/999999/')).status, 404);
			const desk = await head.get(`/esign/letter/${place.id}/`);
			assert.match(desk.words('main'), /Yang ditandatangani ?Surat Nomor .*Contoh Kepala Satu/);
			assert.match(desk.words('main'), /Usaha Elektronik/, 'what is signed can be read there');
			stack.sql(`UPDATE region SET code = '64.99' WHERE id = 2`);
			assert.equal((await head.get(`/esign/letter/${place.id}/`)).status, 404);
			assert.doesNotMatch((await head.get(`/service/${place.application}`)).text, /\/esign\//);
			stack.sql(`UPDATE region SET code = '64.71' WHERE id = 2`);
		});

		test('trouble of the service loses nothing and keeps nothing', async () => {
			for (const [trouble, status, words] of [['failed', 502, /sedang bermasalah/], ['unsigned', 502, /bukan dokumen ini yang sudah ditandatangani/], ['other', 502, /bukan dokumen ini/],
				['edited', 502, /bukan dokumen ini/], ['slow', 504, /tidak menjawab pada waktunya/]]) {
				fresh();
				two.trouble = trouble;
				const page = await signLetter(place);
				two.trouble = null;
				assert.equal(page.status, status, trouble);
				assert.match(page.errors[0], words, trouble);
				assert.equal(page.one('#identity').getAttribute('value'), HEAD.nik);
				assert.match(page.words('main'), /Cara lain tetap tersedia/);
				assert.equal(kept(place).length, 0);
			}
			fresh();
			const wrong = await signLetter(place, { ...good, passphrase: 'Rahasia#Salah-9' });
			assert.equal(wrong.status, 422);
			assert.match(await told(place), /Salinan bertanda tangan belum disimpan di sini/);
		});

		test('is signed once, told truly on the check page, and given to the office', async () => {
			fresh();
			const page = await head.get(`/esign/letter/${place.id}/`);
			const send = () => head.submit(page, good, { form: 'form[action*="/esign/letter/"]', follow: false });
			const answers = await Promise.all([send(), send()]);
			assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
			const request = two.asked.findLast((asked) => asked.file);
			assert.equal(request.reason, `Surat Nomor ${place.number_text}`);
			const [row, ...more] = kept(place);
			assert.equal(more.length, 0);
			assert.deepEqual([row.method, row.verdict, row.named], ['electronic', 'valid', 'file']);
			assert.match(row.client_name, /^surat-\w+-ditandatangani\.pdf$/);
			assert.ok(bytes(row).subarray(0, request.file.length).equals(request.file));
			const done = await head.get(answers.find(({ status }) => status === 303).location);
			assert.match(done.words('main'), /sudah ditandatangani secara elektronik\. Pemohon dapat mengunduhnya.*Ditandatangani secara elektronik: tanda tangannya sah/);
			assert.match(await told(place), /Ditandatangani secara elektronik, dan tanda tangannya sah\. Surat bertanda tangan telah disimpan/);
			assert.match((await check(bytes(row))).words(), /memuat persis yang diterbitkan/);
			assert.ok((await operator.get(`/service/letters/${place.id}/signed`)).body.equals(bytes(row)));
			assert.match(one(`SELECT to_value FROM history WHERE subject = 'service' ORDER BY id DESC LIMIT 1`).to_value, /ditandatangani secara elektronik lewat layanan/);
		});

		test('ink does not take the place of an electronic signature', async () => {
			assert.equal((await operator.get(`/service/${place.application}`)).one('form[action$="/signed"]'), null);
			const csrf = operator.csrf(await operator.get('/account/profile'));
			const refused = await operator.postMultipart(`/service/letters/${place.id}/signed`, { csrf, file: { filename: 'x.pdf', type: 'application/pdf', content: pdf(`Kode ${place.code}`) } });
			assert.equal(refused.status, 422);
			assert.match(refused.words(), /sudah ditandatangani secara elektronik\. Pindaian tidak menggantikannya/);
			assert.equal(kept(place)[0].method, 'electronic');
		});

		test('without an authority that is trusted the check page says what it cannot say', async () => {
			fresh();
			const letter = await newLetter('Usaha Tanpa Jaminan');
			stack.sql('DELETE FROM trust_anchor');
			assert.equal((await signLetter(letter)).status, 303);
			assert.match(await told(letter), /tetapi tanda tangannya tidak dapat dipastikan di server ini/);
			stack.sql(`INSERT INTO trust_anchor (region_id, pem, updated_at, updated_by) SELECT 2, '${anchors}', UTC_TIMESTAMP(3), MIN(id) FROM account`);
		});

		test('what holds no more, or names another head, is signed no more', async () => {
			fresh();
			const letter = await newLetter('Usaha Berganti');
			const [{ head_name }] = stack.sql("SELECT head_name FROM agency WHERE short_name = 'DKUMKMP'");
			stack.sql("UPDATE agency SET head_name = 'Contoh Kepala Baru' WHERE short_name = 'DKUMKMP'");
			const another = await head.get(`/esign/letter/${letter.id}/`);
			assert.equal(another.status, 409);
			assert.match(another.words(), /Kepala perangkat daerah berubah setelah surat ini terbit/);
			stack.sql(`UPDATE agency SET head_name = '${head_name}' WHERE short_name = 'DKUMKMP'`);
			const page = await head.get(`/esign/letter/${letter.id}/`);
			await head.submit(await head.get(`/service/${letter.application}`), { how: 'cancelled', reason: 'Usahanya tutup' }, { form: 'form[action$="/end"]' });
			const late = await head.submit(page, good, { form: 'form[action*="/esign/letter/"]', follow: false });
			assert.equal(late.status, 409);
			assert.match(late.words(), /tidak berlaku lagi, jadi tidak dapat ditandatangani/);
			assert.equal(kept(letter).length, 0);
		});
	});

	test('secrets and the person are in no log, no row and no answer', async () => {
		const secrets = [HEAD.passphrase, OTHER.passphrase, 'Rahasia#Salah-9', 'Rahasia#Sementara', 'sandi-layanan-contoh',
			...new Set(two.asked.map((asked) => asked.totp).filter(Boolean))];
		const person = [HEAD.nik, OTHER.nik, HEAD.email, '3271 9999 0000 1111', '3271000000000001'];
		const words = [...secrets.filter((one) => one.length > 6), ...person].flatMap((word) => ['-e', word]);
		const found = spawnSync('grep', ['-raFl', ...words, ...['log', 'db', 'files'].map((place) => path.join(stack.var, place))],
			{ encoding: 'utf8' });
		assert.deepEqual([found.stdout, found.stderr], ['', '']);
		assert.ok(seen.length > 50);
		for (const page of seen) {
			const text = page.body.toString('latin1');
			for (const word of secrets)
				assert.ok(!text.includes(word), `${word} in ${page.url}`);
			/* What was typed comes back in its field, or as what was typed when the page is refused; nowhere else. */
			const without = text.replace(/<input[^>]*id="identity"[^>]*>/g, '')
				.replace(/<textarea[^>]*readonly[\s\S]*?<\/textarea>/g, '');
			for (const word of person)
				assert.ok(!without.includes(word) && !page.url.includes(word), `${word} in ${page.url}`);
		}
	});
});
