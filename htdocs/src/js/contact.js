/* SPDX-License-Identifier: ISC */
/*
 * A sentence that sends people to the administrator says who that is, whoever wrote it: a script, or the
 * server that a script asked.  The page has the words:
 *
 *	<template data-contact> … </template>		templates/layout.cs
 */
const SENDS = /\badministrator\b/i;

/* Puts the sentence into the element, in place of what was there. */
export function
saySentence(element, text)
{
	const words = SENDS.test(text) && document.querySelector('template[data-contact]')?.content.cloneNode(true);

	element.replaceChildren(text, ...words ? [' ', words] : []);
}
