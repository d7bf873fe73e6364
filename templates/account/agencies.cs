<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Perangkat daerah yang dilayani" ?><?cs
def:serve(s) ?><li class="matang-document"><p class="matang-document__title"><?cs if:filled(s.name) ?><?cs var:s.name ?><?cs else ?><?cs
 var:Actor.region_name ?><?cs /if ?></p>
<p class="matang-document__facts"><?cs var:s.role_name ?><?cs if:s.own ?> · akun Anda<?cs else ?> · tugas tambahan<?cs /if ?></p>
<?cs if:s.now ?><p class="govuk-body"><?cs call:tag("complete", "Sedang dipakai") ?></p>
<?cs else ?><form method="post" action="<?cs var:Site.base ?>/account/agencies"><?cs call:csrf() ?><input type="hidden" name="agency" value="<?cs
 var:s.id ?>"><button type="submit" class="govuk-button govuk-button--secondary">Bekerja di sini<span class="govuk-visually-hidden">: <?cs
 var:s.name ?>, <?cs var:s.role_name ?></span></button></form>
<?cs /if ?></li>
<?cs /def ?><?cs
def:content() ?><?cs call:page_title("Perangkat daerah yang dilayani", Actor.name) ?>
<?cs if:subcount(Serves) ?><p class="govuk-body">Pilih untuk perangkat daerah mana Anda bekerja sekarang. Halaman, hak, dan riwayat mengikuti pilihan ini;
Anda tidak perlu masuk lagi. Simpan dahulu jawaban yang masih terbuka di tab lain.</p>
<ul class="matang-documents"><?cs each:s = Serves ?><?cs call:serve(s) ?><?cs /each ?></ul>
<?cs else ?><?cs call:empty_state("Anda melayani satu perangkat daerah",
    "Bila Anda juga bertugas di perangkat daerah lain, minta administrator aplikasi menambahkannya pada akun Anda.") ?><?cs call:contact() ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
