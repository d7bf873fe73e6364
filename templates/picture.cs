<?cs # SPDX-License-Identifier: ISC
# Pictures of figures, as document/chart.h puts them into Pictures.<id>:
#
#   picture(Pictures.radar)         the picture, its title, its table one click away
#
# Each is drawn once, for a telephone, and grows with the room that the style sheet gives it; pictures()
# and pictures_end() put several side by side. ?><?cs

def:picture_paint(run) ?> class="matang-ink-<?cs var:run.ink ?>" fill="<?cs var:run.fill ?>"<?cs
 if:run.stroke ?> stroke="<?cs var:run.stroke ?>" stroke-width="<?cs var:run.width ?>"<?cs
 if:run.dash ?> stroke-dasharray="<?cs var:run.dash ?>"<?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:picture_shapes(p) ?><svg viewBox="0 0 <?cs var:p.width ?> <?cs var:p.height ?>" role="img" aria-labelledby="<?cs var:p.id ?>-title <?cs var:p.id ?>-desc">
<title id="<?cs var:p.id ?>-title"><?cs var:p.title ?></title>
<desc id="<?cs var:p.id ?>-desc"><?cs var:p.description ?></desc>
<?cs each:r = p.runs ?><?cs if:r.path ?><path<?cs call:picture_paint(r) ?> d="<?cs var:r.path ?>"/>
<?cs else ?><g<?cs call:picture_paint(r) ?> font-size="<?cs var:r.size ?>"<?cs
 if:r.anchor ?> text-anchor="<?cs var:r.anchor ?>"<?cs /if ?><?cs if:r.strong ?> font-weight="600"<?cs /if ?>><?cs
 each:t = r.texts ?><text x="<?cs var:t.x ?>" y="<?cs var:t.y ?>"><?cs var:t ?></text><?cs /each ?></g>
<?cs /if ?><?cs /each ?></svg>
<?cs /def ?><?cs

def:picture_table(p) ?><details class="govuk-details matang-screen-only"><summary class="govuk-details__summary"><span
class="govuk-details__summary-text">Lihat angkanya dalam tabel<span class="govuk-visually-hidden">: <?cs
 var:p.title ?></span></span></summary><div class="govuk-details__text">
<table class="govuk-table matang-table matang-grid<?cs
 if:p.table.many ?> matang-grid--many<?cs /if ?>"><caption class="govuk-visually-hidden"><?cs var:p.title ?></caption>
<thead><tr><th scope="col"><?cs var:p.table.head ?></th><?cs each:c = p.table.columns ?><th scope="col"><?cs var:c ?></th><?cs /each ?></tr></thead>
<tbody>
<?cs each:r = p.table.rows ?><tr<?cs if:r.total ?> class="matang-picture__total"<?cs /if ?>><th scope="row"><?cs var:r.head ?></th><?cs
 if:p.table.many ?><?cs each:c = r.cells ?><td><?cs var:c ?></td><?cs /each ?><?cs
 else ?><?cs each:c = r.cells ?><td data-label="<?cs var:p.table.columns[name(c)] ?>"><?cs var:c ?></td><?cs /each ?><?cs /if ?></tr>
<?cs /each ?></tbody></table></div></details>
<?cs /def ?><?cs

def:picture(p) ?><?cs if:p.id ?><figure class="matang-picture" id="<?cs var:p.id ?>"><figcaption class="matang-picture__title"><?cs var:p.title ?></figcaption>
<?cs call:picture_shapes(p) ?><?cs if:subcount(p.table.rows) ?><?cs call:picture_table(p) ?><?cs /if ?></figure>
<?cs /if ?><?cs /def ?><?cs

def:pictures() ?><div class="matang-pictures"><?cs /def ?><?cs
def:pictures_end() ?></div><?cs /def ?>
