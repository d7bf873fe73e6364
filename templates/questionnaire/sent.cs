<?cs include!"macros.cs" ?><?cs
set:title = "Sudah dikirim, penilaian " + Assessment.year ?><?cs
set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs set:back_label = "Daftar variabel" ?><?cs

def:step(s) ?><li><?cs var:s.what ?><?cs
 if:s.done ?> <span class="matang-sent__until">Selesai</span><?cs
 elif:filled(s.until) ?> <span class="matang-sent__until">Sampai <?cs var:s.until ?></span><?cs /if ?></li>
<?cs /def ?><?cs

def:hand_on() ?><h2 class="govuk-heading-m" id="hand-on">Teks untuk WhatsApp</h2>
<div class="govuk-form-group"><textarea class="govuk-textarea matang-sent__text" id="text" rows="6" readonly aria-labelledby="hand-on"><?cs
 var:Sent.text ?></textarea></div>
<p class="govuk-body"><button type="button" class="govuk-button govuk-button--secondary" data-copy="text" hidden>Salin teks</button>
<span class="matang-sent__copied" role="status"></span></p>
<?cs /def ?><?cs

def:take_back() ?><?cs if:May.withdraw ?><form method="post" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/withdraw"><?cs
 call:csrf() ?><h2 class="govuk-heading-m">Ada yang keliru?</h2>
<p class="govuk-body">Tim verifikasi belum mulai memeriksa. Kiriman dapat ditarik, diperbaiki, lalu dikirim lagi.</p>
<button type="submit" class="govuk-button govuk-button--secondary">Tarik kiriman</button></form>
<?cs elif:Assessment.state == "submitted" && Actor.role == "operator" && Sent.begun ?><p class="govuk-body">Tim verifikasi sudah mulai memeriksa.
Bila ada yang harus diubah, minta tim mengembalikannya.</p>
<?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Penilaian sudah dikirim", Assessment.agency_name + " · penilaian " + Assessment.year) ?>
<p class="govuk-body"><?cs call:tag(Assessment.state, "") ?> <?cs var:Sent.waits ?><?cs
 if:Assessment.state == "submitted" ?> Jawaban dan dokumennya terkunci.<?cs /if ?></p>
<?cs call:summary_open() ?><?cs call:summary_row("Dikirim", Sent.when) ?><?cs call:summary_row("Oleh", Sent.who) ?><?cs
 call:summary_row("Nomor pengiriman", Sent.number) ?><?cs call:summary_close() ?><h2 class="govuk-heading-m">Selanjutnya</h2>
<ol class="govuk-list govuk-list--number">
<?cs each:s = Sent.next ?><?cs call:step(s) ?><?cs /each ?></ol>
<?cs call:hand_on() ?><?cs call:take_back() ?><ul class="govuk-list">
<li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/">Lihat jawaban</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/answers.xlsx">Unduh jawaban (XLSX)</a></li>
</ul>
<?cs /def ?><?cs include!"layout.cs" ?>
