<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Pengaturan aplikasi" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Berlaku untuk semua daerah. Perubahan hari kerja tidak menggeser jadwal yang ada; lihat <?cs
 call:link(base + "/holidays", "kalender") ?> untuk menyesuaikannya.</p>
<?cs call:summary_open() ?><?cs each:s = Settings ?><?cs
 call:summary_row_link(s.label, s.value, base + "/settings/" + s.name, "Ubah") ?><?cs /each ?><?cs call:summary_close() ?>
<?cs call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
