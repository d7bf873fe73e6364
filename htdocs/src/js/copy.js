/* SPDX-License-Identifier: ISC */
/* [data-copy="ID"]: a button that is hidden until it can copy the text of a field. */
export function
startCopy()
{
	for (const button of document.querySelectorAll('[data-copy]')) {
		const field = document.getElementById(button.dataset.copy);
		const status = button.parentElement.querySelector('[role=status]');

		button.hidden = !field;
		button.addEventListener('click', async () => {
			field.select();
			try {
				await navigator.clipboard.writeText(field.value);
				status.textContent = 'Tersalin. Tempelkan di WhatsApp.';
			} catch {
				/* Not on a plain line, or not allowed: the text is selected. */
				status.textContent = 'Teksnya sudah terpilih. Salin, lalu tempelkan di WhatsApp.';
			}
		});
	}
}
