// SPDX-License-Identifier: ISC
//
// The statements of a source tree, as its build makes them (sql/statements.awk): with the parts put in that
// several of them name.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** [{ file, name, text }] of sql/statements below `root`, in the order of the files. */
export function statementTexts(root) {
	const folder = path.join(root, 'sql/statements');
	const found = [];
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.sql')).sort())
		for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
			const [, kind, name] = line.match(/^-- (name|part): (\w+)/) ?? [];
			if (kind)
				found.push({ file, kind, name, text: '' });
			else if (!line.startsWith('--') && found.length)
				found.at(-1).text += `${line}\n`;
		}
	for (const one of found)
		one.text = one.text.trim().replace(/;$/, '');
	const parts = new Map(found.filter(({ kind }) => kind === 'part').map(({ name, text }) => [name, text]));
	return found.filter(({ kind }) => kind === 'name')
		.map(({ file, name, text }) => ({ file, name, text: text.replace(/PART\((\w+)\)/g, (_, part) => parts.get(part)) }));
}
