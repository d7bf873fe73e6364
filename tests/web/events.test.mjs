// SPDX-License-Identifier: ISC
//
// What is known later: the history with who, as what, from where, found by person, agency, kind, time
// and words, each his own part of it; and the log of events: signing in, refusals, changes of rights,
// exports, downloads, which only the auditor reads.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sheets } from './books.mjs';
import { startStack } from './harness.mjs';
import { openWorld, PASSWORD, PDF } from './world.mjs';

let stack, world, id;
const events = (where = '1') => stack.sql(`SELECT e.*, a.username FROM event_log e LEFT JOIN account a ON a.id = e.account_id
	WHERE ${where} ORDER BY e.id`);
const last = () => events().at(-1);
const count = () => events().length;
const table = (page) => page.all('main tbody tr').map((row) => row.words);

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	id = world.assessment('DKUMKMP');
	stack.sql(`UPDATE answer SET self_level = 2 WHERE assessment_id = ${id}`);
	const operator = await world.as('operator.dkumkmp');
	await operator.post(`/questionnaire/${id}/3`, { csrf: operator.csrf(await operator.get('/account/profile')), version: 1, level: 3, explanation: 'Uraian contoh' });
	await operator.submit(await operator.get('/upload/new'), { title: 'SK Tim Pelaksana', kind: 'keputusan',
		file: { filename: 'sk.pdf', type: 'application/pdf', content: PDF } }, { form: 'main form[enctype]' });
	/* One that the city has begun with and not told. */
	stack.sql(`INSERT INTO history (at, account_id, role, address, region_id, agency_id, assessment_id, variable_number, subject, from_value, to_value, reason)
		SELECT UTC_TIMESTAMP(3), u.id, u.role, '10.1.2.3', u.region_id, a.agency_id, a.id, 5, 'city_level', '2', '1', 'Belum diberitahukan'
		FROM assessment a JOIN account u ON u.username = 'verifikator' WHERE a.id = ${id}`);
});
after(() => stack?.stop());

describe('the history', () => {
	it('says in every row who, as what, and from where', async () => {
		assert.deepEqual(stack.sql(`SELECT h.role, h.address FROM history h JOIN account a ON a.id = h.account_id
			WHERE a.username = 'operator.dkumkmp' GROUP BY h.role, h.address`), [{ role: 'operator', address: '127.0.0.1' }]);
		const rows = table(await (await world.as('verifikator')).get('/report/history'));
		assert.ok(rows.some((row) => /Operator Perangkat Daerah.*dari 127\.0\.0\.1.*Variabel 3.*tingkat penilaian mandiri: II → III/s.test(row)), rows.join('\n'));
		assert.ok(rows.some((row) => /“SK Tim Pelaksana”.*\(kosong\) → Revisi 1/s.test(row)), rows.join('\n'));
	});

	it('says of which year, and whose account', async () => {
		const { year, cycle } = stack.sql(`SELECT c.year, c.id AS cycle FROM assessment a JOIN cycle c ON c.id = a.cycle_id WHERE a.id = ${id}`)[0];
		stack.sql(`INSERT INTO history (at, region_id, subject, subject_id, from_value, to_value)
				VALUES (UTC_TIMESTAMP(3), 2, 'cycle', ${cycle}, 'Draf', 'Dibuka');
			INSERT INTO history (at, region_id, agency_id, subject, subject_id, from_value, to_value)
				SELECT UTC_TIMESTAMP(3), 2, agency_id, 'right', id, 'operator', '' FROM account WHERE username = 'operator.dkumkmp'`);
		const team = await world.as('verifikator');
		const rows = table(await team.get('/report/history'));
		const name = stack.sql("SELECT full_name FROM account WHERE username = 'operator.dkumkmp'")[0].full_name;
		assert.ok(rows.some((row) => new RegExp(`Periode ${year}\\s*mengubah periode: Draf → Dibuka`).test(row)), rows.join('\n'));
		assert.ok(rows.some((row) => new RegExp(`Periode ${year}.*Variabel 3.*tingkat penilaian mandiri`).test(row)), rows.join('\n'));
		assert.ok(rows.some((row) => new RegExp(`${name}\\s*mengubah hak akses: Operator`).test(row)), rows.join('\n'));
		assert.ok((await team.get(`/report/history?q=${encodeURIComponent(name)}&kind=access`)).words('main tbody').includes('mengubah hak akses'));
		const csv = await team.get('/report/history/table.csv');
		assert.match(csv.text.split('\r\n')[0], /Tahun.*Akun atau instrumen/);
	});

	it('is found by person, agency, kind, day and words', async () => {
		const team = await world.as('verifikator');
		const rows = async (query) => table(await team.get(`/report/history?${query}`));
		const agency = stack.sql(`SELECT agency_id FROM assessment WHERE id = ${id}`)[0].agency_id;
		const other = stack.sql(`SELECT id FROM agency WHERE region_id = 2 AND id <> ${agency} LIMIT 1`)[0].id;

		for (const [query, some] of [['person=operator', true], ['person=nobody', false], [`agency=${agency}`, true], [`agency=${other}`, false],
			['kind=evidence', true], ['kind=signoff', false], ['from=2020-01-01&until=2031-01-01', true], ['until=2020-01-01', false],
			['from=2199-01-01', false], ['q=Tim+Pelaksana', true], ['q=tidak+ada+ini', false], ['q=%25', false]])
			assert.equal((await rows(query)).length > 0, some, query);
		assert.ok((await rows('kind=evidence')).every((row) => /dokumen/.test(row)));
		assert.equal((await team.get('/report/history?region=999999')).status, 404);
		assert.equal((await team.get('/report/history?instance=1')).status, 403);
	});

	it('goes on by page, and out as a file of what is shown', async () => {
		stack.sql(`INSERT INTO history (at, region_id, subject, to_value) SELECT UTC_TIMESTAMP(3), 2, 'region', CONCAT('=HYPERLINK ', seq) FROM seq_1_to_150`);
		const team = await world.as('verifikator');
		const first = await team.get('/report/history?kind=set-up');
		assert.equal(table(first).length, 50);
		const next = first.all('main a').find((link) => link.words === 'Lebih lama').getAttribute('href');
		assert.match(next, /^\?kind=set-up&before=\d+$/);
		assert.ok(table(await team.get(`/report/history${next}`)).length >= 50);

		const csv = await team.get('/report/history/table.csv?kind=set-up&q=HYPERLINK');
		assert.equal(csv.status, 200);
		assert.match(csv.headers['content-disposition'], /^attachment; filename="riwayat\.csv"/);
		const lines = csv.text.trim().split('\r\n');
		assert.equal(lines.length, 151);
		assert.match(lines[0], /Waktu.*Siapa.*Peran.*Alamat.*Alasan/);
		assert.match(lines[1], /'=HYPERLINK 150/, 'computes nothing');
	});

	it('tells an agency its own, and not what the city has not told yet', async () => {
		const operator = await world.as('operator.dkumkmp');
		stack.sql(`UPDATE assessment SET state = 'submitted' WHERE id = ${id}`);
		const own = table(await operator.get('/report/history'));
		assert.ok(own.length > 0);
		assert.ok(own.every((row) => !/Belum diberitahukan|HYPERLINK/.test(row)));
		assert.doesNotMatch((await operator.get('/report/history/table.csv')).text, /Belum diberitahukan|HYPERLINK/);
		assert.ok(table(await (await world.as('verifikator')).get(`/report/history/${id}`)).some((row) => /Belum diberitahukan/.test(row)));
		stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
		assert.ok(table(await operator.get('/report/history')).some((row) => /Belum diberitahukan/.test(row)));
	});
});

describe('the log of events', () => {
	it('has who signed in and out, and who failed to', async () => {
		const client = stack.client();
		const wrong = (username) => client.get('/account/').then((page) => client.submit(page, { username, password: 'salah-salah-salah' }, { follow: false }));

		await wrong('auditor');
		assert.deepEqual([last().kind, last().outcome, last().username, last().role, last().address], ['sign_in', 'wrong', 'auditor', 'auditor', '127.0.0.1']);
		await wrong('rahasia-saya-sendiri');
		assert.deepEqual([last().outcome, last().username, last().region_id], ['wrong', null, null]);
		assert.ok(events().every((event) => !/rahasia/.test(event.what)), 'what a stranger typed is not kept');
		const page = await client.signIn({ username: 'auditor', password: PASSWORD });
		assert.deepEqual([last().outcome, last().what], ['done', 'Masuk']);
		await client.post('/account/sign-out', { csrf: client.csrf(page) });
		assert.deepEqual([last().outcome, last().what, last().username], ['done', 'Keluar', 'auditor']);
	});

	it('has the one who is held once, however often he tries', async () => {
		const client = stack.client();
		for (let tries = 0; tries < 12; tries++)
			await client.submit(await client.get('/account/'), { username: 'kepala.dkumkmp', password: 'salah-salah-salah' }, { follow: false });
		assert.equal(events("outcome = 'held'").length, 1);
		assert.equal(events("outcome = 'wrong' AND username = 'kepala.dkumkmp'").length, 5);
		stack.sql('DELETE FROM throttle');
	});

	it('has who was refused', async () => {
		await (await world.as('operator.dkumkmp')).get('/report/events');
		assert.deepEqual([last().kind, last().outcome, last().what, last().username], ['refusal', 'refused', 'GET /report/events', 'operator.dkumkmp']);
	});

	it('has evidence that went out, once for a file that is fetched in pieces', async () => {
		const team = await world.as('verifikator');
		const revision = stack.sql('SELECT MAX(id) AS id FROM revision')[0].id;
		const grew = async (place, options, method = 'GET') => {
			const before = count();
			await team.request(method, place, options);
			return count() - before;
		};

		assert.equal(await grew(`/upload/file/${revision}`), 1);
		assert.deepEqual([last().kind, last().what, last().username], ['download', 'SK Tim Pelaksana, revisi 1', 'verifikator']);
		assert.equal(last().agency_id, stack.sql(`SELECT agency_id FROM assessment WHERE id = ${id}`)[0].agency_id);
		assert.equal(await grew(`/upload/file/${revision}`, { headers: { range: 'bytes=0-99' } }), 1);
		assert.equal(await grew(`/upload/file/${revision}`, { headers: { range: 'bytes=100-199' } }), 0);
		assert.equal(await grew(`/upload/file/${revision}`, {}, 'HEAD'), 0);
		assert.equal(await grew('/upload/file/999999'), 0);
		assert.equal(await grew(`/upload/zip/${id}`), 1);
		for (const page of [`/verify/${id}/`, `/verify/${id}/3`, `/upload/frame/${revision}`, '/report/', '/report/history'])
			assert.equal(await grew(page), 0, page);
	});

	it('has figures that went out', async () => {
		const team = await world.as('verifikator'), admin = await world.as('admin');
		for (const [who, place] of [[team, '/report/region/1/data.csv'], [team, '/report/history/table.csv'], [admin, '/cycle/agencies/table.xlsx?region=2']]) {
			const before = count();
			assert.equal((await who.get(place)).status, 200, place);
			assert.equal(count(), before + 1, place);
			assert.equal(last().kind, 'export');
		}
	});

	it('has changes of rights', async () => {
		const admin = await world.as('admin');
		const account = stack.sql("SELECT id FROM account WHERE username = 'operator2.dkumkmp' OR username = 'operator.bagor' ORDER BY id DESC LIMIT 1")[0].id;
		await admin.submit(await admin.get(`/cycle/accounts/${account}/end`), { reason: 'Pensiun' }, { follow: false, form: 'main form[method=post]' });
		const [event] = events("kind = 'right'").slice(-1);
		assert.equal(event.username, 'admin');
		assert.match(event.what, /^operator.*: .+ → /);
		/* In words of people, not by the codes that are kept. */
		const page = await (await world.as('auditor')).get('/report/events?kind=right&q=operator');
		assert.match(page.words(), /operator\S*: Operator Perangkat Daerah → –/);
	});

	it('is read by the auditor, with filters and as a file', async () => {
		const auditor = await world.as('auditor');
		const page = await auditor.get('/report/events');
		const rows = table(page);
		assert.ok(rows.some((row) => /Verifikator.*Unduhan data dukung.*SK Tim Pelaksana/s.test(row)), rows.join('\n'));
		assert.ok(table(await auditor.get('/report/events?kind=refusal')).every((row) => /Penolakan/.test(row)));
		assert.ok(table(await auditor.get('/report/events?instance=1')).some((row) => /Tidak dikenal/.test(row)));
		assert.match((await auditor.get('/report/events/table.csv?kind=download')).text, /Unduhan data dukung/);
		const none = await auditor.get('/report/events/table.csv?from=2199-01-01');
		assert.match(none.text, /^"Waktu",[^\n]*\r\n$/, 'a list of nothing is its head alone');
		assert.equal(sheets((await auditor.get('/report/events/table.xlsx?from=2199-01-01')).body)[0].rows.length, 1);
		for (const who of ['verifikator', 'validator', 'admin', 'operator.dkumkmp'])
			assert.equal((await (await world.as(who)).get('/report/events')).status, 403, who);
	});
});
