// SPDX-License-Identifier: ISC
//
// The programs as plain CGI (RFC 3875), started by hand: what they owe a server that does no more
// than the standard says, and what the configuration changes in their answers.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';
import { parseAnswer } from './fcgi.mjs';
import { multipart } from './client.mjs';
import { pdf } from './files.mjs';
import { answerGuest } from './guest.mjs';
import { ROOT, startStack } from './harness.mjs';
import { PROGRAMS } from './programs.mjs';
import { openWorld, PASSWORD } from './world.mjs';

const CODE = 'CNTH0000000000000000000000';
let stack;

before(async () => {
	stack = await startStack();
	openWorld(stack);
	stack.sql(`INSERT INTO issued_document (cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
		SELECT 1, 1, 'form', '${CODE}', 'a=b\\n', UNHEX(SHA2('a=b\\n', 256)), UTC_TIMESTAMP(3), MIN(id) FROM account`);
});
after(() => stack?.stop());

/* A configuration that differs in these lines. */
function configured(lines = {}) {
	let text = readFileSync(stack.config, 'utf8');
	for (const [key, value] of Object.entries(lines))
		text = `${text.replace(new RegExp(`^${key} .*\n`, 'm'), '')}${key} ${value}\n`;
	const file = path.join(stack.var, 'cgi.conf');
	writeFileSync(file, text);
	return file;
}

/* Runs a program once. `input` goes to it; its end is not to be seen, unless told. */
function cgi(program, variables = {}, { input = '', ends = false, config = stack.config, words: given = [] } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(path.join(stack.build, 'bin', program), given, { env: {
			PATH: process.env.PATH, MATANG_CONFIG: config, ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '',
			UBSAN_OPTIONS: process.env.UBSAN_OPTIONS ?? '', GATEWAY_INTERFACE: 'CGI/1.1', SERVER_PROTOCOL: 'HTTP/1.1',
			REQUEST_METHOD: 'GET', PATH_INFO: '/', QUERY_STRING: '', REMOTE_ADDR: '192.0.2.7',
			HTTP_HOST: `127.0.0.1:${stack.port}`, ...variables } });
		const out = [];
		let words = '';
		const late = setTimeout(() => { child.kill('SIGKILL'); reject(new Error(`${program} does not end`)); }, 20_000);
		child.stdout.on('data', (chunk) => out.push(chunk));
		child.stderr.on('data', (chunk) => { words += chunk; });
		child.stdin.on('error', () => {});
		child.on('close', (status) => {
			clearTimeout(late);
			resolve({ ...parseAnswer(Buffer.concat(out)), exit: status, words });
		});
		child.stdin.write(input);
		if (ends)
			child.stdin.end();
	});
}

const FORM = 'csrf=0&next=&username=orang&password=salah';
const POST = { REQUEST_METHOD: 'POST', CONTENT_TYPE: 'application/x-www-form-urlencoded' };

describe('plain CGI', () => {
	it('answers once and ends well', async () => {
		const { status, headers, text, exit, words } = await cgi('portal');
		assert.equal(status, 200);
		assert.equal(Number(headers['content-length']), Buffer.byteLength(text));
		assert.match(text, /<\/html>\s*$/);
		assert.equal(exit, 0);
		assert.equal(words, '');
	});

	it('waits for no end of an input that nobody promised', async () => {
		assert.equal((await cgi('portal', {}, { input: 'this is the next request' })).status, 200);
		assert.equal((await cgi('portal', { CONTENT_LENGTH: '' })).status, 200);
		assert.equal((await cgi('portal', { REQUEST_METHOD: 'HEAD' })).text, '');
	});

	it('reads as many bytes as were promised, and no more', async () => {
		const { status } = await cgi('account', { ...POST, CONTENT_LENGTH: String(FORM.length) },
			{ input: `${FORM}GET / HTTP/1.1` });
		assert.equal(status, 403);
	});

	it('leaves a body that it does not want', async () => {
		const { status } = await cgi('account', { ...POST, CONTENT_LENGTH: '700000' }, { input: 'x'.repeat(700_000) });
		assert.equal(status, 413);
		assert.equal((await cgi('portal', { ...POST, PATH_INFO: '/nowhere', CONTENT_LENGTH: '100000' },
			{ input: 'x'.repeat(100_000) })).status, 404);
	});

	/* Whoever holds a process by half a body needs no account for it. */
	it('waits for no body of somebody who is not signed in', async () => {
		for (const [program, variables, refusal] of [
			['upload', { PATH_INFO: '/new', CONTENT_TYPE: 'multipart/form-data; boundary=x', CONTENT_LENGTH: '30000000' }, 401],
			['upload', { PATH_INFO: '/files', CONTENT_TYPE: 'application/offset+octet-stream', CONTENT_LENGTH: '30000000' }, 401],
			['signoff', { PATH_INFO: '/1/scan', CONTENT_TYPE: 'multipart/form-data; boundary=x' }, 401],
			['account', { CONTENT_LENGTH: '1000000000000' }, 413]]) {
			const { status, exit } = await cgi(program, { ...POST, ...variables }, { input: '--x\r\n' });
			assert.equal(status, refusal, program + variables.PATH_INFO);
			assert.equal(exit, 0);
		}
	});

	it('gives up a form that stops in the middle', async () => {
		const { status, exit } = await cgi('account', { ...POST, CONTENT_LENGTH: '100' }, { input: FORM });
		assert.equal(status, 400);
		assert.equal(exit, 0);
	});

	/* Three photographs over a thin line, by somebody without account: longer than the seconds of a stranger
	 * (cgi-bin/lib/frame/slow_body.h). Whoever keeps no such rate, is one of many from the same network, or at a
	 * form without files, is given up as before. */
	it('waits for photographs that come slowly but surely, of few at once', { timeout: 120_000 }, async () => {
		stack.sql("INSERT INTO complaint_rule (region_id, open) VALUES (2, 1) ON DUPLICATE KEY UPDATE open = 1; UPDATE world_stamp SET number = number + 1");
		const guest = stack.client(), page = await guest.get('/complaint/to/64.71'), form = page.one('form[action*="/to/"]');
		const hidden = form.querySelectorAll('input[type=hidden]').map((one) => [one.getAttribute('name'), one.getAttribute('value') ?? '']);
		const photo = (at) => ({ filename: `foto-${at}.pdf`, content: Buffer.concat([pdf(`foto contoh ${at}`), Buffer.alloc(120_000, '%')]) });
		const { type, parts } = multipart([...hidden, ['category', 'other'], ['title', 'Contoh judul'], ['body', 'Contoh uraian yang cukup panjang.'],
			...Object.entries(answerGuest(page)), ['file', photo(1)], ['file', photo(2)], ['file', photo(3)]]);
		const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
		const cookie = Object.entries(Object.fromEntries(guest.cookies)).map(([name, value]) => `${name}=${value}`).join('; ');

		/* Some seconds, and what the program said. */
		const send = (program, PATH_INFO, REMOTE_ADDR, seconds) => new Promise((done) => {
			const child = spawn(path.join(stack.build, 'bin', program), { env: { PATH: process.env.PATH, MATANG_CONFIG: stack.config,
				ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '', UBSAN_OPTIONS: process.env.UBSAN_OPTIONS ?? '', ...POST, PATH_INFO, QUERY_STRING: '',
				REMOTE_ADDR, HTTP_HOST: `127.0.0.1:${stack.port}`, HTTP_COOKIE: cookie, CONTENT_TYPE: type, CONTENT_LENGTH: String(body.length) } });
			const begun = Date.now(), out = [];
			let sent = 0;
			const more = setInterval(() => {
				const due = Math.min(body.length, Math.ceil(body.length * (Date.now() - begun) / seconds / 1000));
				child.stdin.write(body.subarray(sent, sent = Math.max(sent, due)));
			}, 200);
			child.stdin.on('error', () => {});
			child.stdout.on('data', (chunk) => out.push(chunk));
			child.on('close', () => {
				clearInterval(more);
				done({ ...parseAnswer(Buffer.concat(out)), after: (Date.now() - begun) / 1000 });
			});
		});
		const complain = (address, seconds) => send('complaint', '/to/64.71', address, seconds);
		const [honest, slower, elsewhere, ...together] = await Promise.all([complain('192.0.2.1', 16), complain('192.0.2.2', 600),
			send('account', '/', '192.0.2.3', 16), ...Array.from({ length: 4 }, (_, at) => complain(`2001:db8:7:7::${at}`, 24))]);
		assert.equal(honest.status, 303, honest.text);
		assert.equal(Number(stack.sql('SELECT COUNT(*) AS n FROM complaint_file')[0].n), 3);
		assert.ok(honest.after >= 15, String(honest.after));
		for (const cut of [slower, elsewhere]) {
			assert.ok(cut.status >= 400, String(cut.status));
			assert.ok(cut.after < honest.after, String(cut.after));
		}
		/* Two of the four are given up with the time of a stranger, though they came as fast as the others. */
		const ends = together.map(({ after }) => after).toSorted((a, b) => a - b);
		assert.ok(ends[1] < honest.after && ends[2] >= 23, String(ends));
	});

	it('refuses a length that is none', async () => {
		for (const length of ['-1', '1e3', '0x10', '99999999999999999999', '+5', ' 5'])
			assert.equal((await cgi('account', { ...POST, CONTENT_LENGTH: length }, { input: FORM, ends: true })).status, 411, length);
	});

	it('is at home in a server that sets next to nothing', async () => {
		const { status, exit } = await cgi('account', { PATH_INFO: undefined, QUERY_STRING: undefined, HTTP_HOST: undefined,
			REMOTE_ADDR: undefined, SERVER_PROTOCOL: undefined });
		assert.equal(status, 200);
		assert.equal(exit, 0);
	});
});

/* The names by which the executable of all programs may be started: it tells whoever takes another. */
function suiteOf(file) {
	const { status, stderr } = spawnSync(file, ['nothing'], { encoding: 'utf8' });
	assert.equal(status, 1);
	return /^matang: programs is none of the programs: ([a-z ]+)\n$/.exec(stderr)[1].split(' ');
}

describe('the programs that are one executable', () => {
	it('are it under their names', () => {
		const file = path.join(stack.build, 'suite/programs');
		assert.deepEqual(suiteOf(file), PROGRAMS);
		for (const name of PROGRAMS)
			assert.equal(statSync(path.join(stack.build, 'bin', name)).ino, statSync(file).ino, name);
	});

	it('are found by the first argument, where there are no links', async () => {
		const { status, text } = await cgi('../suite/programs', { PATH_INFO: '/service' }, { words: ['portal'] });
		assert.equal(status, 200);
		assert.match(text, /<title>[^<]*Standar pelayanan/i);
	});
});

/* Only linked here: the objects are those of the build. */
describe('the programs linked with all that they need', {
	skip: (process.env.MATANG_TEST_BUILD ?? '').includes('sanitized') && 'no sanitizer is linked that way' }, () => {
	const file = () => path.join(stack.build, 'static/programs');

	before(() => {
		/* The Makefile knows a folder below it by its relative name. */
		const build = stack.build.startsWith(`${ROOT}/`) ? path.relative(ROOT, stack.build) : stack.build;
		const made = spawnSync('make', ['-s', '-C', ROOT, `BUILD=${build}`, 'static'], { encoding: 'utf8' });
		assert.equal(made.status, 0, made.stderr);
	});

	it('need nothing beside them but a kernel of 2012, in 13 MB', () => {
		const { stdout } = spawnSync('readelf', ['-d', '-l', '-n', file()], { encoding: 'utf8' });
		assert.doesNotMatch(stdout, /NEEDED|INTERP/);
		assert.match(stdout, /OS: Linux, ABI: 3\.2\.0/);
		assert.ok(statSync(file()).size <= 13e6, `${statSync(file()).size} bytes`);
	});

	it('answer as the others do, each by its name', async () => {
		const page = ({ status, text, exit, words }) => ({ status, exit, words: words.replace(/^\S+|request \w+/gm, ''),
			text: text.replace(/[0-9a-f]{32}|\b[0-9A-Z]{8}\b/g, '') });
		assert.deepEqual(PROGRAMS.filter((name) => !suiteOf(file()).includes(name)).toSorted(), ['esign', 'paper']);
		for (const program of suiteOf(file()))
			for (const PATH_INFO of ['/', '/healthz', '/nothing'])
				assert.deepEqual(page(await cgi(path.join('../static/bin', program), { PATH_INFO })),
					page(await cgi(program, { PATH_INFO })), program + PATH_INFO);
	});
});

describe('the configuration', () => {
	const check = (config, more = {}) => cgi('portal', { PATH_INFO: '/check', QUERY_STRING: `code=${CODE}`, ...more }, { config });

	it('says what papers print as the address of the site', async () => {
		const named = configured({ site_address: 'https://matang.contoh.go.id', site_also: 'http://localhost:81' });
		for (const HTTP_HOST of ['matang.contoh.go.id', 'MATANG.contoh.go.id:443', 'localhost:81']) {
			const page = await check(named, { HTTP_HOST });
			assert.ok(page.text.includes(`https://matang.contoh.go.id/matang/portal/check?code=${CODE}`), page.text);
			assert.ok(!page.text.includes('localhost'));
		}
	});

	it('answers no other host, but to whoever asks for its health', async () => {
		for (const HTTP_HOST of ['contoh.invalid', `127.0.0.1:${stack.port}.contoh.invalid`, '127.0.0.1']) {
			const page = await check(stack.config, { HTTP_HOST });
			assert.equal(page.status, 421);
			assert.ok(page.text.includes(`http://127.0.0.1:${stack.port}/matang/`), 'it says where to go');
			assert.ok(!page.text.includes('/portal/check?code='));
			assert.equal((await check(stack.config, { HTTP_HOST, PATH_INFO: '/healthz' })).status, 200);
		}
	});

	it('keeps the cookie to TLS', async () => {
		const secure = await cgi('account', {}, { config: configured({ secure_cookie: 'yes' }) });
		assert.match(secure.headers['set-cookie'], /; Secure$/);
		assert.doesNotMatch((await cgi('account')).headers['set-cookie'], /Secure/);

		/* And that of the session. */
		const [, name, token] = /^([\w-]+)=([0-9a-f]{32});/.exec(secure.headers['set-cookie']);
		const body = `csrf=${token}&next=&username=auditor&password=${PASSWORD}`;
		const signedIn = async (config) => (await cgi('account', { ...POST, CONTENT_LENGTH: String(body.length), HTTP_COOKIE: `${name}=${token}` },
			{ input: body, config })).cookies;
		const [session, device] = await signedIn(configured({ secure_cookie: 'yes' }));
		assert.match(session, /^__Host-matang=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
		assert.match(device, /^__Host-matang-device=[0-9a-f]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=\d+$/);
		/* What a neighbour can plant is not looked at. */
		for (const planted of ['matang', 'matang-form', '__Secure-matang-form'])
			assert.equal((await cgi('account', { ...POST, CONTENT_LENGTH: String(body.length), HTTP_COOKIE: `${planted}=${token}` },
				{ input: body, config: configured({ secure_cookie: 'yes' }) })).status, 403);
		const plain = await cgi('account');
		const [, , fresh] = /^([\w-]+)=([0-9a-f]{32});/.exec(plain.headers['set-cookie']);
		assert.match((await cgi('account', { ...POST, CONTENT_LENGTH: String(body.length), HTTP_COOKIE: `matang-form=${fresh}` },
			{ input: body.replace(token, fresh) })).cookies[0] ?? '', /^matang=[0-9a-f]{32}; Path=\/matang\/; HttpOnly; SameSite=Lax$/);
	});

	it('that is wrong is said with its line, and nothing is served', async () => {
		for (const [lines, words] of [[{ no_such_key: '1' }, /cgi\.conf:\d+: /], [{ db_port: 'x' }, /cgi\.conf:\d+: /],
			[{ demo: 'perhaps' }, /cgi\.conf:\d+: /], [{ site_address: 'contoh.go.id' }, /site_address is/],
			[{ site_address: 'https://contoh.go.id/' }, /site_address is/], [{ site_address: 'http://contoh.go.id', secure_cookie: 'yes' }, /site_address is/],
			[{ db_host: '192.0.2.1' }, /needs db_tls_ca/], [{ db_host: 'a b:x', db_plain_tcp: 'yes' }, /db_host is/], [{ clamd_host: '192.0.2.1' }, /tunnel/], [{ site_address: 'x'.repeat(2000) }, /cgi\.conf:\d+: .*long/]]) {
			const { exit, words: said, status } = await cgi('portal', {}, { config: configured(lines) });
			assert.notEqual(exit, 0);
			assert.equal(status, null);
			assert.match(said, words);
		}
		const { exit, words } = await cgi('portal', {}, { config: '/nonexistent/matang.conf' });
		assert.notEqual(exit, 0);
		assert.match(words, /cannot read \/nonexistent/);
	});
});
