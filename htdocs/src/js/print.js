/* SPDX-License-Identifier: ISC */
/* [data-print]: a button that is hidden until it can print. */
export function
startPrint()
{
	for (const button of document.querySelectorAll('[data-print]')) {
		button.hidden = false;
		button.addEventListener('click', () => window.print());
	}
}
