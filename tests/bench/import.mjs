// SPDX-License-Identifier: ISC
//
// What a large list costs: see README.md beside this file, and `run import`. A workbook of so many agencies
// is sent, looked at and stored; the price is the CPU time of the program alone, and the most memory that
// one of its processes ever held. Nothing here fails for being slow.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { settle } from '../web/city.mjs';
import { book } from '../web/files.mjs';
import { startStack } from '../web/harness.mjs';
import { cpu, family, median } from './cost.mjs';

const { values: options } = parseArgs({ options: {
	agencies: { type: 'string', default: '5000' },
	rounds: { type: 'string', default: '3' },
} });
const agencies = Number(options.agencies);

const peak = (pids, what) => Math.max(...pids.map((pid) =>
	Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])));

const rows = (round) => [['Nama', 'Singkatan', 'Jabatan kepala', 'Nama kepala', 'Pangkat', 'NIP', 'Surel', 'Kode daerah'],
	...Array.from({ length: agencies }, (_, at) => [`Dinas Contoh Nomor ${at} Putaran ${round}`, `DC${at}R${round}`, 'Kepala Dinas',
		`Dr. Contoh Ke-${at}, S.Sos., M.Si.`, 'Pembina Utama Muda, IV/c', `197001011995031${String(1 + at % 998).padStart(3, '0')}`,
		`dinas${at}@contoh.go.id`, '64.71'])];

const stack = await startStack();
try {
	const city = settle(stack), admin = await city.signIn('admin');
	const pid = stack.pid('cycle');
	const found = { preview: [], store: [] };
	for (let round = 0; round < Number(options.rounds); round++) {
		const content = book(rows(round)), program = () => ({ program: family(pid) });
		const csrf = admin.csrf(await admin.get('/cycle/agencies/import'));
		const timed = async (what, ask) => {
			const before = cpu(program()).program, answer = await ask();
			found[what].push(cpu(program()).program - before);
			return answer;
		};
		const page = await timed('preview', () => admin.postMultipart('/cycle/agencies/import', { csrf, file: { filename: 'a.xlsx', content } }));
		if (page.status !== 200)
			throw new Error(page.words().slice(0, 300));
		const done = await timed('store', () => admin.submit(page, {}, { form: 'form[action$="/store"]', follow: false }));
		if (done.status !== 303)
			throw new Error(done.words().slice(0, 300));
		console.log(`${agencies} agencies, ${content.length} bytes: preview of ${page.body.length} bytes ${Math.round(found.preview.at(-1) / 1000)} ms, ` +
			`store ${Math.round(found.store.at(-1) / 1000)} ms of CPU`);
	}
	const both = found.preview.map((micros, at) => micros + found.store[at]);
	console.log(`preview and store, median: ${Math.round(median(both) / 1000)} ms of the program's CPU (aim: under 1,000)`);
	/* Their operators, by a list of their own: as many accounts, whose cards come later. */
	const people = book([['Peran', 'Perangkat daerah', 'Nama lengkap', 'NIP'], ...Array.from({ length: agencies }, (_, at) =>
		['Operator', `Dinas Contoh Nomor ${at} Putaran 0`, `Dr. Orang Ke-${at}, S.Sos.`, `19700101199503${String(1000 + at % 8998)}`])]);
	const csrf = admin.csrf(await admin.get('/cycle/accounts/import')), program = () => ({ program: family(pid) });
	let before = cpu(program()).program;
	const page = await admin.postMultipart('/cycle/accounts/import', { csrf, region_id: 2, file: { filename: 'o.xlsx', content: people } });
	const preview = cpu(program()).program - before;
	before = cpu(program()).program;
	const done = await admin.submit(page, {}, { form: 'form[action$="/store"]', follow: false });
	if (done.status !== 303)
		throw new Error(done.words().slice(0, 300));
	console.log(`${agencies} accounts: preview ${Math.round(preview / 1000)} ms, store ${Math.round((cpu(program()).program - before) / 1000)} ms of CPU`);
	console.log(`most memory of a process: ${peak(family(pid), 'VmHWM')} kB, of which no file ${peak(family(pid), 'RssAnon')} kB at the end (aim: under 24 MB)`);
} finally {
	await stack.stop();
}
