/* SPDX-License-Identifier: ISC */
/*
 * Forms with their files that wait on this telephone for a network, in IndexedDB, since
 * photographs do not fit into the storage that drafts of text have.  A browser that refuses it
 * keeps nothing: every function then gives null, and the form travels as any other.
 */
const NAME = 'matang:kept';

function
asked(request)
{
	return new Promise((done) => {
		request.onsuccess = () => done(request.result);
		request.onerror = () => done(null);
		request.onblocked = () => done(null);
	});
}

async function
store(mode, use)
{
	try {
		const opening = indexedDB.open(NAME, 1);

		opening.onupgradeneeded = () => opening.result.createObjectStore('forms', { keyPath: 'key' });
		const database = await asked(opening);
		if (!database)
			return null;
		const part = database.transaction('forms', mode);
		const over = new Promise((done) => {
			part.oncomplete = () => done(true);
			part.onabort = () => done(false);
		});
		const result = await asked(use(part.objectStore('forms')));

		const kept = await over;
		database.close();
		return kept ? result : null;
	} catch {
		return null;
	}
}

/* One { key, person, … }; its key, or null where it could not be kept. */
export const keepForm = (form) => store('readwrite', (forms) => forms.put(form));
export const readForm = (key) => store('readonly', (forms) => forms.get(key));
export const dropForm = (key) => store('readwrite', (forms) => forms.delete(key));

/* Those of a person, the oldest first. */
export async function
keptForms(person)
{
	const all = await store('readonly', (forms) => forms.getAll()) ?? [];

	return all.filter((one) => one.person === person).sort((one, other) => one.at - other.at);
}

/* All of everybody. */
export function
forgetForms()
{
	try {
		indexedDB.deleteDatabase(NAME);
	} catch {
		/* said above */
	}
}
