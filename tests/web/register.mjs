// SPDX-License-Identifier: ISC
//
// A city as it was published (Ilham, Setiawan and Nawawi 2018, Balikpapan): 18 links of dinas of which 6 and 10 of
// badan of which 5 lead back to the page of all agencies; an application for employees with 100 downloads
// of 6,283; one for the people with about 1,000 of some 323,000 (0.31 %); a reservation of hospital beds that 100 people took;
// 12,262,832,618 of 1,810,758,387,000 rupiah for information technology. Names of agencies and addresses are
// invented: the source counts them and does not name them.

const LINKS = [['Dinas', 18, 6], ['Badan', 10, 5]];

export const CITY = { dinas: { links: 18, broken: 6 }, badan: { links: 10, broken: 5 }, total: '1.810.758.387.000', ict: '12.262.832.618',
	target: '2', basis: 'Porsi ideal menurut sumber (praktik baik yang dikutipnya)', year: 2017 };

const FIELDS = ['Urusan', 'Layanan', 'Bidang', 'Tata Kelola'];
const name = (family, at) => `${family} Contoh ${FIELDS[at % FIELDS.length]} ${Math.floor(at / FIELDS.length) + 1}`;

/** Names of the agencies that such a register needs. */
export const cityAgencies = () => LINKS.flatMap(([family, links]) => Array.from({ length: links }, (_, at) => name(family, at)));

/** The register as CSV, to be imported by an administrator. */
export function cityRegister() {
	const sites = LINKS.flatMap(([family, links, broken]) => Array.from({ length: links }, (_, at) =>
		[name(family, at), 'situs', `Situs ${name(family, at)}`, `https://kota-contoh.go.id/instansi/${family.toLowerCase()}-${at + 1}`,
			'Informasi perangkat daerah', '', '', '', '', '', '', at < broken ? 'dialihkan ke induk' : 'hidup']));
	const applications = [
		['Dinas Contoh Urusan 1', 'aplikasi', 'Digital Government', '', 'Pemerintahan secara daring', 'pegawai pemerintah kota', '6.283', '', '', '100',
			'31/12/2017', ''],
		['Dinas Contoh Layanan 1', 'aplikasi', 'Hospital Online Reservation', '', 'Pesan kamar rumah sakit', 'masyarakat kota', '', 'operator seluler dan perguruan tinggi', '', '100',
			'31/12/2017', ''],
		['Dinas Contoh Bidang 1', 'aplikasi', 'Layanan warga (TMC, kafe, kota)', '', 'Pelayanan pemerintahan dan sosial', 'masyarakat kota', '322.581', '', '', '1.000', '31/12/2017', ''],
	];
	return [['perangkat daerah', 'jenis', 'nama', 'alamat', 'kegunaan', 'sasaran pengguna', 'jumlah sasaran pengguna', 'mitra', 'biaya setahun (Rp)', 'unduhan', 'per tanggal',
		'status tautan'], ...sites, ...applications]
		.map((row) => row.map((cell) => /[",]/.test(cell) ? `"${cell}"` : cell).join(',')).join('\n') + '\n';
}
