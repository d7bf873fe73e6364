<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs
set:title = "Jadwal penilaian " + Assessment.year ?><?cs set:here = Site.base + "/schedule/" + Assessment.id ?><?cs
set:back_href = Site.base + "/schedule/" ?><?cs set:back_label = "Jadwal penilaian" ?><?cs
if:Page.done == "asked" ?><?cs set:done_text = "Permintaan sudah dikirim kepada tim verifikasi. Jawabannya datang sebagai pesan." ?><?cs
elif:Page.done == "time-given" ?><?cs set:done_text = "Tambahan waktu sudah diberikan, dan perangkat daerahnya diberi tahu." ?><?cs
elif:Page.done == "time-refused" ?><?cs set:done_text = "Jawaban sudah dikirim kepada perangkat daerahnya." ?><?cs /if ?><?cs

def:step(s) ?><?cs call:row_open() ?><?cs call:td_head(s.number + ". " + s.name) ?><?cs call:td("Mulai", s.from) ?><td
class="govuk-table__cell" data-label="Batas waktu"><?cs if:filled(s.own) ?><span><strong><?cs var:s.own ?></strong>, diperpanjang dari <?cs
 var:s.until ?></span><?cs else ?><?cs var:s.until ?><?cs /if ?></td><?cs
 call:td("Dilaksanakan", s.done) ?><?cs call:td("Keterangan", s.says) ?><?cs call:row_close() ?>
<?cs /def ?><?cs

def:request() ?><section class="matang-panel" aria-labelledby="request"><h2 class="govuk-heading-m" id="request">Permintaan tambahan waktu</h2>
<p class="govuk-body">Pengisian sampai <strong><?cs var:Request.until_words ?></strong>, diminta <?cs var:Request.who ?>, <?cs var:Request.asked_words ?>.</p>
<p class="govuk-body matang-compare__text"><?cs var:Request.reason ?></p>
<?cs if:filled(Request.waiting) ?><p class="govuk-body"><?cs call:tag("pending", "Menunggu jawaban tim verifikasi") ?></p>
<?cs elif:filled(Request.granted) ?><p class="govuk-body"><?cs call:tag("accepted", "Diberikan") ?> sampai <?cs var:Request.granted_words ?>, oleh <?cs
 var:Request.answered_by ?>, <?cs var:Request.answered_words ?>.</p>
<?cs else ?><p class="govuk-body"><?cs call:tag("rejected", "Tidak diberikan") ?> oleh <?cs var:Request.answered_by ?>, <?cs
 var:Request.answered_words ?>.</p>
<?cs /if ?><?cs if:filled(Request.answer) ?><p class="govuk-body matang-compare__text"><?cs var:Request.answer ?></p>
<?cs /if ?></section>
<?cs /def ?><?cs

def:answering() ?><form method="post" action="<?cs var:url_validate(here) ?>/answer" novalidate class="matang-narrow"><?cs call:csrf() ?>
<input type="hidden" name="request" value="<?cs var:Request.id ?>"><h2 class="govuk-heading-m">Jawab permintaan ini</h2>
<?cs call:fieldset_open("decision", "Jawaban", "") ?><div class="govuk-radios"><?cs
 call:radio("decision", "decision-give", "give", "Beri tambahan waktu", "Pengisian terbuka lagi sampai tanggal di bawah ini.") ?><?cs
 call:radio("decision", "decision-refuse", "refuse", "Tidak diberikan", "Tulis alasannya di bawah ini.") ?></div><?cs call:fieldset_close() ?><?cs
 call:date_field("until", "Sampai tanggal", "Diminta sampai " + Request.until_words + ". Hari kerja.") ?><?cs
 call:textarea_field("answer", "Penjelasan", "Dicatat dalam riwayat dan dapat dibaca perangkat daerahnya.", "3", "1000") ?><?cs
 call:submit("Kirim jawaban") ?></form>
<?cs /def ?><?cs

def:asking() ?><form method="post" action="<?cs var:url_validate(here) ?>/request" novalidate class="matang-narrow"><?cs call:csrf() ?>
<h2 class="govuk-heading-m">Minta tambahan waktu</h2>
<p class="govuk-body">Batas waktu pengisian <?cs var:Assessment.lapsed ?> sudah lewat, jadi penilaian ini tertutup. Tim verifikasi dapat
membukanya lagi.</p>
<?cs call:date_field("until", "Sampai tanggal", "Hari kerja, secepat yang dapat dipenuhi.") ?><?cs
 call:textarea_field("reason", "Alasan", "Apa yang belum selesai, dan mengapa.", "4", "1000") ?><?cs call:submit("Kirim permintaan") ?></form>
<?cs /def ?><?cs

def:given() ?><h2 class="govuk-heading-m">Perubahan batas waktu</h2><ol class="matang-history">
<?cs each:h = Changes ?><li class="matang-history__item"><p class="matang-history__when"><?cs var:h.when ?> · <?cs var:h.who ?></p><?cs
 if:filled(h.from_value) ?><p><del><?cs var:h.from_value ?></del></p><?cs /if ?><p><?cs var:h.to_value ?></p><?cs
 if:filled(h.reason) ?><p>Alasan: <?cs var:h.reason ?></p><?cs /if ?></li>
<?cs /each ?></ol>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Rencana dan pelaksanaan", Assessment.agency_name + " · penilaian " + Assessment.year) ?>
<?cs if:May.ask ?><?cs call:asking() ?><?cs /if ?><?cs if:subcount(Request) ?><?cs call:request() ?><?cs /if ?><?cs
if:May.decide ?><?cs call:answering() ?><?cs /if ?><?cs call:table_open("Tujuh langkah, dalam hari kerja") ?><?cs
call:head_open() ?><?cs call:th("Langkah") ?><?cs call:th("Mulai") ?><?cs call:th("Batas waktu") ?><?cs call:th("Dilaksanakan") ?><?cs
 call:th("Keterangan") ?><?cs call:head_close() ?><?cs each:s = Plan ?><?cs call:step(s) ?><?cs /each ?><?cs call:table_close() ?>
<p class="govuk-body">Bila batas waktu pengisian lewat: <?cs var:AfterDeadline ?>.</p>
<?cs if:subcount(Changes) ?><?cs call:given() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
