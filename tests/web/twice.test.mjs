// SPDX-License-Identifier: ISC
//
// A button pressed twice, by a hand that trembles or a line that is slow, does what one press does. The
// walk over all changes goes through two stacks: in one every form is sent once, in the other twice at the
// same moment and once more when that is over. Behind each action both have as many rows in each table.
//
// "At the same moment" is no matter of luck: what a change has to write is held until both presses wait
// for it, so that neither finds anything of the other when it looks first.
//
// Every address that takes a POST is pressed here, or stands in ALONE with the reason why not.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { changed } from './books.mjs';
import { totp } from './client.mjs';
import { behindOne, pause, startStack } from './harness.mjs';
import { signingRoom } from './sign.mjs';
import { fill, PATTERNS, patternOf, send, walkOfChanges, whatIsSent } from './changes.mjs';
import { openWorld, PASSWORD, PDF } from './world.mjs';

/* What is not pressed here, with the reason. */
const ALONE = {
	'/complaint/to/*': 'complaint.test.mjs sends it twice: one ticket',
	'/complaint/follow': 'opens by number and secret, and keeps a cookie',
	'/complaint/ticket/reply': 'as the complaint itself: the mark of its page is kept once',
	'/complaint/ticket/rate': 'the last rating is the one',
	'/complaint/ticket/reopen': 'of one that is closed alone: the second finds it open',
	'/complaint/ticket/leave': 'forgets the cookie',
	'/account/site': 'site.test.mjs presses it, beside a web server that names somebody; a session each time, as signing in',
	'/esign/#/': 'esign.test.mjs presses it twice, beside a signature service',
	'/esign/#/code': 'asks the service for a code, and keeps nothing',
	'/esign/#/status': 'asks the service, and keeps nothing',
	'/esign/letter/#/': 'esign.test.mjs presses it twice, beside a signature service',
	'/esign/letter/#/code': 'asks the service for a code, and keeps nothing',
	'/esign/letter/#/status': 'asks the service, and keeps nothing',
	'/exchange/import': 'transfer.test.mjs: shows what a package holds before it is taken over',
	'/exchange/import/#/take': 'transfer.test.mjs presses it twice, beside a second installation',
	'/paper/check': 'compares a file that anybody has, and keeps nothing',
	'/upload/files': 'tus 1.0 makes a place for each creation; an empty one is swept, and tus.test.mjs sends the same one twice',
	'/upload/upload-limit': 'asks how much a server takes, and keeps nothing',
};

/*
 * What grows by being asked, whatever comes of it: sessions and failures, what was logged, marks of
 * changes, and what an import found, which is shown before anything is stored. And rates: which share of one a post
 * takes is chance.
 */
const UNCOUNTED = new Set(['guest_rate', 'import_draft', 'session', 'throttle', 'event_log', 'change_mark', 'world_stamp', 'agency_stamp']);

const HOLD_MS = 1500;
const once = { grown: new Map() }, twice = { grown: new Map() };
const pressed = new Set();

/* A connection that holds the rows which changes write: stamps, accounts, and what hangs on them. */
class Holder {
	constructor(stack) {
		this.stack = stack;
		this.child = spawn('mariadb', ['--no-defaults', `--socket=${stack.run}/mariadb.sock`, `--user=${stack.user}`,
			'--batch', '--skip-column-names', '--unbuffered', 'matang'], { stdio: ['pipe', 'pipe', 'inherit'] });
		this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
	}

	async ask(query) {
		this.child.stdin.write(`${query};\n`);
		return (await this.lines.next()).value;
	}

	hold() {
		return this.ask(`START TRANSACTION; DO (SELECT COUNT(*) FROM (SELECT number FROM world_stamp FOR UPDATE) w);
			DO (SELECT COUNT(*) FROM (SELECT number FROM agency_stamp FOR UPDATE) s);
			DO (SELECT COUNT(*) FROM (SELECT id FROM account FOR UPDATE) a); SELECT 'held'`);
	}

	async waiting() {
		return Number(await this.ask("SELECT COUNT(*) FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'"));
	}

	release() { return this.ask("ROLLBACK; SELECT 'free'"); }
	end() { this.child.stdin.end(); }
}

function rowsOf(stack) {
	stack.tables ??= stack.sql(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'matang'
		AND table_type = 'BASE TABLE'`).map((row) => row.name).filter((name) => !UNCOUNTED.has(name));
	return stack.sql(`SELECT ${stack.tables.map((name) => `(SELECT COUNT(*) FROM ${name}) AS ${name}`).join(', ')}`)[0];
}

/* Two presses that both have looked before either has written, and a third that finds all done. */
async function press(holder, request, args) {
	let answered = 0;
	const sendOne = () => request(...args).finally(() => answered++);

	await holder.hold();
	const pages = [sendOne(), sendOne()];
	for (const end = Date.now() + HOLD_MS; answered < 2 && Date.now() < end && await holder.waiting() < 2;)
		await pause(60);
	await holder.release();
	const both = await Promise.all(pages);
	return [...both, await request(...args)];
}

async function act(of, what, who, go) {
	const before = rowsOf(of.stack);
	const outcomes = [];
	const { page } = await whatIsSent(typeof who === 'string' ? await of.world.as(who) : who, go, async (request, method, place, ...rest) => {
		if (of === once)
			return request(method, place, ...rest);
		const pages = await press(of.holder, request, [method, place, ...rest]);
		outcomes.push([patternOf(new URL(place, of.stack.base).pathname.replace(/^\/matang/, '')), pages]);
		pressed.add(outcomes.at(-1)[0]);
		return pages.findLast((one) => one.status < 400) ?? pages[0];
	});

	assert.ok(page.status < 400, `${what}: ${page.status} ${page.words?.('main').slice(0, 300)}`);
	for (const [pattern, pages] of outcomes)
		for (const one of pages)
			assert.ok(one.status < 500 && (one.status !== 404 || pages.some((other) => other.status < 400)), `${what}: ${pattern} answers ${pages.map((each) => each.status)}: ${one.words('main').slice(0, 300)}`);
	const now = rowsOf(of.stack);
	of.grown.set(what, Object.fromEntries(Object.keys(now).filter((name) => now[name] !== before[name])
		.map((name) => [name, now[name] - before[name]])));
	of.outcomes ??= new Map();
	of.outcomes.set(what, outcomes.map(([pattern, pages]) => `${pattern} ${pages.map((each) => each.status)}`).join('; '));
}

/* What the walk leaves to other files: how people sign in, and what comes in as a list or a file. */
function walkOfTheRest(of) {
	const me = 'operator.dishub';
	const one = (query) => of.stack.sql(query)[0];
	const table = (...rows) => ({ filename: 'daftar.csv', type: 'text/csv', content: rows.join('\r\n') });
	let secret, codes;

	/* As if half a minute had passed: the code of now may be given again. */
	const code = () => {
		of.stack.sql(`UPDATE account SET totp_last_step = 0 WHERE username = '${me}'; DELETE FROM throttle`);
		return totp(secret);
	};
	const signingIn = (fields = { username: me, password: PASSWORD }) => fill('/account/', fields, { form: 'main form' });
	const upload = (place, fields) => async (who) => who.postMultipart(place, { csrf: who.csrf(await who.get('/account/profile')), ...fields });

	it('of signing in', async () => {
		await act(of, 'a second factor is begun', me, fill('/account/second-factor', {}, { form: 'form[action$="/begin"]' }));
		await act(of, 'a second factor is set up', me, async (who) => {
			const form = await who.get('/account/second-factor/set-up');
			secret = form.words('#secret').replace(/ /g, '');
			return who.submit(form, { code: totp(secret) }, { form: 'main form' });
		});
		const back = async () => {
			const who = of.stack.client();
			await act(of, 'somebody signs in', who, signingIn());
			await act(of, 'with the code', who, async () => fill('/account/second-factor', { code: code() }, { form: 'main form' })(who));
			return who;
		};
		const who = await back();
		await act(of, 'the password is typed again', who, fill('/account/confirm', { password: PASSWORD }, { form: 'main form' }));
		await act(of, 'recovery codes are made anew', who, async () => {
			const page = await fill('/account/second-factor/codes', { password: PASSWORD }, { form: 'main form' })(who);
			codes = page.all('.matang-codes code').map((each) => each.words);
			return page;
		});
		await act(of, 'other sessions are ended', who, fill('/account/devices', {}, { form: 'main form' }));
		of.stack.sql(`DELETE FROM recovery_code WHERE account_id = (SELECT id FROM account WHERE username = '${me}')`);
		await who.submit(await who.get('/account/second-factor/codes'), { password: PASSWORD }, { form: 'main form' })
			.then((page) => { codes = page.all('.matang-codes code').map((each) => each.words); });
		const lost = of.stack.client();
		await lost.submit(await lost.get('/account/'), { username: me, password: PASSWORD }, { form: 'main form', follow: false });
		await act(of, 'a recovery code is used', lost, fill('/account/recovery', { code: codes[0] }, { form: 'main form' }));
		await act(of, 'the second factor is switched off', lost, fill('/account/second-factor/off', { password: PASSWORD }, { form: 'main form' }));
		await act(of, 'somebody signs out', lost, fill('/account/profile', {}, { form: 'header form' }));
	});

	it('of lists and files', async () => {
		const admin = 'admin';
		const store = (page) => async (who) => who.submit(page, {}, { form: 'form[action$="/store"]', follow: false });
		for (const [kind, fields, file] of [
			['agencies', { region_id: 2 }, table('nama,singkatan', 'Dinas Daftar Satu,Dasatu', 'Dinas Daftar Dua,Dadua')],
			['accounts', { region_id: 2 }, table('peran,perangkat daerah,nama lengkap', 'operator,Dishub,Orang Daftar Satu', 'kepala,Bappeda,Orang Daftar Dua')],
			['holidays', {}, table('tanggal,jenis,nama', '2033-03-04,libur,Hari Daftar')],
			['regions/2/places', {}, table('kecamatan,kelurahan', 'Contoh Daftar,Melati')]]) {
			let shown;
			await act(of, `${kind} are read`, admin, async (who) => shown = await upload(`/cycle/${kind}/import`, { ...fields, file })(who));
			if (shown.one('form[action$="/columns"]'))
				await act(of, `the columns of ${kind} are read otherwise`, admin, async (who) =>
					shown = await who.submit(shown, {}, { form: 'form[action$="/columns"]', follow: false }));
			await act(of, `${kind} are stored`, admin, store(shown));
		}
		of.stack.sql(`INSERT INTO account_list (id, account_id, file_name, created_at) SELECT 5, id, 'akun.csv', UTC_TIMESTAMP(3) FROM account WHERE username = 'admin';
			INSERT INTO account_card (list_id, place, account_id, at)
			SELECT 5, ROW_NUMBER() OVER (ORDER BY id), id, UTC_TIMESTAMP(3) FROM account WHERE full_name LIKE 'Orang Daftar %'`);
		await act(of, 'cards of a list are made', admin, fill('/cycle/accounts/cards/5', {}, { form: 'main form' }));
		const instrument = await (await of.world.as(admin)).get('/exchange/instrument/1/xlsx');
		let draft;
		await act(of, 'an instrument is read', admin, async (who) => draft = await upload('/cycle/instruments/new', { name: 'Dari berkas', basis: 'Contoh',
			workbook: { filename: 'a.xlsx', type: instrument.headers['content-type'], content: instrument.body } })(who));
		await act(of, 'its columns are read otherwise', admin, async (who) => draft = await who.submit(draft, {}, { form: 'form[action$="/columns"]', follow: false }));
		await act(of, 'an instrument is stored', admin, async (who) => who.submit(draft, {}, { form: 'form:has([name=content])', follow: false }));
		await act(of, 'an authority is entrusted', admin, fill('/cycle/regions/2/trust-anchors', { file: { filename: 'induk.pem', type: 'application/x-pem-file',
			content: Buffer.from(of.authority) } }, { form: 'form[action$="/trust-anchors"]' }));
		const id = of.world.assessment('Dinkutim');
		const operator = await of.world.as('operator.kutim');
		const book = changed((await operator.get(`/questionnaire/${id}/answers.xlsx`)).body, { C3: 3, D3: 'Diisi di luar jaringan.' });
		let sheet;
		await act(of, 'answers are read', operator, async (who) => sheet = await fill(`/questionnaire/${id}/import`, { file: { filename: 'jawaban.xlsx', content: book } })(who));
		await act(of, 'answers are stored', operator, store(sheet));
		of.world.finish(id, { state: 'verified' });
		await operator.submit(await operator.get(`/signoff/${id}/`), {}, { form: 'form[action$="/form"]' });
		await operator.submit(await operator.get(`/signoff/${id}/`), { file: { filename: 'formulir.pdf', type: 'application/pdf', content: PDF } }, { form: 'form[action$="/scan"]' });
		await act(of, 'a signed form is looked at again', 'verifikator.kutim', send(`/signoff/${id}/scan/check`));
		const held = one('SELECT MAX(r.id) AS id FROM revision r JOIN document d ON d.id = r.document_id WHERE d.agency_id = 1').id;
		of.stack.sql(`UPDATE revision SET findings = '', pages = NULL, signatures = NULL, held = 'broke', inspected_at = NULL, taken_at = NULL WHERE id = ${held}`);
		await act(of, 'a file that nobody could look into is taken', 'verifikator', send(`/upload/file/${held}/take`, { reason: 'Dibaca sendiri' }));
		await act(of, 'authorities are taken out', admin, fill('/cycle/regions/2/trust-anchors', {}, { form: 'form[action$="/remove"]' }));
	});

	it('of what only an administrator does', async () => {
		const admin = 'admin';
		of.stack.sql(`UPDATE account SET totp_confirmed = 1, totp_secret = REPEAT('x', 20) WHERE username = '${me}'`);
		await act(of, 'a second factor is reset', admin, fill(`/cycle/accounts/${one(`SELECT id FROM account WHERE username = '${me}'`).id}/second-factor`, { reason: 'Telepon hilang' }));
		await act(of, 'an agency changes its name', admin, fill('/cycle/agencies/5/restructure', { kind: 'rename', name: 'Dinas Lain',
			effective: '2026-11-01', basis: 'Perda Nomor 3 Tahun 2026' }));
		await act(of, 'a key is made', admin, fill('/exchange/?region=2', { label: 'Dasbor', purpose: 'results', expires_on: '2099-12-31' }, { form: 'form[action$="/tokens"]' }));
		await act(of, 'a key ends', admin, fill('/exchange/?region=2', {}, { form: 'form[action$="/end"]' }));
		const own = await (await of.world.as('admin.bpp')).get('/exchange/cycles');
		await act(of, 'an installation is entrusted', admin, fill('/exchange/peers', { name: 'Kabupaten', key: own.words('#own-key'),
			fingerprint: own.words('#own-fingerprint'), codes: '64.08' }, { form: 'form[action$="/peers"]' }));
		await act(of, 'it is not any more', admin, fill('/exchange/peers', { reason: 'Server diganti' }, { form: 'form[action$="/end"]' }));
	});
}

describe('pressed', behindOne, () => {
	let dir;

	before(async () => {
		dir = mkdtempSync(path.join(tmpdir(), 'matang-twice-'));
		const { pem } = signingRoom(dir).authority('Otoritas Contoh');
		for (const of of [once, twice]) {
			of.stack = await startStack();
			of.world = openWorld(of.stack);
			of.authority = pem;
		}
		twice.holder = new Holder(twice.stack);
	});
	after(async () => {
		twice.holder?.end();
		for (const of of [once, twice])
			await of.stack?.stop();
		rmSync(dir, { recursive: true, force: true });
	});

	for (const [words, of] of [['once', once], ['twice', twice]])
		describe(words, () => {
			walkOfChanges(() => of.world, (...args) => act(of, ...args));
			walkOfTheRest(of);
		});

	it('does the same', () => {
		if (process.env.SHOW)
			console.log(twice.outcomes);
		assert.ok(once.grown.size > 50);
		const more = [...once.grown].filter(([what, grown]) => JSON.stringify(grown) !== JSON.stringify(twice.grown.get(what)))
			.map(([what, grown]) => `${what}: once ${JSON.stringify(grown)}, twice ${JSON.stringify(twice.grown.get(what))}; ${twice.outcomes.get(what)}`);
		assert.deepEqual(more, []);
	});

	it('is told from another form by what was typed and by the page', async () => {
		const who = await once.world.as('admin');
		const page = await who.get('/cycle/agencies/new');
		const add = async (name, form = page) => who.submit(form, { region_id: 2, name }, { form: 'main form', follow: false });
		const first = await add('Dinas Sekali');
		assert.equal(first.status, 303);
		assert.equal((await add('Dinas Sekali')).location, first.location);
		assert.equal((await add('Dinas Sekali', await who.get('/cycle/agencies/new'))).status, 422, 'a page that was opened anew');
		const other = await add('Dinas Sekali Lagi');
		assert.equal(other.status, 303);
		assert.notEqual(other.location, first.location);
	});

	it('was tried of everything that can be changed', () => {
		assert.deepEqual(PATTERNS.filter((pattern) => !pressed.has(pattern) && !ALONE[pattern]), []);
		assert.deepEqual(Object.keys(ALONE).filter((pattern) => !PATTERNS.includes(pattern)), [], 'an address that is not there');
	});
});
