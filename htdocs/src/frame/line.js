/* SPDX-License-Identifier: ISC */
/* The only line out of the frame: questions to the page that holds it. */
const waiting = new Map();
let last = 0;

/* Nobody but the page around us can be spoken to; what it may give is its own decision. */
export function ask(what, details) {
	const id = ++last;

	return new Promise((resolve, reject) => {
		waiting.set(id, { resolve, reject });
		window.parent.postMessage({ ask: what, id, ...details }, '*');
	});
}

export function tell(what) {
	window.parent.postMessage({ tell: what }, '*');
}

export function hear() {
	window.addEventListener('message', ({ source, data }) => {
		const one = source === window.parent ? waiting.get(data?.id) : undefined;

		if (!one)
			return;
		waiting.delete(data.id);
		if (data.buffer instanceof ArrayBuffer)
			one.resolve(data.buffer);
		else
			one.reject(Object.assign(new Error('not given'), { words:
				'Berkas tidak dapat diambil. Periksa sambungan internet, lalu muat ulang halaman ini.' }));
	});
}
