/* SPDX-License-Identifier: ISC */
/*
 * One file on its way by tus, from where it stands to its end or to the first
 * trouble.  What to do about trouble is not decided here.
 *
 *	const way = startTransfer(file, record, { endpoint, metadata, session, chunks,
 *	    onCreated, onSent, onKept, onEnd });
 *	way.stop()
 *
 *	onCreated()		record.url is known
 *	onSent(bytes)		so many of the file have left
 *	onKept(bytes)		so many are safe at the server
 *	onEnd({ outcome, text, final, document, unplaced })	once, unless stopped:
 *
 *	'arrived'	document: its address; unplaced: the criterion was closed meanwhile
 *	'cut'		the line or the server is away: the same again later
 *	'full'		no room at the server; what is there stays: again when there is
 *	'lost'		the server has nothing of it any more: anew from the first byte
 *	'session'	signed out, or the token is of an older session
 *	'refused'	text: why, and what to do; final: for what is in the file
 *	'unreadable'	the file cannot be read from this computer any more
 */
import { Upload } from 'tus-js-client';

const LATER = new Set([0, 408, 423, 425, 429, 460]);

async function
isReadable(file)
{
	try {
		await file.slice(0, 1).arrayBuffer();
		return true;
	} catch {
		return false;
	}
}

function
sentenceOf(answer)
{
	return answer.getHeader('Content-Type')?.startsWith('text/plain') ? answer.getBody().trim() : '';
}

/* Browsers tell of no answer and of an answer cut short in the same way: none. */
async function
judge(error, file, record)
{
	const answer = error.originalResponse;
	const status = answer?.getStatus() ?? 0;
	const method = error.originalRequest?.getMethod();

	const text = answer ? sentenceOf(answer) : '';

	if (status === 0)
		return { outcome: await isReadable(file) ? 'cut' : 'unreadable' };
	if (status === 401 || status === 403)
		return { outcome: 'session', text: text || 'Anda tidak berhak mengunggah di sini.' };
	/* A web server that finds the piece too large has no words for us, Matang has. */
	if (status === 413 && method === 'PATCH' && !text)
		return { outcome: 'cut', host: true };
	/* Also before anything of it was taken: a full disk is no line that broke. */
	if (status === 507 || (record.url && status === 413))
		return { outcome: 'full', text: text || 'Ruang penyimpanan di server tidak cukup. Yang sudah terkirim tetap tersimpan. Beri tahu administrator, lalu lanjutkan.' };
	if (status >= 500 || LATER.has(status))
		return { outcome: 'cut', host: status === 500 };
	if (record.url && (status === 404 || status === 410))
		return { outcome: 'lost' };
	/* The server stands elsewhere in the file than we thought: it says where when asked. */
	if (status === 409 && record.url && !record.asked)
		return { outcome: 'cut', asked: true };
	return {
		outcome: 'refused', final: status === 422 && record.url !== '',
		text: text || `Server menolak berkas ini (${status}).`,
	};
}

export function
startTransfer(file, record, { endpoint, metadata, session, chunks, onCreated, onSent, onKept, onEnd })
{
	let began = performance.now();
	let kept = record.offset;
	let over = false;

	const end = (how) => {
		if (over)
			return;
		over = true;
		onEnd(how);
	};

	const upload = new Upload(file, {
		/* With both of them tus-js-client starts anew whenever the answer to HEAD is no 2xx. */
		...(record.url ? { uploadUrl: record.url } : { endpoint, metadata }),
		chunkSize: chunks.size(),
		retryDelays: null,
		storeFingerprintForResuming: false,
		onBeforeRequest(request) {
			request.setHeader('X-CSRF-Token', session.token());
			began = performance.now();
		},
		onUploadUrlAvailable() {
			record.url = upload.url;
			onCreated();
		},
		onProgress(bytes) {
			if (!over)
				onSent(bytes);
		},
		onChunkComplete(bytes, all, size) {
			chunks.came(bytes, (performance.now() - began) / 1000, size - all);
			upload.options.chunkSize = chunks.size();
			kept = all;
			record.asked = false;
			if (!over)
				onKept(all);
		},
		onSuccess({ lastResponse }) {
			end({
				outcome: 'arrived',
				document: lastResponse.getHeader('Matang-Document'),
				unplaced: Boolean(lastResponse.getHeader('Matang-Unplaced')),
			});
		},
		async onError(error) {
			const how = await judge(error, file, record);

			if (how.outcome === 'cut')
				chunks.broke(how.host);
			record.asked = how.asked ?? false;
			end(how);
		},
	});

	upload.start();
	return {
		kept: () => kept,
		stop() {
			over = true;
			upload.abort().catch(() => {});
		},
	};
}

/* Tells the server to forget what it has of a file.  When that fails it expires there. */
export function
forget({ url }, session)
{
	return url ? fetch(url, {
		method: 'DELETE',
		headers: { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': session.token() },
	}).catch(() => {}) : Promise.resolve();
}

/* What the server has of it: { offset, document }, or null when it cannot say. */
export async function
askOffset(record)
{
	const answer = await fetch(record.url, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } }).catch(() => null);

	if (answer?.status === 404 || answer?.status === 410)
		return { offset: 0, document: '' };
	return answer?.ok ? {
		offset: Number(answer.headers.get('Upload-Offset')),
		document: answer.headers.get('Matang-Document') ?? '',
	} : null;
}
