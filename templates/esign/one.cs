<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Tanda tangan elektronik" ?><?cs set:title_place = Esign.agency ?><?cs
 set:back_href = Site.base + Esign.back ?><?cs set:here = Site.base + Esign.here ?><?cs
 set:file_href = Site.base + Esign.file ?><?cs if:Esign.version == "1" ?><?cs
 set:identity_label = "NIK" ?><?cs set:identity_hint = "16 angka. Dipakai untuk permintaan ini saja, tidak disimpan." ?><?cs
 else ?><?cs set:identity_label = "NIK atau alamat surel" ?><?cs
 set:identity_hint = "Yang terdaftar di BSrE. Dipakai untuk permintaan ini saja, tidak disimpan." ?><?cs /if ?><?cs def:content() ?>
<?cs set:caption = Esign.agency ?><?cs if:filled(Esign.form) ?><?cs set:caption = Esign.agency + " · " + Assessment.year ?><?cs /if ?><?cs
 call:page_title("Tanda tangan elektronik", caption) ?>
<?cs call:summary_open() ?><?cs
 call:summary_row("Yang ditandatangani", Esign.name) ?><div
class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Isi</dt><dd class="govuk-summary-list__value"><?cs
 if:filled(Esign.form) ?><?cs set:form_href = Site.base + Esign.back + "form" ?><?cs call:link(form_href, "Baca formulir") ?>
atau <?cs call:link(file_href, "unduh PDF-nya") ?><?cs else ?><?cs call:link(file_href, "Unduh PDF-nya") ?><?cs /if ?></dd></div><?cs
 call:summary_row("Penanda tangan tercetak", Esign.head) ?><?cs call:summary_row("Dibuat", Esign.issued) ?><?cs
 call:summary_row("Kode", Esign.code) ?><?cs call:summary_close() ?>
<?cs if:filled(Esign.form) ?><?cs set:read_label = "Baca yang ditandatangani: semua tingkat, dokumen dan jumlah skor" ?><?cs
 else ?><?cs set:read_label = "Baca yang ditandatangani" ?><?cs /if ?><?cs call:details_open(read_label) ?><div class="matang-compare__form"
tabindex="0" role="group" aria-label="Isi <?cs var:Esign.word ?>"><article class="matang-paper"><?cs call:paper_body() ?></article></div><?cs
 call:details_close() ?>
<?cs if:Esign.status ?><?cs if:Esign.usable ?><?cs call:success(Esign.status) ?><?cs else ?><?cs
 call:notice("Status sertifikat Anda", Esign.status) ?><?cs /if ?><?cs /if ?>
<?cs if:Esign.sent ?><?cs call:success("Kode sekali pakai sudah diminta. Buka aplikasi atau surel dari BSrE, lalu ketik kodenya di bawah.") ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(here) ?>/" autocomplete="off" novalidate><?cs call:csrf() ?>
<input type="hidden" name="paper" value="<?cs var:Esign.paper ?>"><input type="hidden" name="after" value="<?cs var:Esign.after ?>">
<?cs call:input_field("identity", identity_label, identity_hint, "text", "off", "20") ?>
<?cs call:password_field("passphrase", "Passphrase",
    "Passphrase sertifikat elektronik Anda, bukan kata sandi Matang. Diteruskan ke layanan tanda tangan, lalu dihapus.", "off") ?>
<?cs call:submit("Tanda tangani") ?>
<?cs if:Esign.version == "2" ?><details class="govuk-details"<?cs
 if:Esign.sent || ?Form.error.totp ?> open<?cs /if ?>><summary class="govuk-details__summary"><span
class="govuk-details__summary-text">Pakai kode sekali pakai, tanpa passphrase</span></summary><div class="govuk-details__text">
<button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs var:url_validate(here) ?>/code">Minta kode</button>
<?cs call:code_field("totp", "Kode sekali pakai", "Kosongkan passphrase bila memakai kode.") ?>
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">Tanda tangani dengan kode</button>
</div></details>
<p class="govuk-body">Ragu apakah sertifikat Anda masih berlaku?</p>
<button type="submit" class="govuk-button govuk-button--secondary" formaction="<?cs
 var:url_validate(here) ?>/status">Periksa sertifikat saya</button>
<?cs /if ?></form>
<h2 class="govuk-heading-m">Cara lain tetap tersedia</h2>
<p class="govuk-body">Bila layanan tanda tangan bermasalah: <?cs if:filled(Esign.form) ?><?cs
 call:link(form_href, "cetak formulirnya") ?> dan tanda tangani dengan tinta, atau tanda tangani PDF-nya di aplikasi lain,
lalu <?cs call:link(back_href, "unggah di halaman Pengesahan") ?><?cs else ?><?cs
 call:link(file_href, "cetak suratnya") ?> dan tanda tangani dengan tinta, atau tanda tangani PDF-nya di aplikasi lain; petugas
mengunggah hasilnya di <?cs call:link(back_href, "halaman permohonannya") ?><?cs /if ?>.</p>
<?cs /def ?><?cs include!"layout.cs" ?>
