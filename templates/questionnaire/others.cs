<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Penilaian dengan instrumen lain" ?><?cs
set:base = Site.base + "/questionnaire/other" ?><?cs

def:begin() ?><?cs if:subcount(Instruments) ?><h2 class="govuk-heading-m">Mulai penilaian</h2>
<div class="matang-narrow"><form method="post" action="<?cs var:url_validate(base) ?>" novalidate><?cs call:csrf() ?>
<?cs call:select_field("instrument", "Instrumen", "", Instruments) ?><?cs
 call:text_field("subject", "Yang dinilai", "Contoh: penerapan SPBE Kota, atau nama satu aplikasi") ?><?cs
 call:input_field("year", "Tahun", "", "number", "", "4") ?><?cs
 call:text_field("source", "Sumber (boleh kosong)", "Bila angkanya dari terbitan: judul, tahun dan halamannya.") ?><?cs
 call:submit("Mulai") ?></form></div><?cs
else ?><p class="govuk-body">Instrumennya dimuat dan diterbitkan administrator aplikasi di Pengaturan, Instrumen.</p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Indeks, daftar persyaratan dan kajian yang dinilai sendiri, di luar penilaian kematangan organisasi. Hasilnya, analisis
kesenjangan dan rencananya tercatat di sini.</p>
<?cs if:subcount(Others) ?><?cs call:table_open("Daftar penilaian") ?><?cs call:head_open() ?><?cs call:th("Yang dinilai") ?><?cs call:th("Instrumen") ?><?cs
 call:th("Tahun") ?><?cs call:th("Yang menilai") ?><?cs call:head_close() ?><?cs
 each:o = Others ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + o.id, o.subject) ?></th><?cs
 call:td("Instrumen", o.instrument_name) ?><?cs call:td("Tahun", o.year) ?><?cs call:td("Yang menilai", o.whose) ?><?cs call:row_close() ?><?cs
 /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
else ?><?cs call:empty_state("Belum ada penilaian", "Penilaian yang dimulai muncul di sini.") ?><?cs /if ?><?cs
if:May.write ?><?cs call:begin() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
