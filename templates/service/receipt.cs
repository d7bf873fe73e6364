<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Permohonan Anda sudah masuk" ?><?cs set:back_href = Site.base + "/service/standards" ?><?cs set:back_label = "Standar pelayanan" ?><?cs

if:Page.done == "before" ?><?cs set:done_text = "Permohonan ini sudah masuk sebelumnya. Lihat di halamannya berkas mana yang sudah ada." ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><?cs call:ticket_card("permohonan") ?><p class="govuk-body"><?cs
set:mine_href = Site.base + "/service/mine" ?><?cs call:link(mine_href, "Lihat permohonan dan kirim berkasnya") ?></p><?cs /def ?><?cs include!"layout.cs" ?>
