/* SPDX-License-Identifier: ISC */
/* The one notice above the list: what the person has to do, or that nothing is left to do. */
import { el } from '../element.js';
import { LIVE } from './queue.js';

const HELD = {
	gone: ['Sesi Anda berakhir', 'Berkas dan tulisan di halaman ini tetap ada. Masuk lagi di tab baru, lalu kembali ke sini: unggahan dilanjutkan dari tempatnya berhenti.'],
	other: ['Ada orang lain yang masuk di peramban ini', 'Unggahan di halaman ini menunggu Anda. Masuk lagi dengan akun Anda sendiri di tab baru, lalu kembali ke sini.'],
};

function
panel(kind, heading, ...children)
{
	return el('div', { className: `matang-notice${kind && ` matang-notice--${kind}`}` },
	    el('h2', { className: 'govuk-heading-s' }, heading), ...children);
}

/* release(): tries whether the person has signed in again. */
export function
createNotice({ release, signIn })
{
	const main = el('div', { role: 'status' });
	const others = el('ul', { className: 'govuk-list' });
	const elsewhere = el('div', { className: 'matang-notice', hidden: true },
	    el('p', { className: 'govuk-body' }, 'Ada unggahan lain yang terputus. Buka halamannya untuk melanjutkan:'), others);
	let shown = '';

	const heldPanel = (why) => panel('caution', HELD[why][0],
	    el('p', { className: 'govuk-body' }, HELD[why][1]),
	    el('div', { className: 'govuk-button-group' },
	        el('a', { className: 'govuk-button', href: signIn, target: '_blank', role: 'button' }, 'Masuk lagi (tab baru)'),
	        el('button', { type: 'button', className: 'govuk-button govuk-button--secondary', onclick: release }, 'Sudah masuk, lanjutkan')));
	const cutPanel = () => panel('caution', 'Sambungan terputus',
	    el('p', { className: 'govuk-body' }, 'Dicoba lagi sendiri, dan dilanjutkan dari tempatnya berhenti. Biarkan halaman ini terbuka.'));
	const missingPanel = (count) => panel('', `${count} unggahan terputus sebelum selesai`,
	    el('p', { className: 'govuk-body' }, 'Peramban tidak dapat membuka berkas Anda sendiri setelah halaman ditutup. Pilih atau seret lagi berkas yang sama, boleh semuanya sekaligus: unggahan dilanjutkan dari tempatnya berhenti, dan keterangan yang sudah ditulis tetap ada.'));
	const donePanel = (done, refused, linked, address, label) => panel('success',
	    `${done === 1 ? 'Satu' : done} berkas sudah tersimpan${linked ? ' dan tertaut ke kriteria ini' : ''}`,
	    el('p', { className: 'govuk-body' }, refused ? `${refused} berkas ditolak: sebabnya tertulis di bawah namanya. ` : '',
	        el('a', { className: 'govuk-link', href: address }, label)));

	/* Drawn anew only when it is another notice, so that it is read out once. */
	function
	show({ held, items, doneAddress, doneLabel, revises, linked })
	{
		const count = (state) => items.filter((item) => item.state === state).length;
		const waits = items.some(({ state }) => LIVE.has(state) || state === 'paused');
		const [which, make] = typeof held === 'string' ? [held, () => heldPanel(held)] :
		    count('cut') > 0 ? ['cut', cutPanel] :
		    count('missing') > 0 ? [`missing ${count('missing')}`, () => missingPanel(count('missing'))] :
		    !revises && !waits && count('done') > 0 ? [`done ${count('done')} ${count('refused')}`,
		        () => donePanel(count('done'), count('refused'), linked, doneAddress, doneLabel)] :
		    ['', null];

		if (which === shown)
			return;
		shown = which;
		main.replaceChildren(...make ? [make()] : []);
	}

	return {
		element: el('div', {}, elsewhere, main),
		show,
		elsewhere({ page, label, name }) {
			elsewhere.hidden = false;
			others.append(el('li', {}, el('a', { className: 'govuk-link', href: page }, `${name} (${label})`)));
		},
	};
}
