// SPDX-License-Identifier: ISC
//
// A paper as a text to work on: had as ODT and as DOCX, each read by a parser of XML.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const READ = `import io, sys, xml.dom.minidom, zipfile
print(xml.dom.minidom.parseString(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).read(sys.argv[1])).toxml())`;
const FORMS = { odt: ['content.xml', /opendocument\.text$/], docx: ['word/document.xml', /wordprocessingml\.document$/] };

/** Has the paper at `place` as each, asks that it says `words`, and gives their XML by ending. */
export async function asTexts(who, place, words) {
	const [path, query = ''] = place.split('?'), found = {};

	for (const [ending, [part, type]] of Object.entries(FORMS)) {
		const page = await who.get(`${path}/${ending}${query && `?${query}`}`);
		assert.equal(page.status, 200, `${place} as ${ending}`);
		assert.match(page.headers['content-type'], type);
		assert.match(page.headers['content-disposition'], new RegExp(`\\.${ending}\\b`));
		const run = spawnSync('/usr/bin/python3', ['-c', READ, part], { input: page.body, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
		assert.equal(run.status, 0, run.stderr);
		assert.match(run.stdout.replace(/<[^>]*>/g, ' '), words);
		found[ending] = run.stdout;
	}
	return found;
}
