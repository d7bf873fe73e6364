// SPDX-License-Identifier: ISC
//
// Signing in as who the site says somebody is (cgi-bin/account/site_sign_in.c): what a program believes of the
// web server and what of nobody, and the whole way by a real Apache with mod_auth_openidc and a real provider.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from './client.mjs';
import { FcgiRequest } from './fcgi.mjs';
import { behindOne, freePort, ROOT, startStack, until } from './harness.mjs';

/* By hand, with the variables that a web server would set. */
function asks(stack, extra) {
	const variables = (method, more) => ({ REQUEST_METHOD: method, PATH_INFO: '/site', QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1',
		HTTP_HOST: `127.0.0.1:${stack.port}`, REMOTE_ADDR: '127.0.0.1', ...extra, ...more });
	const ask = (method, more = {}, body = '') => new FcgiRequest(`${stack.run}/account.sock`, variables(method, more)).body(body).end().answer;
	return {
		show: (more) => ask('GET', more),
		/* As the form of the page that is shown sends it. */
		async enter(more) {
			const page = await ask('GET', more);
			const token = /matang-form=([^;]+)/.exec(page.cookies.join())?.[1], body = new URLSearchParams({ csrf: token, next: '' }).toString();
			return ask('POST', { HTTP_COOKIE: `matang-form=${token}`, HTTP_ORIGIN: stack.origin, CONTENT_TYPE: 'application/x-www-form-urlencoded',
				CONTENT_LENGTH: body.length, ...more }, body);
		},
	};
}

describe('who the site knows', behindOne, () => {
	let stack;
	before(async () => {
		stack = await startStack({ data: true, env: { MATANG_SETTINGS: 'site_sign_in REMOTE_USER\nsite_name akun Pemkot\nsite_factor OIDC_CLAIM_factors mfa' } });
	});
	after(() => stack?.stop());

	test('signs in by it, beside the password', async () => {
		const page = await stack.client().get('/account/');
		assert.match(page.words(), /Masuk dengan akun Pemkot/);
		assert.ok(page.one('input[type=password]'));
		const { show, enter } = asks(stack, { REMOTE_USER: 'operator.dkumkmp' });
		assert.match((await show()).text, /operator\.dkumkmp/);
		const entered = await enter();
		assert.equal(entered.status, 303);
		assert.match(entered.headers.location, /\/account\/start$/);
		assert.ok(entered.cookies.some((cookie) => /^matang=[^;]+;.*HttpOnly/.test(cookie)));
		assert.equal(stack.sql("SELECT what FROM event_log WHERE kind = 'sign_in' ORDER BY id DESC LIMIT 1")[0].what, 'Masuk lewat situs');
	});

	test('is nobody where the server names none, or somebody without an account here', async () => {
		for (const variables of [{}, { REMOTE_USER: '' }, { HTTP_REMOTE_USER: 'operator.dkumkmp' }, { REMOTE_USER: 'tidak.ada' },
			{ REMOTE_USER: "x' OR '1'='1" }]) {
			const { show, enter } = asks(stack, variables);
			const page = await show();
			assert.equal(page.status, 403, JSON.stringify(variables));
			assert.match(page.text, /Situs (?:belum mengenali|mengenali) Anda/);
			assert.equal((await enter()).status, 403);
		}
	});

	test('needs the form of this site: nobody is signed in by a link or by another one', async () => {
		const { show } = asks(stack, { REMOTE_USER: 'operator.dkumkmp' });
		assert.ok(!(await show()).cookies.some((cookie) => cookie.startsWith('matang=')));
		const body = `csrf=${'a'.repeat(43)}&next=`;
		const posted = await new FcgiRequest(`${stack.run}/account.sock`, { REQUEST_METHOD: 'POST', PATH_INFO: '/site', QUERY_STRING: '', SERVER_PROTOCOL: 'HTTP/1.1',
			HTTP_HOST: `127.0.0.1:${stack.port}`, REMOTE_ADDR: '127.0.0.1', REMOTE_USER: 'operator.dkumkmp', HTTP_ORIGIN: stack.origin,
			CONTENT_TYPE: 'application/x-www-form-urlencoded', CONTENT_LENGTH: body.length }).body(body).end().answer;
		assert.equal(posted.status, 403);
		assert.ok(!posted.cookies.some((cookie) => cookie.startsWith('matang=')));
	});

	test('gives a second factor here, unless the site has asked for one', async () => {
		const factor = (more) => asks(stack, { REMOTE_USER: 'verifikator', ...more }).enter();
		const level = () => stack.sql("SELECT s.second_factor FROM session s JOIN account a ON a.id = s.account_id AND a.username = 'verifikator' ORDER BY s.created_at DESC LIMIT 1")[0].second_factor;
		stack.sql("UPDATE account SET totp_secret = 'x', totp_confirmed = 1 WHERE username = 'verifikator'");
		assert.match((await factor({})).headers.location, /second-factor/);
		assert.equal(Number(level()), 0);
		assert.match((await factor({ OIDC_CLAIM_factors: 'pwd mfabc' })).headers.location, /second-factor/);
		assert.match((await factor({ OIDC_CLAIM_factors: '["pwd", "mfa"]' })).headers.location, /start$/);
		assert.equal(Number(level()), 1);
		assert.match((await factor({ HTTP_OIDC_CLAIM_FACTORS: 'mfa' })).headers.location, /second-factor/);
	});
});

describe('a header of a proxy, with passwords switched off', behindOne, () => {
	let stack;
	before(async () => {
		stack = await startStack({ data: true, env: { MATANG_SETTINGS: 'site_sign_in HTTP_X_REMOTE_USER\nsite_sign_in_from 192.0.2.7 192.0.2.8\npassword_sign_in no' } });
	});
	after(() => stack?.stop());

	test('counts from the addresses that are named', async () => {
		const status = async (REMOTE_ADDR) => (await asks(stack, { HTTP_X_REMOTE_USER: 'operator.dkumkmp', REMOTE_ADDR }).show()).status;
		assert.equal(await status('192.0.2.8'), 200);
		for (const other of ['192.0.2.9', '192.0.2.77', '127.0.0.1', '2.0.2.7'])
			assert.equal(await status(other), 403, other);
	});

	test('and nobody comes in by a password', async () => {
		const anyone = stack.client();
		const page = await anyone.get('/account/');
		assert.equal(page.one('input[type=password]'), null);
		assert.match(page.words(), /Masuk dengan akun situs/);
		const { username, password } = stack.account('operator.dkumkmp');
		const answer = await anyone.post('/account/', { csrf: anyone.cookie('matang-form'), username, password, next: '' });
		assert.equal(answer.status, 403);
		assert.equal(anyone.cookie('matang'), undefined);
	});
});

/* mod_auth_openidc leads nobody away who does not ask for a page: 401. */
const BROWSER = { accept: 'text/html' };

describe('OpenID Connect by mod_auth_openidc', behindOne, () => {
	let stack, dir, apache, provider, server, port;

	before(async () => {
		port = await freePort();
		const issuer = `http://127.0.0.1:${await freePort()}`;
		/* Apache writes the address of a handler in small letters: so is this folder's name. */
		dir = path.join(tmpdir(), `matang-site-${process.pid}`);
		mkdirSync(dir, { mode: 0o755 });
		[stack, { default: { default: provider } }] = await Promise.all([
			startStack({ data: true, env: { MATANG_SETTINGS: `site_also http://127.0.0.1:${port}\nsite_sign_in REMOTE_USER\nsite_name akun Pemkot\nsite_factor OIDC_CLAIM_factors mfa` } }),
			import('oidc-provider').then((module) => ({ default: module.default ? { default: module.default } : module }))]);
		const oidc = new provider(issuer, {
			clients: [{ client_id: 'matang', client_secret: 'rahasia-klien-contoh-yang-panjang', redirect_uris: [`http://127.0.0.1:${port}/matang/account/site/kembali`] }],
			cookies: { keys: ['contoh'] }, pkce: { required: () => false },
			claims: { openid: ['sub'], profile: ['preferred_username', 'factors'] }, conformIdTokenClaims: false,
			findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id, factors: ['pwd', 'mfa'] }) }),
		});
		server = createServer(oidc.callback());
		await new Promise((done) => server.listen(new URL(issuer).port, '127.0.0.1', done));

		const modules = ['mpm_event', 'authz_core', 'authz_user', 'authn_core', 'auth_openidc', 'mime', 'alias', 'headers', 'rewrite', 'setenvif', 'filter', 'deflate',
			'buffer', 'reqtimeout', 'proxy', 'proxy_fcgi', 'env'];
		const ours = readFileSync(path.join(ROOT, 'deploy/apache/proxy.conf'), 'utf8').replaceAll('/run/matang/', `${dir}/run/`)
			.replaceAll('/usr/local/lib/matang', path.join(stack.build, 'bin')).replaceAll('/usr/local/share/matang', path.join(ROOT, 'htdocs'));
		const example = readFileSync(path.join(ROOT, 'deploy/apache/openidc.conf'), 'utf8')
			.replace('https://masuk.kota.go.id/.well-known/openid-configuration', `${issuer}/.well-known/openid-configuration`)
			.replace('https://matang.kota.go.id', `http://127.0.0.1:${port}`).replace('change-me-client', 'rahasia-klien-contoh-yang-panjang')
			.replace('change-me-cookies', 'kunci-kuki-contoh');
		writeFileSync(path.join(dir, 'apache.conf'), [`DefaultRuntimeDir ${dir}`, `PidFile ${dir}/pid`, 'ServerName 127.0.0.1', `Listen 127.0.0.1:${port}`,
			...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`), `ErrorLog ${dir}/error.log`,
			'TypesConfig /etc/mime.types', ...userInfo().uid === 0 ? ['User www-data', 'Group www-data'] : [], `DocumentRoot ${dir}`, ours, example, ''].join('\n'));
		/* The sockets are for whoever started the programs and the server beside them. */
		symlinkSync(stack.run, path.join(dir, 'run'));
		chmodSync(stack.run, 0o755);
		for (const name of readdirSync(stack.run).filter((one) => one.endsWith('.sock')))
			chmodSync(path.join(stack.run, name), 0o666);
		apache = spawn('apache2', ['-f', path.join(dir, 'apache.conf'), '-D', 'FOREGROUND'], { stdio: 'inherit' });
		await until('Apache answers', async () => (await fetch(`http://127.0.0.1:${port}/matang/portal/`).catch(() => ({}))).status === 200)
			.catch((error) => { throw new Error(readFileSync(path.join(dir, 'error.log'), 'utf8'), { cause: error }); });
	});
	after(async () => {
		apache?.kill('SIGTERM');
		server?.close();
		server?.closeAllConnections();
		await stack?.stop();
		rmSync(dir, { recursive: true, force: true });
	});

	test('leads to the provider and back, and into the account of that name', async () => {
		const person = new Client(`http://127.0.0.1:${port}/matang`);
		const first = await person.get('/account/');
		const login = await person.request('GET', first.link('Masuk dengan akun Pemkot'), { headers: BROWSER, follow: true });
		assert.ok(login.one('input[name=login]'), `${login.status} ${login.url}\n${login.text}`);
		const consent = await person.submit(login, { login: 'verifikator', password: 'apa saja' }, { form: 'form' });
		const known = await person.submit(consent, {}, { form: 'form' });
		assert.match(known.words(), /mengenali Anda sebagai verifikator/, `${known.status} ${known.url}`);
		const home = await person.submit(known);
		assert.equal(home.status, 200);
		assert.match(home.words('body'), /Keluar/);
		assert.equal(stack.sql("SELECT second_factor FROM session ORDER BY created_at DESC LIMIT 1")[0].second_factor, '1');
	});

	test('who the provider knows and nobody here does is told so', async () => {
		const person = new Client(`http://127.0.0.1:${port}/matang`);
		const login = await person.request('GET', '/account/site', { headers: BROWSER, follow: true });
		const consent = await person.submit(login, { login: 'tamu.pemkot', password: 'apa saja' }, { form: 'form' });
		const refused = await person.submit(consent, {}, { form: 'form' });
		assert.equal(refused.status, 403);
		assert.match(refused.words(), /"tamu\.pemkot".*belum mempunyai akun/);
	});

	test('a name that a browser sends by itself is none', async () => {
		const person = new Client(`http://127.0.0.1:${port}/matang`);
		for (const headers of [{ 'Remote-User': 'admin.balikpapan' }, { REMOTE_USER: 'admin.balikpapan' }, { 'OIDC-Claim-Factors': 'mfa' }])
			assert.equal((await person.request('GET', '/account/site', { headers: { ...BROWSER, ...headers } })).status, 302, JSON.stringify(headers));
	});
});
