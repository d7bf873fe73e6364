<?cs # SPDX-License-Identifier: ISC ?><?cs # At which agencies others changed something since the last visit: frame/since.h. ?><?cs
def:since(history) ?><?cs if:subcount(Since) ?><details class="govuk-details matang-screen-only" id="since"><summary
class="govuk-details__summary"><span class="govuk-details__summary-text">Yang berubah sejak kunjungan terakhir: <?cs
 if:SinceMore ?>lebih dari <?cs /if ?><?cs var:subcount(Since) ?> perangkat daerah</span></summary><div class="govuk-details__text">
<p class="govuk-hint">Yang terbaru, oleh orang lain, sejak <?cs var:SinceWhen ?>.</p>
<ul class="govuk-list govuk-list--bullet"><?cs each:s = Since ?><li><?cs if:?s.path ?><a class="govuk-link" href="<?cs var:Site.base ?><?cs
 var:s.path ?>"><?cs var:s.agency ?></a><?cs else ?><?cs var:s.agency ?><?cs /if ?>: <?cs var:s.what ?>; terakhir <?cs var:s.at ?></li>
<?cs /each ?></ul>
<?cs if:filled(history) ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?><?cs
 var:history ?>">Lihat riwayatnya</a></p><?cs /if ?></div></details>
<?cs /if ?><?cs /def ?>
