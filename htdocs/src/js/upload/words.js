/* SPDX-License-Identifier: ISC */
/* Sizes and times the way the rest of Matang says them. */
const UNITS = ['bita', 'kB', 'MB', 'GB', 'TB'];

export function
bytesWords(bytes)
{
	let unit = 0, number = bytes;

	for (; number >= 1024 && unit < UNITS.length - 1; unit++)
		number /= 1024;
	const digits = unit === 0 || number >= 100 ? 0 : 1;
	return `${number.toFixed(digits).replace(/\.0$/, '').replace('.', ',')} ${UNITS[unit]}`;
}

/* What is left, as coarse as such a guess deserves. */
export function
timeWords(seconds)
{
	const minutes = Math.ceil(seconds / 60);

	if (seconds < 50)
		return 'kurang dari 1 menit';
	if (minutes < 60)
		return `kira-kira ${minutes} menit`;
	if (minutes < 24 * 60)
		return `kira-kira ${Math.floor(minutes / 60)} jam ${minutes % 60} menit`;
	return 'lebih dari sehari';
}

export function
percentWords(part, whole)
{
	return `${whole > 0 ? Math.floor(part * 100 / whole) : 0} %`;
}
