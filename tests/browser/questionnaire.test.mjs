// SPDX-License-Identifier: ISC
//
// Filling in, in a real browser: every page in both widths, with and without scripts; what scripts
// add (saving while typing, asking when two people write, the reason when too much is claimed).

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, id, chromium;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});
beforeEach(() => stack.sql(`
	UPDATE assessment SET state = 'not_started' WHERE id = ${id};
	UPDATE answer SET self_level = NULL, explanation = '', overclaim_reason = '', city_level = NULL,
		city_reason = '', city_recommendation = '', return_note = '', corrected = 0, needs_correction = 0,
		updated_at = NULL, version = 1 WHERE assessment_id = ${id};
	DELETE FROM evidence_link WHERE assessment_id = ${id};
	DELETE FROM history WHERE assessment_id = ${id};`));

const address = (number) => `/questionnaire/${id}/${number}`;
const answer = (number) => stack.sql(`SELECT n.* FROM answer n JOIN variable v ON v.id = n.variable_id
	WHERE n.assessment_id = ${id} AND v.number = ${number}`)[0];
const status = (window) => window.page.locator('[data-autosave-status]');

async function open(username, how = {}) {
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn(username, PASSWORD);
	return window;
}

function complete(but = '') {
	stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id};
		UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 1,
		n.explanation = 'Penjelasan contoh.' WHERE n.assessment_id = ${id} ${but}`);
}

function attach() {
	const [, two, , , three] = city.items(1);
	city.link(id, two.id, { title: 'Berita acara contoh' });
	city.link(id, three.id, { title: 'Notulen contoh di tempat lain', outside: 'https://contoh.example/a' });
}

for (const how of WINDOWS)
	describe(how.name, () => {
		it('the operator fills in, checks and sends', async () => {
			const window = await open('operator.satu', how);
			const { page } = window;
			const look = async (name) => {
				await window.checks();
				await window.picture(`questionnaire-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
			};

			complete('AND v.number > 2');
			attach();
			stack.sql(`UPDATE assessment SET state = 'not_started' WHERE id = ${id}`);
			await window.go('/questionnaire/');
			await look('home');
			await page.getByRole('button', { name: 'Mulai mengisi' }).click();
			await look('list');
			await page.getByRole('link', { name: /^1\. / }).click();
			await look('variable-empty');
			await page.getByRole('radio', { name: 'Tingkat III' }).check();
			await page.getByLabel('Penjelasan', { exact: true }).fill('Prioritas dibahas di forum setiap Februari.');
			await page.getByRole('button', { name: 'Simpan', exact: true }).click();
			await page.waitForURL(/done=saved/);
			await look('variable-over-claimed');
			assert.match(await page.textContent('.matang-notice--caution'), /Tingkat III melebihi dokumen/);

			/* without its reason it stays a draft, and the check page says so */
			await window.go(`/questionnaire/${id}/check`);
			await look('check-open');
			await page.getByRole('link', { name: /^1\. / }).first().click();
			await page.getByLabel('Alasan memilih tingkat').fill('Dokumennya sedang ditandatangani.');
			await page.getByRole('button', { name: 'Simpan dan lanjut ke variabel 2' }).click();
			await page.waitForURL(/\/2\?done=next/);
			await page.getByRole('radio', { name: 'Tingkat I', exact: true }).check();
			await page.getByRole('button', { name: /^Pakai lagi penjelasan tahun/ }).click();
			await page.waitForURL(/done=words/);
			assert.equal(await page.getByLabel('Penjelasan', { exact: true }).inputValue(), 'Penjelasan contoh tahun lalu.');
			await page.getByRole('button', { name: 'Simpan dan kembali ke daftar' }).click();
			await page.waitForURL(/\/\?done=saved/);
			/* One claims more than its documents support: it may be sent, but is not complete. */
			assert.match(await page.textContent('.matang-progress'), /10 dari 11/);
			await page.getByRole('button', { name: 'Periksa dan kirim' }).click();
			await look('check');
			await page.getByRole('button', { name: 'Kirim penilaian' }).click();
			assert.match(await page.textContent('.govuk-error-summary'), /Centang pernyataan/);
			await look('check-error');
			await page.getByRole('checkbox').check();
			await page.getByRole('button', { name: 'Kirim penilaian' }).click();
			await page.waitForURL(/\/sent$/);
			await look('sent');
			assert.match(await page.textContent('main'), /Nomor pengiriman/);
			assert.equal(await page.locator('[data-copy]').isVisible(), how.scripts);
			await window.go(address(1));
			await look('variable-sent');
			assert.equal(await page.locator('form[data-autosave]').count(), 0);
			await window.close();
		});

		it('mends what came back', async () => {
			complete();
			attach();
			city.setState(id, 'returned');
			stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.needs_correction = 1,
				n.return_note = 'Berita acara belum ditandatangani kepala.', n.city_level = 1,
				n.city_recommendation = 'Lengkapi dokumen tingkat II.'
				WHERE n.assessment_id = ${id} AND v.number = 1;
				UPDATE evidence_link k JOIN document d ON d.id = k.document_id JOIN revision r ON r.document_id = d.id
				SET k.city_decision = 'rejected', k.city_reason = 'Belum ditandatangani.', k.city_revision_id = r.id
				WHERE k.assessment_id = ${id};
				INSERT INTO history (at, account_id, assessment_id, subject, from_value, to_value, reason)
				VALUES (UTC_TIMESTAMP(3), ${city.account('verifikator')}, ${id}, 'state', 'submitted', 'returned',
				'Satu variabel perlu diperbaiki.')`);
			const window = await open('operator.satu', how);
			for (const [name, path] of [['home', '/questionnaire/'], ['list', `/questionnaire/${id}/`],
				['variable', address(1)], ['locked', address(2)], ['check', `/questionnaire/${id}/check`]]) {
				await window.go(path);
				await window.checks();
				await window.picture(`questionnaire-returned-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
			}
			await window.close();
		});

		it('the head reads the result', async () => {
			complete();
			attach();
			stack.sql(`UPDATE answer SET city_level = 2, city_reason = 'Catatan contoh dari tim.',
				city_recommendation = 'Rekomendasi contoh dari tim.' WHERE assessment_id = ${id}`);
			city.setState(id, 'verified');
			const window = await open('kepala.satu', how);
			for (const [name, path] of [['home', '/questionnaire/'], ['list', `/questionnaire/${id}/`],
				['variable', address(1)], ['check', `/questionnaire/${id}/check`]]) {
				await window.go(path);
				await window.checks();
				await window.picture(`questionnaire-verified-${name}-${how.width}${how.scripts ? '' : '-plain'}`);
			}
			await window.close();
		});

		it('two people see both texts', async () => {
			const [mine, theirs] = await Promise.all(['operator.satu', 'operator2.satu'].map((name) =>
				open(name, { ...how, scripts: false })));
			for (const window of [mine, theirs])
				await window.go(address(4));
			await theirs.page.getByRole('radio', { name: 'Tingkat II', exact: true }).check();
			await theirs.page.getByLabel('Penjelasan', { exact: true }).fill('Tulisan kolega.');
			await theirs.page.getByRole('button', { name: 'Simpan', exact: true }).click();
			await mine.page.getByLabel('Penjelasan', { exact: true }).fill('Tulisan saya.');
			await mine.page.getByRole('button', { name: 'Simpan', exact: true }).click();
			await mine.checks();
			await mine.picture(`questionnaire-conflict-${how.width}`);
			assert.match(await mine.page.textContent('.matang-compare'), /Tulisan saya\..*Tulisan kolega\./s);
			await mine.page.getByRole('button', { name: 'Simpan jawaban di atas' }).click();
			assert.equal(answer(4).explanation, 'Tulisan saya.');
			assert.equal(answer(4).self_level, '2');
			await mine.close();
			await theirs.close();
		});
	});

describe('what scripts add', () => {
	let window, page;

	beforeEach(async () => {
		window = await open('operator.satu');
		({ page } = window);
		await window.go(address(3));
	});

	it('saves while one types, and says when', async () => {
		await page.getByLabel('Penjelasan', { exact: true }).fill('Ditulis tanpa menekan apa pun.');
		await status(window).and(page.locator('[data-state=saved]')).waitFor();
		assert.match(await status(window).textContent(), /^Tersimpan pukul \d\d\.\d\d WITA$/);
		assert.equal(answer(3).explanation, 'Ditulis tanpa menekan apa pun.');
		await page.getByRole('radio', { name: 'Tingkat IV' }).check();
		await page.waitForResponse((response) => response.request().method() === 'POST');
		await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
		await page.waitForURL(/\/4\?done=next/);
		assert.deepEqual([answer(3).self_level, answer(3).version], ['4', '3']);
		await window.close();
	});

	it('says whom to ask where the refusal sends to the administrator', async () => {
		await page.route(`**${address(3)}`, (route) => route.request().method() !== 'POST' ? route.continue() :
			route.fulfill({ status: 422, json: { ok: false, message: 'Batas waktunya sudah lewat. Hubungi administrator daerah.' } }));
		await page.getByLabel('Penjelasan', { exact: true }).fill('Terlambat.');
		await status(window).and(page.locator('[data-state=failed]')).waitFor();
		assert.equal(await status(window).textContent(),
			'Belum tersimpan: Batas waktunya sudah lewat. Hubungi administrator daerah. Kontak administrator');
		assert.equal(await status(window).locator('a[href$="/portal/help#kontak"]').count(), 1);
		await window.close();
	});

	it('asks for the reason as soon as too much is claimed', async () => {
		const reason = page.getByLabel('Alasan memilih tingkat');
		assert.equal(await reason.isVisible(), false);
		await page.getByRole('radio', { name: 'Tingkat I', exact: true }).check();
		assert.equal(await reason.isVisible(), false);
		await page.getByRole('radio', { name: 'Tingkat IV' }).check();
		assert.equal(await reason.isVisible(), true);
		await window.close();
	});

	it('shows both texts on the page when a colleague was faster', async () => {
		const other = await open('operator2.satu', { scripts: false });
		await other.go(address(3));
		await other.page.getByLabel('Penjelasan', { exact: true }).fill('Tulisan kolega.');
		await other.page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await other.page.waitForURL(/done=/);
		/* Leaving a field saves: what is typed next may or may not be there when the answer comes. */
		let typed;
		const both = new Promise((resolve) => { typed = resolve; });
		await page.route('**', async (route) => {
			if (route.request().method() === 'POST')
				await both;
			await route.continue();
		});
		await page.getByRole('radio', { name: 'Tingkat II', exact: true }).check();
		await page.getByLabel('Penjelasan', { exact: true }).fill('Tulisan saya.');
		typed();
		const panel = page.locator('.matang-autosave-panel');
		await panel.waitFor();
		await window.checks();
		assert.match(await panel.textContent(), /Operator Satu Kedua juga mengubah.*Tulisan saya\..*Tulisan kolega\./s);
		await panel.getByRole('button', { name: 'Pakai tulisan Operator Satu Kedua' }).click();
		await status(window).and(page.locator('[data-state=saved]')).waitFor();
		assert.equal(await page.getByLabel('Penjelasan', { exact: true }).inputValue(), 'Tulisan kolega.');
		assert.deepEqual([answer(3).explanation, answer(3).self_level], ['Tulisan kolega.', '2']);
		await other.close();
		await window.close();
	});

	it('does not ask when each changed another field', async () => {
		const other = await open('operator2.satu', { scripts: false });
		await other.go(address(3));
		await other.page.getByRole('radio', { name: 'Tingkat II', exact: true }).check();
		await other.page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await other.page.waitForURL(/done=/);
		await page.getByLabel('Penjelasan', { exact: true }).fill('Hanya teks saya.');
		await status(window).and(page.locator('[data-state=saved]')).waitFor();
		assert.equal(await page.locator('.matang-autosave-panel').count(), 0);
		assert.deepEqual([answer(3).explanation, answer(3).self_level], ['Hanya teks saya.', '2']);
		assert.equal(await page.getByRole('radio', { name: 'Tingkat II', exact: true }).isChecked(), true);
		await other.close();
		await window.close();
	});

	it('keeps the text through a broken line', async () => {
		await page.context().setOffline(true);
		await page.getByLabel('Penjelasan', { exact: true }).fill('Ditulis tanpa sambungan.');
		await status(window).and(page.locator('[data-state=failed]')).waitFor();
		await page.context().setOffline(false);
		await status(window).and(page.locator('[data-state=saved]')).waitFor();
		assert.equal(answer(3).explanation, 'Ditulis tanpa sambungan.');
		await window.close();
	});
});
