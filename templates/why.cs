<?cs # SPDX-License-Identifier: ISC
# Why a score is what it is: what the page of the report and that of the public share.  A variable's levels
# come from assessment/why.h; .items of a level, and what the tiers wrote, are there for who is signed in. ?><?cs

def:why_change(tier, who) ?><?cs if:tier.points ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:who ?></th><?cs
 call:td_num("Skor", tier.points) ?><?cs call:td_num("Perubahan", tier.change) ?><td class="govuk-table__cell" data-label="Karena"><?cs
 if:filled(tier.of) ?><?cs var:tier.of ?><?cs elif:tier.change == "0" ?>tidak ada tingkat yang berubah<?cs else ?>–<?cs /if ?></td><?cs
 call:row_close() ?><?cs /if ?><?cs /def ?><?cs

def:why_scores() ?><?cs call:table_open("Dari penilaian mandiri ke skor akhir") ?><?cs call:head_open() ?><?cs call:th("Ditetapkan oleh") ?><?cs
 call:th_num("Skor") ?><?cs call:th_num("Perubahan") ?><?cs call:th("Karena") ?><?cs call:head_close() ?><?cs
 call:why_change(Score.self, "Penilaian mandiri perangkat daerah") ?><?cs call:why_change(Score.city, "Verifikasi: tim verifikasi daerah") ?><?cs
 call:why_change(Score.province, "Validasi: Biro Organisasi provinsi") ?><?cs call:table_close() ?><?cs /def ?><?cs

def:why_tier(v) ?><?cs if:v.tier == "province" ?>Biro Organisasi provinsi (validasi)<?cs elif:v.tier == "city" ?>tim verifikasi daerah<?cs
 else ?>perangkat daerah sendiri; belum diverifikasi<?cs /if ?><?cs /def ?><?cs

def:why_counts(v) ?><?cs if:v.tier == "agency" ?>ada<?cs else ?>diterima<?cs /if ?><?cs /def ?><?cs

def:why_standing(v) ?><?cs if:v.standing == "documents" ?>Dokumen wajib untuk Tingkat <?cs var:v.next ?> belum semuanya <?cs
 call:why_counts(v) ?> (<a class="govuk-link" href="#aturan-3">aturan 3</a>).<?cs
 elif:v.standing == "top" ?>Tingkat tertinggi; semua dokumen wajibnya <?cs call:why_counts(v) ?> (<a class="govuk-link" href="#aturan-3">aturan 3</a>).<?cs
 elif:v.standing == "above" ?>Ditetapkan di atas dokumen yang <?cs call:why_counts(v) ?>, dengan alasan tertulis (<a class="govuk-link"
href="#aturan-4">aturan 4</a>). Dokumennya <?cs if:filled(v.supported) ?>mendukung Tingkat <?cs var:v.supported ?><?cs
 else ?>belum mendukung tingkat mana pun<?cs /if ?>.<?cs
 elif:v.standing == "claimed" ?>Dokumen yang <?cs call:why_counts(v) ?> mendukung sampai Tingkat <?cs
 var:v.supported ?>, tetapi penilaian mandirinya tidak lebih tinggi (<a class="govuk-link" href="#aturan-4">aturan 4</a>).<?cs
 elif:v.standing == "judged" ?>Dokumen yang <?cs call:why_counts(v) ?> mendukung sampai Tingkat <?cs
 var:v.supported ?>; tingkat yang lebih rendah diputuskan <?cs
 if:v.tier == "province" ?>provinsi<?cs else ?>tim verifikasi<?cs /if ?> (<a class="govuk-link" href="#aturan-4">aturan 4</a>).<?cs
 else ?>Belum ada tingkat.<?cs /if ?><?cs /def ?><?cs

def:why_item(i) ?><li><?cs var:i.title ?>: <?cs if:i.counts ?><strong><?cs if:i.state == "accepted" ?>diterima<?cs else ?>ada<?cs /if ?></strong><?cs
 elif:i.state == "rejected" ?><strong>ditolak</strong><?cs elif:i.state == "present" ?><strong>ada, belum diputuskan</strong><?cs
 elif:i.state == "outside" ?><strong>hanya alamat luar, tidak dihitung</strong><?cs else ?><strong>tidak ada</strong><?cs /if ?><?cs
 each:d = i.documents ?><span class="matang-copied"><?cs var:d.title ?><?cs if:filled(d.reason) ?> – ditolak: <?cs
 var:d.reason ?><?cs /if ?></span><?cs /each ?></li><?cs /def ?><?cs

def:why_level(v, l) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header">Tingkat <?cs var:l.roman ?><?cs
 if:l.here ?> <strong class="govuk-tag">di sini</strong><?cs /if ?></th><td class="govuk-table__cell" data-label="Kriteria"><?cs
 var:l.text ?></td><td class="govuk-table__cell" data-label="Dokumen wajib"><?cs
 if:l.state == "free" ?>tidak meminta dokumen wajib<?cs else ?><strong><?cs var:l.counted ?> dari <?cs var:l.asked ?></strong> <?cs
 call:why_counts(v) ?><?cs if:l.state == "short" ?>, kurang <?cs var:l.asked - l.counted ?><?cs /if ?><?cs /if ?><?cs
 if:subcount(l.items) ?><ul class="govuk-list govuk-list--bullet"><?cs each:i = l.items ?><?cs
 call:why_item(i) ?><?cs /each ?></ul><?cs /if ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:why_moves(moves) ?><?cs if:subcount(moves) ?><ul class="govuk-list govuk-list--bullet"><?cs each:m = moves ?><li><?cs var:m.when ?>: <?cs
 if:m.what == "state" ?><?cs var:m.to ?><?cs else ?><?cs
 if:m.what == "self_level" ?>penilaian mandiri<?cs elif:m.what == "city_level" ?>verifikasi<?cs else ?>validasi<?cs /if ?><?cs
 if:filled(m.from) ?> dari Tingkat <?cs var:m.from ?><?cs /if ?><?cs if:filled(m.to) ?> menjadi Tingkat <?cs var:m.to ?><?cs
 else ?> dihapus<?cs /if ?><?cs /if ?><?cs if:filled(m.who) ?> (<?cs var:m.who ?>)<?cs /if ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

def:or_none(label, text) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><?cs
 if:filled(text) ?><?cs var:text ?><?cs else ?>–<?cs /if ?></td><?cs /def ?><?cs


def:why_overview() ?><?cs call:table_open("Tiap variabel dalam satu kalimat") ?><?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs
 call:th_num("Tingkat") ?><?cs call:th("Mengapa") ?><?cs call:head_close() ?>
<?cs each:v = Variables ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="#variabel-<?cs
 var:v.number ?>"><?cs var:v.number ?>. <?cs var:v.name ?></a></th><?cs call:or_none("Tingkat", v.level) ?><td
class="govuk-table__cell" data-label="Mengapa"><?cs
 call:why_standing(v) ?></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /def ?><?cs
def:why_variable(v) ?><section class="matang-report-variable"><h2 class="govuk-heading-m" id="variabel-<?cs var:v.number ?>"><?cs
 var:v.number ?>. <?cs var:v.name ?><?cs if:filled(v.level) ?>: Tingkat <?cs var:v.level ?><?cs /if ?></h2>
<p class="govuk-body"><?cs call:level_says(v.self, v.city, v.province) ?></p>
<?cs if:filled(v.level) ?><p class="govuk-body">Menurut <?cs call:why_tier(v) ?>. <?cs call:why_standing(v) ?></p>
<?cs /if ?><?cs if:filled(v.overclaim_reason) || filled(v.city_reason) || filled(v.city_recommendation) || filled(v.province_reason) ||
    filled(v.province_recommendation) ?><?cs call:summary_open() ?><?cs
 if:filled(v.overclaim_reason) ?><?cs call:summary_row("Alasan melebihi dokumen", v.overclaim_reason) ?><?cs /if ?><?cs
 if:filled(v.city_reason) ?><?cs call:summary_row("Catatan verifikasi", v.city_reason) ?><?cs /if ?><?cs
 if:filled(v.city_recommendation) ?><?cs call:summary_row("Rekomendasi", v.city_recommendation) ?><?cs /if ?><?cs
 if:filled(v.province_reason) ?><?cs call:summary_row("Catatan validasi", v.province_reason) ?><?cs /if ?><?cs
 if:filled(v.province_recommendation) && v.province_recommendation != v.city_recommendation ?><?cs
 call:summary_row("Rekomendasi provinsi", v.province_recommendation) ?><?cs /if ?><?cs call:summary_close() ?><?cs /if ?>
<?cs # Eleven such tables are thirty screens of a telephone; on paper they are open. ?><?cs
 set:caption = "Variabel " + v.number + ", tingkat demi tingkat" ?><?cs call:details_open(caption) ?><table class="govuk-table matang-table"><caption
class="govuk-visually-hidden"><?cs var:caption ?></caption><?cs
 call:head_open() ?><?cs call:th("Tingkat") ?><?cs call:th("Kriteria") ?><?cs call:th("Dokumen wajib") ?><?cs call:head_close() ?>
<?cs each:l = v.levels ?><?cs call:why_level(v, l) ?><?cs /each ?><?cs call:table_close() ?><?cs call:details_close() ?>
<?cs if:subcount(v.moves) ?><h3 class="govuk-heading-s">Yang berubah</h3>
<?cs call:why_moves(v.moves) ?><?cs /if ?></section>
<?cs /def ?><?cs

def:why_rules() ?><h2 class="govuk-heading-m" id="aturan">Aturan yang dipakai</h2>
<ol class="govuk-list govuk-list--number">
<li id="aturan-1">Tingkat yang berlaku adalah <?cs if:Why.province_tier ?>yang ditetapkan provinsi (validasi), bukan yang ditetapkan daerah<?cs
 else ?>yang ditetapkan tim verifikasi daerah; periode ini tanpa validasi provinsi<?cs /if ?>.</li>
<li id="aturan-2">Skor adalah jumlah tingkat semua variabel, paling banyak <?cs var:Why.most ?>.<?cs
 if:filled(Why.range) ?> Skor ini masuk kategori <?cs var:Agency.category ?> (<?cs var:Why.range ?>).<?cs /if ?></li>
<li id="aturan-3">Satu tingkat didukung bila semua dokumen wajib tingkat itu dan semua tingkat di bawahnya diterima.
Dokumen wajib ditentukan oleh instrumen yang dipakai daerah; daftar nasionalnya tidak kami temukan.</li>
<li id="aturan-4">Tim verifikasi dan provinsi dapat menetapkan tingkat yang berbeda dari dokumen. Bila di atas dokumen, atau berbeda dari tingkat
sebelumnya, alasannya wajib ditulis.</li>
</ol><?cs /def ?><?cs

def:why_body() ?><?cs if:filled(Why.number) ?><p class="govuk-body">Skor akhir <strong><?cs var:Why.number ?></strong> dari paling banyak <?cs
 var:Why.most ?><?cs if:filled(Agency.category) ?>, kategori <strong><?cs var:Agency.category ?></strong><?cs /if ?><?cs
 if:Why.against ?>; penilaian mandirinya <?cs var:Why.against ?><?cs /if ?>.</p>
<?cs else ?><p class="govuk-body">Belum ada skor akhir. Di bawah ini tingkat yang sudah ditetapkan.</p><?cs /if ?>
<?cs if:Score.self.points ?><?cs call:why_scores() ?><?cs /if ?>
<?cs call:why_overview() ?>
<?cs each:v = Variables ?><?cs call:why_variable(v) ?><?cs /each ?>
<?cs if:subcount(Moves) ?><h2 class="govuk-heading-m" id="perjalanan">Perjalanan penilaian</h2>
<?cs call:why_moves(Moves) ?><?cs /if ?>
<?cs call:why_rules() ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak halaman ini") ?></div><?cs /def ?><?cs

if:filled(Why.number) && filled(Why.against) ?><?cs set:heading = "Mengapa " + Why.number + ", bukan " + Why.against + "?" ?><?cs
elif:filled(Why.number) ?><?cs set:heading = "Mengapa " + Why.number + "?" ?><?cs
else ?><?cs set:heading = "Mengapa tingkatnya demikian?" ?><?cs /if ?>
