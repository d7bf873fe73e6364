<?cs include!"macros.cs" ?><?cs include!"forum/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:meta_path = "/forum/" ?><?cs
set:meta_description = "Konsultasi publik pemerintah daerah: baca, sampaikan pendapat tanpa akun, dan lihat apa yang diputuskan." ?><?cs
set:title = "Konsultasi publik" ?><?cs set:back_href = Site.base + "/portal/" ?><?cs

def:hearing(h) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(Site.base + "/forum/" + h.id, h.title) ?></th><?cs
 call:td("Penyelenggara", h.owner) ?><?cs call:td("Daerah", h.region) ?><td class="govuk-table__cell" data-label="Tahap"><?cs call:stage(h) ?></td><?cs
 call:td("Masa pendapat", h.period) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Konsultasi publik", "") ?>
<p class="govuk-body">Sebelum memutuskan, perangkat daerah ingin mendengar Anda. Tidak perlu akun dan tidak perlu menyebut nama.</p>
<?cs if:subcount(Hearings) ?><?cs call:table_open("Daftar konsultasi publik") ?><?cs call:head_open() ?><?cs call:th("Topik") ?><?cs
 call:th("Penyelenggara") ?><?cs call:th("Daerah") ?><?cs call:th("Tahap") ?><?cs call:th("Masa pendapat") ?><?cs call:head_close() ?>
<?cs each:h = Hearings ?><?cs call:hearing(h) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
else ?><?cs call:empty_state("Belum ada konsultasi", "Konsultasi muncul di sini begitu perangkat daerah membukanya.") ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
