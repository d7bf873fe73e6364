<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Gerbang pesan" ?><?cs
set:back_href = Site.base + "/cycle/regions/" + Region.id ?><?cs set:back_label = Region.name ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<?cs if:?Secret ?><div class="govuk-inset-text"><p class="govuk-body">Rahasia untuk memeriksa tanda tangan:
<strong class="matang-code" id="secret"><?cs var:Secret ?></strong></p>
<p class="govuk-body">Salin sekarang ke gerbang Anda: rahasia ini tidak ditampilkan lagi. Bila hilang, buat rahasia baru.</p></div>
<?cs /if ?><p class="govuk-body">Kabar di kotak pesan tentang penilaian, batas waktu, konsultasi dan konsultasi publik juga dikirim ke alamat
ini, misalnya gerbang WhatsApp milik daerah. Isinya hanya jenis kabar, nama perangkat daerah, kode daerah, tautan dan waktu. Kabar pengaduan tidak
dikirim.</p>
<?cs if:subcount(Webhook) ?><?cs call:summary_open() ?><?cs call:summary_text("Alamat", Webhook.address) ?><?cs
 call:summary_row("Disimpan", Webhook.by + ", " + Webhook.when) ?><?cs call:summary_row("Menunggu", Webhook.waiting) ?><?cs
 call:summary_row("Tidak terkirim", Webhook.given_up) ?><?cs if:?Webhook.pause ?><?cs
 call:summary_row("Dicoba lagi", Webhook.pause) ?><?cs /if ?><?cs call:summary_close() ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/webhook/test"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--secondary">Kirim percobaan</button></form>
<?cs if:Webhook.again ?><form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/webhook/again"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--secondary">Coba lagi</button></form><?cs /if ?>
<?cs if:subcount(Deliveries) ?><?cs call:table_open("Kiriman terakhir") ?><?cs call:head_open() ?><?cs call:th("Waktu") ?><?cs
 call:th("Kabar") ?><?cs call:th("Status") ?><?cs call:th_num("Dicoba") ?><?cs
 call:th("Jawaban gerbang") ?><?cs call:head_close() ?>
<?cs each:d = Deliveries ?><?cs call:row_open() ?><?cs call:td_head(d.at) ?><?cs call:td("Kabar", d.told) ?><?cs
 call:td_tag("Status", d.tag, d.word) ?><?cs call:td_num("Dicoba", d.tries) ?><?cs
 call:td("Jawaban gerbang", d.answer) ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?>
<?cs else ?><?cs call:empty_state("Belum ada kiriman", "Tekan “Kirim percobaan” untuk mencoba alamatnya.") ?><?cs /if ?><?cs /if ?>
<?cs if:subcount(Webhook) ?><h2 class="govuk-heading-m">Rahasia</h2>
<p class="govuk-body">Buat rahasia baru bila yang lama hilang atau diketahui orang lain. Yang lama langsung tidak berlaku; kiriman yang ditolak gerbang
sampai rahasia baru terpasang di sana dicoba lagi.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/webhook/secret"><?cs call:csrf() ?><?cs call:hidden("version") ?><button
type="submit" class="govuk-button govuk-button--secondary">Buat rahasia baru</button></form><?cs /if ?>
<h2 class="govuk-heading-m"><?cs if:subcount(Webhook) ?>Ganti alamat<?cs else ?>Pasang alamat<?cs /if ?></h2>
<form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/webhook" novalidate><?cs call:csrf() ?><?cs call:hidden("version") ?><?cs
set:address_hint = "Diawali https://, misalnya https://gerbang.kota.go.id/matang. " ?><?cs if:subcount(Webhook) ?><?cs
 set:address_hint = address_hint + "Rahasianya tetap sama bila alamat diganti." ?><?cs else ?><?cs
 set:address_hint = address_hint + "Sesudah disimpan, rahasianya tampil satu kali di halaman ini." ?><?cs /if ?><?cs
call:text_field("address", "Alamat", address_hint) ?><?cs
call:submit("Simpan") ?></form>
<?cs if:subcount(Webhook) ?><h2 class="govuk-heading-m">Hentikan kiriman</h2>
<p class="govuk-body">Alamat dan rahasianya dihapus. Yang masih menunggu tidak dikirim lagi.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs var:Region.id ?>/webhook/remove"><?cs call:csrf() ?><?cs call:hidden("version") ?><button
type="submit" class="govuk-button govuk-button--warning">Hapus alamat</button></form><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
