// SPDX-License-Identifier: ISC
//
// What a flood of complaints costs everybody else: `run flood`. Hostile posts come at a steady rate, whatever becomes of
// them: half with a token that nobody gave out, a quarter with a good one and a wrong sum, a quarter with a good one
// and the right sum, which is as many as one address may send and no more. Beside them an operator asks for a page and
// honest people write, each from an address of his own. The pages are asked without and with the flood in turns; the ratio
// is the median of the rounds'. Who floods is a process of its own, behind all others in the line for the processor, since
// elsewhere it is another machine.

import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { median } from './cost.mjs';

const TICK = 50;	/* ms */

const { values: options } = parseArgs({ options: {
	rounds: { type: 'string', default: '3' },
	seconds: { type: 'string', default: '60' },	/* of each round, with the flood and without */
	rate: { type: 'string', default: '200' },	/* hostile posts a second */
} });
const rounds = Number(options.rounds), seconds = Number(options.seconds), rate = Number(options.rate);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/* One answer: { status, ms } until its last byte; from an address of the loopback's. */
function send(url, { method = 'GET', headers = {}, body, from, agent }) {
	return new Promise((done) => {
		const begun = performance.now();
		const request = http.request(url, { method, agent, localAddress: from, headers: { ...headers, ...body ? { 'content-length': Buffer.byteLength(body) } : {} } },
			(answer) => answer.resume().on('end', () => done({ status: answer.statusCode, ms: performance.now() - begun })));
		request.on('error', () => done({ status: 0, ms: performance.now() - begun }));
		request.end(body);
	});
}

/* As cgi-bin/lib/guest/token.c makes it: the form of a page of its own. */
function form(key, kind) {
	const keyed = (purpose, token) => sha256(key, sha256(key, purpose, token));
	const token = `${Math.floor(Date.now() / 1000).toString(16).padStart(8, '0')}.${randomBytes(16).toString('hex')}`;
	const [first, second] = keyed('Q', token);
	const seal = kind === 'made up' ? randomBytes(16) : keyed('T', token).subarray(0, 16);
	const sum = kind === 'wrong sum' ? 99 : 2 + first % 9 + second % 9;
	return `guest_token=${token}.${seal.toString('hex')}&guest_work=&guest_answer=${sum}&website=&category=service&title=Loket+contoh+tutup` +
		'&body=Loket+contoh+tutup+sejak+pagi+tanpa+pengumuman.&place=&name=&contact=';
}
const post = (place, key, kind, more) => send(place, { method: 'POST', body: form(key, kind), ...more,
	headers: { 'content-type': 'application/x-www-form-urlencoded' } });

/* The other process: sends at the rate until it is told to stop, and tells what became of it. */
if (process.send) {
	os.setPriority(19);
	const [{ place, secret }] = await once(process, 'message');
	const key = Buffer.from(secret, 'hex'), agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
	const kinds = ['made up', 'wrong sum', 'made up', 'right sum'], answers = {}, open = new Set();
	const begun = performance.now();
	let sent = 0, going = true;
	process.once('message', () => { going = false; });
	while (going) {
		for (; sent < (performance.now() - begun) / 1000 * rate; sent++) {
			const one = post(place, key, kinds[sent % kinds.length], { agent }).then(({ status }) => {
				answers[status] = (answers[status] ?? 0) + 1;
				open.delete(one);
			});
			open.add(one);
		}
		await pause(TICK);
	}
	await Promise.all(open);
	process.send({ sent, answers }, () => process.disconnect());
} else {
	await main();
}

async function main() {
	const stack = await startStack(), agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
	try {
		const city = settle(stack), operator = await city.signIn('operator.satu');
		stack.sql(`INSERT INTO complaint_rule (region_id, open) VALUES (2, 1) ON DUPLICATE KEY UPDATE open = 1;
			INSERT IGNORE INTO guest_key (id, secret, made_at) VALUES (1, UNHEX(SHA2('bench', 256)), UTC_TIMESTAMP(3)); UPDATE world_stamp SET number = number + 1`);
		const [{ secret }] = stack.sql('SELECT HEX(secret) AS secret FROM guest_key');
		const [{ code }] = stack.sql('SELECT code FROM region WHERE id = 2');
		const place = `${stack.base}/complaint/to/${code}`, key = Buffer.from(secret, 'hex');
		const headers = { cookie: `matang=${operator.cookie('matang')}` };
		const pages = { 'variable page': `/questionnaire/${city.assessment('Dinas Contoh Satu')}/3`, 'list of complaints': '/complaint/' };
		const found = Object.fromEntries(Object.keys(pages).map((name) => [name, { without: [], with: [], most: 0 }]));
		const honest = { sent: 0, taken: 0, refused: {}, ms: [] };
		const flood = { sent: 0, answers: {} };

		/* Ten times a second each page, and once a second somebody writes. */
		const walk = async (which) => {
			const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
			const until = performance.now() + seconds * 1000, writing = [];
			for (let at = 0; performance.now() < until; at++) {
				for (const [name, address] of Object.entries(pages)) {
					const { status, ms } = await send(stack.base + address, { headers, agent });
					if (status !== 200)
						throw new Error(`${name}: ${status}`);
					times[name].push(ms);
				}
				if (at % 10 === 0 && which === 'with') {
					const number = honest.sent++;
					writing.push(post(place, key, 'right sum', { from: `127.1.${number >> 8}.${1 + number % 250}` }).then(({ status, ms }) => {
						honest.ms.push(ms);
						if (status === 303)
							honest.taken++;
						else
							honest.refused[status] = (honest.refused[status] ?? 0) + 1;
					}));
				}
				await pause(100);
			}
			await Promise.all(writing);
			for (const name of Object.keys(pages)) {
				found[name][which].push(median(times[name]));
				if (which === 'with')
					found[name].most = Math.max(found[name].most, ...times[name]);
			}
		};
		for (let round = 0; round < rounds; round++) {
			await walk('without');
			const sender = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
			sender.send({ place, secret });
			await pause(1000);
			await walk('with');
			sender.send('stop');
			const [told] = await once(sender, 'message');
			flood.sent += told.sent;
			for (const [status, count] of Object.entries(told.answers))
				flood.answers[status] = (flood.answers[status] ?? 0) + count;
		}
		console.log(`${rounds} rounds of ${seconds} s, ${rate} hostile posts a second: ${flood.sent} sent, answers ${JSON.stringify(flood.answers)}`);
		console.log(`Honest posts: ${honest.taken} of ${honest.sent} taken, median ${median(honest.ms).toFixed(0)} ms, refused ${JSON.stringify(honest.refused)}\n`);
		console.log('| | without, ms | with, ms | longest with, ms | ratio |\n|---|---|---|---|---|');
		for (const [name, one] of Object.entries(found))
			console.log(`| ${name} | ${median(one.without).toFixed(2)} | ${median(one.with).toFixed(2)} | ${one.most.toFixed(1)} | ` +
				`**${median(one.without.map((ms, at) => one.with[at] / ms)).toFixed(2)}** |`);
	} finally {
		agent.destroy();
		await stack.stop();
	}
}
