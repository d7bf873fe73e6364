<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs set:title = "Kembalikan untuk diperbaiki" ?><?cs
 set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/verify/" + Assessment.id + "/" ?><?cs set:back_label = Assessment.agency_name ?><?cs
set:page_saves = "1" ?><?cs
def:content() ?>
<?cs call:page_title("Kembalikan untuk diperbaiki", Assessment.agency_name) ?>
<p class="govuk-body">Hanya variabel yang dicentang yang terbuka lagi bagi perangkat daerah.
Tingkat hasil pemeriksaan untuk variabel itu dikosongkan dan diputuskan lagi setelah dikirim kembali.</p>
<?cs set:address = back_href + "return" ?><form method="post" action="<?cs var:url_validate(address) ?>" data-autosave="<?cs
 var:Desk.autosave ?>" data-autosave-url="<?cs var:url_validate(address) ?>" data-autosave-act="draft" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Assessment.version ?>">
<?cs call:textarea_field("reason", "Alasan pengembalian", "Ditampilkan kepada operator dan kepala perangkat daerah, dan tercatat dalam riwayat.", 4, 2000) ?>
<fieldset class="govuk-fieldset matang-correction"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Variabel yang harus diperbaiki</legend>
<?cs each:v = Variables ?><?cs set:correct = "correct-" + v.number ?><?cs set:note = "note-" + v.number ?><div class="matang-correction__row">
<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input"
type="checkbox" id="<?cs var:correct ?>" name="<?cs var:correct ?>" value="1"<?cs
 if:Form.value[correct] == "1" ?> checked<?cs /if ?>>
<label class="govuk-label govuk-checkboxes__label" for="<?cs var:correct ?>"><?cs var:v.number ?>. <?cs
 var:v.name ?> <small>mandiri <?cs var:v.self ?>, <?cs
 if:v.level == "–" ?>belum diperiksa<?cs else ?>diperiksa <?cs
 var:v.level ?><?cs /if ?></small></label></div><?cs
 if:v.opens ?><p class="govuk-hint matang-correction__opens">
Ikut terbuka bila tidak dicentang: ada dokumennya yang dialihkan sejak dikirim.</p><?cs /if ?></div>
<div class="matang-correction__note govuk-form-group<?cs if:?Form.error[note] ?> govuk-form-group--error<?cs /if ?>"><label class="govuk-label"
for="<?cs var:note ?>">Yang harus diperbaiki<span class="govuk-visually-hidden"> pada variabel <?cs var:v.number ?></span></label>
<?cs call:field_notes(note, "") ?><textarea class="govuk-textarea matang-textarea--short" id="<?cs var:note ?>" name="<?cs var:note ?>" rows="2"<?cs
 call:field_described(note, "") ?>>
<?cs var:Form.value[note] ?></textarea></div>
</div>
<?cs /each ?></fieldset>
<p class="matang-autosave" data-autosave-status role="status"><?cs if:Draft.at ?>Draf tersimpan <?cs var:Draft.at ?><?cs /if ?></p>
<div class="govuk-button-group"><button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button"
data-prevent-double-click="true">Kembalikan kepada perangkat daerah</button><?cs
 call:submit_as("Lanjutkan nanti", "act", "draft", "secondary") ?><?cs if:Draft.at ?><button type="submit" class="matang-as-link" name="act"
value="discard">Buang draf</button><?cs /if ?><?cs call:link(back_href, "Batal") ?></div>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
