<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pengaduan diterima" ?><?cs set:base = Site.base + "/complaint" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?><?cs call:ticket_card("pengaduan") ?>
<p class="govuk-body"><?cs call:link(base + "/ticket", "Lihat pengaduan ini") ?></p><?cs /def ?><?cs include!"layout.cs" ?>
