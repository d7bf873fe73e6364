<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Akun" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
set:States.0.value = "ended" ?><?cs set:States.0.label = "Sudah diakhiri" ?><?cs
if:Form.value.region ?><?cs set:here_query = "?region=" + Form.value.region ?><?cs /if ?><?cs set:book_query = "role=" + Form.value.role ?><?cs
 if:Form.value.region ?><?cs set:book_query = book_query + "&region=" + Form.value.region ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title("Akun", "") ?><?cs call:card_lists(CardLists) ?>
<div class="govuk-button-group"><?cs call:button_link(base + "/accounts/new" + here_query, "Buat akun") ?><?cs
 call:button_link_secondary(base + "/accounts/import" + here_query, "Impor dari Excel, ODS atau CSV") ?></div>
<p class="govuk-body"><?cs call:link(base + "/agencies?only=without-operator", "Perangkat daerah tanpa operator") ?></p>
<form method="get" action="<?cs var:Site.base ?>/cycle/accounts" role="search" class="matang-search">
<?cs if:Options.region_count > 1 ?><?cs call:select_any("region", "Daerah", "Semua daerah", Options.regions) ?><?cs /if ?><?cs
call:select_any("role", "Peran", "Semua peran", Options.roles) ?><?cs
 call:input_field("q", "Cari nama atau nama pengguna", "", "search", "off", "") ?><?cs
 call:select_any("state", "Tampilkan", "Yang aktif", States) ?><?cs call:submit_quiet("Tampilkan") ?></form>
<?cs if:subcount(Accounts) ?><?cs call:table_open("Daftar akun") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Nama pengguna") ?><?cs call:th("Peran") ?><?cs call:th("Di") ?><?cs call:head_close() ?><?cs
each:a = Accounts ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/accounts/" + a.id, a.full_name) ?></th><td class="govuk-table__cell matang-nowrap" data-label="Nama pengguna"><?cs
 var:a.username ?></td><?cs
 call:td("Peran", a.role_name) ?><td class="govuk-table__cell" data-label="Di"><?cs
 if:filled(a.agency_name) ?><?cs var:a.agency_name ?>, <?cs var:a.region_name ?><?cs
 elif:filled(a.region_name) ?><?cs var:a.region_name ?><?cs else ?>Seluruh aplikasi<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs call:pagination(Pages) ?><?cs set:href = base + "/accounts/table" ?><?cs
 call:downloads(href, book_query) ?><?cs else ?><?cs
 call:empty_state("Tidak ada akun yang cocok", "Coba sebagian namanya saja, atau tampilkan semua peran.") ?><?cs /if ?><?cs /def ?><?cs
 include!"layout.cs" ?>
