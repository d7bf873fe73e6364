// SPDX-License-Identifier: ISC
//
// Pictures of telephones and scanners: made into what everybody can see, turned the right way, several
// into one document; and what a host without the program for it says.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { docx } from './files.mjs';
import { ROOT, startStack } from './harness.mjs';

const BUILD = path.resolve(process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build'));
const PHOTO = path.join(BUILD, 'bin/photo');
const INPUTS = path.join(ROOT, 'tests/inputs');
const input = (name) => readFileSync(path.join(INPUTS, name));
const KINDS = ['photo.heic', 'photo-turned.avif', 'photo-turned.jpg', 'photo-turned.webp', 'scan-turned.tif'];

/* The program with these files as its descriptors. */
function photo(...names) {
	const fds = names.map((name) => openSync(path.join(INPUTS, name), 'r'));
	return spawnSync(PHOTO, [String(names.length)], { stdio: [fds[0], 'pipe', 'pipe', ...fds.slice(1)] });
}

/* The colours of a page near its corners, as poppler paints it: letters of red, green, blue, white. */
function corners(pdf, page) {
	const { stdout } = spawnSync('pdftoppm', ['-r', '36', '-f', String(page), '-l', String(page), '-'], { input: pdf });
	const [head, wide, high] = /^P6\s(\d+) (\d+)\s255\s/.exec(stdout.subarray(0, 30).toString('latin1'));
	const at = (x, y) => {
		const [r, g, b] = stdout.subarray(head.length + 3 * (Math.floor(y * high) * wide + Math.floor(x * wide)));
		return r > 180 && g > 180 && b > 180 ? 'w' : r > g && r > b ? 'r' : g > b ? 'g' : 'b';
	};
	/* The picture is twice as wide as high, in the middle of a page on its side. */
	return [Number(wide) > Number(high), at(0.05, 0.25), at(0.95, 0.25), at(0.05, 0.75), at(0.95, 0.75)].join('');
}

describe('the program that makes pictures into others', () => {
	for (const name of KINDS)
		it(`${name} stands upright on its page`, () => {
			const { status, stdout } = photo(name, name);
			assert.equal(status, 0);
			assert.equal(corners(stdout, 1), 'truergbw');
			assert.equal(corners(stdout, 2), 'truergbw');
		});

	it('makes one picture a JPEG that stands upright by itself', () => {
		for (const name of KINDS.filter((one) => !one.endsWith('.jpg'))) {
			const { status, stdout } = photo(name);
			assert.equal(status, 0);
			assert.equal(stdout.readUInt16BE(0), 0xffd8);
			const frame = stdout.indexOf(Buffer.from([0xff, 0xc0]));
			assert.deepEqual([stdout.readUInt16BE(frame + 7), stdout.readUInt16BE(frame + 5)], [64, 32], name);
			assert.equal(stdout.indexOf('Exif'), -1);
		}
	});

	it('makes a TIFF of two pages a PDF of two, and gives no answer about what is none', () => {
		const { stdout } = photo('scan-two-pages.tif');
		assert.match(stdout.toString('latin1'), /^%PDF-1\.4[^]*\/Count 2 /);
		assert.match(spawnSync('pdfinfo', ['-'], { input: stdout }).stdout.toString(), /Pages: +2/);
		for (const name of ['docx.docx', 'predefined-cmap-font.pdf'])
			assert.deepEqual([photo(name).status, photo(name).stdout.length], [1, 0]);
	});

	it('gives up on every cut of a picture, or makes something of it, and never hangs', () => {
		const dir = mkdtempSync(path.join(tmpdir(), 'matang-photo-'));
		for (const name of ['photo.heic', 'photo-turned.webp', 'scan-turned.tif']) {
			const whole = input(name);
			for (let length = 1; length < whole.length; length += 41) {
				writeFileSync(path.join(dir, 'cut'), whole.subarray(0, length));
				const fd = openSync(path.join(dir, 'cut'), 'r');
				const { status } = spawnSync(PHOTO, ['1'], { stdio: [fd, 'pipe', 'pipe'], timeout: 20_000 });
				assert.ok(status === 0 || status === 1, `${name} ${length}: ${status}`);
			}
		}
		rmSync(dir, { recursive: true });
	});
});

describe('pictures as evidence', () => {
	let stack, city, operator;
	before(async () => {
		stack = await startStack();
		city = settle(stack);
		operator = await city.signIn('operator.satu');
	});
	after(() => stack?.stop());

	const upload = async (file, more = {}) => operator.submit(await operator.get('/upload/new'), { kind: 'foto', file, ...more });
	const newest = () => stack.sql(`SELECT d.title, r.type, r.bytes, r.stored_name, r.client_name, r.pages
		FROM revision r JOIN document d ON d.id = r.document_id ORDER BY r.id DESC LIMIT 1`)[0];
	const onDisk = () => readdirSync(stack.files, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).length;

	for (const [name, made] of [['photo.heic', 'HEIC'], ['photo-turned.webp', 'WebP']])
		it(`${name} is kept as a JPEG, and the history says of what it was made`, async () => {
			const page = await upload({ filename: name, content: input(name) }, { title: `Rapat ${name}` });
			assert.equal(page.status, 200, page.errors.join());
			const row = newest();
			assert.deepEqual([row.type, row.client_name], ['image/jpeg', name]);
			assert.equal(readFileSync(path.join(stack.files, row.stored_name)).length, Number(row.bytes));
			assert.match(page.words(), new RegExp(`dibuat dari ${made}`));
		});

	it('a TIFF of two pages is kept as a PDF of two', async () => {
		await upload({ filename: 'pindai.tif', content: input('scan-two-pages.tif') });
		assert.deepEqual([newest().type, Number(newest().pages)], ['application/pdf', 2]);
	});

	it('several photographs become one document, in their order, and nothing else stays', async () => {
		const before = onDisk();
		const page = await upload(KINDS.slice(0, 3).map((name) => ({ filename: name, content: input(name) })), { title: 'Tiga halaman' });
		assert.equal(page.status, 200, page.errors.join());
		assert.deepEqual([newest().type, Number(newest().pages)], ['application/pdf', 3]);
		assert.match(page.words(), /dibuat dari 3 gambar/);
		assert.equal(onDisk(), before + 1);
	});

	it('photographs with a document among them are refused with what to do', async () => {
		const page = await upload([{ filename: 'a.jpg', content: input('photo-turned.jpg') }, { filename: 'b.docx', content: docx('contoh') }]);
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /Hanya gambar.*dapat disatukan/);
	});

	it('the camera\'s name is no title: the criterion gives one, else the day', async () => {
		await upload({ filename: 'IMG_20261121_101500.jpg', content: input('photo-turned.jpg') });
		assert.equal(newest().title, 'Foto 21 November 2026');
		for (const [name, title] of [['DSC00012.jpg', 'Foto'], ['WhatsApp Image 2026-11-03 at 08.15.22.jpeg', 'Foto 3 November 2026'],
			['20261301.jpg', 'Foto'], ['Rapat 2026.jpg', 'Rapat 2026'], ['SK 123.jpg', 'SK 123']]) {
			const again = await upload({ filename: name, content: input('photo-turned.jpg') });
			assert.equal(again.one('input[name=title]').getAttribute('value'), title, name);
		}
		const item = city.items(1)[0].id;
		const assessment = city.assessment('Dinas Contoh Satu');
		const page = await operator.get(`/upload/new?assessment=${assessment}&item=${item}`);
		await operator.submit(page, { kind: 'foto', file: { filename: 'IMG_0001.JPG',
			content: Buffer.concat([input('photo-turned.jpg'), Buffer.from('y')]) } });
		const [{ title }] = stack.sql(`SELECT title FROM checklist_item WHERE id = ${item}`);
		assert.equal(newest().title, title);
	});

	it('a picture that comes in pieces is made into another too, and its pieces go', async () => {
		const csrf = operator.csrf(await operator.get('/account/profile'));
		const headers = { 'tus-resumable': '1.0.0', 'x-csrf-token': csrf };
		const content = input('photo.heic');
		const before = onDisk();
		const made = await operator.request('POST', '/upload/files', { headers: { ...headers, 'upload-length': content.length,
			'upload-metadata': `filename ${Buffer.from('pieces.heic').toString('base64')}` } });
		const page = await operator.request('PATCH', made.location, { body: content, headers: { ...headers,
			'content-type': 'application/offset+octet-stream', 'upload-offset': 0 } });
		assert.equal(page.status, 204, page.text);
		assert.deepEqual([newest().type, newest().title], ['image/jpeg', 'pieces']);
		assert.equal(onDisk(), before + 1);
	});

	it('what only looks like one is refused, and nothing stays', async () => {
		const before = onDisk();
		const page = await upload({ filename: 'rusak.heic', content: input('photo.heic').subarray(0, 500) });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /rusak atau terlalu besar.*simpan sebagai JPEG/);
		assert.equal(onDisk(), before);
	});
});

describe('pictures on a host without the program for them', () => {
	let stack, operator, bare;
	before(async () => {
		bare = mkdtempSync(path.join(tmpdir(), 'matang-bare-'));
		copyFileSync(path.join(BUILD, 'bin/inspect'), path.join(bare, 'inspect'));
		stack = await startStack({ env: { MATANG_INSPECTOR: path.join(bare, 'inspect') } });
		operator = await settle(stack).signIn('operator.satu');
	});
	after(async () => {
		await stack?.stop();
		rmSync(bare, { recursive: true, force: true });
	});

	it('are not offered, and refused with what to do', async () => {
		const page = await operator.get('/upload/new');
		assert.doesNotMatch(page.one('#file').getAttribute('accept'), /heic/);
		for (const [name, words] of [['photo.heic', /foto HEIC.*simpan sebagai JPEG.*Paling Kompatibel/], ['photo-turned.avif', /HEIC|AVIF/],
			['photo-turned.webp', /WebP.*JPEG atau PNG/], ['scan-turned.tif', /TIFF.*menjadi PDF/]]) {
			const refused = await operator.submit(page, { kind: 'foto', file: { filename: name, content: input(name) } });
			assert.equal(refused.status, 422);
			assert.match(refused.errors.join(), words);
		}
		const two = ['a.jpg', 'b.jpg'].map((filename) => ({ filename, content: input('photo-turned.jpg') }));
		assert.match((await operator.submit(page, { kind: 'foto', file: two })).errors.join(), /tidak dapat disatukan di server ini/);
	});
});
