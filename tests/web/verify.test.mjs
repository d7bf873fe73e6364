// SPDX-License-Identifier: ISC
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const RECOMMENDATION = 'Lengkapi berita acara (contoh).';

/* Evidence by sql(): how it is uploaded is not what these tests are about. */
class Evidence {
	constructor(stack) {
		this.stack = stack;
		this.document = 0;
	}

	/* A document under the first item of a level; gives the keys of link and revision. */
	put(assessment, variable, level, { title = `Dokumen ${variable}/${level} contoh`, outside = '', period } = {}) {
		const id = 1000 + ++this.document;
		this.stack.sql(`INSERT INTO document (id,agency_id,title,kind,number,dated,period_from,period_until,
				outside_address,created_at,created_by)
			SELECT ${id},a.agency_id,'${title}','laporan','000.8/${id}','2026-03-02',
				${period ? `'${period[0]}','${period[1]}'` : 'NULL,NULL'},'${outside}',UTC_TIMESTAMP(3),3
			FROM assessment a WHERE a.id = ${assessment};
			INSERT INTO evidence_link (id,assessment_id,checklist_item_id,document_id,created_at,created_by)
			SELECT ${id},${assessment},i.id,${id},UTC_TIMESTAMP(3),3
			FROM assessment a JOIN cycle c ON c.id = a.cycle_id
			JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = ${variable}
			JOIN level l ON l.variable_id = v.id AND l.number = ${level}
			JOIN checklist_item i ON i.level_id = l.id AND i.position = 1
			WHERE a.id = ${assessment};`);
		return { link: id, title, revision: outside ? 0 : this.revise(id) };
	}

	revise(document) {
		const [{ next }] = this.stack.sql(`SELECT COALESCE(MAX(number), 0) + 1 AS next
			FROM revision WHERE document_id = ${document}`);
		this.stack.sql(`INSERT INTO revision (document_id,number,sha256,bytes,type,client_name,stored_name,
				created_at,created_by)
			VALUES (${document},${next},UNHEX(SHA2('${document}-${next}',256)),12345,'application/pdf',
				'berkas.pdf','${document % 100}/${document}-${next}',UTC_TIMESTAMP(3),3)`);
		return Number(this.stack.sql(`SELECT id FROM revision WHERE document_id = ${document}
			ORDER BY number DESC LIMIT 1`)[0].id);
	}
}

describe('verify', () => {
	let stack, world, evidence, team, other, province, id, tierless;

	/* An agency that has filled in everything and submitted. */
	function submit(assessment, self = 3) {
		stack.sql(`UPDATE answer SET self_level = ${self}, explanation = 'Uraian contoh',
				overclaim_reason = 'Menyusul (contoh)', city_level = NULL, city_reason = '',
				city_recommendation = '', province_level = NULL, province_reason = '',
				province_recommendation = '', needs_correction = 0, corrected = 0, return_note = ''
			WHERE assessment_id = ${assessment};
			UPDATE assessment SET state = 'submitted' WHERE id = ${assessment};`);
	}

	const answer = (assessment, number) => stack.sql(`SELECT w.* FROM answer w JOIN variable v
		ON v.id = w.variable_id WHERE w.assessment_id = ${assessment} AND v.number = ${number}`)[0];
	const link = (key) => stack.sql(`SELECT * FROM evidence_link WHERE id = ${key}`)[0];
	const history = (assessment, subject) => stack.sql(`SELECT h.*, u.username FROM history h
		LEFT JOIN account u ON u.id = h.account_id
		WHERE h.assessment_id = ${assessment} AND h.subject = '${subject}' ORDER BY h.id`);
	const open = (who, assessment, number) => who.get(`/verify/${assessment}/${number}`);
	const save = (who, page, fields, options) => who.submit(page, fields, { button: 'save', follow: false, ...options });
	const values = (page) => Object.fromEntries(page.form().untouched());

	/* Everything of a tier by sql(), for tests of what comes after. */
	function decideAll(assessment, tier, level = 3) {
		stack.sql(`UPDATE answer SET ${tier}_level = ${level}, ${tier}_reason = 'Data dukung dibaca',
				${tier}_recommendation = '${RECOMMENDATION}' WHERE assessment_id = ${assessment};
			UPDATE evidence_link k LEFT JOIN revision r ON r.document_id = k.document_id AND r.number = (
				SELECT MAX(n.number) FROM revision n WHERE n.document_id = k.document_id)
			SET k.${tier}_decision = 'accepted', k.${tier}_revision_id = r.id
			WHERE k.assessment_id = ${assessment};`);
	}

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		evidence = new Evidence(stack);
		id = world.assessment('DKUMKMP');
		tierless = world.assessment('Dinkutim');
		team = await world.as('verifikator');
		other = await world.as('verifikator2');
		province = await world.as('validator');
		submit(id);
		submit(tierless);
	});
	after(() => stack?.stop());

	describe('who may', () => {
		const pages = () => ['/verify/', '/verify/checklist', `/verify/${id}/`, `/verify/${id}/next`, `/verify/${id}/3`];

		test('strangers are asked to sign in, and come back', async () => {
			for (const page of pages()) {
				const answer = await stack.client().get(page);
				assert.equal(answer.status, 303, page);
				assert.equal(answer.location, `/matang/account/?next=${page}`);
			}
			const typed = await stack.client().post(`/verify/${id}/3`, { version: 1, 'why-7': 'sudah diketik' });
			assert.equal(typed.status, 401);
			assert.ok(typed.all('textarea').some((one) => one.textContent.includes('sudah diketik')));
		});

		test('agencies and administrators have no business here', async () => {
			for (const name of ['operator.dkumkmp', 'kepala.dkumkmp', 'admin']) {
				const who = await world.as(name);
				for (const page of pages())
					assert.equal((await who.get(page)).status, 403, `${name} ${page}`);
			}
		});

		test('an auditor reads everything and changes nothing', async () => {
			const auditor = await world.as('auditor');
			for (const path of pages()) {
				const page = await auditor.get(path, { follow: true });
				assert.equal(page.status, 200, path);
				assert.equal(page.all('main form[method=post]').length, 0, path);
			}
			const csrf = auditor.csrf(await auditor.get('/verify/'));
			for (const path of [`/verify/${id}/3`, `/verify/${id}/finish`, `/verify/${id}/return`])
				assert.equal((await auditor.post(path, { csrf, version: 1 })).status, 403, path);
			assert.equal((await auditor.get(`/verify/${id}/return`)).status, 403);
		});

		test('another region does not exist', async () => {
			for (const path of [`/verify/${tierless}/`, `/verify/${tierless}/3`, `/verify/${tierless}/return`,
				'/verify/999999/', `/verify/${id}/12`, `/verify/${id}/0`, '/verify/?year=2019', '/verify/?region=3',
				'/verify/checklist?year=2019'])
				assert.equal((await team.get(path)).status, 404, path);
			const csrf = team.csrf(await team.get('/verify/'));
			for (const path of [`/verify/${tierless}/3`, `/verify/${tierless}/finish`, `/verify/${tierless}/return`])
				assert.equal((await team.post(path, { csrf, version: 1 })).status, 404, path);
		});

		test('wrong method, missing token, unknown field', async () => {
			assert.equal((await team.get(`/verify/${id}/finish`)).status, 405);
			assert.equal((await team.post('/verify/')).status, 405);
			assert.equal((await team.post(`/verify/${id}/`)).status, 405);
			for (const path of [`/verify/${id}/3`, `/verify/${id}/finish`, `/verify/${id}/return`])
				assert.equal((await team.post(path, { version: 1 })).status, 403, path);
			const csrf = team.csrf(await team.get('/verify/'));
			assert.equal((await team.post(`/verify/${id}/3`, { csrf, version: 1, lain: 1 })).status, 400);
			assert.equal((await team.post(`/verify/${id}/3`, { csrf })).status, 400);
			assert.equal((await team.post(`/verify/${id}/3`, { csrf, version: 1, act: 'hapus' })).status, 400);
			assert.equal((await team.post(`/verify/${id}/finish`, { csrf })).status, 400);
			assert.equal((await team.get('/verify/?lain=1')).status, 400);
			assert.equal((await team.get('/verify/?year=x')).status, 400);
		});

		test('the team member of an agency reads it, and decides nothing there', async () => {
			const own = world.assessment('Bagor');
			submit(own);
			const list = await team.get('/verify/');
			assert.match(list.words(), /Perangkat daerah Anda: diverifikasi anggota tim lain/);
			const page = await team.get(`/verify/${own}/3`);
			assert.equal(page.status, 200);
			assert.equal(page.all('main form').length, 0);
			assert.match(page.words(), /Anda bekerja di perangkat daerah ini/);
			const csrf = team.csrf(page);
			for (const path of [`/verify/${own}/3`, `/verify/${own}/finish`, `/verify/${own}/return`]) {
				const refused = await team.post(path, { csrf, version: 1 });
				assert.equal(refused.status, 403, path);
				assert.match(refused.words(), /yang memeriksanya anggota tim lain/);
			}
			assert.equal((await other.get(`/verify/${own}/3`)).all('main form').length, 1);
			stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${own}`);
		});
	});

	describe('the work list', () => {
		test('shows who waits first, with figures, and is filtered and searched', async () => {
			const page = await team.get('/verify/');
			const [head, first] = page.rows();
			assert.deepEqual(head.slice(0, 3), ['Perangkat daerah', 'Status', 'Langkah']);
			assert.deepEqual(first.slice(0, 6), ['Dinas Koperasi, UMKM dan Perindustrian', 'Menunggu verifikasi', '5', '33', '–', '0/11']);
			assert.equal(page.rows().length, 5);
			const waiting = await team.get(page.link('Menunggu verifikasi 1'));
			assert.equal(waiting.rows().length, 2);
			const found = await team.submit(page, { q: 'perhub' }, { form: 'form[role=search]' });
			assert.deepEqual(found.rows().slice(1).map(([name]) => name), ['Dinas Contoh Perhubungan']);
			const short = await team.get('/verify/?q=bappeda');
			assert.equal(short.rows().length, 2);
			const none = await team.get('/verify/?q=%25');
			assert.match(none.words(), /Tidak ada yang cocok/);
			const quoted = await team.get(`/verify/?q=${encodeURIComponent('<b>"&\'')}`);
			assert.equal(quoted.one('#q').getAttribute('value'), '<b>"&\'');
			assert.equal(quoted.all('main b').length, 0);
		});

		test('opens on the year in which somebody waits, and names the others that are open', async () => {
			stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
					SELECT 77, region_id, instrument_id, 2027, 1, start_date, 'open', opened_at FROM cycle WHERE id = 1;
				INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
					SELECT 77, step, working_days, planned_from + INTERVAL 1 YEAR, planned_until + INTERVAL 1 YEAR FROM cycle_step WHERE cycle_id = 1;
				INSERT INTO assessment (id, cycle_id, agency_id) SELECT 770 + id, 77, id FROM agency WHERE region_id = 2`);
			const page = await team.get('/verify/');
			assert.match(page.words('h1, .govuk-caption-l, main'), /Periode 2026/);
			assert.equal(page.rows()[1][1], 'Menunggu verifikasi');
			assert.match(page.words(), /Periode 2027 juga masih terbuka: 0 menunggu Anda, sisa \d+ hari kerja/);
			/* Whoever waits where it is due first comes first. */
			stack.sql("UPDATE assessment SET state = 'submitted' WHERE cycle_id = 77");
			assert.match((await team.get('/verify/')).words(), /Periode 2027 juga masih terbuka: \d+ menunggu Anda/);
			stack.sql(`UPDATE cycle_step SET planned_from = planned_from - INTERVAL 3 YEAR, planned_until = planned_until - INTERVAL 3 YEAR
				WHERE cycle_id = 77`);
			assert.match((await team.get('/verify/')).words(), /Periode 2026 juga masih terbuka: \d+ menunggu Anda/);
			/* Where nobody waits, what is due next comes first, not the newest year. */
			const waiting = stack.sql("SELECT id FROM assessment WHERE cycle_id = 1 AND state = 'submitted'").map((each) => each.id).join();
			stack.sql(`UPDATE cycle_step SET planned_from = planned_from + INTERVAL 3 YEAR, planned_until = planned_until + INTERVAL 3 YEAR
					WHERE cycle_id = 77;
				UPDATE assessment SET state = 'not_started' WHERE cycle_id = 77;
				UPDATE assessment SET state = 'draft' WHERE id IN (${waiting})`);
			assert.match((await team.get('/verify/')).words(), /Periode 2027 juga masih terbuka: 0 menunggu Anda/);
			stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id IN (${waiting})`);
			stack.sql('DELETE FROM assessment WHERE cycle_id = 77; DELETE FROM cycle_step WHERE cycle_id = 77; DELETE FROM cycle WHERE id = 77');
		});

		test('sixty to a page, and the filter goes along', async () => {
			stack.sql(`INSERT INTO agency (id,region_id,name)
					SELECT 1000 + seq, 2, CONCAT('Dinas Banyak ', LPAD(seq, 3, '0')) FROM seq_1_to_70;
				INSERT INTO assessment (id,cycle_id,agency_id) SELECT id, 1, id FROM agency WHERE id > 1000;
				INSERT INTO answer (assessment_id,variable_id)
					SELECT a.id, v.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
					JOIN variable v ON v.instrument_id = c.instrument_id WHERE a.id > 1000;`);
			const page = await team.get('/verify/?q=banyak&show=filling');
			assert.equal(page.rows().length, 61);
			const next = await team.get(page.link('Berikutnya'));
			assert.equal(next.rows().length, 11);
			assert.equal(next.rows().at(-1)[0], 'Dinas Banyak 070');
			assert.match(next.words(), /Sedang diisi 70/);
			assert.equal((await team.get('/verify/?page=99')).status, 200);
			/* A page that begins where one state has ended, in another: each agency stands on one page. */
			stack.sql("UPDATE assessment SET state = 'submitted' WHERE id BETWEEN 1031 AND 1070");
			const pages = [await team.get('/verify/?q=banyak'), await team.get('/verify/?q=banyak&page=2')];
			const names = pages.map((one) => one.rows().slice(1).map(([name]) => name));
			assert.deepEqual([names[0][0], names[0][40], names[1][0], names[1].length],
				['Dinas Banyak 031', 'Dinas Banyak 001', 'Dinas Banyak 021', 10]);
			assert.equal(new Set(names.flat()).size, 70);
			stack.sql(`DELETE FROM answer WHERE assessment_id > 1000; DELETE FROM assessment WHERE id > 1000;
				DELETE FROM agency WHERE id > 1000`);
		});

		test('the province sees the regions that it validates; others see theirs', async () => {
			const page = await province.get('/verify/');
			assert.ok(page.rows().some(([name]) => name.startsWith('Dinas Koperasi')));
			assert.ok(!page.rows().some(([name]) => name.startsWith('Dinas Contoh Kutai')));
			assert.equal((await province.get('/verify/?region=3')).status, 404);
			const kutim = await world.as('verifikator.kutim');
			assert.deepEqual((await kutim.get('/verify/')).rows().slice(1).map(([name]) => name), ['Dinas Contoh Kutai Timur']);
		});

		test('past cycles can be read', async () => {
			stack.sql(`INSERT INTO cycle (id,region_id,instrument_id,year,province_tier,start_date,state,opened_at,reported_at)
					SELECT 9,2,instrument_id,2025,1,'2025-11-17','reported',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3) FROM cycle WHERE id = 1;
				INSERT INTO assessment (id,cycle_id,agency_id,state) VALUES (900,9,1,'submitted');
				INSERT INTO answer (assessment_id,variable_id,self_level) SELECT 900,id,2 FROM variable;`);
			const page = await team.submit(await team.get('/verify/'), { year: 2025 }, { form: 'form[role=search]' });
			assert.equal(page.rows().length, 2);
			assert.match(page.words(), /Periode ini sudah ditutup/);
			const old = await team.get('/verify/900/3');
			assert.equal(old.status, 200);
			assert.equal(old.all('main form').length, 0);
			const refused = await team.post('/verify/900/3', { csrf: team.csrf(old), version: 1, level: 2 });
			assert.equal(refused.status, 409);
			assert.match(refused.words(), /sudah ditutup/);
		});
	});

	describe('one variable', () => {
		test('the evidence stands beside what it must prove', async () => {
			const stored = evidence.put(id, 2, 2, { title: 'Notulen monev <contoh>', period: ['2026-01-01', '2026-06-30'] });
			evidence.put(id, 2, 3, { title: 'Standar lama', period: ['2023-01-01', '2023-12-31'] });
			evidence.put(id, 2, 3, { title: 'Folder daring', outside: 'https://contoh.invalid/f?a=1&b=2' });
			const page = await open(team, id, 2);
			const words = page.words();
			assert.match(words, /Uraian contoh/);
			assert.match(words, /Monitoring dan pengendalian dilakukan secara berkala dengan fokus yang ditentukan/);
			/* What has documents stands open; the others are a line each until somebody wants to see them. */
			assert.deepEqual([page.all('.matang-criterion').length, page.all('details.matang-line:not(.matang-rail *)').length], [2, 3]);
			assert.match(page.words('.matang-criterion'),
				/Notulen monev <contoh>.*Nomor 000\.8\/1001.*2 Maret 2026.*1 Januari 2026 s\.d\. 30 Juni 2026.*Revisi 1.*SHA-256/);
			assert.equal(page.one('.matang-document a').getAttribute('href'), `/matang/upload/view/${stored.revision}`);
			assert.match(words, /Alamat luar, tidak tersimpan di Matang: https:\/\/contoh\.invalid\/f\?a=1&b=2/);
			assert.deepEqual(page.all('.matang-flags__item').map((one) => one.words.split('.')[0]),
				['Masa berlaku berakhir', 'Hanya alamat luar']);
			assert.match(words, /Petunjuk verifikasi \(praktik setempat\)/);
			assert.match(words, /3 dari 3 dokumen belum diputuskan/);
			/* What leads away keeps what was typed. */
			const gone = await team.submit(page, { [`why-${stored.link}`]: 'Salah tempat' }, { button: 'Pindahkan ke variabel lain: Notulen monev <contoh>', follow: false });
			assert.ok(gone.location.endsWith(`/upload/link/${stored.link}/move`), gone.location);
			assert.equal(values(await open(team, id, 2))[`why-${stored.link}`], 'Salah tempat');
			await team.submit(await open(team, id, 2), {}, { button: 'Buang draf' });
		});

		test('decisions, level and texts are saved together, with history', async () => {
			const good = evidence.put(id, 4, 2), bad = evidence.put(id, 4, 3);
			const page = await open(team, id, 4);
			const done = await save(team, page, { [`decision-${good.link}`]: 'accepted',
				[`decision-${bad.link}`]: 'rejected', [`why-${bad.link}`]: 'Belum ditandatangani.\nLihat halaman 2.',
				level: 2, reason: 'Evaluasi SOP belum ada.', recommendation: RECOMMENDATION });
			assert.equal(done.status, 303);
			assert.equal(done.location, `/matang/verify/${id}/4?done=saved`);
			const after = await team.follow(done);
			assert.match(after.words(), /Perubahan sudah tersimpan/);
			assert.match(after.words(), /Semua 2 dokumen sudah diputuskan/);
			assert.equal(values(after)[`decision-${bad.link}`], 'rejected');

			const row = answer(id, 4);
			assert.deepEqual([row.self_level, row.city_level, row.city_reason, row.city_recommendation],
				['3', '2', 'Evaluasi SOP belum ada.', RECOMMENDATION]);
			assert.equal(link(good.link).city_decision, 'accepted');
			assert.equal(Number(link(good.link).city_revision_id), good.revision);
			assert.equal(link(bad.link).city_reason, 'Belum ditandatangani.\nLihat halaman 2.');
			const [level] = history(id, 'city_level');
			assert.deepEqual([level.from_value, level.to_value, level.reason, level.variable_number, level.username],
				['', '2', 'Evaluasi SOP belum ada.', '4', 'verifikator']);
			const decisions = history(id, 'city_decision');
			assert.deepEqual(decisions.map((one) => [one.subject_id, one.from_value, one.to_value]),
				[[String(good.link), '', 'accepted'], [String(bad.link), '', 'rejected']]);
			assert.match(after.words(), /memutuskan \(verifikasi\) “Dokumen 4\/3 contoh”: belum diputuskan → ditolak/);
			/* In words also where the history keeps no value, or a code. */
			stack.sql(`INSERT INTO history (at, assessment_id, variable_number, subject, subject_id, from_value, to_value)
				VALUES (UTC_TIMESTAMP(3), ${id}, 4, 'explanation', 4, '', ''), (UTC_TIMESTAMP(3), ${id}, 4, 'link', ${good.link}, '', '4/II/1')`);
			stack.sql(`UPDATE assessment SET version = version + 1 WHERE id = ${id}`);
			const past = (await open(team, id, 4)).words('.matang-history');
			assert.match(past, /mengubah penjelasan/);
			assert.match(past, /mengubah tautan “[^”]+”: belum ada → Tingkat II, dokumen ke-1/);
			assert.doesNotMatch(past, /mengubah: /);

			/* Saved once more as it is: nothing happens. */
			await save(team, after, {});
			assert.equal(answer(id, 4).version, row.version);
			assert.equal(history(id, 'city_decision').length, 2);
		});

		test('what is compulsory is asked for, and everything typed is kept', async () => {
			const { link: key } = evidence.put(id, 5, 2);
			const page = await open(team, id, 5);
			const refused = await save(team, page, { [`decision-${key}`]: 'rejected', level: 4, recommendation: '' });
			assert.equal(refused.status, 422);
			assert.equal(refused.errors.length, 3);
			assert.match(refused.errors.join(' '), /tulis alasan mengapa ditolak/);
			assert.match(refused.errors.join(' '), /Tingkat IV berbeda dari penilaian mandiri \(III\)/);
			assert.match(refused.errors.join(' '), /Rekomendasi perbaikan wajib diisi/);
			assert.deepEqual([values(refused).level, values(refused)[`decision-${key}`]], ['4', 'rejected']);
			for (const anchor of refused.all('.govuk-error-summary a'))
				assert.ok(refused.one(`[id="${anchor.getAttribute('href').slice(1)}"]`), anchor.words);
			assert.equal(answer(id, 5).city_level, null);

			/* The highest level asks for no recommendation. */
			assert.equal((await save(team, refused, { level: 5, reason: 'Sistem daring', [`why-${key}`]: 'Kosong' })).status, 303);
			assert.equal((await save(team, await open(team, id, 5), { level: 3, reason: 'Uji petik di tempat', recommendation: RECOMMENDATION })).status, 303);
			const long = await save(team, await open(team, id, 5), { recommendation: 'x'.repeat(4001) });
			assert.equal(long.status, 422);
			assert.equal(values(long).recommendation.length, 4001);
			const unsaid = evidence.put(id, 5, 3);
			const half = await save(team, await open(team, id, 5), { [`why-${unsaid.link}`]: 'alasan tanpa keputusan' });
			assert.equal(half.status, 422);
			assert.match(half.errors.join(), /pilih Diterima atau Ditolak/);
		});

		test('a level above the accepted documents has a reason, and is marked wherever it is told', async () => {
			submit(id);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
			const { link: key } = evidence.put(id, 4, 2);
			const marks = { overview: () => team.get(`/verify/${id}/`).then((page) => page.rows().find(([name]) => name.startsWith('4.'))[4]),
				report: () => team.get(`/report/agency/${id}`).then((page) => page.rows('table').find(([name]) => name.startsWith('4.'))[2]) };
			for (const [decision, why] of [['rejected', 'Salah tahun'], ['accepted', '']]) {
				const refused = await save(team, await open(team, id, 4), { [`decision-${key}`]: decision, [`why-${key}`]: why,
					level: 3, reason: '', recommendation: RECOMMENDATION });
				assert.equal(refused.status, 422, decision);
				assert.match(refused.errors.join(), decision === 'accepted' ? /Tingkat III di atas dokumen yang diterima \(II\)/ :
					/Tingkat III di atas dokumen yang diterima \(I\)/);
			}
			/* Within them none is asked for: what this very form accepts counts. */
			assert.equal((await save(team, await open(team, id, 4), { [`decision-${key}`]: 'accepted', level: 2, reason: 'Turun',
				recommendation: RECOMMENDATION })).status, 303);
			assert.equal(await marks.overview(), 'II');
			assert.equal((await save(team, await open(team, id, 4), { level: 3, reason: 'Uji petik di tempat' })).status, 303);
			assert.equal(await marks.overview(), 'III di atas dokumen');
			assert.match(await marks.report(), /^III\*$/);
			stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
			assert.match((await open(province, id, 4)).words(), /Verifikasi: Tingkat III Di atas dokumen yang diterima, yang mendukung sampai Tingkat II\./);
			assert.match((await province.get(`/verify/${id}/`)).rows().find(([name]) => name.startsWith('4.'))[4], /di atas dokumen/);
			/* The province's own level by what the province accepted. */
			const refused = await save(province, await open(province, id, 4), { level: 3, reason: '', recommendation: RECOMMENDATION });
			assert.equal(refused.status, 422);
			assert.match(refused.errors.join(), /Tingkat III di atas dokumen yang diterima \(I\)/);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
			submit(id);
		});

		test('who may not finish without it either', async () => {
			submit(id);
			decideAll(id, 'city');
			stack.sql(`UPDATE answer w JOIN variable v ON v.id = w.variable_id SET w.city_reason = '' WHERE w.assessment_id = ${id} AND v.number = 4`);
			const page = await team.get(`/verify/${id}/`);
			assert.match(page.words('.matang-next'), /4\. Standar operasional prosedur[^:]*: alasan belum ditulis/);
			submit(id);
		});

		test('a recommendation that was only offered tells what lacks after the decisions', async () => {
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
			submit(id);
			/* Its period is over: looked at before it counts, so the page begins at Tingkat I. */
			const old = evidence.put(id, 8, 2, { period: ['2023-01-01', '2023-12-31'] });
			let page = await open(team, id, 8);
			assert.match(values(page).recommendation, /^Lengkapi dokumen untuk Tingkat II: /);
			await save(team, page, { [`decision-${old.link}`]: 'accepted', level: 2, reason: 'Tingkat III belum ada.' });
			assert.match(answer(id, 8).city_recommendation, /^Lengkapi dokumen untuk Tingkat III: /);
			/* A lower level than was offered has another level above it. */
			evidence.put(id, 5, 2);
			page = await open(team, id, 5);
			assert.match(values(page).recommendation, /^Lengkapi dokumen untuk Tingkat III: /);
			await save(team, page, { level: 1, reason: 'Tidak sesuai kriterianya.' });
			assert.match(answer(id, 5).city_recommendation, /Tingkat II\b/);
			/* What somebody has written stays. */
			evidence.put(id, 9, 2);
			await save(team, await open(team, id, 9), { level: 1, reason: 'Tidak sesuai.', recommendation: RECOMMENDATION });
			assert.equal(answer(id, 9).city_recommendation, RECOMMENDATION);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id};
				DELETE FROM history WHERE assessment_id = ${id} AND subject = 'city_level' AND variable_number IN (5, 8, 9)`);
			submit(id);
		});

		test('one button accepts what was left open, and only that', async () => {
			const no = evidence.put(id, 6, 2), yes = evidence.put(id, 6, 3), open1 = evidence.put(id, 6, 4);
			const page = await open(team, id, 6);
			const late = evidence.put(id, 6, 5);	/* after the page was made */
			const done = await team.submit(page, { [`decision-${no.link}`]: 'rejected', [`why-${no.link}`]: 'Salah tahun' },
				{ button: 'accept', follow: false });
			assert.equal(done.status, 303);
			assert.deepEqual([no, yes, open1, late].map((one) => link(one.link).city_decision),
				['rejected', 'accepted', 'accepted', null]);
		});

		test('save and next leads on, in the end to the overview', async () => {
			submit(id);
			decideAll(id, 'city');
			stack.sql(`UPDATE answer w JOIN variable v ON v.id = w.variable_id SET w.city_level = NULL
				WHERE w.assessment_id = ${id} AND v.number IN (2, 9)`);
			const { link: unseen } = evidence.put(id, 2, 3, { outside: 'https://contoh.invalid/lain' });
			let page = await team.get(`/verify/${id}/next`, { follow: true });
			assert.ok(page.url.endsWith(`/verify/${id}/2`));
			page = await open(team, id, 9);
			const fields = { level: 3, reason: 'Uji petik di tempat', recommendation: RECOMMENDATION };
			page = await team.submit(page, fields, { button: 'Simpan dan lanjut' });
			assert.ok(page.url.endsWith(`/verify/${id}/2?done=next`));
			page = await team.submit(page, {}, { button: 'Simpan dan lanjut' });
			assert.ok(page.url.endsWith(`/verify/${id}/2?done=still-open`), page.url);
			page = await team.submit(page, { ...fields, [`decision-${unseen}`]: 'accepted' }, { button: 'Simpan dan lanjut' });
			assert.ok(page.url.endsWith(`/verify/${id}/?done=all`));
			assert.match(page.words(), /Semua variabel sudah diputuskan/);
		});
	});

	describe('what is not saved yet', () => {
		test('a draft is its writer\'s alone, and goes with the save', async () => {
			submit(id);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}; DELETE FROM review_draft`);
			const { link: key } = evidence.put(id, 2, 2);
			const page = await open(team, id, 2);
			const kept = await team.post(`/verify/${id}/2`, { csrf: team.csrf(page), version: values(page).version, act: 'draft', level: 4,
				reason: 'Sedang ditulis & belum <selesai>', [`decision-${key}`]: 'rejected', [`why-${key}`]: 'Salah tahun',
				[`seen-${key}`]: values(page)[`seen-${key}`] }, { headers: { accept: 'application/json' } });
			assert.equal(kept.status, 200);
			assert.deepEqual([kept.json.ok, kept.json.version], [true, Number(values(page).version)]);
			assert.deepEqual([answer(id, 2).city_level, link(key).city_decision], [null, null]);
			const again = await open(team, id, 2);
			assert.deepEqual([values(again).level, values(again).reason, values(again)[`decision-${key}`], values(again)[`why-${key}`]],
				['4', 'Sedang ditulis & belum <selesai>', 'rejected', 'Salah tahun']);
			assert.match(again.words('[data-autosave-status]'), /^Draf tersimpan/);
			assert.equal(values(await open(other, id, 2)).reason, '');

			/* Of another file the reason stays, not the decision. */
			evidence.revise(key);
			const newer = await open(team, id, 2);
			assert.deepEqual([values(newer)[`decision-${key}`], values(newer)[`why-${key}`]], [undefined, 'Salah tahun']);

			/* Without scripts each number is a button that keeps what was typed. */
			const gone = await team.submit(newer, { reason: 'Dari nomor' }, { button: 'Variabel 5 Pendidikan dan pelatihan aparatur, belum selesai', follow: false });
			assert.equal(gone.location, `/matang/verify/${id}/5`);
			const there = await open(team, id, 2);
			assert.equal(values(there).reason, 'Dari nomor');
			/* So does what leads back to the agency. */
			assert.equal((await team.submit(there, { reason: 'Dari kembali' }, { button: 'leave', follow: false })).location, `/matang/verify/${id}/`);
			const back = await open(team, id, 2);
			assert.equal(values(back).reason, 'Dari kembali');
			assert.equal((await save(team, back, { [`decision-${key}`]: 'rejected', level: 1, recommendation: RECOMMENDATION })).status, 303);
			assert.equal(stack.sql('SELECT * FROM review_draft').length, 0);
		});

		test('a page that is left as it came leaves no draft', async () => {
			await team.submit(await open(team, id, 3), {}, { button: 'Variabel 5 Pendidikan dan pelatihan aparatur, belum selesai' });
			assert.equal(stack.sql('SELECT * FROM review_draft').length, 0);
		});

		test('last year\'s recommendation is one press away', async () => {
			const none = await team.submit(await open(team, id, 6), {}, { button: 'Pakai rekomendasi tahun lalu' });
			assert.match(none.words(), /Tahun lalu tidak ada rekomendasi/);
			stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.city_level = 2,
				n.city_recommendation = CONCAT('Anjuran lama ', v.number) WHERE n.assessment_id = 900`);
			const page = await team.submit(await open(team, id, 6), {}, { button: 'Pakai rekomendasi tahun lalu' });
			assert.equal(values(page).recommendation, 'Anjuran lama 6');
			const both = await team.submit(page, { recommendation: 'Tulisan saya' }, { button: 'Pakai rekomendasi tahun lalu' });
			assert.deepEqual(values(both).recommendation.split(/\r?\n/), ['Tulisan saya', 'Anjuran lama 6']);
			await team.submit(both, {}, { button: 'Buang draf' });
		});

		test('the page of the return keeps its words too', async () => {
			const page = await team.get(`/verify/${id}/return`);
			const later = await team.submit(page, { reason: 'Belum selesai ditulis', 'correct-7': '1', 'note-7': 'Unggah lagi' }, { button: 'Lanjutkan nanti' });
			assert.match(later.words(), /Draf pengembalian tersimpan/);
			assert.equal(world.state(id), 'submitted');
			const back = await team.get(`/verify/${id}/return`);
			assert.deepEqual([values(back).reason, values(back)['correct-7'], values(back)['note-7']], ['Belum selesai ditulis', '1', 'Unggah lagi']);
			const thrown = await team.submit(back, {}, { button: 'Buang draf' });
			assert.equal(values(thrown).reason, '');
		});
	});

	describe('all that is clear in one press', () => {
		const clear = async (who, page) => who.submit(page ?? await who.get(`/verify/${id}/`), {}, { form: 'form[action$="/clear"]', follow: false });

		test('the city accepts what nothing speaks against, where the level agrees', async () => {
			submit(id, 2);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}; DELETE FROM review_draft`);
			const good = evidence.put(id, 2, 2), more = evidence.put(id, 2, 3), bare = evidence.put(id, 3, 2, { outside: 'https://contoh.invalid/x' });
			const less = evidence.put(id, 5, 2);
			stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = IF(v.number = 2, 3, 4) WHERE n.assessment_id = ${id} AND v.number IN (2, 5)`);
			const page = await team.get(`/verify/${id}/`);
			assert.match(page.words('.matang-clear__list'), /Dapat diterima sekaligus: 1 variabel.*→ Tingkat III/);
			const done = await clear(team, page);
			assert.equal(done.location, `/matang/verify/${id}/?done=clear`);
			assert.deepEqual([good, more, bare, less].map((one) => link(one.link).city_decision), ['accepted', 'accepted', null, null]);
			const row = answer(id, 2);
			assert.deepEqual([row.city_level, row.city_reason], ['3', '']);
			assert.match(row.city_recommendation, /^Lengkapi dokumen untuk Tingkat IV: /);
			assert.equal(answer(id, 5).city_level, null);
			/* Sent once more it changes nothing, and says so. */
			assert.equal((await clear(team, page)).status, 409);
			assert.equal((await team.get(`/verify/${id}/`)).one('.matang-clear'), null);
		});

		test('what was replaced since the page was made is not accepted', async () => {
			const { link: key } = evidence.put(id, 7, 2);
			const page = await team.get(`/verify/${id}/`);
			evidence.revise(key);
			assert.equal((await clear(team, page)).location, `/matang/verify/${id}/?done=not-clear`);
			assert.equal(link(key).city_decision, null);
		});

		test('the province follows the city, rejections and their reasons too', async () => {
			submit(id);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}; DELETE FROM review_draft`);
			const yes = evidence.put(id, 4, 2), no = evidence.put(id, 4, 3);
			decideAll(id, 'city', 2);
			stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Tanpa tanda tangan' WHERE id = ${no.link};
				UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
			const page = await province.get(`/verify/${id}/`);
			assert.match(page.words('.matang-clear__list'), /Dapat mengikuti verifikasi sekaligus: 11 variabel.*\(ditolak\)/);
			/* What goes with it of a level that no document bears. */
			assert.match(page.all('.matang-clear__rows li')[0].words, /→ Tingkat II ?di atas dokumen Alasan kota: Data dukung dibaca/);
			assert.equal((await clear(province, page)).status, 303);
			assert.deepEqual([yes, no].map((one) => link(one.link).province_decision), ['accepted', 'rejected']);
			assert.equal(link(no.link).province_reason, 'Tanpa tanda tangan');
			assert.deepEqual([answer(id, 4).province_level, answer(id, 4).province_recommendation], ['2', RECOMMENDATION]);
			assert.equal((await province.get(`/verify/${id}/`)).words('.matang-next').startsWith('Semua variabel sudah diputuskan'), true);
			stack.sql(`DELETE FROM history WHERE assessment_id = ${id} AND subject LIKE 'province%'`);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
			submit(id);
		});
	});

	describe('two at once', () => {
		test('the second sees both texts, loses nothing, and decides', async () => {
			submit(id);
			const { link: key } = evidence.put(id, 7, 2);
			const mine = await open(team, id, 7), theirs = await open(other, id, 7);
			assert.equal((await save(other, theirs, { [`decision-${key}`]: 'accepted', level: 3,
				reason: 'Kata rekan', recommendation: 'Rekomendasi rekan' })).status, 303);
			const refused = await save(team, mine, { [`decision-${key}`]: 'rejected', [`why-${key}`]: 'Tidak terbaca',
				level: 2, reason: 'Kata saya' });
			assert.equal(refused.status, 409);
			const shown = refused.words('#conflict');
			assert.match(shown, /Verifikator Contoh Dua menyimpan variabel ini lebih dulu/);
			assert.match(shown, /II.*III/);
			assert.match(shown, /Kata saya.*Kata rekan/);
			assert.match(shown, /Ditolak: Tidak terbaca.*Diterima/);
			assert.deepEqual([values(refused).level, values(refused).reason, values(refused).recommendation,
				values(refused)[`decision-${key}`]], ['2', 'Kata saya', 'Rekomendasi rekan', 'rejected']);
			assert.equal(answer(id, 7).city_reason, 'Kata rekan');

			assert.equal((await save(team, refused, {})).status, 303);
			assert.equal(answer(id, 7).city_reason, 'Kata saya');
			assert.equal(link(key).city_decision, 'rejected');
		});

		test('of two saves at the same moment one wins', async () => {
			const mine = await open(team, id, 8), theirs = await open(other, id, 8);
			const race = await Promise.all([
				save(team, mine, { level: 2, reason: 'Satu', recommendation: RECOMMENDATION }),
				save(other, theirs, { level: 1, reason: 'Dua', recommendation: RECOMMENDATION })]);
			assert.deepEqual(race.map((one) => one.status).sort(), [303, 409]);
			assert.equal(history(id, 'city_level').filter((one) => one.variable_number === '8').length, 1);
		});

		test('a file that was replaced meanwhile is looked at again', async () => {
			const { link: key, revision } = evidence.put(id, 9, 2);
			const page = await open(team, id, 9);
			const fresh = evidence.revise(key);
			const refused = await save(team, page, { [`decision-${key}`]: 'accepted' });
			assert.equal(refused.status, 409);
			assert.match(refused.words('#conflict'), /Berkasnya baru diganti/);
			assert.equal(link(key).city_decision, null);
			assert.equal((await save(team, refused, {})).status, 303);
			assert.equal(Number(link(key).city_revision_id), fresh);
			assert.notEqual(fresh, revision);

			/* Replaced after the decision: open again, and no button is ticked beforehand. */
			evidence.revise(key);
			const later = await open(team, id, 9);
			assert.match(later.words(), /Berkas diganti setelah diputuskan \(Diterima\): periksa lagi/);
			assert.equal(values(later)[`decision-${key}`], undefined);
			assert.match((await team.get('/verify/')).rows()[1].join('|'), /Dinas Koperasi/);
			assert.match(later.words(), /1 dari 1 dokumen belum diputuskan/);
		});

		test('a document that went away is said, not decided', async () => {
			const { link: key } = evidence.put(id, 10, 2);
			const page = await open(team, id, 10);
			stack.sql(`UPDATE evidence_link SET removed_at = UTC_TIMESTAMP(3), version = version + 1 WHERE id = ${key}`);
			const refused = await save(team, page, { [`decision-${key}`]: 'rejected', [`why-${key}`]: 'Salah tempat' });
			assert.equal(refused.status, 409);
			assert.match(refused.words('#conflict'), /Ditolak: Salah tempat.*Dipindahkan atau dilepas/);
			const csrf = team.csrf(refused);
			const { version } = answer(id, 10);
			const foreign = evidence.put(tierless, 2, 2);
			const forged = await team.post(`/verify/${id}/10`, { csrf, version, [`decision-${foreign.link}`]: 'accepted',
				[`link-${foreign.link}`]: 1, [`seen-${foreign.link}`]: foreign.revision });
			assert.equal(forged.status, 409);
			assert.equal(link(foreign.link).city_decision, null);
		});

		test('who still types when the turn has ended gets the words back', async () => {
			const page = await open(team, id, 10);
			stack.sql(`UPDATE assessment SET state = 'returned' WHERE id = ${id}`);
			const { link: key } = evidence.put(id, 10, 3);
			const refused = await team.post(`/verify/${id}/10`, { csrf: team.csrf(page), version: values(page).version,
				level: 3, recommendation: 'Kata yang panjang', [`why-${key}`]: 'Alasan yang panjang' });
			assert.equal(refused.status, 409);
			const typed = refused.all('textarea').map((one) => one.textContent.trim());
			assert.deepEqual(typed, ['Kata yang panjang', 'Alasan yang panjang']);
			stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		});
	});

	describe('finishing', () => {
		test('what is missing is listed with links; then it is finished once', async () => {
			submit(id);
			decideAll(id, 'city');
			const { link: key } = evidence.put(id, 11, 2);
			let page = await team.get(`/verify/${id}/`);
			assert.match(page.words(), /10 dari 11 variabel selesai.*11\. Budaya organisasi perangkat daerah: 1 dokumen belum diputuskan/);
			assert.ok(page.link('11. Budaya organisasi perangkat daerah').endsWith(`/verify/${id}/11`));
			const version = stack.sql(`SELECT version FROM assessment WHERE id = ${id}`)[0].version;
			const early = await team.post(`/verify/${id}/finish`, { csrf: team.csrf(page), version });
			assert.equal(early.status, 422);
			assert.match(early.words(), /masih ada yang kurang/);
			assert.equal(world.state(id), 'submitted');

			await save(team, await open(team, id, 11), { [`decision-${key}`]: 'accepted' });
			page = await team.get(`/verify/${id}/`);
			assert.match(page.words('.matang-scores'), /Verifikasi33Sedang, tingkat bertahap III/);
			const stale = await team.get(`/verify/${id}/`);
			await save(other, await open(other, id, 11), { recommendation: 'Lain lagi' });
			const refused = await team.submit(stale, {}, { follow: false });
			assert.equal(refused.status, 409);
			assert.match(refused.words(), /disimpan rekan Anda/);
			const pages = [await team.get(`/verify/${id}/`), await other.get(`/verify/${id}/`)];
			const both = await Promise.all([team, other].map((who, at) =>
				who.submit(pages[at], {}, { follow: false })));
			assert.deepEqual(both.map((one) => one.status).sort(), [303, 409]);
			assert.equal(world.state(id), 'verified');
			assert.equal(history(id, 'state').filter((one) => one.to_value === 'verified').length, 1);

			const closed = await open(team, id, 11);
			assert.equal(closed.all('main form').length, 0);
			const late = await team.post(`/verify/${id}/11`, { csrf: team.csrf(closed), version: 1, level: 1 });
			assert.equal(late.status, 409);
		});

		test('the checklist says who verified, and when', async () => {
			const page = await team.get('/verify/checklist');
			const row = page.rows().find(([, name]) => name.startsWith('Dinas Koperasi'));
			assert.match(row[3], /^✓ \d+ \S+ \d{4} Verifikator Contoh/);
			assert.equal(row[4], 'belum');
			assert.match(page.words(), /1 dari 4 perangkat daerah sudah diverifikasi/);
		});
	});

	describe('the province', () => {
		test('acts only after the city, sees its words, and follows or differs', async () => {
			submit(id);
			assert.equal((await open(province, id, 3)).all('main form').length, 0);
			const early = await province.post(`/verify/${id}/3`, { csrf: province.csrf(await open(province, id, 3)), version: 1, level: 3 });
			assert.equal(early.status, 409);
			stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id}`);
			const yes = evidence.put(id, 3, 2), no = evidence.put(id, 3, 3);
			decideAll(id, 'city');
			stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Tanpa tanda tangan' WHERE id = ${no.link};
				UPDATE assessment SET state = 'verified' WHERE id = ${id}`);

			const page = await open(province, id, 3);
			assert.match(page.words(), /Verifikasi: Tingkat III Di atas dokumen yang diterima, .* Alasan: Data dukung dibaca/);
			assert.match(page.words(), /Verifikasi: Ditolak Tanpa tanda tangan/);
			/* What the city accepted counts for the city alone. */
			const accepted = (one) => /Didukung \(diterima\) ?([IV]+)/.exec(one.words())[1];
			assert.deepEqual([accepted(page), accepted(await open(team, id, 3))], ['I', 'II']);
			assert.equal(values(page).recommendation, RECOMMENDATION);
			assert.equal((await province.submit(page, { level: 3, reason: 'Uji petik di tempat' }, { button: 'follow', follow: false })).status, 303);
			assert.deepEqual([yes, no].map((one) => link(one.link).province_decision), ['accepted', 'rejected']);
			assert.equal(link(no.link).province_reason, 'Tanpa tanda tangan');
			assert.equal(accepted(await open(province, id, 3)), 'II');
			assert.equal(link(no.link).city_decision, 'rejected');

			const differs = await save(province, await open(province, id, 3), { level: 4, reason: '' });
			assert.equal(differs.status, 422);
			assert.match(differs.errors.join(), /Tingkat IV berbeda dari verifikasi \(III\)/);
			await save(province, differs, { reason: 'Uji mutu oleh tenaga bersertifikat.' });
			const row = answer(id, 3);
			assert.deepEqual([row.self_level, row.city_level, row.province_level], ['3', '3', '4']);
			assert.deepEqual(history(id, 'province_level').map((one) => [one.from_value, one.to_value, one.username]),
				[['', '3', 'validator'], ['3', '4', 'validator']]);
		});

		test('looks at the mended file anew, once the city has', async () => {
			const state = world.state(id);
			const { link: key } = evidence.put(id, 4, 2, { title: 'Diperbaiki contoh' });
			stack.sql(`UPDATE evidence_link k JOIN revision r ON r.document_id = k.document_id
				SET k.province_decision = 'rejected', k.province_reason = 'Halaman 2 kosong', k.province_revision_id = r.id,
				k.city_decision = 'accepted', k.city_revision_id = r.id WHERE k.id = ${key}`);
			const newest = evidence.revise(key);
			stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
			assert.equal((await save(team, await open(team, id, 4), { level: 3, reason: 'Uji petik di tempat', [`decision-${key}`]: 'accepted' })).status, 303);
			const now = link(key);
			assert.deepEqual([now.city_revision_id, now.province_decision, now.province_reason, now.province_revision_id].map(String),
				[String(newest), 'null', '', 'null']);
			stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
			const page = await open(province, id, 4);
			assert.match(page.words(), /Diperbaiki contoh/);
			assert.doesNotMatch(page.words(), /Halaman 2 kosong/);
			stack.sql(`DELETE FROM evidence_link WHERE id = ${key}; UPDATE assessment SET state = '${state}' WHERE id = ${id}`);
		});

		test('finishes its own tier', async () => {
			decideAll(id, 'province');
			const page = await province.submit(await province.get(`/verify/${id}/`), {}, { form: 'form[action$="/finish"]' });
			assert.match(page.words(), /Validasi sudah selesai/);
			assert.equal(world.state(id), 'validated');
			assert.match((await team.get('/verify/checklist')).rows().find(([, name]) => name.startsWith('Dinas Koperasi'))[4],
				/^✓ .* Validator Contoh$/);
		});

		test('has no say where the cycle is without it', async () => {
			decideAll(tierless, 'city');
			stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${tierless}`);
			const page = await open(province, tierless, 3);
			assert.equal(page.all('main form').length, 0);
			const refused = await province.post(`/verify/${tierless}/3`, { csrf: province.csrf(page), version: 1, level: 3 });
			assert.equal(refused.status, 409);
			assert.match(refused.words(), /tanpa validasi provinsi/);
		});
	});

	test('whoever only looks is told how it stands, not that something was refused', async () => {
		const auditor = await world.as('auditor');
		const state = world.state(id);
		for (const now of ['not_started', 'draft', 'submitted', 'returned', 'verified', 'validated', 'signed', 'received', 'reported']) {
			stack.sql(`UPDATE assessment SET state = '${now}' WHERE id = ${id}`);
			for (const [name, who] of Object.entries({ team, province, auditor }))
				for (const path of [`/verify/${id}/`, `/verify/${id}/3`, `/verify/${id}/?done=verified`]) {
					const page = await who.get(path);
					assert.doesNotMatch(page.words(), /hanya dapat dilakukan|tidak dapat diubah/, `${name} ${path} ${now}`);
					if (!page.all('main form[method=post]').length)
						assert.ok(page.one('.govuk-inset-text'), `${name} ${path} ${now}`);
				}
		}
		stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
		assert.equal((await team.get(`/verify/${id}/`)).words('.govuk-inset-text'), 'Verifikasi sudah selesai; selanjutnya validasi provinsi.');
		stack.sql(`UPDATE assessment SET state = '${state}' WHERE id = ${id}`);
	});

	describe('sending back', () => {
		test('names what to mend, with reasons; only that is judged anew', async () => {
			submit(id);
			decideAll(id, 'city');
			decideAll(id, 'province');
			stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id};
				UPDATE evidence_link SET province_decision = 'rejected', province_reason = 'Kedaluwarsa'
				WHERE assessment_id = ${id} LIMIT 1`);
			const page = await province.get(`/verify/${id}/return`);
			assert.equal(values(page)['correct-3'], '1');
			assert.equal(values(page)['note-3'], 'Dokumen 3/2 contoh: Kedaluwarsa');
			const bare = await province.submit(page, { 'correct-3': null, reason: '' }, { follow: false });
			assert.equal(bare.status, 422);
			assert.match(bare.errors.join(), /Alasan pengembalian wajib diisi/);
			assert.match(bare.errors.join(), /Centang sedikitnya satu variabel/);
			assert.equal(values(bare)['note-3'], 'Dokumen 3/2 contoh: Kedaluwarsa');
			const silent = await province.submit(page, { 'correct-5': '1', reason: 'Lengkapi dahulu' }, { follow: false });
			assert.equal(silent.status, 422);
			assert.match(silent.errors.join(), /Variabel 5: tulis apa yang harus diperbaiki/);

			const done = await province.submit(silent, { 'note-5': 'Unggah SK terbaru.' });
			assert.match(done.words(), /sudah dikembalikan kepada perangkat daerah/);
			assert.equal(world.state(id), 'returned');
			const rows = stack.sql(`SELECT v.number, w.* FROM answer w JOIN variable v ON v.id = w.variable_id
				WHERE w.assessment_id = ${id} ORDER BY v.number`);
			assert.deepEqual(rows.filter((row) => row.needs_correction === '1').map((row) => [row.number, row.return_note]),
				[['3', 'Dokumen 3/2 contoh: Kedaluwarsa'], ['5', 'Unggah SK terbaru.']]);
			assert.deepEqual(rows.filter((row) => row.city_level === null).map((row) => row.number), ['3', '5']);
			assert.deepEqual(rows.filter((row) => row.province_level === null).map((row) => row.number), ['3', '5']);
			const last = history(id, 'state').at(-1);
			assert.deepEqual([last.from_value, last.to_value, last.reason, last.username],
				['validated', 'returned', 'Lengkapi dahulu', 'validator']);
			assert.deepEqual(history(id, 'province_level').slice(-2).map((one) => [one.variable_number, one.from_value, one.to_value]),
				[['3', '3', ''], ['5', '3', '']]);

			/* The notes of the first return go with the second. */
			stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}; UPDATE answer SET needs_correction = 0 WHERE assessment_id = ${id}`);
			await team.submit(await team.get(`/verify/${id}/return`), { 'correct-3': null, 'correct-7': '1', 'note-7': 'Lagi', reason: 'Sekali lagi' });
			assert.deepEqual(stack.sql(`SELECT v.number FROM answer w JOIN variable v ON v.id = w.variable_id
				WHERE w.assessment_id = ${id} AND w.return_note <> ''`), [{ number: '7' }]);
		});

		test('the team takes its own verification back; not from a draft', async () => {
			submit(id);
			decideAll(id, 'city');
			stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
			const page = await team.get(`/verify/${id}/`);
			assert.match(page.words(), /dapat ditarik kembali/);
			await team.submit(await team.get(page.link('Kembalikan untuk diperbaiki')),
				{ 'correct-1': '1', 'note-1': 'Keliru kami nilai', reason: 'Ditarik kembali' });
			assert.equal(world.state(id), 'returned');
			const again = await team.get(`/verify/${id}/return`);
			assert.equal(again.status, 409);
			assert.equal((await team.post(`/verify/${id}/return`, { csrf: team.csrf(page), version: 1, reason: 'x', 'correct-1': 1, 'note-1': 'x' })).status, 409);
		});

		test('what a colleague saved meanwhile is not swept away unseen', async () => {
			submit(id);
			const page = await team.get(`/verify/${id}/return`);
			await save(other, await open(other, id, 1), { level: 3, reason: 'Uji petik di tempat', recommendation: RECOMMENDATION });
			const refused = await team.submit(page, { 'correct-1': '1', 'note-1': 'Unggah ulang', reason: 'Kurang' }, { follow: false });
			assert.equal(refused.status, 409);
			assert.deepEqual([values(refused)['note-1'], values(refused).reason], ['Unggah ulang', 'Kurang']);
			assert.equal((await team.submit(refused, {}, { follow: false })).status, 303);
		});

		test('a new city level takes the ground from under the province\'s', async () => {
			submit(id);
			decideAll(id, 'city');
			decideAll(id, 'province');
			await save(team, await open(team, id, 2), { level: 4, reason: 'Bukti baru' });
			assert.deepEqual([answer(id, 2).city_level, answer(id, 2).province_level], ['4', null]);
			assert.deepEqual([answer(id, 3).city_level, answer(id, 3).province_level], ['3', '3']);
			const last = history(id, 'province_level').at(-1);
			assert.deepEqual([last.variable_number, last.from_value, last.to_value], ['2', '3', '']);
		});
	});
});
