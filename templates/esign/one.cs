<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Tanda tangan elektronik" ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/signoff/" + Assessment.id + "/" ?><?cs if:Esign.version == "1" ?><?cs
 set:identity_label = "NIK" ?><?cs set:identity_hint = "16 angka. Dipakai untuk permintaan ini saja, tidak disimpan." ?><?cs
 else ?><?cs set:identity_label = "NIK atau alamat surel" ?><?cs
 set:identity_hint = "Yang terdaftar di BSrE. Dipakai untuk permintaan ini saja, tidak disimpan." ?><?cs /if ?><?cs def:content() ?>
<?cs set:caption = Assessment.agency_name + " · " + Assessment.year ?><?cs call:page_title("Tanda tangan elektronik", caption) ?>
<?cs call:summary_open() ?><?cs
 call:summary_row("Yang ditandatangani", Esign.name + " tahun " + Assessment.year) ?><div
class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Isi</dt><dd class="govuk-summary-list__value"><a
class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/form">Baca formulir</a>
atau <a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:Esign.paper ?>/pdf">unduh PDF-nya</a></dd></div><?cs
 call:summary_row("Penanda tangan tercetak", Esign.head) ?><?cs call:summary_row("Dibuat", Esign.issued) ?><?cs
 call:summary_row("Kode", Esign.code) ?><?cs call:summary_close() ?>
<?cs call:details_open("Baca yang ditandatangani: semua tingkat, dokumen dan jumlah skor") ?><div class="matang-compare__form" tabindex="0"
role="group" aria-label="Isi formulir"><article class="matang-paper"><?cs call:paper_body() ?></article></div><?cs
 call:details_close() ?>
<?cs if:Esign.status ?><?cs if:Esign.usable ?><?cs call:success(Esign.status) ?><?cs else ?><?cs
 call:notice("Status sertifikat Anda", Esign.status) ?><?cs /if ?><?cs /if ?>
<?cs if:Esign.sent ?><?cs call:success("Kode sekali pakai sudah diminta. Buka aplikasi atau surel dari BSrE, lalu ketik kodenya di bawah.") ?><?cs /if ?>
<form method="post" action="<?cs var:Site.base ?>/esign/<?cs var:Assessment.id ?>/" autocomplete="off" novalidate><?cs call:csrf() ?>
<input type="hidden" name="paper" value="<?cs var:Esign.paper ?>"><input type="hidden" name="after" value="<?cs var:Esign.after ?>">
<?cs call:input_field("identity", identity_label, identity_hint, "text", "off", "20") ?>
<?cs call:password_field("passphrase", "Passphrase",
    "Passphrase sertifikat elektronik Anda, bukan kata sandi Matang. Diteruskan ke layanan tanda tangan, lalu dihapus.", "off") ?>
<?cs call:submit("Tanda tangani") ?>
<?cs if:Esign.version == "2" ?><details class="govuk-details"<?cs
 if:Esign.sent || ?Form.error.totp ?> open<?cs /if ?>><summary class="govuk-details__summary"><span
class="govuk-details__summary-text">Pakai kode sekali pakai, tanpa passphrase</span></summary><div class="govuk-details__text">
<button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:Site.base ?>/esign/<?cs var:Assessment.id ?>/code">Minta kode</button>
<?cs call:code_field("totp", "Kode sekali pakai", "Kosongkan passphrase bila memakai kode.") ?>
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">Tanda tangani dengan kode</button>
</div></details>
<p class="govuk-body">Ragu apakah sertifikat Anda masih berlaku?</p>
<button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:Site.base ?>/esign/<?cs
 var:Assessment.id ?>/status">Periksa sertifikat saya</button>
<?cs /if ?></form>
<h2 class="govuk-heading-m">Cara lain tetap tersedia</h2>
<p class="govuk-body">Bila layanan tanda tangan bermasalah: <a class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs
 var:Assessment.id ?>/form">cetak formulirnya</a> dan tanda tangani dengan tinta, atau tanda tangani PDF-nya di aplikasi lain,
lalu <a class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/">unggah di halaman Pengesahan</a>.</p>
<?cs /def ?><?cs include!"layout.cs" ?>
