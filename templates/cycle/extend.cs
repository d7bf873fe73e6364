<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
set:title = "Perpanjang batas waktu " + Cycle.year ?><?cs
set:here = Site.base + "/cycle/cycles/" + Cycle.id ?><?cs set:back_href = here ?><?cs set:back_label = "Periode " + Cycle.year ?><?cs

def:agency(a) ?><?cs call:row_open() ?><td class="govuk-table__cell" data-label="Pilih"><div
class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input"
id="agency-<?cs var:a.assessment_id ?>" name="agency-<?cs var:a.assessment_id ?>" type="checkbox" value="1"<?cs if:a.chosen ?> checked<?cs /if ?>><label
class="govuk-label govuk-checkboxes__label" for="agency-<?cs var:a.assessment_id ?>"><?cs var:a.agency_name ?></label></div></div></td><?cs
 call:td("Status", a.state_name) ?><?cs each:d = a.days ?><td class="govuk-table__cell" data-label="<?cs var:d.label ?>"><?cs
 if:d.own ?><strong><?cs var:d.until ?></strong><?cs else ?><?cs var:d.until ?><?cs /if ?></td><?cs /each ?><?cs call:row_close() ?>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Perpanjang batas waktu", Cycle.region_name + ", periode " + Cycle.year) ?>
<p class="govuk-body">Beri waktu lebih lama untuk satu langkah kepada perangkat daerah yang dipilih. Mereka diberi tahu, dan tanggal barunya
berlaku di semua halaman, pengingat dan kalendernya. Untuk menggeser semua langkah, ubah <?cs call:link(here + "/plan", "jadwal periode") ?>.</p>
<form method="post" action="<?cs var:url_validate(here) ?>/extend" novalidate><?cs call:csrf() ?>
<?cs call:select_field("step", "Langkah", "", Options.steps) ?><?cs
call:date_field("until", "Diperpanjang sampai", "Hari kerja sesudah batas waktu yang sekarang.") ?><?cs
call:textarea_field("reason", "Alasan", "Dicatat dalam riwayat dan dapat dibaca perangkat daerahnya.", "3", "1000") ?><?cs
call:checkbox("all", "1", "Semua perangkat daerah (" + AgencyCount + ")", "") ?>
<?cs call:table_open("Atau pilih perangkat daerahnya; tanggal yang tebal sudah pernah diperpanjang") ?><?cs
call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:th("Pengisian") ?><?cs call:th("Verifikasi") ?><?cs
 call:th("Pengesahan") ?><?cs call:head_close() ?><?cs each:a = Agencies ?><?cs call:agency(a) ?><?cs /each ?><?cs call:table_close() ?>
<?cs call:submit("Perpanjang") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
