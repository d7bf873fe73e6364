/* SPDX-License-Identifier: ISC */
/*
 * What is known of a document besides its file: proposed from the file's name,
 * typed while the file goes up, and put right at the server once it is there.
 */
export const DETAILS = ['title', 'kind', 'number', 'dated', 'period_from', 'period_until'];

/* Words of file names, and the kind of document they stand for. */
const KIND_WORDS = [
	['keputusan', /\b(sk|kep|keputusan|kepwal|kepbup|kepgub|perwali|perbup|pergub)\b/],
	['sop', /\b(sop|prosedur)\b/],
	['rencana', /\b(rencana|renstra|renja|rkpd|rka|dpa|roadmap|peta jalan|hcdp)\b/],
	['laporan', /\b(laporan|lap|lakip|lkjip|lkip|evaluasi)\b/],
	['notulen', /\b(notulen|notula|notulensi|risalah)\b/],
	['berita_acara', /\b(berita acara|ba|bap)\b/],
	['surat', /\b(surat|undangan|nota dinas|nodin|edaran)\b/],
	['perjanjian', /\b(perjanjian|mou|pks|kontrak|kesepakatan)\b/],
	['sertifikat', /\b(sertifikat|piagam|penghargaan)\b/],
	['foto', /\b(foto|dokumentasi|img|dsc|whatsapp image)\b/],
	['tangkapan_layar', /\b(screenshot|screen shot|tangkapan layar)\b/],
];

function
wordsOfName(name)
{
	return name.replace(/(.)\.[^.]{1,5}$/, '$1').replace(/[_+ ]+/g, ' ').trim();
}

/* What cameras, scanners and messengers call their pictures: it says nothing of what is on them. */
const CAMERA_WORDS = new Set(['img', 'image', 'dsc', 'dscn', 'dscf', 'pxl', 'mvimg', 'photo', 'foto', 'picture', 'gambar',
	'screenshot', 'scan', 'pindai', 'camscanner', 'whatsapp', 'wa', 'at', 'am', 'pm', 'e', 'p', 'mp', 'copy', 'salinan']);
const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

/* Digits, and no word of its own. */
function
isCameraName(words)
{
	return /\d{3}/.test(words) && (words.toLowerCase().match(/[a-z\u0080-\uffff]+/g) ?? []).every((word) => CAMERA_WORDS.has(word));
}

function
dayOfName(words)
{
	const [, year, month, day] = /(?:^|\D)(20\d\d)[-. ]?(\d\d)[-. ]?(\d\d)(?!\d)/.exec(words) ?? [];

	return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? ` ${Number(day)} ${MONTHS[month - 1]} ${year}` : '';
}

/* The same rule as the server's, so that the proposal is what would be kept. `wanted`: the criterion's words. */
export function
titleOfName(name, wanted = '')
{
	const words = wordsOfName(name);
	const title = isCameraName(words) ? wanted || `Foto${dayOfName(words)}` : words;

	return [...title || 'Dokumen tanpa judul'].slice(0, 200).join('');
}

/* The word that stands first decides: "Notulen rapat renja" is no plan. */
function
kindOfName(name)
{
	const words = wordsOfName(name).toLowerCase().replace(/[^a-z]+/g, ' ');
	let kind = '', first = Infinity;

	for (const [code, pattern] of KIND_WORDS) {
		const at = words.search(pattern);
		if (at >= 0 && at < first)
			[kind, first] = [code, at];
	}
	return kind;
}

export function
proposeDetails(name, wanted)
{
	return { title: titleOfName(name, wanted), kind: kindOfName(name), number: '', dated: '', period_from: '', period_until: '' };
}

/* What was typed and is not at the server yet: { name: value }. */
export function
unsaved({ details, sent })
{
	return Object.fromEntries(Object.entries(details).filter(([name, value]) =>
	    value !== (sent[name] ?? '') && (value !== '' || !['title', 'kind'].includes(name))));
}

const parse = async (response) => new DOMParser().parseFromString(await response.text(), 'text/html');

/*
 * Puts them into the document by the form that people use, so that the same
 * checks and the same history apply.  Resolves to [] or to the messages of the
 * refusal; rejects when the server cannot be reached or wants a sign-in.
 */
export async function
saveDetails(address, typed)
{
	const page = await fetch(`${address}/edit`);
	const form = (await parse(page)).querySelector(`form[action="${CSS.escape(address)}/edit"]`);

	if (!page.ok || !form)
		throw new Error('the form of the document did not come');
	const body = new URLSearchParams(new FormData(form));
	for (const [name, value] of Object.entries(typed))
		body.set(name, value);
	const answer = await fetch(`${address}/edit`, { method: 'POST', body });
	if (answer.ok)
		return [];
	const messages = [...(await parse(answer)).querySelectorAll('.govuk-error-summary__list li')]
	    .map((line) => line.textContent.trim());
	if (messages.length === 0)
		throw new Error(`the document's details were answered by ${answer.status}`);
	return messages;
}

/* Documents of the agency with the very same content: [{ title, address }]. */
export async function
findTwins(address)
{
	const page = await fetch(address);

	return page.ok ? [...(await parse(page)).querySelectorAll('[data-twins] a:not([href$="/merge"])')]
	    .map((link) => ({ title: link.textContent.trim(), address: link.getAttribute('href') })) : [];
}
