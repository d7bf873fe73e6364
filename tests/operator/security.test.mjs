// SPDX-License-Identifier: ISC
//
// What deploy/KEAMANAN.md and deploy/KEAMANAN-RINCIAN.md say is so: the sums, the settings and what they are where
// nobody chose, the level of each column, and the places that are named as evidence.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, startStack } from '../web/harness.mjs';

const read = (name) => readFileSync(path.join(ROOT, 'deploy', name), 'utf8');
const rows = (text) => text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const table = (text, head) => {
	const all = rows(text), from = all.findIndex((row) => row.join('|') === head);
	assert.ok(from >= 0, head);
	const end = all.findIndex((row, at) => at > from + 1 && /^-+$/.test(row[0]));
	return all.slice(from + 2, end < 0 ? undefined : end - 1);
};
const quoted = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

describe('the security documents', () => {
	const main = read('KEAMANAN.md'), details = read('KEAMANAN-RINCIAN.md');
	let stack;

	before(async () => { stack = await startStack(); });
	after(() => stack?.stop());

	it('sum up what they say', () => {
		const said = rows(main).filter(([number]) => /^\d+\.\d+\.\d+/.test(number)).map(([, met]) => met);
		const count = (word) => said.filter((met) => met === word).length;
		const [, all, yes, host, part, none, not] = /Dari (\d+) baris tingkat 1 dan 2: \*\*(\d+) ya\*\*, (\d+) host, (\d+) sebagian, (\d+) belum, (\d+) tidak berlaku/.exec(main).map(Number);
		assert.deepEqual([yes, host, part, none], ['ya', 'host', 'sebagian', 'belum'].map(count));
		assert.equal(yes + host + part + none + not, all);
		assert.ok(said.every((met) => ['ya', 'host', 'sebagian', 'belum', 'tidak berlaku'].includes(met)));
	});

	it('name evidence that is there', () => {
		const places = [main, details].flatMap(quoted).map((name) => name.split(' ')[0]).filter((name) => /^(cgi-bin|tests|deploy|sql|htdocs|templates)\//.test(name));
		assert.ok(places.length > 80);
		assert.deepEqual(places.filter((name) => !existsSync(path.join(ROOT, name))), []);
		const named = [...`${main}${details}`.matchAll(/`(tests\/[\w/]+\.test\.mjs)`: "([^"]+)"/g)];
		assert.ok(named.length >= 8);
		assert.deepEqual(named.filter(([, file, words]) => !readFileSync(path.join(ROOT, file), 'utf8').includes(words)).map(([all]) => all), []);
	});

	it('know every setting', () => {
		const told = table(details, 'pengaturan|bawaan|membatasi').map(([name, value]) => [quoted(name)[0], value]);
		const known = stack.matang(['setting']).stdout.trim().split('\n').map((line) => line.trim().split(/\s+/))
			.map(([name, value = '']) => [name, value]);
		assert.deepEqual(told, known);
	});

	it('give each column of each table a level', () => {
		const levels = ['rahasia', 'terbatas', 'internal', 'publik'];
		const told = table(details, 'tabel|tingkat|kolom yang lain tingkatnya');
		const columns = Map.groupBy?.(stack.sql(`SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'matang'`), ({ t }) => t) ??
			stack.sql(`SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'matang'`)
				.reduce((map, row) => map.set(row.t, [...map.get(row.t) ?? [], row]), new Map());
		assert.deepEqual(told.map(([name]) => quoted(name)[0]).sort(), [...columns.keys()].sort());
		for (const [name, level, others] of told) {
			const [own] = quoted(name);
			assert.ok(levels.includes(level), own);
			for (const part of others.split(';').filter(Boolean))
				assert.ok(levels.includes(part.trim().split(':')[0]), `${own}: ${part}`);
			for (const column of quoted(others))
				assert.ok(columns.get(own).some(({ c }) => c === column), `${own} has no ${column}`);
		}
		/* What is hashed or sealed is never less than a secret. */
		for (const [own, list] of columns)
			for (const { c } of list.filter(({ c: each }) => /^(password_hash|token_hash|totp_secret)$/.test(each))) {
				const [, level, others] = told.find(([name]) => quoted(name)[0] === own);
				const part = others.split(';').find((one) => quoted(one).includes(c));
				assert.equal((part ?? level).trim().split(':')[0], 'rahasia', `${own}.${c}`);
			}
	});

	/* What was built later than its row was written: the row has to know it. */
	it('name whatever reaches out, lets others in, or is a key', () => {
		const sources = readdirSync(path.join(ROOT, 'cgi-bin'), { recursive: true }).filter((name) => name.endsWith('.c'))
			.map((name) => [`cgi-bin/${name}`, readFileSync(path.join(ROOT, 'cgi-bin', name), 'utf8')]);
		const row = (number) => main.split('\n').find((line) => line.startsWith(`| ${number} |`));
		for (const [number, form, least] of [['1.3.6', /#include <curl\/curl\.h>/, 2], ['15.3.2', /#include <curl\/curl\.h>/, 2],
			['1.3.11', /#include "store\/sendmail\.h"/, 2], ['3.4.2', /Access-Control-Allow-Origin/, 1], ['3.4.6', /frame-ancestors ('self'|%s)/, 3]]) {
			const places = sources.filter(([, text]) => form.test(text)).map(([name]) => name);
			assert.ok(places.length >= least, `${number}: ${form}`);
			assert.deepEqual(places.filter((name) => !row(number).includes(`\`${name}\``)), [], number);
		}
		const keys = [...readFileSync(path.join(ROOT, 'cgi-bin/lib/base/config.c'), 'utf8').matchAll(/\{ "(\w+_key)"/g)].map(([, name]) => name);
		assert.ok(keys.length >= 3);
		for (const [text, from, until] of [[main, '## Kunci dan algoritma', '## Data'], [details, '## 4. Kunci', '## 5.']])
			assert.deepEqual(keys.filter((name) => !text.slice(text.indexOf(from), text.indexOf(until)).includes(`\`${name}\``)), [], from);
	});

	it('tell the causes that the log gives', () => {
		const source = ['lib/frame/program.c', 'lib/frame/judging.c', 'account/sign_in.c', 'account/factor.c']
			.map((name) => readFileSync(path.join(ROOT, 'cgi-bin', name), 'utf8')).join('\n');
		const causes = [...source.matchAll(/cause = (?:here \? |status == 404 \? |strcmp\(outcome, "held"\) == 0 \? )?"([^"]+)"/g)].map(([, cause]) => cause);
		assert.ok(causes.length > 8);
		const log = details.slice(details.indexOf('## 3. Log'), details.indexOf('## 4.'));
		const untold = causes.filter((cause) => !log.includes(cause.split(',')[0].replace(/ (name|after) .*/, '')));
		assert.deepEqual(untold, []);
		assert.ok(readdirSync(path.join(ROOT, 'deploy')).includes('KEAMANAN-RINCIAN.md'));
	});
});
