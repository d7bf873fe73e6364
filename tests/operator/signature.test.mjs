// SPDX-License-Identifier: ISC
//
// Electronic signatures: each file is judged by us and by poppler's pdfsig, which must agree on
// whether the bytes are those that were signed and whether a trusted authority vouches for who did.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../web/harness.mjs';
import { usageRights } from '../web/hostile.mjs';
import { pdf, signingRoom, textField, update, updateCompressed } from '../web/sign.mjs';
import { needs } from '../web/needs.mjs';

needs('pdfsig', 'certutil');

const MATANG = path.join(process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build'), 'bin/matang');

function run(command, args, env = {}) {
	return spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
}

/* The same bytes with one of them changed where this text stands. */
function changed(file, text, other) {
	const copy = Buffer.from(file), at = copy.lastIndexOf(text, copy.length, 'latin1');
	assert.ok(at > 0 && text.length === other.length);
	copy.write(other, at, 'latin1');
	return copy;
}

describe('check-signature', () => {
	let dir, room, authority, stranger, signer, second;

	before(() => {
		dir = mkdtempSync(path.join(tmpdir(), 'matang-sign-'));
		room = signingRoom(path.join(dir, 'room'));
		authority = room.authority('Otoritas Contoh');
		stranger = room.authority('Otoritas Asing');
		signer = authority.signer('Rina Contoh');
		second = authority.signer('Budi Contoh');
		writeFileSync(path.join(dir, 'authorities.pem'), authority.pem);
		writeFileSync(path.join(dir, 'matang.conf'), ['base_path /matang', 'site_address http://127.0.0.1', 'templates_dir /nowhere',
			'assets_dir /nowhere', 'sql_dir /nowhere', 'files_dir /nowhere', 'db_socket /nowhere', 'db_name none',
			'db_user none'].join('\n'));
		mkdirSync(path.join(dir, 'nss'));
		for (const args of [['-N', '--empty-password'], ['-A', '-n', 'authority', '-t', 'CT,C,C', '-i',
			path.join(dir, 'authorities.pem')]]) {
			const made = run('certutil', [...args, '-d', path.join(dir, 'nss')]);
			assert.equal(made.status, 0, made.stderr);
		}
	});
	after(() => rmSync(dir, { recursive: true, force: true }));

	/* Ours: { verdict, reason, signatures: [...] }. */
	function ours(file, { authorities = authority.pem, at } = {}) {
		const place = path.join(dir, 'file.pdf'), trusted = path.join(dir, 'trusted.pem');
		writeFileSync(place, file);
		writeFileSync(trusted, authorities);
		const judged = run(MATANG, ['check-signature', place,
			...authorities === '' ? [] : ['--trust-anchors', trusted], ...at === undefined ? [] : ['--at', at]],
		{ MATANG_CONFIG: path.join(dir, 'matang.conf') });
		assert.equal(judged.stderr, '');
		const [[verdict, reason, count], ...lines] = judged.stdout.trim().split('\n').map((line) => line.split('\t'));
		assert.equal(judged.status, verdict === 'valid' ? 0 : 1);
		assert.equal(lines.length, Number(count));
		return { verdict, reason, signatures: lines.map(([, one, why, kind, extent, time, source, name, issuer]) =>
			({ verdict: one, reason: why, kind, extent, time, source, name, issuer })) };
	}

	/* Poppler's: [{ name, whole, content, trust }]. */
	function theirs(file) {
		const place = path.join(dir, 'file.pdf');
		writeFileSync(place, file);
		const judged = run('pdfsig', ['-nssdir', path.join(dir, 'nss'), place]);
		return judged.stdout.split(/^Signature #/m).slice(1).map((text) => ({
			name: /Common Name: (.*)/.exec(text)?.[1],
			whole: /Total document signed/.test(text),
			content: /Signature Validation: (.*?)\.?$/m.exec(text)?.[1],
			trust: /Certificate Validation: (.*?)\.?$/m.exec(text)?.[1],
		}));
	}

	const GOOD = { content: 'Signature is Valid', trust: 'Certificate is Trusted' };
	const cases = [
		['one signature', () => signer.sign(pdf('Formulir')), ['valid', 'good'],
			[{ name: 'Rina Contoh', whole: true, ...GOOD }]],
		['the form of PAdES', () => signer.sign(pdf('Formulir'), { subfilter: 'ETSI.CAdES.detached' }),
			['valid', 'good'], [{ name: 'Rina Contoh', whole: true, ...GOOD }]],
		['two signatures in their order', () => second.sign(signer.sign(pdf('Formulir'))), ['valid', 'good'],
			[{ name: 'Rina Contoh', whole: false, ...GOOD }, { name: 'Budi Contoh', whole: true, ...GOOD }]],
		['signed words changed', () => changed(signer.sign(pdf('Skor 38')), '(Skor 38)', '(Skor 47)'),
			['invalid', 'content_changed'],
			[{ name: 'Rina Contoh', whole: true, content: 'Digest Mismatch', trust: undefined }]],
		['changed by an update after the signature', () => update(signer.sign(pdf('Skor 38')),
			{ 4: '<< /Length 40 >>\nstream\nBT /F1 14 Tf 60 760 Td (Skor 47) Tj ET  \nendstream' }),
		['invalid', 'changed_after'], [{ name: 'Rina Contoh', whole: false, ...GOOD }]],
		['bytes behind the end', () => Buffer.concat([signer.sign(pdf('x')), Buffer.from('%ditambahkan\n')]),
			['invalid', 'changed_after'], [{ name: 'Rina Contoh', whole: false, ...GOOD }]],
		['signed by a stranger', () => stranger.signer('Rina Contoh').sign(pdf('Formulir')), ['unknown', 'stranger'],
			[{ name: 'Rina Contoh', whole: true, content: 'Signature is Valid',
				trust: "Certificate issuer is unknown" }]],
		['a stranger over a good one', () => stranger.signer('Tamu Contoh').sign(signer.sign(pdf('x'))),
			['unknown', 'stranger'], [{ name: 'Rina Contoh', whole: false, ...GOOD },
				{ name: 'Tamu Contoh', whole: true, content: 'Signature is Valid',
					trust: "Certificate issuer is unknown" }]],
		['a certificate that is over', () => authority.signer('Lama Contoh',
			{ from: new Date('2020-01-01'), days: 90 }).sign(pdf('x')), ['unknown', 'expired'],
		[{ name: 'Lama Contoh', whole: true, content: 'Signature is Valid', trust: 'Certificate has Expired' }]],
		['no signature', () => pdf('Formulir'), ['unknown', 'no_signature'], []],
	];

	for (const [name, make, [verdict, reason], poppler] of cases)
		test(name, () => {
			const file = make(), judged = ours(file);

			assert.deepEqual([judged.verdict, judged.reason], [verdict, reason]);
			assert.deepEqual(theirs(file), poppler);
			assert.deepEqual(judged.signatures.map(({ name: who, extent }) => [who, extent === 'whole']),
				poppler.map((one) => [one.name, one.whole]));
		});

	test('names who vouches, and the time that the signer claims', () => {
		const file = signer.sign(pdf('x'), { time: new Date('2026-11-22T01:02:03Z'),
			subfilter: 'ETSI.CAdES.detached' });
		const [signature] = ours(file).signatures;
		assert.equal(signature.issuer, 'Otoritas Contoh');
		assert.equal(signature.source, 'claimed');
		assert.match(signature.time, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
	});

	test('a time token over the document is shown as such, and is no signature', () => {
		const clock = authority.signer('Jam Contoh', { extended: 'timeStamping', usage: 'digitalSignature' });
		const both = ours(clock.stamp(signer.sign(pdf('x'))));
		assert.deepEqual([both.verdict, ...both.signatures.map((signature) => signature.kind)], ['valid', 'signature', 'timestamp']);
		assert.equal(both.signatures[1].source, 'proved');
		const alone = ours(clock.stamp(pdf('x')));
		assert.deepEqual([alone.verdict, alone.reason], ['unknown', 'no_signature']);
		const foreign = stranger.signer('Jam Asing', { extended: 'timeStamping', usage: 'digitalSignature' });
		assert.equal(ours(foreign.stamp(signer.sign(pdf('x')))).reason, 'stranger');
	});

	test('an authority between is enough, whether it comes with the file or is entrusted', () => {
		const between = authority.authority('Otoritas Antara');
		const file = between.signer('Sari Contoh', { chain: [between] }).sign(pdf('x'));
		assert.equal(ours(file).verdict, 'valid');
		assert.equal(ours(file, { authorities: between.pem }).verdict, 'valid');
		assert.equal(ours(between.signer('Sari Contoh').sign(pdf('x'))).reason, 'stranger');
	});

	test('without an authority nothing is valid', () => {
		assert.equal(ours(signer.sign(pdf('x')), { authorities: '' }).reason, 'no_authority');
	});

	test('a certificate that was taken back is not valid', () => {
		const authorities = authority.pem + authority.revocations([signer]);
		assert.deepEqual([ours(signer.sign(pdf('x')), { authorities }).reason,
			ours(second.sign(pdf('x')), { authorities }).reason], ['revoked', 'good']);
	});

	test('a certificate that may not sign is not valid', () => {
		const other = authority.signer('Mesin Contoh', { usage: 'keyEncipherment' });
		assert.equal(ours(other.sign(pdf('x'))).reason, 'not_for_signing');
	});

	test('a digest that can be forged proves nothing', () => {
		assert.equal(ours(signer.sign(pdf('x'), { digest: 'sha1' })).reason, 'weak');
	});

	test('a certificate is judged on the day of the check', () => {
		const file = signer.sign(pdf('x'));
		assert.equal(ours(file, { at: '2040-01-01' }).reason, 'expired');
		assert.equal(ours(file, { at: '2001-01-01' }).reason, 'not_yet');
	});

	describe('what comes behind a signature is judged by what it is', () => {
		const ROOT_OF = '/Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [6 0 R] >>';
		const one = (options = {}) => signer.sign(pdf('Skor 38'), options);
		const proof = `<< ${ROOT_OF} /DSS << /Certs [9 0 R] /VRI << /AA << /Cert [9 0 R] >> >> >> >>`;
		const certificate = '<< /Length 3 >>\nstream\nabc\nendstream';
		const page = (more) => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
			`/Resources << /Font << /F1 5 0 R >> >> ${more} >>`;
		const other = '<< /Length 40 >>\nstream\nBT /F1 14 Tf 60 760 Td (Skor 47) Tj ET  \nendstream';
		/* Of a page with a field: the signature's field is 7, its value 8. */
		const withField = (options) => signer.sign(pdf('Skor 38', { field: 'lama' }), options);
		const box = { rect: [50, 740, 260, 790], appearance: '1 g 0 0 200 50 re f' };
		let clock;
		before(() => { clock = authority.signer('Jam Contoh', { extended: 'timeStamping', usage: 'digitalSignature' }); });

		const KEPT = ['valid', 'good'], CHANGED = ['invalid', 'changed_after'];
		const changes = [
			['proof', () => update(one(), { 1: proof, 9: certificate }), KEPT],
			['proof in an object stream', () => updateCompressed(update(one(), { 9: certificate }), { 1: proof }), KEPT],
			['proof, and other words', () => update(one(), { 1: proof, 4: other, 9: certificate }), CHANGED],
			['proof, and another font in an object stream', () => updateCompressed(one(), { 1: proof, 9: '[]',
				5: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }), CHANGED],
			['proof with other pages in the catalogue', () => update(one(), { 9: '<< /Type /Pages /Kids [] /Count 0 >>',
				1: proof.replace('/Pages 2 0 R', '/Pages 9 0 R') }), CHANGED],
			['something that opens by itself', () => update(one(), { 1: proof.replace('/DSS',
				'/OpenAction << /S /URI /URI (https://contoh.go.id) >> /DSS'), 9: certificate }), CHANGED],
			['a note on the page', () => update(one(), { 3: page('/Annots [9 0 R]'), 9: '<< /Type /Annot /Subtype /FreeText ' +
				'/Rect [60 740 260 790] /Contents (Skor 47) /DA (/F1 14 Tf) >>' }), CHANGED],
			['an object that was deleted', () => Buffer.from(update(one(), { 4: 'null' })), CHANGED],
			['the same page written anew', () => update(one(), { 3: page('') }), KEPT],
			['a second signature that is seen', () => second.sign(one(), box), KEPT],
			['the same person once more', () => signer.sign(one()), KEPT],
			['words changed between two signatures', () => second.sign(update(one(), { 4: other })), CHANGED],
			['words changed, then a time stamp', () => clock.stamp(update(one(), { 4: other })), CHANGED],
			['a time stamp that covers words', () => clock.stamp(one(), box), CHANGED],
			['an empty field of a signature that shows something', () => update(one(), {
				1: `<< ${ROOT_OF.replace('[6 0 R]', '[6 0 R 9 0 R]')} >>`, 9: '<< /FT /Sig /Subtype /Widget /T (x) ' +
					'/Rect [50 740 260 790] /AP << /N 10 0 R >> >>', 10: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ' +
					'/Length 0 >>\nstream\n\nendstream' }), CHANGED],
			['a field that was filled in, which nobody allowed', () => update(withField(), { 6: textField('baru') }), CHANGED],
			['certified 1: proof', () => clock.stamp(one({ certify: 1 })), KEPT],
			['certified 1: a further signature', () => second.sign(one({ certify: 1 })), CHANGED],
			['certified 1: a field', () => update(withField({ certify: 1 }), { 6: textField('baru') }), CHANGED],
			['certified 2: a field', () => update(withField({ certify: 2 }), { 6: textField('baru') }), KEPT],
			['certified 2: a further signature', () => second.sign(withField({ certify: 2 })), KEPT],
			['certified 2: other words', () => update(one({ certify: 2 }), { 4: other }), CHANGED],
			['certified 2: a field that the next one locked', () => update(second.sign(withField({ certify: 2 }),
				{ lock: '/Action /Include /Fields [(catatan)]' }), { 6: textField('baru') }), CHANGED],
			['certified 2: a field that the next one left open', () => update(second.sign(withField({ certify: 2 }),
				{ lock: '/Action /Exclude /Fields [(catatan)]' }), { 6: textField('baru') }), KEPT],
			['certified 3: a field', () => update(withField({ certify: 3 }), { 6: textField('baru') }), KEPT],
			['certified 3: a note, which may cover a figure', () => update(one({ certify: 3 }), {
				3: page('/Annots [9 0 R]'), 9: '<< /Type /Annot /Subtype /Text /Rect [60 740 80 760] >>' }), CHANGED],
			['certified after somebody else had signed', () => second.sign(one(), { certify: 1 }), CHANGED],
		];
		for (const [name, make, [verdict, reason]] of changes)
			test(name, () => {
				const judged = ours(make());
				assert.deepEqual([judged.verdict, judged.reason], [verdict, reason]);
			});

		test('a signature is blamed for what came after it, and not the next one', () => {
			assert.deepEqual(ours(second.sign(update(one(), { 4: other }))).signatures.map(({ reason }) => reason),
				['changed_after', 'good']);
		});

		test('a time stamp about other bytes is no stamp', () => {
			const judged = ours(clock.stamp(one(), { of: Buffer.from('lain') }));
			assert.deepEqual([judged.verdict, judged.signatures[1].reason], ['invalid', 'content_changed']);
		});

		test('where nobody can look, it is not known', () => {
			const alone = path.join(dir, 'alone');
			mkdirSync(alone);
			copyFileSync(MATANG, path.join(alone, 'matang'));
			writeFileSync(path.join(dir, 'file.pdf'), update(one(), { 1: proof, 9: certificate }));
			writeFileSync(path.join(alone, 'inspect'), '#!/bin/false\n', { mode: 0o755 });
			const judged = run(path.join(alone, 'matang'), ['check-signature', '--trust-anchors',
				path.join(dir, 'authorities.pem'), path.join(dir, 'file.pdf')]);
			assert.match(judged.stdout, /^unknown\tadded_proof\t1\n/);
		});
	});

	/* Made by another program, with proof for long: tests/inputs/README.md. */
	for (const [name, kinds] of [['blt', ['signature']], ['blta', ['signature', 'timestamp']],
		['two-blta', ['signature', 'timestamp', 'signature', 'timestamp']]])
		test(`long-term signature ${name}`, () => {
			const input = (one) => readFileSync(path.join(ROOT, 'tests/inputs', one));
			const authorities = input('auth-root.pem').toString();
			const judged = ours(input(`${name}.pdf`), { authorities, at: '2026-12-01' });
			assert.deepEqual([judged.verdict, judged.reason], ['valid', 'good']);
			assert.deepEqual(judged.signatures.map(({ kind, source }) => [kind, source]), kinds.map((kind) => [kind, 'proved']));
		});

	test('what was proved for long outlives the certificates', () => {
		const input = (one) => readFileSync(path.join(ROOT, 'tests/inputs', one));
		const at = (day) => ours(input('blta.pdf'), { authorities: input('auth-root.pem').toString(), at: day });
		/* the signer's certificate ended in 2028, that of the time authority in 2036 */
		assert.deepEqual(at('2031-01-01').signatures.map(({ reason }) => reason), ['good', 'good']);
		assert.deepEqual(at('2037-01-01').signatures.map(({ reason }) => reason), ['expired', 'expired']);
	});

	test('a time that nobody vouches for is what the signer says', () => {
		const file = readFileSync(path.join(ROOT, 'tests/inputs/blt.pdf'));
		const [, contents] = /\/Contents <([0-9a-f]+)>/i.exec(file.toString('latin1'));
		const certificates = spawnSync('openssl', ['pkcs7', '-inform', 'DER', '-print_certs'],
			{ input: Buffer.from(contents, 'hex') }).stdout.toString();
		/* entrusted is the person alone, and not who issued the time authority's certificate */
		const [person] = /-----BEGIN[^]*?-----END CERTIFICATE-----\n/.exec(certificates);
		const judged = ours(file, { authorities: person, at: '2026-12-01' });
		assert.deepEqual([judged.verdict, judged.signatures[0].source], ['valid', 'claimed']);
	});

	test('a file that only gives a reader rights is not signed', () => {
		for (const file of [usageRights(), signer.sign(pdf('x'), { rights: 'near' }), signer.sign(pdf('x'), { rights: 'far' })]) {
			const judged = ours(file);
			assert.deepEqual([judged.verdict, judged.reason, judged.signatures.length], ['unknown', 'no_signature', 0]);
		}
	});

	test('who signs such a file has signed it', () => {
		const judged = ours(second.sign(signer.sign(pdf('x'), { rights: 'far' })));
		assert.deepEqual([judged.verdict, judged.signatures.map(({ name }) => name)], ['valid', ['Budi Contoh']]);
	});

	test('needs no configuration', () => {
		writeFileSync(path.join(dir, 'file.pdf'), signer.sign(pdf('x')));
		const judged = run(MATANG, ['check-signature', '--trust-anchors', path.join(dir, 'authorities.pem'),
			path.join(dir, 'file.pdf')], { MATANG_CONFIG: '/nowhere/matang.conf' });
		assert.equal(judged.stderr, '');
		assert.match(judged.stdout, /^valid\tgood\t1\n/);
	});

	describe('a byte range that hides something', () => {
		const cheats = {
			'leaves out more than the signature': (file) => {
				const text = file.toString('latin1'), at = text.lastIndexOf('/Contents <');
				return file.toString('latin1').replace(/\/ByteRange \[0 (\d+)/, (all, from) =>
					`/ByteRange [0 ${String(at - 20).padEnd(from.length)}`);
			},
			'does not begin at the start': (file) => file.toString('latin1').replace('/ByteRange [0 ', '/ByteRange [1 '),
			'goes beyond the end': (file) => file.toString('latin1').replace(/(\/ByteRange \[0 \d+ \d+ )\d+/, '$199999'),
			'is written twice': (file) => `${file.toString('latin1')}/ByteRange [0 1 2 3]`,
			'has other bytes in the gap': (file) => {
				const copy = Buffer.from(file);
				copy.write('(', copy.lastIndexOf('/Contents <') + 5000, 'latin1');
				return copy.toString('latin1');
			},
		};
		for (const [name, cheat] of Object.entries(cheats))
			test(name, () => {
				const judged = ours(Buffer.from(cheat(signer.sign(pdf('x'))), 'latin1'));
				assert.notEqual(judged.verdict, 'valid');
			});
	});

	test('what poppler signed is valid here too', () => {
		const other = authority.signer('Dewi Contoh', { rsa: true });
		const nss = path.join(dir, 'nss'), bundle = path.join(dir, 'signer.p12'), out = path.join(dir, 'theirs.pdf');
		for (const [command, args] of [
			['openssl', ['pkcs12', '-export', '-inkey', other.key, '-in', other.place, '-name', 'dewi',
				'-passout', 'pass:contoh', '-out', bundle]],
			['pk12util', ['-i', bundle, '-W', 'contoh', '-K', '', '-d', nss]]]) {
			const made = run(command, args);
			assert.equal(made.status, 0, made.stderr);
		}
		writeFileSync(path.join(dir, 'plain.pdf'), pdf('Formulir'));
		const signed = run('pdfsig', ['-nssdir', nss, '-add-signature', '-nick', 'dewi', '-digest', 'SHA256',
			path.join(dir, 'plain.pdf'), out]);
		assert.equal(signed.status, 0, signed.stderr);
		const judged = run(MATANG, ['check-signature', out, '--trust-anchors',
			path.join(dir, 'authorities.pem')], { MATANG_CONFIG: path.join(dir, 'matang.conf') });
		assert.match(judged.stdout, /^valid\tgood\t1\n1\tvalid\tgood\tsignature\twhole\t.*\tDewi Contoh\tOtoritas Contoh\n$/);
	});

	test('what is no PDF, or is missing, is said to be so', () => {
		assert.equal(ours(Buffer.from('bukan PDF sama sekali')).reason, 'broken');
		assert.equal(ours(Buffer.from('')).reason, 'broken');
		const none = run(MATANG, ['check-signature', path.join(dir, 'none.pdf')],
			{ MATANG_CONFIG: path.join(dir, 'matang.conf') });
		assert.equal(none.status, 1);
		assert.match(none.stderr, /cannot open/);
	});
});
