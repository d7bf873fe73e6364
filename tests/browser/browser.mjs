// SPDX-License-Identifier: ISC
//
// Chromium for tests: windows with scripts or without, each looked at in the two widths that count,
// and the accessibility rules of WCAG 2.2 AA.
//
//	const chromium = await startChromium();
//	const page = await chromium.window({ base, width: 360, scripts: false });
//	await page.signIn(username, password);
//	await page.checks();	// axe, no sideways scrolling, nothing on the console

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/* What the width has a say in; all else is the same in another. */
const RULES_OF_WIDTH = ['color-contrast', 'scrollable-region-focusable', 'target-size'];

/* What scripts leave on an element that they have found, and of the menu's button, which stands on each page. */
const MARKS_OF_SCRIPTS = / js-enabled govuk-frontend-supported|( data-[\w-]+-init=""| aria-(expanded|controls)="[^"]*")|<button[^>]*service-navigation__toggle.*?<\/button>/gs;

export const WIDTHS = [1280, 360];
/** The telephone that most people have. */
export const PHONE = { width: 360, height: 740 };
const DEMO_STRIP = 26;

/** People work in these: { width, scripts, name }. checks() looks at each page in both widths. */
export const WINDOWS = [[1280, true], [360, false]].map(([width, scripts]) => ({
	width, scripts, name: `${width} px, scripts ${scripts ? 'on' : 'off'}`,
}));

class Window {
	constructor(fields) { Object.assign(this, fields); }

	go(path) { return this.page.goto(this.base + path); }

	async signIn(username, password) {
		await this.go('/account/');
		await this.page.fill('input[name=username]', username);
		await this.page.fill('input[name=password]', password);
		await this.page.click('main button[type=submit]');
	}

	/* What axe finds by rules or tags, as short lines. Frames without an origin do not answer it. */
	async #violations(page, runOnly) {
		const found = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules, iframes: false }), runOnly);
		return found.violations.map((one) => `${one.id}: ${one.help} at ` +
			one.nodes.map((node) => node.target.join(' ')).join(', '));
	}

	/* The window in which axe may look at this page, or none where it has seen the like: the same but
	 * for numbers and tokens, or without scripts where these only mark what they have found. Where
	 * scripts are off it is another window, in which only axe may run. */
	async #unseen() {
		const shape = (await this.page.content()).replace(MARKS_OF_SCRIPTS, '').replace(/[\w-]{20,}|\d+/g, 'N');

		if (this.seen.has(shape))
			return {};
		const page = this.scripts ? this.page : await this.browser.copyOf(this.page);
		await page.evaluate(AXE);
		return { page, shape };
	}

	/** What axe finds in both widths, and whether a width makes people scroll sideways. */
	async violations() {
		/* A press comes back as soon as the next page has begun. */
		await this.page.waitForLoadState();
		const size = this.page.viewportSize();
		const { page, shape } = await this.#unseen();
		const found = [];

		for (const width of [size.width, WIDTHS.find((other) => other !== size.width)]) {
			const first = width === size.width;

			await this.page.setViewportSize({ ...size, width });
			await page?.setViewportSize({ ...size, width });
			/* What a bar that stays in sight half covers is whole when it is scrolled to. */
			await page?.evaluate(() => scrollTo(0, 0));
			if (page)
				found.push(...await this.#violations(page, first ? RULES : RULES_OF_WIDTH));
			const { scrollWidth, innerWidth } = await this.#measure();
			if (scrollWidth > innerWidth)
				found.push(`${scrollWidth} px wide in ${innerWidth}`);
			if (width === 360)
				found.push(...await this.#frameAbove());
		}
		await this.page.setViewportSize(size);
		if (page && !found.length)
			this.seen.add(shape);
		return found;
	}

	/** Where the first third of a telephone ends; the demo has one line more than others have. */
	async firstThird() {
		return PHONE.height / 3 - (await this.page.locator('.matang-demo').count() ? 0 : DEMO_STRIP);
	}

	/* On a phone a page has its heading in the first third, where nothing is told above it. */
	async #frameAbove() {
		const { page } = this;
		const above = page.locator('main > .matang-notice, main > .govuk-error-summary, main > .govuk-inset-text');
		const limit = await this.firstThird();

		if (await page.locator('main h1').count() === 0 || await above.count() > 0)
			return [];
		const { y } = await page.locator('main h1').first().boundingBox();
		return y > limit ? [`the heading is ${Math.round(y)} px down, more than ${Math.round(limit)}`] : [];
	}

	/** No violation, no sideways scrolling in either width, nothing to complain about on the console. */
	async checks() {
		const where = this.page.url();

		assert.deepEqual(await this.violations(), [], where);
		assert.deepEqual(this.problems, [], where);
	}

	async #measure() {
		const cdp = await this.page.context().newCDPSession(this.page);
		const { cssContentSize, cssLayoutViewport } = await cdp.send('Page.getLayoutMetrics');
		await cdp.detach();
		return { scrollWidth: cssContentSize.width, innerWidth: cssLayoutViewport.clientWidth };
	}

	/** For looking at: MATANG_SCREENSHOTS names a folder; without it nothing is written. */
	async picture(name) {
		if (process.env.MATANG_SCREENSHOTS)
			await this.page.screenshot({ path: `${process.env.MATANG_SCREENSHOTS}/${name}.png`, fullPage: true });
	}

	/** Is who a client of the web tests (web/client.mjs) is. */
	carries(client) {
		return this.page.context().addCookies([...client.cookies].map(([name, value]) =>
			({ name, value, url: new URL(this.base).origin + '/matang/' })));
	}

	close() { return this.page.context().close(); }
}

class Browser {
	/* Pages in which axe has found nothing. */
	#seen = new Set();
	/* The window of copies: opening one takes longer than looking at a page. */
	#copies;

	constructor(browser) { this.browser = browser; }

	/* `touch`: the finger of a telephone. */
	async window({ base, width = 1280, height = 800, scripts = true, touch = false }) {
		const context = await this.browser.newContext({ viewport: { width, height }, hasTouch: touch, isMobile: touch,
			javaScriptEnabled: scripts, locale: 'id-ID', reducedMotion: 'reduce' });
		const page = await context.newPage();
		const problems = [];
		page.on('pageerror', (error) => problems.push(error.message));
		/* A refused request is told on the console too, and is often what a test is about. */
		page.on('console', (message) => ['error', 'warning'].includes(message.type()) &&
			!/Failed to load resource/.test(message.text()) && problems.push(message.text()));
		page.setDefaultTimeout(15_000);
		return new Window({ browser: this, page, base, scripts, problems, seen: this.#seen });
	}

	/** What a page without scripts shows, where a script may be put into it, but none of the page's runs. */
	async copyOf(original) {
		const page = this.#copies ??= await (await this.browser.newContext()).newPage();
		const address = original.url(), body = await original.content();

		await page.unrouteAll();
		await page.setViewportSize(original.viewportSize());
		await page.route('**/*.js', (route) => route.abort());
		await page.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
		/* An address that differs by its fragment only would not be loaded again. */
		await page.goto('about:blank');
		await page.goto(address);
		return page;
	}

	close() { return this.browser.close(); }
}

export async function startChromium() {
	/* Under another clock (libfaketime) chromium turns in circles: it keeps the true one. */
	const { LD_PRELOAD, ...env } = process.env;

	return new Browser(await chromium.launch({
		env,
		executablePath: process.env.MATANG_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
			'--disable-background-networking', '--disable-component-update', '--disable-sync'],
	}));
}
