/* SPDX-License-Identifier: ISC */
/* Only on the page of a variable that may be filled in. */
import { startCriteria } from './upload/criteria.js';

for (const section of document.querySelectorAll('[data-upload-person]:not(form)'))
	startCriteria(section);
