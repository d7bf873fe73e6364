<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Lembar penilaian kosong " + Assessment.year ?><?cs
set:back_href = Site.base + "/paper/agency/" + Assessment.id ?><?cs def:content() ?>
<?cs call:paper_page(title, Assessment.agency_name) ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?><?cs if:May.draw ?><p class="govuk-body"><?cs
 call:link(Site.base + "/paper/agency/" + Assessment.id + "/blank/pdf", "Unduh PDF") ?></p><?cs /if ?><?cs
 set:text_href = Site.base + "/paper/agency/" + Assessment.id + "/blank" ?><?cs call:paper_texts(text_href, "") ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
