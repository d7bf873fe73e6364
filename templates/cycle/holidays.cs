<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Kalender hari libur" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
set:Kinds.0.value = "libur" ?><?cs set:Kinds.0.label = "Libur nasional" ?><?cs
set:Kinds.1.value = "cuti_bersama" ?><?cs set:Kinds.1.label = "Cuti bersama" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<?cs if:subcount(Adrift) ?><div class="matang-notice matang-notice--caution"><h2 class="govuk-heading-s">Jadwal yang akan bergeser</h2>
<p class="govuk-body">Menurut daftar ini, jadwal berikut jatuh pada tanggal lain. Tidak ada yang berubah sendiri: periksa dan simpan satu per satu.</p>
<ul class="govuk-list govuk-list--bullet">
<?cs each:a = Adrift ?><li><?cs if:a.state == "draft" ?><?cs call:link(base + "/cycles/" + a.id + "/edit", a.region_name + " " + a.year) ?><?cs
 else ?><?cs call:link(base + "/cycles/" + a.id + "/plan", a.region_name + " " + a.year) ?><?cs /if ?>: pengisian sampai <del><?cs
 var:a.old_fill ?></del> <ins><?cs var:a.new_fill ?></ins>, pelaporan sampai <del><?cs var:a.old_until ?></del> <ins><?cs var:a.new_until ?></ins></li>
<?cs /each ?></ul></div>
<?cs /if ?><nav class="matang-filter" aria-label="Tahun"><ul class="matang-filter__list">
<?cs each:y = Years ?><li><a class="matang-filter__link" href="<?cs var:Site.base ?>/cycle/holidays?year=<?cs var:y.year ?>"<?cs
 if:y.current ?> aria-current="true"<?cs /if ?>><?cs var:y.year ?> <span class="matang-filter__count"><?cs var:y.days ?></span></a></li>
<?cs /each ?></ul></nav>
<?cs if:subcount(Holidays) ?><?cs call:table_open("Tahun " + Year) ?><?cs
call:head_open() ?><?cs call:th("Tanggal") ?><?cs call:th("Nama") ?><?cs call:th("Jenis") ?><?cs call:th("Berlaku di") ?><?cs call:head_close() ?><?cs
each:h = Holidays ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs if:h.own ?><?cs
 call:link(base + "/holidays/" + h.day + "/edit", h.date) ?><?cs else ?><?cs var:h.date ?><?cs /if ?></th><?cs call:td("Nama", h.name) ?><?cs
 call:td("Jenis", h.kind_name) ?><?cs if:filled(h.owner) ?><?cs call:td("Berlaku di", h.owner) ?><?cs else ?><?cs
 call:td("Berlaku di", "Semua daerah") ?><?cs /if ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs else ?><?cs
 call:empty_state("Belum ada hari libur tahun " + Year, "Impor daftar dari SKB tiga menteri, atau tambahkan satu per satu.") ?><?cs /if ?>
<?cs if:filled(Actor.region_name) ?><p class="govuk-body">Hari yang Anda tambahkan atau impor berlaku di <?cs var:Actor.region_name ?>,
di samping yang berlaku di semua daerah. Hari milik yang lain hanya dapat diubah pemiliknya.</p><?cs /if ?>
<?cs call:button_link_secondary(base + "/holidays/import", "Impor dari Excel, ODS atau CSV") ?>
<?cs set:href = base + "/holidays/table" ?><?cs set:query = "year=" + Year ?><?cs call:downloads(href, query) ?>
<h2 class="govuk-heading-m">Tambah satu hari</h2>
<form method="post" action="<?cs var:Site.base ?>/cycle/holidays" novalidate><?cs call:csrf() ?><?cs
call:date_field("day", "Tanggal", "") ?><?cs call:radios("kind", "Jenis", "", Kinds) ?><?cs
 call:text_field("name", "Nama", "Misalnya Hari Raya Natal.") ?><?cs call:submit("Tambahkan") ?></form>
<?cs call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
