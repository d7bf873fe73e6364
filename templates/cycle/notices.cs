<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Pemberitahuan" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
if:Actor.role == "admin" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title("Pemberitahuan", "Langkah 3") ?>
<?cs if:subcount(Cycles) ?><?cs call:table_open("Periode yang sedang dibuka") ?><?cs
call:head_open() ?><?cs call:th("Periode") ?><?cs call:th_num("Perangkat daerah") ?><?cs call:th_num("Sudah diberi tahu") ?><?cs call:head_close() ?><?cs
each:c = Cycles ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/notice/" + c.id, c.region_name + ", " + c.year) ?></th><?cs call:td_num("Perangkat daerah", c.agencies) ?><?cs
 call:td_num("Sudah diberi tahu", c.notified) ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs set:href = base + "/notice/table" ?><?cs call:downloads(href, "") ?><?cs else ?><?cs call:empty_state("Belum ada periode yang dibuka",
    "Perangkat daerah diberi tahu setelah administrator membuka periode penilaian.") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
