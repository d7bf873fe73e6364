// SPDX-License-Identifier: ISC
//
// What the programs that are here write today, as a list and as evidence: read alike whoever wrote it, or
// refused by its name. Which programs, tests/producers/producers.mjs says; one that is not here is skipped.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LISTS, TEXTS } from '../producers/producers.mjs';
import { settle } from './city.mjs';
import { startStack } from './harness.mjs';

let stack, city, own, everywhere, operator;
before(async () => {
	stack = await startStack();
	city = settle(stack);
	own = await city.signIn('admin.kota');
	everywhere = await city.signIn('admin');
	operator = await city.signIn('operator.satu');
});
after(() => stack?.stop());

const problems = (page) => page.all('.govuk-error-summary li').map((each) => each.words);
const rows = (page) => page.rows().slice(1).map((row) => row.join('|'));

async function upload(kind, filename, content) {
	const who = kind === 'holidays' ? everywhere : own;
	return who.postMultipart(`/cycle/${kind}/import`, { csrf: who.csrf(await who.get('/cycle/')),
		...(kind === 'agencies' ? { region_id: 2 } : {}), file: { filename, content } });
}

/* What offices keep: an Indonesian name with quotes and a comma, a code that is a number, eighteen digits as text. */
const AGENCIES = [['No', 'Nama Dinas', 'kode daerah', 'nama kepala', 'nip', 'telepon'],
	[1, 'Dinas “Kutip”, Contoh & Uji', 64.71, "Siti Ma'rifah, S.E.", 'NIP. 19800101 200501 1 001', '-'],
	[2, 'Dinas Kedua – Contoh', 64.71, '', '', '']];
const HOLIDAYS = [['NO', 'TANGGAL', 'KETERANGAN'],
	[1, new Date(Date.UTC(2041, 7, 17)), 'Hari Contoh'], [2, new Date(Date.UTC(2041, 0, 1)), 'Tahun Contoh']];

describe('a list of', () => {
	for (const [name, kind, make] of LISTS)
		it(`${name} as .${kind}`, { skip: make ? false : 'not here' }, async () => {
			const file = `daftar.${kind}`, agencies = await upload('agencies', file, await make(AGENCIES));
			if (kind === 'xls') {
				assert.equal(agencies.status, 422);
				assert.match(problems(agencies).join(), /tetapi berkas Excel lama \(\.xls\)\. Buka dengan Excel atau LibreOffice, simpan sebagai \.xlsx/);
				return;
			}
			assert.equal(agencies.status, 200, problems(agencies).join());
			assert.match(rows(agencies)[0], /^Dinas “Kutip”, Contoh & Uji.*Kota Contoh.*Nama kepala: Siti Ma'rifah, S\.E\..*NIP: 198001012005011001/);
			assert.match(rows(agencies)[1], /^Dinas Kedua – Contoh ?Baris 3\|Kota Contoh/);
			const holidays = await upload('holidays', file, await make(HOLIDAYS));
			assert.equal(holidays.status, 200, problems(holidays).join());
			assert.deepEqual(rows(holidays).map((row) => row.split('|').slice(0, 2).join('|')),
				['Sabtu, 17 Agustus 2041|Hari Contoh', 'Selasa, 1 Januari 2041|Tahun Contoh']);
		});
});

describe('evidence of', () => {
	for (const [name, kind, make] of TEXTS)
		it(`${name} as .${kind}`, { skip: make ? false : 'not here' }, async () => {
			const content = await make(['Keputusan Kepala Dinas Contoh', 'tentang “Uji” perangkat daerah']);
			const page = await operator.submit(await operator.get('/upload/new'),
				{ kind: 'laporan', title: `Contoh ${name} ${kind}`, file: { filename: `laporan.${kind}`, content } });
			assert.equal(page.status, 200, page.errors.join());
			const key = /\/document\/(\d+)/.exec(page.url)[1];
			const [{ id, findings }] = stack.sql(`SELECT id, findings FROM revision WHERE document_id = ${key}`);
			assert.equal(findings ?? '', '', 'nothing is wrong with it');
			assert.deepEqual((await operator.get(`/upload/file/${id}`)).body, content);
		});
	for (const [name, kind, make] of LISTS.filter(([, kind]) => kind !== 'xls'))
		it(`${name} as .${kind}`, { skip: make ? false : 'not here' }, async () => {
			const content = await make(AGENCIES);
			const page = await operator.submit(await operator.get('/upload/new'),
				{ kind: 'laporan', title: `Daftar ${name} ${kind}`, file: { filename: `daftar.${kind}`, content } });
			assert.equal(page.status, 200, page.errors.join());
		});
});
