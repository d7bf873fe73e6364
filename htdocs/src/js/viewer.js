/* SPDX-License-Identifier: ISC */
/*
 * Evidence beside its criterion. What people uploaded is drawn in a frame
 * without an origin (htdocs/src/frame), which can neither load nor send
 * anything: this side fetches the bytes that it asks for, of that one file
 * and of no other, and hands them in.
 *
 *	<section data-viewer data-assets="…"> with in it
 *		[data-viewer-place data-frame="…/frame/12" data-file="…/file/12"]
 *		[data-viewer-title] [data-viewer-download] [data-viewer-next]
 *	<a data-view href="…/view/12" data-frame data-file data-title>, anywhere
 */
import { onKey } from './keys.js';

const PART = /^[A-Za-z0-9_-]+\.(pfb|ttf|wasm|bcmap)$/;

async function part(address, headers) {
	const answer = await fetch(address, { headers, credentials: 'same-origin' });

	if (!answer.ok)
		throw new Error(`${answer.status} for ${address}`);
	return answer;
}

/* A server that knows no ranges sends the whole: then the part is cut out here. */
async function bytes(address, begin, end) {
	if (!(Number.isSafeInteger(begin) && Number.isSafeInteger(end) && begin >= 0 && begin < end))
		throw new Error('no range');
	const answer = await part(address, { Range: `bytes=${begin}-${end - 1}` });
	const buffer = await answer.arrayBuffer();

	return answer.status === 206 ? buffer : buffer.slice(begin, end);
}

function framed(place, { frame: address, file, title }) {
	const frame = document.createElement('iframe');

	frame.className = 'matang-viewer__frame';
	frame.title = `Isi dokumen: ${title}`;
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.src = address;
	frame.dataset.file = file;
	place.replaceChildren(frame);
	return frame;
}

/* The document that is seen is the one that is marked in the list. */
function mark(link) {
	for (const other of document.querySelectorAll('.matang-document--seen'))
		other.classList.remove('matang-document--seen');
	for (const other of document.querySelectorAll('a[data-view][aria-current]'))
		other.removeAttribute('aria-current');
	link?.setAttribute('aria-current', 'true');
	link?.closest('.matang-document')?.classList.add('matang-document--seen');
}

function start(viewer) {
	const place = viewer.querySelector('[data-viewer-place]');
	const next = viewer.querySelector('[data-viewer-next]');
	let frame;

	function open(link, { focus = false } = {}) {
		const { title, file, link: key } = link.dataset;

		viewer.hidden = false;
		frame = framed(place, link.dataset);
		for (const node of viewer.querySelectorAll('[data-viewer-title]'))
			node.textContent = title;
		for (const node of viewer.querySelectorAll('[data-viewer-download]'))
			node.href = file;
		for (const node of viewer.querySelectorAll('[data-viewer-after]'))
			node.value = key ?? '';
		for (const node of viewer.querySelectorAll('[data-viewer-back]'))
			node.href = `#link-${key}`;
		mark(link);
		if (focus) {
			viewer.focus({ preventScroll: true });
			const { top } = viewer.getBoundingClientRect();
			if (top < 0 || top > window.innerHeight / 2 || matchMedia('(max-width: 899px)').matches)
				viewer.scrollIntoView();
		}
	}

	document.addEventListener('click', (event) => {
		const link = event.target.closest('a[data-view]');

		if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
			return;
		event.preventDefault();
		open(link, { focus: true });
	});

	window.addEventListener('message', async ({ source, data }) => {
		if (!frame || source !== frame.contentWindow || typeof data !== 'object' || data === null)
			return;
		if (data.tell === 'next')
			next?.click();
		const { id } = data, asked = frame;
		try {
			let buffer;
			if (data.ask === 'bytes')
				buffer = await bytes(asked.dataset.file, data.begin, data.end);
			else if (data.ask === 'part' && PART.test(data.name))
				buffer = await (await part(`${viewer.dataset.assets}/pdf/${data.name}`)).arrayBuffer();
			else
				return;
			/* Without an origin there is no name to send it to; the frame can pass it to nobody. */
			asked.contentWindow?.postMessage({ id, buffer }, '*', [buffer]);
		} catch {
			asked.contentWindow?.postMessage({ id, failed: true }, '*');
		}
	});

	if (next)
		onKey('KeyN', () => next.click());

	if (!place.dataset.frame)	/* opened by a link, or nothing to be seen */
		return;
	const first = document.querySelector(`a[data-view][data-frame="${CSS.escape(place.dataset.frame)}"]`);
	if (first)
		open(first);
	else
		frame = framed(place, place.dataset);
}

export function startViewer() {
	for (const viewer of document.querySelectorAll('[data-viewer]'))
		start(viewer);
}
