// SPDX-License-Identifier: ISC
//
// Which statements a page runs, how long each takes and how many rows it reads: by MariaDB's slow log.

import { statementTexts } from '../web/statement_texts.mjs';
import { median } from './cost.mjs';

/* Texts of sql/statements as patterns, to find the name of one in the log. */
function patterns(root) {
	return statementTexts(root).map(({ name, text }) => [name,
		new RegExp(`^${text.replace(/\s+/g, ' ').replace(/[.*+^${}()|[\]\\]/g, '\\$&').replaceAll('?', '.*?')}$`, 'i')]);
}

/** Prints the statements of a build while `act` asks; `act` gives how many answers came. */
export async function printStatements(build, act) {
	build.sql("SET GLOBAL log_output = 'TABLE', long_query_time = 0, slow_query_log = 1");
	build.stack.cutConnections();	/* a connection keeps what it began with */
	await act();
	build.sql('SET GLOBAL slow_query_log = 0; TRUNCATE TABLE mysql.slow_log; SET GLOBAL slow_query_log = 1');
	const { requests } = await act();
	build.sql('SET GLOBAL slow_query_log = 0');
	const known = patterns(build.root), found = new Map();
	for (const row of build.sql(`SELECT sql_text, TIME_TO_SEC(query_time) * 1e6 AS micros,
		rows_examined, rows_sent FROM mysql.slow_log WHERE user_host LIKE 'matang%'`)) {
		const text = row.sql_text.replace(/\s+/g, ' ').replace(/;$/, '').trim();
		const name = known.find(([, pattern]) => pattern.test(text))?.[0] ?? text.slice(0, 40);
		const one = found.get(name) ?? { micros: [] };
		one.micros.push(Number(row.micros));
		found.set(name, Object.assign(one, { examined: row.rows_examined, sent: row.rows_sent }));
	}
	for (const [name, one] of [...found].sort((a, b) => median(b[1].micros) - median(a[1].micros)))
		console.log(`    ${name.padEnd(34)}${(one.micros.length / requests).toFixed(1).padStart(5)} ×` +
			`${median(one.micros).toFixed(0).padStart(7)} µs, ${one.examined} rows read, ${one.sent} sent`);
}
