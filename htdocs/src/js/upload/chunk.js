/* SPDX-License-Identifier: ISC */
/*
 * How much goes up in one request.  Some hosts refuse bodies over 128 KiB, and
 * on a thin line a large piece that breaks is a large loss; elsewhere small
 * pieces only cost time.  So: begin below 128 KiB; when the line is quick and
 * enough is left, ask by a throw-away body whether a larger one comes through;
 * and never send more at once than goes up in a few seconds.
 */
const KIB = 1024;
const SMALLEST = 32 * KIB;
const STEPS = [120 * KIB, 960 * KIB, 7680 * KIB];	/* [0] needs no asking */
const PIECE = 8;			/* seconds that a piece should take at most */
const PROBE = 4;			/* seconds that an asking may cost */
const WORTH = 3;			/* pieces of that size still to send, else not asked */
const KEY = 'matang:chunk';

const remembered = () => {
	try {
		return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
	} catch {
		return {};
	}
};

export function
createChunks(limitAddress, session)
{
	/* step: the largest that came through; end: nothing above it does. */
	let { step = 0, end = false } = remembered();
	let pace = 0;			/* bytes a second, of whole pieces */
	let size = Math.min(STEPS[step], STEPS[0]);
	let probing = false;

	const remember = () => {
		try {
			sessionStorage.setItem(KEY, JSON.stringify({ step, end }));
		} catch {
			/* Asked again on the next page. */
		}
	};

	async function
	probe()
	{
		probing = true;
		try {
			const answer = await fetch(limitAddress, {
				method: 'POST',
				headers: { 'X-CSRF-Token': session.token(), 'Content-Type': 'application/octet-stream' },
				body: new Blob([new Uint8Array(STEPS[step + 1])]),
			});
			if (answer.ok)
				step++;
			else if (![401, 403, 408, 429, 502, 503, 504].includes(answer.status))
				end = true;
			remember();
		} catch {
			/* Cut off in the middle: a refusal of some hosts looks like that, and so does a bad line. */
			end = true;
		}
		probing = false;
	}

	/* A piece of so many bytes came through in so many seconds; that much is left. */
	function
	came(bytes, seconds, left)
	{
		const next = STEPS[step + 1];

		if (bytes < SMALLEST)
			return;
		pace = bytes / Math.max(seconds, 0.001);
		size = Math.max(SMALLEST, Math.min(STEPS[step], pace * PIECE, size * 4));
		if (!probing && !end && next && pace * PROBE > next && left > next * WORTH)
			probe();
	}

	/* It did not.  `refused`: by the host, and not by the line. */
	function
	broke(refused)
	{
		if (refused && size >= STEPS[step] && step > 0) {
			step--;
			end = true;
			remember();
		}
		size = Math.max(SMALLEST, Math.min(size / 2, STEPS[step]));
	}

	return { came, broke, size: () => Math.floor(size) };
}
