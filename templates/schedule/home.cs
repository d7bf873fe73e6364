<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Jadwal penilaian" ?><?cs

def:cycle(c) ?><?cs call:table_open(c.year + ", " + c.region) ?><?cs call:head_open() ?><?cs
 call:th("Langkah") ?><?cs call:th("Mulai") ?><?cs call:th("Sampai") ?><?cs call:th_num("Hari kerja") ?><?cs
 call:th("Status") ?><?cs call:head_close() ?>
<?cs each:s = c.steps ?><?cs call:row_open() ?><?cs call:td_head(s.number + ". " + s.name) ?><?cs
 call:td("Mulai", s.from) ?><?cs call:td("Sampai", s.until) ?><?cs call:td_num("Hari kerja", s.days) ?><?cs
 if:s.state == "done" ?><?cs call:td("Status", "Selesai") ?><?cs
 elif:s.state == "now" ?><?cs call:td("Status", "Sedang berjalan") ?><?cs
 else ?><?cs call:td("Status", "Belum") ?><?cs /if ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Jadwal penilaian", "") ?><?cs
if:subcount(Cycles) ?><p class="govuk-body">Tujuh langkah dari setiap periode yang sedang dibuka, menurut rencana daerah.</p>
<?cs each:c = Cycles ?><?cs call:cycle(c) ?><?cs /each ?>
<?cs set:href = Site.base + "/schedule/table" ?><?cs call:downloads(href, "") ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/schedule/calendar">Unduh untuk kalender (.ics)</a>.
Bila jadwalnya bergeser, unduh sekali lagi: acara yang sama diperbarui.</p>
<?cs else ?><?cs call:empty_state("Belum ada periode yang dibuka", "Jadwalnya tampil di sini begitu daerah membukanya.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
