/* SPDX-License-Identifier: ISC */
/*
 * One file in the list: its name, how far it is, what can be done, and the
 * fields of the document that it becomes.  The fields have no names, so that a
 * form around them never sends them.
 */
import { saySentence } from '../contact.js';
import { el } from '../element.js';
import { bytesWords, percentWords } from './words.js';

const LABELS = {
	title: 'Judul',
	kind: 'Jenis dokumen',
	number: 'Nomor',
	dated: 'Tanggal dokumen',
	period_from: 'Berlaku sejak',
	period_until: 'Berlaku sampai',
};

let count = 0;

export function
field(name, kinds, id)
{
	const input = name === 'kind' ? el('select', { className: 'govuk-select' }) :
	    el('input', {
		    className: `govuk-input${['title', 'number'].includes(name) ? '' : ' matang-input--date'}`,
		    type: ['title', 'number'].includes(name) ? 'text' : 'date',
		    maxLength: name === 'title' ? 200 : 80,
	    });

	if (name === 'kind')
		input.append(...[...kinds].map((option) => new Option(option.text, option.value)));
	input.id = `${id}-${name}`;
	input.dataset.detail = name;
	return el('div', { className: 'govuk-form-group' },
	    el('label', { className: 'govuk-label govuk-label--s', htmlFor: input.id }, LABELS[name]), input);
}

const button = (label, about, onclick) => el('button', {
	type: 'button', className: 'govuk-button govuk-button--secondary matang-upload__button', onclick,
}, label, el('span', { className: 'govuk-visually-hidden' }, ` ${about}`));

/* What stands below the bar, by state. */
function
sentence(item)
{
	const { record, text, sent, state } = item;
	const part = percentWords(sent, record.size);

	switch (state) {
	case 'queued': return sent > 0 ? `Menunggu giliran, sudah ${part}` : 'Menunggu giliran';
	case 'sending': return `${part}, ${bytesWords(sent)} dari ${bytesWords(record.size)}${item.left ?? ''}`;
	case 'checking': return 'Sudah terkirim semua, sedang diperiksa server';
	case 'cut': return `Sambungan ke server terputus pada ${part}. Dilanjutkan sendiri dari situ.`;
	case 'held': return `Menunggu Anda masuk lagi. Sudah ${part}, dilanjutkan dari situ.`;
	case 'paused': return text ? `${text}${sent > 0 ? ` (${part})` : ''}` : `Dijeda pada ${part}`;
	case 'missing': return `${text || `Terputus pada ${part}.`} Peramban tidak dapat membukanya sendiri: pilih lagi berkas yang sama, lalu unggahan dilanjutkan.`;
	default: return text;
	}
}

/*
 * act: { pause, resume, choose, remove, typed }, each of (item).  elsewhere: it
 * was begun on the page of another criterion, and goes there.
 */
export function
createRow(item, { kinds, withDetails, elsewhere, act })
{
	const { record } = item;
	const id = `upload-${++count}`;
	const bar = el('progress', { className: 'matang-progress__bar', id: `${id}-bar` });
	const state = el('p', { className: 'matang-upload__state', id: `${id}-state` });
	const notes = el('div', { className: 'matang-upload__notes' });
	const saved = el('p', { className: 'matang-upload__saved' });
	const pause = button('Jeda', record.name, () => act.pause(item));
	const resume = button('Lanjutkan', record.name, () => act.resume(item));
	const again = button('Coba lagi', record.name, () => act.resume(item));
	const choose = button('Pilih berkasnya lagi', record.name, () => act.choose(item));
	const replace = button('Pilih berkas pengganti', record.name, () => act.choose(item));
	const remove = button('Hapus', `${record.name} dari daftar`, () => ask(true));
	const surely = el('div', { className: 'matang-upload__surely', hidden: true },
	    el('p', { className: 'govuk-body-s' }, 'Batalkan unggahan berkas ini?'),
	    button('Ya, batalkan', record.name, () => act.remove(item)),
	    button('Tidak', `batalkan ${record.name}`, () => ask(false)));
	const buttons = el('div', { className: 'matang-upload__buttons' }, choose, replace, pause, resume, again, remove);
	const name = el('label', { htmlFor: bar.id });
	const size = el('span', { className: 'matang-upload__size' });
	const element = el('li', { className: 'matang-upload__file' },
	    el('div', { className: 'matang-upload__way' },
	        el('div', { className: 'matang-upload__head' },
	            el('p', { className: 'matang-upload__name' }, name, ' ', size), buttons),
	        surely, bar, state, notes));
	let shown = null, said = null;

	bar.setAttribute('aria-describedby', state.id);
	if (elsewhere)
		state.before(el('p', { className: 'matang-upload__place' }, `Untuk ${record.label}`));
	if (withDetails)
		element.append(el('div', { className: 'matang-upload__about' }, detailFields(), saved));

	/* Nobody loses an hour of uploading by one slip; what has not begun is just taken away. */
	function
	ask(really)
	{
		if ((really && item.sent === 0) || item.state === 'refused') {
			act.remove(item);
			return;
		}
		surely.hidden = !really;
		buttons.hidden = really;
		(really ? surely : buttons).querySelector('button:not([hidden])').focus();
	}

	function
	detailFields()
	{
		const more = el('details', { className: 'govuk-details matang-fold' },
		    el('summary', { className: 'govuk-details__summary' },
		        el('span', { className: 'govuk-details__summary-text' }, 'Nomor, tanggal dan masa berlaku (boleh menyusul)',
		            el('span', { className: 'govuk-visually-hidden' }, ` ${record.name}`))),
		    el('div', { className: 'govuk-details__text matang-upload__fields' },
		        ...['number', 'dated', 'period_from', 'period_until'].map((name) => field(name, kinds, id))));
		const fields = el('div', { className: 'matang-upload__details', role: 'group' },
		    el('div', { className: 'matang-upload__fields' }, field('title', kinds, id), field('kind', kinds, id)), more);

		fields.setAttribute('aria-label', `Keterangan ${record.name}`);
		fields.addEventListener('input', ({ target }) => {
			record.details[target.dataset.detail] = target.value;
			record.own[target.dataset.detail] = true;
			act.typed(item);
		});
		/* In a form of others Enter would send that form. */
		fields.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' && event.target.tagName === 'INPUT')
				event.preventDefault();
		});
		return fields;
	}

	function
	showDetails()
	{
		for (const input of element.querySelectorAll('[data-detail]')) {
			const value = record.details[input.dataset.detail] ?? '';
			if (input.value !== value && input !== document.activeElement)
				input.value = value;
		}
	}

	function
	update()
	{
		bar.max = Math.max(record.size, 1);
		bar.value = item.sent;
		if (name.textContent !== record.name) {
			name.textContent = record.name;
			size.textContent = bytesWords(record.size);
		}
		const text = sentence(item);
		if (text !== said) {
			said = text;
			saySentence(state, text);
		}
		if (shown === item.state)
			return;
		shown = item.state;
		element.dataset.state = shown;
		element.toggleAttribute('data-final', shown === 'refused' && Boolean(item.final));
		const focused = buttons.contains(document.activeElement);
		bar.hidden = shown === 'done' || shown === 'refused';
		pause.hidden = !['queued', 'sending', 'cut'].includes(shown);
		resume.hidden = shown !== 'paused';
		again.hidden = shown !== 'refused' || item.final;
		replace.hidden = shown !== 'refused';
		choose.hidden = shown !== 'missing';
		remove.hidden = shown === 'done';
		if (shown === 'done')
			surely.hidden = true;
		if (focused && !buttons.contains(document.activeElement))
			buttons.querySelector('button:not([hidden])')?.focus();
		if (shown === 'done') {
			buttons.hidden = true;
			state.replaceChildren(el('strong', { className: 'govuk-tag matang-tag--complete' }, 'Tersimpan'), ' ',
			    record.document ? el('a', { className: 'govuk-link', href: record.document, target: '_blank' }, 'Lihat dokumen',
			        el('span', { className: 'govuk-visually-hidden' }, ` ${record.name} (tab baru)`)) : '');
		}
	}

	showDetails();
	return {
		element, update, showDetails,
		note: (...parts) => notes.append(el('p', { className: 'matang-upload__note' }, ...parts)),
		/* How it stands with the fields once the document is there; messages when they were refused. */
		detailsAre(kind, text) {
			saved.dataset.state = kind;
			saySentence(saved, text);
		},
	};
}
