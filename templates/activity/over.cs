<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Daftar hadir sudah ditutup" ?><?cs
def:content() ?><?cs call:page_title("Daftar hadir sudah ditutup", List.title) ?>
<p class="govuk-body">Daftar hadir kegiatan ini ditutup <?cs var:List.over ?>, jadi tidak dapat diisi lagi.</p>
<p class="govuk-body">Anda hadir dan belum tercatat? Sampaikan kepada penyelenggara, <?cs var:List.organiser ?>: namanya dapat ditambahkan ke daftar
hadir. Bila daftar hadir dibuka lagi, pindai kode QR yang baru di layar.</p><?cs /def ?><?cs include!"layout.cs" ?>
