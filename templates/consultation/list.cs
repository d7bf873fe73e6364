<?cs include!"macros.cs" ?><?cs include!"consultation/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Konsultasi" ?><?cs set:base = Site.base + "/consultation" ?><?cs
set:States.0.value = "open" ?><?cs set:States.0.label = "Menunggu jawaban" ?><?cs
set:States.1.value = "answered" ?><?cs set:States.1.label = "Terjawab" ?><?cs
set:States.2.value = "closed" ?><?cs set:States.2.label = "Selesai" ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/consultation/" class="matang-filters" role="search" aria-label="Cari konsultasi">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><?cs call:choose("state", "Status", "Semua status", States) ?><?cs
 if:Actor.role != "operator" && Actor.role != "head" ?><?cs call:choose("field", "Unsur", "Semua unsur", Fields) ?><?cs /if ?>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:question(q) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + q.id, q.title) ?></th><?cs
if:Actor.role != "operator" && Actor.role != "head" ?><?cs call:td("Perangkat daerah", q.agency) ?><?cs
 /if ?><td class="govuk-table__cell" data-label="Tentang"><?cs
 call:place_of(q.variable, q.level) ?> (<?cs var:q.year ?>)</td><?cs call:td("Unsur", q.field) ?><td class="govuk-table__cell" data-label="Status"><?cs
 call:state_tag(q.state) ?><?cs if:?q.waited && q.waited > 0 ?><br><span class="govuk-body-s"><?cs
 var:q.waited ?> hari kerja</span><?cs /if ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Konsultasi", "") ?>
<?cs if:Actor.role == "operator" ?><p class="govuk-body">Ragu dokumen mana yang dihitung? Tanyakan kepada tim dari halaman variabelnya, lewat "Tanya tim".</p>
<?cs elif:Actor.role == "verifier" ?><p class="govuk-body"><?cs if:filled(Own.field) ?>Unsur Anda: <?cs var:Own.name ?>. <a class="govuk-link" href="<?cs
 var:Site.base ?>/consultation/?state=open&amp;field=<?cs var:Own.field ?>">Yang menunggu jawaban unsur ini</a> · <?cs /if ?><?cs
 call:link(base + "/team", "Unsur tiap anggota dan variabel") ?></p>
<?cs elif:Actor.role == "auditor" ?><p class="govuk-body"><?cs call:link(base + "/team", "Unsur tiap anggota dan variabel") ?></p>
<?cs /if ?><p class="govuk-body"><?cs call:link(base + "/rulings", "Ketetapan tim yang berlaku untuk semua") ?></p>
<?cs call:filters() ?><?cs
if:subcount(Questions) ?><?cs call:table_open("Pertanyaan") ?><?cs call:head_open() ?><?cs call:th("Pertanyaan") ?><?cs
 if:Actor.role != "operator" && Actor.role != "head" ?><?cs call:th("Perangkat daerah") ?><?cs /if ?><?cs
 call:th("Tentang") ?><?cs call:th("Unsur") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:q = Questions ?><?cs call:question(q) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
 set:href = base + "/table" ?><?cs call:downloads(href, "") ?><?cs
elif:filled(Form.value.q) || filled(Form.value.state) || filled(Form.value.field) ?><?cs
 call:empty_state("Tidak ada yang cocok", "Coba satu kata saja, atau tampilkan semua status.") ?><?cs
elif:Actor.role == "operator" ?><?cs call:empty_state("Belum ada pertanyaan",
    "Buka variabel yang Anda ragukan, lalu pilih Tanya tim. Jawabannya tersimpan dan dapat dibaca lagi tahun depan.") ?><?cs
else ?><?cs
 call:empty_state("Belum ada pertanyaan", "Begitu perangkat daerah bertanya, pertanyaannya tampil di sini, yang paling lama menunggu lebih dahulu.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
