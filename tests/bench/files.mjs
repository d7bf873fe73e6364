// SPDX-License-Identifier: ISC
//
// What it costs to recognise and inspect files as offices send them: see README.md beside this file, and
// `run files`. The same files, by as many producers as are here, go by the form without scripts to both
// builds in turns; the price is the CPU time of the program that takes them and of the inspectors that it
// waited for. Only those that both take are compared, since the build before refuses sound ones.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LISTS, TEXTS } from '../producers/producers.mjs';
import { jpeg, pdfOf, picture } from '../web/files.mjs';
import { ROOT } from '../web/harness.mjs';
import { startBuild, stopParts } from './builds.mjs';
import { family, median } from './cost.mjs';

const { values: options } = parseArgs({ options: {
	base: { type: 'string', default: process.env.BENCH_BASE },
	rounds: { type: 'string', default: '3' },
	each: { type: 'string', default: '12' },	/* files of each producer */
	folder: { type: 'string' },			/* of files to take instead: made once, or real ones */
} });

/* ---- the files ---------------------------------------------------------------------------------- */

const paragraphs = (number) => Array.from({ length: 60 }, (_, at) =>
	`Pasal ${at + 1} berkas ${number}: rencana kerja disusun dari usulan setiap bidang dan ditetapkan oleh kepala dinas.`);
const rows = (number) => [['No', 'Nama', 'Jumlah', 'Tanggal'], ...Array.from({ length: 200 }, (_, at) =>
	[at + 1, `Pegawai Contoh ${number}-${at}`, at * 1.25, new Date(Date.UTC(2026, at % 12, 1 + at % 28))])];

/* What scanners and printers' drivers make of a text: other cross-references, streams of objects, lines for the web. */
const REWRITERS = [
	['qpdf', ['--object-streams=generate', 'in.pdf', 'out.pdf']],
	['qpdf', ['--linearize', 'in.pdf', 'out.pdf']],
	['gs', ['-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=pdfwrite', '-sOutputFile=out.pdf', 'in.pdf']],
];

function rewritten(dir, [command, args], pdf) {
	writeFileSync(path.join(dir, 'in.pdf'), pdf);
	const run = spawnSync(command, args, { cwd: dir });
	return run.status === 0 ? readFileSync(path.join(dir, 'out.pdf')) : null;
}

/* Each kind by each producer that is here, so many times with other content, into the folder. */
async function makeFiles(folder, each) {
	mkdirSync(folder, { recursive: true });
	const work = mkdtempSync(path.join(tmpdir(), 'matang-bench-'));
	const put = (name, number, kind, bytes) => bytes && writeFileSync(path.join(folder, `${name}-${number}.${kind}`), bytes);
	for (let number = 1; number <= each; number++) {
		for (const [name, kind, make] of LISTS.filter(([, kind, make]) => make && kind !== 'xls'))
			put(`daftar-${name}`, number, kind, await make(rows(number)));
		for (const [name, kind, make] of TEXTS.filter(([, , make]) => make)) {
			const bytes = await make(paragraphs(number));
			put(`naskah-${name}`, number, kind, bytes);
			if (kind === 'pdf')
				REWRITERS.forEach((how, at) => put(`naskah-${how[0]}-${at}`, number, kind, rewritten(work, how, bytes)));
		}
		put('pindai', number, 'pdf', pdfOf(paragraphs(number), { filler: 500_000 }));
		put('foto', number, 'jpg', jpeg(`contoh ${number}`));
		put('layar', number, 'png', picture(800 + number, 600));
	}
	rmSync(work, { recursive: true });
}

/* ---- the price ---------------------------------------------------------------------------------- */

/* Milliseconds of CPU of the processes that live and of those that they have waited for, in ticks of 10 ms. */
const spent = (pid) => family(pid).reduce((sum, one) => {
	const fields = readFileSync(`/proc/${one}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
	return sum + fields.slice(11, 15).reduce((ticks, field) => ticks + Number(field), 0) * 10;
}, 0);

/* Sends the file as that person: whether it was taken. */
async function send(operator, csrf, name, round, content) {
	const page = await operator.postMultipart('/upload/new', [['csrf', csrf], ['kind', 'laporan'],
		['title', `${name} putaran ${round}`], ['file', { filename: name, content }]]);
	return page.status === 303;
}

/* All files once: those taken. A person sends ten, which is within what one may in an hour. */
async function sendAll(build, files, round) {
	const taken = [];
	for (let from = 0; from < files.length; from += 10) {
		const operator = await build.world.as(`operator.besar-${1 + (from / 10 + round * 50) % 300}`);
		const csrf = operator.csrf(await operator.get('/upload/new'));
		for (const { name, content } of files.slice(from, from + 10))
			if (await send(operator, csrf, name, round, content))
				taken.push(name);
	}
	return taken;
}

async function main(builds, files) {
	const lists = [];
	for (const build of builds)
		lists.push(new Set(await sendAll(build, files, 0)));
	const both = files.filter(({ name }) => lists.every((list) => list.has(name)));
	builds.forEach((build, at) => console.log(`${build.name}: ${lists[at].size} of ${files.length} files taken`));
	const costs = builds.map(() => []);
	for (let round = 1; round <= Number(options.rounds); round++)
		for (const [at, build] of builds.entries()) {
			/* Signing in is not what is measured. */
			for (let from = 0; from < both.length; from += 10)
				await build.world.as(`operator.besar-${1 + (from / 10 + round * 50) % 300}`);
			const before = spent(build.stack.pid('upload'));
			await sendAll(build, both, round);
			costs[at].push(spent(build.stack.pid('upload')) - before);
		}
	builds.forEach((build, at) => console.log(`${build.name}: ${both.length} files that all take: ${median(costs[at])} ms of CPU, ` +
		`${(median(costs[at]) / both.length).toFixed(1)} ms a file (${costs[at].join(', ')})`));
	if (builds.length === 2)
		console.log(`now beside before, median of the rounds: ${median(costs[1].map((cost, round) => cost / costs[0][round])).toFixed(2)} (aim: 1)`);
}

const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'matang-bench-files-'));
const builds = [];
try {
	if (!options.folder)
		await makeFiles(folder, Number(options.each));
	const files = readdirSync(folder).sort().map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));
	if (options.base)
		builds.push(await startBuild({ name: 'before', root: path.resolve(options.base), workers: 2, files: ['world.sql', 'size.sql'] }));
	builds.push(await startBuild({ name: 'now', root: ROOT, workers: 2, files: ['world.sql', 'size.sql'] }));
	console.log(`${files.length} files, ${files.reduce((sum, { content }) => sum + content.length, 0)} bytes`);
	await main(builds, files);
} finally {
	await stopParts();
	for (const build of builds)
		await build.stack.stop();
	if (!options.folder)
		rmSync(folder, { recursive: true });
}
