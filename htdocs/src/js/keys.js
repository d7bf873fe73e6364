/* SPDX-License-Identifier: ISC */
/*
 * Keys that stand for a press: always with Alt, told in a line of the page, and
 * switched off there by whoever has another use for them.
 */
const NAME = 'matang:keys';

/* A browser that refuses storage forgets the choice with the page. */
let on = true;

function
stored()
{
	try {
		return localStorage.getItem(NAME) !== 'off';
	} catch {
		return on;
	}
}

/* Calls press() for Alt with the key of that code, such as "KeyN". */
export function
onKey(code, press)
{
	document.addEventListener('keydown', (event) => {
		if (event.code !== code || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !stored())
			return;
		event.preventDefault();
		press();
	});
}

/* The line that tells them: [data-desk-keys] with [data-desk-switch] and [data-desk-help]. */
export function
startKeys()
{
	const line = document.querySelector('[data-desk-keys]');
	const box = line?.querySelector('[data-desk-switch]');

	if (!line)
		return;
	const show = () => {
		line.querySelector('[data-desk-help]').hidden = !box.checked;
	};

	line.hidden = false;
	box.checked = stored();
	show();
	box.addEventListener('change', () => {
		on = box.checked;
		try {
			localStorage.setItem(NAME, on ? 'on' : 'off');
		} catch {
			/* said above */
		}
		show();
	});
}
