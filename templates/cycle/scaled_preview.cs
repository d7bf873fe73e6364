<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs include!"cycle/scaled.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments/any" ?><?cs set:back_label = "Pilih berkas lain" ?><?cs
def:content() ?><?cs call:page_title(title, Import.name) ?>
<?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(base + "/instruments/any", "Pilih berkas yang sudah diperbaiki") ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Rules.count ?></strong> variabel. Belum ada yang tersimpan.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/instruments/any/store" novalidate><?cs call:csrf() ?><?cs call:hidden("draft") ?><?cs
call:text_field("name", "Nama instrumen", "Dengan versinya, misalnya tahunnya.") ?><?cs call:submit("Simpan sebagai draf") ?></form>
<?cs call:scaled_rules() ?><?cs call:scaled_variables() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
