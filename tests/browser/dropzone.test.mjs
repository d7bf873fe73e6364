// SPDX-License-Identifier: ISC
//
// Many files at once, in a real browser: chosen or dropped, paused, cut off by a server that really
// goes down, gone on with after a reload and after a sign-in, refused, and told about in words.
// What is slow here is held by a gate in the test, so nothing depends on a clock.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { LIARS, pdf } from '../web/files.mjs';
import { startStack } from '../web/harness.mjs';
import { startChromium, WIDTHS } from './browser.mjs';

const FIRST_PIECE = 120 * 1024;		/* what goes up in one request before anything is known of the host */
const FILES = /\/upload\/files(\/\d+)?$/;
const BOX = '.matang-upload input[type=file]:not([capture])';

let stack, city, id, chromium, folder;

before(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'matang-files-'));
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	await stack?.stop();
	rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => stack.sql(`
	DELETE FROM evidence_link WHERE assessment_id = ${id};
	UPDATE assessment SET state = 'draft' WHERE id = ${id};`));

/* ---- means ------------------------------------------------------------------------------------- */

let running = 0;

/** A file on disk that no other test has: { path, name, bytes, sha256 }; `pieces` requests long. */
function make(name, { pieces = 0, bytes = pdf(`contoh ${++running} ${randomBytes(4).toString('hex')}`) } = {}) {
	const padding = Math.max(0, Math.round(pieces * FIRST_PIECE) - bytes.length);
	const content = Buffer.concat([bytes, randomBytes(padding)]);
	const place = path.join(folder, name);
	writeFileSync(place, content);
	return { path: place, name, bytes: content, sha256: createHash('sha256').update(content).digest('hex') };
}

async function open(how = {}) {
	const window = await chromium.window({ base: stack.base, ...how });
	window.page.on('dialog', (dialog) => dialog.accept());
	await window.signIn(how.username ?? 'operator.satu', PASSWORD);
	return window;
}

const row = (page, { name }) => page.locator('.matang-upload__file').filter({ has: page.getByText(name, { exact: true }) });
const choose = (page, ...files) => page.setInputFiles(BOX, files.map((file) => file.path));
const state = (page, file, ...states) => row(page, file).and(
	page.locator(states.map((one) => `[data-state="${one}"]`).join(', '))).waitFor();
const bar = (page, file) => row(page, file).locator('progress').evaluate(({ value }) => value);

/** The pieces of a page stop at a gate: `pass(n)` lets n more through, `open()` all. `seen`: what arrived. */
async function gate(page) {
	const waiting = [], seen = [];
	let free = 0;
	const go = () => {
		while (free > 0 && waiting.length > 0) {
			free--;
			waiting.shift()();
		}
	};
	page.on('requestfinished', (request) => request.method() === 'PATCH' &&
		seen.push({ offset: Number(request.headers()['upload-offset']), address: request.url() }));
	await page.route(FILES, async (route) => {
		const request = route.request();
		if (request.method() === 'PATCH')
			await new Promise((through) => {
				waiting.push(through);
				go();
			});
		await route.continue().catch(() => {});
	});
	return {
		seen,
		pass(count) { free = count; go(); },
		open() { free = Infinity; go(); },
		close() { free = 0; },
		/* Somebody stands at the gate. */
		async reached() {
			while (waiting.length === 0)
				await new Promise((done) => setTimeout(done, 20));
		},
	};
}

/* What became of it, by its content. */
const kept = ({ sha256 }) => stack.sql(`SELECT d.id, d.title, d.kind, d.number, d.dated, d.period_until, r.number AS revision, r.client_name,
	(SELECT COUNT(*) FROM evidence_link l WHERE l.document_id = d.id) AS links
	FROM revision r JOIN document d ON d.id = r.document_id WHERE r.sha256 = UNHEX('${sha256}')`);

/* Files are dropped with the time of change that they have on disk, as by a hand. */
async function drop(page, target, files, over = '.matang-upload__box') {
	const transfer = await page.evaluateHandle((list) => {
		const data = new DataTransfer();
		for (const { name, base64, modified } of list)
			data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { lastModified: modified }));
		return data;
	}, files.map((file) => ({ name: file.name, base64: file.bytes.toString('base64'), modified: Math.floor(statSync(file.path).mtimeMs) })));
	const on = page.locator(target).first();
	await on.dispatchEvent('dragenter', { dataTransfer: transfer });
	await page.locator(`${over}[data-over]`).waitFor();
	await on.dispatchEvent('drop', { dataTransfer: transfer });
}

const saved = (page, file) => row(page, file).locator('.matang-upload__saved[data-state="saved"]').waitFor();

/* ---- what people see ----------------------------------------------------------------------------- */

for (const width of WIDTHS)
	describe(`${width} px`, () => {
		const look = async (window, name) => {
			await window.checks();
			await window.picture(`dropzone-${name}-${width}`);
		};

		it('several files go up at once, and their details are typed while they do', async () => {
			const window = await open({ width });
			const { page } = window;
			const decree = make(`SK_Tim Pelaksana ${width}.pdf`), long = make(`Laporan tahunan ${width}.pdf`, { pieces: 3.5 });
			const page_of_web = make(`Surat undangan ${width}.pdf`, { bytes: LIARS[0][1] });
			const film = make(`rekaman ${width}.mp4`);
			const pieces = await gate(page);

			await window.go('/upload/new');
			assert.equal(await page.locator('form[data-upload]').isVisible(), false);
			await look(window, 'empty');
			await choose(page, decree, page_of_web, long, film);
			assert.match(await page.textContent('.matang-upload__complaint'), /rekaman .*tidak diterima.*PDF/);

			/* the two small ones, and two of the four pieces of the long one */
			pieces.pass(4);
			await state(page, decree, 'done');
			await state(page, page_of_web, 'refused');
			await page.waitForFunction(([name, bytes]) => [...document.querySelectorAll('.matang-upload__file')].some((one) =>
				one.textContent.includes(name) && one.querySelector('progress').value >= bytes), [long.name, 2 * FIRST_PIECE]);
			assert.match(await row(page, page_of_web).textContent(), /HTML/);
			assert.equal(await row(page, decree).getByLabel('Jenis dokumen').inputValue(), 'keputusan');
			assert.equal(await row(page, decree).getByLabel('Judul').inputValue(), `SK Tim Pelaksana ${width}`);
			await row(page, long).getByLabel('Judul').fill(`Laporan kinerja ${width}`);
			await row(page, long).getByText('Nomor, tanggal dan masa berlaku').click();
			await row(page, long).getByLabel('Nomor').fill('800/12/2026');
			await page.getByText('Isi keterangan untuk semua berkas').click();
			await page.locator('.matang-upload__all').getByLabel('Tanggal dokumen').fill('2026-02-28');
			await page.getByRole('button', { name: 'Isikan ke semua berkas' }).click();
			assert.equal(await row(page, long).getByLabel('Tanggal dokumen').inputValue(), '2026-02-28');
			await saved(page, decree);
			await look(window, 'going');

			pieces.open();
			await state(page, long, 'done');
			await saved(page, long);
			await page.getByText('2 berkas sudah tersimpan').waitFor();
			await look(window, 'done');
			assert.deepEqual(kept(long).map(({ title, kind, number, dated }) => ({ title, kind, number, dated })),
				[{ title: `Laporan kinerja ${width}`, kind: 'laporan', number: '800/12/2026', dated: '2026-02-28' }]);
			assert.deepEqual(kept(decree).map(({ kind, dated }) => ({ kind, dated })), [{ kind: 'keputusan', dated: '2026-02-28' }]);
			assert.equal(kept(page_of_web).length, 0);

			/* another file in the place of the refused one */
			const good = make(`Undangan rapat ${width}.pdf`);
			const [chooser] = await Promise.all([page.waitForEvent('filechooser'),
				row(page, page_of_web).getByRole('button', { name: /^Pilih berkas pengganti/ }).click()]);
			await chooser.setFiles(good.path);
			await state(page, good, 'done');
			assert.equal(kept(good)[0].title, `Surat undangan ${width}`);
			await window.close();
		});

		it('at a criterion they are linked to it, also after a reload', async () => {
			const window = await open({ width });
			const { page } = window;
			const item = city.items(3)[1];
			const file = make(`Notulen rapat ${width}.pdf`, { pieces: 2.5 });
			const pieces = await gate(page);

			await window.go(`/upload/attach/${id}/${item.id}`);
			await choose(page, file);
			await row(page, file).getByLabel('Judul').fill(`Notulen koordinasi ${width}`);
			pieces.pass(1);
			await pieces.reached();
			await page.reload();
			await state(page, file, 'missing');
			assert.match(await row(page, file).textContent(), /Peramban tidak dapat membukanya sendiri/);
			assert.equal(await row(page, file).getByLabel('Judul').inputValue(), `Notulen koordinasi ${width}`);
			assert.equal(await bar(page, file), FIRST_PIECE);
			await look(window, 'interrupted');

			pieces.seen.length = 0;
			pieces.open();
			await choose(page, file);
			await state(page, file, 'done');
			await saved(page, file);
			assert.equal(pieces.seen[0].offset, FIRST_PIECE);
			assert.deepEqual(kept(file).map(({ title, links }) => ({ title, links })), [{ title: `Notulen koordinasi ${width}`, links: '1' }]);
			await look(window, 'criterion-done');
			await page.getByRole('link', { name: 'Kembali ke variabel 3' }).click();
			await page.waitForURL(/\/questionnaire\/\d+\/3$/);
			await window.close();
		});

		it('dropped on a criterion of the questionnaire, they go up right there', async () => {
			const window = await open({ width });
			const { page } = window;
			const item = city.items(4)[0];
			const files = [make(`SK Tim ${width}.pdf`, { pieces: 2.5 }), make(`Undangan ${width}.pdf`)];
			const pieces = await gate(page);
			const at = `[data-upload-at$="/${item.id}"]`;

			await window.go(`/questionnaire/${id}/4`);
			assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /matang-upload/.test(name)).length), 0);
			await page.getByLabel('Penjelasan', { exact: true }).fill(`Ditulis sebelum menyeret berkas ${width}`);
			await page.locator(at).evaluate((element) => { element.closest('details').open = true; });
			await drop(page, `${at} p`, files, at);
			pieces.pass(2);
			await state(page, files[1], 'done');
			await look(window, 'variable');
			await page.locator('[data-autosave-status][data-state=saved]').waitFor();

			await page.reload();
			await state(page, files[0], 'missing');
			assert.equal(await page.locator(at).getByText('unggahan terputus').count(), 1);
			assert.equal(await page.getByLabel('Penjelasan', { exact: true }).inputValue(), `Ditulis sebelum menyeret berkas ${width}`);
			pieces.open();
			await drop(page, `${at} p`, [files[0]], at);
			await state(page, files[0], 'done');
			await saved(page, files[0]);
			await page.getByRole('heading', { name: 'Satu berkas sudah tersimpan dan tertaut ke kriteria ini' }).waitFor();
			await page.getByRole('link', { name: 'Tampilkan dalam daftar' }).click();
			await page.waitForURL(/\/4\?done=linked$/);
			assert.equal(await page.locator(at).locator('.matang-document').count(), 2);
			assert.deepEqual(files.map((file) => kept(file)[0].links), ['1', '1']);
			await window.close();
		});

		it('a new revision of a document', async () => {
			const window = await open({ width });
			const { page } = window;
			const first = make('SOP.pdf'), second = make('SOP (1).pdf', { pieces: 1.5 });
			const pieces = await gate(page);

			pieces.open();
			await window.go('/upload/new');
			await choose(page, first);
			await state(page, first, 'done');
			const [{ id: document }] = kept(first);
			await window.go(`/upload/document/${document}`);
			await drop(page, 'body', [second, first]);
			assert.match(await page.textContent('.matang-upload__complaint'), /satu berkas saja/);
			pieces.close();
			await drop(page, 'h1', [second]);
			await state(page, second, 'sending');
			await look(window, 'revision');
			pieces.open();
			await page.waitForURL(/done=revised$/);
			assert.deepEqual(kept(second).map((one) => [one.id, one.revision]), [[document, '2']]);
			await window.close();
		});
	});

/* ---- what goes wrong ------------------------------------------------------------------------------- */

it('dropped files go up two at a time, and are told about in one line', async () => {
	const window = await open();
	const { page } = window;
	const files = ['satu', 'dua', 'tiga', 'empat'].map((name) => make(`Foto ${name}.pdf`, { pieces: 1.5 }));
	const pieces = await gate(page);

	await window.go('/upload/new');
	await drop(page, 'main', files);
	await pieces.reached();
	assert.deepEqual(await page.locator('.matang-upload__file').evaluateAll((rows) => rows.map((one) => one.dataset.state)),
		['sending', 'sending', 'queued', 'queued']);
	assert.match(await page.textContent('.matang-upload__count'), /^0 dari 4 berkas tersimpan$/);
	pieces.pass(2);
	await page.waitForFunction((bytes) => document.querySelector('.matang-upload__totals progress').value >= bytes, 2 * FIRST_PIECE);
	pieces.open();
	for (const file of files)
		await state(page, file, 'done');
	assert.match(await page.textContent('.matang-upload__count'), /^4 dari 4/);
	await page.locator('.matang-upload > [role=status]', { hasText: '4 dari 4 berkas tersimpan.' }).waitFor({ state: 'attached' });
	assert.ok(files.every((file) => kept(file)[0].kind === 'foto'));
	await window.close();
});

it('pause, go on, pause all, take away', async () => {
	const window = await open();
	const { page } = window;
	const file = make('Rencana aksi.pdf', { pieces: 4.5 }), other = make('Bukan ini.pdf', { pieces: 3 });
	const pieces = await gate(page);

	await window.go('/upload/new');
	await choose(page, file);
	pieces.pass(2);
	await page.waitForFunction((bytes) => document.querySelector('.matang-upload__file progress').value >= bytes, 2 * FIRST_PIECE);
	await row(page, file).getByRole('button', { name: /^Jeda/ }).click();
	await state(page, file, 'paused');
	assert.equal(await page.evaluate(() => document.activeElement.textContent.startsWith('Lanjutkan')), true);

	/* leaving is warned of while something is not complete */
	const warned = page.waitForEvent('dialog');
	await page.evaluate(() => setTimeout(() => location.reload()));
	assert.equal((await warned).type(), 'beforeunload');
	await state(page, file, 'missing');
	await choose(page, file, other);
	await state(page, other, 'sending');
	await page.getByRole('button', { name: 'Jeda semua' }).click();
	await state(page, file, 'paused');
	await state(page, other, 'paused');

	await row(page, other).getByRole('button', { name: /^Hapus/ }).click();
	await row(page, other).waitFor({ state: 'detached' });
	pieces.seen.length = 0;
	pieces.open();
	await row(page, file).getByRole('button', { name: /^Lanjutkan/ }).click();
	await state(page, file, 'done');
	assert.ok(pieces.seen.every(({ offset }) => offset >= 2 * FIRST_PIECE), JSON.stringify(pieces.seen));
	assert.equal(kept(file).length, 1);
	assert.equal(kept(other).length, 0);

	/* what has begun is only taken away after a question, and the server forgets it */
	const third = make('Keliru.pdf', { pieces: 3 });
	pieces.close();
	await choose(page, third);
	pieces.pass(1);
	await page.waitForFunction(() => [...document.querySelectorAll('.matang-upload__file progress')].at(-1).value > 0);
	const gone = page.waitForResponse((response) => response.request().method() === 'DELETE');
	await row(page, third).getByRole('button', { name: /^Hapus/ }).click();
	await row(page, third).getByRole('button', { name: /^Ya, batalkan/ }).click();
	assert.equal((await gone).status(), 204);
	await saved(page, file);
	await page.reload();
	await page.locator('.matang-upload__box').waitFor();
	assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((one) => one.startsWith('matang:upload:')).length), 0);
	await window.close();
});

it('the server goes down in the middle, and it goes on by itself when it is back', async () => {
	const window = await open();
	const { page } = window;
	const file = make('Laporan besar.pdf', { pieces: 5.5 });
	const pieces = await gate(page);

	await window.go('/upload/new');
	await choose(page, file);
	pieces.pass(2);
	await pieces.reached();
	await stack.down();
	pieces.open();
	await state(page, file, 'cut');
	await page.getByText('Sambungan terputus').first().waitFor();
	await row(page, file).getByLabel('Judul').fill('Laporan yang tidak hilang');
	await window.picture('dropzone-cut-1280');
	assert.deepEqual(await window.violations(), []);
	pieces.seen.length = 0;
	await stack.up();
	await state(page, file, 'done');
	assert.equal(pieces.seen.filter(({ offset }) => offset < 2 * FIRST_PIECE).length, 0, JSON.stringify(pieces.seen));
	await saved(page, file);
	assert.deepEqual(kept(file).map(({ title }) => title), ['Laporan yang tidak hilang']);
	await window.close();
});

/* As where the disk keeps its reserve (tests/web/reserve.test.mjs); a line that broke would be tried again for ever. */
it('a server without room is not a line that broke: its words stand there with whom to tell, until somebody goes on', async () => {
	stack.sql("UPDATE region SET contact_name = 'Meja Contoh', contact_phone = '0812-0000-0000' WHERE id = (SELECT region_id FROM assessment a JOIN agency g ON g.id = a.agency_id WHERE a.id = " + `${id})`);
	const window = await open();
	const { page } = window;
	const file = make('Tidak muat.pdf');
	let asked = 0;
	await page.route(FILES, async (route) => {
		if (route.request().method() !== 'POST')
			return route.continue();
		asked++;
		return asked > 1 ? route.continue() : route.fulfill({ status: 507, contentType: 'text/plain; charset=utf-8', body: 'Ruang contoh habis. Beri tahu administrator.\n' });
	});
	await window.go('/upload/new');
	await choose(page, file);
	await state(page, file, 'paused');
	assert.equal(await row(page, file).locator('.matang-upload__state').textContent(),
		'Ruang contoh habis. Beri tahu administrator. Administrator daerah Anda: Meja Contoh, WhatsApp 0812-0000-0000.');
	assert.equal(await row(page, file).locator('a[href="https://wa.me/6281200000000"]').count(), 1);
	assert.equal(await page.getByText('Sambungan terputus').count(), 0);
	assert.equal(asked, 1);
	await window.checks();
	await row(page, file).getByRole('button', { name: /^Lanjutkan/ }).click();
	await state(page, file, 'done');
	assert.equal(kept(file).length, 1);
	await saved(page, file);
	await window.close();
});

it('on a thin line it is told how long it takes, and a browser that is offline waits', async () => {
	const window = await open();
	const { page } = window;
	const file = make('Dokumentasi.pdf', { pieces: 6 });
	const cdp = await page.context().newCDPSession(page);
	const line = (uploadThroughput, offline = false) => cdp.send('Network.emulateNetworkConditions',
		{ offline, latency: 20, downloadThroughput: -1, uploadThroughput });

	await window.go('/upload/new');
	await cdp.send('Network.enable');
	await line(64 * 1024);
	await choose(page, file);
	await row(page, file).getByText(/^\d+ %, .* dari .*, sisa kurang dari 1 menit$/).waitFor();
	await line(64 * 1024, true);
	await state(page, file, 'cut');
	await line(-1);
	await state(page, file, 'done');
	assert.equal(kept(file).length, 1);
	await window.close();
});

it('the session ends in the middle, and it goes on after a sign-in in another tab', async () => {
	const window = await open();
	const { page } = window;
	const file = make('Berita acara.pdf', { pieces: 4.5 });
	const pieces = await gate(page);

	await window.go('/upload/new');
	await choose(page, file);
	pieces.pass(2);
	await pieces.reached();
	stack.sql('DELETE FROM session');
	pieces.open();
	await page.getByRole('heading', { name: 'Sesi Anda berakhir' }).waitFor();
	await state(page, file, 'held');
	await row(page, file).getByLabel('Judul').fill('Diketik tanpa sesi');
	await window.checks();
	await window.picture('dropzone-signed-out-1280');

	const tab = await page.context().newPage();
	const signIn = async (username) => {
		await tab.goto(await page.getByRole('button', { name: /^Masuk lagi/ }).evaluate(({ href }) => href));
		await tab.fill('input[name=username]', username);
		await tab.fill('input[name=password]', PASSWORD);
		await tab.click('main button[type=submit]');
		await tab.waitForURL((url) => !url.pathname.endsWith('/account/'));
	};

	/* a colleague on the same computer does not upload in our name */
	await signIn('operator2.satu');
	await page.getByRole('button', { name: 'Sudah masuk, lanjutkan' }).click();
	await page.getByRole('heading', { name: 'Ada orang lain yang masuk' }).waitFor();
	await state(page, file, 'held');
	await tab.goto(`${stack.base}/upload/new`);
	await tab.locator('.matang-upload__box').waitFor();
	assert.equal(await tab.locator('.matang-upload__file').count(), 0);
	await tab.getByRole('button', { name: 'Keluar' }).click();
	await signIn('operator.satu');

	pieces.seen.length = 0;
	await page.getByRole('button', { name: 'Sudah masuk, lanjutkan' }).or(page.locator('.matang-upload__file:not([data-state=held])')).first().click();
	await state(page, file, 'done');
	assert.ok(pieces.seen.every(({ offset }) => offset >= 2 * FIRST_PIECE), JSON.stringify(pieces.seen));
	await saved(page, file);
	assert.equal(kept(file)[0].title, 'Diketik tanpa sesi');
	await window.close();
});

it('a reload loses neither what is up nor what was typed, and another tab leaves it alone', async () => {
	const window = await open();
	const { page } = window;
	const files = [make('Surat satu.pdf', { pieces: 3.5 }), make('Surat dua.pdf', { pieces: 3.5 })];
	const pieces = await gate(page);

	await window.go('/upload/new');
	await choose(page, ...files);
	await row(page, files[1]).getByText('Nomor, tanggal').click();
	await row(page, files[1]).getByLabel('Nomor').fill('12/2026');
	pieces.pass(2);
	await page.waitForFunction((bytes) => document.querySelector('.matang-upload__totals progress').value >= bytes, 2 * FIRST_PIECE);

	const tab = await page.context().newPage();
	await tab.goto(`${stack.base}/upload/new`);
	await tab.locator('.matang-upload__box').waitFor();
	await tab.waitForLoadState('networkidle');
	assert.equal(await tab.locator('.matang-upload__file').count(), 0);
	await tab.close();

	await page.reload();
	await page.getByText('2 unggahan terputus sebelum selesai').waitFor();
	assert.equal(await row(page, files[1]).locator('[data-detail=number]').inputValue(), '12/2026');

	/* one was changed meanwhile: it is another file now, and goes up from its first byte */
	utimesSync(files[0].path, new Date(), new Date(Date.now() - 60_000));
	pieces.seen.length = 0;
	pieces.open();
	await drop(page, 'main', files);
	for (const file of files)
		await state(page, file, 'done');
	await saved(page, files[1]);
	assert.match(await row(page, files[0]).textContent(), /berubah sejak/);
	assert.equal(pieces.seen.filter(({ offset }) => offset === 0).length, 1, JSON.stringify(pieces.seen));
	assert.equal(kept(files[0]).length, 1);
	assert.equal(kept(files[1])[0].number, '12/2026');

	/* the same content once more: told, with a way to the other */
	const again = make('Surat dua (salinan).pdf', { bytes: files[1].bytes });
	await choose(page, again);
	await state(page, again, 'done');
	assert.equal(await row(page, again).getByRole('link', { name: /^Surat dua/ }).getAttribute('href'),
		`/matang/upload/document/${kept(again)[0].id}`);
	await window.close();
});

it('details typed before a page is left reach the document when a page is opened again', async () => {
	const window = await open();
	const { page } = window;
	const file = make('Piagam.pdf');

	await page.route(/\/document\/\d+\/edit$/, (route) => route.abort());
	await window.go('/upload/new');
	await choose(page, file);
	await state(page, file, 'done');
	await row(page, file).getByLabel('Judul').fill('Piagam penghargaan contoh');
	await row(page, file).locator('.matang-upload__saved[data-state="failed"]').waitFor();
	await page.unroute(/\/document\/\d+\/edit$/);
	await page.reload();
	await saved(page, file);
	assert.deepEqual(kept(file).map(({ title, kind }) => [title, kind]), [['Piagam penghargaan contoh', 'sertifikat']]);

	/* a period the wrong way round is refused by the document's own form, in its words */
	await row(page, file).getByText('Nomor, tanggal').click();
	await row(page, file).getByLabel('Berlaku sejak').fill('2026-05-01');
	await row(page, file).getByLabel('Berlaku sampai').fill('2026-01-01');
	await row(page, file).getByText('tidak boleh mendahului awalnya').waitFor();
	await row(page, file).getByLabel('Berlaku sampai').fill('2026-12-31');
	await saved(page, file);
	assert.equal(kept(file)[0].period_until, '2026-12-31');
	await window.close();
});

it('without scripts there is the plain form, and with them it is one press away', async () => {
	const bare = await open({ scripts: false });
	await bare.go('/upload/new');
	assert.equal(await bare.page.locator('form[data-upload]').isVisible(), true);
	assert.equal(await bare.page.locator('.matang-upload').count(), 0);
	await bare.close();

	const window = await open();
	await window.go('/upload/new');
	await window.page.getByRole('button', { name: /formulir biasa/ }).click();
	assert.equal(await window.page.locator('form[data-upload]').isVisible(), true);
	await window.checks();
	await window.close();
});

/* ---- how large a piece may be ------------------------------------------------------------------------ */

/* What the pieces of one long file measure, and what the asking was answered. */
async function pieceSizes(base, file) {
	const window = await chromium.window({ base });
	const { page } = window;
	const sizes = [], asked = [];

	page.on('request', (request) => request.method() === 'PATCH' &&
		sizes.push(Number(request.headers()['content-length'] ?? request.postDataBuffer()?.length)));
	page.on('response', (response) => response.url().endsWith('/upload-limit') && asked.push(response.status()));
	page.on('requestfailed', (request) => request.url().endsWith('/upload-limit') && asked.push(0));
	await window.signIn('operator.satu', PASSWORD);
	await window.go('/upload/new');
	await choose(page, file);
	await state(page, file, 'done');
	const remembered = await page.evaluate(() => sessionStorage.getItem('matang:chunk'));
	await window.close();
	return { sizes, asked, remembered: JSON.parse(remembered) };
}

it('pieces grow where the server takes large ones', async () => {
	const { asked, remembered } = await pieceSizes(stack.base, make('Panjang.pdf', { pieces: 160 }));
	assert.equal(asked[0], 204);
	assert.ok(remembered.step >= 1, JSON.stringify(remembered));
});

it('and stay below 128 KiB where mod_fcgid refuses larger ones', async () => {
	const apache = await startStack({ server: 'apache' });
	try {
		settle(apache);
		/* As on a host that has all programs run by it: what it takes, no .htaccess can change. */
		appendFileSync(path.join(apache.var, 'site/public/matang/.htaccess'),
			'<FilesMatch "^upload$">\nSetHandler fcgid-script\n</FilesMatch>\n');
		const { asked, remembered } = await pieceSizes(apache.base, make('Panjang juga.pdf', { pieces: 60 }));
		assert.ok(asked.length === 1 && asked[0] !== 204, JSON.stringify(asked));
		assert.deepEqual(remembered?.step ?? 0, 0);
	} finally {
		await apache.stop();
	}
});
