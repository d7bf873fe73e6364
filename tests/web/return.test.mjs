// SPDX-License-Identifier: ISC
//
// What is returned can be mended and sent again, whatever happened to the documents and whoever did
// it: every combination is walked by an operator who only uses what the pages offer.  And what counts
// as mending: another answer or other evidence, not the same again.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pdf } from './files.mjs';
import { startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

const [SOURCE, TARGET, OTHER] = [3, 5, 1];	/* variables: moved from, moved to, neither */
const LEVEL = 3;

describe('a return', () => {
	let stack, world;

	const keys = (rows, name = 'id') => rows.map((row) => Number(row[name]));
	const state = (id) => world.state(id);
	const answers = (id, where, set) => stack.sql(`UPDATE answer n JOIN variable v ON v.id = n.variable_id
		SET ${set} WHERE n.assessment_id = ${id} AND ${where}`);
	const answer = (id, number) => stack.sql(`SELECT n.* FROM answer n JOIN variable v ON v.id = n.variable_id
		WHERE n.assessment_id = ${id} AND v.number = ${number}`)[0];
	const items = (id, number) => stack.sql(`SELECT i.id, l.number AS level, i.compulsory FROM checklist_item i
		JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id
		JOIN cycle c ON c.instrument_id = v.instrument_id JOIN assessment a ON a.cycle_id = c.id
		WHERE a.id = ${id} AND v.number = ${number} ORDER BY l.number, i.position`);
	const links = (id, number) => keys(stack.sql(`SELECT k.id FROM evidence_link k
		JOIN checklist_item i ON i.id = k.checklist_item_id JOIN level l ON l.id = i.level_id
		JOIN variable v ON v.id = l.variable_id
		WHERE k.assessment_id = ${id} AND v.number = ${number} AND k.removed_at IS NULL ORDER BY k.id`));

	/* A key that is free in all three tables, so that one number names document, file and link. */
	const free = () => Number(stack.sql(`SELECT 1 + GREATEST(COALESCE(MAX(d.id), 0), (SELECT COALESCE(MAX(r.id), 0) FROM revision r),
		(SELECT COALESCE(MAX(k.id), 0) FROM evidence_link k)) AS next FROM document d`)[0].next);

	/* One document under one item, with a file. */
	function put(id, item) {
		const key = free(), [{ agency_id: agency }] = stack.sql(`SELECT agency_id FROM assessment WHERE id = ${id}`);
		stack.sql(`INSERT INTO document (id, agency_id, title, kind, created_at, created_by)
				VALUES (${key}, ${agency}, 'Dokumen contoh ${key}', 'laporan', UTC_TIMESTAMP(3), 3);
			INSERT INTO revision (id, document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
				VALUES (${key}, ${key}, 1, UNHEX(SHA2('${key}', 256)), 1234, 'application/pdf', 'a.pdf',
				'${key % 100}/${key}', UTC_TIMESTAMP(3), 3);
			INSERT INTO evidence_link (id, assessment_id, checklist_item_id, document_id, created_at, created_by)
				VALUES (${key}, ${id}, ${item}, ${key}, UTC_TIMESTAMP(3), 3)`);
		return key;
	}

	/* Filled in, two variables as high as their documents allow, and sent; gives the last of the first's. */
	function fresh(id) {
		stack.sql(`DELETE FROM evidence_link WHERE assessment_id = ${id};
			DELETE FROM history WHERE assessment_id = ${id};
			UPDATE answer SET self_level = 1, explanation = 'Uraian contoh', overclaim_reason = '', city_level = NULL,
				city_reason = '', city_recommendation = '', province_level = NULL, province_reason = '',
				province_recommendation = '', needs_correction = 0, corrected = 0, return_note = ''
			WHERE assessment_id = ${id};
			UPDATE assessment SET state = 'draft' WHERE id = ${id}`);
		answers(id, `v.number IN (${SOURCE}, ${TARGET})`, `n.self_level = ${LEVEL}`);
		const put_all = (number) => items(id, number)
			.filter((item) => item.compulsory === '1' && Number(item.level) <= LEVEL).map((item) => put(id, item.id));
		put_all(TARGET);
		return put_all(SOURCE).at(-1);
	}

	/* What waits for the operator on the page before sending: the numbers of the variables. */
	const held = (page) => [...new Set(page.all('section[aria-labelledby=open] a').map((one) =>
		Number(/\d+(?=[?#]|$)/.exec(one.getAttribute('href'))[0])))];

	/* Sends, mending whatever the page asks for with the forms that there are. */
	async function send(operator, id, name) {
		for (let tries = 0; tries < 3; tries++) {
			const page = await operator.get(`/questionnaire/${id}/check`);
			assert.equal(page.status, 200, name);
			if (page.one('input[name=statement]')) {
				await operator.submit(page, { statement: '1' });
				assert.equal(state(id), 'submitted', name);
				return;
			}
			for (const number of held(page)) {
				const variable = await operator.get(`/questionnaire/${id}/${number}`);
				assert.ok(variable.one('form[data-autosave]'), `${name}: variable ${number} holds it up and is locked`);
				const saved = await operator.submit(variable, { explanation: `Diperbaiki ${tries}`, overclaim_reason: 'Menyusul (contoh)' },
					{ form: 'form[data-autosave]' });
				assert.equal(saved.status, 200, name);
			}
		}
		assert.fail(`${name}: it cannot be sent`);
	}

	/* Sends back, as the page for it wants it. */
	async function giveBack(team, id, numbers, name) {
		const page = await team.get(`/verify/${id}/return`);
		const fields = { reason: 'Perlu diperbaiki (contoh)' };
		for (let number = 1; number <= 11; number++)
			fields[`correct-${number}`] = numbers.includes(number) ? '1' : null;
		for (const number of numbers)
			fields[`note-${number}`] = `Perbaiki variabel ${number} (contoh)`;
		await team.submit(page, fields);
		assert.equal(state(id), 'returned', name);
	}

	async function move(who, link, id) {
		const page = await who.get(`/upload/link/${link}/move?variable=${TARGET}`);
		const target = items(id, TARGET).find((item) => item.compulsory === '1').id;
		return who.submit(page, { item: target, reason: 'Salah tempat (contoh)' }, { form: 'main form[method=post]' });
	}

	async function detach(who, link, from = '/account/profile') {
		return who.post(`/upload/link/${link}/remove`, { csrf: who.csrf(await who.get(from)) });
	}

	async function replace(who, link) {
		return who.submit(await who.get(`/upload/document/${link}`),
			{ file: { filename: 'baru.pdf', content: pdf(`revisi ${Math.random()}`) } }, { form: 'form[enctype]' });
	}

	/* What happens to one document; `who` may be a team, before it returns, or the operator at either time. */
	const happenings = {
		moved: { by: ['operator', 'city', 'province'], act: move },
		rejected: { by: ['city', 'province'], act: async (who, link, id) => {
			const page = await who.get(`/verify/${id}/${SOURCE}`);
			return who.submit(page, { [`decision-${link}`]: 'rejected', [`why-${link}`]: 'Tidak sesuai (contoh)' },
				{ button: 'save' });
		} },
		detached: { by: ['operator'], act: (who, link) => detach(who, link) },
		replaced: { by: ['operator'], act: replace },
		/* As the antivirus finds it later, in the file that is there. */
		held: { by: ['city'], act: (_, link) => stack.sql(`UPDATE revision SET scan = 'infected', scan_finding = 'Contoh',
			scanned_at = UTC_TIMESTAMP(3) WHERE document_id = ${link}`) },
	};

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
	});
	after(() => stack?.stop());

	const people = async (tiered) => ({
		operator: await world.as(tiered ? 'operator.dkumkmp' : 'operator.kutim'),
		city: await world.as(tiered ? 'verifikator' : 'verifikator.kutim'),
		province: tiered ? await world.as('validator') : null,
	});

	for (const [happening, { by, act }] of Object.entries(happenings))
		for (const [tiers, tiered] of [['two tiers', true], ['one tier', false]])
			test(`finds its way back: ${happening}, ${tiers}`, async () => {
				const id = world.assessment(tiered ? 'DKUMKMP' : 'Dinkutim');
				const who = await people(tiered);

				for (const returner of tiered ? ['city', 'province'] : ['city'])
					for (const actor of by.filter((one) => who[one]))
						for (const named of [[OTHER], [SOURCE], [TARGET], [SOURCE, TARGET], [OTHER, TARGET]]) {
							const name = `${happening} by ${actor}, ${named} returned by the ${returner}, ${tiers}`;
							const link = fresh(id);

							if (actor === 'operator')
								await act(who.operator, link, id);
							await send(who.operator, id, name);
							if (actor === 'city')
								await act(who.city, link, id);
							/* Verified as it is: what the city must say for that is not what this is about. */
							if (returner === 'province' || actor === 'province')
								stack.sql(`UPDATE assessment SET state = 'verified' WHERE id = ${id}`);
							if (actor === 'province')
								await act(who.province, link, id);
							await giveBack(who[returner === 'province' ? 'province' : 'city'], id, named, name);
							await send(who.operator, id, name);
						}
			});

	/* And what the operator does while it is returned. */
	for (const [happening, { by, act }] of Object.entries(happenings).filter(([, { by }]) => by.includes('operator')))
		test(`finds its way back: ${happening} by the operator after the return`, async () => {
			const id = world.assessment('DKUMKMP');
			const { operator, city } = await people(true);

			for (const named of [[SOURCE], [SOURCE, TARGET]]) {
				const link = fresh(id);
				await send(operator, id, happening);
				await giveBack(city, id, named, happening);
				/* Where the target is locked, moving is refused, and nothing is worse for it. */
				if (happening === 'moved' && !named.includes(TARGET))
					assert.equal((await operator.get(`/upload/link/${link}/move?variable=${TARGET}`)).status, 200);
				else
					await act(operator, link, id);
				await send(operator, id, `${happening} after ${named}`);
			}
		});

	test('opens the variable that a team has taken a document from, and says why', async () => {
		const id = world.assessment('DKUMKMP');
		const { operator, city } = await people(true);
		const link = fresh(id);

		await send(operator, id, 'first');
		await move(city, link, id);
		assert.match((await city.get(`/verify/${id}/return`)).words(), /Ikut terbuka bila tidak dicentang/);
		await giveBack(city, id, [OTHER], 'moved');
		const page = await operator.get(`/questionnaire/${id}/${SOURCE}`);
		/* It cannot be left as it is: a level above its documents wants a reason. */
		assert.match(page.words('.matang-notice'), /Ada dokumen yang dialihkan .* atau tulis alasannya bila tingkatnya tetap/);
		const item = items(id, SOURCE).find((one) => one.compulsory === '1').id;
		assert.equal((await operator.get(`/upload/attach/${id}/${item}`)).status, 200);
		assert.deepEqual(held(await operator.get(`/questionnaire/${id}/check`)).sort(), [OTHER, SOURCE]);
		/* What was named is still the only thing that must change, and the team is told no other. */
		assert.equal(answer(id, SOURCE).corrected, '1');
		assert.equal((await operator.get(`/questionnaire/${id}/${TARGET}`)).one('form[data-autosave]'), null);
		answers(id, `v.number = ${SOURCE}`, "n.overclaim_reason = 'Menyusul (contoh)'");
		await send(operator, id, 'second');
		assert.match((await city.get(`/verify/${id}/`)).all('section[aria-labelledby=since] .matang-finding')[1].words,
			/^3\..* tidak ada yang diubah$/);
	});

	test('leaves a variable locked whose document was only rejected, and is not held up by it', async () => {
		const id = world.assessment('DKUMKMP');
		const { operator, city } = await people(true);
		const link = fresh(id);

		await send(operator, id, 'first');
		await happenings.rejected.act(city, link, id);
		await giveBack(city, id, [OTHER], 'rejected');
		const page = await operator.get(`/questionnaire/${id}/check`);
		assert.deepEqual(held(page), [OTHER]);
		assert.match(page.words('section[aria-labelledby=weak]'), /memilih Tingkat III, dokumen mendukung/);
		assert.equal((await operator.get(`/questionnaire/${id}/${SOURCE}`)).one('form[data-autosave]'), null);
	});

	test('shows the agency first what was returned, and the team first what has changed since', async () => {
		const id = world.assessment('DKUMKMP');
		const { operator, city } = await people(true);
		const link = fresh(id);
		const since = (page) => page.all('section[aria-labelledby=since] .matang-finding').map((one) => one.words);

		await send(operator, id, 'first');
		assert.deepEqual(since(await city.get(`/verify/${id}/`)), [], 'nothing in the first round');
		await giveBack(city, id, [SOURCE, OTHER, 8], 'second round');
		const list = await operator.get(`/questionnaire/${id}/`);
		const first = list.all('ul.govuk-task-list')[0].querySelectorAll('.govuk-task-list__link').map((one) => Number.parseInt(one.words, 10));
		assert.deepEqual(first, [OTHER, SOURCE, 8]);
		await replace(operator, link);
		answers(id, 'v.number = 8', "n.overclaim_reason = 'Menyusul (contoh)'");
		await operator.submit(await operator.get(`/questionnaire/${id}/8`), { level: 2, explanation: 'Naik (contoh)' }, { form: 'form[data-autosave]' });
		await operator.submit(await operator.get(`/questionnaire/${id}/${OTHER}`), { explanation: 'Kata lain (contoh)' }, { form: 'form[data-autosave]' });
		await send(operator, id, 'second');
		const changed = since(await city.get(`/verify/${id}/`));
		assert.equal(changed.length, 3);
		assert.match(changed[0], /^1\..* Catatan: Perbaiki variabel 1 \(contoh\) penjelasan atau alasannya diubah$/);
		assert.match(changed[1], /^3\..* berkas baru: Dokumen contoh \d+ \(revisi 2\)$/);
		assert.match(changed[2], /^8\..* tingkat mandiri I → II ?penjelasan atau alasannya diubah$/);
		const beside = async (number) => (await city.get(`/verify/${id}/${number}`)).all('section[aria-labelledby=since] li').map((one) => one.words);
		assert.deepEqual(await beside(8), ['tingkat mandiri I → II', 'penjelasan atau alasannya diubah']);
		assert.match((await beside(SOURCE)).join(), /^berkas baru: Dokumen contoh \d+ \(revisi 2\)$/);
		assert.deepEqual(await beside(9), [], 'a variable that was left as it was');
	});

	describe('is mended', () => {
		let id, operator, city, link;
		const waiting = async () => held(await operator.get(`/questionnaire/${id}/check`)).includes(SOURCE);
		const begin = async () => {
			id = world.assessment('DKUMKMP');
			({ operator, city } = await people(true));
			link = fresh(id);
			await send(operator, id, 'first');
			await happenings.rejected.act(city, link, id);
			await giveBack(city, id, [SOURCE, TARGET], 'mended');
			answers(id, 'v.number = 3', "n.overclaim_reason = 'Menyusul (contoh)'");
			assert.equal(await waiting(), true);
		};
		const spare = () => items(id, SOURCE).at(-1).id;

		for (const [what, act] of [
			['by taking the document away', () => detach(operator, link)],
			['by another file of the document', () => replace(operator, link)],
			['by moving the document elsewhere', () => move(operator, link, id)],
			['by putting a document there', async () => {
				const document = free();
				stack.sql(`INSERT INTO document (id, agency_id, title, kind, created_at, created_by)
					VALUES (${document}, 1, 'Dokumen lain contoh', 'laporan', UTC_TIMESTAMP(3), 3)`);
				await operator.post(`/upload/attach/${id}/${spare()}`, { [`document-${document}`]: 1,
					csrf: operator.csrf(await operator.get('/account/profile')) });
			}],
			['by describing the document rightly', async () =>
				operator.submit(await operator.get(`/upload/document/${link}/edit`), { number: '000.8/77/2026' })],
			['by another answer', async () => operator.submit(await operator.get(`/questionnaire/${id}/${SOURCE}`),
				{ explanation: 'Uraian yang lain (contoh)' }, { form: 'form[data-autosave]' })],
		])
			test(what, async () => {
				await begin();
				await act();
				assert.equal(await waiting(), false);
			});

		test('not by saving the same again', async () => {
			await begin();
			const page = await operator.get(`/questionnaire/${id}/${SOURCE}`);
			const { version } = answer(id, SOURCE);
			await operator.submit(page, {}, { form: 'form[data-autosave]' });
			assert.equal(await waiting(), true);
			assert.equal(answer(id, SOURCE).version, version);
			assert.match((await operator.get(`/questionnaire/${id}/`)).words(), /Perlu diperbaiki/);
		});

		test('without a conflict for whoever has its page open meanwhile', async () => {
			await begin();
			const page = await operator.get(`/questionnaire/${id}/${SOURCE}`);
			await detach(operator, link);
			await operator.submit(page, { explanation: 'Ditulis di jendela lain (contoh)' }, { form: 'form[data-autosave]' });
			assert.equal(answer(id, SOURCE).explanation, 'Ditulis di jendela lain (contoh)');
		});
	});
});
