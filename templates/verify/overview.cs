<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs include!"viewer.cs" ?><?cs set:title = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/verify/?year=" + Assessment.year ?><?cs set:back_label = "Perangkat daerah" ?><?cs
set:here = Site.base + "/verify/" + Assessment.id + "/" ?><?cs
if:Page.done == "decided" ?><?cs set:done_text = "Semua dokumen sudah diputuskan." ?><?cs
elif:Page.done == "draft" ?><?cs set:done_text = "Draf pengembalian tersimpan. Lanjutkan kapan saja." ?><?cs
elif:Page.done == "clear" ?><?cs set:done_text = "Tersimpan. Yang jelas sudah diterima." ?><?cs
elif:Page.done == "unfollowed" ?><?cs set:done_text = "Dibatalkan. Variabel itu belum divalidasi lagi." ?><?cs
elif:Page.done == "not-clear" ?><?cs set:done_text = "Tidak ada lagi yang dapat diterima sekaligus." ?><?cs
elif:Page.done == "decided-saved" ?><?cs set:done_text = "Tersimpan. Semua dokumen sudah diputuskan." ?><?cs
elif:Page.done == "all" ?><?cs set:done_text = "Tersimpan. Semua variabel sudah diputuskan." ?><?cs /if ?><?cs
def:total(label, t) ?><div class="matang-scores__item<?cs if:t.complete ?> matang-scores__item--total<?cs /if ?>"><dt><?cs
 var:label ?></dt><dd><?cs if:t.sum ?><?cs var:t.sum ?><?cs else ?>–<?cs /if ?></dd><?cs
 if:t.complete ?><dd class="matang-scores__note"><?cs var:t.category ?>, tingkat bertahap <?cs var:t.staged ?></dd><?cs
 elif:t.sum ?><dd class="matang-scores__note">baru <?cs var:t.present ?> dari <?cs var:t.of ?> variabel</dd><?cs /if ?></div>
<?cs /def ?><?cs
def:owes(v) ?><?cs if:v.lacks_level ?>tingkat belum dipilih<?cs /if ?><?cs if:v.lacks_reason ?>alasan belum ditulis<?cs /if ?><?cs
 if:v.lacks_recommendation ?><?cs if:v.lacks_reason ?>, <?cs /if ?>rekomendasi belum ditulis<?cs /if ?><?cs if:v.undecided > 0 ?><?cs
 if:v.lacks_level || v.lacks_reason || v.lacks_recommendation ?>, <?cs /if ?><?cs var:v.undecided ?> dokumen belum diputuskan<?cs /if ?><?cs /def ?><?cs
def:remarks(g) ?><?cs if:filled(g.reason) ?><p class="matang-remark"><span>Alasan:</span> <?cs var:g.reason ?></p><?cs /if ?><?cs
 if:filled(g.recommendation) ?><p class="matang-remark"><span>Rekomendasi:</span> <?cs var:g.recommendation ?></p><?cs /if ?><?cs /def ?><?cs
def:graded(label, g) ?><td class="govuk-table__cell" data-label="<?cs var:label ?>"><span><?cs var:g.level ?><?cs
 if:g.above ?> <small class="matang-dense__late">di atas dokumen</small><?cs /if ?></span></td><?cs /def ?><?cs
def:followed() ?><form method="post" action="<?cs var:url_validate(here) ?>unfollow" class="matang-panel matang-panel--quiet"><?cs
call:csrf() ?><input type="hidden" name="version" value="<?cs var:Assessment.version ?>">
<p class="govuk-body"><?cs var:Verification.followed ?> variabel mengikuti keputusan kota; yang lain diputuskan sendiri-sendiri. Sebelum validasi selesai, ini
dapat dibatalkan: tingkat, rekomendasi dan keputusan dokumennya dikosongkan lagi.</p>
<?cs call:submit_quiet("Batalkan yang mengikuti kota") ?></form>
<?cs /def ?><?cs
# Its figures in one line, drawn on a telephone. ?><?cs
def:in_line(v) ?><?cs if:v.done ?>Selesai · mandiri <?cs var:v.self ?><?cs if:v.over_claimed ?> (kurang)<?cs /if ?><?cs
 else ?>Mandiri <?cs var:v.self ?> · didukung <?cs var:v.supported ?><?cs if:v.over_claimed ?> (kurang)<?cs
 /if ?> · diterima <?cs var:v.accepted ?><?cs /if ?><?cs
 if:v.city.number > 0 ?> · verifikasi <?cs var:v.city.level ?><?cs /if ?><?cs
 if:v.province.number > 0 ?> · validasi <?cs var:v.province.level ?><?cs
 if:v.followed ?> (mengikuti kota)<?cs /if ?><?cs /if ?> · <?cs var:v.documents ?> dok.<?cs /def ?><?cs
def:second_round() ?><section class="matang-panel" aria-labelledby="since">
<h2 class="govuk-heading-m" id="since">Yang berubah sejak dikembalikan</h2>
<?cs each:v = Since ?><?cs if:?v.number ?><div class="matang-finding"><a class="govuk-link" href="<?cs
 var:url_validate(here) ?><?cs var:v.number ?>"><?cs var:v.number ?>. <?cs var:v.name ?></a>
<?cs if:filled(v.note) ?><p class="matang-remark"><span>Catatan:</span> <?cs var:v.note ?></p><?cs /if ?>
<ul class="govuk-list govuk-list--bullet"><?cs each:w = v.what ?><li><?cs var:w.text ?></li><?cs /each ?></ul></div>
<?cs /if ?><?cs /each ?></section>
<?cs /def ?><?cs
# What one press would decide, with its documents to be seen beside it. ?><?cs
def:clear() ?><div class="matang-clear">
<form method="post" action="<?cs var:url_validate(here) ?>clear" class="matang-panel matang-clear__list"><?cs
call:csrf() ?><input type="hidden" name="version" value="<?cs var:Assessment.version ?>">
<h2 class="govuk-heading-m"><?cs if:Verification.tier == "city" ?>Dapat diterima sekaligus<?cs
 else ?>Dapat mengikuti verifikasi sekaligus<?cs /if ?>: <?cs var:Clear.count ?> variabel</h2>
<ol class="matang-clear__rows">
<?cs each:r = Clear.rows ?><li value="<?cs var:r.number ?>"><span class="matang-clear__variable"><a class="govuk-link" href="<?cs var:url_validate(here) ?><?cs
 var:r.number ?>"><?cs var:r.name ?></a> <span>→ Tingkat <?cs var:r.level ?></span></span><?cs
if:r.above ?><span class="matang-clear__document"><small class="matang-dense__late">di atas dokumen</small> Alasan kota: <?cs
 var:r.reason ?></span><?cs /if ?><?cs
each:d = r.documents ?><input type="hidden" name="seen-<?cs var:d.id ?>" value="<?cs var:d.revision ?>"><span class="matang-clear__document"><?cs
 if:d.view ?><?cs call:view_link(d.title, d.revision, d.title, d.view, d.id) ?><?cs else ?><?cs var:d.title ?><?cs /if ?><?cs
 if:d.decision == "rejected" ?> (ditolak)<?cs /if ?></span><?cs
/each ?></li>
<?cs /each ?></ol>
<p class="govuk-body-s"><?cs if:Verification.tier == "city" ?>Berkasnya terbaca tanpa peringatan dan mendukung tingkat mandiri; rekomendasinya dari dokumen
yang masih kurang.<?cs
else ?>Keputusan, tingkat dan rekomendasi kota dipakai apa adanya.<?cs /if ?></p>
<?cs if:Verification.tier == "city" ?><?cs call:submit("Terima semua yang jelas") ?><?cs else ?><?cs call:submit("Ikuti keputusan kota") ?><?cs /if ?></form>
<?cs call:viewer_closed() ?></div>
<?cs /def ?><?cs

def:content() ?>
<?cs call:page_title(Assessment.agency_name, Assessment.region_name + " · Periode " + Assessment.year) ?>
<p class="govuk-body"><?cs call:tag(Assessment.state, Assessment.state_name) ?>
<a class="govuk-link" href="<?cs var:Site.base ?>/paper/agency/<?cs var:Assessment.id ?>">Berita acara dan lembar cetak</a></p>
<?cs if:Verification.stands ?><?cs call:inset(Verification.stands) ?><?cs /if ?>
<dl class="matang-scores matang-scores--row">
<?cs call:total("Penilaian mandiri", Totals.self) ?><?cs call:total("Verifikasi", Totals.city) ?><?cs
 if:Assessment.province_tier ?><?cs call:total("Validasi provinsi", Totals.province) ?><?cs /if ?></dl>
<?cs if:subcount(Since) ?><?cs call:second_round() ?><?cs /if ?><?cs
if:Verification.writes || Verification.returns ?><div class="matang-next">
<?cs if:Verification.writes && Verification.owed > 0 ?><h2 class="govuk-heading-m"><?cs
 var:Verification.variables - Verification.owed ?> dari <?cs var:Verification.variables ?> variabel selesai</h2>
<?cs if:Verification.owed <= 5 || subcount(Form.errors) ?><ul class="govuk-list govuk-list--bullet">
<?cs each:v = Variables ?><?cs if:!v.done ?><li><a class="govuk-link" href="<?cs var:url_validate(here) ?><?cs var:v.number ?>"><?cs
 var:v.number ?>. <?cs var:v.name ?></a>: <?cs call:owes(v) ?></li>
<?cs /if ?><?cs /each ?></ul>
<?cs /if ?><div class="govuk-button-group"><?cs call:button_link(here + Verification.next, "Lanjut ke variabel " + Verification.next) ?><?cs
 if:Verification.returns ?><?cs call:button_link_secondary(here + "return", "Kembalikan untuk diperbaiki") ?><?cs /if ?></div>
<?cs elif:Verification.writes ?><h2 class="govuk-heading-m">Semua variabel sudah diputuskan</h2>
<p class="govuk-body">Setelah diselesaikan, <?cs
 if:Verification.tier == "city" && Assessment.province_tier ?>penilaian diteruskan ke provinsi untuk divalidasi<?cs
 else ?>perangkat daerah dapat mencetak dan mengesahkan hasilnya<?cs /if ?>.</p>
<form method="post" action="<?cs var:url_validate(here) ?>finish"><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs var:Assessment.version ?>">
<div class="govuk-button-group"><?cs if:Verification.tier == "city" ?><?cs call:submit("Selesaikan verifikasi") ?><?cs else ?><?cs
 call:submit("Selesaikan validasi") ?><?cs /if ?><?cs if:Verification.returns ?><?cs
 call:button_link_secondary(here + "return", "Kembalikan untuk diperbaiki") ?><?cs /if ?></div></form>
<?cs else ?><h2 class="govuk-heading-m"><?cs if:Verification.tier == "city" ?>Ada yang masih keliru?<?cs else ?>Perlu diperbaiki?<?cs /if ?></h2>
<p class="govuk-body"><?cs if:Assessment.state == "submitted" ?>Tim verifikasi sedang memeriksa.<?cs
 elif:Verification.tier == "city" ?>Verifikasi yang sudah selesai dapat ditarik kembali: penilaian kembali ke perangkat daerah dengan alasan dari Anda.<?cs
 else ?>Penilaian dapat dikembalikan kepada perangkat daerah dengan alasan dari Anda.<?cs /if ?></p>
<?cs call:button_link_secondary(here + "return", "Kembalikan untuk diperbaiki") ?>
<?cs /if ?></div><?cs /if ?>
<?cs if:Verification.next_agency.id && (!Verification.writes || Verification.owed == 0) ?><p class="govuk-body"><a class="govuk-link"
href="<?cs var:Site.base ?>/verify/<?cs var:Verification.next_agency.id ?>/">Perangkat daerah berikutnya yang menunggu: <?cs
 var:Verification.next_agency.name ?></a></p>
<?cs /if ?>

<?cs if:Verification.writes && Clear.count > 0 ?><?cs call:clear() ?><?cs /if ?>
<?cs if:Verification.writes && Verification.tier == "province" && Verification.followed > 0 ?><?cs
 call:followed() ?><?cs /if ?>
<?cs if:Verification.writes && Clear.count > 0 && Clear.count == Verification.owed ?><?cs set:folded = 1 ?><details
class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Semua <?cs
 var:Verification.variables ?> variabel dengan tingkat dan dokumennya</span></summary><?cs
/if ?><?cs call:level_key(Assessment.province_tier) ?><table class="govuk-table matang-table matang-dense matang-dense--scores">
<caption class="govuk-table__caption govuk-table__caption--m">Variabel</caption>
<?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs call:th("Mandiri") ?><?cs call:th("Didukung") ?><?cs
 call:th("Diterima") ?><?cs call:th("Verifikasi") ?><?cs if:Assessment.province_tier ?><?cs call:th("Validasi") ?><?cs /if ?><?cs
 call:th("Dokumen") ?><?cs call:th("Masih kurang") ?><?cs call:th("Catatan dan rekomendasi") ?><?cs call:head_close() ?>
<?cs each:v = Variables ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header" data-line="<?cs call:in_line(v) ?>"><a
class="govuk-link" href="<?cs
 var:url_validate(here) ?><?cs var:v.number ?>"><?cs var:v.number ?>. <?cs var:v.name ?></a> <?cs
 call:level_marks(v.self, v.city.level, v.province.level) ?></th>
<td class="govuk-table__cell" data-label="Mandiri"><?cs var:v.self ?></td>
<td class="govuk-table__cell" data-label="Didukung"><span><?cs var:v.supported ?><?cs
 if:v.over_claimed ?> <small class="matang-dense__late">kurang</small><?cs /if ?></span></td>
<?cs call:td("Diterima", v.accepted) ?><?cs call:graded("Verifikasi", v.city) ?><?cs
 if:Assessment.province_tier ?><td class="govuk-table__cell" data-label="Validasi"><span><?cs var:v.province.level ?><?cs
 if:v.province.above ?> <small class="matang-dense__late">di atas dokumen</small><?cs /if ?><?cs
 if:v.followed ?> <small>mengikuti kota</small><?cs /if ?></span></td><?cs /if ?>
<?cs call:td("Dokumen", v.documents) ?>
<td class="govuk-table__cell<?cs if:v.done ?> matang-dense__done<?cs /if ?>" data-label="Masih kurang"><span><?cs
 if:v.done ?><?cs call:tag("complete", "Selesai") ?><?cs
 else ?><?cs call:owes(v) ?><?cs /if ?></span></td>
<td class="govuk-table__cell matang-dense__remarks" data-label="Catatan"><?cs
 if:filled(v.return_note) ?><p class="matang-remark"><span>Harus diperbaiki:</span> <?cs var:v.return_note ?></p><?cs /if ?><?cs
 if:filled(v.province.reason) || filled(v.province.recommendation) ?><?cs call:remarks(v.province) ?><?cs else ?><?cs
 call:remarks(v.city) ?><?cs /if ?><?cs if:v.pending > 0 ?><p class="matang-remark"><span>Menyusul:</span> <?cs var:v.pending ?> dokumen<?cs
 if:v.overdue > 0 ?>, <strong class="matang-dense__late"><?cs var:v.overdue ?> terlambat</strong><?cs /if ?></p><?cs /if ?><?cs
 call:flag_tags(v.flags) ?></td>
<?cs call:row_close() ?><?cs /each ?></tbody></table>
<?cs if:folded ?></details>
<?cs /if ?><?cs set:href = here + "table" ?><?cs call:downloads(href, "") ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/zip/<?cs var:Assessment.id ?>">Unduh semua data dukung (ZIP)</a></p>
<?cs call:details_open("Arti kolom") ?><p class="govuk-body-s">“Didukung”: tingkat tertinggi yang dokumen wajibnya ada.
 “Diterima”: yang dokumen wajibnya diterima <?cs
 if:Verification.tier == "city" ?>tim verifikasi<?cs else ?>provinsi<?cs /if ?>.
“Di atas dokumen”: tingkat yang ditetapkan melebihi dokumen yang diterima; alasannya ada di catatan.</p><?cs call:details_close() ?>
<?cs call:pending_panel(Pending, here, Verification.writes) ?><?cs if:subcount(Past) ?><?cs
 call:details_open("Riwayat status") ?><?cs call:history(Past) ?><?cs call:details_close() ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
