/* SPDX-License-Identifier: ISC */
/*
 * [data-refresh]: a part of the page, with an id, that is fetched anew every so many
 * seconds and put in the place of the old one.  The page itself stays, so nobody loses
 * the place where they read: the row that they have reached stays where it is, though
 * rows above it come and go, and what has the focus keeps it.  What is hidden waits
 * until it is seen.
 */

/* What is the same before and after: a link by where it leads, a heading by its words. */
function
sameIn(part, mark)
{
	const key = (one) => one.getAttribute('href') ?? one.textContent;
	return [...part.querySelectorAll(mark.localName)].find((one) => key(one) === key(mark));
}

/* Puts the fresh content in, and leaves the reader where he was. */
function
replaceQuietly(part, fresh)
{
	const read = [...part.querySelectorAll('th a[href], h2')].filter((mark) => mark.getBoundingClientRect().top < 0)
		.reverse().find((mark) => sameIn(fresh, mark));
	const before = read?.getBoundingClientRect().top;
	const focused = part.contains(document.activeElement) ? document.activeElement : null;

	part.replaceChildren(...fresh.childNodes);
	if (focused)
		sameIn(part, focused)?.focus({ preventScroll: true });
	if (read)
		scrollBy(0, sameIn(part, read).getBoundingClientRect().top - before);
}

export function
startRefresh()
{
	const part = document.querySelector('[data-refresh]');
	if (!part)
		return;

	const says = document.querySelector('[data-refreshed]');
	let since = Date.now();

	async function refresh() {
		if (document.hidden)
			return;
		try {
			const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
			const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
			if (!answer.ok || !fresh)
				throw new Error(answer.status);
			if (fresh.innerHTML !== part.innerHTML)
				replaceQuietly(part, fresh);
			since = Date.now();
			says.textContent = '';
		} catch {
			says.textContent = `Belum dapat diperbarui sejak ${Math.max(1, Math.round((Date.now() - since) / 60_000))} menit. Tekan Segarkan.`;
		}
	}

	setInterval(refresh, Number(part.dataset.refresh) * 1000);
	document.addEventListener('visibilitychange', refresh);
}
