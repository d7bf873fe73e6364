/* SPDX-License-Identifier: ISC */
/* Only on pages where evidence comes in.  Without it the form alone does. */
import { startZone } from './upload/zone.js';

export { startZone };

for (const form of document.querySelectorAll('form[data-upload]'))
	startZone(form);
