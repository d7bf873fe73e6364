<?cs # SPDX-License-Identifier: ISC
# Parts of the pages of complaints; included after macros.cs. ?><?cs

def:complaint_tag(code, word) ?><?cs if:code == "received" ?><?cs call:tag("submitted", word) ?><?cs elif:code == "forwarded" ?><?cs
 call:tag("pending", word) ?><?cs elif:code == "answered" ?><?cs call:tag("answered", word) ?><?cs else ?><?cs call:tag("closed", word) ?><?cs
 /if ?><?cs /def ?><?cs

def:due_words(c) ?><?cs if:filled(c.due) ?><?cs if:c.late ?><strong class="matang-late"><?cs var:c.left ?></strong><?cs else ?><?cs
 var:c.left ?><?cs /if ?> (<?cs var:c.due ?>)<?cs /if ?><?cs /def ?><?cs

# text of a person, with its line breaks; links in it are text; none: it was kept long enough ?><?cs
def:said(text) ?><p class="govuk-body matang-said"><?cs if:filled(text) ?><?cs var:text ?><?cs
else ?>Sudah dihapus setelah masa simpannya.<?cs /if ?></p><?cs /def ?>
