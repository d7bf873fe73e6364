// SPDX-License-Identifier: ISC
//
// Nothing that a process keeps is older than what the product itself has changed: each kind of thing is
// changed the way people and the operator change it, in another process, and read at once in all of them.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pdf } from './files.mjs';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

const WORKERS = 4;
const READS = 4 * WORKERS;	/* at once, so that every process has a turn */
const WRITERS = 16;
const VARIABLE = 5;

let stack, city, id, operator, team, admin;

before(async () => {
	stack = await startStack({ workers: WORKERS });
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
	[operator, team, admin] = await Promise.all(['operator.satu', 'verifikator', 'admin'].map((name) => city.signIn(name)));
});
after(() => stack?.stop());

const variable = () => `/questionnaire/${id}/${VARIABLE}`;
const item = (at = 0) => city.items(VARIABLE)[at].id;
const state = (name) => city.setState(id, name);
const tomorrow = new Date(Date.now() + 3 * 86400_000).toISOString().slice(0, 10);

/** The page as all processes show it: one text, or the test fails. */
async function everywhere(who, address) {
	const pages = await Promise.all(Array.from({ length: READS }, () => who.clone().get(address)));
	const texts = new Set(pages.map((page) => {
		assert.equal(page.status, 200, page.words());
		return page.words('body').replace(/\s+/g, ' ');
	}));
	assert.equal(texts.size, 1, 'the processes show different pages');
	return [...texts][0];
}

/** What a page says before and after something: all processes have kept it, and none may show it again. */
async function changes(address, act, { who = operator, from, to }) {
	const old = await everywhere(who, address);
	if (from)
		assert.match(old, from);
	assert.doesNotMatch(old, to);
	await act();
	const now = await everywhere(who, address);
	assert.match(now, to);
	if (from)
		assert.doesNotMatch(now, from);
}

async function good(answer) {
	const page = await answer;
	assert.ok([200, 303].includes(page.status), `${page.status}: ${page.errors.join()} ${page.words()}`);
	return page;
}

const edit = async (who, address, fields, options) => good(who.submit(await who.get(address), fields, options));
const document = (title) => Number(stack.sql(`SELECT id FROM document WHERE title = '${title}'`)[0].id);
const linkOf = (title) => Number(stack.sql(`SELECT k.id FROM evidence_link k JOIN document d ON d.id = k.document_id
	WHERE d.title = '${title}' AND k.removed_at IS NULL`)[0].id);

/* A file under an item, the way an operator brings it. */
const bring = (title, at = item()) => edit(operator, `/upload/new?assessment=${id}&item=${at}`,
	{ title, kind: 'laporan', file: { filename: 'a.pdf', content: pdf(title) } });

describe('the world', () => {
	it('names of regions and agencies', async () => {
		await changes(variable(), () => edit(admin, '/cycle/agencies/1/edit', { name: 'Dinas Contoh Baru' }),
			{ from: /Dinas Contoh Satu/, to: /Dinas Contoh Baru/ });
		await changes(`/verify/${id}/`, () => edit(admin, '/cycle/regions/2/edit', { name: 'Kota Contoh Raya' }),
			{ who: team, to: /Kota Contoh Raya/ });
		await edit(admin, '/cycle/agencies/1/edit', { name: 'Dinas Contoh Satu' });
	});

	it('names of people', async () => {
		const page = await operator.get(variable());
		await good(operator.submit(page, { level: 2, explanation: 'Uraian contoh' }, { form: 'form[data-autosave]' }));
		await changes(variable(), () => edit(admin, `/cycle/accounts/${city.account('operator.satu')}/edit`, { full_name: 'Operator Berganti Nama' }),
			{ to: /Operator Berganti Nama/ });
		await changes(variable(), () => edit(operator, '/account/profile/edit', { full_name: 'Operator Kembali' }),
			{ from: /Operator Berganti Nama/, to: /Operator Kembali/ });
	});

	it('the plan of a cycle', async () => {
		const cycle = stack.sql(`SELECT cycle_id FROM assessment WHERE id = ${id}`)[0].cycle_id;
		const until = () => stack.sql(`SELECT planned_until AS day FROM cycle_step WHERE cycle_id = ${cycle} AND step = 7`)[0].day;
		const before = until(), old = await everywhere(operator, variable());
		const shown = await admin.submit(await admin.get(`/cycle/cycles/${cycle}/plan`), { 'days-4': 12 });
		await good(admin.submit(shown, { reason: 'Perpanjangan contoh' }));
		assert.notEqual(until(), before);
		assert.notEqual(await everywhere(operator, variable()), old);
	});

	it('settings, by the page and by the command', async () => {
		assert.equal((await operator.get(variable())).status, 200);
		assert.equal(stack.matang(['setting', 'second_factor_roles', 'operator']).status, 0);
		const asked = await Promise.all(Array.from({ length: READS }, () => operator.clone().get(variable())));
		assert.deepEqual([...new Set(asked.map((page) => page.status))], [303], 'the second factor is asked for at once');
		await edit(admin, '/cycle/settings/second_factor_roles', Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`chosen-${at}`, null])),
			{ follow: false });
		await everywhere(operator, variable());
	});

	it('holidays, by the page and by the command', async () => {
		const left = async () => (/(\d+) hari kerja/.exec(await everywhere(operator, `/questionnaire/${id}/`)) ?? [])[1];
		stack.sql(`UPDATE cycle_step SET planned_from = UTC_DATE(), planned_until = UTC_DATE() + INTERVAL 30 DAY
			WHERE step = 4 AND cycle_id = (SELECT cycle_id FROM assessment WHERE id = ${id})`);
		const before = Number(await left());
		const day = new Date(Date.now() + 8 * 86400_000);
		while ([0, 6].includes(day.getUTCDay()) || stack.sql(`SELECT 1 FROM holiday WHERE day = '${day.toISOString().slice(0, 10)}'`).length)
			day.setUTCDate(day.getUTCDate() + 1);
		await edit(admin, `/cycle/holidays?year=${day.getUTCFullYear()}`, { day: day.toISOString().slice(0, 10), kind: 'libur', name: 'Libur contoh' });
		assert.equal(Number(await left()), before - 1);
	});

	it('the wording of a draft, and its publication', async () => {
		const page = await edit(admin, '/cycle/instruments/1', { name: 'Salinan contoh' }, { form: 'form[action$="/copy"]' });
		const copy = Number(/instruments\/(\d+)/.exec(page.url)[1]);
		await changes(`/cycle/instruments/${copy}`, () => edit(admin, `/cycle/instruments/${copy}/edit`, { 'variable-3': 'Variabel berganti nama' }),
			{ who: admin, to: /Variabel berganti nama/ });
	});
});

describe('the evidence of an agency', () => {
	it('documents that come, change and go', async () => {
		await changes(variable(), () => bring('Laporan lama'), { to: /Laporan lama/ });
		const key = document('Laporan lama');
		await changes(variable(), () => edit(operator, `/upload/document/${key}/edit`, { title: 'Laporan baru' }),
			{ from: /Laporan lama/, to: /Laporan baru/ });
		await changes(`/verify/${id}/${VARIABLE}`, () => edit(operator, `/upload/document/${key}`, { file: { filename: 'b.pdf', content: pdf('lain') } },
			{ form: 'form[action$=revision]' }), { who: team, to: /[Rr]evisi 2/ });
		const page = await operator.get(variable());
		await good(operator.post(`/upload/link/${linkOf('Laporan baru')}/remove`, { csrf: operator.csrf(page) }));
		assert.doesNotMatch(await everywhere(operator, variable()), /Laporan baru/);
	});

	it('links that move', async () => {
		await bring('Dialihkan contoh');
		const to = city.items(VARIABLE + 1)[0].id;
		await changes(variable(), () => edit(operator, `/upload/link/${linkOf('Dialihkan contoh')}/move?variable=${VARIABLE + 1}`,
			{ item: to, reason: 'Salah tempat' }), { to: /Salah tempat/ });
		assert.match(await everywhere(operator, `/questionnaire/${id}/${VARIABLE + 1}`), /Dialihkan contoh/);
	});

	it('what is still to come', async () => {
		await changes(`/questionnaire/${id}/`, () => edit(operator, `/upload/pending/${id}/${item()}`, { title: 'Menyusul contoh', due: tomorrow }),
			{ to: /Menyusul contoh/ });
		const key = stack.sql("SELECT id FROM pending_evidence WHERE title = 'Menyusul contoh'")[0].id;
		await edit(operator, `/upload/pending/${key}`, { title: 'Menyusul berganti', due: tomorrow, reason: 'Judulnya lain' }, { form: 'form[action$="/change"]' });
		assert.match(await everywhere(operator, `/questionnaire/${id}/`), /Menyusul berganti/);
		await edit(operator, `/upload/pending/${key}`, { why: 'Tidak jadi' }, { form: 'form[action$="/withdraw"]' });
		assert.doesNotMatch(await everywhere(operator, `/questionnaire/${id}/`), /Menyusul berganti/);
	});

	it('reviews, as far as they may be known', async () => {
		await bring('Diperiksa contoh');
		const key = linkOf('Diperiksa contoh');
		stack.sql(`UPDATE answer SET self_level = 3, explanation = 'Uraian contoh' WHERE assessment_id = ${id}`);
		state('submitted');
		await everywhere(operator, variable());
		await changes(`/verify/${id}/${VARIABLE}`, async () => good(team.submit(await team.get(`/verify/${id}/${VARIABLE}`),
			{ level: 3, reason: 'Uji petik di tempat', recommendation: 'Lengkapi notulen', [`decision-${key}`]: 'rejected', [`why-${key}`]: 'Tahunnya lain sekali' },
			{ button: 'save', follow: false })), { who: team, to: /Tahunnya lain sekali/ });
		assert.doesNotMatch(await everywhere(operator, variable()), /Tahunnya/, 'the agency is not told yet');
		state('verified');
		assert.match(await everywhere(operator, variable()), /Tahunnya lain sekali/, 'the state is never kept');
		state('draft');
	});

	it('what was said about an answer, when it is sent in again', async () => {
		const said = async () => (await everywhere(team, `/verify/${id}/${VARIABLE}`)).match(/Lengkapi tanggalnya/g).length;
		stack.sql(`UPDATE answer SET self_level = 3, explanation = 'Uraian contoh', overclaim_reason = 'Menyusul', city_level = NULL WHERE assessment_id = ${id};
			UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.needs_correction = 1, n.corrected = 1,
			n.return_note = 'Lengkapi tanggalnya' WHERE n.assessment_id = ${id} AND v.number = ${VARIABLE}`);
		state('returned');
		const before = await said();
		await edit(operator, `/questionnaire/${id}/check`, { statement: '1' }, { form: 'form[action$="/check"]' });
		assert.equal(await said(), before + 1);
		state('draft');
	});

	it('lists and sums of it', async () => {
		const year = city.year;
		await changes('/upload/', () => bring('Daftar contoh'), { to: /Daftar contoh/ });
		await changes('/upload/?q=berganti', () => edit(operator, `/upload/document/${document('Daftar contoh')}/edit`, { title: 'Daftar berganti' }),
			{ to: /Daftar berganti/ });
		await changes(`/verify/?year=${year}`, () => edit(operator, `/upload/pending/${id}/${item(1)}`, { title: 'Untuk daftar kerja', due: tomorrow }),
			{ who: team, to: /1 menyusul/ });
		state('submitted');
		const list = await everywhere(team, `/verify/?year=${year}`);
		const key = linkOf('Daftar berganti');
		await edit(team, `/verify/${id}/${VARIABLE}`, { level: 3, reason: 'Uji petik di tempat', recommendation: 'Lengkapi notulen', [`decision-${key}`]: 'accepted' },
			{ button: 'save', follow: false });
		assert.notEqual(await everywhere(team, `/verify/?year=${year}`), list);
		assert.match(await everywhere(team, `/verify/${id}/${VARIABLE}`), /“Daftar berganti”/, 'in the history of the variable');
		state('draft');
	});

	it('what the background run finds', async () => {
		await bring('Latar contoh');
		stack.sql(`UPDATE revision r JOIN document d ON d.id = r.document_id SET r.inspected_at = NULL, r.pages = NULL,
			r.signatures = NULL, r.findings = '', r.inspect_after = NULL
			WHERE d.title = 'Latar contoh'`);
		const old = await everywhere(operator, variable());
		const run = stack.matang(['work']);
		assert.equal(run.status, 0, run.stderr);
		assert.notEqual(stack.sql(`SELECT r.inspected_at FROM revision r JOIN document d ON d.id = r.document_id
			WHERE d.title = 'Latar contoh'`)[0].inspected_at, null, run.stdout + run.stderr);
		assert.notEqual(await everywhere(operator, variable()), old);
	});

	it(`${WRITERS} writers at once, each of whom reads what was written`, async () => {
		const items = city.items(VARIABLE);
		const writers = Array.from({ length: WRITERS }, (_, at) => [`Serentak ${String(at).padStart(2, '0')}`, operator.clone()]);
		await everywhere(operator, variable());
		await Promise.all(writers.map(async ([title, me], at) => {
			for (const round of [1, 2]) {
				const name = `${title} putaran ${round}`;
				await edit(me, `/upload/pending/${id}/${items[at % items.length].id}`, { title: name, due: tomorrow });
				const page = await me.get(`/questionnaire/${id}/`);
				assert.ok(page.words('body').includes(name), `${name} is not on the page that is read at once`);
			}
		}));
		const all = await everywhere(operator, `/questionnaire/${id}/`);
		for (const [title] of writers)
			assert.ok(all.includes(`${title} putaran 1`) && all.includes(`${title} putaran 2`), title);
	});
});
