// SPDX-License-Identifier: ISC
//
// What can be seen as a table can be had as a workbook and as CSV, and both say what the page says.
// Goes wherever a link leads, as each role, as tests/html/pages.test.mjs does.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sheets } from './books.mjs';
import { startStack } from './harness.mjs';
import { shapeOf, walk } from './walk.mjs';

const ROLES = ['operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant'];

/* Pages with a table of which there is no file, and why. */
const WITHOUT = new Map([
	['/', 'the first page, before anybody has signed in'],
	['/portal/', 'the same'],
	['/portal/data', 'each row is its own files'],
	['/portal/service', 'what the law says, not records'],
	['/portal/region/N/N', 'the public has the contract of the data: JSON and CSV'],
	['/portal/agency/N', 'what the files of its region hold, by year'],
	['/portal/agency/N/N/why', 'sentences about the figures that the files of its region hold'],
	['/report/agency/N/why', 'sentences about what the file of the report holds'],
	['/report/agency/N/lift', 'advice that is computed anew each time'],
	['/report/region/N/lift', 'the same of a region'],
	['/service/letters/ending', 'those of the register of letters, whose file says until when each counts'],
	['/service/assist', 'one’s own: the agency has a file of all applications'],
	['/consultation/team', 'who answers for which field, as its form has it'],
	['/paper/letterhead/N', 'a form, with the example of a letter below it'],
	['/report/overview', 'who lags of the last year: the report has all of them'],
	['/account/', 'the first page'],
	['/account/start', 'the first page'],
	['/account/devices', 'one\'s own browsers, to be signed out'],
	['/account/history', 'one\'s own sign-ins, with the addresses of one\'s line'],
	['/paper/N', 'a paper has its own files: every table as XLSX and CSV, the whole as ODT and DOCX'],
	['/paper/cycle/N/draft/*', 'a paper that nobody has issued yet'],
	['/paper/agency/N/blank', 'a form to be printed and written on'],
	['/paper/', 'a choice of periods: the list of /report/ has them'],
	['/signoff/N/form', 'the paper that is signed'],
	['/signoff/N/', 'one signed form with its checks'],
	['/activity/N', 'one activity with its papers, which the list of documents has'],
	['/activity/N/paper/attendance', 'a paper; those who were there have files on their page'],
	['/activity/N/paper/recap', 'a paper of the trainings of a year'],
	['/activity/N/paper/report', 'a paper of one activity'],
	['/forum/', 'what everybody may read: a few at a time, each with its page'],
	['/forum/N', 'the counts of a result, which stand in its report'],
	['/forum/desk/', 'a few consultations of an agency; the opinions of each have files on their page'],
	['/forum/desk/N/poster', 'a choice of posters'],
	['/forum/desk/N/report', 'a paper; the opinions have files on their page'],
	['/service/', 'what waits today; each letter and enterprise that comes of it is in the files of their lists'],
	['/service/services', 'the few services of an agency, each a page'],
	['/plan/N/paper', 'a paper; the steps have files on the page of the plan'],
	['/plan/wall', 'what stands there today: /plan/ and /verify/ have the files'],
	['/inventory/N', 'what was counted of one: the newest figure is in the file of /inventory/'],
	['/inventory/wall', 'what stands there today: /inventory/ has the files'],
	['/inventory/budget', 'a line for each year, in the report as well'],
	['/schedule/N/', 'seven steps of one agency: the calendar of /schedule/ has their days'],
	['/verify/division', 'a form to be ticked: who judges which stands in the file of /verify/'],
	['/verify/N/N', 'one answer, with the fields to judge it'],
	['/report/region/N/publish', 'a question before it is done; the figures have files on the page before'],
	['/questionnaire/', 'the answers have a file on the page of each period'],
	['/questionnaire/other', 'a choice: each assessment has its own files'],
	['/questionnaire/other/N/paper', 'a paper; the assessment has files on its page'],
	['/questionnaire/other/N/N', 'a part of one assessment, which has files on its page'],
	['/questionnaire/N/duties', 'a form: who works on what is chosen there'],
	['/cycle/', 'an overview that leads to the lists'],
	['/cycle/cycles/N', 'seven steps of one cycle: /schedule/ has them'],
	['/cycle/cycles/N/plan', 'a form: days to be typed'],
	['/cycle/cycles/N/open', 'a question before it is done'],
	['/cycle/cycles/new', 'a form'],
	['/cycle/agencies/N', 'one agency: its accounts are in the file of /cycle/accounts'],
	['/cycle/accounts/N/agencies', 'a form: which agencies one person serves'],
	['/cycle/regions/N', 'one region'],
	['/cycle/instruments/N', 'its own files: workbook, CSV and JSON that can be loaded again'],
	['/cycle/instruments/N/N', 'a part of it'],
]);

/* Lists that are no <table>, and have files all the same. */
const LISTS = ['/report/', '/signoff/', '/report/region/N/gaps', '/questionnaire/N/'];

/* Cells that a page says otherwise, or does not say: by file and head of column. */
const OTHERWISE = [
	/* those that an import takes: as it wants them */
	[/\/holidays\/table|\/cycle\/(agencies|accounts)\/table/, /./],
	[/\/instruments\/\d+\/table/, /./],	/* instrument.test.mjs */
	[/\/questionnaire\/other\/\d+\/table/, /^(Variabel|Nilai)$/],	/* above the table, and not told */
	[/\/answers\./, /./],	/* answers.test.mjs */
	/* a region's people see its name above the list */
	[/\/verify\/(checklist\/)?table/, /^Daerah$/],
	[/\/upload\/table/, /^Perangkat daerah$/],
	/* below the table, each variable with its words */
	[/\/report\/agency\/\d+\/table/, /^(Penjelasan|Catatan|Rekomendasi)/],
	[/\/activity\/table/, /^(Mulai|Selesai|Jam|Penyelenggara|Perangkat daerah)/],
	[/\/participants\/table/, /^Tanda tangan$/],
	/* on the page each question stands before what was said to it */
	[/\/opinions\/table/, /^Jawaban pertanyaan$/],
	/* the first sheet is the register as an import takes it, with what the page of each one says */
	[/\/inventory\/table/, /./],
	[/\/enterprises\/table/, /^(NIK|NIB|NPWP|Telepon|Alamat|Pekerja|Golongan omzet|Produk|Sejak)$/],
	[/\/letters\/table/, /^Alasan$/],
	/* the figure of a stage without its word, and no counts */
	[/\/plan\/table/, /^(Identifikasi|Pemenuhan|Konsultasi|Verifikasi|Langkah|Selesai|Terlambat)$/],
	[/\/paper\/\w+\/\d+\/table/, /^(Nomor|Oleh|Status)$/],
];

let stack;
const found = new Map();	/* role: pages */
const compared = new Set();

const isFile = (href, ending) => new RegExp(`\\.${ending}(\\?|$)`).test(href) && !/\bbom=1/.test(href);
const filesOf = (page, ending) => page.all('main a[href]').map((link) => link.getAttribute('href')).filter((href) => isFile(href, ending));
const shape = (name) => shapeOf(new URL(name, 'http://x')).replace(/^\/matang/, '').replace(/\?.*/, '').replace(/draft\/\w+$/, 'draft/*');
const tidy = (text) => text.replace(/\s+/g, ' ').trim();
/* A number is one, however it is written: 84,4 on a page and in CSV, 84.4 in a workbook. */
function plain(cell) {
	const text = tidy(String(cell).replace(typeof cell === 'number' ? '.' : /$^/, ',')).replace(/^'(?=[=+@\t-])/, '')
		.replace(/^\+(?=\d)/, '').replace(/^−(?=\d)/, '-');
	return /^-?\d+,\d+$/.test(text) ? String(Number(text.replace(',', '.'))) : text;
}

function records(text) {
	const rows = [[]];
	for (const [whole, value, end] of text.replace(/^\ufeff/, '').matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/g)) {
		if (whole === '')
			break;
		rows.at(-1).push(value.startsWith('"') ? value.slice(1, -1).replace(/""/g, '"') : value);
		if (end !== ',')
			rows.push([]);
	}
	return rows.filter((row) => row.length);
}

before(async () => {
	stack = await startStack({ data: true });
	for (const role of ROLES) {
		const client = await stack.signedIn({ role });
		found.set(role, { client, pages: (await walk(client)).pages });
	}
});
after(() => stack?.stop());

for (const role of ROLES)
	describe(role, () => {
		it('has a file of each table, or there is a reason', () => {
			const bare = found.get(role).pages.filter(({ name, page }) => !WITHOUT.has(shape(name)) &&
				page.all('main table').some((table) => !table.closest('.matang-picture') && !table.closest('form')) &&
				!(filesOf(page, 'xlsx').length && filesOf(page, 'csv').length)).map(({ name }) => name);
			assert.deepEqual(bare, []);
		});

		it('has a file of each list', () => {
			const bare = found.get(role).pages.filter(({ name, page }) => LISTS.includes(shape(name)) &&
				!page.one('.matang-empty') && !(filesOf(page, 'xlsx').length && filesOf(page, 'csv').length)).map(({ name }) => name);
			assert.deepEqual(bare, []);
		});

		it('reads in the files what the page says', async () => {
			const { client, pages } = found.get(role);
			for (const { name, page } of pages.filter((one) => !/[?&](page|before)=/.test(one.name)))
				for (const found of filesOf(page, 'csv').filter((one) => filesOf(page, 'xlsx').includes(one.replace('.csv', '.xlsx')) &&
					!/\/portal\/data\//.test(one)))	/* a contract: published.test.mjs */ {
					/* Of one shape one is enough, for those of an agency and for those of a region. */
					const kind = `${/operator|head/.test(role)} ${shape(found.replace(/\?.*/, ''))}`;
					if (compared.has(kind))
						continue;
					compared.add(kind);
					/* What is taken out here is an event itself. */
					const href = /\/events\//.test(found) ? found.replace(/\?.*|$/, '?kind=refusal') : found;
					const csv = await client.get(href), book = await client.get(href.replace('.csv', '.xlsx'));
					assert.equal(csv.status, 200, href);
					assert.equal(book.status, 200, href);
					assert.match(csv.headers['content-type'], /^text\/csv/);
					assert.match(csv.headers['content-disposition'], /^attachment; filename="[\w.-]+\.csv"/);
					const marked = await client.get(href.replace(/\.csv\??/, '.csv?bom=1&').replace(/&$/, ''));
					assert.equal(marked.text, `\ufeff${csv.text}`, `${href}: Excel knows its letters`);
					const [head, ...rows] = records(csv.text);
					if (!/\/data\./.test(href)) {	/* of the contract: report.test.mjs */
						assert.deepEqual(sheets(book.body)[0].rows.map((row) => row.map(plain)), [head, ...rows].map((row) => row.map(plain)), href);
						compare(name, href, page, head, rows);
					}
				}
		});
	});

/* Each record stands somewhere on the page, all its cells together. */
function compare(name, href, page, head, rows) {
	const places = page.all('main tr, main li, main section, main table').map((one) => `${page.words('.govuk-caption-l, .matang-caption, main h1')} ${one.words}`);
	const kept = head.map((label) => !OTHERWISE.some(([file, column]) => file.test(href) && column.test(label)));
	const shown = rows.slice(0, 20).filter((row) => row.some((cell) => cell !== ''));
	for (const row of shown) {
		const cells = row.filter((cell, at) => kept[at] && cell !== '').map((cell) => tidy(cell).replace(/^'(?=[=+@-])/, ''));
		assert.ok(cells.length === 0 || places.some((words) => cells.every((cell) => words.includes(cell))),
			`${name} does not say what ${href} says: ${JSON.stringify(cells)}`);
	}
}
