// SPDX-License-Identifier: ISC
//
// Chromium for tests: windows in the two widths that count, with scripts or without, and the
// accessibility rules of WCAG 2.2 AA.
//
//	const chromium = await startChromium();
//	const page = await chromium.window({ base, width: 360, scripts: false });
//	await page.signIn(username, password);
//	await page.checks();	// axe, no sideways scrolling, nothing on the console

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const WIDTHS = [1280, 360];

/** Every combination of width and scripts: { width, scripts, name }. */
export const WINDOWS = WIDTHS.flatMap((width) => [true, false].map((scripts) => ({
	width, scripts, name: `${width} px, scripts ${scripts ? 'on' : 'off'}`,
})));

class Window {
	constructor(fields) { Object.assign(this, fields); }

	go(path) { return this.page.goto(this.base + path); }

	async signIn(username, password) {
		await this.go('/account/');
		await this.page.fill('input[name=username]', username);
		await this.page.fill('input[name=password]', password);
		await this.page.click('main button[type=submit]');
	}

	/**
	 * What axe finds, as short lines. Where scripts are off, the same page is looked at in another
	 * window in which only axe may run.
	 */
	async violations() {
		const page = this.scripts ? this.page : await this.#copy();
		await page.evaluate(AXE);
		const found = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules }), RULES);
		if (page !== this.page)
			await page.context().close();
		return found.violations.map((one) => `${one.id}: ${one.help} at ` +
			one.nodes.map((node) => node.target.join(' ')).join(', '));
	}

	async #copy() {
		const context = await this.page.context().browser().newContext({ viewport: this.page.viewportSize() });
		const page = await context.newPage();
		const body = await this.page.content();
		await page.route('**/*.js', (route) => route.abort());
		await page.route(this.page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
		await page.goto(this.page.url());
		return page;
	}

	/** No violation, no sideways scrolling, nothing to complain about on the console. */
	async checks() {
		const where = this.page.url();
		assert.deepEqual(await this.violations(), [], where);
		const { scrollWidth, innerWidth } = await this.#measure();
		assert.ok(scrollWidth <= innerWidth, `${where} is ${scrollWidth} px wide in ${innerWidth}`);
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

	close() { return this.page.context().close(); }
}

class Browser {
	constructor(browser) { this.browser = browser; }

	async window({ base, width = 1280, scripts = true }) {
		const context = await this.browser.newContext({ viewport: { width, height: 800 },
			javaScriptEnabled: scripts, locale: 'id-ID', reducedMotion: 'reduce' });
		const page = await context.newPage();
		const problems = [];
		page.on('pageerror', (error) => problems.push(error.message));
		/* A refused request is told on the console too, and is often what a test is about. */
		page.on('console', (message) => ['error', 'warning'].includes(message.type()) &&
			!/Failed to load resource/.test(message.text()) && problems.push(message.text()));
		page.setDefaultTimeout(15_000);
		return new Window({ page, base, scripts, problems });
	}

	close() { return this.browser.close(); }
}

export async function startChromium() {
	/* Under another clock (libfaketime) chromium turns in circles: it keeps the true one. */
	const { LD_PRELOAD, ...env } = process.env;

	return new Browser(await chromium.launch({
		env,
		executablePath: process.env.MATANG_CHROMIUM ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
			'--disable-background-networking', '--disable-component-update', '--disable-sync'],
	}));
}
