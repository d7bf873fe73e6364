<?cs include!"macros.cs" ?><?cs include!"import.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Peserta: " + Activity.title ?><?cs set:base = Site.base + "/activity" ?><?cs set:back_href = base + "/" + Activity.id ?><?cs
set:back_label = Activity.title ?><?cs set:here = base + "/" + Activity.id + "/participants" ?><?cs
if:Page.done == "listed" ?><?cs set:done_text = "Peserta sudah dicatat. Yang sudah ada tidak dicatat dua kali." ?><?cs
elif:Page.done == "listed-before" ?><?cs set:done_text = "Semua nama itu sudah tercatat sebelumnya." ?><?cs
elif:Page.done == "removed" ?><?cs set:done_text = "Peserta sudah dihapus dari daftar hadir." ?><?cs /if ?><?cs

def:signature(p) ?><?cs if:filled(p.drawn) ?><?cs call:ink(p.drawn) ?><?cs elif:filled(p.typed) ?><?cs var:p.typed ?> <span
class="govuk-body-s">(diketik)</span><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

def:person(p) ?><?cs call:row_open() ?><?cs call:td_num("No.", p.number) ?><th scope="row" class="govuk-table__header"><?cs var:p.name ?></th><?cs
if:filled(p.nip) ?><td class="govuk-table__cell matang-nip" data-label="NIP"><?cs var:p.nip ?></td><?cs else ?><?cs call:td("NIP", "") ?><?cs /if ?><?cs
 call:td("Instansi", p.office) ?><td class="govuk-table__cell" data-label="Tanda tangan"><?cs
 call:signature(p) ?></td><?cs call:td("Dicatat", p.at) ?><?cs if:Actor.role == "operator" ?><td class="govuk-table__cell matang-screen-only"><form
method="post" action="<?cs var:url_validate(here) ?>/remove"><?cs call:csrf() ?><input type="hidden" name="person" value="<?cs
 var:p.id ?>"><button type="submit" class="govuk-button govuk-button--link">Hapus<span class="govuk-visually-hidden"> <?cs
 var:p.name ?></span></button></form></td><?cs /if ?><?cs call:row_close() ?><?cs /def ?><?cs

def:preview_row(p) ?><?cs call:row_open() ?><?cs call:td_num("No.", p.number) ?><th scope="row" class="govuk-table__header"><?cs
 var:p.name ?></th><?cs if:filled(p.nip) ?><td class="govuk-table__cell matang-nip" data-label="NIP"><?cs var:p.nip ?></td><?cs
 else ?><?cs call:td("NIP", "") ?><?cs /if ?><?cs call:td("Instansi", p.office) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:list_field() ?><?cs call:textarea_field("list", "Daftar peserta",
   "Satu orang satu baris: nama; NIP; instansi. NIP boleh kosong. Dapat ditempel dari Excel. Orang yang sudah tercatat tidak dicatat dua kali.",
   "6", "") ?><?cs /def ?><?cs

def:preview() ?><?cs call:notice("Berkas sudah dibaca, belum disimpan", "Periksa barisnya di bawah, lalu catat.") ?><?cs
 call:kept_a_day() ?><?cs call:ignored() ?><?cs
 set:action = here + "/columns" ?><?cs call:import_columns(action) ?>
<?cs call:table_open(Preview.count + " orang di berkas") ?><?cs call:head_open() ?><?cs call:th_num("No.") ?><?cs
 call:th("Nama") ?><?cs call:th("NIP") ?><?cs call:th("Instansi") ?><?cs call:head_close() ?>
<?cs each:p = Preview.rows ?><?cs call:preview_row(p) ?><?cs /each ?><?cs call:table_close() ?><?cs
if:?Preview.shown ?><p class="govuk-body">Ditampilkan <?cs var:Preview.shown ?> baris pertama; semuanya akan dicatat.</p><?cs /if ?>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
 call:details_open("Ubah barisnya dahulu") ?><?cs call:list_field() ?><?cs call:details_close() ?><?cs
 call:submit("Catat " + Preview.count + " peserta") ?></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Peserta", Activity.title) ?>
<?cs if:subcount(People) ?><?cs call:table_open(Activity.participants + " orang hadir") ?><?cs call:head_open() ?><?cs call:th_num("No.") ?><?cs
 call:th("Nama") ?><?cs call:th("NIP") ?><?cs call:th("Instansi") ?><?cs call:th("Tanda tangan") ?><?cs call:th("Dicatat") ?><?cs
 if:Actor.role == "operator" ?><th scope="col" class="govuk-table__header matang-screen-only"><span
class="govuk-visually-hidden">Hapus</span></th><?cs /if ?><?cs
 call:head_close() ?>
<?cs each:p = People ?><?cs call:person(p) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
 set:href = here + "/table" ?><?cs call:downloads(href, "") ?><?cs
else ?><?cs call:empty_state("Belum ada peserta",
  "Buka daftar hadir lewat ponsel pada hari kegiatan, atau tulis dan tempel namanya di bawah.") ?><?cs /if ?>
<?cs if:Actor.role == "operator" ?><?cs if:Read && ProblemCount == #0 ?><?cs call:preview() ?><?cs else ?><?cs
 if:Read ?><?cs call:problems() ?><?cs
 call:kept_a_day() ?><?cs call:ignored() ?><?cs set:action = here + "/columns" ?><?cs call:import_columns(action) ?><?cs /if ?>
<div class="matang-narrow"><h2 class="govuk-heading-m">Tulis atau tempel peserta</h2>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
 call:list_field() ?><?cs call:submit("Catat peserta") ?></form>
<h2 class="govuk-heading-m">Atau dari Excel</h2>
<form method="post" enctype="multipart/form-data" action="<?cs var:url_validate(here) ?>/file" novalidate><?cs call:csrf() ?><?cs
 call:file_field("file", "Berkas Excel, ODS atau CSV", "Kolom nama, nip dan instansi. Isinya ditampilkan dahulu sebelum dicatat.", ".xlsx,.ods,.csv") ?><?cs
 call:submit_quiet("Baca berkas") ?></form></div><?cs /if ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
