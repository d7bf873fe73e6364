<?cs # SPDX-License-Identifier: ISC ?><?cs
# What the pages of this program lead to. ?><?cs
def:service_nav() ?><p class="govuk-body matang-screen-only"><?cs set:service_at = Site.base + "/service/" ?><?cs call:link(service_at, "Antrean") ?> · <?cs
 set:service_at = Site.base + "/service/letters" ?><?cs call:link(service_at, "Surat yang terbit") ?> · <?cs
 set:service_at = Site.base + "/service/enterprises" ?><?cs call:link(service_at, "Data usaha") ?> · <?cs
 set:service_at = Site.base + "/service/report" ?><?cs call:link(service_at, "Laporan layanan") ?> · <?cs
 set:service_at = Site.base + "/service/services" ?><?cs call:link(service_at, "Daftar layanan") ?></p>
<?cs /def ?><?cs

# Lines that somebody wrote, as they stand. ?><?cs
def:written(text) ?><p class="govuk-body matang-compare__text"><?cs var:text ?></p><?cs /def ?>
