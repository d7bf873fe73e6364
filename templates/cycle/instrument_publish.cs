<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Terbitkan instrumen" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments/" + Instrument.id ?><?cs set:back_label = Instrument.name ?><?cs
def:content() ?><?cs call:page_title(title, Instrument.name) ?>
<?cs if:Instrument.course == "own" ?><?cs call:warning("Setelah terbit tidak ada yang dapat diubah lagi.") ?>
<p class="govuk-body"><?cs var:Instrument.variables ?> variabel, untuk dinilai sendiri oleh daerah atau perangkat daerah.</p>
<?cs else ?><?cs call:warning("Setelah terbit, bunyi, dokumen dan batas kategori tidak dapat diubah lagi.") ?>
<p class="govuk-body"><?cs var:Instrument.variables ?> variabel.
Setiap tingkat mendapat juga “Dokumen pendukung lain” yang tidak wajib, supaya dokumen apa pun ada tempatnya.</p>
<?cs /if ?>
<?cs if:subcount(Gaps) ?><h2 class="govuk-heading-m"><?cs var:subcount(Gaps) ?> tingkat tanpa dokumen wajib</h2>
<p class="govuk-body">Tingkat ini dianggap didukung tanpa dokumen apa pun. Periksa apakah memang demikian.</p>
<ul class="govuk-list govuk-list--bullet">
<?cs each:g = Gaps ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/cycle/instruments/<?cs var:Instrument.id ?>/<?cs
 var:g.variable ?>/<?cs var:g.level ?>">Variabel <?cs var:g.variable ?>, tingkat <?cs var:g.roman ?></a></li>
<?cs /each ?></ul>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/cycle/instruments/<?cs var:Instrument.id ?>/publish"><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Instrument.version ?>"><?cs call:submit("Terbitkan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
