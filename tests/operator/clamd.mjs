// SPDX-License-Identifier: ISC
//
// A real clamd with no database but one signature of our own, on a socket of its own.
//
//	const clamd = prepare(dir);	// nothing runs yet; clamd.socket is where it will be
//	await clamd.start();
//	await clamd.stop();

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { userInfo } from 'node:os';
import { needs } from '../web/needs.mjs';

needs('clamd');

/** What the signature finds; harmless text. */
export const INFECTION = 'MATANG-CONTOH-BERKAS-UJI-ANTIVIRUS';
export const NAME = 'Matang.Contoh.Uji.UNOFFICIAL';

export function prepare(dir, { streamMax = '1M', port } = {}) {
	const base = path.join(dir, 'clamd'), socket = path.join(base, 'clamd.ctl');
	let child, words = '';

	mkdirSync(path.join(base, 'db'), { recursive: true });
	mkdirSync(path.join(base, 'tmp'), { recursive: true });
	writeFileSync(path.join(base, 'db/contoh.ndb'), `Matang.Contoh.Uji:0:*:${Buffer.from(INFECTION).toString('hex')}\n`);
	writeFileSync(path.join(base, 'clamd.conf'), [
		`LocalSocket ${socket}`, ...(port ? [`TCPSocket ${port}`, 'TCPAddr 127.0.0.1'] : []),
		`DatabaseDirectory ${base}/db`, `TemporaryDirectory ${base}/tmp`, `PidFile ${base}/clamd.pid`,
		`User ${userInfo().username}`, 'Foreground yes', 'OfficialDatabaseOnly no', 'FixStaleSocket yes',
		`StreamMaxLength ${streamMax}`, 'MaxThreads 2', 'SelfCheck 0', 'ConcurrentDatabaseReload no', ''].join('\n'));

	const answers = () => new Promise((resolve) => {
		const connection = net.connect(socket, () => connection.write('zPING\0'));
		connection.on('data', () => { connection.destroy(); resolve(true); });
		connection.on('error', () => resolve(false));
		connection.on('close', () => resolve(false));
	});

	return {
		socket,
		/** Returns once it answers. */
		async start() {
			child = spawn('clamd', ['--foreground', '-c', path.join(base, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
			child.stdout.on('data', (chunk) => { words += chunk; });
			child.stderr.on('data', (chunk) => { words += chunk; });
			for (let tries = 0; tries < 300; tries++) {
				if (existsSync(socket) && await answers())
					return;
				if (child.exitCode !== null)
					break;
				await sleep(100);
			}
			throw new Error(`clamd does not start:\n${words}`);
		},
		async stop() {
			if (!child || child.exitCode !== null)
				return;
			const ended = new Promise((resolve) => child.once('close', resolve));
			child.kill('SIGKILL');
			await ended;
		},
		log: () => words + (existsSync(path.join(base, 'log')) ? readFileSync(path.join(base, 'log'), 'utf8') : ''),
	};
}
