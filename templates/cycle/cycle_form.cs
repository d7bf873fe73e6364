<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
if:Cycle.id ?><?cs set:title = "Ubah periode penilaian" ?><?cs set:back_href = base + "/cycles/" + Cycle.id ?><?cs
 set:back_label = "Periode " + Cycle.year ?><?cs
else ?><?cs set:title = "Buat periode penilaian" ?><?cs set:back_href = base + "/cycles" ?><?cs set:back_label = "Periode penilaian" ?><?cs /if ?><?cs
def:content() ?><?cs if:Cycle.id ?><?cs call:page_title(title, Cycle.region_name) ?><?cs else ?><?cs call:page_title(title, "") ?><?cs /if ?>
<?cs if:Recomputed ?><?cs call:notice("Periksa jadwalnya", "Jadwal di bawah dihitung ulang dari yang Anda tulis. Bila sudah sesuai, simpan.") ?><?cs /if ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/cycles/<?cs if:Cycle.id ?><?cs var:Cycle.id ?>/edit<?cs else ?>new<?cs /if ?>" novalidate>
<?cs call:csrf() ?><?cs call:hidden("seen") ?><?cs
if:Cycle.id ?><?cs call:hidden("version") ?><input type="hidden" name="region_id" value="<?cs var:Cycle.region_id ?>">
<?cs else ?><?cs call:select_field("region_id", "Daerah", "", Options.regions) ?><?cs /if ?><?cs
call:input_field("year", "Tahun penilaian", "", "text", "", "4") ?><?cs
call:select_field("instrument_id", "Instrumen", "Hanya versi yang sudah terbit.", Options.instruments) ?><?cs
call:yes_no("province_tier", "Apakah hasilnya divalidasi lagi oleh provinsi?",
    "Ya: setelah tim verifikasi selesai, Biro Organisasi provinsi memvalidasi.") ?><?cs
call:yes_no("early_filling", "Boleh mengisi sebelum langkah Pengisian dimulai?",
    "Tidak: sampai hari itu penilaian hanya dapat dibaca, dan dokumen sudah dapat diunggah.") ?><?cs
call:lapse_radios() ?><?cs
call:date_field("start_date", "Tanggal mulai", "Hari pertama langkah 1. Bila jatuh pada hari libur, langkah 1 mulai pada hari kerja berikutnya.") ?>
<?cs if:NoHolidays > 0 ?><?cs
 call:warning("Hari libur tahun " + NoHolidays + " belum ada dalam kalender. Isi dahulu, supaya tanggalnya tidak jatuh pada hari libur.") ?><?cs /if ?><?cs
 call:plan_inputs("Jadwal: " + PlanDays + " hari kerja", Plan) ?>
<p class="govuk-body">Tanggal dihitung dari hari kerja dan <?cs call:link(base + "/holidays", "daftar hari libur") ?>.
Ubah angkanya, lalu tekan tombol di bawah: jadwal baru diperlihatkan dahulu sebelum tersimpan.</p>
<?cs call:submit("Periksa dan simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
