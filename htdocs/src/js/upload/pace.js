/* SPDX-License-Identifier: ISC */
/* How quickly bytes leave, over the last seconds: for telling how long it takes still. */
const WINDOW = 20;			/* seconds looked back on */
const ENOUGH = 3;			/* seconds before anything is told */

export function
createPace()
{
	let marks = [];			/* [seconds, bytes so far] */
	let total = 0;

	const now = () => performance.now() / 1000;

	return {
		add(bytes) {
			const at = now();

			total += bytes;
			marks = marks.filter(([time]) => at - time < WINDOW);
			if (marks.length === 0 || at - marks.at(-1)[0] > 0.5)
				marks.push([at, total]);
		},
		/* Seconds for so many bytes; null while nobody can know. */
		secondsFor(bytes) {
			const [time, then] = marks[0] ?? [0, 0];
			const passed = now() - time;

			return marks.length < 2 || passed < ENOUGH || total === then ? null : bytes * passed / (total - then);
		},
		rest() {
			marks = [];
		},
	};
}
