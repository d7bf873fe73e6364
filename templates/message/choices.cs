<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pesan lewat surel" ?><?cs set:back_href = Site.base + "/message/" ?><?cs set:back_label = "Pesan" ?><?cs
def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<?cs call:page_title("Pesan lewat surel", "") ?>
<?cs if:!Sends ?><?cs call:notice("", "Server ini belum mengirim surel. Pilihan Anda disimpan dan berlaku begitu surel dinyalakan.") ?>
<?cs elif:!filled(Email) ?><?cs call:notice("", "Alamat surel Anda belum diisi, jadi pesan hanya tampil di halaman Pesan.") ?>
<?cs /if ?><?cs if:filled(Email) ?><p class="govuk-body">Surel dikirim ke <strong><?cs var:Email ?></strong>.</p>
<?cs /if ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/account/profile/edit">Ubah alamat surel</a></p>
<form method="post" action="<?cs var:Site.base ?>/message/choices" novalidate><?cs call:csrf() ?>
<?cs call:fieldset_open("pace", "Seberapa sering", "") ?><div class="govuk-radios">
<?cs call:radio("pace", "pace-soon", "soon", "Segera", "Beberapa kabar yang datang berdekatan digabung dalam satu surel.") ?>
<?cs call:radio("pace", "pace-daily", "daily", "Sekali sehari", "Satu surel setiap pagi, bila ada kabar.") ?>
<?cs call:radio("pace", "pace-never", "never", "Tidak pernah", "Pesan hanya tampil di halaman Pesan.") ?></div>
<?cs call:fieldset_close() ?>
<?cs call:fieldset_open("topics", "Tentang apa", "") ?><div class="govuk-checkboxes">
<?cs call:check_item("task", "task", "1", "Yang menunggu saya", "Misalnya penilaian yang dikembalikan, atau yang menunggu diverifikasi.",
     Form.value.task == "1") ?>
<?cs call:check_item("deadline", "deadline", "1", "Batas waktu", "Tiga hari kerja sebelumnya, sehari sebelumnya, pada harinya, dan bila terlambat.",
     Form.value.deadline == "1") ?>
<?cs call:check_item("news", "news", "1", "Perkembangan", "Misalnya verifikasi yang selesai dan laporan yang terbit.", Form.value.news == "1") ?></div>
<?cs call:fieldset_close() ?>
<?cs call:buttons_open() ?><?cs call:submit("Simpan") ?><?cs call:buttons_close() ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
