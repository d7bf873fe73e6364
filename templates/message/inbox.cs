<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pesan" ?><?cs
def:content() ?>
<?cs call:page_title("Pesan", "") ?>
<?cs if:subcount(Messages) ?><?cs if:Unread > #0 ?><form method="post" action="<?cs var:Site.base ?>/message/"><?cs call:csrf() ?>
<input type="hidden" name="until" value="<?cs
 var:Newest ?>"><p class="govuk-body"><?cs var:Unread ?> pesan belum dibaca.</p>
<?cs call:buttons_open() ?><button type="submit" class="govuk-button govuk-button--secondary">Tandai semua sudah dibaca</button><?cs
 call:buttons_close() ?></form>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/message/"><?cs call:csrf() ?>
<?cs call:table_open("Pesan untuk Anda") ?><?cs call:head_open() ?><?cs call:th("Pesan") ?><?cs call:th("Waktu") ?><?cs
 call:th("Tindakan") ?><?cs call:head_close() ?>
<?cs each:m = Messages ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:m.unread ?><?cs var:m.subject ?> <?cs call:tag("submitted", "Baru") ?><?cs
 else ?><span class="govuk-!-font-weight-regular"><?cs var:m.subject ?></span><?cs /if ?></th>
<?cs call:td("Waktu", m.at) ?><td class="govuk-table__cell"><?cs
 if:m.unread ?><button type="submit" class="govuk-button govuk-button--link" name="open" value="<?cs var:m.id ?>">Buka<span class="govuk-visually-hidden"> <?cs
 var:m.subject ?></span></button><?cs
 else ?><a class="govuk-link" href="<?cs var:Site.base ?>/message/<?cs var:m.id ?>">Buka<span class="govuk-visually-hidden"> <?cs
 var:m.subject ?></span></a><?cs /if ?></td>
<?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?></form>
<?cs call:pagination(Pages) ?>
<?cs else ?><?cs call:empty_state("Belum ada pesan", "Di sini tampil kabar tentang penilaian: yang menunggu Anda, batas waktu, dan perkembangannya.") ?>
<?cs /if ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/message/choices">Atur pesan lewat surel</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
