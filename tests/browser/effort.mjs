// SPDX-License-Identifier: ISC
//
// How much a piece of work costs a person: presses, loads of pages and screens that they pass, counted
// while a browser walks through it, and held to what it cost before, so that it can only become less.
//
//	const effort = await startEffort(window);		// the page on which the work begins
//	await effort.go(page.getByRole('link', { name: 'Mulai' }));	// a press that leads to a page
//	await effort.press(page.locator('#level-3'));			// a press that stays
//	await effort.key('Alt+n');					// a key that stands for a press
//	await effort.type(page.locator('#reason'), 'Sebabnya');		// words, counted apart
//	effort.within('an agency of 12 documents', { presses: 35, … });	// fails above; prints the row
//
// A screen is a page's height by that of the window, in 1280 x 800 and in 360 x 740. A page that comes
// back at the same address has been seen: its tallest state counts once. What is scrolled is the way to
// what is pressed or typed into, in screens of the window that is walked in: what stays in sight costs
// nothing. Keys of typed words are no presses; how many fields had to be typed into is a figure of its own.

import assert from 'node:assert/strict';
import { after } from 'node:test';

/* Height of a desk's window and of a telephone's, by its width. */
const HEIGHTS = { 1280: 800, 360: 740 };
const FIGURES = ['presses', 'typed', 'loads', 'scrolled', ...Object.keys(HEIGHTS).reverse().map((width) => `screens${width}`)];
const HEADS = { presses: 'presses', typed: 'typed', loads: 'loads', scrolled: 'scrolled', screens1280: 'screens 1280', screens360: 'screens 360' };

const rows = [];

/* At the end of the file's tests, below whatever failed. */
after(() => {
	const cell = (text) => String(text).padStart(16);
	const width = Math.max(16, ...rows.map(({ name }) => name.length));

	console.log([
		`${'effort (at most)'.padEnd(width)} ${FIGURES.map((one) => cell(HEADS[one])).join('')}`,
		...rows.map(({ name, found, bounds }) => `${name.padEnd(width)} ${FIGURES.map((one) =>
			cell(`${found[one]} (${bounds[one]})`)).join('')}`),
	].join('\n'));
});

class Effort {
	#window;
	#seen = new Map();	/* path -> { width: screens } of its tallest state */
	#presses = 0;
	#typed = 0;
	#loads = 0;
	#scrolled = 0;

	constructor(window) { this.#window = window; }

	get #page() { return this.#window.page; }

	/** What the page that is open costs: asked for by go(); also after what a press unfolds in place. */
	async look() {
		const size = this.#page.viewportSize();
		const { pathname } = new URL(this.#page.url());
		const known = this.#seen.get(pathname) ?? {};

		for (const [width, height] of Object.entries(HEIGHTS)) {
			await this.#page.setViewportSize({ width: Number(width), height });
			const tall = await this.#page.evaluate(() => document.documentElement.scrollHeight);
			known[width] = Math.max(known[width] ?? 0, tall / height);
		}
		await this.#page.setViewportSize(size);
		this.#seen.set(pathname, known);
	}

	/* As a person does who looks for it: as far as is needed, and no press elsewhere. */
	async #bringInSight(locator) {
		const top = () => this.#page.evaluate(() => window.scrollY);
		const before = await top();

		await locator.scrollIntoViewIfNeeded();
		this.#scrolled += Math.abs(await top() - before) / this.#page.viewportSize().height;
	}

	/** A press in its place. */
	async press(locator) {
		this.#presses++;
		await this.#bringInSight(locator);
		await locator.click();
	}

	/** A press that another page answers. */
	async go(locator) {
		this.#presses++;
		await this.#bringInSight(locator);
		await this.#arrive(() => locator.click());
	}

	async key(keys) {
		this.#presses++;
		await this.#page.keyboard.press(keys);
	}

	async goByKey(keys) {
		this.#presses++;
		await this.#arrive(() => this.#page.keyboard.press(keys));
	}

	async type(locator, text) {
		this.#typed++;
		await this.#bringInSight(locator);
		await locator.fill(text);
	}

	async #arrive(act) {
		const arrived = this.#page.waitForEvent('load');

		await Promise.all([arrived, act()]);
		this.#loads++;
		await this.look();
	}

	/** What it has cost so far; screens rounded up to tenths. */
	figures() {
		const tenths = (number) => Math.ceil(number * 10 - 1e-6) / 10;
		const screens = (width) => tenths([...this.#seen.values()].reduce((sum, one) => sum + one[width], 0));

		return { presses: this.#presses, typed: this.#typed, loads: this.#loads, scrolled: tenths(this.#scrolled),
			...Object.fromEntries(Object.keys(HEIGHTS).map((width) => [`screens${width}`, screens(width)])) };
	}

	/** The row of the table; no figure may be above its bound. */
	within(name, bounds) {
		const found = this.figures();

		rows.push({ name, found, bounds });
		for (const one of FIGURES)
			assert.ok(found[one] <= bounds[one], `${name}: ${found[one]} ${HEADS[one]}, at most ${bounds[one]}`);
		return found;
	}
}

/** Counts from the page that is open in the window. */
export async function startEffort(window) {
	const effort = new Effort(window);

	await effort.look();
	return effort;
}
