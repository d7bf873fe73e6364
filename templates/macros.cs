<?cs # SPDX-License-Identifier: ISC
#
# The parts that pages are made of.  A view is
#
#   include!"macros.cs", set:title = "…", def:content() … /def, include!"layout.cs"
#
# each in a ClearSilver tag.  A view may also set: back_href and back_label (a link
# back above the page), back_form, back_name and back_value (the form that keeps what is typed when that
# link is pressed, and its button), title_place (whose page it is: tabs are told apart by it), page_script (a bundle of
# its own), page_saves (the page saves what is typed) and done_text (a sentence of its own instead of the one that
# Page.done stands for).  Arguments are escaped where they are printed.  "" leaves a
# hint, caption, word or kind out.  A name is the field's name and its id: the value
# comes from Form.value.NAME, the message from Form.error.NAME.
#
# Page      page_title(heading, caption)            one h1 a page; the caption above it
#           back_link(href, label)   link(href, label)   back_button(form, name, value, label)
#           error_summary() done_banner(code)       called by layout.cs
# Boxes     success(text) notice(heading, text) warning(text) inset(text)
#           inset_open() … inset_close()   details(label, text)   empty_state(heading, text)
#           contact()   whom to ask in the region, where a page says so; contact_ways(c) .phone .whatsapp .mail
#           contact_for_scripts()   the same on a page whose scripts say sentences; layout.cs calls it with page_script
#           details_open(label) or details_form_open(label) … details_close()
# States    tag(code, word)                         word "": the word of the code, see tag_word
#           progress(value, max, label)             "7 dari 11 variabel lengkap" and a bar
#           history(entries)                        .N.who .what .when .why
# Levels    level_marks(self, city, province)       the instrument: five segments and three marks; only drawn, so
#                                                   that the levels in words (Roman, as given) stand beside it
#           level_says(self, city, province)        the same with its words
#           level_key(province)                     what the marks are, once a page
#           headline(h)                             what assessment/headline.h fills: the result at one glance
#           flags(list)   flag_tags(list)           what assessment/quality.h fills: with what to do and
#                                                   where, or the words alone
#           rulings(list)                           what the team of the region rules at a variable
#           pending_list(list, edits)   pending_panel(list, base, edits)   what assessment/pending.h fills; the
#                                                   latter with its place, base as below
#           held_back(link)   a newer revision that does not count
#           moved_hither(link.moved)   moved_away(Moved, base)   base ends in "/": the variable's number follows
#           file_listed(c) … unscanned()            the line of facts in a list of files, and below it once, what it left out
#           file_checked(c)  file_warnings(c)       what assessment/file_check.h fills: one line of facts, and
#                                                   what to be careful about, in sentences
# Forms     csrf()                                  first in every POST form
#           text_field(name, label, hint)
#           input_field(name, label, hint, type, autocomplete, width)   width 2 3 4 5 10 20 or ""
#           textarea_field(name, label, hint, rows, max)    max counts characters, "" none
#           date_field(name, label, hint)           value and answer are YYYY-MM-DD
#           select_field(name, label, hint, options)        .N.value .label; first is empty
#           radios(name, legend, hint, options)     .N.value .label .hint
#           radio(name, id, value, label, hint)     one, inside fieldset_open … fieldset_close
#           yes_no(name, legend, hint)              1 or 0
#           checkbox(name, value, label, hint)
#           file_field(name, label, hint, accept)   photos_field(…)   pictures_field(…)   code_field(name, label, hint)
#           password_field(name, label, hint, autocomplete)  "current-password", "new-password"
#           column_field(c, autocomplete, optional) what frame/columns.h fills; autocomplete "own": the
#                                                   person's own; optional: behind the label of such
#           fieldset_open(id, legend, hint) … fieldset_close()
#           field_open(id) field_label(id, label) field_notes(id, hint) … field_close()
#           buttons_open() … buttons_close()        a row of the following
#           submit(label)   submit_as(label, name, value, kind)   kind secondary, warning, link
#           button_link(href, label)   button_link_secondary(href, label)   print_button(label)
# Lists     tasks_open() task_row(href, label, hint, code, word)… tasks_close()
#           summary_open() summary_row(key, value)…
#           summary_row_link(key, value, href, action)… summary_close()
# Tables    table_open(caption) head_open() th(label) th_num(label) head_close()
#           row_open() td_head(text) td(label, text) td_num(label, text)
#           td_tag(label, code, word) row_close() table_close()
#           (label: the column's name again, shown on phones)
#           pagination(pages)                       .previous.href .next.href .items.N.href .label .current
?><?cs

def:csrf() ?><input type="hidden" name="csrf" value="<?cs var:Form.csrf ?>"><?cs /def ?><?cs
def:hidden(name) ?><input type="hidden" name="<?cs var:name ?>" value="<?cs var:Form.value[name] ?>">
<?cs /def ?><?cs


# ---- words for codes -------------------------------------------------------- ?><?cs

def:tag_word(code) ?><?cs
 if:code == "not_started" ?>Belum dimulai<?cs
 elif:code == "draft" ?>Draf<?cs
 elif:code == "submitted" ?>Dikirim<?cs
 elif:code == "returned" ?>Dikembalikan<?cs
 elif:code == "verified" ?>Terverifikasi<?cs
 elif:code == "validated" ?>Tervalidasi<?cs
 elif:code == "signed" ?>Menunggu diperiksa<?cs
 elif:code == "received" ?>Diterima<?cs
 elif:code == "reported" ?>Dilaporkan<?cs
 elif:code == "todo" ?>Belum diisi<?cs
 elif:code == "incomplete" ?>Draf<?cs
 elif:code == "complete" ?>Lengkap<?cs
 elif:code == "fix" ?>Perlu diperbaiki<?cs
 elif:code == "pending" ?>Menunggu pemeriksaan<?cs
 elif:code == "accepted" ?>Diterima<?cs
 elif:code == "rejected" ?>Ditolak<?cs
 elif:code == "open" ?>Menunggu jawaban<?cs
 elif:code == "answered" ?>Terjawab<?cs
 elif:code == "closed" ?>Selesai<?cs
 elif:code == "published" ?>Terbit<?cs
 elif:code == "late" ?>Terlambat<?cs
 else ?><?cs var:code ?><?cs /if ?><?cs /def ?><?cs

# ---- levels ----------------------------------------------------------------- ?><?cs

# The classes are the Roman levels: sIII cIV; "" and "–" say nothing.  The last of self, city, province
# that is there fills the segments: scss/_instrument.scss ?><?cs
def:unread(count) ?><?cs if:count ?> <span class="matang-unread"><?cs
 var:count ?><span class="govuk-visually-hidden"> belum dibaca</span></span><?cs /if ?><?cs /def ?><?cs
# On a telephone the menu is folded, and what waits in it stands on its button. ?><?cs
def:menu_unread() ?><?cs call:unread(Actor.unread) ?><?cs /def ?><?cs
def:menu_entry(n) ?><li class="govuk-service-navigation__item<?cs if:n.current ?> govuk-service-navigation__item--active<?cs
 /if ?>"><a class="govuk-service-navigation__link" href="<?cs var:url_validate(n.href) ?>"<?cs
 if:n.current ?> aria-current="true"<?cs /if ?>><?cs
 if:n.current ?><strong class="govuk-service-navigation__active-fallback"><?cs var:n.label ?></strong><?cs
 else ?><?cs var:n.label ?><?cs /if ?><?cs call:unread(n.unread) ?></a></li>
<?cs /def ?><?cs

def:level_marks(self, city, province) ?><i class="matang-lv<?cs if:filled(self) && self != "–" ?> s<?cs var:self ?><?cs /if ?><?cs
 if:filled(city) && city != "–" ?> c<?cs var:city ?><?cs /if ?><?cs if:filled(province) && province != "–" ?> p<?cs var:province ?><?cs
 /if ?>"><i></i></i><?cs /def ?><?cs
def:level_says(self, city, province) ?><span class="matang-says"><?cs call:level_marks(self, city, province) ?> <span><?cs
 if:filled(self) && self != "–" ?>Mandiri <?cs var:self ?><?cs else ?>Belum dipilih<?cs /if ?><?cs if:filled(city) && city != "–" ?> · verifikasi <?cs
 var:city ?><?cs /if ?><?cs if:filled(province) && province != "–" ?> · validasi <?cs var:province ?><?cs /if ?></span></span><?cs /def ?><?cs
def:level_key(province) ?><p class="matang-lv-key"><span><i class="matang-lv-mark matang-lv-mark--s"></i> mandiri</span> <span><i
class="matang-lv-mark matang-lv-mark--c"></i> verifikasi</span><?cs if:province ?> <span><i
class="matang-lv-mark matang-lv-mark--p"></i> validasi</span><?cs /if ?></p>
<?cs /def ?><?cs

# ---- a result at one glance -------------------------------------------------- ?><?cs

def:headline(h) ?><section class="matang-headline" aria-label="Hasil <?cs var:h.year ?>"><p class="matang-headline__what"><?cs
 if:h.average ?>Rata-rata<?cs else ?>Skor<?cs /if ?> <?cs var:h.year ?></p>
<p class="matang-headline__number"><?cs var:h.number ?> <small>dari <?cs var:h.most ?></small></p>
<?cs if:filled(h.category) ?><p class="matang-headline__category"><?cs var:h.category ?> <span class="matang-headline__bar"><?cs
 each:s = h.segments ?><i<?cs if:s == #1 ?> class="full"<?cs /if ?>></i><?cs /each ?></span></p>
<?cs /if ?><?cs if:filled(h.moved) ?><p class="matang-headline__moved matang-headline__moved--<?cs var:h.moved ?>"><?cs
 var:h.change ?> dari <?cs var:h.before_year ?> (<?cs var:h.before ?>)</p>
<?cs /if ?><?cs if:filled(h.words) ?><p class="matang-headline__words"><?cs var:h.words ?></p>
<?cs /if ?></section>
<?cs /def ?><?cs

# ---- page parts ------------------------------------------------------------- ?><?cs

def:page_title(heading, caption) ?><?cs if:caption ?><span class="govuk-caption-l"><?cs var:caption ?></span>
<?cs /if ?><h1 class="govuk-heading-l"><?cs var:heading ?></h1><?cs /def ?><?cs

def:back_link(href, label) ?><a class="govuk-back-link" href="<?cs var:url_validate(href) ?>"><?cs
 if:filled(label) ?><?cs var:label ?><?cs else ?>Kembali<?cs /if ?></a><?cs /def ?><?cs

# The same where one writes: it keeps what is typed first, also without scripts.  The hidden one before it is
# what the Enter key presses in that form. ?><?cs
def:back_button(form, name, value, label) ?><button type="submit" form="<?cs var:form ?>" hidden>Simpan</button><button
type="submit" class="govuk-back-link" form="<?cs var:form ?>" name="<?cs var:name ?>" value="<?cs
 var:value ?>"><?cs var:label ?></button><?cs /def ?><?cs

def:success(text) ?><div class="matang-notice matang-notice--success" role="alert">
<p class="matang-notice__text"><?cs var:text ?></p>
</div><?cs /def ?><?cs

def:notice(heading, text) ?><div class="matang-notice">
<?cs if:heading ?><h2 class="govuk-heading-s"><?cs var:heading ?></h2>
<?cs /if ?><p class="matang-notice__text"><?cs var:text ?></p>
</div><?cs /def ?><?cs

def:done_banner(code) ?><?cs
 if:code == "saved" ?><?cs call:success("Perubahan sudah tersimpan.") ?><?cs
 elif:code == "created" ?><?cs call:success("Data baru sudah dibuat.") ?><?cs
 elif:code == "removed" ?><?cs call:success("Data sudah dihapus dari daftar.") ?><?cs
 elif:code == "sent" ?><?cs call:success("Sudah dikirim.") ?><?cs
 elif:code == "uploaded" ?><?cs call:success("Berkas sudah diunggah dan tersimpan.") ?><?cs
 elif:code == "linked" ?><?cs call:success("Dokumen sudah ditautkan.") ?><?cs
 elif:code == "unlinked" ?><?cs call:success("Tautan dokumen sudah dilepas.") ?><?cs
 elif:code == "moved" ?><?cs call:success("Tautan dokumen sudah dipindahkan.") ?><?cs
 elif:code == "submitted" ?><?cs call:success("Penilaian sudah dikirim untuk diverifikasi.") ?><?cs
 elif:code == "returned" ?><?cs call:success("Penilaian sudah dikembalikan kepada perangkat daerah.") ?><?cs
 elif:code == "verified" ?><?cs call:success("Verifikasi sudah selesai dan tersimpan.") ?><?cs
 elif:code == "validated" ?><?cs call:success("Validasi sudah selesai dan tersimpan.") ?><?cs
 elif:code == "signed" ?><?cs call:success("Berkas sudah dikirim. Tim verifikasi memeriksanya dahulu, lalu menerbitkan tanda terima.") ?><?cs
 elif:code == "received" ?><?cs call:success("Tanda terima sudah terbit.") ?><?cs
 elif:code == "reopened" ?><?cs call:success("Penilaian dibuka kembali. Pengesahan dan tanda terima sebelumnya batal.") ?><?cs
 elif:code == "asked" ?><?cs call:success("Pertanyaan sudah dikirim.") ?><?cs
 elif:code == "answered" ?><?cs call:success("Jawaban sudah dikirim.") ?><?cs
 elif:code == "closed" ?><?cs call:success("Konsultasi sudah ditutup.") ?><?cs
 elif:code == "opened" ?><?cs call:success("Periode penilaian sudah dibuka.") ?><?cs
 elif:code == "published" ?><?cs call:success("Sudah diterbitkan.") ?><?cs
 elif:code == "imported" ?><?cs call:success("Data sudah diimpor.") ?><?cs
 elif:code == "notified" ?><?cs call:success("Pemberitahuan sudah dikirim.") ?><?cs
 elif:code == "password" ?><?cs call:success("Kata sandi sudah diganti.") ?><?cs
 elif:code == "handed-over" ?><?cs call:success("Akun sudah diserahterimakan.") ?><?cs
 elif:code == "attempts" ?><?cs call:notice("Ada yang mencoba masuk sebagai Anda",
  "Sebelum Anda masuk, kata sandi akun ini beberapa kali salah diketik. Bila itu bukan Anda: ganti kata sandi, dan periksa Perangkat yang masuk.") ?><?cs
 elif:code == "others-ended" ?><?cs call:notice("Perangkat lain dikeluarkan",
  "Sudah sebanyak yang diizinkan, jadi yang paling lama tidak dipakai dikeluarkan. Ada perangkat yang bukan milik Anda? Ganti kata sandi.") ?><?cs
 elif:code == "signed-out" ?><?cs call:success("Anda sudah keluar.") ?><?cs
 /if ?><?cs /def ?><?cs

def:warning(text) ?><div class="govuk-warning-text">
<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Perhatian:</span> <?cs var:text ?></strong>
</div><?cs /def ?><?cs

def:inset(text) ?><div class="govuk-inset-text"><?cs var:text ?></div><?cs /def ?><?cs
def:inset_open() ?><div class="govuk-inset-text"><?cs /def ?><?cs
def:inset_close() ?></div><?cs /def ?><?cs

def:details_open(label) ?><details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:label ?></span></summary>
<div class="govuk-details__text"><?cs /def ?><?cs
# With a form in it: open when something in it is to be mended. ?><?cs
def:details_form_open(label) ?><details class="govuk-details"<?cs if:subcount(Form.errors) ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:label ?></span></summary>
<div class="govuk-details__text"><?cs /def ?><?cs
# unfolded when what is in it was refused ?><?cs
def:details_if(label, open) ?><details class="govuk-details"<?cs if:open ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:label ?></span></summary>
<div class="govuk-details__text"><?cs /def ?><?cs
def:details_close() ?></div>
</details><?cs /def ?><?cs
def:details(label, text) ?><?cs call:details_open(label) ?><?cs var:text ?><?cs call:details_close() ?><?cs /def ?><?cs

def:contact_ways(c) ?><?cs if:c.whatsapp ?>, <a class="govuk-link" href="https://wa.me/<?cs var:c.whatsapp ?>" rel="external noreferrer">WhatsApp <?cs
 var:c.phone ?></a><?cs elif:filled(c.phone) ?>, telepon <?cs var:c.phone ?><?cs /if ?><?cs
 if:filled(c.mail) ?>, <a class="govuk-link" href="mailto:<?cs var:c.mail ?>"><?cs var:c.mail ?></a><?cs /if ?><?cs /def ?><?cs
def:contact_words() ?><?cs
 if:filled(Contact.name) ?>Administrator daerah Anda: <strong><?cs var:Contact.name ?></strong><?cs call:contact_ways(Contact) ?>.<?cs
 else ?><a class="govuk-link" href="<?cs var:Site.base ?>/portal/help#kontak">Kontak administrator</a><?cs /if ?><?cs /def ?><?cs
def:contact() ?><p class="govuk-body matang-contact"><?cs call:contact_words() ?></p><?cs /def ?><?cs
# The same for what scripts say: htdocs/src/js/contact.js puts it behind a sentence that sends people to the administrator. ?><?cs
def:contact_for_scripts() ?><template data-contact><?cs call:contact_words() ?></template><?cs /def ?><?cs

def:empty_state(heading, text) ?><div class="matang-empty">
<h2 class="govuk-heading-m"><?cs var:heading ?></h2>
<p class="govuk-body"><?cs var:text ?></p>
</div><?cs /def ?><?cs

def:tag(code, label) ?><strong class="govuk-tag matang-tag matang-tag--<?cs var:code ?>"><?cs
 if:filled(label) ?><?cs var:label ?><?cs else ?><?cs call:tag_word(code) ?><?cs /if ?></strong><?cs /def ?><?cs

def:progress(value, max, label) ?><div class="matang-progress">
<p class="matang-progress__text" id="progress-text"><?cs var:value ?> dari <?cs var:max ?> <?cs var:label ?></p>
<progress class="matang-progress__bar" max="<?cs var:max ?>" value="<?cs var:value ?>" aria-labelledby="progress-text"></progress>
</div><?cs /def ?><?cs

def:error_summary() ?><?cs if:subcount(Form.errors) ?><div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">Ada yang perlu diperbaiki</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">
<?cs each:e = Form.errors ?><li><?cs if:e.field ?><a href="#<?cs var:e.field ?>"><?cs var:e.message ?></a><?cs else ?><?cs var:e.message ?><?cs /if ?><?cs
 if:string.find(e.message, "dministrator") > #0 ?><?cs set:error_sends = "1" ?><?cs /if ?></li>
<?cs /each ?></ul><?cs if:error_sends ?><?cs call:contact() ?><?cs /if ?></div>
</div></div>
<?cs /if ?><?cs /def ?><?cs

def:pagination(pages) ?><?cs if:subcount(pages) ?><nav class="govuk-pagination" aria-label="Halaman daftar">
<?cs if:pages.previous.href ?><div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="<?cs
 var:url_validate(pages.previous.href) ?>" rel="prev"><span class="govuk-pagination__link-title">Sebelumnya</span></a></div>
<?cs /if ?><ul class="govuk-pagination__list">
<?cs each:p = pages.items ?><?cs if:p.href ?><li class="govuk-pagination__item<?cs if:p.current ?> govuk-pagination__item--current<?cs
 /if ?>"><a class="govuk-link govuk-pagination__link" href="<?cs var:url_validate(p.href) ?>" aria-label="Halaman <?cs var:p.label ?>"<?cs
 if:p.current ?> aria-current="page"<?cs /if ?>><?cs var:p.label ?></a></li>
<?cs else ?><li class="govuk-pagination__item govuk-pagination__item--ellipsis">…</li>
<?cs /if ?><?cs /each ?></ul>
<?cs if:pages.next.href ?><div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="<?cs
 var:url_validate(pages.next.href) ?>" rel="next"><span class="govuk-pagination__link-title">Berikutnya</span></a></div>
<?cs /if ?></nav><?cs /if ?><?cs /def ?><?cs


# ---- forms ------------------------------------------------------------------ ?><?cs

def:field_open(id) ?><div class="govuk-form-group<?cs if:?Form.error[id] ?> govuk-form-group--error<?cs /if ?>">
<?cs /def ?><?cs
def:field_close() ?></div>
<?cs /def ?><?cs
def:field_label(id, label) ?><label class="govuk-label" for="<?cs var:id ?>"><?cs var:label ?></label>
<?cs /def ?><?cs
def:field_notes(id, hint) ?><?cs if:filled(hint) ?><div id="<?cs var:id ?>-hint" class="govuk-hint"><?cs var:hint ?></div>
<?cs /if ?><?cs
 if:?Form.error[id] ?><p id="<?cs var:id ?>-error" class="govuk-error-message"><span class="govuk-visually-hidden">Perlu diperbaiki:</span> <?cs
 var:Form.error[id] ?></p>
<?cs /if ?><?cs /def ?><?cs
def:field_described(id, hint) ?><?cs if:filled(hint) ?><?cs if:?Form.error[id] ?> aria-describedby="<?cs var:id ?>-hint <?cs var:id ?>-error"<?cs
 else ?> aria-describedby="<?cs var:id ?>-hint"<?cs /if ?><?cs
 elif:?Form.error[id] ?> aria-describedby="<?cs var:id ?>-error"<?cs /if ?><?cs /def ?><?cs
def:fieldset_open(id, legend, hint) ?><?cs
 call:field_open(id) ?><fieldset class="govuk-fieldset" id="<?cs var:id ?>" tabindex="-1"<?cs call:field_described(id, hint) ?>>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs var:legend ?></legend>
<?cs call:field_notes(id, hint) ?><?cs /def ?><?cs
def:fieldset_close() ?></fieldset>
<?cs call:field_close() ?><?cs /def ?><?cs

def:input_field(name, label, hint, type, autocomplete, width) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:field_notes(name, hint) ?><input class="govuk-input<?cs if:width ?> govuk-input--width-<?cs var:width ?><?cs /if ?><?cs
 if:?Form.error[name] ?> govuk-input--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>" type="<?cs
 if:type == "date" && ?Form.error[name] ?>text<?cs # a calendar would not show what is no day ?><?cs
 elif:type == "number" ?>text<?cs # one of numbers drops the points of 1.500.000 in silence ?><?cs else ?><?cs var:type ?><?cs /if ?>"<?cs
 if:type == "number" ?> inputmode="numeric"<?cs /if ?><?cs
 if:autocomplete ?> autocomplete="<?cs var:autocomplete ?>"<?cs /if ?> value="<?cs var:Form.value[name] ?>"<?cs
 call:field_described(name, hint) ?>>
<?cs call:field_close() ?><?cs /def ?><?cs

def:column_field(c, autocomplete, optional) ?><?cs set:column_label = c.label ?><?cs if:!c.required ?><?cs
 set:column_label = c.label + optional ?><?cs /if ?><?cs
set:column_auto = autocomplete ?><?cs if:autocomplete == "own" ?><?cs set:column_auto = c.own ?><?cs /if ?><?cs
call:input_field(c.name, column_label, c.hint, c.type, column_auto, c.width) ?><?cs /def ?><?cs

def:text_field(name, label, hint) ?><?cs call:input_field(name, label, hint, "text", "", "") ?><?cs /def ?><?cs

def:code_field(name, label, hint) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:field_notes(name, hint) ?><input class="govuk-input govuk-input--width-10 govuk-input--extra-letter-spacing" id="<?cs
 var:name ?>" name="<?cs var:name ?>" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false"<?cs
 call:field_described(name, hint) ?>>
<?cs call:field_close() ?><?cs /def ?><?cs

def:date_field(name, label, hint) ?><?cs call:field_open(name) ?><?cs
 call:field_label(name, label) ?><div id="<?cs var:name ?>-hint" class="govuk-hint"><?cs
 if:filled(hint) ?><?cs var:hint ?> <?cs /if ?>Bila kalender tidak muncul, tulis seperti 17/8/2027 atau 17 Agustus 2027.</div>
<?cs call:field_notes(name, "") ?><input class="govuk-input matang-input--date<?cs if:?Form.error[name] ?> govuk-input--error<?cs /if ?>"
id="<?cs var:name ?>" name="<?cs var:name ?>" type="<?cs if:?Form.error[name] ?>text<?cs else ?>date<?cs /if ?>" value="<?cs
var:Form.value[name] ?>"<?cs call:field_described(name, "1") ?>>
<?cs call:field_close() ?><?cs /def ?><?cs

def:password_field(name, label, hint, autocomplete) ?><div class="govuk-form-group govuk-password-input<?cs
 if:?Form.error[name] ?> govuk-form-group--error<?cs /if ?>" data-module="govuk-password-input">
<?cs call:field_label(name, label) ?><?cs call:field_notes(name, hint) ?><div class="govuk-input__wrapper govuk-password-input__wrapper">
<input class="govuk-input govuk-password-input__input govuk-js-password-input-input<?cs
 if:?Form.error[name] ?> govuk-input--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>" type="password"
spellcheck="false" autocapitalize="none" autocomplete="<?cs var:autocomplete ?>"<?cs call:field_described(name, hint) ?>>
<button type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
aria-controls="<?cs var:name ?>" aria-label="Tampilkan kata sandi" hidden>Tampilkan</button>
</div>
<?cs call:field_close() ?><?cs /def ?><?cs

def:textarea_field(name, label, hint, rows, max) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:field_notes(name, hint) ?><textarea class="govuk-textarea<?cs
 if:?Form.error[name] ?> govuk-textarea--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>" rows="<?cs var:rows ?>"<?cs
 if:max ?> data-tally="<?cs var:max ?>"<?cs /if ?><?cs call:field_described(name, hint) ?>>
<?cs var:Form.value[name] ?></textarea>
<?cs call:field_close() ?><?cs /def ?><?cs

def:select_field(name, label, hint, options) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:field_notes(name, hint) ?><select class="govuk-select<?cs
 if:?Form.error[name] ?> govuk-select--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>"<?cs call:field_described(name, hint) ?>>
<option value="">Pilih…</option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select>
<?cs call:field_close() ?><?cs /def ?><?cs

def:radio(name, id, value, label, hint) ?><div class="govuk-radios__item">
<input class="govuk-radios__input" id="<?cs var:id ?>" name="<?cs var:name ?>" type="radio" value="<?cs var:value ?>"<?cs
 if:value == Form.value[name] ?> checked<?cs /if ?><?cs if:filled(hint) ?> aria-describedby="<?cs var:id ?>-hint"<?cs /if ?>>
<label class="govuk-label govuk-radios__label" for="<?cs var:id ?>"><?cs var:label ?></label>
<?cs if:filled(hint) ?><div id="<?cs var:id ?>-hint" class="govuk-hint govuk-radios__hint"><?cs var:hint ?></div>
<?cs /if ?></div>
<?cs /def ?><?cs

def:radios(name, legend, hint, options) ?><?cs call:fieldset_open(name, legend, hint) ?><div class="govuk-radios">
<?cs each:o = options ?><?cs call:radio(name, name + "-" + o.value, o.value, o.label, o.hint) ?><?cs /each ?></div>
<?cs call:fieldset_close() ?><?cs /def ?><?cs

def:yes_no(name, legend, hint) ?><?cs call:fieldset_open(name, legend, hint) ?><div class="govuk-radios govuk-radios--inline">
<?cs call:radio(name, name + "-1", "1", "Ya", "") ?><?cs call:radio(name, name + "-0", "0", "Tidak", "") ?></div>
<?cs call:fieldset_close() ?><?cs /def ?><?cs

def:check_item(name, id, value, label, hint, checked) ?><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="<?cs var:id ?>" name="<?cs var:name ?>" type="checkbox" value="<?cs var:value ?>"<?cs
 if:checked ?> checked<?cs /if ?><?cs if:filled(hint) ?> aria-describedby="<?cs var:id ?>-hint"<?cs /if ?>>
<label class="govuk-label govuk-checkboxes__label" for="<?cs var:id ?>"><?cs var:label ?></label>
<?cs if:filled(hint) ?><div id="<?cs var:id ?>-hint" class="govuk-hint govuk-checkboxes__hint"><?cs var:hint ?></div>
<?cs /if ?></div>
<?cs /def ?><?cs

def:checkbox(name, value, label, hint) ?><?cs call:field_open(name) ?><?cs call:field_notes(name, "") ?><div class="govuk-checkboxes"><?cs
 call:check_item(name, name, value, label, hint, Form.value[name] == value) ?></div>
<?cs call:field_close() ?><?cs /def ?><?cs

def:file_field(name, label, hint, accept) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:field_notes(name, hint) ?><input class="govuk-file-upload<?cs
 if:?Form.error[name] ?> govuk-file-upload--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>" type="file"<?cs
 if:accept ?> accept="<?cs var:accept ?>"<?cs /if ?><?cs call:field_described(name, hint) ?>>
<?cs call:field_close() ?><?cs /def ?><?cs

# a file, or several photographs that become the pages of one, where the page brings matang-photos along ?><?cs
def:photos_input(name, hint, accept) ?><?cs call:field_notes(name, hint) ?><input class="govuk-file-upload<?cs
 if:?Form.error[name] ?> govuk-file-upload--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs var:name ?>" type="file" multiple data-photos<?cs
 if:accept ?> accept="<?cs var:accept ?>"<?cs /if ?><?cs call:field_described(name, hint) ?>>
<?cs /def ?><?cs
def:photos_field(name, label, hint, accept) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:photos_input(name, hint, accept) ?><?cs call:field_close() ?><?cs /def ?><?cs

# the same, on telephones also straight from the camera ?><?cs
def:pictures_field(name, label, hint, accept) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><?cs
 call:photos_input(name, hint, accept) ?><div class="matang-camera"><label class="govuk-label" for="<?cs var:name ?>-camera">Atau foto langsung</label>
<input class="govuk-file-upload" id="<?cs var:name ?>-camera" name="<?cs var:name ?>" type="file" accept="image/*" capture="environment" data-photos></div>
<?cs call:field_close() ?><?cs /def ?><?cs

def:submit(label) ?><button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true"><?cs var:label ?></button>
<?cs /def ?><?cs
def:submit_quiet(label) ?><button type="submit" class="govuk-button govuk-button--secondary"><?cs var:label ?></button>
<?cs /def ?><?cs
def:submit_as(label, name, value, kind) ?><button type="submit" class="govuk-button<?cs
 if:kind ?> govuk-button--<?cs var:kind ?><?cs /if ?>" name="<?cs var:name ?>" value="<?cs var:value ?>"><?cs var:label ?></button>
<?cs /def ?><?cs
def:button_link(href, label) ?><a class="govuk-button" role="button" draggable="false" data-module="govuk-button" href="<?cs
 var:url_validate(href) ?>"><?cs var:label ?></a>
<?cs /def ?><?cs
def:button_link_secondary(href, label) ?><a class="govuk-button govuk-button--secondary" role="button" draggable="false"
data-module="govuk-button" href="<?cs var:url_validate(href) ?>"><?cs var:label ?></a>
<?cs /def ?><?cs
def:link(href, label) ?><a class="govuk-link" href="<?cs var:url_validate(href) ?>"><?cs var:label ?></a><?cs /def ?><?cs
def:buttons_open() ?><div class="govuk-button-group">
<?cs /def ?><?cs
def:buttons_close() ?></div>
<?cs /def ?><?cs
def:downloads(href, query) ?><p class="govuk-body matang-screen-only">Unduh tabel: <a class="govuk-link" href="<?cs
 var:url_validate(href) ?>.xlsx<?cs if:filled(query) ?>?<?cs var:query ?><?cs /if ?>">Excel (XLSX)</a> · <a class="govuk-link" href="<?cs
 var:url_validate(href) ?>.csv<?cs if:filled(query) ?>?<?cs var:query ?><?cs /if ?>">CSV</a> · <a class="govuk-link" href="<?cs
 var:url_validate(href) ?>.csv?bom=1<?cs if:filled(query) ?>&amp;<?cs var:query ?><?cs /if ?>">CSV untuk Excel</a></p>
<?cs /def ?><?cs
def:paper_texts(href, query) ?><p class="govuk-body matang-screen-only">Untuk disunting: <a class="govuk-link" href="<?cs
 var:url_validate(href) ?>/odt<?cs if:filled(query) ?>?<?cs var:query ?><?cs /if ?>">LibreOffice (ODT)</a> · <a class="govuk-link" href="<?cs
 var:url_validate(href) ?>/docx<?cs if:filled(query) ?>?<?cs var:query ?><?cs /if ?>">Word (DOCX)</a></p>
<?cs /def ?><?cs
def:print_button(label) ?><button type="button" class="govuk-button govuk-button--secondary" data-print hidden><?cs var:label ?></button>
<?cs /def ?><?cs
# ---- what a careful colleague would say ------------------------------------- ?><?cs

def:flags(list) ?><?cs if:subcount(list) ?><ul class="matang-flags">
<?cs each:f = list ?><li class="matang-flags__item matang-flags__item--<?cs var:f.severity ?>"><strong><?cs var:f.label ?>.</strong> <?cs var:f.advice ?><?cs
 if:f.href ?> <a class="govuk-link" href="<?cs var:url_validate(f.href) ?>"><?cs var:f.action ?></a><?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /def ?><?cs
def:held_back(link) ?><?cs if:?link.newer_number ?><p class="matang-document__facts"><?cs
 if:link.stored ?>Yang dinilai revisi <?cs var:link.revision_number ?>; revisi<?cs else ?>Dinilai sebagai alamat luar; revisi<?cs /if ?> <?cs
 var:link.newer_number ?> datang sesudahnya dan tidak dihitung di penilaian ini.</p>
<?cs /if ?><?cs /def ?><?cs

def:moved_hither(move) ?><?cs if:move.variable ?><p class="matang-moved">Dialihkan dari variabel <?cs var:move.variable ?>, Tingkat <?cs
 var:move.level ?>, oleh <?cs var:move.who ?>, <?cs var:move.when ?>.<?cs if:move.why ?> Alasan: <?cs var:move.why ?><?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs
def:moved_away(moves, base) ?><?cs
 if:subcount(moves) ?><section class="matang-panel matang-panel--quiet" aria-labelledby="moved"><h3 class="govuk-heading-s" id="moved">Dialihkan dari sini</h3>
<?cs each:m = moves ?><p class="matang-moved">“<?cs var:m.title ?>” ke <a class="govuk-link" href="<?cs var:url_validate(base) ?><?cs
 var:m.variable ?>">variabel <?cs var:m.variable ?></a>, Tingkat <?cs var:m.level ?>, oleh <?cs var:m.who ?>, <?cs var:m.when ?>.<?cs
 if:m.why ?> Alasan: <?cs var:m.why ?><?cs /if ?></p>
<?cs /each ?></section>
<?cs /if ?><?cs /def ?><?cs
def:pending(p, edits) ?><p class="matang-pending<?cs if:p.overdue ?> matang-pending--overdue<?cs elif:p.soon ?> matang-pending--soon<?cs /if ?>"><strong><?cs
 if:p.side == "agency" ?>Menyusul<?cs elif:p.side == "city" ?>Ditunggu tim verifikasi<?cs
 else ?>Ditunggu provinsi<?cs /if ?>:</strong> <?cs var:p.title ?>, paling lambat <?cs var:p.due ?> (<?cs var:p.when ?>). Belum dihitung.<?cs
 if:edits ?> <a class="govuk-link" href="<?cs var:Site.base ?>/upload/pending/<?cs var:p.id ?>"><?cs if:p.own ?>Ubah atau penuhi<?cs
 else ?>Penuhi<?cs /if ?><span class="govuk-visually-hidden">: <?cs var:p.title ?></span></a><?cs /if ?></p>
<?cs /def ?><?cs
def:pending_list(list, edits) ?><?cs if:subcount(list) ?><?cs each:p = list ?><?cs call:pending(p, edits) ?><?cs /each ?><?cs /if ?><?cs /def ?><?cs
def:criterion_help(h) ?><?cs if:subcount(h) ?><details class="govuk-details matang-fold matang-criterion-help">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Apa yang dihitung?</span></summary>
<div class="govuk-details__text"><p class="govuk-hint">Praktik setempat, bukan ketentuan peraturan.</p><dl><?cs
 if:filled(h.counts) ?><dt>Dihitung</dt><dd><?cs var:h.counts ?></dd><?cs /if ?><?cs
 if:filled(h.counts_not) ?><dt>Tidak dihitung</dt><dd><?cs var:h.counts_not ?></dd><?cs /if ?><?cs
 if:filled(h.example) ?><dt>Contoh</dt><dd><?cs var:h.example ?></dd><?cs /if ?></dl></div></details>
<?cs /if ?><?cs /def ?><?cs
def:pending_panel(list, base, edits) ?><?cs if:subcount(list) ?><section class="matang-panel" aria-labelledby="pending"><h2
class="govuk-heading-m" id="pending">Dokumen yang menyusul (<?cs var:subcount(list) ?>)</h2>
<?cs each:p = list ?><p class="matang-flagged"><a class="govuk-link" href="<?cs var:url_validate(base) ?><?cs var:p.variable ?>"><?cs
 var:p.variable ?>. <?cs var:p.variable_name ?></a> <span class="matang-flagged__place">Tingkat <?cs var:p.level ?>: <?cs var:p.item ?></span></p>
<?cs call:pending(p, edits) ?><?cs /each ?></section>
<?cs /if ?><?cs /def ?><?cs
def:flag_tags(list) ?><?cs if:subcount(list) ?><ul class="matang-flags matang-flags--short">
<?cs each:f = list ?><li class="matang-flags__tag matang-flags__tag--<?cs var:f.severity ?>"><?cs var:f.label ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /def ?><?cs
# ---- what is known of a stored file: assessment/file_check.h --------------------------- ?><?cs

def:scan_words(c) ?><?cs if:c.scan == "clean" ?>antivirus: bersih<?cs elif:c.scan == "infected" ?>antivirus: terinfeksi<?cs
 else ?>belum dipindai antivirus<?cs /if ?><?cs /def ?><?cs
def:dot() ?><?cs if:Page.dot ?> · <?cs /if ?><?cs set:Page.dot = 1 ?><?cs /def ?><?cs
def:file_facts(c) ?><?cs set:Page.dot = 0 ?><?cs if:c.pages ?><?cs call:dot() ?><?cs var:c.pages ?> halaman<?cs /if ?><?cs
 if:c.signatures ?><?cs call:dot() ?><?cs var:c.signatures ?> tanda tangan elektronik<?cs /if ?><?cs
 if:c.held == "time" ?><?cs call:dot() ?>isi sedang diperiksa<?cs elif:c.held ?><?cs call:dot() ?>ditahan, isi tidak diketahui<?cs
 elif:!c.inspected ?><?cs call:dot() ?>isi belum diperiksa<?cs /if ?><?cs
 each:f = c.findings ?><?cs call:dot() ?><?cs var:f.label ?><?cs /each ?><?cs
 if:!Page.dot ?>isi sudah diperiksa<?cs /if ?><?cs /def ?><?cs
def:file_checked(c) ?><?cs call:file_facts(c) ?> · <?cs call:scan_words(c) ?><?cs /def ?><?cs
# Of many files, what none of them was asked for is said once, below them: by unscanned(). ?><?cs
def:file_listed(c) ?><?cs call:file_facts(c) ?><?cs if:c.scan == "clean" || c.scan == "infected" ?> · <?cs call:scan_words(c) ?><?cs
 else ?><?cs set:Page.unscanned = 1 ?><?cs /if ?><?cs /def ?><?cs
def:unscanned() ?><?cs if:Page.unscanned ?><p class="govuk-body-s">Berkas di halaman ini belum dipindai antivirus, kecuali yang disebut bersih.</p>
<?cs /if ?><?cs /def ?><?cs
def:file_warnings(c) ?><?cs if:c.scan == "infected" ?><p class="matang-document__flag"><strong>Terinfeksi virus (<?cs
 var:c.scan_finding ?>).</strong> Berkas ini ditahan: tidak dapat diunduh dan tidak dihitung. Unggah berkas yang bersih sebagai revisi baru.</p>
<?cs /if ?><?cs if:c.held ?><p class="matang-document__flag"><strong><?cs if:c.held == "time" ?>Sedang diperiksa.<?cs
 else ?>Ditahan.<?cs /if ?></strong> <?cs var:c.held_text ?></p>
<?cs /if ?><?cs each:f = c.findings ?><p class="matang-document__hint"><?cs var:f.text ?></p>
<?cs /each ?><?cs /def ?><?cs


# ---- lists and tables ------------------------------------------------------- ?><?cs

def:tasks_open() ?><ul class="govuk-task-list">
<?cs /def ?><?cs
def:task_row(href, label, hint, code, word) ?><li class="govuk-task-list__item<?cs if:href ?> govuk-task-list__item--with-link<?cs /if ?>">
<div class="govuk-task-list__name-and-hint"><?cs
 if:href ?><a class="govuk-link govuk-task-list__link" href="<?cs var:url_validate(href) ?>"><?cs var:label ?></a><?cs
 else ?><div><?cs var:label ?></div><?cs /if ?><?cs if:filled(hint) ?><div class="govuk-task-list__hint"><?cs var:hint ?></div><?cs /if ?></div>
<div class="govuk-task-list__status"><?cs call:tag(code, word) ?></div>
</li>
<?cs /def ?><?cs
def:tasks_close() ?></ul>
<?cs /def ?><?cs

def:summary_open() ?><dl class="govuk-summary-list">
<?cs /def ?><?cs
def:summary_row(key, value) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs
 var:key ?></dt><dd class="govuk-summary-list__value"><?cs var:value ?></dd></div>
<?cs /def ?><?cs
def:summary_row_link(key, value, href, action) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs
 var:key ?></dt><dd class="govuk-summary-list__value"><?cs
 var:value ?></dd><dd class="govuk-summary-list__actions"><a class="govuk-link" href="<?cs var:url_validate(href) ?>"><?cs
 var:action ?><span class="govuk-visually-hidden"> <?cs var:key ?></span></a></dd></div>
<?cs /def ?><?cs
def:summary_close() ?></dl>
<?cs /def ?><?cs

def:table_open(caption) ?><table class="govuk-table matang-table">
<caption class="govuk-table__caption govuk-table__caption--m"><?cs var:caption ?></caption>
<?cs /def ?><?cs
def:table_close() ?></tbody></table>
<?cs /def ?><?cs
def:head_open() ?><thead class="govuk-table__head"><tr class="govuk-table__row"><?cs /def ?><?cs
def:head_close() ?></tr></thead><tbody class="govuk-table__body">
<?cs /def ?><?cs
def:th(label) ?><th scope="col" class="govuk-table__header"><?cs var:label ?></th><?cs /def ?><?cs
def:th_num(label) ?><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:label ?></th><?cs /def ?><?cs
def:row_open() ?><tr class="govuk-table__row"><?cs /def ?><?cs
def:row_close() ?></tr>
<?cs /def ?><?cs
def:td_head(text) ?><th scope="row" class="govuk-table__header"><?cs var:text ?></th><?cs /def ?><?cs
def:td(label, text) ?><td class="govuk-table__cell" data-label="<?cs var:label ?>"><?cs var:text ?></td><?cs /def ?><?cs
def:td_num(label, text) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><?cs var:text ?></td><?cs /def ?><?cs
def:td_tag(label, code, word) ?><td class="govuk-table__cell" data-label="<?cs var:label ?>"><?cs call:tag(code, word) ?></td><?cs /def ?><?cs


# what assessment/rulings.h fills ?><?cs
def:rulings(list) ?><?cs if:subcount(list) ?><?cs call:inset_open() ?><h2 class="govuk-heading-s">Ketetapan tim di sini</h2><ul class="govuk-list">
<?cs each:r = list ?><li><?cs if:filled(r.level) ?>Tingkat <?cs var:r.level ?>: <?cs /if ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/consultation/rulings/<?cs var:r.id ?>"><?cs var:r.title ?></a></li>
<?cs /each ?></ul><?cs call:inset_close() ?><?cs /if ?><?cs /def ?><?cs

def:history(entries) ?><?cs if:subcount(entries) ?><ol class="matang-history">
<?cs each:h = entries ?><li class="matang-history__item"><p><strong><?cs var:h.who ?></strong> <?cs var:h.what ?></p><?cs
 if:h.why ?><p>Alasan: <?cs var:h.why ?></p><?cs /if ?><p class="matang-history__when"><?cs var:h.when ?></p></li>
<?cs /each ?></ol>
<?cs /if ?><?cs /def ?>
