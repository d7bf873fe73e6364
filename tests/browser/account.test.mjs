// SPDX-License-Identifier: ISC
//
// One's own account in a real browser: sign in, second factor, password, details, devices,
// hand-over; wide and narrow, with scripts and without, and no page that shuts anybody out.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { totp } from '../web/client.mjs';
import { startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

const NEW_PASSWORD = 'kuda hujan batu lima';

describe('account in a browser', () => {
	let stack, chromium;

	before(async () => {
		stack = await startStack();
		openWorld(stack);
		chromium = await startChromium();
	});
	after(async () => {
		await chromium?.close();
		await stack?.stop();
	});

	/* An operator of one window alone. */
	function person(username) {
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name,
			password_changed_at, created_at) SELECT '${username}', password_hash, 'operator', 2, 1, 'Contoh Operator',
			UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM account WHERE username = 'auditor'`);
		return username;
	}

	test('a shared computer keeps nobody’s unsaved text for somebody else', async () => {
		const window = await chromium.window({ base: stack.base, width: 1280, scripts: true });
		const { page } = window;
		const write = () => page.evaluate(() => localStorage.setItem('matang:draft:7:3',
			JSON.stringify({ time: Date.now(), fields: { explanation: 'rahasia' } })));
		const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('matang:draft:')).length);
		const signOut = () => page.click('form[action$="/account/sign-out"] button');
		const [one, other] = [person('operator.satu'), person('operator.dua')];

		await window.signIn(one, PASSWORD);
		await write();
		/* The session ends by itself, and the same person comes back. */
		await page.context().clearCookies();
		await window.signIn(one, PASSWORD);
		assert.equal(await kept(), 1);
		await page.context().clearCookies();
		await window.signIn(other, 'salah');
		assert.equal(await kept(), 1, 'a wrong name is nobody');
		await window.signIn(other, PASSWORD);
		assert.equal(await kept(), 0);
		await write();
		await signOut();
		assert.equal(await kept(), 0);
		await window.close();
	});

	for (const { width, scripts, name } of WINDOWS)
		describe(name, () => {
			const suffix = `${width}.${scripts ? 'js' : 'plain'}`;
			let window, page, me, secret, code;

			const look = async (what) => {
				await window.checks();
				await window.picture(`account-${what}-${suffix}`);
			};
			const send = (form = 'main form') => page.click(`${form} button[type=submit]:not([aria-controls])`);
			const text = (selector) => page.textContent(selector);
			const heading = () => text('h1');

			before(async () => {
				me = person(`operator.${suffix}`);
				window = await chromium.window({ base: stack.base, width, scripts });
				page = window.page;
			});
			after(() => window?.close());

			test('signs in, after a mistake that is explained', async () => {
				await window.go('/account/profile');
				await look('sign-in');
				await page.fill('#username', me);
				await page.fill('#password', 'salah');
				await send();
				assert.match(await text('.govuk-error-summary'), /tidak cocok/);
				assert.match(await page.title(), /^Perlu diperbaiki: /);
				assert.equal(await page.inputValue('#username'), me);
				await look('sign-in-wrong');
				await page.fill('#password', PASSWORD);
				await send();
				assert.equal(await heading(), 'Akun saya');
				await look('profile');
			});

			test('can be done by keyboard alone', async () => {
				const other = await chromium.window({ base: stack.base, width, scripts });
				await other.go('/account/');
				await other.page.focus('#username');
				await other.page.keyboard.type(me);
				await other.page.keyboard.press('Tab');
				await other.page.keyboard.type(PASSWORD);
				await other.page.keyboard.press('Enter');
				await other.page.waitForURL('**/questionnaire/');
				await other.close();
			});

			test('changes details', async () => {
				await page.click('text=Ubah data diri');
				await page.fill('#office', 'Analis kebijakan');
				await page.fill('#email', 'bukan alamat');
				await send();
				assert.match(await text('#email-error'), /nama@contoh\.go\.id/);
				await look('details-wrong');
				await page.fill('#email', 'contoh@contoh.go.id');
				await send();
				assert.match(await text('main'), /Perubahan sudah tersimpan/);
				assert.match(await text('main'), /Analis kebijakan/);
			});

			test('switches the second factor on', async () => {
				await page.click('main >> text=Verifikasi dua langkah');
				await look('second-factor');
				await send();
				secret = (await text('#secret')).replace(/\s/g, '');
				assert.match(secret, /^[A-Z2-7]{32}$/);
				await look('set-up');
				await page.fill('#code', '12');
				await send();
				assert.match(await text('#code-error'), /Kode tidak cocok/);
				await look('set-up-wrong');
				await page.fill('#code', totp(secret));
				await send();
				assert.equal(await page.locator('.matang-codes code').count(), 10);
				code = await text('.matang-codes li:first-child code');
				await look('codes');
				assert.equal(await page.locator('[data-print]').isVisible(), scripts);
				await page.click('main a.govuk-button');
				await page.waitForURL('**/questionnaire/');
				await window.go('/account/second-factor');
				await look('second-factor-on');
			});

			test('signs out, and in again with a recovery code', async () => {
				/* On a telephone it stands in the menu. */
				const out = page.locator('form[action$="/account/sign-out"] button:visible').first();
				if (!await out.isVisible())
					await page.locator('.matang-menu:visible, .govuk-js-service-navigation-toggle:visible').first().click();
				await out.click();
				assert.match(await text('main'), /Anda sudah keluar/);
				await page.fill('#username', me);
				await page.fill('#password', PASSWORD);
				await send();
				await look('code');
				await page.fill('#code', '000000');
				await send();
				await look('code-wrong');
				await page.click('text=Pakai kode pemulihan');
				await look('recovery');
				await page.fill('#code', code.toLowerCase());
				await send();
				await page.waitForURL('**/questionnaire/');
			});

			test('switches the second factor off again', async () => {
				await window.go('/account/second-factor/codes');
				await look('renew');
				await window.go('/account/second-factor');
				await page.click('text=Matikan verifikasi dua langkah');
				await look('switch-off');
				await page.fill('#password', PASSWORD);
				await send();
				assert.match(await text('main'), /sudah dimatikan/);
			});

			test('sees devices and history', async () => {
				await window.go('/account/devices');
				assert.match(await text('table'), /perangkat ini/);
				await look('devices');
				await window.go('/account/history');
				assert.match(await text('table'), /Verifikasi dua langkah dinyalakan/);
				await look('history');
			});

			test('changes the password', async () => {
				await window.go('/account/password');
				await look('password');
				await page.fill('#current', PASSWORD);
				await page.fill('#password', 'pendek');
				await page.fill('#again', 'lain');
				await send();
				assert.match(await text('.govuk-error-summary'), /12 karakter/);
				await look('password-wrong');
				await page.fill('#current', PASSWORD);
				await page.fill('#password', NEW_PASSWORD);
				await page.fill('#again', NEW_PASSWORD);
				await send();
				assert.match(await text('main'), /Kata sandi sudah diganti/);
			});

			test('hands the work over, and the successor goes on with it', async () => {
				await page.click('text=Alih tugas kepada pengganti');
				await look('hand-over');
				await send();
				assert.equal(await heading(), 'Alih tugas kepada pengganti');
				await look('hand-over-wrong');
				const successor = `pengganti.${suffix}`;
				await page.fill('#full_name', 'Pengganti Contoh');
				await page.fill('#username', successor);
				await page.fill('#reason', 'Mutasi, SK contoh');
				await page.fill('#password', NEW_PASSWORD);
				await page.check('#agreed');
				await send();
				assert.equal(await heading(), 'Tugas sudah diserahkan');
				await look('handed-over');
				const password = await text('main code');
				await window.go('/account/profile');
				assert.equal(await heading(), 'Masuk');
				await page.fill('#username', successor);
				await page.fill('#password', password);
				await send();
				assert.equal(await heading(), 'Buat kata sandi Anda sendiri');
				await look('must-change');
				await page.fill('#password', NEW_PASSWORD);
				await page.fill('#again', NEW_PASSWORD);
				await send();
				assert.equal(await heading(), 'Akun saya');
				assert.match(await text('main'), /Dinas Koperasi, UMKM dan Perindustrian/);
			});
		});
});
