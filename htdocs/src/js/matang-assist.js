/* SPDX-License-Identifier: ISC */
/*
 * A field assistant's form on a bad line.  What is sent is kept on the telephone first, photographs
 * made smaller, and dropped when the server has it; without network it waits, and the form is
 * empty for the next person.  The key of each form makes it one application however often it
 * travels, so an answer that got lost is asked for again.
 *
 *	<form data-assist-form>			may be missing: the list alone sends, too; ="once": it begins
 *						with one person's words, so it is for no other one
 *	<section data-assist-kept data-person="KEY" hidden> <ul data-assist-list>
 *	<p role="status" data-assist-told>
 */
import './matang-photos.js';
import { saySentence } from './contact.js';
import { dropForm, keepForm, keptForms, readForm } from './kept.js';

const AGAIN = 10000;	/* milliseconds */
const place = document.querySelector('[data-assist-kept]');
const list = place?.querySelector('[data-assist-list]');
const told = document.querySelector('[data-assist-told]');
const form = document.querySelector('form[data-assist-form]');
const person = place?.dataset.person;
let sending = false, asked = false;	/* asked: while it was sending, such as when the network came back */

const say = (text) => saySentence(told, text);
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const newKey = () => hex(crypto.getRandomValues(new Uint8Array(16)));

function
made(name, text, shape = '')
{
	const element = document.createElement(name);

	element.textContent = text;
	element.className = shape;
	return element;
}

/* ---- what waits ------------------------------------------------------------------------- */

const WORDS = {
	waiting: 'menunggu jaringan',
	wrong: 'perlu diperbaiki',
	signed_out: 'masuk lagi dahulu, lalu terkirim sendiri',
};

function
button(label, name, press)
{
	const element = made('button', label, 'govuk-button govuk-button--secondary');

	element.type = 'button';
	element.append(made('span', ` ${name}`, 'govuk-visually-hidden'));
	element.addEventListener('click', press);
	return element;
}

function
row(one)
{
	const item = made('li', '');

	if (one.state === 'sent') {
		item.append(made('strong', one.name), made('span', ` sudah masuk. Nomor ${one.number}, kode rahasia ${one.secret}. ` +
			'Salin keduanya untuk pemohon.'), document.createElement('br'));
		item.append(button('Sudah disalin', one.name, async () => {
			await dropForm(one.key);
			await show();
		}));
		return item;
	}
	const how = made('span', '');

	saySentence(how, `: ${WORDS[one.state]}${one.why ? `. ${one.why}` : ''}`);
	item.append(made('strong', one.name), how, document.createElement('br'));
	if (form && one.action === form.action)
		item.append(button('Buka lagi', one.name, () => fill(one)), ' ');
	else if (one.state === 'wrong') {
		const link = made('a', 'Buka formulirnya', 'govuk-link');

		link.href = one.action;
		item.append(link, ' ');
	}
	item.append(button('Hapus', one.name, async () => {
		if (!confirm(`Hapus formulir ${one.name} dari ponsel ini? Formulir itu belum terkirim.`))
			return;
		await dropForm(one.key);
		await show();
	}));
	return item;
}

async function
show()
{
	const all = await keptForms(person);

	list.replaceChildren(...all.map(row));
	place.hidden = all.length === 0;
	return all;
}

/* ---- one form ---------------------------------------------------------------------------- */

/* Names and values, files as they are; the token is of the page that sends it. */
const taken = () => [...new FormData(form)].filter(([name, value]) => name !== 'csrf' && !(value instanceof File && value.size === 0));

function
empty()
{
	form.reset();
	form.elements.draft.value = newKey();
	for (const hint of form.querySelectorAll('[data-photos] + [role=status]'))
		hint.textContent = '';
}

function
fill(one)
{
	empty();
	form.hidden = false;
	form.elements.draft.value = one.key;
	for (const field of form.elements) {
		const values = one.fields.filter(([name]) => name === field.name).map(([, value]) => value);

		if (field.name === 'csrf' || values.length === 0)
			continue;
		if (field.type === 'file') {
			const transfer = new DataTransfer();

			values.forEach((file) => transfer.items.add(file));
			field.files = transfer.files;
		} else if (field.type === 'checkbox' || field.type === 'radio')
			field.checked = values.includes(field.value);
		else
			field.value = values[0];
	}
	form.scrollIntoView();
	say(`Formulir ${one.name} dibuka lagi.`);
}

const errorsOf = (page) => [...page.querySelectorAll('.govuk-error-summary li')].map((item) => item.textContent.trim());

/* "sent", "wrong", "signed_out" or "waiting", kept with the form. */
async function
send(one)
{
	const body = new FormData();
	let answer, page;

	body.append('csrf', document.querySelector('input[name=csrf]')?.value ?? '');
	one.fields.forEach(([name, value]) => body.append(name, value));
	try {
		answer = await fetch(one.action, { method: 'POST', body, credentials: 'same-origin' });
		page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	} catch {
		return { ...one, state: 'waiting' };
	}
	const [number, secret] = [...page.querySelectorAll('.matang-ticket__words dd')].map((part) => part.textContent.trim());

	if (answer.ok && number && secret)	/* nothing of the person stays here but what he is given */
		return { key: one.key, person, at: one.at, name: one.name, state: 'sent', number, secret, shown: answer.url };
	if (answer.ok || answer.status === 401 || answer.status === 403)
		return { ...one, state: 'signed_out' };
	if (answer.status >= 500 || answer.status === 429)
		return { ...one, state: 'waiting' };
	return { ...one, state: 'wrong', why: errorsOf(page).join(' ') || page.querySelector('main p')?.textContent.trim() || '' };
}

/* All that wait, one after the other; what came of the one with that key, where it is among them. */
async function
sendAll(key)
{
	let result = null;

	asked = sending;
	if (sending)
		return null;
	sending = true;
	for (const one of await keptForms(person)) {
		if (one.state !== 'waiting' && one.state !== 'signed_out' || !await readForm(one.key))
			continue;
		const after = await send(one);

		await keepForm(after);
		if (after.key === key)
			result = after;
		if (after.state === 'waiting')
			break;
	}
	sending = false;
	await show();
	if (asked)
		setTimeout(sendAll, 0);
	return result;
}

async function
submitted(event)
{
	event.preventDefault();
	const key = form.elements.draft.value;
	const name = form.elements.name.value.trim() || form.elements.applicant.value.trim() || 'Tanpa nama';
	const one = { key, person, at: Date.now(), action: form.action, name, fields: taken(), state: 'waiting' };

	if (await keepForm(one) === null)
		return form.submit();
	say('Mengirim…');
	const after = await sendAll(key) ?? await readForm(key);

	if (after?.state === 'sent') {
		await dropForm(key);
		location.assign(after.shown);
		return;
	}
	if (after?.state === 'wrong') {
		say(`Belum terkirim. ${after.why}`);
		told.scrollIntoView();
		return;
	}
	empty();
	form.hidden = form.dataset.assistForm === 'once';
	say(`Formulir ${name} tersimpan di ponsel ini dan dikirim begitu ada jaringan.${form.hidden ? '' : ' Yang di bawah ini kosong untuk pemohon berikutnya.'}`);
	place.scrollIntoView();
}

if (place) {
	form?.addEventListener('submit', submitted);
	addEventListener('online', () => sendAll());
	document.addEventListener('visibilitychange', () => document.hidden || sendAll());
	setInterval(() => sendAll(), AGAIN);
	sendAll();
}
