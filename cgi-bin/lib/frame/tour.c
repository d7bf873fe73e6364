/* SPDX-License-Identifier: ISC */
/*
 * The stops of the first tour, by role, and the banner that shows one of them.
 */
#include "frame/tour.h"

#include "base/banned.h"

enum { STOPS_MAX = 6 };

static const struct {
	enum role role;
	struct tour_stop stops[STOPS_MAX + 1]; /* up to one without a path */
} tours[] = {
	{ ROLE_OPERATOR,
	    {
		{ "/questionnaire/", "Penilaian",
		    "Halaman ini selalu menunjukkan langkah berikutnya, sisa waktunya, dan berapa "
		    "variabel yang sudah lengkap." },
		{ "/upload/", "Dokumen",
		    "Unggah setiap dokumen cukup sekali. Dari sini satu dokumen dapat ditautkan ke "
		    "beberapa kriteria." },
		{ "/consultation/", "Konsultasi",
		    "Ragu apakah sebuah dokumen cukup? Tanyakan kepada tim verifikasi; jawabannya "
		    "tersimpan sampai tahun berikutnya." },
		{ "/schedule/", "Jadwal",
		    "Tujuh langkah penilaian dengan tanggalnya, dihitung menurut hari kerja." },
		{ "/account/profile", "Akun saya",
		    "Lengkapi surel Anda agar kabar sampai, dan nyalakan verifikasi dua langkah." },
	    } },
	{ ROLE_HEAD,
	    {
		{ "/questionnaire/", "Penilaian",
		    "Anda dapat membaca penilaian perangkat daerah Anda kapan saja, juga selagi "
		    "operator mengisi." },
		{ "/signoff/", "Pengesahan",
		    "Sesudah verifikasi selesai, formulirnya ditandatangani dari sini." },
		{ "/report/", "Laporan",
		    "Hasil perangkat daerah Anda, dibandingkan dengan tahun sebelumnya." },
		{ "/schedule/", "Jadwal",
		    "Tujuh langkah penilaian dengan tanggalnya, dihitung menurut hari kerja." },
	    } },
	{ ROLE_VERIFIER,
	    {
		{ "/verify/", "Verifikasi",
		    "Perangkat daerah yang menunggu ada di atas. Yang Anda layani sendiri "
		    "diperiksa anggota lain." },
		{ "/consultation/", "Konsultasi",
		    "Pertanyaan perangkat daerah dijawab di sini; jawaban yang berlaku bagi semua "
		    "dapat diterbitkan sebagai ketetapan." },
		{ "/signoff/", "Pengesahan",
		    "Formulir yang ditandatangani dibandingkan di sini, lalu tanda terimanya "
		    "terbit." },
		{ "/report/", "Laporan", "Hasil seluruh daerah dan laporannya." },
		{ "/schedule/", "Jadwal",
		    "Tujuh langkah penilaian dengan tanggalnya, dihitung menurut hari kerja." },
	    } },
	{ ROLE_VALIDATOR,
	    {
		{ "/verify/", "Validasi",
		    "Yang sudah diverifikasi kabupaten atau kota menunggu Anda di sini, dengan "
		    "keputusan dan alasannya." },
		{ "/upload/", "Dokumen", "Dokumen yang menjadi bukti, dapat dicari." },
		{ "/report/", "Laporan", "Hasil setiap daerah." },
		{ "/schedule/", "Jadwal",
		    "Tujuh langkah penilaian dengan tanggalnya, dihitung menurut hari kerja." },
	    } },
	{ ROLE_ADMIN,
	    {
		{ "/cycle/", "Beranda administrator",
		    "Di sini tampak apa yang masih kurang sebelum periode dapat dibuka." },
		{ "/cycle/agencies", "Perangkat daerah",
		    "Lengkapi daftarnya; daftar panjang dapat diimpor dari Excel." },
		{ "/cycle/accounts", "Akun",
		    "Satu perangkat daerah boleh punya beberapa akun, dan satu orang boleh "
		    "melayani beberapa perangkat daerah." },
		{ "/cycle/holidays", "Hari libur",
		    "Batas waktu dihitung dari daftar ini. Lengkapi sebelum periode dibuka." },
		{ "/cycle/cycles", "Periode", "Buka periode bila semuanya sudah siap." },
	    } },
	{ ROLE_AUDITOR,
	    {
		{ "/report/", "Laporan", "Hasil seluruh daerah; Anda membaca semuanya." },
		{ "/report/history", "Riwayat", "Siapa mengubah apa, kapan, dan mengapa." },
		{ "/upload/", "Dokumen", "Dokumen yang menjadi bukti, dapat dicari." },
		{ "/schedule/", "Jadwal",
		    "Tujuh langkah penilaian dengan tanggalnya, dihitung menurut hari kerja." },
	    } },
	{ ROLE_LEADER,
	    {
		{ "/report/overview", "Ringkasan", "Hasil daerah dalam satu halaman." },
		{ "/report/", "Laporan", "Hasil setiap tahun." },
		{ "/paper/", "Surat dan cetakan", "Laporan resmi yang sudah terbit." },
		{ "/message/", "Pesan", "Kabar yang menyangkut Anda." },
	    } },
	{ ROLE_ASSISTANT,
	    {
		{ "/service/assist", "Permohonan yang saya bantu",
		    "Catat permohonan orang yang tidak memegang ponsel, dan ikuti statusnya. "
		    "Tanpa jaringan, formulirnya tersimpan di ponsel ini." },
		{ "/message/", "Pesan", "Kabar yang menyangkut Anda." },
	    } },
};

/* The first of the role's; NULL: it has none. */
static const struct tour_stop *
tour_of(enum role role)
{
	for (size_t at = 0; at < sizeof(tours) / sizeof(tours[0]); at++)
		if (tours[at].role == role)
			return tours[at].stops;
	return NULL;
}

static size_t
tour_length(enum role role)
{
	const struct tour_stop *stops = tour_of(role);
	size_t count = 0;

	while (stops != NULL && stops[count].path != NULL)
		count++;
	return count;
}

const struct tour_stop *
tour_stop(enum role role, int64_t number)
{
	return number < 1 || (size_t)number > tour_length(role) ? NULL : &tour_of(role)[number - 1];
}

void
tour_fill(struct context *context)
{
	const struct actor *actor = &context->actor;
	const struct tour_stop *stop = tour_stop(actor->role, actor->tour);
	struct node *node;

	if (actor->account_id == 0 || tour_length(actor->role) == 0)
		return;
	node = page_node(&context->page, "Tour");
	node_set_int(node, "all", (int64_t)tour_length(actor->role));
	if (tour_stop(actor->role, -actor->tour) != NULL)
		node_set_int(node, "stopped", -actor->tour);
	if (stop == NULL)
		return;
	node_set_int(node, "stop", actor->tour);
	node_set(node, "heading", stop->heading);
	node_set(node, "text", stop->text);
	node_set(node, "href",
	    arena_format(context->arena, "%s%s", context->config->base_path, stop->path));
}
