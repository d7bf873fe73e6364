/* SPDX-License-Identifier: ISC */
/*
 * The line above the list: how far all of it is, and how long it takes still.
 * Seen at every step; spoken only when something came to an end.
 */
import { el } from '../element.js';
import { LIVE } from './queue.js';
import { bytesWords, timeWords } from './words.js';

const QUIET = 1500;			/* milliseconds that news are gathered before they are spoken */

let zones = 0;

export function
createTotals({ items, pace, pauseAll, resumeAll })
{
	const bar = el('progress', { className: 'matang-progress__bar', id: `upload-total-${++zones}`, max: 1 });
	const count = el('label', { className: 'matang-upload__count', htmlFor: bar.id });
	const left = el('p', { className: 'matang-upload__left' });
	const spoken = el('p', { className: 'govuk-visually-hidden', role: 'status' });
	const pause = el('button', { type: 'button', className: 'govuk-button govuk-button--secondary matang-upload__button', onclick: pauseAll }, 'Jeda semua');
	const resume = el('button', { type: 'button', className: 'govuk-button govuk-button--secondary matang-upload__button', onclick: resumeAll }, 'Lanjutkan semua');
	const element = el('div', { className: 'matang-upload__totals', hidden: true },
	    el('div', { className: 'matang-upload__head' }, count,
	        el('div', { className: 'matang-upload__buttons' }, pause, resume)),
	    bar, left);
	let before = '', timer = null;

	/* The file counts and what holds them up: these are news, bytes are not. */
	function
	speak(news)
	{
		if (news === before)
			return;
		before = news;
		clearTimeout(timer);
		timer = setTimeout(() => { spoken.textContent = before; }, QUIET);
	}

	/* Gives how long it takes still, for a row that is the only one. */
	function
	update()
	{
		const counted = items.filter(({ state }) => state !== 'refused');
		const size = counted.reduce((sum, { record }) => sum + record.size, 0);
		const sent = counted.reduce((sum, { sent: bytes }) => sum + bytes, 0);
		const live = items.filter(({ state }) => LIVE.has(state));
		const having = (state) => items.filter((item) => item.state === state).length;
		const refused = having('refused'), paused = having('paused'), missing = having('missing');
		const news = `${having('done')} dari ${items.length} berkas tersimpan` +
		    (refused ? `, ${refused} ditolak` : '') + (paused ? `, ${paused} dijeda` : '') +
		    (missing ? `, ${missing} perlu dipilih lagi` : '');
		const seconds = pace.secondsFor(live.reduce((sum, { record, sent: bytes }) => sum + record.size - bytes, 0));

		element.hidden = items.length < 2;
		bar.max = Math.max(size, 1);
		bar.value = sent;
		count.textContent = news;
		const still = having('sending') && seconds !== null ? `, sisa ${timeWords(seconds)}` : '';
		left.textContent = live.length === 0 ? '' : `${bytesWords(sent)} dari ${bytesWords(size)}${still}`;
		pause.hidden = !live.some(({ state }) => state !== 'held' && state !== 'checking');
		resume.hidden = paused === 0;
		speak(items.length === 0 ? '' : having('cut') ? `Sambungan terputus. ${news}.` : `${news}.`);
		return still;
	}

	return { element, spoken, update };
}
