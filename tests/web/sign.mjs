// SPDX-License-Identifier: ISC
//
// Signed PDFs for tests, made with openssl's command as a signing service would: an incremental
// update per signature, its byte range around the hexadecimal text of a CMS signature.
//
//	const room = signingRoom(dir);
//	const authority = room.authority('Otoritas Contoh');
//	const signer = authority.signer('Rina Contoh');
//	const signed = signer.sign(pdf('Formulir'));		// Buffer
//	writeFileSync('authorities.pem', authority.pem);

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { needs } from './needs.mjs';

needs('openssl');

const CONTENTS_BYTES = 9000;

function openssl(args, input) {
	const run = spawnSync('openssl', args, { input, maxBuffer: 1 << 28 });
	if (run.status !== 0)
		throw new Error(`openssl ${args.join(' ')}: ${run.stderr}`);
	return run.stdout;
}

const latin = (buffer) => buffer.toString('latin1');
const offset = (number) => String(number).padStart(10, '0');

/** A page with one line of text; a field with that value may stand below it. */
export function pdf(text, { field } = {}) {
	const drawn = `BT /F1 14 Tf 60 760 Td (${text}) Tj ET`;
	const form = field === undefined ? '' : ' /AcroForm << /Fields [6 0 R] >>';
	const objects = [`<< /Type /Catalog /Pages 2 0 R${form} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
			`/Resources << /Font << /F1 5 0 R >> >>${field === undefined ? '' : ' /Annots [6 0 R]'} >>`,
		`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		...field === undefined ? [] : [textField(field)]];
	let body = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
	const places = objects.map((object, at) => {
		const place = body.length;
		body += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return place;
	});
	const table = body.length;
	body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n` +
		places.map((place) => `${offset(place)} 00000 n \n`).join('') +
		`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
	return Buffer.from(body, 'latin1');
}

/** The object of that field, 6 of a page that has one. */
export const textField = (value) => '<< /Type /Annot /Subtype /Widget /FT /Tx /T (catatan) /Rect [60 700 260 720] ' +
	`/F 4 /P 3 0 R /V (${value}) >>`;

/* Of the newest revision: the number of the catalogue, and what stands in an object. */
const rootOf = (text) => Number([...text.matchAll(/\/Root (\d+) 0 R/g)].at(-1)[1]);
const objectOf = (text, number) => [...text.matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\s*<<(.*?)>>\\s*endobj`, 'gs'))]
	.at(-1)[1].trim();

/** Objects in a new section at the end of a file: { number: text }. */
export function update(file, objects) {
	const text = latin(file);
	const previous = text.slice(text.lastIndexOf('startxref') + 9).trim().split('\n')[0];
	const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])),
		...Object.keys(objects).map((number) => Number(number) + 1));
	let body = '', table = 'xref\n';
	for (const number of Object.keys(objects).map(Number).sort((one, other) => one - other)) {
		table += `${number} 1\n${offset(file.length + body.length)} 00000 n \n`;
		body += `${number} 0 obj\n${objects[number]}\nendobj\n`;
	}
	return Buffer.concat([file, Buffer.from(`${body}${table}trailer\n<< /Size ${size} /Root ${rootOf(text)} 0 R ` +
		`/Prev ${previous} >>\nstartxref\n${file.length + body.length}\n%%EOF\n`, 'latin1')]);
}

/** The same in an object stream, behind a table that is a stream too. */
export function updateCompressed(file, objects) {
	const text = latin(file), numbers = Object.keys(objects).map(Number);
	const previous = text.slice(text.lastIndexOf('startxref') + 9).trim().split('\n')[0];
	const size = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])), ...numbers.map((one) => one + 1));
	let bodies = '';
	const heads = numbers.map((number) => {
		const head = `${number} ${bodies.length}`;
		bodies += `${objects[number]} `;
		return head;
	}).join(' ') + ' ';
	const packed = deflateSync(Buffer.from(heads + bodies, 'latin1'));
	const container = Buffer.concat([Buffer.from(`${size} 0 obj\n<< /Type /ObjStm /N ${numbers.length} /First ${heads.length} ` +
		`/Filter /FlateDecode /Length ${packed.length} >>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n')]);
	const place = file.length + container.length;
	const rows = [...numbers.map((number, at) => [number, 2, size, at]), [size, 1, file.length, 0], [size + 1, 1, place, 0]];
	const table = Buffer.concat(rows.map(([, type, one, other]) => {
		const row = Buffer.alloc(7);
		row.writeUInt8(type, 0);
		row.writeUInt32BE(one, 1);
		row.writeUInt16BE(other, 5);
		return row;
	}));
	return Buffer.concat([file, container, Buffer.from(`${size + 1} 0 obj\n<< /Type /XRef /Size ${size + 2} /W [1 4 2] ` +
		`/Index [${rows.map(([number]) => `${number} 1`).join(' ')}] /Root ${rootOf(text)} 0 R /Prev ${previous} ` +
		`/Length ${table.length} >>\nstream\n`), table,
	Buffer.from(`\nendstream\nendobj\nstartxref\n${place}\n%%EOF\n`)]);
}

const pdfTime = (date) => `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;

/* A signature's field, with room for it; gives the file and where the room is. */
function withRoom(file, { subfilter, type = 'Sig', time, rect = [0, 0, 0, 0], page = 1, certify, lock, appearance, rights }) {
	const text = latin(file), root = rootOf(text);
	const pages = [...text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\b/g)].map((match) => match[1]);
	const fields = objectOf(text, root).match(/\/Fields \[(.*?)\]/s)?.[1].match(/\d+ 0 R/g) ?? [];
	const method = certify !== undefined ? `/DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P ${certify} >>` :
		rights !== undefined ? '/UR3 /TransformParams << /Type /TransformParams /V /2.2 /Document [/FullSave] >>' :
		lock !== undefined ? `/FieldMDP /TransformParams << /Type /TransformParams /V /1.2 ${lock} >>` : undefined;
	const first = Math.max(...[...text.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])));
	const added = update(file, {
		[root]: `<< ${objectOf(text, root).replace(/\/AcroForm <<.*?>>/s, '')} /AcroForm << /SigFlags 3 /Fields ` +
			`[${[...fields, `${first} 0 R`].join(' ')}] >> ` +
			`${certify === undefined ? '' : `/Perms << /DocMDP ${first + 1} 0 R >> `}` +
			`${rights === undefined ? '' : `/Perms << /UR3 ${first + 1} 0 R >> `}>>`,
		[first]: `<< /FT /Sig /Type /Annot /Subtype /Widget /Rect [${rect.join(' ')}] /F 132 ` +
			`/P ${pages[page - 1]} 0 R /T (S${first}) ` +
			`${appearance === undefined ? '' : `/AP << /N ${first + 2} 0 R >> `}/V ${first + 1} 0 R >>`,
		[first + 1]: `<< /Type /${type} /Filter /Adobe.PPKLite /SubFilter /${subfilter} ` +
			`${time === undefined ? '' : `/M (${pdfTime(time)}) `}` +
			`${method === undefined ? '' : `/Reference ${rights === 'far' ? `${first + 2} 0 R` :
				`[ << /Type /SigRef /TransformMethod ${method} >> ]`} `}` +
			`/ByteRange [0 ${'*'.repeat(10)} ${'*'.repeat(10)} ${'*'.repeat(10)}] ` +
			`/Contents <${'0'.repeat(CONTENTS_BYTES * 2)}> >>`,
		...rights === 'far' ? { [first + 2]: `[ << /Type /SigRef /TransformMethod ${method} >> ]` } : {},
		...appearance === undefined ? {} : { [first + 2]: `<< /Type /XObject /Subtype /Form /BBox [0 0 200 50] ` +
			`/Length ${appearance.length} >>\nstream\n${appearance}\nendstream` },
	});
	const whole = latin(added), from = whole.lastIndexOf('/Contents <') + 10;
	const until = from + CONTENTS_BYTES * 2 + 2;
	const range = whole.lastIndexOf('/ByteRange [') + 12;
	const numbers = `0 ${from} ${until} ${added.length - until}`.padEnd(34);
	added.write(numbers.slice(0, 35), range, 'latin1');
	return { file: added, from, until };
}

function fill({ file, from, until }, signature) {
	file.write(signature.toString('hex'), from + 1, 'latin1');
	return file;
}

export function signingRoom(dir) {
	let made = 0;
	mkdirSync(dir, { recursive: true });

	const key = (rsa = false) => {
		const place = path.join(dir, `key-${++made}.pem`);
		openssl(['genpkey', ...rsa ? ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'] :
			['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], '-out', place]);
		return place;
	};
	const certificate = (name, own, issuer, extensions, { days = 365, from, number } = {}) => {
		const place = path.join(dir, `certificate-${++made}.pem`);
		const settings = path.join(dir, `settings-${made}`);
		writeFileSync(settings, extensions.join('\n'));
		const request = openssl(['req', '-new', '-key', own, '-subj', `/C=ID/O=Instansi Contoh/CN=${name}${number === undefined ? '' :
			`/serialNumber=${number}`}`]);
		/* x509 dates from now only; "ca" takes any dates but wants a folder of its own. */
		if (from === undefined) {
			openssl(['x509', '-req', '-days', String(days), '-extfile', settings, '-out', place,
				'-set_serial', String(1000 + made), ...issuer === undefined ? ['-signkey', own] :
					['-CA', issuer.place, '-CAkey', issuer.key]], request);
			return place;
		}
		const register = path.join(dir, `register-${made}`);
		mkdirSync(register);
		writeFileSync(path.join(register, 'index'), '');
		writeFileSync(path.join(register, 'request'), request);
		writeFileSync(path.join(register, 'settings'), '[ca]\ndefault_ca=one\n[one]\n' +
			`database=${register}/index\nnew_certs_dir=${register}\nrand_serial=yes\ndefault_md=sha256\n` +
			'policy=any\n[any]\ncountryName=optional\norganizationName=optional\ncommonName=supplied\n');
		const day = (date) => `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
		openssl(['ca', '-batch', '-notext', '-config', path.join(register, 'settings'), '-extfile', settings,
			'-cert', issuer.place, '-keyfile', issuer.key, '-in', path.join(register, 'request'), '-out', place,
			'-startdate', day(from), '-enddate', day(new Date(from.getTime() + days * 86_400_000))]);
		return place;
	};

	const authority = (name, parent) => {
		const own = key();
		const place = certificate(name, own, parent, ['basicConstraints=critical,CA:TRUE',
			'keyUsage=critical,keyCertSign,cRLSign', 'subjectKeyIdentifier=hash']);
		const it = { place, key: own, pem: readFileSync(place, 'latin1') };

		it.authority = (other) => authority(other, it);
		it.signer = (who, { usage = 'digitalSignature,nonRepudiation', extended, chain = [], rsa, ...dates } = {}) => {
			const signerKey = key(rsa);
			const signerPlace = certificate(who, signerKey, it, ['basicConstraints=CA:FALSE',
				`keyUsage=critical,${usage}`, ...extended === undefined ? [] :
					[`extendedKeyUsage=critical,${extended}`]], dates);
			const others = path.join(dir, `chain-${++made}.pem`);
			writeFileSync(others, chain.map((one) => one.pem).join(''));
			return {
				place: signerPlace, key: signerKey,
				/* Detached CMS of these bytes. */
				cms(bytes, { digest = 'sha256' } = {}) {
					return openssl(['cms', '-sign', '-binary', '-outform', 'DER', '-md', digest, '-signer',
						signerPlace, '-inkey', signerKey, ...chain.length > 0 ? ['-certfile', others] : []], bytes);
				},
				sign(file, { subfilter = 'adbe.pkcs7.detached', digest, time = new Date(), ...looks } = {}) {
					const room = withRoom(file, { subfilter, time, ...looks });
					return fill(room, this.cms(Buffer.concat([room.file.subarray(0, room.from),
						room.file.subarray(room.until)]), { digest }));
				},
				/* A time token over the whole document. */
				stamp(file, { of, ...looks } = {}) {
					const room = withRoom(file, { subfilter: 'ETSI.RFC3161', type: 'DocTimeStamp', ...looks });
					return fill(room, this.token(of ?? Buffer.concat([room.file.subarray(0, room.from),
						room.file.subarray(room.until)])));
				},
				token(bytes) {
					const settings = path.join(dir, `tsa-${++made}`), data = `${settings}.data`;
					writeFileSync(data, bytes);
					writeFileSync(settings, `[tsa]\ndefault_tsa=one\n[one]\nserial=${settings}.serial\n` +
						'default_policy=1.2.3.4\ndigests=sha256\nsigner_digest=sha256\n');
					const query = openssl(['ts', '-query', '-data', data, '-sha256', '-cert']);
					writeFileSync(`${settings}.query`, query);
					return openssl(['ts', '-reply', '-config', settings, '-queryfile', `${settings}.query`, '-signer',
						signerPlace, '-inkey', signerKey, '-token_out']);
				},
			};
		};
		/* A list that takes these signers' certificates back. */
		it.revocations = (signers) => {
			const register = path.join(dir, `revoked-${++made}`);
			mkdirSync(register);
			const settings = path.join(register, 'settings');
			writeFileSync(path.join(register, 'index'), '');
			writeFileSync(path.join(register, 'number'), '01');
			writeFileSync(settings, `[ca]\ndefault_ca=one\n[one]\ndatabase=${register}/index\n` +
				`crlnumber=${register}/number\ndefault_md=sha256\ndefault_crl_days=30\n`);
			const base = ['ca', '-config', settings, '-cert', place, '-keyfile', own];
			for (const one of signers)
				openssl([...base, '-revoke', one.place]);
			return latin(openssl([...base, '-gencrl']));
		};
		return it;
	};
	return { dir, authority: (name) => authority(name) };
}
