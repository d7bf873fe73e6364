// SPDX-License-Identifier: ISC
//
// What three photographs of 2 MB cost that come with an application: see README.md beside this file, and `run
// photographs`. The same bytes go by the same client through the same nginx, in turns: to a program that throws them
// away (drain.c), as three documents by tus 1.0 (received, hashed, judged, stored), and as one application without
// account with three files. The figures are medians of the rounds, the ratios medians of each round's ratio.

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { settle } from '../web/city.mjs';
import { jpeg } from '../web/files.mjs';
import { answerGuest } from '../web/guest.mjs';
import { startStack } from '../web/harness.mjs';
import { startFastcgi, startNginx, stopParts } from './builds.mjs';
import { cpu, median } from './cost.mjs';

const BYTES = 2 << 20, PHOTOGRAPHS = 3, SEGMENT = 65_533;

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const rounds = Number(options.rounds);

/* A JPEG of so many bytes, another one each time: what is looked at is small, and noise stands in comments before it. */
function photograph() {
	const whole = jpeg(''), head = whole.subarray(0, 20), segments = [];
	for (let left = BYTES - whole.length; left > 4; left -= SEGMENT + 2) {
		const body = randomBytes(Math.min(left - 4, SEGMENT - 2)), mark = Buffer.alloc(4);
		mark.writeUInt16BE(0xfffe, 0);
		mark.writeUInt16BE(body.length + 2, 2);
		segments.push(mark, body);
	}
	return Buffer.concat([head, ...segments, whole.subarray(20)]);
}

const photographs = () => Array.from({ length: PHOTOGRAPHS }, photograph);
const seconds = async (work) => {
	const before = process.hrtime.bigint();
	await work();
	return Number(process.hrtime.bigint() - before) / 1e9;
};
const expect = (page, ...statuses) => {
	if (!statuses.includes(page.status))
		throw new Error(`${page.url}: ${page.status} ${page.errors?.join() || page.text?.slice(0, 500)}`);
	return page;
};

async function main(stack) {
	const city = settle(stack);
	stack.sql(`REPLACE INTO setting (name, value) VALUES ('guest_posts_per_hour', '10000'), ('guest_mib_per_hour', '1048576'), ('guest_mib_of_all', '1048576'), ('agency_quota_mib', '1048576');
		INSERT INTO service (id, agency_id, created_at, created_by) SELECT 1, agency_id, UTC_TIMESTAMP(3), id FROM account WHERE username = 'operator.satu';
		INSERT INTO service_version (id, service_id, number, state, name, letter_code, legal_base, cost, product, complaint, letter, days, published_at, published_by)
			SELECT 1, 1, 1, 'published', 'Surat contoh', 'SK', '', 'Tanpa biaya', 'Surat', 'Dinas', '{data}', 3, UTC_TIMESTAMP(3), created_by FROM service;
		INSERT INTO service_requirement (id, version_id, position, name, compulsory, wants_file) SELECT seq, 1, seq, CONCAT('Foto ', seq), 1, 1 FROM seq_1_to_${PHOTOGRAPHS};
		UPDATE world_stamp SET number = number + 1`);
	const operator = await city.signIn('operator.satu'), person = stack.client();
	const csrf = operator.csrf(await operator.get('/account/profile'));
	const drain = startFastcgi(stack, 'drain', 2, path.join(stack.build, 'bench/drain'));
	const { origin } = await startNginx(stack, path.join(stack.var, 'none'));
	const tus = { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': csrf };
	let number = 0;

	const contenders = {
		'thrown away': { pids: () => [drain.pid], prepare: async () => {
			const body = Buffer.concat(photographs());
			return async () => {
				const answer = await fetch(`${origin}/bench/drain/`, { method: 'PATCH', body });
				if (!answer.ok && answer.status !== 204)
					throw new Error(`drain: ${answer.status}`);
			};
		} },
		'three documents': { pids: () => [stack.pid('upload')], prepare: async () => {
			const sent = await Promise.all(photographs().map(async (body, at) => {
				const { location } = expect(await operator.request('POST', '/upload/files', { headers: { ...tus, 'upload-length': body.length,
					'upload-metadata': `filename ${Buffer.from(`foto-${++number}-${at}.jpg`).toString('base64')}` } }), 201);
				return { location, body };
			}));
			return async () => {
				for (const { location, body } of sent) {
					const answer = await fetch(`${origin}${location}`, { method: 'PATCH', body, headers: { ...tus, 'upload-offset': '0',
						'content-type': 'application/offset+octet-stream', cookie: `matang=${operator.cookie('matang')}` } });
					if (answer.status !== 204)
						throw new Error(`${location}: ${answer.status} ${await answer.text()}`);
				}
			};
		} },
		'one application': { pids: () => [stack.pid('service')], prepare: async () => {
			const page = expect(await person.get('/service/apply/1'), 200), form = page.form('main form[method=post]');
			const files = photographs();
			const values = { applicant: 'Contoh Ayu', kind: 'micro', name: `Usaha ${++number}`, owner: 'Contoh Ayu', address: 'Jalan Contoh 1', village: 'Kelurahan', products: 'Keripik',
				...answerGuest(page) };
			const body = new FormData();
			for (const [name, value] of form.filled(values).filter(([, one]) => typeof one === 'string'))
				body.append(name, value);
			files.forEach((content, at) => body.append(`file-${at + 1}`, new Blob([content], { type: 'image/jpeg' }), `foto-${at + 1}.jpg`));
			return async () => {
				const answer = await fetch(`${origin}${new URL(form.action).pathname}`, { method: 'POST', body, redirect: 'manual',
					headers: { cookie: ['matang', 'matang-guest'].flatMap((name) => person.cookie(name) ? [`${name}=${person.cookie(name)}`] : []).join('; ') } });
				if (answer.status !== 303)
					throw new Error(`application: ${answer.status} ${(await answer.text()).slice(0, 3000)}`);
			};
		} },
	};
	const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
	for (let round = 0; round <= rounds; round++)
		for (const [name, { pids, prepare }] of Object.entries(contenders)) {
			const work = await prepare(), before = cpu({ program: pids() }).program;
			const time = await seconds(work);
			if (round > 0)		/* the first warms up */
				results[name].push({ rate: PHOTOGRAPHS * BYTES / (1 << 20) / time, cpu: (cpu({ program: pids() }).program - before) / 1000 });
		}
	console.log(`\n${PHOTOGRAPHS} photographs of ${BYTES >> 20} MB, ${rounds} rounds, medians\n`);
	console.log(`${''.padEnd(24)}${'MiB/s'.padStart(8)}${'beside the documents'.padStart(22)}${'program CPU ms'.padStart(16)}`);
	for (const [name, list] of Object.entries(results))
		console.log(name.padEnd(24) + median(list.map((one) => one.rate)).toFixed(1).padStart(8) +
			median(list.map((one, at) => one.rate / results['three documents'][at].rate)).toFixed(2).padStart(22) +
			median(list.map((one) => one.cpu)).toFixed(1).padStart(16));
}

const stack = await startStack();
try {
	await main(stack);
} finally {
	await stopParts();
	await stack.stop();
}
