<?cs # what history and events have in common: the form above, the links below ?><?cs
def:log_select(name, label, any, options) ?><?cs call:field_open(name) ?><?cs call:field_label(name, label) ?><select
class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs
var:o.label ?></option>
<?cs /each ?></select><?cs call:field_close() ?><?cs /def ?><?cs

def:log_form(place, hint) ?><form method="get" action="<?cs var:Site.base ?><?cs var:place ?>" role="search" class="matang-search">
<?cs if:Form.value.instance ?><input type="hidden" name="instance" value="1">
<?cs elif:Options.region_count > 1 ?><?cs call:log_select("region", "Daerah", "Daerah sendiri", Options.regions) ?><?cs /if ?><?cs
if:subcount(Options.agencies) ?><?cs call:log_select("agency", "Perangkat daerah", "Semua", Options.agencies) ?><?cs /if ?><?cs
call:log_select("kind", "Jenis", "Semua", Options.kinds) ?><?cs
call:input_field("person", "Nama orang", "", "text", "off", "") ?><?cs
call:input_field("from", "Sejak tanggal", "", "date", "off", "") ?><?cs
call:input_field("until", "Sampai tanggal", "", "date", "off", "") ?><?cs
call:input_field("q", hint, "", "search", "off", "") ?><?cs call:submit_quiet("Tampilkan") ?></form>
<?cs /def ?><?cs

def:log_more(place) ?><?cs if:List.next ?><p class="govuk-body"><a class="govuk-link" href="?<?cs
 var:List.query ?><?cs if:filled(List.query) ?>&amp;<?cs /if ?>before=<?cs var:List.next ?>">Lebih lama</a></p><?cs /if ?>
<?cs set:href = Site.base + place + "/table" ?><?cs call:downloads(href, List.query) ?>
<p class="govuk-body matang-screen-only">Berkas memuat yang tersaring, paling banyak 10.000 baris terbaru.</p>
<?cs /def ?><?cs

def:log_who(entry) ?><td class="govuk-table__cell" data-label="Siapa"><span><?cs var:entry.who ?><?cs
 if:filled(entry.role) ?><br><span class="govuk-hint"><?cs var:entry.role ?></span><?cs /if ?><?cs
 if:filled(entry.address) ?><br><span class="govuk-hint">dari <?cs var:entry.address ?></span><?cs /if ?></span></td><?cs /def ?>
