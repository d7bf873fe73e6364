<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs elif:Count.fresh + Count.changed == 0 ?><?cs
 set:title = "Tidak ada yang perlu disimpan" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/agencies/import" ?><?cs if:Form.value.region_id ?><?cs
 set:back_href = back_href + "?region=" + Form.value.region_id ?><?cs /if ?><?cs set:back_label = "Pilih berkas lain" ?><?cs
def:content() ?><?cs call:page_title(title, File.name) ?>
<?cs call:import_late(Preview.late) ?><?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs
 set:action = base + "/agencies/import/columns" ?><?cs call:import_columns(action) ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(back_href, "Pilih berkas yang sudah diperbaiki") ?><?cs
elif:Count.fresh + Count.changed == 0 ?><p class="govuk-body">Semua isi berkas ini sudah ada dalam daftar.</p>
<?cs call:button_link(base + "/agencies", "Lihat daftar perangkat daerah") ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Count.fresh ?></strong> perangkat daerah baru, <strong><?cs
 var:Count.changed ?></strong> diperbarui, <strong><?cs var:Count.same ?></strong> tetap. Belum ada yang tersimpan.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/agencies/import/store"><?cs call:csrf() ?><?cs
 call:import_kept("1") ?><?cs call:hidden("seen") ?><?cs
call:submit("Simpan ke daftar") ?></form><?cs /if ?>
<?cs if:subcount(Missing) ?><div class="matang-notice"><h2 class="govuk-heading-s">Ada di daftar, tidak ada di berkas ini: <?cs
 var:Count.missing ?> perangkat daerah</h2><p class="govuk-body">Tidak diubah oleh impor ini. Bila berganti nama, digabung,
dipecah atau dihapus, catat perubahannya pada halaman masing-masing; nama baru dalam berkas ini akan menjadi perangkat daerah
tersendiri.</p><ul class="govuk-list"><?cs each:m = Missing ?><li><?cs
 call:link(base + "/agencies/" + m.id + "/restructure", m.name) ?></li><?cs /each ?></ul><?cs
 if:?Count.unnamed ?><p class="govuk-body">Dan <?cs var:Count.unnamed ?> lagi, dalam <?cs
 call:link(base + "/agencies", "daftar perangkat daerah") ?>.</p><?cs /if ?></div><?cs /if ?>
<?cs if:subcount(Rows) ?><?cs call:table_open("Isi berkas") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Daerah") ?><?cs call:th("Data") ?><?cs call:th("Akan") ?><?cs call:head_close() ?><?cs
each:r = Rows ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:r.name ?><?cs
 if:filled(r.short_name) ?> (<?cs var:r.short_name ?>)<?cs /if ?><div class="matang-aside">Baris <?cs var:r.number ?></div></th><?cs
 call:td("Daerah", r.region_name) ?><td class="govuk-table__cell" data-label="Data"><div><?cs each:c = r.columns ?><?cs
 if:filled(c.value) && c.name != "name" && c.name != "short_name" ?><div><?cs var:c.label ?>: <?cs var:c.value ?></div><?cs
 /if ?><?cs /each ?></div></td><td class="govuk-table__cell" data-label="Akan"><div><?cs call:import_what(r.what) ?><?cs
 call:import_changes(r.changes) ?></div></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs /if ?><?cs call:import_more() ?><?cs
if:subcount(Same) ?><?cs call:details_open(Count.same + " perangkat daerah sudah ada dan tetap") ?><ul class="govuk-list"><?cs
 each:s = Same ?><li><?cs var:s.name ?></li><?cs /each ?></ul><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
