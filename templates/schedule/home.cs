<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Jadwal penilaian" ?><?cs

def:waiting() ?><section aria-labelledby="waiting"><h2 class="govuk-heading-m" id="waiting">Tambahan waktu yang diminta</h2>
<ul class="govuk-list"><?cs each:w = Waiting ?><li><?cs call:link(Site.base + "/schedule/" + w.assessment_id + "/", w.agency_name) ?>, penilaian <?cs
 var:w.year ?>: sampai <?cs var:w.until_words ?>, diminta <?cs var:w.asked_words ?></li>
<?cs /each ?></ul></section>
<?cs /def ?><?cs

def:cycle(c) ?><?cs call:table_open(c.year + ", " + c.region) ?><?cs call:head_open() ?><?cs
 call:th("Langkah") ?><?cs call:th("Mulai") ?><?cs call:th("Sampai") ?><?cs call:th_num("Hari kerja") ?><?cs
 call:th("Pelaksanaan") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:s = c.steps ?><?cs call:row_open() ?><?cs call:td_head(s.number + ". " + s.name) ?><?cs
 call:td("Mulai", s.from) ?><?cs call:td("Sampai", s.until) ?><?cs call:td_num("Hari kerja", s.days) ?><?cs call:td("Pelaksanaan", s.really) ?><?cs
 if:s.state == "done" ?><?cs call:td("Status", "Sudah lewat") ?><?cs
 elif:s.state == "now" ?><?cs call:td("Status", "Sedang berjalan, " + s.left) ?><?cs
 else ?><?cs call:td("Status", "Belum mulai") ?><?cs /if ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:filled(c.assessment) ?><p class="govuk-body"><?cs
 call:link(Site.base + "/schedule/" + c.assessment + "/", "Rencana dan pelaksanaan di perangkat daerah Anda") ?></p>
<?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Jadwal penilaian", "") ?><?cs
if:subcount(Waiting) ?><?cs call:waiting() ?><?cs /if ?><?cs
if:subcount(Cycles) ?><p class="govuk-body">Tujuh langkah dari setiap periode yang sedang dibuka, menurut rencana daerah.</p>
<?cs each:c = Cycles ?><?cs call:cycle(c) ?><?cs /each ?>
<?cs set:href = Site.base + "/schedule/table" ?><?cs call:downloads(href, "") ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/schedule/calendar">Unduh untuk kalender (.ics)</a>.
Bila jadwalnya bergeser, unduh sekali lagi: acara yang sama diperbarui. Atau pakai <?cs
 call:link(Site.base + "/schedule/address", "alamat kalender Anda sendiri") ?>, yang diperbarui dengan sendirinya.</p>
<?cs else ?><?cs call:empty_state("Belum ada periode yang dibuka", "Jadwalnya tampil di sini begitu daerah membukanya.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
