// SPDX-License-Identifier: ISC
//
// The programs behind web servers that reach their sockets, with the file that an operator copies: Apache by
// mod_proxy_fcgi (deploy/apache/proxy.conf), lighttpd and Caddy. The server runs as somebody who can read neither
// configuration nor evidence.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from '../web/client.mjs';
import { freePort, pause, ROOT, startStack, until } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';

needs('apache2', 'lighttpd', 'caddy');

const MODULES = '/usr/lib/apache2/modules';
const AS_ROOT = process.getuid() === 0;

/* A file that is shipped, with the folders of this test in the place of its own. */
const shipped = (name, { place, sockets, bin }) => readFileSync(path.join(ROOT, 'deploy', name), 'utf8')
	.replaceAll('/run/matang/', `${sockets}/`).replaceAll('/usr/local/lib/matang', bin).replaceAll('/usr/local/share/matang', `${place}/share`);

/* What comes within a minute, which is long for what takes milliseconds; else nothing. */
const inTime = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 60_000).unref())]);

/* The command that starts each server. */
const servers = {
	Apache(where) {
		const { place, port } = where, text = shipped('apache/proxy.conf', where);
		const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'setenvif', 'env',
			...text.match(/a2enmod ([a-z_ ]+)/)[1].trim().split(' ')];
		writeFileSync(path.join(place, 'apache.conf'), `DefaultRuntimeDir ${place}
			PidFile ${place}/pid
			ServerName localhost
			Listen 127.0.0.1:${port}
			${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
			User ${AS_ROOT ? 'www-data' : userInfo().username}
			Group ${AS_ROOT ? 'www-data' : '#-1'}
			ErrorLog ${place}/error.log
			TypesConfig /etc/mime.types
			<Directory />
				AllowOverride None
				Require all denied
			</Directory>
			DocumentRoot ${place}
			${text}`);
		return ['apache2', ['-f', path.join(place, 'apache.conf'), '-D', 'FOREGROUND']];
	},
	lighttpd(where) {
		const { place, port } = where;
		writeFileSync(path.join(place, 'lighttpd.conf'), `server.document-root = "${place}/share"\nserver.port = ${port}\n` +
			`server.bind = "127.0.0.1"\n${AS_ROOT ? 'server.username = "www-data"\nserver.groupname = "www-data"\n' : ''}` +
			`mimetype.assign = ( ".css" => "text/css", ".js" => "text/javascript", "" => "application/octet-stream" )\n${
				shipped('lighttpd/matang.conf', where)}`);
		return ['lighttpd', ['-D', '-f', path.join(place, 'lighttpd.conf')]];
	},
	Caddy(where) {
		const { place, port } = where;
		writeFileSync(path.join(place, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${shipped('caddy/Caddyfile', where)
			.replace('matang.example.go.id', `http://:${port}`)}`);
		const run = ['caddy', 'run', '--adapter', 'caddyfile', '--config', path.join(place, 'Caddyfile')];
		return AS_ROOT ? ['setpriv', ['--reuid', 'www-data', '--regid', 'www-data', '--clear-groups', ...run]] : [run[0], run.slice(1)];
	},
};

for (const SERVER of Object.keys(servers)) describe(`behind ${SERVER} by the sockets`, () => {
	let stack, place, apache, client, port, sockets;

	before(async () => {
		stack = await startStack();
		openWorld(stack);
		place = mkdtempSync(path.join(tmpdir(), 'matang-proxy-'));
		mkdirSync(path.join(place, 'share'));
		chmodSync(place, 0o755);
		if (AS_ROOT)
			spawnSync('chown', ['www-data', place]);
		port = await freePort();
		/* In small letters. */
		sockets = path.join(tmpdir(), `matang-proxy-${port}`);
		symlinkSync(stack.run, sockets);
		spawnSync('cp', ['-R', path.join(ROOT, 'htdocs/assets'), path.join(ROOT, 'deploy/errors'), path.join(place, 'share')]);
		spawnSync('sh', ['-c', 'cp -L "$1"/*.html "$2"', 'sh', path.join(ROOT, 'deploy/lighttpd/errors'), path.join(place, 'share/errors')]);
		/* As matang@.socket gives them to the web server's group. */
		if (AS_ROOT) {
			const gid = Number(spawnSync('id', ['-g', 'www-data'], { encoding: 'utf8' }).stdout);
			for (const program of readFileSync(path.join(ROOT, 'cgi-bin/programs'), 'utf8').matchAll(/^program\s+(\w+)/gm))
				try {
					chownSync(path.join(stack.run, `${program[1]}.sock`), 0, gid);
				} catch { /* one that is not built */ }
		}
		apache = spawn(...servers[SERVER]({ place, port, sockets, bin: path.join(stack.build, 'bin') }),
			{ stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, HOME: place } });
		client = new Client(`http://127.0.0.1:${port}/matang`);
		await until(SERVER, () => client.get('/portal/healthz').then(() => true, () => false), 60_000);
	});
	after(async () => {
		apache?.kill('SIGTERM');
		if (apache && apache.exitCode === null)
			await new Promise((done) => apache.once('exit', done));
		await stack?.stop();
		rmSync(sockets, { force: true });
		if (place && !process.env.MATANG_TEST_KEEP)
			rmSync(place, { recursive: true, force: true });
	});

	/* The site's own address is nginx's here; as behind a proxy that keeps the Host header. */
	const through = (method, where, options = {}) => client.request(method, where,
		{ ...options, headers: { origin: null, ...options.headers, host: `127.0.0.1:${stack.port}` } });

	it('pages come with what was asked for, and with what they say of themselves', async () => {
		assert.equal((await through('GET', '/portal/healthz')).text.split('\n')[0], 'ok');
		const page = await through('GET', '/portal/?q=a%20b%26c&page=1');
		assert.equal(page.status, 200);
		assert.equal(page.one('input[name=q]')?.getAttribute('value') ?? 'a b&c', 'a b&c');
		assert.match(page.headers['content-security-policy'], /default-src/);
		assert.equal((await through('GET', '/portal/region/99.99/2025')).status, 404);
		assert.equal((await through('HEAD', '/portal/')).status, 200);
		assert.equal((await through('GET', '/matang')).location?.replace(/^.*\/matang/, '/matang'), '/matang/portal/');
		assert.equal((await through('GET', '/account?x=1')).status, 301);
		for (const where of ['/nothing/', '/.matang/', '/account.sock/', '/a/b'])
			assert.ok([403, 404, ...SERVER === 'Caddy' ? [502] : []].includes((await through('GET', where)).status), where);
		assert.equal((await through('GET', '/assets/current')).status, 200);
	});

	it('who works signs in and sends forms and files, small and large', async () => {
		const cookies = {};
		const send = async (method, where, options = {}) => {
			const page = await through(method, where, { ...options, headers: { cookie: Object.entries(cookies)
				.map(([name, value]) => `${name}=${value}`).join('; '), ...options.headers } });
			for (const line of page.setCookies) {
				const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
				cookies[name] = value;
			}
			return page;
		};
		const first = await send('GET', '/account/');
		const form = { type: 'application/x-www-form-urlencoded', parts: [Buffer.from(new URLSearchParams({
			csrf: first.one('input[name=csrf]').getAttribute('value'), next: '', username: 'operator.dkumkmp', password: PASSWORD }).toString())] };
		assert.equal((await send('POST', '/account/', { body: form })).status, 303);
		const page = await send('GET', '/upload/new');
		assert.equal(page.status, 200, page.text.slice(0, 300));
		const token = page.one('input[name=csrf]').getAttribute('value');
		for (const length of [1000, 90_000, 3_000_000]) {
			const name = Buffer.from('besar.pdf').toString('base64');
			const made = await send('POST', '/upload/files', { headers: { 'tus-resumable': '1.0.0', 'upload-length': String(length),
				'upload-metadata': `filename ${name}`, 'x-csrf-token': token } });
			assert.equal(made.status, 201, made.text);
			const place = new URL(made.location, client.base).pathname;
			const sent = await send('PATCH', place, { headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'x-csrf-token': token },
				body: { type: 'application/offset+octet-stream', parts: [Buffer.alloc(length, 'a')] } });
			assert.ok([204, 422].includes(sent.status), `${length}: ${sent.status} ${sent.text}`);
		}
	});

	/* Each of the short ones would be waited for for ten seconds, by one of four processes. */
	it('who never ends a body keeps no page from anybody', async () => {
		const lines = await Promise.all(Array.from({ length: 120 }, (_, at) => new Promise((done, failed) => {
			const line = net.connect(port, '127.0.0.1', () => done(line)).on('error', failed);
			line.write(`POST /matang/upload/new HTTP/1.1\r\nHost: 127.0.0.1:${stack.port}\r\nContent-Length: ${[90_000, 30_000_000][at % 2]}\r\n` +
				'Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n');
		})));
		try {
			await pause(300);
			const page = await inTime(through('GET', '/upload/', { follow: false }));
			assert.ok([200, 303].includes(page?.status), 'a page is answered meanwhile');
		} finally {
			lines.forEach((line) => line.destroy());
		}
	});

	it('who has no account is refused what is long before it is stored', { skip: SERVER !== 'lighttpd' && 'says its answer behind the body, which it does not store' }, async () => {
		const line = net.connect(port, '127.0.0.1');
		line.write(`POST /matang/upload/new HTTP/1.1\r\nHost: 127.0.0.1:${stack.port}\r\nContent-Length: 30000000\r\n` +
			'Content-Type: multipart/form-data; boundary=x\r\n\r\n');
		const answer = await inTime(new Promise((done) => line.once('data', (bytes) => done(bytes.toString()))));
		assert.match(answer ?? '', /^HTTP\/1\.1 401/);
		line.destroy();
	});

	it('nobody but the programs reads configuration and evidence', { skip: !AS_ROOT && 'one account here' }, () => {
		for (const name of [stack.config, stack.files])
			assert.notEqual(spawnSync('setpriv', ['--reuid', 'www-data', '--regid', 'www-data', '--clear-groups', 'ls', `${name}/`]).status, 0);
		assert.notEqual(spawnSync('setpriv', ['--reuid', 'www-data', '--regid', 'www-data', '--clear-groups', 'cat', stack.config]).status, 0);
	});

	/* The first answer on a line of its own: no client would send these. */
	const answerTo = async (text) => {
		const line = net.connect(port, '127.0.0.1');
		line.on('error', () => {});
		line.write(text);
		const answer = await inTime(new Promise((done) => {
			let all = '';
			line.on('data', (bytes) => { all += bytes; if (all.includes('</html>')) done(all); });
			line.on('close', () => done(all));
		}));
		line.destroy();
		return answer ?? '';
	};

	it('what the server says itself is said in our words, and what a program says stays its own', async () => {
		const host = `Host: 127.0.0.1:${stack.port}\r\n`, long = 'Content-Length: 70000000\r\n';
		/* Caddy answers behind the body. */
		const body = 'x'.repeat(SERVER === 'Caddy' ? 70_000_000 : 200_000);
		const typed = 'Content-Type: application/x-www-form-urlencoded\r\n';
		for (const [request, status, words] of [
			[`GET /matang/nothing-here/ HTTP/1.1\r\n${host}Connection: close\r\n\r\n`, 404, /<h1[^>]*>Halaman tidak ditemukan<\/h1>/],
			[`POST /matang/account/ HTTP/1.1\r\n${host}${typed}${long}\r\n${body}`, 413, /<h1[^>]*>Kiriman terlalu besar<\/h1>/]]) {
			const answer = await answerTo(request);
			assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), request.slice(0, 60));
			assert.match(answer, words);
			assert.match(answer, /content-security-policy[^]{1,20}default-src 'none'/i, 'by its head, or in it');
		}
		const own = await through('GET', '/portal/region/99.99/2025');
		assert.equal(own.status, 404);
		assert.ok(own.one('.govuk-service-navigation, header nav'), 'the page of the program');
	});

	it('a program that is away is told in our words', async () => {
		rmSync(path.join(stack.run, 'schedule.sock'));
		const page = await through('GET', '/schedule/');
		assert.ok([502, 503].includes(page.status), String(page.status));
		assert.match(page.text, /tidak (dapat|tersedia)/);
	});
});
