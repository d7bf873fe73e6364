<?cs include!"macros.cs" ?><?cs include!"consultation/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Ketetapan tim" ?><?cs set:base = Site.base + "/consultation" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Konsultasi" ?><?cs

def:one(r) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/rulings/" + r.id, r.title) ?></th><td
class="govuk-table__cell" data-label="Tentang"><?cs call:place_of(r.variable, r.level) ?></td><?cs call:td("Masa berlaku", r.validity) ?><td
class="govuk-table__cell" data-label="Status"><?cs call:ruling_tag(r.state) ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Ketetapan tim", "") ?>
<p class="govuk-body">Cara tim verifikasi membaca sebuah kriteria. Berlaku sama untuk semua perangkat daerah, dan tampil di variabelnya.</p>
<form method="get" action="<?cs var:Site.base ?>/consultation/rulings" class="matang-filters" role="search" aria-label="Cari ketetapan"><div
class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><div class="govuk-form-group"><label class="govuk-label" for="variable">Variabel</label><input
class="govuk-input govuk-input--width-3" id="variable" name="variable" type="text" inputmode="numeric" value="<?cs var:Form.value.variable ?>"></div>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form>
<?cs if:subcount(List) ?><?cs call:table_open("Ketetapan") ?><?cs call:head_open() ?><?cs call:th("Ketetapan") ?><?cs call:th("Tentang") ?><?cs
 call:th("Masa berlaku") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:r = List ?><?cs call:one(r) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
elif:filled(Form.value.q) || filled(Form.value.variable) ?><?cs
 call:empty_state("Tidak ada yang cocok", "Coba satu kata saja, atau kosongkan nomor variabelnya.") ?><?cs
else ?><?cs
 call:empty_state("Belum ada ketetapan", "Tim menerbitkannya dari jawaban konsultasi, supaya semua perangkat daerah memakai ukuran yang sama.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
