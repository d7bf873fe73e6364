// SPDX-License-Identifier: ISC
//
// The benchmark: see README.md beside this file, and `run`, which prepares what this needs.
//
// Every line of lines.mjs is asked of this build and of another in turns, several rounds, so that whatever
// else the machine does meets both alike. A price is CPU time of the program, MariaDB and nginx, which,
// unlike the time on the clock, hardly depends on that; a figure is the median of the rounds, a ratio the
// median of each round's ratio. Nothing here fails for being slow.

import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../web/harness.mjs';
import { startBuild, stopParts } from './builds.mjs';
import { family, median, memory } from './cost.mjs';
import { lines, nationLines } from './lines.mjs';
import { ask } from './load.mjs';
import { startFloor, startPhp } from './rivals.mjs';
import { printStatements } from './statements.mjs';

const { values: options } = parseArgs({ options: {
	build: { type: 'string' },
	base: { type: 'string', default: process.env.BENCH_BASE },
	rounds: { type: 'string', default: '5' },
	seconds: { type: 'string', default: '2' },
	workers: { type: 'string', default: '4' },
	only: { type: 'string' },
	nation: { type: 'boolean', default: false },
	statements: { type: 'boolean', default: false },
} });
const rounds = Number(options.rounds), seconds = Number(options.seconds), workers = Number(options.workers);
const wanted = options.only?.split(',');

/* ---- measuring ---------------------------------------------------------------------------------- */

/* Everybody who is asked for one line: { who: { build, prepared, groups } }. */
async function contenders(line, builds) {
	const found = {};
	for (const [who, build] of Object.entries(builds).filter(([name]) => name === 'here' || !line.fresh))
		found[who] = { build, prepared: await line.of(build), groups: build.groups };
	if (line.beside)
		found.beside = { build: builds.here, prepared: await line.beside(builds.here), groups: builds.here.groups };
	if (line.floor || line.rivals) {
		const floor = await startFloor(builds.here, line.name, found.here.prepared, workers);
		found.floor = { build: builds.here, prepared: floor.prepared,
			groups: { ...builds.here.groups, program: [floor.pid] } };
	}
	if (line.rivals) {
		const php = await startPhp(builds.here, found.here.prepared, workers);
		php.differing.slice(0, 5).forEach((words) => console.log(`# PHP's page is not ours: ${words}; see php/template.php`));
		found.php = { build: builds.here, prepared: php.prepared, groups: { ...builds.here.groups, program: [php.pid] } };
	}
	return found;
}

async function measure(line, { build, prepared, groups }, time) {
	await prepared.before?.();
	const result = await line.way(prepared, { origin: build.nginx.origin, groups, seconds: time,
		run: build.stack.run, build: build.build, config: build.stack.config });
	result.sum = Object.values(result.micros).reduce((sum, micros) => sum + micros, 0);
	return result;
}

async function bytesOf({ build, prepared }) {
	if (!prepared.steps)
		return {};
	const packed = await ask(build.nginx.origin, prepared.steps[0]);
	const plain = await fetch(build.nginx.origin + prepared.steps[0].path, { headers: { cookie: prepared.steps[0].cookie, 'accept-encoding': 'identity' } });
	return { packed: packed.bytes, plain: (await plain.arrayBuffer()).byteLength };
}

/* ---- printing ----------------------------------------------------------------------------------- */

const WHO = { there: 'before', here: 'now', floor: 'bare libfcgi', php: 'PHP-FPM' };
const micros = (number) => Math.round(number).toLocaleString('en');

/* One line as a row for each that was asked, and the verdicts beneath. */
function print(line, found, results, bytes) {
	const of = (who, get) => median(results.map((round) => get(round[who])));
	const ratio = (one, other, get) => median(results.map((round) => get(round[one]) / get(round[other])));
	const sum = (result) => result.sum, rate = (result) => result.rate;
	const row = (who, title, verdict = '') => console.log(`| ${title} | ${['program', 'MariaDB', 'nginx']
		.map((group) => micros(of(who, (result) => result.micros[group] ?? 0))).join(' | ')} | ${micros(of(who, sum))} | ` +
		`${micros(of(who, rate))} | ${bytes[who]?.plain ? `${micros(bytes[who].plain)} (${micros(bytes[who].packed)})` : ''} | ${verdict} |`);
	const verdicts = [];
	if (found.there)
		verdicts.push(`**${ratio('here', 'there', sum).toFixed(2)}**${line.aim ? ` (${line.aim})` : ''}`);
	if (found.beside)
		verdicts.push(`**${ratio('here', 'beside', sum).toFixed(2)}** of the line above (${line.most_of ?? 1})`);
	if (line.most)
		verdicts.push(`${bytes.here.plain <= line.most ? 'no more' : 'more'} than ${micros(line.most)} bytes`);
	if (found.there)
		row('there', `${line.title}, before`);
	if (found.beside)
		row('beside', line.than);
	row('here', found.there ? `${line.title}, now` : line.title, verdicts.join('; '));
	if (found.floor)
		row('floor', 'as much by bare libfcgi', `now has **${ratio('here', 'floor', rate).toFixed(2)}** of its requests/s` +
			`${line.floor ? ` (${line.floor})` : ''}, **${ratio('here', 'floor', sum).toFixed(1)}** times its CPU${line.rivals ? ' (5)' : ''}`);
	if (found.php)
		row('php', 'the same page in PHP-FPM', `now has **${ratio('here', 'php', rate).toFixed(2)}** times its requests/s (4), ` +
			`**${ratio('here', 'php', sum).toFixed(2)}** of its CPU`);
}

/* ---- the run ------------------------------------------------------------------------------------ */

async function main(builds) {
	console.log(`CPU time for each answer in µs, medians of ${rounds} rounds of ${seconds} s; 16 connections, ${workers} ` +
		'processes of each program; what may be packed is; ratios with the aim in brackets\n');
	console.log('| | program | MariaDB | nginx | sum | requests/s | bytes (packed) | ratio (aim) |');
	console.log('|---|---|---|---|---|---|---|---|');
	for (const line of (options.nation ? nationLines : lines).filter(({ name }) => !wanted || wanted.includes(name))) {
		const found = await contenders(line, builds);
		const results = [], bytes = {};
		for (const who in found) {
			await measure(line, found[who], 1);
			bytes[who] = await bytesOf(found[who]);
		}
		for (let round = 1; round <= rounds; round++) {
			const result = {};
			for (const who in found) {
				result[who] = await measure(line, found[who], seconds);
				if (result[who].errors)
					console.log(`# ${line.name}, ${WHO[who]}: ${result[who].errors} answers of round ${round} were errors`);
			}
			results.push(result);
		}
		print(line, found, results, bytes);
		if (options.statements)
			await printStatements(builds.here, () => measure(line, found.here, 1));
	}
	console.log('');
	for (const [who, { stack, programs }] of Object.entries(builds)) {
		const pids = programs.flatMap((program) => family(stack.pid(program)));
		console.log(`All programs ${WHO[who]}, ${pids.length} processes: ` +
			`${(pids.reduce((sum, pid) => sum + memory(pid).pss, 0) / 1024).toFixed(1)} MB PSS`);
	}
}

const builds = {};
try {
	const files = options.nation ? ['nation.sql'] : ['world.sql', 'size.sql'];
	if (options.base)
		builds.there = await startBuild({ name: 'there', root: path.resolve(options.base), workers, files });
	builds.here = await startBuild({ name: 'here', root: ROOT, build: options.build, workers, files });
	await main(builds);
} finally {
	await stopParts();
	for (const build of Object.values(builds))
		await build.stack.stop();
}
