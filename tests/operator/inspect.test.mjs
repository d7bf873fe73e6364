// SPDX-License-Identifier: ISC
//
// The program that looks into files, alone: what it finds in each kind of hostile file, how little
// it needs for it, and that it can do nothing else.

import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { KINDS } from '../web/files.mjs';
import { ROOT } from '../web/harness.mjs';
import { IMAGES, PACKAGES, PDFS, keyless, pdfWith, prepared, restricted, signed, usageRights } from '../web/hostile.mjs';

const BUILD = path.resolve(process.env.MATANG_TEST_BUILD ?? path.join(ROOT, 'build'));
const INSPECT = path.join(BUILD, 'bin/inspect');

describe('inspect', () => {
	let scratch;
	before(() => { scratch = mkdtempSync(path.join(tmpdir(), 'matang-inspect-')); });
	after(() => rmSync(scratch, { recursive: true, force: true }));

	/* Run with the file on stdin, within the limits that are used while somebody waits. */
	function inspect(kind, bytes) {
		const place = path.join(scratch, 'file');
		writeFileSync(place, bytes);
		const fd = openSync(place, 'r');
		const run = spawnSync('prlimit', [`--as=${(384 << 20) + bytes.length}`, '--cpu=6', '--fsize=0', '--nofile=16',
			INSPECT, kind], { stdio: [fd, 'pipe', 'pipe'], encoding: 'utf8', timeout: 10_000, env: {} });
		closeSync(fd);
		return run;
	}

	function found(kind, bytes) {
		const run = inspect(kind, bytes);
		assert.equal(run.status, 0, `${run.signal} ${run.stderr}`);
		const lines = run.stdout.trim().split('\n');
		assert.equal(lines.pop(), 'end');
		return { findings: lines.filter((line) => line.startsWith('finding ')).map((line) => line.slice(8)).sort(),
			...Object.fromEntries(lines.filter((line) => !line.startsWith('finding ')).map((line) => line.split(' '))) };
	}

	for (const [extension, , make] of KINDS)
		it(`${extension}: finds nothing in an ordinary one`, () => assert.deepEqual(found(extension, make()).findings, []));

	for (const [name, make, findings] of PDFS)
		it(`PDF: ${name}`, () => assert.deepEqual(found('pdf', make()).findings, [...findings].sort()));
	for (const [name, make, findings] of PACKAGES)
		it(`package: ${name}`, () => assert.deepEqual(found('docx', make()).findings, [...findings].sort()));
	for (const [kind, name, make, findings] of IMAGES)
		it(`${kind}: ${name}`, () => assert.deepEqual(found(kind, make()).findings, [...findings].sort()));

	it('counts pages and filled signature fields', () => {
		assert.deepEqual(found('pdf', signed()), { findings: [], pages: '1', signatures: '1' });
		assert.deepEqual(found('pdf', prepared()), { findings: [], pages: '1', signatures: '0' });
		const pages = Buffer.from(pdfWith().toString('latin1').replace('/Kids[3 0 R]/Count 1', '/Kids[3 0 R 3 0 R]/Count 2'), 'latin1');
		assert.equal(found('pdf', pages).pages, '2');
	});

	it('takes the rights that Acrobat gives for no signature, and knows a key that is gone', () => {
		assert.deepEqual(found('pdf', usageRights()), { findings: [], pages: '1', signatures: '0' });
		assert.match(inspect('pdf', keyless()).stdout, /^keyless$/m);
		assert.doesNotMatch(inspect('pdf', restricted()).stdout, /keyless/);
		/* saved again after an ordinary change */
		const again = keyless(pdfWith());
		assert.deepEqual(found('pdf', again).findings, []);
	});

	it('says how it is used, and takes nothing but a file', () => {
		assert.equal(spawnSync(INSPECT, { encoding: 'utf8' }).status, 2);
		assert.equal(spawnSync(INSPECT, ['exe'], { encoding: 'utf8' }).status, 2);
		assert.equal(spawnSync(INSPECT, ['pdf'], { input: 'x', encoding: 'utf8' }).status, 2);
		assert.deepEqual(found('pdf', Buffer.alloc(0)).findings, ['unreadable']);
	});

	it('is loaded without the libraries for PDFs, which are opened for a PDF alone', () => {
		const loaded = spawnSync(INSPECT, ['docx'], { encoding: 'utf8', env: { LD_TRACE_LOADED_OBJECTS: '1' } }).stdout;
		assert.match(loaded, /libc\.so/);
		assert.doesNotMatch(loaded, /qpdf|gnutls|zbar/);
	});

	it('ends within its limits, whatever it is fed', () => {
		/* a tree of arrays that doubles at each step, and objects without end */
		const deep = pdfWith('/A 4 0 R', ['['.repeat(5000) + ']'.repeat(5000)]);
		const wide = pdfWith('/A[' + '4 0 R '.repeat(200_000) + ']', ['<</B 4 0 R>>']);
		for (const bytes of [deep, wide]) {
			const run = inspect('pdf', bytes);
			assert.equal(run.error, undefined);
			assert.ok(run.status === 0 || run.status === null, run.stderr);
		}
	});
});
