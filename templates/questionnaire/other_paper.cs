<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs include!"questionnaire/other_parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Cetak: " + Appraisal.subject ?><?cs set:back_href = own ?><?cs set:back_label = Appraisal.subject ?><?cs def:content() ?>
<?cs call:paper_page(title, "") ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?><?cs if:May.draw ?><p class="govuk-body"><?cs
 call:link(own + "/paper/pdf", "Unduh PDF") ?></p><?cs /if ?><?cs set:text_href = own + "/paper" ?><?cs
 call:paper_texts(text_href, "") ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
