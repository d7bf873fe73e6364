// SPDX-License-Identifier: ISC
//
// The demo's data, made the way people make them: an administrator sets up regions, agencies and
// cycles, operators fill in and upload, the city verifies, the province validates, heads sign, the
// team receives and reports. Nothing is inserted as a result; the 38 and the 47 of Balikpapan come
// out of the programs.
//
// All people and all agencies but one are invented and say so in their names. The levels and notes
// of the Dinas Koperasi, UMKM dan Perindustrian are the published ones of
// sql/reference/balikpapan-2025.csv.
//
//	MATANG_BASE      address of the stack
//	MATANG_BIN       the operator's command; MATANG_CONFIG is its configuration
//	MATANG_ACCOUNTS  where to write the list of accounts

import { deflateSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, totp } from '../tests/web/client.mjs';
import { answerGuest } from '../tests/web/guest.mjs';
import { csvRows } from '../tests/web/harness.mjs';
import { CITY, cityAgencies, cityRegister } from '../tests/web/register.mjs';

const { MATANG_BASE: BASE, MATANG_BIN: MATANG, MATANG_ACCOUNTS: ACCOUNTS } = process.env;
const REFERENCE = join(dirname(fileURLToPath(import.meta.url)), '../sql/reference');
const PASSWORD = 'contoh-matang-2026';
const VARIABLES = 11;

// ---- people ----------------------------------------------------------------------------------------

const accounts = [];	/* rows of the list */
const browsers = new Map();

function matang(args, input = '') {
	const run = spawnSync(MATANG, args, { input, encoding: 'utf8' });
	if (run.status !== 0)
		throw new Error(`matang ${args.join(' ')}: ${run.stderr || run.stdout}`);
}

function addUser({ username, role, name, region = '', agency = '', office = '' }) {
	const options = { username, role, name, region, agency, office };

	matang(['add-user', '--password-stdin', '--lasting', ...Object.entries(options)
		.filter(([, value]) => value).flatMap(([key, value]) => [`--${key}`, value])], `${PASSWORD}\n`);
	accounts.push({ role, region, agency, username, password: PASSWORD, totp_secret: '' });
}

async function as(username) {
	if (!browsers.has(username)) {
		const browser = new Client(BASE);
		await browser.signIn(accounts.find((one) => one.username === username));
		browsers.set(username, browser);
	}
	return browsers.get(username);
}

function writeAccounts() {
	const columns = ['role', 'region', 'agency', 'username', 'password', 'totp_secret'];
	const lines = accounts.map((one) => columns.map((column) => /[",]/.test(one[column]) ?
		`"${one[column].replace(/"/g, '""')}"` : one[column]).join(','));

	writeFileSync(ACCOUNTS, [columns.join(','), ...lines, ''].join('\n'), { mode: 0o644 });
}

// ---- the walk ----------------------------------------------------------------------------------------

/** A page that must be good; says what went wrong otherwise. */
function good(page) {
	if (page.status !== 200)
		throw new Error(`${page.status} at ${page.url}: ${page.heading} ${page.errors.join('; ')}`);
	return page;
}

async function fill(browser, path, fields, options) {
	return good(await browser.submit(good(await browser.get(path, { follow: true })), fields, options));
}

/** The value that a field offers under these words. */
function choice(page, name, words) {
	const option = page.all(`[name="${name}"] option`).find((one) => one.words.includes(words)) ??
		page.all(`input[name="${name}"]`).find((one) =>
			page.words(`label[for="${one.getAttribute('id')}"]`).includes(words));
	if (!option)
		throw new Error(`no "${words}" for ${name} at ${page.url}`);
	return option.getAttribute('value');
}

const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/* What documents of a dinas say, so that the search in files has something to find. */
const SENTENCES = [
	'Menimbang bahwa untuk meningkatkan mutu pelayanan publik perlu ditetapkan tim pelaksana.',
	'Rapat membahas capaian kinerja triwulan, hambatan, dan rencana tindak lanjut setiap bidang.',
	'Survei kepuasan masyarakat dilaksanakan dua kali setahun dan hasilnya dipublikasikan.',
	'Standar operasional prosedur ditinjau setiap tahun dan disosialisasikan kepada seluruh pegawai.',
	'Analisis jabatan dan analisis beban kerja menjadi dasar penyusunan kebutuhan pegawai.',
	'Risiko utama kegiatan dicatat dalam register risiko beserta rencana pengendaliannya.',
	'Pengaduan masyarakat ditindaklanjuti paling lama lima hari kerja melalui SP4N-LAPOR.',
	'Rencana pengembangan kompetensi memuat kebutuhan pelatihan untuk setiap jabatan.',
	'Inovasi pelayanan didokumentasikan sejak gagasan, uji coba, sampai penerapan.',
	'Nilai dasar BerAKHLAK diinternalisasikan melalui apel, media sosial, dan teladan pimpinan.',
	'Realisasi anggaran sampai akhir triwulan mencapai 78,4 persen dari pagu.',
	'Demikian dokumen contoh ini dibuat untuk demo Matang; isinya rekaan.',
];

/** One page of A4 with a title and some sentences, as an office program would export it. */
function pdf(title, more = []) {
	const plain = (line) => line.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/[\\()]/g, '\\$&');
	const seed = [...title].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7);
	const lines = [0, 3, 7].map((step) => SENTENCES[(seed + step) % (SENTENCES.length - 1)])
		.concat(more, SENTENCES.at(-1));
	const stream = `BT /F1 14 Tf 60 770 Td (${plain(title)}) Tj /F1 10 Tf 0 -12 Td ` +
		`${lines.map((line) => `0 -18 Td (${plain(line)}) Tj`).join(' ')} ET`;
	const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
		`<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
		'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
	let body = '%PDF-1.4\n';
	const places = objects.map((object, at) => {
		const place = body.length;
		body += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return String(place).padStart(10, '0');
	});
	return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${places.map((one) => `${one} 00000 n \n`).join('')}` +
		`trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`);
}

async function addRegion(fields) {
	const admin = await as('admin');
	const page = good(await admin.get('/cycle/regions/new'));

	await admin.submit(page, { ...fields, kind: choice(page, 'kind', fields.kind) }).then(good);
}

async function addAgency(region, name, short, head) {
	const admin = await as('admin');
	const page = good(await admin.get('/cycle/agencies/new'));

	good(await admin.submit(page, { region_id: choice(page, 'region_id', region), name, short_name: short,
		head_title: `Kepala ${name}`, head_name: head, head_rank: 'Pembina Tingkat I (contoh)',
		head_nip: `00000000000000${String(1000 + accounts.length)}` }));
}

/** Opens a cycle; returns nothing: people find their own assessments. */
async function openCycle(region, year, tier, start) {
	const admin = await as('admin');
	const form = good(await admin.get('/cycle/cycles/new'));
	/* The first answer shows the planned dates, the second keeps them. */
	let page = await admin.submit(form, { region_id: choice(form, 'region_id', region), year,
		instrument_id: choice(form, 'instrument_id', 'Permendagri 99/2018'), province_tier: tier ? '1' : '0',
		start_date: start, early_filling: '1' });
	if (page.one('input[name="seen"]'))
		page = await admin.submit(page, {}, { form: 'main form:has(input[name="seen"])' });
	page = good(await admin.get(`${good(page).url.replace(/[?#].*/, '')}/open`));
	/* Years that are over are asked about, and meant. */
	good(await admin.submit(page, page.one('[name=sure]') ? { sure: '1' } : {}));
}

/** Ticks everybody off the list of those to be told. */
async function tell(verifier, year, letter) {
	const browser = await as(verifier);
	let page = good(await browser.get('/cycle/notice', { follow: true }));

	if (!page.one('form[action$="/notified"]'))
		page = good(await browser.get(page.link(String(year)), { follow: true }));
	page = good(await browser.submit(page, { letter_number: letter }, { form: 'form[action$="/letter"]' }));
	const boxes = page.all('form[action$="/notified"]:not(#undo) input[type=checkbox]')
		.map((one) => [one.getAttribute('name'), '1']);
	good(await browser.submit(page, Object.fromEntries(boxes), { form: 'form[action$="/notified"]:not(#undo)' }));
}

/** Number of the open assessment of a person's own agency in a year. */
async function assessmentOf(operator, year) {
	const page = good(await (await as(operator)).get('/report/'));
	const link = page.all('main a[href*="/report/agency/"]').find((one) => one.words.includes(year));

	return Number(/(\d+)$/.exec(link.getAttribute('href'))[1]);
}

const words = [
	'Dilaksanakan tiap triwulan dan dibahas dalam rapat staf.',
	'Disusun bersama semua bidang dan ditetapkan kepala perangkat daerah.',
	'Sudah berjalan sejak awal tahun; hasilnya dipakai menyusun rencana berikutnya.',
];

/** Documents for every compulsory item of a variable up to a level. */
async function provide(browser, assessment, variable, level, year) {
	const page = good(await browser.get(`/questionnaire/${assessment}/${variable}`));

	for (const item of itemsOf(page, level)) {
		const title = `${item.title} ${year}`;
		const kind = kindOf(title), lasts = ['sop', 'keputusan'].includes(kind) ? 3 : 0;
		const done = await attach(browser, assessment, item.id, { title, kind, dated: `${year}-06-30`,
			period_from: `${year}-01-01`, period_until: `${year + lasts}-12-31`, number: `${item.id}/CONTOH/${year}` });
		/* What is told as unsigned until the operator says otherwise; variable 4 keeps one to show. */
		if (done.words().includes('Belum terlihat ditandatangani') && (variable !== 4 || year !== 2026))
			await fill(browser, done.link('Ubah keterangan'), { signed_by_hand: '1' });
	}
}

function kindOf(title) {
	const kinds = [[/sop/i, 'sop'], [/\bsk\b|keputusan|perwal|perbup/i, 'keputusan'], [/notul|undangan/i, 'notulen'],
		[/\bba\b|berita acara/i, 'berita_acara'], [/rencana|renja|renstra/i, 'rencana'], [/laporan|rekap/i, 'laporan'],
		[/perjanjian/i, 'perjanjian'], [/tangkapan/i, 'tangkapan_layar'], [/foto/i, 'foto'], [/surat/i, 'surat']];
	return (kinds.find(([pattern]) => pattern.test(title)) ?? [, 'lainnya'])[1];
}

/** Compulsory items of the levels up to one, as the page of the variable lists them. */
function itemsOf(page, level) {
	return page.all('.matang-documents details').slice(0, level)
		.flatMap((fold) => fold.querySelectorAll('.matang-item'))
		.filter((item) => !item.querySelector('.matang-item__title').words.includes('tidak wajib'))
		.map((item) => ({
			title: item.querySelector('.matang-item__title').words.replace(/^(Ada|Belum ada): /, ''),
			id: /attach-(\d+)/.exec(item.querySelector('button').getAttribute('name'))[1],
		}));
}

async function attach(browser, assessment, item, { title, ...fields }) {
	return fill(browser, `/upload/attach/${assessment}/${item}`, { title, ...fields,
		file: { filename: `${title}.pdf`, type: 'application/pdf', content: pdf(title) } },
	{ form: 'form:has(input[type=file])' });
}

/** A document in the library alone: what the library is for shows by it. */
async function keep(operator, fields, content) {
	const browser = await as(operator);
	const page = await browser.submit(good(await browser.get('/upload/new')), { ...fields,
		file: { filename: `${fields.title}.pdf`, type: 'application/pdf', content } },
	{ form: 'form:has(input[type=file])' });

	/* "Save it all the same", where the content is there already. */
	return good(page.one('input[name=same]') ?
		await browser.submit(page, {}, { form: 'form:has(input[name=same])' }) : page);
}

/** Two revisions to compare, the same file twice, and a decree that is over. */
async function fillLibrary(operator) {
	const browser = await as(operator);
	const plan = 'Rencana aksi peningkatan pelayanan';
	const page = await keep(operator, { title: plan, kind: 'rencana', number: '027/RA/CONTOH/2026' },
		pdf(plan, ['Target indeks kepuasan masyarakat tahun 2026 adalah 82.', 'Anggaran: Rp150.000.000.']));
	const minutes = 'Notulen rapat koordinasi triwulan I';

	good(await browser.submit(page, { file: { filename: 'rencana aksi (perbaikan).pdf', type: 'application/pdf',
		content: pdf(plan, ['Target indeks kepuasan masyarakat tahun 2026 adalah 85.', 'Anggaran: Rp150.000.000.',
			'Penanggung jawab: Sekretaris (contoh).']) } }, { form: 'form[action$="/revision"]' }));
	await keep(operator, { title: minutes, kind: 'notulen', number: '005/12/CONTOH/2026' }, pdf(minutes));
	await keep(operator, { title: `${minutes} (salinan)`, kind: 'notulen' }, pdf(minutes));
	await keep(operator, { title: 'SK tim pengelola pengaduan', kind: 'keputusan', number: '188/45/CONTOH/2023',
		dated: '2023-02-01', period_from: '2023-02-01', period_until: '2024-12-31' },
	pdf('SK tim pengelola pengaduan'));
}

/** The first item that a variable's page lists at a level. */
async function itemAt(browser, assessment, variable, level) {
	const page = good(await browser.get(`/questionnaire/${assessment}/${variable}`));
	const fold = page.all('.matang-documents details').find((one) => one.words.startsWith(`Tingkat ${['', 'I', 'II', 'III', 'IV', 'V'][level]}:`));

	return /attach-(\d+)/.exec(fold.querySelector('button[name^=attach-]').getAttribute('name'))[1];
}

/** Documents of which there is something to say, and some that are still to come. */
async function leaveLoose(operator, year) {
	const browser = await as(operator);
	const assessment = await assessmentOf(operator, year);
	const at = (variable, level) => itemAt(browser, assessment, variable, level);
	const old = await at(6, 2), away = await at(7, 2), risk = await at(8, 3), task = await at(8, 2);

	await attach(browser, assessment, old, { title: 'SK tim analisis kebijakan (lama)', kind: 'keputusan',
		dated: `${year - 3}-02-06`, number: `188/7/CONTOH/${year - 3}` });
	await attach(browser, assessment, await at(6, 3), { title: 'Perjanjian kerja sama kajian', kind: 'perjanjian',
		dated: `${year - 2}-01-15`, period_from: `${year - 2}-01-15`, period_until: `${year - 1}-01-14` });
	await fill(browser, `/upload/new/address?assessment=${assessment}&item=${away}`, { title: 'Folder standar harga satuan',
		kind: 'lainnya', outside_address: 'https://contoh.invalid/bit.ly/standar-harga' }, { form: 'form:has([name=outside_address])' });
	await attach(browser, assessment, await at(1, 2), { title: 'Renstra (satu berkas untuk semua)', kind: 'rencana',
		dated: `${year}-01-05` });
	const renstra = new URL(good(await browser.get(`/questionnaire/${assessment}/1`)).link('Renstra (satu berkas')).pathname;
	for (const variable of [2, 3, 5, 9]) {
		const page = good(await browser.get(`${renstra}/criteria?variable=${variable}`));
		const box = page.all('input[name^=item-]:not([disabled])')[0].getAttribute('name');
		good(await browser.submit(page, { [box]: '1' }, { form: 'form:has([name^=item-])' }));
	}
	await fill(browser, `/questionnaire/${assessment}/11`, { level: 3, explanation: words[2],
		overclaim_reason: 'Dokumennya masih dikumpulkan dari bidang-bidang.' }, { button: 'list' });
	await fill(browser, `/upload/pending/${assessment}/${risk}`, { title: 'SKP bulan terakhir sebelum verifikasi', due: day(5) });
	await fill(browser, `/upload/pending/${assessment}/${task}`, { title: 'SK Satgas RTP yang sudah ditandatangani', due: day(1) });
}

/** A team that waits for a document, and puts another where it belongs ("dialihkan ke indikator 5"). */
async function expect(verifier, operator, year) {
	const browser = await as(verifier), assessment = await assessmentOf(operator, year);
	const nine = good(await browser.get(`/verify/${assessment}/9`));
	const wanted = nine.one('.matang-checklist__item--missing button[name=pending]');

	if (wanted)
		await fill(browser, `/upload/pending/${assessment}/${wanted.getAttribute('value')}`, { title: 'LHE SAKIP dari Inspektorat', due: day(4) });
	const three = good(await browser.get(`/verify/${assessment}/3`));
	const link = three.one('button[name=move]').getAttribute('value');
	const page = good(await browser.get(`/upload/link/${link}/move?variable=5`));
	const free = page.all('input[name=item]:not([disabled])')[2].getAttribute('value');

	good(await browser.submit(page, { item: free, reason: 'Isinya rencana pengembangan pegawai, jadi bukti untuk indikator 5.' },
		{ form: 'form:has([name=reason])' }));
}

/** One answer: documents first, so that the claim is supported; then the words. */
async function answer(browser, assessment, variable, { level, documented = level, explanation, reason }, year) {
	await provide(browser, assessment, variable, documented, year);
	await fill(browser, `/questionnaire/${assessment}/${variable}`, { level, explanation:
		explanation ?? words[variable % words.length], ...(reason ? { overclaim_reason: reason } : {}) },
	{ button: 'list' });
}

async function submit(browser, assessment) {
	await fill(browser, `/questionnaire/${assessment}/check`, { statement: '1' },
		{ form: 'form:has([name=statement])' });
}

/** One tier's say on one variable: every document accepted, then level, reason, recommendation. */
async function judge(browser, assessment, variable, { level, reason, recommendation }) {
	let page = good(await browser.get(`/verify/${assessment}/${variable}`));

	if (page.one('button[value=accept]'))
		page = good(await browser.submit(page, {}, { form: 'form:has([name=version])', button: 'accept' }));
	page = good(await browser.get(`/verify/${assessment}/${variable}`));
	const accepted = ['I', 'II', 'III', 'IV', 'V'].indexOf(/Didukung \(diterima\) ?([IV]+)/.exec(page.words())?.[1]) + 1;
	reason ||= level > Math.max(1, accepted) ? 'Diperiksa bersama di tempat; dokumen tertulisnya menyusul.' : '';
	good(await browser.submit(page, { level, reason, recommendation: recommendation ?? '' },
		{ form: 'form:has([name=version])', button: 'save' }));
}

async function finish(browser, assessment) {
	await fill(browser, `/verify/${assessment}/`, {}, { form: 'form[action$="/finish"]' });
}

async function sign(browser, assessment, name) {
	const form = await fill(browser, `/signoff/${assessment}/`, {}, { form: 'form[action$="/form"]' });
	const code = form.words('.matang-paper__proof strong');
	await fill(browser, `/signoff/${assessment}/`, { file: { filename: 'formulir-bertanda-tangan.pdf',
		type: 'application/pdf', content: pdf(`Formulir bertanda tangan ${name}`, [`Kode: ${code}`]) } },
	{ form: 'form[action$="/scan"]' });
}

async function receive(browser, assessment) {
	await fill(browser, `/signoff/${assessment}/`, { compared: '1' }, { form: 'form[action$="/receive"]' });
}

async function publish(browser, region, year) {
	const list = good(await browser.get('/report/'));
	const path = new URL(list.link(`${region} ${year}`)).pathname.replace(/^.*\/report/, '/report');
	await fill(browser, `${path}/publish`, { sure: '1' });
}

/** All variables at a level, some above or below, as real questionnaires are. */
const around = (base) => Array.from({ length: VARIABLES }, (_, at) =>
	Math.min(5, Math.max(1, base + [0, 1, 0, -1, 0, 0, 1, -1, 0, 0, 0][at])));

async function answerAll(operator, assessment, levels, year, upTo = VARIABLES) {
	const browser = await as(operator);

	for (const [at, level] of levels.slice(0, upTo).entries())
		await answer(browser, assessment, at + 1, { level }, year);
}

async function judgeAll(verifier, assessment, levels, before) {
	const browser = await as(verifier);

	for (const [at, level] of levels.entries())
		await judge(browser, assessment, at + 1, { level,
			reason: level === before[at] ? '' : 'Data dukung dibaca bersama perangkat daerah.',
			recommendation: level === 5 ? '' : 'Lengkapi dokumen untuk tingkat berikutnya (lihat daftar yang kurang).' });
	await finish(browser, assessment);
}

// ---- Balikpapan 2025: the published case ---------------------------------------------------------

/** What the fasilitation brought, as source and report tell it, where the level moved. */
const found = {
	3: 'Kompilasi Standar Pelayanan ditelusuri, dilengkapi dan dibuktikan dengan publikasi pada SIPPN.',
	5: 'Human Capital Development Plan (HCDP) memuat rencana kebutuhan seluruh jabatan; evaluasi pascapelatihan ada.',
	10: 'Rencana inovasi, dokumentasi kegiatan dan bukti sosialisasi sudah dikumpulkan.',
	11: 'Dokumen sosialisasi nilai dasar dan media internalisasi sudah dilengkapi.',
};

async function balikpapan2025() {
	const rows = csvRows(readFileSync(join(REFERENCE, 'balikpapan-2025.csv'), 'utf8'));
	const operator = await as('operator.dkumkmp'), city = await as('verifikator');
	const assessment = await assessmentOf('operator.dkumkmp', 2025);
	const verdicts = rows.map((row) => ({
		level: Number(row.verified_level),
		reason: row.self_level === row.verified_level ? '' :
			`${found[row.variable]} Catatan sebelumnya: ${row.note_as_printed}.`,
		recommendation: row.verified_level === '5' ? '' : `${row.note_as_printed}.`,
	}));

	for (const row of rows)
		await answer(operator, assessment, row.variable, { level: Number(row.self_level),
			documented: Number(row.verified_level) }, 2025);
	await submit(operator, assessment);
	/* The way from 38 to 47, as it was planned before the team looked. */
	await fill(operator, `/plan/${assessment}`, Object.fromEntries(rows.filter((row) => row.self_level !== row.verified_level)
		.map((row) => [`target-${row.variable}`, row.verified_level])), { form: 'form[action$="/targets"]' });
	for (const [at, verdict] of verdicts.entries())
		await judge(city, assessment, at + 1, verdict);
	await finish(city, assessment);
	const province = await as('validator');
	for (const [at, verdict] of verdicts.entries())
		await judge(province, assessment, at + 1, { ...verdict, reason: '' });
	await finish(province, assessment);
	await sign(await as('kepala.dkumkmp'), assessment, 'DKUMKMP 2025');
	await receive(city, assessment);
}

/** After the final result: what the next levels lack becomes steps, of which the year after takes up what is open. */
/** An instrument of another kind, out of a file of sql/reference, stored and published. */
async function bringInstrument(username, name) {
	const admin = await as(username);
	const csrf = admin.csrf(good(await admin.get('/cycle/instruments/any')));
	const read = good(await admin.postMultipart('/cycle/instruments/any', { csrf,
		file: { filename: `${name}.csv`, type: 'text/csv', content: readFileSync(join(REFERENCE, `${name}.csv`)) } }));
	const stored = good(await admin.submit(read, {}, { form: 'form[action$="/store"]' }));

	await fill(admin, `${stored.url.replace(/[?#].*/, '')}/publish`, {});
}

/* The published study of smart governance: its table 1 as answers, its table 2 as the analysis of gaps. */
async function studySmartGovernance() {
	const team = await as('verifikator');
	const found = csvRows(readFileSync(join(REFERENCE, 'smart-governance-2018-hasil.csv'), 'utf8'));

	await bringInstrument('admin.balikpapan', 'smart-governance-2018');
	const begin = good(await team.get('/questionnaire/other'));
	const page = good(await team.submit(begin, { instrument: choice(begin, 'instrument', 'smart governance'), year: 2018,
		subject: 'Penerapan smart governance Kota Balikpapan', source: 'Hasil analisis data penelitian 2018, Tabel 1 dan Tabel 2' },
	{ form: 'form[action$="/other"]' }));
	const own = page.url.replace(/[?#].*/, '');
	for (const place of [1, 2]) {
		const form = good(await team.get(`${own}/${place}`));
		good(await team.submit(form, Object.fromEntries(form.all('fieldset').map((each) => {
			const name = each.getAttribute('id');
			return [name, choice(form, name, found[Number(name.slice(6)) - 1].keterangan)];
		}))));
	}
	for (const line of found.filter((each) => each.harapan))
		await fill(team, `${own}/gap/${line.nomor}`, { condition: line.kondisi, expected: line.harapan, recommendation: line.rekomendasi });
}

async function planOn(operator, year) {
	const browser = await as(operator), assessment = await assessmentOf(operator, year);
	const page = good(await browser.get(`/plan/${assessment}`));

	good(await browser.submit(page, { ...Object.fromEntries(page.all('[name^=item-]').map((box) => [box.getAttribute('name'), '1'])),
		charge: 'Sekretaris Dinas (contoh)', due: day(30) }, { form: 'form[action$="/take"]' }));
	await fill(browser, `/plan/${assessment}/new`, { variable: 11, level: 4, title: 'Sosialisasi zona WBK dan WBM kepada semua bidang',
		charge: 'Kepala Subbagian Umum (contoh)', due: day(-2), cost: 2500000 }, { form: 'main form[method=post]' });
}

/** From the first answer to a receipt, or to where it stops. */
async function walk(year, { operator, head, name, until }, self, final = self) {
	const stops = ['draft', 'submitted', 'returned', 'verified', 'validated', 'signed', 'received'];
	const goes = (stop) => stops.indexOf(until) >= stops.indexOf(stop);
	const assessment = await assessmentOf(operator, year);

	await answerAll(operator, assessment, self, year, until === 'draft' ? 5 : VARIABLES);
	if (goes('submitted'))
		await submit(await as(operator), assessment);
	if (until === 'returned')
		await giveBack('verifikator', assessment);
	if (goes('verified'))
		await judgeAll('verifikator', assessment, final, self);
	if (goes('validated'))
		await judgeAll('validator', assessment, final, final);
	if (goes('signed'))
		await sign(await as(head), assessment, name);
	if (goes('received'))
		await receive(await as('verifikator'), assessment);
}

async function giveBack(verifier, assessment) {
	const browser = await as(verifier);
	const page = good(await browser.get(`/verify/${assessment}/return`));

	good(await browser.submit(page, { reason: 'Data dukung dua variabel belum dapat dibaca.',
		'correct-3': '1', 'note-3': 'Berkas Standar Pelayanan tidak lengkap: unggah seluruh halaman.',
		'correct-8': '1', 'note-8': 'SKP bulan terakhir belum ada.' }, { form: 'form:has([name=reason])' }));
}

// ---- papers -----------------------------------------------------------------------------------------

/** A crest that belongs to nobody: a shield with a disc, as PNG. */
function crest(width = 240, height = 300) {
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8);
		let sum = ~0;
		for (const byte of body) {
			sum ^= byte;
			for (let bit = 0; bit < 8; bit++)
				sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
		}
		out.writeUInt32BE(data.length, 0);
		body.copy(out, 4);
		out.writeUInt32BE(~sum >>> 0, out.length - 4);
		return out;
	};
	const rows = [];
	for (let y = 0; y < height; y++) {
		/* Straight sides above, then an arc to the point. */
		const half = y < height * 0.55 ? 1 : Math.sqrt(Math.max(0, 1 - ((y / height - 0.55) / 0.45) ** 2));
		const row = [0];
		for (let x = 0; x < width; x++) {
			const across = Math.abs(x / width - 0.5) * 2, inside = across <= half;
			const disc = Math.hypot(x - width / 2, y - height * 0.42) < width * 0.27;
			const edge = inside && (across > half - 0.06 || y < 9);
			row.push(...(!inside ? [0, 0, 0, 0] : edge ? [31, 40, 85, 255] : disc ? [238, 187, 4, 255] : [25, 107, 205, 255]));
		}
		rows.push(Buffer.from(row));
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 6, 0, 0, 0], 8);
	return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

async function setLetterhead(admin, region) {
	const browser = await as(admin);
	const page = good(await browser.get('/cycle/regions'));
	const place = good(await browser.get(page.link(region)));

	good(await browser.submit(good(await browser.get(place.link('Kop surat, penanda tangan dan bentuk nomor'))), {
		office: 'Sekretariat Daerah (contoh)', address: 'Jalan Contoh Nomor 1, Balikpapan 76100',
		contact: 'Telepon (0542) 000000, surel organisasi@contoh.go.id',
		signatory_title: 'Kepala Bagian Organisasi selaku Ketua Tim Pelaksana',
		signatory_name: 'Contoh Penanda Tangan, S.Sos., M.Si.', signatory_rank: 'Pembina Tingkat I (contoh)',
		signatory_nip: '000000000000009001', number_format: '000.8.3/{nomor}/{jenis}/ORG/{tahun}', folio: '1',
		crest: { filename: 'lambang.png', type: 'image/png', content: crest() },
	}));
}

/** The papers of a year, and of its agencies that were verified. */
/** Two activities of the agency, one that is over and one of today whose list is open; everybody there is invented. */
async function holdActivities(operator) {
	const day = (offset) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
	const enter = async (fields, people) => {
		const page = await fill(operator, '/activity/new', { organiser: 'Dinas Koperasi, UMKM dan Perindustrian', ...fields }, { form: 'main form' });
		const place = new URL(page.url).pathname.replace(/^\/matang/, '');
		await fill(operator, `${place}/participants`, { list: people.join('\n') }, { form: 'main form[action$="/participants"]' });
		return place;
	};

	await enter({ kind: 'pelatihan', title: 'Pelatihan penyusunan SOP (contoh)', starts_on: day(-40), ends_on: day(-39), starts: '08.30', ends: '15.00',
		place: 'Aula dinas', hours: '12', agenda: 'Pembukaan\nCara menyusun SOP\nLatihan per bidang',
		minutes: 'Tiap bidang menyusun satu rancangan SOP.\nRancangan dibahas bersama pada hari kedua.', follow_up: 'Rancangan SOP dikirim dalam dua minggu.' },
	['Contoh Ayu Lestari; 000000000000000101; Dinas Koperasi, UMKM dan Perindustrian', 'Contoh Budi Santosa; 000000000000000102; Dinas Koperasi, UMKM dan Perindustrian',
		'Contoh Citra Dewi; ; Bagian Organisasi (contoh)', 'Contoh Dedi Pranata; ; Bagian Organisasi (contoh)']);
	const place = await enter({ kind: 'rapat', title: 'Rapat evaluasi kinerja triwulan (contoh)', starts_on: day(0), starts: '00.01', ends: '23.59', place: 'Ruang rapat',
		agenda: 'Capaian triwulan\nRencana perbaikan' }, ['Contoh Eka Wulan; 000000000000000103; Dinas Koperasi, UMKM dan Perindustrian']);
	const screen = good(await operator.submit(good(await operator.get(place)), {}, { form: 'form[action$="/open"]' }));
	const code = /\/activity\/at\/([\dA-Z-]{9})/.exec(screen.words())[1];
	good(await new Client(BASE).post(`/activity/at/${code}`, { name: 'Contoh Fajar Nugraha', office: 'Bagian Umum (contoh)', drawn: 'M30 60L45 30L60 65L75 35L95 60L120 45L150 55M170 30L175 70L210 50' },
		{ follow: true }));
}

/** A public consultation that is open, with what invented people said, of which some is released. */
async function holdHearing(operator) {
	const day = (offset) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
	const page = await fill(operator, '/forum/desk/new', { title: 'Jam layanan pendaftaran UMKM (contoh)', opens_on: day(-2), closes_on: day(14),
		explanation: 'Loket pendaftaran UMKM sekarang buka pukul 08.00 sampai 15.00.\nKami mempertimbangkan buka sampai sore dan pada hari Sabtu.\n\n' +
			'Ceritakan kapan Anda biasanya datang, dan apa yang membuat Anda harus kembali.' }, { form: 'main form[method=post]' });
	const desk = new URL(page.url).pathname.replace(/^\/matang/, ''), open = desk.replace('/desk', '');
	await fill(operator, desk, { kind: 'choice', wording: 'Kapan Anda ingin dilayani?', choices: 'Pagi\nSore\nSabtu pagi' }, { form: 'form[action$="/questions"]' });
	await fill(operator, desk, {}, { form: 'form[action$="/open"]' });
	const choices = good(await new Client(BASE).get(`${open}/say`)).all('select[name^=reply-]')[0];
	const name = choices.getAttribute('name'), values = choices.querySelectorAll('option').map((option) => option.getAttribute('value')).filter(Boolean);
	const places = good(await new Client(BASE).get(`${open}/say`)).all('#place option').map((option) => option.getAttribute('value')).filter((value) => value.startsWith('d'));
	const said = ['Saya berdagang sampai siang, jadi baru sempat ke loket sesudah pukul 16.00.', 'Tolong sediakan nomor antrean dari ponsel supaya tidak menunggu lama.',
		'Hari Sabtu sangat membantu bagi yang bekerja.', 'Loketnya satu saja, sering penuh pada hari Senin.'];
	for (const [at, body] of said.entries()) {
		const form = good(await new Client(BASE).get(`${open}/say`));
		good(await new Client(BASE).submit(form, { body, [name]: values[at % values.length], ...(places.length && { place: places[at % places.length] }), ...answerGuest(form) },
			{ form: 'main form[method=post]' }));
	}
	const list = good(await operator.get(`${desk}/opinions`));
	const picks = list.all('input[name^=pick-]').map((box) => box.getAttribute('name')), csrf = operator.csrf(list);
	good(await operator.post(`${desk}/themes`, { csrf, name: 'Jam layanan' }, { follow: true }));
	good(await operator.post(`${desk}/opinions`, { csrf, action: 'release', ...Object.fromEntries(picks.slice(0, 3).map((pick) => [pick, '1'])) }, { follow: true }));
}

/* All of these are invented, as their names say. */
const PLACES = `kecamatan,kelurahan
Contoh Utara,Contoh Melati
Contoh Utara,Contoh Kenanga
Contoh Utara,Contoh Anggrek
Contoh Selatan,Contoh Mawar
Contoh Selatan,Contoh Teratai
Contoh Tengah,Contoh Dahlia
Contoh Tengah,Contoh Cempaka
`;

async function importPlaces(region) {
	const admin = await as('admin');
	const place = `/cycle/regions/${choice(good(await admin.get('/cycle/agencies/new')), 'region_id', region)}/places`;
	const page = good(await admin.get(`${place}/import`));
	const seen = good(await admin.submit(page, { file: { filename: 'contoh.csv', type: 'text/csv', content: PLACES } }, { form: 'main form[enctype]' }));

	good(await admin.submit(seen, {}, { form: 'form[action$="/store"]' }));
}

/** People write, the team forwards, an agency answers: one of each state. */
async function writeComplaints() {
	const team = await as('verifikator'), operator = await as('operator.dkumkmp');
	const numbers = [];

	await fill(team, '/complaint/rule', { open: '1' }, { form: 'main form' });
	await fill(team, '/complaint/templates', { title: 'Terima kasih', body: 'Terima kasih atas laporan Anda. Kami sudah menindaklanjutinya sebagai berikut.' },
		{ form: 'form[action$="/templates"]' });
	for (const [category, title, body] of [
		['service', 'Loket contoh tutup lebih awal', 'Kemarin pukul 14.30 loket sudah tutup tanpa pengumuman.'],
		['figure', 'Dari mana angka rata-rata contoh ini?', 'Rata-rata tahun 2025 berbeda dari yang saya baca di papan pengumuman.'],
		['link', 'Tautan unduhan contoh tidak terbuka', 'Tautan CSV di halaman hasil tidak terbuka dari ponsel saya.']]) {
		const person = new Client(BASE);
		const page = good(await person.get('/complaint/to/64.71'));
		const kept = good(await person.submit(page, { category, title, body, ...answerGuest(page), name: 'Contoh Warga' }, { form: 'form[action*="/to/"]' }));
		numbers.push(Number(kept.words('.matang-ticket dd').slice(2)));
	}
	await fill(team, `/complaint/${numbers[1]}`, {}, { form: 'form[action$="/forward"]' });
	const page = good(await team.get(`/complaint/${numbers[2]}`));
	good(await team.submit(page, { agency: choice(page, 'agency', 'Dinas Koperasi') }, { form: 'form[action$="/forward"]' }));
	await fill(operator, `/complaint/${numbers[2]}`, { body: 'Tautannya sudah diperbaiki. Terima kasih.' }, { form: 'form[action$="/answer"]' });
}

/** The register of applications and sites: a city as it was published, out of a workbook; and some of the agency's own. */
async function register() {
	const admin = await as('admin');
	const region = 'Kota Contoh 2018';

	await addRegion({ code: '64.79', kind: 'Kota', name: region, timezone: 'WITA', place: 'Kota Contoh', bureau: 'Bagian Organisasi Sekretariat Daerah (contoh)',
		complaint_channel: 'Sekretariat Daerah Kota (contoh)' });
	for (const name of cityAgencies())
		await addAgency(region, name, '', 'Contoh Kepala');
	addUser({ username: 'sekda.2018', role: 'leader', name: 'Contoh Sekretaris Daerah 2018', region: '64.79', office: 'Sekretaris Daerah' });
	const form = good(await admin.get('/inventory/import'));
	const place = choice(form, 'region', region);
	const seen = good(await admin.postMultipart('/inventory/import', { csrf: admin.csrf(form), region: place,
		file: { filename: 'aplikasi-dan-situs.csv', type: 'text/csv', content: Buffer.from(cityRegister()) } }));
	good(await admin.submit(seen, {}, { form: 'form[action$="/store"]' }));
	await fill(admin, `/inventory/budget?region=${place}`, { year: CITY.year, total: CITY.total, ict: CITY.ict, target: CITY.target, basis: CITY.basis },
		{ form: 'main form[method=post]' });

	const operator = await as('operator.dkumkmp');
	const page = await fill(operator, '/inventory/new', { name: 'Pasar UMKM (contoh)', address: 'https://umkm.contoh.invalid.go.id/', purpose: 'Etalase produk UMKM binaan', audience: 'pelaku UMKM',
		audience_count: '1200', manager: 'Contoh Pranata Komputer', training: 'Pelatihan pengelola situs 2025 (contoh)', partner: 'Perguruan tinggi (contoh)', cost: '45000000', fund: 'APBD', data_kept: 'Nama usaha, produk',
		runs_at: 'Server Dinas Kominfo (contoh)' }, { form: 'main form[method=post]' });
	await fill(operator, new URL(page.url).pathname.replace(/^.*\/matang/, ''), { counted_on: day(-10), unit: 'users', number: '84', note: 'Panel admin aplikasi' }, { form: 'form[action$="/count"]' });
}

/** Two services, marked as examples, and applications in several states; everybody there is invented. */
async function runServices(operator, head, assistant) {
	const contact = 'Dinas Koperasi, UMKM dan Perindustrian, telepon (0542) 000000 (contoh)';
	const write = async (fields) => {
		const page = await fill(operator, '/service/services/new', { cost: 'Tanpa biaya', complaint: contact, ...fields }, { form: 'main form' });
		const place = new URL(page.url).pathname.replace(/^\/matang/, '');

		await fill(operator, place, {}, { form: 'main form[action$="/publish"]' });
		return place.replace('services', 'new');
	};
	const micro = await write({ name: 'Surat Keterangan Usaha Mikro (contoh)', mark: 'SKUM', legal_base: 'Contoh: isi dengan peraturan daerah Anda',
		requirements: 'KTP pemilik; wajib; berkas\nFoto tempat usaha; wajib; berkas\nSurat pengantar kelurahan; wajib\nNPWP; bila ada', fields: 'Tujuan surat; pilihan; wajib; kredit usaha, bantuan pemerintah, keperluan lain',
		steps: 'Penerimaan berkas; loket; 0\nPemeriksaan kelengkapan; petugas; 1\nKeputusan dan penandatanganan; kepala; 2', product: 'Surat keterangan usaha mikro', valid_months: '12',
		letter: 'Kepala Dinas Koperasi, UMKM dan Perindustrian menerangkan bahwa:\n{data}\nbenar menjalankan usaha mikro seperti tersebut di atas.\nDemikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.' });
	const cooperative = await write({ name: 'Rekomendasi Koperasi (contoh)', mark: 'REK-KOP', valid_months: '1', remind_days: '30', requirements: 'Akta pendirian; wajib\nDaftar pengurus; wajib\nLaporan rapat anggota tahunan; bila ada',
		fields: 'Jumlah anggota; angka; wajib\nKeperluan; teks; wajib', steps: 'Pemeriksaan kelengkapan; petugas; 1\nKunjungan lapangan; kunjungan; 1\nKeputusan; kepala; 1', product: 'Surat rekomendasi',
		letter: 'Dengan ini kami memberikan rekomendasi kepada:\n{data}\nDemikian rekomendasi ini dibuat untuk dipergunakan sebagaimana mestinya.' });
	const applied = async (who, from, fields, asked, form = 'main form') => {
		const page = good(await who.get(from));
		const { village, ...rest } = fields;
		const place = page.all('select#place option').find((option) => option.textContent === village).getAttribute('value');
		const brought = Object.fromEntries(page.all('input[name^="have-"]').slice(0, 3).map((box) => [box.getAttribute('name'), '1']));
		const answers = Object.fromEntries(page.all('[name^="field-"]').map((one, at) => [one.getAttribute('name'), asked[at]]));
		return good(await who.submit(page, { kind: 'micro', ...answers, applicant: fields.owner, place, ...brought, ...rest }, { form }));
	};
	const apply = async (fields, from = micro, asked = ['kredit usaha']) => {
		const made = await applied(operator, from, fields, asked);
		return new URL(made.url).pathname.replace(/^\/matang/, '');
	};
	const check = async (place, fields, verdict = 'accepted') => {
		const page = good(await operator.get(place));
		const verdicts = Object.fromEntries(page.all('input[name^="verdict-"][value="accepted"]').map((radio, at) => [radio.getAttribute('name'), at === 1 ? verdict : 'accepted']));
		const note = page.all('input[name^="note-"]')[1].getAttribute('name');
		good(await operator.submit(page, { ...verdicts, ...verdict === 'missing' && { [note]: 'Fotonya buram' }, ...fields }, { form: 'main form[action$="/check"]' }));
	};
	const granted = await apply({ name: 'Keripik Contoh Jaya', owner: 'Contoh Ayu Lestari', nik: '6471014101900001', nib: '0000000000001', address: 'Jalan Contoh Nomor 2', village: 'Contoh Melati', products: 'Keripik singkong', employees: '3', since: '2019' });
	await check(granted, { way: 'pass' });
	await fill(head, granted, { decision: 'approve' }, { form: 'main form[action$="/decide"]' });
	/* It came back signed in ink: a scan, on which its code stands. */
	const code = new URL(good(await operator.get(granted)).all('a').find((link) => link.words === 'Halaman periksa').getAttribute('href'), BASE).searchParams.get('code');
	await fill(operator, granted, { file: { filename: 'surat-ditandatangani.pdf', type: 'application/pdf', content: pdf('Surat bertanda tangan (contoh)', [`Kode: ${code}`]) } },
		{ form: 'main form[action$="/signed"]' });
	/* One that ends before long: whoever opens the list of such letters finds it, and people are told. */
	const ends = await apply({ kind: 'cooperative', name: 'Koperasi Contoh Sejahtera', owner: 'Contoh Endang Puspita', email: 'koperasi@contoh.invalid', address: 'Jalan Contoh Nomor 21', village: 'Contoh Mawar',
		products: 'Simpan pinjam' }, cooperative, ['64', 'Pengajuan dana bergulir (contoh)']);
	await fill(operator, ends, { visited_on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), note: 'Kantor koperasi buka dan buku anggotanya ada (contoh).' }, { form: 'main form[action$="/visit"]' });
	await check(ends, { way: 'pass' });
	await fill(head, ends, { decision: 'approve' }, { form: 'main form[action$="/decide"]' });
	matang(['work', 'letters', '--quiet']);
	const waiting = await apply({ name: 'Jahit Contoh Rapi', owner: 'Contoh Budi Santosa', address: 'Jalan Contoh Nomor 7', village: 'Contoh Mawar', products: 'Jahit pakaian', employees: '2' });
	await check(waiting, { way: 'pass' });
	const returned = await apply({ name: 'Warung Contoh Makmur', owner: 'Contoh Citra Dewi', address: 'Jalan Contoh Nomor 11', village: 'Contoh Melati', products: 'Nasi kuning' });
	await check(returned, { way: 'return', reason: 'Foto tempat usaha belum terbaca.' }, 'missing');
	await apply({ name: 'Anyaman Contoh Lestari', owner: 'Contoh Dedi Pranata', address: 'Jalan Contoh Nomor 15', village: 'Contoh Dahlia', products: 'Anyaman rotan' });
	/* By a field assistant, for somebody without a phone, who agreed. */
	await applied(assistant, micro.replace('/new/', '/assist/new/'), { name: 'Kue Basah Contoh Nenek', owner: 'Contoh Fatimah', address: 'Gang Contoh Nomor 3', village: 'Contoh Dahlia', products: 'Kue basah',
		consent: '1', consent_by: 'Contoh Fatimah', consent_on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }, ['keperluan lain'], 'form[data-assist-form]');
}

async function issuePapers(verifier, region, year, kinds) {
	const browser = await as(verifier);
	let page = good(await browser.get('/paper/', { follow: true }));
	const row = page.all('tbody tr').find((one) => one.words.includes(region) && one.words.includes(String(year)));

	const start = row ? row.querySelector('a').getAttribute('href').replace(/^.*\/matang/, '') : new URL(page.url).pathname.replace(/^.*\/matang/, '');
	for (const kind of kinds) {
		page = good(await browser.get(start));
		good(await browser.submit(page, {}, { form: `form:has(input[value=${kind}])` }));
	}
}

// ---- everything --------------------------------------------------------------------------------------

async function people() {
	addUser({ username: 'admin', role: 'admin', name: 'Contoh Administrator' });
	matang(['setting', 'second_factor_roles', '']);
	await addRegion({ code: '64', kind: 'Provinsi', name: 'Provinsi Kalimantan Timur', timezone: 'WITA',
		place: 'Samarinda', bureau: 'Biro Organisasi Sekretariat Daerah (contoh)', complaint_channel: 'Sekretariat Daerah Provinsi (contoh)' });
	await addRegion({ code: '64.71', kind: 'Kota', name: 'Kota Balikpapan', timezone: 'WITA', place: 'Balikpapan',
		bureau: 'Bagian Organisasi Sekretariat Daerah (contoh)', complaint_channel: 'Sekretariat Daerah Kota (contoh)',
		contact_name: 'Bagian Organisasi, meja Matang (contoh)', contact_phone: '(0542) 000000', contact_mail: 'matang@contoh.invalid' });
	await addRegion({ code: '64.08', kind: 'Kabupaten', name: 'Kabupaten Kutai Timur', timezone: 'WITA', place: 'Sangatta',
		bureau: 'Bagian Organisasi Sekretariat Daerah (contoh)', complaint_channel: 'Sekretariat Daerah Kabupaten (contoh)' });
	for (const [region, name, short, head] of AGENCIES)
		await addAgency(region, name, short, head);
	for (const one of PEOPLE)
		addUser(one);
}

/** One account shows the second factor: the list of accounts has its secret. */
async function useSecondFactor(username) {
	const browser = await as(username);
	const page = await fill(browser, '/account/second-factor', {}, { form: 'form[action$="/second-factor/begin"]' });
	const secret = page.words('#secret').replace(/\s/g, '');

	good(await browser.submit(page, { code: totp(secret) }, { form: 'form[action$="/second-factor/set-up"]' }));
	accounts.find((one) => one.username === username).totp_secret = secret;
}

const DKUMKMP = 'Dinas Koperasi, UMKM dan Perindustrian';
const AGENCIES = [
	['Kota Balikpapan', DKUMKMP, 'DKUMKMP', 'Contoh Sari Wulandari'],
	['Kota Balikpapan', 'Dinas Contoh Perhubungan', 'Dishub', 'Contoh Bagus Pranata'],
	['Kota Balikpapan', 'Dinas Contoh Kesehatan', 'Dinkes', 'Contoh Ratna Dewi'],
	['Kota Balikpapan', 'Badan Contoh Perencanaan Pembangunan', 'Bappeda', 'Contoh Yusuf Maulana'],
	['Kota Balikpapan', 'Dinas Contoh Perpustakaan dan Kearsipan', 'Dispusip', 'Contoh Lina Hartati'],
	['Kota Balikpapan', 'Satuan Contoh Polisi Pamong Praja', 'Satpol PP', 'Contoh Rahmat Hidayat'],
	['Kota Balikpapan', 'Kecamatan Contoh', 'Kecamatan', 'Contoh Dian Permata'],
	['Kota Balikpapan', 'Bagian Contoh Organisasi', 'Bagor', 'Contoh Agus Salim'],
	['Kabupaten Kutai Timur', 'Dinas Contoh Pendidikan', 'Disdik', 'Contoh Nur Aini'],
	['Kabupaten Kutai Timur', 'Badan Contoh Kepegawaian', 'BKPSDM', 'Contoh Hendra Wijaya'],
];

const city = (role, username, name, agency, office) => ({ role, username, name, region: '64.71', agency, office });
const PEOPLE = [
	city('operator', 'operator.dkumkmp', 'Contoh Operator Koperasi', DKUMKMP),
	city('head', 'kepala.dkumkmp', 'Contoh Sari Wulandari', DKUMKMP),
	city('operator', 'operator.dishub', 'Contoh Operator Perhubungan', 'Dinas Contoh Perhubungan'),
	city('head', 'kepala.dishub', 'Contoh Bagus Pranata', 'Dinas Contoh Perhubungan'),
	city('operator', 'operator.dinkes', 'Contoh Operator Kesehatan', 'Dinas Contoh Kesehatan'),
	city('head', 'kepala.dinkes', 'Contoh Ratna Dewi', 'Dinas Contoh Kesehatan'),
	city('operator', 'operator.bappeda', 'Contoh Operator Perencanaan', 'Badan Contoh Perencanaan Pembangunan'),
	city('head', 'kepala.bappeda', 'Contoh Yusuf Maulana', 'Badan Contoh Perencanaan Pembangunan'),
	city('operator', 'operator.dispusip', 'Contoh Operator Perpustakaan', 'Dinas Contoh Perpustakaan dan Kearsipan'),
	city('head', 'kepala.dispusip', 'Contoh Lina Hartati', 'Dinas Contoh Perpustakaan dan Kearsipan'),
	city('operator', 'operator.satpolpp', 'Contoh Operator Pamong Praja', 'Satuan Contoh Polisi Pamong Praja'),
	city('head', 'kepala.satpolpp', 'Contoh Rahmat Hidayat', 'Satuan Contoh Polisi Pamong Praja'),
	city('operator', 'operator.kecamatan', 'Contoh Operator Kecamatan', 'Kecamatan Contoh'),
	city('operator', 'operator.bagor', 'Contoh Operator Organisasi', 'Bagian Contoh Organisasi'),
	city('verifier', 'verifikator', 'Contoh Verifikator Organisasi', 'Bagian Contoh Organisasi', 'Unsur organisasi'),
	city('verifier', 'verifikator2', 'Contoh Verifikator Pengawasan', '', 'Unsur pengawasan'),
	city('admin', 'admin.balikpapan', 'Contoh Administrator Kota', ''),
	city('auditor', 'auditor', 'Contoh Auditor Inspektorat', ''),
	city('assistant', 'pendamping.dkumkmp', 'Contoh Pendamping Lapangan', DKUMKMP),
	city('leader', 'sekda', 'Contoh Sekretaris Daerah', '', 'Sekretaris Daerah'),
	{ role: 'validator', username: 'validator', name: 'Contoh Validator Provinsi', region: '64', office: 'Biro Organisasi' },
	{ role: 'verifier', username: 'verifikator.kutim', name: 'Contoh Verifikator Kutai Timur', region: '64.08' },
	{ role: 'operator', username: 'operator.disdik', name: 'Contoh Operator Pendidikan', region: '64.08', agency: 'Dinas Contoh Pendidikan' },
	{ role: 'operator', username: 'operator.bkpsdm', name: 'Contoh Operator Kepegawaian', region: '64.08', agency: 'Badan Contoh Kepegawaian' },
];

/* A person of the demo with an agency, by the end of the user name. */
const team = (short, until) => ({ operator: `operator.${short}`, head: `kepala.${short}`, name: short, until });

await people();
await importPlaces('Kota Balikpapan');
await importPlaces('Kabupaten Kutai Timur');
await holdHearing(await as('operator.dkumkmp'));
await setLetterhead('admin.balikpapan', 'Kota Balikpapan');
await openCycle('Kota Balikpapan', 2025, true, '2025-09-01');
await tell('verifikator', 2025, '065/101/CONTOH/2025');
await balikpapan2025();
await planOn('operator.dkumkmp', 2025);
await walk(2025, team('dishub', 'received'), around(3), around(3));
await walk(2025, team('dinkes', 'received'), around(4), around(3));
/* Six in all: each has five others, enough to be compared with them and to stay unnamed. */
await walk(2025, team('bappeda', 'received'), around(3), around(4));
await walk(2025, team('dispusip', 'received'), around(2), around(2));
await walk(2025, team('satpolpp', 'received'), around(3), around(2));
await publish(await as('verifikator'), 'Kota Balikpapan', 2025);
await issuePapers('verifikator', 'Kota Balikpapan', 2025, ['letter', 'notified', 'verified', 'recap', 'report']);

await openCycle('Kota Balikpapan', 2026, true, day(-11));
await openCycle('Kabupaten Kutai Timur', 2026, false, day(-11));
await tell('verifikator', 2026, '065/202/CONTOH/2026');
await walk(2026, team('dishub', 'draft'), around(3));
await fillLibrary('operator.dishub');
await leaveLoose('operator.dishub', 2026);
await walk(2026, team('dinkes', 'submitted'), around(4));
await holdActivities(await as('operator.dkumkmp'));
await runServices(await as('operator.dkumkmp'), await as('kepala.dkumkmp'), await as('pendamping.dkumkmp'));
await expect('verifikator', 'operator.dinkes', 2026);
await walk(2026, team('bappeda', 'returned'), around(3));
await walk(2026, team('dispusip', 'verified'), around(2), around(2));
await walk(2026, team('satpolpp', 'signed'), around(3), around(3));
await studySmartGovernance();
await writeComplaints();
await register();
await useSecondFactor('verifikator2');
writeAccounts();
