// SPDX-License-Identifier: ISC
//
// Evidence as offices send it, by many producers: taken in for what it is, or refused with a
// sentence that is true.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { ROOT, startStack } from './harness.mjs';

const input = (name) => readFileSync(path.join(ROOT, 'tests/inputs', name));

let stack, operator;
before(async () => {
	stack = await startStack();
	operator = await settle(stack).signIn('operator.satu');
});
after(() => stack?.stop());

async function upload(filename, content, fields = {}) {
	return operator.submit(await operator.get('/upload/new'),
		{ kind: 'laporan', title: `Contoh ${filename}`, file: { filename, content }, ...fields });
}

describe('office files of other producers', () => {
	for (const name of ['sheetjs.xlsx', 'sheetjs.ods', 'exceljs.xlsx', 'gnumeric.xlsx', 'gnumeric.ods',
		'libreoffice.ods', 'docx.docx', 'html-to-docx.docx', 'pandoc.odt', 'abiword.odt'])
		it(`${name} is taken in and can be had again`, async () => {
			const bytes = input(name);
			const page = await upload(name, bytes);
			assert.equal(page.status, 200, page.errors.join());
			const key = /\/document\/(\d+)/.exec(page.url)[1];
			const { id } = stack.sql(`SELECT id FROM revision WHERE document_id = ${key}`)[0];
			assert.deepEqual((await operator.get(`/upload/file/${id}`)).body, bytes);
		});
});
