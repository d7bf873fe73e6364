/* SPDX-License-Identifier: ISC */
/*
 * A signature is drawn with a finger: strokes as whole numbers in a box of 300 by 100, in
 * the form that cgi-bin/lib/rules/drawn_line.h reads.  Without this script the name is typed.
 */
const WIDE = 300, HIGH = 100, LONGEST = 3000, APART = 3;

const place = document.querySelector('[data-sign]');
const canvas = place?.querySelector('canvas');
const field = place?.parentElement.querySelector('input[name=drawn]');

if (canvas?.getContext && field) {
	const pen = canvas.getContext('2d');
	const scale = canvas.width / WIDE;
	let line = field.value, last = null;

	pen.lineWidth = 2.5 * scale;
	pen.lineCap = pen.lineJoin = 'round';
	pen.strokeStyle = '#111';

	const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
	const point = (event) => {
		const box = canvas.getBoundingClientRect();
		return [within((event.clientX - box.left) / box.width * WIDE, WIDE), within((event.clientY - box.top) / box.height * HIGH, HIGH)];
	};
	function draw([fromX, fromY], [toX, toY]) {
		pen.beginPath();
		pen.moveTo(fromX * scale, fromY * scale);
		pen.lineTo(toX * scale, toY * scale);
		pen.stroke();
	}
	function add(letter, next) {
		const more = `${letter}${next[0]} ${next[1]}`;

		if (line.length + more.length > LONGEST)
			return;
		line += more;
		field.value = line;
		last = next;
	}

	/* What was drawn before the page came back with something to mend. */
	for (const [, letter, x, y] of line.matchAll(/([ML])(\d+) (\d+)/g)) {
		if (letter === 'L' && last)
			draw(last, [+x, +y]);
		last = [+x, +y];
	}
	last = null;

	canvas.addEventListener('pointerdown', (event) => {
		canvas.setPointerCapture(event.pointerId);
		add('M', point(event));
		event.preventDefault();
	});
	canvas.addEventListener('pointermove', (event) => {
		const next = point(event);

		if (!last || Math.abs(next[0] - last[0]) + Math.abs(next[1] - last[1]) < APART)
			return;
		draw(last, next);
		add('L', next);
	});
	for (const end of ['pointerup', 'pointercancel'])
		canvas.addEventListener(end, () => {
			last = null;
		});
	place.querySelector('[data-sign-clear]').addEventListener('click', () => {
		pen.clearRect(0, 0, canvas.width, canvas.height);
		field.value = line = '';
		last = null;
	});
	document.querySelector('label[for=typed]').textContent = 'Atau ketik nama sebagai tanda tangan';
	place.hidden = false;
}
