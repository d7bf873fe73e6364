/* SPDX-License-Identifier: ISC */
/* The box that files are dropped into, with its button, and what it says of those it cannot take. */
import { el } from '../element.js';

/* take(files) gets what was chosen; dropped files come to it by drop.js. */
export function
createBox({ types, revises, heading, hint, take })
{
	const input = el('input', { type: 'file', multiple: true, accept: types.join(','), hidden: true, onchange({ target }) {
		const files = [...target.files];
		target.value = '';
		taker(files);
	} });
	const pick = el('button', {
		type: 'button',
		className: `govuk-button${revises ? ' govuk-button--secondary' : ''}`,
		onclick: () => open(),
	}, revises ? 'Pilih berkasnya' : 'Pilih berkas');
	/* Telephones: straight from the camera, one after the other. */
	const shot = el('input', { type: 'file', accept: 'image/*', hidden: true, onchange: input.onchange });
	shot.setAttribute('capture', 'environment');
	const camera = el('button', {
		type: 'button',
		className: 'govuk-button govuk-button--secondary matang-camera',
		onclick: () => shot.click(),
	}, 'Ambil foto');
	const question = el('div', { className: 'matang-upload__question', role: 'group', hidden: true });
	const complaints = el('div', { role: 'alert' });
	const element = el('div', { className: 'matang-upload__box' },
	    el('p', { className: 'matang-upload__invite' }, heading ? `${heading}: seret berkasnya ke sini, atau` :
	        'Seret berkas ke sini, boleh banyak sekaligus, atau'),
	    pick, ' ', camera, input, shot, el('p', { className: 'govuk-hint' }, hint), question, complaints);

	let taker = take;

	/* The next files chosen are for whoever opened it, also when it was closed without a choice before. */
	function
	open(then = take)
	{
		taker = then;
		input.click();
	}

	/* Why such a file need not travel at all, or ''. Its content is for the server to judge. */
	function
	refusalOf(file)
	{
		if (!types.some((type) => file.name.toLowerCase().endsWith(type)))
			return 'jenis berkas ini tidak diterima. Simpan atau cetak dahulu sebagai PDF, lalu pilih PDF-nya.';
		if (file.size === 0)
			return 'berkas ini kosong. Buka dan simpan lagi, lalu pilih lagi.';
		return '';
	}

	/* A choice before files are taken: resolves to the value of [[label, value], …] that was pressed. */
	function
	ask(text, choices)
	{
		return new Promise((resolve) => {
			question.replaceChildren(el('p', { className: 'govuk-body' }, text),
			    el('div', { className: 'govuk-button-group' }, ...choices.map(([label, value]) => el('button', {
				    type: 'button', className: 'govuk-button govuk-button--secondary', onclick() {
					    question.hidden = true;
					    resolve(value);
				    } }, label))));
			question.setAttribute('aria-label', text);
			question.hidden = false;
			question.querySelector('button').focus();
		});
	}

	return {
		element, open, refusalOf, ask,
		focus: () => pick.focus(),
		complain: (lines) => complaints.replaceChildren(...lines.map((line) =>
		    el('p', { className: 'matang-upload__complaint' }, line))),
	};
}
