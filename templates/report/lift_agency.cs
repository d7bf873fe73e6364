<?cs include!"macros.cs" ?><?cs set:title = "Dokumen yang paling menaikkan skor" ?><?cs
 set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs set:back_label = "Laporan perangkat daerah" ?><?cs

def:lift_aims(l) ?><?cs each:a = l.aims ?>variabel <?cs var:a.number ?> menjadi Tingkat <?cs var:a.reach ?> (<?cs
 if:a.documents == #0 ?>tanpa dokumen baru<?cs else ?><?cs var:a.documents ?> dokumen<?cs /if ?>)<?cs if:!last(a) ?>, <?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:lift_line(l) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:l.documents == #0 ?>Tanpa dokumen baru<?cs else ?><?cs var:l.documents ?> dokumen<?cs /if ?></th><td
class="govuk-table__cell govuk-table__cell--numeric" data-label="Kenaikan"><strong>+<?cs var:l.points ?></strong></td><td
class="govuk-table__cell govuk-table__cell--numeric" data-label="Skor menjadi"><?cs if:?l.score ?><?cs var:l.score ?><?cs else ?>–<?cs /if ?></td><td
class="govuk-table__cell" data-label="Caranya"><?cs call:lift_aims(l) ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:lift_alike(i) ?><?cs if:subcount(i.alike) ?><span class="matang-copied">Sudah ada di: <?cs each:a = i.alike ?><?cs var:a.name ?><?cs
 if:!last(a) ?>, <?cs /if ?><?cs /each ?><?cs if:i.others ?>, dan <?cs var:i.others ?> lain<?cs /if ?> (jenis: <?cs
 each:k = i.kinds ?><?cs var:k.name ?><?cs if:!last(k) ?>, <?cs /if ?><?cs /each ?>)</span><?cs /if ?><?cs /def ?><?cs

def:lift_missing(m) ?><section class="matang-report-variable"><h3 class="govuk-heading-s"><?cs var:m.number ?>. <?cs
 var:m.name ?>, sekarang Tingkat <?cs var:m.level ?></h3>
<ul class="govuk-list govuk-list--bullet"><?cs each:i = m.items ?><li>Tingkat <?cs var:i.roman ?>: <?cs if:May.attach ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/upload/attach/<?cs var:Assessment.id ?>/<?cs var:i.id ?>"><?cs var:i.title ?></a><?cs else ?><?cs var:i.title ?><?cs /if ?><?cs
 call:lift_alike(i) ?></li><?cs /each ?></ul></section>
<?cs /def ?><?cs

def:content() ?><?cs set:caption = Assessment.agency_name + " · " + Assessment.year ?><?cs call:page_title(title, caption) ?>
<p class="govuk-body">Kenaikan skor terbesar untuk sejumlah dokumen, menurut tingkat yang berlaku sekarang<?cs
 if:Now ?> (jumlah <?cs var:Now ?>)<?cs /if ?>. Ini saran: tingkat tetap ditetapkan tim verifikasi setelah dokumennya diperiksa.</p>
<?cs if:subcount(Lines) ?><?cs call:table_open("Kenaikan terbesar dengan dokumen paling sedikit") ?><?cs call:head_open() ?><?cs call:th("Dokumen wajib") ?><?cs
 call:th_num("Kenaikan") ?><?cs call:th_num("Skor menjadi") ?><?cs call:th("Caranya") ?><?cs call:head_close() ?>
<?cs each:l = Lines ?><?cs call:lift_line(l) ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:Beyond ?><p class="govuk-body">Masih ada <?cs
 var:Beyond ?> langkah lagi dengan dokumen lebih banyak.</p><?cs /if ?>
<?cs else ?><?cs
 call:empty_state("Belum ada yang dapat dihitung", "Daftar ini muncul setelah tingkat dipilih, selama masih ada yang lebih tinggi.") ?><?cs /if ?>
<?cs if:subcount(Missing) ?><h2 class="govuk-heading-m" id="dokumen">Dokumen wajib yang belum <?cs if:May.attach ?>ada<?cs else ?>ada atau belum diterima<?cs
 /if ?></h2>
<?cs each:m = Missing ?><?cs call:lift_missing(m) ?><?cs /each ?><?cs /if ?>
<?cs call:details_open("Cara menghitung daftar ini") ?><p>Satu tingkat didukung bila semua dokumen wajib tingkat itu dan tingkat di bawahnya
ada; setelah diperiksa, bila diterima. Dari semua gabungan dokumen yang mungkin, dipilih yang paling banyak
menaikkan tingkat. Baris yang tidak lebih baik dari baris sebelumnya tidak ditampilkan.</p>
<p>“Sudah ada di” menyebut perangkat daerah lain di daerah ini yang dokumennya untuk kriteria itu sudah diterima pada periode ini atau sebelumnya.
Isi dan judulnya tidak ditunjukkan; tanyakan langsung kepada mereka.</p><?cs call:details_close() ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak daftar") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
