// SPDX-License-Identifier: ISC
//
// Papers: how long one takes and what the program weighs, for a region of sixty agencies, beside the
// print page of the same content. The aims are 20 ms and 20 MB a document.
//
//	node tests/bench/paper.mjs

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { startStack } from '../web/harness.mjs';
import { openWorld } from '../web/world.mjs';

const TIMES = 20;
const stack = await startStack();

/* Proportional set size of all processes of a program, in kB. */
const weight = (name) => Math.max(...readdirSync('/proc').filter((one) => /^\d+$/.test(one)).map((one) => {
	try {
		if (!readFileSync(`/proc/${one}/cmdline`, 'utf8').startsWith(`${stack.build}/bin/${name}\0`))
			return 0;
		return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))[1]);
	} catch {
		return 0;
	}
}));
/* Processor time of all processes of a program so far, in ms: what others do on the machine does not count. */
const worked = (name) => readdirSync('/proc').filter((one) => /^\d+$/.test(one)).reduce((sum, one) => {
	try {
		if (!readFileSync(`/proc/${one}/cmdline`, 'utf8').startsWith(`${stack.build}/bin/${name}\0`))
			return sum;
		const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1].split(' ');
		return sum + 10 * (Number(fields[11]) + Number(fields[12]));
	} catch {
		return sum;
	}
}, 0);
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

try {
	const world = openWorld(stack);
	const id = world.assessment('DKUMKMP');
	world.finish(id);
	const [{ cycle_id: cycle }] = stack.sql(`SELECT cycle_id FROM assessment WHERE id = ${id}`);
	stack.sql(`INSERT INTO agency (region_id, name) SELECT 2, CONCAT('Dinas Contoh Pekerjaan Umum dan Penataan Ruang ', seq) FROM seq_1_to_56;
		INSERT INTO assessment (cycle_id, agency_id, state) SELECT ${cycle}, id, 'validated' FROM agency WHERE name LIKE 'Dinas Contoh Pekerjaan%';
		INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation,
			province_level, province_reason, province_recommendation)
		SELECT a.id, v.id, 3, 4, 'Dibaca', 'Lengkapi notulen', 4, 'Dibaca', 'Lengkapi notulen'
		FROM assessment a JOIN agency g ON g.id = a.agency_id AND g.name LIKE 'Dinas Contoh Pekerjaan%'
		JOIN cycle c ON c.id = a.cycle_id JOIN variable v ON v.instrument_id = c.instrument_id`);
	const verifier = await world.as('verifikator');
	const before = weight('paper');
	console.log('                 pages  PDF: CPU    wall   page: CPU  wall, ms');
	for (const [kind, place] of [['score', `agency/${id}`], ['minutes', `agency/${id}`], ['notified', `cycle/${cycle}`],
		['recap', `cycle/${cycle}`], ['report', `cycle/${cycle}`]]) {
		const page = await verifier.get(`/paper/${place}`);
		const { location } = await verifier.post(`/paper/${place}/issue`, { csrf: verifier.csrf(page), kind });
		const key = /\/paper\/(\d+)/.exec(location)[1];
		const ms = { pdf: [], page: [] }, cpu = {};
		let pdf;
		for (const [what, address] of [['pdf', `/paper/${key}/pdf`], ['page', `/paper/${key}`]]) {
			const start = worked('paper');
			for (let turn = 0; turn < TIMES; turn++) {
				const began = process.hrtime.bigint();
				const answer = await verifier.get(address);
				ms[what].push(Number(process.hrtime.bigint() - began) / 1e6);
				if (what === 'pdf')
					pdf = answer.body;
			}
			cpu[what] = (worked('paper') - start) / TIMES;
		}
		const pages = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }).match(/^Pages:\s+(\d+)/m)[1];
		console.log(`${kind.padEnd(16)}${pages.padStart(6)}${cpu.pdf.toFixed(1).padStart(8)}${median(ms.pdf).toFixed(1).padStart(8)}${cpu.page.toFixed(1).padStart(8)}${median(ms.page).toFixed(1).padStart(8)}`);
	}
	console.log(`PSS of a process: ${(before / 1024).toFixed(1)} MB before, ${(weight('paper') / 1024).toFixed(1)} MB after; portal ${(weight('portal') / 1024).toFixed(1)} MB`);
} finally {
	await stack.stop();
}
