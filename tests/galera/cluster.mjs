// SPDX-License-Identifier: ISC
//
// Three real nodes of a Galera cluster on this machine, made of the data of a MariaDB that has stopped.
// They begin with the same position, so that none has to be sent to another as a whole: who comes back
// is sent what it has missed (IST); wsrep_sst_handed beside this file tells it where it stands.
//
//	const cluster = await startCluster(folder, datadir);
//	cluster.kill(1); await cluster.rejoin(1);

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, until } from '../web/harness.mjs';

const PROVIDER = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'].find(existsSync);
const NODES = [1, 2, 3];
const ME = userInfo().username;
const env = { ...process.env, PATH: `${path.dirname(fileURLToPath(import.meta.url))}:${process.env.PATH}` };

export const missing = !PROVIDER && 'no Galera here: apt-get install galera-4';

class Cluster {
	#children = new Map();

	constructor(folder, ports) { Object.assign(this, { folder, ports }); }

	#arguments(node) {
		const { port, group, transfer } = this.ports[node];

		return ['--no-defaults', `--user=${ME}`, `--datadir=${this.folder}/${node}`, `--socket=${this.folder}/${node}.sock`,
			`--port=${port}`, '--bind-address=127.0.0.1', `--pid-file=${this.folder}/${node}.pid`, `--tmpdir=${this.folder}`,
			'--character-set-server=utf8mb4', '--default-time-zone=+00:00', '--performance-schema=off',
			'--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--innodb-flush-log-at-trx-commit=2',
			'--innodb-buffer-pool-size=48M', '--innodb-log-file-size=16M', '--wsrep-on=ON', `--wsrep-provider=${PROVIDER}`,
			'--wsrep-cluster-name=matang', '--wsrep-sst-method=handed', `--wsrep-node-name=node${node}`, '--wsrep-node-address=127.0.0.1',
			`--wsrep-provider-options=base_port=${group};gmcast.listen_addr=tcp://127.0.0.1:${group};ist.recv_addr=127.0.0.1:${transfer};gcache.size=32M`];
	}

	start(node, { first = false } = {}) {
		const others = NODES.filter((other) => other !== node).map((other) => `127.0.0.1:${this.ports[other].group}`);
		const log = openSync(`${this.folder}/${node}.log`, 'a');
		/* After a kill the engine knows how far it was; after an orderly end the file does. */
		const state = `${this.folder}/${node}/grastate.dat`;
		const known = existsSync(state) && /^seqno: +\d/m.test(readFileSync(state, 'utf8'));
		const position = first || known ? null : /Recovered position:? *([0-9a-f-]{36}:-?\d+)/.exec(
			spawnSync('mariadbd', [...this.#arguments(node), '--wsrep-cluster-address=gcomm://', '--wsrep-recover'], { encoding: 'utf8', timeout: 30_000, env }).stderr);
		assert.ok(first || known || position, 'it knows how far it was');
		const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'mariadbd', ...this.#arguments(node), ...first ?
			['--wsrep-new-cluster', '--wsrep-cluster-address=gcomm://'] :
			[`--wsrep-cluster-address=gcomm://${others.join(',')}`, ...position ? [`--wsrep-start-position=${position[1]}`] : []]],
		{ stdio: ['ignore', log, log], env });
		this.#children.set(node, child);
	}

	/** Rows of a query at a node as lists of words; null where it does not answer. */
	ask(node, query) {
		const run = spawnSync('mariadb', ['--no-defaults', `--socket=${this.folder}/${node}.sock`, `--user=${ME}`, '--batch',
			'--skip-column-names', '--default-character-set=utf8mb4', 'matang', '-e', query], { encoding: 'utf8' });
		return run.status === 0 ? run.stdout.split('\n').filter(Boolean).map((line) => line.split('\t')) : null;
	}

	#status(node, name) { return this.ask(node, `SHOW STATUS LIKE '${name}'`)?.[0]?.[1]; }
	ready(node) { return this.#status(node, 'wsrep_ready') === 'ON'; }
	size(node) { return Number(this.#status(node, 'wsrep_cluster_size')); }
	primary(node) { return this.#status(node, 'wsrep_cluster_status') === 'Primary'; }

	async up(node) {
		await until(`node ${node}`, () => this.ready(node), 20_000).catch((error) => {
			throw new Error(`${error.message}\n${readFileSync(`${this.folder}/${node}.log`, 'utf8').slice(-3000)}`);
		});
	}

	/** As when the power goes. */
	kill(node) { this.#children.get(node).kill('SIGKILL'); }
	end(node) {
		return new Promise((done) => {
			this.#children.get(node).once('close', done);
			this.#children.get(node).kill('SIGTERM');
		});
	}

	async rejoin(node) {
		this.start(node);
		await this.up(node);
	}

	async stop() {
		await Promise.all([...this.#children.values()].map((child) => child.exitCode !== null || child.signalCode !== null ? null :
			new Promise((done) => { child.once('close', done); child.kill('SIGKILL'); })));
	}
}

export async function startCluster(folder, datadir) {
	const ports = {};

	mkdirSync(folder, { recursive: true });
	for (const node of NODES) {
		ports[node] = { port: await freePort(), group: await freePort(), transfer: await freePort() };
		if (node === 1)
			cpSync(datadir, `${folder}/1`, { recursive: true });
	}
	const cluster = new Cluster(folder, ports);
	await begin(cluster, folder).catch(async (error) => {
		await cluster.stop();
		throw error;
	});
	return cluster;
}

async function begin(cluster, folder) {
	/* Once alone, to have a position; the others are copies of that. */
	cluster.start(1, { first: true });
	await cluster.up(1);
	await cluster.end(1);
	assert.match(readFileSync(`${folder}/1/grastate.dat`, 'utf8'), /^seqno: +\d/m);
	for (const node of [2, 3])
		cpSync(`${folder}/1`, `${folder}/${node}`, { recursive: true });
	cluster.start(1, { first: true });
	await cluster.up(1);
	for (const node of [2, 3]) {
		cluster.start(node);
		await cluster.up(node);
	}
	assert.equal(cluster.size(1), 3);
}
