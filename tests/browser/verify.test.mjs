// SPDX-License-Identifier: ISC
//
// Verifying in a real browser: every page of both tiers in both widths, with and without scripts,
// and an agency from the work list to the finished verification, once by mouse and once by keyboard.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startStack, until } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

const RECOMMENDATION = 'Lengkapi berita acara (contoh).';

let stack, world, id, chromium;

/* Documents of every sort under variable 2, and one under variable 3. */
function documents() {
	const put = (document, variable, level, fields) => stack.sql(`
		INSERT INTO document (id,agency_id,title,kind,number,dated,period_from,period_until,outside_address,
			created_at,created_by) VALUES (${document},1,'${fields.title}','laporan','000.8/${document}',
			'2026-03-02',${fields.period ?? 'NULL,NULL'},'${fields.outside ?? ''}',UTC_TIMESTAMP(3),3);
		INSERT INTO evidence_link (id,assessment_id,checklist_item_id,document_id,created_at,created_by)
			SELECT ${document},${id},i.id,${document},UTC_TIMESTAMP(3),3
			FROM variable v JOIN level l ON l.variable_id = v.id AND l.number = ${level}
			JOIN checklist_item i ON i.level_id = l.id AND i.position = 1 WHERE v.number = ${variable};`);
	const revise = (document, number) => stack.sql(`
		INSERT INTO revision (document_id,number,sha256,bytes,type,client_name,stored_name,created_at,created_by)
			VALUES (${document},${number},UNHEX(SHA2('${document}-${number}',256)),12345,'application/pdf',
				'berkas.pdf','${document}/${number}',UTC_TIMESTAMP(3),3)`);

	put(101, 2, 2, { title: 'Notulen monev triwulan (contoh)' });
	put(102, 2, 3, { title: 'Standar pengendalian (contoh)', period: `'2023-01-01','2023-12-31'` });
	put(103, 2, 3, { title: 'Folder daring (contoh)', outside: 'https://contoh.invalid/folder' });
	put(104, 3, 2, { title: 'SK tim mutu (contoh)' });
	for (const document of [101, 102, 104])
		revise(document, 1);
	stack.sql(`UPDATE evidence_link SET city_decision = 'accepted',
		city_revision_id = (SELECT id FROM revision WHERE document_id = 102) WHERE id = 102`);
	revise(102, 2);
}

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	documents();
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});
beforeEach(() => stack.sql(`
	UPDATE answer SET self_level = 3, explanation = 'Uraian contoh', overclaim_reason = 'Menyusul (contoh)',
		city_level = NULL, city_reason = '', city_recommendation = '', province_level = NULL,
		province_reason = '', province_recommendation = '', version = 1 WHERE assessment_id = ${id};
	UPDATE assessment SET state = 'submitted' WHERE id = ${id};
	DELETE FROM review_draft;
	UPDATE evidence_link SET city_decision = NULL, city_reason = '', city_revision_id = NULL WHERE id <> 102;`));

async function open(username, how = {}) {
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn(username, PASSWORD);
	return window;
}

/* What the city has said of everything. */
function verified() {
	stack.sql(`UPDATE answer SET city_level = 2, city_reason = 'Data dukung dibaca',
			city_recommendation = '${RECOMMENDATION}' WHERE assessment_id = ${id};
		UPDATE evidence_link k SET k.city_decision = 'rejected', k.city_reason = 'Belum ditandatangani',
			k.city_revision_id = (SELECT MAX(r.id) FROM revision r WHERE r.document_id = k.document_id)
			WHERE k.id IN (101, 103, 104);
		UPDATE assessment SET state = 'verified' WHERE id = ${id};`);
}

for (const how of WINDOWS)
	describe(how.name, () => {
		it('shows every page of the team without a fault', async () => {
			const window = await open('verifikator', how);

			for (const path of ['/verify/', '/verify/?q=tidak-ada', '/verify/checklist', `/verify/${id}/`,
				`/verify/${id}/2`, `/verify/${id}/6`, `/verify/${id}/return`]) {
				await window.go(path);
				await window.checks();
				await window.picture(`verify${path.replace(/\W+/g, '-')}-${how.width}-${how.scripts}`);
			}
			await window.close();
		});

		it('shows every page of the province, and what can only be read', async () => {
			const window = await open('validator', how);

			for (const read of [true, false]) {
				if (!read)
					verified();
				for (const path of ['/verify/', `/verify/${id}/`, `/verify/${id}/2`]) {
					await window.go(path);
					await window.checks();
				}
			}
			await window.picture(`verify-province-${how.width}-${how.scripts}`);
			await window.close();
		});

		it('keeps what was typed, also when a colleague was faster', async () => {
			const window = await open('verifikator', how);
			const { page } = window;

			await window.go(`/verify/${id}/2`);
			await page.locator('#decision-101-rejected').check();
			await page.locator('#level-5').check();
			await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
			await page.locator('.govuk-error-summary').waitFor();
			assert.match(await page.title(), /^Perlu diperbaiki: /);
			assert.equal(await page.locator('.govuk-error-summary li').count(), 2);
			await window.checks();
			await page.locator('#why-101').fill('Belum ditandatangani');
			await page.locator('#reason').fill('Sistem daring terbukti');

			stack.sql(`UPDATE answer w JOIN variable v ON v.id = w.variable_id SET w.city_level = 2,
				w.city_reason = 'Kata rekan', w.city_recommendation = 'Rekan', w.version = w.version + 1,
				w.updated_by = (SELECT id FROM account WHERE username = 'verifikator2'), w.updated_at = UTC_TIMESTAMP(3)
				WHERE w.assessment_id = ${id} AND v.number = 2`);
			await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
			assert.match(await page.locator('#conflict').innerText(), /Verifikator Contoh Dua menyimpan/);
			await window.checks();
			await window.picture(`verify-conflict-${how.width}-${how.scripts}`);
			assert.equal(await page.locator('#reason').inputValue(), 'Sistem daring terbukti');
			assert.equal(await page.locator('#why-101').inputValue(), 'Belum ditandatangani');
			await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
			assert.equal(stack.sql(`SELECT city_reason FROM evidence_link WHERE id = 101`)[0].city_reason, 'Belum ditandatangani');
			await window.close();
		});

		it('asks for a reason where one rejects, and shows it then', async () => {
			const window = await open('verifikator', how);
			const { page } = window;

			await window.go(`/verify/${id}/3`);
			assert.equal(await page.locator('#why-104').isVisible(), false);
			await page.locator('#decision-104-rejected').check();
			assert.equal(await page.locator('#why-104').isVisible(), true);
			await window.close();
		});

		it('goes from the work list to the finished verification', async () => {
			const window = await open('verifikator2', how);
			const { page } = window;

			await page.getByRole('link', { name: /^Menunggu verifikasi/ }).click();
			await page.getByRole('link', { name: 'Dinas Koperasi, UMKM dan Perindustrian' }).click();
			await page.getByRole('link', { name: 'Lanjut ke variabel 1', exact: true }).or(
				page.getByRole('button', { name: 'Lanjut ke variabel 1', exact: true })).click();
			for (let number = 1; number <= 11; number++) {
				await page.waitForURL(new RegExp(`/verify/${id}/${number}(\\?|$)`));
				if (number === 2 || number === 3) {
					await page.getByRole('button', { name: 'Terima semua yang belum diputuskan' }).click();
					await page.getByText(/Semua \d dokumen sudah diputuskan/).waitFor();
				}
				await page.locator('#level-3').check();
				await page.locator('#reason').fill('Uji petik di tempat (contoh)');
				await page.locator('#recommendation').fill(RECOMMENDATION);
				await page.getByRole('button', { name: 'Simpan dan lanjut' }).click();
			}
			await page.getByText('Tersimpan. Semua variabel sudah diputuskan.').waitFor();
			await window.checks();
			await page.getByRole('button', { name: 'Selesaikan verifikasi' }).click();
			await page.getByText('Verifikasi sudah selesai dan tersimpan.').waitFor();
			await window.checks();
			assert.equal(world.state(id), 'verified');
			await window.close();
		});
	});

describe('by keyboard', () => {
	it('a document is accepted or rejected by a key, and the proposal follows', async () => {
		const window = await open('verifikator', { width: 1280 });
		const { page } = window;

		await window.go(`/verify/${id}/3`);
		assert.equal(await page.locator('#level-2').isChecked(), true);
		await page.keyboard.press('Alt+x');
		assert.equal(await page.evaluate(() => document.activeElement.id), 'why-104');
		assert.equal(await page.locator('#decision-104-rejected').isChecked(), true);
		assert.equal(await page.locator('#level-1').isChecked(), true);
		assert.match(await page.locator('#recommendation').inputValue(), /^Lengkapi dokumen untuk Tingkat II: /);
		await page.keyboard.press('Alt+y');
		assert.equal(await page.locator('#level-2').isChecked(), true);
		/* Who has another use for the keys switches them off, here and on the next page. */
		await page.getByLabel('Pintasan papan ketik').uncheck();
		await page.keyboard.press('Alt+x');
		await window.go(`/verify/${id}/3`);
		await page.keyboard.press('Alt+x');
		assert.equal(await page.locator('#decision-104-rejected').isChecked(), false);
		await window.close();
	});

	it('what was typed comes back, whichever way one left', async () => {
		const window = await open('verifikator', { width: 1280 });
		const { page } = window;

		for (const leave of [() => page.getByRole('button', { name: 'Dinas Koperasi, UMKM dan Perindustrian' }).click(),
			() => page.locator('.matang-strip').getByRole('button', { name: /Variabel 5/ }).click(),
			() => page.goBack(), () => page.getByRole('button', { name: /Tunggu dokumennya/ }).first().click()]) {
			const words = `Ditulis ${Math.random()}`;

			await window.go(`/verify/${id}/2`);
			await window.go(`/verify/${id}/3`);
			await page.locator('#reason').fill(words);
			for (const fold of await page.locator('details.matang-line').all())
				await fold.evaluate((one) => { one.open = true; });
			await leave();
			await page.waitForURL((url) => !url.pathname.endsWith('/3'));
			await until('the draft', () => stack.sql(`SELECT content FROM review_draft WHERE content LIKE '%${encodeURIComponent(words.slice(-6))}%'`).length);
			await window.go(`/verify/${id}/3`);
			assert.equal(await page.locator('#reason').inputValue(), words);
			assert.match(await page.locator('[data-autosave-status]').innerText(), /^Draf tersimpan/);
		}
		await page.getByRole('button', { name: 'Buang draf' }).click();
		await page.getByText('Draf dibuang.').waitFor();
		assert.equal(await page.locator('#reason').inputValue(), '');
		await window.close();
	});

	it('what is typed in is never below the buttons of the rail', async () => {
		const window = await open('verifikator', { width: 1280 });
		const { page } = window;
		const edges = async (what) => {
			const { y, height } = await page.locator(what).boundingBox();
			return { top: Math.round(y), bottom: Math.round(y + height) };
		};
		const buttons = '.matang-rail .matang-verdict__do';

		await window.go(`/verify/${id}/2`);
		/* The places of the team stand in one line, so that the work begins high. */
		assert.ok((await edges('.govuk-service-navigation__item:visible >> nth=-1')).top <
			(await edges('.govuk-service-navigation__item:visible >> nth=0')).bottom, 'the navigation takes more than one line');
		/* In the first window, and by the keyboard wherever one comes from. */
		assert.ok((await edges('#reason')).bottom <= (await edges(buttons)).top, 'the reason is below the buttons');
		await page.locator('#reason').focus();
		await page.keyboard.press('Tab');
		assert.equal(await page.evaluate(() => document.activeElement.id), 'recommendation');
		assert.ok((await edges('#recommendation')).bottom <= (await edges(buttons)).top,
			'the recommendation is below the buttons');
		/* Nor when much has been written, while one reads the documents. */
		for (const field of ['#reason', '#recommendation'])
			await page.locator(field).fill('Uraian yang panjang (contoh). '.repeat(60));
		await page.evaluate(() => globalThis.scrollTo(0, 500));
		assert.ok((await edges('#recommendation')).bottom <= (await edges(buttons)).top, 'what has grown is below the buttons');
		await window.close();
	});

	it('a variable is judged without a mouse', async () => {
		const window = await open('verifikator', { width: 1280 });
		const { page } = window;

		await window.go(`/verify/${id}/3`);
		await page.locator('#decision-104-accepted').focus();
		await page.keyboard.press('Space');
		/* What is proposed for these documents is where one begins. */
		assert.equal(await page.locator('#level-2').isChecked(), true);
		assert.match(await page.locator('#recommendation').inputValue(), /^Lengkapi dokumen untuk Tingkat III: /);
		await page.locator('#level-2').focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Uji petik di tempat (contoh)');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Control+a');
		await page.keyboard.type(RECOMMENDATION);
		await page.keyboard.press('Alt+m');
		await page.waitForURL(/done=next/);
		const [saved] = stack.sql(`SELECT w.city_level, w.city_recommendation, k.city_decision FROM answer w
			JOIN variable v ON v.id = w.variable_id JOIN evidence_link k ON k.id = 104
			WHERE w.assessment_id = ${id} AND v.number = 3`);
		assert.deepEqual(saved, { city_level: '3', city_recommendation: RECOMMENDATION, city_decision: 'accepted' });
		await window.close();
	});
});
