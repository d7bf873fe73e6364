// SPDX-License-Identifier: ISC
//
// Kecamatan and kelurahan of a region: imported after a preview, brought out again, taken out of the choice;
// and nobody touches those of another region.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

const PLACES = '/cycle/regions/2/places';
let stack, city, admin, own;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	admin = await city.signIn('admin');
	stack.sql(`INSERT INTO account (username, password_hash, role, region_id, full_name, password_changed_at, created_at)
		SELECT 'admin.daerah', password_hash, 'admin', 2, 'Contoh', created_at, created_at FROM account WHERE username = 'admin'`);
	own = await city.signIn('admin.daerah');
});
after(() => stack?.stop());

const csv = (...rows) => ({ filename: 'daftar.csv', type: 'text/csv', content: rows.join('\r\n') });
const upload = async (who, ...rows) => who.submit(await who.get(`${PLACES}/import`), { file: csv(...rows) }, { form: 'main form[enctype]', follow: false });
const store = (who, page) => who.submit(page, {}, { form: 'form[action$="/store"]' });
const count = (what) => Number(stack.sql(`SELECT COUNT(*) AS n FROM ${what}`)[0].n);
const offered = () => stack.sql(`SELECT d.name AS district, v.name AS village FROM district d LEFT JOIN village v ON v.district_id = d.id AND v.active = 1
	WHERE d.region_id = 2 AND d.active = 1 ORDER BY d.name, v.name`).map(({ district, village }) => `${district}/${village ?? ''}`);

describe('kecamatan and kelurahan', () => {
	it('are imported after a preview, as people write them', async () => {
		assert.match((await own.get(PLACES)).words(), /Belum ada kecamatan dan kelurahan/);
		const seen = await upload(own, 'No,Kecamatan,Kelurahan/Desa', '1,Kecamatan Contoh Utara,Kelurahan Melati', '2,Contoh Utara,Kenanga',
			'3,Contoh Selatan,Desa <b>Mawar</b>', '4,Contoh Barat,');
		assert.equal(seen.status, 200);
		assert.match(seen.words(), /4 baris akan ditambahkan, 0 sudah ada/);
		assert.deepEqual(offered(), []);
		const kept = await store(own, seen);
		assert.match(kept.words('.matang-notice--success'), /Daftar sudah disimpan/);
		assert.match(kept.words(), /<b>Mawar<\/b>/);
		assert.deepEqual(offered(), ['Contoh Barat/', 'Contoh Selatan/<b>Mawar</b>', 'Contoh Utara/Kenanga', 'Contoh Utara/Melati']);
		const again = await upload(own, 'kecamatan;kelurahan', 'CONTOH UTARA;melati', 'Contoh Utara;Anggrek');
		assert.match(again.words(), /1 baris akan ditambahkan, 1 sudah ada/);
		await store(own, again);
		assert.equal(offered().length, 5);
		assert.match((await upload(own, 'kecamatan;kelurahan', 'Contoh Utara;Anggrek')).words(), /Tidak ada yang perlu disimpan/);
	});

	it('come out as a table that comes back', async () => {
		const table = await own.get(`${PLACES}/table.csv`);
		assert.equal(table.status, 200);
		assert.match(table.text, /^"kecamatan","kelurahan"\r\n/);
		assert.match(table.text, /"Contoh Utara","Melati"\r\n/);
		assert.match((await upload(own, ...table.text.trim().split('\r\n'))).words(), /Tidak ada yang perlu disimpan/);
	});

	it('say what is wrong in a file', async () => {
		const bad = await upload(own, 'kecamatan,kelurahan', 'Contoh Timur,Teratai', 'contoh timur,TERATAI', ',Tanpa Kecamatan', `Contoh Timur,${'x'.repeat(81)}`);
		assert.equal(bad.status, 422);
		assert.equal(bad.all('.govuk-error-summary li').length, 3, bad.words('.govuk-error-summary'));
		assert.match(bad.words('.govuk-error-summary'), /Kelurahan yang sama ada di baris 2/);
		assert.equal((await upload(own, 'a,b', '1,2')).status, 422);
	});

	it('are no others because they are written otherwise', async () => {
		const seen = await upload(own, 'kecamatan;kelurahan', '"Kec. contoh-utara.";MELATI.', 'Contoh Utara;Sakura');
		assert.match(seen.words(), /1 baris akan ditambahkan, 1 sudah ada/);
		assert.match((await upload(own, 'kecamatan;kelurahan', 'Contoh Barat;Sakura', 'CONTOH  BARAT.;Sakura.')).words('.govuk-error-summary'), /Kelurahan yang sama ada di baris 2/);
	});

	it('are taken out of the choice, and back, with a row of history', async () => {
		const [{ id }] = stack.sql("SELECT id FROM village WHERE name = 'Melati'");
		const kept = await own.submit(await own.get(PLACES), {}, { form: `form:has([name=village][value="${id}"])` });
		assert.equal(offered().length, 4);
		assert.equal(count('village WHERE active = 0'), 1);
		await own.submit(kept, {}, { form: 'form:has([name=offered])' });
		assert.equal(offered().length, 5);
		assert.equal(count("history WHERE subject = 'region' AND to_value LIKE '%dapat dipilih%'"), 2);
	});

	it('are their own region’s alone', async () => {
		const csrf = own.csrf(await own.get(PLACES));
		const [district] = stack.sql('SELECT MIN(id) AS id FROM district');
		stack.sql("INSERT INTO district (region_id, name) SELECT id, 'Kecamatan Lain' FROM region WHERE id <> 2 LIMIT 1");
		const [foreign] = stack.sql("SELECT id, region_id FROM district WHERE name = 'Kecamatan Lain'");
		assert.equal((await own.get(`/cycle/regions/${foreign.region_id}/places`)).status, 404);
		assert.equal((await own.post(`/cycle/regions/${foreign.region_id}/places/offer`, { csrf, district: foreign.id })).status, 404);
		assert.equal((await own.post(`${PLACES}/offer`, { csrf, district: foreign.id })).status, 404);
		assert.equal((await own.post(`${PLACES}/offer`, { csrf, district: district.id, village: 1 })).status, 400);
		assert.equal((await own.post(`${PLACES}/offer`, { csrf })).status, 400);
		assert.equal((await own.post(`${PLACES}/import/store`, { csrf, draft: 999999 })).status, 409);
		assert.equal((await admin.get(PLACES)).status, 200);
		assert.equal((await (await city.signIn('operator.satu')).get(PLACES)).status, 403);
	});
});
