// SPDX-License-Identifier: ISC
//
// Photographs as a telephone makes them, for pages that take some.

/** As large as a telephone's, and each another one. */
export async function photographs(chromium, stack, count) {
	const { page } = await chromium.window({ base: stack.base });
	const made = await page.evaluate(async (wanted) => {
		const all = [];
		for (let number = 0; number < wanted; number++) {
			const canvas = new OffscreenCanvas(3600, 2700), context = canvas.getContext('2d');
			for (let at = 0; at < 60000; at++) {
				context.fillStyle = `hsl(${at * 7 + number} 70% ${at % 100}%)`;
				context.fillRect(at * 61 % 3600, at * 97 % 2700, 40, 20);
			}
			const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.98 })).arrayBuffer());
			all.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
		}
		return all;
	}, count);
	await page.context().close();
	return made.map((text, at) => ({ name: `IMG_2026112${at}_101500.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(text, 'base64') }));
}
