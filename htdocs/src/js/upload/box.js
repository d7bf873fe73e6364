/* SPDX-License-Identifier: ISC */
/* The box that files are dropped into, with its button, and what it says of those it cannot take. */
import { el } from '../element.js';

/* take(files) gets what was chosen; dropped files come to it by drop.js. */
export function
createBox({ types, revises, heading, hint, take })
{
	const input = el('input', { type: 'file', multiple: !revises, accept: types.join(','), hidden: true, onchange() {
		const files = [...input.files];
		input.value = '';
		taker(files);
	} });
	const pick = el('button', {
		type: 'button',
		className: `govuk-button${revises ? ' govuk-button--secondary' : ''}`,
		onclick: () => open(),
	}, revises ? 'Pilih berkasnya' : 'Pilih berkas');
	const complaints = el('div', { role: 'alert' });
	const element = el('div', { className: 'matang-upload__box' },
	    el('p', { className: 'matang-upload__invite' }, heading ? `${heading}: seret berkasnya ke sini, atau` :
	        'Seret berkas ke sini, boleh banyak sekaligus, atau'),
	    pick, input, el('p', { className: 'govuk-hint' }, hint), complaints);

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

	return {
		element, open, refusalOf,
		focus: () => pick.focus(),
		complain: (lines) => complaints.replaceChildren(...lines.map((line) =>
		    el('p', { className: 'matang-upload__complaint' }, line))),
	};
}
