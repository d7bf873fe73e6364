<?cs include!"macros.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs
set:title = "Periksa dan kirim" ?><?cs
set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs set:back_label = "Daftar variabel" ?><?cs

def:missing(finding) ?><?cs if:subcount(finding.missing) ?><p class="matang-missing__head">Dokumen yang kurang:</p>
<ul class="govuk-list matang-missing">
<?cs each:m = finding.missing ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs
 var:finding.number ?>?level=<?cs var:m.number ?>#documents-<?cs var:m.number ?>"><?cs var:m.title ?></a> <span
class="matang-flagged__place">Tingkat <?cs var:m.level ?></span></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /def ?><?cs

def:lack(finding) ?><ul class="govuk-list govuk-list--bullet">
<?cs if:finding.correct ?><li>belum diperbaiki sejak dikembalikan</li>
<?cs /if ?><?cs if:finding.level ?><li>tingkat belum dipilih</li>
<?cs /if ?><?cs if:filled(finding.explanation) ?><li>penjelasan belum diisi</li>
<?cs /if ?><?cs if:filled(finding.reason) ?><li>Tingkat <?cs var:finding.claimed ?> melebihi dokumen, dan alasannya belum ditulis</li>
<?cs /if ?></ul>
<?cs /def ?><?cs

def:weakness(finding) ?><ul class="govuk-list govuk-list--bullet">
<?cs if:finding.over_claimed ?><li>memilih Tingkat <?cs var:finding.claimed ?>, dokumen mendukung <?cs
 if:finding.supported ?>sampai Tingkat <?cs var:finding.supported ?><?cs else ?>belum satu tingkat pun<?cs /if ?></li>
<?cs /if ?><?cs if:finding.bare ?><li>belum ada dokumen satu pun</li>
<?cs /if ?><?cs if:finding.outside ?><li>hanya alamat luar; berkasnya belum tersimpan</li>
<?cs /if ?></ul>
<?cs /def ?><?cs

def:variable_link(finding) ?><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:finding.number ?>"><?cs
 var:finding.number ?>. <?cs var:finding.name ?></a><?cs /def ?><?cs

def:flagged(variable) ?><div class="matang-finding"><?cs call:variable_link(variable) ?>
<?cs each:k = variable.links ?><p class="matang-flagged"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs var:k.document_id ?>"><?cs
 var:k.title ?></a> <span class="matang-flagged__place">Tingkat <?cs var:k.level ?>: <?cs var:k.item ?></span></p>
<?cs call:flags(k.flags) ?><?cs /each ?></div>
<?cs /def ?><?cs

def:unused(document) ?><p class="matang-flagged"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs var:document.id ?>"><?cs
 var:document.title ?></a></p>
<?cs /def ?><?cs

def:quality() ?><?cs if:Quality.flagged > #0 ?><section class="matang-panel" aria-labelledby="quality">
<h2 class="govuk-heading-m" id="quality">Dokumen yang perlu dilihat lagi</h2>
<p class="govuk-body">Ini tidak menghalangi pengiriman, tetapi biasanya mengurangi nilai. Lebih baik dibereskan sekarang.</p>
<?cs each:v = Flagged ?><?cs if:filled(v.number) ?><?cs call:flagged(v) ?><?cs /if ?><?cs /each ?></section>
<?cs /if ?><?cs if:subcount(Unused) ?><section class="matang-panel" aria-labelledby="unused">
<h2 class="govuk-heading-m" id="unused">Belum ditautkan ke mana pun (<?cs var:Unused.0.total ?>)</h2>
<p class="govuk-body">Dokumen ini sudah ada di pustaka, tetapi belum membuktikan apa-apa. Buka dokumennya untuk memilih kriteria.</p>
<?cs each:u = Unused ?><?cs call:unused(u) ?><?cs /each ?><?cs
 if:#Unused.0.total > #10 ?><p class="govuk-body-s">Sepuluh yang terbaru. <a class="govuk-link" href="<?cs var:Site.base ?>/upload/">Semua dokumen</a></p>
<?cs /if ?></section>
<?cs /if ?><?cs /def ?><?cs

def:findings() ?><?cs if:subcount(Open) && !Assessment.begins ?><section class="matang-panel" aria-labelledby="open">
<h2 class="govuk-heading-m" id="open">Harus dilengkapi dulu (<?cs var:subcount(Open) ?>)</h2>
<?cs each:f = Open ?><div class="matang-finding"><?cs call:variable_link(f) ?><?cs call:lack(f) ?><?cs call:missing(f) ?></div>
<?cs /each ?></section>
<?cs /if ?><?cs if:subcount(Weak) ?><section class="matang-panel" aria-labelledby="weak">
<h2 class="govuk-heading-m" id="weak">Boleh dikirim, tetapi lemah (<?cs var:subcount(Weak) ?>)</h2>
<p class="govuk-body">Tim verifikasi hanya menghitung dokumen yang tersimpan. Tingkat tanpa dokumen biasanya turun.</p>
<?cs each:f = Weak ?><div class="matang-finding"><?cs call:variable_link(f) ?><?cs call:weakness(f) ?><?cs call:missing(f) ?></div>
<?cs /each ?></section>
<?cs /if ?><?cs call:pending_panel(Pending, Site.base + "/questionnaire/" + Assessment.id + "/", May.write) ?><?cs call:quality() ?><?cs
 if:!subcount(Open) && !subcount(Weak) && Quality.flagged == #0 ?><p class="govuk-body">Semua variabel lengkap dan didukung dokumen.</p>
<?cs /if ?><?cs /def ?><?cs

def:send() ?><form method="post" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/check" novalidate>
<input type="hidden" name="csrf" value="<?cs var:Form.csrf ?>">
<h2 class="govuk-heading-m">Kirim untuk diverifikasi</h2>
<p class="govuk-body">Setelah dikirim, jawaban dan dokumennya terkunci. Selama tim verifikasi belum mulai memeriksa, kirimannya
dapat ditarik.</p>
<?cs call:statement() ?></form>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Periksa dan kirim", Assessment.agency_name + " · penilaian " + Assessment.year) ?>
<?cs if:Assessment.begins ?><?cs call:begins() ?><?cs elif:Assessment.lapsed ?><?cs call:lapsed() ?><?cs /if ?><?cs call:deadline() ?><?cs
 call:progress(Progress.complete, Progress.all, "variabel lengkap") ?><?cs
if:Score.present > #0 ?><p class="govuk-body">Skor mandiri <?cs
 if:!Score.complete ?>sementara <?cs /if ?><strong><?cs var:Score.sum ?></strong> dari <?cs var:Score.max ?><?cs
 if:Score.complete ?>, kategori <strong><?cs var:Score.category ?></strong><?cs /if ?>.</p>
<?cs /if ?><?cs call:findings() ?><?cs
if:May.submit ?><?cs call:send() ?><?cs
elif:May.write ?><p class="govuk-body">Penilaian dapat dikirim setelah semua yang harus dilengkapi selesai.</p>
<?cs elif:Assessment.begins ?><p class="govuk-body">Penilaian dapat dikirim setelah pengisian dimulai dan semuanya lengkap.</p>
<?cs elif:Assessment.lapsed ?><p class="govuk-body">Penilaian tidak dapat dikirim: batas waktunya sudah lewat.</p>
<?cs elif:filled(Assessment.left_why) ?><p class="govuk-body">Penilaian ini tidak dikirim lagi.</p>
<?cs elif:Assessment.state == "draft" || Assessment.state == "not_started" ||
    Assessment.state == "returned" ?><p class="govuk-body">Penilaian dikirim oleh operator perangkat daerah.</p>
<?cs else ?><p class="govuk-body"><?cs call:tag(Assessment.state, "") ?> Penilaian ini <a class="govuk-link" href="<?cs
 var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/sent">sudah dikirim</a>.</p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
