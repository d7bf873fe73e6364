<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs include!"chooser.cs" ?><?cs include!"since.cs" ?><?cs
set:title = "Perangkat daerah" ?><?cs
def:score(label, sum, part) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><span><?cs
 if:sum ?><?cs var:sum ?><?cs if:part ?> <small><?cs var:part ?></small><?cs /if ?><?cs else ?>–<?cs /if ?></span></td><?cs /def ?><?cs
# What one tier has decided, and the next; nothing while there is no figure. ?><?cs
def:scores(n, next) ?><?cs if:n ?><?cs var:dot ?><?cs var:n ?> → <?cs if:next ?><?cs var:next ?><?cs else ?>–<?cs /if ?><?cs /if ?><?cs /def ?><?cs
# The same on a telephone, in the second of two lines: drawn from the attribute, so that it is said once. ?><?cs
def:in_line(a) ?><?cs set:dot = "" ?><?cs
 if:filled(a.at_it) ?><?cs var:a.at_it ?> sedang memeriksa<?cs set:dot = " · " ?><?cs elif:a.own ?>Perangkat daerah Anda<?cs set:dot = " · " ?><?cs /if ?><?cs
 if:a.left ?><?cs var:dot ?><?cs var:a.left ?><?cs set:dot = " · " ?><?cs /if ?><?cs
 if:a.undecided > 0 ?><?cs var:dot ?><?cs var:a.undecided ?> dok.<?cs set:dot = " · " ?><?cs /if ?><?cs
 if:WorkList.tier == "province" ?><?cs call:scores(a.city_score, a.province_score) ?><?cs
 else ?><?cs call:scores(a.self_score, a.city_score) ?><?cs /if ?><?cs
 if:a.overdue > 0 ?><?cs var:dot ?><?cs var:a.overdue ?> terlambat<?cs /if ?><?cs /def ?><?cs
def:other_year(o) ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/verify/?year=<?cs var:o.year ?>&amp;region=<?cs
 var:o.region ?>">Periode <?cs var:o.year ?><?cs if:Choice.several ?>, <?cs var:o.region_name ?><?cs /if ?></a> juga masih terbuka: <?cs
 var:o.waiting ?> menunggu Anda<?cs if:o.due == "ahead" ?>, sisa <?cs var:o.days ?> hari kerja sampai <?cs var:o.until ?><?cs
 elif:o.due == "today" ?>, batas waktunya hari ini<?cs elif:filled(o.until) ?>, terlambat <?cs var:o.days ?> hari kerja dari <?cs
 var:o.until ?><?cs /if ?>.</p>
<?cs /def ?><?cs
def:content() ?>
<?cs if:!subcount(Choice) ?><?cs call:page_title("Perangkat daerah", Actor.region_name) ?>
<?cs call:empty_state("Belum ada periode penilaian", "Perangkat daerah tampil di sini setelah administrator membuka periode penilaian.") ?>
<?cs else ?><?cs if:filled(Choice.region_name) ?><?cs
 call:page_title("Perangkat daerah", Choice.region_name + " · Periode " + Choice.year) ?><?cs else ?><?cs
 call:page_title("Perangkat daerah", Actor.region_name + " · Periode " + Choice.year) ?><?cs /if ?>
<p class="govuk-body"><?cs if:WorkList.mine ?>Bagian Anda: <?cs /if ?><strong><?cs var:WorkList.done ?> dari <?cs var:WorkList.all ?></strong> sudah <?cs
 if:WorkList.tier == "province" ?>divalidasi<?cs else ?>diverifikasi<?cs /if ?>.<?cs
 if:WorkList.closed ?> Periode ini sudah ditutup: isinya hanya dapat dibaca.<?cs
 elif:WorkList.until ?> <?cs if:WorkList.left > 0 ?>Sisa <?cs var:WorkList.left ?> hari kerja, sampai <?cs var:WorkList.until ?>.<?cs
 elif:WorkList.left == 0 ?>Hari ini hari terakhir verifikasi.<?cs
 else ?>Waktu verifikasi berakhir <?cs var:WorkList.until ?>.<?cs /if ?><?cs /if ?>
</p>
<p class="govuk-body matang-links matang-screen-only"><?cs if:WorkList.divides ?><a class="govuk-link" href="<?cs var:Site.base ?>/verify/division?year=<?cs
 var:Choice.year ?>&amp;region=<?cs var:Choice.region ?>">Pembagian tugas</a> <?cs /if ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/verify/checklist?year=<?cs var:Choice.year ?>&amp;region=<?cs var:Choice.region ?>">Ceklist terverifikasi</a><?cs
if:Choice.cycle ?> <a class="govuk-link" href="<?cs var:Site.base ?>/paper/cycle/<?cs var:Choice.cycle ?>">Lembar semua perangkat daerah</a><?cs /if ?></p>
<?cs each:o = Choice.others ?><?cs call:other_year(o) ?><?cs /each ?>
<?cs call:since("/report/history") ?><form method="get" action="<?cs var:Site.base ?>/verify/" class="matang-search matang-search--pairs" role="search">
<?cs if:subcount(Choice.years) > 1 ?><?cs call:chooser("year", "Periode", Choice.years, "") ?><?cs /if ?><?cs
if:Choice.several ?><?cs call:chooser("region", "Daerah", Choice.regions, "Semua daerah") ?><?cs /if ?>
<?cs call:chooser("sort", "Urutkan", WorkList.sorts, "") ?><div class="govuk-form-group"><label class="govuk-label" for="q">Cari nama</label>
<input class="govuk-input" id="q" name="q" type="search" value="<?cs var:WorkList.q ?>" autocomplete="off" spellcheck="false"></div>
<?cs if:WorkList.show ?><input type="hidden" name="show" value="<?cs var:WorkList.show ?>"><?cs /if ?><?cs
if:WorkList.member ?><input type="hidden" name="member" value="<?cs var:WorkList.member ?>"><?cs /if ?>
<button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button>
</form>

<nav class="matang-filter matang-filter--row" aria-label="Saring menurut status"><ul class="matang-filter__list">
<?cs each:f = WorkList.filters ?><li><a class="matang-filter__link" href="<?cs var:url_validate(f.href) ?>"<?cs
 if:f.current ?> aria-current="true"<?cs /if ?>><?cs var:f.label ?><?cs
 if:?f.count ?> <span class="matang-filter__count"><?cs var:f.count ?></span><?cs /if ?></a></li>
<?cs /each ?></ul></nav>

<?cs if:subcount(Agencies) ?><table class="govuk-table matang-table matang-dense matang-agencies">
<caption class="govuk-visually-hidden">Perangkat daerah dan kemajuan pemeriksaannya</caption>
<?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:th_num("Langkah") ?><?cs
 call:th_num("Mandiri") ?><?cs call:th_num("Verifikasi") ?><?cs if:WorkList.tier == "province" ?><?cs
 call:th_num("Validasi") ?><?cs /if ?><?cs call:th_num("Variabel selesai") ?><?cs call:th_num("Dokumen belum") ?><?cs
 call:th("Sisa waktu") ?><?cs call:th("Perubahan terakhir") ?><?cs call:head_close() ?>
<?cs each:a = Agencies ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header<?cs if:filled(a.at_it) ?> matang-agencies__busy<?cs elif:a.late ?> matang-agencies__late<?cs
 /if ?>" data-line="<?cs call:in_line(a) ?>"><a class="govuk-link" href="<?cs var:Site.base ?>/verify/<?cs var:a.id ?>/"><?cs
 var:a.agency_name ?></a><?cs if:Choice.several && !Choice.region ?> <small><?cs var:a.region_name ?></small><?cs /if ?><?cs
 if:a.own ?> <small class="matang-dense__note">Perangkat daerah Anda: diverifikasi anggota tim lain</small><?cs /if ?><?cs
 if:filled(a.member) && !WorkList.mine ?> <small class="matang-dense__note">Pemeriksa: <?cs var:a.member ?></small><?cs /if ?><?cs
 if:filled(a.at_it) ?> <small class="matang-dense__note matang-at-it"><?cs var:a.at_it ?> sedang memeriksa</small><?cs /if ?></th>
<td class="govuk-table__cell" data-label="Status"><?cs if:a.waiting ?><?cs if:WorkList.tier == "province" ?><?cs
 call:tag("pending", "Menunggu validasi") ?><?cs else ?><?cs call:tag("pending", "Menunggu verifikasi") ?><?cs /if ?><?cs
 else ?><?cs call:tag(a.state, "") ?><?cs /if ?></td><?cs call:td_num("Langkah", a.step) ?>
<?cs call:score("Mandiri", a.self_score, a.self_part) ?><?cs if:WorkList.tier == "province" ?><?cs
 call:score("Verifikasi", a.city_score, a.city_part) ?><?cs call:score("Validasi", a.province_score, "") ?><?cs else ?><?cs
 call:score("Verifikasi", a.city_score, "") ?><?cs /if ?>
<?cs call:td_num("Variabel selesai",
    a.decided + "/" + a.variables) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Dokumen belum"><span><?cs
 if:a.links > 0 ?><?cs var:a.undecided ?> <small>dari <?cs var:a.links ?></small><?cs else ?>–<?cs /if ?><?cs
 if:a.pending > 0 ?> <small class="matang-dense__note<?cs if:a.overdue > 0 ?> matang-dense__late<?cs /if ?>"><?cs var:a.pending ?> menyusul<?cs
 if:a.overdue > 0 ?>, <?cs var:a.overdue ?> terlambat<?cs /if ?></small><?cs /if ?></span></td>
<td class="govuk-table__cell" data-label="Sisa waktu"><?cs if:a.left ?><?cs
 if:a.late ?><strong class="matang-dense__late"><?cs var:a.left ?></strong><?cs
 else ?><span class="matang-dense__line"><?cs var:a.left ?></span><?cs /if ?><?cs else ?>–<?cs /if ?></td>
<td class="govuk-table__cell" data-label="Perubahan terakhir"><?cs if:a.changed ?><span class="matang-dense__line"><?cs
 var:a.changed ?> <small title="<?cs var:a.changed_by ?>"><?cs var:a.changed_by ?></small></span><?cs else ?>–<?cs /if ?></td>
<?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>
<?cs call:pagination(Pages) ?><?cs set:href = Site.base + "/verify/table" ?><?cs call:downloads(href, WorkList.query) ?>
<?cs else ?><?cs call:empty_state("Tidak ada yang cocok", "Ubah nama atau saringan di atas.") ?><?cs /if ?>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
