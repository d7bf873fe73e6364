// SPDX-License-Identifier: ISC
//
// A paper as a text to work on: had as ODT and as DOCX, each read by a parser of XML, and printed by
// LibreOffice to be compared with the PDF as pictures.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needs } from './needs.mjs';

const READ = `import io, sys, xml.dom.minidom, zipfile
print(xml.dom.minidom.parseString(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).read(sys.argv[1])).toxml())`;
const FORMS = { odt: ['content.xml', /opendocument\.text$/], docx: ['word/document.xml', /wordprocessingml\.document$/] };

/** Has the paper at `place` as each, asks that it says `words`, and gives their XML by ending. */
export async function asTexts(who, place, words) {
	const [path, query = ''] = place.split('?'), found = {};

	for (const [ending, [part, type]] of Object.entries(FORMS)) {
		const page = await who.get(`${path}/${ending}${query && `?${query}`}`);
		assert.equal(page.status, 200, `${place} as ${ending}`);
		assert.match(page.headers['content-type'], type);
		assert.match(page.headers['content-disposition'], new RegExp(`\\.${ending}\\b`));
		const run = spawnSync('/usr/bin/python3', ['-c', READ, part], { input: page.body, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
		assert.equal(run.status, 0, run.stderr);
		assert.match(run.stdout.replace(/<[^>]*>/g, ' '), words);
		found[ending] = run.stdout;
	}
	return found;
}

/* The first page as a picture: how much ink each field of a grid has between the letterhead, which all
 * papers have, and the foot, which a copy to work on has not; and how dark the place of the crest is. */
export function look(pdf) {
	const run = (command, ...list) => spawnSync(command, list, { maxBuffer: 64 << 20 }).stdout;
	const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', pdf).toString())[1]);
	const picture = run('pdftoppm', '-gray', '-r', '40', '-f', '1', '-l', '1', pdf);
	const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'));
	const at = (x, y) => 255 - picture[head.length + y * width + x];
	const columns = 12, rows = 20, top = Math.round(0.16 * height), bottom = Math.round(0.85 * height);
	const ink = Array(columns * rows).fill(0);
	for (let y = top; y < bottom; y++)
		for (let x = 0; x < width; x++)
			ink[Math.floor((y - top) / (bottom - top) * rows) * columns + Math.floor(x / width * columns)] += at(x, y);
	const mm = 40 / 25.4;
	return { pages, ink, crest: at(Math.round(33 * mm), Math.round(26 * mm)) / 255 };
}

/* Pearson's correlation. */
export function alike(one, other) {
	const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
	const a = one.map((value) => value - mean(one)), b = other.map((value) => value - mean(other));
	const product = (x, y) => x.reduce((sum, value, at) => sum + value * y[at], 0);
	return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** What LibreOffice prints of a text, as a PDF below that folder. */
export function converted(place, dir) {
	const folder = path.join(dir, path.extname(place).slice(1));
	const made = spawnSync('soffice', [`-env:UserInstallation=file://${dir}/office`, '--headless', '--convert-to', 'pdf', '--outdir', folder, place]);
	assert.equal(made.status, 0, made.stderr);
	return path.join(folder, `${path.basename(place, path.extname(place))}.pdf`);
}

/* What a phone reads on a page: by the library that reads the code of a form that comes back. */
const READ_CODES = `
import ctypes, re, sys
data = sys.stdin.buffer.read()
head = re.match(rb"P5\\s+(\\d+)\\s+(\\d+)\\s+255\\s", data)
width, height, grey = int(head[1]), int(head[2]), data[head.end():]
zbar = ctypes.CDLL("libzbar.so.0")
for name in ("zbar_image_scanner_create", "zbar_image_create", "zbar_image_first_symbol", "zbar_symbol_next"):
    getattr(zbar, name).restype = ctypes.c_void_p
zbar.zbar_symbol_get_data.restype = ctypes.c_char_p
image = ctypes.c_void_p(zbar.zbar_image_create())
zbar.zbar_image_set_format(image, ctypes.c_ulong(int.from_bytes(b"Y800", "little")))
zbar.zbar_image_set_size(image, width, height)
zbar.zbar_image_set_data(image, grey, ctypes.c_ulong(len(grey)), None)
zbar.zbar_scan_image(ctypes.c_void_p(zbar.zbar_image_scanner_create()), image)
symbol = zbar.zbar_image_first_symbol(image)
while symbol:
    print(zbar.zbar_symbol_get_data(ctypes.c_void_p(symbol)).decode())
    symbol = zbar.zbar_symbol_next(ctypes.c_void_p(symbol))`;

function codes(pdf) {
	const picture = spawnSync('pdftoppm', ['-gray', '-r', '100', '-f', '1', '-l', '1', pdf], { maxBuffer: 64 << 20 }).stdout;
	const run = spawnSync('/usr/bin/python3', ['-c', READ_CODES], { input: picture, encoding: 'utf8' });
	assert.equal(run.status, 0, run.stderr);
	return run.stdout.trim().split('\n').filter(Boolean);
}

/** Has the paper at `place` as PDF and as each text, and asks that LibreOffice prints these as the PDF is: as
 * many pages, the first alike, with the same codes for a phone. Gives those codes. */
export async function printsAlike(who, place, least = 0.8) {
	needs('soffice', 'pdftoppm', 'pdfinfo', 'python3');
	const dir = mkdtempSync(path.join(tmpdir(), 'matang-alike-'));
	const [address, query = ''] = place.split('?');
	try {
		const had = {};
		for (const ending of ['pdf', ...Object.keys(FORMS)]) {
			const page = await who.get(`${address}/${ending}${query && `?${query}`}`), file = path.join(dir, `file.${ending}`);
			assert.equal(page.status, 200, `${place} as ${ending}`);
			writeFileSync(file, page.body);
			had[ending] = ending === 'pdf' ? file : converted(file, dir);
		}
		const pdf = look(had.pdf), read = codes(had.pdf);
		for (const ending of Object.keys(FORMS)) {
			const text = look(had[ending]), near = alike(text.ink, pdf.ink);
			assert.equal(text.pages, pdf.pages, `${place} as ${ending} has as many pages`);
			assert.ok(near > least, `${place} as ${ending}: ${near}`);
			assert.deepEqual(codes(had[ending]), read, `the codes of ${place} as ${ending}`);
		}
		return read;
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
