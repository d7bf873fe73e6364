/* SPDX-License-Identifier: ISC */
/*
 * What people are told about a signature that was not made, or about their
 * certificate: what happened and what to do, never the service's own words.
 */
#include "esign/esign.h"
#include "base/banned.h"

static const char *const results[SERVICE_RESULTS] = {
	[SERVICE_DONE] = "",
	[SERVICE_WRONG_SECRET] = "Passphrase atau kode tidak diterima layanan "
				 "tanda tangan. Ketik lagi dengan teliti; kode sekali pakai yang "
				 "sudah dipakai atau lewat waktunya harus diminta lagi.",
	[SERVICE_NOT_REGISTERED] =
	    "NIK atau alamat surel ini belum terdaftar "
	    "di layanan tanda tangan. Periksa ketikannya, atau daftarkan diri "
	    "lewat verifikator BSrE daerah Anda (biasanya Dinas Komunikasi "
	    "dan Informatika).",
	[SERVICE_CERTIFICATE] = "Sertifikat elektronik Anda tidak dapat "
				"dipakai: masa berlakunya habis, atau sertifikatnya ditangguhkan "
				"atau dicabut. Minta sertifikat baru kepada verifikator BSrE "
				"daerah Anda.",
	[SERVICE_REFUSED] = "Layanan tanda tangan menolak permintaan ini tanpa "
			    "alasan yang dapat dikenali. Periksa NIK atau alamat surelnya, "
			    "lalu coba lagi.",
	[SERVICE_FAILED] = "Layanan tanda tangan sedang bermasalah. Belum ada "
			   "yang tersimpan. Coba lagi beberapa menit lagi.",
	[SERVICE_SETTINGS] = "Layanan tanda tangan tidak mengenali server ini: "
			     "alamat, versi atau akun aplikasinya perlu diperbaiki oleh "
			     "pengelola server.",
	[SERVICE_UNREACHABLE] = "Layanan tanda tangan tidak dapat dihubungi. "
				"Belum ada yang tersimpan. Coba lagi beberapa menit lagi.",
	[SERVICE_UNTRUSTED] = "Sambungan ke layanan tanda tangan tidak dapat "
			      "dipastikan aman, jadi tidak ada yang dikirim ke sana. "
			      "Pengelola server perlu memeriksa sertifikat layanannya.",
	[SERVICE_SLOW] = "Layanan tanda tangan tidak menjawab pada waktunya. "
			 "Belum ada yang tersimpan. Coba lagi beberapa menit lagi.",
	[SERVICE_GARBAGE] = "Jawaban layanan tanda tangan bukan dokumen ini "
			    "yang sudah ditandatangani, jadi tidak disimpan. Coba lagi, atau "
			    "sampaikan kepada pengelola server.",
	[SERVICE_TOO_LARGE] = "Jawaban layanan tanda tangan jauh lebih besar "
			      "daripada dokumen mana pun, jadi tidak disimpan. Sampaikan "
			      "kepada pengelola server.",
};

static const char *const statuses[USER_STATUSES] = {
	[USER_ISSUE] = "Sertifikat elektronik Anda aktif. Anda dapat "
		       "menandatangani.",
	[USER_EXPIRED] = "Masa berlaku sertifikat elektronik Anda sudah habis. "
			 "Minta sertifikat baru kepada verifikator BSrE daerah Anda.",
	[USER_RENEW] = "Sertifikat elektronik Anda perlu diperbarui. Ikuti "
		       "petunjuk pembaruan dari BSrE di surel Anda, lalu periksa lagi.",
	[USER_WAITING] = "Pendaftaran Anda masih menunggu verifikasi. Tanyakan "
			 "kepada verifikator BSrE daerah Anda.",
	[USER_NEW] = "Pendaftaran Anda belum selesai. Buka surel dari BSrE dan "
		     "lengkapi pendaftarannya.",
	[USER_NO_CERTIFICATE] = "Anda terdaftar tetapi belum mempunyai "
				"sertifikat elektronik. Buka surel dari BSrE untuk "
				"menerbitkannya dan menentukan passphrase.",
	[USER_NOT_REGISTERED] = "NIK atau alamat surel ini belum terdaftar. "
				"Periksa ketikannya, atau daftarkan diri lewat verifikator BSrE "
				"daerah Anda.",
	[USER_SUSPEND] = "Sertifikat elektronik Anda ditangguhkan. Tanyakan "
			 "sebabnya kepada verifikator BSrE daerah Anda.",
	[USER_REVOKE] = "Sertifikat elektronik Anda sudah dicabut. Minta "
			"sertifikat baru kepada verifikator BSrE daerah Anda.",
};

const char *
result_words(enum service_result result)
{
	return result < SERVICE_RESULTS ? results[result] : "";
}

const char *
status_words(enum user_status status)
{
	return status < USER_STATUSES ? statuses[status] : "";
}
