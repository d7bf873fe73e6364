// SPDX-License-Identifier: ISC
//
// The site that an operator copies: deploy/nginx/site.conf and deploy/apache/site.conf, with nothing
// changed but names, ports and folders, are taken by the server and lead to the programs over TLS. The
// demo has a site of its own, so nothing else asks these.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, ROOT, startStack } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';
import { PROGRAMS } from '../web/programs.mjs';

needs('openssl');

const SERVER = process.env.MATANG_TEST_SERVER ?? 'nginx';
const PATIENCE_MS = 20_000;
const MODULES = '/usr/lib/apache2/modules';

let stack, folder, plain, secure, command, server;

/* A text with each name replaced; one that is not there is a mistake here. */
function replaced(text, names) {
	return Object.entries(names).reduce((made, [name, value]) => {
		assert.ok(made.includes(name), `there is no ${name}`);
		return made.replaceAll(name, value);
	}, text);
}

/* The same of a shipped file. */
const putIn = (file, names) => replaced(readFileSync(path.join(ROOT, 'deploy', file), 'utf8'), names);

/* The site as deploy/configure writes it for the nginx that is here. */
function configured() {
	const made = spawnSync(path.join(ROOT, 'deploy/configure'), ['--server', 'nginx', '--host', 'matang.example.go.id', '--out', path.join(folder, 'made')],
		{ encoding: 'utf8' });
	assert.equal(made.status, 0, made.stderr);
	return readFileSync(path.join(folder, 'made/site.conf'), 'utf8');
}

function write(name, text) {
	writeFileSync(path.join(folder, name), text);
	return path.join(folder, name);
}

const LETSENCRYPT = '/etc/letsencrypt/live/matang.example.go.id';

function nginxSite() {
	const site = write('site.conf', replaced(configured(), {
		'[::]:80;': `127.0.0.2:${plain};`, 'listen 80;': `listen 127.0.0.1:${plain};`,
		'[::]:443 ': `127.0.0.2:${secure} `, 'listen 443 ': `listen 127.0.0.1:${secure} `,
		[LETSENCRYPT]: folder,
		'/etc/matang/nginx/': `${stack.run}/`,	/* the shipped matang.conf, as the demo has put it there */
	}));
	const temporary = ['client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi']
		.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
	const main = write('nginx.conf', `${process.getuid() === 0 ? 'user root;' : ''}
		pid ${folder}/nginx.pid; daemon off; events {}
		http { include /etc/nginx/mime.types; access_log off; ${temporary} include ${site}; }`);

	return ['nginx', '-e', 'stderr', '-c', main];
}

function apacheSite() {
	const site = path.join(stack.var, 'site');
	const conf = write('site.conf', putIn('apache/site.conf', {
		'*:80>': `127.0.0.1:${plain}>`, '*:443>': `127.0.0.1:${secure}>`, [LETSENCRYPT]: folder,
		'/usr/local/lib/matang': path.join(site, 'bin'),
		'/usr/local/share/matang/assets': path.join(site, 'public/matang/assets'),
		'/usr/local/share/matang/errors': path.join(site, 'public/matang/errors'),
	}));
	/* What Debian's Apache has, and what the head of the file says to enable. */
	const enabled = putIn('apache/site.conf', {}).match(/a2enmod ([a-z ]+)\./)[1].split(' ');
	const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'alias', 'setenvif', 'env', 'socache_shmcb', ...enabled];
	const main = write('apache.conf', `
		DefaultRuntimeDir "${folder}"
		PidFile "${folder}/httpd.pid"
		ServerName localhost
		Listen 127.0.0.1:${plain}
		Listen 127.0.0.1:${secure}
		${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
		ErrorLog "${folder}/error.log"
		Define APACHE_LOG_DIR "${folder}"
		LogFormat "%h %l %u %t \\"%r\\" %>s %b" combined
		TypesConfig /etc/mime.types
		${process.getuid() === 0 ? 'User www-data\nGroup www-data' : ''}
		FcgidIPCDir "${folder}/fcgid"
		FcgidProcessTableFile "${folder}/fcgid.shm"
		FcgidInitialEnv MATANG_CONFIG "${stack.config}"
		SetEnv MATANG_CONFIG "${stack.config}"
		<Directory />
			AllowOverride None
			Require all denied
		</Directory>
		Include "${conf}"`);

	return ['apache2', '-f', main, '-D', 'FOREGROUND'];
}

/* [status, headers, body] of an address as it stands, by the certificate that we have just made. */
function ask(scheme, address) {
	return new Promise((resolve, reject) => {
		const get = scheme === 'https' ? https.get : http.get;

		get({ host: '127.0.0.1', port: scheme === 'https' ? secure : plain, path: address, agent: false,
			servername: 'matang.example.go.id', headers: { host: 'matang.example.go.id' },
			ca: readFileSync(path.join(folder, 'fullchain.pem')) }, (message) => {
			const pieces = [];
			message.on('data', (piece) => pieces.push(piece));
			message.on('end', () => resolve([message.statusCode, message.headers, Buffer.concat(pieces).toString()]));
		}).on('error', reject);
	});
}

async function answers() {
	for (const until = Date.now() + PATIENCE_MS; ;) {
		try {
			return await ask('http', '/');
		} catch (error) {
			if (Date.now() > until || server.exitCode !== null)
				throw error;
			await new Promise((done) => setTimeout(done, 50));
		}
	}
}

describe(`the site of ${SERVER}`, { skip: SERVER === 'apache-cgi' && 'it is that of mod_fcgid' }, () => {
	before(async () => {
		stack = await startStack({ env: { MATANG_SETTINGS: 'site_also http://localhost https://matang.example.go.id' } });
		folder = path.join(stack.var, 'shipped');
		mkdirSync(path.join(folder, 'fcgid'), { recursive: true });
		chmodSync(path.join(folder, 'fcgid'), 0o777);
		[plain, secure] = [await freePort(), await freePort()];
		const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2',
			'-subj', '/CN=matang.example.go.id', '-addext', 'subjectAltName=DNS:matang.example.go.id',
			'-keyout', `${folder}/privkey.pem`, '-out', `${folder}/fullchain.pem`], { encoding: 'utf8' });
		assert.equal(made.status, 0, made.stderr);
		command = SERVER === 'nginx' ? nginxSite() : apacheSite();
	});
	after(async () => {
		if (server && server.exitCode === null) {
			server.kill('SIGTERM');
			await once(server, 'exit');
		}
		await stack?.stop();
	});

	it('is taken as it is', () => {
		const test = spawnSync(command[0], [...command.slice(1).filter((word) => word !== '-D' && word !== 'FOREGROUND'), '-t'],
			{ encoding: 'utf8' });
		assert.equal(test.status, 0, test.stderr);
		assert.doesNotMatch(test.stderr, /\[(warn|emerg|error)\]|AH\d+: (?!00558)/, test.stderr);
	});

	it('leads to TLS', async () => {
		server = spawn(command[0], command.slice(1), { stdio: 'ignore' });
		const [status, headers] = await answers();
		assert.equal(status, 301);
		assert.equal(headers.location, 'https://matang.example.go.id/');
		assert.equal((await ask('http', '/matang/questionnaire/7/3?x=1'))[1].location, 'https://matang.example.go.id/matang/questionnaire/7/3?x=1');
		assert.equal((await ask('http', '/matang/exchange/api/cycles'))[0], 403, 'a key that comes in the clear is not led on');
	});

	it('keeps browsers at TLS, and at the ciphers that are named', async () => {
		assert.equal((await ask('https', '/matang/portal/'))[1]['strict-transport-security'], 'max-age=31536000');
		const shaken = (...options) => spawnSync('openssl', ['s_client', '-connect', `127.0.0.1:${secure}`, '-servername', 'matang.example.go.id', ...options],
			{ input: '', encoding: 'utf8' }).stdout;
		assert.match(shaken('-tls1_2'), /Cipher is ECDHE-RSA-AES256-GCM-SHA384/);
		assert.match(shaken('-tls1_2', '-cipher', 'ECDHE-RSA-AES128-SHA256:AES128-GCM-SHA256'), /Cipher is \(NONE\)/);
		assert.match(shaken('-tls1_3'), /Cipher is TLS_AES_256_GCM_SHA384/);
	});

	it('has the portal, and what stands beside the programs', async () => {
		let [status, headers, body] = await ask('https', '/matang/');
		assert.equal(status, 302);
		assert.match(headers.location, /\/matang\/portal\/$/);
		[status, headers, body] = await ask('https', '/matang/portal/');
		assert.equal(status, 200);
		assert.match(body, /<html lang="id"/);
		const style = body.match(/href="(\/matang\/assets\/[^"]+\.css)"/)[1];
		[status, headers] = await ask('https', style);
		assert.equal(status, 200);
		assert.match(headers['cache-control'], /immutable/);
		assert.equal(headers['x-content-type-options'], 'nosniff');
		[status, headers, body] = await ask('https', '/matang/nowhere/');
		assert.equal(status, 404);
		assert.match(body, /Halaman tidak ditemukan/);
	});

	for (const program of PROGRAMS)
		it(`has ${program}`, async () => {
			const [status, , body] = await ask('https', `/matang/${program}/healthz`);
			assert.equal(status, 200);
			assert.equal(body.trim(), 'ok');
		});
});
