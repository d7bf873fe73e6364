<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs
# The first run on shared hosting (cgi-bin/setup): what the host has, and the step that comes next. ?><?cs
set:title = "Penyiapan Matang" ?><?cs

def:setup_code() ?><?cs call:password_field("code", "Kode dari private/kode.txt",
    "Membuktikan bahwa hosting ini milik Anda: hanya Anda yang dapat menulis berkas itu, lewat FTP atau pengelola berkas di panel.",
    "off") ?><?cs /def ?><?cs

def:setup_form_open(action) ?><form method="post" action="<?cs var:Site.base ?>/setup/<?cs var:action ?>" novalidate>
<?cs call:csrf() ?>
<?cs /def ?><?cs

def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Penyiapan Matang</h1>
<?cs if:Setup.step == "closed" ?><p class="govuk-body">Penyiapan sudah selesai dan sudah ditutup.</p>
<?cs if:Setup.code_there ?><?cs call:warning("Hapus berkas private/kode.txt: tidak diperlukan lagi.") ?><?cs /if ?>
<p class="govuk-body">Bila panel hosting Anda mempunyai cron, jalankan baris ini setiap lima menit, lalu hapus berkas
private/work-by-visits. Tanpa cron, pekerjaan latar belakang berjalan setelah halaman dibuka orang. <code>$HOME</code> adalah folder teratas
di pengelola berkas panel.</p>
<pre class="matang-code">$HOME/<?cs var:Setup.private ?>/matang work --quiet</pre>
<?cs call:buttons_open() ?><?cs call:button_link(Site.base + "/account/", "Masuk") ?><?cs call:buttons_close() ?>
<?cs else ?>
<h2 class="govuk-heading-m">Pemeriksaan host</h2>
<?cs call:summary_open() ?><?cs each:c = Checks ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs
 var:c.what ?></dt><dd class="govuk-summary-list__value"><strong><?cs if:c.state == "good" ?>Baik.<?cs
 elif:c.state == "lacks" ?>Boleh tanpa ini.<?cs else ?>Perlu.<?cs /if ?></strong> <?cs var:c.words ?></dd></div>
<?cs /each ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Folder private tertutup</dt>
<dd class="govuk-summary-list__value">Di bawah ini tidak boleh tampak gambar
bergaris merah. Bila tampak, jangan lanjutkan: minta penyedia hosting mengizinkan .htaccess.<br><img src="<?cs
 var:Site.base ?>/private/terbuka.png" alt="Tertutup, seperti seharusnya." width="300" height="40"></dd></div>
<?cs call:summary_close() ?>
<?cs if:filled(Setup.trouble) ?><?cs call:warning(Setup.trouble) ?><?cs /if ?><?cs
if:!Setup.code_there ?><?cs call:inset("Sebelum mengisi formulir di bawah, buat berkas private/kode.txt lewat FTP atau pengelola berkas " +
    "di panel. Isinya satu baris kode buatan Anda, sedikitnya 12 huruf dan angka. Setelah penyiapan selesai berkas itu dihapus.") ?><?cs /if ?><?cs
if:Setup.step == "database" ?><h2 class="govuk-heading-m">Langkah 1 dari 3: basis data</h2>
<p class="govuk-body">Buat dahulu satu basis data MariaDB kosong dan satu penggunanya di panel hosting, dengan semua hak atas basis data itu.</p>
<?cs call:setup_form_open("database") ?><?cs call:setup_code() ?><?cs
call:text_field("host", "Server basis data", "Umumnya localhost. Boleh juga alamat IP, atau letak soket yang diawali garis miring.") ?><?cs
call:text_field("name", "Nama basis data", "Seperti yang tertulis di panel, dengan awalannya.") ?><?cs
call:text_field("user", "Pengguna basis data", "") ?><?cs
call:password_field("db_password", "Kata sandi basis data", "", "off") ?><?cs call:submit("Hubungkan") ?>
</form>
<?cs elif:Setup.step == "tables" ?><h2 class="govuk-heading-m">Langkah 2 dari 3: tabel</h2>
<p class="govuk-body"><?cs if:Setup.level > 0 ?>Tabel di basis data berasal dari rilis sebelumnya (skema <?cs var:Setup.level ?>, program ini
memerlukan <?cs var:Setup.wanted ?>). Buat cadangan dahulu lewat panel, lalu perbarui di sini.<?cs
else ?>Basis data masih kosong. Tombol di bawah membuat tabel dan mengisi instrumen Permendagri 99/2018 serta hari libur. Bila host menghentikannya
di tengah, impor berkas matang.sql dari paket lewat phpMyAdmin, lalu muat ulang halaman ini.<?cs /if ?></p>
<?cs call:setup_form_open("tables") ?><?cs call:setup_code() ?><?cs call:submit("Siapkan tabel") ?>
</form>
<?cs if:filled(Setup.said) ?><pre class="matang-code"><?cs var:Setup.said ?></pre>
<?cs /if ?><?cs else ?><h2 class="govuk-heading-m">Langkah 3 dari 3: administrator pertama</h2>
<?cs call:setup_form_open("admin") ?><?cs call:setup_code() ?><?cs
call:input_field("full_name", "Nama lengkap", "Dengan gelar, seperti yang tampak bagi rekan kerja.", "text", "name", "") ?><?cs
call:input_field("username", "Nama pengguna", "Huruf kecil, angka, titik, garis bawah atau tanda hubung.", "text", "username", "") ?><?cs
call:password_field("password", "Kata sandi", "", "new-password") ?><?cs call:submit("Buat akun dan tutup penyiapan") ?>
</form>
<?cs /if ?><?cs /if ?></div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
