<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Pengesahan" ?><?cs
 set:title_place = Assessment.agency_name ?><?cs set:page_script = "matang-photos" ?><?cs
 if:Actor.role == "validator" || Actor.role == "auditor" ?><?cs
 set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs else ?><?cs
 set:back_href = Site.base + "/signoff/" ?><?cs /if ?><?cs if:Page.done == "refused" ?><?cs
 set:done_text = "Pindaian dikembalikan. Perangkat daerah melihat alasannya dan dapat mengunggah lagi." ?><?cs /if ?><?cs
 if:Page.done == "checked" ?><?cs set:done_text = "Berkas sudah diperiksa lagi." ?><?cs /if ?><?cs
 if:Page.done == "esigned" ?><?cs set:done_text = "Formulir sudah ditandatangani secara elektronik dan dikirim ke tim verifikasi." ?><?cs /if ?><?cs
def:esign() ?><?cs
 if:May.esign && Actor.role == "head" && Signature.method != "electronic" ?><section class="matang-panel"
aria-labelledby="esign"><h3 class="govuk-heading-s" id="esign">Secara elektronik, langsung di sini</h3>
<p class="govuk-body">Dengan sertifikat elektronik BSrE Anda. Tidak perlu mencetak, memindai atau mengunggah.</p>
<?cs call:button_link(Site.base + "/esign/" + Assessment.id + "/", "Tanda tangani secara elektronik") ?></section>
<h3 class="govuk-heading-s">Atau dengan cara lain</h3>
<p class="govuk-body">Tanda tangani lembar cetaknya lalu pindai, atau tanda tangani PDF-nya di aplikasi lain; kemudian unggah hasilnya.</p>
<?cs elif:May.esign && !Signature.id ?><p class="govuk-body">Kepala perangkat daerah juga dapat menandatanganinya secara
elektronik langsung di Matang, dari akunnya sendiri.</p>
<?cs /if ?><?cs /def ?><?cs
def:pdf_signatures() ?><?cs if:Signature.verdict ?><h3 class="govuk-heading-s">Tanda tangan elektronik: <?cs
 if:Signature.verdict == "valid" ?><?cs call:tag("accepted", Signature.verdict_name) ?><?cs elif:Signature.verdict == "invalid" ?><?cs
 call:tag("rejected", Signature.verdict_name) ?><?cs else ?><?cs call:tag("pending", Signature.verdict_name) ?><?cs /if ?></h3>
<p class="govuk-body"><?cs var:Signature.why ?></p>
<?cs if:subcount(PdfSignatures) ?><?cs call:table_open("Tanda tangan di dalam berkas, menurut urutan dibuat") ?><?cs
 call:head_open() ?><?cs call:th("Penandatangan") ?><?cs call:th("Diterbitkan oleh") ?><?cs call:th("Waktu") ?><?cs
 call:th("Hasil") ?><?cs call:head_close() ?>
<?cs each:s = PdfSignatures ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:filled(s.signer) ?><?cs var:s.signer ?><?cs else ?>Tidak terbaca<?cs /if ?><?cs if:s.kind == "timestamp" ?> (stempel waktu)<?cs /if ?><?cs
 if:filled(s.organisation) ?><br><span class="govuk-hint"><?cs var:s.organisation ?></span><?cs /if ?><?cs
 if:filled(s.nip) ?><br><span class="govuk-hint">NIP <?cs var:s.nip ?></span><?cs /if ?></th><?cs
call:td("Diterbitkan oleh", s.issuer) ?><td class="govuk-table__cell" data-label="Waktu"><span><?cs if:s.when ?><?cs var:s.when ?><br><?cs
 if:s.proved_time ?>dibuktikan stempel waktu<?cs
  elif:s.stamp == "stranger" ?>menurut penandatangan; stempel waktunya dari pihak yang tidak dipercaya daerah<?cs
  else ?>menurut penandatangan<?cs /if ?><?cs else ?>Tidak disebut<?cs
 /if ?></span></td><td class="govuk-table__cell" data-label="Hasil"><span><strong><?cs var:s.verdict_name ?>.</strong> <?cs var:s.why ?><?cs
 if:!s.whole && s.verdict == "valid" ?> Sesudahnya hanya ditambahkan bukti, stempel waktu atau tanda tangan berikutnya.<?cs
 /if ?></span></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs /if ?>
<p class="govuk-hint">Diperiksa <?cs
 var:Signature.checked ?> tanpa menghubungi jaringan: pencabutan sertifikat diketahui hanya dari daftar yang dipasang administrator.</p>
<?cs /if ?><?cs /def ?><?cs

# Who signed beside who was printed to, in plain words. ?><?cs
def:signatory() ?><?cs if:Signatory.is == "same" ?><p class="govuk-body">Penandatangannya kepala yang tercetak pada formulir: <?cs
 var:Signatory.printed ?><?cs if:Signatory.acting ?>, sebagai <?cs var:Signatory.office ?><?cs /if ?>.</p>
<?cs elif:Signatory.is ?><?cs if:Signatory.is == "name" ?><?cs
 set:differs = "Ditandatangani " + Signatory.signer + ", sedangkan yang tercetak pada formulir " + Signatory.printed + "." ?><?cs
 else ?><?cs set:differs = "Ditandatangani " + Signatory.signer + ", tetapi NIP di sertifikatnya bukan NIP " + Signatory.printed +
 " yang tercetak pada formulir." ?><?cs /if ?><?cs call:warning(differs) ?>
<p class="govuk-body">Bila penandatangan menggantikan kepala (Plt. atau Plh.), jabatan dan namanya harus tercetak: perbarui data
kepala perangkat daerah, lalu cetak dan tanda tangani formulir baru.</p><?cs /if ?><?cs /def ?><?cs

# What was found in the file that came back. ?><?cs
def:found() ?><p class="govuk-body"><?cs var:Signature.found ?></p><?cs call:pdf_signatures() ?><?cs call:signatory() ?>
<?cs if:!Assessment.own && (Actor.role == "verifier" || Actor.role == "operator" || Actor.role == "head") ?><form method="post" action="<?cs
 var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/scan/check"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--secondary">Periksa berkas lagi</button></form>
<?cs /if ?><?cs /def ?><?cs

# The file that came back, in a frame without an origin: htdocs/src/js/viewer.js. ?><?cs
def:scan_viewer() ?><?cs
 set:scan = Site.base + "/signoff/" + Assessment.id + "/scan/" + Signature.id ?><?cs set:view = scan + "/view" ?><section
class="matang-viewer"
id="viewer" tabindex="-1" aria-labelledby="viewer-title" data-viewer data-assets="<?cs var:Site.assets ?>">
<div class="matang-viewer__head"><h2 class="matang-viewer__title" id="viewer-title" data-viewer-title>Berkas yang dikirim</h2>
<div class="matang-viewer__tools"><a class="govuk-link" href="<?cs var:url_validate(scan) ?>"><?cs var:Signature.client_name ?></a> (<?cs
 var:Signature.size ?>)</div></div>
<div class="matang-viewer__place" data-viewer-place<?cs if:Signature.kind ?> data-frame="<?cs var:scan ?>/frame" data-file="<?cs
 var:scan ?>" data-title="Berkas yang dikirim"<?cs /if ?>><?cs if:Signature.kind ?><noscript><iframe class="matang-viewer__frame"
 sandbox title="Berkas yang dikirim" src="<?cs var:url_validate(view) ?>"></iframe></noscript><?cs
else ?><p class="matang-viewer__note">Jenis berkas ini tidak dapat ditampilkan di sini. Unduh untuk melihatnya.</p><?cs /if ?></div>
</section><?cs /def ?><?cs

def:came_in() ?><h2 class="govuk-heading-m">Yang dikirim, dan apa yang ditemukan di dalamnya</h2>
<?cs call:summary_open() ?><?cs call:summary_row("Dikirim", Signature.sent_at) ?><?cs call:summary_row("Oleh", Signature.sent_by) ?><?cs
 call:summary_row("SHA-256", Signature.sha256) ?><?cs call:summary_close() ?>
<?cs call:found() ?><?cs /def ?><?cs

def:signed_paper() ?><?cs if:subcount(Issued.field.blocks) ?><section class="matang-signed" aria-labelledby="signed"><h2
class="govuk-heading-m" id="signed">Yang ditandatangani</h2>
<p class="govuk-body">Semua variabel, dokumen dan jumlah skor, <?cs if:Printed.state == "valid" ?>seperti tercetak pada formulir<?cs
 else ?>seperti akan tercetak pada formulir<?cs /if ?>.</p>
<div class="matang-compare__form" tabindex="0" role="group" aria-label="Isi formulir"><article class="matang-paper"><?cs
 call:paper_body() ?></article></div></section>
<?cs /if ?><?cs /def ?><?cs
def:compare() ?><h2 class="govuk-heading-m">Bandingkan, lalu terima atau kembalikan</h2>
<details class="govuk-details" open><summary class="govuk-details__summary"><span
class="govuk-details__summary-text">Formulir yang tercatat</span></summary>
<div class="matang-compare__form" tabindex="0" role="group" aria-label="Formulir yang tercatat"><article class="matang-paper"><?cs
 call:paper_body() ?></article></div></details>
<form method="post" action="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/receive" novalidate><?cs call:csrf() ?><input
type="hidden" name="seen" value="<?cs var:Signature.id ?>">
<?cs if:subcount(Objections) ?><?cs call:warning("Ada yang tidak sesuai. Kembalikan berkasnya, atau terima dengan alasan.") ?><ul
class="govuk-list govuk-list--bullet"><?cs
 each:o = Objections ?><li><?cs var:o.text ?></li><?cs /each ?></ul><?cs /if ?>
<?cs call:checkbox("compared", "1", "Sudah saya bandingkan dengan formulir yang tercatat",
    "Kode, tingkat dan jumlah skor, tanda tangan, nama dan NIP sama.") ?>
<?cs if:subcount(Objections) ?><?cs call:textarea_field("why", "Alasan tetap menerima", "Tersimpan dalam riwayat.", "3", "1000") ?><?cs /if ?>
<?cs call:submit("Terima dan terbitkan tanda terima") ?></form>
<form method="post" action="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/scan/refuse" novalidate><?cs call:csrf() ?>
<h2 class="govuk-heading-m">Tidak dapat diterima?</h2>
<?cs call:textarea_field("reason", "Alasan mengembalikan", "Misalnya tidak terbaca, belum ditandatangani, atau bukan formulir ini. " +
    "Perangkat daerah dapat mengunggah lagi; tingkatnya tidak berubah.", "3", "1000") ?>
<button type="submit" class="govuk-button govuk-button--secondary">Kembalikan berkas</button></form>
<?cs /def ?><?cs def:content() ?>
<?cs set:caption = Assessment.agency_name + " · " + Assessment.year ?><?cs call:page_title("Pengesahan", caption) ?>
<p class="govuk-body">Status sekarang: <?cs if:filled(Refused.reason) ?><?cs
 call:tag("returned", "Pindaian dikembalikan") ?><?cs else ?><?cs call:tag(Assessment.state, Assessment.state_name) ?><?cs /if ?></p>
<?cs if:Assessment.own ?><?cs call:inset(Assessment.own) ?><?cs /if ?>
<?cs if:May.sign || May.replace ?>
<?cs if:filled(Refused.reason) ?><?cs call:notice("Pindaian dikembalikan oleh tim verifikasi", Refused.reason) ?><?cs /if ?><?cs call:signed_paper() ?>
<h2 class="govuk-heading-m"><?cs if:May.esign && Actor.role == "head" ?>1. Buat formulir<?cs else ?>1. Cetak formulir<?cs /if ?></h2>
<?cs if:Printed.state == "valid" ?><?cs if:Printed.head_changed ?><?cs call:warning("Kepala perangkat daerah berubah setelah formulir dicetak. " +
    "Buat formulir baru, lalu mintakan tanda tangan lagi: yang lama hanya diterima tim verifikasi dengan alasan.") ?><?cs /if ?><p
class="govuk-body">Formulir sudah dibuat.
<a class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/form">Buka dan cetak formulir</a></p>
<?cs /if ?><?cs if:May.print ?><form method="post" action="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/form"><?cs call:csrf() ?>
<?cs if:Printed.state == "valid" ?><p class="govuk-body">Nama kepala berubah, atau ada yang keliru? Buat formulir baru;
yang lama tidak berlaku lagi.</p><button type="submit" class="govuk-button govuk-button--secondary">Buat formulir baru</button>
<?cs else ?><p class="govuk-body">Formulir memuat setiap tingkat, catatan dan dokumen, dengan tempat tanda tangan kepala perangkat daerah.<?cs
 if:May.esign && Actor.role == "head" ?> Setelah dibuat, Anda dapat menandatanganinya secara elektronik di sini.<?cs /if ?></p><?cs
 call:submit("Buat formulir untuk dicetak") ?><?cs /if ?></form><?cs /if ?>
<?cs if:Printed.state == "valid" ?><h2 class="govuk-heading-m"><?cs if:May.esign && Actor.role == "head" ?>2. Tanda tangani<?cs
 else ?>2. Tanda tangan, pindai, unggah<?cs /if ?></h2>
<?cs if:Signature.id ?><?cs call:summary_open() ?><?cs if:Signature.method == "electronic" ?><?cs
 call:summary_row("Berkas terkirim", Signature.client_name) ?><?cs else ?><?cs
 call:summary_row("Pindaian terkirim", Signature.client_name) ?><?cs /if ?><?cs
 call:summary_row("Waktu", Signature.sent_at) ?><?cs call:summary_row("Oleh", Signature.sent_by) ?><?cs call:summary_close() ?>
<p class="govuk-body">Menunggu diperiksa: tim verifikasi akan membandingkan <?cs if:Signature.method == "electronic" ?>berkas<?cs
 else ?>pindaian<?cs /if ?> ini dengan formulirnya dan menerbitkan tanda terima. Bila keliru, unggah penggantinya di bawah.</p><?cs
 call:found() ?><?cs /if ?>
<?cs call:esign() ?><form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/scan" novalidate><?cs
 call:csrf() ?>
<?cs call:pictures_field("file", "Formulir yang sudah ditandatangani", "Pindaian (" + Upload.takes + "), foto tiap lembarnya, atau PDF yang " +
    "ditandatangani secara elektronik. Jangan menyimpan ulang PDF bertanda tangan elektronik: tanda tangannya menjadi tidak sah.",
    Upload.accept) ?>
<?cs call:submit("Kirim ke tim verifikasi") ?></form><?cs /if ?>
<?cs elif:May.receive ?>
<?cs if:Signature.id ?><?cs call:came_in() ?>
<div class="matang-desk"><?cs call:scan_viewer() ?><div class="matang-desk__work"><?cs call:compare() ?></div></div>
<?cs else ?><p class="govuk-body">Pindaian terakhir dikembalikan<?cs
 if:filled(Refused.reason) ?> dengan alasan: <?cs var:Refused.reason ?><?cs /if ?>. Menunggu pindaian baru dari perangkat daerah.</p><?cs /if ?>
<?cs elif:Receipt.valid ?><p class="govuk-body">Formulir bertanda tangan sudah diterima tim verifikasi.</p>
<?cs call:summary_open() ?><?cs call:summary_row("Dikirim", Signature.sent_at) ?><?cs
 call:summary_row("Diterima", Signature.received_at) ?><?cs call:summary_row("Penerima", Signature.confirmed_by) ?><?cs
 if:filled(Signature.accepted_reason) ?><?cs call:summary_row("Diterima dengan alasan", Signature.accepted_reason) ?><?cs /if ?><?cs call:summary_close() ?>
<?cs call:found() ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/receipt">Lihat dan cetak tanda terima</a></p>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/form">Formulir yang disahkan</a></p>
<?cs elif:Assessment.state == "signed" ?><p class="govuk-body">Formulir sudah dikirim dan menunggu diperiksa tim verifikasi.</p>
<?cs else ?><p class="govuk-body">Formulir dapat dicetak setelah penilaian selesai <?cs
 if:Assessment.province_tier ?>divalidasi provinsi<?cs else ?>diverifikasi<?cs /if ?>.</p><?cs /if ?>
<?cs if:Printed.state == "cancelled" ?><?cs call:warning("Formulir sebelumnya batal karena penilaian dibuka kembali.") ?><?cs /if ?>
<?cs if:May.reopen ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs
 var:Assessment.id ?>/reopen">Buka kembali penilaian ini</a> (membatalkan pengesahan dan tanda terima)</p><?cs /if ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/report/history/<?cs var:Assessment.id ?>">Riwayat penilaian ini</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
