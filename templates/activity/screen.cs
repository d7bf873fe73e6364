<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Daftar hadir: " + Activity.title ?><?cs set:base = Site.base + "/activity" ?><?cs set:back_href = base + "/" + Activity.id ?><?cs
set:back_label = Activity.title ?><?cs

def:content() ?><div class="matang-screen"><h1 class="govuk-heading-l"><?cs var:Activity.title ?></h1>
<?cs if:Screen.open ?><?cs if:filled(Screen.qr) ?><svg class="matang-screen__qr" viewBox="-4 -4 <?cs var:Screen.qr_size + #8 ?> <?cs
 var:Screen.qr_size + #8 ?>" role="img" aria-label="Kode QR menuju daftar hadir"><rect x="-4" y="-4" width="<?cs var:Screen.qr_size +
 #8 ?>" height="<?cs var:Screen.qr_size + #8 ?>" fill="#fff"></rect><path d="<?cs var:Screen.qr ?>" fill="#000"></path></svg><?cs /if ?>
<p class="matang-screen__how">Pindai dengan ponsel untuk mengisi daftar hadir, atau buka</p>
<p class="matang-screen__address"><?cs var:Screen.address ?></p>
<p class="govuk-body">Terbuka sampai <?cs var:Screen.until ?>.</p><?cs
else ?><p class="matang-screen__how">Daftar hadir ini sudah ditutup.</p><?cs /if ?></div><?cs /def ?><?cs include!"layout.cs" ?>
