// SPDX-License-Identifier: ISC
//
// What slow lines cost everybody else: `run slow`. The same pages are asked one after the other, with and
// without a hundred uploads under way on lines of 8 to 200 kB/s, in turns, so that whatever else the
// machine does meets both alike. Figures are medians of all answers, the ratio is the median of the
// rounds'. The uploads come as a browser sends them (pieces) and in one request each (whole files), to
// the number of processes that an installation has where nobody said another; who sends them is a process
// of its own, behind all others in the line for the processor, since elsewhere it is another machine.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from '../web/client.mjs';
import { settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { median } from './cost.mjs';

const KIB = 1 << 10, MIB = 1 << 20;
const TICK = 100;	/* ms */
const RETRY = 30_000;	/* ms, as Retry-After says */

const { values: options } = parseArgs({ options: {
	rounds: { type: 'string', default: '5' },
	lines: { type: 'string', default: '100' },
	asks: { type: 'string', default: '150' },	/* of each page, each round, with and without */
} });
const rounds = Number(options.rounds), count = Number(options.lines), asks = Number(options.asks);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/* One page over a connection that stays: ms until its last byte. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
function time(url, cookie) {
	return new Promise((done, failed) => {
		const begun = performance.now();
		http.get(url, { agent, headers: { cookie } }, (answer) => answer.resume().on('end', () => answer.statusCode === 200 ?
			done(performance.now() - begun) : failed(new Error(`${url}: ${answer.statusCode}`)))).on('error', failed);
	});
}

/* Uploads on lines of this rate, each begun anew when it is done, until stopped. */
class Lines {
	going = true;
	taken = 0;
	refused = 0;

	constructor(origin, people) {
		this.origin = origin;
		this.done = Array.from({ length: count }, (_, at) => this.#line(people[at % people.length], at));
	}

	/* 8, 16, … 200 kB/s; every tenth sends a whole file of 12 MB in one request. */
	async #line({ client, csrf }, at) {
		const rate = (8 + 192 * (at % 13) / 12) * 1000, whole = at % 10 === 9;
		const size = whole ? 12 * MIB : 2 * MIB, piece = whole ? size : Math.max(32 * KIB, Math.min(960 * KIB, rate * 8));
		const headers = { 'tus-resumable': '1.0.0', 'x-csrf-token': csrf };

		while (this.going) {
			const begun = await client.request('POST', '/upload/files', { headers: { ...headers, 'upload-length': size,
				'upload-metadata': `filename ${Buffer.from('besar.pdf').toString('base64')}` } });
			for (let offset = 0; begun.status === 201 && offset < size && this.going;) {
				const length = Math.min(piece, size - offset) | 0;
				const status = await this.#send(begun.location, offset, length, rate, client, headers);
				if (status === 204)
					this.taken++;
				else if (status === 429 || status === 503) {
					this.refused++;
					for (let waited = 0; waited < RETRY && this.going; waited += TICK)
						await pause(TICK);
					continue;
				} else
					break;
				offset += length;
				if (offset + length >= size)	/* it would become a document, and fill the library */
					break;
			}
			await client.request('DELETE', begun.location ?? '/upload/files/0', { headers });
			await pause(500);
		}
	}

	#send(where, offset, length, rate, client, headers) {
		return new Promise((done) => {
			const request = http.request(new URL(where, this.origin), { method: 'PATCH', agent: false, headers: { ...headers,
				cookie: `matang=${client.cookie('matang')}`, 'content-type': 'application/offset+octet-stream',
				'upload-offset': offset, 'content-length': length } });
			let left = length;
			const tick = setInterval(() => {
				const part = Math.min(left, rate * TICK / 1000) | 0;
				left -= part;
				request.write(Buffer.alloc(part));
				if (left === 0 || !this.going)
					end(this.going ? undefined : null);
			}, TICK);
			const end = (status) => {
				clearInterval(tick);
				if (status === undefined)
					request.end();
				else {
					request.destroy();
					done(status);
				}
			};
			request.on('response', (answer) => { clearInterval(tick); done(answer.resume().statusCode); });
			request.on('error', () => { clearInterval(tick); done(null); });
		});
	}

	async stop() {
		this.going = false;
		await Promise.all(this.done);
	}
}

/* The other process: told whom to be, it sends until it is told to stop, and tells what became of it. */
if (process.send) {
	os.setPriority(19);
	process.once('message', ({ base, people }) => {
		const lines = new Lines(new URL(base).origin, people.map(({ token, csrf }) => {
			const client = new Client(base);
			client.setCookie('matang', token);
			return { client, csrf };
		}));
		process.once('message', async () => {
			await lines.stop();
			process.send({ taken: lines.taken, refused: lines.refused }, () => process.disconnect());
		});
	});
} else {
	await main();
}

async function main() {
	const stack = await startStack();
	try {
		const city = settle(stack);
		stack.sql("REPLACE INTO setting (name, value) VALUES ('agency_quota_mib', '1048576')");
		const people = [];
		for (const name of ['operator.satu', 'operator2.satu', 'operator.dua', 'operator.kabupaten']) {
			const client = await city.signIn(name);
			people.push({ client, csrf: client.csrf(await client.get('/account/profile')) });
		}
		const cookie = `matang=${people[0].client.cookie('matang')}`;
		const id = city.assessment('Dinas Contoh Satu');
		const pages = { library: '/upload/', 'variable page': `/questionnaire/${id}/3`, 'task list': `/questionnaire/${id}/`,
			'public front': '/portal/', 'health of upload': '/upload/healthz' };
		const found = Object.fromEntries(Object.keys(pages).map((name) => [name, { without: [], with: [], most: 0, ratios: [] }]));

		const walk = async (which) => {
			const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
			for (let at = 0; at < asks; at++)
				for (const [name, address] of Object.entries(pages))
					times[name].push(await time(stack.base + address, cookie));
			for (const name of Object.keys(pages)) {
				found[name][which].push(median(times[name]));
				if (which === 'with')
					found[name].most = Math.max(found[name].most, ...times[name]);
			}
		};
		let taken = 0, refused = 0;
		await walk('without');
		Object.values(found).forEach((one) => one.without.pop());	/* that was to warm up */
		for (let round = 0; round < rounds; round++) {
			await walk('without');
			const sender = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
			sender.send({ base: stack.base, people: people.map(({ client, csrf }) => ({ token: client.cookie('matang'), csrf })) });
			await pause(5000);
			await walk('with');
			sender.send('stop');
			const [told] = await once(sender, 'message');
			taken += told.taken;
			refused += told.refused;
			for (const one of Object.values(found))
				one.ratios.push(one.with.at(-1) / one.without.at(-1));
		}
		console.log(`${count} uploads under way, ${rounds} rounds; ${taken} pieces taken, ${refused} refused\n`);
		console.log('| | without, ms | with, ms | longest with, ms | ratio |\n|---|---|---|---|---|');
		for (const [name, one] of Object.entries(found))
			console.log(`| ${name} | ${median(one.without).toFixed(2)} | ${median(one.with).toFixed(2)} | ${one.most.toFixed(1)} | **${median(one.ratios).toFixed(2)}** |`);
	} finally {
		agent.destroy();
		await stack.stop();
	}
}
