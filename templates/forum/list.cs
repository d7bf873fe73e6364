<?cs include!"macros.cs" ?><?cs include!"forum/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Kelola konsultasi publik" ?><?cs set:base = Site.base + "/forum/desk" ?><?cs

def:hearing(h) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + h.id, h.title) ?></th><?cs
 if:Actor.role == "verifier" || Actor.role == "auditor" ?><?cs call:td("Penyelenggara", h.owner) ?><?cs /if ?><td
class="govuk-table__cell" data-label="Tahap"><?cs call:stage(h) ?></td><?cs call:td("Masa pendapat", h.period) ?><?cs
 call:td_num("Pendapat", h.opinions) ?><?cs call:td_num("Menunggu diperiksa", h.waiting) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Konsultasi publik", "") ?>
<p class="govuk-body">Warga membaca, berpendapat dan mendukung tanpa akun. Yang mereka tulis baru tampil sesudah <?cs
if:Actor.role == "auditor" ?>penyelenggara<?cs else ?>Anda<?cs /if ?> memeriksa dan merilisnya.</p>
<?cs if:Actor.role != "head" && Actor.role != "auditor" ?><?cs set:new_href = base + "/new" ?><?cs call:button_link(new_href, "Susun konsultasi") ?><?cs /if ?>
<?cs if:subcount(Hearings) ?><?cs call:table_open("Daftar konsultasi publik") ?><?cs call:head_open() ?><?cs call:th("Topik") ?><?cs
 if:Actor.role == "verifier" || Actor.role == "auditor" ?><?cs call:th("Penyelenggara") ?><?cs /if ?><?cs call:th("Tahap") ?><?cs
 call:th("Masa pendapat") ?><?cs call:th_num("Pendapat") ?><?cs call:th_num("Menunggu diperiksa") ?><?cs call:head_close() ?>
<?cs each:h = Hearings ?><?cs call:hearing(h) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
elif:Actor.role == "head" ?><?cs call:empty_state("Belum ada konsultasi",
  "Konsultasi muncul di sini begitu disusun operator perangkat daerah Anda.") ?><?cs
elif:Actor.role == "auditor" ?><?cs call:empty_state("Belum ada konsultasi",
  "Konsultasi muncul di sini begitu disusun perangkat daerah atau tim verifikasi.") ?><?cs
else ?><?cs call:empty_state("Belum ada konsultasi",
  "Susun topik, penjelasan dan pertanyaannya sebagai rancangan. Warga baru melihatnya sesudah dibuka.") ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
