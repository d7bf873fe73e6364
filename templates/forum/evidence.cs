<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Jadikan data dukung: laporan konsultasi publik" ?><?cs set:base = Site.base + "/forum/desk/" + Hearing.id ?><?cs
set:back_href = base + "/report" ?><?cs set:back_label = "Laporan konsultasi publik" ?><?cs set:here = base + "/evidence" ?><?cs

def:item(i) ?><li class="matang-choice"><button type="submit" name="item" value="<?cs var:i.id ?>" class="govuk-button govuk-button--secondary"><?cs
 var:i.title ?><span class="govuk-visually-hidden">, variabel <?cs var:i.variable ?> tingkat <?cs
 var:i.level ?></span></button> <span class="govuk-body-s">Variabel <?cs var:i.variable ?>, <?cs var:i.variable_name ?> · tingkat <?cs
 var:i.level ?></span></li>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Jadikan data dukung", Hearing.title) ?>
<p class="govuk-body">Pilih kriteria penilaian <?cs var:Year ?> yang dipenuhinya. Laporannya tersimpan sebagai dokumen perangkat daerah dan langsung
tertaut; kriteria lain dapat ditambahkan kemudian.</p>
<form method="post" action="<?cs var:url_validate(here) ?>"><?cs call:csrf() ?><?cs
if:subcount(Likely) ?><h2 class="govuk-heading-m">Yang menyebut konsultasi publik</h2><ul class="govuk-list"><?cs
 each:i = Likely ?><?cs call:item(i) ?><?cs /each ?></ul><?cs /if ?><?cs
if:All ?><h2 class="govuk-heading-m">Kriteria lain</h2><ul class="govuk-list"><?cs each:i = Others ?><?cs call:item(i) ?><?cs /each ?></ul><?cs
else ?><p class="govuk-body"><?cs set:all_href = here + "?all=1" ?><?cs call:link(all_href, "Kriteria lain") ?></p><?cs /if ?></form><?cs /def ?><?cs
include!"layout.cs" ?>
