// SPDX-License-Identifier: ISC
//
// A build to measure: a whole Matang by its own deploy/demo, with its own level of the schema, its own
// database and its own way to start programs, filled with the same people and papers as any other, and an
// nginx of the benchmark before it that takes the build's own locations.

import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../web/harness.mjs';

export const HERE = path.dirname(fileURLToPath(import.meta.url));

const parts = [];

/** A process that the kernel ends when this one is ended, in whichever way. */
export function start(command, args, options = {}) {
	const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args],
		{ stdio: ['ignore', 'inherit', 'inherit'], ...options });
	parts.push(child);
	return child;
}

export function stopParts() {
	return Promise.all(parts.map((child) => child.exitCode ?? new Promise((done) => {
		child.once('close', done);
		child.kill('SIGTERM');
	})));
}

/** nginx asks only for programs that are installed. */
export function install(stack, name, command) {
	symlinkSync(command, path.join(stack.run, 'bin', name));
}

/** A program of the benchmark itself behind a socket of that stack, with so many processes. */
export function startFastcgi(stack, name, workers, command, args = []) {
	install(stack, name, command);
	return start('spawn-fcgi', ['-n', '-s', path.join(stack.run, `${name}.sock`), '-M', '0660', '--',
		'/usr/bin/multiwatch', '-f', String(workers), '-s', 'TERM', '--', command, ...args]);
}

/** The benchmark's nginx before a stack; `file` is what it sends as a static one. { origin, pid }. */
export async function startNginx(stack, file = '/dev/null') {
	const port = await freePort();
	const config = path.join(stack.run, 'bench.conf');
	/* By the address that the stack's own nginx has: programs answer to no other. */
	appendFileSync(path.join(stack.run, 'program.conf'), `fastcgi_param HTTP_HOST ${new URL(stack.origin).host};\n`);
	writeFileSync(config, readFileSync(path.join(HERE, 'nginx.conf'), 'utf8')
		.replaceAll('@RUN@', stack.run).replaceAll('@PORT@', port)
		.replaceAll('@HERE@', HERE).replaceAll('@FILE@', file));
	const nginx = start('nginx', ['-e', path.join(stack.var, 'log/bench-nginx.log'), '-c', config, '-g',
		`daemon off;${process.getuid() === 0 ? ' user root;' : ''}`]);
	return { origin: `http://127.0.0.1:${port}`, pid: nginx.pid };
}

/** Until the address answers well: its body. */
export async function answering(url, headers) {
	for (let tries = 100; ; tries--) {
		const answer = await fetch(url, { headers }).catch(() => null);
		if (answer?.ok)
			return Buffer.from(await answer.arrayBuffer());
		if (!tries)
			throw new Error(`${url}: ${answer?.status ?? 'no answer'}`);
		await new Promise((done) => setTimeout(done, 100));
	}
}

class Build {
	constructor(fields) { Object.assign(this, fields); }

	/** Rows of a query. */
	sql(query) { return this.stack.sql(query); }

	/** The cookie of a person, who signs in once. */
	async cookie(person) { return person ? `matang=${(await this.world.as(person)).cookie('matang')}` : ''; }

	/** The assessment of an agency, by its short name, in a cycle. */
	assessment(agency, cycle) {
		return Number(this.sql(`SELECT a.id FROM assessment a JOIN agency g ON g.id = a.agency_id
			WHERE g.short_name = '${agency}' AND a.cycle_id = ${cycle}`)[0].id);
	}

	/** Every process that works for an answer, by group. */
	get groups() {
		return { program: this.programs.map((name) => this.stack.pid(name)), MariaDB: [this.stack.pid('mariadb')],
			nginx: [this.nginx.pid] };
	}
}

/**
 * Starts the build in `bin/` of `build`, made from the source in `root`, with `workers` processes of each
 * program, and fills it by these files of this folder. End it by .stack.stop().
 */
export async function startBuild({ name, root, build = path.join(root, 'build'), workers, files, page }) {
	/* Its own harness: it knows its demo, its seeds and the columns of its tables. */
	const { startStack } = await import(path.join(root, 'tests/web/harness.mjs'));
	const { openWorld } = await import(path.join(root, 'tests/web/world.mjs'));
	const stack = await startStack({ workers, build, data: false, server: 'nginx' });
	try {
		const world = openWorld(stack);
		for (const file of files)
			stack.sql(readFileSync(path.join(HERE, file), 'utf8'));
		const programs = readdirSync(stack.run).filter((file) => file.endsWith('.sock') && file !== 'mariadb.sock')
			.map((file) => path.basename(file, '.sock'));
		const built = new Build({ name, root, build, stack, world, programs, nginx: await startNginx(stack, page) });
		await answering(`${built.nginx.origin}/matang/portal/service`);
		return built;
	} catch (error) {
		await stack.stop().catch(() => {});
		throw error;
	}
}
