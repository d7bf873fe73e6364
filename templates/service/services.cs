<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Daftar layanan" ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Layanan" ?><?cs

def:service(s) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/services/" + s.id, s.name) ?></th><?cs
 call:td_num("Versi", s.number) ?><?cs call:td("Lama", s.days + " hari kerja") ?><td class="govuk-table__cell" data-label="Status"><?cs
 if:s.state == "published" ?>Berlaku<?cs else ?>Draf<?cs /if ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><?cs call:service_nav() ?>
<p class="govuk-body">Layanan yang berakhir dengan surat. Yang berlaku tidak diubah lagi: perubahan ditulis sebagai versi baru.</p><?cs
if:Actor.role == "operator" ?><?cs set:new_href = base + "/services/new" ?><?cs call:button_link(new_href, "Tulis layanan baru") ?><?cs /if ?>
<?cs if:subcount(Services) ?><?cs call:table_open("Layanan perangkat daerah") ?><?cs call:head_open() ?><?cs call:th("Layanan") ?><?cs
 call:th_num("Versi") ?><?cs call:th("Lama") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:s = Services ?><?cs call:service(s) ?><?cs /each ?><?cs call:table_close() ?><?cs
elif:Actor.role != "operator" ?><?cs call:empty_state("Belum ada layanan", "Layanan muncul di sini begitu ditulis operator perangkat daerah Anda.") ?><?cs
else ?><?cs call:empty_state("Belum ada layanan", "Tulis layanan pertama: persyaratan, langkah, biaya dan isi suratnya.") ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
