// SPDX-License-Identifier: ISC
//
// The processes of a program (cgi-bin/lib/web/workers.h): how many, whose socket, what happens when
// one of them ends in whichever way, and what the first one owes to who tells it something. The
// programs are started by hand here, on sockets of their own, beside the database of a stack.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { after, afterEach, before, describe, it } from 'node:test';
import path from 'node:path';
import { FcgiRequest } from './fcgi.mjs';
import { behindOne, pause, startStack, until } from './harness.mjs';

let stack, dir;
const started = [];

before(async () => {
	stack = await startStack();
	dir = mkdtempSync(path.join(tmpdir(), 'matang-workers-'));
});
afterEach(() => Promise.all(started.splice(0).map((one) => one.kill('SIGKILL'))));
after(async () => {
	await stack?.stop();
	rmSync(dir, { recursive: true, force: true });
});

/* ---- a program started by hand -------------------------------------------------------------------- */

const config = () => path.join(dir, 'matang.conf');

/* The stack's configuration, with sockets in a folder of our own and these lines. */
function configure(...lines) {
	const text = readFileSync(stack.config, 'utf8').replace(/^(socket_dir|workers) .*\n/gm, '');
	writeFileSync(config(), [`${text}socket_dir ${dir}`, ...lines, ''].join('\n'));
}

class Started {
	words = '';

	constructor(program, command) {
		this.socket = path.join(dir, `${program}.sock`);
		this.process = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], { stdio: ['ignore', 'ignore', 'pipe'],
			env: { ...process.env, MATANG_CONFIG: config() } });
		/* What became of requests has lines too, and is none of this. */
		this.process.stderr.on('data', (chunk) => { this.words += String(chunk).replace(/^.* request \w{8}: .*\n/gm, ''); });
		this.ended = new Promise((done) => this.process.once('close', (status, signal) => done(status ?? signal)));
		started.push(this);
	}

	get pid() { return this.process.pid; }

	get workers() {
		return readFileSync(`/proc/${this.pid}/task/${this.pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
	}

	/* So many, none of them one of these. */
	fresh(count, old = []) {
		return until(`${count} workers`, () => this.workers.length === count &&
			this.workers.every((pid) => !old.includes(pid)) && this.workers);
	}

	kill(signal) {
		this.process.kill(signal);
		return this.ended;
	}

	request(variables = {}) {
		return new FcgiRequest(this.socket, { REQUEST_METHOD: 'GET', PATH_INFO: '/healthz', QUERY_STRING: '',
			SERVER_PROTOCOL: 'HTTP/1.1', REMOTE_ADDR: '127.0.0.1', ...variables });
	}

	async serves() {
		const { status, text } = await this.request().end().answer;
		assert.equal(status, 200);
		assert.equal(text, 'ok\n');
	}
}

const binary = (program) => path.join(stack.build, 'bin', program);

/* By itself, as the demo starts it. */
const alone = (program) => new Started(program, [binary(program)]);

/* On a socket that somebody else has opened, as systemd, spawn-fcgi and mod_fcgid do. */
const given = (program, socket) => Object.assign(new Started(program, ['python3', '-c', `
import os, socket, sys
s = socket.socket(socket.AF_UNIX)
s.bind(sys.argv[1])
s.listen(64)
os.dup2(s.fileno(), 0)
os.execv(sys.argv[2], sys.argv[2:])`, path.join(dir, socket), binary(program)]), { socket: path.join(dir, socket) });

/* A form of which a part has come: its worker is busy. */
const FORM = 'next=&username=operator.dkumkmp&password=salah&csrf=0';
async function busy(one) {
	const request = one.request({ REQUEST_METHOD: 'POST', PATH_INFO: '/', CONTENT_LENGTH: FORM.length,
		CONTENT_TYPE: 'application/x-www-form-urlencoded' }).body(Buffer.from(FORM.slice(0, 20)));
	await pause(300);
	return { goOn: () => request.body(Buffer.from(FORM.slice(20))).end().answer };
}

async function assertAnswered(request) {
	const { status, text } = await request.goOn();
	assert.equal(status, 403);
	assert.match(text, /<\/html>\s*$/);
}

/* ---- the tests ------------------------------------------------------------------------------------ */

describe('the number of workers', behindOne, () => {
	it('is that of the configuration, twice that for streams, or that of the program', async () => {
		for (const [lines, program, count] of [[[], 'portal', 2], [['workers 3'], 'portal', 3], [['workers 2'], 'upload', 4],
			[['workers 2', 'workers upload 3', 'workers portal 1'], 'upload', 3],
			[['workers portal 1', 'workers portal 5', 'workers 2'], 'portal', 5]]) {
			configure(...lines);
			const one = alone(program);
			await one.fresh(count);
			await one.serves();
			await one.kill('SIGTERM');
		}
	});

	it('that is none is refused with its line', async () => {
		for (const line of ['workers', 'workers 0', 'workers 100', 'workers two', 'workers portal', 'workers portal 1 2', 'workers -1']) {
			configure(line);
			const one = alone('portal');
			assert.equal(await one.ended, 1, line);
			assert.match(one.words, /matang\.conf:\d+: /, line);
		}
	});
});

describe('the socket', behindOne, () => {
	it('is opened for the account and its group, and taken over from who is gone', async () => {
		configure('workers 1');
		for (let round = 0; round < 2; round++) {
			const one = alone('portal');
			await until('the socket', () => one.workers.length === 1);
			await one.serves();
			assert.equal(statSync(one.socket).mode & 0o777, 0o660);
			await one.kill('SIGKILL');
			assert.ok(existsSync(one.socket));
		}
	});

	it('is left to who serves there', async () => {
		configure('workers 1');
		const first = alone('portal');
		await first.fresh(1);
		const second = alone('portal');
		assert.equal(await second.ended, 1);
		assert.match(second.words, /portal\.sock: Address already in use/);
		await first.serves();
	});

	it('that bears its name is a place for workers, whoever opened it', async () => {
		configure('workers 2');
		rmSync(path.join(dir, 'portal.sock'), { force: true });
		const one = given('portal', 'portal.sock');
		await one.fresh(2);
		await one.serves();
	});

	it('of another name is served by the process that it was given to', async () => {
		configure('workers 2');
		const one = given('portal', '4711.0');
		await until('an answer', async () => existsSync(one.socket) && one.serves().then(() => true, () => false));
		assert.deepEqual(one.workers, []);
		await one.kill('SIGTERM');
	});
});

describe('a worker', behindOne, () => {
	it('that is killed is replaced, and the log says why it ended', async () => {
		configure('workers 3');
		const one = alone('portal');
		const old = await one.fresh(3);
		process.kill(old[0], 'SIGKILL');
		process.kill(old[1], 'SIGTERM');
		await until('two others', () => one.workers.length === 3 && !one.workers.includes(old[0]) && !one.workers.includes(old[1]));
		await until('both lines', () => one.words.split('\n').length === 3);
		const reason = (pid) => new RegExp(` portal account 0 from - request -: worker ${pid} ended (.*)$`, 'm').exec(one.words)[1];
		assert.equal(reason(old[0]), 'by signal 9 (Killed)');
		assert.equal(reason(old[1]), 'after a rest, or when told to');
		await one.serves();
	});

	it('is replaced however often that happens', async () => {
		configure('workers 2');
		const one = alone('portal');
		const gone = new Set();
		await until('sixty deaths', () => {
			for (const pid of one.workers)
				if (!gone.has(pid)) {
					gone.add(pid);
					process.kill(pid, 'SIGKILL');
				}
			return gone.size >= 60;
		}, 60_000);
		await one.fresh(2, [...gone]);
		await one.serves();
		await until('a line for each', () => one.words.match(/ended by signal 9 \(Killed\)$/gm)?.length === gone.size);
		assert.equal(await one.kill('SIGTERM'), 0);
	});

	it('that has served and then rested is replaced, and nobody is turned away', async () => {
		configure('workers 1', 'workers_rest 1');
		const one = alone('portal');
		let old = await one.fresh(1);
		await pause(2500);
		assert.deepEqual(one.workers, old, 'who has served nobody has taken nothing');
		for (let round = 0; round < 3; round++) {
			await one.serves();
			const now = await one.fresh(1, old);
			await until('its line', () => one.words.includes(`worker ${old[0]} ended after a rest, or when told to\n`));
			old = now;
		}
		/* Each comes at the moment at which the worker leaves, or about. */
		for (let round = 0; round < 8; round++) {
			await one.serves();
			await pause(997 + round);
		}
		await one.kill('SIGTERM');
		assert.ok(one.words.split('\n').every((line) => / ended after a rest, |^$/.test(line)), one.words);
	});

	it('is not, where the configuration says never', async () => {
		configure('workers 2', 'workers_rest 0');
		const one = alone('portal');
		const old = await one.fresh(2);
		await one.serves();
		await pause(2000);
		assert.deepEqual(one.workers, old);
	});

	it('ends with the process that watches it', async () => {
		configure('workers 2');
		const one = alone('portal');
		const workers = await one.fresh(2);
		await one.kill('SIGKILL');
		await until('nobody is left', () => workers.every((pid) => !existsSync(`/proc/${pid}`)));
	});
});

describe('a worker that somebody at its socket', behindOne, () => {
	/* Each of them would be the only worker's for ever. */
	for (const [what, bytes] of [['says nothing to', ''], ['says half a word to', '\x01\x01\x00'], ['tells half a head to',
		'\x01\x01\x00\x01\x00\x08\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x01\x04\x00\x01\x10\x00\x00\x00\x0e\x03REQUEST']])
		it(`${what} is there for others soon`, async () => {
			configure('workers 1');
			const one = alone('portal');
			await one.fresh(1);
			const held = net.connect(one.socket).on('error', () => {});
			held.write(Buffer.from(bytes, 'latin1'));
			await one.serves();
			held.destroy();
		});

	/* Each of them would hold it for two seconds at least, and for as long as a byte comes in each of them. */
	it('is answered by, without the body that it does not want, is there for others at once', async () => {
		configure('workers 1');
		const one = alone('portal');
		await one.fresh(1);
		const held = Array.from({ length: 100 }, () => new FcgiRequest(one.socket, { REQUEST_METHOD: 'POST', PATH_INFO: '/healthz', QUERY_STRING: '',
			CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: 30_000_000 }).body(Buffer.from('a=')));
		const drops = setInterval(() => held.forEach((each) => each.body(Buffer.from('b'))), 500);
		await one.serves();
		clearInterval(drops);
		/* Who sends all of it, however large, hears what became of it. */
		const whole = new FcgiRequest(one.socket, { REQUEST_METHOD: 'POST', PATH_INFO: '/healthz', QUERY_STRING: '', CONTENT_LENGTH: 8_000_000 }).body(Buffer.alloc(8_000_000)).end();
		assert.ok((await whole.answer).status >= 200);
		held.forEach((each) => each.cut());
	});
});

describe('the first process', behindOne, () => {
	for (const signal of ['SIGTERM', 'SIGINT'])
		it(`told to end by ${signal} lets those finish who are busy`, async () => {
			configure('workers 3');
			const one = alone('account');
			await one.fresh(3);
			const request = await busy(one);
			one.process.kill(signal);
			await until('the idle ones have ended', () => one.workers.length === 1);
			await assertAnswered(request);
			assert.equal(await one.ended, 0);
			assert.equal(one.words, '');
			await assert.rejects(one.request().end().answer, /ECONNREFUSED/);
		});

	it('told to end while somebody is connected and says nothing, ends', async () => {
		configure('workers 1');
		const one = alone('portal');
		const [worker] = await one.fresh(1);
		const silent = net.connect(one.socket).on('error', () => {});
		await new Promise((done) => silent.once('connect', done));
		await until('the worker has taken it', () => readdirSync(`/proc/${worker}/fd`).filter((fd) => {
			try {
				return /^socket:/.test(readlinkSync(`/proc/${worker}/fd/${fd}`));
			} catch {
				return false;
			}
		}).length > 1);
		assert.equal(await Promise.race([one.kill('SIGTERM'), new Promise((done) => setTimeout(done, 20_000, 'goes on'))]), 0);
		silent.destroy();
	});

	it('told to end while there is always somebody who wants something, ends', async () => {
		configure('workers 1');
		const one = alone('portal');
		await one.fresh(1);
		let goOn = true;
		const askers = Array.from({ length: 24 }, async () => {
			while (goOn)
				await one.serves().catch(() => {});
		});
		await pause(300);
		const ended = await Promise.race([one.kill('SIGTERM'), new Promise((done) => setTimeout(done, 20_000, 'goes on'))]);
		goOn = false;
		await Promise.all(askers);
		assert.equal(ended, 0);
	});

	it('told by SIGHUP takes the configuration as it is now, and nobody is turned away', async () => {
		configure('workers 2');
		const one = alone('account');
		const old = await one.fresh(2);
		const request = await busy(one);
		configure('workers 4');
		one.process.kill('SIGHUP');
		/* four others beside the busy one, which is not in the way of anybody */
		await until('four new workers', () => one.workers.filter((pid) => !old.includes(pid)).length === 4);
		await one.serves();
		await assertAnswered(request);
		await one.fresh(4, old);
		assert.equal(one.words, '');
		assert.equal(await one.kill('SIGTERM'), 0);
	});

	it('told at any moment, none of the old ones stays', async () => {
		configure('workers 2');
		const one = alone('portal');
		let old = await one.fresh(2);
		for (let round = 0; round < 25; round++) {
			const answers = Array.from({ length: 6 }, () => one.serves());
			one.process.kill('SIGHUP');
			await Promise.all(answers);
			old = await one.fresh(2, old);
		}
		assert.equal(one.words, '');
	});

	it('told so twice at once leaves nobody behind, and goes on', async () => {
		configure('workers 3');
		const one = alone('portal');
		let old = await one.fresh(3);
		for (let round = 0; round < 3; round++) {
			one.process.kill('SIGHUP');
			await new Promise((done) => setTimeout(done, round));
			one.process.kill('SIGHUP');
			old = await one.fresh(3, old);
		}
		assert.equal(await one.kill('SIGTERM'), 0);
	});

	it('goes on as it was when the configuration is wrong', async () => {
		configure('workers 2');
		const one = alone('portal');
		const old = await one.fresh(2);
		configure('workers many');
		one.process.kill('SIGHUP');
		await until('its words', () => /matang\.conf:\d+: [^]*goes on as it was/.test(one.words));
		assert.deepEqual(one.workers, old);
		await one.serves();
	});

	it('has no connection to the database', async () => {
		configure('workers 1');
		const one = alone('portal');
		await one.fresh(1);
		await one.serves();
		const opened = readdirSync(`/proc/${one.pid}/fd`).filter((fd) => fd > 2);
		assert.deepEqual(opened.filter((fd) => /^socket:/.test(readlinkSync(`/proc/${one.pid}/fd/${fd}`))), []);
	});
});

describe('FastCGI', behindOne, () => {
	const BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6;
	const record = (type, content) => Buffer.concat([Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]), content]);
	const asked = (flags, variables) => Buffer.concat([record(BEGIN, Buffer.from([0, 1, flags, 0, 0, 0, 0, 0])),
		record(PARAMS, Buffer.concat(Object.entries(variables).map(([name, value]) =>
			Buffer.from(`${String.fromCharCode(name.length, value.length)}${name}${value}`)))), record(PARAMS, Buffer.alloc(0)), record(STDIN, Buffer.alloc(0))]);

	/* The records of an answer, when its end has come. */
	function answered(socket) {
		return new Promise((resolve, reject) => {
			let bytes = Buffer.alloc(0);
			const hear = (chunk) => {
				bytes = Buffer.concat([bytes, chunk]);
				const records = [];
				for (let at = 0; at + 8 <= bytes.length && at + 8 + bytes.readUInt16BE(at + 4) + bytes[at + 6] <= bytes.length;) {
					const size = bytes.readUInt16BE(at + 4);
					records.push({ type: bytes[at + 1], content: bytes.subarray(at + 8, at + 8 + size) });
					at += 8 + size + bytes[at + 6];
				}
				if (records.at(-1)?.type === END) {
					socket.off('data', hear);
					resolve(records);
				}
			};
			socket.on('data', hear);
			socket.once('error', reject);
			socket.once('close', () => reject(new Error('closed')));
		});
	}

	/* Longer than what libfcgi reads at once. */
	it('keeps a connection whose heads are long', async () => {
		configure('workers 1');
		const one = alone('portal');
		await one.fresh(1);
		const socket = net.connect(one.socket);
		for (const cookies of [100, 130, 200, 100]) {
			const variables = Object.fromEntries(Array.from({ length: cookies }, (_, at) => [`HTTP_X_${at}`, 'x'.repeat(90)]));
			socket.write(asked(1, { REQUEST_METHOD: 'GET', PATH_INFO: '/healthz', QUERY_STRING: '', ...variables }));
			const records = await answered(socket);
			assert.match(records[0].content.toString(), /\r\n\r\nok\n$/);
		}
		socket.destroy();
	});

	it('ends each answer, and keeps a connection that is to be kept', async () => {
		configure('workers 1');
		const one = alone('portal');
		await one.fresh(1);
		const socket = net.connect(one.socket);
		for (const method of ['GET', 'HEAD', 'GET']) {
			socket.write(asked(1, { REQUEST_METHOD: method, PATH_INFO: '/healthz', QUERY_STRING: '' }));
			const records = await answered(socket);
			assert.deepEqual(records.map(({ type, content }) => [type, content.length > 0]), [[STDOUT, true], [STDOUT, false], [END, true]]);
			assert.match(records[0].content.toString(), method === 'HEAD' ? /^Status: 200 [^]*\r\n\r\n$/ : /^Status: 200 [^]*\r\n\r\nok\n$/);
		}
		socket.write(asked(0, { REQUEST_METHOD: 'GET', PATH_INFO: '/healthz', QUERY_STRING: '' }));
		assert.equal((await answered(socket)).length, 3);
		await new Promise((done) => socket.once('close', done).resume());
	});
});
