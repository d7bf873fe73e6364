<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:title_place = Region.name ?><?cs set:here = Site.base + "/cycle/regions/" + Region.id + "/places" ?><?cs
set:back_href = here + "/import" ?><?cs set:back_label = "Pilih berkas lain" ?><?cs
def:content() ?><?cs call:page_title(title, File.name) ?>
<?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs set:action = here + "/import/columns" ?><?cs call:import_columns(action) ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(here + "/import", "Pilih berkas yang sudah diperbaiki") ?><?cs
elif:Count.fresh == 0 ?><p class="govuk-body">Semua isi berkas ini sudah ada dalam daftar. Tidak ada yang perlu disimpan.</p>
<?cs call:button_link(here, "Lihat daftar") ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Count.fresh ?></strong> baris akan ditambahkan, <strong><?cs
 var:Count.same ?></strong> sudah ada. Belum ada yang tersimpan.</p>
<form method="post" action="<?cs var:url_validate(here) ?>/import/store"><?cs call:csrf() ?><?cs call:import_kept("1") ?><?cs
 call:submit("Simpan ke daftar") ?></form>
<?cs call:table_open("Yang akan ditambahkan") ?><?cs call:head_open() ?><?cs call:th("Kecamatan") ?><?cs call:th("Kelurahan") ?><?cs
 call:head_close() ?><?cs each:r = Rows ?><?cs call:row_open() ?><?cs
 call:td_head(r.name) ?><td class="govuk-table__cell" data-label="Kelurahan"><?cs each:v = r.villages ?><?cs if:!first(v) ?>, <?cs /if ?><?cs
 var:v.name ?><?cs /each ?></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
