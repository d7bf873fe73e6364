// SPDX-License-Identifier: ISC
//
// How fast a file comes in: see README.md beside this file, and `run upload`, which prepares what this
// needs. The same file goes by the same client through the same nginx, in turns, to a program that only
// throws it away (drain.c) and to Matang by tus 1.0, once as far as its last byte but one (received,
// synced, acknowledged) and once whole (hashed, judged, and made a document). The figures are medians
// of the rounds, the ratios medians of each round's ratio. Nothing here fails for being slow.

import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { startFastcgi, startNginx, stopParts } from './builds.mjs';
import { cpu, family, median } from './cost.mjs';

const MIB = 1 << 20;

const { values: options } = parseArgs({ options: {
	rounds: { type: 'string', default: '5' },
	mib: { type: 'string', default: '256' },
	large: { type: 'string', default: '2048' },	/* MiB of the one that is sent for its memory; 0: none */
} });
const rounds = Number(options.rounds);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
/* Those that answer, and not the one that watches them. */
async function workers(pid) {
	while (family(pid).length === 1)
		await pause(50);
	return family(pid).slice(1);
}
/* The most that any of them ever held, in kB: of all, and of what is no file. */
const peak = (pids) => Math.max(...pids.map((pid) =>
	Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));
const anonymous = (pids) => Math.max(...pids.map((pid) =>
	Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));

/* A whole PDF of so many bytes: one empty page, and a stream of noise behind it. */
function makeFile(name, bytes) {
	const fd = openSync(name, 'w');
	const noise = randomBytes(MIB);
	const offsets = [];
	let at = 0;
	const put = (text) => { at += writeSync(fd, text); };
	const object = (text) => {
		offsets.push(at);
		put(`${offsets.length} 0 obj\n${text}\nendobj\n`);
	};
	const tail = 400;	/* room for what follows the stream */

	put('%PDF-1.4\n');
	object('<</Type/Catalog/Pages 2 0 R>>');
	object('<</Type/Pages/Kids[3 0 R]/Count 1>>');
	object('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Thumb 4 0 R>>');
	offsets.push(at);
	const length = bytes - at - tail;
	put(`4 0 obj\n<</Length ${String(length).padStart(12)}>>\nstream\n`);
	for (let left = length; left > 0; left -= Math.min(MIB, left))
		at += writeSync(fd, noise, 0, Math.min(MIB, left));
	put('\nendstream\nendobj\n');
	const table = at;
	put(`xref\n0 5\n0000000000 65535 f \n${offsets.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('')}` +
		'trailer\n<</Size 5/Root 1 0 R>>\n');
	put(`${' '.repeat(bytes - at - 40)}`);
	put(`\nstartxref\n${table}\n%%EOF`.padEnd(40, '\n'));
	closeSync(fd);
	return name;
}

async function main(stack) {
	const city = settle(stack);
	stack.sql("REPLACE INTO setting (name, value) VALUES ('file_max_mib', '2048'), ('agency_quota_mib', '1048576')");
	const operator = await city.signIn('operator.satu');
	const csrf = operator.csrf(await operator.get('/account/profile'));
	const bytes = Number(options.mib) * MIB;
	const whole = makeFile(path.join(stack.var, 'whole'), bytes);
	const most = makeFile(path.join(stack.var, 'most'), bytes - 1);

	const drain = startFastcgi(stack, 'drain', 2, path.join(stack.build, 'bench/drain'));
	const { origin } = await startNginx(stack, whole);

	const headers = { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': csrf };
	async function session(length) {
		const page = await operator.request('POST', '/upload/files', { headers: { ...headers, 'upload-length': length,
			'upload-metadata': `filename ${Buffer.from('besar.pdf').toString('base64')}` } });
		if (page.status !== 201)
			throw new Error(`creation: ${page.status} ${page.text}`);
		return page.location;
	}
	/* Seconds, and milliseconds of the program's CPU time. */
	async function send(file, where, pids) {
		const before = cpu({ program: pids() }).program;
		const { stdout } = await promisify(execFile)('curl', ['-sS', '-X', 'PATCH', '-T', file, '-o', '/dev/null',
			'-w', '%{http_code} %{time_total}', '-H', 'Expect:', '-H', 'Upload-Offset: 0',
			'-H', 'Content-Type: application/offset+octet-stream', '-b', `matang=${operator.cookie('matang')}`,
			...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
			`${origin}${where}`]);
		const [status, seconds] = stdout.split(' ');
		if (status !== '204')
			throw new Error(`${where}: ${status}`);
		return { seconds: Number(seconds), cpu: (cpu({ program: pids() }).program - before) / 1000 };
	}

	await workers(drain.pid);
	const [drains, uploads] = [() => [drain.pid], () => [stack.pid('upload')]];
	const contenders = {
		'thrown away': () => send(whole, '/bench/drain/', drains),
		'received': async () => send(most, await session(bytes), uploads),
		'made a document': async () => send(whole, await session(bytes), uploads),
	};
	const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
	for (let round = 0; round <= rounds; round++) {
		for (const [name, measure] of Object.entries(contenders)) {
			const result = await measure();
			if (round > 0)		/* the first warms up */
				results[name].push({ ...result, rate: Number(options.mib) / result.seconds });
		}
		spawnSync('sync');
		process.stderr.write(`round ${round} of ${rounds}\n`);
	}

	console.log(`\n${options.mib} MiB in one request, ${rounds} rounds, medians\n`);
	console.log(`${''.padEnd(24)}${'MiB/s'.padStart(8)}${'ratio'.padStart(8)}${'program CPU ms/GiB'.padStart(22)}`);
	for (const [name, list] of Object.entries(results))
		console.log(name.padEnd(24) + median(list.map((one) => one.rate)).toFixed(0).padStart(8) +
			median(list.map((one, i) => one.rate / results['thrown away'][i].rate)).toFixed(2).padStart(8) +
			median(list.map((one) => one.cpu * 1024 / Number(options.mib))).toFixed(0).padStart(22));

	if (Number(options.large) > 0) {
		const large = Number(options.large) * MIB;
		/* Workers that have sent no page yet. */
		(await workers(uploads()[0])).forEach((pid) => process.kill(pid, 'SIGTERM'));
		await pause(1500);
		makeFile(whole, large);
		const result = await send(whole, await session(large), uploads);
		const pids = await workers(uploads()[0]);
		console.log(`\n${options.large} MiB in one request: ${result.seconds.toFixed(1)} s; at most ` +
			`${(peak(pids) / 1024).toFixed(1)} MB resident, ${(anonymous(pids) / 1024).toFixed(1)} MB of it its own`);
	}
}

const stack = await startStack();
try {
	await main(stack);
} finally {
	await stopParts();
	await stack.stop();
}
