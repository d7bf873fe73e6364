/* SPDX-License-Identifier: ISC */
/*
 * textarea[data-tally="2000"]: says how many characters are left.  It is
 * counted the way the server counts, in code points after the line ends became
 * single, and nothing is cut: the server's refusal keeps the text.
 */
function
countCharacters(text)
{
	return [...text.replace(/\r\n?/g, '\n')].length;
}

export function
startTally()
{
	for (const area of document.querySelectorAll('textarea[data-tally]')) {
		const limit = Number(area.dataset.tally);
		const line = document.createElement('p');
		let timer;

		line.className = 'matang-tally';
		line.id = `${area.id}-tally`;
		area.after(line);
		area.setAttribute('aria-describedby',
		    `${area.getAttribute('aria-describedby') ?? ''} ${line.id}`.trim());

		const show = () => {
			const left = limit - countCharacters(area.value);

			line.textContent = left >= 0 ? `Sisa ${left} karakter` : `Kelebihan ${-left} karakter`;
			line.classList.toggle('matang-tally--over', left < 0);
			/* Spoken only near the end, and not at every key. */
			line.setAttribute('aria-live', left < limit / 10 ? 'polite' : 'off');
		};
		area.addEventListener('input', () => {
			clearTimeout(timer);
			timer = setTimeout(show, 300);
		});
		show();
	}
}
