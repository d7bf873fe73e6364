<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Laporan layanan" ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Layanan" ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/service/report" class="matang-filters" role="search" aria-label="Pilih masa">
<div class="govuk-form-group"><label class="govuk-label" for="year">Tahun</label><input class="govuk-input govuk-input--width-4" id="year" name="year"
type="text" inputmode="numeric" value="<?cs var:Form.value.year ?>"></div><div class="govuk-form-group"><label class="govuk-label" for="part">Masa</label>
<select class="govuk-select" id="part" name="part"><option value="">Setahun</option>
<?cs each:o = Parts ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value.part ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div>
</form><?cs /def ?><?cs

def:content() ?><?cs call:paper_page(title, "") ?>
<div class="matang-screen-only"><?cs call:service_nav() ?><?cs call:filters() ?><?cs call:buttons_open() ?><?cs
if:Actor.role == "operator" ?><?cs set:evidence_href = base + "/report/evidence?" + Query ?><?cs
 call:button_link(evidence_href, "Jadikan data dukung") ?><?cs /if ?><?cs call:print_button("Cetak") ?><?cs
 if:Drawn ?><?cs set:pdf_href = base + "/report/pdf?" + Query ?><?cs call:link(pdf_href, "Unduh PDF") ?><?cs /if ?><?cs
call:buttons_close() ?><?cs
 set:text_href = base + "/report" ?><?cs call:paper_texts(text_href, Query) ?><?cs set:href = base + "/report/table" ?><?cs call:downloads(href, Query) ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article><?cs /def ?><?cs include!"layout.cs" ?>
