<?cs # SPDX-License-Identifier: ISC
# Forms that anybody may post (cgi-bin/lib/guest); included after macros.cs, with set:page_script = "matang-guest".
#
# guest_fields()                in the form, before its button: token, work, question and trap
# place_field(label, hint)      kecamatan and kelurahan in one choice, where the region has them
# ticket_form(action, what)     asks for number and secret of a ticket; a QR code fills it in
# ticket_card(what)             number, secret and QR code, to print
?><?cs

def:guest_fields() ?><input type="hidden" name="guest_token" value="<?cs var:Guest.token ?>" data-guest-token><input
type="hidden" name="guest_work" value="" data-guest-work="<?cs var:Guest.bits ?>"><div class="matang-trap<?cs
 if:?Form.error.website ?> matang-trap--sprung<?cs /if ?>"<?cs if:!?Form.error.website ?> aria-hidden="true"<?cs /if ?>><?cs
 call:field_open("website") ?><label class="govuk-label" for="website">Jangan diisi</label><?cs call:field_notes("website", "") ?><input class="govuk-input"
id="website" name="website" type="text" value="<?cs var:Form.value.website ?>" autocomplete="off"<?cs
 if:!?Form.error.website ?> tabindex="-1"<?cs /if ?>><?cs call:field_close() ?></div><div data-guest-question><?cs
 set:guest_hint = "Pertanyaan ini mencegah kiriman otomatis. Tulis hasilnya dengan angka." ?><?cs
 call:field_open("guest_answer") ?><?cs call:field_label("guest_answer", Guest.question) ?><?cs
 call:field_notes("guest_answer", guest_hint) ?><input class="govuk-input govuk-input--width-5<?cs
 if:?Form.error.guest_answer ?> govuk-input--error<?cs /if ?>" id="guest_answer" name="guest_answer" type="text" inputmode="numeric" autocomplete="off"<?cs
 call:field_described("guest_answer", guest_hint) ?>><?cs call:field_close() ?></div><?cs /def ?><?cs

def:place_field(label, hint) ?><?cs if:subcount(Places) ?><?cs call:field_open("place") ?><?cs call:field_label("place", label) ?><?cs
 call:field_notes("place", hint) ?><select class="govuk-select<?cs if:?Form.error.place ?> govuk-select--error<?cs
 /if ?>" id="place" name="place"<?cs call:field_described("place", hint) ?>>
<option value="">Pilih…</option>
<?cs each:d = Places ?><optgroup label="Kecamatan <?cs var:d.name ?>">
<option value="<?cs var:d.value ?>"<?cs if:d.value == Form.value.place ?> selected<?cs /if ?>>Kecamatan <?cs var:d.name ?></option>
<?cs each:v = d.villages ?><option value="<?cs var:v.value ?>"<?cs if:v.value == Form.value.place ?> selected<?cs
 /if ?>><?cs var:v.name ?></option>
<?cs /each ?></optgroup>
<?cs /each ?></select>
<?cs call:field_close() ?><?cs /if ?><?cs /def ?><?cs

def:ticket_form(action, what) ?><form method="post" action="<?cs var:url_validate(action) ?>" class="matang-narrow" data-ticket novalidate><?cs
 call:csrf() ?><?cs
 set:ticket_label = "Nomor " + what ?><?cs call:input_field("number", ticket_label, "", "text", "off", "10") ?><?cs
 call:input_field("secret", "Kode rahasia", "Enam belas huruf dan angka pada tanda terima Anda.", "text", "off", "20") ?><?cs
 call:submit("Buka") ?></form><?cs /def ?><?cs

def:ticket_card(what) ?><div class="matang-ticket"><dl class="matang-ticket__words"><dt>Nomor <?cs var:what ?></dt><dd><?cs
 var:Ticket.number ?></dd><dt>Kode rahasia</dt><dd><?cs var:Ticket.secret ?></dd><dt>Buka di</dt><dd class="matang-ticket__address"><?cs
 var:Ticket.address ?></dd></dl><?cs if:filled(Ticket.qr) ?><svg class="matang-ticket__qr" viewBox="-4 -4 <?cs var:Ticket.qr_size + #8 ?> <?cs
 var:Ticket.qr_size + #8 ?>" role="img" aria-label="Kode QR yang berisi nomor dan kode rahasia"><rect x="-4" y="-4" width="<?cs
 var:Ticket.qr_size + #8 ?>" height="<?cs var:Ticket.qr_size + #8 ?>" fill="#fff"></rect><path d="<?cs var:Ticket.qr ?>" fill="#000"></path></svg><?cs
 /if ?></div>
<p class="govuk-body">Simpan keduanya. Kode rahasia hanya diperlihatkan sekarang; siapa pun yang memilikinya dapat membaca dan menjawab.</p>
<?cs call:print_button("Cetak") ?><?cs /def ?>
