// SPDX-License-Identifier: ISC
//
// Signing in, the second factor, one's own account, handing it over.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { totp } from './client.mjs';
import { FcgiRequest } from './fcgi.mjs';
import { behindOne, startStack } from './harness.mjs';
import { openWorld, PASSWORD } from './world.mjs';

const TOKEN = 32;	/* letters of a token of ours: TOKEN_TEXT of base/secret.h */
const NEW_PASSWORD = 'kuda hujan batu lima';
const WRONG = /Nama pengguna atau kata sandi tidak cocok/;

describe('account', () => {
	let stack, world;

	before(async () => {
		stack = await startStack();
		world = openWorld(stack);
	});
	after(() => stack?.stop());

	/* A person of its own for a test, so that counts and factors do not meet. */
	function person(username, { role = 'auditor', place = '2, NULL', extra = {} } = {}) {
		const columns = Object.keys(extra).map((name) => `, ${name}`).join('');
		const values = Object.values(extra).map((value) => `, ${value}`).join('');
		stack.sql(`INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name,
			password_changed_at, created_at${columns}) SELECT '${username}', password_hash, '${role}', ${place},
			'Contoh ${username}', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)${values} FROM account WHERE username = 'auditor'`);
		return { username, password: PASSWORD };
	}

	const id = (username) => stack.sql(`SELECT id FROM account WHERE username = '${username}'`)[0].id;
	const history = (username) => stack.sql(`SELECT subject, from_value, to_value, reason, account_id FROM history
		WHERE subject IN ('account', 'right') AND subject_id = ${id(username)} ORDER BY id`);
	const sessions = (username) => stack.sql(`SELECT second_factor FROM session WHERE account_id = ${id(username)}`);
	const forgetTries = () => stack.sql('DELETE FROM throttle');

	async function trySignIn({ username, password }, { client = stack.client(), next, ...options } = {}) {
		const page = await client.get(`/account/${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`);
		return client.submit(page, { username, password }, { form: 'main form', follow: false, ...options });
	}

	/* Sets the second factor up and gives { secret, codes, page }. */
	async function setUp(client) {
		const intro = await client.get('/account/second-factor', { follow: true });
		const form = await client.submit(intro, {}, { form: 'form[action$="/begin"]' });
		const secret = form.words('#secret').replace(/ /g, '');
		const page = await client.submit(form, { code: totp(secret) }, { form: 'main form' });
		assert.equal(page.status, 200, page.errors.join());
		return { secret, page, codes: page.all('.matang-codes code').map((one) => one.words) };
	}

	/* As if half a minute had passed: the code of now may be given again. */
	const nextCode = (username, secret) => {
		stack.sql(`UPDATE account SET totp_last_step = 0 WHERE username = '${username}'`);
		return totp(secret);
	};

	describe('signing in', () => {
		test('leads each role to its first page', async () => {
			for (const [username, home] of [['operator.dkumkmp', '/questionnaire/'], ['kepala.dkumkmp', '/questionnaire/'],
				['verifikator', '/verify/'], ['validator', '/verify/'], ['admin', '/cycle/'], ['auditor', '/report/']]) {
				const client = stack.client();
				const page = await trySignIn({ username, password: PASSWORD }, { client });
				assert.equal(page.status, 303);
				assert.equal(page.location, '/matang/account/start');
				assert.equal((await client.get('/account/start')).location, `/matang${home}`);
			}
		});

		test('begins a session with a new token in a careful cookie, of which only a hash is kept', async () => {
			const client = stack.client();
			const form = await client.get('/account/');
			const send = () => client.submit(form, { username: 'auditor', password: PASSWORD },
				{ form: 'main form', follow: false });
			const first = await send();
			const cookie = first.setCookies.find((line) => line.startsWith('matang='));
			assert.match(cookie, /^matang=[0-9a-f]{32}; Path=\/matang\/; HttpOnly; SameSite=Lax$/);
			const token = client.cookie('matang');
			const kept = stack.sql(`SELECT COUNT(*) AS n FROM session WHERE token_hash = UNHEX(SHA2('${token}', 256))`);
			assert.equal(kept[0].n, '1');
			await send();
			assert.notEqual(client.cookie('matang'), token);
			assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM session
				WHERE token_hash = UNHEX(SHA2('${token}', 256))`)[0].n, '0');
		});

		test('does not take a token that somebody planted', async () => {
			const client = stack.client();
			client.setCookie('matang', 'a'.repeat(32), '/matang/');
			await trySignIn({ username: 'auditor', password: PASSWORD }, { client });
			assert.notEqual(client.cookie('matang'), 'a'.repeat(32));
		});

		test('takes a name in any spelling', async () => {
			assert.equal((await trySignIn({ username: ' Auditor ', password: PASSWORD })).status, 303);
		});

		test('says the same whatever was wrong', async () => {
			person('sudah.berakhir', { extra: { state: "'ended'", ended_at: 'UTC_TIMESTAMP(3)' } });
			for (const [username, password] of [['auditor', 'salah'], ['tidak.ada', PASSWORD], ['auditor', ` ${PASSWORD}`],
				['sudah.berakhir', PASSWORD], ['pengguna-é', PASSWORD], ["a' OR 1=1 -- ", PASSWORD], ['kuda 🐎', 'x']]) {
				const page = await trySignIn({ username, password });
				assert.equal(page.status, 422, username);
				assert.equal(page.errors.length, 1);
				assert.match(page.errors[0], WRONG);
				assert.equal(page.one('#username').getAttribute('value'), username.trim());
				assert.equal(page.one('#password').getAttribute('value'), null);
			}
			forgetTries();
		});

		/* What a load on the machine cannot make shorter: the fastest of some. */
		test('takes as long for a name that is not there', async () => {
			const fastest = async (username, password) => {
				const times = [];
				for (let turn = 0; turn < 6; turn++) {
					forgetTries();
					const client = stack.client();
					const page = await client.get('/account/');
					const begin = process.hrtime.bigint();
					await client.submit(page, { username, password }, { form: 'main form' });
					times.push(Number(process.hrtime.bigint() - begin) / 1e6);
				}
				return Math.min(...times);
			};
			const nothing = await fastest('', '');
			const unknown = await fastest('tidak.ada', 'salah');
			assert.ok(unknown > nothing + 8, `${unknown} ms for nobody, ${nothing} ms without a password to look at`);
		});

		test('asks for both fields', async () => {
			const page = await trySignIn({ username: '', password: '' });
			assert.equal(page.status, 422);
			assert.equal(page.errors.length, 2);
		});

		test('needs the token of its own form', async () => {
			const client = stack.client();
			const page = await client.get('/account/');
			const fields = { next: '', username: 'auditor', password: PASSWORD };
			for (const csrf of [undefined, '', 'f'.repeat(32), client.csrf(page).slice(1)]) {
				const refused = await client.post('/account/', csrf === undefined ? fields : { csrf, ...fields });
				assert.equal(refused.status, 403);
				assert.equal(client.cookie('matang'), undefined);
				assert.ok(refused.one('form input[type=password]'), 'the form comes back');
			}
			const elsewhere = await client.post('/account/', { csrf: client.csrf(page), ...fields },
				{ headers: { 'sec-fetch-site': 'cross-site' } });
			assert.equal(elsewhere.status, 403);
			const stranger = await stack.client().post('/account/', { csrf: client.csrf(page), ...fields });
			assert.equal(stranger.status, 403);
			assert.equal((await client.post('/account/', { csrf: client.csrf(page), ...fields })).status, 303);
		});

		test('goes on to where the person wanted to go, and nowhere else', async () => {
			const me = person('tujuan'), other = person('tujuan.lain');
			assert.equal((await trySignIn(me, { next: '/report/region/1' })).location, '/matang/report/region/1');
			assert.equal((await trySignIn(me, { next: '/portal/check?code=A&b=1' })).location,
				'/matang/portal/check?code=A&b=1');
			assert.equal((await trySignIn(me, { next: '/portal/check?code=a%20b..c+d' })).location,
				'/matang/portal/check?code=a%20b..c+d');
			for (const next of ['//evil.example/', 'https://evil.example/', '/\\evil.example', 'report', '/a\nb',
				'/../other', '/%2e%2e/other', `/${'a'.repeat(290)}b/../c`])
				assert.equal((await trySignIn(other, { next })).location, '/matang/account/start', next);
		});

		test('sends back a person who opens a page without signing in', async () => {
			const client = stack.client();
			const page = await client.get('/account/profile');
			assert.equal(page.location, '/matang/account/?next=/account/profile');
			const form = await client.follow(page);
			const there = await client.submit(form, { username: 'auditor', password: PASSWORD }, { form: 'main form' });
			assert.equal(there.heading, 'Akun saya');
		});

		test('is not asked of somebody who is signed in', async () => {
			const auditor = await world.as('auditor');
			assert.equal((await auditor.get('/account/')).location, '/matang/account/start');
			assert.equal((await auditor.get('/account/?next=/report/')).location, '/matang/report/');
		});
	});

	describe('tries', () => {
		before(forgetTries);

		test('are held after five for a name, also with the right password, known or not', async () => {
			const known = person('sering.salah');
			for (const username of [known.username, 'tidak.ada']) {
				for (let turn = 0; turn < 5; turn++)
					assert.equal((await trySignIn({ username, password: 'salah' })).status, 422);
				const held = await trySignIn({ username: username.toUpperCase(), password: PASSWORD });
				assert.equal(held.status, 429);
				assert.match(held.errors[0], /Terlalu banyak percobaan.*Tunggu 15 menit/);
				/* Whom it sends people to is said with it, before anything is unfolded. */
				assert.match(held.one('.govuk-error-summary').words, /hubungi administrator.*Kontak administrator/);
			}
			assert.equal(sessions(known.username).length, 0);
		});

		test('are free again after the time of the setting, and trying does not prolong it', async () => {
			const name = 'sering.salah';
			stack.sql('UPDATE throttle SET since = since - INTERVAL 14 MINUTE');
			assert.equal((await trySignIn({ username: name, password: PASSWORD })).status, 429);
			stack.sql('UPDATE throttle SET since = since - INTERVAL 2 MINUTE');
			assert.equal((await trySignIn({ username: name, password: PASSWORD })).status, 303);
		});

		test('are forgotten by a success', async () => {
			const me = person('lalu.benar');
			for (let turn = 0; turn < 4; turn++)
				await trySignIn({ ...me, password: 'salah' });
			assert.equal((await trySignIn(me)).status, 303);
			for (let turn = 0; turn < 4; turn++)
				assert.equal((await trySignIn({ ...me, password: 'salah' })).status, 422);
		});

		test('of many at once are counted too', async () => {
			const me = person('serentak');
			const pages = await Promise.all(Array.from({ length: 12 }, () => trySignIn({ ...me, password: 'salah' })));
			assert.equal(pages.filter((page) => page.status === 422).length, 5);
			assert.equal(pages.filter((page) => page.status === 429).length, 7);
		});

		/* By hand, as if it came from that address. */
		async function from(address, { username, password }, cookies = '') {
			const token = 'a'.repeat(TOKEN);
			const body = new URLSearchParams({ csrf: token, next: '', username, password }).toString();
			const { status, headers } = await new FcgiRequest(`${stack.run}/account.sock`, { REQUEST_METHOD: 'POST', PATH_INFO: '/', QUERY_STRING: '',
				SERVER_PROTOCOL: 'HTTP/1.1', HTTP_HOST: `127.0.0.1:${stack.port}`, HTTP_ORIGIN: stack.origin, REMOTE_ADDR: address,
				HTTP_COOKIE: `matang-form=${token}${cookies}`, CONTENT_LENGTH: body.length,
				CONTENT_TYPE: 'application/x-www-form-urlencoded' }).body(Buffer.from(body)).end().answer;
			return { status, location: headers.location };
		}

		test('of somebody else hold up neither the owner at another address, nor at a browser of before', behindOne, async () => {
			forgetTries();
			const me = person('diserang'), browser = stack.client();
			assert.equal((await trySignIn(me, { client: browser })).status, 303);
			const device = `; matang-device=${browser.cookie('matang-device')}`;
			for (let turn = 0; turn < 5; turn++)
				assert.equal((await from('192.0.2.66', { ...me, password: 'salah' })).status, 422);
			assert.equal((await from('192.0.2.66', me)).status, 429, 'who guesses is held');
			assert.equal((await from('192.0.2.66', me, device)).status, 303, 'the browser of before, behind the same address');
			forgetTries();

			/* From everywhere at once: a new browser waits, that of before does not. */
			for (let turn = 0; turn < 50; turn++)
				assert.equal((await from(`192.0.2.${1 + turn % 25}`, { ...me, password: 'salah' })).status, 422, String(turn));
			assert.equal((await from('198.51.100.7', me)).status, 429);
			const told = await from('198.51.100.7', me, device);
			assert.deepEqual([told.status, told.location], [303, '/matang/account/profile?done=attempts']);
			const page = await browser.get('/account/profile?done=attempts');
			assert.match(page.words('main'), /beberapa kali salah diketik/);
		});

		test('by the proof of another account, or of an older password, are those of anybody', behindOne, async () => {
			forgetTries();
			const me = person('bukti.sendiri'), other = person('bukti.lain'), browser = stack.client();
			await trySignIn(other, { client: browser });
			stack.sql(`UPDATE account SET password_hash = CONCAT(password_hash, 'x') WHERE username = '${other.username}'`);
			const device = `; matang-device=${browser.cookie('matang-device')}`;
			for (const one of [me, other]) {
				for (let turn = 0; turn < 5; turn++)
					await from('192.0.2.67', { ...one, password: 'salah' });
				assert.equal((await from('192.0.2.67', one, device)).status, 429);
			}
			forgetTries();
		});

		test('are held for an address by a limit of its own', async () => {
			forgetTries();
			stack.matang(['setting', 'throttle_address_failures', '6']);
			for (let turn = 0; turn < 6; turn++)
				assert.equal((await trySignIn({ username: `tidak.ada.${turn}`, password: 'x' })).status, 422);
			assert.equal((await trySignIn({ username: 'auditor', password: PASSWORD })).status, 429);
			stack.matang(['setting', 'throttle_address_failures', '50']);
			forgetTries();
		});
	});

	describe('a session', () => {
		test('ends when one signs out, and the way out needs the token', async () => {
			const me = person('keluar');
			const client = await stack.signedIn(me);
			const page = await client.get('/account/profile');
			assert.equal((await client.post('/account/sign-out', {})).status, 403);
			assert.equal((await client.post('/account/sign-out', { csrf: 'x' })).status, 403);
			assert.equal(sessions(me.username).length, 1);
			const out = await client.submit(page, {}, { form: 'header form' });
			assert.match(out.words('main'), /Anda sudah keluar/);
			assert.equal(sessions(me.username).length, 0);
			assert.equal((await client.get('/account/profile')).status, 303);
		});

		test('that has ended is signed out without a word', async () => {
			const out = await stack.client().post('/account/sign-out', {});
			assert.equal(out.location, '/matang/account/?done=signed-out');
			assert.equal(out.headers['clear-site-data'], '"storage"', 'what was typed and not saved stays with nobody');
		});

		test('ends when it was not used, and when it is old', async () => {
			const me = person('lama');
			const client = await stack.signedIn(me);
			const age = (what) => stack.sql(`UPDATE session SET ${what} WHERE account_id = ${id(me.username)}`);
			age('seen_at = UTC_TIMESTAMP(3) - INTERVAL 59 MINUTE');
			assert.equal((await client.get('/account/profile')).status, 200);
			age('seen_at = UTC_TIMESTAMP(3) - INTERVAL 61 MINUTE');
			assert.equal((await client.get('/account/profile')).status, 303);
			age('seen_at = UTC_TIMESTAMP(3), created_at = UTC_TIMESTAMP(3) - INTERVAL 721 MINUTE');
			assert.equal((await client.get('/account/profile')).status, 303);
			age('seen_at = UTC_TIMESTAMP(3), created_at = UTC_TIMESTAMP(3) - INTERVAL 719 MINUTE');
			assert.equal((await client.get('/account/profile')).status, 200);
		});

		test('of other devices can be ended', async () => {
			const me = person('dua.perangkat');
			const [here, there] = [await stack.signedIn(me), await stack.signedIn(me)];
			const page = await here.get('/account/devices');
			assert.equal(page.rows().length, 3);
			assert.equal(page.rows().filter(([name]) => /\(perangkat ini\)/.test(name)).length, 1);
			assert.equal((await here.post('/account/devices', {})).status, 403);
			const after = await here.submit(page, {}, { form: 'main form' });
			assert.match(after.words(), /Semua perangkat lain sudah dikeluarkan/);
			assert.equal(after.rows().length, 2);
			assert.equal((await there.get('/account/profile')).status, 303);
			assert.equal((await here.get('/account/profile')).status, 200);
		});

		test('is one of so many: beyond them the one ends that was not used for the longest time, and it is told', async () => {
			const me = person('banyak.perangkat');
			stack.sql("INSERT INTO setting (name, value) VALUES ('sessions_max', '3')");
			try {
				const devices = [];
				for (let at = 0; at < 3; at++) {
					devices.push(await stack.signedIn(me));
					stack.sql(`UPDATE session SET seen_at = seen_at - INTERVAL 2 MINUTE WHERE account_id = ${id(me.username)}`);
				}
				await devices[0].get('/account/profile');	/* used again */
				const client = stack.client(), told = await trySignIn(me, { client });
				assert.equal(told.location, '/matang/account/profile?done=others-ended');
				assert.match((await client.get(told.location)).words(), /Perangkat lain dikeluarkan/);
				assert.deepEqual(await Promise.all([...devices, client].map(async (one) => (await one.get('/account/profile')).status)),
					[200, 303, 200, 200]);

				/* what is over takes no place, and is nothing to speak of */
				stack.sql(`UPDATE session SET seen_at = seen_at - INTERVAL 2 HOUR WHERE account_id = ${id(me.username)}`);
				assert.notEqual((await trySignIn(me)).location, '/matang/account/profile?done=others-ended');

				/* many at once agree */
				await Promise.all(Array.from({ length: 8 }, () => trySignIn(me)));
				assert.equal(sessions(me.username).length, 3);
			} finally {
				stack.sql("DELETE FROM setting WHERE name = 'sessions_max'");
			}
		});

		test('that has no second factor yet pushes out nobody who gave it', async () => {
			const me = person('dengan.faktor'), client = await stack.signedIn(me);
			stack.sql("INSERT INTO setting (name, value) VALUES ('sessions_max', '2')");
			try {
				const { secret } = await setUp(client);
				for (let at = 0; at < 4; at++)
					assert.match((await trySignIn(me)).location, /second-factor/);
				assert.equal((await client.get('/account/profile')).status, 200);
				for (let at = 0; at < 2; at++) {
					const other = stack.client();
					await trySignIn(me, { client: other });
					const entered = await other.submit(await other.get('/account/second-factor', { follow: true }),
						{ code: nextCode(me.username, secret) }, { form: 'form:has(input[autocomplete=one-time-code])', follow: false });
					/* who only waited for the factor was nowhere in, and ends unmentioned */
					assert.equal(/others-ended/.test(entered.location), at === 1, entered.location);
					assert.equal((await other.get('/account/profile')).status, 200);
				}
				assert.equal((await client.get('/account/profile')).status, 303);
			} finally {
				stack.sql("DELETE FROM setting WHERE name = 'sessions_max'");
			}
		});

		test('names its browser', async () => {
			const me = person('berbagai');
			for (const agent of ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
				'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
				'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', '<b>"x'])
				await trySignIn(me, { headers: { 'user-agent': agent } });
			const client = await stack.signedIn(me);
			const names = (await client.get('/account/devices')).rows().slice(1).map(([name]) => name);
			for (const name of ['Firefox di Linux', 'Edge di Windows', 'Chrome di Android', 'Peramban yang tidak dikenal'])
				assert.ok(names.some((one) => one.startsWith(name)), `${name} in ${names}`);
		});
	});

	describe('the second factor', () => {
		test('is set up by a code, and gives ten recovery codes once', async () => {
			const me = person('dua.langkah');
			const client = await stack.signedIn(me);
			const token = client.cookie('matang');
			const { codes, page, secret } = await setUp(client);
			assert.match(secret, /^[A-Z2-7]{32}$/);
			assert.equal(new Set(codes).size, 10);
			assert.ok(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/.test(code)));
			assert.notEqual(client.cookie('matang'), token, 'the session has a new token');
			assert.deepEqual(sessions(me.username), [{ second_factor: '1' }]);
			assert.equal(history(me.username).at(-1).to_value, 'second_factor_on');
			assert.doesNotMatch((await client.get('/account/second-factor')).text, new RegExp(codes[0]));
			/* The forms of that very page belong to the new session. */
			assert.equal((await client.submit(page, {}, { form: 'header form', follow: false })).status, 303);
		});

		test('is not on before a code was right', async () => {
			const me = person('belum.jadi');
			const client = await stack.signedIn(me);
			const form = await client.submit(await client.get('/account/second-factor'), {}, { form: 'main form' });
			for (const code of ['', '000000', 'abcdef', '1'.repeat(40)]) {
				const page = await client.submit(form, { code }, { form: 'main form' });
				assert.equal(page.status, 422);
				assert.equal(page.words('#secret'), form.words('#secret'));
			}
			assert.equal((await trySignIn(me)).location, '/matang/account/start');
		});

		test('is asked for at sign-in, before anything opens', async () => {
			const me = person('diminta');
			const { secret } = await setUp(await stack.signedIn(me));
			const client = stack.client();
			const asked = await trySignIn(me, { client, next: '/report/region/1?x=1&y=2' });
			assert.equal(asked.location, '/matang/account/second-factor?next=/report/region/1%3Fx%3D1%26y%3D2');
			for (const path of ['/report/', '/account/profile', '/account/devices', '/account/second-factor/off',
				'/account/second-factor/codes', '/account/start', '/account/password'])
				assert.equal((await client.get(path)).location?.replace(/\?.*/, ''), '/matang/account/second-factor', path);
			const page = await client.follow(asked);
			assert.equal(page.one('nav[aria-label="Menu utama"]'), null);
			const wrong = await client.submit(page, { code: '000000' }, { form: 'main form' });
			assert.equal(wrong.status, 422);
			const token = client.cookie('matang');
			const there = await client.submit(wrong, { code: nextCode(me.username, secret) },
				{ form: 'main form', follow: false });
			assert.equal(there.location, '/matang/report/region/1?x=1&y=2');
			assert.notEqual(client.cookie('matang'), token);
			assert.equal((await client.get('/account/profile')).status, 200);
		});

		test('cannot be replaced or left out by a password alone', async () => {
			const me = person('terkunci');
			const { secret } = await setUp(await stack.signedIn(me));
			const client = stack.client();
			await trySignIn(me, { client });
			const csrf = client.csrf(await client.get('/account/second-factor'));
			const kept = () => stack.sql(`SELECT HEX(totp_secret) AS secret, password_hash, totp_confirmed
				FROM account WHERE username = '${me.username}'`)[0];
			const old = kept();
			await client.post('/account/second-factor/begin', { csrf });
			await client.post('/account/second-factor/set-up', { csrf, code: '000000' });
			await client.post('/account/second-factor/off', { csrf, password: PASSWORD });
			await client.post('/account/second-factor/codes', { csrf, password: PASSWORD });
			const changed = await client.post('/account/password', { csrf, current: PASSWORD, password: NEW_PASSWORD,
				again: NEW_PASSWORD, next: '' });
			assert.match(changed.location, /second-factor/);
			assert.deepEqual(kept(), old);
			assert.ok(secret);
		});

		test('takes each code once', async () => {
			const me = person('sekali');
			const { secret } = await setUp(await stack.signedIn(me));
			const code = nextCode(me.username, secret);
			const give = async () => {
				const client = stack.client();
				await trySignIn(me, { client });
				return client.submit(await client.get('/account/second-factor'), { code },
					{ form: 'main form', follow: false });
			};
			const statuses = (await Promise.all([give(), give(), give()])).map((page) => page.status).sort();
			assert.deepEqual(statuses, [303, 422, 422]);
		});

		test('is held after five wrong codes', async () => {
			const me = person('menebak.kode');
			const { secret } = await setUp(await stack.signedIn(me));
			const client = stack.client();
			await trySignIn(me, { client });
			let page = await client.get('/account/second-factor');
			for (let turn = 0; turn < 5; turn++)
				page = await client.submit(page, { code: '000000' }, { form: 'main form' });
			page = await client.submit(page, { code: nextCode(me.username, secret) }, { form: 'main form' });
			assert.equal(page.status, 429);
			assert.equal((await client.get('/account/profile')).status, 303);
		});

		test('gives way to a recovery code, however it is written, once', async () => {
			const me = person('telepon.hilang');
			const { codes } = await setUp(await stack.signedIn(me));
			const give = async (code) => {
				const client = stack.client();
				const asked = await client.follow(await trySignIn(me, { client, next: '/report/' }));
				const page = await client.get(asked.link('Pakai kode pemulihan'));
				return client.submit(page, { code }, { form: 'main form', follow: false });
			};
			const written = codes[0].toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
			assert.equal((await give(written)).location, '/matang/report/');
			assert.equal((await give(codes[0])).status, 422);
			assert.equal((await give(codes[1])).status, 303);
			assert.equal((await give('AAAA-AAAA-AAAA')).status, 422);
			assert.equal(history(me.username).filter((row) => row.to_value === 'recovery_used').length, 2);
		});

		test('has new recovery codes for the password; the old ones end', async () => {
			const me = person('kode.baru');
			const client = await stack.signedIn(me);
			const { codes } = await setUp(client);
			const page = await client.get('/account/second-factor/codes');
			assert.equal((await client.submit(page, { password: 'salah' }, { form: 'main form' })).status, 422);
			const fresh = await client.submit(page, { password: PASSWORD }, { form: 'main form' });
			assert.equal(fresh.all('.matang-codes code').length, 10);
			assert.ok(!fresh.text.includes(codes[0]));
			assert.equal(stack.sql(`SELECT COUNT(*) AS n FROM recovery_code WHERE account_id = ${id(me.username)}`)[0].n, '10');
		});

		test('lies sealed in the database, its codes salted; what was there before stays good', async () => {
			const me = person('tersegel');
			const { secret, codes } = await setUp(await stack.signedIn(me));
			const row = () => stack.sql(`SELECT HEX(totp_secret) AS kept FROM account WHERE username = '${me.username}'`)[0].kept;
			const open = stack.sql(`SELECT HEX(totp_secret) AS kept FROM account WHERE id = ${id(me.username)}`)[0].kept;
			assert.equal(open.length / 2, 61);
			const salts = stack.sql(`SELECT DISTINCT HEX(salt) AS salt FROM recovery_code WHERE account_id = ${id(me.username)}`);
			assert.equal(salts.length, 1);
			assert.match(salts[0].salt, /^[0-9A-F]{32}$/);
			assert.ok(!stack.sql(`SELECT HEX(code_hash) AS hash FROM recovery_code WHERE account_id = ${id(me.username)}`)
				.some(({ hash }) => hash.toLowerCase() === createHash('sha256').update(codes[0].replaceAll('-', '')).digest('hex')));

			/* As it lay before there was a key: it is taken, and sealed. */
			const bytes = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
				.join('').match(/.{8}/g).map((bits) => Number.parseInt(bits, 2).toString(16).padStart(2, '0')).join('');
			stack.sql(`UPDATE account SET totp_secret = X'${bytes}' WHERE username = '${me.username}';
				UPDATE recovery_code SET salt = '', code_hash = UNHEX(SHA2('${codes[0].replaceAll('-', '')}', 256))
				WHERE account_id = ${id(me.username)} LIMIT 1; DELETE FROM recovery_code WHERE salt <> '' AND account_id = ${id(me.username)}`);
			const client = stack.client();
			const asked = await client.follow(await trySignIn(me, { client }));
			assert.equal((await client.submit(asked, { code: nextCode(me.username, secret) }, { form: 'main form', follow: false })).status, 303);
			assert.equal(row().length / 2, 61);
			const other = stack.client();
			const lost = await other.get((await other.follow(await trySignIn(me, { client: other }))).link('Pakai kode pemulihan'));
			assert.equal((await other.submit(lost, { code: codes[0] }, { form: 'main form', follow: false })).status, 303);

			/* Of another row it does not open. */
			const thief = person('pencuri');
			await setUp(await stack.signedIn(thief));
			stack.sql(`UPDATE account SET totp_secret = X'${row()}', totp_last_step = 0 WHERE username = '${thief.username}'`);
			const third = stack.client();
			const page = await third.follow(await trySignIn(thief, { client: third }));
			assert.equal((await third.submit(page, { code: totp(secret) }, { form: 'main form', follow: false })).status, 500);
		});

		test('is switched off by the password where it is not compulsory', async () => {
			const me = person('dimatikan');
			const client = await stack.signedIn(me);
			await setUp(client);
			const page = await client.get('/account/second-factor/off');
			assert.equal((await client.submit(page, { password: 'salah' }, { form: 'main form' })).status, 422);
			const off = await client.submit(page, { password: PASSWORD }, { form: 'main form' });
			assert.match(off.words(), /sudah dimatikan/);
			assert.equal(history(me.username).at(-1).to_value, 'second_factor_off');
			assert.equal((await trySignIn(me)).location, '/matang/account/start');
		});

		test('is compulsory for the roles of the setting', async () => {
			const me = person('wajib', { role: 'validator', place: '1, NULL' });
			stack.matang(['setting', 'second_factor_roles', 'validator']);
			try {
				const client = stack.client();
				await trySignIn(me, { client });
				assert.equal((await client.get('/account/start')).location, '/matang/account/second-factor');
				assert.equal((await client.get('/verify/')).location, '/matang/account/second-factor');
				await setUp(client);
				assert.equal((await client.get('/account/start')).location, '/matang/verify/');
				const off = await client.get('/account/second-factor/off');
				assert.equal(off.status, 403);
				const csrf = client.csrf(await client.get('/account/profile'));
				const forced = await client.post('/account/second-factor/off', { csrf, password: PASSWORD });
				assert.equal(forced.status, 403);
			} finally {
				stack.matang(['setting', 'second_factor_roles', '']);
			}
		});

		test('is what the table of settings says where nobody chose', async () => {
			const me = person('wajib.bawaan', { role: 'validator', place: '1, NULL' });
			stack.sql("DELETE FROM setting WHERE name = 'second_factor_roles'");
			try {
				const client = stack.client();
				await trySignIn(me, { client });
				assert.equal((await client.get('/verify/')).location, '/matang/account/second-factor');
			} finally {
				stack.matang(['setting', 'second_factor_roles', '']);
			}
			assert.equal((await (await stack.signedIn(me)).get('/verify/')).status, 200);
		});

		test('is never off because the settings cannot be read', async () => {
			const me = person('tanpa.pengaturan', { role: 'validator', place: '1, NULL' });
			const client = await stack.signedIn(me);
			stack.sql("UPDATE setting SET value = 'everybody' WHERE name = 'second_factor_roles'");
			try {
				for (const address of ['/verify/', '/account/second-factor', '/account/second-factor/off'])
					assert.equal((await client.get(address)).status, 500, address);
			} finally {
				stack.matang(['setting', 'second_factor_roles', '']);
			}
			stack.sql('RENAME TABLE setting TO setting_away');
			try {
				assert.equal((await client.get('/verify/')).status, 500);
				const page = await trySignIn(me);
				assert.equal(page.status, 500);
				assert.equal(page.headers['set-cookie'], undefined);
			} finally {
				stack.sql('RENAME TABLE setting_away TO setting');
			}
			assert.equal((await client.get('/verify/')).status, 200);
		});
	});

	describe('the password', () => {
		const change = async (client, fields) => client.submit(await client.get('/account/password'), fields,
			{ form: 'main form' });

		test('is refused with reasons', async () => {
			const me = person('pemilih.sandi');
			const client = await stack.signedIn(me);
			for (const [fields, problem] of [
				[{ current: 'salah', password: NEW_PASSWORD, again: NEW_PASSWORD }, /Kata sandi tidak cocok/],
				[{ current: '', password: NEW_PASSWORD, again: NEW_PASSWORD }, /Isi kata sandi sekarang/],
				[{ current: PASSWORD, password: 'pendek', again: 'pendek' }, /paling sedikit 12 karakter/],
				[{ current: PASSWORD, password: NEW_PASSWORD, again: `${NEW_PASSWORD}x` }, /belum sama/],
				[{ current: PASSWORD, password: 'Pemilih.Sandi', again: 'Pemilih.Sandi' }, /nama pengguna/],
				[{ current: PASSWORD, password: 'x'.repeat(20), again: 'x'.repeat(20) }, /diulang/],
				[{ current: PASSWORD, password: PASSWORD, again: PASSWORD }, /berbeda/],
				[{ current: PASSWORD, password: 'Password2026!!', again: 'Password2026!!' }, /paling sering dipakai/],
				[{ current: PASSWORD, password: 'pemilih-2026-contoh', again: 'pemilih-2026-contoh' }, /nama Anda/],
				[{ current: PASSWORD, password: 'Kota.Balikpapan.76', again: 'Kota.Balikpapan.76' }, /nama Anda/],
				/* The province is not of this person's own, and is tried all the same. */
				[{ current: PASSWORD, password: 'kalimantantimur', again: 'kalimantantimur' }, /nama Anda/],
				[{ current: PASSWORD, password: 'x y'.repeat(70), again: 'x y'.repeat(70) }, /paling panjang 200/],
			]) {
				const page = await change(client, fields);
				assert.equal(page.status, 422);
				assert.match(page.errors.join(' '), problem);
				assert.ok(!page.text.includes(fields.password), 'what was typed is not shown');
			}
			assert.equal((await trySignIn(me)).status, 303);
		});

		test('that an administrator made does not wait for ever', async () => {
			const me = person('terlambat', { extra: { must_change_password: 1 } });
			stack.sql(`UPDATE account SET password_changed_at = UTC_TIMESTAMP(3) - INTERVAL 13 DAY WHERE username = '${me.username}'`);
			assert.equal((await trySignIn(me)).location, '/matang/account/password');
			stack.sql(`UPDATE account SET password_changed_at = UTC_TIMESTAMP(3) - INTERVAL 14 DAY WHERE username = '${me.username}'`);
			const late = await trySignIn(me);
			assert.equal(late.status, 422);
			assert.match(late.words(), /tidak berlaku lagi/);
			const wrong = await trySignIn({ ...me, password: 'salah' });
			assert.doesNotMatch(wrong.words(), /tidak berlaku lagi/, 'only who knows it is told');
			stack.sql(`UPDATE account SET must_change_password = 0 WHERE username = '${me.username}'`);
			assert.equal((await trySignIn(me)).status, 303);
		});

		test('is asked for once more, before what locks others out or hands out their data', async () => {
			const me = person('ditinggal', { role: 'admin' });
			const client = await stack.signedIn(me);
			const age = (minutes) => stack.sql(`UPDATE session SET created_at = UTC_TIMESTAMP(3) - INTERVAL ${minutes} MINUTE WHERE account_id = ${id(me.username)}`);
			const page = await client.get('/account/devices');
			const profile = await client.get('/account/profile/edit');
			const factor = await client.get('/account/second-factor');
			age(14);
			assert.equal((await client.get('/cycle/accounts/table.xlsx?region=2')).status, 200);
			age(16);
			const asked = await client.get('/cycle/accounts/table.xlsx?region=2');
			assert.equal(asked.location, '/matang/account/confirm?next=/cycle/accounts/table.xlsx%3Fregion%3D2');
			const refused = await client.post('/account/devices', { csrf: client.csrf(page) });
			assert.equal(refused.status, 403);
			assert.match(refused.words(), /seperempat jam/);
			assert.equal((await client.get('/account/profile')).status, 200, 'all else goes on');

			/* Whoever took long to find a telephone is asked too, and not sent in a circle. */
			const begun = await client.submit(factor, {}, { form: 'form[action$="/begin"]', follow: false });
			assert.equal(begun.location, '/matang/account/second-factor/set-up');
			assert.equal((await client.get('/account/second-factor/set-up')).location, '/matang/account/confirm?next=/account/second-factor/set-up');

			const confirm = await client.follow(asked);
			const token = client.cookie('matang');
			assert.equal((await client.submit(confirm, { password: 'salah' }, { form: 'main form' })).status, 422);
			const done = await client.submit(confirm, { password: PASSWORD }, { form: 'main form', follow: false });
			assert.equal(done.location, '/matang/cycle/accounts/table.xlsx?region=2');
			assert.notEqual(client.cookie('matang'), token, 'the session has a new token');
			assert.equal((await client.follow(done)).status, 200);
			assert.equal((await client.submit(profile, {}, { form: 'main form', follow: false })).status, 303, 'a page that was open stays good');
		});

		test('follows the length of the setting', async () => {
			stack.matang(['setting', 'password_min_length', '16']);
			const page = await change(await stack.signedIn(person('panjang')), { current: PASSWORD,
				password: 'limabelas huruf', again: 'limabelas huruf' });
			assert.match(page.errors.join(), /paling sedikit 16/);
			stack.matang(['setting', 'password_min_length', '12']);
		});

		test('cannot hide bytes behind a NUL', async () => {
			const me = person('nol');
			const client = await stack.signedIn(me);
			const csrf = client.csrf(await client.get('/account/password'));
			const page = await client.request('POST', '/account/password', {
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: `csrf=${csrf}&current=${PASSWORD}&password=abcdefghijkl%00x&again=abcdefghijkl%00y` });
			assert.equal(page.status, 400);
		});

		test('is changed, ends the other devices, and keeps this one with a new token', async () => {
			const me = person('ganti.sandi');
			const [here, there] = [await stack.signedIn(me), await stack.signedIn(me)];
			const token = here.cookie('matang');
			const page = await change(here, { current: PASSWORD, password: NEW_PASSWORD, again: NEW_PASSWORD });
			assert.match(page.words(), /Kata sandi sudah diganti/);
			assert.notEqual(here.cookie('matang'), token);
			assert.equal((await there.get('/account/profile')).status, 303);
			assert.equal((await trySignIn(me)).status, 422);
			assert.equal((await trySignIn({ ...me, password: NEW_PASSWORD })).status, 303);
			assert.equal(history(me.username).at(-1).to_value, 'password_changed');
			assert.equal(stack.sql(`SELECT password_hash FROM account
				WHERE username = '${me.username}'`)[0].password_hash.slice(0, 31), '$argon2id$v=19$m=19456,t=2,p=1$');
		});

		test('set by somebody else must be changed first, and then leads on', async () => {
			const me = person('sementara', { extra: { must_change_password: 1 } });
			const client = stack.client();
			const first = await trySignIn(me, { client, next: '/report/' });
			assert.equal(first.location, '/matang/account/password?next=/report/');
			for (const path of ['/report/', '/account/profile', '/account/start'])
				assert.equal((await client.get(path)).location, '/matang/account/password');
			const page = await client.follow(first);
			assert.equal(page.one('#current'), null);
			const same = await client.submit(page, { password: PASSWORD, again: PASSWORD }, { form: 'main form' });
			assert.match(same.errors.join(), /berbeda/);
			const done = await client.submit(page, { password: NEW_PASSWORD, again: NEW_PASSWORD },
				{ form: 'main form', follow: false });
			assert.equal(done.location, '/matang/report/');
			assert.equal((await client.get('/account/profile')).status, 200);
		});

		test('is counted like a sign-in', async () => {
			const me = person('menebak');
			const client = await stack.signedIn(me);
			for (let turn = 0; turn < 5; turn++)
				await change(client, { current: 'salah', password: NEW_PASSWORD, again: NEW_PASSWORD });
			const page = await change(client, { current: PASSWORD, password: NEW_PASSWORD, again: NEW_PASSWORD });
			assert.equal(page.status, 429);
		});
	});

	describe('one\'s own details', () => {
		test('are changed, by the owner alone, and escaped', async () => {
			const me = person('data.diri');
			const client = await stack.signedIn(me);
			const page = await client.get('/account/profile/edit');
			const saved = await client.submit(page, { full_name: 'Contoh <b>"Diri"</b>', nip: '19800101 200501 1 001',
				office: 'Unsur pengawasan', email: 'contoh@contoh.go.id', phone: '0812' }, { form: 'main form' });
			assert.match(saved.words(), /Perubahan sudah tersimpan/);
			assert.match(saved.words(), /Contoh <b>"Diri"<\/b>/);
			assert.equal(saved.one('main b'), null);
			assert.deepEqual(stack.sql(`SELECT full_name, role, region_id FROM account WHERE username = '${me.username}'`),
				[{ full_name: 'Contoh <b>"Diri"</b>', role: 'auditor', region_id: '2' }]);
		});

		test('changed elsewhere meanwhile are not overwritten unseen', async () => {
			const me = person('dua.jendela');
			const client = await stack.signedIn(me);
			const page = await client.get('/account/profile/edit');
			await client.submit(page, { office: 'Yang pertama' }, { form: 'main form' });
			const stale = await client.submit(page, { office: 'Yang kedua' }, { form: 'main form' });
			assert.equal(stale.status, 409);
			assert.equal(stale.one('#office').getAttribute('value'), 'Yang kedua');
			const again = await client.submit(stale, {}, { form: 'main form' });
			assert.match(again.words(), /Yang kedua/);
		});

		test('are checked', async () => {
			const client = await stack.signedIn(person('salah.isi'));
			const page = await client.submit(await client.get('/account/profile/edit'),
				{ full_name: '', email: 'bukan alamat', nip: 'x'.repeat(31) }, { form: 'main form' });
			assert.equal(page.status, 422);
			assert.equal(page.errors.length, 3);
			assert.equal(page.one('#email').getAttribute('value'), 'bukan alamat');
		});

		test('have no field for rights', async () => {
			const me = person('naik.pangkat');
			const client = await stack.signedIn(me);
			const csrf = client.csrf(await client.get('/account/profile/edit'));
			const page = await client.post('/account/profile/edit', { csrf, version: 1, full_name: 'x', role: 'admin' });
			assert.equal(page.status, 400);
		});

		test('have a history', async () => {
			const me = person('riwayat');
			const client = await stack.signedIn(me);
			await client.submit(await client.get('/account/profile/edit'), { office: 'Baru' }, { form: 'main form' });
			stack.matang(['reset-password', 'riwayat']);
			const page = await (await stack.signedIn(person('riwayat.lain'))).get('/account/history');
			assert.match(page.words('main'), /Belum ada perubahan/, 'others see nothing of it');
			stack.sql(`UPDATE account SET must_change_password = 0, password_hash = (SELECT password_hash FROM
				(SELECT password_hash FROM account WHERE username = 'auditor') a) WHERE username = 'riwayat'`);
			const own = await (await stack.signedIn(me)).get('/account/history');
			assert.match(own.rows()[1].join(' '), /Kata sandi diatur ulang.*Pengelola server/);
			assert.match(own.rows()[2].join(' '), /Data diri diubah.*Contoh riwayat/);
		});
	});

	describe('handing over', () => {
		const fields = (username) => ({ full_name: 'Pengganti Contoh', nip: '', office: 'Analis', username,
			reason: 'Mutasi, SK contoh', password: PASSWORD, agreed: '1' });

		test('makes the successor\'s account, ends the old one\'s access, and leaves the work', async () => {
			const me = person('operator.lama', { role: 'operator', place: '2, 1' });
			const [client, elsewhere] = [await stack.signedIn(me), await stack.signedIn(me)];
			const work = stack.sql('SELECT COUNT(*) AS n FROM answer');
			const page = await client.submit(await client.get('/account/hand-over'), fields('operator.baru'),
				{ form: 'main form' });
			assert.equal(page.heading, 'Tugas sudah diserahkan');
			const password = page.words('main code');
			assert.match(password, /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
			for (const one of [client, elsewhere])
				assert.equal((await one.get('/account/profile')).status, 303);
			assert.match((await trySignIn(me)).errors[0], WRONG);

			const successor = stack.client();
			const first = await trySignIn({ username: 'operator.baru', password }, { client: successor });
			assert.match(first.location, /\/account\/password/);
			await successor.submit(await successor.follow(first), { password: NEW_PASSWORD, again: NEW_PASSWORD },
				{ form: 'main form' });
			assert.equal((await successor.get('/account/start')).location, '/matang/questionnaire/');
			assert.deepEqual(stack.sql(`SELECT n.role, n.region_id, n.agency_id, o.state, o.successor_id = n.id AS linked
				FROM account o, account n WHERE o.username = 'operator.lama' AND n.username = 'operator.baru'`),
			[{ role: 'operator', region_id: '2', agency_id: '1', state: 'ended', linked: '1' }]);
			assert.deepEqual(stack.sql('SELECT COUNT(*) AS n FROM answer'), work);

			const [ended] = history('operator.lama').filter((row) => row.subject === 'right');
			assert.deepEqual({ ...ended }, { subject: 'right', from_value: 'operator', to_value: '',
				reason: 'Mutasi, SK contoh', account_id: id('operator.lama') });
			assert.ok(history('operator.baru').some((row) => row.subject === 'right' &&
				row.from_value === 'operator.lama' && row.reason === 'Mutasi, SK contoh'));
		});

		test('is refused with reasons, and keeps what was typed', async () => {
			const me = person('operator.tetap', { role: 'operator', place: '2, 1' });
			const client = await stack.signedIn(me);
			const page = await client.get('/account/hand-over');
			for (const [change, problem] of [[{ reason: '' }, /Alasan/], [{ agreed: null }, /Centang/],
				[{ password: 'salah' }, /Kata sandi tidak cocok/], [{ username: 'auditor' }, /sudah dipakai/],
				[{ username: 'a b' }, /huruf kecil/], [{ full_name: '' }, /Nama lengkap/]]) {
				const refused = await client.submit(page, { ...fields('operator.lain'), ...change }, { form: 'main form' });
				assert.equal(refused.status, 422);
				assert.match(refused.errors.join(' '), problem);
				assert.equal(refused.one('#office').getAttribute('value'), 'Analis');
			}
			assert.equal(stack.sql("SELECT COUNT(*) AS n FROM account WHERE username = 'operator.lain'")[0].n, '0');
			assert.equal((await client.get('/account/profile')).status, 200);
		});

		test('is the operators\' alone', async () => {
			for (const username of ['kepala.dkumkmp', 'verifikator', 'validator', 'admin', 'auditor']) {
				const client = await world.as(username);
				const profile = await client.get('/account/profile');
				assert.equal(profile.all('a').some((one) => /hand-over/.test(one.getAttribute('href'))), false);
				assert.equal((await client.get('/account/hand-over')).status, 403);
				assert.equal((await client.post('/account/hand-over', { csrf: client.csrf(profile), ...fields('x.y.z') })).status,
					403);
			}
		});
	});

	describe('every address', () => {
		const pages = ['/account/second-factor', '/account/recovery', '/account/second-factor/set-up',
			'/account/second-factor/codes', '/account/second-factor/off', '/account/password', '/account/profile',
			'/account/profile/edit', '/account/devices', '/account/history', '/account/hand-over', '/account/start'];
		const posts = ['/account/second-factor', '/account/recovery', '/account/second-factor/begin',
			'/account/second-factor/set-up', '/account/second-factor/codes', '/account/second-factor/off',
			'/account/password', '/account/profile/edit', '/account/devices', '/account/hand-over'];

		test('asks strangers to sign in', async () => {
			const stranger = stack.client();
			for (const path of pages)
				assert.equal((await stranger.get(path)).location, `/matang/account/?next=${path}`);
			for (const path of posts)
				assert.equal((await stranger.post(path, {})).status, 401, path);
		});

		test('refuses a POST without the token, a field that is not its own, and a method', async () => {
			const operator = await world.as('operator2.dkumkmp');
			const csrf = operator.csrf(await operator.get('/account/profile'));
			for (const path of posts) {
				assert.equal((await operator.post(path, {})).status, 403, path);
				assert.equal((await operator.post(path, { csrf: '0'.repeat(32) })).status, 403, path);
				assert.equal((await operator.post(path, { csrf, no_such_field: '1' })).status, 400, path);
			}
			for (const path of pages)
				assert.equal((await operator.get(`${path}?no_such_field=1`)).status, 400, path);
			for (const path of [...pages, ...posts, '/account/', '/account/sign-out'])
				assert.equal((await operator.request('DELETE', path)).status, 405, path);
			assert.match((await operator.request('DELETE', '/account/password')).headers.allow, /GET.*POST|POST.*GET/);
			assert.equal((await operator.get('/account/sign-out')).status, 405);
			assert.equal((await operator.post('/account/start', { csrf })).status, 405);
			assert.equal((await operator.get('/account/nothing')).status, 404);
		});

		test('says when the database is away', async () => {
			const operator = await world.as('operator2.dkumkmp');
			await stack.withoutDatabase(async () => {
				assert.equal((await operator.get('/account/profile')).status, 503);
				assert.equal((await stack.client().get('/account/healthz')).status, 503);
				const client = stack.client();
				assert.equal((await trySignIn({ username: 'auditor', password: PASSWORD }, { client })).status, 503);
			});
			assert.equal((await operator.get('/account/profile')).status, 200);
			assert.equal((await stack.client().get('/account/healthz')).text, 'ok\n');
		});
	});
});
