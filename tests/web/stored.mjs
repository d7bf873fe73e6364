// SPDX-License-Identifier: ISC
//
// A document whose file lies in the store, written straight into tables and folder: for tests of what
// goes out. What comes in, and what is refused there, is tested with the uploads.

import { createHash, randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** As the programs' own account would have written it: under Apache that is not ours. */
function write(stack, name, bytes) {
	const folder = path.join(stack.files, path.dirname(name)), file = path.join(stack.files, name);
	const { uid, gid } = statSync(stack.files);

	mkdirSync(folder, { recursive: true, mode: 0o700 });
	writeFileSync(file, bytes, { mode: 0o600 });
	for (const place of [folder, file])
		chownSync(place, uid, gid);
}

/**
 * The newest revision of a document of city.link() gets this content, said to be of this type:
 * { id, sha256, name }.
 */
export function store(stack, revision, bytes, type = 'application/pdf') {
	const token = randomBytes(16).toString('hex'), name = `${token.slice(0, 2)}/${token}`;
	const sha256 = createHash('sha256').update(bytes).digest('hex');

	write(stack, name, bytes);
	stack.sql(`UPDATE revision SET stored_name = '${name}', sha256 = UNHEX('${sha256}'),
		bytes = ${bytes.length}, type = '${type}' WHERE id = ${revision}`);
	return { id: revision, sha256, name };
}
