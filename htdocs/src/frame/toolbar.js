/* SPDX-License-Identifier: ISC */
/*
 * The row of buttons above what is shown, and their keys. `shown` is what the
 * document can do: { pages, page(n), zoom(factor), turn(), find(text) }.
 */
import { tell } from './line.js';

const ZOOMS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const by = (id) => document.getElementById(id);

export function toolbar() {
	const stage = by('stage'), status = by('status'), number = by('page');
	let shown, page = 1, zoom = 1;

	const say = (text) => { status.textContent = text; };

	/* What a page has to be said of: where it is, and what is not to be seen of it. */
	function tellOf(remark = '') {
		document.body.classList.toggle('partly', remark !== '');
		say([shown.pages > 1 ? `Halaman ${page} dari ${shown.pages}` : '', remark].filter(Boolean).join('. '));
	}

	/* A page that fails leaves the one before it, or none, in its place. */
	async function draw(how) {
		try {
			return await how();
		} catch {
			return `Halaman ${page} tidak dapat ditampilkan di sini. Unduh dokumennya, lalu buka dengan program di perangkat Anda.`;
		}
	}

	async function go(wanted, { end = false } = {}) {
		if (!shown || !(wanted >= 1 && wanted <= shown.pages))
			return;
		page = wanted;
		number.value = String(page);
		by('back').disabled = page === 1;
		by('on').disabled = page === shown.pages;
		const remark = await draw(() => shown.page(wanted));
		if (page !== wanted)	/* turned on meanwhile */
			return;
		stage.scrollTop = end ? stage.scrollHeight : 0;
		tellOf(remark);
	}

	async function scale(wanted) {
		if (!shown)
			return;
		zoom = Math.min(Math.max(wanted, ZOOMS[0]), ZOOMS.at(-1));
		await draw(() => shown.zoom(zoom));
		by('width').textContent = zoom === 1 ? 'Selebar layar' : `${Math.round(zoom * 100)}%`;
	}

	const smaller = () => scale(ZOOMS.findLast((one) => one < zoom) ?? zoom);
	const larger = () => scale(ZOOMS.find((one) => one > zoom) ?? zoom);
	const atTop = () => stage.scrollTop <= 1;
	const atEnd = () => stage.scrollTop + stage.clientHeight >= stage.scrollHeight - 1;

	by('back').addEventListener('click', () => go(page - 1));
	by('on').addEventListener('click', () => go(page + 1));
	by('smaller').addEventListener('click', smaller);
	by('larger').addEventListener('click', larger);
	by('width').addEventListener('click', () => scale(1));
	by('turn').addEventListener('click', () => shown && draw(() => shown.turn()));
	number.addEventListener('change', () => {
		const wanted = Number.parseInt(number.value, 10);
		number.value = String(page);
		go(wanted);
	});
	async function search() {
		const text = by('wanted').value.trim();
		if (!text || !shown?.find)
			return;
		say('Mencari…');
		const found = await shown.find(text, page);
		if (!found)
			say(`“${text}” tidak ditemukan.`);
		else {
			await go(found.page);
			found.show();
			say(`“${text}” ada di halaman ${found.page} dari ${shown.pages}`);
		}
	}

	/* No form: a frame without an origin may send none, so it hears of none. */
	by('find').addEventListener('click', search);
	by('wanted').addEventListener('keydown', (event) => {
		if (event.key === 'Enter')
			search();
	});

	/* As in any reader of PDFs; letters stay with whoever types. */
	document.addEventListener('keydown', (event) => {
		if (event.altKey && !event.ctrlKey && event.code === 'KeyN') {
			event.preventDefault();
			tell('next');
			return;
		}
		if (!shown || event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.('input'))
			return;
		const keys = {
			ArrowLeft: () => go(page - 1),
			ArrowRight: () => go(page + 1),
			PageUp: () => atTop() && go(page - 1, { end: true }),
			PageDown: () => atEnd() && go(page + 1),
			Home: () => go(1),
			End: () => go(shown.pages),
			'+': larger,
			'=': larger,
			'-': smaller,
			'0': () => scale(1),
		};
		const act = keys[event.key];
		if (!act)
			return;
		if (act() !== false)
			event.preventDefault();
	});

	return {
		say,
		/** From now on these buttons serve that document. */
		async serve(what) {
			shown = what;
			document.body.classList.add('shown');
			by('pages').hidden = shown.pages < 2;
			by('count').textContent = String(shown.pages);
			by('search').hidden = !shown.find;
			number.max = String(shown.pages);
			await go(1);
		},
		fail(words) {
			document.body.classList.remove('shown');
			document.body.classList.add('failed');
			say(words);
		},
	};
}
