<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Cetak rencana perbaikan " + Assessment.year ?><?cs
set:back_href = Site.base + "/plan/" + Assessment.id ?><?cs set:back_label = "Rencana perbaikan" ?><?cs def:content() ?>
<?cs call:paper_page(title, Assessment.agency_name) ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?><?cs if:May.draw ?><p class="govuk-body"><?cs
 call:link(Site.base + "/plan/" + Assessment.id + "/paper/pdf", "Unduh PDF") ?></p><?cs /if ?><?cs
 set:text_href = Site.base + "/plan/" + Assessment.id + "/paper" ?><?cs call:paper_texts(text_href, "") ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
