<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Ikuti pengaduan" ?><?cs set:page_script = "matang-guest" ?><?cs set:base = Site.base + "/complaint" ?><?cs
set:back_href = base + "/new" ?><?cs set:back_label = "Pengaduan dan pertanyaan" ?><?cs
if:Page.done == "left" ?><?cs set:done_text = "Pengaduan sudah ditutup di perangkat ini." ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Masukkan nomor dan kode rahasia dari tanda terima Anda.</p>
<?cs call:ticket_form(base + "/follow", "pengaduan") ?><?cs /def ?><?cs include!"layout.cs" ?>
