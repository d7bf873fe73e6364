// SPDX-License-Identifier: ISC
//
// A region's cycle from one instance into another: signed, compared before it is taken over, and
// a copy from then on.
import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importCycle, exported, keyOf, otherKey, payloadOf, putDocument, signed, startCity, startProvince, trust,
	walk } from './transfer.mjs';
import { ROOT } from './harness.mjs';

describe('a cycle from elsewhere', () => {
	let city, province, admin, key, first, cycle;
	const json = (page) => JSON.parse(page.body.toString());
	const offer = async (client, content, name = 'matang.json') => client.submit(await client.get('/exchange/import'),
		{ file: { filename: name, type: 'application/json', content: Buffer.from(content) } }, { form: 'form[enctype]' });
	const token = async (person) => person.csrf(await person.get('/account/profile'));
	const held = () => province.stack.sql(`SELECT (SELECT COUNT(*) FROM assessment) AS a, (SELECT SUM(version) FROM answer) AS w,
		(SELECT COUNT(*) FROM imported_document) AS d, (SELECT COUNT(*) FROM history) AS h`)[0];

	before(async () => {
		[city, province] = [await startCity(), await startProvince()];
		key = keyOf(city.stack);
		admin = await province.world.as('admin.kaltim');
		first = exported(city.stack);
	});
	after(async () => {
		await city?.stack.stop();
		await province?.stack.stop();
	});

	describe('out', () => {
		test('the file is a JWS that others can check, and its payload is as its schema says', async () => {
			const check = new Ajv().compile(json(await city.stack.client().get('/exchange/schema/cycle.json')));
			const payload = payloadOf(first);
			assert.ok(check(payload), JSON.stringify(check.errors));
			const instrument = new Ajv().compile(json(await city.stack.client().get('/exchange/schema/instrument.json')));
			assert.ok(instrument(payload.instrument), JSON.stringify(instrument.errors));
			const { protected: head, payload: body, signature } = JSON.parse(first);
			const { verify } = await import('node:crypto');
			assert.ok(verify(null, Buffer.from(`${head}.${body}`), { key: { kty: 'OKP', crv: 'Ed25519', x: key.public }, format: 'jwk' },
				Buffer.from(signature, 'base64url')));
		});

		test('what a tier has not told yet is not in it, nor is anybody', () => {
			const { agencies } = payloadOf(first);
			const [done, sent, untouched] = agencies;
			assert.deepEqual([done.answers[0].self.level, done.answers[0].city.level, done.answers[0].province.level], [3, 5, 4]);
			assert.deepEqual([sent.state, sent.answers[0].self.level, sent.answers[0].city], ['submitted', 4, {}]);
			assert.deepEqual([untouched.answers[0].self, untouched.documents], [{}, []]);
			assert.equal(done.documents[0].title, 'SK Tim Contoh');
			assert.doesNotMatch(JSON.stringify(payloadOf(first)), /Kepala|Operator|Contoh Kepala|00000000000000000|bit\.ly|a\.pdf/);
		});

		test('the administrator and the auditor of the region download it, nobody else', async () => {
			const page = await (await city.world.as('admin.bpp')).get('/exchange/cycles');
			assert.match(page.words(), /Status sementara/);
			assert.equal(page.words('#own-key'), key.public);
			assert.match(page.words('#own-fingerprint'), /^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
			const file = await (await city.world.as('auditor')).get('/exchange/cycles/1/package');
			assert.match(file.headers['content-disposition'], /matang-64\.71-2026\.json/);
			assert.equal(payloadOf(file.body.toString()).region.code, '64.71');
			assert.equal((await (await city.world.as('admin.bpp')).get('/exchange/cycles/2/package')).status, 404);
			assert.equal((await (await city.world.as('verifikator')).get('/exchange/cycles/1/package')).status, 403);
		});

		test('a program downloads it with a key for that alone', async () => {
			const form = await (await city.world.as('admin')).get('/exchange/?region=2');
			const made = await (await city.world.as('admin')).submit(form, { label: 'Provinsi', purpose: 'transfer', expires_on: '2099-12-31' },
				{ form: 'form[action$="/tokens"]', follow: false });
			const call = (where) => city.stack.client().get(`/exchange/api${where}`,
				{ headers: { authorization: `Bearer ${made.words('#new-key')}` } });
			/* The second is what the interface called it first: programs of others go on asking for it. */
			for (const name of ['package', 'bundle'])
				assert.equal(payloadOf((await call(`/cycles/1/${name}`)).body.toString()).cycle.year, 2026, name);
			assert.equal((await call('/cycles/2/package')).status, 404);
			assert.deepEqual(JSON.parse((await call('/cycles')).body).map((cycle) => cycle.id), [1]);
			assert.equal((await call('/cycles/1')).status, 403);
		});
	});

	describe('whom to believe', () => {
		test('nobody who is not registered', async () => {
			const page = await offer(admin, first);
			assert.equal(page.status, 422);
			assert.match(page.errors.join(), /kunci yang tidak dikenal/);
		});

		test('a key is registered with the fingerprint that was read by telephone', async () => {
			const form = await admin.get('/exchange/peers');
			const give = (values) => admin.submit(form, { name: 'Kota Balikpapan', key: key.public, codes: '64.71',
				fingerprint: 'AAAAA', ...values }, { form: 'form[action$="/peers"]' });
			assert.match((await give({})).errors.join(), /Kode pemeriksa ini bukan milik/);
			assert.match((await give({ key: 'abc' })).errors.join(), /43 huruf/);
			const [{ fingerprint }] = [{ fingerprint: (await (await city.world.as('admin.bpp')).get('/exchange/cycles')).words('#own-fingerprint') }];
			assert.match((await give({ fingerprint, codes: '11.01' })).errors.join(), /di luar wilayah/);
			assert.match((await give({ fingerprint, codes: '64.7' })).errors.join(), /seperti 64\.71/);
			const saved = await give({ fingerprint: fingerprint.toLowerCase().replaceAll('-', ' ') });
			assert.equal(saved.status, 200, saved.words());
			assert.match(saved.words(), new RegExp(fingerprint));
			assert.match((await give({ fingerprint })).errors.join(), /sudah pernah didaftarkan/);
		});

		test('an administrator of a kabupaten or kota does not import', async () => {
			const other = await city.world.as('admin.bpp');
			for (const where of ['/exchange/import', '/exchange/peers'])
				assert.equal((await other.get(where)).status, 403);
		});

		test('a changed file, another key, and another region are told apart', () => {
			const payload = payloadOf(first);
			const say = (file) => importCycle(province.stack, file);
			const changed = JSON.parse(first);
			changed.payload = Buffer.from(JSON.stringify({ ...payload, made_at: '2030-01-01T00:00:00.000Z' })).toString('base64url');
			assert.match(say(JSON.stringify(changed)).stderr, /tidak cocok dengan tanda tangannya/);
			assert.match(say(signed(first, payload, otherKey())).stderr, /tidak cocok dengan tanda tangannya/);
			const foreign = { ...payload, region: { ...payload.region, code: '64.72' } };
			assert.match(say(signed(first, foreign, key)).stderr, /tidak berhak/);
			const ahead = { ...payload, made_at: '2099-01-01T00:00:00.000Z' };
			assert.match(say(signed(first, ahead, key)).stderr, /belum tiba/);
		});
	});

	describe('what is not as it should be', () => {
		const payload = () => payloadOf(first);
		const cases = {
			'no JSON': () => 'bukan JSON',
			'no envelope': () => '{"a":1}',
			'an unknown member of the envelope': () => JSON.stringify({ ...JSON.parse(first), header: {} }),
			'another algorithm': () => JSON.stringify({ ...JSON.parse(first),
				protected: Buffer.from('{"alg":"none","kid":"a","typ":"matang-cycle+jws"}').toString('base64url') }),
			'deep brackets': () => signed(first, `${'['.repeat(500)}${']'.repeat(500)}`, key),
			'a name twice': () => signed(first, JSON.stringify(payload()).replace('{"format"', '{"format":"matang-cycle/1","format"'), key),
			'an unknown name': () => signed(first, { ...payload(), more: 1 }, key),
			'a level beyond five': () => signed(first, JSON.stringify(payload()).replace('"level":3', '"level":6'), key),
			'a number too large': () => signed(first, JSON.stringify(payload()).replace('"year":2026', '"year":99999999999999999999'), key),
			'a text for a number': () => signed(first, JSON.stringify(payload()).replace('"year":2026', '"year":"2026"'), key),
			'a list for an object': () => signed(first, { ...payload(), region: [] }, key),
			'a move that the workflow does not know': () => signed(first, JSON.stringify(payload()).replace('"to":"draft"', '"to":"signed"'), key),
			'levels before they are told': () => { const one = payload(); one.agencies[1].answers[0].city = { level: 3, reason: 'a', recommendation: 'a' };
				return signed(first, one, key); },
			'a day that is none': () => { const one = payload(); one.cycle.start_date = '2026-02-30'; return signed(first, one, key); },
			'two agencies of one number': () => { const one = payload(); one.agencies[1].id = one.agencies[0].id; return signed(first, one, key); },
			'a document under no criterion': () => { const one = payload(); one.agencies[0].documents[0].item = 41; return signed(first, one, key); },
			'bytes that are no text': () => signed(first, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), key),
			'nothing': () => signed(first, '', key),
		};
		for (const [name, make] of Object.entries(cases))
			test(`${name} is refused with a sentence`, async () => {
				const before = held();
				const page = await offer(admin, make());
				assert.equal(page.status, 422, page.words());
				assert.match(page.errors.join(), /bukan berkas periode yang utuh/);
				assert.match(page.words(), /Yang salah dalam berkas/);
				assert.deepEqual(held(), before);
			});

		test('more than 24 MB is not looked at', () => {
			assert.match(importCycle(province.stack, ' '.repeat((24 << 20) + 1)).stderr, /lebih dari 24 MB/);
		});
	});

	describe('in', () => {
		test('the preview says what would come, and nothing has', async () => {
			const before = held();
			const page = await offer(admin, first);
			assert.equal(page.status, 200, page.words());
			assert.match(page.words(), /Periode ini belum ada di sini/);
			assert.match(page.words(), /4 perangkat daerah berubah: 4 baru/);
			assert.match(page.words(), /Status sementara/);
			assert.deepEqual(held(), before);
			const taken = await admin.submit(page, {}, { form: 'form[action$="/take"]' });
			assert.equal(taken.status, 200, taken.words());
			assert.match(taken.words(), /sudah diambil alih/);
			[{ cycle }] = province.stack.sql('SELECT cycle_id AS cycle FROM imported_cycle');
		});

		test('the same file again changes nothing and says so', async () => {
			const before = held();
			const page = await offer(admin, first);
			assert.match(page.words(), /sudah diambil alih. Mengambilnya sekali lagi tidak mengubah apa pun/);
			const run = importCycle(province.stack, first);
			assert.deepEqual([run.status, /nothing changes/.test(run.stdout)], [0, true]);
			assert.deepEqual(held(), before);
		});

		test('reports read it as they read an own one, with its label', async () => {
			const validator = await province.world.as('validator');
			const list = await validator.get('/report/');
			assert.match(list.words(), /Salinan dari Kota Balikpapan, diterima/);
			const region = await validator.get(`/report/region/${cycle}`);
			assert.match(region.words(), /Salinan dari Kota Balikpapan, diterima/);
			assert.match(region.words(), /Dinas Koperasi/);
			const [{ id }] = province.stack.sql(`SELECT id FROM assessment WHERE cycle_id = ${cycle} AND state = 'received'`);
			const agency = await validator.get(`/report/agency/${id}`);
			assert.match(agency.words(), /SK Tim Contoh/);
			assert.match(agency.words(), /Berkasnya ada pada server asal/);
			assert.match(agency.words(), /Penilaian mandiri33 Verifikasi55 Validasi44 Akhir44/);
			for (const where of [`/report/agency/${id}/compare`, `/report/region/${cycle}/compare`, `/report/region/${cycle}/gaps`,
				`/report/region/${cycle}/accuracy`, `/report/history/${id}`, `/report/region/${cycle}/data.json`, `/paper/cycle/${cycle}`])
				assert.equal((await validator.get(where)).status, 200, where);
			const figures = json(await validator.get(`/report/region/${cycle}/data.json`));
			assert.equal(figures.agencies.find(({ name }) => /^Dinas Koperasi/.test(name)).final, 44);
			assert.doesNotMatch((await validator.get('/verify/')).words(), /Dinas Koperasi/);
			const away = await validator.get(`/verify/${id}/`, { follow: true });
			assert.match(away.words(), /Salinan dari/);
		});

		test('every POST about it is refused, and the page says where it is changed', async () => {
			const [{ id }] = province.stack.sql(`SELECT MIN(id) AS id FROM assessment WHERE cycle_id = ${cycle}`);
			const routes = [];
			for (const program of readdirSync(path.join(ROOT, 'cgi-bin')).filter((name) => !/\./.test(name))) {
				const file = path.join(ROOT, 'cgi-bin', program, 'main.c');
				let text = '';
				try { text = readFileSync(file, 'utf8'); } catch { continue; }
				for (const [, pattern] of text.matchAll(/METHOD_POST,\s*"([^"]*#[^"]*)"/g))
					routes.push([program, pattern]);
			}
			assert.ok(routes.length > 30);
			/* Of these the number is that of a cycle; of the others that of an assessment, if they are about one. */
			const ofCycle = /^(cycle\/cycles|cycle\/notice|paper\/cycle|report\/region)/;
			const ofAssessment = /^(questionnaire\/(?!other)|verify|signoff|paper\/agency|upload\/attach|upload\/pending\/#\/#)/;
			const tally = () => province.stack.sql(`SELECT (SELECT GROUP_CONCAT(CONCAT(state, version) ORDER BY id) FROM assessment WHERE cycle_id = ${cycle}) AS a,
				(SELECT CONCAT(state, version, letter_number) FROM cycle WHERE id = ${cycle}) AS c,
				(SELECT SUM(w.version) FROM answer w JOIN assessment a ON a.id = w.assessment_id WHERE a.cycle_id = ${cycle}) AS w`)[0];
			const before = tally();
			let refused = 0;
			/* People of that region, as if the city had been here once. */
			province.stack.sql(`INSERT IGNORE INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
				SELECT CONCAT('salinan.', r.role), a.password_hash, r.role, c.region_id,
					IF(r.role IN ('operator', 'head'), (SELECT agency_id FROM assessment WHERE id = ${id}), NULL),
					'Orang Contoh', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
				FROM account a JOIN cycle c ON c.id = ${cycle}
				JOIN (SELECT 'operator' AS role UNION SELECT 'head' UNION SELECT 'verifier') r WHERE a.username = 'admin'`);
			const people = await Promise.all(['salinan.operator', 'salinan.head', 'salinan.verifier', 'validator', 'admin.kaltim', 'admin']
				.map((name) => province.world.as(name)));
			for (const [program, pattern] of routes) {
				const whole = `${program}${pattern}`;
				const about = ofCycle.test(whole) ? cycle : ofAssessment.test(whole) ? id : null;
				if (about === null)
					continue;
				let numbers = 0;
				const where = `/${program}${pattern.replace(/#/g, () => numbers++ === 0 ? about : 3)}`;
				const statuses = [];
				for (const person of people) {
					const page = await person.post(where, { csrf: await token(person) });
					statuses.push(page.status);
					if (page.status === 409)
						assert.match(page.words(), /salinan dari Kota Balikpapan.*perubahan dilakukan di sana/i, where);
				}
				assert.ok(statuses.every((status) => [403, 404, 409].includes(status)), `${where}: ${statuses}`);
				assert.ok(statuses.includes(409), `${where}: nobody came as far as the guard: ${statuses}`);
				refused++;
			}
			assert.ok(refused >= 15, String(refused));
			assert.deepEqual(tally(), before);
		});

		test('verify stays green, and knows a file that was changed on disk', () => {
			const run = province.stack.matang(['verify']);
			assert.equal(run.status, 0, run.stdout);
			assert.match(run.stdout, /checked \d+ files .* no problem/);
		});

		test('what grew there is told before it comes, and an older file stays outside', async () => {
			walk(city.stack, city.world, 2, 'verified', { self: 4, said: 3 });
			putDocument(city.stack, 2, 'Laporan Contoh');
			city.stack.sql(`UPDATE agency SET name = 'Dinas Perhubungan (contoh)' WHERE id = 2`);
			const second = exported(city.stack);
			const page = await offer(admin, second);
			assert.match(page.words(), /1 perangkat daerah berubah: 0 baru, 1 berganti nama, 1 berganti status; 11 tingkat; dokumen 1 masuk, 0 keluar/);
			assert.match(page.words(), /variabel 1, verifikasi: kosong → III/);
			assert.match(page.words(), /3 tetap/);
			const taken = await admin.submit(page, {}, { form: 'form[action$="/take"]' });
			assert.match(taken.words(), /sudah diambil alih/);
			assert.equal(province.stack.sql('SELECT COUNT(*) AS n FROM imported_agency')[0].n, '4');
			assert.equal(province.stack.sql(`SELECT COUNT(*) AS n FROM agency WHERE name = 'Dinas Perhubungan (contoh)'`)[0].n, '1');
			const old = importCycle(province.stack, first);
			assert.equal(old.status, 1);
			assert.match(old.stderr, /lebih lama daripada salinan yang sudah ada/);
			const [row] = province.stack.sql(`SELECT reason FROM history WHERE subject = 'cycle' ORDER BY id DESC LIMIT 1`);
			assert.match(row.reason, /1 berubah \(0 baru, 1 berganti nama, 1 berganti status\), 11 tingkat, dokumen \+1/);
			assert.equal(province.stack.matang(['verify']).status, 0);
		});

		test('two who press at once take it over once', async () => {
			walk(city.stack, city.world, 3, 'submitted');
			const page = await offer(admin, exported(city.stack));
			const other = await province.world.as('admin');
			const where = `/exchange/import/${/import\/(\d+)/.exec(page.body.toString())[1]}/take`;
			const before = province.stack.sql(`SELECT COUNT(*) AS n FROM history WHERE subject = 'cycle'`)[0].n;
			const pages = await Promise.all([admin, other].map(async (person) => person.post(where, { csrf: await token(person) })));
			assert.ok(pages.every(({ status }) => [200, 303].includes(status)), pages.map(({ status }) => status).join());
			assert.equal(Number(province.stack.sql(`SELECT COUNT(*) AS n FROM history WHERE subject = 'cycle'`)[0].n), Number(before) + 1);
		});

		test('a copy is not sent on, and an own cycle is never written over', () => {
			assert.equal(province.stack.matang(['export-cycle', '64.71', '2026']).status, 1);
			trust(city.stack, keyOf(province.stack).public, ['64.08']);
			const run = importCycle(city.stack, exported(province.stack, '64.08'));
			assert.equal(run.status, 1);
			assert.match(run.stderr, /periode 2026 sendiri/);
		});

		test('an instrument that is not here comes along under a name that tells whence', () => {
			const payload = payloadOf(exported(city.stack));
			payload.instrument.variables[0].name = 'Variabel contoh lain';
			payload.cycle.year = 2025;
			const run = importCycle(province.stack, signed(first, payload, key));
			assert.equal(run.status, 0, run.stderr);
			const [row] = province.stack.sql(`SELECT i.name, i.state FROM cycle c JOIN instrument i ON i.id = c.instrument_id WHERE c.year = 2025`);
			assert.match(row.name, /^Permendagri 99\/2018 \(Kota Balikpapan, [0-9a-f]{8}\)$/);
			assert.equal(row.state, 'published');
		});

		test('an agency that left the original counts in the copy no more, and does again when it is back', async () => {
			const counted = () => province.stack.sql(`SELECT COUNT(*) AS n FROM assessment a JOIN cycle c ON c.id = a.cycle_id
				WHERE c.year = 2024 AND a.left_at IS NULL`)[0].n;
			const copy = (agencies) => {
				const payload = payloadOf(exported(city.stack));
				payload.cycle.year = 2024;
				payload.agencies = payload.agencies.slice(0, agencies);
				const run = importCycle(province.stack, signed(first, payload, key));
				assert.equal(run.status, 0, run.stderr);
			};
			copy(4);
			assert.equal(counted(), '4');
			copy(3);
			assert.equal(counted(), '3');
			const { id } = province.stack.sql('SELECT id FROM cycle WHERE year = 2024')[0];
			const page = await (await province.world.as('validator')).get(`/report/region/${id}`);
			assert.match(page.words(), /dari 3 perangkat daerah/);
			assert.match(page.words(), /Tidak ada lagi dalam data daerah asal/);
			copy(4);
			assert.equal(counted(), '4');
		});

		test('a key that was ended opens nothing any more', async () => {
			const page = await admin.submit(await admin.get('/exchange/peers'), { reason: 'Server diganti' }, { form: 'form[action$="/end"]' });
			assert.match(page.words(), /Diakhiri .*Server diganti/);
			const refused = await offer(admin, exported(city.stack));
			assert.match(refused.errors.join(), /sudah diakhiri/);
		});

		test('what was looked at and not taken over is swept after a week, the rest never', () => {
			const files = () => province.stack.sql('SELECT COUNT(*) AS n, SUM(taken_at IS NOT NULL) AS taken FROM transfer_package')[0];
			const before = files();
			province.stack.sql('UPDATE transfer_package SET arrived_at = arrived_at - INTERVAL 30 DAY');
			assert.equal(province.stack.matang(['sweep', '--remove']).status, 0);
			assert.equal(files().n, before.taken);
		});
	});
});
