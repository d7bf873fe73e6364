// SPDX-License-Identifier: ISC
//
// A disk that is nearly full: no way in takes a file any more, by whoever, and each says so in words;
// answers are stored as before, papers are printed, and it is told before it comes to that.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { multipart } from './client.mjs';
import { pdf } from './files.mjs';
import { answerGuest } from './guest.mjs';
import { behindOne, ROOT, startStack } from './harness.mjs';
import { openWorld, PDF } from './world.mjs';

const RESERVE = 4, ROOM = 12;	/* MiB */
const WORDS = /Ruang penyimpanan di server hampir habis/;
const TUS = { 'tus-resumable': '1.0.0' };

describe('a disk with less left than the reserve', behindOne, () => {
	let stack, world, operator, admin, guest, id, document, ballast, session, application, asked, version, assistant, assisted;
	const APPLICANT = { applicant: 'Contoh Siti', kind: 'micro', name: 'Warung Contoh', owner: 'Contoh Siti',
		address: 'Jalan Contoh 1', village: 'Kelurahan Contoh', products: 'Keripik' };

	before(async () => {
		stack = await startStack({ env: { MATANG_SETTINGS: `reserve_mib ${RESERVE}` } });
		world = openWorld(stack);
		await stack.mountFiles(`${ROOM}m`);
		ballast = path.join(stack.files, '.ballast');
		operator = await world.as('operator.dkumkmp');
		admin = await world.as('admin');
		id = world.assessment('DKUMKMP');

		/* what is there before: a document, the printed form of another agency, an upload that was begun */
		const page = await operator.submit(await operator.get('/upload/new'), { kind: 'laporan', title: 'Contoh lama',
			file: { filename: 'lama.pdf', content: PDF } });
		document = Number(/\/document\/(\d+)/.exec(page.url)[1]);
		const begun = await operator.request('POST', '/upload/files', { headers: { ...TUS,
			'x-csrf-token': operator.csrf(await operator.get('/upload/new')), 'upload-length': '1000', 'upload-metadata': metadata() } });
		assert.equal(begun.status, 201, begun.text);
		session = begun.location;
		world.finish(id);
		assert.equal((await operator.submit(await operator.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' })).status, 200);
		/* A complaint of somebody without account, answered and closed. */
		stack.sql("INSERT INTO complaint_rule (region_id, open) VALUES (2, 1) ON DUPLICATE KEY UPDATE open = 1; UPDATE world_stamp SET number = number + 1");
		guest = stack.client();
		assert.equal((await complain({})).status, 303);
		/* An application of the same person, for a service that asks for a file. */
		const post = { form: 'main form[method=post]' };
		await operator.submit(await operator.get('/service/services/new'), { name: 'Surat contoh', mark: 'SK', requirements: 'KTP; wajib; berkas',
			steps: 'Pemeriksaan; petugas; 2', cost: 'Tanpa biaya', product: 'Surat', complaint: 'Dinas', letter: '{data}' }, post);
		version = newest('service_version');
		asked = newest('service_requirement');
		await operator.submit(await operator.get(`/service/services/${version}`), {}, { form: 'form[action$="/publish"]' });
		assert.equal((await asGuest(`/service/apply/${version}`, post.form, APPLICANT)).status, 303);
		application = newest('service_application');
		/* Another that a field assistant entered. */
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
			SELECT 'pendamping.contoh', password_hash, 'assistant', region_id, agency_id, 'Contoh Pendamping', password_changed_at, created_at
			FROM account WHERE username = 'operator.dkumkmp'`);
		assistant = await world.as('pendamping.contoh');
		assert.equal((await assisting(`/service/assist/new/${version}`, { ...APPLICANT, name: 'Warung Kedua' })).status, 303);
		assisted = newest('service_application');
		assert.notEqual(assisted, application);
		fill(ROOM - RESERVE + 1);
	});
	after(async () => {
		spawnSync('umount', [stack.files]);
		await stack?.stop();
	});

	const assisting = async (place, fields) => assistant.submit(await assistant.get(place), { ...fields, consent: '1', consent_by: 'Contoh Siti',
		consent_on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }, { form: 'form[data-assist-form]', follow: false });
	const ktp = () => ({ [`file-${asked}`]: [file] });
	/* Its letter, which ends before long and which nobody renews. */
	const granted = (which) => {
		stack.sql(`UPDATE service_application SET renews_letter_id = NULL;
			UPDATE service_application SET state = 'approved', decided_on = UTC_DATE(), running_since = NULL WHERE id = ${which};
			INSERT INTO service_letter (agency_id, year, number, application_id, number_text, code, content, digest, valid_until, issued_at, issued_by)
			SELECT agency_id, 2026, id, id, CONCAT(id, '/2026'), CONCAT('CONTOH', id), 'blocks.0.kind=title\nblocks.0.text=Surat\n', UNHEX(SHA2('', 256)),
				UTC_DATE() + INTERVAL 9 DAY, UTC_TIMESTAMP(3), (SELECT MIN(id) FROM account) FROM service_application
			WHERE id = ${which} AND NOT EXISTS (SELECT 1 FROM service_letter l WHERE l.application_id = ${which})`);
		return which;
	};
	/* As it was before. */
	const reopened = (which) => {
		stack.sql(`UPDATE service_application SET state = 'received', decided_on = NULL, running_since = UTC_DATE() WHERE id = ${which}`);
		return which;
	};
	const newest = (table) => stack.sql(`SELECT MAX(id) AS id FROM ${table}`)[0].id;
	const asGuest = async (place, form, fields, who = guest) => {
		const page = await who.get(place);
		return who.submit(page, { ...fields, ...answerGuest(page) }, { form, follow: false });
	};
	const complain = (fields) => asGuest('/complaint/to/64.71', 'form[action*="/to/"]',
		{ category: 'other', title: 'Contoh judul', body: 'Contoh uraian yang cukup panjang.', ...fields });
	const fill = (mib) => writeFileSync(ballast, Buffer.alloc(mib << 20));
	const metadata = () => ['filename bGFpbi5wZGY=', `kind ${Buffer.from('laporan').toString('base64')}`].join(',');
	const below = () => readdirSync(stack.files, { recursive: true }).filter((name) => statSync(path.join(stack.files, name)).isFile()).sort();
	const rows = () => JSON.stringify(stack.sql(`SELECT (SELECT COUNT(*) FROM revision) AS r, (SELECT COUNT(*) FROM signature) AS s,
		(SELECT COUNT(*) FROM crest) AS c, (SELECT COUNT(*) FROM transfer_package) AS p, (SELECT COUNT(*) FROM upload_session) AS u,
		(SELECT COUNT(*) FROM agency) AS a, (SELECT COUNT(*) FROM account) AS n`));
	const send = async (who, address, fields) => who.request('POST', address,
		{ body: multipart([['csrf', who.csrf(await who.get('/account/profile')) ?? ''], ...Object.entries(fields)]) });
	const csv = { filename: 'daftar.csv', content: 'nama;singkatan\nDinas Contoh Lain;Dislain\n' };
	const file = { filename: 'contoh.pdf', content: pdf('contoh baru') };

	it('counts what it has promised to others', async () => {
		const csrf = operator.csrf(await operator.get('/upload/new'));
		const promise = (bytes) => operator.request('POST', '/upload/files', { headers: { ...TUS, 'x-csrf-token': csrf,
			'upload-length': String(bytes), 'upload-metadata': metadata() } });
		const give = (place) => operator.request('DELETE', place.replace(/^.*\/matang/, ''), { headers: { ...TUS, 'x-csrf-token': csrf } });

		rmSync(ballast);
		try {
			const first = await promise(5 << 20);
			assert.equal(first.status, 201, first.text);
			const second = await promise(5 << 20);
			assert.equal(second.status, 507, 'no byte of the first has come, but it will');
			assert.match(second.text, WORDS);
			/* its own bytes are not counted twice */
			const piece = await operator.request('PATCH', first.location.replace(/^.*\/matang/, ''), { headers: { ...TUS, 'x-csrf-token': csrf,
				'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: Buffer.alloc(4 << 20, 'a') });
			assert.equal(piece.status, 204, piece.text);
			assert.equal((await give(first.location)).status, 204);
			const third = await promise(5 << 20);
			assert.equal(third.status, 201, 'what was given up is there again');
			assert.equal((await give(third.location)).status, 204);
		} finally {
			fill(ROOM - RESERVE + 1);
		}
	});

	/* The routes with a file in their form, as tests/golden/fields.txt has them, and how each is sent. */
	const FORMS = {
		'/cycle/regions/#/trust-anchors': () => send(admin, '/cycle/regions/2/trust-anchors', { file }),
		'/cycle/agencies/import': () => send(admin, '/cycle/agencies/import', { region_id: 2, file: csv }),
		'/cycle/accounts/import': () => send(admin, '/cycle/accounts/import', { region_id: 2, file: csv }),
		'/cycle/instruments/new': () => send(admin, '/cycle/instruments/new', { workbook: csv }),
		'/cycle/holidays/import': () => send(admin, '/cycle/holidays/import', { file: csv }),
		'/exchange/import': () => send(admin, '/exchange/import', { file: csv }),
		'/questionnaire/#/import': () => {
			stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
			return send(operator, `/questionnaire/${id}/import`, { file: csv });
		},
		'/cycle/regions/#/places/import': () => send(admin, '/cycle/regions/2/places/import', { file: csv }),
		'/cycle/instruments/any': () => send(admin, '/cycle/instruments/any', { file: csv }),
		'/complaint/to/*': () => complain({ file }),
		'/complaint/ticket/reply': () => asGuest('/complaint/ticket', 'form[action$="/reply"]', { body: 'Contoh balasan', file }),
		'/complaint/ticket/reopen': () => {
			stack.sql("UPDATE complaint SET state = 'closed', closed_as = 'silence'");
			return asGuest('/complaint/ticket', 'form[action$="/reopen"]', { body: 'Contoh alasan', file });
		},
		'/service/mine': () => reopened(application) && asGuest('/service/mine', 'form[action$="/service/mine"]', { [`file-${asked}`]: [file] }),
		'/service/apply/#': () => asGuest(`/service/apply/${version}`, 'main form[method=post]', { ...APPLICANT, [`file-${asked}`]: [file] }, stack.client()),
		'/service/new/#': async () => operator.submit(await operator.get(`/service/new/${version}`), { ...APPLICANT, [`file-${asked}`]: [file] },
			{ form: 'main form[method=post]', follow: false }),
		'/service/#/bring': async () => operator.submit(await operator.get(`/service/${reopened(application)}`), { [`file-${asked}`]: [file] },
			{ form: 'form[action$="/bring"]', follow: false }),
		'/service/assist/new/#': () => assisting(`/service/assist/new/${version}`, { ...APPLICANT, name: 'Warung Ketiga', ...ktp() }),
		'/service/assist/#/bring': async () => assistant.submit(await assistant.get(`/service/assist/${reopened(assisted)}`), ktp(),
			{ form: 'form[action$="/bring"]', follow: false }),
		'/service/assist/#/renew': () => assisting(`/service/assist/${granted(assisted)}/renew`, ktp()),
		'/service/#/renew': async () => operator.submit(await operator.get(`/service/${granted(application)}/renew`), ktp(),
			{ form: 'main form[method=post]', follow: false }),
		'/service/mine/renew': () => granted(application) && asGuest('/service/mine/renew', 'main form[method=post]', ktp()),
		'/service/letters/#/signed': async () => operator.submit(await operator.get(`/service/${granted(application)}`), { file },
			{ form: 'form[action$="/signed"]', follow: false }),
		'/paper/letterhead/#': () => send(admin, '/paper/letterhead/2', { crest: file }),
		'/signoff/#/scan': async () => {
			stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
			return operator.submit(await operator.get(`/signoff/${id}/`), { file: world.scan(id) },
				{ form: 'form[action$="/scan"]', follow: false });
		},
		'/upload/new': async () => operator.submit(await operator.get('/upload/new'), { kind: 'laporan', title: 'Contoh baru', file },
			{ follow: false }),
		'/upload/document/#/revision': async () => operator.submit(await operator.get(`/upload/document/${document}`), { file },
			{ form: 'form[enctype="multipart/form-data"]', follow: false }),
	};

	/* What is compared, or read into a field to be looked at, and kept nowhere. */
	const PASSING = ['/activity/#/participants/file', '/inventory/import', '/paper/check', '/service/enterprises/import'];

	it('is known of each form that takes a file', () => {
		const known = new Set(readFileSync(path.join(ROOT, 'tests/golden/fields.txt'), 'utf8').split('\n')
			.map((line) => /^POST (\S+) \S+ file\b/.exec(line)?.[1]).filter(Boolean));
		assert.deepEqual([...Object.keys(FORMS), ...PASSING].sort(), [...known].sort());
	});

	for (const [route, act] of Object.entries(FORMS))
		it(`refuses ${route} with words, and keeps nothing of it`, async () => {
			const before = [below(), rows()];
			const page = await act();
			assert.equal(page.status, 507, page.text.slice(0, 400));
			assert.match(page.words(), WORDS);
			assert.deepEqual([below(), rows()], before);
		});

	it('keeps what was typed beside the file', async () => {
		const page = await FORMS['/upload/new']();
		assert.equal(page.one('input[name=title]').getAttribute('value'), 'Contoh baru');
	});

	it('refuses an upload in pieces, at its beginning and at its next piece', async () => {
		const csrf = { 'x-csrf-token': operator.csrf(await operator.get('/upload/new')) }, before = [below(), rows()];
		const begun = await operator.request('POST', '/upload/files', { headers: { ...TUS, ...csrf, 'upload-length': '1000',
			'upload-metadata': metadata() } });
		assert.equal(begun.status, 507);
		assert.match(begun.text, WORDS);
		const piece = await operator.request('PATCH', session, { headers: { ...TUS, ...csrf, 'upload-offset': '0',
			'content-type': 'application/offset+octet-stream' }, body: Buffer.alloc(1000) });
		assert.equal(piece.status, 507);
		assert.match(piece.text, WORDS);
		assert.deepEqual([below(), rows()], before);
	});

	it('refuses to copy a stored file', async () => {
		const [{ id: same }] = stack.sql(`SELECT MAX(id) AS id FROM revision WHERE document_id = ${document}`);
		const before = [below(), rows()];
		const page = await send(operator, '/upload/new', { kind: 'laporan', title: 'Sekali lagi', same });
		assert.equal(page.status, 507);
		assert.match(page.words(), WORDS);
		assert.deepEqual([below(), rows()], before);
	});

	it('still takes answers, and prints papers without storing them', async () => {
		world.stack.sql(`UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		const saved = await operator.submit(await operator.get(`/questionnaire/${id}/3`), { level: 2, explanation: 'Tetap tersimpan' },
			{ form: 'form[data-autosave]', follow: false });
		assert.equal(saved.status, 303, saved.text.slice(0, 300));
		world.stack.sql(`UPDATE assessment SET state = 'validated' WHERE id = ${id}`);
		const before = below(), page = await operator.get(`/signoff/${id}/`);
		const form = await operator.submit(page, {}, { form: 'form[action$="/form"]' });
		const paper = await operator.get(form.link('Unduh PDF'));
		assert.equal(paper.status, 200);
		assert.equal(paper.body.subarray(0, 5).toString(), '%PDF-');
		assert.deepEqual(below(), before);
	});

	it('is told by healthz, to anybody by its name and to an administrator with numbers', async () => {
		const health = async (who) => (await who.get('/portal/healthz')).text.trim().split('\n');
		assert.deepEqual(await health(stack.client()), ['ok', 'storage full']);
		assert.ok((await health(admin)).some((line) => /^! storage: writable, .* left, uploads leave 4/.test(line)));
		fill(ROOM - 2 * RESERVE + 1);
		assert.deepEqual(await health(stack.client()), ['ok', 'storage nearly full']);
		rmSync(ballast);
		assert.deepEqual(await health(stack.client()), ['ok']);
	});

	it('takes all of them again once there is room', async () => {
		assert.ok(!existsSync(ballast));
		assert.equal((await FORMS['/upload/new']()).status, 303);
		for (const [route, act] of Object.entries(FORMS))
			if (route !== '/upload/new')
				assert.notEqual((await act()).status, 507, route);
	});
});
