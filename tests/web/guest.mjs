// SPDX-License-Identifier: ISC
//
// Forms that anybody may post, as somebody does who has no script: the sum in words is read and answered.

const NUMBERS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

/** The sum that a question in words asks for. */
export function sumAsked(question) {
	const label = question.toLowerCase();
	const found = NUMBERS.flatMap((word, value) => [...label.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(() => value));
	if (found.length !== 2)
		throw new Error(`not a sum: ${label}`);
	return String(found[0] + found[1]);
}

/** The field that answers the question of a page. */
export const answerGuest = (page) => ({ guest_answer: sumAsked(page.words('label[for=guest_answer]')) });
