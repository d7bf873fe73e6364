// SPDX-License-Identifier: ISC
//
// The Nu HTML checker over a set of pages in one run of Java.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needs } from '../web/needs.mjs';

needs('java');

const JAR = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
	'build/dist/vnu.jar');

/**
 * What is wrong with pages: a list of { name, line, message, extract }. `pages` is a list of
 * { name, text }. Warnings count as well.
 */
export function htmlProblems(pages) {
	const dir = mkdtempSync(path.join(tmpdir(), 'matang-html-'));

	try {
		pages.forEach(({ text }, i) => writeFileSync(path.join(dir, `${i}.html`), text));
		/* Its guess of the language takes some Indonesian pages for Malay. */
		const run = spawnSync('java', ['-Xss2m', '-jar', JAR, '--no-langdetect', '--format', 'json',
			'--stdout', '--exit-zero-always', '--skip-non-html', dir],
		{ encoding: 'utf8', maxBuffer: 1 << 28 });
		if (run.status !== 0)
			throw new Error(`the HTML checker ended with ${run.status}: ${run.stderr}`);
		return JSON.parse(run.stdout).messages
			.filter((one) => one.type === 'error' || one.subType === 'warning')
			.map((one) => ({
				name: pages[Number(path.basename(one.url, '.html'))].name,
				line: one.lastLine, message: one.message, extract: one.extract,
			}));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
