<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Kecamatan dan kelurahan" ?><?cs set:title_place = Region.name ?><?cs
set:base = Site.base + "/cycle/regions/" + Region.id ?><?cs set:back_href = base ?><?cs set:back_label = Region.name ?><?cs
set:here = base + "/places" ?><?cs
if:Page.done == "imported" ?><?cs set:done_text = "Daftar sudah disimpan." ?><?cs /if ?><?cs

def:offer(kind, id, name, offered) ?><form method="post" action="<?cs var:url_validate(here) ?>/offer" class="matang-inline"><?cs
 call:csrf() ?><input type="hidden" name="<?cs var:kind ?>" value="<?cs var:id ?>"><?cs
 if:offered == #0 ?><input type="hidden" name="offered" value="1"><?cs /if ?><button type="submit" class="govuk-button govuk-button--link"><?cs
 if:offered == #0 ?>Dapat dipilih lagi<?cs else ?>Tidak dapat dipilih<?cs /if ?><span class="govuk-visually-hidden">: <?cs
 var:name ?></span></button></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, Region.name) ?>
<p class="govuk-body">Warga memilih lokasi dari daftar ini bila menulis pengaduan, pendapat atau permohonan tanpa akun.</p>
<?cs call:button_link(here + "/import", "Impor dari Excel, ODS atau CSV") ?>
<?cs if:subcount(Districts) ?><?cs set:table = here + "/table" ?><?cs call:downloads(table, "") ?><?cs
 each:d = Districts ?><?cs call:details_open(d.name + " (" + d.count + ")") ?><?cs
 if:d.offered == #0 ?><p class="govuk-body">Kecamatan ini tidak dapat dipilih.</p><?cs /if ?><?cs
 call:offer("district", d.id, d.name, d.offered) ?><?cs if:subcount(d.villages) ?><?cs call:table_open("Kelurahan di " + d.name) ?><?cs
 call:head_open() ?><?cs call:th("Kelurahan") ?><?cs call:th("Ubah") ?><?cs call:head_close() ?><?cs
 each:v = d.villages ?><?cs call:row_open() ?><?cs call:td_head(v.name) ?><td class="govuk-table__cell" data-label="Ubah"><?cs
 call:offer("village", v.id, v.name, v.offered) ?></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs
 call:details_close() ?><?cs /each ?><?cs
else ?><?cs call:empty_state("Belum ada kecamatan dan kelurahan", "Tanpa daftar ini, formulir untuk warga tidak menanyakan lokasi.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
