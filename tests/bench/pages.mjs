// SPDX-License-Identifier: ISC
//
// What each page costs: see README.md beside this file, and `run pages`, which prepares what this needs.
// Every page is asked for again and again through one nginx, of this build and of another in turns; its
// price is the CPU time that the program and MariaDB used (which, unlike the time on the clock, hardly
// depends on what else the machine does) and the statements that it ran. Nothing here fails for being slow.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { freePort, ROOT, startStack } from '../web/harness.mjs';
import { openWorld } from '../web/world.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const VARIABLE = 5;
const PROGRAMS = ['questionnaire', 'verify', 'report', 'upload', 'cycle'];

const { values: options } = parseArgs({ options: {
	build: { type: 'string', default: path.join(ROOT, 'build') },
	against: { type: 'string' },	/* a worktree built before: its pages too, on the same database */
	rounds: { type: 'string', default: '5' },
	times: { type: 'string', default: '60' },	/* in each round */
	only: { type: 'string' },	/* part of a title */
	statements: { type: 'boolean', default: false },	/* which ones, and how long each takes */
} });
const rounds = Number(options.rounds), times = Number(options.times);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const children = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
	.filter(Boolean).map(Number);

/* Microseconds on a processor, of all threads. */
const cpu = (pid) => readdirSync(`/proc/${pid}/task`).reduce((sum, task) =>
	sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]), 0) / 1000;

/* ---- programs of both builds, each one process ---------------------------------------------------- */

const parts = [];

function start(command, args, env = {}) {
	/* Ended by the kernel when this process is, in whichever way. */
	const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args],
		{ stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
	parts.push(child);
	return child;
}

/* A build's configuration: the same database, its own templates, and no key that it does not know. */
function startBuild(stack, name, root, bin) {
	const config = path.join(stack.run, `${name}.conf`);
	const known = readFileSync(path.join(root, 'cgi-bin/lib/base/config.c'), 'utf8');
	writeFileSync(config, readFileSync(stack.config, 'utf8')
		.replace(/^templates_dir .*/m, `templates_dir ${path.join(root, 'templates')}`)
		.replace(/^(\w+) .*\n/gm, (line, key) => known.includes(`"${key}"`) ? line : ''));
	return Object.fromEntries(PROGRAMS.map((program) => [program, start('spawn-fcgi',
		['-n', '-s', path.join(stack.run, `${name}-${program}.sock`), '-M', '0660', '--',
			path.join(bin, program)], { MATANG_CONFIG: config }).pid]));
}

function startNginx(stack, port) {
	const config = path.join(stack.run, 'bench.conf');
	writeFileSync(config, readFileSync(path.join(HERE, 'nginx.conf'), 'utf8')
		.replaceAll('@RUN@', stack.run).replaceAll('@PORT@', port).replaceAll('@HERE@', HERE)
		.replaceAll('@FILE@', '/dev/null'));
	start('nginx', ['-e', 'stderr', '-c', config, '-g',
		`daemon off;${process.getuid() === 0 ? ' user root;' : ''}`]);
}

/* ---- statements ------------------------------------------------------------------------------------ */

const counted = (stack) => Number(stack.sql("SHOW GLOBAL STATUS LIKE 'Questions'")[0].Value);

/* Texts of sql/statements as patterns, to find the name of one in MariaDB's log. */
function patterns() {
	const folder = path.join(ROOT, 'sql/statements');
	return readdirSync(folder).flatMap((file) => readFileSync(path.join(folder, file), 'utf8')
		.split(/^-- name: /m).slice(1).map((part) => {
			const [name, ...lines] = part.split('\n');
			const text = lines.filter((line) => !line.startsWith('--')).join(' ').trim().replace(/;$/, '');
			return [name, new RegExp(`^${text.replace(/\s+/g, ' ').replace(/[.*+^${}()|[\]\\]/g, '\\$&')
				.replaceAll('?', '.*?')}$`, 'i')];
		}));
}

async function statements(stack, ask) {
	stack.sql("SET GLOBAL log_output = 'TABLE', long_query_time = 0, slow_query_log = 1");
	stack.cutConnections();
	await ask(3);
	stack.sql('SET GLOBAL slow_query_log = 0; TRUNCATE TABLE mysql.slow_log; SET GLOBAL slow_query_log = 1');
	await ask(times);
	stack.sql('SET GLOBAL slow_query_log = 0');
	const known = patterns(), found = new Map();
	for (const row of stack.sql(`SELECT sql_text, TIME_TO_SEC(query_time) * 1e6 AS micros,
		rows_examined, rows_sent FROM mysql.slow_log WHERE user_host LIKE 'matang%'`)) {
		const text = row.sql_text.replace(/\s+/g, ' ').replace(/;$/, '').trim();
		const name = known.find(([, pattern]) => pattern.test(text))?.[0] ?? text.slice(0, 40);
		const one = found.get(name) ?? { micros: [] };
		one.micros.push(Number(row.micros));
		found.set(name, Object.assign(one, { examined: row.rows_examined, sent: row.rows_sent }));
	}
	for (const [name, one] of [...found].sort((a, b) => median(b[1].micros) - median(a[1].micros)))
		console.log(`    ${name.padEnd(34)}${(one.micros.length / times).toFixed(1).padStart(5)} ×` +
			`${median(one.micros).toFixed(0).padStart(7)} µs, ${one.examined} rows read, ${one.sent} sent`);
}

/* ---- the run ------------------------------------------------------------------------------------ */

async function main(stack) {
	const world = openWorld(stack);
	for (const file of ['world.sql', 'size.sql'])
		stack.sql(readFileSync(path.join(HERE, file), 'utf8'));
	const of = (agency, cycle) => stack.sql(`SELECT a.id FROM assessment a JOIN agency g ON g.id = a.agency_id
		WHERE g.short_name = '${agency}' AND a.cycle_id = ${cycle}`)[0].id;
	const own = of('DKUMKMP', 1), large = of('besar-1', 2), waiting = of('besar-3', 2);
	const pages = [
		['questionnaire: variable', 'operator.dkumkmp', `/questionnaire/${own}/${VARIABLE}`],
		['questionnaire: task list', 'operator.dkumkmp', `/questionnaire/${own}/`],
		['questionnaire: home', 'operator.dkumkmp', '/questionnaire/'],
		['questionnaire: saved answer', 'operator.dkumkmp', `/questionnaire/${own}/${VARIABLE}`, 'post'],
		['verify: variable', 'verifikator.kutim', `/verify/${waiting}/${VARIABLE}`],
		['verify: overview', 'verifikator.kutim', `/verify/${waiting}/`],
		['verify: work list of 61', 'verifikator.kutim', '/verify/'],
		['verify: checklist of 61', 'verifikator.kutim', '/verify/checklist'],
		['report: list of 61', 'verifikator.kutim', '/report/'],
		['report: region of 61', 'verifikator.kutim', '/report/region/2'],
		['report: missing in 61', 'verifikator.kutim', '/report/region/2/gaps'],
		['report: accuracy in 61', 'verifikator.kutim', '/report/region/2/accuracy'],
		['report: comparison of 61', 'verifikator.kutim', '/report/region/2/compare'],
		['report: agency', 'verifikator.kutim', `/report/agency/${waiting}`],
		['report: history', 'verifikator.kutim', `/report/history/${waiting}`],
		['library of 2,000', 'operator.besar-60', '/upload/'],
		['library of 2,000, sought', 'operator.besar-60', '/upload/?q=rencana'],
		['document', 'operator.besar-60', `/upload/document/${stack.sql('SELECT MIN(id) AS id FROM document WHERE agency_id = 301')[0].id}`],
		['attach to a criterion', 'operator.besar-60', `/upload/attach/${large}/${stack.sql('SELECT MIN(checklist_item_id) AS id FROM evidence_link WHERE assessment_id = ' + large)[0].id}`],
		['admin: home', 'admin', '/cycle/'],
		['admin: agencies', 'admin', '/cycle/agencies'],
		['admin: accounts', 'admin', '/cycle/accounts'],
		['admin: cycle of 61', 'admin', '/cycle/cycles/2'],
		['notice to 61', 'verifikator.kutim', '/cycle/notice/2'],
	].filter(([title]) => !options.only || options.only.split(',').some((part) => title.includes(part)));

	const port = await freePort();
	const builds = { here: startBuild(stack, 'here', ROOT, path.join(options.build, 'bin')) };
	if (options.against)
		builds.there = startBuild(stack, 'there', options.against, path.join(options.against, 'build/bin'));
	startNginx(stack, port);
	await new Promise((done) => setTimeout(done, 1000));
	const mariadb = stack.pid('mariadb');

	console.log(`CPU time in µs for each answer, median of ${rounds} rounds of ${times}` +
		`${options.against ? '; before → now' : ''}\n`);
	for (const [title, person, address, post] of pages) {
		const client = await world.as(person);
		const cookie = `matang=${client.cookie('matang')}`;
		const program = address.split('/')[1];
		const rest = address.slice(program.length + 1);
		const token = post && client.csrf(await client.get(`/matang${address}`));
		let bytes, serial = 0;

		const ask = async (build, count) => {
			const url = `http://127.0.0.1:${port}/bench/${build}-${program}${rest}`;
			let version = post && Number(stack.sql(`SELECT n.version FROM answer n JOIN variable v ON
				v.id = n.variable_id WHERE n.assessment_id = ${own} AND v.number = ${VARIABLE}`)[0].version);
			for (let n = 0; n < count; n++) {
				const answer = await fetch(url, { redirect: 'manual', headers: { cookie,
					...post ? { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' } : {} },
				...post ? { method: 'POST', body: `csrf=${token}&version=${version++}&level=4&explanation=${'Uraian+contoh.'.repeat(40)}${serial++}` } : {} });
				bytes = (await answer.arrayBuffer()).byteLength;
				if (answer.status !== 200)
					throw new Error(`${build} ${address}: ${answer.status}`);
			}
		};
		const results = {};
		for (const build in builds)
			await ask(build, 3);
		for (let round = 0; round < rounds; round++)
			for (const build in builds) {
				const pids = [builds[build][program], mariadb];
				const before = pids.map(cpu), asked = counted(stack);
				await ask(build, times);
				const used = pids.map((pid, at) => (cpu(pid) - before[at]) / times);
				(results[build] ??= []).push({ program: used[0], mariadb: used[1], bytes,
					statements: Math.floor((counted(stack) - asked) / times) });
			}
		const said = (field) => ['there', 'here'].filter((build) => results[build])
			.map((build) => median(results[build].map((one) => one[field])).toFixed(0).padStart(7)).join(' →');
		console.log(`${title.padEnd(28)} statements${said('statements')}  program${said('program')}  ` +
			`MariaDB${said('mariadb')}  bytes${said('bytes')}`);
		if (options.statements)
			await statements(stack, (count) => ask('here', count));
	}
}

const stack = await startStack({ workers: 1, build: options.build });
try {
	await main(stack);
} finally {
	parts.forEach((child) => child.kill('SIGTERM'));
	await stack.stop();
}
