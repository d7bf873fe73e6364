// SPDX-License-Identifier: ISC
//
// Small files of every kind that is taken in as evidence, made of bytes, and liars: what says by its
// name that it is one of them. Each takes a text that makes its content differ from others.

import { deflateRawSync, deflateSync } from 'node:zlib';

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
	for (let bit = 0; bit < 8; bit++)
		byte = byte & 1 ? 0xedb88320 ^ byte >>> 1 : byte >>> 1;
	return byte;
});

/* As in ZIP and PNG; Node has it itself from version 20 on. */
const crc32 = (bytes) => ~bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 0xff] ^ crc >>> 8, -1) >>> 0;

/* ---- the container of Office files ------------------------------------------------------------- */

/** A ZIP archive of { name, content, stored }, in their order (APPNOTE.TXT, 4.3). */
export function zip(entries) {
	const locals = [], central = [];
	let offset = 0;

	for (const { name, content, stored = false } of entries) {
		const bytes = Buffer.from(content), packed = stored ? bytes : deflateRawSync(bytes);
		const path = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);			/* version needed */
		common.writeUInt16LE(0x0800, 2);		/* names are UTF-8 */
		common.writeUInt16LE(stored ? 0 : 8, 4);
		common.writeUInt32LE(0x5a210000, 6);		/* a day in 2025 */
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(bytes.length, 18);
		common.writeUInt16LE(path.length, 22);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
		locals.push(local);
		central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path]));
		offset += local.length;
	}
	const directory = Buffer.concat(central), end = Buffer.alloc(22);
	end.write('PK\x05\x06', 'latin1');
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, directory, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OOXML = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function ooxml(part, type, parts, more = []) {
	const overrides = [[part, type], ...more].map(([name, of]) =>
		`<Override PartName="/${name}" ContentType="${of}"/>`).join('');

	return zip([
		{ name: '[Content_Types].xml', content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/` +
			'package/2006/content-types"><Default Extension="rels" ContentType="application/' +
			'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ' +
			`ContentType="application/xml"/>${overrides}</Types>` },
		{ name: '_rels/.rels', content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/` +
			`package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" ` +
			`Target="${part}"/></Relationships>` },
		...parts,
	]);
}

const wordDocument = (text) => `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/` +
	`wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

/* ---- the eight kinds ----------------------------------------------------------------------------- */

/**
 * A page for each text; `catalog` is added to the document's catalog, `page` to each page; `filler`
 * so many bytes that no page needs lie before its end.
 */
export function pdfOf(texts, { catalog = '', page = '', filler = 0 } = {}) {
	const objects = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, `<</Type/Pages/Kids[${texts.map((_, i) =>
		`${3 + 2 * i} 0 R`).join(' ')}]/Count ${texts.length}>>`];

	texts.forEach((text, i) => {
		const content = `BT /F1 18 Tf 72 760 Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
		objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${4 + 2 * i} 0 R/Resources` +
			`<</Font<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>${page}>>`,
		`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
	});
	if (filler)
		objects.push(`<</Length ${filler}>>\nstream\n${'x'.repeat(filler)}\nendstream`);
	return bodyOf(objects);
}

export const pdf = (text = 'contoh') => pdfOf([text]);

function bodyOf(objects) {
	let body = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
	const places = objects.map((object, i) => {
		const at = body.length;
		body += `${i + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n` +
		`<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/* A white pixel; the text is a comment (marker COM) before the picture. */
export function jpeg(text = 'contoh') {
	const pixel = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkI' +
		'CQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQ' +
		'AQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==', 'base64');
	const words = Buffer.from(text), comment = Buffer.alloc(4);
	comment.writeUInt16BE(0xfffe, 0);
	comment.writeUInt16BE(words.length + 2, 2);
	return Buffer.concat([pixel.subarray(0, 20), comment, words, pixel.subarray(20)]);
}

/* Chunks of { type, content } as a PNG has them: length, type, content and sum of each. */
const pngOf = (chunks) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks.flatMap(([type, content]) => {
	const length = Buffer.alloc(4), sum = Buffer.alloc(4);
	const body = Buffer.concat([Buffer.from(type), content]);
	length.writeUInt32BE(content.length);
	sum.writeUInt32BE(crc32(body));
	return [length, body, sum];
})]);

export function png(text = 'contoh') {
	return pngOf([['IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])], ['tEXt', Buffer.from(`Comment\0${text}`)],
		['IDAT', deflateSync(Buffer.from([0, 255, 255, 255]))], ['IEND', Buffer.alloc(0)]]);
}

/** A PNG of one colour and so many points. */
export function picture(width, height) {
	const head = Buffer.alloc(13), row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x60)]);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2], 8);
	return pngOf([['IHDR', head], ['IDAT', deflateSync(Buffer.concat(Array(height).fill(row)))], ['IEND', Buffer.alloc(0)]]);
}

export const docx = (text = 'contoh', more = []) => ooxml('word/document.xml',
	`${OOXML}.wordprocessingml.document.main+xml`,
	[{ name: 'word/document.xml', content: wordDocument(text) }, ...more]);

const SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const letters = (column) => (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + column % 26);
const escaped = (value) => String(value).replace(/[&<>]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[mark]);

function cellOf(value, place) {
	if (value === '' || value === null || value === undefined)
		return '';
	if (typeof value === 'number')
		return `<c r="${place}"><v>${value}</v></c>`;
	if (value.formula)
		return `<c r="${place}"><f>${escaped(value.formula)}</f><v>${value.value}</v></c>`;
	return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/**
 * A workbook of these rows, of texts, numbers and { formula, value }; `hidden` are numbers of rows, `merged`
 * ranges like "A1:A2", `second` the rows of another sheet, `compute` asks for the formulas to be computed.
 */
export function book(rows, { name = 'Contoh', hidden = [], merged = [], second, compute = false } = {}) {
	const sheets = [rows, ...second ? [second] : []];
	const sheet = (of, first) => `${XML}<worksheet ${SPREADSHEET}><sheetData>${of.map((row, at) =>
		`<row r="${at + 1}"${first && hidden.includes(at + 1) ? ' hidden="1"' : ''}>` +
		`${row.map((value, column) => cellOf(value, `${letters(column)}${at + 1}`)).join('')}</row>`).join('')}</sheetData>` +
		`${first && merged.length ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;

	return ooxml('xl/workbook.xml', `${OOXML}.spreadsheetml.sheet.main+xml`, [
		{ name: 'xl/workbook.xml', content: `${XML}<workbook ${SPREADSHEET} xmlns:r="${RELATIONS}"><sheets>${sheets.map((_, at) =>
			`<sheet name="${at === 0 ? name : `Lembar${at + 1}`}" sheetId="${at + 1}" r:id="r${at + 1}"/>`).join('')}</sheets>` +
			`${compute ? '<calcPr calcId="124519" fullCalcOnLoad="1"/>' : ''}</workbook>` },
		{ name: 'xl/_rels/workbook.xml.rels', content: `${XML}<Relationships xmlns="http://schemas.` +
			`openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="r${at + 1}" Type="${RELATIONS}/` +
			`worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>` },
		...sheets.map((of, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheet(of, at === 0) })),
	], sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${OOXML}.spreadsheetml.worksheet+xml`]));
}

export const xlsx = (text = 'contoh') => book([[text]]);

export const pptx = (text = 'contoh') => ooxml('ppt/presentation.xml',
	`${OOXML}.presentationml.presentation.main+xml`,
	[{ name: 'ppt/presentation.xml', content: `${XML}<p:presentation xmlns:p="http://schemas.openxmlformats.` +
		`org/presentationml/2006/main"><!-- ${text} --><p:sldSz cx="9144000" cy="6858000"/></p:presentation>` }]);

const odf = (kind, body) => zip([
	{ name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
	{ name: 'META-INF/manifest.xml', content: `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:` +
		'opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" ' +
		`manifest:media-type="application/vnd.oasis.opendocument.${kind}"/><manifest:file-entry ` +
		'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>' },
	{ name: 'content.xml', content: `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:` +
		'opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
		'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"><office:body>' +
		`${body}</office:body></office:document-content>` },
]);

export const odt = (text = 'contoh') =>
	odf('text', `<office:text><text:p>${text}</text:p></office:text>`);
export const ods = (text = 'contoh') =>
	odf('spreadsheet', `<office:spreadsheet><table:table table:name="${text}"/></office:spreadsheet>`);

/** Each kind: its extension, media type and maker. */
export const KINDS = [
	['pdf', 'application/pdf', pdf],
	['jpg', 'image/jpeg', jpeg],
	['png', 'image/png', png],
	['docx', `${OOXML}.wordprocessingml.document`, docx],
	['xlsx', `${OOXML}.spreadsheetml.sheet`, xlsx],
	['pptx', `${OOXML}.presentationml.presentation`, pptx],
	['odt', 'application/vnd.oasis.opendocument.text', odt],
	['ods', 'application/vnd.oasis.opendocument.spreadsheet', ods],
];

/* ---- liars ---------------------------------------------------------------------------------------- */

const program = Buffer.alloc(1024);
program.write('MZ\x90', 'latin1');
program[0x3c] = 0x80;
program.write('PE\0\0\x64\x86', 0x80, 'latin1');

const macros = [['word/vbaProject.bin', 'application/vnd.ms-office.vbaProject']];

/** Name as sent, bytes, and a word of what the person is told. */
export const LIARS = [
	['laporan.pdf', Buffer.from('<!DOCTYPE html><html><body><script>alert(1)</script></body></html>'), 'HTML'],
	['surat.docx', zip([{ name: 'surat.txt', content: 'contoh' }]), 'arsip ZIP'],
	['setup.pdf', program, 'program'],
	['unduhan.jpg', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0', 'latin1'), 'program'],
	['gambar.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'SVG'],
	['formulir.docx', ooxml('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml', [
		{ name: 'word/document.xml', content: wordDocument('contoh') },
		{ name: 'word/vbaProject.bin', content: 'contoh' }], macros), 'makro'],
	['formulir2.docx', ooxml('word/document.xml', `${OOXML}.wordprocessingml.document.main+xml`, [
		{ name: 'word/document.xml', content: wordDocument('contoh') },
		{ name: 'word/vbaProject.bin', content: 'contoh' }], macros), 'makro'],
	['lama.doc', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'format lama'],
	['catatan.pdf', Buffer.from('Catatan rapat contoh, bukan PDF.\n'), 'teks'],
	['potongan.docx', docx().subarray(0, 300), 'rusak'],
	['naskah.pdf', Buffer.from('#!/bin/sh\necho contoh\n'), 'naskah program'],
];
