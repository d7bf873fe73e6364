<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Tanda terima" ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/signoff/" + Assessment.id + "/" ?><?cs def:content() ?>
<?cs call:paper_page(title, Assessment.agency_name) ?>
<div class="matang-screen-only"><?cs if:Issued.state == "valid" ?><?cs call:print_button("Cetak") ?><?cs call:paper_pdf() ?><?cs
 else ?><?cs call:paper_state() ?><?cs /if ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
