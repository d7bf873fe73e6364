<?cs include!"macros.cs" ?><?cs set:title = "Akun saya" ?><?cs
def:or_empty(text) ?><?cs if:filled(text) ?><?cs var:text ?><?cs else ?>Belum diisi<?cs /if ?><?cs /def ?><?cs
def:detail(key, text) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs
 var:key ?></dt><dd class="govuk-summary-list__value"><?cs call:or_empty(text) ?></dd></div>
<?cs /def ?><?cs
def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Akun saya</h1>
<h2 class="govuk-heading-m">Data diri</h2>
<?cs call:summary_open() ?>
<?cs each:c = Account.columns ?><?cs call:detail(c.label, c.value) ?><?cs /each ?>
<?cs call:summary_close() ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/account/profile/edit">Ubah data diri</a></p>
<h2 class="govuk-heading-m">Akses</h2>
<?cs call:summary_open() ?>
<?cs call:summary_row("Nama pengguna", Account.username) ?>
<?cs call:summary_row("Peran", Actor.role_name) ?>
<?cs if:filled(Actor.agency_name) ?><?cs call:summary_row("Perangkat daerah", Actor.agency_name) ?><?cs /if ?><?cs
 if:filled(Actor.region_name) ?><?cs call:summary_row("Daerah", Actor.region_name) ?><?cs else ?><?cs
 call:summary_row("Daerah", "Semua daerah") ?><?cs /if ?>
<?cs call:summary_close() ?>
<p class="govuk-hint">Nama pengguna, peran, dan perangkat daerah diatur oleh administrator aplikasi.</p>
<?cs call:contact() ?>
<h2 class="govuk-heading-m">Keamanan</h2>
<?cs call:tasks_open() ?>
<li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a
class="govuk-link govuk-task-list__link" href="<?cs var:Site.base ?>/account/password">Ganti kata sandi</a></div></li>
<?cs if:Account.second_factor ?><?cs call:task_row(Site.base + "/account/second-factor", "Verifikasi dua langkah",
    "Kode dari ponsel setiap kali masuk", "complete", "Menyala") ?><?cs else ?><?cs
 call:task_row(Site.base + "/account/second-factor", "Verifikasi dua langkah", "Kode dari ponsel setiap kali masuk", "todo", "Mati") ?><?cs /if ?>
<li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a
class="govuk-link govuk-task-list__link" href="<?cs var:Site.base ?>/account/devices">Perangkat
yang masuk</a><div class="govuk-task-list__hint">Lihat di mana akun ini dipakai, dan keluarkan yang lain</div></div></li>
<li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a
class="govuk-link govuk-task-list__link" href="<?cs var:Site.base ?>/account/history">Riwayat akun</a></div></li>
<li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a
class="govuk-link govuk-task-list__link" href="<?cs var:Site.base ?>/message/choices">Pesan lewat surel</a><div class="govuk-task-list__hint">Pilih
kabar apa yang dikirim ke surel Anda, dan seberapa sering</div></div></li>
<?cs call:tasks_close() ?>
<?cs if:Account.may_hand_over ?><h2 class="govuk-heading-m">Pindah tugas?</h2>
<p class="govuk-body">Serahkan pekerjaan ini kepada pengganti Anda. Jawaban dan dokumen tetap; akses Anda berakhir.</p>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/account/hand-over">Alih tugas kepada pengganti</a></p>
<?cs /if ?></div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
