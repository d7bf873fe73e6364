/* SPDX-License-Identifier: ISC */
/*
 * Unsaved text in this browser's storage: one entry a form, gone when the
 * server has acknowledged it, or after thirty days.  A browser that refuses
 * storage loses this safety and nothing else.
 */
const PREFIX = 'matang:draft:';
const DAYS = 30;

function
attempt(fn)
{
	try {
		return fn();
	} catch {
		return null;
	}
}

export function
keepDraft(key, fields)
{
	attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify({ time: Date.now(), fields })));
}

/* { at: "21 November pukul 10.32", fields: { name: text } }, or null. */
export function
readDraft(key)
{
	return attempt(() => {
		const { time, fields } = JSON.parse(localStorage.getItem(PREFIX + key));
		const at = new Date(time).toLocaleString('id-ID',
		    { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

		return { at, fields };
	});
}

export function
dropDraft(key)
{
	attempt(() => localStorage.removeItem(PREFIX + key));
}

export function
sweepDrafts()
{
	attempt(() => {
		for (const name of Object.keys(localStorage)) {
			if (!name.startsWith(PREFIX))
				continue;
			const time = attempt(() => JSON.parse(localStorage.getItem(name)).time);
			if (!(Date.now() - time < DAYS * 86400000))
				localStorage.removeItem(name);
		}
	});
}
