// SPDX-License-Identifier: ISC
//
// What all programs hold: see README.md beside this file, and `run memory`. Fresh, after a walk of fixed
// length through the pages of lines.mjs, and after a rest. PSS counts a page that others have too by its
// part, so it is less where other processes of the machine have the same libraries: "alone" counts each
// page of memory once, and so is what goes when the programs end (for root only, who may know the pages).

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pause, ROOT } from '../web/harness.mjs';
import { startBuild, stopParts } from './builds.mjs';
import { family, memory } from './cost.mjs';
import { lines } from './lines.mjs';

const { values: options } = parseArgs({ options: {
	build: { type: 'string' },
	workers: { type: 'string', default: '2' },
	rest: { type: 'string', default: '75' },
} });
const PAGE = 4096, AT_ONCE = 4, LEAST = 160;
const PRESENT = 1n << 63n, FRAME = (1n << 55n) - 1n;

/* The pages of memory that a process has; none where it may not know them. */
function frames(pid) {
	const map = openSync(`/proc/${pid}/pagemap`, 'r'), found = [];
	for (const [, from, to] of readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) .*$/gm)) {
		const first = parseInt(from, 16) / PAGE, entries = Buffer.alloc((parseInt(to, 16) / PAGE - first) * 8);
		if (first >= 2 ** 39)
			continue;	/* the kernel's own */
		const got = readSync(map, entries, 0, entries.length, first * 8);
		for (let at = 0; at < got; at += 8)
			if (entries.readBigUInt64LE(at) & PRESENT)
				found.push(entries.readBigUInt64LE(at) & FRAME);
	}
	closeSync(map);
	return found;
}

const mib = (kib) => (kib / 1024).toFixed(1);

function report(build, when) {
	const pids = build.programs.flatMap((program) => family(build.stack.pid(program)));
	const held = pids.map(memory), sum = (what) => held.reduce((all, one) => all + one[what], 0);
	const alone = new Set(pids.flatMap(frames)).size * PAGE / 1024;
	console.log(`| ${when} | ${pids.length} | ${mib(sum('pss'))} | ${mib(sum('private'))} | ${alone > PAGE / 1024 ? mib(alone) : ''} |`);
}

/* Every step of a line, often enough for all workers, four at once; who saves, signs or writes does so for a second. */
async function walk(build, line) {
	const prepared = await line.of(build), { origin } = build.nginx;
	await prepared.before?.();
	if (!prepared.once && !prepared.steps)
		return line.way(prepared, { origin, groups: build.groups, seconds: 1, run: build.stack.run });
	const steps = prepared.once?.() ?? Array.from({ length: Math.max(LEAST, prepared.steps.length * 4) },
		(_, n) => prepared.steps[n % prepared.steps.length]);
	return Promise.all(Array.from({ length: AT_ONCE }, async () => {
		for (let step; (step = steps.pop());) {
			const answer = await fetch(origin + step.path, { headers: { cookie: step.cookie, 'accept-encoding': 'gzip' } });
			await answer.arrayBuffer();
			if (answer.status !== 200)
				console.log(`# ${line.name}: ${step.path}: ${answer.status}`);
		}
	}));
}

const build = await startBuild({ name: 'here', root: ROOT, build: options.build, workers: Number(options.workers),
	files: ['world.sql', 'size.sql'] });
try {
	console.log('| MB | processes | PSS | private | alone |\n|---|---|---|---|---|');
	report(build, 'fresh');
	for (const line of lines.filter(({ name }) => !name.startsWith('cold')))
		await walk(build, line);
	await pause(500);
	report(build, 'after use');
	await pause(Number(options.rest) * 1000);
	report(build, 'after a rest');
} finally {
	await stopParts();
	await build.stack.stop();
}
