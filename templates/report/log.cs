<?cs # what history and events have in common: the form above, the links below ?><?cs
def:log_select(name, label, any, options) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><select
class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs
var:o.label ?></option>
<?cs /each ?></select><?cs call:field_close() ?><?cs /def ?><?cs

def:log_form(place, hint) ?><form method="get" action="<?cs var:Site.base ?><?cs var:place ?>" role="search">
<?cs if:Form.value.instance ?><input type="hidden" name="instance" value="1">
<?cs /if ?><div class="matang-search"><?cs call:input_field("q", hint, "", "search", "off", "") ?><?cs call:submit_quiet("Tampilkan") ?></div>
<details class="govuk-details matang-fold"<?cs if:Form.value.region || Form.value.agency || Form.value.kind || Form.value.person ||
 Form.value.from || Form.value.until || subcount(Form.errors) ?> open<?cs /if ?>><summary class="govuk-details__summary"><span
class="govuk-details__summary-text">Saring menurut <?cs if:subcount(Options.agencies) ?>perangkat daerah, <?cs /if ?>jenis, orang dan tanggal</span></summary>
<div class="govuk-details__text matang-search"><?cs if:!Form.value.instance && Options.region_count > 1 ?><?cs
 call:log_select("region", "Daerah", "Daerah sendiri", Options.regions) ?><?cs /if ?><?cs
if:subcount(Options.agencies) ?><?cs call:log_select("agency", "Perangkat daerah", "Semua", Options.agencies) ?><?cs /if ?><?cs
call:log_select("kind", "Jenis", "Semua", Options.kinds) ?><?cs
call:input_field("person", "Nama orang", "", "text", "off", "") ?><?cs
call:input_field("from", "Sejak tanggal", "", "date", "off", "") ?><?cs
call:input_field("until", "Sampai tanggal", "", "date", "off", "") ?><?cs call:submit_quiet("Saring") ?></div></details></form>
<?cs /def ?><?cs

# The parts of a cell: lines on a screen, on a telephone one after the other. ?><?cs
def:log_part(text) ?><?cs if:filled(text) ?><span class="matang-log__part"><?cs var:text ?></span><?cs /if ?><?cs /def ?><?cs

def:log_more(place) ?><?cs if:List.next ?><p class="govuk-body"><a class="govuk-link" href="?<?cs
 var:List.query ?><?cs if:filled(List.query) ?>&amp;<?cs /if ?>before=<?cs var:List.next ?>">Lebih lama</a></p><?cs /if ?>
<?cs set:href = Site.base + place + "/table" ?><?cs call:downloads(href, List.query) ?>
<p class="govuk-body matang-screen-only">Berkas memuat yang tersaring, paling banyak 10.000 baris terbaru.</p>
<?cs /def ?><?cs

def:log_who(entry) ?><td class="govuk-table__cell" data-label="Siapa"><span><?cs call:log_part(entry.who) ?><?cs
 if:filled(entry.role) ?><span class="matang-log__part govuk-hint"><?cs var:entry.role ?></span><?cs /if ?><?cs
 if:filled(entry.address) ?><span class="matang-log__part govuk-hint">dari <?cs var:entry.address ?></span><?cs /if ?></span></td><?cs /def ?>
