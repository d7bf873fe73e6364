// SPDX-License-Identifier: ISC
//
// Migration 12 gave tables, columns, settings and words of rows the names of their field: what an
// older Matang wrote is all there under the new names, and under the old ones again on the way back.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startStack } from '../web/harness.mjs';
import { openWorld } from '../web/world.mjs';

describe('migration 12', () => {
	let stack;
	before(async () => { stack = await startStack(); });
	after(() => stack?.stop());

	const migrate = (...options) => {
		const run = stack.matang(['migrate', ...options]);
		assert.equal(run.status, 0, run.stderr);
	};

	it('keeps every row under its new names, there and back', () => {
		const old = ['SELECT value FROM setting ORDER BY name', 'SELECT purpose, label FROM api_token ORDER BY id',
			'SELECT kind, code FROM paper ORDER BY id', 'SELECT assessment_id, must_mend, mended FROM answer ORDER BY variable_id',
			'SELECT id, told_how FROM assessment ORDER BY id', 'SELECT checklist_item_id, document_id FROM link ORDER BY id',
			'SELECT side, title, link_id FROM promise ORDER BY id', 'SELECT paper_id, method FROM signature ORDER BY id'];
		const rows = () => old.map((statement) => stack.sql(statement));

		openWorld(stack);
		stack.raises = false;	/* there are no stamps yet */
		migrate('--reverse', '--to', '11', '--lose', 'everything');
		stack.sql(`SET @by = (SELECT MIN(id) FROM account), @at = UTC_TIMESTAMP(3);
			DELETE FROM setting; INSERT INTO setting (name, value) VALUES ('arrival_hours', '76'), ('promise_due_days', '77');
			UPDATE assessment SET told_at = @at, told_by = @by, told_how = 'Rapat' WHERE id = 1;
			UPDATE answer SET must_mend = 1, mended = 1 WHERE assessment_id = 1 LIMIT 2;
			INSERT INTO api_token (region_id, purpose, label, token_hash, created_at, created_by, expires_on) VALUES
				(2, 'figures', 'a', UNHEX(SHA2('a', 256)), @at, @by, '2099-01-01'), (2, 'collect', 'b', UNHEX(SHA2('b', 256)), @at, @by, '2099-01-01'),
				(2, 'assessments', 'c', UNHEX(SHA2('c', 256)), @at, @by, '2099-01-01');
			INSERT INTO document (id, agency_id, title, kind, created_at, created_by) VALUES (1, 1, 'Contoh', 'sop', @at, @by);
			INSERT INTO link (id, assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT 7, 1, MIN(id), 1, @at, @by FROM checklist_item;
			INSERT INTO promise (assessment_id, checklist_item_id, side, title, due, state, link_id, created_at, created_by)
				SELECT 1, MIN(id), 'city', 'Contoh', '2026-12-01', 'kept', 7, @at, @by FROM checklist_item;
			INSERT INTO paper (id, cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by) VALUES
				(5, 1, 1, 'form', 'A', '', UNHEX(SHA2('', 256)), @at, @by), (6, 1, NULL, 'told', 'B', '', UNHEX(SHA2('', 256)), @at, @by);
			INSERT INTO signature (paper_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
				VALUES (5, 'ink', UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'a', @at, @by);`);
		const first = rows();
		migrate();
		assert.deepEqual(stack.sql('SELECT name, value FROM setting ORDER BY name'),
			[{ name: 'pending_due_days', value: '77' }, { name: 'upload_session_hours', value: '76' }]);
		assert.deepEqual(stack.sql('SELECT purpose FROM api_token ORDER BY id').map((row) => row.purpose),
			['results', 'transfer', 'assessments']);
		assert.deepEqual(stack.sql('SELECT kind FROM issued_document ORDER BY id').map((row) => row.kind), ['form', 'notified']);
		assert.equal(stack.sql('SELECT COUNT(*) AS n FROM answer WHERE needs_correction = 1 AND corrected = 1')[0].n, '2');
		assert.equal(stack.sql("SELECT notified_how AS how FROM assessment WHERE id = 1")[0].how, 'Rapat');
		assert.equal(stack.sql('SELECT link_id FROM pending_evidence JOIN evidence_link k ON k.id = link_id')[0].link_id, '7');
		migrate('--reverse', '--to', '11', '--lose', 'everything');
		assert.deepEqual(rows(), first);
	});
});
