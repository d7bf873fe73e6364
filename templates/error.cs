<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs
# Says what happened, what to do now, and gives back what was typed. ?><?cs
 if:?Error.place ?><?cs set:title = "Saringan belum dapat dipakai" ?><?cs
 elif:Error.status == "400" || Error.status == "411" ?><?cs set:title = "Kiriman tidak dapat dibaca" ?><?cs
 set:advice = "Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi." ?><?cs
 elif:Error.status == "401" ?><?cs set:title = "Anda perlu masuk lagi" ?><?cs
 set:advice = "Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi langkah terakhir." ?><?cs
 elif:Error.status == "403" ?><?cs set:title = "Permintaan ditolak" ?><?cs set:advice = "Peran Anda tidak mencakup halaman atau tindakan ini." ?><?cs
 elif:Error.status == "404" ?><?cs set:title = "Halaman tidak ditemukan" ?><?cs
 set:advice = "Alamatnya mungkin salah tulis, atau datanya bukan milik daerah Anda." ?><?cs
 elif:Error.status == "405" ?><?cs set:title = "Cara membuka halaman ini keliru" ?><?cs set:advice = "Buka halaman ini dari menu atau tombolnya." ?><?cs
 elif:Error.status == "409" ?><?cs set:title = "Data sudah berubah" ?><?cs
 if:Error.why ?><?cs set:title = "Tidak dapat dilakukan sekarang" ?><?cs /if ?><?cs
 set:advice = "Orang lain lebih dahulu mengubah data ini. Buka lagi halamannya untuk melihat status terbaru." ?><?cs
 elif:Error.status == "413" ?><?cs set:title = "Kiriman terlalu besar" ?><?cs set:advice = "Perkecil berkas atau kirim satu per satu." ?><?cs
 elif:Error.status == "415" ?><?cs set:title = "Jenis kiriman tidak diterima" ?><?cs set:advice = "Kirim lewat halaman aplikasi ini." ?><?cs
 elif:Error.status == "421" ?><?cs set:title = "Bukan alamat aplikasi ini" ?><?cs set:advice = "Buka aplikasi di alamatnya sendiri." ?><?cs
 elif:Error.status == "429" ?><?cs set:title = "Terlalu banyak percobaan" ?><?cs set:advice = "Tunggu beberapa menit, lalu coba lagi." ?><?cs
 elif:Error.status == "503" ?><?cs set:title = "Layanan sedang tidak tersedia" ?><?cs
 set:advice = "Coba lagi beberapa saat lagi. Data yang sudah tersimpan tetap aman." ?><?cs
 else ?><?cs set:title = "Terjadi gangguan" ?><?cs
 set:advice = "Ini bukan kesalahan Anda. Coba lagi beberapa saat lagi. Data yang sudah tersimpan tetap aman." ?><?cs /if ?><?cs

def:content() ?>
<?cs call:page_title(title, "") ?>
<?cs if:?Error.place ?><p class="govuk-body">Perbaiki yang ditandai, lalu tampilkan lagi.</p>
<form method="get" action="<?cs var:Site.base ?><?cs var:Error.place ?>">
<?cs each:f = Filter ?><?cs if:f.type ?><?cs call:input_field(f.name, f.label, "", f.type, "off", "20") ?><?cs
 else ?><input type="hidden" name="<?cs var:f.name ?>" value="<?cs var:f.value ?>">
<?cs /if ?><?cs /each ?><?cs call:submit("Tampilkan") ?></form>
<?cs elif:Error.why ?><p class="govuk-body"><?cs var:Error.why ?></p>
<?cs else ?><p class="govuk-body"><?cs var:advice ?></p>
<?cs /if ?><?cs if:subcount(Error.typed) ?><h2 class="govuk-heading-m">Tulisan Anda</h2>
<p class="govuk-body">Belum tersimpan. Salin dari sini bila perlu.</p>
<?cs each:t = Error.typed ?><div class="govuk-form-group">
<label class="govuk-label" for="typed-<?cs var:t.number ?>"><?cs if:filled(t.label) ?><?cs var:t.label ?><?cs
 else ?>Kolom <?cs var:t.number ?><?cs /if ?></label>
<textarea class="govuk-textarea" id="typed-<?cs var:t.number ?>" rows="4" readonly>
<?cs var:t.value ?></textarea>
</div>
<?cs /each ?><?cs /if ?><?cs call:buttons_open() ?><?cs
 if:!?Actor.name && Error.status == "401" ?><?cs call:button_link(Site.base + "/account/", "Masuk") ?><?cs
 elif:?Actor.name ?><?cs call:button_link(Site.base + "/account/start", "Ke beranda") ?><?cs
 else ?><?cs call:button_link(Site.base + "/", "Ke halaman depan") ?><?cs /if ?><?cs call:buttons_close() ?>
<p class="govuk-body matang-reference">Nomor rujukan: <strong><?cs var:Error.reference ?></strong> (sebutkan bila Anda menghubungi administrator).</p>
<?cs call:contact() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
