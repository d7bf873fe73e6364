<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Anggaran TIK" ?><?cs set:base = Site.base + "/inventory" ?><?cs set:back_href = base + "/?region=" + Place.region ?><?cs
set:back_label = "Aplikasi dan situs" ?><?cs set:here = base + "/budget" ?><?cs

def:content() ?><?cs call:page_title("Anggaran TIK", Place.name) ?>
<p class="govuk-body">Berapa bagian APBD yang dipakai untuk teknologi informasi dan komunikasi, dan berapa yang dituju daerah.</p>
<?cs call:region_form(here) ?><?cs if:subcount(Budgets) ?><?cs call:budget_table() ?><?cs
else ?><?cs call:empty_state("Belum ada angka", "Administrator mencatat APBD dan anggaran TIK setiap tahun.") ?><?cs /if ?><?cs
if:Actor.role == "admin" ?><div class="matang-narrow"><h2 class="govuk-heading-m">Catat atau perbaiki satu tahun</h2><form method="post" action="<?cs
 var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><input type="hidden" name="region" value="<?cs var:Place.region ?>"><?cs
 call:input_field("year", "Tahun", "Tahun yang sudah tercatat digantikan.", "number", "", "4") ?><?cs
 call:input_field("total", "APBD dalam rupiah", "Contoh: 1.810.758.387.000", "text", "", "20") ?><?cs
 call:input_field("ict", "Anggaran TIK dalam rupiah", "Contoh: 12.262.832.618", "text", "", "20") ?><?cs
 call:input_field("target", "Sasaran dalam persen (boleh kosong)", "Yang ditetapkan daerah sendiri. Contoh: 2 atau 2,5", "text", "", "5") ?><?cs
 call:text_field("basis", "Dasar sasaran (boleh kosong)", "") ?><?cs call:submit("Simpan") ?></form></div><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
