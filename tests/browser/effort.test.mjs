// SPDX-License-Identifier: ISC
//
// What the daily work costs each person, as a table that can only become smaller: presses, fields that
// are typed into, loads of pages and screens (effort.mjs). A walk that needs more than its bounds has
// made somebody's day longer; one that needs less takes its bounds down with it.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { startChromium } from './browser.mjs';
import { startEffort } from './effort.mjs';

let stack, chromium;

before(async () => {
	stack = await startStack({ data: true });
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

/* A window of one of the demo's people. */
async function as(username, how = {}) {
	const { password } = stack.account(username);
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn(username, password);
	return window;
}

describe('the verifier', () => {
	let id;

	/* An agency of the demo with eleven documents, one of them twice, sent and not yet looked at. */
	beforeEach(() => {
		[{ id }] = stack.sql(`SELECT s.id FROM assessment s JOIN agency g ON g.id = s.agency_id
			JOIN cycle c ON c.id = s.cycle_id WHERE c.year = 2026 AND g.short_name = 'Dispusip'`);
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id};
			UPDATE answer SET city_level = NULL, city_reason = '', city_recommendation = '' WHERE assessment_id = ${id};
			UPDATE answer w JOIN variable v ON v.id = w.variable_id SET w.self_level = 2
				WHERE w.assessment_id = ${id} AND v.number = 4;
			UPDATE evidence_link SET city_decision = NULL, city_reason = '', city_revision_id = NULL
				WHERE assessment_id = ${id};
			INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT ${id}, i.id, (SELECT MIN(k.document_id) FROM evidence_link k JOIN document d ON d.id = k.document_id
					WHERE k.assessment_id = ${id} AND d.signed_by_hand = 1),
					UTC_TIMESTAMP(3), (SELECT MIN(k.created_by) FROM evidence_link k WHERE k.assessment_id = ${id})
				FROM assessment s JOIN cycle c ON c.id = s.cycle_id
				JOIN variable v ON v.instrument_id = c.instrument_id AND v.number = 4
				JOIN level l ON l.variable_id = v.id AND l.number = 2
				JOIN checklist_item i ON i.level_id = l.id AND i.compulsory = 1
				WHERE s.id = ${id} AND NOT EXISTS (SELECT 1 FROM evidence_link k
					WHERE k.assessment_id = ${id} AND k.checklist_item_id = i.id);`);
		const [{ links }] = stack.sql(`SELECT COUNT(*) AS links FROM evidence_link
			WHERE assessment_id = ${id} AND removed_at IS NULL`);
		assert.equal(Number(links), 12);
	});

	/* Every document looked at, the clear ones accepted in one press. */
	it('judges an agency of 12 documents', async () => {
		const window = await as('verifikator');
		const { page } = window;

		await window.go('/verify/?year=2026');
		const effort = await startEffort(window);
		await effort.go(page.locator(`table a[href$="/verify/${id}/"]`));
		const documents = await page.locator('.matang-clear a[data-view]').all();
		assert.equal(documents.length, 12);
		for (const document of documents) {
			await effort.press(document);
			await page.locator('.matang-viewer__frame').waitFor();
		}
		await effort.look();
		await effort.go(page.getByRole('button', { name: 'Terima semua yang jelas' }));
		await effort.go(page.getByRole('button', { name: 'Selesaikan verifikasi' }));
		await page.getByText('Verifikasi sudah selesai dan tersimpan.').waitFor();
		effort.within('the verifier: an agency of 12 documents', { presses: 15, typed: 0, loads: 3,
			scrolled: 2.2, screens1280: 5.5, screens360: 6 });
		await window.close();
	});

	/* The same on the pages of its variables, each with its criteria and its first document in sight. */
	it('judges it variable by variable', async () => {
		const window = await as('verifikator');
		const { page } = window;

		await window.go('/verify/?year=2026');
		const effort = await startEffort(window);
		await effort.go(page.locator(`table a[href$="/verify/${id}/"]`));
		await effort.go(page.getByRole('button', { name: /^Lanjut ke variabel/ }));
		for (let number = 1; number <= 11; number++)
			await effort.go(page.getByRole('button', { name: 'Terima yang jelas dan lanjut' })
				.or(page.locator('.matang-verdict button[value=next]')).first());
		await effort.go(page.getByRole('button', { name: 'Selesaikan verifikasi' }));
		await page.getByText('Verifikasi sudah selesai dan tersimpan.').waitFor();
		effort.within('the verifier: the same, variable by variable', { presses: 14, typed: 0, loads: 14,
			scrolled: 0.5, screens1280: 36, screens360: 63 });
		await window.close();
	});
});

describe('a team of 48 agencies', () => {
	const MANY = "(SELECT id FROM agency WHERE short_name LIKE 'Banyak %')";

	before(() => stack.sql(`SET @cycle = (SELECT c.id FROM cycle c JOIN region r ON r.id = c.region_id WHERE c.year = 2026 AND r.code = '64.71');
		SET @more = 48 - (SELECT COUNT(*) FROM assessment WHERE cycle_id = @cycle);
		INSERT INTO agency (region_id, name, short_name) SELECT c.region_id,
			CONCAT('Dinas Pengendalian Penduduk dan Keluarga Berencana Contoh ', s.seq), CONCAT('Banyak ', s.seq)
			FROM cycle c JOIN seq_1_to_48 s ON s.seq <= @more WHERE c.id = @cycle;
		INSERT INTO assessment (cycle_id, agency_id, state) SELECT @cycle, id, 'submitted' FROM agency WHERE short_name LIKE 'Banyak %';
		INSERT INTO answer (assessment_id, variable_id, self_level, explanation) SELECT a.id, v.id, 3, 'Contoh' FROM assessment a
			JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id WHERE a.agency_id IN ${MANY};
		UPDATE world_stamp SET number = number + 1`));
	after(() => stack.sql(`DELETE FROM history WHERE agency_id IN ${MANY};
		DELETE FROM review_assignment WHERE assessment_id IN (SELECT id FROM assessment WHERE agency_id IN ${MANY});
		DELETE FROM answer WHERE assessment_id IN (SELECT id FROM assessment WHERE agency_id IN ${MANY});
		DELETE FROM assessment WHERE agency_id IN ${MANY}; DELETE FROM agency WHERE short_name LIKE 'Banyak %'; UPDATE world_stamp SET number = number + 1`));

	/* On a telephone its whole name, here of two lines, and a line of what is left. */
	it('is looked over', async () => {
		const window = await as('verifikator', { width: 360 });

		await window.go('/verify/?year=2026');
		assert.equal(await window.page.locator('.matang-agencies tbody tr').count(), 48);
		const high = await window.page.locator('.matang-agencies tbody tr').evaluateAll((rows) => rows
			.map((row) => `${Math.round(row.getBoundingClientRect().height)} px: ${row.innerText.replace(/\s+/g, ' ')} ${row.cells[0].dataset.line}`));
		/* Who is at it, and that it is one's own, may take one line more. */
		assert.deepEqual(high.filter((one) => parseInt(one, 10) > (/Anda|sedang memeriksa/.test(one) ? 86 : 68)), []);
		assert.deepEqual(await window.page.locator('.matang-agencies tbody .govuk-link').evaluateAll((names) => names
			.filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
			.map((one) => one.textContent)), []);
		const effort = await startEffort(window);
		effort.within('the team: a list of 48 agencies', { presses: 0, typed: 0, loads: 0, scrolled: 0, screens1280: 5, screens360: 5.6 });
		/* A sheet of A4 between its margins. */
		await window.page.setViewportSize({ width: 672, height: 900 });
		await window.page.emulateMedia({ media: 'print' });
		assert.ok(await window.page.evaluate(() => document.documentElement.scrollWidth) <= 672, 'as wide as a sheet');
		await window.close();
	});

	it('is divided evenly', async () => {
		const window = await as('verifikator');
		const { page } = window;

		await window.go('/verify/?year=2026');
		const effort = await startEffort(window);
		await effort.go(page.getByRole('link', { name: 'Pembagian tugas' }));
		await effort.go(page.getByRole('button', { name: /^Bagi rata/ }));
		await page.getByText('Pembagian sudah tersimpan.').waitFor();
		effort.within('the team: 48 agencies divided', { presses: 2, typed: 0, loads: 2, scrolled: 0, screens1280: 9.3, screens360: 15.3 });
		await window.close();
	});
});

describe('the operator', () => {
	const [username, agency] = ['operator.dkumkmp', 'DKUMKMP'];
	let id;

	/* As the demo has it: nothing is filled in, and last year there were 36 documents. */
	beforeEach(() => {
		[{ id }] = stack.sql(`SELECT s.id FROM assessment s JOIN agency g ON g.id = s.agency_id
			JOIN cycle c ON c.id = s.cycle_id WHERE c.year = 2026 AND g.short_name = '${agency}'`);
		stack.sql(`UPDATE assessment SET state = 'not_started' WHERE id = ${id};
			DELETE FROM evidence_link WHERE assessment_id = ${id};
			UPDATE answer SET self_level = NULL, explanation = '' WHERE assessment_id = ${id}`);
	});

	it('reads and answers eleven variables on a telephone', async () => {
		const window = await as(username, { width: 360 });
		const { page } = window;

		await window.go(`/questionnaire/${id}/1`);
		const effort = await startEffort(window);
		for (let number = 1; number <= 11; number++) {
			await effort.press(page.getByRole('radio', { name: 'Tingkat I', exact: true }));
			await effort.type(page.getByLabel('Penjelasan', { exact: true }), 'Dibahas tiap triwulan.');
			await effort.go(page.getByRole('button', { name: number < 11 ? `Simpan dan lanjut ke variabel ${number + 1}` : 'Simpan dan kembali ke daftar' }));
		}
		effort.within('the operator: eleven variables', { presses: 22, typed: 11, loads: 11, scrolled: 22.5,
			screens1280: 29, screens360: 42.5 });
		await window.close();
	});

	it('answers one variable with one document, and sends', async () => {
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id};
			UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 1, n.explanation = 'Contoh.'
			WHERE n.assessment_id = ${id} AND v.number <> 3`);
		const window = await as(username);
		const { page } = window;

		await window.go(`/questionnaire/${id}/`);
		const effort = await startEffort(window);
		await effort.go(page.getByRole('link', { name: /^3\. / }));
		await effort.press(page.getByRole('radio', { name: 'Tingkat II', exact: true }));
		await effort.type(page.getByLabel('Penjelasan', { exact: true }), 'Dibahas tiap triwulan.');
		await effort.go(page.locator('details[open] #documents-2 button[name^=attach-]').first());
		/* What stood there last year is the first. */
		await effort.press(page.locator('.matang-choices input').first());
		await effort.go(page.getByRole('button', { name: 'Tautkan yang dipilih' }));
		await effort.go(page.getByRole('button', { name: 'Simpan dan kembali ke daftar' }));
		await effort.go(page.getByRole('button', { name: 'Periksa dan kirim' }));
		await effort.press(page.getByRole('checkbox'));
		await effort.go(page.getByRole('button', { name: 'Kirim penilaian' }));
		await page.getByText('Nomor pengiriman').first().waitFor();
		effort.within('the operator: one variable, one document, sent', { presses: 9, typed: 1, loads: 7, scrolled: 30,
			screens1280: 20, screens360: 30 });
		await window.close();
	});
});
