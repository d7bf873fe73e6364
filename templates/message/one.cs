<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Message.subject ?><?cs set:back_href = Site.base + "/message/" ?><?cs set:back_label = "Pesan" ?><?cs
def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<?cs call:page_title(Message.subject, Message.at) ?>
<p class="govuk-body"><?cs var:Message.body ?></p>
<?cs if:Message.href ?><?cs call:button_link(Message.href, "Buka halamannya") ?>
<?cs /if ?><?cs if:Message.unread ?><form method="post" action="<?cs var:Site.base ?>/message/"><?cs call:csrf() ?><?cs
 call:submit_as("Tandai sudah dibaca", "open", Message.id, "secondary") ?></form>
<?cs /if ?><?cs call:details_open("Teruskan lewat WhatsApp") ?>
<div class="govuk-form-group"><label class="govuk-label" for="text">Salin teks ini, lalu tempel di WhatsApp</label>
<textarea class="govuk-textarea" id="text" rows="6" readonly>
<?cs var:Message.text ?></textarea></div><?cs call:details_close() ?>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
