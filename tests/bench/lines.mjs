// SPDX-License-Identifier: ISC
//
// What is measured: one row for each line of the table. `of` prepares it in a build and tells how it is
// asked for; `way` is how (load.mjs); `aim` is the part of the other build's CPU time that it may take; what is
// `fresh` was not there in the base, and stands beside another line of the same build; with `beside`, asked for
// in turns with what that prepares, called `than`, of whose CPU time it may take `most_of` times as much (1).

import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { throng, queue, cold, ask } from './load.mjs';

const VARIABLES = Array.from({ length: 11 }, (_, n) => n + 1);
const PEOPLE = Array.from({ length: 16 }, (_, n) => n + 1);
const NOW = 1, MANY = 2, REPORTED = 10;		/* cycles of world.sql and size.sql */
const PAPERS = 8;		/* drawn in a round */

/* The order of a walk is by chance, but the same in each run and each build. */
function shuffled(list) {
	let seed = 20261129;
	const order = list.map((one) => [(seed = (seed * 1103515245 + 12345) % 2147483648), one]);
	return order.sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

/* Pages of several people: `paths` makes those of one. */
async function walk(build, people, paths) {
	const steps = [];
	for (const person of people) {
		const cookie = await build.cookie(person);
		steps.push(...paths(person).map((path) => ({ path: `/matang${path}`, cookie })));
	}
	return { steps: shuffled(steps) };
}

const one = (build, person, path) => walk(build, [person], () => [path]);
const fillers = PEOPLE.map((n) => `operator.bench-${n}`);
const verifiers = PEOPLE.map((n) => `verifikator.besar-${n}`);
const ownOf = (build, person) => build.assessment(person.replace('operator.', ''), NOW);
const waiting = (build) => build.sql(`SELECT id FROM assessment WHERE cycle_id = ${MANY} AND agency_id > 301
	AND state = 'submitted' ORDER BY id LIMIT ${PEOPLE.length}`).map((row) => row.id);

/* Another one of the same agency, who sees the same page but for what is told to him. */
function colleague(build, person, name, unread) {
	build.sql(`INSERT IGNORE INTO account (username, password_hash, role, region_id, agency_id, full_name, unread, password_changed_at, created_at)
		SELECT CONCAT('operator.', '${name}'), password_hash, role, region_id, agency_id, full_name, ${unread}, password_changed_at, created_at
		FROM account WHERE username = '${person}'`);
	return `operator.${name}`;
}

/* Each on an answer of their own; the versions are read anew each time that somebody begins. */
async function savers(build) {
	const people = [];
	for (const person of fillers) {
		const client = await build.world.as(person), assessment = ownOf(build, person);
		const page = await client.get(`/matang/questionnaire/${assessment}/1`);
		people.push({ path: `/matang/questionnaire/${assessment}/`, cookie: await build.cookie(person),
			token: client.csrf(page), assessment });
	}
	return { people: () => people.map((saver) => ({ ...saver, versions: build.sql(`SELECT n.version FROM answer n
		JOIN variable v ON v.id = n.variable_id WHERE n.assessment_id = ${saver.assessment} ORDER BY v.number`)
		.map((row) => row.version) })) };
}

/* Lists that nobody has signed yet, for each round: a list takes no more than a hall within a minute. */
async function attended(build) {
	let round = 0;
	return { lists: () => {
		const codes = PEOPLE.map(() => `BENCH${String(++round).padStart(3, '0')}`);
		for (const code of codes)
			build.sql(`INSERT INTO activity (agency_id, kind, title, starts_on, ends_on, starts_minute, ends_minute, place, organiser, agenda,
					minutes, follow_up, created_at, created_by) SELECT agency_id, 'rapat', '${code}', UTC_DATE(), UTC_DATE(), 0, 1439, 'Aula', 'Dinas Contoh',
					'', '', '', UTC_TIMESTAMP(3), id FROM account WHERE username = '${fillers[0]}';
				INSERT INTO attendance_session (activity_id, token_hash, opened_at, opened_by, closes_at)
					SELECT MAX(id), UNHEX(SHA2('${code}', 256)), UTC_TIMESTAMP(3), MAX(created_by), UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM activity`);
		return codes.map((code) => `/matang/activity/at/${code}`);
	} };
}

/* Forms without account as browsers send them, each of a page of its own (cgi-bin/lib/guest/token.c); the rates are
 * wide open, since it is the price of a post that is measured; as many networks as people save, or one. */
async function written(build, networks) {
	const FORMS = 20_000;
	const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

	build.sql(`INSERT IGNORE INTO complaint_rule (region_id, open) SELECT id, 1 FROM region;
		INSERT IGNORE INTO guest_key (id, secret, made_at) VALUES (1, UNHEX(SHA2('bench', 256)), UTC_TIMESTAMP(3));
		INSERT INTO setting (name, value) VALUES ('guest_posts_per_hour', '10000'), ('guest_posts_of_all', '1000000') ON DUPLICATE KEY UPDATE value = VALUES(value);
		UPDATE world_stamp SET number = number + 1`);
	const key = Buffer.from(build.sql('SELECT HEX(secret) AS secret FROM guest_key')[0].secret, 'hex');
	const keyed = (purpose, token) => sha256(key, sha256(key, purpose, token));
	const form = () => {
		const token = `${Math.floor(Date.now() / 1000).toString(16).padStart(8, '0')}.${randomBytes(16).toString('hex')}`;
		const [first, second] = keyed('Q', token);
		return `guest_token=${token}.${keyed('T', token).subarray(0, 16).toString('hex')}&guest_work=&guest_answer=${2 + first % 9 + second % 9}&website=` +
			'&category=service&title=Loket+contoh+tutup&body=Loket+contoh+tutup+sejak+pagi+tanpa+pengumuman.&place=&name=&contact=';
	};
	return { forms: () => {
		build.sql('TRUNCATE guest_rate');
		return Array.from({ length: FORMS }, (_, n) => `/matang/complaint/to/64.08 192.0.2.${n % networks} ${form()}`);
	} };
}

async function followed(build) {
	build.sql(`INSERT IGNORE INTO complaint_rule (region_id, open) SELECT id, 1 FROM region;
		INSERT IGNORE INTO complaint (id, region_id, category, title, body, anonymous, confidential, created_at, waiting_since, secret_hash, mark)
			SELECT 900000, MIN(region_id), 'service', 'Loket contoh tutup', 'Loket contoh tutup sejak pagi.', 0, 0, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3),
				UNHEX(SHA2('0123456789ABCDEF', 256)), UNHEX(SHA2('bench', 256)) FROM complaint_rule;
		UPDATE world_stamp SET number = number + 1`);
	return { steps: [{ path: '/matang/complaint/ticket', cookie: 'matang-ticket-complaint=P-900000.0123-4567-89AB-CDEF' }] };
}

/* A service of the agency of that person, in force, and so many applications that wait for their check; the first of them
 * is opened by number and secret. */
function served(build, person, many, key) {
	build.sql(`SET unique_checks = 0;
		INSERT INTO service (id, agency_id, created_at, created_by) SELECT ${key}, agency_id, UTC_TIMESTAMP(3), id FROM account WHERE username = '${person}';
		INSERT INTO service_version (id, service_id, number, state, name, letter_code, legal_base, cost, product, complaint, letter, days, published_at, published_by)
			SELECT ${key}, ${key}, 1, 'published', 'Surat keterangan contoh', 'SK', '', 'Tanpa biaya', 'Surat', 'Dinas', '{data}', 3, UTC_TIMESTAMP(3), created_by
			FROM service WHERE id = ${key};
		INSERT INTO service_requirement (id, version_id, position, name, compulsory, wants_file) VALUES (${key}, ${key}, 1, 'KTP', 1, 1);
		INSERT INTO enterprise (id, agency_id, kind, name, owner, phone, address, village, turnover, products, same, created_at)
			SELECT ${key}, agency_id, 'micro', 'Warung Contoh', 'Orang Contoh', '', 'Jalan Contoh 1', 'Kelurahan', '', 'Keripik', UNHEX(SHA2('${key}', 256)), UTC_TIMESTAMP(3)
			FROM service WHERE id = ${key};
		INSERT INTO service_application (id, agency_id, version_id, enterprise_id, number, secret_hash, channel, state, applicant, phone, village, particulars,
			received_at, received_on, running_since, due_on, mark)
			SELECT ${key} + q.seq, s.agency_id, ${key}, ${key}, CONCAT('LYN-', LPAD(${key} + q.seq, 8, '0')), UNHEX(SHA2('0123456789ABCDEF', 256)), 'online', 'received',
				'Orang Contoh', '', 'Kelurahan', 'kind=micro\\nname=Warung Contoh\\nowner=Orang Contoh\\n', UTC_TIMESTAMP(3), UTC_DATE(), UTC_DATE(), UTC_DATE() + INTERVAL 5 DAY,
				UNHEX(SHA2(CONCAT(${key}, '-', q.seq), 256))
			FROM service s JOIN seq_1_to_${many} q WHERE s.id = ${key};
		INSERT INTO service_verdict (application_id, requirement_id, brought) SELECT id, ${key}, 1 FROM service_application WHERE version_id = ${key};
		INSERT INTO service_move (application_id, before_state, state, at) SELECT id, '', 'received', UTC_TIMESTAMP(3) FROM service_application WHERE version_id = ${key};
		UPDATE world_stamp SET number = number + 1;
		ANALYZE TABLE service_application, service_verdict, service_move, enterprise`);
	return one(build, person, '/service/');
}

/* A paper that is issued anew: the address of its PDF. */
async function issued(build, kind) {
	const verifier = await build.world.as('verifikator.kutim');
	const page = await verifier.get(`/paper/cycle/${REPORTED}`);
	const { location } = await verifier.post(`/paper/cycle/${REPORTED}/issue`, { csrf: verifier.csrf(page), kind });
	return { path: `${location.replace(/\?.*/, '')}/pdf`, cookie: await build.cookie('verifikator.kutim') };
}

/* Papers that nobody has drawn yet, for each round. */
async function drawn(build, kind) {
	const papers = [];
	const more = async () => {
		for (let n = 0; n < PAPERS; n++)
			papers.push(await issued(build, kind));
	};
	return { before: more, once: () => papers.splice(0) };
}

/* A year of the region of 61 with so many other agencies, half of them still filling in, each with a plan. */
async function crowded(build, many, years) {
	const [{ year, region }] = build.sql(`SELECT year - ${years} AS year, region_id AS region FROM cycle WHERE id = ${MANY}`);
	const key = 100_000 * (20 + years);
	build.sql(`SET unique_checks = 0, foreign_key_checks = 0;
		INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, start_date, state, opened_at)
			SELECT ${key}, region_id, instrument_id, ${year}, 0, start_date, 'open', opened_at FROM cycle WHERE id = ${MANY};
		INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
			SELECT ${key}, step, working_days, planned_from, planned_until FROM cycle_step WHERE cycle_id = ${MANY};
		INSERT INTO agency (id, region_id, name, short_name) SELECT ${key} + seq, ${region}, CONCAT('Dinas Ramai ${years} ', seq), CONCAT('ramai-${years}-', seq)
			FROM seq_1_to_${many};
		INSERT INTO assessment (id, cycle_id, agency_id, state, opened_at) SELECT ${key} + seq, ${key}, ${key} + seq,
			ELT(1 + seq MOD 4, 'draft', 'returned', 'submitted', 'verified'), UTC_TIMESTAMP(3) FROM seq_1_to_${many};
		INSERT INTO answer (assessment_id, variable_id, self_level, city_level, city_reason, city_recommendation)
			SELECT ${key} + a.seq, v.id, IF(v.number < a.seq MOD 12, 3, NULL), IF(a.seq MOD 4 = 3, 3, NULL), 'Contoh', 'Contoh'
			FROM seq_1_to_${many} a JOIN variable v JOIN cycle c ON c.id = ${MANY} AND c.instrument_id = v.instrument_id;
		INSERT INTO plan_step (assessment_id, variable_number, level, title, due, created_at, created_by)
			SELECT ${key} + a.seq, s.seq, 3, 'Menyusun laporan', UTC_DATE() - INTERVAL 15 DAY + INTERVAL s.seq * 10 DAY, UTC_TIMESTAMP(3),
				(SELECT MIN(id) FROM account) FROM seq_1_to_${many} a JOIN seq_1_to_3 s;
		UPDATE world_stamp SET number = number + 1;
		ANALYZE TABLE agency, assessment, answer, plan_step`);
	return one(build, verifiers[0], `/plan/wall?year=${year}&page=1`);
}

async function again(build) {
	const paper = await issued(build, 'notified');
	await ask(build.nginx.origin, paper);
	return { steps: [paper] };
}

/* `linked`: where the build has programs without shared libraries (make STATIC=yes), one of those. */
const asCgi = (build, program, path, cookie, linked) => ({
	program: linked && existsSync(`${build.build}/static/bin/${program}`) ? `static/bin/${program}` : `bin/${program}`,
	environment: { REQUEST_METHOD: 'GET', GATEWAY_INTERFACE: 'CGI/1.1', SERVER_PROTOCOL: 'HTTP/1.1', SERVER_NAME: 'localhost',
		REMOTE_ADDR: '127.0.0.1', SCRIPT_NAME: `/matang/${program}`, PATH_INFO: path, QUERY_STRING: '', HTTP_COOKIE: cookie } });

export const lines = [
	{ name: 'variable', title: 'variable page', way: throng, aim: 0.28, rivals: true,
		of: async (build) => one(build, fillers[0], `/questionnaire/${ownOf(build, fillers[0])}/5`) },
	{ name: 'variable-walk', title: 'variable page, walk', way: throng, aim: 0.28,
		of: (build) => walk(build, fillers, (person) => VARIABLES.map((n) => `/questionnaire/${ownOf(build, person)}/${n}`)) },
	{ name: 'tasks', title: 'task list', way: throng, aim: 0.33,
		of: (build) => one(build, fillers[0], `/questionnaire/${ownOf(build, fillers[0])}/`) },
	{ name: 'tasks-walk', title: 'task list, walk', way: throng, aim: 0.33,
		of: (build) => walk(build, fillers, (person) => [`/questionnaire/${ownOf(build, person)}/`]) },
	{ name: 'tasks-marked', title: 'task list with unread messages', than: 'task list without', most_of: 1.03, way: throng, fresh: true,
		beside: (build) => one(build, fillers[3], `/questionnaire/${ownOf(build, fillers[3])}/`),
		of: (build) => one(build, colleague(build, fillers[3], 'berpesan', 7), `/questionnaire/${ownOf(build, fillers[3])}/`) },
	{ name: 'tasks-waiting', title: 'task list of whom 100,000 messages wait for', than: 'task list of whom none waits for', way: throng, fresh: true,
		beside: (build) => one(build, fillers[3], `/questionnaire/${ownOf(build, fillers[3])}/`),
		of: (build) => {
			const person = colleague(build, fillers[3], 'ditunggu', 0);
			build.sql(`INSERT INTO message (account_id, kind, agency_name, created_at, mail_due)
				SELECT a.id, 'returned', 'Dinas Contoh', UTC_TIMESTAMP(3), '2099-01-01' FROM seq_1_to_100000 JOIN account a ON a.username = '${person}'`);
			return one(build, person, `/questionnaire/${ownOf(build, fillers[3])}/`);
		} },
	{ name: 'verify', title: 'verify: variable', way: throng, aim: 0.45,
		of: (build) => one(build, verifiers[0], `/verify/${waiting(build)[0]}/5`) },
	{ name: 'verify-walk', title: 'verify: variable, walk', way: throng, aim: 0.45,
		of: (build) => {
			const all = waiting(build);
			return walk(build, verifiers, (person) => VARIABLES.map((n) => `/verify/${all[verifiers.indexOf(person) % all.length]}/${n}`));
		} },
	{ name: 'verify-list', title: 'verify: list of 61 agencies', way: throng, aim: 0.35,
		of: (build) => one(build, verifiers[0], '/verify/') },
	{ name: 'verify-list-walk', title: 'verify: list of 61, walk', way: throng, aim: 0.35,
		of: (build) => walk(build, verifiers, () => ['/verify/']) },
	{ name: 'wall', title: 'wall for the leaders of 61', than: 'verify: list of 61 agencies', way: throng,
		beside: (build) => one(build, verifiers[0], '/verify/'), of: (build) => one(build, verifiers[0], '/plan/wall') },
	{ name: 'wall-crowd', title: 'wall of 25,000, all of a page', than: 'wall of 60, all of a page', most_of: 1.1, way: queue,
		beside: (build) => crowded(build, 60, 4), of: (build) => crowded(build, 25_000, 3) },
	{ name: 'plans', title: 'plans of 61 agencies (at most the list)', way: throng, fresh: true,
		of: (build) => one(build, verifiers[0], '/plan/') },
	{ name: 'region', title: 'report of a region of 61', way: queue, aim: 0.3, most: 120_000,
		of: (build) => one(build, verifiers[0], `/report/region/${MANY}`) },
	{ name: 'lift', title: 'lift list of 61', than: 'report of a region of 61', most_of: 1.5, way: queue,
		beside: (build) => one(build, verifiers[0], `/report/region/${MANY}`), of: (build) => one(build, verifiers[0], `/report/region/${MANY}/lift`) },
	{ name: 'forty', title: 'library of 40 documents', way: throng, aim: 0.15,
		of: (build) => one(build, 'operator.besar-5', '/upload/') },
	{ name: 'forty-walk', title: 'library of 40, walk', way: throng, aim: 0.15,
		of: (build) => walk(build, PEOPLE.map((n) => `operator.besar-${n}`), () => ['/upload/']) },
	{ name: 'library', title: 'library of 2,000', way: queue, aim: 0.35,
		of: (build) => one(build, 'operator.besar-60', '/upload/') },
	{ name: 'sought', title: 'library of 2,000, sought', way: queue, aim: 0.35,
		of: (build) => one(build, 'operator.besar-60', '/upload/?q=rencana') },
	{ name: 'save', title: 'one saved answer, walk', way: throng, aim: 0.7, of: savers },
	{ name: 'attend', title: 'one attendance by telephone', than: 'one saved answer', way: throng, fresh: true, beside: savers, of: attended },
	{ name: 'complaint', title: 'one complaint posted (at most 1.2 of a saved answer)', way: throng, fresh: true, of: (build) => written(build, 16) },
	{ name: 'complaint_one', title: 'one complaint posted, all of one network', way: throng, fresh: true, of: (build) => written(build, 1) },
	{ name: 'ticket', title: 'following a ticket (at most half of the variable page)', way: throng, fresh: true, of: followed },
	{ name: 'write', title: 'form of complaints', way: throng, fresh: true, floor: 0.5, of: async (build) => {
		await written(build);
		return { steps: [{ path: '/matang/complaint/to/64.08', cookie: '' }] };
	} },
	{ name: 'status', title: 'status of an application', way: throng, fresh: true, floor: 0.5, of: async (build) => {
		await served(build, fillers[4], 10, 3_000_000);
		return { steps: [{ path: '/matang/service/mine', cookie: 'matang-ticket-service=LYN-03000001.0123-4567-89AB-CDEF' }] };
	} },
	{ name: 'status-form', title: 'form to see an application', way: throng, fresh: true, floor: 0.5,
		of: async () => ({ steps: [{ path: '/matang/service/status', cookie: '' }] }) },
	{ name: 'queue', title: 'queue of 100,000 applications', than: 'queue of 1,000', most_of: 1.05, way: throng, fresh: true,
		beside: (build) => served(build, fillers[5], 1_000, 1_000_000), of: (build) => served(build, fillers[6], 100_000, 2_000_000) },
	{ name: 'consultations', title: 'public consultations', way: throng, fresh: true, floor: 0.5,
		of: async () => ({ steps: [{ path: '/matang/forum/', cookie: '' }] }) },
	{ name: 'public', title: 'public page of a region', way: throng, aim: 0.15, floor: 0.5,
		of: async () => ({ steps: [{ path: '/matang/portal/region/64.08/2025', cookie: '' }] }) },
	{ name: 'figures', title: 'public figures of a region', way: throng, aim: 0.15, floor: 0.5,
		of: async () => ({ steps: [{ path: '/matang/portal/data/64.08/2025.json', cookie: '' }] }) },
	{ name: 'catalogue', title: 'catalogue of open data', way: throng, fresh: true, floor: 0.5,
		of: async () => ({ steps: [{ path: '/matang/portal/catalog.jsonld', cookie: '' }] }) },
	{ name: 'again', title: 'second download of a paper', way: throng, aim: 0.1, of: again },
	{ name: 'recap', title: 'recap of a region, drawn', way: queue, aim: 0.6, of: (build) => drawn(build, 'recap') },
	{ name: 'report', title: 'activity report, drawn', way: queue, aim: 0.6, of: (build) => drawn(build, 'report') },
	...[['', '', false], ['-static', ', static', true]].flatMap(([suffix, words, linked]) => [
		{ name: `cold-portal${suffix}`, title: `portal as cold CGI${words}`, way: cold, aim: 0.6,
			of: async (build) => asCgi(build, 'portal', '/', '', linked) },
		{ name: `cold-variable${suffix}`, title: `questionnaire as cold CGI${words}`, way: cold, aim: 0.6,
			of: async (build) => asCgi(build, 'questionnaire', `/${ownOf(build, fillers[0])}/5`, await build.cookie(fillers[0]), linked) },
	]),
];

/* Of nation.sql: province 1001 with its 680 agencies, and the regency 1039 in it. */
const validator = 'validator.nation-0', verifier = 'verifikator.nation-38', operator = 'operator.nation-38';
const OPEN = 100000 + 552 * 4 + 38, LAST = OPEN - 552;

/** What a nation's data must not make dearer; without aims beside another build. */
export const nationLines = [
	['admin', 'administrator: home', 'admin', '/cycle/'],
	['cycles', 'administrator: cycles', 'admin', '/cycle/cycles'],
	['cycles-last', 'administrator: cycles, page 50', 'admin', '/cycle/cycles?page=50'],
	['agencies', 'administrator: agencies', 'admin', '/cycle/agencies'],
	['agencies-sought', 'administrator: agencies sought', 'admin', '/cycle/agencies?q=umum+12345'],
	['accounts', 'administrator: accounts', 'admin', '/cycle/accounts'],
	['accounts-sought', 'administrator: accounts sought', 'admin', '/cycle/accounts?q=contoh+12345'],
	['province-verify', 'verify: list of a province', validator, '/verify/'],
	['province-report', 'report: list of a province', validator, '/report/'],
	['province-library', 'library of a province', validator, '/upload/'],
	['notice', 'notice to a region of 45', verifier, `/cycle/notice/${OPEN}`],
	['front', 'public front', '', '/portal/'],
	['public-region', 'public page of a region', '', '/portal/region/01.01/2025'],
	['nation-region', 'report of a region of 45', verifier, `/report/region/${OPEN}`],
	['nation-last', 'report of a region, last year', verifier, `/report/region/${LAST}`],
	['gaps', 'what is missing in a region of 45', verifier, `/report/region/${OPEN}/gaps`],
	['bulk', 'bulk attach of three documents', operator, '/upload/bulk-attach?document-1000380=1&document-1000381=1&document-1000382=1'],
	['nation-variable', 'variable page', operator, '/questionnaire/300038/5'],
	['nation-tasks', 'task list', operator, '/questionnaire/300038/'],
].map(([name, title, person, path]) => ({ name, title, way: queue, of: (build) => one(build, person, path) }));
