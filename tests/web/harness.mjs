// SPDX-License-Identifier: ISC
//
// A whole Matang for a test: deploy/demo on a port and a folder of its own, ended with the test.
//
//	let stack;
//	before(async () => { stack = await startStack({ data: true }); });
//	after(() => stack.stop());
//
// Which server and which build is a matter of the suite, not of the test: deploy/test says so by
//	MATANG_TEST_SERVER   nginx (without: this), apache, apache-cgi
//	MATANG_TEST_BUILD    folder with bin/ (without: build/ of the source)
//	MATANG_TEST_LOGS     folder to leave the logs in
//	MATANG_TEST_KEEP     when set, the stack's folder stays
//
// What every start has in common (an installed MariaDB, the schema, the instrument, the demo's data)
// is made once, kept in var/test/seed/ and copied: a start takes about a second. It is made anew when
// what it is made from has changed, not when a program has, nor because it has become old: no test
// depends on the day.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync,
	readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import net from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './client.mjs';
import { needs } from './needs.mjs';

needs('mariadb', 'setpriv', 'flock');

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const DEMO = path.join(ROOT, 'deploy/demo');
const SEEDS = path.join(ROOT, 'var/test/seed');
const SEEDS_KEPT = 6;
const PIPE_BYTES = 1 << 15;
const START_MS = 60_000;
const STOP_MS = 90_000;
const RAISE = `UPDATE world_stamp SET number = number + 1;
	INSERT INTO agency_stamp (agency_id, number) SELECT id, 1 FROM agency ON DUPLICATE KEY UPDATE number = number + 1`;
/* Sums that are kept are made anew (store/sums.h), unless a query is about them. */
const FORGET = 'DELETE FROM cycle_sum; DELETE FROM assessment_sum';

/* Name and content of every file below these: whether a seed is still of this source. */
function fingerprint(places) {
	const digest = createHash('sha256');
	const add = (place) => {
		if (statSync(place).isDirectory())
			readdirSync(place).sort().forEach((name) => add(path.join(place, name)));
		else
			digest.update(`${path.relative(ROOT, place)}\0`).update(readFileSync(place));
	};

	places.forEach((place) => add(path.join(ROOT, place)));
	return digest.digest('hex').slice(0, 16);
}

/* The folder of a stopped stack to start from. One process makes it, the others wait; whoever tests
 * under another clock finds the one that was made under the true one. */
function seed(build, data) {
	const dir = path.join(SEEDS, `${data ? 'data' : 'plain'}-${fingerprint(['sql/migrations', 'sql/reference', 'deploy/demo',
		...(data ? ['deploy/demo-data.mjs'] : [])])}`);

	if (existsSync(path.join(dir, 'complete')))
		return dir;
	mkdirSync(SEEDS, { recursive: true });
	const made = spawnSync('flock', [path.join(SEEDS, 'lock'), 'bash', '-c', `
		[ ! -e "$1/complete" ] || exit 0
		ls -dt "$(dirname "$1")"/*-* 2>/dev/null | tail -n +${SEEDS_KEPT} | xargs -r rm -rf
		. "$4/deploy/lib.sh"
		"$2" --var "$1" --build "$3" --port "$(free_port)" $5 --no-work --reset --detach >&2 &&
		"$2" --var "$1" --stop >&2 &&
		touch "$1/complete"`,
	'seed', dir, DEMO, build, ROOT, data ? '' : '--no-data'],
	{ encoding: 'utf8', env: { ...process.env, LD_PRELOAD: '', FAKETIME: '' } });
	if (made.status !== 0)
		throw new Error(`no stack to start from (see ${dir}/log):\n${made.stderr}`);
	return dir;
}

/** For what no web server has a part in: it is tested behind one of them. */
export const behindOne = { skip: (process.env.MATANG_TEST_SERVER ?? 'nginx') !== 'nginx' && 'the same behind each server' };

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** What the condition gives, once it is something; it is asked until then, or the test fails: late, since a busy machine
 * needs its time. */
export async function until(what, condition, ms = 60_000) {
	for (const end = Date.now() + ms;;) {
		const found = await condition();
		if (found)
			return found;
		assert.ok(Date.now() < end, `${what}: did not come about in ${ms / 1000} s`);
		/* InnoDB's table of transactions is only made anew after 100 ms without a reader. */
		await pause(150);
	}
}

/** A port of 127.0.0.1 that nobody listens at just now. */
export function freePort() {
	return new Promise((resolve, reject) => {
		const server = net.createServer().unref();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

/** Rows of a CSV file with a head, as objects. Quotes as in RFC 4180. */
export function csvRows(text) {
	const records = [[]];
	const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g;

	for (const [whole, value, end] of text.matchAll(cell)) {
		if (whole === '' && end === '')
			break;
		records.at(-1).push(value.startsWith('"') ? value.slice(1, -1).replace(/""/g, '"') : value);
		if (end !== ',')
			records.push([]);
	}
	const [head, ...rows] = records.filter((record) => record.length);
	return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

/*
 * One "mariadb" for the queries of a stack, since starting one costs more than most queries do. Asked
 * and answered by two named pipes, because sql() answers before it returns. After an error it has
 * ended, and the next query starts another; what a query left open is rolled back.
 */
class SqlClient {
	#arguments;
	#to = null;
	#from;
	#asked = 0;

	constructor({ run, user }) {
		this.#arguments = ['--no-defaults', `--socket=${run}/mariadb.sock`, `--user=${user}`,
			'--default-character-set=utf8mb4', '--batch', 'matang'];
	}

	#open() {
		const dir = mkdtempSync(path.join(tmpdir(), 'matang-sql-'));
		const [to, from] = ['to', 'from'].map((name) => path.join(dir, name));

		spawnSync('mkfifo', [to, from]);
		/* What it says of errors comes in its place among the rows. */
		spawn('sh', ['-c', 'to=$1 from=$2; shift 2; exec mariadb "$@" --unbuffered --skip-reconnect <"$to" >"$from" 2>&1',
			'sh', to, from, ...this.#arguments], { stdio: 'ignore' }).unref();
		this.#to = openSync(to, 'w');	/* each end waits for the other */
		this.#from = openSync(from, 'r');
		rmSync(dir, { recursive: true });
	}

	close() {
		if (this.#to !== null)
			[this.#to, this.#from].forEach(closeSync);
		this.#to = null;
	}

	/** What the queries print. */
	ask(query) {
		const end = `end of answer ${++this.#asked}`;
		const bytes = Buffer.from(`${query}\n;\nROLLBACK; SELECT '${end}' AS '${end}';\n`);
		const mark = Buffer.from(`${end}\n${end}\n`);
		const chunks = [Buffer.alloc(0)];
		const piece = Buffer.alloc(1 << 16);

		/* What does not fit into a pipe would wait for an answer that waits for us. */
		if (bytes.length > PIPE_BYTES)
			return this.#askAlone(query);
		if (this.#to === null)
			this.#open();
		try {
			writeSync(this.#to, bytes);
		} catch (error) {
			if (error.code !== 'EPIPE')
				throw error;
		}
		for (let read; (read = readSync(this.#from, piece, 0, piece.length, null)) > 0;) {
			chunks.push(Buffer.from(piece.subarray(0, read)));
			if (read < mark.length)
				chunks.push(Buffer.concat(chunks.splice(-2)));
			if (chunks.at(-1).subarray(-mark.length).equals(mark))
				return Buffer.concat(chunks).subarray(0, -mark.length).toString();
		}
		this.close();
		throw new Error(`${Buffer.concat(chunks).toString().split('\n').filter((line) => /^(ERROR|mariadb:)/.test(line)).join('\n')}\n${query}`);
	}

	#askAlone(query) {
		const run = spawnSync('mariadb', this.#arguments, { input: query, encoding: 'utf8', maxBuffer: 1 << 28 });

		if (run.status !== 0)
			throw new Error(`${run.stderr.trim()}\n${query}`);
		return run.stdout;
	}
}

class Stack {
	#sql;
	raises = true;	/* false: of a schema that has no stamps yet */

	constructor(fields) { Object.assign(this, fields); }

	/** A browser without cookies. */
	client() { return new Client(this.base); }

	/** A browser signed in with an account of deploy/demo's list, chosen by what it is like. */
	async signedIn(like) {
		const client = this.client();
		await client.signIn(typeof like === 'object' && like.password ? like : this.account(like));
		return client;
	}

	/** The list of the demo's accounts: role, region, agency, username, password, totp_secret. */
	get accounts() {
		const list = path.join(this.var, 'demo-accounts.csv');
		if (!existsSync(list))
			throw new Error('nobody is in this stack: start it with { data: true }');
		return csvRows(readFileSync(list, 'utf8'));
	}

	/** The first account like that: { role: 'operator', agency: '…' }, or by user name. */
	account(like) {
		const wanted = Object.entries(typeof like === 'string' ? { username: like } : like);
		const found = this.accounts.find((one) => wanted.every(([key, value]) => one[key] === value));
		if (!found)
			throw new Error(`no demo account like ${JSON.stringify(like)}`);
		return found;
	}

	/**
	 * Rows of a query as objects of texts, NULL as null. With root's rights: may do anything. What
	 * it changes the processes may have kept, so it raises every stamp, as who changes it must.
	 */
	sql(query) {
		const changes = /\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(query);
		const text = (this.#sql ??= new SqlClient(this)).ask(changes && this.raises ?
			`${query}\n;${RAISE};${query.includes('_sum') ? '' : FORGET}` : query);
		const escapes = { n: '\n', t: '\t', 0: '\0', '\\': '\\' };
		const [head, ...lines] = text.split('\n').filter(Boolean)
			.map((line) => line.split('\t').map((cell) => cell === 'NULL' ? null :
				cell.replace(/\\([nt0\\])/g, (_, letter) => escapes[letter])));
		return lines.map((line) => Object.fromEntries(line.map((cell, i) => [head[i], cell])));
	}

	/** The operator's command: { status, stdout, stderr }. */
	matang(args, { input = '', env = {} } = {}) {
		const { status, stdout, stderr } = spawnSync(path.join(this.build, 'bin/matang'), args,
			{ input, encoding: 'utf8', env: { ...process.env, ...env, MATANG_CONFIG: this.config } });
		return { status, stdout, stderr };
	}

	/** What a part has logged: a program, 'nginx', 'apache', 'mariadb', 'access'. */
	log(name) {
		const file = path.join(this.var, 'log', `${name}.log`);
		return existsSync(file) ? readFileSync(file, 'utf8') : '';
	}

	/** Process of a part; of a program it is the one that watches its workers. */
	pid(name) {
		return Number(readFileSync(path.join(this.run, `${name}.pid`), 'utf8'));
	}

	/** The workers of a program behind nginx; Apache keeps its processes itself. */
	workers(program) {
		const pid = this.pid(program);
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
	}

	/** Ends every connection of the programs, as a restart of the database does. */
	cutConnections() { this.sql('KILL CONNECTION USER matang@localhost'); }

	/** While `act` runs, the programs cannot reach the database; sql() can. */
	async withoutDatabase(act) {
		this.sql('ALTER USER matang@localhost ACCOUNT LOCK');
		this.cutConnections();
		try {
			return await act();
		} finally {
			this.sql('ALTER USER matang@localhost ACCOUNT UNLOCK');
		}
	}

	/** Everything down, as when the power goes; up() brings it back with all its data. */
	async down() {
		this.#sql?.close();
		await ended(this.process, 'TERM');
	}

	async up() {
		Object.assign(this, await this.launch());
	}

	/**
	 * A small disk in the place of files_dir, empty; umountFiles() takes it away. What runs may write below the
	 * folder that was there when it started (base/confine.h), so everything is started again.
	 */
	async mountFiles(size) {
		const { uid, gid } = statSync(this.files);
		await this.down();
		const run = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700,uid=${uid},gid=${gid}`, 'tmpfs', this.files],
			{ encoding: 'utf8' });
		assert.equal(run.status, 0, run.stderr);
		await this.up();
	}

	async umountFiles() {
		await this.down();
		assert.equal(spawnSync('umount', [this.files]).status, 0);
		await this.up();
	}

	/** Ends all of it and removes its folder. Throws when a part had to be killed. */
	async stop() {
		this.#sql?.close();
		if (this.process.exitCode === null)
			await ended(this.process, 'TERM');
		if (process.env.MATANG_TEST_LOGS)
			cpSync(path.join(this.var, 'log'), path.join(process.env.MATANG_TEST_LOGS,
				`${path.basename(process.argv[1] ?? 'stack', '.mjs')}-${this.port}`), { recursive: true });
		if (!process.env.MATANG_TEST_KEEP)
			rmSync(this.var, { recursive: true, force: true });
		if (this.process.exitCode !== 0)
			throw new Error(`the stack did not end well:\n${this.words()}`);
	}
}

function ended(child, signal) {
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => {
			child.kill('SIGKILL');
			reject(new Error('the stack does not end'));
		}, STOP_MS);
		child.once('close', () => {
			clearTimeout(late);
			resolve();
		});
		child.kill(`SIG${signal}`);
	});
}

/* A demo that has said that it is ready: { process, words() }. */
async function launched(command, env) {
	let words = '';
	/* Ended by the kernel when this process is, in whichever way. */
	const child = spawn('setpriv', ['--pdeathsig', 'TERM', ...command],
		{ stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });

	await new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`the stack is not ready:\n${words}`)), START_MS);
		const hear = (chunk) => {
			words += chunk;
			if (/^ready /m.test(words))
				resolve(clearTimeout(late));
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('close', (status) => {
			clearTimeout(late);
			reject(new Error(`the stack ended with ${status}:\n${words}`));
		});
	}).catch(async (error) => {
		if (child.exitCode === null)
			await ended(child, 'TERM').catch(() => {});
		throw error;
	});
	return { process: child, words: () => words };
}

/**
 * Starts a stack: { base, origin, port, var, config, build, server, … } and the methods above.
 * `data`: with the demo's data and accounts; otherwise there is nobody in it.
 * No background run: call matang(['work']) where it is wanted.
 * `env`: MATANG_CLAMD, socket of an antivirus; MATANG_INSPECTOR, what looks into files;
 * MATANG_SETTINGS, more lines of the configuration.
 * `workers`: processes of each program. `server`, `build`: see the head of this file.
 */
export async function startStack({
	data = false,
	workers = 2,
	server = process.env.MATANG_TEST_SERVER ?? 'nginx',
	build = process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build'),
	env = {},
} = {}) {
	build = path.resolve(build);
	const dir = mkdtempSync(path.join(tmpdir(), 'matang-test-'));
	chmodSync(dir, 0o755);	/* Apache's own user reads below it */
	const from = seed(build, data);
	for (const name of ['db', 'files', 'done', 'secrets.key', 'demo-accounts.csv'])
		if (existsSync(path.join(from, name)))
			spawnSync('cp', ['-a', '--reflink=auto', path.join(from, name), dir]);

	const port = await freePort();
	const launch = () => launched([DEMO, '--var', dir, '--build', build, '--server', server,
		'--port', String(port), '--workers', String(workers), '--no-work',
		...(data ? [] : ['--no-data'])], env);
	const running = await launch().catch((error) => {
		rmSync(dir, { recursive: true, force: true });
		throw error;
	});

	const config = path.join(dir, 'matang.conf');
	const socket = /^db_socket (.*)$/m.exec(readFileSync(config, 'utf8'))[1];
	return new Stack({
		base: `http://127.0.0.1:${port}/matang`, origin: `http://127.0.0.1:${port}`, port, server,
		build, var: dir, run: path.dirname(socket), files: path.join(dir, 'files'), config, user: userInfo().username,
		launch, ...running,
	});
}
