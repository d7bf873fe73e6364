// SPDX-License-Identifier: ISC
//
// What processes ask of the kernel while something is done, by strace:
//
//	const { calls, result } = await traced(pids, () => upload(…));
//	calls		[{ pid, name, words }] in their order, of calls that went well
//
// Null where nobody may look: a container without that right.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { needs } from './needs.mjs';

needs('strace');

export async function traced(pids, act) {
	const strace = spawn('strace', ['-f', '-y', '-s', '80', '-e', 'trace=fsync,fdatasync,rename,renameat,renameat2,unlink,write,writev,sendto,sendmsg',
		...pids.flatMap((pid) => ['-p', String(pid)])], { stdio: ['ignore', 'ignore', 'pipe'] });
	const ended = once(strace, 'exit');
	let text = '';

	strace.stderr.on('data', (chunk) => { text += chunk; });
	while (strace.exitCode === null && (text.match(/ attached/g) ?? []).length < pids.length)
		await new Promise((done) => setTimeout(done, 10));
	if (strace.exitCode !== null) {
		if (/Operation not permitted/.test(text))
			return null;
		throw new Error(`strace: ${text}`);
	}
	const result = await act();
	strace.kill('SIGTERM');	/* SIGINT is ignored by what a script has in its background */
	await ended;
	/* A call that another one interrupts is told in two lines; the second says how it went. */
	const begun = new Map(), calls = [];
	for (const line of text.split('\n')) {
		const [, pid, name, rest] = /^\[pid +(\d+)\] (?:<\.\.\. )?(\w+)(.*)$/.exec(line) ?? [];
		if (!pid)
			continue;
		if (/<unfinished \.\.\.>$/.test(rest)) {
			begun.set(pid, rest);
			continue;
		}
		const words = / resumed>/.test(rest) ? (begun.get(pid) ?? '') + rest : rest;
		if (!/ = -1 /.test(words))
			calls.push({ pid, name, words });
	}
	return { calls, result };
}
