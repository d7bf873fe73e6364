/* SPDX-License-Identifier: ISC */
/*
 * .matang-rung with a radio and details: a level that is chosen shows what it asks
 * for.  And what an address names inside of details opens them, in browsers that
 * do not do so by themselves.  Nothing that is open is closed.
 */
const openAround = (element) => {
	for (let at = element?.closest('details'); at; at = at.parentElement.closest('details'))
		at.open = true;
};

export function
startLadder()
{
	const named = () => {
		const target = document.getElementById(location.hash.slice(1));

		if (!target?.closest('details:not([open])'))
			return;
		openAround(target);
		target.scrollIntoView();
	};

	document.addEventListener('change', ({ target }) => {
		const fold = target.matches('.matang-rung__input') && target.closest('.matang-rung').querySelector('details');
		if (fold)
			fold.open = true;
	});
	window.addEventListener('hashchange', named);
	named();
}
