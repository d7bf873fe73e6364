// SPDX-License-Identifier: ISC
//
// A browser without a screen: cookies, forms, files, signing in. It does what a person's browser
// does and no more: fields hidden in a form go back as they came, a field that the form does not
// have cannot be filled in, and a redirect is followed when asked. Beneath it, request() sends
// anything at all, for tests of refusals.
//
//	const me = new Client('http://127.0.0.1:8080/matang');
//	await me.signIn({ username, password, totp_secret });
//	const page = await me.get('/questionnaire/7/3');
//	const next = await me.submit(page, { level: 3, note: 'contoh' }, { button: 'Simpan' });
//
// Paths are below the base ('/account/') or whole ('/matang/account/'): both work.

import http from 'node:http';
import { createHmac, randomBytes } from 'node:crypto';
import * as css from 'css-select';
import { textContent } from 'domutils';
import { parse } from 'parse5';
import { adapter as treeAdapter } from 'parse5-htmlparser2-tree-adapter';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 10;
const TIMEOUT_MS = 60_000;

/* ---- time-based one-time passwords, RFC 6238 ------------------------------------------------ */

const STEP_MS = 30_000;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(text) {
	const bytes = [];
	let bits = 0, held = 0;

	for (const letter of text.toUpperCase().replace(/[\s=-]/g, '')) {
		const value = BASE32.indexOf(letter);
		if (value < 0)
			throw new Error(`not base32: ${letter}`);
		held = (held << 5) | value;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			bytes.push((held >> bits) & 0xff);
			held &= (1 << bits) - 1;
		}
	}
	return Buffer.from(bytes);
}

/** The six digits of a secret (base32) at a time (milliseconds). */
export function totp(secret, at = Date.now()) {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP_MS)));
	const digest = createHmac('sha1', base32(secret)).update(counter).digest();
	const number = digest.readUInt32BE(digest[19] & 0xf) & 0x7fffffff;
	return String(number % 1_000_000).padStart(6, '0');
}

const lastStep = new Map();	/* secret -> the step of the code given last: each is good once */

async function freshCode(secret) {
	const now = () => Math.floor(Date.now() / STEP_MS);
	const step = Math.max(now(), (lastStep.get(secret) ?? 0) + 1);

	/* A server accepts the next step too, for clocks that differ; beyond it, wait. */
	while (step > now() + 1)
		await new Promise((done) => setTimeout(done, 250));
	lastStep.set(secret, step);
	return totp(secret, step * STEP_MS);
}

/* ---- what comes back -------------------------------------------------------------------------- */

/** An element of a page as the HTML standard parses it: the few things of the DOM that we read. */
class Element {
	constructor(node) { this.node = node; }
	static of(node) { return node ? new Element(node) : null; }

	get tagName() { return this.node.name; }
	get textContent() { return textContent(this.node); }
	/** The text as one reads it: runs of white space are one space. */
	get words() { return this.textContent.replace(/\s+/g, ' ').trim(); }
	getAttribute(name) { return this.node.attribs?.[name] ?? null; }
	hasAttribute(name) { return this.getAttribute(name) !== null; }
	querySelector(selector) { return Element.of(css.selectOne(selector, this.node)); }
	querySelectorAll(selector) { return css.selectAll(selector, this.node).map(Element.of); }
	matches(selector) { return css.is(this.node, selector); }
	closest(selector) {
		return this.matches(selector) ? this :
			this.node.parent?.type === 'tag' ? Element.of(this.node.parent).closest(selector) : null;
	}
}

/** One answer. `url` is where it came from, after redirects. */
export class Page {
	#document;

	constructor(url, message, body) {
		this.url = url;
		this.status = message.statusCode;
		this.headers = message.headers;
		this.setCookies = message.headers['set-cookie'] ?? [];
		this.body = body;
	}

	get text() { return this.body.toString('utf8'); }
	get json() { return JSON.parse(this.text); }
	/** The Location header, as sent. */
	get location() { return this.headers.location; }

	get document() {
		return this.#document ??= new Element(parse(this.text, { treeAdapter }));
	}

	/** First element of a CSS selector, or null. */
	one(selector) { return this.document.querySelector(selector); }
	all(selector) { return this.document.querySelectorAll(selector); }
	words(selector = 'main') { return this.one(selector)?.words ?? ''; }
	get heading() { return this.words('h1'); }
	/** The messages of the error summary. */
	get errors() { return this.all('.govuk-error-summary__list li').map((one) => one.words); }
	/** Rows of a table as lists of words; the head is the first. */
	rows(selector = 'table') {
		return (this.one(selector)?.querySelectorAll('tr') ?? [])
			.map((row) => row.querySelectorAll('th, td').map((cell) => cell.words));
	}

	/** A form by CSS selector; without one, the only form of <main>. */
	form(selector) {
		const found = selector ? this.all(selector) : this.all('main form');
		if (found.length !== 1)
			throw new Error(`${found.length} forms ${selector ?? 'in <main>'} at ${this.url}` +
				` (${this.status}): ${this.heading}`);
		return new Form(this, found[0]);
	}

	/** href of the link with these words (or the first whose words contain them). */
	link(text) {
		const links = this.all('a[href]');
		const found = links.find((link) => link.words === text) ??
			links.find((link) => link.words.includes(text));
		if (!found)
			throw new Error(`no link "${text}" at ${this.url} (${this.status}): ${this.heading}`);
		return new URL(found.getAttribute('href'), this.url).href;
	}
}

/* Text as a browser submits it: lines end in CR LF. */
function typed(text) {
	return text.replace(/\r?\n/g, '\r\n');
}

class Form {
	constructor(page, element) {
		this.page = page;
		this.element = element;
		this.method = (element.getAttribute('method') ?? 'get').toUpperCase();
		this.action = new URL(element.getAttribute('action') || page.url, page.url).href;
		this.multipart = element.getAttribute('enctype') === 'multipart/form-data';
		const id = element.getAttribute('id');
		this.controls = element.querySelectorAll('input, select, textarea, button');
		if (id)
			this.controls.push(...page.all(`[form="${id}"]`));
		this.controls = this.controls.filter((one) => one.getAttribute('name') &&
			!one.hasAttribute('disabled'));
	}

	#kind(control) {
		const tag = control.tagName;

		return tag === 'input' ? (control.getAttribute('type') ?? 'text').toLowerCase() :
			tag === 'button' ? (control.getAttribute('type') ?? 'submit').toLowerCase() : tag;
	}

	#options(select) {
		return select.querySelectorAll('option').map((option) => ({
			value: option.getAttribute('value') ?? option.words,
			selected: option.hasAttribute('selected'),
		}));
	}

	/** What a browser would send if nothing were touched: a list of [name, value]. */
	untouched() {
		const pairs = [];

		for (const control of this.controls) {
			const name = control.getAttribute('name');
			const kind = this.#kind(control);
			const value = control.getAttribute('value') ?? '';

			if (kind === 'checkbox' || kind === 'radio') {
				if (control.hasAttribute('checked'))
					pairs.push([name, control.getAttribute('value') ?? 'on']);
			} else if (kind === 'select') {
				const options = this.#options(control);
				const chosen = options.filter((option) => option.selected);
				if (control.hasAttribute('multiple'))
					chosen.forEach((option) => pairs.push([name, option.value]));
				else if (options.length)
					pairs.push([name, (chosen.at(-1) ?? options[0]).value]);
			} else if (kind === 'textarea') {
				pairs.push([name, typed(control.textContent)]);
			} else if (kind === 'file') {
				pairs.push([name, { filename: '', content: '' }]);
			} else if (!['submit', 'button', 'reset', 'image'].includes(kind)) {
				pairs.push([name, value]);
			}
		}
		return pairs;
	}

	/** Values that one may choose for a radio, checkbox or select; null where one types freely. */
	choices(name) {
		const values = this.controls.filter((one) => one.getAttribute('name') === name)
			.flatMap((one) => {
				const kind = this.#kind(one);
				return kind === 'radio' || kind === 'checkbox' ? one.getAttribute('value') ?? 'on' :
					kind === 'select' ? this.#options(one).map((option) => option.value) : null;
			});
		return values.includes(null) || !values.length ? null : values;
	}

	/** Pairs to send after filling in. A null value leaves the field out, a list repeats it. */
	filled(fields, button) {
		let pairs = this.untouched();

		for (const [name, given] of Object.entries(fields)) {
			if (!this.controls.some((one) => one.getAttribute('name') === name))
				throw new Error(`the form at ${this.page.url} has no field "${name}", only ` +
					[...new Set(this.controls.map((one) => one.getAttribute('name')))].join(', '));
			const values = given === null ? [] : [given].flat();
			const choices = this.choices(name);
			for (const value of values)
				if (choices && !choices.includes(String(value)))
					throw new Error(`"${name}" offers ${choices.join(', ')} and not ${value}`);
			const at = pairs.findIndex(([other]) => other === name);
			const fresh = values.map((value) =>
				[name, typeof value === 'object' ? value : typed(String(value))]);
			pairs = pairs.filter(([other]) => other !== name);
			pairs.splice(at < 0 ? pairs.length : at, 0, ...fresh);
		}
		return pairs.concat(this.#pressed(button));
	}

	/* By its words, its value or its name; without any, the first, as the Enter key does. */
	#pressed(button) {
		const id = this.element.getAttribute('id');
		const all = [...this.element.querySelectorAll('button, input[type=submit]'),
			...id ? this.page.all(`button[form="${id}"]`) : []]
			.filter((one) => this.#kind(one) === 'submit');
		const found = button === undefined ? all[0] : all.find((one) => [one.words,
			one.getAttribute('value'), one.getAttribute('name')].includes(button));
		if (button !== undefined && !found)
			throw new Error(`no button "${button}" at ${this.page.url}, only ` +
				all.map((one) => one.words).join(', '));
		const name = found?.getAttribute('name');
		return name ? [[name, found.getAttribute('value') ?? '']] : [];
	}
}

/* ---- what is sent ------------------------------------------------------------------------------ */

/** application/x-www-form-urlencoded of an object or a list of pairs. */
export function urlencoded(fields) {
	const text = new URLSearchParams();

	for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
		for (const one of [value].flat())
			text.append(name, String(one));
	return { type: 'application/x-www-form-urlencoded', parts: [Buffer.from(text.toString())] };
}

/**
 * multipart/form-data of an object or a list of pairs. A file is
 * { filename, type, content }, content being text, a Buffer, or an async iterable of Buffers
 * together with its `size` in bytes (sent as it comes, so a file may be larger than memory).
 */
export function multipart(fields) {
	const boundary = `----matang${randomBytes(12).toString('hex')}`;
	const quoted = (text) => text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
	const parts = [];

	for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
		for (const one of [value].flat()) {
			const file = one !== null && typeof one === 'object';
			parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ` +
				`name="${quoted(name)}"` + (file ? `; filename="${quoted(one.filename ?? '')}"\r\n` +
				`Content-Type: ${one.type ?? 'application/octet-stream'}` : '') + '\r\n\r\n'));
			const content = file ? one.content ?? '' : String(one);
			parts.push(typeof content === 'string' || Buffer.isBuffer(content) ?
				Buffer.from(content) : { stream: content, size: one.size });
			parts.push(Buffer.from('\r\n'));
		}
	parts.push(Buffer.from(`--${boundary}--\r\n`));
	return { type: `multipart/form-data; boundary=${boundary}`, parts };
}

/* ---- the client -------------------------------------------------------------------------------- */

export class Client {
	#cookies = new Map();	/* name -> { value, path } */

	constructor(base) {
		this.base = new URL(base.replace(/\/$/, ''));
	}

	/** A second window of the same browser. */
	clone() {
		const other = new Client(this.base.href);
		for (const [name, cookie] of this.#cookies)
			other.#cookies.set(name, { ...cookie });
		return other;
	}

	cookie(name) { return this.#cookies.get(name)?.value; }
	setCookie(name, value, path = '/') { this.#cookies.set(name, { value, path }); }
	get cookies() { return new Map([...this.#cookies].map(([name, { value }]) => [name, value])); }
	forget() { this.#cookies.clear(); }

	/** Whole address of a path below the base or of one with it. */
	address(path) {
		if (/^https?:/.test(path))
			return new URL(path);
		const root = this.base.pathname;
		return new URL(path === root || path.startsWith(`${root}/`) ? path : root + path, this.base);
	}

	#keep(url, lines) {
		for (const line of lines) {
			const [pair, ...attributes] = line.split(';').map((part) => part.trim());
			const at = pair.indexOf('=');
			const name = pair.slice(0, at), value = pair.slice(at + 1);
			const of = Object.fromEntries(attributes.map((attribute) => {
				const [key, ...rest] = attribute.split('=');
				return [key.toLowerCase(), rest.join('=')];
			}));
			const gone = 'max-age' in of ? Number(of['max-age']) <= 0 :
				'expires' in of && Date.parse(of.expires) <= Date.now();
			if (gone)
				this.#cookies.delete(name);
			else
				this.#cookies.set(name, {
					value, path: of.path ?? url.pathname.replace(/\/[^/]*$/, '/'),
				});
		}
	}

	#cookieHeader(url) {
		return [...this.#cookies]
			.filter(([, { path }]) => url.pathname.startsWith(path.replace(/\/$/, '')))
			.map(([name, { value }]) => `${name}=${value}`).join('; ');
	}

	/**
	 * One request as it is. `body`: a Buffer, text, or what urlencoded() and multipart() give.
	 * `headers`: added; a null takes one away that would be sent. `follow`: go after redirects.
	 */
	async request(method, path, { headers = {}, body, follow = false } = {}) {
		const url = this.address(path);
		const parts = body === undefined ? [] : Buffer.isBuffer(body) || typeof body === 'string' ?
			[Buffer.from(body)] : body.parts;
		const sizes = parts.map((part) => part.stream ? part.size : part.length);
		const all = {
			cookie: this.#cookieHeader(url) || null,
			origin: ['GET', 'HEAD'].includes(method) ? null : this.base.origin,
			'content-type': body?.type ?? null,
			'content-length': body !== undefined && sizes.every(Number.isInteger) ?
				sizes.reduce((sum, size) => sum + size, 0) :
				body === undefined && !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method) ? 0 : null,
			...Object.fromEntries(Object.entries(headers)
				.map(([name, value]) => [name.toLowerCase(), value])),
		};
		const page = await send(method, url, Object.fromEntries(
			Object.entries(all).filter(([, value]) => value !== null)), parts);

		this.#keep(url, page.setCookies);
		return follow ? this.follow(page) : page;
	}

	/** Goes after redirects, as a browser: by GET, but for 307 and 308. */
	async follow(page) {
		for (let left = MAX_REDIRECTS; REDIRECTS.has(page.status); left--) {
			if (!left)
				throw new Error(`redirects without end at ${page.url}`);
			if (page.status === 307 || page.status === 308)
				throw new Error(`${page.status} at ${page.url}: the body is gone`);
			page = await this.request('GET', new URL(page.location, page.url).href);
		}
		return page;
	}

	get(path, options) { return this.request('GET', path, options); }
	head(path, options) { return this.request('HEAD', path, options); }

	/** Fields as they are, without a form: nothing is added, no token either. */
	post(path, fields = {}, options = {}) {
		return this.request('POST', path, { body: urlencoded(fields), ...options });
	}

	postMultipart(path, fields, options = {}) {
		return this.request('POST', path, { body: multipart(fields), ...options });
	}

	/**
	 * Fills in and sends a form of a page. `form`: CSS selector; `button`: its words, value or
	 * name; the rest as in request(). Follows redirects unless told `follow: false`.
	 */
	submit(page, fields = {}, { form, button, follow = true, ...options } = {}) {
		const what = page.form(form);
		const pairs = what.filled(fields, button);

		if (what.method === 'GET') {
			const url = new URL(what.action);
			url.search = urlencoded(pairs).parts[0].toString();
			return this.request('GET', url.href, { follow, ...options });
		}
		return this.request(what.method, what.action, {
			body: what.multipart ? multipart(pairs) : urlencoded(pairs), follow, ...options,
		});
	}

	/** The token that the forms of a page carry. */
	csrf(page) {
		return page.one('input[name=csrf]')?.getAttribute('value') ?? null;
	}

	/**
	 * Signs in with what the account has, the second factor included, and returns the page that
	 * this leads to (for a temporary password, the page to change it). Throws when it leads
	 * nowhere: tests of refusals fill in the form themselves.
	 */
	async signIn({ username, password, totp_secret: secret }) {
		const first = await this.get('/account/', { follow: true });
		const fields = first.one('form input[type=password]')?.closest('form')
			.querySelectorAll('input').filter((one) => one.getAttribute('type') !== 'hidden')
			.map((one) => one.getAttribute('name'));
		if (!fields || fields.length < 2)
			throw new Error(`no form to sign in with at ${first.url} (${first.status})`);
		let page = await this.submit(first, { [fields[0]]: username, [fields[1]]: password },
			{ form: `form:has(input[type=password])` });

		for (let tries = 3; page.one('input[autocomplete=one-time-code]'); tries--) {
			if (!secret || !tries)
				throw new Error(`${username}: a code is asked for${tries ? '' : ' again and again'}`);
			const name = page.one('input[autocomplete=one-time-code]').getAttribute('name');
			page = await this.submit(page, { [name]: await freshCode(secret) },
				{ form: 'form:has(input[autocomplete=one-time-code])' });
		}
		if (page.one(`form:has(input[type=password]) [name="${fields[0]}"]`))
			throw new Error(`${username} cannot sign in (${page.status}): ` +
				(page.errors.join('; ') || page.heading));
		return page;
	}
}

function send(method, url, headers, parts) {
	return new Promise((resolve, reject) => {
		let answered = false;
		const request = http.request(url, { method, headers, agent: false }, (message) => {
			const chunks = [];
			answered = true;
			message.on('data', (chunk) => chunks.push(chunk));
			message.on('error', reject);
			message.on('end', () => {
				resolve(new Page(url.href, message, Buffer.concat(chunks)));
				if (!request.writableEnded)
					request.destroy();
			});
		});

		/* Who refuses a body answers and closes while we still write: the answer counts. */
		request.on('error', (error) => answered || reject(error));
		request.setTimeout(TIMEOUT_MS, () => request.destroy(
			new Error(`${method} ${url.href}: no answer in ${TIMEOUT_MS / 1000} s`)));
		write(request, parts).catch((error) => request.destroy(error));
	});
}

async function write(request, parts) {
	for (const part of parts)
		for await (const chunk of part.stream ?? [part]) {
			if (request.destroyed)
				return;
			if (!request.write(chunk))
				await drained(request);
		}
	request.end();
}

function drained(request) {
	return new Promise((done) => {
		const go = () => {
			request.off('drain', go).off('close', go);
			done();
		};
		request.on('drain', go).on('close', go);
	});
}
