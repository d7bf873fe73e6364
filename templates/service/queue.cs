<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Layanan" ?><?cs set:base = Site.base + "/service" ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/service/" class="matang-filters" role="search" aria-label="Cari permohonan">
<div class="govuk-form-group"><label class="govuk-label" for="number">Nomor permohonan</label><input class="govuk-input" id="number" name="number"
type="search" value="<?cs var:Form.value.number ?>"></div><div class="govuk-form-group"><label class="govuk-label" for="state">Status</label><select
class="govuk-select" id="state" name="state"><?cs each:o = States ?><option value="<?cs var:o.value ?>"<?cs
 if:o.value == State.value ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div>
</form><?cs /def ?><?cs

def:application(a) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header matang-nowrap"><?cs call:link(base + "/" + a.id, a.number) ?></th><?cs
 call:td("Usaha", a.enterprise) ?><?cs call:td("Layanan", a.service) ?><?cs call:td("Kelurahan", a.village) ?><?cs call:td("Masuk", a.received) ?><td
class="govuk-table__cell" data-label="Batas waktu"><span><?cs var:a.due ?><?cs if:?a.left ?> (<?cs if:?a.late ?><strong><?cs var:a.left ?></strong><?cs
 else ?><?cs var:a.left ?><?cs /if ?>)<?cs /if ?></span></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Layanan", "") ?><?cs call:service_nav() ?>
<?cs if:Actor.role == "operator" ?><?cs if:subcount(Services) ?><p class="govuk-body">Catat permohonan dari kertas: <?cs set:between = "" ?><?cs
 each:s = Services ?><?cs if:s.state == "published" ?><?cs var:between ?><?cs call:link(base + "/new/" + s.id, s.name) ?><?cs set:between = " · " ?><?cs
 /if ?><?cs /each ?></p><?cs else ?><?cs call:inset("Belum ada layanan. Tulis dan berlakukan layanan pertama di Daftar layanan.") ?><?cs /if ?><?cs /if ?>
<?cs call:filters() ?><?cs
if:subcount(Applications) ?><?cs call:table_open(State.label) ?><?cs call:head_open() ?><?cs call:th("Nomor") ?><?cs call:th("Usaha") ?><?cs
 call:th("Layanan") ?><?cs call:th("Kelurahan") ?><?cs call:th("Masuk") ?><?cs call:th("Batas waktu") ?><?cs call:head_close() ?>
<?cs each:a = Applications ?><?cs call:application(a) ?><?cs /each ?><?cs call:table_close() ?><?cs
if:?Next ?><p class="govuk-body"><?cs set:next_href = base + "/?" + Next ?><?cs call:link(next_href, "Permohonan berikutnya") ?></p><?cs /if ?><?cs
elif:filled(Form.value.number) ?><?cs call:empty_state("Nomor ini tidak ditemukan", "Periksa lagi nomornya, misalnya LYN-7KQM3XTA.") ?><?cs
else ?><?cs call:empty_state("Tidak ada permohonan",
  "Permohonan yang dicatat di loket atau dikirim warga muncul di sini. Pilih status lain untuk melihat yang sudah diproses.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
