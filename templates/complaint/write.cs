<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pengaduan dan pertanyaan" ?><?cs set:title_place = Region.name ?><?cs set:page_script = "matang-guest-files" ?><?cs
set:base = Site.base + "/complaint" ?><?cs set:here = base + "/to/" + Region.code ?><?cs

def:lapor() ?><section class="matang-panel" aria-labelledby="lapor"><h2 class="govuk-heading-s" id="lapor">Atau lewat SP4N-LAPOR!</h2>
<p class="govuk-body">Kanal pengaduan nasional: <a class="govuk-link" href="https://www.lapor.go.id" rel="external noreferrer">www.lapor.go.id</a>. Teks yang
dapat disalin sebagai pembuka:</p>
<pre class="matang-code"><code>Kepada Pemerintah <?cs var:Region.name ?>, tentang penilaian kematangan organisasi perangkat daerah
(Permendagri 99 Tahun 2018): </code></pre>
<?cs if:filled(Region.complaint_channel) ?><p class="govuk-body">Saluran lain: <?cs var:Region.complaint_channel ?></p><?cs /if ?></section><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, Region.name) ?>
<p class="govuk-body">Diteruskan dalam <?cs var:Region.forward_days ?> hari kerja dan dijawab dalam <?cs var:Region.answer_days ?> hari kerja sesudahnya. Isinya
tidak ditampilkan kepada umum. Nama, kontak, uraian dan berkas dihapus <?cs var:Region.kept ?> sesudah pengaduan selesai.</p>
<form method="post" action="<?cs var:url_validate(here) ?>" enctype="multipart/form-data" class="matang-narrow" novalidate><?cs call:csrf() ?>
<?cs call:select_field("category", "Tentang", "", Categories) ?><?cs
call:text_field("title", "Judul", "Satu kalimat.") ?><?cs
call:textarea_field("body", "Uraian", "Apa yang terjadi, di mana dan kapan. Jangan menulis nomor KTP.", "7", "4000") ?><?cs
call:place_field("Lokasi (boleh kosong)", "") ?><?cs
call:pictures_field("file", "Berkas (boleh kosong)", "Paling banyak tiga, masing-masing paling besar 10 MB: " + Upload.takes + ".", Upload.accept) ?><?cs
call:input_field("name", "Nama (boleh kosong)", "", "text", "name", "") ?><?cs
call:input_field("contact", "Surel atau telepon (boleh kosong)",
 "Bila surel: diberi tahu ketika dijawab. Jawabannya dibaca dengan nomor dan kode rahasia.", "text", "email", "") ?><?cs
call:checkbox("anonymous", "1", "Anonim", "Nama dan kontak hanya dibaca Sekretariat Daerah, tidak oleh perangkat daerah yang dilaporkan.") ?><?cs
call:checkbox("confidential", "1", "Rahasia", "Isinya hanya dibaca Sekretariat Daerah dan perangkat daerah yang menangani.") ?><?cs
call:guest_fields() ?><?cs call:submit("Kirim") ?></form>
<p class="govuk-body"><?cs call:link(base + "/follow", "Ikuti pengaduan yang sudah dikirim") ?></p>
<?cs call:lapor() ?><?cs /def ?><?cs include!"layout.cs" ?>
