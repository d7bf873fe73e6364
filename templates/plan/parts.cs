<?cs # SPDX-License-Identifier: ISC ?><?cs

def:step_tag(code, words) ?><?cs if:code == "done" ?><?cs call:tag("complete", words) ?><?cs
 elif:code == "running" ?><?cs call:tag("submitted", words) ?><?cs
 elif:code == "dropped" ?><?cs call:tag("rejected", words) ?><?cs else ?><?cs call:tag("draft", words) ?><?cs /if ?><?cs /def ?><?cs

def:stage_tag(code, words) ?><?cs if:code == "done" ?><?cs call:tag("complete", words) ?><?cs
 elif:code == "running" ?><?cs call:tag("submitted", words) ?><?cs else ?><?cs call:tag("draft", words) ?><?cs /if ?><?cs /def ?><?cs

def:plan_figure(label, value, note) ?><div class="matang-figure"><dt><?cs var:label ?></dt>
<dd><?cs var:value ?><?cs if:filled(note) ?> <small><?cs var:note ?></small><?cs /if ?></dd></div>
<?cs /def ?><?cs

def:step_documents(s) ?><?cs if:subcount(s.documents) ?><ul class="govuk-list matang-plan__documents"><?cs each:d = s.documents ?><li><?cs
 call:link(Site.base + "/upload/document/" + d.id, d.title) ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

def:region_choice() ?><?cs if:subcount(Regions) > #1 ?><div class="govuk-form-group"><label class="govuk-label" for="region">Daerah</label><select
class="govuk-select" id="region" name="region"><?cs each:o = Regions ?><option value="<?cs var:o.value ?>"<?cs
 if:o.chosen ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><?cs /if ?><?cs if:subcount(Years) > #1 ?><div class="govuk-form-group"><label class="govuk-label" for="year">Tahun</label><select
class="govuk-select" id="year" name="year"><?cs each:o = Years ?><option value="<?cs var:o.value ?>"<?cs
 if:o.chosen ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><?cs /if ?><?cs /def ?>
