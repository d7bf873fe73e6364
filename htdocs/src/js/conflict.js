/* SPDX-License-Identifier: ISC */
/*
 * Two people changed the same field.  Both texts are shown side by side until
 * the person has chosen one, or both joined, for every field.
 */
import { el } from './element.js';

/* What a field is called on the page, and what a value of it is called. */
export function
captionOf(form, name)
{
	const input = form.elements[name];
	const first = input instanceof RadioNodeList ? input[0] : input;

	return (first?.closest('fieldset')?.querySelector('legend') ?? first?.labels?.[0])?.textContent.trim() ?? name;
}

export function
wordsOf(form, name, value)
{
	const choice = form.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);

	return choice?.labels?.[0]?.textContent.trim() ?? (value || '(kosong)');
}

function
side(heading, text, button)
{
	return el('section', { className: 'matang-compare__side' },
	    el('h3', { className: 'matang-compare__heading' }, heading),
	    el('p', { className: 'matang-compare__text' }, text),
	    button);
}

/*
 * Asks about each of ask[] = { name, mine, theirs }; current(name) gives what
 * the field holds at the moment of the choice, so that typing on is not lost.
 * Resolves to { name: chosen text } when all have been answered.
 */
export function
askWhichText(form, other, ask, current)
{
	return new Promise((resolve) => {
		const chosen = Object.create(null);
		const panel = el('div', { className: 'matang-notice matang-notice--danger matang-autosave-panel', tabIndex: -1 },
		    el('h2', { className: 'govuk-heading-m' }, `${other.name} juga mengubah jawaban ini`),
		    el('p', { className: 'govuk-body' }, `Disimpan ${other.name} pukul ${other.at}. Tidak ada yang hilang: pilih tulisan yang dipakai.`));

		for (const { name, theirs } of ask) {
			const text = form.elements[name]?.tagName === 'TEXTAREA';
			const part = el('div');
			const pick = (label, value, kind = '') => el('button', {
				type: 'button',
				className: `govuk-button ${kind}`,
				onclick: () => {
					chosen[name] = value();
					part.remove();
					if (Object.keys(chosen).length === ask.length) {
						panel.remove();
						resolve(chosen);
						form.querySelector(`[name="${CSS.escape(name)}"]`)?.focus();
					}
				},
			}, label);

			part.append(
			    el('h3', { className: 'govuk-heading-s' }, captionOf(form, name)),
			    el('div', { className: 'matang-compare' },
			        side('Tulisan Anda', wordsOf(form, name, current(name)), pick('Pakai tulisan saya', () => current(name))),
			        side(`Tulisan ${other.name}`, wordsOf(form, name, theirs), pick(`Pakai tulisan ${other.name}`, () => theirs, 'govuk-button--secondary'))));
			if (text)
				part.append(pick('Gabungkan keduanya', () => `${current(name)}\n\n${theirs}`, 'govuk-button--secondary'));
			panel.append(part);
		}
		form.before(panel);
		panel.focus();
	});
}
