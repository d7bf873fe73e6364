<?cs # SPDX-License-Identifier: ISC ?><?cs include!"chooser.cs" ?><?cs

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

def:region_choice() ?><?cs if:subcount(Regions) > #1 ?><?cs call:chooser("region", "Daerah", Regions, "") ?><?cs
 /if ?><?cs if:subcount(Years) > #1 ?><?cs call:chooser("year", "Tahun", Years, "") ?><?cs /if ?><?cs /def ?>
