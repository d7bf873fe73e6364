/* SPDX-License-Identifier: ISC */
/*
 * Details for all files at once.  A field that somebody typed by hand stays as
 * it is; proposals from file names and what was given for all before give way.
 */
import { el } from '../element.js';
import { field } from './row.js';

const NAMES = ['kind', 'dated', 'period_from', 'period_until'];

let zones = 0;

/* apply(values) gives how many files took something from { name: value }. */
export function
createForAll(kinds, apply)
{
	const said = el('p', { className: 'govuk-body-s', role: 'status' });
	const id = `upload-all-${++zones}`;
	const fields = NAMES.map((name) => field(name, kinds, id));
	const values = () => Object.fromEntries(fields.map((group) => group.querySelector('[data-detail]'))
	    .filter((input) => input.value !== '').map((input) => [input.dataset.detail, input.value]));
	const element = el('details', { className: 'govuk-details matang-fold matang-upload__all' },
	    el('summary', { className: 'govuk-details__summary' },
	        el('span', { className: 'govuk-details__summary-text' }, 'Isi keterangan untuk semua berkas sekaligus')),
	    el('div', { className: 'govuk-details__text' },
	        el('p', { className: 'govuk-hint' }, 'Kolom yang Anda tulis sendiri pada sebuah berkas tidak diubah.'),
	        el('div', { className: 'matang-upload__fields' }, ...fields),
	        el('button', { type: 'button', className: 'govuk-button govuk-button--secondary', onclick: () => {
		        const touched = apply(values());
		        said.textContent = Object.keys(values()).length === 0 ? 'Isi dahulu salah satu kolom di atas.' :
		            `Terisi pada ${touched} berkas.`;
	        } }, 'Isikan ke semua berkas'), said));

	return { element };
}
