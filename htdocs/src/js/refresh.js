/* SPDX-License-Identifier: ISC */
/*
 * [data-refresh]: a part of the page, with an id, that is fetched anew every so many
 * seconds and put in the place of the old one.  The page itself stays, so nobody loses
 * the place where they read; what is hidden waits until it is seen.
 */
export function
startRefresh()
{
	const part = document.querySelector('[data-refresh]');
	if (!part)
		return;

	const says = document.querySelector('[data-refreshed]');
	let since = Date.now();

	async function refresh() {
		if (document.hidden || part.contains(document.activeElement))
			return;
		try {
			const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
			const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
			if (!answer.ok || !fresh)
				throw new Error(answer.status);
			if (fresh.innerHTML !== part.innerHTML)
				part.replaceChildren(...fresh.childNodes);
			since = Date.now();
			says.textContent = '';
		} catch {
			says.textContent = `Belum dapat diperbarui sejak ${Math.max(1, Math.round((Date.now() - since) / 60_000))} menit. Tekan Segarkan.`;
		}
	}

	setInterval(refresh, Number(part.dataset.refresh) * 1000);
	document.addEventListener('visibilitychange', refresh);
}
