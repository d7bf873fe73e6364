/* SPDX-License-Identifier: ISC */
/*
 * Files dropped on a criterion go up right there, on the page of its variable:
 *
 *	<section data-upload-person> … <div data-upload-at="ADDRESS"> … </div>
 *
 * ADDRESS is the page where documents are added to that criterion; its form
 * knows all that a zone has to know.  That form and the large script come only
 * when somebody drops something, or left something unfinished here.
 */
import { el } from '../element.js';
import { startDrop } from './drop.js';
import { readRecords } from './record.js';
import { askOtherTabs } from './tabs.js';

export function
startCriteria(section)
{
	const items = [...section.querySelectorAll('[data-upload-at]')];
	const zones = new Map();	/* item -> promise of its zone */

	async function
	openZone(item)
	{
		const address = item.dataset.uploadAt;
		const [{ startZone }, page] = await Promise.all([import('./matang-upload.js'), fetch(address)]);
		const form = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('form[data-upload]');

		/* Signed out, or closed: that page says so itself. */
		if (!page.ok || !form) {
			location.assign(address);
			return { take() {} };
		}
		form.dataset.uploadDone += '?done=linked';
		form.dataset.uploadDoneLabel = 'Tampilkan dalam daftar';
		item.append(document.adoptNode(form));
		const zone = startZone(form, { inline: true });
		form.remove();
		return zone;
	}

	const zoneOf = (item) => zones.get(item) ?? zones.set(item, openZone(item)).get(item);
	const itemAt = (element) => element?.closest?.('[data-upload-at]') ?? null;

	async function
	goOn()
	{
		const records = readRecords(section.dataset.uploadPerson).filter(({ place }) => place.item);
		const others = records.length > 0 ? await askOtherTabs(() => []) : new Set();

		for (const { id, place } of records) {
			const item = items.find(({ dataset }) => dataset.uploadAt.endsWith(`/${place.assessment}/${place.item}`));

			if (!item || others.has(id))
				continue;
			item.closest('details').open = true;
			zoneOf(item);
		}
	}

	section.querySelector('.matang-rungs').before(el('p', { className: 'govuk-hint matang-upload__tip' },
	    'Berkas dapat diseret langsung ke kriterianya, boleh banyak sekaligus.'));
	startDrop({
		over(element) {
			const under = itemAt(element);
			for (const item of items)
				item.toggleAttribute('data-over', item === under);
		},
		async take(files, element) {
			const item = itemAt(element);
			if (item)
				(await zoneOf(item)).take(files);
		},
	});
	goOn();
}
