// SPDX-License-Identifier: ISC
//
// The improvement plan: what it proposes, the score that it leads to (38 to 47, as the published case), steps
// with whoever is in charge of them, documents that finish them, what goes on next year, and who reads it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asTexts } from './texts.mjs';
import { PDF, openWorld } from './world.mjs';
import { csvRows, startStack } from './harness.mjs';

/* Table 2 of the published case. */
const SELF = [5, 5, 2, 2, 2, 4, 5, 4, 4, 3, 2], TARGETS = { 3: 5, 5: 5, 10: 5, 11: 3 };

let stack, world, id, operator, team, head;
const one = (query) => stack.sql(query)[0];
const newest = (table) => Number(one(`SELECT MAX(id) AS id FROM ${table}`).id);
const forced = async (who, place, fields = {}) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });
const figure = (page, label) => page.all('.matang-figure').find((part) => part.words.startsWith(label))?.words;
const row = (page, title) => page.all('tbody tr').find((line) => line.words.includes(title))?.words;
const levels = (assessment, list) => stack.sql(list.map((level, at) => `UPDATE answer n JOIN variable v ON v.id = n.variable_id
	SET n.self_level = ${level} WHERE n.assessment_id = ${assessment} AND v.number = ${at + 1};`).join('\n'));

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	levels(id, SELF);
	[operator, team, head] = await Promise.all(['operator.dkumkmp', 'verifikator', 'kepala.dkumkmp'].map((who) => world.as(who)));
});
after(() => stack?.stop());

describe('a plan', () => {
	it('is where its people begin, with the present score and nothing gained yet', async () => {
		const page = await operator.get('/plan/', { follow: true });
		assert.match(page.url, new RegExp(`/plan/${id}$`));
		assert.match(figure(page, 'Skor sekarang'), /38 Tinggi/);
		assert.match(figure(page, 'Perkiraan skor'), /38/);
		assert.ok(page.one('.govuk-service-navigation a[href$="/plan/"]'), 'an entry of the menu');
	});

	it('proposes what the next level lacks, most points for each document first', async () => {
		const page = await operator.get(`/plan/${id}`);
		const proposals = page.all('.matang-plan__proposal').map((part) => ({ points: Number(/\+(\d)/.exec(part.words)[1]),
			missing: Number(/: (\d+) dokumen kurang/.exec(part.words)[1]) }));
		assert.equal(proposals.length, SELF.filter((level) => level < 5).length);
		for (const [at, one] of proposals.slice(1).entries())
			assert.ok(proposals[at].points / proposals[at].missing >= one.points / one.missing, `${at}`);
		assert.equal(page.all('[name^=item-]').length, proposals.reduce((sum, one) => sum + one.missing, 0));
	});

	it('leads from 38 to 47 with the targets of the published case', async () => {
		let page = await operator.submit(await operator.get(`/plan/${id}`), Object.fromEntries(Object.entries(TARGETS)
			.map(([variable, level]) => [`target-${variable}`, level])), { form: 'form[action$="/targets"]' });
		assert.match(figure(page, 'Perkiraan skor'), /38/);	/* aimed at, and nothing planned */
		assert.equal(page.words().match(/langkahnya belum cukup/g).length, 4);
		const boxes = page.all('.matang-plan__proposal').filter((part) => Object.keys(TARGETS).some((number) => part.words.startsWith(`${number}. `)))
			.flatMap((part) => part.querySelectorAll('[name^=item-]').map((box) => [box.getAttribute('name'), '1']));
		page = await operator.submit(page, { ...Object.fromEntries(boxes), charge: 'Sekretaris Dinas', due: '2031-01-31' }, { form: 'form[action$="/take"]' });
		assert.equal(page.status, 200, page.errors.join());
		assert.match(figure(page, 'Skor sekarang'), /38 Tinggi/);
		assert.match(figure(page, 'Perkiraan skor'), /47 Sangat Tinggi/);
		assert.match(figure(page, 'Kenaikan'), /\+9/);
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM plan_step WHERE assessment_id = ${id} AND in_charge = 'Sekretaris Dinas' AND due = '2031-01-31'`).n), boxes.length);
		assert.doesNotMatch(page.words(), /langkahnya belum cukup/);
	});

	it('asks for a tick, and keeps what was typed', async () => {
		const page = await operator.submit(await operator.get(`/plan/${id}`), { charge: 'Kepala Bidang' }, { form: 'form[action$="/take"]' });
		assert.equal(page.status, 422);
		assert.match(page.errors.join(), /Centang dahulu/);
		assert.equal(page.one('#charge').getAttribute('value'), 'Kepala Bidang');
	});

	it('takes nothing that is not missing, and nothing twice', async () => {
		const { n } = one('SELECT COUNT(*) AS n FROM plan_step');
		const { item } = one(`SELECT MIN(checklist_item_id) AS item FROM plan_step WHERE assessment_id = ${id}`);
		const answer = await forced(operator, `/plan/${id}/take`, { [`item-${item}`]: '1', 'item-999999': '1' });
		assert.equal(answer.status, 303);
		assert.equal(one('SELECT COUNT(*) AS n FROM plan_step').n, n);
	});
});

describe('a step', () => {
	let step;
	const open = () => operator.get(`/plan/step/${step}`);
	const save = async (fields, page) => operator.submit(page ?? await open(), fields, { form: 'main form[method=post]' });

	it('is one of the agency its own, too', async () => {
		const page = await operator.submit(await operator.get(`/plan/${id}/new`), { variable: 4, level: 3, title: 'Menyusun SOP UPTD SIK', cost: 1500000 },
			{ form: 'main form[method=post]' });
		assert.equal(page.status, 200, page.errors.join());
		step = newest('plan_step');
		assert.match(row(page, 'Menyusun SOP UPTD SIK'), /Variabel 4, Tingkat III, Rp1\.500\.000.*Belum/);
		const asked = await operator.get(`/plan/step/${step}`);
		assert.equal(asked.one('#cost').getAttribute('type'), 'text', 'a field of numbers would drop points in silence');
		assert.equal(asked.one('#cost').getAttribute('inputmode'), 'numeric');
		for (const [cost, stored] of [['2.750.000', '2750000'], ['Rp 1.250.000', '1250000'], ['Rp. 900000', '900000'], ['1.500.000', '1500000']]) {
			assert.equal((await save({ cost })).status, 200, cost);
			assert.equal(one(`SELECT cost FROM plan_step WHERE id = ${step}`).cost, stored);
		}
		for (const cost of ['1.50', '1500.75', '1.5000', '1500.000', '.500', '1,5', 'Rp', '1.500.']) {
			const no = await save({ cost });
			assert.equal(no.status, 422, cost);
			assert.match(no.errors.join(), /Perkiraan biaya harus berupa angka bulat/);
			assert.equal(no.one('#cost').getAttribute('value'), cost);
		}
		const wrong = await operator.submit(await operator.get(`/plan/${id}/new`), { title: 'Tanpa variabel' }, { form: 'main form[method=post]' });
		assert.equal(wrong.status, 422);
		assert.match(wrong.errors.join(), /Pilih variabelnya/);
		assert.equal(wrong.one('#title').getAttribute('value'), 'Tanpa variabel');
	});

	it('has somebody in charge: an account of the agency, or a name', async () => {
		const { account } = one("SELECT id AS account FROM account WHERE username = 'kepala.dkumkmp'");
		const { foreign } = one("SELECT id AS `foreign` FROM account WHERE username = 'operator.dishub'");
		assert.match((await save({ account, state: 'running' })).words(), /Perubahan sudah tersimpan/);
		assert.equal(one(`SELECT account_id AS n FROM plan_step WHERE id = ${step}`).n, account);
		const { version } = one(`SELECT version FROM plan_step WHERE id = ${step}`);
		assert.equal((await forced(operator, `/plan/step/${step}`, { account: foreign, title: 'Contoh', state: 'open', version })).status, 422);
		assert.match((await save({ charge: 'Siapa saja' })).errors.join(), /salah satu saja/);
	});

	it('is given up only with a reason, which is read', async () => {
		assert.match((await save({ state: 'dropped' })).errors.join(), /Tulis mengapa langkah ini batal/);
		assert.match(row(await save({ state: 'dropped', reason: 'Sudah termasuk SOP induk' }), 'SOP UPTD SIK'), /Batal Sudah termasuk SOP induk/);
		assert.match(row(await save({ state: 'running' }), 'SOP UPTD SIK'), /Berjalan/);
	});

	it('is not overwritten by who saw it before', async () => {
		const [mine, old] = [await open(), await open()];
		assert.equal((await save({ cost: 2000000 }, mine)).status, 200);
		assert.equal((await save({ cost: 9 }, old)).status, 409);
		assert.equal(one(`SELECT cost FROM plan_step WHERE id = ${step}`).cost, '2000000');
	});

	it('leads to the upload with its criterion chosen, and is done by one press once its document is there', async () => {
		const { planned, item, title } = one(`SELECT id AS planned, checklist_item_id AS item, title FROM plan_step
			WHERE assessment_id = ${id} AND variable_number = 11 LIMIT 1`);
		let page = await operator.get(`/plan/${id}`);
		const lead = page.one(`a[href$="/upload/attach/${id}/${item}"]`);
		assert.ok(lead, 'a way to the upload');
		assert.ok(!page.one(`form[action$="/plan/step/${planned}/done"]`), 'nothing is there yet');
		await operator.submit(await operator.get(new URL(lead.getAttribute('href'), page.url).pathname.replace(/^\/matang/, '')), { title: 'Bukti sosialisasi', kind: 'foto',
			file: { filename: 'sosialisasi.pdf', type: 'application/pdf', content: PDF } }, { form: 'form:has(input[type=file])' });
		page = await operator.get(`/plan/${id}`);
		assert.match(row(page, title), /Bukti sosialisasi/);
		assert.match(page.words(), /1 langkah dokumennya sudah ada/);
		page = await operator.submit(page, {}, { form: `form[action$="/plan/step/${planned}/done"]` });
		assert.match(row(page, title), /Selesai/);
		assert.equal(one(`SELECT to_value AS t FROM history WHERE subject = 'plan' AND subject_id = ${planned} ORDER BY id DESC LIMIT 1`).t, 'Selesai');
		assert.match(figure(page, 'Perkiraan skor'), /47/);	/* what is there counts as what is planned */
	});

	it('without a document is marked done from the list, too', async () => {
		const { own } = one(`SELECT id AS own FROM plan_step WHERE assessment_id = ${id} AND checklist_item_id IS NULL LIMIT 1`);
		assert.ok((await operator.get(`/plan/${id}`)).one(`form[action$="/plan/step/${own}/done"]`));
	});

	it('is marked done with all others that have their document', async () => {
		stack.sql(`UPDATE plan_step SET state = 'open', done_at = NULL WHERE assessment_id = ${id} AND state = 'done'`);
		const page = await operator.submit(await operator.get(`/plan/${id}`), {}, { form: 'form[action$="/documented"]' });
		assert.match(page.words(), /Sudah dicatat selesai/);
		assert.equal(one(`SELECT COUNT(*) AS n FROM plan_step WHERE assessment_id = ${id} AND state = 'done'`).n, '1');
	});
});

describe('as a file and a paper', () => {
	it('has a line for each step, and the targets as another sheet', async () => {
		const csv = csvRows((await team.get(`/plan/${id}/table.csv`)).text);
		assert.equal(csv.length, Number(one(`SELECT COUNT(*) AS n FROM plan_step WHERE assessment_id = ${id}`).n));
		assert.ok(csv.some((line) => line.Langkah === 'Menyusun SOP UPTD SIK' && line['Perkiraan biaya (Rp)'] === '2000000'));
	});

	it('is printed with its sums, and signed by the head', async () => {
		const page = await head.get(`/plan/${id}/paper`);
		assert.match(page.words('.matang-paper'), /Skor sekarang.*38 \(penilaian mandiri\).*47 bila semua langkah selesai/s);
		const { title, name } = one("SELECT head_title AS title, head_name AS name FROM agency WHERE short_name = 'DKUMKMP'");
		assert.ok(page.words('.matang-paper').includes(title) && page.words('.matang-paper').includes(name), 'its head by office and name');
		const pdf = await head.get(`/plan/${id}/paper/pdf`);
		await asTexts(head, `/plan/${id}/paper`, /RENCANA PERBAIKAN/i);
		assert.equal(pdf.headers['content-type'], 'application/pdf');
	});
});

describe('who reads it', () => {
	it('the head and the team without a form; no other agency', async () => {
		for (const who of [head, team, await world.as('auditor')]) {
			const page = await who.get(`/plan/${id}`);
			assert.match(figure(page, 'Perkiraan skor'), /47/);
			assert.ok(!page.one('main form'), 'nothing to send');
			assert.equal((await forced(who, `/plan/${id}/targets`, { 'target-3': 4, 'was-3': 5 })).status, 403);
		}
		const other = await world.as('operator.dishub');
		assert.equal((await other.get(`/plan/${id}`)).status, 404);
		assert.equal((await other.get(`/plan/step/${newest('plan_step')}`)).status, 404);
		assert.equal((await forced(other, `/plan/step/${newest('plan_step')}/done`)).status, 404);
	});

	it('the history names the step where it tells what a change is about, not as its reason', async () => {
		const { title } = one(`SELECT title FROM plan_step WHERE assessment_id = ${id} ORDER BY id LIMIT 1`);
		const words = (await team.get(`/report/history/${id}`)).words('main');
		assert.ok(words.includes(`“${title}”`), words);
		assert.ok(!words.includes(`Alasan: ${title}`), words);
	});

	it('the stage of verification has begun once the city has verified, where the province validates too', async () => {
		const tier = one('SELECT province_tier FROM cycle WHERE id = 1').province_tier;
		stack.sql(`UPDATE cycle SET province_tier = 1 WHERE id = 1; UPDATE assessment SET state = 'verified' WHERE id = ${id};
			UPDATE answer SET city_level = self_level, city_recommendation = 'Lengkapi (contoh)' WHERE assessment_id = ${id}; UPDATE world_stamp SET number = number + 1`);
		assert.match(row(await team.get('/plan/'), 'Dinas Koperasi'), /11 dari 11$/);
		stack.sql(`UPDATE cycle SET province_tier = ${tier} WHERE id = 1; UPDATE assessment SET state = 'draft' WHERE id = ${id};
			UPDATE answer SET city_level = NULL, city_recommendation = '' WHERE assessment_id = ${id}; UPDATE world_stamp SET number = number + 1`);
	});

	it('the team sees all agencies with their four stages', async () => {
		const page = await team.get('/plan/');
		const words = row(page, 'Dinas Koperasi');
		const { all, done } = one(`SELECT SUM(state <> 'dropped') AS \`all\`, SUM(state = 'done') AS done FROM plan_step WHERE assessment_id = ${id}`);
		assert.match(words, new RegExp(`DrafSelesai${done} dari ${all}BelumBelum`));
		assert.match((await team.get('/plan/?q=tidak+ada+yang+begini')).words(), /Tidak ada yang cocok/);
		const csv = csvRows((await team.get('/plan/table.csv')).text);
		assert.equal(csv.find((line) => line['Perangkat daerah'].startsWith('Dinas Koperasi')).Langkah, all);
		assert.equal((await team.get('/plan/?region=1')).status, 404);
	});
});

describe('beside all others', () => {
	it('stands in the report of the region: what it leads to and what is open, once the score is told', async () => {
		const open = one(`SELECT COUNT(*) AS n FROM plan_step WHERE assessment_id = ${id} AND state IN ('open', 'running')`).n;
		const cell = async () => {
			const page = await team.get('/report/region/1');
			const line = page.all('table.matang-grid tbody tr').find((part) => part.words.startsWith('Dinas Koperasi'));
			return line.querySelector('[data-label="Menurut rencana"]').words;
		};
		assert.equal(await cell(), `${open} langkah`);
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		assert.equal(await cell(), `47 (${open} langkah)`);
		const head = csvRows((await team.get('/report/region/1/data.csv')).text)[0];
		assert.ok(!('plan' in head), 'no data of the contract');
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
	});

	it('is counted on the wall over all agencies, a page of them at a time', async () => {
		stack.sql(`INSERT INTO agency (region_id, name, short_name) SELECT region_id, CONCAT('Zona Contoh ', LPAD(seq, 2, '0')), CONCAT('zona-', seq)
				FROM seq_1_to_70 JOIN agency WHERE agency.id = (SELECT agency_id FROM assessment WHERE id = ${id});
			INSERT INTO assessment (cycle_id, agency_id) SELECT 1, id FROM agency WHERE short_name LIKE 'zona-%';
			INSERT INTO answer (assessment_id, variable_id) SELECT a.id, n.variable_id FROM assessment a JOIN agency g ON g.id = a.agency_id
				JOIN answer n ON n.assessment_id = ${id} WHERE g.short_name LIKE 'zona-%';
			UPDATE cycle_step SET planned_until = UTC_DATE() + INTERVAL 1 DAY WHERE cycle_id = 1 AND step = 4;
			UPDATE world_stamp SET number = number + 1`);
		const with_agency = one(`SELECT COUNT(*) AS n FROM assessment a WHERE cycle_id = 1 AND state IN ('not_started', 'draft', 'returned') AND left_at IS NULL
			AND EXISTS (SELECT 1 FROM answer n WHERE n.assessment_id = a.id AND n.self_level IS NULL)`).n;
		const first = await team.get('/plan/wall');
		assert.doesNotMatch(first.words(), /dari 0, di 0 rencana/);
		assert.ok(Number(with_agency) > 60);
		assert.ok(first.words().includes(`Perlu dibantu hari ini ${with_agency}`) || first.words().includes(`Perlu dibantu hari ini${with_agency}`), first.words());
		assert.equal(first.all('main tbody tr').length, 12);
		const whole = await team.get(first.one('main a[href*="page=1"]').getAttribute('href').replace('/matang', '').replace(/#.*/, ''));
		assert.ok(whole.all('main tbody tr').length > 12);
		const next = await team.get(whole.one('a[rel=next]').getAttribute('href').replace('/matang', ''));
		assert.match(next.words(), /Perlu dibantu, halaman 2/);
		assert.match(next.words(), /Zona Contoh 70/);
		const names = (page) => page.all('main tbody th').map((cell) => cell.textContent.trim());
		const back = await team.get(next.one('a[rel=prev]').getAttribute('href').replace('/matang', ''));
		assert.deepEqual(names(back), names(whole));
		assert.equal(new Set([...names(whole), ...names(next)]).size, names(whole).length + names(next).length, 'none is on two pages');
		/* One that comes to stand elsewhere meanwhile neither hides another one nor shows it twice. */
		const { place } = one('SELECT MIN(place) AS place FROM (SELECT place FROM assessment_sum WHERE cycle_id = 1 ORDER BY place DESC LIMIT 30) first_half');
		const third = await team.get(`/plan/wall?page=3&before=${place}`);
		assert.deepEqual(names(third), names(whole).slice(0, 29));
		assert.equal((await team.get('/plan/wall?page=2&after=0')).status, 400);
		assert.equal((await team.get('/plan/wall?page=2&after=x')).status, 400);
		const nobody = await team.get('/plan/wall?page=900&after=1');
		assert.match(nobody.words(), /Tidak ada yang mendesak/);
		stack.sql(`DELETE n FROM answer n JOIN assessment a ON a.id = n.assessment_id JOIN agency g ON g.id = a.agency_id WHERE g.short_name LIKE 'zona-%';
			DELETE a FROM assessment a JOIN agency g ON g.id = a.agency_id WHERE g.short_name LIKE 'zona-%';
			DELETE FROM agency WHERE short_name LIKE 'zona-%'; UPDATE world_stamp SET number = number + 1`);
	});
});

describe('the year after', () => {
	it('takes up what was left open, once, and says where it comes from', async () => {
		const open = Number(one(`SELECT COUNT(*) AS n FROM plan_step WHERE assessment_id = ${id} AND state IN ('open', 'running')`).n);
		stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier, early_filling, start_date, state, opened_at)
				SELECT region_id, instrument_id, year + 1, province_tier, 1, start_date, 'open', opened_at FROM cycle WHERE id = 1;
			INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
				SELECT (SELECT MAX(id) FROM cycle), step, working_days, planned_from, planned_until FROM cycle_step WHERE cycle_id = 1;
			INSERT INTO assessment (cycle_id, agency_id, state) SELECT (SELECT MAX(id) FROM cycle), agency_id, 'draft' FROM assessment WHERE id = ${id};
			INSERT INTO answer (assessment_id, variable_id) SELECT (SELECT MAX(id) FROM assessment), variable_id FROM answer WHERE assessment_id = ${id};
			UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1;
			UPDATE world_stamp SET number = number + 1`);
		const next = newest('assessment');
		levels(next, SELF);
		let page = await operator.get('/plan/', { follow: true });
		assert.match(page.url, new RegExp(`/plan/${next}$`));
		assert.match(page.words(), new RegExp(`masih menyisakan ${open} langkah`));
		page = await operator.submit(page, {}, { form: 'form[action$="/carry"]' });
		assert.equal(page.all('#langkah ~ table tbody tr, tbody tr').filter((line) => line.words.includes('lanjutan')).length, open);
		assert.doesNotMatch(page.words(), /masih menyisakan/);
		assert.match(figure(page, 'Perkiraan skor'), /46|47/);
		assert.equal((await forced(operator, `/plan/${next}/carry`)).status, 303);
		assert.equal(Number(one(`SELECT COUNT(*) AS n FROM plan_step WHERE assessment_id = ${next}`).n), open);
		assert.ok(page.one(`a[href$="/plan/${id}"]`), 'the plan of the year before');
		assert.deepEqual(stack.sql(`SELECT DISTINCT s.due FROM plan_step s JOIN plan_step b ON b.id = s.carried_from
			WHERE s.assessment_id = ${next} AND b.due = '2031-01-31'`), [{ due: '2031-01-31' }], 'a day that is still ahead goes on');
		assert.equal(one(`SELECT COUNT(*) AS n FROM plan_step s JOIN plan_step b ON b.id = s.carried_from
			WHERE s.assessment_id = ${next} AND b.due < UTC_DATE() AND s.due IS NOT NULL`).n, '0', 'one that is over does not');
	});
});
