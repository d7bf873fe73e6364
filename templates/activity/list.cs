<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Kegiatan" ?><?cs set:base = Site.base + "/activity" ?><?cs set:reading = Actor.role == "auditor" ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/activity/" class="matang-filters" role="search" aria-label="Cari kegiatan">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><?cs call:choose("kind", "Jenis", "Semua jenis", Kinds) ?><?cs
 if:subcount(Years) ?><?cs call:choose("year", "Tahun", "Semua tahun", Years) ?><?cs /if ?>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:activity(a) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + a.id, a.title) ?></th><?cs
if:reading ?><?cs call:td("Perangkat daerah", a.agency) ?><?cs /if ?><?cs
 call:td("Jenis", a.kind) ?><?cs call:td("Tanggal", a.days) ?><?cs call:td("Tempat", a.place) ?><?cs
 call:td_num("Peserta", a.participants) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Kegiatan", "") ?>
<p class="govuk-body">Pelatihan, sosialisasi, pendampingan, rapat dan inovasi <?cs if:reading ?>semua perangkat daerah di daerah ini, beserta daftar
hadir, notulen, laporan dan sertifikatnya.<?cs else ?>perangkat daerah Anda. Daftar hadir, notulen dan laporannya langsung dapat dijadikan data
dukung.<?cs /if ?></p>
<?cs if:Actor.role == "operator" ?><?cs set:new_href = base + "/new" ?><?cs call:button_link(new_href, "Catat kegiatan") ?><?cs /if ?>
<?cs call:filters() ?><?cs
if:subcount(Activities) ?><?cs call:table_open("Daftar kegiatan") ?><?cs call:head_open() ?><?cs call:th("Kegiatan") ?><?cs
 if:reading ?><?cs call:th("Perangkat daerah") ?><?cs /if ?><?cs call:th("Jenis") ?><?cs
 call:th("Tanggal") ?><?cs call:th("Tempat") ?><?cs call:th_num("Peserta") ?><?cs call:head_close() ?>
<?cs each:a = Activities ?><?cs call:activity(a) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
 set:href = base + "/table" ?><?cs call:downloads(href, Query) ?><?cs
elif:filled(Form.value.q) || filled(Form.value.kind) || filled(Form.value.year) ?><?cs
 call:empty_state("Tidak ada yang cocok", "Coba satu kata saja, atau tampilkan semua jenis dan tahun.") ?><?cs
elif:Actor.role != "operator" ?><?cs call:empty_state("Belum ada kegiatan",
  "Kegiatan muncul di sini begitu dicatat operator perangkat daerah.") ?><?cs
else ?><?cs call:empty_state("Belum ada kegiatan",
  "Catat kegiatan begitu direncanakan. Pada harinya peserta mengisi daftar hadir lewat ponsel masing-masing.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
