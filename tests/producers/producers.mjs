// SPDX-License-Identifier: ISC
//
// Lists and texts by as many programs as are there: those of Debian by their commands, those of npm where
// `npm install` was done in this folder. A producer that is not there is null. Each writes `rows` of texts,
// numbers and days (Date, midnight in UTC), or a text of some paragraphs, and gives the bytes.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const HERE = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const require = createRequire(`${process.env.MATANG_PRODUCERS ?? HERE}/`);

function library(name) {
	try {
		return require(name);
	} catch {
		return null;
	}
}

function isThere(command, library) {
	try {
		accessSync(`/usr/bin/${command}`, constants.X_OK);
	} catch {
		return false;
	}
	return !library || spawnSync(`/usr/bin/${command}`, ['-c', `import ${library}`]).status === 0;
}

/* In a folder of its own: given is written there, and what is made is read. */
function byCommand(command, args, { given = {}, made, input, env = {} }) {
	const dir = mkdtempSync(path.join(tmpdir(), 'matang-producer-'));
	try {
		for (const [name, content] of Object.entries(given))
			writeFileSync(path.join(dir, name), content);
		const run = spawnSync(`/usr/bin/${command}`, args, { cwd: dir, input, encoding: 'utf8', timeout: 120000,
			env: { ...process.env, HOME: dir, ...env } });
		if (run.status !== 0)
			throw new Error(`${command} ${args.join(' ')}: ${run.error ?? run.stderr}`);
		return readFileSync(path.join(dir, made));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

const day = (date) => date.toISOString().slice(0, 10);
const cell = (value) => value instanceof Date ? day(value) : `"${String(value).replaceAll('"', '""')}"`;
const csv = (rows) => rows.map((row) => row.map((value) => typeof value === 'number' ? value : cell(value)).join(',')).join('\n') + '\n';
const json = (rows) => JSON.stringify(rows.map((row) => row.map((value) => value instanceof Date ? { day: day(value) } : value)));

const PYTHON = {
	openpyxl: `
import json, sys, datetime, openpyxl
book = openpyxl.Workbook()
for row in json.load(sys.stdin):
    book.active.append([datetime.date.fromisoformat(c["day"]) if isinstance(c, dict) else c for c in row])
book.save("a.xlsx")`,
	xlsxwriter: `
import json, sys, datetime, xlsxwriter
book = xlsxwriter.Workbook("a.xlsx")
sheet, date = book.add_worksheet(), book.add_format({"num_format": "d mmmm yyyy"})
for r, row in enumerate(json.load(sys.stdin)):
    for c, value in enumerate(row):
        if isinstance(value, dict):
            sheet.write_datetime(r, c, datetime.datetime.fromisoformat(value["day"]), date)
        else:
            sheet.write(r, c, value)
book.close()`,
	odf: `
import json, sys
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow, TableCell
from odf.text import P
book = OpenDocumentSpreadsheet()
sheet = Table(name="Daftar")
for row in json.load(sys.stdin):
    line = TableRow()
    for value in row:
        if isinstance(value, dict):
            cell = TableCell(valuetype="date", datevalue=value["day"])
            cell.addElement(P(text=value["day"]))
        elif isinstance(value, str):
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
        else:
            cell = TableCell(valuetype="float", value=str(value))
            cell.addElement(P(text=str(value)))
        line.addElement(cell)
    sheet.addElement(line)
book.spreadsheet.addElement(sheet)
book.save("a.ods")`,
};

const python = (name, made) => isThere('python3', name) &&
	((rows) => byCommand('python3', ['-c', PYTHON[name]], { input: json(rows), made }));
const libreoffice = (kind) => isThere('soffice') && ((rows) => byCommand('soffice',
	['--headless', '--convert-to', kind, '--infilter=CSV:44,34,76,1,,1033,false,true', 'a.csv'], { given: { 'a.csv': csv(rows) }, made: `a.${kind}` }));
const gnumeric = (kind, exporter) => isThere('ssconvert') && ((rows) => byCommand('ssconvert',
	[`--export-type=${exporter}`, 'a.csv', `a.${kind}`], { given: { 'a.csv': csv(rows) }, made: `a.${kind}`, env: { LC_ALL: 'C.UTF-8' } }));

function exceljs() {
	const ExcelJS = library('exceljs');
	return ExcelJS && (async (rows) => {
		const book = new ExcelJS.Workbook();
		book.addWorksheet('Daftar').addRows(rows);
		return Buffer.from(await book.xlsx.writeBuffer());
	});
}

function sheetjs(kind) {
	const XLSX = library('xlsx');
	return XLSX && ((rows) => {
		const book = XLSX.utils.book_new();
		XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { cellDates: true }), 'Daftar');
		return XLSX.write(book, { type: 'buffer', bookType: kind, cellDates: true });
	});
}

/** Who writes lists: [name, kind, (rows) => bytes, or a false value]. */
export const LISTS = [
	['openpyxl', 'xlsx', python('openpyxl', 'a.xlsx')],
	['XlsxWriter', 'xlsx', python('xlsxwriter', 'a.xlsx')],
	['odfpy', 'ods', python('odf', 'a.ods')],
	['LibreOffice', 'xlsx', libreoffice('xlsx')],
	['LibreOffice', 'ods', libreoffice('ods')],
	['LibreOffice', 'xls', libreoffice('xls')],
	['gnumeric', 'xlsx', gnumeric('xlsx', 'Gnumeric_Excel:xlsx')],
	['gnumeric', 'ods', gnumeric('ods', 'Gnumeric_OpenCalc:odf')],
	['gnumeric', 'xls', gnumeric('xls', 'Gnumeric_Excel:excel_biff8')],
	['exceljs', 'xlsx', exceljs()],
	['SheetJS', 'xlsx', sheetjs('xlsx')],
	['SheetJS', 'ods', sheetjs('ods')],
	['SheetJS', 'xls', sheetjs('biff8')],
];

const html = (paragraphs) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>a</title></head><body>${
	paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
const writer = (kind) => isThere('soffice') && ((paragraphs) => byCommand('soffice',
	['--headless', '--writer', '--convert-to', kind, 'a.html'], { given: { 'a.html': html(paragraphs) }, made: `a.${kind}` }));
const pandoc = (kind) => isThere('pandoc') && ((paragraphs) => byCommand('pandoc', ['-o', `a.${kind}`, 'a.md'],
	{ given: { 'a.md': paragraphs.join('\n\n') + '\n' }, made: `a.${kind}` }));
const abiword = (kind) => isThere('abiword') && ((paragraphs) => byCommand('abiword', [`--to=${kind}`, '-o', `a.${kind}`, 'a.html'],
	{ given: { 'a.html': html(paragraphs) }, made: `a.${kind}` }));

function docx() {
	const made = library('docx');
	return made && ((paragraphs) => made.Packer.toBuffer(new made.Document({ sections: [{
		children: paragraphs.map((text) => new made.Paragraph(text)) }] })));
}

function pptxgenjs() {
	const made = library('pptxgenjs');
	return made && (async (paragraphs) => {
		const slides = new (made.default ?? made)();
		paragraphs.forEach((text) => slides.addSlide().addText(text, { x: 1, y: 1, w: 8, h: 1 }));
		return slides.write({ outputType: 'nodebuffer' });
	});
}

function htmlToDocx() {
	const made = library('html-to-docx');
	return made && (async (paragraphs) => Buffer.from(await (made.default ?? made)(html(paragraphs))));
}

/** Who writes texts: [name, kind, (paragraphs) => bytes, or a false value]. */
export const TEXTS = [
	['LibreOffice', 'docx', writer('docx')],
	['LibreOffice', 'odt', writer('odt')],
	['LibreOffice', 'pdf', writer('pdf')],
	['pandoc', 'docx', pandoc('docx')],
	['pandoc', 'odt', pandoc('odt')],
	['pandoc', 'pptx', pandoc('pptx')],
	['AbiWord', 'odt', abiword('odt')],
	['AbiWord', 'docx', abiword('docx')],
	['docx', 'docx', docx()],
	['html-to-docx', 'docx', htmlToDocx()],
	['pptxgenjs', 'pptx', pptxgenjs()],
];
