<?cs # SPDX-License-Identifier: ISC
# What the pages about other instances share. ?><?cs

def:own_key() ?><?cs if:Key.public ?><div class="matang-panel"><h2 class="govuk-heading-m">Kunci publik server ini</h2>
<p class="govuk-body">Kirimkan teks ini kepada server yang mengumpulkan, misalnya lewat surat elektronik.
Lalu bacakan kode pemeriksanya lewat telepon, supaya mereka tahu kuncinya memang dari Anda.</p>
<?cs call:summary_open() ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Kunci publik</dt><dd
class="govuk-summary-list__value"><span class="matang-key" id="own-key"><?cs var:Key.public ?></span></dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Kode pemeriksa</dt><dd class="govuk-summary-list__value"><span
class="matang-fingerprint" id="own-fingerprint"><?cs var:Key.fingerprint ?></span></dd></div><?cs call:summary_close() ?></div>
<?cs else ?><?cs call:inset("Server ini belum mempunyai kunci tanda tangan. " +
    "Minta pengelola server menambahkan signing_key pada konfigurasi dan menjalankan “matang make-key”.") ?><?cs /if ?><?cs /def ?>
