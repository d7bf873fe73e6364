<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Rencana perbaikan" ?><?cs
def:content() ?><?cs call:page_title("Rencana perbaikan", Actor.agency_name) ?>
<?cs call:empty_state("Belum ada periode penilaian", "Rencana perbaikan disusun dari hasil penilaian, begitu daerah membuka periodenya.") ?><?cs /def ?><?cs
include!"layout.cs" ?>
