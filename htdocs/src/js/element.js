/* SPDX-License-Identifier: ISC */
/* One element with its properties and children; text is always text, never markup. */
export function
el(name, properties, ...children)
{
	const element = Object.assign(document.createElement(name), properties);

	element.append(...children);
	return element;
}
