// SPDX-License-Identifier: ISC
//
// FastCGI by hand (FastCGI specification 1.0, responder role): what a web server says to a program,
// byte by byte, so that a test can stop in the middle of it.
//
//	const request = new FcgiRequest(`${stack.run}/upload.sock`, { REQUEST_METHOD: 'POST', … });
//	request.body(half); … request.body(rest); request.end();
//	const { status, headers, text } = await request.answer;

import net from 'node:net';

const BEGIN = 1, END = 3, PARAMS = 4, STDIN = 5, STDOUT = 6;
const RECORD_MAX = 65_528;

function record(type, content) {
	const head = Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 0xff, 0, 0]);
	return Buffer.concat([head, content]);
}

function length(n) {
	return n < 128 ? Buffer.from([n]) : Buffer.from([n >> 24 | 0x80, n >> 16, n >> 8, n]);
}

/** Status, headers (lower case), all its cookies, the body and its text of what a CGI program prints. */
export function parseAnswer(bytes) {
	const all = bytes.toString('utf8');
	const at = all.indexOf('\r\n\r\n');
	const lines = all.slice(0, at).split('\r\n').map((line) =>
		[line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]);
	const headers = Object.fromEntries(lines);
	const cookies = lines.filter(([name]) => name === 'set-cookie').map(([, value]) => value);
	return { status: at < 0 ? null : parseInt(headers.status ?? '200', 10), headers, cookies,
		body: at < 0 ? Buffer.alloc(0) : bytes.subarray(bytes.indexOf('\r\n\r\n') + 4), text: at < 0 ? '' : all.slice(at + 4) };
}

export class FcgiRequest {
	#socket;

	constructor(socket, variables) {
		this.#socket = net.connect(socket);
		this.answer = new Promise((resolve, reject) => {
			const chunks = [];
			this.#socket.on('data', (chunk) => chunks.push(chunk));
			this.#socket.on('error', reject);
			this.#socket.on('close', () => {
				try {
					resolve(parseAnswer(this.#stdout(Buffer.concat(chunks))));
				} catch (error) {
					reject(error);	/* closed without an answer */
				}
			});
		});
		this.answer.catch(() => {});
		this.#socket.write(record(BEGIN, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])));
		this.#socket.write(record(PARAMS, Buffer.concat(Object.entries(variables).flatMap(([name, value]) =>
			[length(Buffer.byteLength(name)), length(Buffer.byteLength(String(value))), Buffer.from(name), Buffer.from(String(value))]))));
		this.#socket.write(record(PARAMS, Buffer.alloc(0)));
	}

	#stdout(bytes) {
		const parts = [];
		for (let at = 0; at + 8 <= bytes.length;) {
			const size = bytes.readUInt16BE(at + 4);
			if (bytes[at + 1] === STDOUT)
				parts.push(bytes.subarray(at + 8, at + 8 + size));
			this.ended ||= bytes[at + 1] === END;
			at += 8 + size + bytes[at + 6];
		}
		return Buffer.concat(parts);
	}

	/** More of the body. */
	body(bytes) {
		for (let at = 0; at < bytes.length; at += RECORD_MAX)
			this.#socket.write(record(STDIN, Buffer.from(bytes).subarray(at, at + RECORD_MAX)));
		return this;
	}

	/** The body is whole. */
	end() {
		this.#socket.write(record(STDIN, Buffer.alloc(0)));
		return this;
	}

	/** The line broke. */
	cut() { this.#socket.destroy(); }
}
