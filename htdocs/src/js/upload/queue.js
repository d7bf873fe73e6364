/* SPDX-License-Identifier: ISC */
/*
 * Which files go up now.  Two at a time: one fills the line while the other's
 * last byte is being looked at.  After a cut all rest, for longer each time,
 * and go on by themselves; a browser that is online again ends the rest.
 *
 * An item is { record, file, state, sent, text, final, way, row }, its states:
 *
 *	queued sending checking	 on its way (checking: all bytes left, no answer yet)
 *	cut			 waits for the line, then goes on
 *	held			 waits for a sign-in, then goes on
 *	paused			 waits for the person; text, if any: for what
 *	missing			 known from before a reload; its file must be chosen again
 *	refused			 ended, text says why; final: the same file need not be tried again
 *	done			 arrived
 */
import { dropRecord, keepRecord } from './record.js';
import { forget, startTransfer } from './transfer.js';

const AT_ONCE = 2;
const RESTS = [1, 2, 4, 8, 15, 30, 60];	/* seconds */

export const LIVE = new Set(['queued', 'sending', 'checking', 'cut', 'held']);
const GOING = new Set(['sending', 'checking']);

/*
 * changed(item): its state or progress, null: whether all are held.
 * came(bytes): left this computer.  arrived(item, unplaced): it is a document.
 */
export function
createQueue({ endpoint, session, chunks, metadata, changed, came, arrived })
{
	const items = [];
	let failures = 0, timer = null, held = false;

	function
	turn(item, state, text = '')
	{
		item.state = state;
		item.text = text;
		changed(item);
	}

	function
	pump()
	{
		if (timer !== null || held)
			return;
		for (const item of items) {
			if (items.filter(({ state }) => GOING.has(state)).length >= AT_ONCE)
				return;
			if (item.state === 'queued')
				send(item);
		}
	}

	function
	send(item)
	{
		const { record, file } = item;

		if (!record.url)
			record.sent = { ...record.details };
		item.way = startTransfer(file, record, {
			endpoint, session, chunks,
			metadata: metadata(record),
			onCreated: () => keepRecord(record),
			onSent(bytes) {
				came(Math.max(0, bytes - item.sent));
				item.sent = bytes;
				item.state = bytes < file.size ? 'sending' : 'checking';
				changed(item);
			},
			onKept(bytes) {
				failures = 0;
				record.offset = bytes;
				keepRecord(record);
			},
			onEnd: (how) => ended(item, how),
		});
		turn(item, 'sending');
	}

	function
	ended(item, { outcome, text, final, document, unplaced })
	{
		const { record } = item;

		item.way = null;
		item.sent = record.offset;
		switch (outcome) {
		case 'arrived':
			failures = 0;
			item.sent = record.offset = item.file.size;
			record.document = document ?? '';
			turn(item, 'done');
			keepRecord(record);
			arrived(item, unplaced);
			break;
		case 'cut':
			turn(item, 'cut');
			rest();
			break;
		case 'full':
			turn(item, 'paused', text);
			break;
		case 'lost':
			Object.assign(record, { url: '', offset: 0 });
			item.sent = 0;
			turn(item, 'queued');
			break;
		case 'session':
			turn(item, 'held', text);
			hold();
			break;
		case 'unreadable':
			turn(item, 'missing', 'Berkas ini tidak dapat dibaca lagi: mungkin diubah, dipindah, atau flashdisknya dicabut.');
			break;
		default:
			Object.assign(record, { url: '', offset: 0 });
			item.sent = 0;
			item.final = final;
			turn(item, 'refused', text);
		}
		if (item.state === 'refused')
			dropRecord(record);
		else if (item.state !== 'done')
			keepRecord(record);
		pump();
	}

	function
	rest()
	{
		if (timer !== null)
			return;
		timer = setTimeout(goOn, RESTS[Math.min(failures++, RESTS.length - 1)] * 1000);
	}

	function
	goOn()
	{
		clearTimeout(timer);
		timer = null;
		for (const item of items)
			if (item.state === 'cut')
				turn(item, 'queued');
		pump();
	}

	/* Nothing goes up in the name of nobody. */
	async function
	hold()
	{
		if (held)
			return;
		held = true;
		for (const item of items)
			if (GOING.has(item.state)) {
				stop(item);
				turn(item, 'held');
			}
		await release();
	}

	/* 'gone' or 'other' while the person has to sign in, '' when all goes on. */
	async function
	release()
	{
		if (!held)
			return '';
		const answer = await session.renew();

		if (answer === 'gone' || answer === 'other') {
			held = answer;
			changed(null);
			return answer;
		}
		held = false;
		for (const item of items)
			if (item.state === 'held' && answer === 'same' && item.text)
				turn(item, 'refused', item.text);
			else if (item.state === 'held')
				turn(item, answer === 'fresh' ? 'queued' : 'cut');
		changed(null);
		if (answer === 'fresh')
			pump();
		else
			rest();
		return '';
	}

	/* Something else was refused for want of a session, perhaps. */
	async function
	doubt()
	{
		const answer = await session.renew();

		if (answer === 'gone' || answer === 'other')
			hold();
	}

	function
	stop(item)
	{
		item.way?.stop();
		item.way = null;
		item.sent = item.record.offset;
	}

	window.addEventListener('online', goOn);
	for (const [target, name] of [[window, 'focus'], [document, 'visibilitychange']])
		target.addEventListener(name, () => {
			if (held && !document.hidden)
				release();
		});

	return {
		items,
		release,
		doubt,
		isHeld: () => held,
		add(item) {
			items.push(item);
			changed(item);
			pump();
		},
		start(item) {
			turn(item, 'queued');
			pump();
		},
		pause(item) {
			stop(item);
			turn(item, 'paused');
			pump();
		},
		remove(item) {
			stop(item);
			items.splice(items.indexOf(item), 1);
			forget(item.record, session);
			dropRecord(item.record);
			changed(null);
			pump();
		},
	};
}
