// SPDX-License-Identifier: ISC
//
// Electronic signatures on the form that comes back, and whom a region trusts.
// What is valid and what is not: tests/operator/signature.test.mjs.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startStack } from './harness.mjs';
import { pdf, signingRoom, update } from './sign.mjs';
import { openWorld } from './world.mjs';

/* The number of what the first page shows. */
const contentsOf = (file) => Number(/\/Contents (\d+) 0 R/.exec(file.toString('latin1'))[1]);

const SCAN = { form: 'form[action$="/scan"]' };
const STORE = { form: 'form[action$="/trust-anchors"]' };

describe('electronic signatures', () => {
	let stack, world, dir, authority, stranger, head, verifier, admin, id, region, form;

	const file = (content) => ({ file: { filename: 'formulir bertanda tangan.pdf', type: 'application/pdf', content } });
	const certificate = (content) => ({ file: { filename: 'induk.pem', type: 'application/x-pem-file', content } });
	const send = async (content, options = {}) => head.submit(await head.get(`/signoff/${id}/`), file(content),
		{ ...SCAN, ...options });
	/* The form as a PDF, printed anew. */
	const print = async () => {
		const page = await head.submit(await head.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
		return (await head.get(page.all('a').find((link) => /\/pdf$/.test(link.getAttribute('href'))).getAttribute('href'))).body;
	};
	const trusted = () => `/cycle/regions/${region}/trust-anchors`;

	before(async () => {
		dir = mkdtempSync(path.join(tmpdir(), 'matang-pdf-signature-'));
		const room = signingRoom(dir);
		authority = room.authority('Otoritas Contoh');
		stranger = room.authority('Otoritas Asing');
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		region = stack.sql(`SELECT region_id FROM agency WHERE short_name = 'DKUMKMP'`)[0].region_id;
		[head, verifier, admin] = [await world.as('operator.dkumkmp'), await world.as('verifikator'),
			await world.as('admin')];
		world.finish(id, { self: 3, said: 4 });
		form = await print();
	});
	after(async () => {
		await stack?.stop();
		rmSync(dir, { recursive: true, force: true });
	});

	test('without an authority a good signature cannot be checked, and people decide', async () => {
		const page = await send(authority.signer('Contoh Kepala Satu').sign(form));
		assert.equal(page.status, 200);
		assert.equal(world.state(id), 'signed');
		assert.match(page.words(), /Tanda tangan elektronik: Tidak dapat diperiksa/);
		assert.match(page.words(), /belum mendaftarkan penyelenggara/);
		assert.match(page.words(), /Contoh Kepala Satu/);
	});

	test('only certificates of authorities are taken', async () => {
		const person = readFileSync(authority.signer('Rina Contoh').place);
		for (const [content, words] of [[Buffer.from('bukan sertifikat'), /tidak memuat sertifikat/],
			[person, /bukan sertifikat penyelenggara/]]) {
			const refused = await admin.submit(await admin.get(trusted()), certificate(content),
				{ ...STORE, follow: false });
			assert.equal(refused.status, 422);
			assert.match(refused.errors[0], words);
		}
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM trust_anchor')[0].n, '0');
	});

	test('the administrator entrusts one, and sees its fingerprint', async () => {
		const page = await admin.submit(await admin.get(trusted()), certificate(Buffer.from(authority.pem)), STORE);
		assert.equal(page.status, 200);
		assert.match(page.words(), /Otoritas Contoh/);
		assert.match(page.words(), /Kode pemeriksa SHA-256 ?[0-9a-f]{64}/);
		const history = await admin.get(`/cycle/regions/${region}`);
		assert.match(history.words(), /Penyelenggara sertifikat: Otoritas Contoh \(SHA-256/);
	});

	test('two who change it at once do not overwrite each other', async () => {
		const seen = await admin.get(trusted());
		stack.sql(`UPDATE trust_anchor SET version = version + 1 WHERE region_id = ${region}`);
		const late = await admin.submit(seen, certificate(Buffer.from(stranger.pem)), { ...STORE, follow: false });
		assert.equal(late.status, 409);
		assert.match((await admin.get(trusted())).words(), /Otoritas Contoh/);
	});

	test('then the same signature is valid when it is looked at again', async () => {
		const page = await verifier.submit(await verifier.get(`/signoff/${id}/`), {},
			{ form: 'form[action$="/scan/check"]' });
		assert.match(page.words(), /Tanda tangan elektronik: Sah/);
		assert.match(page.words(), /menurut penandatangan/);
		assert.match((await verifier.get(`/report/history/${id}`)).words(), /tanda tangan elektronik sah/);
	});

	const other = (page) => page.words('.govuk-warning-text__text');

	test('valid is a signature of this form alone', async () => {
		const signer = authority.signer('Contoh Kepala Satu');
		const [{ code }] = stack.sql(`SELECT code FROM issued_document WHERE assessment_id = ${id} AND kind = 'form' AND ended IS NULL`);
		const page = await send(signer.sign(form));
		assert.match(page.words(), /Tanda tangan elektronik: Sah Isi berkas/);
		assert.match(page.words(), /tepat berkas formulir ini/);
		assert.match(page.words(), /Penandatangannya kepala yang tercetak/);
		const foreign = await send(signer.sign(pdf('Laporan lain')));
		assert.match(foreign.words(), /Tanda tangan elektronik: Sah, tetapi bukan formulir ini/);
		const again = await send(signer.sign(pdf(`Kode: ${code}`)));
		assert.match(again.words(), /Tanda tangan elektronik: Sah, isinya perlu dibandingkan/);
		/* The form's very bytes, which another revision covers before anybody signs. */
		const covered = await send(signer.sign(update(form, { [contentsOf(form)]: '<< /Length 0 >>\nstream\n\nendstream' })));
		assert.doesNotMatch(covered.words(), /Sah Isi berkas/);
		assert.match(covered.words(), /Sah, isinya perlu dibandingkan|Sah, tetapi bukan formulir ini/);
	});

	test('who signed is compared with the head, by number where the certificate has one', async () => {
		const sign = async (name, more) => send(authority.signer(name, more).sign(form));
		assert.match(other(await sign('Sekretaris Contoh')), /Ditandatangani Sekretaris Contoh, sedangkan yang tercetak/);
		assert.match((await sign('CONTOH KEPALA SATU, S.Sos')).words(), /Penandatangannya kepala yang tercetak/);
		stack.sql(`UPDATE agency SET head_nip = '197001012000012001', head_title = 'Plt. Kepala Dinas Contoh' WHERE short_name = 'DKUMKMP'`);
		form = await print();
		assert.match((await sign('Nama Lain', { number: '197001012000012001' })).words(),
			/kepala yang tercetak pada formulir: Contoh Kepala Satu, sebagai Plt. Kepala Dinas Contoh/);
		assert.match(other(await sign('Contoh Kepala Satu', { number: '197001012000012002' })), /NIP di sertifikatnya bukan NIP/);
		const team = await verifier.get(`/signoff/${id}/`);
		assert.match(team.words(), /Penandatangannya bukan kepala yang tercetak/);
		const bare = await verifier.submit(team, { compared: '1' }, { form: 'form[action$="/receive"]', follow: false });
		assert.equal(bare.status, 422);
		assert.match(bare.errors[0], /mengapa tetap diterima/);
	});

	test('proof for the long term keeps it valid', async () => {
		const signed = authority.signer('Contoh Kepala Satu').sign(form);
		const clock = authority.signer('Jam Contoh', { extended: 'timeStamping', usage: 'digitalSignature' });
		assert.match((await send(clock.stamp(signed))).words(), /Tanda tangan elektronik: Sah Isi berkas/);
	});

	test('a file that was changed after signing is refused, and the good one stays', async () => {
		const good = authority.signer('Contoh Kepala Satu').sign(form);
		const edited = Buffer.from(good);
		edited.write('0 0 1 1', good.indexOf('/MediaBox [') + 11, 'latin1');
		for (const [content, words] of [[edited, /bukan lagi yang ditandatangani/],
			[Buffer.concat([good, Buffer.from('% tambahan')]), /diubah setelah ditandatangani/]]) {
			const refused = await send(content, { follow: false });
			assert.equal(refused.status, 422);
			assert.match(refused.errors[0], words);
		}
		assert.match((await verifier.get(`/signoff/${id}/`)).words(), /Tanda tangan elektronik: Sah/);
	});

	test('a stranger is named as such, next to one who is known', async () => {
		const page = await send(stranger.signer('Tamu Contoh').sign(authority.signer('Rina Contoh').sign(pdf('x'))));
		const signers = page.all('.govuk-table tbody tr').map((row) => row.words).filter((row) => /(Rina|Tamu) Contoh/.test(row));
		assert.match(page.words(), /Tanda tangan elektronik: Tidak dapat diperiksa/);
		assert.equal(signers.length, 2);
		assert.match(signers[0], /Rina Contoh.*Sah/);
		assert.match(signers[1], /Tamu Contoh.*Tidak dapat diperiksa/);
	});

	test('a scan of ink has no such part', async () => {
		const page = await send(pdf('Pindaian tinta'));
		assert.equal(page.status, 200);
		assert.doesNotMatch(page.words(), /Tanda tangan elektronik:/);
		assert.match(page.words(), /Kode formulir ini tidak ditemukan/);
	});

	test('another administrator\'s region does not exist', async () => {
		stack.sql(`UPDATE account SET region_id = (SELECT MIN(id) FROM region WHERE id <> ${region}
			AND parent_id IS NOT NULL) WHERE username = 'admin'`);
		const foreign = await (await world.as('admin')).get(trusted());
		stack.sql(`UPDATE account SET region_id = NULL WHERE username = 'admin'`);
		assert.equal(foreign.status, 404);
	});

	test('when nobody is trusted any more, nothing is valid', async () => {
		admin = await world.as('admin');
		const page = await admin.submit(await admin.get(trusted()), {}, { form: 'form[action$="/remove"]' });
		assert.match(page.words(), /Belum ada penyelenggara/);
		const sent = await send(authority.signer('Rina Contoh').sign(pdf('Formulir')));
		assert.match(sent.words(), /Tidak dapat diperiksa/);
	});
});
