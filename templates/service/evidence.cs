<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Jadikan data dukung: " + Paper.title ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + Paper.back ?><?cs
set:back_label = Paper.title ?><?cs set:here = base + Paper.here ?><?cs set:action = base + Paper.back + "/evidence" ?><?cs
if:Paper.word == "report" ?><?cs set:action = base + "/report/evidence" ?><?cs /if ?><?cs

def:item(i) ?><li class="matang-choice"><button type="submit" name="item" value="<?cs var:i.id ?>" class="govuk-button govuk-button--secondary"><?cs
 var:i.title ?><span class="govuk-visually-hidden">, variabel <?cs var:i.variable ?> tingkat <?cs
 var:i.level ?></span></button> <span class="govuk-body-s">Variabel <?cs var:i.variable ?>, <?cs var:i.variable_name ?> · tingkat <?cs
 var:i.level ?></span></li>
<?cs /def ?><?cs
def:items(heading, list) ?><?cs if:subcount(list) ?><h2 class="govuk-heading-m"><?cs var:heading ?></h2><ul class="govuk-list"><?cs
 each:i = list ?><?cs call:item(i) ?><?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Jadikan data dukung", Paper.title) ?>
<p class="govuk-body">Pilih kriteria penilaian <?cs var:Year ?> yang dipenuhinya. PDF-nya tersimpan sebagai dokumen perangkat daerah dan langsung
tertaut; kriteria lain dapat ditambahkan kemudian.</p>
<form method="post" action="<?cs var:url_validate(action) ?>"><?cs call:csrf() ?><?cs
if:Paper.word == "report" ?><input type="hidden" name="year" value="<?cs var:Paper.year ?>"><input type="hidden" name="part" value="<?cs
 var:Paper.part ?>"><?cs /if ?><?cs call:items("Yang paling sesuai", Likely) ?><?cs
call:items("Variabel tentang layanan", Near) ?><?cs call:items("Kriteria lain", Others) ?><?cs
if:!All ?><p class="govuk-body"><?cs set:all_href = here + "all=1" ?><?cs call:link(all_href, "Kriteria lain") ?></p><?cs /if ?></form><?cs /def ?><?cs
include!"layout.cs" ?>
