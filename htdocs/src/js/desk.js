/* SPDX-License-Identifier: ISC */
/*
 * The verifier's desk, form#decide with data-autosave-act: all that is undecided
 * accepted in one press where one is, the proposed level and recommendation kept in
 * step with the decisions as long as nobody has touched them, and keys.
 *
 *	<li data-desk-item="LEVEL" data-desk-links="KEY KEY " data-desk-title="…">	compulsory
 *	<fieldset data-desk-open data-desk-clear data-desk-held>	a decision that is open
 */
import { onKey } from './keys.js';

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V'];

const chosen = (form, key) => form.querySelector(`input[name="decision-${key}"]:checked`)?.value;

function
check(radio)
{
	radio.checked = true;
	radio.dispatchEvent(new Event('input', { bubbles: true }));
	radio.dispatchEvent(new Event('change', { bubbles: true }));
}

/* Counted as accepted: what is, and what is open with nothing against it. */
function
counts(form, key)
{
	const said = chosen(form, key);

	return said === 'accepted' ||
	    (!said && document.getElementById(`decision-${key}`)?.matches('[data-desk-clear]'));
}

/* What the server proposes (verify/proposal.c), for the decisions as they stand here. */
function
propose(form)
{
	const missing = [...form.querySelectorAll('[data-desk-item]')].filter((item) =>
	    !item.dataset.deskLinks.trim().split(/\s+/).some((key) => key && counts(form, key)));
	const lowest = Math.min(6, ...missing.map((item) => Number(item.dataset.deskItem)));
	const level = Math.max(1, lowest - 1);
	const wanted = missing.filter((item) => Number(item.dataset.deskItem) <= level + 1)
	    .map((item) => item.dataset.deskTitle);
	const words = level >= 5 ? '' : wanted.length === 0 ?
	    form.dataset.deskFulfil.replace('%s', ROMAN[level + 1]) :
	    `${form.dataset.deskLacking.replace('%s', ROMAN[level + 1])}${wanted.join('; ')}.`;

	return { level, words };
}

function
keepInStep(form)
{
	const text = form.elements.recommendation;
	const mark = form.querySelector('[data-desk-proposed]');
	let proposed = text.value, touched = false;

	form.addEventListener('change', ({ target, isTrusted }) => {
		if (target.name === 'level')
			touched ||= isTrusted;
		if (touched || !target.name.startsWith('decision-'))
			return;
		const { level, words } = propose(form);
		const radio = document.getElementById(`level-${level}`);

		radio.checked = true;
		form.elements.offered_level.value = level;
		form.elements.offered.value = words;
		if (mark)
			radio.labels[0].append(' ', mark);
		if (text.value === proposed)
			text.value = words;
		proposed = words;
		text.dispatchEvent(new Event('input', { bubbles: true }));
	});
}

function
tell(form)
{
	const count = form.querySelector('[data-desk-count]');
	const all = form.querySelectorAll('.matang-decision fieldset').length;
	const open = [...form.querySelectorAll('fieldset[data-desk-open]')].filter((one) => !one.querySelector(':checked')).length;
	const level = form.querySelector('input[name=level]:checked');

	if (count && all > 0)
		count.textContent = open > 0 ? `${open} dari ${all} dokumen belum diputuskan.` : `Semua ${all} dokumen sudah diputuskan.`;
	for (const place of form.querySelectorAll('[data-desk-level]'))
		place.textContent = ROMAN[level?.value ?? 0];
}

const openOnes = (form) => [...form.querySelectorAll('fieldset[data-desk-open]')]
    .filter((one) => !one.querySelector(':checked') && !one.matches('[data-desk-held]'));

/* The document that is seen, else the first that is to be decided. */
function
current(form)
{
	return form.querySelector('.matang-document--seen') ??
	    openOnes(form)[0]?.closest('.matang-document') ?? form.querySelector('.matang-document');
}

function
decide(form, decision)
{
	const document = current(form);
	const radio = document?.querySelector(`input[type=radio][value=${decision}]`);

	if (!radio)
		return;
	check(radio);
	if (decision === 'rejected') {
		document.querySelector('textarea').focus();
		return;
	}
	radio.focus();
	const next = openOnes(form)[0]?.closest('.matang-document');
	next?.querySelector('a[data-view]')?.click();
	next?.querySelector('input[type=radio]')?.focus();
}

export function
startDesk()
{
	const form = document.querySelector('form#decide[data-autosave-act]');

	if (!form)
		return;
	form.querySelector('[data-desk-accept]')?.addEventListener('click', (event) => {
		event.preventDefault();
		for (const one of openOnes(form))
			check(one.querySelector('input[value=accepted]'));
	});
	if (form.dataset.deskLacking)
		keepInStep(form);
	form.addEventListener('change', () => tell(form));
	onKey('KeyY', () => decide(form, 'accepted'));
	onKey('KeyX', () => decide(form, 'rejected'));
	onKey('KeyM', () => [...form.querySelectorAll('button[name=act][value=clear], button[name=act][value=next]')]
	    .find((button) => button.offsetParent)?.click());
}
