<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Laporan konsultasi publik: " + Hearing.title ?><?cs set:here = Site.base + "/forum/desk/" + Hearing.id ?><?cs set:back_href = here ?><?cs
set:back_label = Hearing.title ?><?cs

def:content() ?><?cs call:paper_page("Laporan konsultasi publik", Hearing.title) ?>
<div class="matang-screen-only"><?cs if:filled(Lacks) ?><?cs call:inset(Lacks) ?><?cs /if ?><?cs call:buttons_open() ?><?cs
if:Actor.role == "operator" && !filled(Lacks) ?><?cs set:evidence_href = here + "/evidence" ?><?cs
 call:button_link(evidence_href, "Jadikan data dukung") ?><?cs /if ?><?cs call:print_button("Cetak") ?><?cs
if:Drawn ?><?cs set:pdf_href = here + "/report/pdf" ?><?cs call:link(pdf_href, "Unduh PDF") ?><?cs /if ?><?cs
 call:buttons_close() ?><?cs set:text_href = here + "/report" ?><?cs call:paper_texts(text_href, "") ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article><?cs /def ?><?cs include!"layout.cs" ?>
