// SPDX-License-Identifier: ISC
//
// What a careful colleague would say about evidence, on the pages of both sides; what was moved, seen
// at both ends; last year's documents as a start of this year.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

let stack, city, id, other, earlier;
let operator, team;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	other = city.assessment('Dinas Contoh Dua');
	earlier = city.assessment('Dinas Contoh Satu', city.year - 1);
	[operator, team] = await Promise.all(['operator.satu', 'verifikator'].map((name) => city.signIn(name)));
});
after(() => stack?.stop());

beforeEach(() => stack.sql(`DELETE FROM evidence_link; DELETE FROM history; UPDATE document SET archived_at = UTC_TIMESTAMP(3);
	UPDATE assessment SET state = 'draft' WHERE id = ${id};
	UPDATE answer SET self_level = 1, explanation = 'Contoh', needs_correction = 0 WHERE assessment_id = ${id}`));

const item = (variable, level) => city.items(variable).find((one) => one.level === level && one.compulsory);
const put = (variable, level, fields, change, of = id) => {
	const made = city.link(of, item(variable, level).id, fields);
	if (change)
		stack.sql(`UPDATE document SET ${change} WHERE id = ${made.document}`);
	return made;
};
const flags = (page) => page.all('.matang-flags__item, .matang-flags__tag').map((one) => one.words.split('. ')[0].replace(/\.$/, ''));
const atVariable = async (number) => flags(await operator.get(`/questionnaire/${id}/${number}`));
const atCheck = async () => flags(await operator.get(`/questionnaire/${id}/check`));
const history = () => stack.sql(`SELECT h.from_value, h.to_value, h.reason, u.username FROM history h
	LEFT JOIN account u ON u.id = h.account_id WHERE h.subject = 'link' ORDER BY h.id`);

describe('flags', () => {
	it('of another year, over, elsewhere: said with what to do and where, to both sides', async () => {
		const old = put(1, 2, { title: 'SK lama' }, `dated = '${city.year - 3}-01-02'`);
		put(1, 3, { title: 'SK berakhir' }, `kind = 'keputusan', period_until = '${city.year - 1}-12-31'`);
		put(1, 4, { title: 'Folder daring', outside: 'https://contoh.invalid/x' });
		assert.deepEqual(await atVariable(1), ['Bukan tahun penilaian', 'Masa berlaku berakhir', 'Hanya alamat luar']);
		assert.deepEqual(await atCheck(), ['Bukan tahun penilaian', 'Masa berlaku berakhir', 'Hanya alamat luar']);
		const page = await operator.get(`/questionnaire/${id}/check`);
		assert.equal(page.one('.matang-flags a').getAttribute('href'), `/matang/upload/document/${old.document}/edit`);
		assert.match((await operator.get(`/questionnaire/${id}/`)).words('.govuk-task-list'), /3 perlu dilihat/);
		city.setState(id, 'submitted');
		const theirs = await team.get(`/verify/${id}/1`);
		assert.deepEqual(flags(theirs), ['Bukan tahun penilaian', 'Masa berlaku berakhir', 'Hanya alamat luar']);
		assert.equal(theirs.one('.matang-flags a'), null);
		assert.deepEqual((await team.get(`/verify/${id}/`)).all('.matang-flags__tag').map((one) => one.words).slice(0, 3),
			['Hanya alamat luar', 'Masa berlaku berakhir', 'Bukan tahun penilaian']);
	});

	it('a signature that is needed: by the file, or by the operator\'s word', async () => {
		const { document, revision } = put(4, 2, { title: 'SK tim SOP' });
		assert.deepEqual(await atVariable(4), ['Belum terlihat ditandatangani']);
		stack.sql(`UPDATE revision SET signatures = 1, inspected_at = UTC_TIMESTAMP(3) WHERE id = ${revision}`);
		assert.deepEqual(await atVariable(4), []);
		stack.sql(`UPDATE revision SET signatures = 0 WHERE id = ${revision}`);
		stack.sql(`UPDATE document SET archived_at = NULL WHERE id = ${document}`);
		const form = await operator.get(`/upload/document/${document}/edit`);
		const done = await operator.submit(form, { signed_by_hand: '1' });
		assert.match(done.words(), /Sudah ditandatangani \(tinta\), menurut operator/);
		assert.deepEqual(await atVariable(4), []);
		assert.match(stack.sql(`SELECT to_value FROM history WHERE subject = 'document' ORDER BY id DESC LIMIT 1`)[0].to_value,
			/Ditandatangani dengan tinta: ya/);
		/* where none is needed, nothing is said */
		put(4, 3, { title: 'BA monev SOP' });
		assert.deepEqual(await atVariable(4), []);
	});

	it('one file everywhere, beyond what the instance finds proper', async () => {
		const { document } = put(1, 2, { title: 'Renstra' });
		for (const variable of [2, 3, 5])
			stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
				VALUES (${id}, ${item(variable, 2).id}, ${document}, UTC_TIMESTAMP(3), 1)`);
		assert.deepEqual(await atCheck(), []);
		stack.sql(`INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			VALUES (${id}, ${item(7, 2).id}, ${document}, UTC_TIMESTAMP(3), 1)`);
		assert.deepEqual(await atCheck(), Array(5).fill('Berkas sama di banyak variabel'));
		stack.sql("UPDATE setting SET value = '11' WHERE name = 'quality_variables_max'");
		assert.deepEqual(await atCheck(), []);
		stack.sql("UPDATE setting SET value = '4' WHERE name = 'quality_variables_max'");
	});

	it('the same content as another document', async () => {
		const first = put(1, 2, { title: 'Satu' }), second = put(2, 2, { title: 'Dua' });
		stack.sql(`UPDATE revision r JOIN revision o ON o.id = ${first.revision} SET r.sha256 = o.sha256 WHERE r.id = ${second.revision}`);
		assert.deepEqual(await atCheck(), ['Isi sama dengan dokumen lain', 'Isi sama dengan dokumen lain']);
	});

	it('linked nowhere, and a level without any document', async () => {
		const { document, link } = put(1, 2, { title: 'Tidak terpakai <contoh>' }, 'archived_at = NULL');
		stack.sql(`DELETE FROM evidence_link WHERE id = ${link};
			UPDATE answer n JOIN variable v ON v.id = n.variable_id SET self_level = 4, overclaim_reason = 'Menyusul'
			WHERE n.assessment_id = ${id} AND v.number = 6`);
		const page = await operator.get(`/questionnaire/${id}/check`);
		assert.match(page.words(), /Belum ditautkan ke mana pun \(1\).*Tidak terpakai <contoh>/);
		assert.ok(page.link('Tidak terpakai').endsWith(`/upload/document/${document}`));
		assert.deepEqual(await atVariable(6), ['Tanpa dokumen']);
	});

	it('never stop anybody from sending', async () => {
		put(1, 2, { title: 'SK lama' }, `dated = '2019-01-02'`);
		const page = await operator.get(`/questionnaire/${id}/check`);
		const done = await operator.submit(page, { statement: '1' }, { form: 'form:has([name=statement])', follow: false });
		assert.equal(done.status, 303);
		assert.equal(stack.sql(`SELECT state FROM assessment WHERE id = ${id}`)[0].state, 'submitted');
	});
});

describe('a move', () => {
	const move = async (who, link, variable, to, reason) => who.submit(await who.get(
		`/upload/link/${link}/move?variable=${variable}`), { item: to, reason }, { follow: false });

	it('by the team is told at both ends, to both sides, and the decision begins anew', async () => {
		const { link } = put(3, 2, { title: 'SK pengembangan' });
		stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Salah tempat' WHERE id = ${link}`);
		city.setState(id, 'submitted');
		assert.equal((await move(team, link, 5, item(5, 2).id, 'Ini rencana pegawai, indikator 5.')).status, 303);
		const there = await team.get(`/verify/${id}/5`);
		assert.match(there.words(), /Dialihkan dari variabel 3, Tingkat II, oleh Verifikator Kota, .*Alasan: Ini rencana pegawai, indikator 5\./);
		assert.match((await team.get(`/verify/${id}/3`)).words('#moved ~ p'),
			/“SK pengembangan” ke variabel 5, Tingkat II, oleh Verifikator Kota, .*Alasan: Ini rencana pegawai/);
		for (const [number, said] of [[5, /Dialihkan dari variabel 3/], [3, /Dialihkan dari sini.*ke variabel 5/]])
			assert.match((await operator.get(`/questionnaire/${id}/${number}`)).words(), said);
		assert.equal(stack.sql(`SELECT city_decision FROM evidence_link WHERE removed_at IS NULL AND assessment_id = ${id}`)[0].city_decision, null);
	});

	it('and back is no longer told where it stands again', async () => {
		const { link } = put(3, 2, { title: 'SK' });
		await move(operator, link, 5, item(5, 2).id, 'Pindah (contoh)');
		const now = stack.sql(`SELECT id FROM evidence_link WHERE removed_at IS NULL AND assessment_id = ${id}`)[0].id;
		await move(operator, now, 3, item(3, 2).id, 'Kembali (contoh)');
		const page = await operator.get(`/questionnaire/${id}/3`);
		assert.equal(page.one('#moved'), null);
		assert.match(page.words('.matang-moved'), /Dialihkan dari variabel 5.*Kembali/);
		assert.match((await operator.get(`/questionnaire/${id}/5`)).words('#moved ~ p'), /ke variabel 3/);
	});
});

describe('last year', () => {
	const page = (query = '') => operator.get(`/questionnaire/${id}/carry-over${query}`);
	const offers = (of) => of.all('input[name^=take-]').map((one) => ({ id: one.getAttribute('name').slice(5),
		checked: one.hasAttribute('checked'), title: of.words(`label[for="${one.getAttribute('id')}"]`) }));
	const links = () => stack.sql(`SELECT checklist_item_id, document_id, city_decision, removed_at FROM evidence_link
		WHERE assessment_id = ${id} ORDER BY id`);
	const past = (variable, level, title, change = 'archived_at = NULL') => put(variable, level, { title }, change, earlier);

	it('is offered with what is good chosen, and what is over told', async () => {
		past(3, 2, 'Masih berlaku');
		past(3, 3, 'Sudah lewat', `archived_at = NULL, period_until = '${city.year - 1}-12-31'`);
		past(8, 2, 'Tahun lalu', `archived_at = NULL, dated = '${city.year - 1}-05-05'`);
		past(8, 3, 'Diarsipkan', 'title = title');
		const rejected = past(9, 3, 'Ditolak');
		stack.sql(`UPDATE evidence_link SET city_decision = 'rejected', city_reason = 'Contoh',
			city_revision_id = ${rejected.revision} WHERE id = ${rejected.link};
			UPDATE document SET archived_at = UTC_TIMESTAMP(3) WHERE title = 'Diarsipkan'`);
		const whole = await page();
		assert.deepEqual(offers(whole).map((one) => [one.title, one.checked]),
			[['Masih berlaku', true], ['Sudah lewat', false], ['Tahun lalu', false], ['Ditolak', false]]);
		assert.deepEqual(flags(whole).filter((one) => one !== 'Belum terlihat ditandatangani'),
			['Masa berlaku berakhir', 'Bukan tahun penilaian']);
		assert.match(whole.words(), /Tahun lalu ditolak tim/);
		assert.equal(offers(await page('?variable=8')).length, 1);
		/* All of them, or none, by one press. */
		assert.ok(offers(await page('?chosen=all')).every(({ checked }) => checked));
		assert.ok(offers(await page('?chosen=none')).every(({ checked }) => !checked));
		assert.match(whole.link('semua (4)'), /\/carry-over\?chosen=all$/);
		assert.match((await page('?variable=8')).link('tidak satu pun'), /\?chosen=none&variable=8$/);
		assert.match((await operator.get(`/questionnaire/${id}/`)).words(), /4 dokumen belum dipakai tahun ini/);
		assert.match((await operator.get(`/questionnaire/${id}/3`)).words('.matang-carry-over'), /2 dokumen tahun \d+ Pakai lagi/);
	});

	it('is put under the same criteria, undecided, once', async () => {
		const one = past(3, 2, 'Satu'), two = past(5, 2, 'Dua');
		stack.sql(`UPDATE evidence_link SET city_decision = 'accepted' WHERE id = ${one.link};
			UPDATE assessment SET state = 'not_started' WHERE id = ${id}`);
		const form = await page();
		const done = await operator.submit(form, {}, { follow: false });
		assert.equal(new URL(done.location, done.url).pathname, `/matang/questionnaire/${id}/`);
		assert.deepEqual(links().map((row) => [row.checklist_item_id, row.document_id, row.city_decision]),
			[[item(3, 2).id, one.document, null], [item(5, 2).id, two.document, null]].map((row) =>
				[String(row[0]), String(row[1]), null]));
		assert.equal(stack.sql(`SELECT state FROM assessment WHERE id = ${id}`)[0].state, 'draft');
		assert.deepEqual(history().map((row) => [row.to_value, row.username]), [['3/II/1', 'operator.satu'], ['5/II/1', 'operator.satu']]);
		/* the same form once more, as a reload sends it */
		assert.equal((await operator.submit(form, {}, { follow: false })).status, 303);
		assert.equal(links().length, 2);
		assert.match((await page()).words(), /Semua sudah dipakai/);
		/* taken away this year, it is not offered again */
		stack.sql(`UPDATE evidence_link SET removed_at = UTC_TIMESTAMP(3) WHERE assessment_id = ${id}`);
		assert.match((await page()).words(), /Semua sudah dipakai/);
	});

	it('only what was chosen, and something must be', async () => {
		const one = past(3, 2, 'Satu');
		past(3, 3, 'Dua');
		const form = await page('?variable=3');
		const none = Object.fromEntries(offers(form).map((offer) => [`take-${offer.id}`, null]));
		assert.equal((await operator.submit(form, none, { follow: false })).status, 422);
		const done = await operator.submit(form, { ...none, [`take-${one.link}`]: '1' }, { follow: false });
		assert.match(done.location, new RegExp(`/questionnaire/${id}/3\\?done=documents`));
		assert.deepEqual(links().map((row) => row.document_id), [String(one.document)]);
	});

	it('of another version of the instrument is a suggestion, by variable, level and name', async () => {
		const one = past(3, 2, 'Versi lama');
		stack.sql(`INSERT INTO instrument (name, state, created_at, published_at) VALUES ('Lama', 'published', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
			SET @n = LAST_INSERT_ID();
			INSERT INTO variable (instrument_id, number, name) VALUES (@n, 3, 'Lama');
			SET @v = LAST_INSERT_ID();
			INSERT INTO level (variable_id, number, indicator) VALUES (@v, 2, 'Lama');
			SET @l = LAST_INSERT_ID();
			INSERT INTO checklist_item (level_id, position, title, compulsory)
				SELECT @l, 7, title, 1 FROM checklist_item WHERE id = ${item(3, 2).id};
			UPDATE evidence_link SET checklist_item_id = LAST_INSERT_ID() WHERE id = ${one.link};
			UPDATE cycle SET instrument_id = @n WHERE id = 3`);
		const form = await page();
		assert.deepEqual(offers(form).map((offer) => offer.checked), [false]);
		assert.match(form.words(), /Saran: instrumen berganti/);
		await operator.submit(form, { [`take-${one.link}`]: '1' });
		assert.deepEqual(links().map((row) => row.checklist_item_id), [String(item(3, 2).id)]);
		stack.sql('UPDATE cycle SET instrument_id = (SELECT MIN(id) FROM instrument) WHERE id = 3');
	});

	it('is for the operator, while answers may be written', async () => {
		const one = past(3, 2, 'Satu');
		const foreign = city.link(other, item(3, 2).id);
		const csrf = operator.csrf(await page());
		assert.equal((await operator.post(`/questionnaire/${id}/carry-over`, { csrf, [`take-${foreign.link}`]: '1' })).status, 404);
		assert.equal((await operator.post(`/questionnaire/${id}/carry-over`, { csrf, [`take-${one.link}`]: '1', x: '1' })).status, 400);
		for (const [name, status] of [['operator.dua', 404], ['operator.kabupaten', 404], ['kepala.satu', 403], ['verifikator', 403]])
			assert.equal((await (await city.signIn(name)).get(`/questionnaire/${id}/carry-over`)).status, status, name);
		city.setState(id, 'submitted');
		assert.equal((await page()).status, 409);
		assert.equal((await operator.post(`/questionnaire/${id}/carry-over`, { csrf, [`take-${one.link}`]: '1' })).status, 409);
		city.setState(id, 'returned');
		assert.deepEqual(offers(await page()), []);
		assert.equal(links().length, 0);
	});
});
