// SPDX-License-Identifier: ISC
//
// The benchmark: see README.md beside this file, and `run`, which prepares what this needs.
//
// Every contender stands behind the same nginx with the same number of processes and is measured in
// turns, several rounds, so that whatever else the machine does meets all of them alike. The figures
// are medians of the rounds; the ratios are medians of each round's ratio. Nothing here fails for
// being slow.

import { execFile, spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { freePort, ROOT, startStack } from '../web/harness.mjs';
import { openWorld, PASSWORD } from '../web/world.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const CONNECTIONS = 16;		/* as many people save in bench/world.sql */
const VARIABLE = 5;
const SIGN_INS = 9;
const TICK_MS = 10;		/* of /proc/PID/stat */

const { values: options } = parseArgs({ options: {
	build: { type: 'string', default: path.join(ROOT, 'build') },
	against: { type: 'string' },	/* a worktree built before: its page too, on the same database */
	rounds: { type: 'string', default: '5' },
	seconds: { type: 'string', default: '3' },
	workers: { type: 'string', default: '4' },
	only: { type: 'string' },	/* names of contenders, comma between */
} });
const rounds = Number(options.rounds), seconds = Number(options.seconds);
const workers = Number(options.workers);

/* ---- what processes have used and what they hold ------------------------------------------------ */

function children(pid) {
	return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
}

/* Milliseconds of user and system time. */
function cpu(pids) {
	const ticks = pids.map((pid) => {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
		return Number(fields[11]) + Number(fields[12]);
	});
	return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
}

/* { private, pss } in kB. */
function memory(pid) {
	const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
	const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)[1]);
	return { private: of('Private_Clean') + of('Private_Dirty'), pss: of('Pss') };
}

function median(numbers) {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/* ---- the parts that stand beside Matang --------------------------------------------------------- */

const parts = [];

function start(command, args, options = {}) {
	/* Ended by the kernel when this process is, in whichever way. */
	const child = spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args],
		{ stdio: ['ignore', 'inherit', 'inherit'], ...options });
	parts.push(child);
	return child;
}

function stopParts() {
	return Promise.all(parts.map((child) => child.exitCode ?? new Promise((done) => {
		child.once('close', done);
		child.kill('SIGTERM');
	})));
}

function startFastcgi(stack, name, command, args = [], options = {}) {
	return start('spawn-fcgi', ['-n', '-s', path.join(stack.run, `${name}.sock`), '-M', '0660', '--',
		'/usr/bin/multiwatch', '-f', String(workers), '-s', 'TERM', '--', command, ...args], options);
}

function startPhp(stack, assets) {
	const config = path.join(stack.run, 'php-fpm.conf');
	const binary = readdirSync('/usr/sbin').find((name) => /^php-fpm\d/.test(name));
	const root = process.getuid() === 0;
	writeFileSync(config, `[global]
error_log = /dev/stderr
[bench]
${root ? 'user = root\ngroup = root' : ''}
listen = ${stack.run}/php.sock
pm = static
pm.max_children = ${workers}
clear_env = no
`);
	const database = Object.fromEntries([...readFileSync(stack.config, 'utf8')
		.matchAll(/^(db_\w+) (.*)$/gm)].map(([, name, value]) => [name.toUpperCase(), value]));
	return start(path.join('/usr/sbin', binary), ['--nodaemonize', ...root ? ['-R'] : [],
		'--fpm-config', config, '-d', 'opcache.enable=1'],
	{ env: { ...process.env, ...database, ASSETS: assets }, stdio: 'ignore' });
}

/* Where PHP's page says something else than ours; white space does not count. */
function compare(ours, theirs) {
	const [one, other] = [ours, theirs].map((html) => html.toString()
		.replace(/\s+/g, ' ').replace(/ ?(<[^>]*>) ?/g, '$1'));
	let at = 0;
	while (at < one.length && one[at] === other[at])
		at++;
	if (at < one.length || at < other.length)
		console.log(`# PHP's page is not ours: "${one.slice(at - 40, at + 60)}" is there ` +
			`"${other.slice(at - 40, at + 60)}"; see php/template.php`);
}

function startNginx(stack, port, file) {
	const config = path.join(stack.run, 'bench.conf');
	writeFileSync(config, readFileSync(path.join(HERE, 'nginx.conf'), 'utf8')
		.replaceAll('@RUN@', stack.run).replaceAll('@PORT@', port)
		.replaceAll('@HERE@', HERE).replaceAll('@FILE@', file));
	return start('nginx', ['-e', 'stderr', '-c', config, '-g',
		`daemon off;${process.getuid() === 0 ? ' user root;' : ''}`]);
}

async function answering(url, headers) {
	for (let tries = 100; ; tries--) {
		const answer = await fetch(url, { headers }).catch(() => null);
		if (answer?.ok)
			return Buffer.from(await answer.arrayBuffer());
		if (!tries)
			throw new Error(`${url}: ${answer?.status ?? 'no answer'}`);
		await new Promise((done) => setTimeout(done, 100));
	}
}

/* ---- measuring ---------------------------------------------------------------------------------- */

async function wrk(contender, time) {
	const { stdout } = await promisify(execFile)('wrk', ['-c', CONNECTIONS, '-t', contender.threads ?? 1,
		'-d', `${time}s`, '--timeout', '20s', '-s', path.join(HERE, contender.script ?? 'report.lua'),
		...contender.cookie ? ['-H', `Cookie: ${contender.cookie}`] : [],
		contender.url, ...contender.arguments?.() ?? []].map(String), { maxBuffer: 1 << 24 });
	return JSON.parse(stdout.trim().split('\n').at(-1));
}

async function measure(contender, shared) {
	const pids = { program: contender.pids, ...shared };
	const before = Object.entries(pids).map(([name, list]) => [name, cpu(list)]);
	const result = await wrk(contender, seconds);
	for (const [name, used] of before)
		result[name] = (cpu(pids[name]) - used) * 1000 / result.requests;
	result.rate = result.requests / result.seconds;
	return result;
}

async function signIns(stack) {
	const times = [];
	for (let n = 0; n < SIGN_INS; n++) {
		const client = stack.client();
		const form = (await client.get('/account/')).form('form:has(input[type=password])');
		const fields = form.filled({ username: 'operator.dkumkmp', password: PASSWORD });
		const began = performance.now();
		const page = await client.post('/account/', fields);
		times.push(performance.now() - began);
		if (page.status !== 303)
			throw new Error(`signing in: ${page.status}`);
	}
	return median(times);
}

/* ---- printing ----------------------------------------------------------------------------------- */

function table(contenders, of) {
	const columns = [['requests/s', 'rate', 0], ['p50 ms', 'p50', 2], ['p99 ms', 'p99', 2],
		['program µs', 'program', 0], ['MariaDB µs', 'mariadb', 0], ['nginx µs', 'nginx', 0]];
	console.log(`${''.padEnd(30)}${columns.map(([head]) => head.padStart(12)).join('')}${'bytes'.padStart(9)}`);
	for (const one of contenders)
		console.log(one.title.padEnd(30) + columns.map(([, field, digits]) =>
			of(one.name, field).toFixed(digits).padStart(12)).join('') + String(one.bytes ?? '').padStart(9));
}

function holds(title, pids) {
	const all = pids.map(memory);
	const of = (field) => (median(all.map((one) => one[field])) / 1024).toFixed(2);
	console.log(`${title.padEnd(30)}${of('private').padStart(6)} MB private, ${of('pss')} MB PSS`);
}

/* ---- the run ------------------------------------------------------------------------------------ */

async function main(stack) {
	const world = openWorld(stack);
	stack.sql(readFileSync(path.join(HERE, 'world.sql'), 'utf8'));
	const id = world.assessment('DKUMKMP');
	const cookie = `matang=${(await world.as('operator.dkumkmp')).cookie('matang')}`;
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const pagePath = `/matang/questionnaire/${id}/${VARIABLE}`;
	const file = path.join(stack.run, 'page.html');

	const page = await answering(stack.origin + pagePath, { cookie });
	writeFileSync(file, page);
	const floor = startFastcgi(stack, 'floor', path.join(stack.build, 'bench/floor'), [String(page.length)]);
	const php = startPhp(stack, /href="([^"]*)\/matang.css"/.exec(page)[1]);
	const nginx = startNginx(stack, port, file);
	const other = options.against && startFastcgi(stack, 'other',
		path.join(options.against, 'build/bin/questionnaire'), [], { env: { ...process.env,
			MATANG_CONFIG: otherConfig(stack) } });

	/* The people who save, each on an answer of their own. */
	const people = [];
	for (let n = 1; n <= CONNECTIONS; n++) {
		const assessment = stack.sql(`SELECT a.id FROM assessment a JOIN agency g ON g.id = a.agency_id
			WHERE g.short_name = 'bench-${n}' AND a.cycle_id = 1`)[0].id;
		const client = await world.as(`operator.bench-${n}`);
		const form = `/matang/questionnaire/${assessment}/${VARIABLE}`;
		people.push({ client, form, assessment, token: client.csrf(await client.get(form)) });
	}
	const peopleFile = path.join(stack.run, 'people');
	const savers = () => {
		const versions = new Map(stack.sql(`SELECT n.assessment_id, n.version FROM answer n
			JOIN variable v ON v.id = n.variable_id AND v.number = ${VARIABLE}`)
			.map((row) => [row.assessment_id, row.version]));
		writeFileSync(peopleFile, people.map(({ client, form, assessment, token }) =>
			`${form} matang=${client.cookie('matang')} ${token} ${versions.get(assessment)}\n`).join(''));
		return ['--', peopleFile];
	};

	const workersOf = (name) => children(stack.pid(name));
	const all = [
		{ name: 'page', title: 'variable page', url: pagePath, cookie, pids: workersOf('questionnaire') },
		{ name: 'tasks', title: 'task list', url: `/matang/questionnaire/${id}/`, cookie,
			pids: workersOf('questionnaire') },
		{ name: 'save', title: 'one saved answer', url: '/', script: 'save.lua', threads: CONNECTIONS,
			arguments: savers, pids: workersOf('questionnaire') },
		{ name: 'floor', title: 'floor: bare libfcgi', url: '/bench/floor/', pids: floor.pid },
		{ name: 'php', title: 'the page in PHP-FPM', url: `/bench/php/${id}/${VARIABLE}`, cookie, pids: php.pid },
		{ name: 'static', title: 'static file', url: '/bench/static', pids: [] },
		...other ? [{ name: 'other', title: 'page of the other build', cookie, pids: other.pid,
			url: pagePath.replace('/matang/questionnaire/', '/bench/other/') },
		{ name: 'other-tasks', title: 'task list of the other build', cookie, pids: other.pid,
			url: `/bench/other/${id}/` }] : [],
	];
	const contenders = all.filter((one) => !options.only || options.only.split(',').includes(one.name));
	for (const one of contenders) {
		one.url = origin + one.url;
		one.bytes = one.name === 'save' ? undefined : (await answering(one.url, { cookie: one.cookie ?? '' })).length;
		one.pids = typeof one.pids === 'number' ? children(one.pids) : one.pids;
	}
	compare(page, await answering(`${origin}/bench/php/${id}/${VARIABLE}`, { cookie }));
	const shared = { mariadb: [stack.pid('mariadb')], nginx: children(nginx.pid) };

	const results = [];
	for (const one of contenders)
		await wrk(one, 1);
	for (let round = 1; round <= rounds; round++) {
		const result = {};
		for (const one of contenders) {
			result[one.name] = await measure(one, shared);
			if (result[one.name].errors)
				console.log(`# ${one.name}: ${result[one.name].errors} answers of round ${round} were errors`);
		}
		results.push(result);
		process.stderr.write(`round ${round} of ${rounds}\n`);
	}

	const of = (name, field) => median(results.map((result) => result[name][field]));
	const ratio = (one, other, aim) => results[0][one] && results[0][other] &&
		console.log(`${`${one} / ${other}`.padEnd(30)}${median(results.map((result) =>
			result[one].rate / result[other].rate)).toFixed(2).padStart(6)}${aim ? `   (aim: ${aim})` : ''}`);
	console.log(`\n${CONNECTIONS} connections, ${workers} processes each, ${rounds} rounds of ${seconds} s, ` +
		'CPU time per request; medians\n');
	table(contenders, of);
	console.log('');
	ratio('page', 'floor', '0.33 or more');
	ratio('page', 'php', '4 or more');
	ratio('static', 'page');
	ratio('page', 'other');
	ratio('tasks', 'other-tasks');
	console.log('');
	holds('questionnaire, one process', workersOf('questionnaire'));
	if (other)
		holds('the same of the other build', children(other.pid));
	holds('PHP-FPM, one process', children(php.pid));
	holds('floor, one process', children(floor.pid));
	console.log(`${'(aim: 2 MB private or less)'.padEnd(30)}`);
	console.log(`\nsigning in (Argon2id)         ${(await signIns(stack)).toFixed(0).padStart(6)} ms`);
}

/* The same database, but templates of the other build, and no key that it does not know. */
function otherConfig(stack) {
	const config = path.join(stack.run, 'other.conf');
	const known = readFileSync(path.join(options.against, 'cgi-bin/lib/base/config.c'), 'utf8');
	writeFileSync(config, readFileSync(stack.config, 'utf8')
		.replace(/^templates_dir .*/m, `templates_dir ${path.join(options.against, 'templates')}`)
		.replace(/^(\w+) .*\n/gm, (line, key) => known.includes(`"${key}"`) ? line : ''));
	return config;
}

const stack = await startStack({ workers, build: options.build });
try {
	await main(stack);
} finally {
	await stopParts();
	await stack.stop();
}
