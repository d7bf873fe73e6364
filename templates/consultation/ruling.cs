<?cs include!"macros.cs" ?><?cs include!"consultation/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Ruling.title + " (ketetapan)" ?><?cs set:base = Site.base + "/consultation" ?><?cs
set:back_href = base + "/rulings" ?><?cs set:back_label = "Ketetapan tim" ?><?cs

def:content() ?><?cs call:page_title(Ruling.title, "Ketetapan tim") ?>
<p class="govuk-body"><?cs call:ruling_tag(Ruling.state) ?> <?cs call:place_of(Ruling.variable, Ruling.level) ?></p>
<?cs if:?Ruling.withdrawn_at ?><?cs call:inset_open() ?><p class="govuk-body">Dicabut oleh <?cs var:Ruling.withdrawn_by ?>, <?cs
 var:Ruling.withdrawn_at ?>.</p><p class="govuk-body matang-compare__text"><?cs var:Ruling.withdrawn_why ?></p><?cs call:inset_close() ?><?cs /if ?>
<div class="matang-narrow"><p class="govuk-body matang-compare__text"><?cs var:Ruling.body ?></p>
<?cs call:summary_open() ?><?cs call:summary_row("Masa berlaku", Ruling.validity) ?><?cs call:summary_row("Diterbitkan oleh", Ruling.by) ?><?cs
 call:summary_row("Pada", Ruling.at) ?><?cs call:summary_close() ?>
<?cs if:Ruling.withdraws ?><?cs call:details_form_open("Tidak berlaku lagi?") ?><form method="post" action="<?cs
 var:Site.base ?>/consultation/rulings/<?cs var:Ruling.id ?>/withdraw" novalidate><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs
 var:Ruling.version ?>"><?cs call:textarea_field("why", "Alasan dicabut", "Dibaca semua perangkat daerah yang memakainya.", "3",
    "1000") ?><button type="submit" class="govuk-button govuk-button--warning">Cabut ketetapan</button></form><?cs call:details_close() ?><?cs /if ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
