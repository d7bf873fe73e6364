<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Perubahan susunan perangkat daerah" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/agencies/" + Agency.id ?><?cs set:back_label = Agency.name ?><?cs
def:content() ?><?cs call:page_title(title, Agency.name) ?>
<p class="govuk-body">Untuk perubahan yang ditetapkan dengan peraturan. Nama, kepala dan hasil tahun-tahun yang lalu tetap seperti pada saat itu;
penilaian yang sudah ditandatangani tetap dalam periodenya.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/agencies/<?cs var:Agency.id ?>/restructure" novalidate>
<?cs call:csrf() ?><?cs call:hidden("version") ?><?cs
call:radios("kind", "Perubahan", "", Options.kinds) ?><?cs
call:text_field("name", "Nama baru", "Bila berganti nama: lengkap, seperti pada peraturan daerah. Jabatan kepala yang memuat nama lama ikut berganti.") ?><?cs
call:select_field("heir", "Penerus", "Bila digabung atau dipecah: siapa meneruskan akun dan penilaian yang sedang berjalan. " +
    "Bila penerus sudah mempunyai penilaian sendiri, atau tidak dipilih, penilaian ini keluar dari periode dan tidak dihitung dalam rata-rata.",
    Options.agencies) ?><?cs
if:subcount(Options.agencies) ?><?cs call:fieldset_open("to", "Penerus lain, bila dipecah", "Perangkat daerah yang baru ditambahkan dahulu ke daftar.") ?><div
class="govuk-checkboxes govuk-checkboxes--small"><?cs each:a = Options.agencies ?><?cs
 call:check_item("to-" + a.value, "to-" + a.value, "1", a.label, "", a.chosen) ?><?cs /each ?></div><?cs call:fieldset_close() ?><?cs /if ?><?cs
call:date_field("effective", "Berlaku sejak", "") ?><?cs
call:text_field("basis", "Dasar hukum", "Misalnya Perda Nomor 3 Tahun 2026.") ?><?cs
call:checkbox("take", "1", "Penerus mengambil alih dokumen data dukung",
    "Bila penilaian yang berjalan diteruskan, dokumennya selalu ikut.") ?><?cs
call:submit("Simpan perubahan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
