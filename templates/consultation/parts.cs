<?cs # SPDX-License-Identifier: ISC ?><?cs

def:state_tag(code) ?><?cs if:code == "closed" ?><?cs call:tag("closed", "Selesai") ?><?cs else ?><?cs call:tag(code, "") ?><?cs /if ?><?cs /def ?><?cs

def:ruling_tag(code) ?><?cs if:code == "withdrawn" ?><?cs call:tag("closed", "Dicabut") ?><?cs
 elif:code == "expired" ?><?cs call:tag("closed", "Sudah lewat") ?><?cs else ?><?cs call:tag("accepted", "Berlaku") ?><?cs /if ?><?cs /def ?><?cs

def:place_of(variable, level) ?>Variabel <?cs var:variable ?><?cs if:filled(level) ?>, Tingkat <?cs var:level ?><?cs /if ?><?cs /def ?><?cs

def:choose(name, label, any, options) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs
 var:label ?></label><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><?cs /def ?>
