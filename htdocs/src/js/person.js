/* SPDX-License-Identifier: ISC */
/*
 * What this browser keeps of a person's unsaved work is gone when they sign
 * out, and when somebody else has signed in.  A session that ends by itself
 * leaves it: the same person finds it again.  The server says the same by
 * Clear-Site-Data, which not every browser knows and none over plain HTTP.
 */
import { forgetForms } from './kept.js';

const OURS = /^matang:(?:draft|upload):/;
const PERSON = 'matang:person';		/* who signed in here last */
const ASKING = 'matang:asking';		/* who has just asked to */

function
forgetAll()
{
	for (const name of Object.keys(localStorage).filter((one) => OURS.test(one)))
		localStorage.removeItem(name);
	localStorage.removeItem(PERSON);
	forgetForms();
}

function
watch()
{
	const field = document.querySelector('form input[autocomplete="username"]');
	const asked = sessionStorage.getItem(ASKING);

	if (new URLSearchParams(location.search).get('done') === 'signed-out')
		forgetAll();
	field?.form.addEventListener('submit', () =>
		sessionStorage.setItem(ASKING, field.value.trim().toLowerCase()));
	/* Whoever sees the button to sign out has signed in: the name was good. */
	if (asked && document.querySelector('form[action$="/account/sign-out"]')) {
		if ((localStorage.getItem(PERSON) ?? asked) !== asked)
			forgetAll();
		localStorage.setItem(PERSON, asked);
		sessionStorage.removeItem(ASKING);
	}
}

export function
watchPerson()
{
	try {
		watch();
	} catch {
		/* A browser that refuses storage keeps nothing of anybody. */
	}
}
