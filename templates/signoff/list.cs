<?cs include!"macros.cs" ?><?cs set:title = "Pengesahan" ?><?cs def:content() ?>
<?cs call:page_title("Pengesahan", "Langkah 6 dari 7") ?>
<?cs if:subcount(Assessments) ?><?cs call:tasks_open() ?>
<?cs each:a = Assessments ?><?cs if:a.to_sign ?><?cs set:hint = "Siap dicetak dan ditandatangani" ?><?cs elif:a.sent_back == "1" ?><?cs
 set:hint = "Pindaian dikembalikan: menunggu unggahan yang baru" ?><?cs elif:a.own ?><?cs
 set:hint = "Perangkat daerah Anda: disahkan anggota tim lain" ?><?cs elif:a.to_receive ?><?cs
 set:hint = "Menunggu diperiksa tim, lalu tanda terima" ?><?cs else ?><?cs set:hint = "" ?><?cs /if ?><?cs
 set:href = Site.base + "/signoff/" + a.id + "/" ?><?cs set:label = a.agency_name + " " + a.year ?><?cs
 call:task_row(href, label, hint, a.state, "") ?><?cs /each ?>
<?cs call:tasks_close() ?><?cs else ?><?cs call:empty_state("Belum ada penilaian", "Penilaian muncul di sini setelah periode dibuka.") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
