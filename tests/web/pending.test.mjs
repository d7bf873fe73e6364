// SPDX-License-Identifier: ISC
//
// Documents that are still to come: who may announce or expect them, that they never count, how they
// are kept, changed, withdrawn, and that the background run speaks of each date once.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { ROOT, startStack } from './harness.mjs';

let stack, city, id, other, items;
let operator, colleague, team;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	other = city.assessment('Dinas Contoh Dua');
	items = city.items(8);
	[operator, colleague, team] = await Promise.all(['operator.satu', 'operator2.satu', 'verifikator']
		.map((name) => city.signIn(name)));
});
after(() => stack?.stop());

beforeEach(() => stack.sql(`DELETE FROM pending_evidence; DELETE FROM evidence_link WHERE assessment_id = ${id};
	DELETE FROM history WHERE assessment_id = ${id};
	UPDATE answer SET self_level = 2, explanation = 'Contoh', needs_correction = 0 WHERE assessment_id = ${id};
	UPDATE assessment SET state = 'draft' WHERE id = ${id}`));

const day = (offset) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const item = () => items.find((one) => one.level === 2);
const pending = () => stack.sql('SELECT * FROM pending_evidence ORDER BY id');
const history = () => stack.sql(`SELECT h.from_value, h.to_value, h.reason, h.variable_number, u.username
	FROM history h LEFT JOIN account u ON u.id = h.account_id WHERE h.subject = 'promise' ORDER BY h.id`);
const place = (of = id, at = item().id) => `/upload/pending/${of}/${at}`;

async function expectDocument(who, title, due, { follow = false, at = place() } = {}) {
	return who.submit(await who.get(at), { title, due }, { follow });
}

/* As expectDocument() leaves it, for tests of what comes after. */
function put(title, due, { side = 'agency', at = item().id, by = 'operator.satu' } = {}) {
	return Number(stack.sql(`INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due, created_at, created_by)
		VALUES (${id}, ${at}, '${side}', '${title}', '${due}', UTC_TIMESTAMP(3), ${city.account(by)});
		SELECT LAST_INSERT_ID() AS id`)[0].id);
}

describe('promising', () => {
	it('begins at the criterion, and is seen there, on the list, at home and before sending', async () => {
		const page = await operator.get(`/questionnaire/${id}/8`);
		const form = await operator.submit(page, {}, { form: 'form[data-autosave]', button: `pending-${item().id}` });
		assert.equal(form.heading, 'Catat dokumen yang menyusul');
		assert.equal(form.one('#title').getAttribute('value'), item().title);
		const done = await operator.submit(form, { title: 'SKP bulan terakhir <contoh>', due: day(10) });
		assert.match(done.words(), /Tercatat.*Menyusul: SKP bulan terakhir <contoh>, paling lambat .* \(10 hari lagi\)/);
		for (const at of ['/questionnaire/', `/questionnaire/${id}/`, `/questionnaire/${id}/check`])
			assert.match((await operator.get(at)).words(), /Dokumen yang menyusul \(1\).*SKP bulan terakhir <contoh>/, at);
		assert.match((await operator.get(`/questionnaire/${id}/`)).words('.govuk-task-list'), /1 menyusul/);
		assert.equal(pending()[0].side, 'agency');
		assert.deepEqual(history().map((row) => [row.from_value, row.variable_number, row.username]), [['', '8', 'operator.satu']]);
		assert.match(history()[0].to_value, /^SKP bulan terakhir <contoh>, sampai /);
	});

	it('never counts as a document', async () => {
		const without = (await operator.get(`/questionnaire/${id}/8`)).words('.matang-panel');
		put('SKP', day(3));
		assert.equal((await operator.get(`/questionnaire/${id}/8`)).words('.matang-panel'), without);
		const page = await operator.get(`/questionnaire/${id}/check`);
		assert.match(page.words(), /belum ada dokumen satu pun/);
	});

	it('wants a name and a day that lies ahead, and keeps what was typed', async () => {
		for (const [title, due, message] of [['', day(3), /wajib/], ['SKP', day(-1), /sudah lewat/],
			['SKP', day(367), /lebih dari 366 hari/], ['SKP', '', /wajib/], ['SKP', '2026-02-30', /./]]) {
			const page = await expectDocument(operator, title, due);
			assert.equal(page.status, 422);
			assert.match(page.errors.join(), message);
			assert.equal(page.one('#title').getAttribute('value'), title);
		}
		assert.equal((await expectDocument(operator, 'SKP', day(0))).status, 303);
		assert.equal((await expectDocument(colleague, 'SKP', day(4))).status, 422);
		assert.equal(pending().length, 1);
	});

	it('reaches as far ahead as the administrator allows', async () => {
		assert.equal(stack.matang(['setting', 'pending_days_max', '30']).status, 0);
		assert.match((await expectDocument(operator, 'SKP', day(31))).errors.join(), /lebih dari 30 hari/);
		assert.equal((await expectDocument(operator, 'SKP', day(30))).status, 303);
		const kept = pending()[0];
		const page = await operator.get(`/upload/pending/${kept.id}`);
		const late = await operator.submit(page, { due: day(31), reason: 'Contoh' }, { form: 'form[action$="/change"]' });
		assert.match(late.errors.join(), /lebih dari 30 hari/);
		assert.equal(stack.matang(['setting', 'pending_days_max', '366']).status, 0);
	});

	it('makes a draft of what was not begun', async () => {
		city.setState(id, 'not_started');
		assert.equal((await expectDocument(operator, 'SKP', day(2))).status, 303);
		assert.equal(stack.sql(`SELECT state FROM assessment WHERE id = ${id}`)[0].state, 'draft');
	});

	it('a team expects, while it decides, and the agency sees it', async () => {
		assert.equal((await team.get(place())).status, 409);
		city.setState(id, 'submitted');
		assert.equal((await operator.get(place())).status, 409);
		const done = await expectDocument(team, 'LHE SAKIP', day(1), { follow: true });
		assert.match(done.words(), /Ditunggu tim verifikasi: LHE SAKIP, paling lambat .* \(jatuh tempo besok\)/);
		assert.match((await team.get(`/verify/${id}/`)).words(), /Dokumen yang menyusul \(1\).*LHE SAKIP/);
		assert.match((await team.get('/verify/')).words('table'), /1 menyusul/);
		assert.match((await operator.get('/questionnaire/')).words(), /LHE SAKIP/);
		assert.equal(pending()[0].side, 'city');
	});

	it('is nobody else\'s business', async () => {
		const mine = put('SKP', day(3));
		for (const [name, status] of [['operator.dua', 404], ['operator.kabupaten', 404], ['verifikator.kabupaten', 404],
			['verifikator.satu', 403], ['kepala.satu', 403], ['auditor', 403], ['admin', 403]]) {
			const who = await city.signIn(name);
			for (const at of [place(), `/upload/pending/${mine}`])
				assert.equal((await who.get(at)).status, status, `${name} ${at}`);
		}
		assert.equal((await operator.get(place(other))).status, 404);
		assert.equal((await operator.get(place(id, 999999))).status, 404);
		assert.equal((await operator.post(`/upload/pending/${mine}/withdraw`, { why: 'Alasan', version: 1 })).status, 403);
	});

	it('only where the return asks for mending', async () => {
		city.setState(id, 'returned');
		assert.equal((await operator.get(place())).status, 409);
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET needs_correction = 1
			WHERE n.assessment_id = ${id} AND v.number = 8`);
		assert.equal((await expectDocument(operator, 'SKP', day(2))).status, 303);
	});
});

describe('one that was made', () => {
	const change = async (who, key, fields, { form = 'change', follow = false } = {}) =>
		who.submit(await who.get(`/upload/pending/${key}`), fields, { form: `form[action$="/${form}"]`, follow });

	it('is changed with a reason, and reminded of anew', async () => {
		const key = put('SKP', day(1));
		stack.sql(`UPDATE pending_evidence SET reminder = 'due', reminded_at = UTC_TIMESTAMP(3)`);
		assert.equal((await change(operator, key, { due: day(9), reason: '' })).status, 422);
		assert.equal((await change(operator, key, { due: day(9), reason: 'BKPSDM baru selesai pekan depan.' })).status, 303);
		assert.deepEqual([pending()[0].due, pending()[0].reminder], [day(9), 'none']);
		assert.match(history()[0].reason, /BKPSDM/);
	});

	it('tells the second of two who change it', async () => {
		const key = put('SKP', day(1));
		const late = await colleague.get(`/upload/pending/${key}`);
		await change(operator, key, { due: day(9), reason: 'Alasan contoh' });
		const told = await colleague.submit(late, { due: day(4), reason: 'Alasan lain' },
			{ form: 'form[action$="/change"]', follow: false });
		assert.equal(told.status, 409);
		assert.equal(pending()[0].due, day(9));
	});

	it('is withdrawn with a reason, and then is no more', async () => {
		const key = put('SKP', day(1));
		assert.equal((await change(operator, key, { why: '' }, { form: 'withdraw' })).status, 422);
		const done = await change(operator, key, { why: 'Tidak diperlukan lagi.' }, { form: 'withdraw', follow: true });
		assert.doesNotMatch(done.words('.matang-documents'), /Menyusul:/);
		assert.equal(pending()[0].state, 'withdrawn');
		assert.equal((await operator.get(`/upload/pending/${key}`)).status, 404);
		assert.deepEqual(history().map((row) => row.to_value), ['ditarik']);
	});

	it('of the other side may be kept, not changed', async () => {
		const key = put('LHE', day(1), { side: 'city', by: 'verifikator' });
		const page = await operator.get(`/upload/pending/${key}`);
		assert.equal(page.one('form[action$="/change"]'), null);
		assert.equal((await operator.post(`/upload/pending/${key}/change`, { csrf: operator.csrf(page), title: 'x',
			due: day(3), reason: 'Alasan contoh', version: 1 })).status, 403);
	});

	it('is kept by linking what is stored; waited for again when that is taken away', async () => {
		const key = put('SKP', day(1));
		const { document, link } = city.link(id, items.find((one) => one.level === 3).id, { title: 'SKP Oktober' });
		const page = await operator.get(`/upload/attach/${id}/${item().id}`);
		assert.equal((await operator.submit(page, { [`document-${document}`]: '1' },
			{ form: 'form:has([name^=document-])', follow: false })).status, 303);
		assert.equal(pending()[0].state, 'kept');
		const csrf = operator.csrf(await operator.get(`/questionnaire/${id}/8`));
		await operator.post(`/upload/link/${pending()[0].link_id}/remove`, { csrf });
		assert.deepEqual([pending()[0].state, pending()[0].link_id], ['open', null]);
		assert.deepEqual(history().map((row) => row.to_value), ['dipenuhi: dokumennya sudah ditautkan', 'SKP']);
		/* and by moving it hither */
		const move = await operator.get(`/upload/link/${link}/move?variable=8`);
		assert.equal((await operator.submit(move, { item: item().id, reason: 'Salah tempat (contoh).' },
			{ follow: false })).status, 303);
		assert.equal(pending()[0].state, 'kept');
		assert.equal((await operator.get(`/upload/pending/${key}`)).status, 404);
	});

	it('is not kept by an address elsewhere', async () => {
		put('SKP', day(1));
		const { document } = city.link(id, items.find((one) => one.level === 3).id,
			{ outside: 'https://contoh.invalid/skp' });
		const page = await operator.get(`/upload/attach/${id}/${item().id}`);
		await operator.submit(page, { [`document-${document}`]: '1' }, { form: 'form:has([name^=document-])' });
		assert.equal(pending()[0].state, 'open');
	});

	it('of several, a person says which one it is', async () => {
		const first = put('SKP Oktober', day(1)), second = put('SKP November', day(20));
		const { document } = city.link(id, items.find((one) => one.level === 3).id, { title: 'SKP 11' });
		const page = await operator.get(`/upload/attach/${id}/${item().id}`);
		await operator.submit(page, { [`document-${document}`]: '1' }, { form: 'form:has([name^=document-])' });
		assert.deepEqual(pending().map((one) => one.state), ['open', 'open']);
		const link = stack.sql(`SELECT id FROM evidence_link WHERE checklist_item_id = ${item().id} AND removed_at IS NULL
			AND assessment_id = ${id}`)[0].id;
		assert.equal((await change(operator, second, {}, { form: 'keep' })).status, 422);
		assert.equal((await change(operator, second, { link }, { form: 'keep' })).status, 303);
		assert.deepEqual(pending().map((one) => one.state), ['open', 'kept']);
		assert.match(history().at(-1).to_value, /dipenuhi dengan “SKP 11”/);
		const csrf = operator.csrf(await operator.get(`/upload/pending/${first}`));
		assert.equal((await operator.post(`/upload/pending/${first}/keep`, { csrf, link: 999999, version: 1 })).status, 404);
	});
});

describe('reminders', () => {
	it('say near and passed dates once each, and are safe to repeat', async () => {
		put('Dokumen jauh', day(30)); put('Dokumen dekat', day(2)); put('Dokumen lewat', day(-2));
		const said = stack.matang(['work', 'reminders']);
		assert.equal(said.status, 0, said.stderr);
		assert.match(said.stdout, /Dinas Contoh Satu, variable 8: 'Dokumen lewat' was due on/);
		assert.match(said.stdout, /'Dokumen dekat' is due on/);
		assert.doesNotMatch(said.stdout, /jauh/);
		assert.doesNotMatch(stack.matang(['work', 'reminders']).stdout, /Dokumen/);
		assert.deepEqual(pending().map((one) => one.reminder), ['none', 'due', 'overdue']);
		stack.sql(`UPDATE pending_evidence SET due = '${day(-1)}' WHERE reminder = 'due'`);
		assert.match(stack.matang(['work', 'reminders']).stdout, /'Dokumen dekat' was due on/);
		assert.deepEqual(history().map((row) => row.username), [null, null, null]);
		const page = await operator.get('/questionnaire/');
		assert.match(page.words(), /terlambat 2 hari/);
		assert.match((await operator.get(`/questionnaire/${id}/8`)).words(), /Dokumen yang menyusul terlambat\./);
	});

	it('begin three days before, on the day itself it is not late, and the day after it is', () => {
		for (const offset of [4, 3, 0, -1])
			put(`Dokumen ${offset}`, day(offset));
		const said = stack.matang(['work', 'reminders']).stdout;
		assert.deepEqual(said.match(/'Dokumen .*?' (is|was) due/g).sort(), ["'Dokumen -1' was due", "'Dokumen 0' is due", "'Dokumen 3' is due"]);
		assert.deepEqual(pending().map((one) => one.reminder), ['none', 'due', 'due', 'overdue']);
	});

	it('go by the day of the region', () => {
		const [, statement] = /-- name: pending_waiting\n(.*?);/s.exec(readFileSync(path.join(ROOT, 'sql/statements/pending.sql'), 'utf8')
			.replace(/^--(?! name:).*\n/gm, ''));
		const at = (zone, clock) => {
			const values = ['3', '3', '10'];
			return stack.sql(`SET timestamp = TIMESTAMPDIFF(SECOND, '1970-01-01', '2031-12-10 ${clock}');
				UPDATE region SET timezone = '${zone}' WHERE id = 2; ${statement.replace(/\?/g, () => values.shift())}`)
				.map((row) => row.days).join();
		};

		put('Dokumen hari ini', '2031-12-10');
		try {
			/* Midnight comes from the east: at 15, 16 and 17 hours in Greenwich. */
			assert.deepEqual(['14:59', '15:01', '16:01', '17:01'].map((clock) => ['WIT', 'WITA', 'WIB'].map((zone) => at(zone, clock))),
				[['0', '0', '0'], ['-1', '0', '0'], ['-1', '-1', '0'], ['-1', '-1', '-1']]);
		} finally {
			stack.sql("SET timestamp = DEFAULT; UPDATE region SET timezone = 'WITA' WHERE id = 2");
		}
	});

	it('say nothing of what was kept, or of a cycle that is over', () => {
		const key = put('Dokumen lewat', day(-2));
		const { link } = city.link(id, item().id);
		stack.sql(`UPDATE pending_evidence SET state = 'kept', link_id = ${link} WHERE id = ${key}`);
		assert.doesNotMatch(stack.matang(['work', 'reminders']).stdout, /lewat/);
		stack.sql(`UPDATE pending_evidence SET state = 'open', link_id = NULL;
			UPDATE cycle SET state = 'reported', reported_at = UTC_TIMESTAMP(3) WHERE id = 1`);
		assert.doesNotMatch(stack.matang(['work', 'reminders']).stdout, /lewat/);
		stack.sql(`UPDATE cycle SET state = 'open', reported_at = NULL WHERE id = 1`);
	});
});
