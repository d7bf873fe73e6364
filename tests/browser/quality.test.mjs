// SPDX-License-Identifier: ISC
//
// Flags, pending documents, moves and last year's documents in a real browser: both widths, with and
// without scripts, as operator and as verifier, every page by the rules of WCAG.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

const day = (offset) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

let stack, city, id, chromium;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	const earlier = city.assessment('Dinas Contoh Satu', city.year - 1);
	const item = (variable, level) => city.items(variable).find((one) => one.level === level && one.compulsory).id;
	const put = (variable, level, title, change, fields = {}, of = id) => stack.sql(`UPDATE document SET ${change}
		WHERE id = ${city.link(of, item(variable, level), { title, ...fields }).document}`);

	put(1, 2, 'Surat keputusan yang sudah lama sekali', `dated = '${city.year - 3}-01-02'`);
	put(1, 3, 'Sertifikat yang berakhir', `kind = 'sertifikat', period_until = '${city.year - 1}-12-31'`);
	put(1, 4, 'Folder daring', 'number = number', { outside: 'https://contoh.invalid/satu/dua/tiga' });
	put(4, 2, 'SK tim SOP', 'number = number');
	put(8, 3, 'Dari tahun lalu', 'number = number', {}, earlier);
	put(8, 4, 'Sudah berakhir', `period_until = '${city.year - 1}-12-31'`, {}, earlier);
	stack.sql(`INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due, created_at, created_by)
		VALUES (${id}, ${item(8, 2)}, 'agency', 'SKP yang terlambat (contoh)', '${day(-2)}', UTC_TIMESTAMP(3), 1);
		UPDATE answer SET self_level = 3, explanation = 'Uraian contoh', overclaim_reason = 'Menyusul' WHERE assessment_id = ${id};
		UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

async function open(username, how) {
	const page = await chromium.window({ base: stack.base, ...how });
	await page.signIn(username, PASSWORD);
	return page;
}

for (const how of WINDOWS)
	describe(how.name, () => {
		it('every page keeps the rules', async () => {
			city.setState(id, 'draft');
			const operator = await open('operator.satu', how);
			const { item } = stack.sql(`SELECT checklist_item_id AS item FROM pending_evidence LIMIT 1`)[0];
			const { pending } = stack.sql(`SELECT id AS pending FROM pending_evidence LIMIT 1`)[0];
			for (const path of ['/questionnaire/', `/questionnaire/${id}/`, `/questionnaire/${id}/check`,
				`/questionnaire/${id}/1`, `/questionnaire/${id}/8`, `/questionnaire/${id}/carry-over`,
				`/upload/pending/${id}/${item}`, `/upload/pending/${pending}`]) {
				await operator.go(path);
				await operator.checks();
			}
			city.setState(id, 'submitted');
			const team = await open('verifikator', how);
			for (const path of ['/verify/', `/verify/${id}/`, `/verify/${id}/1`, `/verify/${id}/8`]) {
				await team.go(path);
				await team.checks();
			}
		});

		it('a document is pending, and comes from last year', async () => {
			city.setState(id, 'draft');
			stack.sql(`DELETE FROM pending_evidence WHERE title = 'Dari peramban (contoh)';
				DELETE FROM evidence_link WHERE assessment_id = ${id} AND document_id IN (SELECT id FROM document WHERE title LIKE 'Dari tahun%')`);
			const { page } = await open('operator.satu', how);
			await page.goto(`${stack.base}/questionnaire/${id}/8`);
			await page.locator('.matang-documents details summary').nth(4).click();
			await page.locator('button[name^=pending-]').last().click();
			await page.waitForURL(/upload\/pending/);
			await page.fill('#title', 'Dari peramban (contoh)');
			await page.fill('#due', day(6));
			await page.click('main form button[type=submit]');
			await page.waitForURL(/done=pending/);
			assert.match(await page.locator('.matang-pending', { hasText: 'Dari peramban (contoh)' }).first().textContent(), /6 hari lagi/);
			await page.locator('button[value=documents]').click();
			await page.waitForURL(/carry-over\?variable=8/);
			assert.equal(await page.locator('input[name^=take-]').first().isChecked(), true);
			assert.equal(await page.locator('input[name^=take-]').last().isChecked(), false);
			await page.click('main form button[type=submit]');
			await page.waitForURL(/done=documents/);
			assert.equal(await page.locator('.matang-document__title', { hasText: 'Dari tahun lalu' }).count(), 1);
		});
	});
