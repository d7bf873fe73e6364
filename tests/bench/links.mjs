// SPDX-License-Identifier: ISC
//
// What looking at many links costs: see README.md beside this file, and `run links`. So many links of so many hosts,
// which are servers here (127.0.0.2 and on), looked at by the command that is linked for tests; the time from its
// start to its end, and the most memory that it held. Nothing here fails for being slow.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openWorld } from '../web/world.mjs';
import { startStack } from '../web/harness.mjs';

const { values: options } = parseArgs({ options: {
	links: { type: 'string', default: '2000' },
	hosts: { type: 'string', default: '20' },
} });
const links = Number(options.links), hosts = Number(options.hosts);

const stack = await startStack();
const servers = [];
try {
	openWorld(stack);
	let port = 0;
	for (let at = 0; at < hosts; at++) {
		const server = createServer((request, response) => response.end('x'.repeat(20_000)));
		await new Promise((done) => server.listen(port, `127.0.0.${at + 2}`, done));
		({ port } = server.address());
		servers.push(server);
	}
	stack.sql(`REPLACE INTO setting (name, value) VALUES ('link_check_days', '7');
		INSERT INTO application (agency_id, kind, name, address, created_at, created_by, link_due)
		SELECT 1, 'site', CONCAT('Situs ', seq), CONCAT('http://127.0.0.', 2 + seq MOD ${hosts}, ':${port}/', seq), UTC_TIMESTAMP(3), 1, UTC_TIMESTAMP(3) FROM seq_1_to_${links}`);
	const begun = process.hrtime.bigint();
	const child = spawn(path.join(stack.build, 'unit/matang_local'), ['work', 'links', '--seconds', '600'], { env: { ...process.env, MATANG_CONFIG: stack.config }, stdio: ['ignore', 'inherit', 'inherit'] });
	let most = 0, pages = 0;
	const look = setInterval(() => {
		try {
			most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]));
			pages = Math.max(pages, Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8'))[1]));
		} catch { /* it has ended */ }
	}, 200);
	await new Promise((done) => child.on('close', done));
	clearInterval(look);
	const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
	const [{ n }] = stack.sql("SELECT COUNT(*) AS n FROM application WHERE link_state = 'alive'");
	console.log(`${n} of ${links} links alive at ${hosts} hosts: ${seconds.toFixed(1)} s, ${(most / 1024).toFixed(1)} MB at most (${(pages / 1024).toFixed(1)} MB PSS)`);
} finally {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	await stack.stop();
}
