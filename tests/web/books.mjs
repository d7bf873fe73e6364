// SPDX-License-Identifier: ISC
//
// Workbooks as another program reads them: openpyxl, of Debian's own python3; another may come first.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { needs } from './needs.mjs';

needs('python3');

const READ = `
import io, json, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([{ "name": s.title, "freeze": s.freeze_panes,
    "lists": [[str(v.sqref), v.formula1] for v in s.data_validations.dataValidation],
    "rows": [["" if c.value is None else c.value for c in r] for r in s.iter_rows()] } for s in book]))`;

const CHANGE = `
import io, json, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
for place, value in json.loads(sys.argv[1]).items():
    book.worksheets[0][place] = value
book.save(sys.stdout.buffer)`;

function python(script, input, ...more) {
	const run = spawnSync('/usr/bin/python3', ['-W', 'error', '-c', script, ...more], { input, maxBuffer: 64 << 20 });
	assert.equal(run.status, 0, run.stderr.toString());
	return run.stdout;
}

/** The sheets of a workbook: name, freeze, lists to choose from, rows of values. */
export const sheets = (bytes) => JSON.parse(python(READ, bytes));

/** The same workbook with other values in cells of its first sheet, saved by openpyxl. */
export const changed = (bytes, cells) => python(CHANGE, bytes, JSON.stringify(cells));

const WRITE = `
import io, json, sys, openpyxl
book = openpyxl.Workbook()
for row in json.loads(sys.stdin.buffer.read()):
    book.active.append([None if cell == "" else cell for cell in row])
book.save(sys.stdout.buffer)`;

/** A workbook of one sheet with these rows, saved by openpyxl. */
export const written = (rows) => python(WRITE, JSON.stringify(rows));
