<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"cycle/parts.cs" ?><?cs include!"since.cs" ?><?cs set:title = "Pengaturan penilaian" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
if:Home.many ?><?cs set:without = "ada" ?><?cs else ?><?cs set:without = Home.without_operator ?><?cs /if ?><?cs
def:task(path, label, hint, done) ?><?cs if:done ?><?cs call:task_row(base + path, label, hint, "complete", "Ada") ?><?cs
 else ?><?cs call:task_row(base + path, label, hint, "fix", "Belum ada") ?><?cs /if ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title("Pengaturan penilaian", "") ?>
<?cs call:since("") ?><?cs if:NoHolidays > 0 ?><?cs call:no_holidays(NoHolidays) ?><?cs elif:ComingYear > 0 ?><div class="matang-notice"><h2
class="govuk-heading-s">Hari libur tahun <?cs var:ComingYear ?> belum ada</h2><p class="govuk-body">Isi setelah Surat Keputusan Bersama tentang
hari libur nasional dan cuti bersama terbit, supaya jadwal periode <?cs var:ComingYear ?> dihitung dengan benar. <?cs
 call:link(base + "/holidays?year=" + ComingYear, "Isi hari libur tahun " + ComingYear) ?></p></div>
<?cs /if ?><div class="matang-next"><h2 class="govuk-heading-m">Langkah berikutnya</h2>
<?cs if:Home.regions == 0 ?><p class="govuk-body">Tambahkan daerah: provinsi dahulu, lalu kabupaten dan kotanya.</p>
<?cs call:button_link(base + "/regions/new", "Tambah daerah") ?>
<?cs elif:Home.agencies == 0 ?><p class="govuk-body">Isi daftar perangkat daerah, satu per satu atau dari berkas Excel.</p>
<?cs call:button_link(base + "/agencies", "Isi perangkat daerah") ?>
<?cs elif:Home.published == 0 ?><p class="govuk-body">Muat instrumen dan terbitkan, supaya periode dapat dibuat.</p>
<?cs call:button_link(base + "/instruments", "Muat instrumen") ?>
<?cs elif:Home.without_operator > 0 ?><p class="govuk-body"><?cs if:Home.many ?>Ada perangkat daerah yang<?cs
 else ?><?cs var:Home.without_operator ?> perangkat daerah<?cs /if ?> belum mempunyai operator. Buatkan akunnya supaya penilaian dapat diisi.</p>
<div class="govuk-button-group"><?cs call:button_link(base + "/agencies?only=without-operator", "Buat akun operator") ?><?cs
 call:button_link_secondary(base + "/accounts/import", "Impor dari Excel, ODS atau CSV") ?></div>
<?cs elif:Home.opens == 0 && Home.drafts == 0 ?><p class="govuk-body">Buat periode penilaian tahun ini: tanggal mulai, instrumen dan lama tiap langkah.</p>
<?cs call:button_link(base + "/cycles/new", "Buat periode penilaian") ?>
<?cs elif:Home.drafts > 0 ?><p class="govuk-body">Ada <?cs var:Home.drafts ?> periode yang masih draf. Periksa jadwalnya, lalu buka untuk perangkat daerah.</p>
<?cs call:button_link(base + "/cycles", "Lihat periode penilaian") ?>
<?cs elif:Home.unnotified > 0 ?><p class="govuk-body">Periode sudah dibuka. Ada <?cs
 var:Home.unnotified_words ?> perangkat daerah yang belum tercatat diberi tahu.</p>
<?cs call:button_link(base + "/notice", "Catat pemberitahuan") ?>
<?cs else ?><p class="govuk-body">Semua sudah disiapkan. Perangkat daerah dapat mengisi penilaian.</p>
<?cs call:button_link_secondary(base + "/cycles", "Lihat periode penilaian") ?>
<?cs /if ?></div>
<h2 class="govuk-heading-m">Persiapan, menurut urutannya</h2>
<?cs call:tasks_open() ?><?cs
call:task("/regions", "Daerah", Home.regions + " daerah", Home.regions > 0) ?><?cs
call:task("/agencies", "Perangkat daerah", Home.agencies_words + " perangkat daerah aktif", Home.agencies > 0) ?><?cs
if:Home.without_operator > 0 ?><?cs call:task_row(base + "/accounts", "Akun",
    Home.accounts_words + " akun aktif; " + without + " perangkat daerah tanpa operator", "incomplete", "Belum lengkap") ?><?cs
 else ?><?cs call:task("/accounts", "Akun", Home.accounts_words + " akun aktif", Home.accounts > 0) ?><?cs /if ?><?cs
call:task("/instruments", "Instrumen", Home.published + " versi terbit, " + Home.instrument_drafts + " draf", Home.published > 0) ?><?cs
call:task("/holidays", "Kalender hari libur", Home.holidays + " hari libur dan cuti bersama tahun " + Home.year, Home.holidays > 0) ?><?cs
if:Home.opens == 0 && Home.drafts > 0 ?><?cs
 call:task_row(base + "/cycles", "Periode penilaian", "Belum ada yang dibuka, " + Home.drafts + " draf", "draft", "Draf") ?><?cs
 else ?><?cs call:task("/cycles", "Periode penilaian", Home.opens + " dibuka, " + Home.drafts + " draf", Home.opens > 0) ?><?cs /if ?><?cs
if:Home.opens == 0 ?><?cs call:task_row("", "Pemberitahuan", "Setelah periode dibuka", "todo", "Belum dapat dimulai") ?><?cs
 elif:Home.unnotified > 0 ?><?cs
 call:task_row(base + "/notice", "Pemberitahuan", Home.unnotified_words + " perangkat daerah belum diberi tahu", "incomplete", "Belum lengkap") ?><?cs
 else ?><?cs call:task_row(base + "/notice", "Pemberitahuan", "Semua sudah diberi tahu", "complete", "Lengkap") ?><?cs /if ?><?cs
call:tasks_close() ?>
<?cs if:subcount(Pictures) ?><h2 class="govuk-heading-m">Kemajuan periode yang dibuka</h2>
<?cs call:pictures() ?><?cs each:p = Pictures ?><?cs call:picture(p) ?><?cs /each ?><?cs
 call:pictures_end() ?><?cs /if ?><p class="govuk-body"><?cs
 call:link(Site.base + "/exchange/", "Antarmuka data") ?>: kunci untuk program lain yang membaca dari sini.</p>
<?cs if:Everywhere ?><p class="govuk-body"><?cs call:link(base + "/settings", "Pengaturan aplikasi") ?>: sesi, kata sandi, ukuran berkas, hari kerja.</p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
