<?cs # SPDX-License-Identifier: ISC ?><?cs
def:choose(name, label, any, options) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs
var:label ?></label><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><?cs /def ?><?cs

def:ink(line) ?><svg class="matang-ink" viewBox="0 0 300 100" role="img" aria-label="Tanda tangan"><path d="<?cs var:line ?>"></path></svg><?cs /def ?><?cs

# What was written, with its lines. ?><?cs
def:part(heading, text) ?><?cs if:filled(text) ?><h2 class="govuk-heading-m"><?cs var:heading ?></h2><p class="govuk-body matang-compare__text"><?cs
 var:text ?></p>
<?cs /if ?><?cs /def ?>
