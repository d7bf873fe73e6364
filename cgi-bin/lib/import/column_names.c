/* SPDX-License-Identifier: ISC */
/*
 * Which of our columns a head over a list of an office may mean.
 */
#include "import/column_names.h"

#include <ctype.h>
#include <string.h>

#include "base/banned.h"

/*
 * Heads as offices write them over lists that they keep for themselves.  They
 * stand behind what a table itself says of its columns, and a name may stand
 * for several: "Nama" is the head's where "Perangkat Daerah" is there, too.
 */
static const struct {
	const char *table; /* a column that no other table has */
	const char *column;
	const char *names;
} elsewhere[] = {
	{ "nama kepala", "nama",
	    "dinas namadinas unitkerja namaunitkerja instansi "
	    "namainstansi namaskpd organisasi namaorganisasi organisasiperangkatdaerah "
	    "satuankerja namasatuankerja satker namasatker namaunit nomenklatur "
	    "namadinasbadan dinasbadan namaopdunitkerja perangkatdaerahunitkerja" },
	{ "nama kepala", "singkatan", "akronim namasingkat singkatanopd namapendek alias" },
	{ "nama kepala", "jabatan kepala",
	    "namajabatan jabatanpimpinan jabatanpejabat "
	    "jabatankepala* jabatankepalaperangkatdaerah" },
	{ "nama kepala", "nama kepala",
	    "nama kadis kepaladinas kepalaopd kepalaskpd "
	    "namakepala* namakadis pejabat namapejabat namalengkap pimpinanopd" },
	{ "nama kepala", "pangkat",
	    "pangkatgol pangkatgolruang pangkatgolonganruang gol "
	    "golruang golonganruang pangkatkepala* pangkatgolkepala*" },
	{ "nama kepala", "nip", "nipkepala* nippejabat nippimpinan nipkadis" },
	{ "nama kepala", "kode daerah",
	    "kodekabkota kodekabupatenkota kodekabupaten kodekota "
	    "kodekemendagri kodepemda namadaerah kabupatenkota kabkota "
	    "namakabupatenkota namakabkota pemda pemerintahdaerah" },
	{ "nama pengguna", "peran", "jenispengguna level hak tugasakun" },
	{ "nama pengguna", "perangkat daerah",
	    "namadinas dinas instansi namainstansi "
	    "namaskpd namaunitkerja satuankerja satker namaunit asalopd asalinstansi" },
	{ "nama pengguna", "nama lengkap",
	    /* Not "operator", "verifikator" and "kadis" alone: those stand in rows, as roles. */
	    "adminopd admin namaadmin operatoropd namaadminopd namaoperatoropd "
	    "namaverifikator namakadis namakepaladinas namakepalaopd "
	    "namaoperator namapetugas petugas namapengelola "
	    "pejabat namapejabat namapersonil personil" },
	{ "nama pengguna", "jabatan", "jabatandalamtim namajabatan" },
	{ "nama pengguna", "telepon",
	    "nohandphone handphone nomorhandphone nohpwa nowahp "
	    "kontak kontakperson nomorwa nomorwhatsapp nowhatsapp" },
	{ "nama pengguna", "surel", "emailaktif alamatemailaktif" },
	{ "jenis", "tanggal", "hari haritanggal tgl tanggallibur tgllibur hariliburnasional" },
	{ "jenis", "nama",
	    "uraian keteranganlibur peringatan namalibur haribesar "
	    "namahari harilibur liburnasional" },
	{ "jenis", "jenis", "jenislibur kategori status jenisharilibur" },
	{ "indikator", "variabel", "novariabel nomor no" },
	{ "indikator", "tingkat", "tingkatan tk nilai skor tingkatkematangan levelkematangan" },
	{ "indikator", "indikator", "indikatorkriteria uraianindikator uraian pernyataan" },
	{ "indikator", "petunjuk verifikasi", "ujiverifikator caraverifikasi petunjukpenilaian" },
	{ "indikator", "dokumen", "buktidukung datadukungcontoh eviden evidence dokumenpendukung" },
};

const char *
plain_name(struct arena *arena, const char *text)
{
	char *plain = arena_text(arena, text), *to = plain;

	for (; *text != '\0'; text++)
		if (isalnum((unsigned char)*text))
			*to++ = (char)tolower((unsigned char)*text);
		else if (*text == '(' && to > plain && strchr(text, ')') != NULL)
			text = strchr(text, ')'); /* a remark */
	*to = '\0';
	return plain;
}

static bool
is_called(const char *plain, const char *names)
{
	while (*names != '\0') {
		size_t length = strcspn(names, " ");
		bool open = names[length - 1] == '*';
		size_t compared = open ? length - 1 : length;

		if (strncmp(plain, names, compared) == 0 && (open || plain[compared] == '\0'))
			return true;
		names += length;
		names += *names == ' ';
	}
	return false;
}

bool
table_called(struct arena *arena, const char *text, const char *names)
{
	const char *plain = plain_name(arena, text);

	return *plain != '\0' && is_called(plain, names);
}

static bool
has_column(const struct table *table, const char *name)
{
	for (size_t at = 0; at < table->width; at++)
		if (strcmp(table->columns[at].name, name) == 0)
			return true;
	return false;
}

int
column_likeness(const struct table *table, size_t column, const char *plain)
{
	const struct table_column *own = &table->columns[column];

	if (*plain == '\0')
		return 0;
	if (strcmp(plain, plain_name(table->problems->context->arena, own->name)) == 0)
		return 3;
	if (is_called(plain, own->also))
		return 2;
	for (size_t at = 0; at < sizeof(elsewhere) / sizeof(elsewhere[0]); at++)
		if (strcmp(elsewhere[at].column, own->name) == 0 &&
		    is_called(plain, elsewhere[at].names) && has_column(table, elsewhere[at].table))
			return 1;
	return 0;
}
