<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Pengaduan dan pertanyaan" ?><?cs
set:base = Site.base + "/complaint" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Tanyakan atau laporkan hal tentang penilaian kematangan, angka yang diterbitkan, layanan, atau tautan yang rusak. Tanpa akun.</p>
<?cs if:subcount(Regions) ?><h2 class="govuk-heading-m">Pilih daerah</h2>
<ul class="govuk-list"><?cs each:r = Regions ?><li><?cs call:link(base + "/to/" + r.code, r.name) ?></li>
<?cs /each ?></ul><?cs else ?><?cs
 call:empty_state("Belum ada daerah yang menerima pengaduan di sini", "Sampaikan melalui SP4N-LAPOR! di www.lapor.go.id.") ?><?cs /if ?>
<p class="govuk-body"><?cs call:link(base + "/follow", "Ikuti pengaduan yang sudah dikirim") ?></p><?cs /def ?><?cs include!"layout.cs" ?>
