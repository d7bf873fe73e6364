<?cs include!"macros.cs" ?><?cs
set:title = "Ada dua jawaban: " + Variable.number + ". " + Variable.name ?><?cs

def:side(heading, level, explanation, reason) ?><section class="matang-compare__side">
<h2 class="matang-compare__heading"><?cs var:heading ?></h2>
<p class="govuk-body"><?cs if:level ?>Tingkat <?cs var:level ?><?cs else ?>Tingkat belum dipilih<?cs /if ?></p>
<p class="govuk-body matang-compare__text"><?cs if:filled(explanation) ?><?cs var:explanation ?><?cs else ?>(tanpa penjelasan)<?cs /if ?></p>
<?cs if:filled(reason) ?><p class="govuk-body matang-compare__text"><strong>Alasan melebihi dokumen:</strong> <?cs var:reason ?></p>
<?cs /if ?></section>
<?cs /def ?><?cs

def:level_radio(level) ?><div class="govuk-radios__item">
<input class="govuk-radios__input" id="level-<?cs var:level.number ?>" name="level" type="radio" value="<?cs var:level.number ?>"<?cs
 if:level.number == Form.value.level ?> checked<?cs /if ?>>
<label class="govuk-label govuk-radios__label" for="level-<?cs var:level.number ?>">Tingkat <?cs var:level.roman ?><?cs
 if:level.roman == Mine.level ?> (pilihan Anda)<?cs elif:level.roman == Answer.level ?> (pilihan <?cs var:Answer.saved_by ?>)<?cs /if ?></label>
</div>
<?cs /def ?><?cs

def:levels() ?><?cs call:fieldset_open("level", "Tingkat", "") ?><div class="govuk-radios govuk-radios--inline">
<?cs each:l = Levels ?><?cs call:level_radio(l) ?><?cs /each ?></div>
<?cs call:fieldset_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Ada dua jawaban untuk variabel ini", Variable.number + ". " + Variable.name) ?>
<div class="matang-notice matang-notice--caution">
<p class="govuk-body"><strong><?cs var:Answer.saved_by ?></strong> menyimpan jawaban lain pada <?cs
 var:Answer.saved_at ?>, sesudah Anda membuka halaman ini. Tidak ada yang hilang: kedua jawaban ada di bawah.</p>
</div>
<div class="matang-compare">
<?cs call:side("Jawaban Anda, belum tersimpan", Mine.level, Mine.explanation, Mine.overclaim_reason) ?><?cs
 call:side("Jawaban " + Answer.saved_by + ", sudah tersimpan", Answer.level, Answer.explanation, Answer.overclaim_reason) ?></div>
<h2 class="govuk-heading-m">Tentukan jawaban yang dipakai</h2>
<p class="govuk-body">Di bawah ini jawaban Anda. Simpan begitu saja, atau gabungkan dulu dengan jawaban <?cs var:Answer.saved_by ?>.</p>
<form method="post" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>" novalidate>
<input type="hidden" name="csrf" value="<?cs var:Form.csrf ?>"><input type="hidden" name="version" value="<?cs var:Answer.version ?>">
<?cs if:Mine.level_differs ?><?cs call:levels() ?><?cs /if ?><?cs if:Mine.explanation_differs ?><?cs
 call:textarea_field("explanation", "Penjelasan", "", "10", "5000") ?><?cs /if ?><?cs if:Mine.reason_differs ?><?cs
 call:textarea_field("overclaim_reason", "Alasan memilih tingkat yang melebihi dokumen", "", "4", "2000") ?><?cs /if ?><?cs
 call:buttons_open() ?><button type="submit" class="govuk-button">Simpan jawaban di atas</button>
<a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>">Pakai jawaban <?cs
 var:Answer.saved_by ?> saja</a>
<?cs call:buttons_close() ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
