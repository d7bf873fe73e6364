<?cs # SPDX-License-Identifier: ISC ?><?cs
# What is decided of a document and of a level; included after macros.cs, by the page of a variable and by the help,
# which shows what the page has. ?><?cs

def:decision_radio(name, value, label) ?><div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="<?cs
 var:name ?>-<?cs var:value ?>" name="<?cs var:name ?>" value="<?cs var:value ?>"<?cs if:Form.value[name] == value ?> checked<?cs
 /if ?>><label class="govuk-label govuk-radios__label" for="<?cs var:name ?>-<?cs var:value ?>"><?cs var:label ?></label></div>
<?cs /def ?><?cs

def:decide(k) ?><?cs set:decision = "decision-" + k.id ?><?cs set:why = "why-" + k.id ?><div class="matang-decision">
<input type="hidden" name="link-<?cs var:k.id ?>" value="<?cs var:k.version ?>"><input type="hidden" name="seen-<?cs var:k.id ?>" value="<?cs
 if:k.stored ?><?cs var:k.revision_id ?><?cs else ?>0<?cs /if ?>">
<fieldset class="govuk-fieldset<?cs if:?Form.error[decision] ?> matang-decision__error<?cs /if ?>" id="<?cs var:decision ?>" tabindex="-1"<?cs
 if:k.undecided ?> data-desk-open<?cs if:k.proposed == "accepted" ?> data-desk-clear<?cs /if ?><?cs
 if:k.checked.held ?> data-desk-held<?cs /if ?><?cs /if ?><?cs
 call:field_described(decision, "") ?>><legend class="govuk-visually-hidden">Keputusan untuk <?cs var:k.title ?></legend>
<?cs call:field_notes(decision, "") ?><div class="govuk-radios govuk-radios--inline govuk-radios--small">
<?cs call:decision_radio(decision, "accepted", "Diterima") ?><?cs call:decision_radio(decision, "rejected", "Ditolak") ?></div></fieldset>
<div class="matang-decision__why<?cs if:filled(k.reason) ?> matang-decision__why--kept<?cs /if ?><?cs
 if:?Form.error[why] ?> matang-decision__why--kept matang-decision__error<?cs /if ?>"><label class="govuk-label" for="<?cs
 var:why ?>">Alasan <span class="govuk-visually-hidden">untuk <?cs var:k.title ?> </span><small>(wajib bila ditolak)</small></label>
<?cs call:field_notes(why, "") ?><textarea class="govuk-textarea matang-textarea--short" id="<?cs var:why ?>" name="<?cs var:why ?>" rows="2"<?cs
 call:field_described(why, "") ?>>
<?cs var:Form.value[why] ?></textarea></div>
</div><?cs /def ?><?cs

def:level_radio(l) ?><div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="level-<?cs
 var:l.number ?>" name="level" value="<?cs var:l.number ?>"<?cs if:Form.value.level == l.number ?> checked<?cs
 /if ?>><label class="govuk-label govuk-radios__label" for="level-<?cs
 var:l.number ?>"><span class="govuk-visually-hidden">Tingkat </span><?cs var:l.roman ?><?cs
 if:l.number == Variable.self ?> <small>mandiri</small><?cs /if ?><?cs
 if:Verification.tier == "province" && l.number == Variable.city.number ?> <small>verifikasi</small><?cs /if ?><?cs
 if:Proposal.open && l.number == Proposal.level ?> <small data-desk-proposed>usulan</small><?cs /if ?></label></div>
<?cs /def ?><?cs
def:level_radios(id, levels) ?><?cs call:fieldset_open(id, "Tingkat", "") ?><div class="govuk-radios govuk-radios--small matang-verdict__levels">
<?cs each:l = levels ?><?cs call:level_radio(l) ?><?cs /each ?></div>
<?cs call:fieldset_close() ?><?cs /def ?><?cs

def:main_button() ?><?cs if:Proposal.clear > 0 ?><?cs call:submit_as("Terima yang jelas dan lanjut", "act", "clear", "") ?><?cs
 else ?><?cs call:submit_as("Simpan dan lanjut", "act", "next", "") ?><?cs /if ?><?cs /def ?>
