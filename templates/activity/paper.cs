<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Paper.title + ": " + Activity.title ?><?cs set:here = Site.base + "/activity/" + Activity.id ?><?cs set:back_href = here ?><?cs
set:back_label = Activity.title ?><?cs

def:content() ?><?cs call:paper_page(Paper.title, Activity.title) ?>
<div class="matang-screen-only"><?cs if:filled(Paper.lacks) ?><?cs call:inset(Paper.lacks) ?><?cs /if ?><?cs call:buttons_open() ?><?cs
if:Actor.role == "operator" && !filled(Paper.lacks) ?><?cs set:evidence_href = here + "/evidence/" + Paper.word ?><?cs
 call:button_link(evidence_href, "Jadikan data dukung") ?><?cs /if ?><?cs call:print_button("Cetak") ?><?cs
if:Paper.drawn ?><?cs set:pdf_href = here + "/paper/" + Paper.word + "/pdf" ?><?cs call:link(pdf_href, "Unduh PDF") ?><?cs /if ?><?cs
 call:buttons_close() ?><?cs set:text_href = here + "/paper/" + Paper.word ?><?cs call:paper_texts(text_href, "") ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article><?cs /def ?><?cs include!"layout.cs" ?>
