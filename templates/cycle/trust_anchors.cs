<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Penyelenggara sertifikat elektronik" ?><?cs
set:back_href = Site.base + "/cycle/regions/" + Region.id ?><?cs set:back_label = Region.name ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<p class="govuk-body">Tanda tangan elektronik pada formulir dinyatakan sah hanya bila sertifikat penandatangannya diterbitkan oleh
penyelenggara di bawah ini, misalnya Balai Besar Sertifikasi Elektronik.
Tanpa penyelenggara, hasilnya selalu “tidak dapat diperiksa”. Kabupaten dan kota tanpa daftar sendiri mengikuti provinsinya.</p>
<?cs if:subcount(TrustAnchors) ?><?cs each:a = TrustAnchors ?>
<h2 class="govuk-heading-m"><?cs var:a.name ?></h2>
<?cs call:summary_open() ?><?cs call:summary_text("Instansi", a.organisation) ?><?cs call:summary_row("Berlaku sejak", a.from) ?><?cs
 call:summary_row("Berlaku sampai", a.until) ?><?cs call:summary_row("Kode pemeriksa SHA-256", a.fingerprint) ?><?cs call:summary_close() ?>
<?cs if:a.over ?><?cs call:warning("Sertifikat ini sudah tidak berlaku.") ?><?cs /if ?><?cs /each ?>
<p class="govuk-body">Disimpan oleh <?cs var:Stored.by ?>, <?cs var:Stored.when ?>. Bandingkan setiap kode pemeriksa dengan yang diumumkan penyelenggaranya.</p>
<?cs else ?><?cs call:empty_state("Belum ada penyelenggara", "Unggah sertifikat induk yang diunduh dari penyelenggaranya.") ?><?cs /if ?>
<h2 class="govuk-heading-m"><?cs if:subcount(TrustAnchors) ?>Ganti daftar<?cs else ?>Pasang sertifikat<?cs /if ?></h2>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/trust-anchors" novalidate><?cs
 call:csrf() ?><?cs call:hidden("version") ?><?cs
call:file_field("file", "Berkas sertifikat", "Satu berkas PEM dengan semua sertifikat penyelenggara, boleh dengan daftar pencabutannya (CRL), " +
    "atau satu berkas .crt atau .cer. Berkas baru menggantikan seluruh daftar.", ".pem,.crt,.cer") ?><?cs call:submit("Simpan") ?></form>
<?cs if:subcount(TrustAnchors) ?><form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/trust-anchors/remove"><?cs
 call:csrf() ?><?cs call:hidden("version") ?><button type="submit" class="govuk-button govuk-button--warning">Hapus semua dari daftar</button></form><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
