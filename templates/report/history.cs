<?cs include!"macros.cs" ?><?cs include!"report/log.cs" ?><?cs set:title = "Riwayat perubahan" ?><?cs if:Assessment.id ?><?cs
 set:title = "Riwayat penilaian " + Assessment.year ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs set:place = "/report/history/" + Assessment.id ?><?cs
 set:caption = Assessment.agency_name + " · " + Assessment.year ?><?cs else ?><?cs
 set:back_href = Site.base + "/report/" ?><?cs set:place = "/report/history" ?><?cs
 if:Form.value.instance ?><?cs set:caption = "Yang berlaku untuk semua daerah" ?><?cs
 elif:Actor.role == "operator" || Actor.role == "head" ?><?cs set:caption = Actor.agency_name ?><?cs
 else ?><?cs set:caption = Actor.region_name ?><?cs /if ?><?cs /if ?><?cs def:log_words(label, text) ?>
<span class="matang-log__part govuk-hint"><?cs var:label ?></span>
<span class="matang-log__part matang-compare__text"><?cs
 if:filled(text) ?><?cs var:text ?><?cs else ?>(kosong)<?cs /if ?></span><?cs /def ?><?cs

def:content() ?>
<?cs call:page_title("Riwayat perubahan", caption) ?>
<?cs call:log_form(place, "Cari dalam nilai, alasan dan judul dokumen") ?>
<?cs if:subcount(Entries) ?><div class="matang-log matang-log--changes"><?cs call:table_open("Perubahan, terbaru lebih dahulu") ?><?cs call:head_open() ?><?cs
call:th("Waktu") ?><?cs call:th("Siapa") ?><?cs call:th("Tentang") ?><?cs call:th("Perubahan") ?><?cs call:head_close() ?>
<?cs each:e = Entries ?><?cs call:row_open() ?><?cs call:td("Waktu", e.when) ?><?cs call:log_who(e) ?><td
class="govuk-table__cell" data-label="Tentang"><span><?cs if:!Assessment.id ?><?cs call:log_part(e.agency) ?><?cs
 if:filled(e.year) ?><?cs call:log_part("Periode " + e.year) ?><?cs /if ?><?cs /if ?><?cs
 if:filled(e.about) ?><?cs call:log_part(e.about) ?><?cs /if ?><?cs
 if:filled(e.variable) ?><?cs call:log_part("Variabel " + e.variable) ?><?cs /if ?><?cs
 if:filled(e.document) ?><?cs call:log_part("“" + e.document + "”") ?><?cs
 elif:!filled(e.variable) && !filled(e.about) && (Assessment.id || (!filled(e.agency) && !filled(e.year))) ?>–<?cs /if ?></span></td><td
class="govuk-table__cell" data-label="Perubahan"><span><span class="matang-log__part"><?cs var:e.what ?><?cs
 if:e.long ?></span><?cs call:log_words("Semula", e.from) ?><?cs call:log_words("Menjadi", e.to) ?><span><?cs
 elif:filled(e.from) || filled(e.to) ?>: <?cs
 if:filled(e.from) ?><?cs var:e.from ?><?cs else ?>(kosong)<?cs /if ?> → <?cs
 if:filled(e.to) ?><?cs var:e.to ?><?cs else ?>(kosong)<?cs /if ?><?cs /if ?></span><?cs
 if:filled(e.why) ?><?cs call:log_part("Alasan: " + e.why) ?><?cs /if ?></span></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?></div><?cs else ?><?cs
 call:empty_state("Tidak ada perubahan",
  "Setiap perubahan status, tingkat, keputusan dan hak tercatat di sini. Bila sedang mencari, coba satu kata saja.") ?><?cs /if ?>
<?cs call:log_more(place) ?>
<?cs if:Actor.role == "auditor" && !Assessment.id ?><p class="govuk-body matang-screen-only"><?cs if:Form.value.instance ?><?cs
 call:link(Site.base + "/report/history", "Riwayat daerah ini") ?><?cs else ?><?cs
 call:link(Site.base + "/report/history?instance=1", "Riwayat yang berlaku untuk semua daerah (instrumen, hari libur, pengaturan)") ?><?cs /if ?><br><?cs
 call:link(Site.base + "/report/events", "Catatan peristiwa: masuk, penolakan, ekspor, unduhan") ?></p><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
