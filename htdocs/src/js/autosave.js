/* SPDX-License-Identifier: ISC */
/*
 * Saves what is typed, while it is typed, and never loses any of it.
 *
 *	<form method="post" data-autosave="KEY" data-autosave-url="ADDRESS">
 *	  <input type="hidden" name="csrf"> <input type="hidden" name="version">
 *	  <p data-autosave-status role="status"></p>
 *
 * KEY names the answer and the person, so that on a shared computer nobody is
 * offered another's text.  ADDRESS takes a urlencoded POST of csrf, version and
 * the fields that changed (a cleared checkbox comes as an empty value), and
 * answers in JSON:
 *
 *	200 {"ok":true,"version":7,"saved_at":"10.32 WITA"}
 *	409 {"conflict":true,"version":9,"other":{"name":…,"at":…,"fields":{…}}}
 *	400, 413, 422 {"ok":false,"message":"…"}	refused: saved after the next edit
 *	401, 403, or a page in place of JSON		signed out: text kept, tried again
 *
 * With data-autosave-act="NAME" it keeps a draft beside what is stored: the whole form is sent, its
 * hidden fields too, as the button act=NAME would send it.
 *
 * The text also stands in this browser's storage from the first key to the
 * server's answer, and is offered back when the page opens again.
 */
import { saySentence } from './contact.js';
import { askWhichText, captionOf, wordsOf } from './conflict.js';
import { dropDraft, keepDraft, readDraft, sweepDrafts } from './draft.js';
import { el } from './element.js';

const QUIET = 1500;			/* milliseconds without a key before saving */
const RETRY = [2000, 4000, 8000, 15000, 30000];
const OWN = new Set(['csrf', 'version']);

const tidy = (text) => String(text ?? '').replace(/\r\n?/g, '\n');

/* The fields that people fill in: name -> value; several values are joined by line ends. */
function
readFields(form, asSent)
{
	const fields = Object.create(null);	/* names of fields, and nothing that objects have */

	for (const input of form.elements) {
		if (!input.name || OWN.has(input.name) || /^(submit|button|file|password|hidden|fieldset)$/.test(input.type))
			continue;
		fields[input.name] ??= '';
		if (input.type === 'radio' || input.type === 'checkbox') {
			if (asSent ? input.defaultChecked : input.checked)
				fields[input.name] += (fields[input.name] && '\n') + input.value;
		} else if (asSent && input.options) {
			fields[input.name] = [...input.options].find((o) => o.defaultSelected)?.value
			    ?? input.options[0]?.value ?? '';
		} else {
			fields[input.name] = tidy(asSent ? input.defaultValue : input.value);
		}
	}
	return fields;
}

function
writeField(form, name, value)
{
	for (const input of form.elements) {
		if (input.name !== name || OWN.has(name))
			continue;
		if (input.type === 'radio' || input.type === 'checkbox')
			input.checked = value.split('\n').includes(input.value);
		else
			input.value = value;
		input.dispatchEvent(new Event('input', { bubbles: true }));
	}
}

function
autosave(form)
{
	const key = form.dataset.autosave;
	const act = form.dataset.autosaveAct;
	const status = form.querySelector('[data-autosave-status]');
	/* What the server holds.  After a refused form it is not what the page shows. */
	let held = document.querySelector('.govuk-error-summary') ? Object.create(null) : readFields(form, true);
	let said = null, timer, flight = null, failures = 0, paused = false, leaving = false;

	const say = (state, text) => {
		if (!status)
			return;
		status.dataset.state = state;
		if (text !== said)
			saySentence(status, text);
		said = text;
	};
	const changes = () => Object.entries(readFields(form))
	    .filter(([name, value]) => value !== held[name]);
	const later = (ms) => {
		clearTimeout(timer);
		timer = setTimeout(save, ms);
	};
	const retry = (state, text) => {
		say(state, text);
		later(RETRY[Math.min(failures++, RETRY.length - 1)]);
	};

	const bodyOf = (changed) => {
		const body = new URLSearchParams();

		body.set('csrf', form.elements.csrf.value);
		body.set('version', form.elements.version.value);
		if (act) {
			body.set('act', act);
			for (const { name, value } of form.querySelectorAll('input[type=hidden]'))
				body.set(name, value);
		}
		for (const [name, value] of act ? Object.entries(readFields(form)) : changed) {
			/* Only checkboxes have several values, each on a line of its own. */
			const several = form.querySelector(`input[type=checkbox][name="${CSS.escape(name)}"]`);
			for (const one of several && value ? value.split('\n') : [value])
				body.append(name, one);
		}
		return body;
	};

	const post = (changed, keepalive) => fetch(form.dataset.autosaveUrl, {
		method: 'POST',
		headers: { Accept: 'application/json' },
		body: bodyOf(changed),
		keepalive,
	});

	async function
	save()
	{
		const changed = changes();

		clearTimeout(timer);
		if (paused || leaving)
			return;
		if (flight) {
			later(QUIET);
			return;
		}
		if (changed.length === 0) {
			dropDraft(key);
			return;
		}
		say('saving', 'Menyimpan…');
		flight = send(changed);
		await flight;
		flight = null;
	}

	async function
	send(changed)
	{
		let response, answer;

		try {
			response = await post(changed, false);
			answer = response.headers.get('Content-Type')?.startsWith('application/json')
			    ? await response.json() : null;
		} catch {
			retry('failed', 'Belum tersimpan: sambungan terputus, dicoba lagi.');
			return;
		}

		if (response.ok && answer?.ok) {
			failures = 0;
			form.elements.version.value = answer.version;
			for (const [name, value] of changed)
				held[name] = value;
			if (changes().length > 0) {
				later(QUIET);
				return;
			}
			dropDraft(key);
			say('saved', `${act ? 'Draf tersimpan' : 'Tersimpan'} pukul ${answer.saved_at}`);
		} else if (response.status === 409 && answer?.conflict) {
			settle(answer);
		} else if (response.status === 401 || response.status === 403 || (response.ok && !answer)) {
			await signedOut();
		} else if (response.status >= 500 || response.status === 429) {
			retry('failed', 'Belum tersimpan: server sedang sibuk, dicoba lagi.');
		} else {
			say('failed', `Belum tersimpan: ${answer?.message ?? 'jawaban ditolak. Tekan tombol simpan untuk melihat sebabnya.'}`);
		}
	}

	/*
	 * The token of a form dies with its session.  Once the same person has
	 * signed in again, in another tab, this page's address gives the new one.
	 */
	async function
	signedOut()
	{
		try {
			const page = await fetch(location.href, { headers: { Accept: 'text/html' } });
			const fresh = new DOMParser().parseFromString(await page.text(), 'text/html')
			    .querySelector(`form[data-autosave="${CSS.escape(key)}"] input[name=csrf]`);

			if (fresh && fresh.value !== form.elements.csrf.value) {
				for (const input of document.querySelectorAll('input[name=csrf]'))
					input.value = fresh.value;
				later(0);
				return;
			}
		} catch {
			/* Offline as well: said below, and tried again. */
		}
		retry('failed', 'Belum tersimpan: sesi Anda berakhir. Masuk lagi di tab lain; tulisan di halaman ini tetap ada.');
	}

	/* Somebody else saved first.  Fields that only one of us touched need no question. */
	async function
	settle({ other, version })
	{
		const mine = readFields(form);
		const ask = [];

		paused = true;
		for (const [name, raw] of Object.entries(other.fields)) {
			const theirs = tidy(raw);

			if (theirs === held[name])
				continue;
			if (mine[name] === undefined || mine[name] === theirs)
				held[name] = theirs;
			else if (mine[name] === held[name]) {
				held[name] = theirs;
				writeField(form, name, theirs);
			} else
				ask.push({ name, mine: mine[name], theirs, was: held[name] });
		}
		if (ask.length > 0) {
			say('failed', `Belum tersimpan: ${other.name} juga mengubah jawaban ini. Pilih tulisan yang dipakai.`);
			const chosen = await askWhichText(form, other, ask, (name) => readFields(form)[name]);
			for (const { name, theirs } of ask) {
				held[name] = theirs;
				writeField(form, name, chosen[name]);
			}
		}
		form.elements.version.value = version;
		paused = false;
		if (changes().length > 0)
			later(0);
		else {
			dropDraft(key);
			say('saved', `Tersimpan: memakai tulisan ${other.name} pukul ${other.at}`);
		}
	}

	function
	offer(draft)
	{
		const lost = Object.entries(draft.fields).filter(([name, value]) =>
		    held[name] !== undefined && value !== held[name] && value !== readFields(form)[name]);
		const panel = el('div', { className: 'matang-notice matang-notice--caution', role: 'status' });
		const close = () => {
			panel.remove();
			dropDraft(key);
		};

		if (lost.length === 0) {
			if (changes().length === 0)
				dropDraft(key);
			return;
		}
		panel.append(
		    el('h2', { className: 'govuk-heading-s' }, `Ada tulisan Anda yang belum tersimpan, dari ${draft.at}`),
		    ...lost.flatMap(([name, value]) => [
		        el('h3', { className: 'matang-compare__heading' }, captionOf(form, name)),
		        el('p', { className: 'matang-compare__text' }, wordsOf(form, name, value)),
		    ]),
		    el('div', { className: 'govuk-button-group' },
		        el('button', { type: 'button', className: 'govuk-button', onclick: () => {
			        for (const [name, value] of lost)
				        writeField(form, name, value);
			        panel.remove();
			        later(0);
		        } }, 'Pakai tulisan ini'),
		        el('button', { type: 'button', className: 'govuk-button govuk-button--secondary', onclick: close }, 'Buang')));
		form.before(panel);
	}

	const onEdit = () => {
		if (changes().length === 0)
			return;
		if (!offering())
			keepDraft(key, Object.fromEntries(changes()));
		say('waiting', 'Belum tersimpan');
		later(QUIET);
	};
	const offering = () => form.previousElementSibling?.matches('.matang-notice--caution[role=status]');

	form.addEventListener('input', onEdit);
	form.addEventListener('change', onEdit);
	form.addEventListener('focusout', () => {
		if (!flight && !paused && status?.dataset.state === 'waiting')
			save();
	});

	/* A form sent during a save would carry the version of before it. */
	form.addEventListener('submit', (event) => {
		if (flight) {
			event.preventDefault();
			flight.finally(() => setTimeout(() => form.requestSubmit(event.submitter)));
			return;
		}
		clearTimeout(timer);
		leaving = true;
	});
	window.addEventListener('pageshow', () => {
		leaving = false;
	});
	window.addEventListener('pagehide', () => {
		const changed = changes();

		if (!leaving && !paused && !flight && changed.length > 0)
			post(changed, true).catch(() => {});
	});
	window.addEventListener('beforeunload', (event) => {
		if (!leaving && status?.dataset.state === 'failed')
			event.preventDefault();
	});
	for (const [target, name] of [[window, 'online'], [window, 'focus'], [document, 'visibilitychange']])
		target.addEventListener(name, () => {
			if (changes().length > 0 && status?.dataset.state !== 'waiting')
				save();
		});

	const draft = readDraft(key);
	if (draft)
		offer(draft);
}

export function
startAutosave()
{
	sweepDrafts();
	for (const form of document.querySelectorAll('form[data-autosave]'))
		autosave(form);
}
