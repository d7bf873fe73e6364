<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Buka periode penilaian " + Cycle.year ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/cycles/" + Cycle.id ?><?cs
set:back_href = here ?><?cs set:back_label = "Periode " + Cycle.year ?><?cs
def:agency_list(list) ?><ul class="govuk-list govuk-list--bullet">
<?cs each:g = list ?><li><?cs call:link(base + "/agencies/" + g.id, g.name) ?></li>
<?cs /each ?></ul><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, Cycle.region_name) ?>
<?cs if:AgencyCount == 0 ?><?cs
 call:empty_state("Belum ada perangkat daerah yang aktif", "Tambahkan perangkat daerah dahulu, lalu kembali ke halaman ini.") ?><?cs
call:button_link(base + "/agencies?region=" + Cycle.region_id, "Isi perangkat daerah") ?>
<?cs else ?><p class="govuk-body"><?cs var:AgencyCount ?> perangkat daerah akan mendapat penilaian menurut “<?cs
 var:Cycle.instrument_name ?>”. Sesudah ini tahun, instrumen, validasi provinsi dan tanggal mulai tetap.</p>
<?cs if:subcount(Unready) ?><?cs call:warning(UnreadyCount + " perangkat daerah belum mempunyai operator dan belum dapat mengisi. " +
    "Periode tetap dapat dibuka; akunnya dapat dibuat sesudahnya.") ?><?cs
call:details_open("Perangkat daerah tanpa operator") ?><?cs call:agency_list(Unready) ?><?cs call:details_close() ?><?cs /if ?><?cs
if:subcount(Ready) ?><?cs call:details_open("Perangkat daerah yang siap: " + ReadyCount) ?><?cs call:agency_list(Ready) ?><?cs
 call:details_close() ?><?cs /if ?>
<?cs if:NoHolidays > 0 ?><?cs
 call:warning("Hari libur tahun " + NoHolidays + " belum ada dalam kalender. Isi dahulu, supaya tanggalnya tidak jatuh pada hari libur.") ?><?cs /if ?><?cs
 call:plan_table("Jadwal: " + PlanDays + " hari kerja", Plan) ?>
<?cs if:subcount(Doubts) ?><div class="matang-notice matang-notice--caution"><h2 class="govuk-heading-s">Periksa lagi</h2>
<ul class="govuk-list govuk-list--bullet"><?cs each:d = Doubts ?><li><?cs var:d.text ?></li>
<?cs /each ?></ul></div>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/cycle/cycles/<?cs var:Cycle.id ?>/open" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Cycle.version ?>">
<?cs if:subcount(Doubts) ?><?cs call:checkbox("sure", "1", "Sudah benar: periode ini memang dimaksud begitu.", "") ?><?cs /if ?><?cs
 call:submit("Buka periode untuk " + AgencyCount + " perangkat daerah") ?></form>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
