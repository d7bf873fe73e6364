/* SPDX-License-Identifier: ISC */
/*
 * PDF by PDF.js: one page at a time on a canvas, its text above it for those
 * who listen, mark or search. Of the file only those parts are fetched that
 * the page needs. Scripts and forms of PDFs are not ours: the viewer's part
 * of PDF.js that would run them is not built in.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerSource from 'worker-source';	/* build.js: the text of the worker */

import { ask } from './line.js';

const CHUNK = 128 * 1024;
const SMALL = 512 * 1024;	/* taken whole: one question instead of several */
const PIXELS_MAX = 16_000_000;	/* of a canvas; phones give no more */
const MARGIN = 16;

/* What the worker warns of when something of a page is left out; it draws the rest and says no more. */
const LEFT_OUT = /Unable to decode image|ignoring (errors|XObject|Shading|pattern)|loadFont|translateFont|ensureStateFont|is not available|get(Wasm|Js)Instance|Invalid cMap|Font file is empty|Failed to (compile|parse) font/;
const partly = 'Sebagian isi halaman ini tidak dapat ditampilkan di sini. Unduh dokumennya untuk melihatnya utuh.';
const empty = 'Halaman ini tampak kosong di sini. Bila seharusnya berisi, unduh dokumennya lalu buka di perangkat Anda.';

class Line extends pdfjs.PDFDataRangeTransport {
	constructor(length, read) {
		super(length, null);
		this.read = read;
	}

	requestDataRange(begin, end) {
		this.read(begin, end).then((buffer) => this.onDataRange(begin, new Uint8Array(buffer)),
			(error) => this.onLoss?.(error));
	}
}

/* Fonts and character maps that a PDF may leave to the reader, and decoders of some scans. */
class Parts {
	async fetch({ filename }) {
		return new Uint8Array(await ask('part', { name: filename }));
	}
}

/* A worker of an address would belong to another origin than we, who have none. Its warnings come here
 * beside its answers, instead of in the console. */
function startWorker(onWarning) {
	const address = URL.createObjectURL(new Blob(
		['console.warn = (text) => self.postMessage({ warning: String(text) });\n', workerSource],
		{ type: 'text/javascript' }));
	const worker = new Worker(address);

	worker.addEventListener('message', ({ data }) => {
		if (data?.warning)
			onWarning(data.warning);
	});
	URL.revokeObjectURL(address);
	return pdfjs.PDFWorker.create({ port: worker, verbosity: pdfjs.VerbosityLevel.WARNINGS });
}

/* Whether nothing at all is on it, not even the colour of a paper. */
function isBlank({ width, height }, context) {
	const rows = Math.max(1, Math.floor(250_000 / width));

	for (let top = 0; top < height; top += rows) {
		const { data } = context.getImageData(0, top, width, Math.min(rows, height - top));
		if (new Uint32Array(data.buffer).some((pixel) => pixel !== 0xffffffff && pixel !== 0))
			return false;
	}
	return true;
}

async function load({ bar, length, read, onWarning }) {
	const source = length <= SMALL ? { data: new Uint8Array(await read(0, length)) } :
		{ range: new Line(length, read) };
	const task = pdfjs.getDocument({
		...source,
		worker: startWorker(onWarning),
		rangeChunkSize: CHUNK,
		disableAutoFetch: true,
		disableStream: true,
		enableXfa: false,
		isEvalSupported: false,
		useSystemFonts: false,	/* looked for by address, which we have not */
		BinaryDataFactory: Parts,
		useWorkerFetch: false,
		cMapUrl: 'pdf/',
		standardFontDataUrl: 'pdf/',
		wasmUrl: 'pdf/',
		verbosity: 0,
	});
	const lost = new Promise((_, reject) => {
		if (source.range)
			source.range.onLoss = (error) => {
				bar.fail(error.words);
				reject(error);
			};
		task.onPassword = () => reject(Object.assign(new Error('locked'), { words:
			'PDF ini dikunci dengan kata sandi, jadi isinya tidak dapat ditampilkan. Minta perangkat daerah mengunggah yang tidak dikunci.' }));
	});

	lost.catch(() => {});
	return Promise.race([task.promise, lost]);
}

export async function openPdf(asked) {
	const { bar } = asked;
	const stage = document.getElementById('stage');
	const sheet = document.createElement('div');
	let current = 1;
	const faulty = new Set();	/* pages of which something was left out */
	const onWarning = (text) => { if (LEFT_OUT.test(text)) faulty.add(current); };
	const pdf = await load({ ...asked, onWarning });
	const texts = new Map();	/* page -> its text, for the search */
	let zoom = 1, turned = 0, drawing, layer;

	sheet.className = 'sheet';
	stage.replaceChildren(sheet);

	function fitted(page) {
		const rotation = (page.rotate + turned) % 360;
		const { width } = page.getViewport({ scale: 1, rotation });

		return page.getViewport({ scale: (stage.clientWidth - MARGIN) / width * zoom, rotation });
	}

	/* Drawn beside the page that is seen and put in its place when it is done; the words are what is to
	 * be said of it. */
	async function draw() {
		const number = current;

		drawing?.cancel();
		const page = await pdf.getPage(number);
		if (number !== current)
			return '';
		const viewport = fitted(page);
		const pixels = viewport.width * viewport.height;
		const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(PIXELS_MAX / pixels));
		const canvas = document.createElement('canvas');
		canvas.width = Math.floor(viewport.width * ratio);
		canvas.height = Math.floor(viewport.height * ratio);
		canvas.setAttribute('role', 'presentation');
		const mine = drawing = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE,
			transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0] });

		try {
			await mine.promise;
		} catch (error) {
			if (error instanceof pdfjs.RenderingCancelledException)
				return '';
			throw error;
		}
		const container = document.createElement('div');
		container.className = 'textLayer';
		sheet.style.width = `${Math.floor(viewport.width)}px`;
		sheet.style.height = `${Math.floor(viewport.height)}px`;
		sheet.style.setProperty('--total-scale-factor', String(viewport.scale));
		sheet.style.setProperty('--scale-round-x', '1px');
		sheet.style.setProperty('--scale-round-y', '1px');
		sheet.replaceChildren(canvas, container);
		sheet.dataset.page = String(number);
		layer = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
		await layer.render().catch(() => {});
		/* The next one is likely wanted: what it needs is fetched while this one is read. */
		if (number < pdf.numPages)
			pdf.getPage(number + 1).catch(() => {});
		if (faulty.has(number))
			return partly;
		return isBlank(canvas, canvas.getContext('2d')) ? empty : '';
	}

	async function textOf(number) {
		if (!texts.has(number)) {
			const content = await (await pdf.getPage(number)).getTextContent();
			texts.set(number, content.items.map((item) => item.str ?? '').join(' ').toLowerCase());
		}
		return texts.get(number);
	}

	/* Pieces of a text lie where the PDF puts them: those that touch the words are marked. */
	function mark(text) {
		const pieces = layer.textContentItemsStr.map((piece) => piece.toLowerCase());
		let at = 0;
		const starts = pieces.map((piece) => (at += piece.length + 1) - piece.length - 1);
		const whole = pieces.join(' ');
		let first;

		for (let from = whole.indexOf(text); from >= 0; from = whole.indexOf(text, from + 1))
			starts.forEach((start, i) => {
				if (pieces[i] && start < from + text.length && start + pieces[i].length > from) {
					layer.textDivs[i].classList.add('found');
					first ??= layer.textDivs[i];
				}
			});
		first?.scrollIntoView({ block: 'center' });
	}

	let resizing;
	window.addEventListener('resize', () => {
		clearTimeout(resizing);
		resizing = setTimeout(() => draw().catch(() => {}), 150);
	});
	await bar.serve({
		pages: pdf.numPages,
		page: (number) => { current = number; return draw(); },
		zoom: (factor) => { zoom = factor; return draw(); },
		turn: () => { turned = (turned + 90) % 360; return draw(); },
		async find(text, from) {
			const wanted = text.toLowerCase();
			for (let step = 1; step <= pdf.numPages; step++) {
				const page = (from - 1 + step) % pdf.numPages + 1;
				if ((await textOf(page)).includes(wanted))
					return { page, show: () => mark(wanted) };
			}
			return null;
		},
	});
}
