<?cs include!"macros.cs" ?><?cs include!"questionnaire/other_parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Variable.name ?><?cs set:back_href = own + "/gaps" ?><?cs set:back_label = "Analisis kesenjangan" ?><?cs

def:form() ?><div class="matang-narrow"><form method="post" action="<?cs var:url_validate(own) ?>/gap/<?cs var:Variable.number ?>" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Appraisal.version ?>">
<?cs call:text_field("condition", "Kondisi dengan sebutan lain (boleh kosong)", "Kosong: seperti jawabannya.") ?><?cs
 call:select_field("target", "Harapan: tingkat (boleh kosong)", "", Words) ?><?cs
 call:text_field("expected", "Atau harapan dengan sebutan lain", "Contoh: Meningkat") ?><?cs
 call:textarea_field("recommendation", "Rekomendasi", "Satu hal satu baris.", "5", "2000") ?><?cs
 call:select_field("priority", "Prioritas (boleh kosong)", "", Priorities) ?><?cs
 call:textarea_field("plan", "Rencana (boleh kosong)", "Siapa mengerjakan apa.", "3", "1000") ?><?cs
 call:date_field("due", "Batas waktu (boleh kosong)", "") ?><?cs call:submit("Simpan") ?></form></div><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Variable.name, "Analisis kesenjangan: " + Appraisal.subject) ?>
<p class="govuk-body">Kondisi: <?cs if:filled(Variable.word) ?><strong><?cs var:Variable.word ?></strong><?cs else ?>belum dijawab<?cs /if ?></p>
<?cs if:Appraisal.writes ?><?cs call:form() ?><?cs else ?><p class="govuk-body"><?cs
 call:link(own + "/gaps", "Lihat analisis kesenjangan") ?></p><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
