<?cs include!"macros.cs" ?><?cs set:title = "Antarmuka data" ?><?cs set:back_href = Site.base + "/cycle/" ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<ul class="govuk-list"><li><a class="govuk-link" href="<?cs var:Site.base ?>/exchange/cycles">Kirim periode ke server lain</a>:
satu berkas bertanda tangan untuk provinsi</li>
<?cs if:May.import ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/exchange/import">Kumpulkan dari server lain</a>:
berkas periode dari kabupaten dan kota</li>
<?cs /if ?></ul>
<p class="govuk-body">Program lain di daerah Anda, misalnya portal data atau dasbor pimpinan, dapat membaca data dari sini dengan sebuah kunci.
Tidak ada yang dapat diubah lewat kunci. Cara memakainya: <a class="govuk-link" href="<?cs var:Site.base ?>/exchange/api/openapi.json">uraian
OpenAPI</a>, bentuk datanya: <a class="govuk-link" href="<?cs var:Site.base ?>/exchange/schema/instrument.json">skema
instrumen</a>, <a class="govuk-link" href="<?cs var:Site.base ?>/exchange/schema/assessment.json">skema penilaian</a>
dan <a class="govuk-link" href="<?cs var:Site.base ?>/exchange/schema/cycle.json">skema periode</a>.</p>
<?cs if:NewKey.token ?><?cs call:inset_open() ?><p class="govuk-body">Kunci untuk <?cs var:NewKey.label ?>:</p>
<p class="govuk-body"><strong id="new-key"><?cs var:NewKey.token ?></strong></p>
<p class="govuk-body">Salin sekarang: kunci ini hanya diperlihatkan satu kali.</p><?cs call:inset_close() ?><?cs /if ?>
<?cs if:!Region.id || subcount(Regions) > #1 ?><form method="get" action="<?cs var:Site.base ?>/exchange/"><?cs
 call:select_field("region", "Daerah", "", Regions) ?><button type="submit" class="govuk-button govuk-button--secondary">Pilih daerah</button></form><?cs /if ?>
<?cs if:Region.id ?>
<?cs if:subcount(Tokens) ?><?cs call:table_open("Kunci daerah ini") ?><?cs call:head_open() ?><?cs call:th("Dipakai oleh") ?><?cs
 call:th("Keperluan") ?><?cs call:th("Berlaku sampai") ?><?cs call:th("Terakhir dipakai") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:t = Tokens ?><?cs call:row_open() ?><?cs call:td_head(t.label) ?><?cs call:td("Keperluan", t.purpose_name) ?><?cs
 call:td("Berlaku sampai", t.until) ?><td class="govuk-table__cell" data-label="Terakhir dipakai"><?cs if:t.used ?><?cs var:t.used ?><?cs
 else ?>belum pernah<?cs /if ?></td><td class="govuk-table__cell" data-label="Status"><?cs if:t.ended_at ?>Dicabut<?cs
 elif:t.expired ?>Lewat masanya<?cs else ?><form method="post" action="<?cs var:Site.base ?>/exchange/tokens/<?cs var:t.id ?>/end"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--warning">Cabut<span class="govuk-visually-hidden"> kunci <?cs
 var:t.label ?></span></button></form><?cs /if ?></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs set:href = Site.base + "/exchange/table" ?><?cs
 set:query = "region=" + Region.id ?><?cs call:downloads(href, query) ?><?cs else ?><?cs
 call:empty_state("Belum ada kunci", "Buat satu kunci untuk setiap program yang membaca, supaya dapat dicabut sendiri-sendiri.") ?><?cs /if ?>
<h2 class="govuk-heading-m">Buat kunci</h2>
<form method="post" action="<?cs var:Site.base ?>/exchange/tokens" novalidate><?cs
 call:csrf() ?><input type="hidden" name="region" value="<?cs var:Region.id ?>">
<?cs call:text_field("label", "Dipakai oleh", "Program dan orang yang memegangnya, misalnya Dasbor Diskominfo.") ?>
<?cs call:radios("purpose", "Keperluan", "", Purposes) ?>
<?cs call:date_field("expires_on", "Berlaku sampai", "") ?>
<?cs call:submit("Buat kunci") ?></form><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
