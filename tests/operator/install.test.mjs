// SPDX-License-Identifier: ISC
//
// What "make install" brings and "make uninstall" takes away, and the files that deploy/configure makes for a
// host and a path of its own: read by the servers themselves.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';

needs('lighttpd', 'caddy', 'nginx', 'python3');

const BUILD = process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build');

describe('installing', () => {
	let scratch, root;
	const run = (...words) => spawnSync(words[0], words.slice(1), { encoding: 'utf8', cwd: ROOT });
	const done = (...words) => {
		const { status, stdout, stderr } = run(...words);
		assert.equal(status, 0, stdout + stderr);
		return stdout + stderr;
	};
	const files = () => readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => !one.isDirectory())
		.map((one) => path.relative(root, path.join(one.parentPath ?? one.path, one.name))).sort();
	const make = (...words) => done('make', '-s', '-C', ROOT, `BUILD=${BUILD}`, `DESTDIR=${root}`, ...words);

	before(() => {
		scratch = mkdtempSync(path.join(tmpdir(), 'matang-install-'));
		root = path.join(scratch, 'root');
	});
	after(() => rmSync(scratch, { recursive: true, force: true }));

	test('brings all that the guide names', () => {
		make('install');
		for (const name of ['usr/local/bin/matang', 'usr/local/lib/matang/portal', 'usr/local/libexec/matang/inspect',
			'usr/local/libexec/matang/grants', 'usr/local/libexec/matang/configure', 'usr/local/share/matang/templates/layout.cs',
			'usr/local/share/matang/assets/current', 'usr/local/share/matang/errors/not-found.html', 'usr/local/share/matang/programs',
			'usr/local/share/matang/sql/empty.sql', 'usr/local/lib/systemd/system/matang@.service',
			'usr/local/lib/systemd/system/matang-work.timer', 'usr/local/lib/systemd/system/matang-backup.timer',
			'usr/local/lib/sysusers.d/matang.conf', 'etc/matang/matang.conf', 'etc/matang/nginx/matang.conf'])
			assert.ok(existsSync(path.join(root, name)), name);
	});

	test('leaves what an operator has written, when it is done again', () => {
		writeFileSync(path.join(root, 'etc/matang/matang.conf'), 'milik operator\n');
		make('-o', 'all', '-o', 'assets', 'install');
		assert.equal(readFileSync(path.join(root, 'etc/matang/matang.conf'), 'utf8'), 'milik operator\n');
	});

	test('a server\'s files are made for one host and path, from what is installed', () => {
		const configure = (server, base = '/kematangan/uji') => done(path.join(root, 'usr/local/libexec/matang/configure'), '--host',
			'kod.contoh.go.id', '--base', base, '--server', server, '--out', path.join(scratch, server));
		const text = (server, name) => readFileSync(path.join(scratch, server, name), 'utf8');
		for (const server of ['nginx', 'apache', 'lighttpd', 'caddy']) {
			assert.match(configure(server), /base_path \/kematangan\/uji\n +site_address https:\/\/kod\.contoh\.go\.id/);
			const all = readdirSync(path.join(scratch, server)).map((name) => text(server, name)).join('\n');
			assert.ok(!all.includes('matang.example.go.id'));
			/* No address is left, and no folder is changed. */
			assert.deepEqual(all.match(/(?<![a-z])\/matang\/(?:portal|assets|errors|upload)/g), null, server);
			assert.ok(all.includes('/usr/local/share/matang'), server);
			assert.ok(all.includes('/run/matang/'), server);
		}
		const share = path.join(root, 'usr/local/share');
		const conf = path.join(scratch, 'lighttpd/matang.conf');
		writeFileSync(conf, `server.document-root = "${scratch}"\nserver.port = 1\n` +
			text('lighttpd', 'matang.conf').replaceAll('/usr/local/', `${path.dirname(share)}/`));
		assert.match(done('lighttpd', '-tt', '-f', conf), /^(Syntax OK)?\s*$/);
		assert.match(done('caddy', 'validate', '--adapter', 'caddyfile', '--config', path.join(scratch, 'caddy/Caddyfile')), /Valid/);
		for (const wrong of [['--host', 'a b'], ['--host', 'x.go.id', '--base', 'matang'], ['--host', 'x.go.id', '--base', '/a/']])
			assert.equal(run(path.join(ROOT, 'deploy/configure'), ...wrong, '--out', scratch).status, 2, wrong.join(' '));
	});

	test('a folder with a space is refused with what to do', () => {
		const place = path.join(scratch, 'dengan spasi');
		mkdirSync(place);
		cpSync(path.join(ROOT, 'Makefile'), path.join(place, 'Makefile'));
		const made = spawnSync('make', ['all'], { encoding: 'utf8', cwd: place });
		assert.notEqual(made.status, 0);
		assert.match(made.stderr, /has a space in its name.*move the source/s);
	});

	test('is taken away again, but for what people have made', () => {
		mkdirSync(path.join(root, 'var/lib/matang/files'), { recursive: true });
		writeFileSync(path.join(root, 'var/lib/matang/files/bukti'), 'x');
		assert.match(make('uninstall'), /left as they are/);
		assert.deepEqual(files(), ['etc/matang/matang.conf', 'etc/matang/nginx/matang.conf', 'etc/matang/nginx/program.conf',
			'var/lib/matang/files/bukti']);
	});
});
