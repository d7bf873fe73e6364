<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Periode penilaian" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
def:content() ?><?cs call:page_title("Periode penilaian", "") ?>
<?cs call:button_link(base + "/cycles/new", "Buat periode baru") ?>
<?cs if:Options.region_count > 1 ?><form method="get" action="<?cs var:Site.base ?>/cycle/cycles" role="search" class="matang-search">
<?cs call:select_any("region", "Daerah", "Semua daerah", Options.regions) ?><?cs call:submit_quiet("Tampilkan") ?></form>
<?cs /if ?><?cs if:subcount(Cycles) ?><?cs call:table_open("Daftar periode") ?><?cs
call:head_open() ?><?cs call:th("Periode") ?><?cs call:th("Jadwal") ?><?cs call:th_num("Perangkat daerah") ?><?cs
 call:th("Status") ?><?cs call:head_close() ?><?cs
each:c = Cycles ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/cycles/" + c.id, c.region_name + ", " + c.year) ?><?cs
 if:c.imported == 1 ?><span class="matang-copied">Salinan dari <?cs var:c.region_name ?>, diterima <?cs var:c.received ?></span><?cs
 /if ?></th><td class="govuk-table__cell" data-label="Jadwal"><?cs var:c.from ?> sampai <?cs var:c.until ?></td><?cs
 call:td_num("Perangkat daerah", c.agencies) ?><td class="govuk-table__cell" data-label="Status"><?cs
 call:cycle_state(c.state) ?></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs call:pagination(Pages) ?><?cs set:href = base + "/cycles/table" ?><?cs if:Form.value.region ?><?cs
 set:query = "region=" + Form.value.region ?><?cs /if ?><?cs call:downloads(href, query) ?><?cs else ?><?cs call:empty_state("Belum ada periode penilaian",
    "Buat periode untuk daerah Anda: tahun, instrumen, tanggal mulai dan lama tiap langkah.") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
