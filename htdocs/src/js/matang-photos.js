/* SPDX-License-Identifier: ISC */
/*
 * Plain forms that take a scan: photographs are made smaller, and several of
 * them one PDF, as soon as they are chosen.  Without it they travel as they are.
 *
 *	<input type="file" data-photos>	<p data-photos-told role="status">
 */
import { isPhoto, joined, smaller } from './upload/photos.js';
import { bytesWords } from './upload/words.js';

const sum = (files) => files.reduce((all, { size }) => all + size, 0);

async function
ready(files)
{
	if (files.length > 1 && files.every(isPhoto))
		return [await joined(files)].filter(Boolean);
	return Promise.all(files.map(smaller));
}

for (const input of document.querySelectorAll('input[type=file][data-photos]')) {
	const told = document.createElement('p');
	const send = input.form.querySelector('[type=submit]');

	told.className = 'govuk-hint';
	told.setAttribute('role', 'status');
	input.after(told);
	input.addEventListener('change', async () => {
		const files = [...input.files];

		told.textContent = '';
		if (!files.some(isPhoto))
			return;
		send.disabled = true;
		const made = await ready(files).catch(() => []);
		send.disabled = false;
		if (made.length === 0 || made.every((file, at) => file === files[at]))
			return;
		const transfer = new DataTransfer();
		made.forEach((file) => transfer.items.add(file));
		input.files = transfer.files;
		told.textContent = `${files.length > 1 ? `${files.length} foto menjadi satu PDF` : 'Foto diperkecil'}: ` +
		    `${bytesWords(sum(files))} menjadi ${bytesWords(sum(made))}.`;
	});
}
