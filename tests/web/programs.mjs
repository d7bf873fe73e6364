// SPDX-License-Identifier: ISC
//
// The programs of the suite, from the one list of them: [{ name, body }], and their names.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './harness.mjs';

export const programs = [...readFileSync(path.join(ROOT, 'cgi-bin/programs'), 'utf8')
	.matchAll(/^program\s+(\w+)\s+(\w+)/gm)].map(([, name, body]) => ({ name, body }));

export const PROGRAMS = programs.map(({ name }) => name);
