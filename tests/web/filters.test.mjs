// SPDX-License-Identifier: ISC
//
// What people type into the filter of a list and does not fit comes back with a sentence that says how to
// mend it, in a form that asks for the same list again: every address that is asked for by GET and takes
// words or a day, as tests/golden/fields.txt names them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { behindOne, ROOT, startStack } from './harness.mjs';
import { openWorld } from './world.mjs';

let stack, world;

before(async () => {
	stack = await startStack();
	world = openWorld(stack);
	stack.sql(`INSERT INTO hearing (id, region_id, agency_id, title, explanation, opens_on, closes_on, state, conclusion, salt, created_at, created_by)
		SELECT ${world.assessment('DKUMKMP')}, region_id, agency_id, 'Contoh', 'Contoh', '2026-01-01', '2099-12-31', 'open', '', REPEAT('x', 16), UTC_TIMESTAMP(3), id
		FROM account WHERE username = 'operator.dkumkmp';
		INSERT INTO activity (id, agency_id, kind, title, starts_on, ends_on, starts_minute, ends_minute, place, organiser, agenda, minutes, follow_up, created_at, created_by)
		SELECT ${world.assessment('DKUMKMP')}, agency_id, 'rapat', 'Contoh', '2026-01-05', '2026-01-05', 0, 60, 'Aula', 'Contoh', '', '', '', UTC_TIMESTAMP(3), id
		FROM account WHERE username = 'operator.dkumkmp'`);
});
after(() => stack?.stop());

const typed = readFileSync(path.join(ROOT, 'tests/golden/fields.txt'), 'utf8').split('\n')
	.map((line) => line.match(/^GET (\S+) (\S+) (text|date)(?: (\d+)\.\.(\d+))?$/))
	.filter((found) => found !== null && !['next', 'code', 'key'].includes(found[2]))
	.map(([, place, name, kind, , most]) => ({ place, name, kind, most: Number(most ?? 200) }));

/* Who may ask, and a thing that there is. */
const who = (place) => /^\/cycle|^\/exchange/.test(place) ? 'admin' : /events/.test(place) ? 'auditor' :
	/^\/(upload|activity|forum|service)/.test(place) ? 'operator.dkumkmp' : 'verifikator';
const address = (place) => place.replace('.*', '.csv').replace('/attach/#/#', () => {
	const [{ id, item }] = stack.sql(`SELECT ${world.assessment('DKUMKMP')} AS id, MIN(id) AS item FROM checklist_item`);
	return `/attach/${id}/${item}`;
}).replace('#', () => world.assessment('DKUMKMP'));

describe('a filter that does not fit', behindOne, () => {
	it('comes back with what was typed and how to mend it', async () => {
		assert.ok(typed.length > 20, `${typed.length}`);
		for (const { place, name, kind, most } of typed) {
			const said = kind === 'date' ? '31 Februari 2027' : 'x'.repeat(most + 1);
			const person = await world.as(who(place));
			const page = await person.get(`${address(place)}?${name}=${encodeURIComponent(said)}`);
			const where = `${place} ${name}`;

			assert.ok([200, 400, 422].includes(page.status), `${where}: ${page.status}`);
			const field = page.one(`main form[method=get] input[name=${name}]`);
			assert.equal(field.getAttribute('value'), said, where);
			assert.notEqual(field.getAttribute('type'), 'date', `${where}: a calendar would show nothing`);
			assert.match(page.one('.govuk-error-summary').words, kind === 'date' ? /harus berupa tanggal yang ada/ : /paling panjang \d+ karakter/, where);
			assert.equal(page.all(`.govuk-error-summary a[href="#${name}"]`).length, 1, where);
		}
	});

	it('asks again for the same list, with what was right about it', async () => {
		const team = await world.as('verifikator');
		const page = await team.get('/report/history?kind=evidence&person=operator&from=kemarin&until=17+Agustus+2030');

		assert.equal(page.one('input[name=person]').getAttribute('value'), 'operator');
		assert.equal(page.one('input[type=hidden][name=kind]').getAttribute('value'), 'evidence');
		assert.equal(page.one('input[name=until]').getAttribute('value'), '2030-08-17');
		const again = await team.submit(page, { from: '1 Januari 2020' }, { form: 'main form[method=get]' });
		assert.equal(again.status, 200);
		assert.match(again.words('h1'), /Riwayat perubahan/);
		assert.equal(again.one('#from').getAttribute('value'), '2020-01-01');
	});
});
