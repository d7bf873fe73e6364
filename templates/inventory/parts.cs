<?cs # SPDX-License-Identifier: ISC ?><?cs include!"chooser.cs" ?><?cs

def:region_choice() ?><?cs if:subcount(Regions) > #1 ?><?cs call:chooser("region", "Daerah", Regions, "") ?><?cs /if ?><?cs /def ?><?cs

def:region_form(action) ?><?cs if:subcount(Regions) > #1 ?><form method="get" action="<?cs
 var:url_validate(action) ?>" class="matang-filters matang-screen-only"><?cs call:region_choice() ?><div
class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /if ?><?cs /def ?><?cs

def:choose(name, label, any, options) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs
var:label ?></label><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><?cs /def ?><?cs

def:percent(text) ?><?cs if:filled(text) ?><?cs var:text ?> %<?cs /if ?><?cs /def ?><?cs

def:td_percent(label, text) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><span><?cs
 call:percent(text) ?></span></td><?cs /def ?><?cs

def:td_link(label, a) ?><td class="govuk-table__cell" data-label="<?cs var:label ?>"><?cs if:filled(a.state) ?><?cs
 call:tag(a.tag, a.state) ?><?cs else ?>–<?cs /if ?></td><?cs /def ?><?cs

def:wall_figure(label, number, text) ?><div class="matang-wall__figure"><dt><?cs var:label ?></dt><dd><span class="matang-wall__number"><?cs
 var:number ?></span> <?cs var:text ?></dd></div>
<?cs /def ?><?cs

def:budget_table() ?><?cs call:table_open("Anggaran TIK menurut tahun") ?><?cs call:head_open() ?><?cs call:th("Tahun") ?><?cs
 call:th_num("APBD (Rp)") ?><?cs call:th_num("TIK (Rp)") ?><?cs call:th_num("Porsi") ?><?cs call:th("Sasaran") ?><?cs call:head_close() ?>
<?cs each:b = Budgets ?><?cs call:row_open() ?><?cs call:td_head(b.year) ?><?cs call:td_num("APBD (Rp)", b.total) ?><?cs
 call:td_num("TIK (Rp)", b.ict) ?><?cs call:td_percent("Porsi", b.share) ?><td class="govuk-table__cell" data-label="Sasaran"><span><?cs
 if:filled(b.target) ?><?cs call:percent(b.target) ?><?cs if:b.short ?>, belum tercapai<?cs else ?>, tercapai<?cs /if ?><?cs
 if:filled(b.basis) ?><br><?cs var:b.basis ?><?cs /if ?><?cs else ?>–<?cs /if ?></span></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs /def ?>
