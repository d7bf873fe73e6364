// SPDX-License-Identifier: ISC
//
// One walk over what people can do: every kind of change, by the person whose business it is, with fields
// that are taken. Who calls it, inside a describe(), says what is to be looked at behind each action:
//
//	walkOfChanges(() => world, async (what, who, go) => …);
//
// `go(person)` sends the form and gives the answer. history.test.mjs compares what each action leaves in
// the history; twice.test.mjs presses every button more than once.

import { answerGuest } from './guest.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, it } from 'node:test';
import { ROOT } from './harness.mjs';
import { PASSWORD, PDF } from './world.mjs';
import { pdf } from './files.mjs';

/** A day of the region, counted from today. */
export const day = (offset) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

/** The addresses that change something, as the table of routes writes them, and that of a path. */
export const PATTERNS = readFileSync(path.join(ROOT, 'tests/golden/routes.txt'), 'utf8').split('\n')
	.filter((line) => line.startsWith('POST ')).map((line) => line.split(' ')[1]);
export const patternOf = (place) => PATTERNS.find((pattern) => new RegExp(`^${pattern.replaceAll('*', '[^/]+').replaceAll('#', '[1-9]\\d*')}$`).test(place));

/** What a person sends while `go` runs, in the order in which it is sent: paths of POST. */
export async function whatIsSent(person, go, send = (request, ...rest) => request(...rest)) {
	const sent = [];
	const request = person.request;

	person.request = function (method, place, ...rest) {
		if (method !== 'POST')
			return request.call(this, method, place, ...rest);
		sent.push(new URL(this.address(place)).pathname.replace(/^\/matang/, ''));
		return send((...again) => request.call(this, ...again), method, place, ...rest);
	};
	try {
		return { page: await go(person), sent };
	} finally {
		delete person.request;
	}
}

const scan = () => ({ filename: 'formulir.pdf', type: 'application/pdf', content: PDF });

/** Sends the form of a page, or fields as they are. */
export const fill = (place, fields, options) => async (who) => who.submit(await who.get(place), fields, { follow: false, form: 'main form[method=post]', ...options });
export const send = (place, fields = {}) => async (who) => who.post(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });

export function walkOfChanges(given, act) {
	let world, stack, id;
	const one = (query) => stack.sql(query)[0];
	const answerVersion = (number) => one(`SELECT n.version FROM answer n JOIN variable v ON v.id = n.variable_id WHERE n.assessment_id = ${id} AND v.number = ${number}`).version;
	const item = (variable, level) => one(`SELECT i.id FROM checklist_item i JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
		JOIN cycle c ON c.instrument_id = v.instrument_id AND c.id = 1 WHERE v.number = ${variable} AND l.number = ${level} ORDER BY i.position LIMIT 1`).id;
	const newest = (table) => one(`SELECT MAX(id) AS id FROM ${table}`).id;
	const operator = 'operator.dkumkmp', team = 'verifikator', province = 'validator', admin = 'admin';

	before(() => {
		world = given();
		stack = world.stack;
		id = world.assessment('DKUMKMP');
	});

	it('of who a person is', async () => {
		await act('a profile is changed', operator, fill('/account/profile/edit', { office: 'Analis Contoh' }));
		await act('the own agency is served', 'operator2.dkumkmp', async (who) => {
			stack.sql(`INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
				SELECT a.id, g.id, 2, 'head', UTC_TIMESTAMP(3), a.id FROM account a JOIN agency g ON g.short_name = 'DISHUB' WHERE a.username = 'operator2.dkumkmp';
				UPDATE account SET serves = 1 WHERE username = 'operator2.dkumkmp'`);
			return fill('/account/agencies', { agency: '0' }, { form: 'main form[action$="/agencies"]' })(who);
		});
		await act('the first tour begins', operator, fill('/portal/help', {}, { form: 'main form[action$="/account/tour"]' }));
		await act('it is stopped', operator, send('/account/tour', { to: 'stop', at: 1 }));
		await act('what comes by mail is chosen', operator, fill('/message/choices', { pace: 'daily' }));
		stack.sql(`INSERT INTO mail (id, account_id, token, state, next_at, created_at, ended_at)
			SELECT 1, MIN(id), 'CONTOH', 'uncertain', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM account`);
		await act('a letter is sent again', admin, send('/message/mail/1'));
		await act('messages are read', operator, send('/message/', { until: 1 }));
		await act('a password is changed', operator, fill('/account/password', { current: PASSWORD, password: 'kuda hujan batu lima', again: 'kuda hujan batu lima' }));
	});

	it('of regions, agencies, accounts', async () => {
		await act('a region is added', admin, fill('/cycle/regions/new', { code: '64.72', name: 'Kota Contoh', kind: 'city', timezone: 'WITA' }));
		await act('a region is changed', admin, fill('/cycle/regions/2/edit', { place: 'Tempat Baru' }));
		await act('an agency is added', admin, fill('/cycle/agencies/new', { region_id: 2, name: 'Dinas Baru' }));
		const agency = newest('agency');
		await act('an agency is changed', admin, fill(`/cycle/agencies/${agency}/edit`, { name: 'Dinas Sangat Baru', head_name: 'Kepala Baru' }));
		await act('a gateway is named', admin, fill('/cycle/regions/2/webhook', { address: 'https://gerbang.contoh.go.id/matang' }, { form: 'form[action$="/webhook"]' }));
		await act('and tried', admin, fill('/cycle/regions/2/webhook', {}, { form: 'form[action$="/test"]' }));
		stack.sql("UPDATE webhook_delivery SET state = 'given_up', ended_at = UTC_TIMESTAMP(3)");
		await act('and tried again', admin, fill('/cycle/regions/2/webhook', {}, { form: 'form[action$="/again"]' }));
		await act('and has another secret', admin, fill('/cycle/regions/2/webhook', {}, { form: 'form[action$="/secret"]' }));
		await act('and taken out', admin, fill('/cycle/regions/2/webhook', {}, { form: 'form[action$="/remove"]' }));
		await act('somebody stands in for its head', admin, fill(`/cycle/agencies/${agency}`, { acting_kind: 'plt', acting_name: 'Pejabat Contoh',
			acting_from: '2026-11-02', acting_basis: 'SP 1/2026 (contoh)' }, { form: 'form[action$="/acting"]' }));
		await act('and no longer', admin, send(`/cycle/agencies/${agency}/acting/remove`, { acting: newest('acting_head') }));
		await act('an agency is taken out', admin, fill(`/cycle/agencies/${agency}`, { reason: 'Digabung (contoh)' }, { form: 'form[action$="/active"]' }));
		await act('an account is added', admin, send('/cycle/accounts/new', { role: 'operator', region_id: 2, agency_id: 2, full_name: 'Orang Baru', username: 'orang.baru' }));
		const account = newest('account');
		await act('an account is changed', admin, fill(`/cycle/accounts/${account}/edit`, { full_name: 'Orang Sangat Baru' }));
		await act('an account gets a new password', admin, fill(`/cycle/accounts/${account}/password`, { reason: 'Lupa' }));
		await (await world.as('operator.dishub')).get('/account/profile');
		await act('an account is signed out everywhere', admin, fill(`/cycle/accounts/${one("SELECT id FROM account WHERE username = 'operator.dishub'").id}/sessions`, { reason: 'Perangkat hilang' }));
		world.browsers.delete('operator.dishub');
		await act('an account serves a second agency', admin, fill(`/cycle/accounts/${account}/agencies`, { agency_id: 1, role: 'head' }, { form: 'form[action$="/agencies"]' }));
		await act('it does not any more', admin, fill(`/cycle/accounts/${account}/agencies`, {}, { form: 'form[action*="/agencies/"]' }));
		await act('a verifier leads the team', admin, fill(`/cycle/accounts/${one("SELECT id FROM account WHERE username = 'verifikator'").id}`, {}, { form: 'form[action$="/lead"]' }));
		await act('an account is handed over', admin, fill(`/cycle/accounts/${account}/hand-over`, { full_name: 'Pengganti', username: 'pengganti', reason: 'Mutasi' }));
		await act('an account ends', admin, fill(`/cycle/accounts/${newest('account')}/end`, { reason: 'Pensiun' }));
		await act('accounts are made for all that have none', admin, fill('/cycle/accounts/bulk?region=2&role=head', {}));
	});

	it('of what everything goes by', async () => {
		await act('a setting is changed', admin, fill('/cycle/settings/file_max_mib', { value: 60 }));
		await act('a holiday is added', admin, send('/cycle/holidays', { day: '2031-03-04', kind: 'libur', name: 'Hari Contoh' }));
		await act('a holiday is moved', admin, fill('/cycle/holidays/2031-03-04/edit', { day: '2031-03-05' }, { form: 'form[action$="/edit"]' }));
		await act('a holiday is removed', admin, fill('/cycle/holidays/2031-03-05/edit', {}, { form: 'form[action$="/remove"]' }));
		await act('a kecamatan is taken out of the choice', admin, async (who) => {
			stack.sql("INSERT INTO district (region_id, name) VALUES (2, 'Contoh')");
			return send('/cycle/regions/2/places/offer', { district: newest('district') })(who);
		});
		await act('complaints are opened', team, fill('/complaint/rule', { open: '1', answer_days: 6 }));
		await act('words that answers begin with are kept', team, fill('/complaint/templates', { title: 'Pembuka', body: 'Terima kasih.' }, { form: 'form[action$="/templates"]' }));
		await act('they are removed', team, fill('/complaint/templates', {}, { form: 'form[action$="/remove"]' }));
		stack.sql(`INSERT INTO complaint (region_id, category, title, body, anonymous, confidential, created_at, waiting_since, secret_hash, mark)
			SELECT 2, 'other', 'Contoh', 'Contoh', 0, 0, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UNHEX(SHA2(seq, 256)), UNHEX(SHA2(seq, 256)) FROM seq_1_to_2`);
		const written = newest('complaint');
		const handle = (what, values) => fill(`/complaint/${written}`, values, { form: `form[action$="/${what}"]` });
		await act('a complaint is forwarded', team, handle('forward', { agency: 1 }));
		await act('a complaint is noted', team, handle('note', { note: 'Sudah ditelepon' }));
		await act('a complaint is answered', team, handle('answer', { body: 'Sudah diperbaiki.' }));
		await act('a complaint is closed', team, handle('close', { as: 'done' }));
		await act('a complaint is opened again', team, handle('reopen', {}));
		await act('a complaint is merged', team, handle('merge', { into: `P-${String(written - 1).padStart(6, '0')}` }));
		await act('an instrument is copied', admin, fill('/cycle/instruments/1', { name: 'Salinan' }, { form: 'form[action$="/copy"]' }));
		const instrument = newest('instrument');
		await act('an instrument is renamed', admin, fill(`/cycle/instruments/${instrument}/edit`, { name: 'Salinan Lain', 'variable-2': 'Variabel contoh' }));
		await act('a level is reworded', admin, fill(`/cycle/instruments/${instrument}/1/1`, { indicator: 'Bunyi baru' }));
		await act('an instrument is published', admin, fill(`/cycle/instruments/${instrument}/publish`, {}));
	});

	it('of what a region assesses itself by', async () => {
		const table = 'bagian,kode,nama,tingkat,skala\nketentuan,cara hitung,jumlah,,\nskala,a,Tidak,1,\nskala,a,Ya,2,\nvariabel,1,Satu,,a\n';
		await act('an instrument of another kind is read, to be looked at', admin, async (who) => who.postMultipart('/cycle/instruments/any',
			{ csrf: who.csrf(await who.get('/cycle/')), file: { filename: 'a.csv', type: 'text/csv', content: table } }));
		await act('and stored', admin, send('/cycle/instruments/any/store', { draft: newest('import_draft'), name: 'Instrumen lain' }));
		const instrument = newest('instrument');
		await act('and published', admin, fill(`/cycle/instruments/${instrument}/publish`, {}));
		await act('an assessment by it is begun', team, fill('/questionnaire/other', { instrument, subject: 'Kota contoh', year: 2031 }, { form: 'form[action$="/other"]' }));
		const appraisal = newest('appraisal');
		await act('and answered', team, fill(`/questionnaire/other/${appraisal}/1`, { 'level-1': 1, 'note-1': 'Belum ada.' }));
		await act('and what is expected is written down', team, fill(`/questionnaire/other/${appraisal}/gap/1`, { target: 2, recommendation: 'Susun pedoman.' }));
	});

	it('of a cycle', async () => {
		const planned = (fields) => async (who) => {
			const seen = await who.submit(await who.get('/cycle/cycles/new'), { region_id: 2, start_date: '2031-11-03', province_tier: 1,
				...Object.fromEntries([3, 1, 1, 5, 3, 1, 5].map((days, at) => [`days-${at + 1}`, days])), ...fields }, { form: 'main form[method=post]' });
			return who.submit(seen, {}, { follow: false, form: 'main form[method=post]' });
		};
		await act('a cycle is planned', admin, planned({ year: 2031 }));
		const cycle = newest('cycle');
		await act('a cycle is changed', admin, async (who) => {
			const seen = await who.submit(await who.get(`/cycle/cycles/${cycle}/edit`), { start_date: '2031-10-06' }, { form: 'main form[method=post]' });
			return who.submit(seen, {}, { follow: false, form: 'main form[method=post]' });
		});
		await act('a cycle is opened', admin, fill(`/cycle/cycles/${cycle}/open`, { sure: '1' }));
		await act('a cycle is withdrawn', admin, fill(`/cycle/cycles/${cycle}`, { reason: 'Tahunnya keliru' }, { form: 'form[action$="/withdraw"]' }));
		await act('a cycle is opened again', admin, fill(`/cycle/cycles/${cycle}/open`, { sure: '1' }));
		await act('a cycle takes in an agency', admin, async (who) => {
			const agency = one("INSERT INTO agency (region_id, name) VALUES (2, 'Dinas Terlambat'); SELECT LAST_INSERT_ID() AS id").id;
			return who.submit(await who.get(`/cycle/cycles/${cycle}`), { agency_id: agency }, { follow: false, form: 'form[action$="/agencies"]' });
		});
		await act('a cycle is planned anew', admin, async (who) => {
			const longer = await who.submit(await who.get(`/cycle/cycles/${cycle}/plan`), { 'days-4': 9 }, { form: 'main form[method=post]' });
			return who.submit(longer, { reason: 'Perpanjangan (contoh)' }, { follow: false, form: 'main form[method=post]' });
		});
		const later = (step) => one(`SELECT DATE(planned_until + INTERVAL 1 + (WEEKDAY(planned_until) = 4) * 2 + (WEEKDAY(planned_until) = 5) DAY) AS day FROM cycle_step WHERE cycle_id = ${cycle} AND step = ${step}`).day;
		const taken = one(`SELECT MIN(id) AS id FROM assessment WHERE cycle_id = ${cycle}`).id;
		await act('a step is made longer for one agency', admin, fill(`/cycle/cycles/${cycle}/extend`, { step: '5', until: later(5), [`agency-${taken}`]: '1', reason: 'Gangguan jaringan (contoh)' }));
		await act('the letter gets its number', team, fill('/cycle/notice/1', { letter_number: '061/1/Org' }, { form: 'form[action$="/letter"]' }));
		await act('an agency was told', team, fill('/cycle/notice/1', { [`notified-${id}`]: '1', how: 'Rapat', detail: 'Rapat koordinasi' }, { form: 'form:has([name=how])' }));
		await act('that is taken back', team, send('/cycle/notice/1/notified', { undo: id }));
	});

	it('of filling in', async () => {
		await act('an answer is begun', operator, send(`/questionnaire/${id}/3`, { version: 1, level: 2, explanation: 'Uraian contoh' }));
		await act('a level is changed', operator, (who) => send(`/questionnaire/${id}/3`, { version: answerVersion(3), level: 3, explanation: 'Uraian contoh' })(who));
		await act('words are changed', operator, (who) => send(`/questionnaire/${id}/3`, { version: answerVersion(3), level: 3, explanation: 'Uraian lain' })(who));
		await act('the work is divided', 'kepala.dkumkmp', fill(`/questionnaire/${id}/duties`, { 'duty-3': one(`SELECT id FROM account WHERE username = '${operator}'`).id }));
		await act('a document is uploaded', operator, fill('/upload/new', { title: 'SK Tim', kind: 'keputusan', file: scan() }, { form: 'form[enctype]' }));
		const document = newest('document');
		await act('an address elsewhere is noted', operator, fill('/upload/new/address', { title: 'Halaman', kind: 'laporan', outside_address: 'https://contoh.invalid/a' }));
		const outside = newest('document');
		await act('a document is renamed', operator, fill(`/upload/document/${document}/edit`, { title: 'SK Tim Pelaksana', number: '060/1' }));
		await act('a document is revised', operator, fill(`/upload/document/${document}`, { file: { ...scan(), content: pdf('revisi') } }, { form: 'form[enctype]' }));
		await act('a document is archived', operator, fill(`/upload/document/${outside}`, {}, { form: 'form[action$=archive]' }));
		await act('a document comes back', operator, fill(`/upload/document/${outside}`, {}, { form: 'form[action$=restore]' }));
		await act('a document is promised', operator, fill(`/upload/pending/${id}/${item(3, 1)}`, { title: 'Notulen', due: day(20) }));
		const promised = newest('pending_evidence');
		await act('a promise is moved', operator, fill(`/upload/pending/${promised}`, { due: day(40), reason: 'Belum ditandatangani' }, { form: 'form[action$="/change"]' }));
		await act('a promise is kept by attaching', operator, fill(`/upload/attach/${id}/${item(3, 1)}`, { [`document-${document}`]: '1' }, { form: 'form:has([name^=document-])' }));
		const link = newest('evidence_link');
		await act('another is promised', operator, fill(`/upload/pending/${id}/${item(3, 2)}`, { title: 'Laporan', due: day(20) }));
		await act('a promise is withdrawn', operator, fill(`/upload/pending/${newest('pending_evidence')}`, { why: 'Tidak diperlukan' }, { form: 'form[action$="/withdraw"]' }));
		await act('a document goes under criteria of its page', operator, send(`/upload/document/${document}/criteria`, { variable: 4, [`item-${item(4, 1)}`]: '1' }));
		const other = newest('evidence_link');
		await act('documents go under several criteria at once', operator, send('/upload/bulk-attach', { [`document-${document}`]: '1', [`document-${outside}`]: '1', [`item-${item(5, 1)}`]: '1' }));
		await act('a link is moved', operator, send(`/upload/link/${other}/move`, { variable: 4, version: 1, item: item(4, 2), reason: 'Salah tempat' }));
		await act('a link is removed, and its promise is open again', operator, send(`/upload/link/${link}/remove`));
		await act('a person says what keeps a promise', operator, async (who) => {
			stack.sql(`UPDATE pending_evidence SET title = 'SK', version = 7 WHERE id = ${promised};
				INSERT INTO pending_evidence (assessment_id, checklist_item_id, side, title, due, created_at, created_by)
				SELECT assessment_id, checklist_item_id, side, 'Yang lain', due, created_at, created_by FROM pending_evidence WHERE id = ${promised}`);
			await send(`/upload/attach/${id}/${item(3, 1)}`, { [`document-${document}`]: '1' })(who);
			return send(`/upload/pending/${promised}/keep`, { link, version: 7 })(who);
		});
		await act('two documents of one content become one', operator, (who) => {
			stack.sql(`INSERT INTO document (agency_id, title, kind, created_at, created_by) SELECT agency_id, 'SK Tim lagi', kind, created_at, created_by
				FROM document WHERE id = ${document}; SET @copy = LAST_INSERT_ID();
				INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
				SELECT @copy, 1, sha256, bytes, type, client_name, 'aa/copy', created_at, created_by FROM revision WHERE document_id = ${document} AND number = 2`);
			return send(`/upload/document/${document}/merge`, { keep: newest('document') })(who);
		});
		await act('last year’s documents are carried over', operator, async (who) => {
			stack.sql(`INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at, reported_at)
				SELECT 50, 2, instrument_id, 2025, 1, '2025-11-03', 'reported', opened_at, opened_at FROM cycle WHERE id = 1;
				INSERT INTO assessment (id, cycle_id, agency_id, state) VALUES (500, 50, 1, 'reported');
				INSERT INTO evidence_link (id, assessment_id, checklist_item_id, document_id, created_at, created_by)
				SELECT 5000, 500, ${item(7, 1)}, ${outside}, UTC_TIMESTAMP(3), id FROM account WHERE username = '${operator}'`);
			return send(`/questionnaire/${id}/carry-over`, { variable: 7, 'take-5000': '1' })(who);
		});
		stack.sql(`UPDATE answer SET self_level = 3, explanation = 'Uraian contoh', overclaim_reason = 'Menyusul' WHERE assessment_id = ${id}`);
		await act('the questionnaire is sent', operator, send(`/questionnaire/${id}/check`, { statement: '1' }));
		await act('that is withdrawn', operator, send(`/questionnaire/${id}/withdraw`));
		await act('the questionnaire is sent after all', operator, send(`/questionnaire/${id}/check`, { statement: '1' }));
	});

	it('of verification', async () => {
		const link = one(`SELECT id FROM evidence_link WHERE assessment_id = ${id} AND checklist_item_id = ${item(5, 1)} AND removed_at IS NULL ORDER BY id LIMIT 1`).id;
		const other = one(`SELECT id FROM evidence_link WHERE assessment_id = ${id} AND checklist_item_id = ${item(7, 1)}`).id;
		const judge = (number, fields) => (who) => fill(`/verify/${id}/${number}`, fields, { button: 'save' })(who);
		const judgeAll = (tier, level) => stack.sql(`UPDATE answer SET ${tier}_level = ${level}, ${tier}_reason = 'Dibaca', ${tier}_recommendation = 'Lengkapi' WHERE assessment_id = ${id};
			UPDATE evidence_link k LEFT JOIN revision r ON r.document_id = k.document_id AND r.number = (SELECT MAX(n.number) FROM revision n WHERE n.document_id = k.document_id)
			SET k.${tier}_decision = 'accepted', k.${tier}_revision_id = r.id WHERE k.assessment_id = ${id}`);

		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.self_level = 1 WHERE n.assessment_id = ${id} AND v.number = 10`);
		await act('the agencies are shared out among the team', team, fill('/verify/division', {}, { button: 'share' }));
		await act('one of them goes to another', team, fill('/verify/division', { [`agency-${id}`]: '1', member: one("SELECT id FROM account WHERE username = 'verifikator'").id }, { button: 'give' }));
		await act('and to nobody', team, fill('/verify/division', { [`agency-${id}`]: '1', member: '0' }, { button: 'give' }));
		await act('the city accepts all that is clear', team, fill(`/verify/${id}/`, {}, { form: 'form[action$="/clear"]' }));
		await act('the city decides on a document and a level', team, judge(5, { [`decision-${link}`]: 'rejected', [`why-${link}`]: 'Salah tahun', level: 2, reason: 'Belum lengkap', recommendation: 'Lengkapi' }));
		await act('the city changes its reason alone', team, judge(5, { reason: 'Belum ditandatangani' }));
		await act('the city changes its advice alone', team, judge(5, { recommendation: 'Tandatangani' }));
		await act('the city accepts after all', team, judge(5, { [`decision-${link}`]: 'accepted', [`why-${link}`]: '' }));
		await act('the city moves a document', team, send(`/upload/link/${other}/move`, { variable: 7, version: 1, item: item(7, 2), reason: 'Salah tempat' }));
		await act('the city expects a document', team, fill(`/upload/pending/${id}/${item(8, 1)}`, { title: 'Laporan', due: day(20) }));
		await act('the city sends back', team, fill(`/verify/${id}/return`, { 'correct-5': '1', 'note-5': 'Unggah yang baru', reason: 'Ada yang kurang' }));
		await act('the agency mends', operator, (who) => send(`/questionnaire/${id}/5`, { version: answerVersion(5), level: 2, explanation: 'Sudah diperbaiki' })(who));
		await act('the agency sends again', operator, send(`/questionnaire/${id}/check`, { statement: '1' }));
		judgeAll('city', 3);
		stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id SET n.city_level = 4 WHERE n.assessment_id = ${id} AND v.number = 6`);
		await act('the city has finished', team, fill(`/verify/${id}/`, {}, { form: 'form[action$="/finish"]' }));
		await act('the province follows the city', province, fill(`/verify/${id}/`, {}, { form: 'form[action$="/clear"]' }));
		await act('and takes that back', province, fill(`/verify/${id}/`, {}, { form: 'form[action$="/unfollow"]' }));
		judgeAll('province', 3);
		await act('the province decides', province, judge(6, { level: 5, reason: 'Uji mutu', recommendation: '' }));
		await act('the province sends back, and both levels go', province, fill(`/verify/${id}/return`, { 'correct-6': '1', 'note-6': 'Periksa lagi', reason: 'Ada yang kurang' }));
		stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}; UPDATE answer SET needs_correction = 0, return_note = '' WHERE assessment_id = ${id}`);
		judgeAll('city', 3);
		judgeAll('province', 4);
		await act('the province has finished', province, fill(`/verify/${id}/`, {}, { form: 'form[action$="/finish"]' }));
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		await act('a claim changes that both tiers have looked at', operator, (who) => send(`/questionnaire/${id}/6`, { version: answerVersion(6), level: 2, explanation: 'Uraian contoh' })(who));
		world.finish(id);
	});

	it('of more time', async () => {
		stack.sql(`UPDATE assessment SET state = 'draft', kept_open = 0 WHERE id = ${id}; UPDATE cycle SET after_deadline = 'ask' WHERE id = 1;
			UPDATE cycle_step SET planned_from = '2026-01-05', planned_until = '2026-01-06' WHERE cycle_id = 1 AND step = 4;
			REPLACE INTO setting (name, value) VALUES ('working_weekdays', '127'); DELETE FROM holiday; UPDATE world_stamp SET number = number + 1`);
		for (const decision of ['refuse', 'give']) {
			await act(`more time is asked for, which the team will ${decision}`, operator, fill(`/schedule/${id}/`, { until: day(20), reason: 'Dua dokumen belum ditandatangani' }, { form: 'form[action$="/request"]' }));
			await act(`the team decides: ${decision}`, team, fill(`/schedule/${id}/`, { decision, until: decision === 'give' ? day(20) : '', answer: 'Sudah dibicarakan' }, { form: 'form[action$="/answer"]' }));
		}
		stack.sql("UPDATE cycle SET after_deadline = 'warn' WHERE id = 1; DELETE FROM setting WHERE name = 'working_weekdays'; UPDATE world_stamp SET number = number + 1");
		world.finish(id);
	});

	it('of a calendar', async () => {
		await act('the address of a calendar is made', operator, fill('/schedule/address', {}, { form: 'form[action$="/address"]' }));
		await act('it is withdrawn', operator, fill('/schedule/address', {}, { form: 'form[action$="/withdraw"]' }));
	});

	it('of activities', async () => {
		const fields = { kind: 'rapat', title: 'Rapat evaluasi', starts_on: day(0), starts: '00.00', ends: '23.59', place: 'Aula', organiser: 'Dinas Contoh' };
		await act('an activity is entered', operator, fill('/activity/new', fields));
		const activity = newest('activity');
		await act('an activity is changed', operator, fill(`/activity/${activity}/edit`, { title: 'Rapat evaluasi triwulan', minutes: 'Disepakati.' }));
		await act('its list is opened', operator, fill(`/activity/${activity}`, {}, { form: 'form[action$="/open"]' }));
		stack.sql(`UPDATE attendance_session SET token_hash = UNHEX(SHA2('7KQM3XTA', 256)) WHERE activity_id = ${activity} AND closed_at IS NULL`);
		await act('a telephone signs it', operator, (who) => who.post('/activity/at/7KQM-3XTA', { name: 'Siti Contoh', office: 'Dinas', typed: 'Siti' }));
		await act('its list is closed', operator, fill(`/activity/${activity}`, {}, { form: 'form[action$="/close"]' }));
		await act('people are put on the list', operator, fill(`/activity/${activity}/participants`, { list: 'Ayu Contoh\nBudi Contoh' }, { form: 'form[action$="/participants"]' }));
		await act('people are read from a file, to be looked at', operator, async (who) => who.postMultipart(`/activity/${activity}/participants/file`,
			{ csrf: who.csrf(await who.get('/account/profile')), file: { filename: 'peserta.csv', type: 'text/csv', content: 'nama,nip,instansi\nCitra Contoh,,Dinas' } }));
		await act('their columns are read otherwise', operator, send(`/activity/${activity}/participants/columns`, { draft: newest('import_draft'), attempt: 0, 'column-2': 0 }));
		await act('one is taken off', operator, send(`/activity/${activity}/participants/remove`, { person: newest('attendance') }));
		await act('certificates are issued', operator, fill(`/activity/${activity}/certificates`, {}, { form: 'form[action$="/certificates"]' }));
		await act('their numbers are written otherwise', operator, fill(`/activity/${activity}/certificates`, { format: '{nomor}/CONTOH/{tahun}' }, { form: 'form[action$="/format"]' }));
		await act('one is cancelled', operator, send(`/activity/${activity}/certificates/cancel`, { certificate: newest('certificate'), reason: 'Nama keliru' }));
		const photo = one(`SELECT MAX(id) AS id FROM document WHERE agency_id = 1 AND archived_at IS NULL`).id;
		await act('a document belongs to it', operator, send(`/activity/${activity}/documents`, { document: photo }));
		await act('and no longer', operator, send(`/activity/${activity}/documents/remove`, { document: photo }));
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		await act('its minutes become evidence', operator, send(`/activity/${activity}/evidence/minutes`, { item: item(5, 1) }));
		await act('an activity is taken out', operator, fill(`/activity/${activity}`, {}, { form: 'form[action$="/remove"]' }));
		world.finish(id);
	});

	it('of public consultations', async () => {
		const fields = { title: 'Jam layanan contoh', explanation: 'Jam layanan akan diubah, pagi atau sore.', opens_on: day(-1), closes_on: day(7) };
		await act('a public consultation is drafted', operator, fill('/forum/desk/new', fields));
		const hearing = newest('hearing'), desk = `/forum/desk/${hearing}`;
		const press = (action, more = {}) => fill(desk, more, { form: `form[action$="/${action}"]` });
		await act('it is changed', operator, fill(`${desk}/edit`, { title: 'Jam layanan puskesmas contoh' }));
		await act('it asks a question', operator, send(`${desk}/questions`, { kind: 'choice', wording: 'Pagi atau sore?', choices: 'Pagi\nSore' }));
		await act('and another one', operator, send(`${desk}/questions`, { kind: 'text', wording: 'Apa alasannya?' }));
		await act('which is taken out', operator, send(`${desk}/questions/remove`, { question: newest('hearing_question') }));
		await act('it is for the whole region', operator, send(`${desk}/area`));
		const reading = one(`SELECT MAX(d.id) AS id FROM document d JOIN revision n ON n.document_id = d.id WHERE d.agency_id = 1 AND d.archived_at IS NULL`).id;
		await act('a document is for everybody with it', operator, send(`${desk}/documents`, { document: reading }));
		await act('and no longer', operator, send(`${desk}/documents/remove`, { document: reading }));
		await act('it is opened', operator, press('open'));
		await act('it stays open longer', operator, press('extend', { closes_on: day(9) }));
		const guest = (place, more) => async (who) => {
			const page = await who.get(place);
			return who.submit(page, { ...answerGuest(page), ...more }, { form: 'main form[method=post]', follow: false });
		};
		await act('somebody says something', operator, guest(`/forum/${hearing}/say`, { body: 'Sebaiknya buka sampai sore.' }));
		const said = newest('opinion');
		const judge = (more) => send(`${desk}/opinions`, { [`pick-${said}`]: 1, ...more });
		await act('it is released', operator, judge({ action: 'release' }));
		await act('somebody supports it', operator, guest(`/forum/${hearing}/support/${said}`));
		await act('a theme is made', operator, send(`${desk}/themes`, { name: 'Jam layanan' }));
		await act('it is given the theme', operator, judge({ action: 'put', theme: newest('hearing_theme') }));
		await act('it is decided', operator, judge({ action: 'decide', decision: 'partly', answer: 'Sabtu pekan pertama.' }));
		await act('it is closed', operator, press('close'));
		await act('its result is published', operator, fill(`${desk}/publish`, { conclusion: 'Jam layanan menjadi pukul 08.00 sampai 17.00.' }));
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		await act('its report becomes evidence', operator, send(`${desk}/evidence`, { item: item(6, 5) }));
		world.finish(id);
		await act('one more is drafted', operator, fill('/forum/desk/new', fields));
		await act('and taken out', operator, fill(`/forum/desk/${newest('hearing')}`, {}, { form: 'form[action$="/remove"]' }));
	});

	it('of the register of applications', async () => {
		const form = { form: 'main form[method=post]' };
		await act('an application is entered', operator, fill('/inventory/new', { name: 'e-UMKM', address: 'https://umkm.contoh.go.id/', audience_count: '6283' }, form));
		const application = newest('application');
		await act('it is changed', operator, fill(`/inventory/${application}/edit`, { name: 'e-UMKM kota' }, form));
		await act('its users are counted', operator, fill(`/inventory/${application}`, { counted_on: '2026-01-31', unit: 'users', number: '100' }, { form: 'form[action$="/count"]' }));
		await act('the figure is taken back', operator, fill(`/inventory/${application}`, {}, { form: 'form[action$="/count/remove"]' }));
		await act('somebody opened its link', operator, fill(`/inventory/${application}`, { state: 'dead' }, { form: 'form[action$="/told"]' }));
		await act('its link is to be looked at', operator, send(`/inventory/${application}/ask`));
		const csv = 'nama,kegunaan\ne-UMKM kota,Etalase\nSitus dinas,Berita\n';
		await act('a list is read, to be looked at', operator, async (who) => who.postMultipart('/inventory/import', { csrf: who.csrf(await who.get('/account/profile')),
			file: { filename: 'daftar.csv', type: 'text/csv', content: csv } }));
		await act('its columns are read otherwise', operator, send('/inventory/import/columns', { draft: newest('import_draft'), attempt: 0, 'column-1': 0 }));
		await act('the list is stored', operator, send('/inventory/import/store', { content: csv }));
		await act('the budget of a year is set', admin, fill('/inventory/budget', { year: 2026, total: '1.000', ict: '7', target: '2' }, form));
		await act('an application is taken out of the register', operator, fill(`/inventory/${application}`, {}, { form: `form[action$="/${application}/remove"]` }));
	});

	it('of services', async () => {
		const fields = { name: 'Surat keterangan contoh', mark: 'SK', requirements: 'KTP; wajib; berkas', steps: 'Pemeriksaan; petugas; 2', cost: 'Tanpa biaya', product: 'Surat', complaint: 'Dinas', letter: '{data}', valid_months: '12' };
		const head = 'kepala.dkumkmp', whole = { applicant: 'Siti Contoh', kind: 'micro', name: 'Warung Contoh', owner: 'Siti Contoh', address: 'Jalan Contoh 1', village: 'Kelurahan Contoh', products: 'Keripik' };
		const apply = async (name) => {
			await act(`an application is typed in: ${name}`, operator, fill(`/service/new/${service}`, { ...whole, name }));
			return newest('service_application');
		};
		const to = (place, action, values = {}) => fill(place, values, { form: `form[action$="/${action}"]` });
		await act('a service is written', operator, fill('/service/services/new', fields));
		const service = newest('service_version');
		await act('a service is changed', operator, to(`/service/services/${service}`, service, { cost: 'Gratis' }));
		await act('a service comes into force', operator, to(`/service/services/${service}`, 'publish'));
		const asked = newest('service_requirement');
		const application = await apply('Warung Contoh');
		await act('an application is returned', operator, to(`/service/${application}`, 'check', { way: 'return', reason: 'KTP belum ada', [`verdict-${asked}`]: 'missing', [`note-${asked}`]: 'Belum ada' }));
		await act('what was missing is brought', operator, to(`/service/${application}`, 'bring', { [`have-${asked}`]: '1' }));
		const photo = (name) => ({ [`file-${asked}`]: [{ filename: 'ktp.pdf', type: 'application/pdf', content: pdf(name) }] });
		await act('a file is added at the counter', operator, to(`/service/${application}`, 'bring', photo('loket')));
		await act('a visit is noted', operator, to(`/service/${application}`, 'visit', { visited_on: day(0), note: 'Usahanya berjalan.' }));
		await act('an application is passed on', operator, to(`/service/${application}`, 'check', { way: 'pass', [`verdict-${asked}`]: 'accepted' }));
		await act('an application is granted', head, to(`/service/${application}`, 'decide', { decision: 'approve' }));
		const opinion = Object.fromEntries(['requirements', 'procedures', 'duration', 'fee', 'product', 'competence', 'conduct', 'complaints', 'facilities'].map((element) => [element, '3']));
		await act('what the applicant thinks of it is typed in', operator, fill(`/service/${application}/survey`, opinion));
		await act('a letter is replaced', head, to(`/service/${application}`, 'end', { how: 'replaced', reason: 'Salah tulis' }));
		await act('the new one comes back signed', operator, to(`/service/${application}`, 'signed', { file: scan() }));
		await act('letters are numbered otherwise', operator, to('/service/letters', 'format', { format: '{nomor}/CONTOH/{tahun}' }));
		await act('numbers are left out', operator, to('/service/letters', 'skip', { until: '9', note: 'Dipakai di kertas' }));
		await act('a letter is renewed', operator, fill(`/service/${application}/renew`));
		const back = await apply('Warung Lain');
		await act('an application is taken back', operator, to(`/service/${back}`, 'withdraw', { reason: 'Pindah kota' }));
		const [kept, gone] = [application, back].map((id) => one(`SELECT enterprise_id AS id FROM service_application WHERE id = ${id}`).id);
		await act('an enterprise is corrected', operator, to(`/service/enterprises/${kept}`, `enterprises/${kept}`, { owner: 'Siti Lain' }));
		await act('two enterprises become one', operator, send(`/service/enterprises/${kept}/merge`, { with: gone, reason: 'Usaha yang sama' }));
		const list = 'usaha;pemilik;alamat;kelurahan atau desa;produk\nKedai Contoh;Siti Contoh;Jalan Contoh 3;Kelurahan Contoh;Kopi\n';
		await act('enterprises are read from a file, to be looked at', operator, async (who) => who.postMultipart('/service/enterprises/import',
			{ csrf: who.csrf(await who.get('/account/profile')), file: { filename: 'usaha.csv', type: 'text/csv', content: list } }));
		await act('their columns are read otherwise', operator, send('/service/enterprises/import/columns', { draft: newest('import_draft'), attempt: 0, 'column-4': 12 }));
		await act('and stored', operator, send('/service/enterprises/import/store', { content: list.replaceAll(';', ',') }));
		const guest = (place, values) => async (who) => {
			const page = await who.get(place);
			return who.submit(page, { ...values, ...answerGuest(page) }, { form: 'main form[method=post]', follow: false });
		};
		await act('somebody applies without account', operator, guest(`/service/apply/${service}`, { ...whole, name: 'Warung Daring', ...photo('pertama') }));
		const online = newest('service_application');
		await act('it is opened by number and secret', operator, async (who) => {
			const receipt = (await who.get('/service/receipt')).words();
			return who.submit(await who.get('/service/status'), { number: /LYN-\w{8}/.exec(receipt)[0], secret: /(\w{4}-){3}\w{4}/.exec(receipt.replace(/LYN-\w{8}/g, ''))[0] },
				{ form: 'main form[method=post]', follow: false });
		});
		await act('the applicant sends a file', operator, guest('/service/mine', photo('ktp')));
		await act('it is returned, too', operator, to(`/service/${online}`, 'check', { way: 'return', reason: 'KTP belum ada', [`verdict-${asked}`]: 'missing', [`note-${asked}`]: 'Belum ada' }));
		await act('the applicant brings it', operator, guest('/service/mine', { [`have-${asked}`]: '1' }));
		await act('it is passed on', operator, to(`/service/${online}`, 'check', { way: 'pass', [`verdict-${asked}`]: 'accepted' }));
		await act('it is granted', head, to(`/service/${online}`, 'decide', { decision: 'approve' }));
		await act('the applicant says what he thinks of it', operator, fill('/service/mine/survey', opinion));
		await act('the applicant renews the letter', operator, guest('/service/mine/renew', {}));
		const id = world.assessment('DKUMKMP');
		stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		stack.sql(`INSERT IGNORE INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
			SELECT 'pendamping.dkumkmp', (SELECT password_hash FROM account WHERE username = 'auditor'), 'assistant', region_id, agency_id, 'Pendamping Contoh',
				password_changed_at, created_at FROM account WHERE username = '${operator}'`);
		const assistant = 'pendamping.dkumkmp', agreed = { consent: '1', consent_by: 'Siti Contoh', consent_on: day(0) };
		await act('a field assistant enters one', assistant, fill(`/service/assist/new/${service}`, { ...whole, ...agreed, name: 'Warung Jauh' }, { form: 'form[data-assist-form]' }));
		const assisted = newest('service_application');
		await act('the assistant sends a file', assistant, to(`/service/assist/${assisted}`, 'bring', photo('jauh')));
		await act('its secret is made anew', assistant, to(`/service/assist/${assisted}`, 'secret'));
		await act('that one is passed on', operator, to(`/service/${assisted}`, 'check', { way: 'pass', [`verdict-${asked}`]: 'accepted' }));
		await act('that one is granted', head, to(`/service/${assisted}`, 'decide', { decision: 'approve' }));
		await act('the assistant renews the letter', assistant, fill(`/service/assist/${assisted}/renew`, agreed, { form: 'form[data-assist-form]' }));
		await act('its standard becomes evidence', operator, send(`/service/services/${service}/evidence`, { item: item(3, 3) }));
		await act('the report becomes evidence', operator, send('/service/report/evidence', { year: 2025, item: item(4, 3) }));
		world.finish(id);
		await act('another version is written', operator, to(`/service/services/${service}`, 'renew'));
	});

	it('of consultation', async () => {
		const to = (question, action, fields = {}) => fill(`/consultation/${question}`, fields, { form: `form[action$="/${action}"]` });
		await act('the fields of the team are set', team, fill('/consultation/team', { 'variable-6': 'pengawasan', [`member-${one("SELECT id FROM account WHERE username = 'verifikator2'").id}`]: 'keuangan' }));
		await act('a question is asked', operator, fill(`/consultation/new/${id}/6`, { title: 'Apakah notulen cukup?' }));
		const question = newest('consultation');
		await act('it is answered', team, to(question, 'answer', { answer: 'Cukup.' }));
		await act('it is opened again', operator, to(question, 'reopen', { again: 'Juga tanpa daftar hadir?' }));
		await act('it is answered once more', team, to(question, 'answer', { answer: 'Tidak.' }));
		await act('a ruling comes of it', team, to(question, 'ruling', { title: 'Notulen dengan daftar hadir cukup', body: 'Keduanya perlu.' }));
		await act('it is closed', operator, to(question, 'close'));
		await act('the ruling is withdrawn', team, fill(`/consultation/rulings/${newest('ruling')}`, { why: 'Aturannya berubah' }));
		await act('a note is written', operator, fill(`/consultation/comments/${id}/6`, { body: 'Ada di lemari arsip.' }));
		await act('the note is taken back', operator, fill(`/consultation/comments/${id}/6`, {}, { form: 'form[action$="/remove"]' }));
	});

	it('of an improvement plan', async () => {
		const own = { variable: 6, level: 4, title: 'Menyusun notulen konsultasi publik', charge: 'Sekretaris' };
		await act('proposals are taken', operator, (who) => who.get(`/plan/${id}`).then((page) => who.submit(page,
			Object.fromEntries(page.all('[name^=item-]').slice(0, 2).map((box) => [box.getAttribute('name'), '1'])), { follow: false, form: 'form[action$="/take"]' })));
		await act('a target is set', operator, fill(`/plan/${id}`, { 'target-6': 5 }, { form: 'form[action$="/targets"]' }));
		await act('a step of its own is added', operator, fill(`/plan/${id}/new`, own));
		const step = newest('plan_step');
		await act('the step is given up', operator, fill(`/plan/step/${step}`, { state: 'dropped', reason: 'Tidak perlu lagi' }));
		await act('the step is taken up again', operator, fill(`/plan/step/${step}`, { state: 'running' }));
		await act('the step is done', operator, send(`/plan/step/${step}/done`));
		stack.sql(`UPDATE plan_step s JOIN (SELECT i.id FROM checklist_item i JOIN evidence_link k ON k.checklist_item_id = i.id AND k.assessment_id = ${id}
			AND k.removed_at IS NULL JOIN revision r ON r.document_id = k.document_id LIMIT 1) i SET s.checklist_item_id = i.id, s.state = 'open', s.done_at = NULL WHERE s.id = ${step}`);
		await act('what has its document is done', operator, send(`/plan/${id}/documented`));
		stack.sql(`INSERT INTO cycle (region_id, instrument_id, year, province_tier, start_date, state, opened_at)
				SELECT region_id, instrument_id, year - 4, 0, start_date, 'open', opened_at FROM cycle WHERE id = 1;
			INSERT INTO assessment (cycle_id, agency_id) SELECT MAX(c.id), (SELECT agency_id FROM assessment WHERE id = ${id}) FROM cycle c;
			INSERT INTO plan_step (assessment_id, variable_number, level, title, created_at, created_by) SELECT MAX(a.id), 4, 3, 'Langkah tahun lalu', UTC_TIMESTAMP(3),
				(SELECT MIN(id) FROM account) FROM assessment a`);
		await act('what was left open last year goes on', operator, send(`/plan/${id}/carry`));
	});

	it('of papers and signatures', async () => {
		await act('the letterhead is set', admin, fill('/paper/letterhead/2', { office: 'Bagian Contoh', number_format: '{nomor}/Org/{tahun}' }));
		await act('minutes are issued', team, send(`/paper/agency/${id}/issue`, { kind: 'minutes' }));
		await act('what is missing of all agencies is issued', team, send('/paper/cycle/1/issue-agencies'));
		await act('the recap is issued', team, send('/paper/cycle/1/issue', { kind: 'recap' }));
		await act('the words of the report are kept', team, fill('/paper/cycle/1/report', { recommendation: 'Lanjutkan' }));
		await act('the form is printed', operator, send(`/signoff/${id}/form`));
		await act('the form is printed again', 'kepala.dkumkmp', send(`/signoff/${id}/form`));
		await act('the signed form comes in', operator, fill(`/signoff/${id}/`, { file: scan() }, { form: 'form[action$="/scan"]' }));
		await act('the signed form is refused', team, fill(`/signoff/${id}/`, { reason: 'Tanda tangan tidak terbaca.' }, { form: 'form[action$="/scan/refuse"]' }));
		await act('a better one comes in', operator, fill(`/signoff/${id}/`, { file: scan() }, { form: 'form[action$="/scan"]' }));
		await act('it is received', team, (who) => world.receive(who, id));
		await act('it is opened again', team, fill(`/signoff/${id}/reopen`, { reason: 'Ada dokumen yang tertinggal.' }));
		world.finish(id, { state: 'received' });
		await act('the report is issued', team, send('/report/region/1/publish', { sure: '1' }));
		await act('an operator hands over', 'operator2.dkumkmp', fill('/account/hand-over', { full_name: 'Pengganti Contoh', username: 'operator3.dkumkmp',
			reason: 'Mutasi', password: PASSWORD, agreed: '1' }));
	});
}
