/* SPDX-License-Identifier: ISC */
#ifndef STORE_SETTING_H
#define STORE_SETTING_H

#include <stdbool.h>

#include "store/db.h"

/*
 * What the administrator may choose for the instance, a row each: its
 * name in enum setting and in the database, its kind, the least and the most
 * that a number may be, what it is where nobody chose, and its label.
 *
 * The page of settings, `matang setting` and its help are made of these rows;
 * a row of the table `setting` does no more than override a value.  A new
 * setting is a row here, and is read where it counts.
 */
#define SETTINGS(ROW) \
	ROW(SESSION_IDLE_MINUTES, "session_idle_minutes", NUMBER, 5, 1440, "60", \
	    "Sesi berakhir bila tidak dipakai (menit)") \
	ROW(SESSION_HOURS, "session_hours", NUMBER, 1, 168, "12", \
	    "Sesi berakhir paling lama (jam)") \
	ROW(SECOND_FACTOR_ROLES, "second_factor_roles", ROLES, 0, 0, "verifier,validator,admin", \
	    "Peran yang wajib memakai kode verifikasi dua langkah") \
	ROW(PASSWORD_MIN_LENGTH, "password_min_length", NUMBER, 8, 64, "12", \
	    "Panjang kata sandi paling sedikit (karakter)") \
	ROW(FIRST_PASSWORD_DAYS, "first_password_days", NUMBER, 1, 365, "14", \
	    "Kata sandi sementara dari administrator berlaku (hari)") \
	ROW(THROTTLE_FAILURES, "throttle_failures", NUMBER, 3, 100, "5", \
	    "Percobaan masuk yang gagal sebelum ditahan") \
	ROW(THROTTLE_ADDRESS_FAILURES, "throttle_address_failures", NUMBER, 5, 10000, "50", \
	    "Percobaan masuk yang gagal dari satu alamat jaringan " \
	    "(satu kantor) sebelum ditahan") \
	ROW(THROTTLE_MINUTES, "throttle_minutes", NUMBER, 1, 1440, "15", \
	    "Lama penahanan setelah gagal (menit)") \
	ROW(FILE_MAX_MIB, "file_max_mib", NUMBER, 1, 2048, "50", \
	    "Ukuran berkas paling besar (MiB)") \
	ROW(AGENCY_QUOTA_MIB, "agency_quota_mib", NUMBER, 1, 1048576, "2048", \
	    "Ruang simpan tiap perangkat daerah (MiB)") \
	ROW(UPLOAD_SESSION_HOURS, "upload_session_hours", NUMBER, 1, 8760, "168", \
	    "Unggahan yang terputus dapat dilanjutkan selama (jam)") \
	ROW(API_REQUESTS_PER_MINUTE, "api_requests_per_minute", NUMBER, 1, 10000, "60", \
	    "Permintaan antarmuka data per kunci dalam satu menit") \
	ROW(UPLOADS_PER_HOUR, "uploads_per_hour", NUMBER, 10, 100000, "1000", \
	    "Unggahan tiap akun dalam satu jam") \
	ROW(PAPERS_PER_HOUR, "papers_per_hour", NUMBER, 10, 100000, "1000", \
	    "Lembar yang diterbitkan atau diunduh tiap akun dalam satu jam") \
	ROW(EXPORTS_PER_HOUR, "exports_per_hour", NUMBER, 10, 100000, "400", \
	    "Ekspor (Excel, CSV, JSON, Word) tiap akun dalam satu jam") \
	ROW(ZIPS_PER_HOUR, "zips_per_hour", NUMBER, 10, 100000, "500", \
	    "Berkas ZIP data dukung tiap akun dalam satu jam") \
	ROW(GUEST_POSTS_PER_HOUR, "guest_posts_per_hour", NUMBER, 5, 10000, "60", \
	    "Kiriman tanpa akun dari satu alamat jaringan dalam satu jam") \
	ROW(GUEST_POSTS_OF_ALL, "guest_posts_of_all", NUMBER, 10, 1000000, "2000", \
	    "Kiriman tanpa akun seluruhnya dalam satu jam, untuk tiap layanan") \
	ROW(GUEST_MIB_PER_HOUR, "guest_mib_per_hour", NUMBER, 30, 1048576, "200", \
	    "Berkas tanpa akun dari satu alamat jaringan dalam satu jam (MiB)") \
	ROW(GUEST_MIB_OF_ALL, "guest_mib_of_all", NUMBER, 30, 1048576, "2000", \
	    "Berkas tanpa akun seluruhnya dalam satu jam, untuk tiap layanan (MiB)") \
	ROW(SESSIONS_MAX, "sessions_max", NUMBER, 1, 100, "10", \
	    "Perangkat yang masuk bersamaan dengan satu akun; yang paling lama tidak dipakai " \
	    "dikeluarkan") \
	ROW(WORKING_WEEKDAYS, "working_weekdays", WEEKDAYS, 1, 127, "31", "Hari kerja") \
	ROW(QUALITY_VARIABLES_MAX, "quality_variables_max", NUMBER, 1, 60, "4", \
	    "Satu berkas wajar dipakai paling banyak di (variabel); " \
	    "lebih dari itu ditandai") \
	ROW(PENDING_DUE_DAYS, "pending_due_days", NUMBER, 0, 60, "3", \
	    "Dokumen yang menyusul diingatkan sebelum jatuh tempo (hari)") \
	ROW(PENDING_DAYS_MAX, "pending_days_max", NUMBER, 7, 1000, "366", \
	    "Dokumen dapat menyusul paling lama (hari)") \
	ROW(ESCALATE_DAYS, "escalate_days", NUMBER, 1, 60, "2", \
	    "Kepala dan ketua tim diberi tahu bila terlambat (hari kerja)") \
	ROW(MAIL_PAUSE_MINUTES, "mail_pause_minutes", NUMBER, 1, 1440, "30", \
	    "Jarak antara dua surel kepada orang yang sama (menit); kabar di antaranya digabung") \
	ROW(MESSAGE_DAYS, "message_days", NUMBER, 30, 3650, "730", \
	    "Pesan yang sudah dibaca, dan surelnya, disimpan selama (hari)") \
	ROW(EVENT_DAYS, "event_days", NUMBER, 30, 3650, "730", \
	    "Catatan peristiwa (masuk, penolakan, ekspor, unduhan) disimpan selama (hari)") \
	ROW(SERVICE_DAYS, "service_days", NUMBER, 365, 36500, "1825", \
	    "Data pemohon layanan disimpan selama (hari) sejak permohonannya masuk") \
	ROW(SERVICE_SURVEY, "service_survey", NUMBER, 0, 1000, "5", \
	    "Survei kepuasan layanan dihitung mulai dari (jawaban); 0: pemohon tidak ditanya") \
	ROW(COMPLAINT_DAYS, "complaint_days", NUMBER, 365, 36500, "1825", \
	    "Pengaduan (nama, kontak, isi, berkas) disimpan selama (hari) sejak selesai") \
	ROW(ATTENDANCE_DAYS, "attendance_days", NUMBER, 30, 36500, "1825", \
	    "Daftar hadir kegiatan (nama, NIP, tanda tangan) disimpan selama (hari)") \
	ROW(LINK_CHECK_DAYS, "link_check_days", NUMBER, 0, 365, "0", \
	    "Tautan aplikasi dan situs diperiksa lagi setelah (hari); 0: tidak diperiksa, " \
	    "misalnya karena server ini tidak boleh ke luar") \
	ROW(LINK_SLOW_SECONDS, "link_slow_seconds", NUMBER, 1, 25, "10", \
	    "Tautan disebut sangat lambat mulai (detik)") \
	ROW(UPTAKE_LOW_PERCENT, "uptake_low_percent", NUMBER, 1, 100, "10", \
	    "Aplikasi disebut kurang dipakai bila pemakaiannya di bawah (persen)") \
	ROW(ANONYMITY_THRESHOLD, "anonymity_threshold", NUMBER, 3, 100, "5", \
	    "Angka gabungan diterbitkan tanpa nama, dan ditunjukkan kepada perangkat " \
	    "daerah lain, bila paling sedikit dari (perangkat daerah)") \
	ROW(WHY_PAGE, "why_page", NUMBER, 0, 2, "2", \
	    "Halaman “Mengapa skornya begitu?” untuk (0: tidak ada; 1: yang masuk; " \
	    "2: juga umum, tanpa data dukung, bila nama perangkat daerah terbit)") \
	ROW(LIFT_LIST, "lift_list", NUMBER, 0, 1, "1", \
	    "Saran dokumen yang paling menaikkan skor (0: tidak ada; 1: ada)") \
	ROW(OPEN_DATA_LICENCE, "open_data_licence", ADDRESS, 0, 0, "", \
	    "Lisensi data terbuka (alamat naskahnya)") \
	ROW(EMBED_SITES, "embed_sites", SITES, 0, 0, "", \
	    "Situs yang boleh menampilkan angka terbit dalam bingkai")

enum setting {
#define SETTING_NAME(id, ...) SETTING_##id,
	SETTINGS(SETTING_NAME)
#undef SETTING_NAME
	    SETTING_COUNT
};

enum setting_kind {
	SETTING_OF_NUMBER,   /* a whole number within the bounds */
	SETTING_OF_ROLES,    /* codes of roles, each once, with commas between
				 * them and no spaces, or none */
	SETTING_OF_WEEKDAYS, /* a sum: Monday 1, Tuesday 2 … Sunday 64 */
	SETTING_OF_ADDRESS,  /* "https://…", or none */
	SETTING_OF_SITES     /* origins, "https://www.kota.go.id", a space between
			      * them, or none: they come into a header as they are */
};

struct setting_rule {
	const char *name;
	enum setting_kind kind;
	int64_t min, max;
	const char *value; /* where nobody chose another */
	const char *label;
};
extern const struct setting_rule setting_rules[SETTING_COUNT];

/* NULL when there is no setting of that name. */
const struct setting_rule *setting_rule(const char *name);

bool setting_fits(const struct setting_rule *, const char *value);

/*
 * What was chosen, or what the row above says where nobody chose.  0, or enum
 * db_error: whoever cannot read a setting must not go on as if nobody had
 * chosen, and neither with a value that does not fit.
 */
int setting_number(struct db *, enum setting, int64_t *);
int setting_text(struct db *, enum setting, const char **);

/* The same of a value that another statement has read, NULL where it found
 * no row. */
int setting_number_of(struct db *, enum setting, const char *chosen, int64_t *);
int setting_text_of(struct db *, enum setting, const char *chosen, const char **);

/* All of them, to be shown: 0, or enum db_error. */
int setting_all(struct db *, const char *values[SETTING_COUNT]);

/*
 * Changes it, in the caller's transaction, with its row of history.  0, or
 * enum db_error.
 */
int setting_change(struct db *, const struct setting_rule *, const char *value, int64_t by);

#endif
