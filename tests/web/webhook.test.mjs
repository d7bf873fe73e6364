// SPDX-License-Identifier: ISC
//
// The gateway of a region: what people are told is posted to it, signed, once, whatever it answers; an https server
// of its own plays it at 127.0.0.9, which only the command that is linked for this test takes for the internet; at
// 127.0.0.10 it is another's, and at 127.0.0.120 one of an own network.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const OWN = '127.0.0.9', OTHER = '127.0.0.10', INSIDE = '127.0.0.120';
let stack, world, admin, id, port, secret, answer = () => 200, posted = [], came = () => {};
const servers = [];
const folder = mkdtempSync(path.join(tmpdir(), 'matang-webhook-'));
const PAGE = '/cycle/regions/2/webhook';

function certificate() {
	const file = (end) => path.join(folder, end);
	const openssl = (...args) => execFileSync('openssl', args, { stdio: 'pipe' });

	writeFileSync(file('ext'), 'subjectAltName=IP:127.0.0.9,IP:127.0.0.10,IP:127.0.0.120');
	openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=Contoh', '-days', '30', '-keyout', file('ca.key'), '-out', file('ca.crt'));
	openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=Lain', '-days', '30', '-keyout', file('other.key'), '-out', file('other.crt'));
	openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.9', '-keyout', file('key'), '-out', file('csr'));
	openssl('x509', '-req', '-in', file('csr'), '-CA', file('ca.crt'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '30', '-extfile', file('ext'), '-out', file('crt'));
	return { key: readFileSync(file('key')), cert: readFileSync(file('crt')) };
}

before(async () => {
	stack = await startStack({ env: { MATANG_SETTINGS: 'gateways_inside 10.9.8.7:9443' } });
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	admin = await world.as('admin');
	const pair = certificate();
	const listen = (host, wanted) => new Promise((done) => {
		const server = createServer(pair, (request, response) => {
			let body = '';
			request.on('data', (bytes) => { body += bytes; });
			request.on('end', () => {
				posted.push({ host, method: request.method, headers: request.headers, url: request.url, body });
				came();
				const status = answer(host);
				if (status === 'hang') return;
				if (status === 'slow') return void setTimeout(() => response.writeHead(200).end(), 700);
				if (status === 'die') return void request.socket.destroy();
				response.writeHead(status, status >= 300 && status < 400 ? { location: `https://${OTHER}:${port}/lain` } : {}).end();
			});
		});
		servers.push(server);
		server.listen(wanted, host, () => done(server.address().port));
	});
	port = await listen(OWN, 0);
	await listen(OTHER, port);
	await listen(INSIDE, port);
});
after(async () => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
	await stack?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const one = (query) => stack.sql(query)[0];
const work = ({ bin = 'unit/matang_local', trusted = 'ca.crt', milliseconds = 30000, seconds = 240, started = () => {} } = {}) => new Promise((done) => {
	const child = spawn(path.join(stack.build, bin), ['work', 'webhooks', '--seconds', seconds], { env: { ...process.env, MATANG_CONFIG: stack.config,
		MATANG_TEST_TRUSTED: path.join(folder, trusted), MATANG_TEST_MILLISECONDS: milliseconds } });
	let said = '';
	child.stdout.on('data', (bytes) => { said += bytes; });
	child.stderr.on('data', (bytes) => { said += bytes; });
	child.on('close', (status) => done({ status, said }));
	started(child);
});
const name = async (address) => admin.submit(await admin.get(PAGE), { address }, { form: 'form[action$="/webhook"]' });
const press = async (button) => admin.submit(await admin.get(PAGE), {}, { form: `form[action$="/${button}"]` });
const signature = (key, time, body) => `sha256=${createHmac('sha256', key).update(`${time}.${body}`).digest('hex')}`;
const ready = () => stack.sql('UPDATE webhook SET next_at = UTC_TIMESTAMP(3)');
const states = () => stack.sql('SELECT state, tries, status, trouble FROM webhook_delivery ORDER BY id').map((row) => [row.state, Number(row.tries), Number(row.status), row.trouble]);
const clear = () => { posted = []; stack.sql('DELETE FROM webhook_delivery; UPDATE webhook SET next_at = UTC_TIMESTAMP(3), failures = 0'); };

describe('the gateway of a region', () => {
	it('is an address of the internet by https; its secret is shown once', async () => {
		for (const [address, words] of [['http://gerbang.contoh.go.id/', /https/], ['https://10.0.0.1/', /jaringan sendiri/], ['https://localhost/', /jaringan sendiri/],
			['https://gerbang.contoh.go.id:22/', /jaringan sendiri/], ['gerbang', /alamat lengkap/]]) {
			const page = await name(address);
			assert.equal(page.status, 422, address);
			assert.match(page.text, words);
			assert.equal(page.one('#address').getAttribute('value'), address, 'what was typed stays');
		}
		const first = (await admin.get(PAGE)).words();
		assert.match(first, /Sesudah disimpan, rahasianya tampil satu kali/);
		assert.doesNotMatch(first, /Rahasianya tetap sama/, 'there is none yet');
		const page = await name('https://gerbang.contoh.go.id/matang?kunci=contoh-rahasia');
		secret = page.words('#secret');
		assert.match(secret, /^[0-9A-HJKMNP-TV-Z]{26}$/i);
		assert.doesNotMatch((await admin.get(PAGE)).text, new RegExp(secret));
		assert.match((await admin.get(PAGE)).text, /Belum ada kiriman/);
		assert.match((await admin.get(PAGE)).words(), /Rahasianya tetap sama bila alamat diganti/);
		stack.sql(`UPDATE webhook SET address = 'https://${OWN}:${port}/matang'`);
		assert.equal(one("SELECT COUNT(*) AS n FROM history WHERE to_value = 'Gerbang pesan: https://gerbang.contoh.go.id/matang'").n, '1');
		assert.equal(one("SELECT COUNT(*) AS n FROM history WHERE to_value LIKE '%contoh-rahasia%'").n, '0', 'what stands behind ? may be a password');
	});

	it('gets what people are told, signed, and nothing twice', async () => {
		const team = await world.as('verifikator');
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		const back = await team.submit(await team.get(`/verify/${id}/return`), { reason: 'Contoh alasan', 'correct-1': '1', 'note-1': 'Contoh' },
			{ form: 'main form[method=post]' });
		assert.equal(one(`SELECT state FROM assessment WHERE id = ${id}`).state, 'returned', back.words('main'));
		const waiting = states().length;
		const { status, said } = await work();
		assert.equal(status, 0, said);
		assert.equal(posted.length, waiting, said);
		for (const { method, headers, body } of posted) {
			const told = JSON.parse(body);
			assert.equal(method, 'POST');
			assert.equal(headers['x-matang-signature'], signature(secret, headers['x-matang-timestamp'], body));
			assert.ok(Math.abs(Number(headers['x-matang-timestamp']) - Date.now() / 1000) < 600);
			assert.equal(headers['x-matang-delivery'], told.delivery);
			assert.deepEqual(Object.keys(told).sort(), ['agency', 'delivery', 'kind', 'link', 'region', 'time', 'year']);
			assert.deepEqual([told.kind, told.region], ['returned', '64.71']);
			for (const { full_name: person } of stack.sql('SELECT full_name FROM account')) assert.ok(!body.includes(person), 'of no person');
			assert.match(told.agency, /Koperasi/);
			assert.match(told.link, /\/matang\/[a-z]+\//);
			assert.match(told.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		}
		await work();
		assert.equal(posted.length, waiting, 'never again after 2xx');
	});

	it('is left alone for longer and longer where it refuses, dies, leads on or hangs, and tells its page', async () => {
		for (const [what, status, trouble] of [[500, 500, 'status'], [404, 404, 'status'], ['die', 0, 'no-answer'], [302, 302, 'status'], [307, 307, 'status']]) {
			clear();
			answer = () => what;
			await press('test');
			await work();
			assert.deepEqual(states(), [['waiting', 1, status, trouble]], String(what));
			assert.equal(posted.length, 1, 'no redirect is followed, no second try at once');
			await work();
			assert.equal(posted.length, 1, 'not before the pause is over');
			assert.ok(Number(one('SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), next_at) AS s FROM webhook').s) > 30);
			ready();
			await work();
			assert.ok(Number(one('SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), next_at) AS s FROM webhook').s) > 240);
			assert.match((await admin.get(PAGE)).text, /Menunggu/);
		}
		assert.ok(posted.every(({ host, url }) => host === OWN && url === '/matang'), 'nowhere else');
		const names = posted.map(({ headers }) => headers['x-matang-delivery']);
		assert.equal(new Set(names).size, 1, 'the same name in every try');
		answer = () => 204;
		await press('again');
		await work();
		assert.deepEqual(states(), [['sent', 3, 204, '']]);
	});

	it('may be slow; one that hangs takes no time of another', async () => {
		clear();
		stack.sql(`INSERT INTO webhook (region_id, address, secret, next_at, updated_at, updated_by)
			SELECT 1, 'https://${OTHER}:${port}/', '${'a'.repeat(26)}', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), MIN(id) FROM account;
			INSERT INTO webhook_delivery (region_id, kind, created_at, until)
			SELECT 1, 'test', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 3 DAY FROM seq_1_to_3`);
		await press('test');
		answer = (host) => host === OWN ? 'hang' : 'slow';
		const { status, said } = await work({ milliseconds: 1500 });
		answer = () => 200;
		assert.equal(status, 0, said);
		assert.deepEqual(states(), [...Array(3).fill(['sent', 1, 200, '']), ['waiting', 1, 0, 'no-time']]);
		assert.match((await admin.get(PAGE)).text, /tidak dijawab dalam 30 detik/);
		stack.sql('DELETE FROM webhook_delivery WHERE region_id = 1; DELETE FROM webhook WHERE region_id = 1');
	});

	it('has a certificate that is trusted, or is told nothing and its page says why', async () => {
		for (const trusted of ['other.crt', 'key']) { // of another authority; of none, as on a host without the package
			clear();
			await press('test');
			await work({ trusted });
			assert.equal(posted.length, 0);
			assert.deepEqual(states(), [['waiting', 1, 0, 'no-trust']]);
			assert.match((await admin.get(PAGE)).text, /sertifikatnya tidak dipercaya/);
		}
	});

	it('has another secret when somebody asks for one, which signs from then on', async () => {
		clear();
		const page = await press('secret');
		const turned = page.words('#secret');
		assert.match(turned, /^[0-9A-HJKMNP-TV-Z]{26}$/i);
		assert.notEqual(turned, secret);
		assert.doesNotMatch((await admin.get(PAGE)).text, new RegExp(turned));
		assert.equal(one("SELECT COUNT(*) AS n FROM history WHERE to_value = 'Gerbang pesan: rahasia baru'").n, '1');
		secret = turned;
		await press('test');
		await work();
		assert.equal(posted[0].headers['x-matang-signature'], signature(secret, posted[0].headers['x-matang-timestamp'], posted[0].body));
	});

	it('may move: what waits goes to where it is now, with the secret that it has', async () => {
		clear();
		await press('test');
		answer = () => 500;
		await work();
		answer = () => 200;
		assert.equal((await name('https://gerbang.contoh.go.id/pindah')).status, 200);
		stack.sql(`UPDATE webhook SET address = 'https://${OTHER}:${port}/pindah'`);
		await work();
		assert.deepEqual(posted.map(({ host }) => host), [OWN, OTHER], 'at once, without the rest of the pause');
		assert.equal(posted[1].headers['x-matang-signature'], signature(secret, posted[1].headers['x-matang-timestamp'], posted[1].body));
		const before = await admin.get(PAGE);
		assert.equal((await name('https://gerbang.contoh.go.id/lain')).status, 200);
		assert.equal((await admin.submit(before, { address: 'https://gerbang.contoh.go.id/lama' }, { form: 'form[action$="/webhook"]' })).status, 409, 'not over what another has written');
		stack.sql(`UPDATE webhook SET address = 'https://${OWN}:${port}/matang'`);
	});

	it('may be in an own network where who runs the host names it, and nowhere else', async () => {
		assert.equal((await name('https://10.9.8.7:9443/matang')).status, 200, 'named in the configuration');
		assert.equal((await name('https://10.9.8.7/matang')).status, 422, 'another port of it is not');
		stack.sql(`UPDATE webhook SET address = 'https://${INSIDE}:${port}/'`);
		clear();
		await press('test');
		await work();
		assert.deepEqual(states(), [['waiting', 1, 0, 'refused']]);
		assert.equal(posted.length, 0);
		appendFileSync(stack.config, `gateways_inside ${INSIDE}:${port}\n`);
		ready();
		await work();
		assert.deepEqual(states(), [['sent', 2, 200, '']]);
		stack.sql(`UPDATE webhook SET address = 'https://${OWN}:${port}/matang'`);
	});

	it('does not hold up what comes behind one that it refuses', async () => {
		clear();
		await press('test');
		await press('test');
		await press('test');
		let first = true;
		answer = () => { const status = first ? 400 : 200; first = false; return status; };
		await work();
		ready();
		await work();
		assert.deepEqual(states().map(([state]) => state), ['sent', 'sent', 'sent']);
		answer = () => 200;
	});

	it('gets the same name again where the run was killed in the middle', async () => {
		clear();
		await press('test');
		answer = () => 'hang';
		await new Promise((done) => {
			came = done;
			work({ started: (child) => { came = () => { child.kill('SIGKILL'); done(); }; } });
		});
		came = () => {};
		answer = () => 200;
		await work();
		assert.equal(posted.length, 1, 'what it had claimed is its own for a while');
		ready();
		await work();
		assert.equal(posted.length, 2);
		assert.equal(posted[0].headers['x-matang-delivery'], posted[1].headers['x-matang-delivery']);
		assert.equal(posted[0].body, posted[1].body);
		assert.deepEqual(states().map(([state]) => state), ['sent']);
	});

	it('is given up in the sight of all, and tried again when somebody says so', async () => {
		clear();
		await press('test');
		stack.sql('UPDATE webhook_delivery SET until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND');
		const { said } = await work();
		assert.match(said, /1 deliveries were given up/);
		assert.equal(posted.length, 0);
		assert.match((await admin.get(PAGE)).text, /Tidak terkirim/);
		await press('again');
		await work();
		assert.equal(posted.length, 1);
	});

	it('is not asked at an address of this machine by the command as it is installed', async () => {
		clear();
		await press('test');
		await work({ bin: 'bin/matang' });
		assert.deepEqual(states(), [['waiting', 1, 0, 'refused']]);
		assert.equal(posted.length, 0);
		assert.match((await admin.get(PAGE)).text, /dihubungi hanya bila pengelola server menyebutnya/);
	});

	it('is nobody’s any more when it is taken out, and what was given up is there when it comes back', async () => {
		assert.equal((await press('remove')).status, 200);
		assert.equal(one('SELECT COUNT(*) AS n FROM webhook').n, '0');
		assert.equal(one("SELECT COUNT(*) AS n FROM webhook_delivery WHERE state = 'waiting'").n, '0');
		assert.equal((await admin.post(`${PAGE}/test`, { csrf: admin.csrf(await admin.get(PAGE)) })).status, 404);
		assert.equal((await name('https://gerbang.contoh.go.id/')).status, 200);
		assert.match((await admin.get(PAGE)).text, /Tidak terkirim/);
		await press('again');
		assert.equal(one("SELECT COUNT(*) AS n FROM webhook_delivery WHERE state = 'waiting'").n, '1');
	});

	it('is removed long after, as the setting of messages says', async () => {
		stack.sql("UPDATE webhook_delivery SET state = 'sent', ended_at = UTC_TIMESTAMP(3), until = '2020-01-01'");
		const said = execFileSync(path.join(stack.build, 'bin/matang'), ['sweep', '--remove'], { env: { ...process.env, MATANG_CONFIG: stack.config }, encoding: 'utf8' });
		assert.match(said, /1 deliveries to gateways that ended long ago/);
		assert.equal(one('SELECT COUNT(*) AS n FROM webhook_delivery').n, '0');
	});
});

describe('the guide', () => {
	it('has an example of a signature that is right', () => {
		const guide = readFileSync(path.join(import.meta.dirname, '../../deploy/PANDUAN.md'), 'utf8');
		const [, key] = guide.match(/dengan rahasia `([0-9a-z]{26})`/);
		const [, time, signed, body] = guide.match(/X-Matang-Timestamp: (\d+)\n +X-Matang-Signature: (sha256=[0-9a-f]{64})\n\n +(\{.*\})\n/);
		assert.equal(signed, signature(key, time, body));
		assert.equal(JSON.parse(body).delivery, guide.match(/X-Matang-Delivery: (\S+)/)[1]);
	});
});
