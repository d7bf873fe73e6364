// SPDX-License-Identifier: ISC
//
// The checker of links: each case of it against servers of its own, which stand at 127.0.0.2 to 127.0.0.99; it takes
// these for the internet only where it is linked for this test (tests/unit/local_links.c). The command as it
// is installed asks none of them, whatever stands in the register.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createPlain } from 'node:net';
import { createServer } from 'node:http';
import { createServer as createSafe } from 'node:https';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openWorld } from '../web/world.mjs';
import { startStack } from '../web/harness.mjs';

let stack;
const servers = [], asked = new Map(), now = { open: new Map(), most: new Map(), all: 0, allMost: 0 }, when = new Map();
let port, safe, silent, old, strange, inside;

const folder = mkdtempSync(path.join(tmpdir(), 'matang-links-'));
const listen = (server, host, at = 0) => new Promise((done, failed) => {
	servers.push(server);
	server.once('error', failed);
	server.listen(at, host, () => done(server.address().port));
});

function answer(request, response) {
	const host = request.headers.host.replace(/:.*/, '');
	const count = (map, key, by) => map.set(key, (map.get(key) ?? 0) + by);
	count(asked, `${host}${request.url}`, 1);
	count(now.open, host, 1);
	when.set(host, [...when.get(host) ?? [], Date.now()]);
	now.all++;
	now.allMost = Math.max(now.all, now.allMost);
	now.most.set(host, Math.max(now.most.get(host) ?? 0, now.open.get(host)));
	response.on('close', () => { count(now.open, host, -1); now.all--; });

	const [, what, rest = ''] = request.url.split('/');
	const to = (place) => response.writeHead(302, { location: place }).end();
	switch (what) {
	case 'instansi': return rest ? to('/instansi/') : response.end('<h1>Semua instansi</h1>');
	case 'hilang': return response.writeHead(404).end('tidak ada');
	case 'rusak': return response.writeHead(500).end();
	case 'masuk': return response.writeHead(401).end();
	case 'pindah': return to('/baru');
	case 'jauh': return Number(rest) > 0 ? to(`/jauh/${Number(rest) - 1}`) : response.end('sampai');
	case 'putar': return to('/putar');
	case 'dalam': return to(`http://127.0.0.1:${port}/rahasia`);
	case 'awan': return to('http://169.254.169.254/latest/meta-data/');
	case 'berkas': return to('file:///etc/passwd');
	case 'induk': return to(`http://127.0.0.${rest}:${port}/`);
	case 'lambat': return setTimeout(() => response.end('akhirnya'), 1_300);
	case 'besar': {
		const piece = Buffer.alloc(64 * 1024, 'x');
		let sent = 0;
		const more = () => { while (!response.destroyed && sent < 64 * 1024 * 1024 && response.write(piece)) sent += piece.length; };
		response.on('drain', more).on('close', () => asked.set('sent', sent));
		return more();
	}
	case 'kepala': return response.writeHead(200, Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`x-${at}`, 'y'.repeat(8000)]))).end();
	case 'putus': return request.socket.destroy();
	case 'sebentar': return setTimeout(() => response.end('x'), 60);
	default: return response.end('halo');
	}
}

/** A certificate of 127.0.0.9 by an authority of its own, for so many days from yesterday: -1 is over. */
function certificate(name, days) {
	const file = (end) => path.join(folder, name + end);
	const openssl = (...args) => execFileSync('openssl', args, { stdio: 'pipe' });

	writeFileSync(file('.ext'), 'subjectAltName=IP:127.0.0.9');
	openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=Contoh ${name}`, '-days', '30', '-keyout', file('-ca.key'), '-out', file('-ca.crt'));
	openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.9', '-keyout', file('.key'), '-out', file('.csr'));
	openssl('x509', '-req', '-in', file('.csr'), '-CA', file('-ca.crt'), '-CAkey', file('-ca.key'), '-CAcreateserial', '-days', String(days), '-extfile', file('.ext'), '-out', file('.crt'));
	return { key: readFileSync(file('.key')), cert: readFileSync(file('.crt')), trusted: readFileSync(file('-ca.crt')) };
}

const trusted = path.join(folder, 'trusted.pem');
const HOSTS = [2, 3, 4, 5, 6];

before(async () => {
	stack = await startStack();
	openWorld(stack);
	const good = certificate('good', 30), over = certificate('over', -1), unknown = certificate('unknown', 30);
	writeFileSync(trusted, Buffer.concat([good.trusted, over.trusted]));
	port = await listen(createServer(answer), '127.0.0.2');
	for (const host of HOSTS.slice(1))
		await listen(createServer(answer), `127.0.0.${host}`, port);
	inside = createServer(answer);
	await listen(inside, '127.0.0.1', port);
	safe = await listen(createSafe(good, answer), '127.0.0.9');
	old = await listen(createSafe(over, answer), '127.0.0.9');
	strange = await listen(createSafe(unknown, answer), '127.0.0.9');
	silent = await listen(createPlain(() => {}), '127.0.0.8');
	stack.sql("REPLACE INTO setting (name, value) VALUES ('link_check_days', '7'), ('link_slow_seconds', '1')");
});
after(async () => {
	for (const server of servers) {
		server.closeAllConnections?.();
		server.close();
	}
	await stack?.stop();
});

/** Runs the job as the linked-for-tests command, beside the servers here; what it said. */
function look({ bin = path.join(stack.build, 'unit/matang_local'), seconds = 120 } = {}) {
	return new Promise((done) => {
		const child = spawn(bin, ['work', 'links', '--seconds', String(seconds)], { env: { ...process.env, MATANG_CONFIG: stack.config, MATANG_TEST_TRUSTED: trusted } });
		let said = '';
		child.stdout.on('data', (bytes) => { said += bytes; });
		child.stderr.on('data', (bytes) => { said += bytes; });
		child.on('close', (status) => done({ status, said }));
	});
}

const register = (addresses) => stack.sql(`DELETE FROM application; ${addresses.map((address, at) => `INSERT INTO application (agency_id, kind, name, address, created_at, created_by, link_due)
	VALUES (1, 'site', 'Situs ${at}', '${address}', UTC_TIMESTAMP(3), 1, UTC_TIMESTAMP(3));`).join('')}`);
const found = () => new Map(stack.sql('SELECT address, COALESCE(link_state, "") AS state, link_reason AS reason, link_status AS status, link_final AS final FROM application')
	.map((row) => [row.address, row]));

describe('the checker of links', () => {
	const at = (host, place) => `http://127.0.0.${host}:${port}${place}`;

	it('tells each case', async () => {
		const cases = [
			[at(2, '/'), 'alive', ''], [at(2, '/masuk'), 'alive', ''], [at(2, '/pindah'), 'alive', ''], [at(2, '/hilang'), 'dead', 'status'], [at(2, '/rusak'), 'dead', 'status'],
			[at(2, '/instansi/kominfo'), 'parent', ''], [at(2, '/instansi/'), 'alive', ''], [at(3, '/jauh/5'), 'alive', ''], [at(3, '/jauh/6'), 'dead', 'redirects'], [at(3, '/putar'), 'dead', 'redirects'],
			[at(4, '/dalam'), 'refused', ''], [at(4, '/awan'), 'refused', ''], [at(4, '/berkas'), 'dead', 'redirects'], [at(4, '/induk/5'), 'alive', ''], [at(5, '/lambat'), 'slow', ''],
			[at(5, '/besar'), 'alive', ''], [at(6, '/putus'), 'dead', 'no-answer'], [at(6, '/kepala'), 'alive', ''],
			[`http://127.0.0.7:${port}/`, 'dead', 'no-answer'], [`http://127.0.0.1:${port}/`, 'refused', ''], [`http://${hostname()}.local/`, 'refused', ''], ['http://tak-ada.contoh-tak-ada.go.id/', 'dead', 'no-name'],
			[`https://127.0.0.9:${safe}/`, 'alive', ''], [`https://127.0.0.9:${old}/`, 'expired', ''], [`https://127.0.0.9:${strange}/`, 'dead', 'no-trust'],
		];
		register(cases.map(([address]) => address));
		const { status, said } = await look();
		const rows = found();
		assert.equal(status, 0, said);
		for (const [address, state, reason] of cases)
			assert.deepEqual({ address, state: rows.get(address).state, reason: rows.get(address).reason }, { address, state, reason });
		assert.equal(Number(rows.get(at(2, '/hilang')).status), 404);
		assert.equal(rows.get(at(2, '/instansi/kominfo')).final, at(2, '/instansi/'));
		assert.equal(asked.get('127.0.0.1/rahasia'), undefined, 'what is inside was asked');
		assert.equal(asked.get('127.0.0.1/'), undefined);
		assert.ok(asked.get('sent') < 8 * 1024 * 1024, `${asked.get('sent')} bytes went out`);
		assert.equal(asked.get('127.0.0.3/putar'), 6, 'one question and five redirects');
	});

	it('asks many hosts at once, and of each one at a time with a pause', async () => {
		now.most.clear();
		now.allMost = 0;
		when.clear();
		register(HOSTS.flatMap((host) => Array.from({ length: 6 }, (_, n) => at(host, `/sebentar/${n}`))));
		await look();
		assert.ok([...found().values()].every((row) => row.state === 'alive'));
		assert.deepEqual([...now.most.values()], HOSTS.map(() => 1));
		assert.ok(now.allMost > 1, `${now.allMost} at once`);
		for (const times of when.values())
			for (let n = 1; n < times.length; n++)
				assert.ok(times[n] - times[n - 1] >= 240, `${times[n] - times[n - 1]} ms`);
	});

	it('looks again when it is time, and after an hour of its own where it was killed', async () => {
		register([at(2, '/')]);
		await look();
		const before = asked.get('127.0.0.2/');
		await look();
		assert.equal(asked.get('127.0.0.2/'), before);
		const [{ days, since }] = stack.sql('SELECT DATEDIFF(link_due, UTC_TIMESTAMP()) AS days, link_since AS since FROM application');
		assert.equal(Number(days), 7);
		stack.sql('UPDATE application SET link_due = UTC_TIMESTAMP(3)');
		await look();
		assert.equal(asked.get('127.0.0.2/'), before + 1);
		assert.equal(stack.sql('SELECT link_since AS since FROM application')[0].since, since, 'it is alive since then');
	});

	it('tells the people of an agency once: of what is dead the second time in a row, of a certificate that is over at once', async () => {
		const told = () => stack.sql("SELECT detail FROM message WHERE kind = 'link_lost' AND account_id = (SELECT MIN(id) FROM account WHERE agency_id = 1 AND role = 'operator')")
			.map((row) => row.detail);
		const again = () => stack.sql('UPDATE application SET link_due = UTC_TIMESTAMP(3)');

		stack.sql("DELETE FROM message WHERE kind = 'link_lost'");
		register([at(2, '/'), at(2, '/hilang'), at(2, '/rusak'), `https://127.0.0.9:${old}/`]);
		await look();
		assert.deepEqual(told(), ['1 aplikasi atau situs'], 'the certificate');
		again();
		await look();
		assert.deepEqual(told(), ['1 aplikasi atau situs', '2 aplikasi atau situs']);
		again();
		await look();
		assert.equal(told().length, 2);
		/* It lives again, and dies again. */
		stack.sql("UPDATE application SET link_state = 'alive', link_since = UTC_TIMESTAMP(3) - INTERVAL 9 DAY WHERE address LIKE '%/hilang'");
		again();
		await look();
		assert.equal(told().length, 2);
		again();
		await look();
		assert.deepEqual(told().slice(2), ['1 aplikasi atau situs']);
		assert.equal(stack.sql("SELECT COUNT(*) AS n FROM message m JOIN account a ON a.id = m.account_id WHERE m.kind = 'link_lost' AND a.agency_id <> 1")[0].n, '0');
	});

	it('calls no link dead where nothing at all is reached', async () => {
		register([1, 2, 3].map((n) => `http://127.0.0.7${n}:${port}/`));
		const { status, said } = await look();
		assert.equal(status, 1);
		assert.match(said, /does this host have a way out/);
		assert.ok([...found().values()].every((row) => row.state === ''));
	});

	it('does nothing where it is switched off', async () => {
		register([at(2, '/')]);
		const before = asked.get('127.0.0.2/');
		stack.sql("UPDATE setting SET value = '0' WHERE name = 'link_check_days'");
		await look();
		stack.sql("UPDATE setting SET value = '7' WHERE name = 'link_check_days'");
		assert.equal(asked.get('127.0.0.2/'), before);
	});

	it('is not led to this machine or its network by the command that is installed', async () => {
		const before = new Map(asked);
		register([at(2, '/'), at(3, '/'), `http://127.0.0.1:${port}/`, 'http://127.0.0.1/', `http://${hostname()}/`, `http://${hostname()}.localdomain/`, `http://[::1]:8080/`, `http://[::ffff:127.0.0.1]:8080/`,
			'http://2130706433/', 'http://169.254.169.254/latest/meta-data/']);
		await look({ bin: path.join(stack.build, 'bin/matang') });
		for (const row of found().values())
			assert.equal(row.state, 'refused', row.address);
		assert.deepEqual(asked, before);
	});
});
