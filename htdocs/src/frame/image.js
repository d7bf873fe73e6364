/* SPDX-License-Identifier: ISC */
/* A photograph or a scan: as wide as the frame, larger, or turned. */
export async function openImage({ bar, length, read }) {
	const stage = document.getElementById('stage');
	const image = new Image();
	let zoom = 1, turned = 0;

	image.src = URL.createObjectURL(new Blob([await read(0, length)]));
	image.alt = document.title;
	image.className = 'picture';
	await image.decode();
	stage.replaceChildren(image);

	/* Turned on its side, the height is what has to fit. */
	function lay() {
		const { naturalWidth: wide, naturalHeight: high } = image;
		const room = stage.clientWidth - 16, onSide = turned % 2 === 1;
		const scale = Math.min(room / (onSide ? high : wide), 1) * zoom;

		image.style.width = `${wide * scale}px`;
		image.style.height = `${high * scale}px`;
		image.style.margin = onSide ? `${(wide - high) * scale / 2}px ${(high - wide) * scale / 2}px` : '0 auto';
		image.style.transform = `rotate(${turned * 90}deg)`;
	}

	window.addEventListener('resize', lay);
	await bar.serve({
		pages: 1,
		page: async () => lay(),
		zoom: async (factor) => { zoom = factor; lay(); },
		turn: () => { turned = (turned + 1) % 4; lay(); },
	});
}
