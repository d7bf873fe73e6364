// SPDX-License-Identifier: ISC
//
// Wherever a link leads, beginning at the first page: the pages that a person comes to, and the links
// that lead nowhere. Of pages that differ only in a number or a name (one variable, one agency) a few
// are enough.

const OF_ONE_SHAPE = 3;		/* pages that differ only in a number */

/** /verify/12/3?page=2 and /verify/7/11?page=1 are of one shape. */
export function shapeOf(url) {
	const names = [...url.searchParams.keys()].sort().join('&');
	return `${url.pathname.replace(/\d+(\.\d+)*/g, 'N')
		.replace(/[0-9A-Za-z_-]{20,}/g, 'X')}?${names}`;
}

/** { pages: [{ name, text, page }], dead: [words] } */
export async function walk(client) {
	const seen = new Map(), waiting = [{ href: client.address('/').href, from: 'the address bar' }];
	const pages = [], dead = [], done = new Set();

	while (waiting.length) {
		const { href, from } = waiting.shift();
		const url = new URL(href);
		url.hash = '';
		const shape = shapeOf(url);
		if (url.origin !== client.base.origin || done.has(url.href) ||
			(seen.get(shape) ?? 0) >= OF_ONE_SHAPE)
			continue;
		done.add(url.href);
		seen.set(shape, (seen.get(shape) ?? 0) + 1);

		const page = await client.get(url.href, { follow: true });
		if (page.status !== 200) {
			dead.push(`${page.status} ${url.pathname}${url.search} (linked at ${from})`);
			continue;
		}
		if (!/^text\/html/.test(page.headers['content-type']))
			continue;
		const name = url.pathname + url.search;
		pages.push({ name, text: page.text, page });
		for (const link of page.all('a[href], link[href], script[src], img[src]'))
			waiting.push({ href: new URL(link.getAttribute('href') ?? link.getAttribute('src'),
				page.url).href, from: name });
	}
	return { pages, dead };
}
