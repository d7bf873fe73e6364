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
import { pdf, signingRoom } from './sign.mjs';
import { openWorld } from './world.mjs';

const SCAN = { form: 'form[action$="/scan"]' };
const STORE = { form: 'form[action$="/trust-anchors"]' };

describe('electronic signatures', () => {
	let stack, world, dir, authority, stranger, head, verifier, admin, id, region;

	const file = (content) => ({ file: { filename: 'formulir bertanda tangan.pdf', type: 'application/pdf', content } });
	const certificate = (content) => ({ file: { filename: 'induk.pem', type: 'application/x-pem-file', content } });
	const send = async (content, options = {}) => head.submit(await head.get(`/signoff/${id}/`), file(content),
		{ ...SCAN, ...options });
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
		await head.submit(await head.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
	});
	after(async () => {
		await stack?.stop();
		rmSync(dir, { recursive: true, force: true });
	});

	test('without an authority a good signature cannot be checked, and people decide', async () => {
		const page = await send(authority.signer('Rina Contoh').sign(pdf('Formulir')));
		assert.equal(page.status, 200);
		assert.equal(world.state(id), 'signed');
		assert.match(page.words(), /Tanda tangan elektronik: Tidak dapat diperiksa/);
		assert.match(page.words(), /belum mendaftarkan penyelenggara/);
		assert.match(page.words(), /Rina Contoh/);
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
		assert.match(page.words(), /Sidik jari SHA-256 ?[0-9a-f]{64}/);
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

	test('a file that was changed after signing is refused, and the good one stays', async () => {
		const good = authority.signer('Rina Contoh').sign(pdf('Skor 38'));
		const edited = Buffer.from(good.toString('latin1').replace('(Skor 38)', '(Skor 47)'), 'latin1');
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
		const rows = page.rows('.govuk-table');
		assert.match(page.words(), /Tanda tangan elektronik: Tidak dapat diperiksa/);
		assert.match(rows.at(-2).join(' '), /Rina Contoh.*Sah/);
		assert.match(rows.at(-1).join(' '), /Tamu Contoh.*Tidak dapat diperiksa/);
	});

	test('a scan of ink has no such part, and nothing to check again', async () => {
		const page = await send(pdf('Pindaian tinta'));
		assert.equal(page.status, 200);
		assert.doesNotMatch(page.words(), /Tanda tangan elektronik:/);
		const none = await head.post(`/signoff/${id}/scan/check`, { csrf: head.csrf(page) });
		assert.equal(none.status, 404);
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
