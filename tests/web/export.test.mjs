// SPDX-License-Identifier: ISC
//
// Papers to work on: workbooks read by openpyxl, texts by LibreOffice, CSV by eye.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { csvRows, startStack } from './harness.mjs';
import { alike, converted, look } from './texts.mjs';
import { openWorld } from './world.mjs';

/* What an agency may call itself, when it means harm. */
const HARM = '=HYPERLINK("http://contoh.invalid")';

/* Debian's own, which has openpyxl; another python3 may come first. */
const READ_BOOK = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{ "name": s.title, "freeze": s.freeze_panes, "titles": s.print_title_rows,
    "wide": s.page_setup.fitToWidth, "title": book.properties.title,
    "rows": [[c.value for c in r] for r in s.iter_rows()],
    "types": [[c.data_type for c in r] for r in s.iter_rows()] } for s in book]))`;
import { needs } from './needs.mjs';

/* A crest: a filled disc. */
const CREST = `
import struct, sys, zlib
size = 120
rows = b"".join(b"\\0" + b"".join(b"\\x10\\x30\\x60" if (x - 60) ** 2 + (y - 60) ** 2 < 3500 else b"\\xff\\xff\\xff" for x in range(size)) for y in range(size))
part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
sys.stdout.buffer.write(b"\\x89PNG\\r\\n\\x1a\\n" + part(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b""))`;

/* The parts of a DOCX: which are no XML, what they say, and which styles they use without having them. */
const READ_WORD = `
import json, re, sys, xml.dom.minidom, zipfile
parts = {name: data for archive in [zipfile.ZipFile(sys.argv[1])] for name in archive.namelist() for data in [archive.read(name)]}
broken = []
for name, data in parts.items():
    if not name.endswith(".png"):
        try:
            xml.dom.minidom.parseString(data)
        except Exception as fault:
            broken.append(f"{name}: {fault}")
document = parts["word/document.xml"].decode()
used = set(re.findall(r'pStyle w:val="([^"]*)"', document))
known = set(re.findall(r'w:styleId="([^"]*)"', parts["word/styles.xml"].decode()))
text = "".join(node.firstChild.data for node in xml.dom.minidom.parseString(parts["word/document.xml"]).getElementsByTagName("w:t") if node.firstChild)
print(json.dumps({"broken": broken, "styles": sorted(used), "unknown": sorted(used - known), "text": text,
    "pictures": sum(name.startswith("word/media/") for name in parts)}))`;

needs('soffice', 'python3', 'pdfimages', 'unzip');

describe('papers to work on', () => {
	let stack, world, dir, verifier, id;

	const issue = async (kind) => {
		const issued = await verifier.post('/paper/cycle/1/issue', {
			csrf: verifier.csrf(await verifier.get('/paper/cycle/1')), kind });
		assert.equal(issued.status, 303);
		return /\/paper\/(\d+)/.exec(issued.headers.location)[1];
	};
	const fetch = async (paper, kind) => {
		const file = await verifier.get(`/paper/${paper}/${kind}`);
		assert.equal(file.status, 200);
		assert.match(file.headers['content-disposition'], new RegExp(`^attachment; filename(\\*=UTF-8'')?=?"?\\w+-.*\\.${kind}"?$`));
		const place = path.join(dir, `file.${kind}`);
		writeFileSync(place, file.body);
		return place;
	};

	before(async () => {
		dir = mkdtempSync(path.join(tmpdir(), 'matang-office-'));
		stack = await startStack();
		world = openWorld(stack);
		world.finish(world.assessment('DKUMKMP'), { self: 3, said: 4 });
		stack.sql(`UPDATE agency SET name = '${HARM}' WHERE short_name = 'Dishub'`);
		verifier = await world.as('verifikator');
		id = await issue('recap');
	});
	after(async () => {
		await stack?.stop();
		rmSync(dir, { recursive: true, force: true });
	});

	test('the page of a paper leads to all of them', async () => {
		const page = await verifier.get(`/paper/${id}`);
		for (const label of [/\(ODT,/, /\(XLSX\)/, /CSV Skor tiap perangkat daerah/])
			assert.match(page.words(), label);
	});

	test('a workbook has every table, numbers as numbers, and its head stays in sight', async () => {
		const read = spawnSync('/usr/bin/python3', ['-W', 'error', '-c', READ_BOOK, await fetch(id, 'xlsx')],
			{ encoding: 'utf8' });
		assert.equal(read.status, 0, read.stderr);
		const sheets = JSON.parse(read.stdout);
		assert.ok(sheets.length >= 3);
		assert.equal(new Set(sheets.map((sheet) => sheet.name)).size, sheets.length);
		for (const sheet of sheets) {
			assert.equal(sheet.freeze, 'A2');
			assert.equal(sheet.titles, '$1:$1');
			assert.equal(Number(sheet.wide), 1);
		}
		const [scores] = sheets, at = scores.rows.findIndex((row) => /^Dinas Koperasi/.test(row[1]));
		assert.deepEqual(scores.rows[0].slice(0, 4), ['No.', 'Perangkat daerah', 'Mandiri', 'Verifikasi']);
		assert.deepEqual([scores.rows[at][2], scores.rows[at][3], scores.rows[at][4], scores.rows[at][5]], [33, 55, 44, 44]);
		assert.equal(scores.types[at][3], 'n');
		const harm = scores.rows.findIndex((row) => row[1] === HARM);
		assert.notEqual(harm, -1);
		assert.equal(scores.types[harm][1], 's');
	});

	test('CSV has the same rows, and holds no formula', async () => {
		const plain = await verifier.get(`/paper/${id}/csv/1`);
		const excel = await verifier.get(`/paper/${id}/csv/1?bom=1`);
		assert.match(plain.headers['content-type'], /^text\/csv; charset=utf-8/);
		assert.deepEqual([...excel.body.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
		assert.ok(excel.body.subarray(3).equals(plain.body));
		const lines = plain.body.toString().split('\r\n');
		assert.match(lines[0], /^"No\.","Perangkat daerah","Mandiri"/);
		assert.ok(lines.some((line) => /"Dinas Koperasi, UMKM dan Perindustrian","33","55","44","44","\+11"/.test(line)));
		assert.ok(lines.some((line) => line.includes(`"'${HARM.replaceAll('"', '""')}"`)));
		assert.equal((await verifier.get(`/paper/${id}/csv/99`)).status, 404);
		assert.equal((await verifier.get(`/paper/${id}/csv/0`)).status, 404);
	});

	test('the text opens with its headings, tables and charts', async () => {
		const place = await fetch(await issue('report'), 'odt');
		for (const kind of ['pdf', 'txt:Text']) {
			const made = spawnSync('soffice', [`-env:UserInstallation=file://${dir}/office`, '--headless',
				'--convert-to', kind, '--outdir', dir, place], { encoding: 'utf8' });
			assert.equal(made.status, 0, made.stderr);
		}
		const text = spawnSync('cat', [path.join(dir, 'file.txt')], { encoding: 'utf8' }).stdout;
		assert.match(text, /Dinas Koperasi, UMKM dan Perindustrian/);
		assert.ok(text.includes(HARM));
		const pictures = spawnSync('pdfimages', ['-list', path.join(dir, 'file.pdf')], { encoding: 'utf8' }).stdout;
		assert.ok(pictures.trim().split('\n').length > 2, pictures);
		const outline = spawnSync('unzip', ['-p', place, 'content.xml'], { encoding: 'utf8' }).stdout;
		for (const part of ['<text:h text:style-name="Heading_20_1" text:outline-level="1">',
			'<text:h text:style-name="Heading_20_2" text:outline-level="2">', '<table:table-header-rows>'])
			assert.ok(outline.includes(part), part);
	});

	test('the text looks like the PDF, crest and all, in ODT and in DOCX', async () => {
		const admin = await world.as('admin');
		const form = await admin.get('/paper/letterhead/2');
		const crest = spawnSync('/usr/bin/python3', ['-c', CREST], { maxBuffer: 1 << 20 }).stdout;
		const saved = await admin.submit(form, { crest: { filename: 'lambang.png', content: crest } });
		assert.deepEqual(saved.errors, []);
		const seen = [], alikeness = [];
		for (const kind of ['letter', 'recap']) {
			const paper = await issue(kind);
			const pages = {};
			for (const ending of ['pdf', 'odt', 'docx']) {
				const place = await fetch(paper, ending);
				pages[ending] = ending === 'pdf' ? place : converted(place, dir);
			}
			const pdf = look(pages.pdf);
			for (const ending of ['odt', 'docx']) {
				const text = look(pages[ending]);
				assert.equal(text.pages, pdf.pages, `${kind} as ${ending} has as many pages`);
				alikeness.push(alike(text.ink, pdf.ink));
				assert.ok(alikeness.at(-1) > 0.8, `${kind} as ${ending}: ${alikeness.at(-1)}`);
				assert.ok(text.crest > 0.5 && pdf.crest > 0.5, `the crest of ${kind} as ${ending}: ${text.crest}, ${pdf.crest}`);
			}
			seen.push(pdf);
		}
		const other = alike(seen[0].ink, seen[1].ink);
		assert.ok(other < Math.min(...alikeness) - 0.05, `another paper does not look like it: ${other} beside ${alikeness}`);
	});

	test('the text for Word is one that others read, too', async () => {
		const place = await fetch(await issue('report'), 'docx');
		const read = spawnSync('/usr/bin/python3', ['-c', READ_WORD, place], { encoding: 'utf8' });
		assert.equal(read.status, 0, read.stderr);
		const parts = JSON.parse(read.stdout);
		assert.deepEqual(parts.broken, []);
		assert.ok(parts.styles.includes('Heading1') && parts.styles.includes('CellHead'));
		assert.ok(parts.text.includes(HARM) && parts.pictures > 0);
		assert.deepEqual(parts.unknown, [], 'each style that is used is one of its styles');
	});

	test('the first part of the text is its type, not compressed', async () => {
		const file = await verifier.get(`/paper/${id}/odt`);
		assert.equal(file.body.subarray(30, 38).toString(), 'mimetype');
		assert.equal(file.body.readUInt16LE(8), 0);
	});

	test('another region\'s paper does not exist', async () => {
		const other = await world.as('verifikator.kutim');
		for (const ending of ['xlsx', 'odt', 'docx', 'csv/1'])
			assert.equal((await other.get(`/paper/${id}/${ending}`)).status, 404);
	});

	/* The list in a ZIP of evidence: zip.test.mjs. */
	test('no table that goes out as CSV holds a formula, whatever sign it begins with', async () => {
		const anyone = stack.client();

		stack.sql("UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1");
		for (const signs of [['=', '+', '-', '@'], ['\t', '\r', '=', '+']]) {
			signs.forEach((sign, at) => stack.sql(`UPDATE agency SET name = CONCAT(CHAR(${sign.charCodeAt(0)}), 'Dinas ${at}') WHERE region_id = 2 AND id = ${at + 1};
				UPDATE variable SET name = CONCAT(CHAR(${sign.charCodeAt(0)}), 'Variabel ${at}') WHERE number = ${at + 1}`));
			const tables = [['/report/region/1/data.csv', verifier], ['/portal/data/64.71/2026.csv', anyone],
				['/exchange/instrument/1/variabel', verifier], [`/paper/${await issue('recap')}/csv/1`, verifier]];
			for (const [place, who] of tables) {
				const page = await who.get(place);
				assert.equal(page.status, 200, place);
				assert.match(page.headers['content-type'], /^text\/csv/, place);
				const cells = csvRows(page.body.toString()).flatMap((row) => Object.values(row));
				for (const cell of cells)
					assert.doesNotMatch(cell, /^[=+\-@\t\r](?!\d+(,\d+)?$)/, place);
				signs.forEach((sign, at) => assert.ok(cells.some((cell) => cell.startsWith(`'${sign}`) && cell.endsWith(` ${at}`)), `${place}: ${JSON.stringify(sign)}`));
			}
		}
	});
});
