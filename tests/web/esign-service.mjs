// SPDX-License-Identifier: ISC
//
// A signature service for tests, as the clients of BSrE's know it (cgi-bin/esign/service.h): both
// versions of its interface, over HTTP, and it really signs what it gets.
//
//	const service = await startEsign({ signer });		// of sign.mjs
//	service.people = [{ nik, email, passphrase, totp, status, complaint }]
//	service.trouble = 'slow'				// see TROUBLES; null: none
//	service.asked						// what came in: [{ path, ... }]
//	writeFileSync(file, service.settings(2))		// for MATANG_ESIGN
//	await service.stop()

import http from 'node:http';
import https from 'node:https';
import { randomUUID } from 'node:crypto';
import net from 'node:net';

const USER = 'matang-contoh', PASSWORD = 'sandi-layanan-contoh';
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const complaint = (status, error, code) => ({ status, json: { error, ...code ? { status_code: code } : {} } });

/* What may go wrong once the person is known: gives an answer, or changes the signed file. */
const TROUBLES = {
	slow: () => new Promise(() => {}),
	failed: () => ({ status: 500, body: '' }),
	refused: () => complaint(400, 'Tidak dapat diproses 3271000000000001'),
	redirect: () => ({ status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }),
	html: () => ({ status: 200, body: '<html><body>Selamat datang</body></html>' }),
	empty: () => ({ status: 200, json: {} }),
	broken: () => ({ status: 200, body: '{"file":["' }),
	huge: () => ({ status: 200, body: Buffer.alloc(13 << 20, 65) }),
	unsigned: (file) => file,
	stub: () => Buffer.from('%PDF-1.7\nbukan PDF\n%%EOF\n'),
	other: (file, { signer, pdf }) => signer.sign(pdf('Formulir lain')),
	edited: (file, { signer }) => Buffer.from(signer.sign(file).toString('latin1').replace('/DisplayDocTitle true',
		'/DisplayDocTitle null'), 'latin1'),
	rewritten: (file, { signer }) => signer.sign(Buffer.concat([Buffer.from('%PDF-1.7\n%baru\n'), file])),
};

class EsignService {
	people = [];
	trouble = null;
	visible = true;		/* false: 500 without a reason for a visible signature */
	direct = false;		/* version 1: the PDF itself as the answer */
	asked = [];
	#documents = new Map();

	constructor(fields) { Object.assign(this, fields); }

	/* At the same place as before, if there was one. */
	async start(tls = this.tls) {
		const handle = (request, answer) => this.#answer(request, answer)
			.catch((error) => answer.writeHead(599).end(String(error)));
		this.server = tls ? https.createServer(tls, handle) : http.createServer(handle);
		await new Promise((done) => { this.server.listen(this.port ?? 0, '127.0.0.1', done); });
		this.port = this.server.address().port;
		this.address = `${tls ? 'https' : 'http'}://127.0.0.1:${this.port}`;
	}

	settings(version, more = '') {
		return `esign_address ${this.address}\nesign_version ${version}\nesign_user ${USER}\n` +
			`esign_password ${PASSWORD}\nesign_seconds 8\n${more}`;
	}

	async stop() {
		this.server.closeAllConnections();
		await new Promise((done) => { this.server.close(done); });
	}

	async #answer(request, response) {
		const chunks = [];
		for await (const chunk of request)
			chunks.push(chunk);
		const { status, json, body, headers = {} } = await this.#handle(request, Buffer.concat(chunks));
		response.writeHead(status, { 'content-type': json ? 'application/json' : 'application/octet-stream', ...headers });
		response.end(json ? JSON.stringify(json) : body);
	}

	async #handle(request, body) {
		const basic = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
		const routes = {
			'POST /api/sign/pdf': () => this.#sign1(request, body),
			'POST /api/v2/sign/pdf': () => this.#sign2(body),
			'POST /api/v2/sign/get/totp': () => this.#code(body),
			'POST /api/v2/user/check/status': () => this.#status(body),
		};
		if (request.headers.authorization !== basic)
			return complaint(401, 'Unauthorized');
		const [, document] = /^\/api\/sign\/download\/([\w-]+)$/.exec(request.url) ?? [];
		if (request.method === 'GET' && this.#documents.has(document)) {
			this.asked.push({ path: request.url });
			return { status: 200, body: this.#documents.get(document) };
		}
		return routes[`${request.method} ${request.url}`]?.() ?? complaint(404, 'Not Found');
	}

	/* The person of a request, or the complaint about it. */
	#person({ nik, email }) {
		const person = this.people.find((one) => nik !== undefined ? one.nik === nik : one.email === email);
		return person ? { person } : { wrong: complaint(400, 'User belum terdaftar', 2011) };
	}

	#check(asked) {
		const { person, wrong } = this.#person(asked);
		if (wrong)
			return wrong;
		if (asked.totp !== undefined ? asked.totp !== person.totp || person.used : asked.passphrase !== person.passphrase)
			return complaint(400, asked.totp !== undefined ? 'TOTP salah atau expired' :
				'Proses signing gagal : Passphrase anda salah', asked.totp !== undefined ? 0 : 2031);
		if (person.complaint)
			return complaint(400, person.complaint);
		/* A visible signature that does not fit is refused without a word. */
		if (asked.visible && (!this.visible || !asked.image.subarray(0, 8).equals(PNG) || asked.page < 1 ||
			asked.x < 0 || asked.y < 0 || asked.x + asked.width > 612 || asked.y + asked.height > 940))
			return { status: 500, body: '' };
		person.used = asked.totp !== undefined;
		return null;
	}

	/* The signed file as a Buffer, or an answer instead of it. */
	async #signed(asked, file) {
		const wrong = this.#check(asked);
		if (wrong)
			return wrong;
		if (this.trouble)
			return TROUBLES[this.trouble](file, this);
		return this.signer.sign(file, asked.visible ? { page: asked.page,
			rect: [asked.x, asked.y, asked.x + asked.width, asked.y + asked.height] } : {});
	}

	async #sign1(request, body) {
		const form = await new Response(body, { headers: { 'content-type': request.headers['content-type'] } }).formData();
		const bytes = async (name) => Buffer.from(await form.get(name).arrayBuffer());
		const asked = { path: request.url, names: [...form.keys()], nik: form.get('nik'), passphrase: form.get('passphrase'),
			visible: form.get('tampilan') === 'visible', reason: form.get('reason'), location: form.get('location') };
		if (asked.visible)
			Object.assign(asked, { image: await bytes('imageTTD'), page: Number(form.get('page')), x: Number(form.get('xAxis')),
				y: Number(form.get('yAxis')), width: Number(form.get('width')), height: Number(form.get('height')) });
		asked.file = await bytes('file');
		this.asked.push(asked);
		const signed = await this.#signed(asked, asked.file);
		if (!Buffer.isBuffer(signed))
			return signed;
		if (this.direct)
			return { status: 200, body: signed, headers: { 'content-type': 'application/pdf' } };
		const id = randomUUID();
		this.#documents.set(id, signed);
		return { status: 200, json: { message: 'Proses berhasil' }, headers: { id_dokumen: id } };
	}

	async #sign2(body) {
		const { nik, email, passphrase, totp, signatureProperties: [look], file, ...others } = JSON.parse(body);
		const asked = { path: '/api/v2/sign/pdf', nik, email, passphrase, totp, others, visible: look.tampilan === 'VISIBLE',
			reason: look.reason, location: look.location, file: Buffer.from(file[0], 'base64') };
		if (asked.visible)
			Object.assign(asked, { image: Buffer.from(look.imageBase64, 'base64'), page: look.page, x: look.originX,
				y: look.originY, width: look.width, height: look.height });
		this.asked.push(asked);
		const signed = await this.#signed(asked, asked.file);
		return Buffer.isBuffer(signed) ? { status: 200, json: { time: 12, file: [signed.toString('base64')] } } : signed;
	}

	async #code(body) {
		const asked = JSON.parse(body);
		this.asked.push({ path: '/api/v2/sign/get/totp', ...asked });
		const { person, wrong } = this.#person(asked);
		if (wrong || typeof asked.data !== 'number')
			return wrong ?? complaint(400, 'data');
		Object.assign(person, { totp: String(100000 + this.asked.length), used: false });
		return { status: 200, json: { message: 'OTP terkirim' } };
	}

	async #status(body) {
		const asked = JSON.parse(body);
		this.asked.push({ path: '/api/v2/user/check/status', ...asked });
		return { status: 200, json: { status: this.#person(asked).person?.status ?? 'NOT_REGISTERED' } };
	}
}

/** signer, pdf: of sign.mjs; tls: { key, cert } of an HTTPS server. */
export async function startEsign(fields) {
	const service = new EsignService(fields);
	await service.start();
	return service;
}

/** Somebody else at that port, who answers whatever comes with these words. */
export async function startNoise(port, words) {
	const server = net.createServer((socket) => socket.on('error', () => {}).resume().end(words));
	await new Promise((done) => { server.listen(port, '127.0.0.1', done); });
	return { stop: () => new Promise((done) => { server.close(done); }) };
}
