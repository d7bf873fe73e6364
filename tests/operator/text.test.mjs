// SPDX-License-Identifier: ISC
//
// The background run takes the text out of files: what comes out of each kind, what is made of files
// that lie, hide or explode, and that nothing is done twice or lost.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { settle } from '../web/city.mjs';
import { docx, odt, pdf, png, pptx, xlsx, zip } from '../web/files.mjs';
import { startStack } from '../web/harness.mjs';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const TYPES = { pdf: 'application/pdf', png: 'image/png', docx: `${OOXML}.wordprocessingml.document`,
	xlsx: `${OOXML}.spreadsheetml.sheet`, pptx: `${OOXML}.presentationml.presentation`,
	odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet' };
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
	'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
	'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';

let stack;

before(async () => {
	stack = await startStack();
	settle(stack);
});
after(() => stack?.stop());
beforeEach(() => stack.sql('DELETE FROM file_text; DELETE FROM revision; DELETE FROM document;'));

/** A stored file, as an upload leaves it; the key of its revision. */
function store(kind, bytes, { agency = 1, more = '' } = {}) {
	const sum = createHash('sha256').update(bytes).digest('hex');
	const { n } = stack.sql('SELECT COALESCE(MAX(id), 0) + 1 AS n FROM document')[0];
	const name = createHash('md5').update(`${n} ${sum}`).digest('hex');
	mkdirSync(path.join(stack.files, name.slice(0, 2)), { recursive: true });
	writeFileSync(path.join(stack.files, name.slice(0, 2), name), bytes);
	return Number(stack.sql(`
		INSERT INTO document (agency_id, title, kind, created_at, created_by)
		VALUES (${agency}, 'Contoh', 'laporan', UTC_TIMESTAMP(3), 1);
		INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		VALUES (LAST_INSERT_ID(), 1, UNHEX('${sum}'), ${bytes.length}, '${TYPES[kind]}', 'contoh', '${name.slice(0, 2)}/${name}',
			UTC_TIMESTAMP(3), 1);
		SET @id = LAST_INSERT_ID(); ${more}
		SELECT @id AS id`)[0].id);
}

const row = (id) => stack.sql(`SELECT r.text_state AS state, t.body, t.cut, t.scope, r.stored_name AS name,
	r.text_after AS later FROM revision r JOIN document d ON d.id = r.document_id
	LEFT JOIN file_text t ON t.sha256 = r.sha256 AND t.agency_id = d.agency_id WHERE r.id = ${id}`)[0];

function work(status = 0) {
	const run = stack.matang(['work', 'text']);
	assert.equal(run.status, status, run.stdout + run.stderr);
	return run.stdout;
}

const SHARED = ['Nama jabatan', '<r><t>Analis</t></r><r><t xml:space="preserve"> kebijakan</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'];
const workbook = () => zip([
	{ name: '[Content_Types].xml', content: '<Types/>' },
	{ name: 'xl/sharedStrings.xml', content: `<sst ${S}>${SHARED.map((one) => `<si>${one.startsWith('<') ? one :
		`<t>${one}</t>`}</si>`).join('')}</sst>` },
	{ name: 'xl/worksheets/sheet1.xml', content: `<worksheet ${S}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>` +
		'<c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><f>1+1</f><v>2026</v></c><c r="B2" t="s"><v>99</v></c>' +
		'<c r="C2" t="inlineStr"><is><t>sisipan</t></is></c></row></sheetData></worksheet>' },
	{ name: 'xl/worksheets/sheet3.xml', content: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/` +
		'2006/main"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>' },
]);

describe('what comes out of', () => {
	const kinds = [
		['pdf', pdf('Laporan (kinerja) 2026'), 'Laporan (kinerja) 2026'],
		['docx', docx('Satu</w:t></w:r><w:r><w:tab/><w:t>dua &amp; tiga</w:t><w:br/><w:t>empat</w:t></w:r></w:p>' +
			'<w:p><w:del><w:r><w:delText>dihapus</w:delText></w:r></w:del><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>' +
			'<w:r><w:t>lima'), 'Satu\tdua & tiga\nempat\nlima'],
		['docx', zip([{ name: 'word/document.xml', content: `<w:document ${W}><w:t>a\u00ad\u200bb\u00a0 c \u202e ĉ 语</w:t></w:document>` }]),
			'ab c ĉ 语'],
		/* A letter: its head, a box that is told twice, a field to fill in, what was moved, notes and copies. */
		['docx', zip([{ name: 'word/document.xml', content: `<w:document ${W} xmlns:mc="m"><w:p><mc:AlternateContent><mc:Choice>` +
			'<w:txbxContent><w:p><w:r><w:t>Nomor 800/12/2026</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>' +
			'<w:txbxContent><w:p><w:r><w:t>Nomor 800/12/2026</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>' +
			'<w:sdt><w:sdtContent><w:p><w:r><w:t>Hal undangan</w:t></w:r></w:p></w:sdtContent></w:sdt>' +
			'<w:p><w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom></w:p></w:document>' },
		...[['header1', 'hdr', 'Pemerintah Kota Contoh'], ['footer1', 'ftr', 'Tembusan arsip'], ['footnotes', 'footnotes', 'Dasar hukum'],
			['endnotes', 'endnotes', 'Lampiran']].map(([name, root, text]) => ({ name: `word/${name}.xml`,
			content: `<w:${root} ${W}><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:${root}>` }))]),
		'Pemerintah Kota Contoh\n\nNomor 800/12/2026\n\nHal undangan\n\nDasar hukum\n\nLampiran\n\nTembusan arsip'],
		['odt', zip([{ name: 'content.xml', content: `<office:document-content ${ODF}><office:body><text:p>Isi surat</text:p></office:body></office:document-content>` },
			{ name: 'styles.xml', content: `<office:document-styles ${ODF}><office:master-styles><style:header xmlns:style="s"><text:p>Kepala surat</text:p></style:header></office:master-styles></office:document-styles>` }]),
		'Isi surat\n\nKepala surat'],
		['xlsx', workbook(), 'Nama jabatan\tAnalis kebijakan\n2026\tsisipan\n\nNama jabatan'],
		['xlsx', xlsx('Rekapitulasi'), 'Rekapitulasi'],
		['pptx', zip([1, 2, 12].map((n) => ({ name: `ppt/slides/slide${n}.xml`, content: '<p:sld xmlns:p="p" xmlns:a="a">' +
			`<a:p><a:r><a:t>Salindia ${n}</a:t></a:r></a:p></p:sld>` }))), 'Salindia 1\n\nSalindia 2\n\nSalindia 12'],
		['odt', odt('Judul<text:s/>jarak<text:line-break/>baris<text:tab/>sela'), 'Judul jarak\nbaris\tsela'],
		['ods', zip([{ name: 'content.xml', content: `<office:document-content ${ODF}><office:body><table:table-cell>` +
			'<text:p>sel satu</text:p></table:table-cell></office:body></office:document-content>' }]), 'sel satu'],
	];
	for (const [at, [kind, bytes, text]] of kinds.entries())
		it(`${kind}, number ${at + 1}`, () => {
			const id = store(kind, bytes);
			assert.match(work(), /^text: 1 searchable/m);
			assert.deepEqual({ ...row(id), name: 0 }, { state: 'taken', body: text, cut: '0', scope: 'agency1 region2', name: 0,
				later: null });
		});

	it('a picture, a scan, an empty file: nothing, which is kept in mind', () => {
		const ids = [store('png', png()), store('pdf', pdf('')), store('pptx', pptx())];
		assert.match(work(), /0 searchable .*, 3 without text, 0 unreadable/);
		assert.deepEqual(ids.map((id) => row(id).state), ['empty', 'empty', 'empty']);
		assert.match(work(), /nothing to do/);
	});

	it('more than is kept: the beginning', () => {
		const id = store('docx', docx(Array.from({ length: 60000 }, (_, at) => `kata${at} lagi`).join(' ')));
		work();
		const { body, cut } = row(id);
		assert.equal(cut, '1');
		assert.ok(body.length > 524_000 && body.length <= 524_288, String(body.length));
	});
});

describe('files that are not what they should be', () => {
	const deep = '<w:p>'.repeat(200_000);
	const hostile = [
		['no PDF at all', 'pdf', Buffer.from('%PDF-1.7\nrusak'), 'unreadable'],
		['a PDF cut off', 'pdf', pdf('terpotong').subarray(0, 200), 'unreadable'],
		['no archive', 'docx', Buffer.from('bukan arsip'), 'unreadable'],
		['an archive cut off', 'xlsx', workbook().subarray(0, 300), 'unreadable'],
		['a part that is missing', 'docx', zip([{ name: 'lain.xml', content: '<a/>' }]), 'empty'],
		['XML cut off', 'odt', zip([{ name: 'content.xml', content: `<office:x ${ODF}><text:p>sebagian` }]), 'taken'],
		['entities', 'docx', zip([{ name: 'word/document.xml', content: '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' +
			`<w:document ${W}><w:t>&b;</w:t></w:document>` }]), 'unreadable'],
		['elements in elements', 'docx', zip([{ name: 'word/document.xml', content: `<w:document ${W}>${deep}` }]), 'unreadable'],
		['200 MB in 200 kB', 'docx', zip([{ name: 'word/document.xml', content: Buffer.concat([Buffer.from(
			`<w:document ${W}><w:t>`), Buffer.alloc(200 << 20, ' ')]) }]), 'unreadable'],
		['a string that is not there', 'xlsx', zip([{ name: 'xl/worksheets/sheet1.xml', content: `<worksheet ${S}><c t="s"><v>` +
			'99999999999999999999</v></c></worksheet>' }]), 'empty'],
		['a PDF whose pages go in circles', 'pdf', Buffer.from(pdf('lingkar').toString('latin1').replace('/Kids[3 0 R]',
			'/Kids[2 0 R]'), 'latin1'), null],
	];
	for (const [name, kind, bytes, state] of hostile)
		it(name, () => {
			const id = store(kind, bytes);
			const began = Date.now();
			work();
			assert.ok(Date.now() - began < 25_000);
			if (state)
				assert.equal(row(id).state, state);
			assert.notEqual(row(id).state, 'none');
		});

	it('what is infected is not opened', () => {
		const id = store('docx', docx('terinfeksi'), { more: `UPDATE revision SET scan = 'infected', scanned_at = created_at,
			scan_finding = 'Contoh' WHERE id = @id;` });
		assert.match(work(), /nothing to do/);
		assert.equal(row(id).state, 'none');
	});

	it('a file that vanished is told, and taken when it is back', () => {
		const id = store('docx', docx('hilang'));
		const place = path.join(stack.files, row(id).name);
		renameSync(place, `${place}-`);
		assert.match(work(1), new RegExp(`revision ${id}: its file .* cannot be read`));
		assert.match(work(), /nothing to do/);
		renameSync(`${place}-`, place);
		stack.sql(`UPDATE revision SET text_after = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ${id}`);
		work();
		assert.equal(row(id).state, 'taken');
	});
});

describe('the run', () => {
	it('takes the same content once, for each agency that has it', () => {
		const ids = [1, 1, 2].map((agency) => store('docx', docx('sama'), { agency }));
		assert.match(work(), /3 searchable \(2 of them the same content once more\)/);
		assert.deepEqual(ids.map((id) => row(id).scope), ['agency1 region2', 'agency1 region2', 'agency2 region2']);
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM file_text')[0].n, '2');
	});

	it('leaves PDF waiting where the host has no pdftotext', () => {
		const ids = [store('pdf', pdf('menunggu')), store('docx', docx('tidak menunggu'))];
		const run = spawnSync(path.join(stack.build, 'bin/matang'), ['work', 'text'],
			{ encoding: 'utf8', env: { MATANG_CONFIG: stack.config, PATH: '/nonexistent' } });
		assert.equal(run.status, 0, run.stderr);
		assert.match(run.stdout, /1 PDF wait for pdftotext \(package poppler-utils\)/);
		assert.deepEqual(ids.map((id) => row(id).state), ['none', 'taken']);
		work();
		assert.equal(row(ids[0]).state, 'taken');
	});

	it('of a killed run is taken up when its claim has lapsed', () => {
		const id = store('docx', docx('terhenti'), { more: 'UPDATE revision SET text_after = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR;' });
		assert.match(work(), /nothing to do/);
		stack.sql(`UPDATE revision SET text_after = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ${id}`);
		assert.match(work(), /1 searchable/);
	});

	it('twice at once, as from two hosts, shares the work', async () => {
		for (let at = 0; at < 40; at++)
			store('docx', docx(`berdua ${at % 30}`), { agency: 1 + at % 2 });
		const second = path.join(stack.var, 'second');
		cpSync(stack.files, second, { recursive: true });
		const config = path.join(stack.var, 'second.conf');
		writeFileSync(config, readFileSync(stack.config, 'utf8').replace(/^files_dir .*$/m, `files_dir ${second}`));
		const runs = [stack.config, config].map((MATANG_CONFIG) => {
			const child = spawn(path.join(stack.build, 'bin/matang'), ['work', 'text'], { env: { ...process.env, MATANG_CONFIG } });
			let words = '';
			child.stdout.on('data', (chunk) => { words += chunk; });
			child.stderr.on('data', (chunk) => { words += chunk; });
			return once(child, 'close').then(([status]) => ({ status, words }));
		});
		const answers = await Promise.all(runs);
		rmSync(second, { recursive: true });
		assert.deepEqual(answers.map((one) => one.status), [0, 0], JSON.stringify(answers));
		const taken = answers.map((one) => Number(/(\d+) searchable/.exec(one.words)?.[1] ?? 0));
		assert.equal(taken[0] + taken[1], 40, JSON.stringify(answers));
		assert.equal(stack.sql("SELECT COUNT(*) AS n FROM revision WHERE text_state <> 'taken'")[0].n, '0');
	});
});

describe('a machine reads', () => {
	/* A page of words as a picture, painted by poppler: [PNG, a PDF that is nothing but it]. */
	function scan(words) {
		const page = pdf(words);
		const { stdout } = spawnSync('pdftoppm', ['-r', '150', '-png', '-'], { input: page });
		const jpeg = spawnSync('pdftoppm', ['-r', '150', '-jpeg', '-'], { input: page }).stdout;
		const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
		const [high, wide] = [jpeg.readUInt16BE(frame + 5), jpeg.readUInt16BE(frame + 7)];
		const parts = [Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n' +
			'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>endobj\n' +
			'4 0 obj<</Length 28>>stream\nq 595 0 0 842 0 0 cm /P Do Q\nendstream endobj\n' +
			`5 0 obj<</Type/XObject/Subtype/Image/Width ${wide}/Height ${high}/BitsPerComponent 8/ColorSpace/DeviceRGB` +
			`/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`), jpeg, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n')];
		return [stdout, Buffer.concat(parts)];
	}
	const read = () => {
		const run = stack.matang(['work', 'read']);
		assert.equal(run.status, 0, run.stdout + run.stderr);
		return run.stdout;
	};
	const machine = (id) => stack.sql(`SELECT t.machine_read AS n FROM file_text t JOIN revision r ON r.sha256 = t.sha256 WHERE r.id = ${id}`)[0]?.n;

	it('pictures and scans that have no text, and says that it did', () => {
		const [picture, scanned] = scan('Laporan Kepegawaian Daerah');
		const ids = [store('png', picture), store('pdf', scanned)], silent = store('png', png('contoh'));
		work();
		assert.deepEqual([...ids, silent].map((id) => row(id).state), ['empty', 'empty', 'empty']);
		assert.match(read(), /^read: 2 pictures and scans read by machine, 1 say nothing$/m);
		for (const id of ids) {
			assert.equal(row(id).state, 'taken');
			assert.match(row(id).body, /Laporan Kepegawaian Daerah/);
			assert.equal(machine(id), '1');
		}
		assert.equal(row(silent).state, 'blank');
		assert.match(read(), /nothing to do/);
	});

	it('nothing where the host has no Tesseract', () => {
		store('png', png('contoh lain'));
		work();
		const run = stack.matang(['work', 'read'], { env: { PATH: '/nonexistent' } });
		assert.match(run.stdout, /no Tesseract with Indonesian/);
		assert.equal(run.status, 0);
	});
});
