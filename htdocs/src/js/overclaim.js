/* SPDX-License-Identifier: ISC */
/*
 * details[data-over-claim="3"]: asks for the reason as soon as a level above 3
 * is chosen in its form.  It never closes what a person has opened.
 */
export function
startOverClaim()
{
	for (const details of document.querySelectorAll('details[data-over-claim]')) {
		const supported = Number(details.dataset.overClaim);

		details.closest('form')?.addEventListener('change', ({ target }) => {
			if (target.name === 'level' && Number(target.value) > supported)
				details.open = true;
		});
	}
}
