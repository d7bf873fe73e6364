/* SPDX-License-Identifier: ISC */
/*
 * [data-choose="take-"]: its links [data-choose-all] tick all boxes of the form whose
 * names begin so, or none; without this file they lead to the page that has.
 */
export function
startChoose()
{
	for (const list of document.querySelectorAll('[data-choose]'))
		list.addEventListener('click', (event) => {
			const link = event.target.closest('[data-choose-all]');

			if (!link)
				return;
			event.preventDefault();
			for (const box of list.closest('form').querySelectorAll(`input[name^="${list.dataset.choose}"]`))
				box.checked = link.dataset.chooseAll === '1';
		});
}
