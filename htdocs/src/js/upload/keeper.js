/* SPDX-License-Identifier: ISC */
/*
 * Brings what was typed to the server once the document is there, a moment
 * after the last key, until it is there; and says so at the row.
 */
import { saveDetails, unsaved } from './details.js';
import { dropRecord, keepRecord } from './record.js';

const QUIET = 1200;			/* milliseconds without a key */
const AGAIN = 10;			/* seconds after a failure */

/* signedOut(): the server did not let us. */
export function
createKeeper({ isHeld, onTrouble })
{
	const pending = new Map();	/* item -> timer */

	const later = (item, ms) => {
		clearTimeout(pending.get(item));
		pending.set(item, setTimeout(save, ms, item));
	};

	async function
	save(item)
	{
		const { record, row } = item;
		const typed = unsaved(record);

		pending.delete(item);
		if (!record.document)
			return;
		if (Object.keys(typed).length === 0) {
			settled(item);
			return;
		}
		if (isHeld()) {
			later(item, AGAIN * 1000);
			return;
		}
		row.detailsAre('saving', 'Menyimpan keterangan…');
		try {
			const refused = await saveDetails(record.document, typed);
			if (refused.length > 0) {
				row.detailsAre('failed', `Keterangan belum tersimpan. ${refused.join(' ')}`);
				return;
			}
			Object.assign(record.sent, typed);
		} catch {
			row.detailsAre('failed', 'Keterangan belum tersimpan, dicoba lagi.');
			onTrouble();
			later(item, AGAIN * 1000);
			return;
		}
		if (Object.keys(unsaved(record)).length > 0)
			later(item, QUIET);
		else
			settled(item);
	}

	function
	settled({ record, row })
	{
		dropRecord(record);
		row.detailsAre('saved', record.details.kind ? 'Keterangan tersimpan.' :
		    'Jenis dokumen belum dipilih: untuk sementara tercatat “Lainnya”.');
	}

	window.addEventListener('online', () => [...pending.keys()].forEach((item) => later(item, 0)));

	return {
		/* Something was typed, or the document has just arrived. */
		touch(item) {
			keepRecord(item.record);
			if (item.state === 'done')
				later(item, QUIET);
		},
		isBusy: () => pending.size > 0,
	};
}
