// SPDX-License-Identifier: ISC
//
// Files that mean ill, or came to harm: small, made of bytes, each as its own kind would be. What the
// look inside (cgi-bin/inspect) has to find in each stands beside it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { docx, pdf, png, zip } from './files.mjs';
import { needs } from './needs.mjs';

needs('qpdf');

/* ---- PDF ---------------------------------------------------------------------------------------- */

/** A PDF of one page; `catalog` stands in its catalog, `more` are objects from 4 on. */
export function pdfWith(catalog = '', more = []) {
	const objects = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, '<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>', ...more];
	let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
	const places = objects.map((object, at) => {
		const place = text.length;
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(place).padStart(10, '0')} 00000 n \n`;
	});
	text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}` +
		`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(text, 'latin1');
}

/** The same through qpdf, as people protect a PDF. */
export function qpdf(bytes, ...options) {
	const dir = mkdtempSync(path.join(tmpdir(), 'matang-qpdf-'));
	try {
		writeFileSync(path.join(dir, 'in.pdf'), bytes);
		const run = spawnSync('qpdf', [...options, '--', 'in.pdf', 'out.pdf'], { cwd: dir, encoding: 'utf8' });
		if (run.status !== 0)
			throw new Error(run.stderr);
		return readFileSync(path.join(dir, 'out.pdf'));
	} finally {
		rmSync(dir, { recursive: true });
	}
}

export const locked = (bytes = pdf()) => qpdf(bytes, '--encrypt', 'rahasia', 'pemilik', '256');
export const restricted = (bytes = pdf()) => qpdf(bytes, '--encrypt', '', 'pemilik', '256', '--print=none');
export const signed = () => pdfWith('/AcroForm<</Fields[4 0 R 6 0 R]/SigFlags 3>>', [
	'<</FT/Sig/T(satu)/V 5 0 R>>',
	'<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 10 20 30]/Contents<3000>>>',
	'<</FT/Sig/T(kosong)>>']);
/* What programs that sign prepare: room for a signature, all of it zero. */
export const prepared = () => Buffer.from(signed().toString('latin1').replace('Contents<3000>', 'Contents<0000>'), 'latin1');
/* What @signpdf makes of a file that forbids printing: what it appends has a trailer without /Encrypt. */
export function keyless(bytes = restricted()) {
	const text = bytes.toString('latin1');
	const [, root] = /\/Root (\d+ 0 R)/.exec(text), [, size] = /\/Size (\d+)/.exec(text);
	const prev = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1], place = bytes.length;
	return Buffer.concat([bytes, Buffer.from(`\n${size} 0 obj\n<</Contoh true>>\nendobj\nxref\n0 1\n0000000000 65535 f \n` +
		`${size} 1\n${String(place + 1).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${Number(size) + 1}/Root ${root}` +
		`/Prev ${prev}>>\nstartxref\n${place + `\n${size} 0 obj\n<</Contoh true>>\nendobj\n`.length}\n%%EOF\n`, 'latin1')]);
}
/* What Acrobat lets its reader do, signed by Adobe. */
export const usageRights = () => pdfWith('/Perms<</UR3 4 0 R>>/AcroForm<</Fields[]>>', [
	'<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 30]/Contents<3000>' +
	'/Reference[<</TransformMethod/UR3>>]>>']);
/* The table of places is lost, as after a bad transfer; the objects are all there. */
export const mendable = () => Buffer.from(pdfWith().toString('latin1').replace(/startxref\n\d+/, 'startxref\n999999'), 'latin1');

const sheetOf = (rows) => () => docxOf([{ name: 'xl/worksheets/sheet1.xml',
	content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="s"><sheetData>${rows}</sheetData></worksheet>` }]);

export const PDFS = [	/* name, bytes, what has to be found in it */
	['a plain one', () => pdf(), []],
	['an encryption that forbids nothing', () => qpdf(pdf(), '--encrypt', '', '', '256'), []],
	['an encryption that forbids copying', () => qpdf(pdf(), '--encrypt', '', 'pemilik', '256', '--extract=n'), ['encrypted']],
	['a script at opening', () => pdfWith('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'), ['javascript']],
	['a script with a disguised name', () => pdfWith('/OpenAction 4 0 R', ['<</S/#4a#61vaScript/#4aS(1)>>']), ['javascript']],
	['a script far down', () => pdfWith('/A 4 0 R', ['[[[<</B 5 0 R>>]]]', '<</C[6 0 R]>>', '<</S/JavaScript/JS(1)/Next 4 0 R>>']),
		['javascript']],
	['a form with XFA', () => pdfWith('/AcroForm<</Fields[]/XFA 4 0 R>>', ['<</Length 1>>stream\nx\nendstream']), ['javascript']],
	['a launch action', () => pdfWith('/OpenAction<</S/Launch/F(cmd.exe)>>'), ['launch']],
	['an embedded file', () => pdfWith('/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>',
		['<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>', '<</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream']), ['embedded']],
	['a form that is sent elsewhere', () => pdfWith('/X<</S/SubmitForm/F(https://luar.example/)>>'), ['external']],
	['a page that opens the web by itself', () => pdfWith('/AA<</WC<</S/URI/URI(https://luar.example/)>>>>'), ['external']],
	['a link that is clicked', () => pdfWith('/X<</S/URI/URI(https://luar.example/)>>'), []],
	['limits on printing', () => restricted(), ['encrypted']],
	['a script under limits', () => restricted(pdfWith('/OpenAction<</S/JavaScript/JS(1)>>')), ['javascript', 'encrypted']],
	['a table of places that is lost', mendable, ['mended']],
	['zeros behind its end', () => Buffer.concat([pdf(), Buffer.alloc(5000)]), []],
	['a web page behind its end', () => Buffer.concat([pdf(), Buffer.from(`<!DOCTYPE html><p>${'x'.repeat(3000)}</p>`)]), []],
	['an object behind its end', () => Buffer.concat([pdf(), Buffer.from(`9 0 obj<<>>endobj ${'x'.repeat(3000)}`)]), ['mended']],
	['line ends before its head', () => Buffer.concat([Buffer.from('\r\n\r\n'), pdf()]), []],
	['the notice of a program before its head', () => Buffer.concat([Buffer.from('<br />\n<b>Notice</b>: x<br />\n'), pdf()]), []],
	['a program before its head', () => Buffer.concat([Buffer.from('MZ contoh yang bukan program\n'), pdf()]), ['embedded']],
	['an archive behind its end', () => Buffer.concat([pdf(), zip([{ name: 'a.txt', content: 'contoh' }])]), ['embedded']],
	['a key thrown away', () => keyless(), ['unreadable']],
	['a key thrown away, and objects packed', () => keyless(qpdf(restricted(), '--object-streams=generate')), ['unreadable']],
	['a password', () => locked(), ['locked']],
	['nothing but its head', () => Buffer.from(`%PDF-1.7\n${'tidak ada isinya\n'.repeat(40)}`), ['unreadable']],
	['no pages', () => Buffer.from(pdfWith().toString('latin1').replace('/Kids[3 0 R]/Count 1', '/Kids[     ]/Count 0'), 'latin1'),
		['unreadable']],
	['pages that are their own parent', () => Buffer.from(pdfWith().toString('latin1')
		.replace('/Kids[3 0 R]', '/Kids[2 0 R]'), 'latin1'), ['unreadable']],
];

/* ---- packages ------------------------------------------------------------------------------------- */

const docxOf = (more) => docx('contoh', more);

const part = (content) => ({ name: 'word/header9.xml', content: `<?xml version="1.0"?><w:hdr xmlns:w="w"><w:p>${content}</w:p></w:hdr>` });
const field = (...pieces) => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + pieces.map((piece) =>
	`<w:r><w:instrText>${piece.replaceAll('"', '&quot;')}</w:instrText></w:r>`).join('') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const open = (content) => ({ name: 'content.xml', content: '<?xml version="1.0"?><office:document-content xmlns:office="o" ' +
	`xmlns:draw="d" xmlns:text="t" xmlns:script="s" xmlns:xlink="x">${content}</office:document-content>` });

const relation = (type, target) => ({ name: 'word/_rels/document.xml.rels', content: '<?xml version="1.0"?>' +
	'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" ' +
	`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" ` +
	'TargetMode="External"/></Relationships>' });

/* The flag "encrypted" on one entry, in both of its heads. */
function flagged(bytes, name) {
	const copy = Buffer.from(bytes);
	for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + 1))
		if (copy.subarray(at - 30, at - 28).toString() === 'PK')
			copy[at - 30 + 6] |= 1;
		else if (copy.subarray(at - 46, at - 44).toString() === 'PK')
			copy[at - 46 + 8] |= 1;
	return copy;
}

/* Every entry of the directory once more, `times` times: the same packed bytes unpack again and again. */
function overlapping(bytes, times) {
	const end = bytes.length - 22, from = bytes.readUInt32LE(end + 16), count = bytes.readUInt16LE(end + 10);
	const directory = bytes.subarray(from, end), tail = Buffer.from(bytes.subarray(end));
	tail.writeUInt16LE(count * times, 8);
	tail.writeUInt16LE(count * times, 10);
	tail.writeUInt32LE(directory.length * times, 12);
	return Buffer.concat([bytes.subarray(0, from), ...Array(times).fill(directory), tail]);
}

/* Packs well, but no better than 1:200. */
function dense(bytes) {
	const unit = Buffer.alloc(100_000, 'contoh ');
	for (let at = 0; at < 300; at++)
		unit[at * 300] = (at * 7919 ^ at >> 2) & 0xff;
	return Buffer.alloc(bytes, unit);
}

export const PACKAGES = [
	['a plain one', () => docxOf([]), []],
	['a figure for a chart', () => docxOf([{ name: 'word/embeddings/Lembar1.xlsx', content: docxOf([]) }]), []],
	['an embedded program', () => docxOf([{ name: 'word/embeddings/oleObject1.bin', content: 'MZ' }]), ['embedded']],
	['an embedded workbook with macros', () => docxOf([{ name: 'word/embeddings/Lembar1.xlsm', content: 'PK' }]), ['embedded', 'macros']],
	['a control', () => docxOf([{ name: 'word/activeX/activeX1.xml', content: '<x/>' }]), ['javascript']],
	['a template that is fetched', () => docxOf([relation('attachedTemplate', 'https://luar.example/x.dotm')]), ['external']],
	['a template on the writer\'s own disk', () => docxOf([relation('attachedTemplate', 'file:///C:/x.dotx')]), []],
	['a link that is clicked', () => docxOf([relation('hyperlink', 'https://luar.example/')]), []],
	['a picture of another host', () => docxOf([relation('image', 'file://luar.example/bagi/a.png')]), ['external']],
	['a picture of the reader\'s own disk', () => docxOf([relation('image', 'file:///C:/contoh/a.png')]), ['external']],
	['a field of DDE', () => docxOf([part('<w:fldSimple w:instr=" DDEAUTO contoh contoh "/>')]), ['launch']],
	['a field of DDE in pieces', () => docxOf([part(field('DD', 'EAU', 'TO contoh contoh'))]), ['launch']],
	['fields as people use them', () => docxOf([part(field('TOC \\o') + field(' PAGE ') + field('HYPERLINK "https://luar.example/"') +
		field('INCLUDEPICTURE "media/a.png"') + '<w:r><w:t>DDEAUTO dalam kalimat</w:t></w:r>')]), []],
	['a field that fetches a picture', () => docxOf([part(field('INCLUDEPICTURE "https://luar.example/a.png"'))]), ['external']],
	['a link of DDE in a workbook', () => docxOf([{ name: 'xl/externalLinks/externalLink1.xml',
		content: '<externalLink><ddeLink ddeService="contoh" ddeTopic="contoh"/></externalLink>' }]), ['launch']],
	['a field of DDE in a part of another folder', () => docxOf([{ ...part(field('DDEAUTO contoh contoh')), name: 'isi/dokumen.bin' }]), ['launch']],
	['a link of DDE in a part of another folder', () => docxOf([{ name: 'xl/lain/tautan.xml',
		content: '<externalLink><ddeLink ddeService="contoh" ddeTopic="contoh"/></externalLink>' }]), ['launch']],
	['a link of DDE in a part that is called a sheet', () => docxOf([{ name: 'xl/_rels/workbook.xml.rels',
		content: '<Relationships><Relationship Id="r1" Type="http://contoh/relationships/externalLink" Target="worksheets/sheet9.xml"/></Relationships>' }]), ['launch']],
	['a workbook as programs write it', () => docxOf([{ name: 'xl/_rels/workbook.xml.rels', content: '<Relationships>' + ['worksheet|worksheets/sheet1',
		'styles|styles', 'theme|theme/theme1', 'sharedStrings|sharedStrings', 'externalLink|externalLinks/externalLink1'].map((each) => each.split('|'))
		.map(([type, target], at) => `<Relationship Id="r${at}" Type="http://contoh/relationships/${type}" Target="${target}.xml"/>`).join('') + '</Relationships>' },
	{ name: 'docProps/app.xml', content: '<Properties><TitlesOfParts>DDE</TitlesOfParts></Properties>' }]), []],
	...[['DDE("contoh";"a";"b")', ['launch']], ["1+contoh|'a'!A0", ['launch']], ["'Lembar'!A1+contoh|a!A0", ['launch']], ['RTD("contoh",,"a")', ['launch']],
		['_xlfn.WEBSERVICE("https://luar.example/")', ['external']], ['_xlfn.IMAGE("https://luar.example/a.png")', ['external']],
		["'file:///C:/contoh/lain.xlsx'#$Sheet1.A1", ['external']], ["'[https://luar.example/a.xlsx]Sheet1'!A1", ['external']],
		[`"${'x'.repeat(5000)}"&${'A1&'.repeat(2000)}DDE("contoh";"a";"b")`, ['launch']],
		['SUM(A1:A9)+\'Lembar | dua\'!B2', []], ['IF(A1="DDE(1)|2","|WEBSERVICE(",HYPERLINK("https://luar.example/","buka"))', []], ['ADDE(A1)+RECALL(B2)', []]]
		.flatMap(([formula, found]) => {
			const code = formula.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
			return [['xl/worksheets/sheet1.xml', `<worksheet xmlns="s"><sheetData><row><c><f>${code}</f><v>1</v></c></row></sheetData></worksheet>`],
				['xl/worksheets/sheet1.xml', `<x:worksheet xmlns:x="s"><x:dataValidations><x:dataValidation><x:formula1>${code}</x:formula1></x:dataValidation></x:dataValidations></x:worksheet>`],
				['xl/workbook.xml', `<workbook xmlns="s"><definedNames><definedName name="contoh">${code}</definedName></definedNames></workbook>`],
				['xl/tables/table1.xml', `<table xmlns="s"><tableColumns><tableColumn><calculatedColumnFormula>${code}</calculatedColumnFormula></tableColumn></tableColumns></table>`]]
				.map(([name, content], at) => [`${formula.slice(-40)} in a workbook, place ${at}`, () => docxOf([{ name, content }]), found]);
		}),
	/* What a worksheet may hide a formula by, and how it may stand at the edge of a piece that is read. */
	...[['a formula in CDATA', '<f><![CDATA[DDE("a";"b";"c")]]></f>'], ['a formula with a comment in it', '<f>DD<!-- -->E(1)</f>'],
		['a formula with an instruction in it', '<f>D<?a b?>DE(1)</f>'], ['a formula in references to characters', '<f>&#68;DE(1)</f>'],
		['a bracket as a reference', '<f>RTD&#x28;1)</f>'], ['small letters', '<f>call("a")</f>']]
		.map(([what, formula]) => [what, sheetOf(`<row><c>${formula}</c></row>`), ['launch']]),
	...[['an apostrophe as an entity', '&apos;https://luar.example/[a.xlsx]S&apos;!A1'], ['another book by its address', "'[https://luar.example/a.xlsx]S'!A1"],
		['a file of a server', "'\\\\luar\\a\\[b.xlsx]S'!A1"]].map(([what, formula]) => [what, sheetOf(`<row><c><f>${formula}</f></c></row>`), ['external']]),
	...Array.from({ length: 30 }, (_, at) => [`a formula at the edge of a piece, ${at} bytes before it`,
		sheetOf(`<row><c><v>${'1'.repeat(16_384 - 100 + at)}</v></c><c><f>WEBSERVICE(A1)</f></c></row>`), ['external']]),
	['a formula in two bytes a letter', () => docxOf([{ name: 'xl/worksheets/sheet1.xml',
		content: Buffer.from('\ufeff<worksheet xmlns="s"><c><f>DDE(1)</f></c></worksheet>', 'utf16le') }]), ['launch']],
	['a formula at the very end, of a sheet that is cut off', () => docxOf([{ name: 'xl/worksheets/sheet1.xml', content: '<worksheet><c><f>A1|' }]), ['launch']],
	['a long calm sheet', sheetOf(`<row><c><f>SUM('Lembar Dua'!A1:A9)+IF(B1&gt;2,"ya","tidak")</f><v>1.5</v></c></row>`.repeat(3000)), []],
	['words of a cell that only sound like formulas', () => docxOf([{ name: 'xl/worksheets/sheet1.xml',
		content: '<worksheet xmlns="s"><c t="inlineStr"><is><t>DDE(contoh) | WEBSERVICE(contoh)</t></is></c></worksheet>' }]), []],
	['an object in an OpenDocument with DDE', () => docxOf([{ ...open('<office:dde-source office:dde-application="contoh"/>'), name: 'Object 1/content.xml' }]), ['launch']],
	['a button that starts a program', () => docxOf([{ name: 'ppt/slides/slide1.xml',
		content: '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick action="ppaction://program"/></p:sld>' }]), ['launch']],
	['a button that runs a macro', () => docxOf([{ name: 'ppt/slides/slide1.xml',
		content: '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick action="ppaction://macro?name=contoh"/></p:sld>' }]), ['javascript']],
	['a button that turns the page', () => docxOf([{ name: 'ppt/slides/slide1.xml',
		content: '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick action="ppaction://hlinkshowjump?jump=nextslide"/></p:sld>' }]), []],
	['an OpenDocument with a script at an event', () => docxOf([open('<script:event-listener script:event-name="dom:load" ' +
		'xlink:href="vnd.sun.star.script:contoh"/>')]), ['javascript']],
	['an OpenDocument with DDE', () => docxOf([open('<office:dde-source office:dde-application="contoh"/>')]), ['launch']],
	['an OpenDocument with a picture elsewhere', () => docxOf([open('<draw:image xlink:href="https://luar.example/a.png"/>')]), ['external']],
	['an OpenDocument with a picture of the reader\'s disk', () => docxOf([open('<draw:image xlink:href="file:///C:/a.png"/>')]), ['external']],
	['a field that links a workbook', () => docxOf([part(field('LINK Excel.Sheet.8 "C:\\\\contoh\\\\a.xls" R1C1 \\\\a'))]), ['external']],
	['a field that asks a database', () => docxOf([part(field('DATABASE \\\\d "C:\\\\contoh\\\\a.mdb"'))]), ['external']],
	['fields that bring in another file', () => docxOf([part(field('IMPORT "file://luar.example/a.png"') + field('RD "https://luar.example/a.docx"'))]), ['external']],
	['fields that only begin like those', () => docxOf([part(field('LINKED') + field('RDX') + field('HYPERLINK "https://luar.example/"'))]), []],
	['an OpenDocument with a link that runs a macro', () => docxOf([open('<text:a xlink:href="vnd.sun.star.script:contoh?language=Basic">x</text:a>')]),
		['javascript']],
	['a formula of DDE', () => docxOf([open('<table:table-cell xmlns:table="t" table:formula="of:=1+DDE(&quot;contoh&quot;;&quot;a&quot;;&quot;b&quot;)"/>')]), ['launch']],
	['a formula that asks the web', () => docxOf([open('<table:table-cell xmlns:table="t" table:formula="of:=WEBSERVICE(&quot;https://luar.example/&quot;)"/>')]),
		['external']],
	['formulas that only sound like those', () => docxOf([open('<table:table-cell xmlns:table="t" table:formula="of:=ADDE([.A1])+SUM([.B1])"/>')]), []],
	['an OpenDocument with links and pictures', () => docxOf([open('<text:a xlink:href="https://luar.example/">x</text:a>' +
		'<draw:image xlink:href="Pictures/a.png"/>')]), []],
	['a bomb by ratio', () => docxOf([{ name: 'word/media/a.emf', content: Buffer.alloc(4 << 20) }]), ['oversize']],
	['a bomb by size', () => overlapping(docxOf([{ name: 'word/media/a.emf', content: dense(8 << 20) }]), 180), ['oversize']],
	['two files in the same bytes', () => overlapping(docxOf([]), 2), ['oversize']],
	['a bomb by entries', () => zip(Array.from({ length: 20_001 }, (_, at) => ({ name: `${at}`, content: '', stored: true }))), ['oversize']],
	['a name that leads out', () => docxOf([{ name: 'word/../../../etc/cron.d/x', content: 'x' }]), ['unreadable']],
	['a name of another system', () => docxOf([{ name: '..\\..\\x.exe', content: 'x' }]), ['unreadable']],
	['a name that ends early', () => docxOf([{ name: 'word/a\0vbaProject.bin', content: 'x' }]), ['unreadable']],
	['names nested deep', () => docxOf([{ name: `${'a/'.repeat(200)}b.xml`, content: 'x' }]), []],
	['a name without end', () => docxOf([{ name: 'a'.repeat(600), content: 'x' }]), ['unreadable']],
	['a locked part', () => flagged(docxOf([{ name: 'word/rahasia.xml', content: 'x' }]), 'word/rahasia.xml'), ['locked']],
	['a part that does not unpack', () => {
		const bytes = docxOf([{ name: 'word/x.xml', content: 'contoh '.repeat(500) }]);
		bytes.fill(0xff, bytes.indexOf('word/x.xml') + 12, bytes.indexOf('word/x.xml') + 20);
		return bytes;
	}, ['unreadable']],
	['its first half', () => docxOf([]).subarray(0, 400), ['unreadable']],
];

/* ---- images ---------------------------------------------------------------------------------------- */

/** A JPEG that says it has this size; there is no picture in it. */
export function jpegOf(width, height, { end = true } = {}) {
	const frame = Buffer.from('ffd8ffe000104a46494600010100000100010000' + 'ffc0000b0800000000010111' + '00' +
		'ffda0008010100003f00' + 'aabbcc' + (end ? 'ffd9' : ''), 'hex');
	frame.writeUInt16BE(height, 25);
	frame.writeUInt16BE(width, 27);
	return frame;
}

/** A PNG that says it has this size. */
export function pngOf(width, height) {
	const bytes = Buffer.from(png('contoh'));
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

export const IMAGES = [
	['png', 'a plain one', () => png('contoh'), []],
	['png', 'a giant', () => pngOf(60_000, 60_000), ['oversize']],
	['png', 'a line without end', () => pngOf(0x7fffffff, 1), ['oversize']],
	['png', 'no height', () => pngOf(100, 0), ['unreadable']],
	['png', 'no end', () => png('contoh').subarray(0, -12), ['mended']],
	['png', 'no picture', () => png('contoh').subarray(0, 40), ['unreadable']],
	['jpg', 'a plain one', () => jpegOf(1000, 1000), []],
	['jpg', 'a giant', () => jpegOf(65_000, 65_000), ['oversize']],
	['jpg', 'no width', () => jpegOf(0, 1000), ['unreadable']],
	['jpg', 'no end', () => jpegOf(1000, 1000, { end: false }), ['mended']],
	['jpg', 'no frame', () => jpegOf(1000, 1000).subarray(0, 21), ['unreadable']],
];
