// SPDX-License-Identifier: ISC
//
// Who may do what, asked of every route there is. The routes are those of tests/golden/routes.txt,
// which the lint compares with what the programs were built of; what is expected follows from the
// line there and from the rules:
//
//	nobody             GET leads to sign in and back, a change, a script or a tus client is told 401
//	another role       403
//	another's things   404, whether they exist or not
//	without the token  403, with that of somebody else too
//	one's own agency   403 for whoever judges, what a person there did not make changes nothing
//	another method     405 and which there are
//	an unknown field   400
//	an old address     301 to the new one, which asks all of this
//
// and every answer, whatever it says, carries the headers that keep its page safe. Roles, keys and tokens are
// looked at by the programs and are the same behind each server: they are asked about behind one.
//
// One number stands for everything: 800001 is a thing of the person who asks, whatever it is (an
// agency, an assessment, a document …); 800002 one of another agency of the same region; 900001 one
// of another province.

import assert from 'node:assert/strict';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import path from 'node:path';
import { behindOne, ROOT, startStack } from './harness.mjs';
import { PROGRAMS } from './programs.mjs';
import { openWorld, PASSWORD } from './world.mjs';

const ROLES = ['operator', 'head', 'verifier', 'validator', 'admin', 'auditor', 'leader', 'assistant'];
const JUDGES = ['verifier', 'validator'];
const METHODS = ['GET', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'PUT'];
const OWN = 800001, NEXT_DOOR = 800002, FOREIGN = 900001;

/* Things that belong to no region: a number of theirs is nobody's own and nobody's foreign; and keys
   and files of other instances, which are a province's: transfer.test.mjs. */
const OF_ALL = /^\/(instruments?|holidays|settings|regions\/new|peers|import)\b/;

/* What a team tells all agencies of its region. */
const OF_TEAM = /^\/rulings\//;

/* ---- the tables of routes ----------------------------------------------------------------------- */

/* A file without its remarks; in a string "/#/" and "/*" are what they are. */
const source = (file) => readFileSync(path.join(ROOT, 'cgi-bin', file), 'utf8')
	.replace(/"(?:\\.|[^"\\])*"|\/\*.*?\*\//gs, (part) => part[0] === '"' ? part : '');

/* Who may, and the flags, as they were accepted: a table that somebody changed by mistake is not
   what it is measured by. */
const lines = readFileSync(path.join(ROOT, 'tests/golden/routes.txt'), 'utf8').trim().split('\n')
	.filter((line) => !line.startsWith('#')).map((line) => line.split(' '));
const moved = lines.filter(([, , , flags]) => flags === 'MOVED').map(([, from, , , to]) => ({ from, to }));
const accepted = new Map(lines.filter(([, , , flags]) => flags !== 'MOVED')
	.map(([method, place, roles, flags, judges]) => [`${method} ${place}`, {
		judges,
		roles: new Set(roles === 'everybody' ? [] : roles.split(',')),
		flags: new Set(flags.split(',').map((flag) => `ROUTE_${flag}`)) }]));

/* The rest is read from the source: who handles it, and whether it takes fields. */
function readRoutes(program) {
	const folder = path.join(ROOT, 'cgi-bin', program);
	const text = readdirSync(folder).filter((name) => /\.[ch]$/.test(name))
		.map((name) => source(`${program}/${name}`)).join('\n');
	const [table] = /struct route routes\[\] = \{.*?\n\};/s.exec(text);
	const routes = [...table.matchAll(
		/\{\s*METHOD_(\w+),\s*"([^"]+)",\s*(\w+),\s*\.roles = [\w\s|()]+(?:,\s*\.fields = (\w+))?(?:,\s*\.\w+ = [\w\s|]+)*\}/g)]
		.map(([, method, pattern, handler, fields = 'NULL']) => ({ program, method, pattern, handler, fields,
			...accepted.get(`${method} /${program}${pattern}`) }));
	assert.equal(routes.length, table.match(/METHOD_/g).length, `a route of ${program} was not understood`);
	return routes;
}

const read = PROGRAMS.flatMap(readRoutes);
const routes = read.filter((route) => route.roles);

/* A path of the pattern. */
const address = ({ program, pattern }, key) => `/${program}${pattern.replace(/#/g, (_, at) =>
	pattern.indexOf('#') === at || /^\/signoff/.test(`/${program}`) ? key : 3).replace('draft/*', 'draft/notified').replace(/\*/g, 'x')}`;
const matches = (route, of) => route.program === of.program && new RegExp(`^${route.pattern
	.replace(/[.+]/g, '\\$&').replace(/\*/g, '[^/]+').replace(/#/g, '[1-9]\\d*')}$`)
	.test(address(of, OWN).slice(route.program.length + 1));
const named = (route) => `${route.method} /${route.program}${route.pattern}`;

/* An address of several keys: what stands in its places where all of it is one's own and there, and
   what where the later ones are of something else; each of those is 404.  A route that is new has to
   be written here.  `own` absent: nothing of that kind is in this world, see the file that is named. */
const VARIABLE = { own: [OWN, 3], not: [[OWN, 60], [OWN, OWN]] };
const ITEM = { own: [OWN, 'item'], not: [[OWN, FOREIGN], [OWN, 1e9]] };
const SCAN = { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9]] };
const PAPER = { own: [OWN, 'attendance'], not: [[OWN, 'x'], [FOREIGN, 'attendance'], [1e9, 'attendance']] };
const LEVEL = { own: [OWN, 3, 2], not: [[OWN, 3, 5], [OWN, 60, 2], [OWN, 2, 3], [FOREIGN, 3, 2], [1e9, 3, 2]] };
/* An instrument of another kind, and a dimension or variable of what was assessed by it. */
const SCALED = 810001;
const OTHER = { own: [OWN, 1], not: [[OWN, 2], [FOREIGN, 1], [1e9, 1]] };
const OPINION = { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9], [1e9, OWN]] };
const SEVERAL = {
	'GET /cycle/regions/#/places/table.*': { own: [OWN, 'csv'], not: [[OWN, 'x'], [FOREIGN, 'csv'], [1e9, 'csv']] },
	'GET /cycle/instruments/#/#': { own: [OWN, 3], not: [[OWN, 60], [OWN, 2], [FOREIGN, 3], [1e9, 3]] },
	'GET /cycle/instruments/#/table.*': { own: [SCALED, 'csv'], not: [[SCALED, 'x'], [OWN, 'csv'], [1e9, 'csv']] },
	'GET /questionnaire/other/#/#': OTHER,
	'POST /questionnaire/other/#/#': OTHER,
	'GET /questionnaire/other/#/gap/#': OTHER,
	'POST /questionnaire/other/#/gap/#': OTHER,
	'GET /questionnaire/other/#/table.*': { own: [OWN, 'csv'], not: [[OWN, 'x'], [FOREIGN, 'csv'], [1e9, 'csv']] },
	'GET /cycle/instruments/#/#/#': LEVEL,
	'POST /cycle/instruments/#/#/#': LEVEL,
	'GET /activity/#/participants/table.*': { own: [OWN, 'csv'], not: [[OWN, 'x'], [1e9, 'csv']] },
	'GET /activity/#/screen/*': { own: [OWN, '00800001'], not: [[OWN, 'x'], [OWN, '00900001'], [1e9, '00800001']] },
	'GET /activity/#/paper/*': PAPER,
	'GET /activity/#/paper/*/pdf': PAPER,
	'GET /activity/#/paper/*/odt': PAPER,
	'GET /activity/#/paper/*/docx': PAPER,
	'GET /activity/#/certificates/table.*': { own: [OWN, 'csv'], not: [[OWN, 'x'], [1e9, 'csv']] },
	'GET /activity/#/certificates/#/pdf': { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9]] },
	'GET /activity/#/certificates/#/odt': { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9]] },
	'GET /activity/#/certificates/#/docx': { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9]] },
	'GET /activity/#/evidence/*': PAPER,
	'POST /activity/#/evidence/*': PAPER,
	'GET /forum/desk/#/opinions/table.*': { own: [OWN, 'csv'], not: [[OWN, 'x'], [1e9, 'csv']] },
	'GET /forum/#/document/#': { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, 1e9], [1e9, OWN]] },
	'GET /forum/#/support/#': OPINION,
	'POST /forum/#/support/#': OPINION,
	'GET /service/#/file/#': { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9], [FOREIGN, FOREIGN]] },
	'GET /service/assist/#/letter/#': { not: [[OWN, OWN], [OWN, 1e9], [FOREIGN, FOREIGN]] },	/* service.test.mjs */
	'GET /complaint/#/file/#': { own: [OWN, OWN], not: [[OWN, NEXT_DOOR], [OWN, FOREIGN], [OWN, 1e9]] },
	'GET /consultation/new/#/#': VARIABLE,
	'POST /consultation/new/#/#': VARIABLE,
	'GET /consultation/comments/#/#': VARIABLE,
	'POST /consultation/comments/#/#': VARIABLE,
	'GET /exchange/instrument/#/*': { own: ['instrument', 'json'], not: [['instrument', 'x'], [1e9, 'json']] },
	'GET /paper/cycle/#/draft/*': { own: [OWN, 'notified'], not: [[OWN, 'x'], [OWN, 'form']] },
	'GET /paper/cycle/#/draft/*/pdf': { own: [OWN, 'notified'], not: [[OWN, 'x'], [OWN, 'form']] },
	'GET /paper/cycle/#/draft/*/odt': { own: [OWN, 'notified'], not: [[OWN, 'x'], [OWN, 'form']] },
	'GET /paper/cycle/#/draft/*/docx': { own: [OWN, 'notified'], not: [[OWN, 'x'], [OWN, 'form']] },
	'GET /paper/#/csv/#': { not: [[FOREIGN, 1]] },	/* export.test.mjs */
	'GET /portal/agency/#/#/why': { not: [[OWN, 1999], [1e9, 2026]] },	/* why.test.mjs */
	'GET /portal/region/*/*': { not: [['81.01', 2026], ['64.71', 'x']] },	/* report.test.mjs */
	'GET /paper/card/*/*': { not: [['81.01', '2026.png'], ['64.71', '2026.x']] },	/* published.test.mjs */
	'GET /portal/fragment/*/*': { not: [['81.01', 'latest'], ['64.71', 'x']] },	/* opendata.test.mjs */
	'GET /portal/embed/*/*': { not: [['81.01', 'latest'], ['64.71', 'x']] },	/* opendata.test.mjs */
	'GET /portal/data/*/*': { not: [['81.01', '2026.json'], ['64.71', '2026.x']] },	/* report.test.mjs */
	'GET /questionnaire/#/#': VARIABLE,
	'POST /questionnaire/#/#': VARIABLE,
	'GET /questionnaire/#/answers.*': { own: [OWN, 'csv'], not: [[OWN, 'x'], [1e9, 'csv']] },
	'GET /report/region/#/data.*': { own: [OWN, 'json'], not: [[OWN, 'x']] },
	...Object.fromEntries(['/report/region/#/accuracy', '/report/region/#/gaps', '/report/history/#', '/report/agency/#/compare', '/report/agency/#',
		'/paper/agency/#', '/paper/cycle/#', '/cycle/notice/#', '/verify/#', '/plan/#']
		.map((page) => [`GET ${page}/table.*`, { own: [OWN, 'csv'], not: [[OWN, 'x'], [1e9, 'csv']] }])),
	'GET /report/region/#/compare/table.*': { not: [[OWN, 'x'], [1e9, 'csv']] },	/* tables.test.mjs */
	'GET /signoff/#/scan/#': SCAN,
	'GET /signoff/#/scan/#/view': SCAN,
	'GET /signoff/#/scan/#/frame': SCAN,
	'POST /cycle/accounts/#/agencies/#': { own: [OWN, NEXT_DOOR], not: [[OWN, FOREIGN], [OWN, 1e9], [FOREIGN, FOREIGN]] },
	'GET /upload/attach/#/#': ITEM,
	'POST /upload/attach/#/#': ITEM,
	'GET /upload/pending/#/#': ITEM,
	'POST /upload/pending/#/#': ITEM,
	'GET /upload/zip/#/#': VARIABLE,
	'GET /verify/#/#': VARIABLE,
	'POST /verify/#/#': VARIABLE,
};
const several = (route) => (route.pattern.match(/[#*]/g) ?? []).length > 1;
const addressOf = ({ program, pattern }, keys) => {
	const left = [...keys];
	return `/${program}${pattern.replace(/[#*]/g, () => {
		const key = left.shift();
		return key in known ? known[key] : key;
	})}`;
};

/* ---- the world ---------------------------------------------------------------------------------- */

/* A family of everything with one number: region, agency, cycle, assessment, document … */
function family(key, { province, region, agency }) {
	return `
	INSERT IGNORE INTO region (id, parent_id, code, name, kind, timezone) VALUES
		(${province}, NULL, '${String(province).slice(0, 1)}1', 'Provinsi ${province}', 'province', 'WITA'),
		(${region}, ${province}, '${String(region).slice(0, 1)}1.0${region % 10}', 'Kota ${region}', 'city', 'WITA');
	INSERT INTO agency (id, region_id, name) VALUES (${agency}, ${region}, 'Dinas ${agency}');
	INSERT INTO cycle (id, region_id, instrument_id, year, province_tier, early_filling, start_date, state, opened_at)
		SELECT ${key}, ${region}, MIN(id), ${2020 + key % 10}, 1, 1, '2026-11-16', 'open', UTC_TIMESTAMP(3) FROM instrument;
	INSERT INTO cycle_step (cycle_id, step, working_days, planned_from, planned_until)
		SELECT ${key}, seq, 1, '2026-11-16', '2026-11-17' FROM seq_1_to_7;
	INSERT INTO account (id, username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
		SELECT ${key}, 'orang.${key}', password_hash, 'operator', ${region}, ${agency}, 'Orang ${key}', created_at, created_at
		FROM account WHERE username = 'admin';
	INSERT INTO assessment (id, cycle_id, agency_id, state) VALUES (${key}, ${key}, ${agency}, 'draft');
	INSERT INTO answer (assessment_id, variable_id)
		SELECT ${key}, v.id FROM variable v JOIN cycle c ON c.id = ${key} AND c.instrument_id = v.instrument_id;
	INSERT INTO document (id, agency_id, title, kind, created_at, created_by)
		VALUES (${key}, ${agency}, 'Dokumen ${key}', 'sop', UTC_TIMESTAMP(3), ${key});
	INSERT INTO revision (id, document_id, number, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		VALUES (${key}, ${key}, 1, UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'aa/${key}', UTC_TIMESTAMP(3), ${key});
	INSERT INTO evidence_link (id, assessment_id, checklist_item_id, document_id, created_at, created_by)
		SELECT ${key}, ${key}, MIN(i.id), ${key}, UTC_TIMESTAMP(3), ${key} FROM checklist_item i
		JOIN level l ON l.id = i.level_id JOIN variable v ON v.id = l.variable_id AND v.number = 3;
	INSERT INTO pending_evidence (id, assessment_id, checklist_item_id, side, title, due, created_at, created_by)
		SELECT ${key}, ${key}, checklist_item_id, 'agency', 'Janji ${key}', UTC_DATE() + INTERVAL 60 DAY, UTC_TIMESTAMP(3), ${key} FROM evidence_link WHERE id = ${key};
	INSERT INTO consultation (id, assessment_id, agency_id, region_id, variable_number, field, title, asked_at, waiting_since)
		VALUES (${key}, ${key}, ${agency}, ${region}, 3, 'organisasi', 'Pertanyaan ${key}', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
	INSERT INTO plan_step (id, assessment_id, variable_number, level, title, created_at, created_by)
		VALUES (${key}, ${key}, 3, 2, 'Langkah ${key}', UTC_TIMESTAMP(3), ${key});
	INSERT INTO ruling (id, region_id, instrument_id, variable_number, title, body, valid_from, published_at, published_by)
		SELECT ${key}, ${region}, instrument_id, 3, 'Ketetapan ${key}', 'Bunyi', '2026-01-01', UTC_TIMESTAMP(3), ${key} FROM cycle WHERE id = ${key};
	INSERT INTO criterion_comment (id, assessment_id, variable_number, body, at, account_id)
		VALUES (${key}, ${key}, 3, 'Catatan ${key}', UTC_TIMESTAMP(3), ${key});
	INSERT INTO activity (id, agency_id, kind, title, starts_on, ends_on, starts_minute, ends_minute, place, organiser, agenda, minutes, follow_up, created_at, created_by)
		VALUES (${key}, ${agency}, 'rapat', 'Rapat ${key}', UTC_DATE(), UTC_DATE(), 0, 1439, 'Aula', 'Dinas', '', 'Disepakati.', '', UTC_TIMESTAMP(3), ${key});
	INSERT INTO application (id, agency_id, kind, name, address, created_at, created_by, link_due)
		VALUES (${key}, ${agency}, 'site', 'Situs ${key}', 'https://contoh.go.id/', UTC_TIMESTAMP(3), ${key}, '9999-12-31');
	INSERT INTO attendance_session (id, activity_id, token_hash, opened_at, opened_by, closes_at)
		VALUES (${key}, ${key}, UNHEX(SHA2('00${key}', 256)), UTC_TIMESTAMP(3), ${key}, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR);
	INSERT INTO attendance (id, activity_id, name, office, person, at) VALUES (${key}, ${key}, 'Orang ${key}', '', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3));
	INSERT INTO certificate (id, agency_id, year, number, activity_id, attendance_id, name, number_text, code, content, digest, issued_at, issued_by)
		VALUES (${key}, ${agency}, 2026, 1, ${key}, ${key}, 'Orang ${key}', '1/2026', 'SERT${key}', 'blocks.0.kind=title\nblocks.0.text=Sertifikat\n', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), ${key});
	INSERT INTO hearing (id, region_id, agency_id, title, explanation, opens_on, closes_on, state, conclusion, salt, created_at, created_by)
		VALUES (${key}, ${region}, ${agency}, 'Konsultasi ${key}', 'Penjelasan', '2026-01-01', '2099-12-31', 'open', '', REPEAT('x', 16), UTC_TIMESTAMP(3), ${key});
	INSERT INTO hearing_document (hearing_id, document_id, revision_id) VALUES (${key}, ${key}, ${key});
	INSERT INTO opinion (id, hearing_id, mark, body, answer, state, looked_at, received_at)
		VALUES (${key}, ${key}, UNHEX(SHA2('${key}', 256)), 'Pendapat ${key}', '', 'released', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
	INSERT IGNORE INTO complaint_rule (region_id, open) VALUES (${region}, 1);
	INSERT INTO complaint (id, region_id, category, title, body, anonymous, confidential, state, agency_id, created_at, waiting_since, forwarded_at, secret_hash, mark)
		VALUES (${key}, ${region}, 'service', 'Pengaduan ${key}', 'Uraian', 0, 0, 'forwarded', ${agency}, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UNHEX(SHA2('', 256)), UNHEX(SHA2('${key}', 256)));
	INSERT INTO complaint_file (id, complaint_id, sha256, bytes, type, client_name, stored_name, scan, created_at)
		VALUES (${key}, ${key}, UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'aa/c${key}', 'none', UTC_TIMESTAMP(3));
	INSERT INTO complaint_template (id, region_id, title, body, created_at, created_by) VALUES (${key}, ${region}, 'Jawaban ${key}', 'Isi', UTC_TIMESTAMP(3), ${key});
	INSERT INTO service (id, agency_id, created_at, created_by) VALUES (${key}, ${agency}, UTC_TIMESTAMP(3), ${key});
	INSERT INTO service_version (id, service_id, number, state, name, letter_code, legal_base, cost, product, complaint, letter, days, published_at, published_by)
		VALUES (${key}, ${key}, 1, 'published', 'Layanan ${key}', 'SK', '', '', '', '', '', 3, UTC_TIMESTAMP(3), ${key});
	INSERT INTO enterprise (id, agency_id, kind, name, owner, phone, address, village, turnover, products, same, created_at)
		VALUES (${key}, ${agency}, 'micro', 'Usaha ${key}', 'Orang', '', '', '', '', '', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3));
	INSERT INTO service_application (id, agency_id, version_id, enterprise_id, number, channel, state, running_since, applicant, phone, village, particulars, received_at, received_on, due_on)
		VALUES (${key}, ${agency}, ${key}, ${key}, 'LYN-00${key}', 'counter', 'received', '2026-01-02', 'Orang ${key}', '', '', '', UTC_TIMESTAMP(3), '2026-01-02', '2026-01-06');
	INSERT INTO service_requirement (id, version_id, position, name, compulsory, wants_file) VALUES (${key}, ${key}, 1, 'KTP', 1, 1);
	INSERT INTO service_file (id, application_id, requirement_id, sha256, bytes, type, client_name, stored_name, scan, created_at)
		VALUES (${key}, ${key}, ${key}, UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'aa/l${key}', 'none', UTC_TIMESTAMP(3));
	INSERT INTO service_letter (id, agency_id, year, number, application_id, number_text, code, content, digest, issued_at, issued_by)
		VALUES (${key}, ${agency}, 2026, 1, ${key}, '1/2026', 'SURAT${key}', 'blocks.0.kind=title\nblocks.0.text=Surat\n', UNHEX(SHA2('', 256)), UTC_TIMESTAMP(3), ${key});
	INSERT INTO issued_document (id, cycle_id, assessment_id, kind, code, content, digest, issued_at, issued_by)
		VALUES (${key}, ${key}, ${key}, 'form', 'CONTOH${key}', 'a=b\\n', UNHEX(SHA2('a=b\\n', 256)), UTC_TIMESTAMP(3), ${key});
	INSERT INTO signature (id, issued_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		VALUES (${key}, ${key}, 'ink', UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'aa/s${key}', UTC_TIMESTAMP(3), ${key});
	INSERT INTO signature (id, letter_id, method, sha256, bytes, type, client_name, stored_name, created_at, created_by)
		VALUES (${key}0, ${key}, 'ink', UNHEX(SHA2('', 256)), 1, 'application/pdf', 'a', 'aa/t${key}', UTC_TIMESTAMP(3), ${key});`;
}

const people = (region, province, agency) => `
	INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
	SELECT CONCAT(r.role, '.${region}'), password_hash, r.role, IF(r.role = 'validator', ${province}, ${region}),
		IF(r.role IN ('operator', 'head', 'assistant'), ${agency}, NULL), 'Orang', created_at, created_at
	FROM account JOIN (${ROLES.map((role) => `SELECT '${role}' AS role`).join(' UNION ')}) r WHERE username = 'admin';`;

/* Those who judge, and work in the agency, as their own one or beside it.  A validator of the province has one there only where the city
   is its own province: no constraint of the table lets a person judge a region that is not his. */
const ownJudges = JUDGES.map((role) => `
	INSERT INTO account (username, password_hash, role, region_id, agency_id, full_name, password_changed_at, created_at)
	SELECT '${role}.own.${OWN}', password_hash, '${role}', ${OWN}, ${OWN}, 'Orang', created_at, created_at
	FROM account WHERE username = 'admin';
	INSERT INTO account (username, password_hash, role, region_id, serves, full_name, password_changed_at, created_at)
	SELECT '${role}.served.${OWN}', password_hash, '${role}', ${OWN}, 1, 'Orang', created_at, created_at
	FROM account WHERE username = 'admin';
	INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
	SELECT LAST_INSERT_ID(), ${OWN}, ${OWN}, 'operator', UTC_TIMESTAMP(3), ${OWN};`).join('') + `
	INSERT INTO membership (account_id, agency_id, region_id, role, given_at, given_by)
	VALUES (${OWN}, ${NEXT_DOOR}, ${OWN}, 'operator', UTC_TIMESTAMP(3), ${OWN});
	UPDATE account SET serves = 1 WHERE id = ${OWN};`;

/* Two instruments that are no region's: one of a variable 3 with a level 2, to be edited, and another's
   item. */
const instruments = [[OWN, 3, 2], [FOREIGN, 2, 3]].map(([key, variable, level]) => `
	INSERT INTO instrument (id, name, state, created_at) VALUES (${key}, 'Instrumen ${key}', 'draft', UTC_TIMESTAMP(3));
	INSERT INTO variable (id, instrument_id, number, name) VALUES (${key}, ${key}, ${variable}, 'Variabel');
	INSERT INTO level (id, variable_id, number, indicator) VALUES (${key}, ${key}, ${level}, 'Bunyi');
	INSERT INTO checklist_item (id, level_id, position, title, compulsory) VALUES (${key}, ${key}, 1, 'Dokumen', 1);`).join('') + `
	INSERT INTO instrument (id, name, course, state, created_at, published_at)
		VALUES (${SCALED}, 'Instrumen lain', 'own', 'published', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3));
	INSERT INTO scale (id, instrument_id, code) VALUES (${SCALED}, ${SCALED}, 'a');
	INSERT INTO scale_word (scale_id, number, word, points) VALUES (${SCALED}, 1, 'Tidak', 0), (${SCALED}, 2, 'Ya', 100);
	INSERT INTO variable (id, instrument_id, number, name, scale_id) VALUES (${SCALED}, ${SCALED}, 1, 'Butir', ${SCALED});` +
	[[OWN, OWN, OWN], [NEXT_DOOR, OWN, NEXT_DOOR], [FOREIGN, FOREIGN, FOREIGN]].map(([key, region, agency]) => `
	INSERT INTO appraisal (id, instrument_id, region_id, agency_id, year, subject, created_at, created_by)
		VALUES (${key}, ${SCALED}, ${region}, ${agency}, 2026, 'Aplikasi ${key}', UTC_TIMESTAMP(3), ${key});
	INSERT INTO appraisal_answer (appraisal_id, variable_id) VALUES (${key}, ${SCALED});`).join('');

/* What those who judge may change of a cycle, in which their own agency is one of all. */
const OF_REGION = new Set(['POST /complaint/templates/#/remove',
	'POST /consultation/team', 'POST /consultation/rulings/#/withdraw', 'POST /cycle/notice/#/letter', 'POST /cycle/notice/#/notified', 'POST /paper/cycle/#/issue', 'POST /paper/cycle/#/issue-agencies', 'POST /verify/division',
	'POST /paper/cycle/#/report', 'POST /questionnaire/other/#/#', 'POST /questionnaire/other/#/gap/#', 'POST /report/region/#/publish',
	/* The team's own consultations; those of an agency it reads. */
	...['edit', 'extend', 'remove', 'open', 'close', 'publish', 'questions', 'questions/remove', 'area', 'opinions', 'themes'].map((what) => `POST /forum/desk/#/${what}`)]);

/* All that judging leaves behind. */
const TRACE = `SELECT (SELECT GROUP_CONCAT(state, version) FROM assessment) AS states, (SELECT COUNT(*) FROM history) AS history,
	(SELECT COUNT(*) FROM issued_document) AS papers, (SELECT SUM(version) FROM answer) AS answers,
	(SELECT SUM(version) FROM evidence_link) AS links, (SELECT COUNT(*) FROM pending_evidence) AS pending`;

/* What is saved is named as the page names it. */
const ENGLISH = /\b(form|receipt|minutes|scores?|letter|notified|told|verified|recap|report|history|events?|answers?|variables|levels|categories|cycles?|agenc\w+|accounts?|regions?|table|book)\b/i;

let stack;
const known = {};	/* keys that only the database knows */
const asked = { answers: 0 };
const browsers = new Map(), tokens = new Map();

before(async () => {
	/* The service itself is asked by nobody here. */
	const settings = path.join(mkdtempSync(path.join(tmpdir(), 'matang-access-')), 'esign.conf');
	writeFileSync(settings, 'esign_address http://127.0.0.1:9\nesign_version 2\nesign_user a\nesign_password b\n');
	stack = await startStack({ env: { MATANG_ESIGN: settings } });
	openWorld(stack);
	stack.sql(family(OWN, { province: 800000, region: OWN, agency: OWN }) +
		family(NEXT_DOOR, { province: 800000, region: OWN, agency: NEXT_DOOR }) +
		family(FOREIGN, { province: 900000, region: FOREIGN, agency: FOREIGN }) +
		people(OWN, 800000, OWN) + people(FOREIGN, 900000, FOREIGN) + ownJudges);
	/* Lists whose cards their administrator makes alone. */
	stack.sql([[OWN, `admin.${OWN}`], [NEXT_DOOR, 'admin'], [FOREIGN, `admin.${FOREIGN}`]].map(([key, username]) => `
		INSERT INTO account_list (id, account_id, file_name, created_at) SELECT ${key}, id, 'akun.csv', UTC_TIMESTAMP(3) FROM account WHERE username = '${username}';`).join(''));
	/* Behind what makes families of the instrument that was there first. */
	stack.sql(instruments);
	Object.assign(known, stack.sql(`SELECT k.checklist_item_id AS item, c.instrument_id AS instrument FROM evidence_link k
		JOIN assessment a ON a.id = k.assessment_id JOIN cycle c ON c.id = a.cycle_id WHERE k.id = ${OWN}`)[0]);
	/* The one byte of each file, owned by who owns the folder. */
	const { uid, gid } = statSync(stack.files);
	mkdirSync(path.join(stack.files, 'aa'), { mode: 0o700 });
	chownSync(path.join(stack.files, 'aa'), uid, gid);
	for (const name of [OWN, NEXT_DOOR, FOREIGN].flatMap((key) => [`aa/${key}`, `aa/s${key}`, `aa/t${key}`, `aa/c${key}`, `aa/l${key}`])) {
		writeFileSync(path.join(stack.files, name), 'x');
		chownSync(path.join(stack.files, name), uid, gid);
	}
	for (const role of [...ROLES, ...JUDGES.flatMap((one) => [`${one}.own`, `${one}.served`]), 'everywhere']) {
		const client = await stack.signedIn({ username: role === 'everywhere' ? 'admin' : `${role}.${OWN}`, password: PASSWORD });
		browsers.set(role, client);
		tokens.set(role, client.csrf(await client.get('/account/profile')));
	}
	browsers.set('nobody', stack.client());
});
after(() => stack?.stop());

/* ---- asking ------------------------------------------------------------------------------------- */

function assertSafe(page, who) {
	const { headers } = page;
	const file = /^attachment/.test(headers['content-disposition'] ?? '');
	assert.doesNotMatch(headers['content-disposition'] ?? '', ENGLISH);
	const policy = headers['content-security-policy'] ?? '';

	assert.match(policy, /default-src 'none'/);
	assert.equal(headers['permissions-policy'], 'camera=(), geolocation=(), microphone=()');
	/* What stands in a frame of ours has no origin there: it is nobody, and no page. */
	if (policy.startsWith('sandbox')) {
		assert.match(policy, /frame-ancestors '(none|self)'/);
		assert.doesNotMatch(policy, /allow-(?!scripts;)|\*|https?:|connect-src|frame-src|form-action (?!'none')/);
		assert.equal(headers['x-frame-options'], /frame-ancestors 'self'/.test(policy) ? 'SAMEORIGIN' : 'DENY');
	} else {
		assert.match(policy, /frame-ancestors 'none'/);
		assert.match(policy, /form-action 'self'/);
		assert.match(policy, /base-uri 'none'/);
		assert.doesNotMatch(policy, /unsafe|\*|http:/);
		assert.equal(headers['x-frame-options'], 'DENY');
	}
	assert.equal(headers['x-content-type-options'], 'nosniff');
	assert.equal(headers['referrer-policy'], 'same-origin');
	assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
	/* What is published may be read by any page. */
	assert.equal(headers['access-control-allow-origin'], page.status === 200 && /\/portal\/(catalog\.jsonld|feed\.atom|openapi\.json)(\?|$)/.test(page.url) ? '*' : undefined);
	if (who !== 'nobody')
		assert.match(headers['cache-control'], file && !String(page.url).includes('/matang/upload/') ? /^(private, no-cache|no-store)$/ : /^no-store$/);
	for (const cookie of page.setCookies) {
		assert.match(cookie, /; HttpOnly(;|$)/i);
		assert.match(cookie, /; SameSite=(Lax|Strict)(;|$)/i);
		assert.match(cookie, /; Path=\/matang\//);
		assert.doesNotMatch(cookie, /; Domain=/i);
	}
	assert.ok(page.status < 500, `${page.status} for ${who} at ${page.url}: ${page.text.slice(0, 300)}`);
	asked.answers++;
}

async function ask(who, method, place, { fields, headers } = {}) {
	const client = browsers.get(who);
	const query = fields && method === 'GET' ? `?${new URLSearchParams(fields)}` : '';
	const page = method === 'POST' ? await client.post(place, fields ?? {}, { headers }) :
		await client.request(method, place + query, { headers });

	assertSafe(page, who);
	return page;
}

const statusOf = async (...what) => (await ask(...what)).status;

/* ---- every route -------------------------------------------------------------------------------- */

describe('the tables of routes', () => {
	it('were read', () => {
		assert.ok(routes.length > 100, `${routes.length} routes`);
		for (const program of PROGRAMS)
			assert.ok(routes.some((route) => route.program === program), program);
	});

	it('are those of tests/golden/routes.txt, and name every role', () => {
		const places = read.map(({ method, program, pattern }) => `${method} /${program}${pattern}`);
		assert.deepEqual(places.toSorted(), [...accepted.keys()].toSorted(), 'make routes');
		assert.deepEqual(new Set([...accepted.values()].flatMap(({ roles }) => [...roles])), new Set(ROLES));
	});

	it('name no route twice, and no later one that an earlier one hides', () => {
		for (const [at, route] of routes.entries())
			assert.ok(!routes.slice(0, at).some((earlier) => earlier.method === route.method && matches(earlier, route)),
				`${named(route)} is hidden`);
	});

	it('of several keys are all asked with own and with foreign ones', () => {
		assert.deepEqual(read.filter(several).map(named).sort(), Object.keys(SEVERAL).sort());
	});

	it('let nobody change anything but who signs in or out', () => {
		assert.deepEqual(routes.filter((route) => !['GET', 'OPTIONS'].includes(route.method) && !route.roles.size).map(named).sort(),
			['POST /account/', 'POST /account/sign-out', 'POST /account/site', 'POST /activity/at/*',
				'POST /complaint/follow', 'POST /complaint/ticket/leave', 'POST /complaint/ticket/rate', 'POST /complaint/ticket/reopen',
				'POST /complaint/ticket/reply', 'POST /complaint/to/*', 'POST /forum/#/say', 'POST /forum/#/support/#', 'POST /paper/check',
				'POST /service/apply/#', 'POST /service/mine', 'POST /service/mine/renew', 'POST /service/mine/survey', 'POST /service/status']);
	});

	it('look after the token themselves where the frame does not', () => {
		for (const route of routes) {
			if (['GET', 'POST'].includes(route.method) && !route.flags.has('ROUTE_OWN_CSRF') &&
				!route.flags.has('ROUTE_OWN_BODY') || ['HEAD', 'OPTIONS', 'GET'].includes(route.method))
				continue;
			if (named(route) === 'POST /paper/check')	/* compares a file and keeps nothing of it */
				continue;
			/* Number and secret are what lets in; they are typed, or in a cookie that no other site's page sends. */
			if (/^POST \/(complaint\/(follow|ticket\/\w+)|service\/(status|mine\/survey))$/.test(named(route)))
				continue;
			const text = readdirSync(path.join(ROOT, 'cgi-bin', route.program)).filter((name) => name.endsWith('.c'))
				.map((name) => source(`${route.program}/${name}`)).join('\n');
			const body = new RegExp(`^${route.handler}\\(.*?^\\}`, 'ms').exec(text)?.[0] ?? '';
			assert.match(body, /csrf|own_form|token/i, `${named(route)}: ${route.handler} checks no token`);
		}
	});
});

for (const route of routes) {
	const { method, roles } = route;
	const own = address(route, OWN), foreign = address(route, FOREIGN), nextDoor = address(route, NEXT_DOOR);
	const keyed = route.pattern.includes('#') && !OF_ALL.test(route.pattern);
	const frameToken = !route.flags.has('ROUTE_OWN_CSRF') && !route.flags.has('ROUTE_OWN_BODY');
	const token = (who) => method === 'POST' ? { csrf: tokens.get(who) } : undefined;
	const may = ROLES.filter((role) => roles.has(role)), mayNot = ROLES.filter((role) => !roles.has(role));

	describe(named(route), () => {
		it('asked by nobody', async () => {
			const page = await ask('nobody', method, own);
			if (!roles.size)
				return route.pattern.startsWith('/api/') && route.fields === 'NULL' && page.status !== 200 ?
					assert.equal(page.status, 401) : assert.ok([200, 204, 303, 403, 404, 422].includes(page.status), String(page.status));
			if (method !== 'GET')
				return assert.equal(page.status, 401);
			assert.equal(page.status, 303);
			assert.equal(page.location, `/matang/account/?next=${own}`);
			assert.equal(await statusOf('nobody', 'GET', own, { headers: { accept: 'application/json' } }), 401);
			assert.equal(await statusOf('nobody', 'GET', foreign), 303, 'what exists and what does not look the same');
		});

		if (roles.size)
			it(`asked by ${mayNot.join(', ') || 'each role'}`, behindOne, async () => {
				for (const role of mayNot)
					assert.equal(await statusOf(role, method, own, { fields: token(role) }), 403, role);
			});

		if (method === 'GET')
			it(`asked by ${may.join(', ') || 'anybody'}`, async () => {
				for (const role of behindOne.skip ? may.slice(0, 1) : may) {
					const page = await ask(role, 'GET', own);
					/* What belongs to all may be for the administrator of everything alone. */
					assert.ok([200, 303, 404, 409].includes(page.status) || page.status === 403 && OF_ALL.test(route.pattern),
						`${role}: ${page.status}`);
					const head = await ask(role, 'HEAD', own);
					assert.equal(head.status, page.status, `HEAD as ${role}`);
					assert.equal(head.body.length, 0);
					if (page.headers['content-length'] && !page.headers['content-encoding'])
						assert.equal(Number(page.headers['content-length']), page.body.length);
				}
			});

		if (keyed)
			it('about what is another region’s', behindOne, async () => {
				for (const role of may)
					assert.equal(await statusOf(role, method, foreign, { fields: token(role) }), 404, role);
			});

		if (keyed && !OF_TEAM.test(route.pattern) && (roles.has('operator') || roles.has('head')))
			it('about what is another agency’s', behindOne, async () => {
				for (const role of may.filter((one) => ['operator', 'head'].includes(one)))
					assert.equal(await statusOf(role, method, nextDoor, { fields: token(role) }), 404, role);
			});

		/* Whoever judges and works in an agency: its things are not his to judge, and the column of
		   the route says so; what changes something and judges nothing is told here. */
		const judging = may.filter((role) => JUDGES.includes(role));
		if (keyed && judging.length && (method !== 'GET' || route.judges) && !OF_REGION.has(named(route)))
			it(`about the own agency of ${judging.join(', ')}`, behindOne, async () => {
				const shadow = judging.flatMap((role) => [[role, `${role}.own`], [role, `${role}.served`]]);
				const trace = () => stack.sql(TRACE);
				const before = trace();
				for (const [role, who] of shadow) {
					const page = await ask(who, method, own, { fields: token(who) });
					assert.equal(page.status, 403, role);
					assert.match(page.text, /Anda bekerja di perangkat daerah ini/, role);
					assert.notEqual(await statusOf(role, method, own, { fields: token(role) }), 403, `${role} of no agency`);
				}
				assert.deepEqual(trace(), before);
				assert.ok(route.judges, 'the column of the route');
			});

		if (several(route))
			it('about what is not of the first key', behindOne, async () => {
				const { own: all, not } = SEVERAL[named(route)];
				for (const who of OF_ALL.test(route.pattern) ? ['everywhere'] : roles.size ? may : ['nobody']) {
					const at = (keys) => statusOf(who, method, addressOf(route, keys), { fields: token(who) });
					if (all)
						assert.notEqual(await at(all), 404, `${who}: ${all}`);
					for (const keys of not)
						assert.equal(await at(keys), 404, `${who}: ${keys}`);
				}
			});

		if (method === 'POST' && roles.size && frameToken)
			it('without the token, or with another’s', behindOne, async () => {
				for (const role of may) {
					assert.equal(await statusOf(role, 'POST', own), 403, `${role} without`);
					const other = tokens.get(role === 'operator' ? 'head' : 'operator');
					assert.equal(await statusOf(role, 'POST', own, { fields: { csrf: other } }), 403, `${role} with another's`);
				}
			});

		if (!['GET', 'HEAD', 'OPTIONS'].includes(method))
			it('from a page of another site, a neighbour’s too', async () => {
				const who = may[0] ?? 'nobody';
				const sent = (headers) => statusOf(who, method, own, { fields: token(who), headers });
				const origins = ['https://contoh.invalid', 'null', `${stack.origin}.contoh.invalid`, stack.origin.replace('http', 'https')];
				for (const origin of behindOne.skip ? origins.slice(0, 1) : origins)
					assert.equal(await sent({ origin }), 403, origin);
				for (const site of behindOne.skip ? ['cross-site'] : ['cross-site', 'same-site'])
					assert.equal(await sent({ origin: null, 'sec-fetch-site': site }), 403, site);
			});

		if (!route.flags.has('ROUTE_OWN_BODY'))
			it('with a field that it does not know', behindOne, async () => {
				const who = may[0] ?? 'nobody';
				assert.equal(await statusOf(who, method, own, { fields: { ...token(who), tidak_dikenal: '1' } }), 400);
			});

		it('by methods that it has not', async () => {
			const has = new Set(routes.filter((other) => matches(other, route)).map((other) => other.method)
				.filter((one) => one !== 'HEAD'));
			for (const other of METHODS.filter((one) => !has.has(one))) {
				const page = await ask('nobody', other, own);
				assert.equal(page.status, 405, other);
				assert.deepEqual(new Set(page.headers.allow.split(', ').filter((one) => one !== 'HEAD')), has);
			}
		});
	});
}

/* ---- who reads alone ------------------------------------------------------------------------------------ */

describe('whoever reads alone', () => {
	/* One's own account, messages and address of the calendar. */
	const own = /^\/(account|message)\/|^\/schedule\/address/;

	for (const role of ['auditor', 'leader'])
		it(`sends nothing that is about others: ${role}`, () => {
			const sent = routes.filter((route) => route.method === 'POST' && route.roles.has(role));
			assert.ok(sent.length > 0);
			assert.deepEqual(sent.map((route) => `/${route.program}${route.pattern}`).filter((address) => !own.test(address)), []);
		});
});

/* ---- forms on pages --------------------------------------------------------------------------------- */

describe('a page', behindOne, () => {
	const posts = routes.filter(({ method }) => method === 'POST').map((route) => ({ ...route,
		is: new RegExp(`^/matang/${route.program}${route.pattern.replace(/[.+]/g, '\\$&').replace(/\*/g, '[^/]+').replace(/#/g, '[1-9]\\d*')}$`) }));

	for (const role of ROLES)
		it(`offers ${role} no form that ${role} may not send`, async () => {
			let forms = 0;
			for (const route of routes.filter((one) => one.method === 'GET' && one.roles.has(role))) {
				const keys = SEVERAL[named(route)]?.own;
				const page = await ask(role, 'GET', keys ? addressOf(route, keys) : address(route, OWN));
				if (page.status !== 200 || !/html/.test(page.headers['content-type'] ?? ''))
					continue;
				for (const form of page.all('main form[method=post]')) {
					const action = (form.getAttribute('action') || page.url).replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*/s, '');
					const to = posts.find(({ is }) => is.test(action));
					assert.ok(to, `${named(route)}: ${action} is no route`);
					assert.ok(!to.roles.size || to.roles.has(role), `${named(route)} offers ${named(to)}`);
					forms++;
				}
			}
			assert.ok(forms > 0);
		});
});

/* ---- keys in forms ---------------------------------------------------------------------------------- */

describe('a foreign key', behindOne, () => {
	/* Who, where, and the fields by the key that is named: one's own is taken, others are not there.  Of
	   the region's things those of the agency next door are there too, where `region` says so. */
	const item = (key) => key === OWN ? known.item : key;
	const forms = [
		['operator', 'GET', `/report/agency/${OWN}/compare`, (key) => ({ with: key })],
		['auditor', 'GET', `/report/region/${OWN}/compare`, (key) => ({ with: key === OWN ? NEXT_DOOR : key }), { region: true }],
		['verifier', 'GET', '/upload/', (key) => ({ agency: key }), { region: true }],
		['operator', 'GET', '/upload/new', (key) => ({ assessment: key, item: known.item })],
		['operator', 'GET', '/upload/new', (key) => ({ assessment: OWN, item: item(key) })],
		['operator', 'GET', '/upload/bulk-attach', (key) => ({ [`document-${key}`]: 1 })],
		['operator', 'POST', `/upload/attach/${OWN}/ITEM`, (key) => ({ [`document-${key}`]: 1 })],
		['operator', 'POST', '/upload/bulk-attach', (key) => ({ [`document-${key}`]: 1, [`item-${known.item}`]: 1 })],
		['operator', 'POST', '/upload/bulk-attach', (key) => ({ [`document-${OWN}`]: 1, [`item-${item(key)}`]: 1 })],
		['operator', 'POST', `/upload/document/${OWN}/criteria`, (key) => ({ variable: 3, [`item-${item(key)}`]: 1 })],
		/* It stands there already: the item was looked at. */
		['operator', 'POST', `/upload/link/${OWN}/move`, (key) => ({ variable: 3, version: 1, item: item(key), reason: 'Bukan di sini' }), { taken: 422 }],
		['operator', 'POST', `/upload/pending/${OWN}/keep`, (key) => ({ link: key, version: 1 })],
		['admin', 'POST', '/cycle/agencies/new', (key) => ({ region_id: key, name: `Dinas Baru ${key}` }), { refused: 422 }],
	];
	for (const [who, method, place, fields, { region = false, refused = 404, taken = method === 'GET' ? 200 : 303 } = {}] of forms)
		it(`in ${method} ${place}, ${Object.keys(fields('KEY'))}`, async () => {
			const at = (key) => statusOf(who, method, place.replace('ITEM', known.item),
				{ fields: { ...(method === 'POST' && { csrf: tokens.get(who) }), ...fields(key) } });

			for (const key of [FOREIGN, 1e9, ...(region ? [] : [NEXT_DOOR])])
				assert.equal(await at(key), refused, String(key));
			assert.equal(await at(OWN), taken);
		});
});

/* ---- where pages were before ---------------------------------------------------------------------- */

describe('an old address', () => {
	const at = (pattern) => pattern.replaceAll('#', String(OWN));

	it('is no address of anything else, and leads to a page', () => {
		assert.ok(moved.length > 0);
		for (const { from, to } of moved) {
			const is = (pattern, any) => routes.some((route) => route.method === 'GET' && (any || !route.pattern.includes('*')) && `/${route.program}` === /^\/\w+/.exec(pattern)[0] &&
				new RegExp(`^/${route.program}${route.pattern.replaceAll('#', '[1-9]\\d*').replaceAll('*', '[^/]+')}$`).test(at(pattern)));
			assert.ok(!is(from), from);
			assert.ok(is(to, true), to);
		}
	});

	for (const { from, to } of moved)
		it(`${from} leads to ${to}, with its query`, async () => {
			for (const method of ['GET', 'HEAD'])
				for (const query of ['', '?a=1&b=%C3%A9%0D%0A']) {
					const page = await ask('nobody', method, at(from) + query);
					assert.deepEqual([page.status, page.location], [301, `/matang${at(to)}${query}`]);
				}
			assert.ok([404, 405].includes(await statusOf('nobody', 'POST', at(from))), 'a form is never sent there');
			assert.equal(await statusOf('nobody', 'GET', `${at(from)}/x`), 404);
		});
});

/* ---- the administrator of everything, and what belongs to all ------------------------------------- */

describe('the administrator of the whole instance', behindOne, () => {
	it('comes to every region’s things', async () => {
		/* What one person was told is that person's alone, and so are the cards of a list that one has brought in. */
		for (const route of routes.filter((one) => one.roles.has('admin') && one.method === 'GET' && one.pattern.includes('#') &&
			!OF_ALL.test(one.pattern) && one.program !== 'message' && !one.pattern.startsWith('/accounts/cards')))
			for (const key of [OWN, FOREIGN])
				assert.ok([200, 303, 409].includes(await statusOf('everywhere', 'GET', address(route, key).replace('table.x', 'table.csv'))), `${named(route)} ${key}`);
	});
});

/* ---- the menu -------------------------------------------------------------------------------------- */

describe('the menu', behindOne, () => {
	/* Those behind "Lainnya" come last. */
	const MENUS = {
		operator: ['Penilaian', 'Dokumen', 'Pengesahan', 'Surat dan cetakan', 'Laporan', 'Konsultasi', 'Rencana perbaikan', 'Kegiatan', 'Pesan', 'Akun saya', 'Pengaduan', 'Konsultasi publik', 'Aplikasi', 'Layanan', 'Jadwal'],
		head: ['Penilaian', 'Dokumen', 'Pengesahan', 'Surat dan cetakan', 'Laporan', 'Konsultasi', 'Rencana perbaikan', 'Kegiatan', 'Pesan', 'Akun saya', 'Pengaduan', 'Konsultasi publik', 'Aplikasi', 'Layanan', 'Jadwal'],
		verifier: ['Perangkat daerah', 'Dokumen', 'Pemberitahuan', 'Pengesahan', 'Surat dan cetakan', 'Laporan', 'Konsultasi', 'Rencana perbaikan', 'Pesan', 'Akun saya', 'Pengaduan', 'Konsultasi publik', 'Jadwal'],
		validator: ['Perangkat daerah', 'Dokumen', 'Surat dan cetakan', 'Laporan', 'Rencana perbaikan', 'Pesan', 'Akun saya', 'Aplikasi', 'Jadwal'],
		admin: ['Pengaturan', 'Papan pantau', 'Pesan', 'Akun saya', 'Aplikasi'],
		auditor: ['Perangkat daerah', 'Dokumen', 'Pengesahan', 'Surat dan cetakan', 'Laporan', 'Konsultasi', 'Rencana perbaikan', 'Kegiatan', 'Pesan', 'Akun saya', 'Pemberitahuan', 'Pengaduan', 'Konsultasi publik', 'Aplikasi', 'Jadwal'],
		assistant: ['Permohonan', 'Pesan', 'Akun saya'],
		leader: ['Surat dan cetakan', 'Laporan', 'Papan pantau', 'Pusat layanan informasi', 'Pesan', 'Akun saya', 'Pengaduan'],
	};
	/* Whose account it is stands there once more on a telephone, where the head has no room for it. */
	const links = (page) => page.all('.govuk-service-navigation__item:not(.matang-menu__person) .govuk-service-navigation__link');
	const marked = (page) => links(page).filter((link) => link.getAttribute('aria-current')).map((link) => link.words);

	for (const role of ROLES)
		it(`of ${role}`, async () => {
			const page = await ask(role, 'GET', '/account/profile');
			assert.deepEqual(links(page).map((link) => link.words), MENUS[role]);
			assert.deepEqual(marked(page), ['Akun saya']);
			/* Each entry opens, and is the one that is marked there. */
			for (const link of links(page)) {
				const there = await browsers.get(role).get(link.getAttribute('href').replace(/^\/matang/, ''), { follow: true });
				assert.equal(there.status, 200, link.words);
				assert.deepEqual(marked(there), [link.words]);
			}
		});

	it('marks the signing of a form where the form is', async () => {
		assert.deepEqual(marked(await ask('head', 'GET', `/esign/${OWN}/`)), ['Pengesahan']);
	});
});

/* ---- the session ---------------------------------------------------------------------------------- */

describe('the session', () => {
	it('is another after signing in than what the browser brought', async () => {
		const client = stack.client();
		client.setCookie('matang', 'a'.repeat(32), '/matang/');
		await client.signIn({ username: `auditor.${OWN}`, password: PASSWORD });
		assert.notEqual(client.cookie('matang'), 'a'.repeat(32));
		assert.match(client.cookie('matang'), /^[0-9a-f]{32}$/);
		assert.deepEqual(stack.sql(`SELECT 1 AS one FROM session WHERE token_hash = UNHEX(SHA2('${'a'.repeat(32)}', 256))`), []);
	});

	it('ends where it is signed out, and its cookie opens nothing any more', async () => {
		const client = stack.client();
		const page = await client.signIn({ username: `auditor.${OWN}`, password: PASSWORD });
		const kept = client.clone();
		await client.post('/account/sign-out', { csrf: client.csrf(page) });
		assert.equal((await kept.get('/report/')).status, 303);
	});

	it('is nobody’s when the cookie comes twice', async () => {
		const client = browsers.get('auditor');
		const page = await stack.client().get('/report/', {
			headers: { cookie: `matang=${client.cookie('matang')}; matang=${client.cookie('matang')}` } });
		assert.equal(page.status, 303);
	});

	it('ends with the account, the role, and after its time', async () => {
		const client = await stack.signedIn({ username: `auditor.${FOREIGN}`, password: PASSWORD });
		const open = async () => (await client.get('/report/')).status === 200;
		const whose = `WHERE account_id = (SELECT id FROM account WHERE username = 'auditor.${FOREIGN}')`;

		assert.ok(await open());
		stack.sql(`UPDATE session SET seen_at = UTC_TIMESTAMP(3) - INTERVAL 61 MINUTE ${whose}`);
		assert.ok(!await open(), 'idle');
		stack.sql(`UPDATE session SET seen_at = UTC_TIMESTAMP(3), created_at = UTC_TIMESTAMP(3) - INTERVAL 13 HOUR ${whose}`);
		assert.ok(!await open(), 'overdue');
		stack.sql(`UPDATE session SET seen_at = UTC_TIMESTAMP(3), created_at = UTC_TIMESTAMP(3) ${whose}`);
		assert.ok(await open());
		stack.sql(`UPDATE account SET state = 'ended', ended_at = UTC_TIMESTAMP(3) WHERE username = 'auditor.${FOREIGN}'`);
		assert.ok(!await open(), 'ended');
	});

	it('leads to no other site after signing in', async () => {
		for (const next of ['//contoh.invalid/', '/\\contoh.invalid', 'https://contoh.invalid/', '/%5Ccontoh.invalid', '/verify/..//x',
			'/a\r\nLocation: https://contoh.invalid/', 'javascript:alert(1)']) {
			const client = stack.client();
			const page = await client.get(`/account/?next=${encodeURIComponent(next)}`);
			const done = await client.submit(page, { username: `operator.${OWN}`, password: PASSWORD }, { follow: false });
			assert.equal(done.status, 303, next);
			assert.match(done.location, /^\/matang\/[a-z]/, next);
		}
	});
});

/* ---- what has to be done first --------------------------------------------------------------------- */

describe('who has not finished signing in', behindOne, () => {
	before(() => stack.sql(`UPDATE account SET must_change_password = 1 WHERE username LIKE '%.${OWN}'`));
	after(() => stack.sql(`UPDATE account SET must_change_password = 0 WHERE username LIKE '%.${OWN}'`));

	it('comes to nothing but what finishes it', async () => {
		for (const route of routes.filter((one) => one.roles.size && !one.flags.has('ROUTE_HALF'))) {
			const [who] = route.roles, place = address(route, OWN);
			const page = await ask(who, route.method, place, { fields: route.method === 'POST' ? { csrf: tokens.get(who) } : undefined });
			if (route.method === 'GET')
				assert.deepEqual([page.status, page.location], [303, '/matang/account/password'], named(route));
			else
				assert.equal(page.status, 403, named(route));
		}
	});
});

describe('all of it', () => {
	it('was asked', () => assert.ok(asked.answers > routes.length * (behindOne.skip ? 3 : 5), `${asked.answers} answers`));
});
