<?cs include!"macros.cs" ?><?cs set:title = "Contoh komponen" ?><?cs def:content() ?>
<?cs call:crumbs_open() ?><?cs call:crumb(Site.base + "/questionnaire/", "Beranda") ?><?cs call:crumb_here("Contoh komponen") ?><?cs call:crumbs_close() ?>
<?cs call:page_title("Contoh komponen", "Periode penilaian 2026") ?>
<?cs call:notice("Batas waktu", "Pengisian berakhir pada 21 November 2026, tersisa 3 hari kerja.") ?>
<?cs call:warning("Setelah dikirim, jawaban terkunci sampai verifikasi selesai.") ?>
<?cs call:next_open("Langkah berikutnya") ?>
<p class="govuk-body">Isi variabel IV, Standar Operasional Prosedur.</p>
<?cs call:button_link(Site.base + "/questionnaire/7/4", "Lanjutkan mengisi") ?><?cs call:next_close() ?>
<?cs call:progress("7", "11", "variabel lengkap") ?>

<h2 class="govuk-heading-m">Daftar tugas</h2>
<?cs call:tasks_open() ?>
<?cs each:t = Tasks ?><?cs call:task_row(t.href, t.label, t.hint, t.state, "") ?><?cs /each ?>
<?cs call:tasks_close() ?>

<h2 class="govuk-heading-m">Lima tingkat</h2>
<form method="post" action="<?cs var:Site.base ?>/questionnaire/7/4" data-autosave="7-4" data-autosave-url="<?cs var:Site.base ?>/questionnaire/7/4/save">
<?cs call:csrf() ?>
<input type="hidden" name="version" value="<?cs var:Answer.version ?>">
<?cs call:level_cards("level", "Pilih tingkat yang paling sesuai", "Setiap tingkat mencakup tingkat di bawahnya.", Levels, "") ?>
<?cs call:textarea_field("explanation", "Penjelasan", "Ceritakan singkat apa yang sudah dilakukan.", "6", "2000") ?>
<?cs call:autosave_status() ?>
<?cs call:buttons_open() ?><?cs call:submit("Simpan dan lanjutkan") ?><?cs call:submit_as("Simpan saja", "then", "stay", "secondary") ?><?cs call:submit_as("Kosongkan", "then", "clear", "warning") ?><?cs call:buttons_close() ?>
</form>

<h2 class="govuk-heading-m">Isian</h2>
<form method="post" action="<?cs var:Site.base ?>/example" enctype="multipart/form-data">
<?cs call:csrf() ?>
<?cs call:text_field("title", "Judul dokumen", "") ?>
<?cs call:input_field("year", "Tahun", "Empat angka", "number", "", "4") ?>
<?cs call:date_field("issued", "Tanggal dokumen", "Seperti tertulis pada dokumen.") ?>
<?cs call:select_field("kind", "Jenis dokumen", "", Kinds) ?>
<?cs call:radios("tier", "Siapa yang memeriksa?", "", Tiers) ?>
<?cs call:yes_no("link", "Apakah berupa tautan luar?", "Tautan tidak dihitung sebagai dokumen tersimpan.") ?>
<?cs call:checkboxes("criteria", "Kriteria yang dibuktikan", "Pilih semua yang sesuai.", Criteria) ?>
<?cs call:checkbox("agree", "1", "Dokumen ini boleh dibaca tim verifikasi", "") ?>
<?cs call:file_field("file", "Berkas", "PDF, JPEG, PNG, atau dokumen kantor, paling besar 20 MB.", ".pdf,.jpg,.png") ?>
<?cs call:password_field("password", "Kata sandi", "Paling sedikit 12 karakter.", "current-password") ?>
<?cs call:code_field("code", "Kode dari aplikasi autentikator", "Enam angka") ?>
<?cs call:submit("Kirim") ?>
</form>

<h2 class="govuk-heading-m">Ringkasan</h2>
<?cs call:summary_open() ?><?cs call:summary_row("Perangkat daerah", Actor.agency_name) ?><?cs call:summary_row_link("Kepala", "Nama Contoh, S.E., M.Si.", Site.base + "/account/profile", "Ubah") ?><?cs call:summary_close() ?>
<?cs call:inset("Bukti yang sama dapat ditautkan ke beberapa kriteria.") ?>
<?cs call:details("Apa itu tingkat bertahap?", "Tingkat terendah dari sebelas variabel.") ?>
<?cs call:scores("3", "2", "2") ?>
<p class="govuk-body"><?cs each:c = Codes ?><?cs call:tag(c, "") ?> <?cs /each ?></p>

<?cs call:table_open("Hasil per perangkat daerah") ?><?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th_num("Mandiri") ?><?cs call:th_num("Akhir") ?><?cs call:th("Kategori") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:r = Rows ?><?cs call:row_open() ?><?cs call:td_head(r.name) ?><?cs call:td_num("Mandiri", r.self) ?><?cs call:td_num("Akhir", r.final) ?><?cs call:td("Kategori", r.category) ?><?cs call:td_tag("Status", r.state, "") ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>
<?cs call:pagination(Pages) ?>

<?cs call:wall_open("Keadaan verifikasi", Variables) ?>
<?cs each:r = Rows ?><?cs call:row_open() ?><?cs call:td_head(r.name) ?><?cs each:c = r.cells ?><?cs call:wall_cell(c.label, c.state, c.href, c.value, c.word) ?><?cs /each ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>

<h2 class="govuk-heading-m">Pemeriksaan</h2>
<div class="matang-review">
<div><?cs each:d = Documents ?>
<article class="matang-document matang-document--<?cs var:d.state ?>">
<h3 class="matang-document__title"><?cs call:link(Site.base + "/upload/document/" + d.id, d.title) ?></h3>
<p class="matang-document__facts"><?cs var:d.facts ?> · <span class="matang-digest"><?cs var:d.digest ?></span></p>
<p class="govuk-body"><?cs call:tag(d.state, "") ?></p>
</article><?cs /each ?></div>
<aside class="matang-review__aside" aria-label="Kriteria"><h3 class="govuk-heading-s">Kriteria tingkat 3</h3><?cs call:checklist(Levels.2.documents) ?></aside>
</div>

<div class="matang-compare">
<section class="matang-compare__side"><h3 class="matang-compare__heading">Tahun lalu</h3><p class="matang-compare__text">SOP disusun, belum dievaluasi.</p></section>
<section class="matang-compare__side"><h3 class="matang-compare__heading">Tahun ini</h3><p class="matang-compare__text">SOP dievaluasi tiap semester.</p></section>
</div>
<?cs call:history(History) ?>
<?cs call:empty_state("Belum ada dokumen", "Unggah dokumen pertama, lalu tautkan ke kriteria.") ?>
<?cs call:print_button("Cetak") ?>
<?cs /def ?><?cs include!"layout.cs" ?>
