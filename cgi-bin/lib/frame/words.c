/* SPDX-License-Identifier: ISC */
/*
 * Figures, dates and times as Indonesian offices write them ("37,8", "21
 * November 2026", times in the region's zone), and the words for codes that
 * several pages show.  No locale of the host has a say in it.
 */
#include "frame/words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rules/calendar.h"
#include "rules/score.h"
#include "base/banned.h"

enum { MINUTES_A_DAY = 24 * 60, SECONDS_A_DAY = 86400 };

static const char *const months[] = { "Januari", "Februari", "Maret", "April", "Mei", "Juni",
	"Juli", "Agustus", "September", "Oktober", "November", "Desember" };

const char *
words_span(struct arena *arena, int64_t days)
{
	return days > 0 && days % 365 == 0 ?
	    arena_format(arena, "%lld tahun", (long long)(days / 365)) :
	    arena_format(arena, "%lld hari", (long long)days);
}

const char *
words_left(struct arena *arena, int left)
{
	return left > 0 ? arena_format(arena, "sisa %d hari kerja", left) :
	    left < 0    ? arena_format(arena, "terlambat %d hari kerja", -left) :
			  "hari terakhir";
}

int
words_zone_hours(const char *zone)
{
	return strcmp(zone, "WIT") == 0 ? 9 : strcmp(zone, "WITA") == 0 ? 8 : 7;
}

static const char *
day_words(struct arena *arena, int32_t day)
{
	struct date date = day_date(day);

	return date.month == 0 ?
	    "" :
	    arena_format(arena, "%d %s %d", date.day, months[date.month - 1], date.year);
}

/* Days and minutes of a stored time in a zone; false when it is empty. */
static int
local(const char *utc, const char *zone, int32_t *day, int *minute)
{
	char text[DAY_TEXT];

	if (strlen(utc) < sizeof("2026-11-21 02:32") - 1)
		return -1;
	memcpy(text, utc, DAY_TEXT - 1);
	text[DAY_TEXT - 1] = '\0';
	*day = day_parse(text);
	if (*day == DAY_NONE)
		return -1;
	*minute = (int)strtol(utc + 11, NULL, 10) * 60 + (int)strtol(utc + 14, NULL, 10) +
	    words_zone_hours(zone) * 60;
	if (*minute >= MINUTES_A_DAY) {
		*minute -= MINUTES_A_DAY;
		++*day;
	}
	return 0;
}

const char *
words_date(struct arena *arena, const char *date)
{
	int32_t day = day_parse(date);

	return day == DAY_NONE ? "" : day_words(arena, day);
}

const char *
words_month(int month)
{
	return month >= 1 && month <= 12 ? months[month - 1] : "";
}

const char *
words_weekday(int32_t day)
{
	static const char *const days[] = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
		"Minggu" };

	return days[(day_weekday(day) + 6) % 7];
}

static void
spell(struct buffer *words, int number)
{
	static const char *const units[] = { "", "satu", "dua", "tiga", "empat", "lima", "enam",
		"tujuh", "delapan", "sembilan", "sepuluh", "sebelas" };
	static const struct {
		int unit;
		const char *one, *many;
	} steps[] = { { 1000, "seribu", " ribu" }, { 100, "seratus", " ratus" },
		{ 10, NULL, " puluh" } };

	for (size_t at = 0; at < 3 && number >= 12; at++) {
		int count = number / steps[at].unit;

		if (count == 0)
			continue;
		if (steps[at].unit == 10 && number < 20) {
			spell(words, number - 10);
			buffer_text(words, " belas");
			return;
		}
		if (words->length > 0)
			buffer_char(words, ' ');
		if (count == 1) {
			buffer_text(words, steps[at].one);
		} else {
			struct buffer inner = { .arena = words->arena };

			spell(&inner, count);
			buffer_format(words, "%s%s", inner.bytes, steps[at].many);
		}
		number %= steps[at].unit;
	}
	if (number == 0)
		return;
	if (words->length > 0)
		buffer_char(words, ' ');
	buffer_text(words, units[number]);
}

const char *
words_spelled(struct arena *arena, int number)
{
	struct buffer words = { .arena = arena };

	if (number < 0 || number > 999999)
		return "";
	if (number == 0)
		return "nol";
	spell(&words, number);
	return words.bytes;
}

const char *
words_clock(struct arena *arena, const char *utc, const char *zone)
{
	int32_t day;
	int minute;

	return local(utc, zone, &day, &minute) != 0 ?
	    "" :
	    arena_format(arena, "%02d.%02d %s", minute / 60, minute % 60, zone);
}

const char *
words_clock_now(struct arena *arena, const char *zone)
{
	int minute = (int)((time(NULL) / 60 + words_zone_hours(zone) * 60) % MINUTES_A_DAY);

	return arena_format(arena, "%02d.%02d %s", minute / 60, minute % 60, zone);
}

const char *
words_time(struct arena *arena, const char *utc, const char *zone)
{
	int32_t day;
	int minute;

	return local(utc, zone, &day, &minute) != 0 ?
	    "" :
	    arena_format(arena, "%s pukul %02d.%02d %s", day_words(arena, day), minute / 60,
		minute % 60, zone);
}

const char *
words_day_of(struct arena *arena, const char *utc, const char *zone)
{
	int32_t day;
	int minute;

	return local(utc, zone, &day, &minute) != 0 ? "" : day_words(arena, day);
}

const char *
words_tenths(struct arena *arena, int64_t tenths)
{
	return arena_format(arena, "%s%lld,%lld", tenths < 0 ? "−" : "", llabs(tenths) / 10,
	    llabs(tenths) % 10);
}

const char *
words_change(struct arena *arena, int64_t change)
{
	return change == 0 ?
	    "0" :
	    arena_format(arena, "%s%lld", change > 0 ? "+" : "−", llabs(change));
}

const char *
words_roman(int64_t level)
{
	return level >= LEVEL_MIN && level <= LEVEL_MAX ? level_roman((int)level) : "";
}

const char *
words_bytes(struct arena *arena, int64_t bytes)
{
	static const char *const units[] = { "bita", "kB", "MB", "GB", "TB" };
	int64_t tenths = bytes * 10;
	size_t unit = 0;

	for (; tenths >= 10240 && unit < 4; unit++)
		tenths = (tenths + 512) / 1024;
	if (unit == 0 || tenths >= 1000 || tenths % 10 == 0)
		return arena_format(arena, "%" PRId64 " %s", tenths / 10, units[unit]);
	return arena_format(arena, "%" PRId64 ",%" PRId64 " %s", tenths / 10, tenths % 10,
	    units[unit]);
}

const char *
words_period(struct arena *arena, const char *from, const char *until)
{
	const char *first = words_date(arena, from);
	const char *last = words_date(arena, until);

	if (*first == '\0')
		return *last == '\0' ? "" : arena_format(arena, "sampai %s", last);
	if (*last == '\0')
		return arena_format(arena, "sejak %s", first);
	return arena_format(arena, "%s s.d. %s", first, last);
}

struct word {
	const char *code;
	const char *word;
};

static const char *
word_of(const struct word *words, const char *code, const char *otherwise)
{
	for (; words->code != NULL; words++)
		if (strcmp(words->code, code) == 0)
			return words->word;
	return otherwise;
}

const char *
words_complaint(struct arena *arena, int64_t id)
{
	return arena_format(arena, "P-%06lld", (long long)id);
}

const char *
words_kind(const char *code)
{
	static const struct word kinds[] = { { "keputusan", "Surat keputusan" }, { "sop", "SOP" },
		{ "rencana", "Dokumen rencana" }, { "laporan", "Laporan" },
		{ "notulen", "Notulen" }, { "berita_acara", "Berita acara" }, { "surat", "Surat" },
		{ "perjanjian", "Perjanjian" }, { "sertifikat", "Sertifikat" }, { "foto", "Foto" },
		{ "tangkapan_layar", "Tangkapan layar" }, { "lainnya", "Lainnya" },
		{ NULL, NULL } };

	return word_of(kinds, code, "");
}

const char *
words_file_type(const char *type)
{
	static const struct word types[] = { { "application/pdf", "PDF" }, { "image/jpeg", "JPEG" },
		{ "image/png", "PNG" },
		{ "application/vnd.openxmlformats-officedocument"
		  ".wordprocessingml.document",
		    "Word (DOCX)" },
		{ "application/vnd.openxmlformats-officedocument"
		  ".spreadsheetml.sheet",
		    "Excel (XLSX)" },
		{ "application/vnd.openxmlformats-officedocument"
		  ".presentationml.presentation",
		    "PowerPoint (PPTX)" },
		{ "application/vnd.oasis.opendocument.text", "ODT" },
		{ "application/vnd.oasis.opendocument.spreadsheet", "ODS" }, { NULL, NULL } };

	return word_of(types, type, type);
}

static const struct {
	const char *label;
	const char *advice; /* to the agency */
	const char *check;  /* to the team */
} qualities[QUALITIES] = {
	[QUALITY_INFECTED] = { "Terinfeksi virus",
	    "Berkas ini ditahan. Bersihkan komputer asalnya, lalu unggah "
	    "berkas yang bersih sebagai revisi baru.",
	    "Ditahan dan tidak dapat dibuka. Jangan diterima; minta berkas "
	    "yang bersih." },
	[QUALITY_BARE] = { "Tanpa dokumen",
	    "Tingkat yang dipilih belum dibuktikan satu dokumen pun. Tambahkan "
	    "dokumennya.",
	    "Tingkat ini belum dibuktikan satu dokumen pun." },
	[QUALITY_OUTSIDE] = { "Hanya alamat luar",
	    "Isi alamat luar dapat berubah atau hilang, jadi tidak dihitung. Unggah "
	    "berkasnya.",
	    "Isi alamat luar dapat berubah, jadi tidak dihitung. Minta berkasnya "
	    "lewat pengembalian." },
	[QUALITY_UNSIGNED] = { "Belum terlihat ditandatangani",
	    "Kriteria ini meminta dokumen yang ditandatangani. Unggah pindaian "
	    "yang sudah ditandatangani, atau nyatakan bahwa sudah "
	    "ditandatangani dengan tinta.",
	    "Periksa tanda tangannya di dalam berkas sebelum diterima." },
	[QUALITY_LOCKED] = { "Tidak dapat dibuka",
	    "Berkas terkunci kata sandi atau rusak. Simpan ulang tanpa kata "
	    "sandi, lalu unggah sebagai revisi baru.",
	    "Berkas terkunci atau rusak. Minta berkas tanpa kata sandi." },
	[QUALITY_PERIOD_OVER] = { "Masa berlaku berakhir",
	    "Perbarui masa berlakunya bila sudah diperpanjang, atau ganti "
	    "dengan dokumen yang masih berlaku.",
	    "Periksa apakah sudah diperpanjang." },
	[QUALITY_OTHER_YEAR] = { "Bukan tahun penilaian",
	    "Bila masih berlaku, isi masa berlakunya; bila tidak, ganti dengan "
	    "dokumen tahun penilaian.",
	    "Periksa apakah masih berlaku di tahun penilaian." },
	[QUALITY_EVERYWHERE] = { "Berkas sama di banyak variabel",
	    "Satu berkas jarang membuktikan semuanya. Sisakan di kriteria yang "
	    "dibuktikannya, dan unggah dokumen tersendiri untuk yang lain.",
	    "Periksa apakah berkas ini memang membuktikan kriteria ini." },
	[QUALITY_OVERDUE] = { "Dokumen yang menyusul terlambat",
	    "Tanggalnya sudah lewat. Tautkan dokumennya, atau "
	    "ubah tanggalnya dengan alasan.",
	    "Tanggalnya sudah lewat; tanyakan kepada perangkat "
	    "daerah." },
	[QUALITY_UNUSED] = { "Belum ditautkan",
	    "Dokumen ini belum dipakai di penilaian yang berjalan. Tautkan ke "
	    "kriteria yang dibuktikannya.",
	    "Dokumen ini belum dipakai di penilaian yang berjalan." },
	[QUALITY_TWIN] = { "Isi sama dengan dokumen lain",
	    "Cukup satu yang dipakai: satu dokumen dapat ditautkan ke beberapa "
	    "kriteria.",
	    "Berkas yang sama juga ditautkan dengan judul lain." },
	[QUALITY_ACTIVE] = { "Berisi unsur aktif",
	    "Di dalam berkas ada skrip, perintah, atau lampiran. Lebih aman "
	    "dicetak ke PDF biasa, lalu diunggah sebagai revisi baru.",
	    "Di dalam berkas ada skrip, perintah, atau lampiran: buka "
	    "dengan hati-hati." },
};

const char *
words_quality(enum quality flag)
{
	return flag < QUALITIES ? qualities[flag].label : "";
}

const char *
words_quality_advice(enum quality flag)
{
	return flag < QUALITIES ? qualities[flag].advice : "";
}

const char *
words_quality_check(enum quality flag)
{
	return flag < QUALITIES ? qualities[flag].check : "";
}

const char *
words_remedy(enum remedy remedy)
{
	static const char *const words[] = { [REMEDY_NONE] = "",
		[REMEDY_FILE] = "Unggah berkas",
		[REMEDY_DETAILS] = "Ubah keterangan",
		[REMEDY_LINKS] = "Atur kriteria" };

	return words[remedy];
}

int32_t
words_today(const char *zone)
{
	return (int32_t)((time(NULL) + words_zone_hours(zone) * 3600) / SECONDS_A_DAY);
}

int32_t
words_day(const char *utc, const char *zone)
{
	int32_t day;
	int minute;

	return local(utc, zone, &day, &minute) != 0 ? DAY_NONE : day;
}
