<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs include!"viewer.cs" ?><?cs include!"verify/decision.cs" ?><?cs
 set:title = "Variabel " + Variable.number + ": " + Variable.name ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/verify/" + Assessment.id + "/" ?><?cs set:back_label = Assessment.agency_name ?><?cs
if:Verification.writes ?><?cs set:page_saves = "1" ?><?cs
 set:back_form = "decide" ?><?cs set:back_name = "act" ?><?cs set:back_value = "leave" ?><?cs /if ?><?cs
if:Page.done == "next" ?><?cs set:done_text = "Variabel sebelumnya tersimpan." ?><?cs
elif:Page.done == "pending" ?><?cs set:done_text = "Tercatat. Perangkat daerah melihatnya di kriteria ini dan diingatkan menjelang tanggalnya." ?><?cs
elif:Page.done == "withdrawn" ?><?cs set:done_text = "Catatan dokumen yang ditunggu sudah ditarik." ?><?cs
elif:Page.done == "kept" ?><?cs set:done_text = "Ditandai sudah dipenuhi." ?><?cs
elif:Page.done == "next-document" ?><?cs set:done_text = "Tersimpan. Ini dokumen berikutnya yang belum diputuskan." ?><?cs
elif:Page.done == "discarded" ?><?cs set:done_text = "Draf dibuang." ?><?cs
elif:Page.done == "last" ?><?cs set:done_text = "Rekomendasi tahun lalu sudah dimasukkan ke draf." ?><?cs
elif:Page.done == "no-last" ?><?cs set:done_text = "Tahun lalu tidak ada rekomendasi untuk variabel ini." ?><?cs
elif:Page.done == "held" ?><?cs set:done_text = "Tersimpan. Dokumen yang berkasnya ditahan atau masih diperiksa tidak ikut diterima." ?><?cs
elif:Page.done == "still-open" ?><?cs set:done_text = "Tersimpan. Di variabel ini masih ada yang belum diputuskan." ?><?cs /if ?><?cs

def:turn_button(number, class, label) ?><button type="submit" class="<?cs var:class ?>" name="go" value="<?cs var:number ?>" form="decide"><?cs
 var:label ?></button><?cs /def ?><?cs

def:strip_name(s) ?><span class="govuk-visually-hidden">Variabel </span><?cs
 var:s.number ?><span class="govuk-visually-hidden"> <?cs var:s.name ?><?cs if:s.done ?>, selesai<?cs
 else ?>, belum selesai<?cs /if ?><?cs if:s.draft ?>, ada draf<?cs /if ?></span><?cs /def ?><?cs

# Where one writes, each number is a button that keeps the draft first. ?><?cs
def:neighbours() ?><nav
class="matang-strip" aria-label="Semua variabel"><ol class="matang-strip__list">
<?cs each:s = Strip ?><li><?cs
 if:Verification.writes && !s.current ?><button type="submit" form="decide" name="go" value="<?cs var:s.number ?>"<?cs
 else ?><a href="<?cs var:url_validate(back_href) ?><?cs var:s.number ?>"<?cs if:s.current ?> aria-current="page"<?cs /if ?><?cs
 /if ?> class="matang-strip__link<?cs if:s.done ?> matang-strip__link--done<?cs elif:s.draft ?> matang-strip__link--draft<?cs
 /if ?>" title="<?cs var:s.name ?>"><?cs call:strip_name(s) ?><?cs
 if:Verification.writes && !s.current ?></button><?cs else ?></a><?cs /if ?></li>
<?cs /each ?></ol></nav>
<?cs /def ?><?cs

def:said(label, decision, reason, stale) ?><?cs if:decision ?><p class="matang-document__said"><?cs var:label ?>: <?cs
 call:tag(decision, "") ?><?cs if:stale ?> <small>untuk revisi sebelumnya</small><?cs /if ?><?cs
 if:filled(reason) ?> <?cs var:reason ?><?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs

def:evidence(k) ?><li id="link-<?cs var:k.id ?>" class="matang-document matang-document--<?cs if:k.undecided ?>pending<?cs
 else ?><?cs var:k.decision ?><?cs /if ?>">
<p class="matang-document__title"><?cs if:k.view ?><?cs call:view_link(k.title, k.revision_id, k.title, k.view, k.id) ?><?cs
 else ?><?cs var:k.title ?><?cs /if ?></p>
<p class="matang-document__facts"><?cs var:k.kind_name ?><?cs if:filled(k.number) ?> · Nomor <?cs var:k.number ?><?cs /if ?><?cs
 if:k.dated ?> · <?cs var:k.dated ?><?cs /if ?><?cs if:k.period ?> · Berlaku <?cs var:k.period ?><?cs /if ?><?cs
if:k.stored ?><br><?cs var:k.type_name ?>, <?cs var:k.size ?> · Revisi <?cs var:k.revision_number ?>
· SHA-256 <span class="matang-digest" title="<?cs var:k.sha256 ?>"><?cs var:string.slice(k.sha256, 0, 12) ?>…</span><br><?cs
 call:file_listed(k.checked) ?><?cs if:k.checked.held ?> · <a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs
 var:k.document_id ?>">Buka halaman dokumen<span class="govuk-visually-hidden"> <?cs var:k.title ?></span></a><?cs
 elif:k.checked.scan != "infected" ?> · <a class="govuk-link" href="<?cs var:Site.base ?>/upload/file/<?cs
 var:k.revision_id ?>">Unduh<span class="govuk-visually-hidden"> <?cs var:k.title ?></span></a><?cs /if ?><?cs /if ?></p>
<?cs if:k.stored ?><?cs call:file_warnings(k.checked) ?><?cs /if ?><?cs
 if:!k.stored ?><p class="matang-document__flag">Alamat luar, tidak tersimpan di Matang: <a class="govuk-link" href="<?cs
 var:url_validate(k.outside_address) ?>" rel="external noreferrer nofollow" target="_blank"><?cs var:k.outside_address ?></a></p>
<?cs /if ?><?cs if:k.stale ?><p class="matang-document__flag">Berkas diganti setelah diputuskan (<?cs call:tag_word(k.decision) ?>): periksa lagi.</p>
<?cs /if ?><?cs call:held_back(k) ?><?cs call:moved_hither(k.moved) ?><?cs call:flags(k.flags) ?><?cs
if:Verification.tier == "province" ?><?cs call:said("Verifikasi", k.city_decision, k.city_reason, k.city_stale) ?><?cs
elif:k.province_decision ?><?cs call:said("Validasi provinsi", k.province_decision, k.province_reason, k.province_stale) ?><?cs /if ?><?cs
if:Verification.writes ?><?cs call:decide(k) ?>
<p class="matang-document__move"><button type="submit" class="matang-as-link" name="move" value="<?cs var:k.id ?>">Pindahkan ke
variabel lain<span class="govuk-visually-hidden">: <?cs var:k.title ?></span></button></p><?cs
elif:k.decision ?><?cs if:Verification.tier == "city" ?><?cs call:said("Verifikasi", k.decision, k.reason, k.stale) ?><?cs
 else ?><?cs call:said("Validasi", k.decision, k.reason, k.stale) ?><?cs /if ?><?cs
else ?><p class="matang-document__said"><?cs call:tag("pending", "Belum diputuskan") ?></p><?cs /if ?>
</li>
<?cs /def ?><?cs

def:wanted(d) ?><li<?cs if:Verification.writes && d.required ?> data-desk-item="<?cs var:d.level ?>" data-desk-links="<?cs
 each:k = d.links ?><?cs var:k.id ?> <?cs /each ?>" data-desk-title="<?cs var:d.title ?>"<?cs
/if ?> class="matang-checklist__item matang-checklist__item--<?cs if:d.state == "accepted" ?>have<?cs
 elif:d.state == "present" ?>pending<?cs elif:d.required ?>missing<?cs else ?>optional<?cs /if ?>"><span class="govuk-visually-hidden"><?cs
 if:d.state == "accepted" ?>Diterima:<?cs elif:d.state == "present" ?>Belum diputuskan:<?cs elif:d.state == "rejected" ?>Ditolak:<?cs
 elif:d.state == "outside" ?>Hanya alamat luar:<?cs else ?>Belum ada:<?cs /if ?></span> <?cs var:d.title ?><?cs
if:d.state == "rejected" ?> <span class="matang-checklist__note" aria-hidden="true">(ditolak)</span><?cs
 elif:d.state == "outside" ?> <span class="matang-checklist__note" aria-hidden="true">(hanya alamat luar)</span><?cs
 elif:!d.required ?> <span class="matang-checklist__note">(tidak wajib)</span><?cs /if ?><?cs
 if:d.signature ?> <span class="matang-checklist__note">(bertanda tangan)</span><?cs /if ?><?cs
 call:criterion_help(d.help) ?><?cs
if:Verification.writes && !subcount(d.pending) && d.state != "accepted" && d.state != "present" ?>
<button type="submit" class="matang-as-link matang-checklist__note" name="pending" value="<?cs
 var:d.id ?>">Tunggu dokumennya<span class="govuk-visually-hidden">: <?cs var:d.title ?></span></button><?cs /if ?><?cs
 call:pending_list(d.pending, Verification.writes) ?></li>
<?cs /def ?><?cs

def:level_tags(l) ?><?cs
 if:l.number == Variable.self ?> <?cs call:tag("submitted", "Penilaian mandiri") ?><?cs /if ?><?cs
 if:l.number == Variable.city.number ?> <?cs call:tag("verified", "Verifikasi") ?><?cs /if ?><?cs
 if:l.number == Variable.province.number ?> <?cs call:tag("validated", "Validasi") ?><?cs /if ?><?cs /def ?><?cs

def:level_text(l) ?><p class="govuk-body"><?cs var:l.text ?></p>
<?cs if:subcount(l.documents) ?><ul class="matang-checklist">
<?cs each:d = l.documents ?><?cs call:wanted(d) ?><?cs /each ?></ul>
<?cs /if ?><?cs if:filled(l.guidance) ?><?cs call:details("Petunjuk verifikasi (praktik setempat)", l.guidance) ?><?cs /if ?><?cs /def ?><?cs

# A level without documents is one line until somebody wants to see it. ?><?cs
def:level_row(l) ?><?cs set:any = 0 ?><?cs each:d = l.documents ?><?cs if:subcount(d.links) ?><?cs set:any = 1 ?><?cs /if ?><?cs /each ?><?cs
if:!any ?><details class="matang-line"><summary class="matang-line__head"><h3 class="matang-line__name">Tingkat <?cs var:l.roman ?></h3><?cs
 call:level_tags(l) ?> <span class="matang-line__note"><?cs
 if:subcount(l.documents) ?>belum ada dokumen<?cs else ?>tidak meminta dokumen<?cs /if ?></span></summary>
<div class="matang-criterion__text"><?cs call:level_text(l) ?></div></details>
<?cs else ?><section class="matang-criterion" aria-labelledby="level-<?cs var:l.number ?>-heading">
<div class="matang-criterion__text">
<h3 class="govuk-heading-s" id="level-<?cs var:l.number ?>-heading">Tingkat <?cs var:l.roman ?><?cs call:level_tags(l) ?></h3>
<?cs call:level_text(l) ?></div>
<div class="matang-criterion__evidence">
<?cs each:d = l.documents ?><?cs if:subcount(d.links) ?><h4 class="matang-criterion__item">Untuk: <?cs var:d.title ?></h4>
<ul class="matang-proofs"><?cs each:k = d.links ?><?cs call:evidence(k) ?><?cs /each ?></ul>
<?cs /if ?><?cs /each ?></div>
</section>
<?cs /if ?><?cs /def ?><?cs

def:verdict(label, g) ?><div class="matang-panel"><h2 class="govuk-heading-m"><?cs var:label ?>: Tingkat <?cs var:g.level ?></h2>
<?cs if:g.above ?><p class="matang-document__flag">Di atas dokumen yang diterima, yang mendukung sampai Tingkat <?cs var:g.above ?>.</p>
<?cs /if ?><?cs if:filled(g.reason) ?><p class="matang-remark"><span>Alasan:</span> <?cs var:g.reason ?></p><?cs /if ?><?cs
 if:filled(g.recommendation) ?><p class="matang-remark"><span>Rekomendasi perbaikan:</span> <?cs var:g.recommendation ?></p><?cs /if ?></div>
<?cs /def ?><?cs

def:conflict() ?><div class="matang-notice matang-notice--danger" role="alert" id="conflict">
<h2 class="govuk-heading-m"><?cs if:Conflict.by ?><?cs var:Conflict.by ?> menyimpan variabel ini lebih dulu<?cs
 if:Conflict.at ?>, <?cs var:Conflict.at ?><?cs /if ?><?cs else ?>Variabel ini baru saja berubah<?cs /if ?></h2>
<p class="govuk-body">Yang Anda tulis belum tersimpan dan tidak hilang. <?cs
 if:subcount(Conflict.differences) ?>Kolom di bawah berisi yang Anda tulis; yang Anda biarkan kosong mengikuti yang sudah tersimpan.
Bandingkan, ubah bila perlu, lalu simpan lagi.<?cs else ?>Tidak ada yang bertentangan: simpan lagi untuk melanjutkan.<?cs /if ?></p>
<?cs each:d = Conflict.differences ?><h3 class="govuk-heading-s"><?cs var:d.label ?></h3>
<div class="matang-compare"><section class="matang-compare__side"><h4 class="matang-compare__heading">Yang Anda tulis</h4><p class="matang-compare__text"><?cs
 var:d.mine ?></p></section><section class="matang-compare__side"><h4 class="matang-compare__heading">Yang tersimpan</h4><p
class="matang-compare__text"><?cs var:d.theirs ?></p></section></div>
<?cs /each ?></div>
<?cs /def ?><?cs

# What every decision rests on, beside the work and always in sight. ?><?cs
def:facts() ?><p class="matang-rail__note"><?cs call:level_says(Variable.self_words, Variable.city.level, Variable.province.level) ?></p>
<dl class="matang-rail__facts"><div><dt>Didukung (ada)</dt><dd><?cs var:Variable.supported ?></dd></div>
<div><dt>Didukung (diterima)</dt><dd><?cs var:Variable.accepted ?></dd></div>
<?cs each:p = Steps ?><?cs if:p.number == 5 && filled(p.until) ?><div><dt>Batas waktu</dt><dd><?cs var:p.until ?></dd></div>
<?cs /if ?><?cs /each ?></dl>
<?cs /def ?><?cs

def:lacking() ?><?cs if:subcount(Missing) ?><details class="matang-line" open><summary class="matang-line__head">Wajib, tetapi belum ada atau ditolak: <?cs
 var:subcount(Missing) ?></summary>
<ul class="govuk-list govuk-list--bullet matang-rail__note"><?cs each:m = Missing ?><li>Tingkat <?cs var:m.level ?>: <?cs var:m.title ?></li><?cs
 /each ?></ul></details>
<?cs /if ?><?cs /def ?><?cs

def:judgement() ?><div class="matang-verdict" id="verdict">
<h2 class="govuk-heading-m"><?cs if:Verification.tier == "city" ?>Hasil verifikasi<?cs else ?>Hasil validasi<?cs /if ?></h2>
<?cs if:Variable.followed ?><p class="matang-rail__note">Mengikuti keputusan kota bersama variabel lain.</p>
<?cs /if ?><?cs call:level_radios("level", Levels) ?>
<?cs if:Verification.tier == "city" ?><?cs call:textarea_field("reason", "Alasan",
    "Wajib bila berbeda dari penilaian mandiri, atau di atas dokumen yang diterima.", 2, "") ?><?cs
 else ?><?cs call:textarea_field("reason", "Alasan",
    "Wajib bila berbeda dari tingkat verifikasi, atau di atas dokumen yang diterima.", 2, "") ?><?cs /if ?>
<?cs set:hint = "Wajib kecuali Tingkat V." ?><?cs if:filled(Proposal.text) && !Draft.at ?><?cs
 if:Verification.tier == "city" ?><?cs set:hint = "Usulan dari dokumen yang masih kurang; ubah seperlunya." ?><?cs
 else ?><?cs set:hint = "Usulan dari hasil verifikasi; ubah seperlunya." ?><?cs /if ?><?cs /if ?><?cs
 call:textarea_field("recommendation", "Rekomendasi perbaikan", hint, 3, "") ?>
<p class="matang-rail__note"><button type="submit" class="matang-as-link" name="act" value="last">Pakai rekomendasi tahun lalu</button></p>
<p class="matang-autosave" data-autosave-status role="status"><?cs if:Draft.at ?>Draf tersimpan <?cs var:Draft.at ?><?cs /if ?></p>
<div class="govuk-button-group matang-verdict__do"><?cs call:main_button() ?><?cs
 if:Proposal.clear > 0 ?><?cs call:submit_as("Simpan dan lanjut", "act", "next", "secondary") ?><?cs /if ?><?cs
 call:submit_as("Simpan", "act", "save", "secondary") ?><?cs
 if:Draft.at ?><button type="submit" class="matang-as-link" name="act" value="discard">Buang draf</button><?cs /if ?></div>
</div>
<?cs /def ?><?cs

def:proof() ?><?cs call:viewer_open() ?><?cs
 if:Verification.writes ?><button type="submit" class="govuk-button" form="decide" name="after" value="<?cs var:View.link ?>"
data-viewer-after data-viewer-next aria-keyshortcuts="Alt+N" title="Alt+N">Simpan, lalu dokumen berikutnya</button><?cs
else ?><a class="govuk-link" href="<?cs var:url_validate(back_href) ?>undecided?after=<?cs var:View.link ?>" data-viewer-next
aria-keyshortcuts="Alt+N">Berikutnya yang belum diputuskan</a><?cs /if ?><?cs call:viewer_close() ?><?cs /def ?><?cs

def:explained() ?><div class="matang-panel matang-panel--quiet"><h2 class="govuk-heading-s">Penjelasan perangkat daerah</h2>
<p class="govuk-body matang-compare__text"><?cs if:filled(Variable.explanation) ?><?cs var:Variable.explanation ?><?cs
 else ?>Belum ada penjelasan.<?cs /if ?></p>
<?cs if:Variable.over_claimed ?><h2 class="govuk-heading-s">Tingkat yang dipilih melebihi dokumen</h2>
<p class="govuk-body matang-compare__text"><?cs if:filled(Variable.overclaim_reason) ?><?cs var:Variable.overclaim_reason ?><?cs
 else ?>Alasan tidak ditulis.<?cs /if ?></p>
<?cs /if ?></div>
<?cs /def ?><?cs

def:toolbar() ?><div class="matang-toolbar"><p class="govuk-body" role="status" data-desk-count><?cs
 if:Variable.documents == 0 ?>Tidak ada dokumen.<?cs
 elif:Variable.undecided > 0 ?><?cs var:Variable.undecided ?> dari <?cs var:Variable.documents ?> dokumen belum diputuskan.<?cs
 else ?>Semua <?cs var:Variable.documents ?> dokumen sudah diputuskan.<?cs /if ?></p>
<?cs if:Variable.undecided > 0 ?><div class="govuk-button-group"><?cs
 if:Verification.tier == "province" ?><?cs call:submit_as("Ikuti keputusan verifikasi", "act", "follow", "secondary") ?><?cs /if ?><button type="submit"
class="govuk-button govuk-button--secondary" name="act" value="accept" data-desk-accept>Terima semua yang belum diputuskan</button></div><?cs
 /if ?></div><?cs /def ?><?cs

def:work() ?><div class="matang-desk__work">
<?cs if:Verification.tier == "province" || !Verification.writes ?><?cs if:Variable.city.number > 0 ?><?cs
 call:verdict("Verifikasi", Variable.city) ?><?cs /if ?><?cs /if ?><?cs
if:Variable.province.number > 0 && (Verification.tier == "city" || !Verification.writes) ?><?cs
 call:verdict("Validasi provinsi", Variable.province) ?><?cs /if ?><?cs call:explained() ?>
<h2 class="govuk-heading-m">Dokumen dan kriteria</h2>
<?cs if:Verification.writes ?><?cs call:toolbar() ?><?cs /if ?><?cs
call:flags(Variable.flags) ?><?cs each:l = Levels ?><?cs call:level_row(l) ?><?cs /each ?><?cs call:moved_away(Moved, back_href) ?><?cs
if:Variable.documents > 0 ?><?cs call:unscanned() ?><p class="govuk-body matang-all"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/zip/<?cs
 var:Assessment.id ?>/<?cs var:Variable.number ?>">Unduh semua dokumen variabel ini (ZIP)</a></p>
<?cs /if ?></div><?cs /def ?><?cs

# Presses that a hand on the keyboard spares; htdocs/src/js/desk.js, which also lets them be switched off. ?><?cs
def:keys() ?><p class="matang-keys" data-desk-keys hidden><label class="matang-keys__switch"><input type="checkbox" data-desk-switch checked>
Pintasan papan ketik</label> <span data-desk-help><kbd>Alt</kbd>+<kbd>N</kbd> dokumen berikutnya · <kbd>Alt</kbd>+<kbd>Y</kbd> terima ·
<kbd>Alt</kbd>+<kbd>X</kbd> tolak dengan alasan · <kbd>Alt</kbd>+<kbd>M</kbd> simpan dan ke variabel berikutnya</span></p>
<?cs /def ?><?cs

def:turns() ?><nav class="matang-turn" aria-label="Variabel sebelum dan sesudahnya"><?cs
if:Verification.writes ?><?cs if:Variable.previous ?><?cs set:label = "← Variabel " + Variable.previous ?><?cs
  call:turn_button(Variable.previous, "matang-as-link", label) ?><?cs /if ?> <?cs
 if:Variable.next ?><?cs set:label = "Variabel " + Variable.next + " →" ?><?cs
  call:turn_button(Variable.next, "matang-as-link", label) ?><?cs /if ?><?cs
else ?><?cs if:Variable.previous ?><a class="govuk-link" rel="prev"
href="<?cs var:url_validate(back_href) ?><?cs var:Variable.previous ?>">← Variabel <?cs var:Variable.previous ?></a><?cs /if ?> <?cs
 if:Variable.next ?><a class="govuk-link" rel="next" href="<?cs var:url_validate(back_href) ?><?cs var:Variable.next ?>">Variabel <?cs
 var:Variable.next ?> →</a><?cs /if ?><?cs /if ?></nav>
<?cs /def ?><?cs

def:content() ?>
<span class="govuk-caption-m"><?cs var:Assessment.agency_name ?> · Variabel <?cs var:Variable.number ?> dari <?cs var:Variable.count ?></span>
<h1 class="govuk-heading-m matang-desk__title"><?cs var:Variable.name ?></h1>
<?cs call:neighbours() ?>
<?cs if:Conflict.present ?><?cs call:conflict() ?><?cs /if ?><?cs
if:Verification.stands ?><?cs call:inset(Verification.stands) ?><?cs /if ?><?cs call:rulings(Rulings) ?><?cs
if:filled(Variable.return_note) ?><?cs call:notice("Catatan pengembalian", Variable.return_note) ?><?cs /if ?><?cs
 if:subcount(Since) ?><section class="matang-panel" aria-labelledby="since"><h2 class="govuk-heading-s" id="since">Yang berubah sejak dikembalikan</h2>
<?cs each:v = Since ?><ul class="govuk-list govuk-list--bullet"><?cs each:w = v.what ?><li><?cs var:w.text ?></li><?cs /each ?></ul>
<?cs /each ?></section>
<?cs /if ?>
<?cs if:Verification.writes ?><?cs set:address = Site.base + "/verify/" + Assessment.id + "/" + Variable.number ?><form method="post" id="decide" action="<?cs
 var:url_validate(address) ?>" data-autosave="<?cs var:Desk.autosave ?>" data-autosave-url="<?cs
 var:url_validate(address) ?>" data-autosave-act="draft" novalidate class="matang-desk matang-desk--railed<?cs
 if:!View.link ?> matang-desk--alone<?cs /if ?>"<?cs
 if:Proposal.open && Verification.tier == "city" && !Draft.at && !subcount(Form.errors) && !Conflict.present ?> data-desk-lacking="<?cs
 var:Desk.lacking ?>" data-desk-fulfil="<?cs var:Desk.fulfil ?>"<?cs /if ?>><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Variable.version ?>"><?cs
 if:Proposal.open ?><input type="hidden" name="offered_level" value="<?cs var:Proposal.level ?>"><input type="hidden" name="offered" value="<?cs
 var:Proposal.text ?>"><?cs /if ?>
<?cs else ?><div class="matang-desk matang-desk--railed<?cs if:!View.link ?> matang-desk--alone<?cs /if ?>"><?cs /if ?><?cs
if:View.link ?><?cs call:proof() ?><?cs /if ?><?cs call:work() ?>
<aside class="matang-rail" aria-label="<?cs if:Verification.writes ?>Hasil pemeriksaan<?cs else ?>Ringkasan variabel<?cs /if ?>"><?cs
 if:Verification.writes ?><?cs call:judgement() ?><?cs /if ?><?cs call:facts() ?><?cs call:lacking() ?></aside>
<?cs if:Verification.writes ?><div class="matang-foot"><a class="govuk-link" href="#verdict">Hasil: Tingkat <span data-desk-level><?cs
 each:l = Levels ?><?cs if:Form.value.level == l.number ?><?cs var:l.roman ?><?cs /if ?><?cs /each ?></span></a> <?cs call:main_button() ?></div></form>
<?cs call:keys() ?><?cs else ?></div><?cs /if ?><?cs call:turns() ?>
<?cs if:subcount(Past) ?><?cs call:details_open("Riwayat variabel ini") ?><?cs call:history(Past) ?><?cs call:details_close() ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
