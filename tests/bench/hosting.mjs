// SPDX-License-Identifier: ISC
//
// What a page costs on shared hosting, where each request starts its program anew: the one program of the ZIP
// (build/hosting/matang.cgi), /bin/true and the same page in PHP-CGI (php/variable.php), all three as plain CGI
// with the same variables. Prints the CPU time of the processes alone, the database's not. See `run hosting`.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorld } from '../web/world.mjs';
import { ROOT, startStack } from '../web/harness.mjs';
import { median } from './cost.mjs';
import { HERE } from './builds.mjs';

const TIMES = 40, ROUNDS = 5, USER = 'operator.dkumkmp';
const PHP = readdirSync('/usr/bin').find((name) => /^php-cgi\d/.test(name));

const stack = await startStack();
try {
	const world = openWorld(stack), browser = await world.as(USER);
	const own = world.assessment('DKUMKMP');
	const page = await browser.get(`/questionnaire/${own}/5`);
	const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	const database = Object.fromEntries([...readFileSync(stack.config, 'utf8').matchAll(/^(db_\w+) (.*)$/gm)]
		.map(([, name, value]) => [name.toUpperCase(), value]));
	const environment = { PATH: process.env.PATH, REQUEST_METHOD: 'GET', GATEWAY_INTERFACE: 'CGI/1.1', SERVER_PROTOCOL: 'HTTP/1.1',
		SERVER_NAME: 'localhost', REMOTE_ADDR: '127.0.0.1', QUERY_STRING: '', HTTP_COOKIE: cookie, MATANG_CONFIG: stack.config };
	const matang = (where) => ({ command: path.join(ROOT, 'build/hosting/matang.cgi'), SCRIPT_NAME: '/matang/matang.cgi', PATH_INFO: where });
	const lines = {
		'/bin/true': { command: '/bin/true' },
		'portal, matang.cgi': matang('/portal/'),
		'variable page, matang.cgi': matang(`/questionnaire/${own}/5`),
		'variable page, PHP-CGI': { command: `/usr/bin/${PHP}`, ...database, ASSETS: /href="([^"]*)\/matang.css"/.exec(page.text)[1],
			CRITERIA: stack.run, REDIRECT_STATUS: '200', SCRIPT_FILENAME: path.join(HERE, 'php/variable.php'), PATH_INFO: `/${own}/5`,
			PHPRC: '/nonexistent' },
	};
	const found = Object.fromEntries(Object.keys(lines).map((name) => [name, []]));
	for (const [name, { command, ...more }] of Object.entries(lines)) {
		const said = execFileSync(command, { env: { ...environment, ...more }, maxBuffer: 1 << 24 }).toString();
		if (name !== '/bin/true' && (/^Status: (?!200)/mi.test(said) || said.length < 5000))
			throw new Error(`${name}: ${said.slice(0, 500)}`);
	}
	for (let round = 0; round < ROUNDS; round++)
		for (const [name, { command, ...more }] of Object.entries(lines)) {
			const said = execFileSync('bash', ['-c', `for ((n = 0; n < ${TIMES}; n++)); do "$0" >/dev/null; done; times`, command],
				{ env: { ...environment, ...more } }).toString();
			const seconds = [...said.trim().split('\n').at(-1).matchAll(/(\d+)m([\d.]+)s/g)]
				.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0);
			found[name].push(seconds * 1000 / TIMES);
		}
	const least = median(found['/bin/true']);
	for (const [name, times] of Object.entries(found))
		console.log(`${name.padEnd(28)} ${median(times).toFixed(2)} ms of CPU, ${(median(times) - least).toFixed(2)} more than /bin/true`);
	const more = (name) => median(found[name]) - least;
	console.log(`PHP-CGI: ${(more('variable page, PHP-CGI') / more('variable page, matang.cgi')).toFixed(1)} times as much for the same page ` +
		'(aims: at most 3.0 ms more than /bin/true; PHP-CGI at least 8 times as much)');
} finally {
	await stack.stop();
}
