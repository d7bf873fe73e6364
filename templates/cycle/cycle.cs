<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Periode penilaian " + Cycle.year ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/cycles/" + Cycle.id ?><?cs
set:back_href = base + "/cycles" ?><?cs set:back_label = "Periode penilaian" ?><?cs
if:Page.done == "extended" ?><?cs set:done_text = "Batas waktu sudah diperpanjang, dan perangkat daerahnya diberi tahu." ?><?cs
elif:Page.done == "replanned" ?><?cs set:done_text = "Jadwal baru sudah berlaku." ?><?cs
elif:Page.done == "agency-added" ?><?cs set:done_text = "Perangkat daerah sudah ditambahkan ke periode ini." ?><?cs
elif:Page.done == "withdrawn" ?><?cs set:done_text = "Periode sudah ditarik dan menjadi draf lagi. Perangkat daerah tidak melihatnya." ?><?cs
elif:Page.done == "created" ?><?cs set:done_text = "Periode sudah dibuat sebagai draf. Periksa, lalu buka untuk perangkat daerah." ?><?cs /if ?><?cs
def:withdraw() ?><?cs call:details_form_open("Tarik periode ini") ?><p class="govuk-body">Belum ada perangkat daerah yang mengisi.
Periode yang ditarik menjadi draf lagi: tahun, instrumen dan tanggalnya dapat diubah, lalu dibuka kembali.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/cycles/<?cs var:Cycle.id ?>/withdraw" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Cycle.version ?>">
<?cs call:textarea_field("reason", "Alasan penarikan", "Tercatat dalam riwayat.", 3, 1000) ?>
<button type="submit" class="govuk-button govuk-button--warning">Tarik periode</button></form><?cs call:details_close() ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, Cycle.region_name) ?>
<?cs if:Cycle.state == "draft" ?><div class="matang-next"><h2 class="govuk-heading-m">Langkah berikutnya: buka periode</h2>
<p class="govuk-body">Setelah dibuka, setiap perangkat daerah yang aktif mendapat penilaiannya. Tahun, instrumen dan tanggal mulai tidak dapat diubah lagi.</p>
<div class="govuk-button-group"><?cs call:button_link(here + "/open", "Periksa dan buka") ?><?cs
 call:button_link_secondary(here + "/edit", "Ubah") ?></div></div>
<?cs elif:Cycle.state == "open" && !Replica.received ?><div class="govuk-button-group"><?cs
 call:button_link(base + "/notice/" + Cycle.id, "Pemberitahuan perangkat daerah") ?><?cs
 call:button_link_secondary(here + "/plan", "Ubah jadwal") ?><?cs
 call:button_link_secondary(here + "/extend", "Perpanjang batas waktu") ?></div>
<?cs /if ?><?cs if:NoHolidays > 0 && !Replica.received ?><?cs call:no_holidays(NoHolidays) ?><?cs
 /if ?><?cs if:Drift && !Replica.received ?><div class="matang-notice matang-notice--caution"><h2 class="govuk-heading-s">Hari libur berubah</h2>
<p class="govuk-body">Menurut daftar hari libur sekarang, jadwal ini akan jatuh pada tanggal lain. Jadwal tidak berubah sendiri. <?cs
 if:Cycle.state == "draft" ?><?cs call:link(here + "/edit", "Lihat jadwal yang baru") ?><?cs else ?><?cs
 call:link(here + "/plan", "Bandingkan jadwal lama dan baru") ?><?cs /if ?></p></div>
<?cs /if ?><?cs
 call:summary_open() ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Status</dt><dd class="govuk-summary-list__value"><?cs
 call:cycle_state(Cycle.state) ?><?cs
 if:Cycle.opened_words ?> sejak <?cs var:Cycle.opened_words ?><?cs /if ?></dd></div>
<?cs call:summary_row("Daerah", Cycle.region_name) ?><?cs call:summary_row("Instrumen", Cycle.instrument_name) ?><?cs
if:Cycle.province_tier ?><?cs call:summary_row("Validasi provinsi", "Ya, setelah verifikasi daerah") ?><?cs else ?><?cs
 call:summary_row("Validasi provinsi", "Tidak") ?><?cs /if ?><?cs
if:Cycle.early_filling ?><?cs call:summary_row("Pengisian", "Boleh sebelum langkahnya dimulai") ?><?cs else ?><?cs
 call:summary_row("Pengisian", "Sejak langkahnya dimulai") ?><?cs /if ?><?cs
call:summary_row("Bila batas waktu pengisian lewat", "Penilaian " + Cycle.after_words) ?><?cs
call:summary_row("Mulai", Cycle.start_words) ?><?cs call:summary_close() ?>
<?cs call:plan_table("Jadwal: " + PlanDays + " hari kerja", Plan) ?>
<?cs if:Cycle.state != "draft" ?><h2 class="govuk-heading-m"><?cs var:Cycle.agencies ?> perangkat daerah dinilai</h2>
<?cs if:subcount(Counts) ?><dl class="matang-figures">
<?cs each:n = Counts ?><div class="matang-figure"><dt><?cs var:n.name ?></dt><dd><?cs var:n.agencies ?></dd></div>
<?cs /each ?></dl>
<?cs /if ?><?cs call:picture(Pictures.progress) ?><?cs if:Cycle.state == "open" && OutsideCount > 0 && !Replica.received ?><?cs
 call:details_open("Tambahkan perangkat daerah yang terlambat didaftarkan (" + OutsideCount +
    ")") ?><form method="post" action="<?cs var:Site.base ?>/cycle/cycles/<?cs var:Cycle.id ?>/agencies" novalidate><?cs call:csrf() ?>
<?cs call:select_field("agency_id", "Perangkat daerah yang belum ikut", "", Options.agencies) ?><?cs
 call:submit("Tambahkan ke periode ini") ?></form><?cs call:details_close() ?><?cs /if ?><?cs
if:Untouched && !Replica.received ?><?cs call:withdraw() ?><?cs /if ?><?cs /if ?><?cs
call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
