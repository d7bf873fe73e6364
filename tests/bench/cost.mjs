// SPDX-License-Identifier: ISC
//
// What groups of processes have used and what they hold: the one place that the benchmark asks.

import { readFileSync, readdirSync } from 'node:fs';

const read = (file) => {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (['ENOENT', 'ESRCH'].includes(error.code))
			return '';	/* it has just ended */
		throw error;
	}
};

/** The processes that stem from this one, and itself. */
export function family(pid) {
	const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
	return [pid, ...children.flatMap(family)];
}

/* Microseconds on a processor, of all threads that live. Unlike /proc/PID/stat it does not count in ticks. */
function cpuOf(pid) {
	let tasks = [];
	try {
		tasks = readdirSync(`/proc/${pid}/task`);
	} catch { /* it has just ended */ }
	return tasks.reduce((sum, task) => sum + Number(read(`/proc/${pid}/task/${task}/schedstat`).split(' ')[0] || 0), 0) / 1000;
}

/** A reading of groups { name: [pid, …] }: { name: µs of all its families }. */
export function cpu(groups) {
	return Object.fromEntries(Object.entries(groups).map(([name, roots]) =>
		[name, roots.flatMap(family).reduce((sum, pid) => sum + cpuOf(pid), 0)]));
}

/** { private, pss } in kB of one process. */
export function memory(pid) {
	const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
	const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)[1]);
	return { private: of('Private_Clean') + of('Private_Dirty'), pss: of('Pss') };
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
