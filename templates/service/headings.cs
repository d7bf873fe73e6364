<?cs # SPDX-License-Identifier: ISC ?><?cs
# The service standard in the headings of SIPPN, of Service.*. ?><?cs
def:service_standard() ?><h2 class="govuk-heading-m">Dasar hukum</h2><?cs if:filled(Service.legal_base) ?><?cs call:written(Service.legal_base) ?><?cs
else ?><p class="govuk-body">Belum dicantumkan.</p><?cs /if ?>
<h2 class="govuk-heading-m">Persyaratan</h2><ol class="govuk-list govuk-list--number"><?cs each:r = Service.requirements ?><li><?cs var:r.name ?><?cs
 if:r.compulsory != "1" ?> (bila ada)<?cs /if ?><?cs if:r.wants_file == "1" ?>, berkas atau fotonya dapat dikirim<?cs /if ?></li>
<?cs /each ?></ol>
<h2 class="govuk-heading-m">Sistem, mekanisme dan prosedur</h2><ol class="govuk-list govuk-list--number"><?cs each:s = Service.steps ?><li><?cs
 var:s.name ?> (<?cs var:s.role ?>, <?cs var:s.days ?> hari kerja)</li>
<?cs /each ?></ol>
<h2 class="govuk-heading-m">Waktu penyelesaian</h2><p class="govuk-body"><?cs var:Service.days ?> hari kerja sejak permohonan masuk; waktu menunggu
perbaikan dari pemohon tidak dihitung.</p>
<h2 class="govuk-heading-m">Biaya</h2><p class="govuk-body"><?cs var:Service.cost ?></p>
<h2 class="govuk-heading-m">Produk layanan</h2><p class="govuk-body"><?cs var:Service.product ?><?cs if:?Service.valid_months ?>, berlaku <?cs
 var:Service.valid_months ?> bulan<?cs /if ?></p>
<h2 class="govuk-heading-m">Pengaduan layanan</h2><?cs call:written(Service.complaint) ?><?cs /def ?>
