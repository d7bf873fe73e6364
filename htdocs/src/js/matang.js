/* SPDX-License-Identifier: ISC */
/* Every page works without this file; what it starts only adds. */
import { Button, ErrorSummary, PasswordInput, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';

import { startAutosave } from './autosave.js';
import { startChoose } from './choose.js';
import { startCopy } from './copy.js';
import { startLadder } from './ladder.js';
import { startDesk } from './desk.js';
import { startKeys } from './keys.js';
import { startOverClaim } from './overclaim.js';
import { watchPerson } from './person.js';
import { startPrint } from './print.js';
import { startRefresh } from './refresh.js';
import { startTally } from './tally.js';
import { startViewer } from './viewer.js';

/* The components look for these names; style that needs scripts hangs on them too. */
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

createAll(Button);
createAll(ErrorSummary);
createAll(PasswordInput, {
	i18n: {
		showPassword: 'Tampilkan',
		hidePassword: 'Sembunyikan',
		showPasswordAriaLabel: 'Tampilkan kata sandi',
		hidePasswordAriaLabel: 'Sembunyikan kata sandi',
		passwordShownAnnouncement: 'Kata sandi Anda sedang ditampilkan',
		passwordHiddenAnnouncement: 'Kata sandi Anda disembunyikan',
	},
});
createAll(ServiceNavigation);
createAll(SkipLink);

watchPerson();
startAutosave();
startChoose();
startCopy();
startLadder();
startDesk();
startKeys();
startOverClaim();
startPrint();
startRefresh();
startTally();
startViewer();
