// SPDX-License-Identifier: ISC
//
// Whether PDFs are ones for archives (PDF/A-2b, ISO 19005-2) and for readers of screens (what a program can
// tell of PDF/UA-1, ISO 14289-1). Debian has no validator of part 2: PDFBox's preflight knows part 1, which
// asks for all that part 2 asks of our papers, and forbids transparency, which part 2 allows (6.2.10).

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { needs } from './needs.mjs';

needs('java', 'qpdf');

const JARS = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api']
	.map((name) => `/usr/share/java/${name}.jar`);

/* Of part 1 alone: groups and soft masks, the list of a font's glyphs, and that the file calls itself part 1. */
const ALLOWED = ['2.2.1', '2.2.2', '3.1.11', '7.11.2'];

/** What preflight has against each of these files, by their names, "CODE : words". */
export function preflight(files) {
	for (const jar of JARS)
		assert.ok(existsSync(jar), `${jar} missing: apt-get install libpdfbox2-java libactivation-java libjaxb-api-java`);
	const dir = mkdtempSync(path.join(tmpdir(), 'matang-preflight-'));
	try {
		const list = path.join(dir, 'list');
		writeFileSync(list, files.join('\n') + '\n');
		const run = spawnSync('java', ['-cp', JARS.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'group', list],
			/* in the true time: Java waits for ever with a clock that is moved for it */
			{ encoding: 'utf8', maxBuffer: 1 << 26, cwd: dir, env: { ...process.env, LD_PRELOAD: undefined } });
		const report = path.join(dir, 'list.preflight.xml');
		assert.ok(existsSync(report), `${run.stdout}${run.stderr}`);
		const told = new Map();
		for (const [, name, body] of readFileSync(report, 'utf8').matchAll(/<preflight name="([^"]*)">([^]*?)<\/preflight>/g))
			told.set(name, [...body.matchAll(/<code>([^<]*)<\/code>\s*<details>([^<]*)/g)].map(([, code, words]) => `${code} : ${words}`)
				.concat(/<exceptionThrown>/.test(body) ? [`exception : ${body}`] : []));
		assert.equal(told.size, files.length, run.stdout + run.stderr);
		return told;
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/** What a PDF/A-2b must not have, of each file. */
export const faultsOf = (files) => [...preflight(files)].flatMap(([name, told]) =>
	told.filter((words) => !ALLOWED.includes(words.split(' ')[0])).map((words) => `${path.basename(name)}: ${words}`));

function objectsOf(file) {
	const run = spawnSync('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', file],
		{ encoding: 'utf8', maxBuffer: 1 << 28 });
	assert.equal(run.status, 0, run.stderr);
	const [head, objects] = JSON.parse(run.stdout).qpdf;
	const values = Object.values(objects);
	return { head, get: (reference) => objects[`obj:${reference}`], trailer: objects.trailer.value,
		all: values.map((object) => object.value ?? object.stream?.dict).filter((value) => value && typeof value === 'object') };
}

/** What of both norms preflight does not ask: that the file calls itself part 2, and what readers of screens need. */
export function assertSpoken(file) {
	const { get, trailer, all } = objectsOf(file);
	const catalogue = get(trailer['/Root']).value;
	const metadata = Buffer.from(get(catalogue['/Metadata']).stream.data, 'base64').toString();
	const of = (key, name) => all.filter((value) => value[key] === name);

	assert.match(metadata, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
	assert.equal(catalogue['/Lang'], 'u:id-ID');
	assert.equal(catalogue['/MarkInfo']['/Marked'], true);
	assert.equal(catalogue['/ViewerPreferences']['/DisplayDocTitle'], true);
	assert.ok(get(catalogue['/StructTreeRoot']).value['/ParentTree']);
	assert.ok(of('/S', '/TH').every((head) => head['/A']?.['/Scope']), 'heads of tables say of what');
	assert.ok(of('/S', '/Figure').every((figure) => figure['/Alt']?.length > 10), 'pictures say what they show');
	assert.ok(of('/Subtype', '/Link').every((link) => link['/Contents'] && link['/F'] === 4), 'links say where they lead, and are printed');
	assert.ok(of('/Type', '/Page').every((page) => !page['/Annots'] || page['/Tabs'] === '/S'), 'in the order of the text');
	/* Headings begin with the first level and leave none out (14289-1, 7.4.2). */
	const levels = all.map((value) => /^\/H([1-6])$/.exec(value['/S'])?.[1]).filter(Boolean).map(Number);
	assert.ok(levels.every((level) => level === 1 || levels.includes(level - 1)), `levels ${[...new Set(levels)]}`);
}
