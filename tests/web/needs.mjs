// SPDX-License-Identifier: ISC
//
// Commands of other people that a test asks. deploy/test installs them; whoever runs one file by hand
// is told what is missing, and how to get it:
//
//	needs('qpdf', 'pdftotext');

import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/* The package of Debian that a command comes with, where it has another name. */
const PACKAGES = { pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdfinfo: 'poppler-utils', pdfimages: 'poppler-utils',
	pdftoppm: 'poppler-utils', pdfsig: 'poppler-utils', certutil: 'libnss3-tools', soffice: 'libreoffice-writer-nogui',
	clamd: 'clamav-daemon', java: 'default-jre-headless', setpriv: 'util-linux', flock: 'util-linux',
	mariadb: 'mariadb-client-core', mariadbd: 'mariadb-server-core' };

function isThere(command) {
	return `${process.env.PATH}:/usr/sbin`.split(':').some((folder) => {
		try {
			accessSync(path.join(folder, command), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

export function needs(...commands) {
	const missing = commands.filter((command) => !isThere(command));

	if (missing.length)
		throw new Error(`${missing.join(', ')} missing: apt-get install ${
			[...new Set(missing.map((command) => PACKAGES[command] ?? command))].join(' ')}`);
}
