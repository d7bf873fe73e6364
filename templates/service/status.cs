<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Lihat permohonan Anda" ?><?cs set:page_script = "matang-guest" ?><?cs set:back_href = Site.base + "/service/standards" ?><?cs
set:back_label = "Standar pelayanan" ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><p class="govuk-body">Dengan nomor dan kode rahasia pada tanda terima. Yang mengajukan di loket dapat
bertanya kepada petugas dengan nomornya.</p><?cs set:here = Site.base + "/service/status" ?><?cs call:ticket_form(here, "permohonan") ?><?cs /def ?><?cs
include!"layout.cs" ?>
