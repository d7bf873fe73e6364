// SPDX-License-Identifier: ISC
//
// Photographs in a real browser: made smaller or kept as they are, several made one document, and
// straight from the camera where one points with a finger.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, startStack } from '../web/harness.mjs';
import { PASSWORD, openWorld } from '../web/world.mjs';
import { startChromium } from './browser.mjs';
import { photographs } from './photographs.mjs';

const turned = readFileSync(path.join(ROOT, 'tests/inputs/photo-turned.jpg'));

describe('photographs', () => {
	let stack, world, chromium, id, large;
	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
		id = world.assessment('DKUMKMP');
		chromium = await startChromium();
		large = await photographs(chromium, stack, 3);
	});
	after(async () => {
		await chromium?.close();
		await stack?.stop();
	});

	async function open(how = {}) {
		const window = await chromium.window({ base: stack.base, ...how });
		window.page.on('dialog', (dialog) => dialog.accept());
		await window.signIn('operator.dkumkmp', PASSWORD);
		return window;
	}

	const newest = () => stack.sql(`SELECT d.title, r.type, r.bytes, r.pages, r.stored_name FROM revision r
		JOIN document d ON d.id = r.document_id ORDER BY r.id DESC LIMIT 1`)[0];
	const count = () => Number(stack.sql('SELECT COUNT(*) AS n FROM revision')[0].n);
	const choose = (page, ...files) => page.setInputFiles('.matang-upload input[type=file]:not([capture])', files);
	const done = (page) => page.locator('.matang-upload__file[data-state=done]').first().waitFor();

	it('one large photograph travels smaller, or as it is when somebody wants that', async () => {
		const window = await open();
		const { page } = window;
		assert.ok(large[0].buffer.length > 1_500_000);
		await window.go('/upload/new');
		await choose(page, large[0]);
		await page.getByRole('group', { name: /Foto ini.*MB/ }).waitFor();
		await window.checks();
		await window.picture('photo-ask');
		await page.getByRole('button', { name: 'Perkecil lalu kirim' }).click();
		await done(page);
		assert.equal(newest().type, 'image/jpeg');
		assert.ok(Number(newest().bytes) < large[0].buffer.length * 0.8);
		assert.equal(newest().title, 'Foto 20 November 2026');
		await window.go('/upload/new');
		await choose(page, large[1]);
		await page.getByRole('button', { name: 'Kirim ukuran asli' }).click();
		await done(page);
		assert.equal(Number(newest().bytes), large[1].buffer.length);
		await window.close();
	});

	it('a small one asks nothing', async () => {
		const window = await open();
		await window.go('/upload/new');
		await choose(window.page, { name: 'kecil.jpg', mimeType: 'image/jpeg', buffer: turned });
		await done(window.page);
		assert.equal(Number(newest().bytes), turned.length);
		await window.close();
	});

	it('several become one document of several pages, or stay apart', async () => {
		const window = await open();
		const { page } = window;
		const before = count();
		await window.go('/upload/new');
		await choose(page, ...large);
		await window.picture('photo-ask-three');
		await page.getByRole('button', { name: 'Satu dokumen, 3 halaman' }).click();
		await done(page);
		assert.deepEqual([newest().type, Number(newest().pages), count()], ['application/pdf', 3, before + 1]);
		await window.picture('photo-joined');
		await window.close();
	});

	it('is offered straight from the camera where one points with a finger, and nowhere else', async () => {
		const desk = await open();
		await desk.go('/upload/new');
		assert.equal(await desk.page.getByRole('button', { name: 'Ambil foto' }).isVisible(), false);
		await desk.close();
		for (const scripts of [true, false]) {
			const phone = await open({ width: 360, scripts, touch: true });
			await phone.go('/upload/new');
			const camera = scripts ? phone.page.getByRole('button', { name: 'Ambil foto' }) : phone.page.getByLabel('Atau foto langsung');
			assert.equal(await camera.isVisible(), true);
			await phone.checks();
			await phone.picture(`photo-camera${scripts ? '' : '-plain'}`);
			if (!scripts) {
				const before = count();
				await camera.setInputFiles({ name: 'IMG_20261122_080000.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([turned, Buffer.from('x')]) });
				await phone.page.getByLabel('Jenis dokumen').selectOption('foto');
				await phone.page.getByRole('button', { name: 'Unggah' }).click();
				await phone.page.waitForURL(/\/upload\/document\//);
				assert.deepEqual([count(), newest().title], [before + 1, 'Foto 22 November 2026']);
			}
			await phone.close();
		}
	});

	it('photographs of the signed sheets become one PDF before they are sent', async () => {
		world.finish(id, { self: 3, said: 4 });
		const window = await open();
		const { page } = window;
		await window.go(`/signoff/${id}/`);
		await page.getByRole('button', { name: 'Buat formulir untuk dicetak' }).click();
		await window.go(`/signoff/${id}/`);
		await page.getByLabel('Formulir yang sudah ditandatangani').setInputFiles(large);
		await page.getByText(/3 foto menjadi satu PDF: .* menjadi /).waitFor();
		await window.checks();
		await window.picture('photo-signed');
		await page.getByRole('button', { name: 'Kirim ke tim' }).click();
		await page.waitForURL(/done=signed/);
		const [row] = stack.sql('SELECT type, stored_name FROM signature ORDER BY id DESC LIMIT 1');
		assert.equal(row.type, 'application/pdf');
		assert.match(readFileSync(path.join(stack.files, row.stored_name), 'latin1'), /\/Count 3 /);
		await window.close();
	});
});
