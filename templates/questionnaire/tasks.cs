<?cs include!"macros.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs
set:title = "Daftar variabel " + Assessment.year ?><?cs
if:Page.done == "documents" ?><?cs set:done_text = "Dokumen yang dipilih sudah ditautkan. Keputusan tahun lalu tidak ikut." ?><?cs
elif:Page.done == "imported" && ?Kept ?><?cs set:done_text = "Jawaban dari Excel sudah disimpan. Variabel " + Kept +
 " tetap seperti semula, karena jawaban dari berkas tidak dipilih." ?><?cs
elif:Page.done == "imported" ?><?cs set:done_text = "Jawaban dari Excel sudah disimpan." ?><?cs
elif:Page.done == "withdrawn" ?><?cs set:done_text = "Kiriman sudah ditarik. Jawaban dapat diubah lagi; kirim lagi bila sudah benar." ?><?cs
elif:Page.done == "no-documents" ?><?cs set:done_text = "Dokumen yang dipilih sudah ada di tempatnya." ?><?cs /if ?><?cs
if:Actor.role == "auditor" ?><?cs set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs set:back_label = "Laporan perangkat daerah" ?><?cs
else ?><?cs set:back_href = Site.base + "/questionnaire/" ?><?cs set:back_label = "Penilaian" ?><?cs /if ?><?cs

def:hint(task) ?><?cs
 if:task.level ?>Tingkat <?cs var:task.level ?><?cs else ?>Tingkat belum dipilih<?cs /if ?><?cs
 if:task.stored > #0 ?> · <?cs var:task.stored ?> dokumen<?cs elif:task.outside > #0 ?> · hanya alamat luar<?cs else ?> · belum ada dokumen<?cs /if ?><?cs
 if:task.over_claimed && task.level ?> · melebihi dokumen<?cs /if ?><?cs
 if:task.flagged > #0 ?> · <?cs var:task.flagged ?> perlu dilihat<?cs /if ?><?cs
 if:task.overdue > #0 ?> · <?cs var:task.overdue ?> dokumen terlambat<?cs elif:task.pending > #0 ?> · <?cs var:task.pending ?> menyusul<?cs /if ?><?cs
 if:task.notes > #0 ?> · <?cs var:task.notes ?> catatan rekan<?cs /if ?><?cs
 if:task.locked && May.write ?> · terkunci<?cs /if ?><?cs
 if:task.mine ?> · bagian Anda<?cs elif:filled(task.duty) ?> · <?cs var:task.duty ?><?cs /if ?><?cs /def ?><?cs

def:task(task) ?><li class="govuk-task-list__item govuk-task-list__item--with-link">
<div class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="<?cs var:Site.base ?>/questionnaire/<?cs
 var:Assessment.id ?>/<?cs var:task.number ?>" aria-describedby="task-<?cs var:task.number ?>-status"><?cs var:task.number ?>. <?cs var:task.name ?></a>
<div class="govuk-task-list__hint"><?cs call:hint(task) ?></div>
<?cs if:filled(task.return_note) ?><div class="govuk-task-list__hint matang-task-note">Catatan tim verifikasi: <?cs var:task.return_note ?></div>
<?cs /if ?></div>
<div class="govuk-task-list__status" id="task-<?cs var:task.number ?>-status"><?cs
 if:filled(task.city) ?><?cs call:level_says(task.level, task.city, task.province) ?><?cs
 else ?><?cs call:task_tag(task.status, task.status_name) ?><?cs /if ?></div>
</li>
<?cs /def ?><?cs

def:tasks_of_return() ?><h2 class="govuk-heading-m" id="returned">Yang dikembalikan</h2>
<ul class="govuk-task-list" aria-labelledby="returned">
<?cs each:t = Tasks ?><?cs if:!t.locked ?><?cs call:task(t) ?><?cs /if ?><?cs /each ?></ul>
<h2 class="govuk-heading-m" id="others">Variabel lain</h2>
<ul class="govuk-task-list" aria-labelledby="others">
<?cs each:t = Tasks ?><?cs if:t.locked ?><?cs call:task(t) ?><?cs /if ?><?cs /each ?></ul>
<?cs /def ?><?cs

def:tasks_by_duty() ?><h2 class="govuk-heading-m" id="mine">Bagian saya</h2>
<ul class="govuk-task-list" aria-labelledby="mine">
<?cs each:t = Tasks ?><?cs if:t.mine ?><?cs call:task(t) ?><?cs /if ?><?cs /each ?></ul>
<?cs if:Duties.only ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs
 var:Assessment.id ?>/">Tampilkan semua variabel</a></p>
<?cs elif:Duties.mine < Progress.all ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs
 var:Assessment.id ?>/?mine=1">Tampilkan bagian saya saja</a></p>
<h2 class="govuk-heading-m" id="others">Variabel lain</h2>
<ul class="govuk-task-list" aria-labelledby="others">
<?cs each:t = Tasks ?><?cs if:!t.mine ?><?cs call:task(t) ?><?cs /if ?><?cs /each ?></ul>
<?cs /if ?><?cs /def ?><?cs

def:figure(label, value, note) ?><div class="matang-figure"><dt><?cs var:label ?></dt>
<dd><?cs var:value ?><?cs if:filled(note) ?> <small><?cs var:note ?></small><?cs /if ?></dd></div>
<?cs /def ?><?cs

def:figures() ?><dl class="matang-figures">
<?cs if:Score.complete ?><?cs call:figure("Skor mandiri", Score.sum, Score.category) ?><?cs
 else ?><?cs call:figure("Skor mandiri sementara", Score.sum, "dari " + Score.present + " variabel") ?><?cs /if ?><?cs
 if:?Score.city ?><?cs call:figure("Verifikasi", Score.city, "") ?><?cs /if ?><?cs
 if:?Score.final ?><?cs call:figure("Skor akhir", Score.final, Score.final_category) ?><?cs
 call:figure("Tingkat bertahap", Score.staged, "variabel terendah") ?><?cs /if ?></dl>
<?cs /def ?><?cs

def:ending() ?><?cs if:May.write ?><h2 class="govuk-heading-m">Sudah selesai?</h2>
<?cs if:Progress.open == #0 ?><p class="govuk-body">Tidak ada lagi yang harus dilengkapi. Periksa sekali lagi, lalu kirim.</p>
<?cs else ?><p class="govuk-body">Halaman periksa menunjukkan apa yang masih kurang.</p>
<?cs /if ?><?cs call:button_link(Site.base + "/questionnaire/" + Assessment.id + "/check", "Periksa dan kirim") ?><?cs /if ?><ul class="govuk-list">
<?cs if:May.write ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs
 var:Assessment.id ?>/import">Isi dengan Excel, tanpa jaringan</a></li>
<?cs /if ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/answers.xlsx">Unduh jawaban (XLSX)</a>
atau <a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/answers.csv">CSV</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/upload/zip/<?cs var:Assessment.id ?>">Unduh semua data dukung (ZIP)</a></li>
<li><a class="govuk-link" href="<?cs
 var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/duties">Pembagian tugas</a></li>
<?cs if:Actor.role == "operator" || Actor.role == "head" ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/upload/">Dokumen perangkat daerah</a></li>
<?cs /if ?><?cs
 if:!May.write ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/check">Hasil pemeriksaan jawaban</a></li>
<?cs /if ?><?cs if:Assessment.state != "not_started" && Assessment.state != "draft" && Assessment.state != "returned" ?><li><a
class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/sent">Bukti pengiriman</a></li>
<?cs /if ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/paper/agency/<?cs var:Assessment.id ?>">Lembar cetak:
lembar penilaian kosong, berita acara, rekapitulasi</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/history/<?cs var:Assessment.id ?>">Riwayat perubahan</a></li>
</ul>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Daftar variabel", Assessment.agency_name + " · penilaian " + Assessment.year) ?>
<?cs call:return_notice() ?><?cs if:Assessment.begins ?><?cs call:begins() ?><?cs elif:Assessment.lapsed ?><?cs call:lapsed() ?><?cs
 elif:!May.write ?><p class="govuk-body"><?cs call:tag(Assessment.state, "") ?> <?cs
 if:Actor.role == "head" && (Assessment.state == "draft" || Assessment.state == "returned" ||
    Assessment.state == "not_started") ?>Operator masih mengisi. Anda dapat membaca semuanya.<?cs
 else ?>Jawaban terkunci dan hanya dapat dibaca.<?cs /if ?></p>
<?cs /if ?><?cs call:deadline() ?><?cs call:progress(Progress.complete, Progress.all, "variabel lengkap") ?><?cs
 if:Score.present > #0 ?><?cs call:figures() ?><?cs /if ?><?cs
 if:CarryOver.fresh > #0 ?><p class="govuk-body">Tahun <?cs var:CarryOver.year ?>: <?cs var:CarryOver.fresh ?> dokumen belum dipakai tahun ini.
<a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/carry-over">Pilih yang dipakai lagi</a></p>
<?cs /if ?><?cs if:Assessment.state == "returned" ?><?cs call:tasks_of_return() ?><?cs
 elif:Duties.mine > #0 ?><?cs call:tasks_by_duty() ?><?cs
 elif:Duties.only ?><?cs call:empty_state("Belum ada bagian Anda",
    "Minta operator atau kepala membagi variabel di halaman Pembagian tugas. Semua variabel ada di daftar variabel.") ?><?cs else ?><ul class="govuk-task-list">
<?cs each:t = Tasks ?><?cs call:task(t) ?><?cs /each ?></ul>
<?cs /if ?><?cs call:pending_panel(Pending, Site.base + "/questionnaire/" + Assessment.id + "/", May.write) ?><?cs
 call:ending() ?><?cs /def ?><?cs include!"layout.cs" ?>
