/* SPDX-License-Identifier: ISC */
/*
 * The place where files are dropped, in front of a form that takes one file:
 *
 *	<form enctype="multipart/form-data" data-upload="ADDRESS OF TUS"
 *	    data-upload-limit data-upload-renew data-upload-person
 *	    data-upload-sign-in data-upload-label data-upload-done
 *	    data-upload-done-label [data-upload-document data-upload-version]>
 *
 * What the form knows is taken from it: token, kinds, file types, the criterion.
 * With data-upload-document the one file is a new revision, without details.
 *
 * startZone(form, { inline }) gives take(files).  inline: one of several on the
 * page, whose own matter this is not: see criteria.js.
 */
import { el } from '../element.js';
import { createForAll } from './all.js';
import { createBox } from './box.js';
import { createChunks } from './chunk.js';
import { findTwins, proposeDetails, unsaved } from './details.js';
import { startDrop } from './drop.js';
import { createKeeper } from './keeper.js';
import { createNotice } from './notice.js';
import { createPace } from './pace.js';
import { isPhoto, joined, LARGE, smaller } from './photos.js';
import { createQueue, LIVE } from './queue.js';
import { dropRecord, isFileOf, keepRecord, newRecord, readRecords } from './record.js';
import { createRow } from './row.js';
import { createSession } from './session.js';
import { askOtherTabs } from './tabs.js';
import { createTotals } from './totals.js';
import { askOffset, forget } from './transfer.js';
import { bytesWords } from './words.js';

/* What the form says of where its documents go, as the server wants to hear it. */
function
placeOf(form)
{
	const { uploadDocument, uploadVersion } = form.dataset;

	return uploadDocument ? { document: uploadDocument, version: uploadVersion } :
	    Object.fromEntries([...form.querySelectorAll('input[name=assessment], input[name=item]')].map(({ name, value }) => [name, value]));
}

const inNewTab = (href, text) => el('a', { className: 'govuk-link', href, target: '_blank' }, text,
    el('span', { className: 'govuk-visually-hidden' }, ' (tab baru)'));

/* Of two pages: do they put documents at the same place? */
const placeName = ({ document: id, assessment, item }) => id ? `document ${id}` : `${assessment} ${item}`;

export function
startZone(form, { inline = false } = {})
{
	const { uploadPerson: person, uploadLabel: label, uploadDone: doneAddress, uploadDoneLabel: doneLabel } = form.dataset;
	const wantedTitle = form.dataset.uploadTitle ?? '';
	const place = placeOf(form);
	const revises = 'document' in place;
	const kinds = form.elements.kind?.options ?? [];
	const types = form.querySelector('#file').accept.split(',');
	const session = createSession(form, form.dataset.uploadRenew);
	const pace = createPace();
	let forAll = {}, drawn = false, unlinked = false;

	const queue = createQueue({
		endpoint: form.dataset.upload,
		session,
		chunks: createChunks(form.dataset.uploadLimit, session),
		metadata: (record) => Object.fromEntries(Object.entries({ filename: record.name, ...record.details, ...record.place })
		    .filter(([, value]) => value !== '')),
		changed(item) {
			item?.row.update();
			draw();
		},
		came: (bytes) => pace.add(bytes),
		arrived,
	});
	const { items } = queue;
	const keeper = createKeeper({ isHeld: queue.isHeld, onTrouble: queue.doubt });
	const totals = createTotals({
		items, pace,
		pauseAll: () => items.filter(({ state }) => ['queued', 'sending', 'cut'].includes(state)).forEach(queue.pause),
		resumeAll: () => items.filter(({ state }) => state === 'paused').forEach(queue.start),
	});
	const all = createForAll(kinds, (values) => {
		forAll = { ...forAll, ...values };
		return items.filter((item) => item.state !== 'refused').filter(fillForAll).length;
	});
	const act = {
		pause: queue.pause,
		resume: queue.start,
		remove(item) {
			queue.remove(item);
			item.row.element.remove();
			box.focus();
		},
		choose: (item) => box.open((files) => take(files, item)),
		typed: keeper.touch,
	};
	const box = createBox({ types, revises, take, hint: form.querySelector('#file-hint').textContent,
	    heading: revises ? form.querySelector('label[for=file]').textContent : '' });
	const notice = createNotice({ release: queue.release, signIn: form.dataset.uploadSignIn });
	const list = el('ol', { className: 'matang-upload__list' });
	const plain = el('p', { className: 'matang-upload__plain' }, inline ? '' :
	    el('button', { type: 'button', className: 'govuk-button govuk-button--link', onclick() {
		    form.hidden = false;
		    plain.hidden = true;
		    form.querySelector('input:not([type=hidden])').focus();
	    } }, 'Bermasalah di sini? Pakai formulir biasa'));
	const zone = el('div', { className: `matang-upload${revises ? ' matang-upload--revision' : ''}` },
	    box.element, notice.element, totals.element, list, totals.spoken, plain);

	/* ---- files come in ---- */

	/* Photographs travel smaller unless somebody wants all of them; several may be the pages of one paper. */
	async function
	prepare(files, wanted)
	{
		if (wanted)	/* as it began */
			return Promise.all(files.map((file) => file.size === wanted.record.size ? file : smaller(file)));
		const photos = files.filter(isPhoto);
		const large = photos.some((file) => file.size > LARGE);
		let how = revises && photos.length > 1 && photos.length === files.length ? 'one' : large ? 'each' : 'as they are';

		if (!revises && photos.length > 1)
			how = await box.ask(`${photos.length} foto dipilih. Jadikan apa?`, [
				[`Satu dokumen, ${photos.length} halaman`, 'one'],
				[`${photos.length} dokumen terpisah`, 'each'], ...large ? [['Terpisah, ukuran asli', 'as they are']] : []]);
		else if (large && !revises && photos.length === 1)
			how = await box.ask(`Foto ini ${bytesWords(photos[0].size)}. Diperkecil tetap terbaca dan lebih cepat terkirim.`, [
				['Perkecil lalu kirim', 'each'], ['Kirim ukuran asli', 'as they are']]);
		if (how === 'one') {
			const one = await joined(photos).catch(() => null);
			if (one)
				return [...files.filter((file) => !isPhoto(file)), one];
			box.complain(['Foto tidak dapat disatukan di peramban ini, jadi dikirim satu per satu.']);
		}
		return how === 'as they are' ? files :
		    Promise.all(files.map((file) => isPhoto(file) ? smaller(file).catch(() => file) : file));
	}

	/* `wanted`: the row whose file was asked for, if it was one. */
	async function
	take(chosen, wanted = null)
	{
		const refused = [];
		const files = await prepare(chosen, wanted);

		if (revises && (files.length > 1 || items.some(({ state }) => LIVE.has(state)))) {
			box.complain(['Pilih satu berkas saja: revisi menggantikan satu berkas.']);
			return;
		}
		for (const file of files) {
			const why = box.refusalOf(file) || takeOne(file, wanted);
			if (why)
				refused.push(`${file.name}: ${why}`);
		}
		box.complain(refused);
	}

	function
	takeOne(file, wanted)
	{
		const missing = items.filter(({ state }) => state === 'missing');
		const asked = ['missing', 'refused'].includes(wanted?.state) ? wanted : undefined;
		const known = missing.find(({ record }) => isFileOf(record, file)) ??
		    asked ?? missing.find(({ record }) => record.name === file.name);

		if (known)
			goOnWith(known, file);
		else if (items.some((item) => item.state !== 'refused' && isFileOf(item.record, file)))
			return 'sudah ada dalam daftar di bawah.';
		else
			add(newRecord({ person, place, label, page: location.pathname,
			    name: file.name, size: file.size, modified: file.lastModified,
			    details: revises ? {} : proposeDetails(file.name, wantedTitle) }), file, 'queued');
		return '';
	}

	/* A file that changed since is another one: what the server has of the old is of no use. */
	function
	goOnWith(item, file)
	{
		if (!isFileOf(item.record, file)) {
			forget(item.record, session);
			Object.assign(item.record, { url: '', offset: 0, name: file.name, size: file.size, modified: file.lastModified });
			item.sent = 0;
			if (item.state === 'missing')
				item.row.note('Berkas ini berubah sejak unggahannya terputus, jadi diunggah lagi dari awal.');
		}
		item.file = file;
		keepRecord(item.record);
		queue.start(item);
	}

	function
	add(record, file, state)
	{
		const item = { record, file, state, sent: record.offset, text: '', way: null };

		item.row = createRow(item, { kinds, withDetails: !revises, act,
			elsewhere: placeName(record.place) !== placeName(place) });
		list.append(item.row.element);
		if (state === 'queued')
			fillForAll(item);
		keepRecord(record);
		queue.add(item);
		return item;
	}

	function
	fillForAll(item)
	{
		const { details, own } = item.record;
		const news = Object.entries(forAll).filter(([name, value]) => !own[name] && details[name] !== value);

		for (const [name, value] of news)
			details[name] = value;
		item.row.showDetails();
		if (news.length > 0)
			keeper.touch(item);
		return news.length > 0;
	}

	/* ---- and become documents ---- */

	async function
	arrived(item, unplaced)
	{
		if (revises) {
			dropRecord(item.record);
			/* The same page, which now shows the revision. */
			location.assign(doneAddress);
			return;
		}
		unlinked ||= unplaced || placeName(item.record.place) !== placeName(place);
		if (unplaced)
			item.row.note('Tersimpan di pustaka, tetapi belum tertaut ke kriteria: penilaian ini sudah tidak dapat diubah.');
		keeper.touch(item);
		const [twin] = await findTwins(item.record.document).catch(() => []);
		if (twin)
			item.row.note('Isinya sama persis dengan ',
			    inNewTab(twin.address, twin.title), ', yang sudah ada di pustaka. ',
			    inNewTab(`${item.record.document}/merge`, 'Satukan menjadi satu dokumen'));
	}

	/* ---- what the person sees of all ---- */

	function
	draw()
	{
		if (drawn)
			return;
		drawn = true;
		requestAnimationFrame(() => {
			drawn = false;
			const left = totals.update();
			if (items.length === 1) {
				items[0].left = left;
				items[0].row.update();
			}
			if (!revises && items.length > 1 && !all.element.isConnected)
				list.before(all.element);
			notice.show({ held: queue.isHeld(), items, doneAddress, doneLabel, revises, linked: 'item' in place && !unlinked });
		});
	}

	/* What was going up when this page, or this computer, was left. */
	async function
	findInterrupted()
	{
		const others = await askOtherTabs(() => items.map(({ record }) => record.id));

		for (const record of readRecords(person)) {
			const same = placeName(record.place) === placeName(place);

			if (others.has(record.id) || items.some((item) => item.record.id === record.id))
				continue;
			if (record.document && Object.keys(unsaved(record)).length === 0) {
				dropRecord(record);
				continue;
			}
			if (!same && (inline || revises || record.place.document)) {
				if (!inline)
					notice.elsewhere(record);
				continue;
			}
			if (same)
				record.place = place;
			/* What was safe when this page was left, and whether that was all of it. */
			if (!record.document && record.url)
				Object.assign(record, await askOffset(record));
			if (!record.document)
				add(record, null, 'missing');
			else if (revises)
				dropRecord(record);
			else
				keeper.touch(add(record, null, 'done'));
		}
	}

	zone.setAttribute('role', 'group');
	zone.setAttribute('aria-label', 'Unggah berkas');
	form.before(zone);
	/* Whoever is using the plain form goes on with it. */
	form.hidden = inline || !document.querySelector('.govuk-error-summary');
	plain.hidden = inline || !form.hidden;
	if (!inline)
		startDrop({ take: (files) => take(files), over: (element) => box.element.toggleAttribute('data-over', element !== null) });
	window.addEventListener('beforeunload', (event) => {
		if (items.some(({ state }) => LIVE.has(state) || state === 'paused') || keeper.isBusy())
			event.preventDefault();
	});
	findInterrupted();
	return { take };
}
