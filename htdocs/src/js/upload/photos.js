/* SPDX-License-Identifier: ISC */
/*
 * Photographs before they travel: a telephone's are larger than anybody needs
 * who reads what is on them, and several of one paper are one document.  What
 * the browser cannot open goes as it is; the server knows more kinds.
 */
const SIDE = 2600;		/* points of the longer side: A4 at 220 dpi */
export const LARGE = 1_500_000;	/* bytes that are worth the work */
const QUALITY = 0.86;
const A4 = [595.28, 841.89];

export const isPhoto = ({ name, type }) => /^image\/(jpeg|png|webp|avif|hei[cf])$/.test(type) ||
    /\.(jpe?g|png|webp|avif|hei[cf])$/i.test(name);

/* Upright, on white, at most so large; null where this browser cannot open it. */
async function
draw(file)
{
	const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);

	if (!bitmap)
		return null;
	const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(bitmap.width * scale));
	canvas.height = Math.max(1, Math.round(bitmap.height * scale));
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	bitmap.close();
	const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
	return blob && { blob, width: canvas.width, height: canvas.height };
}

const renamed = (file, parts, end, type) => new File(parts, file.name.replace(/(\.[^.]{1,5})?$/, end),
    { type, lastModified: file.lastModified });

/* The same photograph with fewer bytes, or itself. */
export async function
smaller(file)
{
	if (file.size < LARGE || !isPhoto(file))
		return file;
	const drawn = await draw(file);
	return drawn && drawn.blob.size < file.size * 0.8 ? renamed(file, [drawn.blob], '.jpg', 'image/jpeg') : file;
}

/*
 * One PDF of as many A4 pages as there are photographs (ISO 32000-1, 7.5 and 8.9),
 * each as large as the page has room for; null where one of them cannot be opened.
 */
export async function
joined(files)
{
	const parts = [], places = [];
	let written = 0;
	const put = (part) => {
		parts.push(part);
		written += part.size ?? part.length;
	};
	const object = (number, ...pieces) => {
		places[number] = written;
		put(`${number} 0 obj\n`);
		pieces.forEach(put);
		put('\nendobj\n');
	};

	put('%PDF-1.4\n');
	for (const [at, file] of files.entries()) {
		const drawn = await draw(file);
		if (!drawn)
			return null;
		const { blob, width, height } = drawn;
		const [wide, high] = width > height ? [A4[1], A4[0]] : A4;
		const scale = Math.min(wide / width, high / height);
		const [w, h] = [width * scale, height * scale];
		const content = `q ${w.toFixed(2)} 0 0 ${h.toFixed(2)} ${((wide - w) / 2).toFixed(2)} ${((high - h) / 2).toFixed(2)} cm /P Do Q`;
		const first = 3 + at * 3;
		object(first, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents ${first + 1} 0 R ` +
		    `/Resources << /XObject << /P ${first + 2} 0 R >> >> >>`);
		object(first + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
		object(first + 2, `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ` +
		    `/ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${blob.size} >>\nstream\n`, blob, '\nendstream');
	}
	object(1, '<< /Type /Catalog /Pages 2 0 R >>');
	object(2, `<< /Type /Pages /Count ${files.length} /Kids [${files.map((_, at) => `${3 + at * 3} 0 R`).join(' ')}] >>`);
	const start = written;
	put(`xref\n0 ${places.length}\n0000000000 65535 f \n`);
	for (const place of places.slice(1))
		put(`${String(place).padStart(10, '0')} 00000 n \n`);
	put(`trailer\n<< /Size ${places.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
	return renamed(files[0], parts, '.pdf', 'application/pdf');
}
