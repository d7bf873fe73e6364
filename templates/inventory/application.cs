<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Application.name ?><?cs set:base = Site.base + "/inventory" ?><?cs set:back_href = base + "/" ?><?cs
set:back_label = "Aplikasi dan situs" ?><?cs set:here = base + "/" + Application.id ?><?cs
if:Page.done == "counted" ?><?cs set:done_text = "Angka pemakaian sudah dicatat." ?><?cs
elif:Page.done == "uncounted" ?><?cs set:done_text = "Angka itu sudah dihapus." ?><?cs
elif:Page.done == "asked" ?><?cs set:done_text = "Tautan diperiksa pada giliran berikutnya, biasanya dalam beberapa menit." ?><?cs
elif:Page.done == "asked-before" ?><?cs set:done_text = "Tautan ini baru saja diperiksa atau sudah dalam antrean." ?><?cs
elif:Page.done == "told" ?><?cs set:done_text = "Status tautan sudah dicatat." ?><?cs /if ?><?cs

def:link_part() ?><h2 class="govuk-heading-m">Tautan</h2>
<?cs if:filled(Application.address) ?><p class="govuk-body"><a class="govuk-link" href="<?cs
 var:url_validate(Application.address) ?>" rel="external noreferrer"><?cs
 var:Application.address ?></a></p>
<p class="govuk-body"><?cs call:tag(Application.link.tag, Application.link.state) ?><?cs if:filled(Application.link.reason) ?> <?cs
 var:Application.link.reason ?><?cs /if ?><?cs if:filled(Application.link.at) ?>. Diperiksa <?cs var:Application.link.at ?>; begitu sejak <?cs
 var:Application.link.since ?>.<?cs /if ?></p>
<?cs if:filled(Application.link.final) ?><p class="govuk-body">Yang terbuka: <?cs var:Application.link.final ?></p><?cs /if ?><?cs
if:Application.link.days ?><p class="govuk-body">Diperiksa sendiri oleh Matang setiap <?cs var:Application.link.days ?> hari.</p><?cs
 if:May.write ?><form method="post" action="<?cs var:url_validate(here) ?>/ask"><?cs call:csrf() ?><?cs
 call:submit_quiet("Periksa lagi") ?></form><?cs /if ?><?cs
else ?><p class="govuk-body">Pemeriksaan otomatis belum dinyalakan oleh administrator. Statusnya dapat dicatat sendiri.</p><?cs /if ?><?cs
if:May.write ?><?cs call:details_open("Catat status tautan sendiri") ?><form method="post" action="<?cs
 var:url_validate(here) ?>/told" novalidate><?cs call:csrf() ?><?cs
 call:select_field("state", "Status tautan", "Buka tautannya di peramban, lalu pilih yang terlihat.", States) ?><?cs
 call:submit_quiet("Catat status") ?></form><?cs call:details_close() ?><?cs /if ?><?cs
else ?><p class="govuk-body">Tidak punya alamat.</p><?cs /if ?><?cs /def ?><?cs

def:count(c) ?><?cs call:row_open() ?><?cs call:td_head(c.date) ?><?cs call:td_num("Jumlah", c.number) ?><?cs call:td("Yang dihitung", c.unit) ?><td
class="govuk-table__cell govuk-table__cell--numeric" data-label="Pemakaian"><span><?cs call:percent(c.uptake) ?><?cs
 if:c.low ?> <?cs call:tag("pending", "Kurang dipakai") ?><?cs /if ?></span></td><?cs call:td("Sumber angka", c.note) ?><?cs
 if:May.write ?><td class="govuk-table__cell matang-screen-only"><form method="post" action="<?cs
 var:url_validate(here) ?>/count/remove"><?cs call:csrf() ?><input type="hidden" name="counted_on" value="<?cs var:c.day ?>"><button type="submit"
class="govuk-button govuk-button--link">Hapus<span class="govuk-visually-hidden"> angka <?cs var:c.date ?></span></button></form></td><?cs /if ?><?cs
 call:row_close() ?><?cs /def ?><?cs

def:counts() ?><h2 class="govuk-heading-m">Pemakaian</h2>
<?cs if:subcount(Application.counts) ?><?cs call:table_open("Pengguna atau unduhan menurut tanggal") ?><?cs call:head_open() ?><?cs
 call:th("Tanggal") ?><?cs call:th_num("Jumlah") ?><?cs call:th("Yang dihitung") ?><?cs call:th_num("Pemakaian") ?><?cs call:th("Sumber angka") ?><?cs
 if:May.write ?><th scope="col" class="govuk-table__header matang-screen-only"><span class="govuk-visually-hidden">Hapus</span></th><?cs /if ?><?cs
 call:head_close() ?>
<?cs each:c = Application.counts ?><?cs call:count(c) ?><?cs /each ?><?cs call:table_close() ?><?cs
else ?><p class="govuk-body">Belum pernah dihitung.</p><?cs /if ?><?cs
if:May.write ?><div class="matang-narrow"><h3 class="govuk-heading-s">Catat angka baru</h3><form method="post" action="<?cs
 var:url_validate(here) ?>/count" novalidate><?cs call:csrf() ?><?cs call:date_field("counted_on", "Tanggal", "Hari penghitungannya.") ?><?cs
 call:fieldset_open("unit", "Yang dihitung", "") ?><div class="govuk-radios govuk-radios--inline"><?cs
 call:radio("unit", "unit-users", "users", "Pengguna", "") ?><?cs
 call:radio("unit", "unit-downloads", "downloads", "Unduhan", "") ?></div><?cs
 call:fieldset_close() ?><?cs call:input_field("number", "Jumlah", "", "number", "", "10") ?><?cs
 call:text_field("note", "Sumber angka (boleh kosong)", "Contoh: halaman toko aplikasi") ?><?cs
 call:submit("Catat angka") ?></form></div><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Application.name, Application.kind_name + " · " + Application.agency) ?>
<?cs if:May.write ?><?cs set:edit_href = here + "/edit" ?><?cs call:button_link_secondary(edit_href, "Ubah") ?><?cs /if ?><?cs
if:subcount(Application.facts) ?><?cs call:summary_open() ?><?cs
 each:f = Application.facts ?><?cs call:summary_row(f.label, f.text) ?><?cs /each ?><?cs
 call:summary_close() ?><?cs /if ?><?cs call:link_part() ?><?cs call:counts() ?><?cs
if:May.write ?><?cs call:details_open("Keluarkan dari daftar") ?><p class="govuk-body">Untuk yang sudah tidak ada. Angka pemakaiannya ikut hilang dari
daftar; riwayat perubahannya tetap.</p><form method="post" action="<?cs var:url_validate(here) ?>/remove"><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Application.version ?>"><button type="submit"
class="govuk-button govuk-button--warning">Keluarkan</button></form><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
