<?cs include!"macros.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs include!"questionnaire/ladder.cs" ?><?cs
set:title = Variable.number + ". " + Variable.name ?><?cs if:May.write ?><?cs set:page_script = "matang-criteria" ?><?cs /if ?><?cs
set:here = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs
set:back_href = here ?><?cs set:back_label = "Daftar variabel" ?><?cs
if:May.write ?><?cs set:back_form = "answer" ?><?cs set:back_name = "then" ?><?cs set:back_value = "back" ?><?cs /if ?><?cs
if:Page.done == "next" ?><?cs set:done_text = "Variabel sebelumnya sudah tersimpan." ?><?cs
elif:Page.done == "words" ?><?cs set:done_text = "Penjelasan tahun lalu sudah disalin. Sesuaikan dengan kondisi sekarang, dan pilih tingkatnya." ?><?cs
elif:Page.done == "documents" ?><?cs set:done_text = "Dokumen yang dipilih sudah ditautkan. Keputusan tahun lalu tidak ikut." ?><?cs
elif:Page.done == "pending" ?><?cs
 set:done_text = "Tercatat. Anda diingatkan menjelang tanggalnya; sampai dokumennya ada, catatan ini tidak dihitung sebagai dokumen." ?><?cs
elif:Page.done == "withdrawn" ?><?cs set:done_text = "Catatan dokumen yang menyusul sudah ditarik." ?><?cs
elif:Page.done == "kept" ?><?cs set:done_text = "Dokumen yang menyusul sudah ada." ?><?cs
elif:Page.done == "no-documents" ?><?cs set:done_text = "Dokumen yang dipilih sudah ada di tempatnya." ?><?cs /if ?><?cs

# Where what is missing stands; its place opens by itself. ?><?cs
def:short_places() ?><?cs each:m = Missing ?> <a class="govuk-link matang-short" href="#documents-<?cs var:m.number ?>"><?cs
 var:m.count ?> di Tingkat <?cs var:m.level ?></a><?cs if:!m.last ?>,<?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:support() ?><?cs if:Support.over_claimed ?><div class="matang-notice matang-notice--caution matang-support"><p class="matang-notice__text">Tingkat <?cs
 var:Answer.level ?> melebihi dokumen yang ada<?cs if:Support.number > #0 ?>, yang mendukung sampai Tingkat <?cs var:Support.level ?><?cs
 /if ?>. Masih kurang:<?cs call:short_places() ?>. Tambahkan dokumennya, pilih tingkat yang sesuai, atau tulis <a class="govuk-link"
href="#overclaim_reason">alasannya</a>.</p></div>
<?cs else ?><p class="govuk-body matang-support"><?cs if:Support.number == #0 ?>Dokumen belum mendukung tingkat mana pun.<?cs
 else ?>Dokumen mendukung sampai <strong>Tingkat <?cs var:Support.level ?></strong>.<?cs /if ?><?cs
 if:subcount(Missing) ?> Untuk Tingkat <?cs var:Support.wanted ?> masih kurang:<?cs call:short_places() ?>.<?cs
 elif:Support.wanted ?> Untuk Tingkat <?cs var:Support.wanted ?> tidak ada dokumen wajib yang kurang.<?cs
 else ?> Semua dokumen wajib sampai Tingkat V sudah ada.<?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs

def:carry_over() ?><?cs if:CarryOver.fresh > #0 ?><p class="govuk-body matang-carry-over"><?cs
 var:CarryOver.fresh ?> dokumen tahun <?cs var:CarryOver.year ?> <button type="submit" class="govuk-button govuk-button--secondary" name="then"
value="documents">Pakai lagi<span class="govuk-visually-hidden"> dokumen tahun <?cs var:CarryOver.year ?></span></button></p>
<?cs /if ?><?cs /def ?><?cs

def:choices(legend, hint) ?><div class="matang-documents"<?cs if:May.write ?> data-upload-person="<?cs
 var:Actor.id ?>"<?cs /if ?>><div class="govuk-form-group<?cs
 if:?Form.error.level ?> govuk-form-group--error<?cs /if ?>"><fieldset class="govuk-fieldset" id="level" tabindex="-1"<?cs
 if:filled(hint) ?> aria-describedby="level-hint"<?cs /if ?>>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m" id="documents"><?cs var:legend ?></legend>
<?cs call:field_notes("level", hint) ?><?cs call:support() ?><?cs call:carry_over() ?><?cs call:flags(Answer.flags) ?><div class="matang-rungs">
<?cs each:l = Levels ?><?cs call:rung(l) ?><?cs /each ?></div><?cs call:unscanned() ?>
</fieldset></div>
<?cs call:moved_away(Moved, here) ?></div>
<?cs /def ?><?cs

def:guidance() ?><?cs each:l = Levels ?><?cs if:filled(l.guidance) ?><?cs set:guided = "1" ?><?cs /if ?><?cs /each ?><?cs
 call:details_open("Apa yang dihitung, dan apa yang tidak?") ?><p class="govuk-body">Dihitung: dokumen yang berkasnya tersimpan di sini dan tertaut
pada kriterianya. Tidak dihitung: alamat luar, dokumen yang baru akan menyusul, dan berkas yang ditahan.</p><?cs
 if:guided ?><h2 class="govuk-heading-s">Apa yang dilihat tim verifikasi</h2><p class="govuk-hint">Praktik setempat, bukan ketentuan peraturan.</p>
<dl class="matang-guidance">
<?cs each:l = Levels ?><?cs if:filled(l.guidance) ?><dt>Tingkat <?cs var:l.roman ?></dt>
<dd><?cs var:l.guidance ?></dd>
<?cs /if ?><?cs /each ?></dl>
<?cs /if ?><?cs call:details_close() ?><?cs /def ?><?cs

# ---- what is typed ---- ?><?cs

def:last_year() ?><details class="govuk-details matang-fold matang-last"<?cs if:!filled(Answer.explanation) ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Tahun <?cs var:Last.year ?>: mandiri <?cs
 var:Last.self ?><?cs if:Last.final ?>, akhir <?cs var:Last.final ?><?cs /if ?></span></summary>
<div class="govuk-details__text"><?cs if:filled(Last.explanation) ?><p class="matang-compare__text"><?cs var:Last.explanation ?></p>
<?cs else ?><p class="govuk-body-s">Tanpa penjelasan.</p>
<?cs /if ?><div class="matang-last__foot"><?cs if:May.write && filled(Last.explanation) ?><button type="submit"
class="govuk-button govuk-button--secondary" name="then" value="words">Pakai lagi<span
class="govuk-visually-hidden"> penjelasan tahun <?cs var:Last.year ?></span></button> <?cs
 /if ?><?cs call:level_marks(Last.self, Last.city, Last.province) ?></div>
</div></details>
<?cs /def ?><?cs

def:explanation() ?><div class="<?cs if:subcount(Last) ?>matang-beside<?cs else ?>matang-alone<?cs /if ?>">
<div><?cs call:textarea_field("explanation", "Penjelasan",
    "Apa yang dilakukan sekarang, oleh siapa, seberapa sering, dan di dokumen mana tertulis.", "4", "5000") ?></div>
<?cs if:subcount(Last) ?><?cs call:last_year() ?><?cs /if ?></div>
<?cs /def ?><?cs

def:overclaim() ?><details class="govuk-details matang-fold" data-over-claim="<?cs var:Support.number ?>"<?cs
 if:Support.over_claimed || filled(Answer.overclaim_reason) || ?Form.error.overclaim_reason ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Alasan melebihi dokumen</span></summary>
<div class="govuk-details__text"><?cs call:textarea_field("overclaim_reason", "Alasan memilih tingkat yang melebihi dokumen",
    "Wajib diisi sebelum dikirim bila tingkat yang dipilih belum didukung semua dokumen wajibnya. Tim verifikasi akan membacanya.", "4", "2000") ?></div>
</details>
<?cs /def ?><?cs

def:saving() ?><div class="matang-save-bar">
<button type="submit" class="govuk-button govuk-button--secondary">Simpan</button>
<p class="matang-autosave" data-autosave-status role="status"><?cs
 if:Answer.saved_at ?>Terakhir disimpan <?cs var:Answer.saved_by ?>, <?cs var:Answer.saved_at ?><?cs else ?>Belum diisi<?cs /if ?></p>
</div>
<?cs /def ?><?cs

def:going_on() ?><?cs call:buttons_open() ?><?cs if:?Variable.next ?><?cs
 call:submit_as("Simpan dan lanjut ke variabel " + Variable.next, "then", "next", "") ?><?cs
 call:submit_as("Simpan dan kembali ke daftar", "then", "list", "secondary") ?><?cs else ?><?cs
 call:submit_as("Simpan dan kembali ke daftar", "then", "list", "") ?><?cs /if ?><?cs call:buttons_close() ?><?cs /def ?><?cs

def:form() ?><form method="post" id="answer" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs
 var:Variable.number ?>" data-autosave="<?cs
 var:Answer.autosave ?>" data-autosave-url="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>" novalidate>
<input type="hidden" name="csrf" value="<?cs var:Form.csrf ?>"><input type="hidden" name="version" value="<?cs var:Answer.version ?>">
<?cs call:saving() ?><?cs call:choices("Tingkat mana yang sesuai sekarang?",
    "Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.") ?><?cs
 call:guidance() ?><?cs call:explanation() ?><?cs call:overclaim() ?><?cs call:going_on() ?></form>
<?cs /def ?><?cs

# ---- what was sent ---- ?><?cs

def:decision(heading, decision) ?><section class="matang-panel">
<h2 class="govuk-heading-m"><?cs var:heading ?><?cs if:decision.level ?>: Tingkat <?cs var:decision.level ?><?cs /if ?></h2>
<?cs if:filled(decision.reason) ?><p class="govuk-body matang-compare__text"><strong>Catatan:</strong> <?cs var:decision.reason ?></p>
<?cs /if ?><?cs if:filled(decision.recommendation) ?><p class="govuk-body matang-compare__text"><strong>Rekomendasi perbaikan:</strong> <?cs
 var:decision.recommendation ?></p>
<?cs /if ?></section>
<?cs /def ?><?cs

def:decisions() ?><?cs if:subcount(City) || subcount(Province) ?><p class="govuk-body"><?cs
 call:level_says(Answer.level, City.level, Province.level) ?></p>
<?cs /if ?><?cs if:subcount(City) ?><?cs call:decision("Verifikasi daerah", City) ?><?cs /if ?><?cs
 if:subcount(Province) ?><?cs call:decision("Validasi provinsi", Province) ?><?cs /if ?><?cs /def ?><?cs

def:reading() ?><?cs if:Assessment.begins ?><?cs call:begins() ?><?cs elif:Assessment.lapsed ?><?cs call:lapsed() ?><?cs
 else ?><p class="govuk-body"><?cs call:tag(Assessment.state, "") ?> <?cs
 if:filled(Assessment.left_why) ?>Jawabannya tetap dan hanya dapat dibaca.<?cs
 elif:Assessment.state == "returned" && Actor.role == "operator" ?>Variabel ini tidak dikembalikan, jadi jawabannya tetap terkunci.<?cs
 elif:Assessment.state == "not_started" || Assessment.state == "draft" ||
    Assessment.state == "returned" ?>Jawaban masih dikerjakan operator. Anda hanya membacanya.<?cs
 else ?>Jawaban sudah dikirim dan hanya dapat dibaca.<?cs /if ?></p>
<?cs /if ?><?cs call:decisions() ?><?cs call:choices("Tingkat penilaian mandiri", "") ?><?cs call:bare_text("Penjelasan", Answer.explanation) ?><?cs
 if:filled(Answer.overclaim_reason) ?><?cs call:bare_text("Alasan memilih tingkat yang melebihi dokumen", Answer.overclaim_reason) ?><?cs /if ?><?cs
 if:subcount(Last) ?><?cs call:last_year() ?><?cs /if ?><?cs
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

# Where one writes, what leads to other pages keeps the answer first. ?><?cs
def:elsewhere_button(then, label) ?><button type="submit" class="matang-as-link" form="answer" name="then" value="<?cs
 var:then ?>"><?cs var:label ?></button><?cs /def ?><?cs
def:elsewhere() ?><?cs set:notes = "Catatan antarrekan" ?><?cs if:Variable.notes > #0 ?><?cs
 set:notes = "Catatan antarrekan (" + Variable.notes + ")" ?><?cs /if ?><?cs if:May.write ?><?cs call:elsewhere_button("ask", "Tanya tim") ?> · <?cs
 call:elsewhere_button("comments", notes) ?> · <?cs call:elsewhere_button("history", "Riwayat perubahan") ?><?cs
 else ?><?cs if:Actor.role == "operator" ?><a class="govuk-link" href="<?cs var:Site.base ?>/consultation/new/<?cs
 var:Assessment.id ?>/<?cs var:Variable.number ?>">Tanya tim</a> · <?cs /if ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/consultation/comments/<?cs var:Assessment.id ?>/<?cs var:Variable.number ?>"><?cs var:notes ?></a> · <a class="govuk-link" href="<?cs
 var:Site.base ?>/report/history/<?cs var:Assessment.id ?>">Riwayat perubahan</a><?cs /if ?><?cs /def ?><?cs

# What the agency serves becomes evidence from its own page, which asks for the criterion. ?><?cs
def:offered_service(s) ?><li><?cs set:offered_href = Site.base + "/service/services/" + s.id + "/evidence" ?><?cs
 set:offered_label = "Standar pelayanan: " + s.name ?><?cs call:link(offered_href, offered_label) ?></li>
<?cs /def ?><?cs
def:offered_services() ?><?cs if:subcount(OfferedServices) ?><?cs call:details_open("Data dukung dari layanan Anda") ?><p class="govuk-body">Yang
sudah tercatat di sini menjadi dokumen sekali tekan, lalu ditautkan pada kriteria yang Anda pilih. Simpan dahulu jawaban Anda.</p><ul
class="govuk-list govuk-list--bullet"><?cs each:s = OfferedServices ?><?cs call:offered_service(s) ?><?cs /each ?><li><?cs
 set:offered_href = Site.base + "/service/report" ?><?cs call:link(offered_href, "Laporan layanan: waktu tiap langkah dan survei kepuasan") ?></li>
<li><?cs set:offered_href = Site.base + "/activity/" ?><?cs call:link(offered_href, "Kegiatan: pelatihan, rapat dan inovasi") ?></li></ul><?cs
 call:details_close() ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs # What is left of the step stands in the place of the year: one line on a telephone. ?><?cs
set:left = " · penilaian " + Assessment.year ?><?cs if:Deadline.state == "ahead" ?><?cs set:left = " · sisa " + Deadline.days + " hari kerja" ?><?cs
elif:Deadline.state == "today" ?><?cs set:left = " · hari terakhir" ?><?cs
elif:Deadline.state == "late" ?><?cs set:left = " · terlambat " + Deadline.days + " hari kerja" ?><?cs /if ?><?cs
 call:page_title(Variable.name, "Variabel " + Variable.number + " dari " + Variable.all + left) ?>
<?cs call:correction_notice() ?><?cs call:rulings(Rulings) ?><?cs if:May.write ?><?cs call:decisions() ?><?cs call:form() ?><?cs else ?><?cs
 call:reading() ?><?cs call:neighbours() ?><?cs
 /if ?><?cs call:offered_services() ?><p class="govuk-body"><?cs call:elsewhere() ?></p>
<?cs /def ?><?cs include!"layout.cs" ?>
