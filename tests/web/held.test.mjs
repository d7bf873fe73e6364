// SPDX-License-Identifier: ISC
//
// What was judged stays what it counts: a new file of a document that a finished assessment used
// changes nothing there, on no page, paper, file or list; it counts in the assessments that are open.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pdf } from './files.mjs';
import { startStack } from './harness.mjs';
import { exported, payloadOf } from './transfer.mjs';
import { openWorld } from './world.mjs';

const VARIABLE = 3;
const NOTE = /Yang dinilai revisi \d+; revisi \d+ datang sesudahnya dan tidak dihitung di penilaian ini\./g;
const NOTE_BARE = /Dinilai sebagai alamat luar; revisi \d+ datang sesudahnya dan tidak dihitung di penilaian ini\./g;
const JUDGED = ['verified', 'validated', 'signed', 'received', 'reported'];

describe('a judged document', () => {
	let stack, world, operator, verifier, validator, key, id, open;

	const sql = (query) => stack.sql(query);
	const links = (assessment) => sql(`SELECT k.id, k.document_id FROM evidence_link k WHERE k.assessment_id = ${assessment} ORDER BY k.id`);

	/* Every compulsory document of three levels of one variable, uploaded as people do. */
	async function upload(item) {
		const page = await operator.get(`/upload/new?assessment=${open}&item=${item}`);
		const answer = await operator.submit(page, { title: `Dokumen contoh ${item}`, kind: 'laporan',
			file: { filename: 'a.pdf', content: pdf(`isi ${item}`) } }, { form: 'form[enctype]' });
		assert.equal(answer.status, 200);
	}

	const revise = async (document, content = `lain ${Math.random()}`) => operator.submit(await operator.get(`/upload/document/${document}`),
		{ file: { filename: 'baru.pdf', content: pdf(content) } }, { form: 'form[enctype]' });

	/* Both tiers have accepted all of it as it is now. */
	const judge = (assessment, state) => sql(`UPDATE evidence_link k LEFT JOIN revision r ON r.document_id = k.document_id AND r.number =
			(SELECT MAX(n.number) FROM revision n WHERE n.document_id = k.document_id)
		SET k.city_decision = 'accepted', k.city_revision_id = r.id,
			k.province_decision = ${state === 'verified' ? 'NULL' : "'accepted'"}, k.province_revision_id = ${state === 'verified' ? 'NULL' : 'r.id'}
		WHERE k.assessment_id = ${assessment};
		DELETE FROM judged_description;
		UPDATE assessment SET state = '${state}' WHERE id = ${assessment}`);

	/* Another title, number, date and period, by the form of the document. */
	const describeAnew = async (document, title) => operator.submit(await operator.get(`/upload/document/${document}/edit`),
		{ title, number: `N/${title.length}`, dated: '2020-01-02', period_from: '2020-01-01', period_until: '2020-12-31', kind: 'notulen' },
		{ form: 'main form', follow: false });

	/* The list in a ZIP, and what it holds. */
	function unpacked(page) {
		const file = path.join(stack.var, 'evidence.zip');
		writeFileSync(file, page.body);
		return spawnSync('unzip', ['-p', file], { encoding: 'latin1', maxBuffer: 1 << 26 }).stdout;
	}

	/* Everything that tells of the assessment, by its address and whose it is. */
	async function told() {
		const all = {};
		for (const [who, place] of [
			[operator, `/questionnaire/${id}/`], [operator, `/questionnaire/${id}/${VARIABLE}`], [operator, `/questionnaire/${id}/check`],
			[verifier, '/verify/'], [validator, '/verify/'], [verifier, `/verify/${id}/`], [validator, `/verify/${id}/`],
			[verifier, `/verify/${id}/${VARIABLE}`], [validator, `/verify/${id}/${VARIABLE}`],
			[verifier, `/report/agency/${id}`], [verifier, `/report/history/${id}?kind=evidence`], [operator, `/report/agency/${id}`], [verifier, '/report/region/1/gaps'],
			[operator, `/signoff/${id}/`],
			[verifier, `/exchange/assessment/${id}/json`], [verifier, `/report/region/1`]]) {
			const page = await who.get(place, { follow: true });
			assert.equal(page.status, 200, place);
			all[`${place} ${Object.keys(all).length}`] = (page.headers['content-type'].includes('html') ? page.words() : page.text)
				.replace(NOTE, '').replace(NOTE_BARE, '').replace(/\s+/g, ' ');
		}
		all.api = (await stack.client().get(`/exchange/api/assessments/${id}`, { headers: { authorization: `Bearer ${key}` } })).text;
		all.package = JSON.stringify(payloadOf(exported(stack)).agencies);
		all.zip = unpacked(await verifier.get(`/upload/zip/${id}`));
		return all;
	}

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		[operator, verifier, validator] = await Promise.all(['operator.dkumkmp', 'verifikator2', 'validator'].map((name) => world.as(name)));
		id = open = world.assessment('DKUMKMP');
		const admin = await world.as('admin');
		key = (await admin.submit(await admin.get('/exchange/?region=2'), { label: 'Contoh', purpose: 'assessments', expires_on: '2099-12-31' },
			{ form: 'form[action$="/tokens"]' })).words('#new-key');
		for (const item of sql(`SELECT i.id FROM checklist_item i JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
			JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 1
			WHERE v.number = ${VARIABLE} AND l.number <= 3 AND i.compulsory = 1`))
			await upload(item.id);
		/* One more, of which the tiers knew an address only. */
		sql(`INSERT INTO document (id, agency_id, title, kind, outside_address, created_at, created_by)
				VALUES (900, 1, 'Halaman contoh', 'laporan', 'https://contoh.invalid/', UTC_TIMESTAMP(3), 3);
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT ${id}, MAX(i.id), 900, UTC_TIMESTAMP(3), 3 FROM checklist_item i JOIN level l ON l.id = i.level_id
				JOIN variable v ON v.id = l.variable_id AND v.number = ${VARIABLE} AND l.number = 4`);
		world.finish(id, { self: 3, said: 3, city: 3 });
		/* Next year, open, with the same documents. */
		sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
				SELECT 90, region_id, instrument_id, 2027, 1, start_date, 'open', opened_at FROM cycle WHERE id = 1;
			INSERT INTO assessment (id, cycle_id, agency_id, state) VALUES (90, 90, 1, 'draft');
			INSERT INTO answer (assessment_id, variable_id, self_level, explanation)
				SELECT 90, variable_id, 3, 'Uraian contoh' FROM answer WHERE assessment_id = ${id};
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT 90, checklist_item_id, document_id, created_at, created_by FROM evidence_link WHERE assessment_id = ${id}`);
	});
	after(() => stack?.stop());

	for (const state of JUDGED)
		test(`holds the revision that was judged: ${state}`, async () => {
			judge(id, state);
			if (state === 'reported')
				sql("UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1");
			const first = await told();
			for (const { document_id: document } of links(id))
				if (document !== '900')
					await revise(document);
			assert.deepEqual(await told(), first);
			const page = await operator.get(`/questionnaire/${id}/${VARIABLE}`);
			assert.match(page.words(), NOTE);
			assert.match(page.words(), /Dokumen mendukung sampai Tingkat III/);
			assert.match((await verifier.get(`/verify/${id}/${VARIABLE}`)).words(), NOTE);
			const [{ document_id: document }] = links(id);
			assert.match((await operator.get(`/upload/document/${document}`)).words(), /Penilaian ini tetap menghitung revisi \d+, yang diperiksa waktu itu/);
			/* What is open has the new one. */
			const newest = sql(`SELECT MAX(number) AS n FROM revision WHERE document_id = ${document}`)[0].n;
			const now = (await operator.get(`/questionnaire/90/${VARIABLE}`)).words();
			assert.match(now, new RegExp(`revisi ${newest}`));
			assert.doesNotMatch(now, NOTE);
			sql("UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1");
		});

	for (const state of JUDGED)
		test(`keeps what was said of it when it was judged: ${state}`, async () => {
			judge(id, state);
			if (state === 'reported')
				sql("UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1");
			const first = await told();
			const [{ document_id: document }] = links(id);
			for (const title of [`Judul baru ${state}`, `Judul lebih baru ${state}`]) {
				assert.equal((await describeAnew(document, title)).status, 303);
				const now = await told();
				for (const place of Object.keys(first)) {
					const at = [...first[place]].findIndex((letter, n) => letter !== now[place][n]);
					assert.equal(now[place].slice(Math.max(0, at - 40), at + 80), first[place].slice(Math.max(0, at - 40), at + 80), place);
				}
				assert.match((await operator.get(`/questionnaire/90/${VARIABLE}`)).words(), new RegExp(title), 'what is open has the new one');
				assert.match((await operator.get(`/upload/document/${document}`)).words(), new RegExp(title));
			}
			sql("UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1");
		});

	test('is told as it is said today once the assessment is opened again, and held as it was judged then', async () => {
		const [{ document_id: document }] = links(id);
		const title = async () => (await verifier.get(`/report/agency/${id}`, { follow: true }), (await operator.get(`/questionnaire/${id}/${VARIABLE}`)).words());
		judge(id, 'received');
		await describeAnew(document, 'Sesudah putusan pertama');
		assert.doesNotMatch(await title(), /Sesudah putusan pertama/);
		const answer = await verifier.submit(await verifier.get(`/signoff/${id}/reopen`), { reason: 'Ada yang keliru (contoh)' }, { form: 'main form', follow: false });
		assert.equal(answer.status, 303);
		assert.match(await title(), /Sesudah putusan pertama/);
		sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
		await describeAnew(document, 'Sesudah putusan kedua');
		assert.match(await title(), /Sesudah putusan pertama/);
		assert.doesNotMatch(await title(), /Sesudah putusan kedua/);
		/* The province sends it back: again as it is said today. */
		sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
		const back = await validator.submit(await validator.get(`/verify/${id}/return`), { [`note-${VARIABLE}`]: 'Perbaiki (contoh)', [`correct-${VARIABLE}`]: '1', reason: 'Perbaiki (contoh)' },
			{ form: 'main form[method=post]', follow: false });
		assert.equal(back.status, 303, back.errors?.join());
		assert.match(await title(), /Sesudah putusan kedua/);
	});

	test('stands on the form that is printed after another came', async () => {
		judge(id, 'validated');
		const hashes = sql(`SELECT LOWER(HEX(r.sha256)) AS sha256, k.document_id FROM evidence_link k JOIN revision r ON r.id = k.city_revision_id
			WHERE k.assessment_id = ${id}`);
		for (const { document_id: document } of hashes)
			await revise(document);
		await operator.post(`/signoff/${id}/form`, { csrf: operator.csrf(await operator.get('/account/profile')) });
		const [{ content }] = sql(`SELECT content FROM issued_document WHERE assessment_id = ${id} ORDER BY id DESC LIMIT 1`);
		for (const { sha256 } of hashes)
			assert.ok(content.includes(sha256.slice(0, 12).toUpperCase()) || content.includes(sha256.slice(0, 12)), sha256);
	});

	test('stays an address when its file came later', async () => {
		judge(id, 'received');
		const first = await told();
		await revise(900);
		assert.deepEqual(await told(), first);
		assert.match((await operator.get(`/questionnaire/${id}/${VARIABLE}`)).words(), NOTE_BARE);
		sql('DELETE FROM revision WHERE document_id = 900');
	});

	test('counts though a virus is found in it later, and cannot be opened', async () => {
		judge(id, 'received');
		const accepted = (page) => page.words().match(/Dokumen mendukung sampai Tingkat \w+/)[0];
		const first = accepted(await operator.get(`/questionnaire/${id}/${VARIABLE}`));
		const [{ document_id: document }] = links(id);
		const revision = sql(`SELECT id FROM revision WHERE document_id = ${document} ORDER BY number DESC LIMIT 1`)[0].id;
		sql(`UPDATE revision SET scan = 'infected', scan_finding = 'Contoh', scanned_at = UTC_TIMESTAMP(3) WHERE id = ${revision}`);
		assert.equal(accepted(await operator.get(`/questionnaire/${id}/${VARIABLE}`)), first);
		assert.notEqual((await operator.get(`/upload/file/${revision}`)).status, 200);
		sql(`UPDATE revision SET scan = 'clean', scan_finding = '' WHERE id = ${revision}`);
	});

	test('is looked at again once the assessment is open again', async () => {
		judge(id, 'validated');
		for (const { document_id: document } of links(id))
			if (document !== '900')
				await revise(document);
		sql(`UPDATE assessment SET state = 'returned' WHERE id = ${id}`);
		const page = (await operator.get(`/questionnaire/${id}/${VARIABLE}`)).words();
		assert.doesNotMatch(page, NOTE);
		assert.match(page, /tentang revisi sebelumnya; revisi yang sekarang belum diperiksa/);
		/* And the interface says no decision about a file that nobody has looked at. */
		const api = JSON.parse((await stack.client().get(`/exchange/api/assessments/${id}`, { headers: { authorization: `Bearer ${key}` } })).text);
		assert.ok(api.documents.filter((one) => one.sha256).every((one) => !one.city_decision));
	});

	test('that was rejected and mended since is offered next year as any other', async () => {
		sql(`UPDATE assessment SET state = 'reported' WHERE id = ${id}; DELETE FROM evidence_link WHERE assessment_id = 90;
			UPDATE cycle SET year = 2025 WHERE id = 1; UPDATE cycle SET year = 2026 WHERE id = 90`);
		judge(id, 'reported');
		const [{ id: link, document_id: document }] = links(id);
		sql(`UPDATE evidence_link SET province_decision = 'rejected', province_reason = 'Contoh' WHERE id = ${link}`);
		const offered = async () => (await operator.get('/questionnaire/90/carry-over')).words();
		assert.match(await offered(), /[Dd]itolak/);
		await revise(document);
		assert.doesNotMatch(await offered(), /[Dd]itolak/);
	});
});
