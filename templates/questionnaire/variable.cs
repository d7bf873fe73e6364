<?cs include!"macros.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs
set:title = Variable.number + ". " + Variable.name ?><?cs if:May.write ?><?cs set:page_script = "matang-criteria" ?><?cs /if ?><?cs
set:here = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs
set:back_href = here ?><?cs set:back_label = "Daftar variabel" ?><?cs
if:Page.done == "next" ?><?cs set:done_text = "Variabel sebelumnya sudah tersimpan." ?><?cs
elif:Page.done == "words" ?><?cs set:done_text = "Penjelasan tahun lalu sudah disalin. Sesuaikan dengan kondisi sekarang, dan pilih tingkatnya." ?><?cs
elif:Page.done == "documents" ?><?cs set:done_text = "Dokumen yang dipilih sudah ditautkan. Keputusan tahun lalu tidak ikut." ?><?cs
elif:Page.done == "pending" ?><?cs
 set:done_text = "Tercatat. Anda diingatkan menjelang tanggalnya; sampai dokumennya ada, catatan ini tidak dihitung sebagai dokumen." ?><?cs
elif:Page.done == "withdrawn" ?><?cs set:done_text = "Catatan dokumen yang menyusul sudah ditarik." ?><?cs
elif:Page.done == "kept" ?><?cs set:done_text = "Dokumen yang menyusul sudah ada." ?><?cs
elif:Page.done == "no-documents" ?><?cs set:done_text = "Dokumen yang dipilih sudah ada di tempatnya." ?><?cs /if ?><?cs

# ---- the five levels ---- ?><?cs

def:need(document) ?><li class="matang-checklist__item matang-checklist__item--<?cs if:document.have ?>have<?cs
 elif:document.required ?>missing<?cs else ?>optional<?cs /if ?>"><span class="govuk-visually-hidden"><?cs if:document.have ?>Ada:<?cs
 elif:document.required ?>Belum ada:<?cs else ?>Tidak wajib, belum ada:<?cs /if ?></span> <?cs var:document.title ?><?cs
 if:!document.required ?> <span class="matang-checklist__note">(tidak wajib)</span><?cs /if ?></li>
<?cs /def ?><?cs

def:choice(level) ?><div class="matang-level<?cs if:level.number == Form.value.level ?> matang-level--chosen<?cs /if ?>">
<input class="matang-level__input" type="radio" id="level-<?cs var:level.number ?>" name="level" value="<?cs var:level.number ?>"<?cs
 if:level.number == Form.value.level ?> checked<?cs /if ?><?cs
 if:!May.write ?> disabled<?cs /if ?> aria-describedby="level-<?cs var:level.number ?>-text">
<label class="matang-level__label" for="level-<?cs var:level.number ?>">Tingkat <?cs var:level.roman ?></label>
<div class="matang-level__body">
<p class="matang-level__text" id="level-<?cs var:level.number ?>-text"><?cs var:level.text ?></p>
<?cs if:subcount(level.documents) ?><p class="matang-level__heading">Dokumen data dukung</p>
<ul class="matang-checklist">
<?cs each:d = level.documents ?><?cs call:need(d) ?><?cs /each ?></ul>
<?cs /if ?></div>
</div>
<?cs /def ?><?cs

def:choices(legend, hint) ?><div class="govuk-form-group<?cs
 if:?Form.error.level ?> govuk-form-group--error<?cs /if ?>"><fieldset class="govuk-fieldset" id="level" tabindex="-1"<?cs
 if:filled(hint) ?> aria-describedby="level-hint"<?cs /if ?>>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><?cs var:legend ?></legend>
<?cs call:field_notes("level", hint) ?><div class="matang-levels">
<?cs each:l = Levels ?><?cs call:choice(l) ?><?cs /each ?></div>
</fieldset></div>
<?cs /def ?><?cs

def:guidance() ?><?cs each:l = Levels ?><?cs if:filled(l.guidance) ?><?cs set:guided = "1" ?><?cs /if ?><?cs /each ?><?cs
 if:guided ?><?cs call:details_open("Apa yang dilihat tim verifikasi?") ?><dl class="matang-guidance">
<?cs each:l = Levels ?><?cs if:filled(l.guidance) ?><dt>Tingkat <?cs var:l.roman ?></dt>
<dd><?cs var:l.guidance ?></dd>
<?cs /if ?><?cs /each ?></dl>
<?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs

# ---- documents ---- ?><?cs

def:attach(document) ?><?cs if:May.write ?><button type="submit" class="govuk-button govuk-button--secondary matang-attach" name="attach-<?cs
 var:document.id ?>" value="1">Tambah dokumen<span class="govuk-visually-hidden"> untuk <?cs var:document.title ?></span></button>
<?cs /if ?><?cs /def ?><?cs

def:pending_button(document) ?><?cs
 if:May.write && !subcount(document.pending) ?><button type="submit" class="govuk-button govuk-button--link" name="pending-<?cs
 var:document.id ?>" value="1">Belum ada, akan menyusul<span class="govuk-visually-hidden">: <?cs var:document.title ?></span></button>
<?cs /if ?><?cs /def ?><?cs

def:missing() ?><?cs if:!subcount(Missing) ?><?cs
 if:Support.wanted ?><p class="govuk-body">Untuk Tingkat <?cs var:Support.wanted ?> tidak ada dokumen wajib yang kurang.</p>
<?cs else ?><p class="govuk-body">Semua dokumen wajib sampai Tingkat V sudah ada.</p>
<?cs /if ?><?cs else ?><p class="govuk-body">Untuk Tingkat <?cs var:Support.wanted ?> masih kurang:</p>
<ul class="govuk-list matang-needs">
<?cs each:m = Missing ?><li class="matang-needs__item"><span><strong>Tingkat <?cs var:m.level_name ?>:</strong> <?cs var:m.title ?><?cs
 if:m.state == "outside" ?> <span class="matang-needs__why">baru alamat luar, unggah berkasnya</span><?cs
 elif:m.state == "rejected" ?> <span class="matang-needs__why">ditolak tim verifikasi, ganti atau perbaiki</span><?cs /if ?></span>
<?cs call:attach(m) ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /def ?><?cs

def:support() ?><div class="matang-panel<?cs if:Support.over_claimed ?> matang-panel--caution<?cs /if ?>">
<h3 class="govuk-heading-s"><?cs if:Support.number == #0 ?>Dokumen belum mendukung tingkat mana pun<?cs
 else ?>Dokumen mendukung sampai Tingkat <?cs var:Support.level ?><?cs /if ?></h3>
<?cs call:missing() ?></div>
<?cs /def ?><?cs

def:over_claimed() ?><?cs
 if:Support.over_claimed ?><p class="matang-notice matang-notice--caution">Tingkat <?cs var:Answer.level ?> melebihi dokumen yang ada<?cs
 if:Support.number > #0 ?>, yang mendukung sampai Tingkat <?cs var:Support.level ?><?cs /if ?>.
Tambahkan <a class="govuk-link" href="#documents">dokumen yang kurang</a>, pilih tingkat yang sesuai, atau tulis alasannya di bawah.</p>
<?cs /if ?><?cs /def ?><?cs

def:item(document) ?><div class="matang-item"<?cs
 if:May.write ?> data-upload-at="<?cs var:Site.base ?>/upload/attach/<?cs var:Assessment.id ?>/<?cs var:document.id ?>"<?cs /if ?>>
<div class="matang-item__head"><p class="matang-item__title"><?cs var:document.title ?><?cs
 if:!document.required ?> <span class="matang-checklist__note">(tidak wajib)</span><?cs /if ?></p>
<?cs call:attach(document) ?></div>
<?cs if:subcount(document.links) ?><ul class="govuk-list">
<?cs each:k = document.links ?><?cs call:attached(k) ?><?cs /each ?></ul>
<?cs else ?><p class="govuk-body-s matang-item__none">Belum ada dokumen. <?cs call:pending_button(document) ?></p>
<?cs /if ?><?cs call:pending_list(document.pending, May.write) ?></div>
<?cs /def ?><?cs

def:level_documents(level) ?><details class="govuk-details matang-fold"<?cs if:level.near ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tingkat <?cs var:level.roman ?><?cs
 if:level.wanted > #0 ?> · <?cs var:level.have ?> dari <?cs var:level.wanted ?> dokumen wajib ada<?cs
 else ?> · tanpa dokumen wajib<?cs /if ?></span></summary>
<div class="govuk-details__text">
<?cs each:d = level.documents ?><?cs call:item(d) ?><?cs /each ?></div>
</details>
<?cs /def ?><?cs

def:documents() ?><section class="matang-documents"<?cs if:May.write ?> data-upload-person="<?cs var:Actor.id ?>"<?cs /if ?> aria-labelledby="documents">
<h2 class="govuk-heading-m" id="documents">Dokumen data dukung</h2>
<?cs if:CarryOver.fresh > #0 ?><p class="govuk-body matang-carry-over">Tahun <?cs var:CarryOver.year ?>: <?cs
 var:CarryOver.fresh ?> dokumen di variabel ini. <button type="submit" class="govuk-button govuk-button--secondary" name="then"
value="documents">Pakai lagi<span class="govuk-visually-hidden"> dokumen tahun <?cs var:CarryOver.year ?></span></button></p>
<?cs /if ?><?cs call:flags(Answer.flags) ?><?cs call:support() ?><?cs each:l = Levels ?><?cs if:subcount(l.documents) ?><?cs
 call:level_documents(l) ?><?cs /if ?><?cs /each ?><?cs call:moved_away(Moved, here) ?></section>
<?cs /def ?><?cs

# ---- what is typed ---- ?><?cs

def:last_year() ?><aside class="matang-compare__side matang-last" aria-labelledby="last">
<h2 class="matang-compare__heading" id="last">Tahun <?cs var:Last.year ?></h2>
<p class="govuk-body-s">Mandiri Tingkat <?cs var:Last.self ?><?cs if:Last.final ?>, akhir Tingkat <?cs var:Last.final ?><?cs /if ?></p>
<?cs if:filled(Last.explanation) ?><p class="matang-compare__text"><?cs var:Last.explanation ?></p>
<?cs else ?><p class="govuk-body-s">Tanpa penjelasan.</p>
<?cs /if ?><?cs if:May.write && filled(Last.explanation) ?><p class="matang-last__use">Pakai sebagai awal:</p>
<div class="matang-last__buttons"><button type="submit" class="govuk-button govuk-button--secondary" name="then"
value="words">Penjelasannya<span class="govuk-visually-hidden"> sebagai awal</span></button></div>
<?cs /if ?></aside>
<?cs /def ?><?cs

def:explanation() ?><div class="<?cs if:subcount(Last) ?>matang-beside<?cs else ?>matang-alone<?cs /if ?>">
<div><?cs call:textarea_field("explanation", "Penjelasan",
    "Kondisi sekarang yang sebenarnya: apa yang dilakukan, siapa, seberapa sering, dan di dokumen mana tertulis.", "8", "5000") ?></div>
<?cs if:subcount(Last) ?><?cs call:last_year() ?><?cs /if ?></div>
<?cs /def ?><?cs

def:overclaim() ?><details class="govuk-details matang-fold" data-over-claim="<?cs var:Support.number ?>"<?cs
 if:Support.over_claimed || filled(Answer.overclaim_reason) || ?Form.error.overclaim_reason ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Alasan bila tingkat melebihi dokumen</span></summary>
<div class="govuk-details__text"><?cs call:textarea_field("overclaim_reason", "Alasan memilih tingkat yang melebihi dokumen",
    "Wajib diisi sebelum dikirim bila tingkat yang dipilih belum didukung semua dokumen wajibnya. Tim verifikasi akan membacanya.", "4", "2000") ?></div>
</details>
<?cs /def ?><?cs

def:saving() ?><div class="matang-save-bar">
<button type="submit" class="govuk-button govuk-button--secondary">Simpan</button>
<p class="matang-autosave" data-autosave-status role="status"><?cs
 if:Answer.saved_at ?>Terakhir disimpan <?cs var:Answer.saved_by ?>, <?cs var:Answer.saved_at ?><?cs /if ?></p>
</div>
<?cs /def ?><?cs

def:going_on() ?><?cs call:buttons_open() ?><?cs if:?Variable.next ?><?cs
 call:submit_as("Simpan dan lanjut ke variabel " + Variable.next, "then", "next", "") ?><?cs
 call:submit_as("Simpan dan kembali ke daftar", "then", "list", "secondary") ?><?cs else ?><?cs
 call:submit_as("Simpan dan kembali ke daftar", "then", "list", "") ?><?cs /if ?><?cs call:buttons_close() ?><?cs /def ?><?cs

def:form() ?><form method="post" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>" data-autosave="<?cs
 var:Answer.autosave ?>" data-autosave-url="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>" novalidate>
<input type="hidden" name="csrf" value="<?cs var:Form.csrf ?>"><input type="hidden" name="version" value="<?cs var:Answer.version ?>">
<?cs call:saving() ?><?cs call:choices("Tingkat mana yang sesuai dengan kondisi sekarang?",
    "Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.") ?><?cs
 call:guidance() ?><?cs call:over_claimed() ?><?cs call:explanation() ?><?cs call:overclaim() ?><?cs call:documents() ?><?cs call:going_on() ?></form>
<?cs /def ?><?cs

# ---- what was sent ---- ?><?cs

def:decision(heading, decision) ?><section class="matang-panel">
<h2 class="govuk-heading-m"><?cs var:heading ?><?cs if:decision.level ?>: Tingkat <?cs var:decision.level ?><?cs /if ?></h2>
<?cs if:filled(decision.reason) ?><p class="govuk-body matang-compare__text"><strong>Catatan:</strong> <?cs var:decision.reason ?></p>
<?cs /if ?><?cs if:filled(decision.recommendation) ?><p class="govuk-body matang-compare__text"><strong>Rekomendasi perbaikan:</strong> <?cs
 var:decision.recommendation ?></p>
<?cs /if ?></section>
<?cs /def ?><?cs

def:decisions() ?><?cs if:subcount(City) ?><?cs call:decision("Verifikasi daerah", City) ?><?cs /if ?><?cs
 if:subcount(Province) ?><?cs call:decision("Validasi provinsi", Province) ?><?cs /if ?><?cs /def ?><?cs

def:reading() ?><?cs if:Assessment.begins ?><?cs call:begins() ?><?cs else ?><p class="govuk-body"><?cs call:tag(Assessment.state, "") ?> <?cs
 if:filled(Assessment.left_why) ?>Jawabannya tetap dan hanya dapat dibaca.<?cs
 elif:Assessment.state == "returned" && Actor.role == "operator" ?>Variabel ini tidak dikembalikan, jadi jawabannya tetap terkunci.<?cs
 elif:Assessment.state == "not_started" || Assessment.state == "draft" ||
    Assessment.state == "returned" ?>Jawaban masih dikerjakan operator. Anda hanya membacanya.<?cs
 else ?>Jawaban sudah dikirim dan hanya dapat dibaca.<?cs /if ?></p>
<?cs /if ?><?cs call:decisions() ?><?cs call:choices("Tingkat penilaian mandiri", "") ?><?cs call:bare_text("Penjelasan", Answer.explanation) ?><?cs
 if:filled(Answer.overclaim_reason) ?><?cs call:bare_text("Alasan memilih tingkat yang melebihi dokumen", Answer.overclaim_reason) ?><?cs /if ?><?cs
 call:documents() ?><?cs if:subcount(Last) ?><?cs call:last_year() ?><?cs /if ?><?cs
 if:Answer.saved_at ?><p class="govuk-body-s">Terakhir disimpan <?cs var:Answer.saved_by ?>, <?cs var:Answer.saved_at ?>.</p>
<?cs /if ?><?cs /def ?><?cs

def:neighbours() ?><nav class="govuk-pagination govuk-pagination--block" aria-label="Variabel lain">
<?cs if:?Variable.previous ?><div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="<?cs
 var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.previous ?>" rel="prev"><span
class="govuk-pagination__link-title">Variabel <?cs var:Variable.previous ?></span></a></div>
<?cs /if ?><?cs if:?Variable.next ?><div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="<?cs
 var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.next ?>" rel="next"><span class="govuk-pagination__link-title">Variabel <?cs
 var:Variable.next ?></span></a></div>
<?cs /if ?></nav>
<?cs /def ?><?cs

def:correction_notice() ?><?cs if:Answer.needs_correction ?><div class="matang-notice matang-notice--caution">
<h2 class="govuk-heading-s">Catatan pengembalian</h2>
<p class="govuk-body matang-compare__text"><?cs var:Answer.return_note ?></p>
</div>
<?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Variable.name, "Variabel " + Variable.number + " dari " + Variable.all + " · penilaian " + Assessment.year) ?>
<?cs call:correction_notice() ?><?cs call:rulings(Rulings) ?><?cs if:May.write ?><?cs call:decisions() ?><?cs call:form() ?><?cs else ?><?cs
 call:reading() ?><?cs call:neighbours() ?><?cs
 /if ?><p class="govuk-body"><?cs if:Actor.role == "operator" ?><a class="govuk-link" href="<?cs var:Site.base ?>/consultation/new/<?cs
 var:Assessment.id ?>/<?cs var:Variable.number ?>">Tanya tim</a> · <?cs /if ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/consultation/comments/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>">Catatan antarrekan</a> · <a class="govuk-link" href="<?cs
 var:Site.base ?>/report/history/<?cs var:Assessment.id ?>">Riwayat perubahan</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
