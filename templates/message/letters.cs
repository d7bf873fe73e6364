<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Surel yang tidak sampai" ?><?cs set:back_href = Site.base + "/message/" ?><?cs set:back_label = "Pesan" ?><?cs
def:content() ?>
<?cs call:page_title("Surel yang tidak sampai", "") ?>
<?cs if:!Sends ?><?cs call:notice("", "Server ini belum mengirim surel: sendmail dan mail_from belum diisi di matang.conf.") ?>
<?cs /if ?><p class="govuk-body">Terkirim dalam tujuh hari: <?cs var:Count.sent ?>. Menunggu: <?cs var:Count.waiting ?>.</p>
<?cs if:subcount(Letters) ?><p class="govuk-body">Yang tidak pasti mungkin sudah sampai: pengirimannya terputus sebelum
ada jawaban. Kirim lagi hanya bila penerima belum mendapatkannya.</p>
<?cs call:table_open("Surel yang tidak sampai") ?><?cs call:head_open() ?><?cs call:th("Penerima") ?><?cs call:th("Status") ?><?cs
 call:th("Waktu") ?><?cs call:th("Jawaban server") ?><?cs call:th("Tindakan") ?><?cs call:head_close() ?>
<?cs each:m = Letters ?><?cs call:row_open() ?><?cs call:td_head(m.full_name) ?><?cs call:td_tag("Status", m.state, m.word) ?><?cs
 call:td("Waktu", m.at) ?><?cs call:td("Jawaban server", m.error) ?><td class="govuk-table__cell"><form method="post"
action="<?cs var:Site.base ?>/message/mail/<?cs var:m.id ?>"><?cs call:csrf() ?><button type="submit" class="govuk-button govuk-button--link">Kirim
lagi<span class="govuk-visually-hidden"> kepada <?cs var:m.full_name ?></span></button></form></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?>
<?cs else ?><?cs call:empty_state("Semua surel terkirim", "Surel yang ditolak, atau belum pasti sampai, tampil di sini.") ?>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
