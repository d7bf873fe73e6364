/* SPDX-License-Identifier: ISC */
/*
 * A form without account: the browser works for its token (cgi-bin/lib/guest/token.h), so that
 * nobody has to answer the sum.  And number and secret of a ticket, which a QR code carries
 * behind "#", go into the form that asks for them.  Without this script both are typed.
 */
const STEPS = 2000;	/* hashes before the page may breathe */
const ROUND = new Uint32Array(64);
const START = new Uint32Array(8);

/* Constants of SHA-256 are the first bits of roots of primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function constants() {
	const part = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);

	for (let number = 2, found = 0; found < 64; number++) {
		let prime = true;
		for (let by = 2; by * by <= number && prime; by++)
			prime = number % by !== 0;
		if (!prime)
			continue;
		if (found < 8)
			START[found] = part(Math.sqrt(number));
		ROUND[found++] = part(Math.cbrt(number));
	}
}

const turn = (word, by) => word >>> by | word << 32 - by;

/* The first word of the digest of a text of ASCII. */
const schedule = new Uint32Array(64);
function firstWord(bytes, length) {
	const blocks = (length + 9 + 63) >> 6;
	const state = Uint32Array.from(START);

	bytes.fill(0, length, blocks * 64);
	bytes[length] = 0x80;
	new DataView(bytes.buffer).setUint32(blocks * 64 - 4, length * 8);
	for (let block = 0; block < blocks; block++) {
		for (let at = 0; at < 16; at++) {
			const from = block * 64 + at * 4;
			schedule[at] = bytes[from] << 24 | bytes[from + 1] << 16 | bytes[from + 2] << 8 | bytes[from + 3];
		}
		for (let at = 16; at < 64; at++) {
			const x = schedule[at - 15], y = schedule[at - 2];
			schedule[at] = schedule[at - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + schedule[at - 7] +
				(turn(y, 17) ^ turn(y, 19) ^ y >>> 10);
		}
		let [a, b, c, d, e, f, g, h] = state;
		for (let at = 0; at < 64; at++) {
			const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + ROUND[at] + schedule[at] | 0;
			const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
			h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
		}
		[a, b, c, d, e, f, g, h].forEach((word, at) => { state[at] += word; });
	}
	return state[0];
}

function work(token, bits, done) {
	const bytes = new Uint8Array(256);
	const start = token.length + 1;
	let count = 0;

	for (let at = 0; at < token.length; at++)
		bytes[at] = token.charCodeAt(at);
	bytes[token.length] = 58;
	function some() {
		for (let step = 0; step < STEPS; step++, count++) {
			const text = String(count);
			for (let at = 0; at < text.length; at++)
				bytes[start + at] = text.charCodeAt(at);
			if (firstWord(bytes, start + text.length) >>> 32 - bits === 0)
				return done(text);
		}
		setTimeout(some, 0);
	}
	some();
}

const token = document.querySelector('[data-guest-token]');
const place = document.querySelector('[data-guest-work]');
const question = document.querySelector('[data-guest-question]');

if (token && place && question) {
	/* Whoever presses before it is done waits for it, and is not asked the sum after all. */
	let pressed = null;

	token.form.addEventListener('submit', (event) => {
		if (place.value || question.querySelector('input').value)
			return;
		event.preventDefault();
		pressed = event.submitter;
	});
	constants();
	work(token.value, Number(place.dataset.guestWork), (found) => {
		place.value = found;
		question.hidden = true;
		if (pressed)
			token.form.requestSubmit(pressed);
	});
}

const [number, secret] = decodeURIComponent(location.hash.slice(1)).split('.');
const fields = ['number', 'secret'].map((name) => document.querySelector(`[data-ticket] input[name=${name}]`));

if (number && secret && fields[0] && fields[1]) {
	fields[0].value = number;
	fields[1].value = secret;
	/* Neither stays in the history of the browser. */
	history.replaceState(null, '', location.pathname);
}
