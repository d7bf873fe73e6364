<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Permohonan Anda sudah masuk" ?><?cs set:back_href = Site.base + "/service/standards" ?><?cs set:back_label = "Standar pelayanan" ?><?cs
if:Actor.role == "assistant" ?><?cs set:title = "Permohonan sudah masuk" ?><?cs set:back_href = Site.base + "/service/assist" ?><?cs
set:back_label = "Permohonan yang saya bantu" ?><?cs /if ?><?cs
if:Page.done == "secret" ?><?cs set:title = "Kode rahasia baru" ?><?cs /if ?><?cs

if:Page.done == "before" ?><?cs set:done_text = "Permohonan ini sudah masuk sebelumnya. Lihat di halamannya berkas mana yang sudah ada." ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><?cs call:ticket_card("permohonan") ?><?cs
if:Actor.role == "assistant" ?><p class="govuk-body matang-screen-only">Cetak untuk pemohon, atau salin keduanya ke kertas. Dengan nomor dan kode ini
pemohon, atau siapa pun yang dimintainya, melihat statusnya.</p><p class="govuk-body matang-screen-only"><?cs
set:list_href = Site.base + "/service/assist" ?><?cs
call:link(list_href, "Permohonan yang saya bantu") ?></p><?cs else ?><p class="govuk-body"><?cs
set:mine_href = Site.base + "/service/mine" ?><?cs call:link(mine_href, "Lihat permohonan dan kirim berkasnya") ?></p><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
