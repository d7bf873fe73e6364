// SPDX-License-Identifier: ISC
//
// The people and agencies that most tests need, in a stack without the demo's data:
//
//	const world = openWorld(await startStack());
//	const operator = await world.as('operator.dkumkmp');
//
// What a test needs beyond it, it makes the way people do, or by sql() where the way there is not
// what it is about.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pdf } from './files.mjs';
import { ROOT } from './harness.mjs';

export const PASSWORD = 'contoh-matang-2026';

/* A scan, as far as anybody can tell. */
export const PDF = pdf('contoh');

class World {
	constructor(stack) {
		this.stack = stack;
		this.browsers = new Map();
	}

	/** A browser signed in as that person; the same one each time. */
	async as(username) {
		if (!this.browsers.has(username))
			this.browsers.set(username, await this.stack.signedIn({ username, password: PASSWORD }));
		return this.browsers.get(username);
	}

	/** The assessment of an agency by its short name. */
	assessment(agency) {
		return Number(this.stack.sql(`SELECT a.id FROM assessment a JOIN agency g
			ON g.id = a.agency_id WHERE g.short_name = '${agency}'`)[0].id);
	}

	state(assessment) {
		return this.stack.sql(`SELECT state FROM assessment WHERE id = ${assessment}`)[0].state;
	}

	/** A scan of the form as it was printed last, as far as anybody can tell: its code is on it. */
	scan(assessment) {
		const [{ code }] = this.stack.sql(`SELECT code FROM issued_document WHERE assessment_id = ${assessment}
			AND kind = 'form' ORDER BY id DESC LIMIT 1`);
		return { filename: 'pindai formulir.pdf', type: 'application/pdf', content: pdf(`Kode: ${code}`) };
	}

	/** The team takes the signed form: compared, and with a reason where something speaks against it. */
	async receive(team, assessment, options = {}) {
		const page = await team.get(`/signoff/${assessment}/`);
		return team.submit(page, { compared: '1', ...page.one('#why') ? { why: 'Sudah dicocokkan dengan aslinya.' } : {} },
			{ form: 'form[action$="/receive"]', ...options });
	}

	/**
	 * Puts an assessment where all tiers have finished.  What the last of them said is `said`; what the
	 * agency, the city and the province said differs, so that none can stand in another's place unnoticed.
	 */
	finish(assessment, { self = 3, said = 4, state = 'validated', city = state === 'verified' ? said : said % 5 + 1 } = {}) {
		this.stack.sql(`UPDATE answer SET self_level = ${self}, explanation = 'Uraian contoh',
			city_level = ${city}, city_reason = 'Data dukung dibaca kota', city_recommendation = 'Lengkapi notulen kota',
			province_level = ${state === 'verified' ? 'NULL' : said},
			province_reason = 'Data dukung dibaca provinsi', province_recommendation = 'Lengkapi notulen provinsi'
			WHERE assessment_id = ${assessment};
			UPDATE assessment SET state = '${state}' WHERE id = ${assessment};`);
	}
}

export function openWorld(stack) {
	stack.sql(readFileSync(path.join(ROOT, 'tests/web/world.sql'), 'utf8'));
	return new World(stack);
}
