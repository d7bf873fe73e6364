<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = Paper.kind_name ?><?cs
if:Back.assessment ?><?cs set:back_href = Site.base + "/paper/agency/" + Back.assessment ?><?cs elif:Back.cycle ?><?cs set:back_href = Site.base + "/paper/cycle/" + Back.cycle ?><?cs else ?><?cs set:back_href = Site.base + "/paper/" ?><?cs /if ?><?cs
if:Page.done == "issued" ?><?cs set:done_text = "Lembar sudah diterbitkan. Unduh PDF-nya, atau cetak dari halaman ini." ?><?cs /if ?><?cs def:content() ?>
<div class="matang-screen-only"><?cs if:Paper.state != "valid" ?><?cs call:paper_state() ?><?cs /if ?>
<?cs call:print_button("Cetak") ?><p class="govuk-body"><?cs call:paper_pdf() ?></p></div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
