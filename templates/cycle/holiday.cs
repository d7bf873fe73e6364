<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Ubah hari libur" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/holidays" ?><?cs set:back_label = "Kalender hari libur" ?><?cs
set:Kinds.0.value = "libur" ?><?cs set:Kinds.0.label = "Libur nasional" ?><?cs
set:Kinds.1.value = "cuti_bersama" ?><?cs set:Kinds.1.label = "Cuti bersama" ?><?cs
def:content() ?><?cs call:page_title(title, Holiday.date) ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/holidays/<?cs var:Holiday.day ?>/edit" novalidate><?cs call:csrf() ?><?cs
call:date_field("day", "Tanggal", "") ?><?cs call:radios("kind", "Jenis", "", Kinds) ?><?cs
 call:text_field("name", "Nama", "") ?><?cs call:submit("Simpan") ?></form>
<h2 class="govuk-heading-m">Hapus dari daftar</h2>
<p class="govuk-body"><?cs var:Holiday.date ?> menjadi hari kerja, kecuali jatuh pada akhir pekan.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/holidays/<?cs var:Holiday.day ?>/remove"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--warning">Hapus hari libur ini</button></form>
<?cs /def ?><?cs include!"layout.cs" ?>
