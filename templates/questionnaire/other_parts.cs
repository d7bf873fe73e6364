<?cs # SPDX-License-Identifier: ISC ?><?cs
# What the pages of one assessment by another instrument have in common; after macros.cs. ?><?cs
set:base = Site.base + "/questionnaire/other" ?><?cs set:own = base + "/" + Appraisal.id ?><?cs

def:about() ?><?cs call:summary_open() ?><?cs call:summary_row("Instrumen", Appraisal.instrument) ?><?cs
 if:filled(Appraisal.basis) ?><?cs call:summary_row("Dasar", Appraisal.basis) ?><?cs /if ?><?cs
 call:summary_row("Yang menilai", Appraisal.whose) ?><?cs call:summary_row("Tahun", Appraisal.year) ?><?cs
 if:filled(Appraisal.source) ?><?cs call:summary_row("Sumber", Appraisal.source) ?><?cs /if ?><?cs
 call:summary_row("Terjawab", Appraisal.answered + " dari " + Appraisal.asked) ?><?cs
 if:Appraisal.scored && filled(Appraisal.score) ?><?cs if:Appraisal.complete ?><?cs set:score_label = "Nilai" ?><?cs
  else ?><?cs set:score_label = "Nilai sementara" ?><?cs /if ?><?cs call:summary_row(score_label, Appraisal.score) ?><?cs
  if:filled(Appraisal.class) ?><?cs call:summary_row("Kategori", Appraisal.class) ?><?cs /if ?><?cs
  call:summary_row("Cara hitung", Appraisal.scoring) ?><?cs /if ?><?cs call:summary_close() ?><?cs /def ?>
