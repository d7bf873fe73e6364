<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs set:title = "Laporan " + Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/report/" ?><?cs
 def:judged(label, number, above) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><?cs
 if:filled(number) ?><?cs var:number ?><?cs if:above ?><sup>*</sup><?cs set:any_above = "1" ?><?cs /if ?><?cs else ?>–<?cs /if ?></td><?cs /def ?><?cs
 def:level(label, number) ?><?cs call:judged(label, number, "") ?><?cs /def ?><?cs
 def:decided(label, decision, reason) ?><td class="govuk-table__cell" data-label="<?cs var:label ?>"><?cs
 if:decision == "accepted" ?>Diterima<?cs elif:decision == "rejected" ?>Ditolak: <?cs var:reason ?><?cs
 else ?>–<?cs /if ?></td><?cs /def ?><?cs def:content() ?>
<?cs set:caption = Assessment.region_name + " · " + Assessment.year ?><?cs call:page_title(Assessment.agency_name, caption) ?>
<p class="govuk-body"><?cs call:tag(Assessment.state, Assessment.state_name) ?></p>
<dl class="matang-scores">
<div class="matang-scores__item"><dt>Penilaian mandiri</dt><dd><?cs if:Agency.self ?><?cs var:Agency.self ?><?cs else ?>–<?cs /if ?></dd></div>
<div class="matang-scores__item"><dt>Verifikasi</dt><dd><?cs if:Agency.city ?><?cs var:Agency.city ?><?cs else ?>–<?cs /if ?></dd></div>
<?cs if:Assessment.province_tier ?><div class="matang-scores__item"><dt>Validasi</dt><dd><?cs
 if:Agency.province ?><?cs var:Agency.province ?><?cs else ?>–<?cs /if ?></dd></div><?cs /if ?>
<div class="matang-scores__item"><dt>Akhir</dt><dd><?cs if:Agency.final ?><?cs var:Agency.final ?><?cs else ?>–<?cs /if ?></dd></div>
<div class="matang-scores__item"><dt>Perubahan</dt><dd><?cs if:Agency.change != "" ?><?cs var:Agency.change ?><?cs else ?>–<?cs /if ?></dd></div>
</dl>
<?cs if:May.why ?><p class="govuk-body matang-screen-only"><a class="govuk-link" href="<?cs var:Site.base ?>/report/agency/<?cs
 var:Assessment.id ?>/why">Mengapa <?cs if:Agency.final ?>skornya <?cs var:Agency.final ?><?cs else ?>tingkatnya begitu<?cs /if ?>?</a></p>
<?cs /if ?><?cs if:May.lift ?><p class="govuk-body matang-screen-only"><a class="govuk-link" href="<?cs var:Site.base ?>/report/agency/<?cs
 var:Assessment.id ?>/lift">Dokumen yang paling menaikkan skor</a></p>
<?cs /if ?><?cs if:Agency.final ?><?cs call:summary_open() ?>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Kategori (jumlah skor)</dt><dd class="govuk-summary-list__value"><?cs
 if:Agency.self_category && Agency.self_category != Agency.category ?><?cs
 var:Agency.self ?> (<?cs var:Agency.self_category ?>) → <?cs /if ?><?cs var:Agency.final ?> (<?cs var:Agency.category ?>)</dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Tingkat bertahap (variabel terendah)</dt><dd
class="govuk-summary-list__value"><?cs var:Agency.staged_roman ?></dd></div>
<?cs call:summary_close() ?><?cs else ?><p class="govuk-body">Skor akhir muncul setelah <?cs
 if:Assessment.province_tier ?>validasi provinsi<?cs else ?>verifikasi<?cs /if ?> selesai.</p><?cs /if ?>
<?cs call:level_key(Assessment.province_tier) ?><?cs
 call:table_open("Tingkat tiap variabel, sebelum dan sesudah") ?><?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs
 call:th_num("Mandiri") ?><?cs call:th_num("Verifikasi") ?><?cs if:Assessment.province_tier ?><?cs
 call:th_num("Validasi") ?><?cs /if ?><?cs call:th_num("Akhir") ?><?cs call:th_num("Perubahan") ?><?cs call:head_close() ?>
<?cs each:v = Variables ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:v.number ?>. <?cs
 var:v.name ?> <?cs call:level_marks(v.self, v.city, v.province) ?></th><?cs
 call:level("Mandiri", v.self) ?><?cs call:judged("Verifikasi", v.city, v.city_above) ?><?cs if:Assessment.province_tier ?><?cs
 call:judged("Validasi", v.province, v.province_above) ?><?cs /if ?><?cs call:level("Akhir", v.final) ?><?cs
 call:td_num("Perubahan", v.change) ?><?cs call:row_close() ?><?cs /each ?>
</tbody><tfoot><?cs call:row_open() ?><th scope="row" class="govuk-table__header">Jumlah skor</th><?cs
 call:level("Mandiri", Agency.self) ?><?cs call:level("Verifikasi", Agency.city) ?><?cs if:Assessment.province_tier ?><?cs
 call:level("Validasi", Agency.province) ?><?cs /if ?><?cs call:level("Akhir", Agency.final) ?><?cs
 call:td_num("Perubahan", Agency.change) ?><?cs call:row_close() ?></tfoot></table><?cs
 set:href = Site.base + "/report/agency/" + Assessment.id + "/table" ?><?cs call:downloads(href, "") ?>
<?cs if:any_above ?><p class="govuk-body-s">* Di atas dokumen yang diterima; alasannya di catatan di bawah.</p>
<?cs /if ?><?cs if:Pictures.radar.id ?><h2 class="govuk-heading-m" id="gambar">Gambar</h2>
<?cs call:pictures() ?><?cs call:picture(Pictures.radar) ?><?cs call:picture(Pictures.bars) ?><?cs
 call:picture(Pictures.waterfall) ?><?cs call:pictures_end() ?><?cs /if ?>
<h2 class="govuk-heading-m">Catatan dan rekomendasi perbaikan</h2>
<?cs each:v = Variables ?><?cs if:filled(v.city_reason) || filled(v.city_recommendation) || filled(v.province_reason) ||
    filled(v.province_recommendation) || filled(v.explanation) ?><section class="matang-report-variable"><h3 class="govuk-heading-s"><?cs
 var:v.number ?>. <?cs var:v.name ?></h3>
<?cs call:summary_open() ?><?cs if:filled(v.explanation) ?><?cs call:summary_row("Penjelasan perangkat daerah", v.explanation) ?><?cs /if ?><?cs
 if:filled(v.city_reason) ?><?cs call:summary_row("Catatan verifikasi", v.city_reason) ?><?cs /if ?><?cs
 if:filled(v.city_recommendation) && v.city_recommendation == v.province_recommendation ?><?cs
 call:summary_row("Rekomendasi kota dan provinsi", v.city_recommendation) ?><?cs
 elif:filled(v.city_recommendation) ?><?cs call:summary_row("Rekomendasi", v.city_recommendation) ?><?cs /if ?><?cs
 if:filled(v.province_reason) ?><?cs call:summary_row("Catatan validasi", v.province_reason) ?><?cs /if ?><?cs
 if:filled(v.province_recommendation) && v.city_recommendation != v.province_recommendation ?><?cs
 call:summary_row("Rekomendasi provinsi", v.province_recommendation) ?><?cs /if ?>
<?cs if:subcount(v.missing) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Yang kurang untuk tingkat <?cs
 var:v.next_roman ?></dt><dd class="govuk-summary-list__value"><ul class="govuk-list govuk-list--bullet"><?cs
 each:m = v.missing ?><li><?cs var:m.title ?></li><?cs /each ?></ul></dd></div><?cs /if ?><?cs
 call:summary_close() ?></section><?cs /if ?><?cs /each ?>
<?cs if:Replica.received ?><h2 class="govuk-heading-m" id="dokumen">Data dukung</h2>
<?cs if:subcount(Documents) ?><p class="govuk-body">Berkasnya ada pada server asal; di sini hanya daftarnya.
Kode SHA-256 membuktikan apakah berkas yang diminta kelak masih berkas yang sama.</p>
<?cs call:table_open("Dokumen menurut kriteria") ?><?cs call:head_open() ?><?cs call:th("Dokumen") ?><?cs call:th("Kriteria") ?><?cs
 call:th("Verifikasi") ?><?cs if:Assessment.province_tier ?><?cs call:th("Validasi") ?><?cs /if ?><?cs call:head_close() ?>
<?cs each:d = Documents ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 var:d.title ?><span class="matang-copied"><?cs var:d.kind_name ?><?cs if:filled(d.number) ?> nomor <?cs var:d.number ?><?cs /if ?><?cs
 if:d.date ?>, <?cs var:d.date ?><?cs /if ?><?cs if:d.size ?>, <?cs var:d.size ?><?cs /if ?></span><?cs
 if:d.sha256 ?><span class="matang-copied matang-copied--hash">SHA-256 <?cs var:d.sha256 ?></span><?cs
 else ?><span class="matang-copied">alamat luar, tidak tersimpan</span><?cs /if ?></th><td class="govuk-table__cell" data-label="Kriteria">Variabel <?cs
 var:d.variable ?>, tingkat <?cs var:d.roman ?>: <?cs var:d.item ?></td><?cs
 call:decided("Verifikasi", d.city_decision, d.city_reason) ?><?cs if:Assessment.province_tier ?><?cs
 call:decided("Validasi", d.province_decision, d.province_reason) ?><?cs /if ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs else ?><p class="govuk-body">Daftar dokumennya belum dikirim server asal: pada status ini pemeriksaannya masih berjalan.</p><?cs /if ?><?cs /if ?>
<div class="matang-screen-only"><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/report/agency/<?cs
 var:Assessment.id ?>/compare">Bandingkan dengan daerah dan dengan tahun lain</a></p><?cs
 if:Actor.role != "leader" ?><p class="govuk-body"><a class="govuk-link"
href="<?cs var:Site.base ?>/report/history/<?cs var:Assessment.id ?>">Riwayat setiap perubahan</a></p><?cs
 if:!Replica.received ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/zip/<?cs var:Assessment.id ?>">Unduh
semua data dukung (ZIP)</a></p><?cs /if ?><?cs /if ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/paper/agency/<?cs
 var:Assessment.id ?>">Lembar cetak: berita acara dan rekapitulasi</a></p><?cs call:print_button("Cetak laporan") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
