// SPDX-License-Identifier: ISC
//
// From every earlier schema with data to the next: a province in its second year goes down step by step, and at
// each step up once and down again. What stood there below stands there above, in the same tables.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, startStack } from '../web/harness.mjs';

/* What a step empties on purpose, to be made anew. */
const MADE_ANEW = { file_text: [22] };

describe('from each schema with data', () => {
	let stack, last;
	before(async () => {
		stack = await startStack();
		stack.sql(readFileSync(path.join(ROOT, 'tests/web/scale.sql'), 'utf8'));
		last = Number(stack.sql('SELECT MAX(number) AS n FROM migration')[0].n);
	});
	after(() => stack?.stop());

	const migrate = (...options) => {
		const run = stack.matang(['migrate', ...options]);
		assert.equal(run.status, 0, run.stderr);
	};
	const down = (to) => migrate('--reverse', '--to', String(to), '--lose', 'everything');
	/* Of each table its parts, in any order: what came again may stand further down. */
	const schema = () => {
		const tables = stack.sql('SHOW TABLES').map((row) => Object.values(row)[0]);
		const shown = tables.map((table) => `SHOW CREATE TABLE ${table}`).join(';');
		return Object.fromEntries(stack.sql(shown).filter((row) => row['Create Table'] && row.Table !== 'Table').map((row) => [row.Table,
			row['Create Table'].replace(/ AUTO_INCREMENT=\d+/, '').split('\n').map((line) => line.replace(/,$/, '')).sort()]));
	};
	/* What one has and the other has not, as lines. */
	const differences = (was, is) => {
		const lines = (of) => Object.entries(of).flatMap(([table, parts]) => parts.map((part) => `${table}: ${part}`));
		const [a, b] = [new Set(lines(was)), new Set(lines(is))];
		return [...[...a].filter((line) => !b.has(line)).map((line) => `- ${line}`), ...[...b].filter((line) => !a.has(line)).map((line) => `+ ${line}`)];
	};
	const rows = (tables) => Object.fromEntries(stack.sql(tables.filter((table) => table !== 'migration')
		.map((table) => `SELECT '${table}' AS name, COUNT(*) AS n FROM ${table}`).join(' UNION ALL ') || 'SELECT 1 AS name LIMIT 0')
		.map(({ name, n }) => [name, Number(n)]));

	it('up to the next, which keeps every row, and back', () => {
		let above = schema();

		for (let number = last; number > 1; number--) {
			down(number - 1);
			const below = schema(), count = rows(Object.keys(below));
			migrate('--to', String(number));
			assert.deepEqual(differences(above, schema()), [], `up to ${number}`);
			const now = rows(Object.keys(below).filter((table) => table in above));
			for (const [table, n] of Object.entries(now))
				assert.ok(n >= count[table] || MADE_ANEW[table]?.includes(number), `up to ${number}: ${table} had ${count[table]} rows, and has ${n}`);
			down(number - 1);
			assert.deepEqual(differences(below, schema()), [], `down to ${number - 1}`);
			above = below;
		}
		const left = rows(Object.keys(above));
		assert.ok(left.assessment >= 4000 && left.answer >= 44_000, JSON.stringify(left));
	});
});
