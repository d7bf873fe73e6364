/* SPDX-License-Identifier: ISC */
/*
 * The token that every change carries dies with its session.  When the same
 * person has signed in again, in whichever tab, the page behind `address`
 * gives the new one.
 */
export function
createSession(form, address)
{
	const person = form.dataset.uploadPerson;
	let token = form.elements.csrf.value;

	/* 'fresh': go on; 'same': it was not the session; 'gone', 'other'; 'offline' */
	async function
	renew()
	{
		let found;

		try {
			const page = await fetch(address, { headers: { Accept: 'text/html' } });
			if (page.status >= 500)
				return 'offline';
			found = new DOMParser().parseFromString(await page.text(), 'text/html')
			    .querySelector('form[data-upload-person]');
		} catch {
			return 'offline';
		}
		if (!found)
			return 'gone';
		if (found.dataset.uploadPerson !== person)
			return 'other';
		if (found.elements.csrf.value === token)
			return 'same';
		token = found.elements.csrf.value;
		for (const input of document.querySelectorAll('input[name=csrf]'))
			input.value = token;
		return 'fresh';
	}

	return { person, renew, token: () => token };
}
