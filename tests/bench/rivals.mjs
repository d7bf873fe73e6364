// SPDX-License-Identifier: ISC
//
// What this build's pages are compared with, behind the same nginx and with as many processes: bare libfcgi
// that says as much (floor.c), and the variable page in PHP-FPM (php/), which must say the same.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answering, install, start, startFastcgi } from './builds.mjs';

/** A floor that says what the first of these steps says: what to measure, as of a line. */
export async function startFloor(build, name, { steps: [step] }, workers) {
	const answer = await fetch(build.nginx.origin + step.path, { headers: { cookie: step.cookie } });
	const file = path.join(build.stack.run, `floor-${name}.page`);
	writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
	const floor = startFastcgi(build.stack, `floor-${name}`, workers, path.join(build.stack.build, 'bench/floor'),
		[file, answer.headers.get('content-type')]);
	const prepared = { steps: [{ path: `/bench/floor-${name}/`, cookie: '' }] };
	await answering(build.nginx.origin + prepared.steps[0].path);
	return { prepared, pid: floor.pid };
}

/** PHP-FPM with the variable page, for the same people and addresses as `steps`. */
export async function startPhp(build, { steps }, workers) {
	const { stack } = build;
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
	install(stack, 'php', path.join('/usr/sbin', binary));
	const database = Object.fromEntries([...readFileSync(stack.config, 'utf8')
		.matchAll(/^(db_\w+) (.*)$/gm)].map(([, name, value]) => [name.toUpperCase(), value]));
	const page = await answering(build.nginx.origin + steps[0].path, { cookie: steps[0].cookie });
	const php = start(path.join('/usr/sbin', binary), ['--nodaemonize', ...root ? ['-R'] : [],
		'--fpm-config', config, '-d', 'opcache.enable=1'],
	{ env: { ...process.env, ...database, ASSETS: /href="([^"]*)\/matang.css"/.exec(page)[1], CRITERIA: stack.run }, stdio: 'ignore' });
	const prepared = { steps: steps.map((step) => ({ ...step, path: step.path.replace('/matang/questionnaire/', '/bench/php/') })) };
	const differing = [];
	for (let n = 0; n < steps.length; n++) {
		const [ours, theirs] = await Promise.all([steps[n], prepared.steps[n]].map((step) =>
			answering(build.nginx.origin + step.path, { cookie: step.cookie })));
		/* Of which page a form comes is another word each time (cgi-bin/lib/frame/once.h). */
		differing.push(...difference(String(ours).replace(/(name="csrf" value="[0-9a-f]+)\.[0-9A-Z]+/g, '$1'), theirs));
	}
	return { prepared, pid: php.pid, differing: [...new Set(differing)] };
}

/* Where PHP's page says something else than ours; white space between elements does not count. */
function difference(ours, theirs) {
	const [one, other] = [ours, theirs].map((html) => html.toString()
		.replace(/\s+/g, ' ').replace(/ ?(<[^>]*>) ?/g, '$1'));
	let at = 0;
	while (at < one.length && one[at] === other[at])
		at++;
	return at < one.length || at < other.length ?
		[`"${one.slice(Math.max(0, at - 60), at + 80)}" is there "${other.slice(Math.max(0, at - 60), at + 80)}"`] : [];
}
