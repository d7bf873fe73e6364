<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Variable.number + ". " + Variable.name ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/instruments/" + Instrument.id ?><?cs
set:back_href = here ?><?cs set:back_label = Instrument.name ?><?cs
def:content() ?><?cs call:page_title(title, "Variabel") ?>
<?cs each:l = Levels ?><section class="matang-panel"><h2 class="govuk-heading-m">Tingkat <?cs var:l.roman ?></h2>
<p class="govuk-body"><?cs var:l.indicator ?></p>
<?cs if:filled(l.guidance) ?><p class="govuk-body-s">Petunjuk verifikasi: <?cs var:l.guidance ?></p>
<?cs /if ?><h3 class="govuk-heading-s">Dokumen</h3>
<ul class="govuk-list govuk-list--bullet">
<?cs each:i = l.items ?><li><?cs var:i.title ?><?cs if:i.compulsory == 1 ?> <strong>(wajib)</strong><?cs /if ?><?cs
 if:i.needs_signature == 1 ?> (bertanda tangan)<?cs /if ?></li>
<?cs /each ?></ul>
<?cs if:Instrument.state == "draft" && Instrument.own ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/cycle/instruments/<?cs
 var:Instrument.id ?>/<?cs var:Variable.number ?>/<?cs var:l.number ?>">Ubah tingkat <?cs var:l.roman ?></a></p><?cs /if ?></section>
<?cs /each ?><?cs if:Variable.next > 0 ?><?cs
 call:button_link_secondary(here + "/" + Variable.next, "Variabel berikutnya") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
