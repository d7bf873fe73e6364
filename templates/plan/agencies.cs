<?cs include!"macros.cs" ?><?cs include!"plan/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Rencana perbaikan" ?><?cs set:base = Site.base + "/plan" ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/plan/" class="matang-filters" role="search" aria-label="Cari perangkat daerah">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><?cs call:region_choice() ?>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:stage(label, s) ?><td class="govuk-table__cell" data-label="<?cs var:label ?>"><?cs if:s.code == "done" ?><?cs call:stage_tag(s.code, "Selesai") ?><?cs
 elif:s.code == "running" ?><?cs call:stage_tag(s.code, s.figure) ?><?cs else ?><?cs call:stage_tag(s.code, "Belum") ?><?cs /if ?></td><?cs /def ?><?cs

def:agency(a) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + a.id, a.name) ?><?cs
 if:a.late ?> <small><?cs var:a.late ?> langkah terlambat</small><?cs /if ?></th><?cs call:td_tag("Status", a.state, "") ?><?cs
 call:stage("Identifikasi", a.stages.0) ?><?cs call:stage("Pemenuhan", a.stages.1) ?><?cs
 call:stage("Konsultasi", a.stages.2) ?><?cs call:stage("Verifikasi", a.stages.3) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Rencana perbaikan", Place.name + " · " + Place.year) ?>
<p class="govuk-body">Jalan tiap perangkat daerah menuju skor yang lebih tinggi: telaah hasil, pemenuhan dokumen, konsultasi dengan tim, verifikasi.</p>
<p class="govuk-body"><?cs call:link(base + "/wall", "Papan pantau untuk pimpinan") ?> · <?cs
 call:link(Site.base + "/inventory/command", "Pusat layanan informasi") ?> · <?cs
 call:link(Site.base + "/inventory/", "Aplikasi dan situs") ?></p>
<?cs call:filters() ?><?cs if:subcount(Agencies) ?><?cs call:table_open("Perangkat daerah dan empat tahapnya") ?><?cs call:head_open() ?><?cs
 call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:th("Identifikasi") ?><?cs call:th("Pemenuhan") ?><?cs
 call:th("Konsultasi") ?><?cs call:th("Verifikasi") ?><?cs call:head_close() ?>
<?cs each:a = Agencies ?><?cs call:agency(a) ?>
<?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs set:href = base + "/table" ?><?cs
 set:query = "region=" + Place.region + "&year=" + Place.year ?><?cs call:downloads(href, query) ?><?cs
elif:filled(Form.value.q) ?><?cs call:empty_state("Tidak ada yang cocok", "Coba satu kata saja, atau kosongkan pencariannya.") ?><?cs
else ?><?cs call:empty_state("Belum ada periode penilaian", "Daftar ini muncul setelah daerah membuka periode penilaian.") ?><?cs /if ?>
<?cs call:details_open("Dari mana keempat tahap dihitung") ?><p class="govuk-body">Identifikasi: semua variabel sudah dipilih tingkatnya
dan rencana sudah punya langkah. Pemenuhan: langkah rencana yang selesai. Konsultasi: pertanyaan yang sudah dijawab tim.
Verifikasi: variabel yang tingkatnya sudah ditetapkan tim yang terakhir memeriksa.</p><?cs
 call:details_close() ?><?cs /def ?><?cs include!"layout.cs" ?>
