<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Catatan antarrekan: " + Variable.number + ". " + Variable.name ?><?cs
set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + Variable.number ?><?cs
set:back_label = "Variabel " + Variable.number ?><?cs
set:here = Site.base + "/consultation/comments/" + Assessment.id + "/" + Variable.number ?><?cs

def:comment(c) ?><li class="matang-message"><p class="govuk-body-s matang-message__who"><strong><?cs var:c.who ?></strong> · <?cs
 var:c.at ?><?cs if:filled(c.level) ?> · Tingkat <?cs var:c.level ?><?cs /if ?></p><p class="govuk-body matang-compare__text"><?cs
 var:c.body ?></p><?cs if:c.own ?><form method="post" action="<?cs var:Site.base ?>/consultation/comment/<?cs var:c.id ?>/remove"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--secondary matang-message__remove">Hapus<span
class="govuk-visually-hidden"> catatan <?cs
 var:c.at ?></span></button></form><?cs /if ?></li><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Catatan antarrekan", "Variabel " + Variable.number + ": " + Variable.name) ?>
<p class="govuk-body">Hanya dibaca orang di <?cs var:Assessment.agency_name ?>. Tim verifikasi tidak melihatnya.</p>
<div class="matang-narrow"><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
 call:textarea_field("body", "Catatan", "", "3", "2000") ?><?cs
 call:select_field("level", "Tingkat yang dimaksud (boleh kosong)", "", Levels) ?><?cs call:submit("Tambah catatan") ?></form>
<?cs if:subcount(Comments) ?><ol class="govuk-list matang-messages"><?cs each:c = Comments ?><?cs call:comment(c) ?><?cs /each ?></ol><?cs else ?><?cs
 call:empty_state("Belum ada catatan", "Tulis siapa mengerjakan apa, atau di mana dokumennya berada.") ?><?cs /if ?></div><?cs /def ?><?cs
 include!"layout.cs" ?>
