/* SPDX-License-Identifier: ISC */
/*
 * What this browser remembers of each upload until it is complete: where at
 * the server it stands, and everything that was typed about it.
 *
 *	{ id, person, page, place, label, name, size, modified, tus,
 *	  url, offset,		at the server; url '' before it was created
 *	  details, own, sent,	typed; which of it by hand; what the server has
 *	  document }		address of the document, once it has arrived
 *
 * A person on a shared computer sees their own only.  One entry each, gone
 * when all is at the server, or after thirty days.  A browser that refuses
 * storage loses the going on after a reload and nothing else.
 */
const PREFIX = 'matang:upload:';
const DAYS = 30;

const attempt = (act) => {
	try {
		return act();
	} catch {
		return null;
	}
};

export function
newRecord(fields)
{
	const bytes = crypto.getRandomValues(new Uint8Array(8));

	return {
		id: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
		url: '', offset: 0, details: {}, own: {}, sent: {}, document: '',
		...fields,
	};
}

export function
keepRecord(record)
{
	attempt(() => localStorage.setItem(PREFIX + record.id, JSON.stringify({ ...record, time: Date.now() })));
}

export function
dropRecord({ id })
{
	attempt(() => localStorage.removeItem(PREFIX + id));
}

/* Of this person, the oldest first. */
export function
readRecords(person)
{
	const found = [];

	attempt(() => {
		for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
			const record = attempt(() => JSON.parse(localStorage.getItem(key)));
			if (!record || !(Date.now() - record.time < DAYS * 86400000))
				localStorage.removeItem(key);
			else if (record.person === person)
				found.push(record);
		}
	});
	return found.sort((a, b) => a.time - b.time);
}

/* Is this the file that the record is about, unchanged since? */
export function
isFileOf(record, file)
{
	return record.name === file.name && record.size === file.size && record.modified === file.lastModified;
}
