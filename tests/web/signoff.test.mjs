// SPDX-License-Identifier: ISC
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT, startStack } from './harness.mjs';
import { needs } from './needs.mjs';
import { openWorld, PDF } from './world.mjs';

needs('pdftoppm');

const scan = { filename: 'pindai formulir.pdf', type: 'application/pdf', content: PDF };

describe('sign-off', () => {
	let stack, world, operator, verifier, id, code;

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		operator = await world.as('operator.dkumkmp');
		verifier = await world.as('verifikator');
	});
	after(() => stack?.stop());

	test('before the last tier has finished there is nothing to print', async () => {
		const page = await operator.get(`/signoff/${id}/`);
		assert.equal(page.status, 200);
		assert.match(page.words(), /setelah penilaian selesai divalidasi provinsi/);
		const refused = await operator.post(`/signoff/${id}/form`, { csrf: operator.csrf(page) });
		assert.equal(refused.status, 409);
	});

	test('the form carries every level, the totals, who signs, a code and a digest', async () => {
		world.finish(id, { self: 3, said: 4 });
		/* What is going to be signed stands before the button, and after printing what was printed. */
		const before = await operator.get(`/signoff/${id}/`);
		assert.deepEqual(before.rows('.matang-signed table').at(-1), ['', 'Jumlah skor', '33', '55', '44', '44']);
		assert.ok(before.text.indexOf('matang-signed') < before.text.indexOf('Buat formulir untuk dicetak'));
		const page = await operator.submit(before, {}, { form: 'form[action$="/form"]' });
		assert.deepEqual((await operator.get(`/signoff/${id}/`)).rows('.matang-signed table'), page.rows('.matang-paper table'));
		assert.equal(page.status, 200);
		const rows = page.rows('.matang-paper table');
		assert.equal(rows.length, 13);
		assert.deepEqual(rows.at(-1), ['', 'Jumlah skor', '33', '55', '44', '44']);
		/* Nobody has put a document in: each level is marked as one that none supports, and the mark explained. */
		assert.deepEqual(rows[1].slice(2), ['III*', 'V*', 'IV*', 'IV*']);
		assert.match(page.words(), /\* Di atas tingkat yang didukung dokumen\. Alasannya tercantum/);
		assert.match(page.words(), /Kategori \(jumlah skor\) ?Tinggi/);
		assert.match(page.words(), /Contoh Kepala Satu Pembina Utama Muda NIP 000000000000000001/);
		code = page.words('.matang-paper__proof strong');
		assert.match(code, /^[0-9A-HJKMNP-TV-Z]{26}$/);
		assert.match(page.words('.matang-paper__proof'), /SHA-256\): [0-9a-f]{64}/);
		assert.ok(page.one('.matang-paper__qr path'));
	});

	test('printing again makes the earlier form replaced', async () => {
		const page = await operator.submit(await operator.get(`/signoff/${id}/`), {},
			{ form: 'form[action$="/form"]' });
		const old = await stack.client().get(`/portal/check?code=${code}`);
		assert.match(old.words(), /sudah diganti dengan terbitan yang lebih baru/);
		code = page.words('.matang-paper__proof strong');
	});

	test('once the report is out nothing is offered that would be refused', async () => {
		const report = (state, when) => stack.sql(`UPDATE cycle SET state = '${state}', reported_at = ${when}
			WHERE id = (SELECT cycle_id FROM assessment WHERE id = ${id})`);
		const before = await operator.get(`/signoff/${id}/`);
		assert.ok(before.one('form[action$="/form"]'));
		report('reported', 'UTC_TIMESTAMP(3)');
		const page = await operator.get(`/signoff/${id}/`);
		assert.equal(page.status, 200);
		assert.ok(!page.one('form[action$="/form"]') && !page.one('form[action$="/scan"]'));
		const refused = await operator.post(`/signoff/${id}/form`, { csrf: operator.csrf(before) });
		assert.equal(refused.status, 409);
		report('open', 'NULL');
	});

	test('a scan is taken by its content, not by its name', async () => {
		const page = await operator.get(`/signoff/${id}/`);
		const refused = await operator.submit(page, { file: { filename: 'formulir.pdf',
			type: 'application/pdf', content: '<html><script>alert(1)</script></html>' } },
		{ form: 'form[action$="/scan"]', follow: false });
		assert.equal(refused.status, 422);
		assert.equal(refused.errors.length, 1);
		assert.equal(world.state(id), 'validated');
		const none = await operator.submit(page, {}, { form: 'form[action$="/scan"]', follow: false });
		assert.equal(none.status, 422);
	});

	test('photographs of each sheet become one scan', async () => {
		const photo = (filename) => ({ filename, content: readFileSync(path.join(ROOT, 'tests/inputs', filename)) });
		const page = await operator.submit(await operator.get(`/signoff/${id}/`),
			{ file: ['photo.heic', 'photo-turned.jpg', 'photo-turned.webp'].map(photo) }, { form: 'form[action$="/scan"]' });
		assert.equal(page.status, 200, page.errors.join());
		const [row] = stack.sql(`SELECT type, stored_name FROM signature ORDER BY id DESC LIMIT 1`);
		assert.equal(row.type, 'application/pdf');
		assert.match(readFileSync(path.join(stack.files, row.stored_name), 'latin1'), /\/Count 3 /);
		assert.equal(world.state(id), 'signed');
	});

	test('the signed scan moves it on; the team downloads the very bytes', async () => {
		const page = await operator.submit(await operator.get(`/signoff/${id}/`), { file: scan },
			{ form: 'form[action$="/scan"]' });
		assert.equal(page.status, 200);
		assert.equal(world.state(id), 'signed');
		assert.match(page.words(), /Status sekarang: Menunggu diperiksa/);
		const seen = await verifier.get(`/signoff/${id}/`);
		const file = await verifier.get(seen.link('pindai formulir.pdf'));
		assert.equal(file.status, 200);
		assert.ok(file.body.equals(PDF));
		assert.match(file.headers['content-disposition'], /^attachment;/);
		assert.equal(file.headers['x-content-type-options'], 'nosniff');
		const again = await verifier.get(seen.link('pindai formulir.pdf'),
			{ headers: { 'if-none-match': file.headers.etag } });
		assert.equal(again.status, 304);
	});

	test('an unreadable scan goes back with a reason, and a better one takes its place', async () => {
		const seen = await verifier.get(`/signoff/${id}/`);
		const bare = await verifier.submit(seen, { reason: '' },
			{ form: 'form[action$="/scan/refuse"]', follow: false });
		assert.equal(bare.status, 422);
		await verifier.submit(seen, { reason: 'Tanda tangan tidak terbaca.' },
			{ form: 'form[action$="/scan/refuse"]' });
		const told = await operator.get(`/signoff/${id}/`);
		assert.match(told.words(), /Tanda tangan tidak terbaca/);
		assert.match(told.words(), /Status sekarang: Pindaian dikembalikan/);
		for (const who of [operator, verifier])
			assert.match((await who.get('/signoff/', { follow: true })).words(), /Pindaian dikembalikan/);
		assert.match((await operator.get('/questionnaire/')).words(), /Unggah lagi formulirnya Pindaian formulir dikembalikan/);
		const early = await verifier.post(`/signoff/${id}/receive`, { csrf: verifier.csrf(seen), seen: 1, compared: '1' });
		assert.equal(early.status, 409);
		assert.equal(world.state(id), 'signed');
		await operator.submit(told, { file: world.scan(id) }, { form: 'form[action$="/scan"]' });
	});

	test('the receipt has the running number and is found by its code', async () => {
		const page = await world.receive(verifier, id);
		assert.equal(page.status, 200);
		assert.equal(world.state(id), 'received');
		const receipt = await operator.get(`/signoff/${id}/receipt`);
		assert.match(receipt.words('.matang-paper__number'), /Nomor 1\/2026/);
		const printed = receipt.words('.matang-paper__proof strong');
		const check = await stack.client().get(`/portal/check?code=${printed.toLowerCase().replace(/(.{5})/g, '$1-')}`);
		assert.equal(check.status, 200);
		assert.match(check.words(), /Tanda terima ini berlaku\./);
		assert.match(check.words(), /44 \(Tinggi\)/);
		const twice = await verifier.post(`/signoff/${id}/receive`, { csrf: verifier.csrf(receipt) ?? '' });
		assert.notEqual(twice.status, 303);
	});

	test('the check page shows what was printed, whatever the data say now', async () => {
		stack.sql(`UPDATE agency SET head_name = 'Contoh Kepala Baru' WHERE short_name = 'DKUMKMP'`);
		const check = await stack.client().get(`/portal/check?code=${code}`);
		assert.match(check.words(), /Contoh Kepala Satu/);
		assert.doesNotMatch(check.words(), /Contoh Kepala Baru/);
	});

	test('reopening asks for a reason, cancels both papers and says so in public', async () => {
		const page = await verifier.get(`/signoff/${id}/reopen`);
		const bare = await verifier.submit(page, { reason: 'x' }, { follow: false });
		assert.equal(bare.status, 422);
		assert.match(bare.one('textarea[name=reason]').textContent, /x/);
		await verifier.submit(page, { reason: 'Ada dokumen yang tertinggal.' });
		assert.equal(world.state(id), 'draft');
		const check = await stack.client().get(`/portal/check?code=${code}`);
		assert.match(check.words(), /dibatalkan/);
		assert.match(check.words(), /Ada dokumen yang tertinggal/);
		const [row] = stack.sql(`SELECT from_value, to_value, reason FROM history WHERE assessment_id = ${id}
			AND subject = 'state' ORDER BY id DESC LIMIT 1`);
		assert.deepEqual(row, { from_value: 'received', to_value: 'draft', reason: 'Ada dokumen yang tertinggal.' });
	});

	/* Another agency's form, printed, with somebody who sends it in. */
	async function desk(agency, username) {
		const it = { id: world.assessment(agency) };
		world.finish(it.id);
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
			SELECT '${username}', password_hash, 'operator', g.region_id, g.id, 'Operator Contoh', password_changed_at, a.created_at
			FROM account a JOIN agency g ON g.short_name = '${agency}' WHERE a.username = 'admin.bpp'`);
		it.who = await world.as(username);
		it.print = async () => {
			const page = await it.who.submit(await it.who.get(`/signoff/${it.id}/`), {}, { form: 'form[action$="/form"]' });
			it.code = page.words('.matang-paper__proof strong');
			it.pdf = (await it.who.get(page.all('a').find((link) => /\/pdf$/.test(link.getAttribute('href'))).getAttribute('href'))).body;
		};
		it.send = async (content, type = 'application/pdf', options = {}) => it.who.submit(await it.who.get(`/signoff/${it.id}/`),
			{ file: { filename: 'formulir.pdf', type, content } }, { form: 'form[action$="/scan"]', ...options });
		await it.print();
		return it;
	}
	/* The first page as a scanner would give it. */
	function drawn(file, kind) {
		const made = spawnSync('pdftoppm', ['-singlefile', '-r', '150', `-${kind}`, '-'], { input: file, maxBuffer: 1 << 26 });
		assert.equal(made.status, 0, String(made.stderr));
		return made.stdout;
	}

	describe('what comes in is compared before it counts', () => {
		let dishub;
		before(async () => { dishub = await desk('Dishub', 'operator9.dishub'); });

		test('our own form, unsigned, is refused with the reason', async () => {
			const refused = await dishub.send(dishub.pdf, 'application/pdf', { follow: false });
			assert.equal(refused.status, 422);
			assert.match(refused.errors[0], /sama persis dengan formulir yang diunduh dari Matang: belum ditandatangani/);
			assert.equal(world.state(dishub.id), 'validated');
		});

		for (const [kind, type] of [['jpeg', 'image/jpeg'], ['png', 'image/png']])
			test(`the form's QR code is read from a scan: ${kind}`, async () => {
				const page = await dishub.send(drawn(dishub.pdf, kind), type);
				assert.match(page.words(), /Kode formulir ini terbaca dari kode QR pada berkas/);
				assert.equal(world.state(dishub.id), 'signed');
				const check = await stack.client().get(`/portal/check?code=${dishub.code}`);
				assert.match(check.words(), /menunggu diperiksa tim/);
				assert.doesNotMatch(check.words(), /ini berlaku/);
			});

		test('the history tells a file that replaces another from the first', async () => {
			const told = (await verifier.get(`/report/history/${dishub.id}`)).all('tbody tr').map((one) => one.words)
				.filter((one) => one.includes('mengubah pengesahan'));
			assert.match(told[0], /mengubah pengesahan: berkas yang dikirim sebelumnya → pindaian dikirim/);
			assert.match(told.at(-1), /mengubah pengesahan: \(kosong\) → pindaian dikirim/);
		});

		test('form and scan stand side by side', async () => {
			const page = await verifier.get(`/signoff/${dishub.id}/`);
			assert.match(page.words('.matang-desk__work .matang-paper'), /Jumlah skor/);
			const place = page.one('[data-viewer-place]');
			const frame = await verifier.get(place.getAttribute('data-frame'));
			assert.equal(frame.status, 200);
			assert.match(frame.headers['content-security-policy'], /^sandbox allow-scripts;/);
			const view = await verifier.get(`${place.getAttribute('data-file')}/view`);
			assert.equal(view.headers['content-type'], 'image/png');
			assert.match(view.headers['content-disposition'], /^inline/);
			assert.equal((await (await world.as('operator.dkumkmp')).get(place.getAttribute('data-frame'))).status, 404);
		});

		test('nothing is received that nobody has compared', async () => {
			const bare = await verifier.submit(await verifier.get(`/signoff/${dishub.id}/`), {}, { form: 'form[action$="/receive"]', follow: false });
			assert.equal(bare.status, 422);
			assert.match(bare.errors[0], /Bandingkan dahulu/);
			assert.equal(world.state(dishub.id), 'signed');
		});

		test('what was compared is what is received', async () => {
			const page = await verifier.get(`/signoff/${dishub.id}/`);
			await dishub.send(drawn(dishub.pdf, 'jpeg'), 'image/jpeg');
			const late = await verifier.submit(page, { compared: '1' }, { form: 'form[action$="/receive"]', follow: false });
			assert.equal(late.status, 409);
			assert.match(late.words(), /baru saja diganti/);
		});

		test('an unrelated report, and another paper, are taken with a reason only', async () => {
			const old = dishub.pdf;
			await dishub.send(PDF);
			for (const [words, file] of [[/Kode formulir ini tidak ditemukan pada berkas/, PDF],
				[/Kode pada berkas milik dokumen lain: Penilaian tervalidasi.*sudah diganti/, drawn(old, 'png')]]) {
				if (file !== PDF) {
					await verifier.submit(await verifier.get(`/signoff/${dishub.id}/`), { reason: 'Bukan formulir ini.' },
						{ form: 'form[action$="/scan/refuse"]' });
					await dishub.print();
					await dishub.send(file, 'image/png');
				}
				const page = await verifier.get(`/signoff/${dishub.id}/`);
				assert.match(page.words(), words);
				const bare = await verifier.submit(page, { compared: '1' }, { form: 'form[action$="/receive"]', follow: false });
				assert.equal(bare.status, 422);
				assert.equal(world.state(dishub.id), 'signed');
			}
			assert.equal((await world.receive(verifier, dishub.id)).status, 200);
			const taken = await verifier.get(`/signoff/${dishub.id}/`);
			assert.match(taken.words(), /Diterima dengan alasan ?Sudah dicocokkan dengan aslinya/);
			const check = await stack.client().get(`/portal/check?code=${dishub.code}`);
			/* What was not so is not told as if it were. */
			assert.match(check.words(), /Penilaian tervalidasi ini berlaku\. Pada berkas yang ditandatangani ada yang tidak sesuai; tim verifikasi menerimanya dengan alasan/);
		});
	});

	test('two receivers at once: one wins, one receipt', async () => {
		const other = world.assessment('Bappeda');
		world.finish(other);
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name,
			password_changed_at, created_at) SELECT 'operator.bappeda', password_hash, 'operator', region_id, 3,
			'Operator Bappeda Contoh', password_changed_at, created_at FROM account WHERE username = 'admin.bpp'`);
		const own = await world.as('operator.bappeda');
		await own.submit(await own.get(`/signoff/${other}/`), {}, { form: 'form[action$="/form"]' });
		await own.submit(await own.get(`/signoff/${other}/`), { file: world.scan(other) }, { form: 'form[action$="/scan"]' });
		const second = await world.as('verifikator2');
		const [a, b] = [await verifier.get(`/signoff/${other}/`), await second.get(`/signoff/${other}/`)];
		const seen = a.one('[name=seen]').getAttribute('value');
		const answers = await Promise.all([
			verifier.post(`/signoff/${other}/receive`, { csrf: verifier.csrf(a), seen, compared: '1' }),
			second.post(`/signoff/${other}/receive`, { csrf: second.csrf(b), seen, compared: '1' })]);
		assert.deepEqual(answers.map((one) => one.status).sort(), [303, 409]);
		const [{ n }] = stack.sql(`SELECT COUNT(*) AS n FROM issued_document WHERE assessment_id = ${other} AND kind = 'receipt'`);
		assert.equal(n, '1');
	});

	describe('the head is changed after the form was printed', () => {
		let bappeda;
		before(async () => {
			bappeda = await desk('Bappeda', 'operator9.bappeda');
			await bappeda.send(drawn(bappeda.pdf, 'png'), 'image/png');
			stack.sql(`UPDATE agency SET head_name = 'Contoh Kepala Pengganti' WHERE short_name = 'Bappeda'`);
		});

		test('the papers say that they are to be printed again', async () => {
			for (const path of ['', 'form'])
				assert.match((await bappeda.who.get(`/signoff/${bappeda.id}/${path}`)).words(),
					/Kepala perangkat daerah berubah setelah (formulir|lembar ini) dicetak/);
			/* So does the page on which the agency begins, its operator's and its head's. */
			assert.match((await bappeda.who.get('/questionnaire/')).words('.matang-next'), /Cetak ulang formulir/);
			stack.sql(`UPDATE account SET role = 'head' WHERE username = 'operator9.bappeda'`);
			assert.match((await bappeda.who.get('/questionnaire/')).words('.matang-next'), /Formulir perlu dicetak ulang/);
			stack.sql(`UPDATE account SET role = 'operator' WHERE username = 'operator9.bappeda'`);
		});

		test('the team takes the older one with a reason only', async () => {
			const page = await verifier.get(`/signoff/${bappeda.id}/`);
			assert.match(page.words(), /Kepala perangkat daerah berubah setelah formulir ini dicetak/);
			const bare = await verifier.submit(page, { compared: '1' }, { form: 'form[action$="/receive"]', follow: false });
			assert.equal(bare.status, 422);
		});

		test('the agency prints anew, and nothing speaks against that', async () => {
			await bappeda.print();
			assert.doesNotMatch((await bappeda.who.get('/questionnaire/')).words('.matang-next'), /etak ulang/);
			assert.doesNotMatch((await bappeda.who.get(`/signoff/${bappeda.id}/form`)).words(), /berubah setelah/);
			await bappeda.send(drawn(bappeda.pdf, 'png'), 'image/png');
			const page = await verifier.get(`/signoff/${bappeda.id}/`);
			assert.equal(page.one('#why'), null);
			assert.equal((await world.receive(verifier, bappeda.id)).status, 200);
			assert.equal(world.state(bappeda.id), 'received');
		});
	});

	test('who may not: strangers, other regions, other roles, no token, wrong method', async () => {
		const paths = [`/signoff/${id}/`, `/signoff/${id}/form`, `/signoff/${id}/receipt`];
		for (const path of paths) {
			assert.equal((await stack.client().get(path)).status, 303, path);
			for (const stranger of ['operator.dishub', 'verifikator.kutim', 'operator.kutim'])
				assert.equal((await (await world.as(stranger)).get(path)).status, 404, `${stranger} ${path}`);
			for (const reader of ['kepala.dkumkmp', 'validator', 'auditor'])
				assert.equal((await (await world.as(reader)).get(path)).status, 200, `${reader} ${path}`);
			assert.equal((await (await world.as('admin')).get(path)).status, 403, `admin ${path}`);
		}
		assert.equal((await operator.post(`/signoff/${id}/form`, {})).status, 403);
		assert.equal((await operator.get(`/signoff/${id}/receive`)).status, 405);
		const token = operator.csrf(await operator.get(`/signoff/${id}/`));
		assert.equal((await operator.post(`/signoff/${id}/form`, { csrf: token, extra: '1' })).status, 400);
		assert.equal((await operator.post(`/signoff/${id}/receive`, { csrf: token })).status, 403);
		assert.equal((await operator.get('/signoff/999999/')).status, 404);
	});
});
