/* SPDX-License-Identifier: ISC */
/*
 * Files dropped anywhere on the page, folders included: a file that misses the
 * box by a finger must not make the browser leave the page for it.
 */
const holdsFiles = (event) => [...event.dataTransfer?.types ?? []].includes('Files');

function
filesOfFolder(folder)
{
	const reader = folder.createReader();
	const entries = [];

	/* It gives them by portions, the last of which is empty. */
	return new Promise((resolve) => {
		const more = () => reader.readEntries((portion) => {
			entries.push(...portion);
			if (portion.length > 0)
				more();
			else
				resolve(Promise.all(entries.map(filesOfEntry)).then((files) => files.flat()));
		}, () => resolve([]));
		more();
	});
}

function
filesOfEntry(entry)
{
	return entry.isDirectory ? filesOfFolder(entry) :
	    new Promise((resolve) => entry.file((file) => resolve([file]), () => resolve([])));
}

/* Entries are gone when the event is over, so they are taken at once. */
function
filesOf(transfer)
{
	const entries = [...transfer.items].filter(({ kind }) => kind === 'file')
	    .map((item) => item.webkitGetAsEntry?.());

	if (!entries.some((entry) => entry?.isDirectory))
		return Promise.resolve([...transfer.files]);
	return Promise.all(entries.filter(Boolean).map(filesOfEntry)).then((files) => files.flat()
	    .filter(({ name }) => !name.startsWith('.') && name !== 'Thumbs.db' && name !== 'desktop.ini'));
}

/*
 * over(element): files hang over this part of the page, null: over none.
 * take(files, element) gets what was dropped there.
 */
export function
startDrop({ over, take })
{
	let depth = 0;

	const away = () => {
		depth = 0;
		over(null);
	};

	document.addEventListener('dragenter', (event) => {
		if (holdsFiles(event)) {
			depth++;
			over(event.target);
		}
	});
	document.addEventListener('dragleave', (event) => {
		if (holdsFiles(event) && --depth <= 0)
			away();
	});
	document.addEventListener('dragover', (event) => {
		if (!holdsFiles(event))
			return;
		event.preventDefault();
		event.dataTransfer.dropEffect = 'copy';
	});
	document.addEventListener('drop', async (event) => {
		const { target } = event;

		if (!holdsFiles(event))
			return;
		event.preventDefault();
		away();
		take(await filesOf(event.dataTransfer), target);
	});
}
