<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Standar pelayanan layanan surat" ?><?cs set:back_href = Site.base + "/portal/" ?><?cs set:back_label = "Beranda" ?><?cs

def:content() ?><?cs call:page_title("Standar pelayanan", "") ?>
<?cs if:subcount(Standards) ?><p class="govuk-body">Layanan surat perangkat daerah: persyaratan, langkah, waktu dan biayanya.</p><ul
class="govuk-list"><?cs each:s = Standards ?><li><?cs call:link(Site.base + "/service/standard/" + s.id, s.name) ?>, <?cs
 var:s.agency_name ?> (<?cs var:s.days ?> hari kerja)</li>
<?cs /each ?></ul><?cs
elif:subcount(Regions) ?><p class="govuk-body">Pilih daerahnya.</p><ul class="govuk-list"><?cs each:r = Regions ?><li><?cs
 call:link(Site.base + "/service/standards?region=" + r.id, r.name) ?></li>
<?cs /each ?></ul><?cs else ?><?cs call:empty_state("Belum ada layanan", "Standar pelayanan tampil di sini begitu sebuah layanan diberlakukan.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
