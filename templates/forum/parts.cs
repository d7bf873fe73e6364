<?cs # SPDX-License-Identifier: ISC ?><?cs
# A stage, as a word in a colour that the others have, too. ?><?cs
def:stage(h) ?><?cs if:h.state == "open" ?><?cs call:tag("submitted", h.state_name) ?><?cs elif:h.state == "published" ?><?cs
 call:tag("verified", h.state_name) ?><?cs else ?><?cs call:tag("draft", h.state_name) ?><?cs /if ?><?cs /def ?><?cs

# What people wrote, with its lines. ?><?cs
def:written(text) ?><p class="govuk-body matang-compare__text"><?cs var:text ?></p><?cs /def ?><?cs

# How many, from where, of what, and what was decided. ?><?cs
def:counted(caption, heading, rows) ?><?cs if:subcount(rows) ?><?cs call:table_open(caption) ?><?cs call:head_open() ?><?cs
 call:th(heading) ?><?cs call:th_num("Pendapat") ?><?cs call:head_close() ?>
<?cs each:r = rows ?><?cs call:row_open() ?><?cs call:td_head(r.name) ?><?cs call:td_num("Pendapat", r.opinions) ?><?cs call:row_close() ?><?cs
/each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs

def:result() ?><p class="govuk-body"><?cs var:Result.opinions ?> pendapat masuk.</p>
<?cs if:subcount(ByPlace) ?><?cs call:counted("Pendapat menurut tempat", "Tempat", ByPlace) ?><?cs
elif:Result.opinions ?><p class="govuk-body">Pendapat kurang dari <?cs var:Result.threshold ?>, jadi tidak ditunjukkan menurut tempat agar tidak menunjuk
orangnya.</p><?cs /if ?><?cs
call:counted("Tema", "Tema", ByTheme) ?><?cs call:counted("Tanggapan atas pendapat", "Tanggapan", ByDecision) ?><?cs
if:subcount(ByChoice) ?><?cs call:table_open("Jawaban pertanyaan pilihan") ?><?cs call:head_open() ?><?cs call:th("Pertanyaan") ?><?cs
 call:th("Pilihan") ?><?cs call:th_num("Jawaban") ?><?cs call:head_close() ?>
<?cs each:r = ByChoice ?><?cs call:row_open() ?><?cs call:td_head(r.wording) ?><?cs call:td("Pilihan", r.label) ?><?cs
 call:td_num("Jawaban", r.opinions) ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?>
