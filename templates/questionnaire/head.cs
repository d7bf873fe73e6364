<?cs # SPDX-License-Identifier: ISC
# Where the head of an agency begins: the last result at one glance, and the one thing that comes next. ?><?cs
include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs
set:title = "Hasil penilaian" ?><?cs set:list = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs
set:signing = Site.base + "/signoff/" + Assessment.id + "/" ?><?cs

def:next(heading, text, href, button) ?><section class="matang-next" aria-labelledby="next">
<h2 class="govuk-heading-m" id="next"><?cs var:heading ?></h2>
<p class="govuk-body"><?cs var:text ?></p>
<?cs call:deadline() ?><?cs call:button_link(href, button) ?></section>
<?cs /def ?><?cs

def:with_agency() ?><?cs
 if:filled(Assessment.left_why) ?><?cs call:next("Tidak ikut dinilai lagi tahun " + Assessment.year,
    "Jawaban sampai saat itu tetap tersimpan dan dapat dibaca.", list, "Lihat jawaban") ?><?cs
 elif:Assessment.begins ?><?cs call:next("Pengisian " + Assessment.year + " dimulai " + Assessment.begins,
    "Operator akan mengisi. Penilaiannya sudah dapat dibaca.", list, "Baca penilaian") ?><?cs
 elif:Assessment.lapsed ?><?cs call:next("Pengisian " + Assessment.year + " sudah ditutup",
    "Batas waktunya lewat, dan penilaiannya belum dikirim. Lihat jadwalnya, dan apakah tambahan waktu sudah diminta.",
    Site.base + "/schedule/" + Assessment.id + "/", "Lihat jadwal") ?><?cs
 elif:Assessment.state == "returned" ?><?cs call:next("Penilaian " + Assessment.year + " dikembalikan untuk diperbaiki",
    "Operator memperbaiki variabel yang disebut tim verifikasi. Anda dapat membaca alasannya.", list, "Lihat yang dikembalikan") ?><?cs
 else ?><?cs call:next("Operator sedang mengisi penilaian " + Assessment.year,
    Progress.complete + " dari " + Progress.all + " variabel lengkap. Tanda tangan Anda diperlukan setelah verifikasi selesai.",
    list, "Lihat jawaban") ?><?cs /if ?><?cs /def ?><?cs

def:beyond() ?><?cs
 if:Assessment.state == "submitted" || (Assessment.state == "verified" && Assessment.province_tier) ?><?cs
 call:next("Penilaian " + Assessment.year + " sedang diperiksa",
    "Tidak ada yang perlu Anda lakukan sekarang. Tanda tangan Anda diperlukan setelah pemeriksaan selesai.", list, "Lihat jawaban") ?><?cs
 elif:PrintAgain ?><?cs call:next("Formulir perlu dicetak ulang", "Kepala perangkat daerah berubah setelah formulir tahun " + Assessment.year +
    " dicetak. Buat formulir baru, lalu tanda tangani.", signing, "Ke pengesahan") ?><?cs
 elif:Assessment.state == "verified" || Assessment.state == "validated" ?><?cs
 call:next("Menunggu tanda tangan Anda", "Pemeriksaan tahun " + Assessment.year + " selesai. Baca hasilnya, lalu tanda tangani.",
    signing, "Baca dan tanda tangani") ?><?cs
 elif:SentBack ?><?cs call:next("Tanda tangan perlu diulang",
    "Formulir tahun " + Assessment.year + " dikembalikan tim verifikasi. Baca alasannya, lalu tanda tangani lagi.", signing, "Baca alasannya") ?><?cs
 elif:Assessment.state == "signed" ?><?cs call:next("Formulir sudah ditandatangani",
    "Tim verifikasi sedang memeriksanya, lalu menerbitkan tanda terima.", signing, "Lihat yang ditandatangani") ?><?cs
 elif:Assessment.state == "received" ?><?cs call:next("Penilaian " + Assessment.year + " selesai",
    "Tanda terima sudah terbit.", Site.base + "/report/agency/" + Assessment.id, "Lihat hasil lengkap") ?><?cs
 else ?><?cs call:next("Penilaian " + Assessment.year + " selesai", "Laporan daerah sudah terbit.",
    Site.base + "/report/agency/" + Assessment.id, "Lihat hasil lengkap") ?><?cs /if ?><?cs /def ?><?cs

def:turn() ?><?cs if:filled(Assessment.left_why) || Assessment.state == "not_started" || Assessment.state == "draft" ||
    Assessment.state == "returned" ?><?cs call:with_agency() ?><?cs else ?><?cs call:beyond() ?><?cs /if ?><?cs /def ?><?cs

def:years() ?><?cs call:table_open("Tahun-tahun lalu") ?><?cs call:head_open() ?><?cs call:th("Tahun") ?><?cs
 call:th_num("Mandiri") ?><?cs call:th_num("Akhir") ?><?cs call:th("Kategori") ?><?cs call:head_close() ?><?cs
 each:e = Earlier ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/report/agency/<?cs var:e.id ?>">Tahun <?cs var:e.year ?></a></th><?cs
 call:td_num("Mandiri", e.self) ?><?cs call:td_num("Akhir", e.final) ?><?cs call:td("Kategori", e.category) ?><?cs call:row_close() ?><?cs
 /each ?><?cs call:table_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Kematangan organisasi", Actor.agency_name) ?>
<?cs if:filled(Headline.number) ?><?cs call:headline(Headline) ?>
<?cs /if ?><?cs if:?Assessment.id ?><?cs call:turn() ?><?cs
 elif:filled(Told.id) ?><?cs call:button_link(Site.base + "/report/agency/" + Told.id, "Lihat hasil lengkap") ?><?cs
 else ?><?cs call:empty_state("Belum ada periode penilaian yang dibuka",
    "Begitu daerah membuka periode penilaian, halaman ini menunjukkan hasilnya dan apa yang menunggu Anda.") ?><?cs /if ?>
<?cs if:subcount(Open) ?><?cs call:open_beside() ?><?cs /if ?><?cs
call:since() ?><?cs call:tour_offer() ?><?cs if:subcount(Earlier) ?><?cs call:years() ?><?cs /if ?><?cs call:picture(Pictures.radar) ?><?cs
 if:?Assessment.id ?><ul class="govuk-list"><li><a class="govuk-link" href="<?cs var:url_validate(list) ?>">Daftar variabel <?cs
 var:Assessment.year ?></a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/agency/<?cs var:Assessment.id ?>/compare">Perbandingan dengan daerah dan tahun lain</a></li>
</ul>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
