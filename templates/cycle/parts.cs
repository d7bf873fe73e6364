<?cs # SPDX-License-Identifier: ISC ?><?cs
# Parts of the administrator's pages; included after macros.cs. ?><?cs include!"import.cs" ?><?cs

def:changes() ?><?cs if:subcount(History) ?><h2 class="govuk-heading-m">Riwayat</h2>
<ol class="matang-history">
<?cs each:h = History ?><li class="matang-history__item"><p class="matang-history__when"><?cs var:h.when ?> · <?cs
 if:h.who ?><?cs var:h.who ?><?cs else ?>Perintah pengelola server<?cs /if ?></p>
<?cs if:filled(h.from_value) ?><p><del><?cs var:h.from_value ?></del></p>
<?cs /if ?><?cs if:filled(h.to_value) ?><p><?cs if:filled(h.from_value) ?><ins><?cs var:h.to_value ?></ins><?cs else ?><?cs var:h.to_value ?><?cs /if ?></p>
<?cs /if ?><?cs if:filled(h.reason) ?><p>Alasan: <?cs var:h.reason ?></p>
<?cs /if ?></li>
<?cs /each ?></ol>
<?cs /if ?><?cs /def ?><?cs

# lists of this administrator whose accounts have no cards yet ?><?cs
def:card_lists(lists) ?><?cs if:subcount(lists) ?><?cs call:inset_open() ?><p class="govuk-body">Masih ada akun yang belum dibuatkan kartu:</p>
<ul class="govuk-list"><?cs each:l = lists ?><li><?cs
 call:link(Site.base + "/cycle/accounts/cards/" + l.id, "Kartu dari " + l.file_name) ?></li><?cs /each ?></ul><?cs call:inset_close() ?>
<?cs /if ?><?cs /def ?><?cs

def:days_input(name, p) ?><div><label class="govuk-visually-hidden" for="<?cs var:name ?>">Hari kerja langkah <?cs
 var:p.number ?>, <?cs var:p.label ?></label><?cs
 if:?Form.error[name] ?><p id="<?cs var:name ?>-error" class="govuk-error-message"><span class="govuk-visually-hidden">Perlu diperbaiki:</span> <?cs
 var:Form.error[name] ?></p><?cs /if ?><input class="govuk-input govuk-input--width-3<?cs if:?Form.error[name] ?> govuk-input--error<?cs
 /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>" type="text" inputmode="numeric" value="<?cs var:Form.value[name] ?>"<?cs
 if:?Form.error[name] ?> aria-describedby="<?cs var:name ?>-error"<?cs /if ?>></div><?cs /def ?><?cs

# a table of the seven steps and their days, with their dates ?><?cs
def:plan_table(caption, plan) ?><?cs call:table_open(caption) ?><?cs
call:head_open() ?><?cs call:th("Langkah") ?><?cs call:th_num("Hari kerja") ?><?cs call:th("Mulai") ?><?cs call:th("Selesai") ?><?cs call:head_close() ?><?cs
each:p = plan ?><?cs call:row_open() ?><?cs call:td_head(p.number + ". " + p.label) ?><?cs call:td_num("Hari kerja", p.days) ?><?cs
 call:td("Mulai", p.from) ?><?cs call:td("Selesai", p.until) ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs /def ?><?cs

# the same, the days to be typed ?><?cs
def:plan_inputs(caption, plan) ?><?cs call:table_open(caption) ?><?cs
call:head_open() ?><?cs call:th("Langkah") ?><?cs call:th("Hari kerja") ?><?cs call:th("Mulai") ?><?cs call:th("Selesai") ?><?cs call:head_close() ?><?cs
each:p = plan ?><?cs call:row_open() ?><?cs
 call:td_head(p.number + ". " + p.label) ?><td class="govuk-table__cell" data-label="Hari kerja"><?cs call:days_input(p.field, p) ?></td><?cs
 call:td("Mulai", p.from) ?><?cs call:td("Selesai", p.until) ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs /def ?><?cs
def:no_holidays(year) ?><div class="matang-notice matang-notice--caution"><h2 class="govuk-heading-s">Hari libur tahun <?cs var:year ?> belum ada</h2>
<p class="govuk-body">Ada jadwal yang jatuh pada tahun <?cs var:year ?>, tetapi kalendernya belum berisi hari libur tahun itu, sehingga tanggalnya
dapat jatuh pada hari libur. <?cs call:link(Site.base + "/cycle/holidays?year=" + year, "Isi hari libur tahun " + year) ?></p></div>
<?cs /def ?><?cs
def:lapse_radios() ?><?cs call:fieldset_open("after_deadline", "Bila batas waktu pengisian lewat",
    "Yang ditutup adalah pengisian dan pengiriman. Perbaikan setelah dikembalikan, verifikasi dan pengesahan tidak ditutup.") ?><div
class="govuk-radios"><?cs
 call:radio("after_deadline", "after_deadline-warn", "warn", "Tetap dapat diisi dan dikirim; keterlambatannya diperlihatkan", "") ?><?cs
 call:radio("after_deadline", "after_deadline-close", "close", "Pengisian ditutup", "Administrator dapat memperpanjangnya.") ?><?cs
 call:radio("after_deadline", "after_deadline-ask", "ask", "Pengisian ditutup; perangkat daerah dapat meminta tambahan waktu",
    "Tim verifikasi yang menjawab.") ?></div><?cs call:fieldset_close() ?><?cs /def ?><?cs
def:cycle_state(code) ?><?cs if:code == "draft" ?><?cs call:tag("draft", "Draf") ?><?cs elif:code == "open" ?><?cs
 call:tag("submitted", "Dibuka") ?><?cs else ?><?cs call:tag("reported", "Dilaporkan") ?><?cs /if ?><?cs /def ?>
<?cs

# a choice that may stay open: the first option stands for none of them ?><?cs
def:select_any(name, label, any, options) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:field_notes(name, "") ?><select class="govuk-select<?cs
 if:?Form.error[name] ?> govuk-select--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>"<?cs call:field_described(name, "") ?>>
<option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select>
<?cs call:field_close() ?><?cs /def ?><?cs

# a row of a summary that may be empty ?><?cs
def:summary_text(key, value) ?><?cs if:filled(value) ?><?cs call:summary_row(key, value) ?><?cs else ?><?cs
 call:summary_row(key, "Belum diisi") ?><?cs /if ?><?cs /def ?><?cs

def:action_row(href, label, hint) ?><li class="govuk-task-list__item govuk-task-list__item--with-link"><div
class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="<?cs var:url_validate(href) ?>"><?cs
 var:label ?></a><div class="govuk-task-list__hint"><?cs var:hint ?></div></div></li>
<?cs /def ?><?cs

def:person_fields() ?><?cs each:c = Columns ?><?cs call:column_field(c, "off", " (tidak wajib)") ?><?cs /each ?><?cs /def ?>
<?cs

# the columns of a register in a summary, the first left out where it is the page's title ?><?cs
def:columns_summary(columns) ?><?cs each:c = columns ?><?cs if:!first(c) ?><?cs call:summary_text(c.label, c.value) ?><?cs /if ?><?cs /each ?><?cs /def ?>
<?cs

# names of columns of a spreadsheet ?><?cs
def:needed_columns(sheet) ?><?cs set:comma = "" ?><?cs each:c = sheet ?><?cs
 if:c.needed ?><?cs var:comma ?><strong><?cs var:c.name ?></strong><?cs set:comma = ", " ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs
def:other_columns(sheet) ?><?cs set:comma = "" ?><?cs each:c = sheet ?><?cs
 if:!c.needed ?><?cs var:comma ?><strong><?cs var:c.name ?></strong><?cs set:comma = ", " ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs
def:kept_columns(sheet) ?><?cs set:comma = "" ?><?cs each:c = sheet ?><?cs if:c.kept ?><?cs var:comma ?><?cs var:c.name ?><?cs
 set:comma = ", " ?><?cs /if ?><?cs /each ?><?cs /def ?>
<?cs

# rows behind those that are shown in full ?><?cs
def:import_more() ?><?cs if:subcount(More) ?><?cs call:details_open("Dan " + subcount(More) + " baris lain") ?><ul class="govuk-list"><?cs
 each:m = More ?><li>Baris <?cs var:m.number ?>, <?cs var:m.text ?></li>
<?cs /each ?></ul><?cs call:details_close() ?><?cs /if ?><?cs /def ?>
