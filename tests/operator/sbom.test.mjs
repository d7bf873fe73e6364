// SPDX-License-Identifier: ISC
//
// `make sbom`: what stands in deploy/packages and in the lock file of htdocs is in the list, by version.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import path from 'node:path';
import { ROOT } from '../web/harness.mjs';

test('the list of what Matang is made of', () => {
	const { status, stdout, stderr } = spawnSync(path.join(ROOT, 'deploy/sbom'), { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	const bom = JSON.parse(stdout);
	const names = new Map(bom.components.map((one) => [one.name, one]));

	assert.equal(bom.bomFormat, 'CycloneDX');
	assert.equal(new Set(bom.components.map((one) => one['bom-ref'])).size, bom.components.length, 'each once');
	for (const name of ['libmariadb3', 'libssl3', 'libsodium23', 'libqpdf29', 'clearsilver-dev'])
		assert.match(names.get(name)?.version ?? '', /\d/, name);
	const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'htdocs/package.json'), 'utf8'));
	for (const [name, version] of Object.entries(dependencies)) {
		assert.equal(names.get(name)?.version, version);
		assert.match(names.get(name).hashes[0].content, /^[0-9a-f]{128}$/);
	}
	for (const name of Object.keys(devDependencies))
		assert.ok(!names.has(name), `${name} builds, and is no part`);
});
