<?cs # SPDX-License-Identifier: ISC
# One of several, in a row of filters: value, label, which is the current one; `any` is what all of them are called. ?><?cs

def:chooser(name, label, options, any) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs var:label ?></label>
<select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>">
<?cs if:any ?><option value="0"><?cs var:any ?></option>
<?cs /if ?><?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.current ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div>
<?cs /def ?>
