/* SPDX-License-Identifier: ISC */
/*
 * Runs in a frame without an origin (sandbox="allow-scripts"), whose policy
 * gives it no line out: it draws what people uploaded, and reaches nothing.
 * The page around it (viewer.js) hands in the bytes that are asked for.
 *
 *	to the page	{ ask: 'bytes', id, begin, end } { ask: 'part', id, name }
 *			{ tell: 'next' }	the key for the next document
 *	from the page	{ id, buffer } or { id, failed: true }
 */
import { ask, hear } from './line.js';
import { openImage } from './image.js';
import { openPdf } from './pdf.js';
import { toolbar } from './toolbar.js';

const { kind, bytes } = document.body.dataset;
const openers = { pdf: openPdf, image: openImage };

async function start() {
	const bar = toolbar();

	hear();
	try {
		await openers[kind]({ bar, length: Number(bytes), read: (begin, end) => ask('bytes', { begin, end }) });
	} catch (error) {
		bar.fail(error?.words ?? 'Berkas ini tidak dapat ditampilkan di sini. Unduh, lalu buka dengan program di perangkat Anda.');
	}
}

start();
