// SPDX-License-Identifier: ISC
//
// The plug-in for WordPress, run by PHP alone: its shortcode asks a real server for what is published.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const HERE = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const PLUGIN = path.join(HERE, '../../deploy/wordpress/matang.php');
const run = promisify(execFile);

let stack;

async function shown(address, ...attributes) {
	const { stdout, stderr } = await run('php', ['-n', '-d', 'error_reporting=-1', '-d', 'display_errors=stderr', path.join(HERE, 'wordpress.php'), PLUGIN, address,
		...attributes.map((one) => JSON.stringify(one))]);
	assert.equal(stderr, '');
	return JSON.parse(stdout);
}

before(async () => {
	stack = await startStack();
	const world = openWorld(stack);
	for (const short of ['DKUMKMP', 'Dishub', 'Bappeda'])
		world.finish(world.assessment(short), { self: 3, said: 4 });
	stack.sql(`UPDATE assessment SET state = 'reported' WHERE cycle_id = 1 AND agency_id < 4;
		UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1; UPDATE world_stamp SET number = number + 1`);
});
after(() => stack?.stop());

describe('the shortcode of WordPress', () => {
	it('shows what is published, and asks once for all readers', async () => {
		const { became, asked, kept } = await shown(`${stack.base}/`, { daerah: '64.71' }, { daerah: '64.71', tahun: '2026' }, { daerah: '64.71', tahun: '2020' });
		assert.equal(became[0], '<div class="matang-angka"><p><strong>Kematangan organisasi Kota Balikpapan 2026</strong></p><p>Rata-rata 44,0, kategori Tinggi.</p>' +
			`<p>3 dari 4 perangkat daerah sudah dinilai.</p><p><a href="${stack.base}/portal/region/64.71/2026">Lihat hasil lengkap</a></p></div>`);
		assert.equal(became[1], became[0]);
		assert.equal(became[2], '<p>Angka kematangan organisasi belum tersedia.</p>');
		assert.deepEqual([asked, kept], [1, [900]]);
	});

	it('says what is missing, and asks no other address', async () => {
		for (const attributes of [{}, { daerah: '../../etc' }, { daerah: '64.71', tahun: 'x' }, { daerah: '64.71\n' }, { daerah: '"><script>' }]) {
			const { became: [text], asked } = await shown(stack.base, attributes);
			assert.match(text, /^<p>Tulis kode daerah, misalnya \[matang daerah=&quot;64\.71&quot;\]/, JSON.stringify(attributes));
			assert.equal(asked, 0);
		}
		for (const address of ['', 'http://127.0.0.1:1/matang'])
			assert.deepEqual((await shown(address, { daerah: '64.71' })).became, ['<p>Angka kematangan organisasi belum tersedia.</p>']);
		const away = await shown('http://127.0.0.1:1/matang', { daerah: '64.71' }, { daerah: '64.71' });
		assert.deepEqual([away.asked, away.kept], [1, [60]]);
		assert.equal((await shown(stack.base, { daerah: '64.08' })).became[0], '<p>Angka kematangan organisasi belum tersedia.</p>', 'not published yet');
	});

	it('writes names as text', async () => {
		const [{ name }] = stack.sql('SELECT name FROM region WHERE id = 2');
		stack.sql(`UPDATE region SET name = '<img src=x onerror=alert(1)>"' WHERE id = 2; UPDATE world_stamp SET number = number + 1`);
		const { became: [text] } = await shown(stack.base, { daerah: '64.71' });
		assert.match(text, /Kematangan organisasi &lt;img src=x onerror=alert\(1\)&gt;&quot; 2026/);
		assert.doesNotMatch(text, /<img/);
		stack.sql(`UPDATE region SET name = '${name}' WHERE id = 2; UPDATE world_stamp SET number = number + 1`);
	});
});
