<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs include!"viewer.cs" ?><?cs
 set:title = "Variabel " + Variable.number + ": " + Variable.name ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/verify/" + Assessment.id + "/" ?><?cs set:back_label = Assessment.agency_name ?><?cs
if:Page.done == "next" ?><?cs set:done_text = "Variabel sebelumnya tersimpan." ?><?cs
elif:Page.done == "pending" ?><?cs set:done_text = "Tercatat. Perangkat daerah melihatnya di kriteria ini dan diingatkan menjelang tanggalnya." ?><?cs
elif:Page.done == "withdrawn" ?><?cs set:done_text = "Catatan dokumen yang ditunggu sudah ditarik." ?><?cs
elif:Page.done == "kept" ?><?cs set:done_text = "Ditandai sudah dipenuhi." ?><?cs
elif:Page.done == "next-document" ?><?cs set:done_text = "Tersimpan. Ini dokumen berikutnya yang belum diputuskan." ?><?cs
elif:Page.done == "still-open" ?><?cs set:done_text = "Tersimpan. Di variabel ini masih ada yang belum diputuskan." ?><?cs /if ?><?cs

def:figure(label, value) ?><div class="matang-scores__item"><dt><?cs var:label ?></dt><dd><?cs var:value ?></dd></div>
<?cs /def ?><?cs

def:neighbours() ?><nav class="matang-strip" aria-label="Semua variabel"><ol class="matang-strip__list">
<?cs each:s = Strip ?><li><a class="matang-strip__link<?cs
 if:s.done ?> matang-strip__link--done<?cs /if ?>" href="<?cs var:url_validate(back_href) ?><?cs var:s.number ?>"<?cs
 if:s.current ?> aria-current="page"<?cs /if ?> title="<?cs var:s.name ?>"><span class="govuk-visually-hidden">Variabel </span><?cs
 var:s.number ?><span class="govuk-visually-hidden"> <?cs var:s.name ?><?cs if:s.done ?>, selesai<?cs
 else ?>, belum selesai<?cs /if ?></span></a></li>
<?cs /each ?></ol></nav>
<?cs /def ?><?cs

def:said(label, decision, reason, stale) ?><?cs if:decision ?><p class="matang-document__said"><?cs var:label ?>: <?cs
 call:tag(decision, "") ?><?cs if:stale ?> <small>untuk revisi sebelumnya</small><?cs /if ?><?cs
 if:filled(reason) ?> <?cs var:reason ?><?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs

def:decision_radio(name, value, label) ?><div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="<?cs
 var:name ?>-<?cs var:value ?>" name="<?cs var:name ?>" value="<?cs var:value ?>"<?cs if:Form.value[name] == value ?> checked<?cs
 /if ?>><label class="govuk-label govuk-radios__label" for="<?cs var:name ?>-<?cs var:value ?>"><?cs var:label ?></label></div>
<?cs /def ?><?cs

def:decide(k) ?><?cs set:decision = "decision-" + k.id ?><?cs set:why = "why-" + k.id ?><div class="matang-decision">
<input type="hidden" name="link-<?cs var:k.id ?>" value="<?cs var:k.version ?>"><input type="hidden" name="seen-<?cs var:k.id ?>" value="<?cs
 if:k.stored ?><?cs var:k.revision_id ?><?cs else ?>0<?cs /if ?>">
<fieldset class="govuk-fieldset<?cs if:?Form.error[decision] ?> matang-decision__error<?cs /if ?>" id="<?cs var:decision ?>" tabindex="-1"<?cs
 call:field_described(decision, "") ?>><legend class="govuk-visually-hidden">Keputusan untuk <?cs var:k.title ?></legend>
<?cs call:field_notes(decision, "") ?><div class="govuk-radios govuk-radios--inline govuk-radios--small">
<?cs call:decision_radio(decision, "accepted", "Diterima") ?><?cs call:decision_radio(decision, "rejected", "Ditolak") ?></div></fieldset>
<div class="matang-decision__why<?cs if:filled(k.reason) ?> matang-decision__why--kept<?cs /if ?><?cs
 if:?Form.error[why] ?> matang-decision__why--kept matang-decision__error<?cs /if ?>"><label class="govuk-label" for="<?cs
 var:why ?>">Alasan <span class="govuk-visually-hidden">untuk <?cs var:k.title ?> </span><small>(wajib bila ditolak)</small></label>
<?cs call:field_notes(why, "") ?><textarea class="govuk-textarea matang-textarea--short" id="<?cs var:why ?>" name="<?cs var:why ?>" rows="2"<?cs
 call:field_described(why, "") ?>>
<?cs var:Form.value[why] ?></textarea></div>
</div><?cs /def ?><?cs

def:evidence(k) ?><li id="link-<?cs var:k.id ?>" class="matang-document matang-document--<?cs if:k.undecided ?>pending<?cs
 else ?><?cs var:k.decision ?><?cs /if ?>">
<p class="matang-document__title"><?cs if:k.view ?><?cs call:view_link(k.title, k.revision_id, k.title, k.view, k.id) ?><?cs
 else ?><?cs var:k.title ?><?cs /if ?></p>
<p class="matang-document__facts"><?cs var:k.kind_name ?><?cs if:filled(k.number) ?> · Nomor <?cs var:k.number ?><?cs /if ?><?cs
 if:k.dated ?> · <?cs var:k.dated ?><?cs /if ?><?cs if:k.period ?> · Berlaku <?cs var:k.period ?><?cs /if ?><?cs
if:k.stored ?><br><?cs var:k.type_name ?>, <?cs var:k.size ?> · Revisi <?cs var:k.revision_number ?>
· SHA-256 <span class="matang-digest" title="<?cs var:k.sha256 ?>"><?cs var:string.slice(k.sha256, 0, 12) ?>…</span><br><?cs
 call:file_checked(k.checked) ?><?cs if:k.checked.held ?> · <a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs
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
<p class="matang-document__move"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/link/<?cs var:k.id ?>/move">Pindahkan ke
variabel lain<span class="govuk-visually-hidden">: <?cs var:k.title ?></span></a></p><?cs
elif:k.decision ?><?cs if:Verification.tier == "city" ?><?cs call:said("Verifikasi", k.decision, k.reason, k.stale) ?><?cs
 else ?><?cs call:said("Validasi", k.decision, k.reason, k.stale) ?><?cs /if ?><?cs
else ?><p class="matang-document__said"><?cs call:tag("pending", "Belum diputuskan") ?></p><?cs /if ?>
</li>
<?cs /def ?><?cs

def:wanted(d) ?><li class="matang-checklist__item matang-checklist__item--<?cs if:d.state == "accepted" ?>have<?cs
 elif:d.state == "present" ?>pending<?cs elif:d.required ?>missing<?cs else ?>optional<?cs /if ?>"><span class="govuk-visually-hidden"><?cs
 if:d.state == "accepted" ?>Diterima:<?cs elif:d.state == "present" ?>Belum diputuskan:<?cs elif:d.state == "rejected" ?>Ditolak:<?cs
 elif:d.state == "outside" ?>Hanya alamat luar:<?cs else ?>Belum ada:<?cs /if ?></span> <?cs var:d.title ?><?cs
if:d.state == "rejected" ?> <span class="matang-checklist__note" aria-hidden="true">(ditolak)</span><?cs
 elif:d.state == "outside" ?> <span class="matang-checklist__note" aria-hidden="true">(hanya alamat luar)</span><?cs
 elif:!d.required ?> <span class="matang-checklist__note">(tidak wajib)</span><?cs /if ?><?cs
 if:d.signature ?> <span class="matang-checklist__note">(bertanda tangan)</span><?cs /if ?><?cs
if:Verification.writes && !subcount(d.pending) && d.state != "accepted" && d.state != "present" ?>
<a class="govuk-link matang-checklist__note" href="<?cs var:Site.base ?>/upload/pending/<?cs var:Assessment.id ?>/<?cs
 var:d.id ?>">Tunggu dokumennya<span class="govuk-visually-hidden">: <?cs var:d.title ?></span></a><?cs /if ?><?cs
 call:pending_list(d.pending, Verification.writes) ?></li>
<?cs /def ?><?cs

def:level_row(l) ?><section class="matang-criterion" aria-labelledby="level-<?cs var:l.number ?>-heading">
<div class="matang-criterion__text">
<h3 class="govuk-heading-s" id="level-<?cs var:l.number ?>-heading">Tingkat <?cs var:l.roman ?> <?cs
 if:l.number == Variable.self ?><?cs call:tag("submitted", "Penilaian mandiri") ?><?cs /if ?> <?cs
 if:l.number == Variable.city.number ?><?cs call:tag("verified", "Verifikasi") ?><?cs /if ?> <?cs
 if:l.number == Variable.province.number ?><?cs call:tag("validated", "Validasi") ?><?cs /if ?></h3>
<p class="govuk-body"><?cs var:l.text ?></p>
<?cs if:subcount(l.documents) ?><ul class="matang-checklist">
<?cs each:d = l.documents ?><?cs call:wanted(d) ?><?cs /each ?></ul>
<?cs /if ?><?cs if:filled(l.guidance) ?><?cs call:details("Petunjuk verifikasi (praktik setempat)", l.guidance) ?><?cs /if ?>
</div>
<div class="matang-criterion__evidence">
<?cs set:any = 0 ?><?cs each:d = l.documents ?><?cs if:subcount(d.links) ?><?cs set:any = 1 ?><h4 class="matang-criterion__item">Untuk: <?cs var:d.title ?></h4>
<ul class="matang-proofs"><?cs each:k = d.links ?><?cs call:evidence(k) ?><?cs /each ?></ul>
<?cs /if ?><?cs /each ?><?cs if:!any ?><p class="matang-criterion__none">Tidak ada dokumen untuk tingkat ini.</p><?cs /if ?>
</div>
</section>
<?cs /def ?><?cs

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

def:level_radio(l) ?><div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id="level-<?cs
 var:l.number ?>" name="level" value="<?cs var:l.number ?>"<?cs if:Form.value.level == l.number ?> checked<?cs
 /if ?>><label class="govuk-label govuk-radios__label" for="level-<?cs var:l.number ?>">Tingkat <?cs var:l.roman ?><?cs
 if:l.number == Variable.self ?> <small>mandiri</small><?cs /if ?><?cs
 if:Verification.tier == "province" && l.number == Variable.city.number ?> <small>verifikasi</small><?cs /if ?></label></div>
<?cs /def ?><?cs

def:proof() ?><?cs call:viewer_open() ?><?cs
 if:Verification.writes ?><button type="submit" class="govuk-button" form="decide" name="after" value="<?cs var:View.link ?>"
data-viewer-after data-viewer-next aria-keyshortcuts="Alt+N" title="Alt+N">Simpan, lalu dokumen berikutnya</button><?cs
else ?><a class="govuk-link" href="<?cs var:url_validate(back_href) ?>undecided?after=<?cs var:View.link ?>" data-viewer-next
aria-keyshortcuts="Alt+N">Berikutnya yang belum diputuskan</a><?cs /if ?><?cs call:viewer_close() ?><?cs /def ?><?cs

def:content() ?>
<?cs call:page_title(Variable.name, Assessment.agency_name + " · Variabel " + Variable.number + " dari " + Variable.count) ?>
<?cs call:neighbours() ?>
<?cs if:Conflict.present ?><?cs call:conflict() ?><?cs /if ?><?cs
if:Verification.stands ?><?cs call:inset(Verification.stands) ?><?cs /if ?><?cs call:rulings(Rulings) ?>
<dl class="matang-scores matang-scores--five">
<?cs call:figure("Penilaian mandiri", Variable.self_words) ?><?cs call:figure("Didukung (ada)", Variable.supported) ?><?cs
 call:figure("Didukung (diterima)", Variable.accepted) ?><?cs call:figure("Verifikasi", Variable.city.level) ?><?cs
 if:Assessment.province_tier ?><?cs call:figure("Validasi provinsi", Variable.province.level) ?><?cs /if ?></dl>
<?cs if:filled(Variable.return_note) ?><?cs call:notice("Catatan pengembalian", Variable.return_note) ?><?cs /if ?><?cs
 if:subcount(Since) ?><section class="matang-panel" aria-labelledby="since"><h2 class="govuk-heading-s" id="since">Yang berubah sejak dikembalikan</h2>
<?cs each:v = Since ?><ul class="govuk-list govuk-list--bullet"><?cs each:w = v.what ?><li><?cs var:w.text ?></li><?cs /each ?></ul>
<?cs /each ?></section>
<?cs /if ?>
<div class="matang-panel matang-panel--quiet"><h2 class="govuk-heading-s">Penjelasan perangkat daerah</h2>
<p class="govuk-body matang-compare__text"><?cs if:filled(Variable.explanation) ?><?cs var:Variable.explanation ?><?cs
 else ?>Belum ada penjelasan.<?cs /if ?></p>
<?cs if:Variable.over_claimed ?><h2 class="govuk-heading-s">Tingkat yang dipilih melebihi dokumen</h2>
<p class="govuk-body matang-compare__text"><?cs if:filled(Variable.overclaim_reason) ?><?cs var:Variable.overclaim_reason ?><?cs
 else ?>Alasan tidak ditulis.<?cs /if ?></p>
<?cs /if ?><?cs if:subcount(Missing) ?><h2 class="govuk-heading-s">Dokumen wajib yang belum ada atau ditolak</h2>
<ul class="govuk-list govuk-list--bullet"><?cs each:m = Missing ?><li>Tingkat <?cs var:m.level ?>: <?cs var:m.title ?></li><?cs /each ?></ul><?cs /if ?></div>
<?cs if:Verification.tier == "province" || !Verification.writes ?><?cs if:Variable.city.number > 0 ?><?cs
 call:verdict("Verifikasi", Variable.city) ?><?cs /if ?><?cs /if ?><?cs
if:Variable.province.number > 0 && (Verification.tier == "city" || !Verification.writes) ?><?cs
 call:verdict("Validasi provinsi", Variable.province) ?><?cs /if ?>

<div class="matang-desk<?cs if:!View.link ?> matang-desk--alone<?cs /if ?>">
<?cs if:View.link ?><?cs call:proof() ?><?cs /if ?><div class="matang-desk__work">
<?cs if:Verification.writes ?><form method="post" id="decide" action="<?cs var:url_validate(back_href) ?><?cs var:Variable.number ?>" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Variable.version ?>"><?cs /if ?>
<h2 class="govuk-heading-m">Dokumen dan kriteria</h2>
<?cs if:Variable.documents > 0 ?><p class="govuk-body-s"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/zip/<?cs
 var:Assessment.id ?>/<?cs var:Variable.number ?>">Unduh semua dokumen variabel ini (ZIP)</a></p>
<?cs /if ?><?cs if:Verification.writes ?><div class="matang-toolbar"><p class="govuk-body"><?cs
 if:Variable.documents == 0 ?>Tidak ada dokumen.<?cs
 elif:Variable.undecided > 0 ?><?cs var:Variable.undecided ?> dari <?cs var:Variable.documents ?> dokumen belum diputuskan.<?cs
 else ?>Semua <?cs var:Variable.documents ?> dokumen sudah diputuskan.<?cs /if ?></p>
<div class="govuk-button-group"><?cs call:submit_as("Simpan", "act", "save", "secondary") ?><?cs if:Variable.undecided > 0 ?><?cs
 if:Verification.tier == "province" ?><?cs call:submit_as("Ikuti keputusan verifikasi", "act", "follow", "secondary") ?><?cs /if ?><?cs
 call:submit_as("Terima semua yang belum diputuskan", "act", "accept", "secondary") ?><?cs /if ?></div></div><?cs /if ?>
<?cs call:flags(Variable.flags) ?><?cs each:l = Levels ?><?cs call:level_row(l) ?><?cs /each ?><?cs call:moved_away(Moved, back_href) ?>

<?cs if:Verification.writes ?><div class="matang-panel matang-verdict">
<h2 class="govuk-heading-m"><?cs if:Verification.tier == "city" ?>Hasil verifikasi<?cs else ?>Hasil validasi<?cs /if ?></h2>
<?cs call:fieldset_open("level", "Tingkat menurut pemeriksaan Anda", "") ?><div class="govuk-radios govuk-radios--inline">
<?cs each:l = Levels ?><?cs call:level_radio(l) ?><?cs /each ?></div>
<?cs call:fieldset_close() ?>
<div class="matang-verdict__texts">
<?cs if:Verification.tier == "city" ?><?cs call:textarea_field("reason", "Alasan",
    "Wajib bila berbeda dari penilaian mandiri, atau di atas dokumen yang diterima.", 4, 2000) ?><?cs
 else ?><?cs call:textarea_field("reason", "Alasan",
    "Wajib bila berbeda dari tingkat verifikasi, atau di atas dokumen yang diterima.", 4, 2000) ?><?cs /if ?>
<?cs call:textarea_field("recommendation", "Rekomendasi perbaikan", "Wajib kecuali Tingkat V.", 4, 4000) ?>
</div>
<div class="govuk-button-group"><?cs call:submit_as("Simpan dan lanjut", "act", "next", "") ?><?cs call:submit_as("Simpan", "act", "save", "secondary") ?></div>
</div></form><?cs /if ?>
</div></div>

<nav class="matang-turn" aria-label="Variabel sebelum dan sesudahnya"><?cs if:Variable.previous ?><a class="govuk-link" rel="prev"
href="<?cs var:url_validate(back_href) ?><?cs var:Variable.previous ?>">← Variabel <?cs var:Variable.previous ?></a><?cs /if ?> <?cs
 if:Variable.next ?><a class="govuk-link" rel="next" href="<?cs var:url_validate(back_href) ?><?cs var:Variable.next ?>">Variabel <?cs
 var:Variable.next ?> →</a><?cs /if ?></nav>
<?cs if:subcount(Past) ?><?cs call:details_open("Riwayat variabel ini") ?><?cs call:history(Past) ?><?cs call:details_close() ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
