// SPDX-License-Identifier: ISC
//
// The ways to ask: each takes what a line has prepared and gives { requests, micros: { group: µs of CPU for
// each answer }, rate, p50, errors }.

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { cpu } from './cost.mjs';
import { HERE } from './builds.mjs';

const run = promisify(execFile);
const CONNECTIONS = 16;		/* as many people save in world.sql */

/* Runs `act`, which tells how many answers came, and shares out what the groups used for them. */
async function costing(groups, act) {
	const before = cpu(groups), began = performance.now();
	const result = await act();
	const seconds = result.seconds ?? (performance.now() - began) / 1000, after = cpu(groups);
	const micros = Object.fromEntries(Object.keys(groups)
		.map((name) => [name, (after[name] - before[name] + (result.extra?.[name] ?? 0)) / result.requests]));
	return { ...result, micros, rate: result.requests / seconds };
}

/**
 * Sixteen connections at once for so many seconds. `steps`: [{ path, cookie }], asked for in turns, or
 * `people`: [{ path, cookie, token, versions }] who save (save.lua), `lists`, addresses that people sign (attend.lua), or
 * `forms`, an address, a network and a body a line, each sent once (post.lua).
 */
export async function throng({ steps, people, lists, forms }, { origin, groups, run: folder, seconds }) {
	const list = path.join(folder, 'bench-list');
	const current = people && (typeof people === 'function' ? people() : people);
	const script = forms ? 'post.lua' : lists ? 'attend.lua' : people ? 'save.lua' : 'walk.lua';
	writeFileSync(list, forms ? forms().join('\n') : lists ? lists().join('\n') : current ? current.map((one) => `${one.path} ${one.cookie} ${one.token} ${one.versions.join(',')}\n`).join('') :
		steps.map((one) => `${one.path} ${one.cookie}\n`).join(''));
	return costing(groups, async () => {
		const { stdout } = await run('wrk', ['-c', CONNECTIONS, '-t', people || lists || forms ? CONNECTIONS : 1, '-d', `${seconds}s`,
			'--timeout', '20s', '-s', path.join(HERE, script), origin, '--', list].map(String),
		{ maxBuffer: 1 << 24 });
		return JSON.parse(stdout.trim().split('\n').at(-1));
	});
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** One answer, whole: { status, headers, bytes as sent, body }. */
export function ask(origin, { path: address, cookie }) {
	return new Promise((resolve, reject) => {
		http.get(origin + address, { agent, headers: { 'accept-encoding': 'gzip', ...cookie ? { cookie } : {} } }, (answer) => {
			const chunks = [];
			answer.on('data', (chunk) => chunks.push(chunk));
			answer.on('end', () => {
				const body = Buffer.concat(chunks);
				resolve({ status: answer.statusCode, headers: answer.headers, bytes: body.length, body });
			});
			answer.on('error', reject);
		}).on('error', reject);
	});
}

/** One after the other, so many seconds, or, of `once`, each a single time: what is too heavy for a throng. */
export async function queue({ steps, once }, { origin, groups, seconds }) {
	const turn = once ? once() : steps;
	const times = [];
	let errors = 0;
	return costing(groups, async () => {
		const until = performance.now() + seconds * 1000;
		for (let n = 0; once ? n < turn.length : performance.now() < until || n < 3; n++) {
			const began = performance.now();
			const answer = await ask(origin, turn[n % turn.length]);
			times.push(performance.now() - began);
			errors += answer.status !== 200;
		}
		return { requests: times.length, p50: times.sort((a, b) => a - b)[times.length >> 1], errors };
	});
}

const COLD_TIMES = 40;

/* The program as plain CGI, so many times: what it said, or the shell's word on the time of its children. */
function asCgi({ program, environment }, { build, config }, script) {
	return run('bash', ['-c', script, 'cold', path.join(build, program)],
		{ env: { PATH: process.env.PATH, MATANG_CONFIG: config, ...environment } });
}

/** As plain CGI, started for each answer: its own time is that of the shell's children. */
export async function cold(line, target) {
	const { stdout: said } = await asCgi(line, target, '"$1"');
	const right = /^Content-Type: text\/html/mi.test(said) && !/^Status: (?!200)/mi.test(said);
	return costing({ program: [], MariaDB: target.groups.MariaDB, nginx: [] }, async () => {
		const { stdout } = await asCgi(line, target, `for ((n = 0; n < ${COLD_TIMES}; n++)); do "$1" >/dev/null; done; times`);
		/* Of "0m0.123s 0m0.045s" the second line is that of the children. */
		const used = [...stdout.trim().split('\n').at(-1).matchAll(/(\d+)m([\d.]+)s/g)]
			.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60e6 + Number(rest) * 1e6, 0);
		return { requests: COLD_TIMES, errors: right ? 0 : COLD_TIMES, extra: { program: used } };
	});
}
