<?cs # SPDX-License-Identifier: ISC
# The papers, drawn from Issued.field alone: the print page and the public check
# page use the same macros, so that a changed print is seen.  What a block is
# stands in cgi-bin/lib/document/model.h; the PDF is drawn from the same blocks. ?><?cs include!"picture.cs" ?><?cs

def:paper_qr() ?><?cs if:Issued.qr ?><svg class="matang-paper__qr" viewBox="-4 -4 <?cs var:Issued.qr_size + #8 ?> <?cs var:Issued.qr_size +
    #8 ?>" role="img" aria-label="Kode QR menuju halaman periksa dokumen"><rect x="-4" y="-4" width="<?cs var:Issued.qr_size +
    #8 ?>" height="<?cs var:Issued.qr_size + #8 ?>" fill="#fff"></rect><path d="<?cs var:Issued.qr ?>" fill="#000"></path></svg><?cs /if ?><?cs /def ?><?cs

def:paper_proof() ?><div class="matang-paper__proof"><?cs call:paper_qr() ?><div>
<p>Periksa keaslian lembar ini: pindai kode QR, atau buka <?cs var:Issued.address ?></p>
<p>Kode: <strong><?cs var:Issued.code ?></strong></p>
<p>Kode isi (SHA-256): <?cs var:Issued.digest ?></p>
<p>Diterbitkan <?cs var:Issued.issued_at ?></p>
</div></div><?cs /def ?><?cs

def:paper_letterhead(f) ?><div class="matang-paper__letterhead"><div>
<p class="matang-paper__government">Pemerintah <?cs var:f.region_name ?></p>
<p class="matang-paper__agency"><?cs var:f.agency_name ?></p>
</div></div><?cs /def ?><?cs

def:paper_documents(documents) ?><?cs if:subcount(documents) ?><ul class="matang-paper__documents">
<?cs each:d = documents ?><li><?cs var:d.title ?><?cs if:filled(d.number) ?>, <?cs var:d.number ?><?cs /if ?> (tingkat <?cs var:d.level ?><?cs
 if:d.decision == "accepted" ?>, diterima<?cs elif:d.decision == "rejected" ?>, ditolak<?cs /if ?>)<?cs
 if:d.outside ?> – alamat luar, tidak tersimpan<?cs elif:d.sha256 ?> – SHA-256 <?cs var:d.sha256 ?>…<?cs /if ?></li>
<?cs /each ?></ul><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

# A signature that was drawn, or words in its place, which never begin so. ?><?cs
def:paper_ink(c) ?><?cs if:string.find(c, "M") == #0 ?><svg class="matang-ink" viewBox="0 0 300 100" role="img" aria-label="Tanda tangan"><path d="<?cs
 var:c ?>"></path></svg><?cs else ?><?cs var:c ?><?cs /if ?><?cs /def ?><?cs

# What stands over a cell, for a telephone, where each stands under the other. ?><?cs
def:paper_label(column) ?><?cs if:stacked ?> data-label="<?cs var:column.label ?>"<?cs /if ?><?cs /def ?><?cs

def:paper_cells(kind, row, columns) ?><?cs set:at = #0 ?><?cs each:c = row.cells ?><?cs
 if:columns[at].align == "left" ?><td class="matang-paper__cell"<?cs call:paper_label(columns[at]) ?>><?cs var:c ?></td><?cs
 elif:columns[at].align == "ink" ?><td class="matang-paper__cell matang-paper__ink"<?cs call:paper_label(columns[at]) ?>><?cs
 call:paper_ink(c) ?></td><?cs else ?><td class="matang-paper__num"<?cs call:paper_label(columns[at]) ?>><?cs var:c ?></td><?cs /if ?><?cs
 set:at = at + #1 ?><?cs /each ?><?cs /def ?><?cs

def:paper_table(b) ?><table<?cs if:stacked ?> class="matang-paper__stacked"<?cs /if ?>><?cs
 if:filled(b.text) ?><caption><?cs var:b.text ?></caption><?cs /if ?><thead><tr><?cs
 each:c = b.columns ?><th scope="col"<?cs
 if:c.align == "centre" ?> class="matang-paper__narrow"<?cs /if ?>><?cs var:c.label ?></th><?cs /each ?></tr></thead><tbody>
<?cs each:r = b.rows ?><tr<?cs if:r.total ?> class="matang-paper__total"<?cs /if ?>><?cs call:paper_cells(b.kind, r, b.columns) ?></tr>
<?cs /each ?><?cs if:!subcount(b.rows) ?><tr><td class="matang-paper__cell" colspan="<?cs var:subcount(b.columns) ?>">Belum ada.</td></tr>
<?cs /if ?></tbody></table><?cs /def ?><?cs

# More than a telephone is wide: what is mostly words stands cell under cell there, a name with few figures fits
# below upright heads, and what is mostly figures is moved sideways, with the keyboard too. ?><?cs
def:paper_table_whole(b) ?><?cs set:words = #0 ?><?cs set:sums = #0 ?><?cs each:c = b.columns ?><?cs if:c.align == "right" ?><?cs
 set:sums = sums + #1 ?><?cs elif:c.align == "left" || c.align == "ink" ?><?cs
 set:words = words + #1 ?><?cs /if ?><?cs /each ?><?cs set:figures = subcount(b.columns) - words ?><?cs set:stacked = #0 ?><?cs
if:subcount(b.columns) > #3 && words > #1 && figures < words + #1 ?><?cs set:stacked = #1 ?><?cs call:paper_table(b) ?><?cs
elif:subcount(b.columns) > #6 || (sums > #2 && subcount(b.columns) > #5) ||
 (words > #1 && subcount(b.columns) > #3) ?><div class="matang-paper__wide" role="group" tabindex="0" aria-label="<?cs
 if:filled(b.text) ?><?cs var:b.text ?><?cs else ?>Tabel<?cs /if ?>"><?cs call:paper_table(b) ?></div><?cs else ?><?cs
 call:paper_table(b) ?><?cs /if ?><?cs /def ?><?cs

def:paper_contents() ?><ol class="matang-paper__contents"><?cs each:h = Issued.field.blocks ?><?cs
 if:h.kind == "heading" && h.level < #3 ?><li class="matang-paper__contents-<?cs var:h.level ?>"><?cs var:h.text ?></li><?cs
 /if ?><?cs /each ?></ol><?cs /def ?><?cs

def:paper_signer(words) ?><?cs if:string.find(words, "a.n. ") == #0 ?><p class="matang-paper__behalf"><?cs var:words ?></p><?cs
 else ?><p><?cs var:words ?></p><?cs /if ?><?cs /def ?><?cs

def:paper_signature(s) ?><div class="matang-paper__signature">
<?cs if:filled(s.cells.0) ?><p><?cs var:s.cells.0 ?></p>
<?cs /if ?><?cs call:paper_signer(s.cells.1) ?>
<p class="matang-paper__signature-space"></p>
<p class="matang-paper__signature-name"><?cs var:s.cells.2 ?></p>
<?cs if:filled(s.cells.3) ?><p><?cs var:s.cells.3 ?></p>
<?cs /if ?><?cs if:filled(s.cells.4) ?><p><?cs var:s.cells.4 ?></p><?cs /if ?>
</div><?cs /def ?><?cs

def:paper_head(b) ?><div class="matang-paper__letterhead"><?cs if:filled(b.text) &&
    filled(Actor.name) ?><img class="matang-paper__crest" src="<?cs var:Site.base ?>/paper/crest/<?cs var:b.text ?>" alt="Lambang"><?cs /if ?><div>
<p class="matang-paper__government"><?cs var:b.rows.0.cells.0 ?></p>
<p class="matang-paper__agency"><?cs var:b.rows.1.cells.0 ?></p>
<?cs if:filled(b.rows.2.cells.0) ?><p class="matang-paper__address"><?cs var:b.rows.2.cells.0 ?></p><?cs /if ?><?cs
 if:filled(b.rows.3.cells.0) ?><p class="matang-paper__address"><?cs var:b.rows.3.cells.0 ?></p><?cs /if ?>
</div></div><?cs /def ?><?cs

# The head of a letter: what it is known by, its day, and to whom. ?><?cs
def:paper_address(b) ?><div class="matang-paper__address-block<?cs if:b.level == #1 ?> matang-paper__address-block--right<?cs /if ?>"><p
class="matang-paper__dated"><?cs var:b.text ?></p><dl class="matang-paper__facts"><?cs each:r = b.rows ?><?cs
 if:subcount(r.cells) == #2 ?><dt><?cs var:r.cells.0 ?></dt><dd><?cs var:r.cells.1 ?></dd><?cs /if ?><?cs /each ?></dl><p
class="matang-paper__to"><?cs each:r = b.rows ?><?cs if:subcount(r.cells) == #1 ?><?cs var:r.cells.0 ?><br>
<?cs /if ?><?cs /each ?></p></div><?cs /def ?><?cs

def:paper_block(b) ?><?cs
if:b.kind == "letterhead" ?><?cs call:paper_head(b) ?><?cs
elif:b.kind == "title" ?><h2 class="matang-paper__title"><?cs var:b.text ?></h2><?cs
 each:r = b.rows ?><p class="matang-paper__number"><?cs var:r.cells.0 ?></p><?cs /each ?><?cs
elif:b.kind == "heading" ?><?cs if:b.level == #3 ?><h4><?cs var:b.text ?></h4><?cs else ?><h3><?cs var:b.text ?></h3><?cs /if ?><?cs
elif:b.kind == "paragraph" ?><p class="matang-paper__text<?cs if:b.level == #1 ?> matang-paper__text--letter<?cs /if ?>"><?cs
 var:b.text ?></p><?cs
elif:b.kind == "address" ?><?cs call:paper_address(b) ?><?cs
elif:b.kind == "foot" ?><p class="matang-paper__foot"><?cs var:b.text ?></p><?cs
elif:b.kind == "right" ?><p class="matang-paper__right"><?cs var:b.text ?></p><?cs
elif:b.kind == "note" ?><p class="matang-paper__note"><?cs var:b.text ?></p><?cs
elif:b.kind == "facts" ?><dl class="matang-paper__facts"><?cs
 each:r = b.rows ?><dt><?cs var:r.cells.0 ?></dt><dd><?cs var:r.cells.1 ?></dd><?cs /each ?></dl><?cs
elif:b.kind == "list" ?><?cs if:filled(b.text) ?><p class="matang-paper__listed"><?cs var:b.text ?></p><?cs /if ?><dl class="matang-paper__list"><?cs
 each:r = b.rows ?><dt><?cs var:r.cells.0 ?></dt><dd><?cs var:r.cells.1 ?></dd><?cs /each ?></dl><?cs
elif:b.kind == "table" ?><?cs call:paper_table_whole(b) ?><?cs
elif:b.kind == "contents" ?><?cs call:paper_contents() ?><?cs
elif:b.kind == "picture" ?><?cs call:picture(Pictures[id]) ?><?cs
elif:b.kind == "lines" ?><p><?cs var:b.text ?></p><div class="matang-paper__lines"></div><?cs
elif:b.kind == "signatures" ?><div class="matang-paper__signatures"><?cs if:subcount(b.rows) == #1 ?><div></div><?cs /if ?><?cs
 each:r = b.rows ?><?cs call:paper_signature(r) ?><?cs /each ?></div><?cs
elif:b.kind == "qr" ?><p class="matang-paper__number"><?cs var:b.text ?></p><?cs
elif:b.kind == "page" ?><div class="matang-paper--next"></div><?cs /if ?>
<?cs /def ?><?cs

# The page that a paper stands on has its heading above whatever is done with the paper; the paper's own is its
# title. Only the latter is printed. ?><?cs
def:paper_page(heading, caption) ?><?cs if:caption ?><span class="govuk-caption-l matang-screen-only"><?cs var:caption ?></span>
<?cs /if ?><h1 class="govuk-heading-l matang-screen-only"><?cs var:heading ?></h1><?cs /def ?><?cs

# Papers that were issued before there were blocks. ?><?cs

def:paper_form_before(f) ?><?cs call:paper_letterhead(f) ?>
<h2 class="matang-paper__title">Kuesioner penilaian mandiri kematangan organisasi<br>tahun <?cs var:f.year ?> (<?cs
 if:f.province_tier ?>tervalidasi<?cs else ?>terverifikasi<?cs /if ?>)</h2>
<dl class="matang-paper__facts">
<dt>Perangkat daerah</dt><dd><?cs var:f.agency_name ?></dd>
<dt>Daerah</dt><dd><?cs var:f.region_name ?></dd>
<dt>Instrumen</dt><dd><?cs var:f.instrument_name ?></dd>
</dl>
<h3>Tingkat tiap variabel</h3>
<table><thead><tr><th scope="col">No.</th><th scope="col">Variabel</th><th scope="col">Mandiri</th><th scope="col">Verifikasi</th><?cs
 if:f.province_tier ?><th scope="col">Validasi</th><?cs /if ?><th scope="col">Akhir</th></tr></thead><tbody>
<?cs each:v = f.variables ?><tr><td class="matang-paper__num"><?cs var:v.number ?></td><th scope="row"><?cs
 var:v.name ?></th><td class="matang-paper__num"><?cs var:v.self ?></td><td class="matang-paper__num"><?cs var:v.city ?></td><?cs
 if:f.province_tier ?><td class="matang-paper__num"><?cs var:v.province ?></td><?cs /if ?><td class="matang-paper__num"><?cs var:v.final ?></td></tr>
<?cs /each ?></tbody><tfoot><tr><td></td><th scope="row">Jumlah skor</th><td class="matang-paper__num"><?cs
 var:f.self ?></td><td class="matang-paper__num"><?cs var:f.city ?></td><?cs if:f.province_tier ?><td class="matang-paper__num"><?cs
 var:f.province ?></td><?cs /if ?><td class="matang-paper__num"><?cs var:f.final ?></td></tr></tfoot></table>
<dl class="matang-paper__facts">
<dt>Kategori (jumlah skor)</dt><dd><?cs var:f.category ?></dd>
<dt>Tingkat bertahap (variabel terendah)</dt><dd><?cs var:f.staged ?></dd>
<dt>Perubahan dari penilaian mandiri</dt><dd><?cs var:f.change ?></dd>
</dl>
<h3>Penjelasan, catatan, rekomendasi dan data dukung</h3>
<table><thead><tr><th scope="col">No.</th><th scope="col">Penjelasan perangkat daerah</th><?cs
 # What the agency says, and what it is answered. ?><th scope="col">Catatan dan rekomendasi</th><th scope="col">Data dukung</th></tr></thead><tbody>
<?cs each:v = f.variables ?><tr><th scope="row" class="matang-paper__num"><?cs var:v.number ?></th><td><?cs var:v.explanation ?><?cs
 if:filled(v.overclaim_reason) ?><br>Alasan menilai di atas dokumen: <?cs var:v.overclaim_reason ?><?cs /if ?></td><td><?cs
 if:filled(v.city_reason) ?>Catatan verifikasi: <?cs var:v.city_reason ?><br><?cs /if ?><?cs
 if:filled(v.city_recommendation) ?>Rekomendasi: <?cs var:v.city_recommendation ?><br><?cs /if ?><?cs
 if:filled(v.province_reason) ?>Catatan validasi: <?cs var:v.province_reason ?><br><?cs /if ?><?cs
 if:filled(v.province_recommendation) ?>Rekomendasi provinsi: <?cs var:v.province_recommendation ?><?cs /if ?></td><td><?cs
 call:paper_documents(v.documents) ?></td></tr>
<?cs /each ?></tbody></table>
<div class="matang-paper__signatures"><div></div><div class="matang-paper__signature">
<p><?cs var:f.place ?><?cs if:filled(f.place) ?>, <?cs /if ?><?cs var:f.dated ?></p>
<p><?cs var:f.head_title ?></p>
<p class="matang-paper__signature-space"></p>
<p class="matang-paper__signature-name"><?cs var:f.head_name ?></p>
<p><?cs var:f.head_rank ?></p>
<p>NIP <?cs var:f.head_nip ?></p>
</div></div><?cs /def ?><?cs

def:paper_receipt_before(f) ?><div class="matang-paper__letterhead"><div>
<p class="matang-paper__government">Pemerintah <?cs var:f.region_name ?></p>
<p class="matang-paper__agency"><?cs if:filled(f.bureau) ?><?cs var:f.bureau ?><?cs else ?>Tim Pelaksana<?cs /if ?></p>
</div></div>
<h2 class="matang-paper__title">Tanda terima</h2>
<p class="matang-paper__number">Nomor <?cs var:f.number ?>/<?cs var:f.year ?></p>
<p>Telah diterima kuesioner penilaian mandiri kematangan organisasi yang sudah ditandatangani kepala perangkat daerah:</p>
<dl class="matang-paper__facts">
<dt>Perangkat daerah</dt><dd><?cs var:f.agency_name ?></dd>
<dt>Tahun penilaian</dt><dd><?cs var:f.year ?></dd>
<dt>Skor akhir</dt><dd><?cs var:f.final ?> (<?cs var:f.category ?>)</dd>
<dt>Dikirim</dt><dd><?cs var:f.sent_at ?> oleh <?cs var:f.sent_by ?></dd>
<dt>Berkas</dt><dd><?cs var:f.scan_name ?></dd>
<dt>Kode berkas (SHA-256)</dt><dd><?cs var:f.scan_sha256 ?></dd>
<dt>Kode formulir</dt><dd><?cs var:f.form_code ?></dd>
<dt>Kode isi formulir</dt><dd><?cs var:f.form_digest ?></dd>
</dl>
<div class="matang-paper__signatures"><div></div><div class="matang-paper__signature">
<p><?cs var:f.place ?><?cs if:filled(f.place) ?>, <?cs /if ?><?cs var:f.dated ?></p>
<p>Penerima, Tim Pelaksana</p>
<p class="matang-paper__signature-space"></p>
<p class="matang-paper__signature-name"><?cs var:f.received_by ?></p>
</div></div><?cs /def ?><?cs

# What it is not: a draft, or one that counts no more.  On paper too. ?><?cs
def:paper_mark(words) ?><p class="matang-paper__mark"><?cs var:words ?></p><?cs /def ?><?cs

def:paper_body() ?><?cs if:filled(Issued.mark) ?><?cs call:paper_mark(Issued.mark) ?><?cs /if ?><?cs if:subcount(Issued.field.blocks) ?><?cs
 each:b = Issued.field.blocks ?><?cs set:id = "chart" + name(b) ?><?cs
 call:paper_block(b) ?><?cs /each ?><?cs elif:Issued.kind == "receipt" ?><?cs call:paper_receipt_before(Issued.field) ?><?cs else ?><?cs
 call:paper_form_before(Issued.field) ?><?cs /if ?><?cs if:filled(Issued.code) ?><?cs call:paper_proof() ?><?cs /if ?><?cs /def ?><?cs

def:paper_pdf() ?><?cs if:Issued.id && subcount(Issued.field.blocks) ?><p class="govuk-body"><a class="govuk-link" href="<?cs
 var:Site.base ?>/paper/<?cs var:Issued.id ?>/pdf">Unduh PDF</a> (PDF/A-2b, dapat langsung diarsipkan)</p><?cs /if ?><?cs /def ?><?cs

# Of the letter of a service: whether it came back signed, and how. ?><?cs
def:paper_signed() ?><?cs if:filled(Issued.signed) ?><p class="govuk-body"><?cs
 if:Issued.signed == "absent" ?>Salinan bertanda tangan belum disimpan di sini.<?cs
 elif:Issued.signed == "kept" ?>Surat bertanda tangan telah disimpan, <?cs var:Issued.signed_at ?>.<?cs
 elif:Issued.signed == "proved" ?>Ditandatangani secara elektronik, dan tanda tangannya sah. Surat bertanda tangan telah disimpan, <?cs
  var:Issued.signed_at ?>.<?cs
 else ?>Ditandatangani secara elektronik, tetapi tanda tangannya tidak dapat dipastikan di server ini. Surat bertanda tangan telah disimpan, <?cs
  var:Issued.signed_at ?>.<?cs /if ?><?cs
 if:filled(Issued.signed_file) ?><br><span class="govuk-body-s">Kode berkasnya (SHA-256): <?cs var:Issued.signed_file ?></span><?cs
 /if ?></p><?cs /if ?><?cs /def ?><?cs
def:paper_state() ?><?cs set:compare = "Bandingkan setiap baris di bawah dengan kertas yang Anda pegang." ?><?cs
 if:Issued.state == "valid" && Issued.signed == "none" ?><?cs set:words = " ini tercatat dan belum ditandatangani. " ?><?cs
 call:inset(Issued.name + words + compare) ?><?cs
 elif:Issued.state == "valid" && Issued.signed == "waiting" ?><?cs
 set:words = " ini tercatat. Yang ditandatangani sudah masuk dan menunggu diperiksa tim verifikasi. " ?><?cs call:inset(Issued.name + words + compare) ?><?cs
 elif:Issued.state == "valid" && Issued.signed == "confirmed" ?><?cs
 set:words = " ini berlaku: sudah ditandatangani, dan diterima tim verifikasi. " ?><?cs call:success(Issued.name + words + compare) ?><?cs
 elif:Issued.state == "valid" && Issued.signed == "reasoned" ?><?cs
 set:words = " ini berlaku. Pada berkas yang ditandatangani ada yang tidak sesuai; tim verifikasi menerimanya dengan alasan yang tercatat. " ?><?cs
 call:inset(Issued.name + words + compare) ?><?cs
 elif:Issued.state == "valid" ?><?cs set:words = " ini berlaku. " ?><?cs call:success(Issued.name + words + compare) ?><?cs call:paper_signed() ?><?cs
 elif:Issued.state == "replaced" ?><?cs set:words = " ini tidak berlaku lagi: sudah diganti dengan terbitan yang lebih baru." ?><?cs
 call:warning(Issued.name + words) ?><?cs
 elif:Issued.state == "expired" ?><?cs set:words = " ini tidak berlaku lagi: masa berlakunya sudah lewat." ?><?cs
 call:warning(Issued.name + words) ?><?cs
 else ?><?cs set:words = " ini dibatalkan: tidak berlaku lagi." ?><?cs call:warning(Issued.name + words) ?><?cs /if ?><?cs
 if:Issued.ended_at ?><p class="govuk-body">Sejak <?cs var:Issued.ended_at ?>.<?cs
 if:filled(Issued.ended_reason) ?> Alasan: <?cs var:Issued.ended_reason ?><?cs /if ?></p><?cs /if ?><?cs
 if:filled(Issued.renewed_by) ?><p class="govuk-body">Surat ini sudah diperpanjang dengan surat Nomor <?cs var:Issued.renewed_by ?>.</p><?cs
 /if ?><?cs /def ?>
