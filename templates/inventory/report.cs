<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Laporan aplikasi dan situs" ?><?cs set:base = Site.base + "/inventory" ?><?cs set:back_href = base + "/?region=" + Place.region ?><?cs
set:back_label = "Aplikasi dan situs" ?><?cs set:here = base + "/report" ?><?cs def:content() ?>
<?cs call:paper_page(title, "") ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?><?cs if:May.draw ?><p class="govuk-body"><?cs
 call:link(base + "/report/pdf?region=" + Place.region, "Unduh PDF") ?></p><?cs /if ?><?cs set:href = base + "/table" ?><?cs
 set:query = "region=" + Place.region ?><?cs
 set:text_href = base + "/report" ?><?cs call:paper_texts(text_href, query) ?><?cs call:downloads(href, query) ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article><?cs call:region_form(here) ?>
<?cs /def ?><?cs include!"layout.cs" ?>
