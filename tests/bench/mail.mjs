// SPDX-License-Identifier: ISC
//
// What letters cost: see README.md beside this file, and `run mail`. So many messages wait, each for a person of
// its own; the background run puts them into letters and hands each to a sendmail that only reads it. The price is
// the CPU time of the run and of all that it started; that of MariaDB stands beside it. Nothing here fails for
// being slow.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { settle } from '../web/city.mjs';
import { startStack } from '../web/harness.mjs';
import { cpu, family, median } from './cost.mjs';

const { values: options } = parseArgs({ options: {
	messages: { type: 'string', default: '1000' },
	rounds: { type: 'string', default: '3' },
} });
const messages = Number(options.messages);

const scratch = mkdtempSync(path.join(tmpdir(), 'matang-mail-'));
const sendmail = path.join(scratch, 'sendmail');
writeFileSync(sendmail, '#!/bin/sh\nexec cat >/dev/null\n');
chmodSync(sendmail, 0o755);

const stack = await startStack({ env: { MATANG_SETTINGS: `sendmail ${sendmail}\nmail_from matang@contoh.go.id` } });
try {
	settle(stack);
	stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, email, password_changed_at, created_at)
		SELECT CONCAT('surat.', seq), o.password_hash, 'operator', o.region_id, o.agency_id, CONCAT('Penerima Contoh ', seq),
			CONCAT('penerima', seq, '@contoh.go.id'), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
		FROM seq_1_to_${messages} JOIN account o ON o.username = 'operator.satu'`);
	const found = { run: [], database: [], alone: [] };
	/* Of the last line of `times`: what a shell's children used, in ms. */
	const usedBy = ({ stdout }) => [...stdout.trim().split('\n').at(-1).matchAll(/(\d+)m([\d.]+)s/g)]
		.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60e3 + Number(rest) * 1e3, 0);
	for (let round = 0; round < Number(options.rounds); round++) {
		stack.sql(`UPDATE message SET mail_id = NULL, mail_due = NULL; DELETE FROM mail; DELETE FROM message;
			INSERT INTO message (account_id, kind, agency_id, agency_name, assessment_id, year, created_at, mail_due)
			SELECT a.id, 'returned', a.agency_id, 'Dinas Contoh', x.id, 2026, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE
			FROM account a JOIN assessment x ON x.agency_id = a.agency_id AND x.cycle_id = 1 WHERE a.username LIKE 'surat.%'`);
		const database = () => ({ database: family(stack.pid('mariadb')) });
		const before = cpu(database()).database;
		const run = spawnSync('bash', ['-c', '"$0" work mail --seconds 600 >/dev/null; times', path.join(stack.build, 'bin/matang')],
			{ encoding: 'utf8', env: { ...process.env, MATANG_CONFIG: stack.config } });
		const [{ sent }] = stack.sql("SELECT COUNT(*) AS sent FROM mail WHERE state = 'sent'");
		if (Number(sent) !== messages)
			throw new Error(`${sent} of ${messages} letters went out: ${run.stderr}`);
		found.run.push(usedBy(run) / messages);
		found.alone.push(usedBy(spawnSync('bash', ['-c', 'for ((n = 0; n < 100; n++)); do "$0" </dev/null; done; times', sendmail], { encoding: 'utf8' })) / 100);
		found.database.push((cpu(database()).database - before) / 1000 / messages);
		console.log(`${messages} letters: ${found.run.at(-1).toFixed(2)} ms of CPU each, of it about ${found.alone.at(-1).toFixed(2)} ` +
			`for the sendmail by itself, and ${found.database.at(-1).toFixed(2)} ms of MariaDB`);
	}
	console.log(`median: ${median(found.run).toFixed(2)} ms a letter (aim: under 10), of it ${median(found.alone).toFixed(2)} for the sendmail ` +
		`by itself, MariaDB ${median(found.database).toFixed(2)} ms`);
} finally {
	await stack.stop();
	rmSync(scratch, { recursive: true, force: true });
}
