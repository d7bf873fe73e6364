<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Perangkat daerah" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
set:Only.0.value = "without-operator" ?><?cs set:Only.0.label = "Tanpa operator" ?><?cs
set:Only.1.value = "inactive" ?><?cs set:Only.1.label = "Tidak aktif" ?><?cs
if:Form.value.region ?><?cs set:here_query = "?region=" + Form.value.region ?><?cs set:query = "region=" + Form.value.region ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title("Perangkat daerah", "") ?>
<div class="govuk-button-group"><?cs call:button_link(base + "/agencies/new" + here_query, "Tambah perangkat daerah") ?><?cs
 call:button_link_secondary(base + "/agencies/import" + here_query, "Impor dari Excel, ODS atau CSV") ?></div>
<form method="get" action="<?cs var:Site.base ?>/cycle/agencies" role="search" class="matang-search">
<?cs if:Options.region_count > 1 ?><?cs call:select_any("region", "Daerah", "Semua daerah", Options.regions) ?><?cs /if ?><?cs
call:input_field("q", "Cari nama atau singkatan", "", "search", "off", "") ?><?cs
 call:select_any("only", "Tampilkan", "Semua yang aktif", Only) ?><?cs call:submit_quiet("Tampilkan") ?></form>
<?cs if:Form.value.only == "without-operator" && subcount(Agencies) && Chosen.region ?><p class="govuk-body"><?cs
 call:link(base + "/accounts/bulk?role=operator&region=" + Chosen.region, "Buat akun operator untuk semuanya sekaligus") ?></p>
<?cs /if ?><?cs if:subcount(Agencies) ?><?cs call:table_open("Daftar perangkat daerah") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Kepala") ?><?cs if:Options.region_count > 1 ?><?cs
 call:th("Daerah") ?><?cs /if ?><?cs call:th("Operator") ?><?cs call:head_close() ?><?cs
each:g = Agencies ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/agencies/" + g.id, g.name) ?><?cs if:filled(g.short_name) ?> (<?cs var:g.short_name ?>)<?cs /if ?></th><?cs
 call:td("Kepala", g.head_name) ?><?cs if:Options.region_count > 1 ?><?cs
 call:td("Daerah", g.region_name) ?><?cs /if ?><td class="govuk-table__cell" data-label="Operator"><?cs if:g.active == 0 ?><?cs
 call:tag("todo", "Tidak aktif") ?><?cs elif:g.operators > 0 ?><?cs call:tag("complete", "Ada") ?><?cs else ?><?cs
 call:tag("fix", "Belum ada") ?><?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs call:pagination(Pages) ?><?cs set:href = base + "/agencies/table" ?><?cs call:downloads(href, query) ?><?cs
elif:Form.value.q || Form.value.only || Form.value.region ?><?cs
 call:empty_state("Tidak ada yang cocok", "Coba sebagian namanya saja, atau tampilkan semua.") ?><?cs
else ?><?cs call:empty_state("Belum ada perangkat daerah", "Tambahkan satu per satu, atau impor daftarnya dari berkas Excel.") ?><?cs
 /if ?><?cs /def ?><?cs include!"layout.cs" ?>
