// SPDX-License-Identifier: ISC
//
// The package for Debian: made of the programs that are built already, then looked at, checked by lintian and
// shellcheck, and installed, updated, removed and purged in a root of its own.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../web/harness.mjs';
import { needs } from '../web/needs.mjs';

needs('dpkg-deb', 'dpkg-shlibdeps', 'fakeroot', 'shellcheck', 'lintian', 'systemd-sysusers', 'man');

const BUILD = process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build');

describe('the package for Debian', () => {
	let scratch, root, deb, later;
	const run = (words, more = {}) => spawnSync(words[0], words.slice(1), { encoding: 'utf8', cwd: ROOT, ...more });
	const done = (words, more) => {
		const { status, stdout, stderr } = run(words, more);
		assert.equal(status, 0, `${words.join(' ')}\n${stdout}${stderr}`);
		return stdout + stderr;
	};
	const built = (more = {}) => done(['make', '-s', '-C', ROOT, `BUILD=${BUILD}`, 'deb'],
		{ env: { ...process.env, ...more } }).trim().split('\n').at(-1);
	/* Its scripts run where they are, and see the root by DPKG_ROOT. */
	const dpkg = (...words) => {
		const all = ['dpkg', `--root=${root}`, '--force-script-chrootless', '--force-depends', '--force-not-root', ...words];
		return done(process.getuid() === 0 ? all : ['fakeroot', '--', ...all]);
	};
	const at = (name) => path.join(root, name);
	const status = () => run(['dpkg-query', `--root=${root}`, '-W', '-f', '${db:Status-Status}', 'matang']).stdout;

	before(() => {
		scratch = mkdtempSync(path.join(tmpdir(), 'matang-deb-'));
		root = path.join(scratch, 'root');
		for (const folder of ['var/lib/dpkg/info', 'var/lib/dpkg/updates', 'etc', 'run'])
			mkdirSync(at(folder), { recursive: true });
		writeFileSync(at('var/lib/dpkg/status'), '');
		deb = built();
		later = built({ DEB_REVISION: '2' });
	});
	after(() => {
		rmSync(scratch, { recursive: true, force: true });
		rmSync(later ?? '', { force: true });
	});

	test('is the same package, built again', () => {
		const first = readFileSync(deb);
		assert.equal(built(), deb);
		assert.ok(readFileSync(deb).equals(first));
	});

	test('says on what it depends, and holds what it should', () => {
		const field = (name) => done(['dpkg-deb', '-f', deb, name]).trim();
		assert.match(field('Version'), /^\d[\d.]*-1~deb\d+$/);
		assert.match(field('Depends'), /libmariadb3.*libpango-1\.0-0.*systemd-standalone-sysusers/);
		const files = done(['dpkg-deb', '-c', deb]);
		for (const [mode, name] of [['-rwxr-xr-x', 'usr/bin/matang'], ['-rwxr-xr-x', 'usr/libexec/matang/inspect'],
			['-rw-r-----', 'etc/matang/matang.conf'], ['-rw-r--r--', 'etc/matang/nginx/matang.conf'],
			['-rw-r--r--', 'etc/apache2/conf-available/matang.conf'], ['-rw-r--r--', 'usr/lib/systemd/system/matang@.socket'],
			['-rw-r--r--', 'usr/lib/systemd/system/matang@.service'], ['-rw-r--r--', 'usr/lib/sysusers.d/matang.conf'],
			['-rw-r--r--', 'usr/lib/tmpfiles.d/matang.conf'], ['-rw-r--r--', 'usr/share/matang/assets/current']])
			assert.match(files, new RegExp(`^${mode} root/root .* \\./${name}$`, 'm'), name);
		assert.ok(!/ \.\/(?:usr\/local|var|run)\//.test(files));
		assert.ok(!/^.{5}w|^.{8}w/m.test(files.replace(/^l.*/gm, '')), 'written by root alone');
		assert.deepEqual(done(['dpkg-deb', '-I', deb, 'conffiles']).trim().split('\n'), ['/etc/apache2/conf-available/matang.conf',
			'/etc/matang/matang.conf', '/etc/matang/nginx/matang.conf', '/etc/matang/nginx/program.conf']);
	});

	test('nothing in it names a folder of another place', () => {
		done(['dpkg-deb', '-x', deb, path.join(scratch, 'open')]);
		const found = run(['grep', '-rlE', `/usr/local/(lib|libexec|share|bin)|${ROOT}`, path.join(scratch, 'open'),
			'--exclude-dir=doc', '--exclude-dir=assets']).stdout;
		assert.equal(found, '');
		assert.match(done([path.join(scratch, 'open/usr/libexec/matang/configure'), '--host', 'kod.contoh.go.id', '--base', '/nilai',
			'--server', 'nginx', '--out', path.join(scratch, 'server')]), /base_path \/nilai/);
		const server = readFileSync(path.join(scratch, 'server/matang.conf'), 'utf8');
		assert.match(server, /alias \/usr\/share\/matang\/assets\//);
		assert.match(server, /location \^~ \/nilai\/assets\//);
	});

	test('each command has its manual page, of what it says itself', () => {
		const open = path.join(scratch, 'open');
		const help = done([path.join(open, 'usr/bin/matang'), '--help']);
		const commands = [...help.matchAll(/^ {2}([a-z][a-z -]*[a-z]) {2,}\S/gm)].map(([, name]) => name);
		assert.ok(commands.length > 15);
		for (const name of ['', ...commands]) {
			const page = path.join(open, `usr/share/man/man1/matang${name && `-${name.replace(' ', '-')}`}.1.gz`);
			const made = run(['man', '--warnings', '-l', page], { env: { ...process.env, MANWIDTH: '120', LC_ALL: 'C.UTF-8' } });
			assert.equal(made.stderr, '', page);
			assert.match(made.stdout, /NAME[^]*SYNOPSIS[^]*DESCRIPTION/);
		}
		const page = done(['man', '-l', path.join(open, 'usr/share/man/man1/matang-add-user.1.gz')], { env: { ...process.env, MANWIDTH: '120' } });
		for (const option of done([path.join(open, 'usr/bin/matang'), 'add-user', '--help']).match(/--[a-z-]+/g))
			assert.ok(page.includes(option), option);
	});

	test('its scripts, and the package, are as Debian wants them', () => {
		for (const name of ['postinst', 'prerm', 'postrm', 'build', '../manual'])
			done(['shellcheck', path.join(ROOT, 'deploy/debian', name)]);
		assert.equal(done(['lintian', '--profile', 'debian', '--allow-root', '--suppress-tags', 'bad-distribution-in-changes-file', deb])
			.replace(/^running with root.*\n/m, ''), '');
	});

	test('installed it has its account, its folders, and a configuration that others do not read', () => {
		dpkg('-i', deb);
		assert.equal(status(), 'installed');
		assert.match(readFileSync(at('etc/passwd'), 'utf8'), /^matang:/m);
		assert.equal(statSync(at('etc/matang/matang.conf')).mode & 0o777, 0o640);
		if (process.getuid() === 0)
			assert.equal(String(statSync(at('etc/matang/matang.conf')).gid), readFileSync(at('etc/group'), 'utf8').match(/^matang:[^:]*:(\d+)/m)[1]);
		assert.equal(statSync(at('var/lib/matang/files')).mode & 0o777, 0o700);
	});

	test('an update leaves what an operator has written and what people have handed in', () => {
		writeFileSync(at('etc/matang/matang.conf'), 'milik operator\n');
		chmodSync(at('etc/matang/matang.conf'), 0o640);
		writeFileSync(at('etc/matang/secrets.key'), 'kunci');
		mkdirSync(at('var/lib/matang/files/ab'), { recursive: true });
		writeFileSync(at('var/lib/matang/files/ab/bukti'), 'x');
		assert.match(dpkg('--force-confdef', '--force-confold', '-i', later), /updated\. Now, with a backup at hand: matang migrate/);
		assert.equal(readFileSync(at('etc/matang/matang.conf'), 'utf8'), 'milik operator\n');
		assert.equal(statSync(at('etc/matang/matang.conf')).mode & 0o777, 0o640);
		assert.ok(existsSync(at('var/lib/matang/files/ab/bukti')));
	});

	test('removed, its configuration is left; purged, evidence and keys are, and it says so', () => {
		dpkg('-r', 'matang');
		assert.equal(status(), 'config-files');
		assert.ok(!existsSync(at('usr/bin/matang')));
		assert.ok(existsSync(at('etc/matang/matang.conf')));
		const said = dpkg('-P', 'matang');
		assert.ok(!existsSync(at('etc/matang/matang.conf')));
		assert.ok(existsSync(at('var/lib/matang/files/ab/bukti')));
		assert.ok(existsSync(at('etc/matang/secrets.key')));
		assert.match(said, /left as it is: \/var\/lib\/matang\n/);
		assert.match(said, /left as it is: \/etc\/matang\n/);
	});
});
