<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Data usaha" ?><?cs set:base = Site.base + "/service/enterprises" ?><?cs set:back_href = Site.base + "/service/" ?><?cs
set:back_label = "Layanan" ?><?cs if:Page.done == "imported" ?><?cs set:done_text = "Isi berkas sudah masuk ke data usaha." ?><?cs /if ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/service/enterprises" class="matang-filters" role="search" aria-label="Cari usaha">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>" aria-describedby="q-hint"><div id="q-hint" class="govuk-hint">Nama, pemilik, kelurahan, produk; atau NIK, NIB, NPWP utuh.</div></div>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:enterprise(e) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + e.id, e.name) ?></th><?cs
 call:td("Bentuk", e.kind) ?><?cs call:td("Pemilik", e.owner) ?><?cs call:td("Kelurahan atau desa", e.village) ?><?cs
 call:td_num("Permohonan", e.applications) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><?cs call:service_nav() ?>
<p class="govuk-body">Satu catatan untuk setiap usaha atau koperasi, dengan semua permohonannya. Hanya dibaca perangkat daerah Anda.</p><?cs
call:filters() ?><?cs if:Actor.role == "operator" ?><p class="govuk-body"><?cs set:import_href = base + "/import" ?><?cs
call:link(import_href, "Muat dari berkas Excel") ?></p><?cs /if ?><?cs
if:subcount(Enterprises) ?><?cs call:table_open("Usaha dan koperasi") ?><?cs call:head_open() ?><?cs call:th("Usaha") ?><?cs call:th("Bentuk") ?><?cs
 call:th("Pemilik") ?><?cs call:th("Kelurahan atau desa") ?><?cs call:th_num("Permohonan") ?><?cs call:head_close() ?>
<?cs each:e = Enterprises ?><?cs call:enterprise(e) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
 set:href = base + "/table" ?><?cs call:downloads(href, Query) ?><?cs
elif:filled(Form.value.q) ?><?cs call:empty_state("Tidak ada yang cocok", "Coba satu kata saja, atau nomornya secara utuh.") ?><?cs
else ?><?cs call:empty_state("Belum ada usaha", "Usaha tercatat begitu permohonannya masuk.") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
