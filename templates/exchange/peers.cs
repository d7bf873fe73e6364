<?cs include!"macros.cs" ?><?cs include!"exchange/parts.cs" ?><?cs set:title = "Kunci server lain" ?><?cs
 set:back_href = Site.base + "/exchange/import" ?><?cs
def:content() ?><?cs call:page_title(title, Actor.region_name) ?>
<p class="govuk-body">Kabupaten atau kota yang memakai server Matang sendiri menandatangani berkas periodenya dengan kunci.
Berkas hanya diterima bila kuncinya terdaftar di sini, untuk daerah yang disebut di sini.</p>
<?cs if:subcount(Peers) ?><?cs call:table_open("Kunci yang dikenal") ?><?cs call:head_open() ?><?cs call:th("Pemilik") ?><?cs
 call:th("Daerah") ?><?cs call:th("Kode pemeriksa") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:p = Peers ?><?cs call:row_open() ?><?cs call:td_head(p.name) ?><?cs
 call:td("Daerah", p.codes) ?><td class="govuk-table__cell" data-label="Kode pemeriksa"><span class="matang-key"><?cs
 var:p.fingerprint ?></span></td><td class="govuk-table__cell" data-label="Status"><div><?cs
 if:p.ended ?>Diakhiri <?cs var:p.ended ?>: <?cs var:p.reason ?><?cs
 else ?>Berlaku sejak <?cs var:p.since ?>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Akhiri<span
class="govuk-visually-hidden"> kunci <?cs
 var:p.name ?></span></span></summary><div class="govuk-details__text"><form method="post" action="<?cs
 var:Site.base ?>/exchange/peers/<?cs var:p.id ?>/end" novalidate><?cs
 call:csrf() ?><div class="govuk-form-group"><label class="govuk-label" for="reason-<?cs var:p.id ?>">Alasan</label><input
class="govuk-input" id="reason-<?cs var:p.id ?>" name="reason" type="text" maxlength="1000"></div><button type="submit"
class="govuk-button govuk-button--warning">Akhiri kunci</button></form></div></details><?cs /if ?></div></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs set:href = Site.base + "/exchange/peers/table" ?><?cs call:downloads(href, "") ?><?cs else ?><?cs
 call:empty_state("Belum ada kunci", "Daftarkan kunci setiap server sebelum menerima berkasnya.") ?><?cs /if ?>
<h2 class="govuk-heading-m">Daftarkan kunci</h2>
<form method="post" action="<?cs var:Site.base ?>/exchange/peers" novalidate><?cs call:csrf() ?>
<?cs call:text_field("name", "Pemilik kunci", "Misalnya Bagian Organisasi Kota Contoh.") ?>
<?cs call:text_field("key", "Kunci publik", "43 huruf dan angka, disalin dari halaman “Kirim periode” mereka.") ?>
<?cs call:text_field("fingerprint", "Kode pemeriksa, seperti dibacakan lewat telepon",
    "Telepon nomor yang sudah Anda kenal, bukan yang tertulis dalam surat yang membawa kuncinya.") ?>
<?cs call:text_field("codes", "Kode daerah", "Daerah yang boleh dikirim dengan kunci ini, misalnya 64.71. Beberapa kode dipisahkan koma.") ?>
<?cs call:submit("Daftarkan") ?></form>
<?cs call:own_key() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
