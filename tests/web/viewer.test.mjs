// SPDX-License-Identifier: ISC
//
// Evidence looked at without being saved: what may stand in a frame, and with which rights; and the
// way of a verifier from one undecided document to the next.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { settle } from './city.mjs';
import { docx, jpeg, pdf, png } from './files.mjs';
import { startStack } from './harness.mjs';
import { store } from './stored.mjs';

let stack, city, id, team;

before(async () => {
	stack = await startStack();
	city = settle(stack);
	id = city.assessment('Dinas Contoh Satu');
	team = await city.signIn('verifikator');
});
after(() => stack?.stop());
beforeEach(() => {
	stack.sql(`UPDATE evidence_link SET removed_at = UTC_TIMESTAMP(3) WHERE assessment_id = ${id}`);
	city.setState(id, 'submitted');
});

const put = (item, title, bytes = pdf('contoh'), type = 'application/pdf') => {
	const made = city.link(id, item.id, { title });
	return { ...made, ...store(stack, made.revision, bytes, type) };
};

/* ---- what may stand in a frame ------------------------------------------------------------------- */

describe('in a frame', () => {
	const SCRIPT = '<script>parent.postMessage("ran","*")</script>';

	it('an image stands as it is, alone', async () => {
		for (const [bytes, type] of [[png('a'), 'image/png'], [jpeg('b'), 'image/jpeg']]) {
			const { id: revision, sha256 } = put(city.items(1)[0], `Foto ${type}`, bytes, type);
			const page = await team.get(`/upload/view/${revision}`);
			assert.equal(page.status, 200);
			assert.equal(page.headers['content-type'], type);
			assert.match(page.headers['content-disposition'], /^inline;/);
			assert.match(page.headers['content-security-policy'], /^sandbox; default-src 'none'/);
			assert.doesNotMatch(page.headers['content-security-policy'], /allow-|script/);
			assert.equal(page.headers['x-content-type-options'], 'nosniff');
			assert.equal(page.headers['x-frame-options'], 'SAMEORIGIN');
			assert.equal(page.headers.etag, `"${sha256}"`);
			assert.ok(page.body.equals(bytes));
		}
	});

	it('a PDF never comes as itself, but is drawn by a page without an origin or a line out', async () => {
		const { id: revision } = put(city.items(1)[0], 'Rencana <b>kerja</b>');
		const plain = await team.get(`/upload/view/${revision}`), frame = await team.get(`/upload/frame/${revision}`);
		for (const page of [plain, frame]) {
			assert.equal(page.status, 200);
			assert.match(page.headers['content-type'], /^text\/html/);
			assert.match(page.headers['content-security-policy'], /^sandbox[ ;]/);
			assert.match(page.headers['content-security-policy'], /default-src 'none'/);
			assert.doesNotMatch(page.headers['content-security-policy'], /allow-(same-origin|forms|popups|top|modals|downloads)|connect-src|'unsafe-|frame-src/);
			assert.doesNotMatch(page.text, /<b>kerja/);
		}
		assert.match(plain.words('body'), /hanya dapat ditampilkan bila JavaScript diizinkan/);
		assert.equal(plain.headers.vary, 'Sec-Fetch-Dest');
		/* In a window of its own there is no frame around it: then it is a page with the viewer in it. */
		const alone = await team.get(`/upload/view/${revision}`, { headers: { 'sec-fetch-dest': 'document' } });
		assert.equal(alone.status, 200);
		assert.doesNotMatch(alone.words('main').replace(alone.one('noscript')?.words ?? '', ''), /JavaScript/);
		assert.match(alone.one('[data-viewer-place]').getAttribute('data-frame'), new RegExp(`/upload/frame/${revision}$`));
		assert.equal(alone.all('h1').length, 1);
		assert.doesNotMatch(plain.headers['content-security-policy'], /script/);
		assert.match(frame.headers['content-security-policy'], /^sandbox allow-scripts;/);
		assert.equal(frame.one('body').getAttribute('data-kind'), 'pdf');
	});

	for (const [name, type, content] of [['HTML', 'text/html', `<!doctype html>${SCRIPT}`],
		['SVG', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`],
		['XML', 'application/xhtml+xml', `<html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`]])
		it(`${name} is only ever saved, should it lie in the store`, async () => {
			const { id: revision } = put(city.items(1)[0], `Halaman ${name}`, Buffer.from(content), type);
			for (const way of ['view', 'frame']) {
				const page = await team.get(`/upload/${way}/${revision}`);
				assert.doesNotMatch(page.text, /postMessage/);
				assert.match(page.headers['content-security-policy'], /^sandbox; default-src 'none'/);
			}
			const page = await team.get(`/upload/file/${revision}`);
			assert.match(page.headers['content-disposition'], /^attachment;/);
			assert.match(page.headers['content-security-policy'], /^sandbox; default-src 'none'/);
			assert.equal(page.headers['x-content-type-options'], 'nosniff');
		});

	it('of an Office file the text stands that was taken out of it', async () => {
		const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
		const { id: revision } = put(city.items(1)[0], 'Naskah', docx('naskah'), type);
		let page = await team.get(`/upload/view/${revision}`);
		assert.match(page.words('body'), /Teks berkas Word \(DOCX\) ini belum diambil/);
		stack.sql(`INSERT INTO file_text (sha256, agency_id, scope, body, taken_at)
			SELECT sha256, 1, 'agency1', 'Baris <script>satu</script>\nBaris dua', UTC_TIMESTAMP(3) FROM revision WHERE id = ${revision}`);
		for (const way of ['view', 'frame']) {
			page = await team.get(`/upload/${way}/${revision}`);
			assert.equal(page.one('pre').textContent.trim(), 'Baris <script>satu</script>\nBaris dua');
			assert.match(page.headers['content-security-policy'], /^sandbox; default-src 'none'/);
			assert.doesNotMatch(page.headers['content-security-policy'], /script/);
		}
		assert.equal((await team.get(`/verify/${id}/1`)).one('[data-viewer-place]').getAttribute('data-frame'), `/matang/upload/frame/${revision}`);
	});

	it('nothing that the antivirus keeps back, and nothing of strangers', async () => {
		const { id: revision } = put(city.items(1)[0], 'Terjangkit');
		const ways = [`/upload/file/${revision}`, `/upload/view/${revision}`, `/upload/frame/${revision}`];
		const strangers = [await city.signIn('operator.dua'), await city.signIn('verifikator.kabupaten')];
		for (const way of ways) {
			assert.equal((await team.get(way)).status, 200);
			for (const stranger of strangers)
				assert.equal((await stranger.get(way)).status, 404);
		}
		stack.sql(`UPDATE revision SET scan = 'infected', scanned_at = UTC_TIMESTAMP(3), scan_finding = 'Contoh' WHERE id = ${revision}`);
		for (const way of ways)
			assert.equal((await team.get(way)).status, 403, way);
		const page = await team.get(`/verify/${id}/1`);
		assert.equal(page.one('[data-viewer-place][data-frame]'), null);
		for (const way of ways)
			assert.equal(page.one(`a[href$="${way}"]`), null, way);
	});
});

/* ---- the verifier's way ---------------------------------------------------------------------------- */

const decide = (page, fields, button = 'Simpan, lalu dokumen berikutnya') =>
	team.submit(page, fields, { form: '#decide', button });
const shown = (page) => Number(page.one('[data-viewer-after]')?.getAttribute('value'));

describe('from one undecided document to the next', () => {
	it('across the variables, by one button, and at the end back to all of them', async () => {
		const [a, b] = [put(city.items(1)[0], 'Satu'), put(city.items(1).at(-1), 'Dua')];
		const c = put(city.items(4)[0], 'Tiga');
		let page = await team.get(`/verify/${id}/undecided`, { follow: true });
		assert.equal(page.url.replace(stack.base, ''), `/verify/${id}/1?view=${a.link}#link-${a.link}`);
		assert.equal(shown(page), a.link);
		assert.equal(page.words('#viewer-title'), 'Satu');

		page = await decide(page, { [`decision-${a.link}`]: 'accepted' });
		assert.match(page.words(), /Tersimpan\. Ini dokumen berikutnya yang belum diputuskan/);
		assert.equal(shown(page), b.link);
		page = await decide(page, { [`decision-${b.link}`]: 'rejected', [`why-${b.link}`]: 'Belum ditandatangani' });
		assert.match(page.url, new RegExp(`/verify/${id}/4\\?`));
		assert.equal(shown(page), c.link);
		page = await decide(page, {});
		assert.match(page.words(), /masih ada yang belum diputuskan/, 'the last one left undecided');
		page = await decide(page, { [`decision-${c.link}`]: 'accepted' });
		assert.equal(page.url.replace(stack.base, ''), `/verify/${id}/?done=decided-saved`);
		assert.match(page.words(), /Semua dokumen sudah diputuskan/);
		const other = city.assessment('Dinas Contoh Dua');
		city.setState(other, 'submitted');
		city.setState(id, 'verified');
		page = await team.get(`/verify/${id}/`);
		assert.ok(page.link('Perangkat daerah berikutnya yang menunggu: Dinas Contoh Dua').endsWith(`/verify/${other}/`));
		city.setState(id, 'submitted');

		city.revise(b.document);
		page = await team.get(`/verify/${id}/undecided?after=${c.link}`, { follow: true });
		assert.equal(shown(page), b.link, 'a newer revision is undecided again');
	});

	it('goes on behind where one was, and begins anew at the end', async () => {
		const links = [1, 2, 3].map((variable) => put(city.items(variable)[0], `Dokumen ${variable}`).link);
		const after = async (link) => Number(/view=(\d+)/.exec((await team.get(`/verify/${id}/undecided?after=${link}`)).location)[1]);
		assert.deepEqual([await after(links[0]), await after(links[1]), await after(links[2])],
			[links[1], links[2], links[0]]);
		assert.equal(await after(999999), links[0]);
		stack.sql(`UPDATE evidence_link SET city_decision = 'accepted', city_revision_id =
			(SELECT MAX(r.id) FROM revision r WHERE r.document_id = evidence_link.document_id) WHERE id = ${links[1]}`);
		assert.equal(await after(links[1]), links[2], 'also from one that is decided');
	});

	it('keeps what was typed when it cannot be saved, and the document in sight', async () => {
		put(city.items(1)[0], 'Satu');
		const b = put(city.items(1)[1], 'Dua');
		const page = await decide(await team.get(`/verify/${id}/1?view=${b.link}`), { [`decision-${b.link}`]: 'rejected' });
		assert.equal(page.status, 422);
		assert.equal(shown(page), b.link);
	});

	it('a view of another page is none, and nonsense is refused', async () => {
		const { link } = put(city.items(1)[0], 'Satu');
		const page = await team.get(`/verify/${id}/2?view=${link}`);
		assert.equal(page.status, 200);
		assert.equal(page.one('.matang-viewer'), null, 'nothing to be seen there');
		assert.equal((await team.get(`/verify/${id}/undecided?after=x`)).status, 400);
		assert.equal((await team.get('/verify/999999/undecided')).status, 404);
		assert.equal((await (await city.signIn('auditor')).get(`/verify/${id}/undecided`)).status, 303);
		assert.equal((await (await city.signIn('operator.satu')).get(`/verify/${id}/undecided`)).status, 403);
	});
});

it('a variable with five hundred documents is saved in one go', async () => {
	const item = city.items(1)[0].id, count = 500;
	stack.sql(`INSERT INTO document (agency_id, title, kind, created_at, created_by)
			SELECT 1, CONCAT('Banyak ', seq), 'laporan', UTC_TIMESTAMP(3), 1 FROM seq_1_to_${count};
		INSERT INTO revision (document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
			SELECT id, 1, UNHEX(SHA2(title, 256)), 10, 'application/pdf', 'x.pdf', CONCAT('aa/', MD5(title)),
			UTC_TIMESTAMP(3), 1 FROM document WHERE title LIKE 'Banyak %';
		INSERT INTO evidence_link (assessment_id, checklist_item_id, document_id, created_at, created_by)
			SELECT ${id}, ${item}, id, UTC_TIMESTAMP(3), 1 FROM document WHERE title LIKE 'Banyak %'`);
	const page = await decide(await team.get(`/verify/${id}/1`), { level: 1, reason: 'Contoh', recommendation: 'Contoh' }, 'accept');
	assert.equal(page.status, 200, page.heading);
	assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM evidence_link WHERE assessment_id = ${id} AND removed_at IS NULL
		AND city_decision = 'accepted'`)[0].n, String(count));
});
