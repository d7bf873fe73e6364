// SPDX-License-Identifier: ISC
//
// The seven steps from the instrument to the report, each by the person whose step it is, in a real
// browser on the demo's data: once on a wide screen with scripts, once on a telephone without. Each
// page on the way is looked at by axe and must not scroll sideways.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { PDF } from '../web/world.mjs';
import { startChromium } from './browser.mjs';

const scan = { name: 'formulir.pdf', mimeType: 'application/pdf', buffer: PDF };
let stack, chromium;

before(async () => {
	stack = await startStack({ data: true });
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
});

const walks = [
	{ width: 1280, scripts: true, agency: 'Dinas Contoh Pendidikan', operator: 'operator.disdik', year: 2027 },
	{ width: 360, scripts: false, agency: 'Badan Contoh Kepegawaian', operator: 'operator.bkpsdm', year: 2028 },
];

for (const { width, scripts, agency, operator, year } of walks)
	describe(`${width} px, scripts ${scripts ? 'on' : 'off'}`, () => {
		const name = (page) => `walk-${page}-${width}`;
		let id;

		/* A window of one of the demo's people. */
		async function as(username) {
			const { password } = stack.account(username);
			const window = await chromium.window({ base: stack.base, width, scripts });
			await window.signIn(username, password);
			return window;
		}

		async function look(window, page) {
			const error = window.page.locator('.matang-error h1');
			assert.equal(await error.count(), 0, `${window.page.url()}: ${await error.allTextContents()}`);
			await window.checks();
			await window.picture(name(page));
		}

		it('steps 1 and 2: the administrator looks at the instrument and opens a cycle', async () => {
			const admin = await as('admin');
			const { page } = admin;

			await look(admin, 'admin-home');
			for (const place of ['regions', 'agencies', 'accounts', 'instruments', 'holidays', 'cycles']) {
				await admin.go(`/cycle/${place}`);
				await look(admin, place);
			}
			await admin.go('/cycle/cycles/new');
			await look(admin, 'cycle-new');
			await page.selectOption('[name=region_id]', { label: 'Kabupaten Kutai Timur' });
			await page.fill('[name=year]', String(year));
			await page.selectOption('[name=instrument_id]', { index: 1 });
			await page.check('[name=province_tier][value="0"]');
			await page.fill('[name=start_date]', `${year}-02-01`);
			await page.check('#early_filling-1');
			await page.click('main form button[type=submit]');
			await page.waitForSelector('main form input[name=seen]', { state: 'attached' });
			await look(admin, 'cycle-planned');
			await page.click('main form:has(input[name=seen]) button[type=submit]');
			await page.waitForURL(/\/cycles\/\d+/);
			await look(admin, 'cycle');
			await admin.go(`${new URL(page.url()).pathname.replace(/^\/matang/, '')}/open`);
			await look(admin, 'cycle-open');
			if (await page.locator('[name=sure]').count())
				await page.check('[name=sure]');
			await page.click('main form button[type=submit]');
			await page.waitForURL(/done=/);
			[{ id }] = stack.sql(`SELECT a.id FROM assessment a JOIN cycle c ON c.id = a.cycle_id
				JOIN agency g ON g.id = a.agency_id WHERE c.year = ${year} AND g.name = '${agency}'`);
			await admin.close();
		});

		it('step 3: the team tells the agencies', async () => {
			const team = await as('verifikator.kutim');
			const { page } = team;

			await team.go('/cycle/');
			await look(team, 'notices');
			const [{ cycle }] = stack.sql(`SELECT cycle_id AS cycle FROM assessment WHERE id = ${id}`);
			await team.go(`/cycle/notice/${cycle}`);
			await look(team, 'notice');
			for (const box of await page.locator('main input[type=checkbox]').all())
				await box.check();
			await team.close();
		});

		it('step 4: the operator fills in, uploads and sends', async () => {
			const own = await as(operator);
			const { page } = own;

			await look(own, 'agency-home');
			await own.go(`/questionnaire/${id}/`);
			await look(own, 'tasks');
			await own.go(`/questionnaire/${id}/1`);
			await page.locator('button[name^="attach-"]:visible').first().click();
			await page.waitForURL(/\/upload\/attach\//);
			await look(own, 'attach');
			if (scripts)	/* the way without dragging; that one: dropzone.test.mjs */
				await page.getByRole('button', { name: /formulir biasa/ }).click();
			await page.fill('main form:has(input[type=file]) [name=title]', 'Berita acara contoh');
			await page.selectOption('main form:has(input[type=file]) [name=kind]', 'berita_acara');
			await page.getByLabel('Berkas', { exact: true }).setInputFiles(scan);
			await page.getByRole('button', { name: 'Unggah dan tautkan' }).click();
			await page.waitForURL(/\/questionnaire\//);
			await look(own, 'variable');
			for (let variable = 1; variable <= 11; variable++) {
				await own.go(`/questionnaire/${id}/${variable}`);
				await page.check('[name=level][value="1"]');
				await page.fill('[name=explanation]', 'Kondisi contoh pada perangkat daerah ini.');
				await page.click('button[name=then][value=list]');
				await page.waitForURL(/\/questionnaire\/\d+\/(\?|$)/);
			}
			await own.go('/upload/');
			await look(own, 'library');
			await own.go(`/questionnaire/${id}/check`);
			await look(own, 'check');
			await page.check('[name=statement]');
			await page.click('main form:has([name=statement]) button[type=submit]');
			await page.waitForURL(/\/sent/);
			await look(own, 'sent');
			await own.close();
		});

		it('step 5: the team verifies', async () => {
			const team = await as('verifikator.kutim');
			const { page } = team;

			await team.go(`/verify/?year=${year}`);
			await look(team, 'work_list');
			for (let variable = 1; variable <= 11; variable++) {
				await team.go(`/verify/${id}/${variable}`);
				if (variable === 1)
					await look(team, 'verify');
				for (const accept of await page.locator('input[name^="decision-"][value=accepted]').all())
					await accept.check();
				await page.check('[name=level][value="1"]');
				await page.fill('[name=recommendation]', 'Susun dan unggah dokumen untuk tingkat berikutnya.');
				await page.click('.matang-verdict button[value=save]');
				await page.waitForURL(/done=/);
			}
			await team.go(`/verify/${id}/`);
			await look(team, 'overview');
			await page.click('form[action$="/finish"] button[type=submit]');
			await page.waitForURL(/done=/);
			await team.close();
		});

		it('step 6: printed, signed, sent in, received', async () => {
			const own = await as(operator), team = await as('verifikator.kutim');

			await own.go(`/signoff/${id}/`);
			await look(own, 'signoff');
			await own.page.click('form[action$="/form"] button');
			await own.page.waitForURL(/\/form$/);
			await look(own, 'form');
			assert.match(await own.page.textContent('.matang-paper'), /Jumlah skor\s*11\s*11\s*11/);
			await own.go(`/signoff/${id}/`);
			await own.page.setInputFiles('input[type=file]:not([capture])', scan);
			await own.page.click('form[action$="/scan"] button');
			await own.page.waitForURL(/done=signed/);
			await look(own, 'signed');
			await team.go(`/signoff/${id}/`);
			await look(team, 'receive');
			await team.page.check('input[name=compared]');
			if (await team.page.isVisible('#why'))
				await team.page.fill('#why', 'Sudah dicocokkan dengan aslinya.');
			await team.page.click('form[action$="/receive"] button');
			await team.page.waitForURL(/done=received/);
			await own.go(`/signoff/${id}/receipt`);
			await look(own, 'receipt');
			const code = (await own.page.textContent('.matang-paper__proof strong')).trim();
			const anyone = await chromium.window({ base: stack.base, width, scripts });
			await anyone.go('/portal/check');
			await look(anyone, 'check-paper');
			await anyone.page.fill('[name=code]', code);
			await anyone.page.click('main form button');
			await anyone.page.waitForURL(/code=/);
			assert.match(await anyone.page.textContent('main'), / ini berlaku/);
			await look(anyone, 'paper-checked');
			for (const window of [own, team, anyone])
				await window.close();
		});

		it('step 7: the team reports, and the public reads it', async () => {
			const team = await as('verifikator.kutim');
			const { page } = team;

			await team.go('/report/');
			await look(team, 'reports');
			await page.click(`text=Kabupaten Kutai Timur ${year}`);
			await page.waitForURL(/\/report\/region\//);
			await look(team, 'report');
			await page.click('text=Terbitkan laporan');
			await page.waitForURL(/\/publish$/);
			await look(team, 'publish');
			await page.check('[name=sure]');
			await page.click('main form button[type=submit]');
			await page.waitForURL(/done=published/);
			await team.go(`/report/agency/${id}`);
			await look(team, 'report-agency');
			await team.go(`/report/history/${id}`);
			await look(team, 'history');
			assert.match(await page.textContent('main'), /Belum dimulai → Draf/);
			const anyone = await chromium.window({ base: stack.base, width, scripts });
			for (const [path, name] of [['/portal/', 'portal'], [`/portal/region/64.08/${year}`, 'portal-region'],
				['/portal/data', 'portal-data'], ['/portal/embed/64.08/latest', 'portal-embed'], ['/portal/service', 'service']]) {
				await anyone.go(path);
				await look(anyone, name);
			}
			await team.close();
			await anyone.close();
		});

		it('the head, the province and the auditor read what is theirs', async () => {
			for (const [person, paths] of [
				['kepala.dispusip', ['/questionnaire/', '/report/', '/signoff/']],
				['validator', ['/verify/', '/report/']],
				['auditor', ['/report/', '/report/agency/1', '/report/region/1', '/report/history']]]) {
				const reader = await as(person);
				for (const path of paths) {
					await reader.go(path);
					await look(reader, `${person}${path.replaceAll('/', '-')}`);
				}
				await reader.close();
			}
		});
	});

describe('the published case', () => {
	it('comes out of the programs as 38, Tinggi, to 47, Sangat Tinggi', async () => {
		const auditor = await chromium.window({ base: stack.base });
		const { password } = stack.account('auditor');

		await auditor.signIn('auditor', password);
		const [{ id }] = stack.sql(`SELECT s.id FROM assessment s JOIN agency g ON g.id = s.agency_id
			JOIN cycle c ON c.id = s.cycle_id WHERE c.year = 2025 AND g.short_name = 'DKUMKMP'`);
		await auditor.go(`/report/agency/${id}`);
		const text = (await auditor.page.textContent('main')).replace(/\s+/g, ' ');
		assert.match(text, /38 \(Tinggi\) → 47 \(Sangat Tinggi\)/);
		assert.match(text, /Tingkat bertahap \(variabel terendah\) ?II/);
		assert.match(text, /Perubahan ?\+9/);
		await auditor.picture('balikpapan-2025');
		await auditor.close();
	});
});
