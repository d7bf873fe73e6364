<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Tingkat " + Level.roman ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments/" + Instrument.id + "/" + Level.variable_number ?><?cs
 set:back_label = "Variabel " + Level.variable_number ?><?cs
def:help_input(name, label) ?><div class="govuk-form-group<?cs if:?Form.error[name] ?> govuk-form-group--error<?cs
 /if ?>"><label class="govuk-label" for="<?cs var:name ?>"><?cs var:label ?></label><?cs
 if:?Form.error[name] ?><p class="govuk-error-message" id="<?cs var:name ?>-error"><?cs var:Form.error[name] ?></p><?cs
 /if ?><input class="govuk-input" id="<?cs var:name ?>" name="<?cs var:name ?>" type="text" value="<?cs var:Form.value[name] ?>"<?cs
 if:?Form.error[name] ?> aria-describedby="<?cs var:name ?>-error"<?cs /if ?>></div>
<?cs /def ?><?cs
def:item_help(i, counts, counts_not, example) ?><details class="govuk-details matang-fold"<?cs
 if:?Form.error[counts] || ?Form.error[counts_not] || ?Form.error[example] ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Bantuan<span class="govuk-visually-hidden"> untuk dokumen <?cs
 var:i ?></span> (praktik setempat)</span></summary><div class="govuk-details__text"><?cs
 call:help_input(counts, "Yang dihitung") ?><?cs call:help_input(counts_not, "Yang tidak dihitung") ?><?cs
 call:help_input(example, "Contoh") ?></div></details>
<?cs /def ?><?cs
def:item_row(i, title, compulsory, signature, order, remove, counts, counts_not, example) ?><?cs
 call:row_open() ?><td class="govuk-table__cell" data-label="Urutan"><label class="govuk-visually-hidden" for="<?cs var:order ?>">Urutan dokumen <?cs
 var:i ?></label><input class="govuk-input govuk-input--width-2" id="<?cs var:order ?>" name="<?cs var:order ?>" type="text"
inputmode="numeric" value="<?cs var:Form.value[order] ?>"></td><td class="govuk-table__cell" data-label="Dokumen"><div><label
class="govuk-visually-hidden" for="<?cs var:title ?>">Nama dokumen <?cs var:i ?></label><?cs
 if:?Form.error[title] ?><p class="govuk-error-message" id="<?cs var:title ?>-error"><?cs var:Form.error[title] ?></p><?cs
 /if ?><textarea class="govuk-textarea matang-textarea--row<?cs
 if:?Form.error[title] ?> govuk-textarea--error<?cs /if ?>" id="<?cs var:title ?>" name="<?cs var:title ?>" rows="2"<?cs
 if:?Form.error[title] ?> aria-describedby="<?cs var:title ?>-error"<?cs /if ?>><?cs
 var:Form.value[title] ?></textarea><?cs
 call:item_help(i, counts, counts_not, example) ?></div></td><td
class="govuk-table__cell" data-label="Wajib"><div class="govuk-checkboxes govuk-checkboxes--small"><?cs
 call:check_item(compulsory, compulsory, "1", "Wajib", "", Form.value[compulsory] == "1") ?></div></td><td
class="govuk-table__cell" data-label="Tanda tangan"><div class="govuk-checkboxes govuk-checkboxes--small"><?cs
 call:check_item(signature, signature, "1", "Bertanda tangan", "", Form.value[signature] == "1") ?></div></td><td
class="govuk-table__cell" data-label="Hapus"><div class="govuk-checkboxes govuk-checkboxes--small"><?cs
 call:check_item(remove, remove, "1", "Hapus", "", Form.value[remove] == "1") ?></div></td><?cs call:row_close() ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, Level.variable_number + ". " + Level.variable_name) ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/instruments/<?cs var:Instrument.id ?>/<?cs
 var:Level.variable_number ?>/<?cs var:Level.number ?>" novalidate><?cs call:csrf() ?><?cs call:hidden("version") ?><?cs
call:textarea_field("indicator", "Bunyi tingkat", "Seperti dalam peraturan.", "4", "4000") ?><?cs
call:textarea_field("guidance", "Petunjuk verifikasi (tidak wajib)", "Apa yang dicari tim verifikasi: praktik daerah, bukan ketentuan.", "3", "4000") ?><?cs
call:table_open("Dokumen yang diminta") ?><?cs call:head_open() ?><?cs call:th("Urutan") ?><?cs call:th("Dokumen") ?><?cs
 call:th("Wajib") ?><?cs call:th("Tanda tangan") ?><?cs call:th("Hapus") ?><?cs call:head_close() ?><?cs
each:i = Items ?><?cs call:item_row(i.number, i.title, i.compulsory, i.signature, i.order, i.remove,
    i.counts, i.counts_not, i.example) ?><?cs /each ?><?cs call:table_close() ?>
<p class="govuk-body">Tiga baris terakhir untuk menambah. Perlu lebih? Simpan, lalu buka lagi. Tingkat ini didukung hanya bila semua dokumen wajibnya ada.
Dokumen yang harus bertanda tangan ditandai bila tanda tangannya belum terlihat; penilaian tetap dapat dikirim.</p>
<?cs call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
