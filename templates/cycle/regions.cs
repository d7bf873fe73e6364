<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Daerah" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
def:content() ?><?cs call:page_title("Daerah", "") ?>
<?cs if:MayAddProvince ?><?cs call:button_link(base + "/regions/new", "Tambah daerah") ?>
<?cs elif:subcount(Regions) > 1 ?><?cs call:button_link(base + "/regions/new", "Tambah kabupaten atau kota") ?>
<?cs /if ?><form method="get" action="<?cs var:Site.base ?>/cycle/regions" role="search" class="matang-search"><?cs
 call:input_field("q", "Cari nama atau kode", "", "search", "off", "") ?><?cs call:submit_quiet("Cari") ?></form>
<?cs if:subcount(Regions) ?><?cs call:table_open("Daftar daerah") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Kode") ?><?cs call:th_num("Perangkat daerah") ?><?cs
 call:th_num("Akun aktif") ?><?cs call:head_close() ?><?cs
each:r = Regions ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/regions/" + r.id, r.name) ?></th><?cs call:td("Kode", r.code) ?><td class="govuk-table__cell govuk-table__cell--numeric"
data-label="Perangkat daerah"><a class="govuk-link" href="<?cs var:Site.base ?>/cycle/agencies?region=<?cs var:r.id ?>"><?cs
 var:r.agencies ?><span class="govuk-visually-hidden"> perangkat daerah di <?cs
 var:r.name ?></span></a></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Akun aktif"><a class="govuk-link" href="<?cs
 var:Site.base ?>/cycle/accounts?region=<?cs var:r.id ?>"><?cs var:r.accounts ?><span class="govuk-visually-hidden"> akun di <?cs
 var:r.name ?></span></a></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs call:pagination(Pages) ?><?cs set:href = base + "/regions/table" ?><?cs if:Form.value.q ?><?cs
 set:query = "q=" + url_escape(Form.value.q) ?><?cs /if ?><?cs call:downloads(href, query) ?><?cs
elif:Form.value.q ?><?cs call:empty_state("Tidak ada daerah yang cocok", "Coba sebagian namanya saja, atau kodenya, misalnya 64.71.") ?><?cs
else ?><?cs call:empty_state("Belum ada daerah", "Tambahkan provinsi dahulu, lalu kabupaten dan kotanya.") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
