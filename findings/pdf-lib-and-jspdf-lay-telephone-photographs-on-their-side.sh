#!/bin/bash
# SPDX-License-Identifier: ISC
#
# pdf-lib, jsPDF: a telephone's photograph lies on its side in the PDF; pdfkit turns it
#
# Version: pdf-lib 1.17.1, jspdf 4.2.1, pdfkit 0.20.2 (npm).
#
# Several photographs of one paper become a PDF in many a page of the web, by one of these three.  A telephone
# stores a picture as its sensor saw it and says by Exif (Orientation, 6) how it stands.  PDF hands the JPEG to
# the reader as it is (DCTDecode), whose readers do not look at Exif: turning is up to who writes the page
# (ISO 32000-1, 8.3.4).  One would expect of libraries that take "a JPEG" that it stands in the PDF as it
# stands everywhere else, or that they tell how it is turned.  pdfkit does both.  pdf-lib and jsPDF place it as
# the sensor saw it, give its width and height so, and say nothing: it was upright on the screen before.
#
# The way round: draw the picture on a canvas first (createImageBitmap turns it) and embed what comes out, or
# write the matrix by the Orientation; this project does the one in the browser and the other at the server.
#
# Seen, of a picture that stands 64 wide and 32 high:
#	pdf-lib  says 32 x 64, is 32 wide and 64 high on the page
#	jspdf    says 32 x 64, is 32 wide and 64 high on the page
#	pdfkit   says orientation 6, is 64 wide and 32 high on the page
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund pdf-lib@1.17.1 jspdf@4.2.1 pdfkit@0.20.2 >/dev/null

# Red, green and blue in three corners of white, stored on its side.
base64 -d >phone.jpg <<'END'
/9j/4AAQSkZJRgABAQAAAQABAAD/4QA2RXhpZgAATU0AKgAAAAgAAgEPAAIAAAAHAAAAJgESAAMAAAABAAYAAAAAAABDb250b2gA
AP/bAEMAAwICAwICAwMDAwQDAwQFCAUFBAQFCgcHBggMCgwMCwoLCw0OEhANDhEOCwsQFhARExQVFRUMDxcYFhQYEhQVFP/bAEMB
AwQEBQQFCQUFCRQNCw0UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFP/AABEIAEAAIAMB
IgACEQEDEQH/xAAfAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgv/xAC1EAACAQMDAgQDBQUEBAAAAX0BAgMABBEFEiExQQYT
UWEHInEUMoGRoQgjQrHBFVLR8CQzYnKCCQoWFxgZGiUmJygpKjQ1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5
eoOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4eLj5OXm5+jp6vHy8/T19vf4+fr/
xAAfAQADAQEBAQEBAQEBAAAAAAAAAQIDBAUGBwgJCgv/xAC1EQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgU
QpGhscEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeI
iYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhED
EQA/APnKiiivw8/m8/eCiiiv3A/pAKKKKACiiigAooooAKKKKAPwhooor8MP9UzwKiiiv9xj/HQ//9k=
END
cat >make.js <<'END'
const { createWriteStream, readFileSync, writeFileSync } = require('node:fs');
const { once } = require('node:events');
const { inflateSync } = require('node:zlib');
const { PDFDocument } = require('pdf-lib');
const { jsPDF } = require('jspdf');
const PDFKit = require('pdfkit');

/* How large the unit square of the picture is on the page: by the matrices of its content (8.3.4). */
function placed(bytes) {
	let all = bytes.toString('latin1');

	for (const { index, 0: head } of all.matchAll(/stream\r?\n/g))
		try {
			all += `\n${inflateSync(bytes.subarray(index + head.length)).toString('latin1')}\n`;
		} catch { /* not a packed one */ }
	let m = [1, 0, 0, 1];
	for (const [, ...n] of /((?:[^\n]* cm\s+|q\s+|\/\w+ gs\s+)+)\/\S+ Do/.exec(all)[1]
		.matchAll(/(\S+) (\S+) (\S+) (\S+) \S+ \S+ cm/g)) {
		const [a, b, c, d] = n.map(Number);
		m = [a * m[0] + b * m[2], a * m[1] + b * m[3], c * m[0] + d * m[2], c * m[1] + d * m[3]];
	}
	return `${Math.round(Math.abs(m[0]) + Math.abs(m[2]))} wide ${Math.round(Math.abs(m[1]) + Math.abs(m[3]))} high`;
}

(async () => {
	const jpeg = new Uint8Array(readFileSync('phone.jpg'));

	const lib = await PDFDocument.create();
	const image = await lib.embedJpg(jpeg);
	lib.addPage([200, 200]).drawImage(image, { x: 0, y: 0, width: image.width, height: image.height });
	console.log('pdf-lib', image.width, image.height, placed(Buffer.from(await lib.save())));

	const js = new jsPDF({ unit: 'pt', format: [200, 200] });
	const { width, height } = js.getImageProperties(jpeg);
	js.addImage(jpeg, 'JPEG', 0, 0, width, height);
	console.log('jspdf', width, height, placed(Buffer.from(js.output('arraybuffer'))));

	const kit = new PDFKit({ size: [200, 200], margin: 0 });
	const out = createWriteStream('kit.pdf');
	const opened = kit.openImage(Buffer.from(jpeg));
	kit.pipe(out);
	kit.image(opened, 0, 0);
	kit.end();
	await once(out, 'close');
	console.log('pdfkit', opened.orientation, placed(readFileSync('kit.pdf')));
})();
END
seen=$(node make.js)
echo "$seen"
[ "$seen" = "pdf-lib 32 64 32 wide 64 high
jspdf 32 64 32 wide 64 high
pdfkit 6 64 wide 32 high" ] || { echo "this has changed"; exit 1; }
