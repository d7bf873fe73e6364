<?cs include!"macros.cs" ?><?cs
set:title = "Pakai lagi dokumen tahun " + CarryOver.year ?><?cs
if:?CarryOver.variable ?><?cs set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + CarryOver.variable ?><?cs
 set:back_label = "Variabel " + CarryOver.variable ?><?cs
else ?><?cs set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs set:back_label = "Daftar variabel" ?><?cs /if ?><?cs

def:offer(o) ?><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="take-<?cs var:o.id ?>" name="take-<?cs var:o.id ?>" type="checkbox" value="1"<?cs
 if:o.checked ?> checked<?cs /if ?> aria-describedby="take-<?cs var:o.id ?>-hint">
<label class="govuk-label govuk-checkboxes__label" for="take-<?cs var:o.id ?>"><?cs var:o.title ?></label>
<div id="take-<?cs var:o.id ?>-hint" class="govuk-checkboxes__hint"><span class="matang-flagged__place">Ke Tingkat <?cs
 var:o.level ?>: <?cs var:o.item ?></span>
<span class="matang-flagged__place"><?cs var:o.kind ?><?cs if:filled(o.number) ?> · Nomor <?cs var:o.number ?><?cs /if ?><?cs
 if:o.dated ?> · <?cs var:o.dated ?><?cs /if ?><?cs if:o.period ?> · Berlaku <?cs var:o.period ?><?cs /if ?></span>
<?cs if:o.suggested ?><p class="matang-moved">Saran: instrumen berganti, kriteria tujuannya dicari menurut namanya. Periksa dulu.</p><?cs /if ?><?cs
 if:o.rejected ?><p class="matang-moved">Tahun lalu ditolak tim verifikasi.</p><?cs /if ?><?cs call:flag_tags(o.flags) ?></div>
</div>
<?cs /def ?><?cs

def:group(v) ?><fieldset class="govuk-fieldset matang-choices"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs
 var:v.number ?>. <?cs var:v.name ?></legend>
<p class="govuk-body-s">Tahun <?cs var:CarryOver.year ?>: <?cs call:level_says(v.self, v.city, v.province) ?></p>
<div class="govuk-checkboxes govuk-checkboxes--small">
<?cs each:o = v.offers ?><?cs call:offer(o) ?><?cs /each ?></div></fieldset>
<?cs /def ?><?cs

def:choose() ?><p class="govuk-body matang-choose" data-choose="take-">Pilih: <a class="govuk-link" href="?chosen=all<?cs
 if:?CarryOver.variable ?>&amp;variable=<?cs var:CarryOver.variable ?><?cs /if ?>" data-choose-all="1">semua (<?cs var:CarryOver.fresh ?>)</a> · <a
class="govuk-link" href="?chosen=none<?cs if:?CarryOver.variable ?>&amp;variable=<?cs
 var:CarryOver.variable ?><?cs /if ?>" data-choose-all="0">tidak satu pun</a></p>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, Assessment.agency_name + " · penilaian " + Assessment.year) ?>
<?cs if:CarryOver.fresh == #0 ?><?cs if:CarryOver.there > #0 ?><?cs
 call:empty_state("Semua sudah dipakai", "Tidak ada lagi dokumen tahun lalu yang belum ditautkan tahun ini.") ?><?cs else ?><?cs
 call:empty_state("Tidak ada dokumen tahun lalu", "Tidak ada dokumen tahun lalu yang mempunyai tempat di penilaian ini.") ?><?cs /if ?><?cs
else ?><p class="govuk-body">Dokumen yang Anda pilih ditautkan ke kriteria yang sama tahun ini. Keputusan tim tahun lalu tidak ikut.
Yang sudah lewat masanya tidak dipilihkan; perbarui dokumennya lebih dulu, atau pilih bila memang masih berlaku.</p>
<form method="post" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/carry-over"><?cs call:csrf() ?>
<?cs if:?CarryOver.variable ?><input type="hidden" name="variable" value="<?cs var:CarryOver.variable ?>">
<?cs /if ?><?cs call:choose() ?><?cs each:v = CarryOffers ?><?cs call:group(v) ?><?cs /each ?><?cs call:submit("Tautkan yang dipilih") ?></form>
<?cs if:CarryOver.there > #0 ?><p class="govuk-body-s"><?cs
 var:CarryOver.there ?> dokumen tahun lalu sudah pernah ditautkan tahun ini dan tidak ditawarkan lagi.</p>
<?cs /if ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
