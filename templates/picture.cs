<?cs # SPDX-License-Identifier: ISC
# Pictures of figures, as document/chart.h puts them into Pictures.<id>:
#
#   picture(Pictures.radar)         the picture, its title, its table one click away
#
# Each is drawn twice, for a desktop and for a telephone; the style sheet shows one of them. ?><?cs

def:picture_paint(run) ?> class="matang-ink-<?cs var:run.ink ?>" fill="<?cs var:run.fill ?>"<?cs if:run.stroke ?> stroke="<?cs var:run.stroke ?>" stroke-width="<?cs var:run.width ?>"<?cs if:run.dash ?> stroke-dasharray="<?cs var:run.dash ?>"<?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:picture_shapes(p, size, shapes) ?><svg class="matang-picture__<?cs var:size ?>" viewBox="0 0 <?cs var:shapes.width ?> <?cs var:shapes.height ?>" role="img" aria-labelledby="<?cs var:p.id ?>-<?cs var:size ?>-title <?cs var:p.id ?>-<?cs var:size ?>-desc">
<title id="<?cs var:p.id ?>-<?cs var:size ?>-title"><?cs var:p.title ?></title>
<desc id="<?cs var:p.id ?>-<?cs var:size ?>-desc"><?cs var:p.description ?></desc>
<?cs each:r = shapes.runs ?><?cs if:r.path ?><path<?cs call:picture_paint(r) ?> d="<?cs var:r.path ?>"/>
<?cs else ?><g<?cs call:picture_paint(r) ?> font-size="<?cs var:r.size ?>" text-anchor="<?cs var:r.anchor ?>"<?cs if:r.strong ?> font-weight="600"<?cs /if ?>><?cs each:t = r.texts ?><text x="<?cs var:t.x ?>" y="<?cs var:t.y ?>"><?cs var:t.text ?></text><?cs /each ?></g>
<?cs /if ?><?cs /each ?></svg>
<?cs /def ?><?cs

def:picture_table(p) ?><details class="govuk-details matang-screen-only"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Lihat angkanya dalam tabel<span class="govuk-visually-hidden">: <?cs var:p.title ?></span></span></summary><div class="govuk-details__text">
<table class="govuk-table matang-table"><caption class="govuk-visually-hidden"><?cs var:p.title ?></caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header"><?cs var:p.table.head ?></th><?cs each:c = p.table.columns ?><th scope="col" class="govuk-table__header govuk-table__header--numeric"><?cs var:c.label ?></th><?cs /each ?></tr></thead>
<tbody class="govuk-table__body">
<?cs each:r = p.table.rows ?><tr class="govuk-table__row<?cs if:r.total ?> matang-picture__total<?cs /if ?>"><th scope="row" class="govuk-table__header"><?cs var:r.head ?></th><?cs each:c = r.cells ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:c.label ?>"><?cs var:c.text ?></td><?cs /each ?></tr>
<?cs /each ?></tbody></table></div></details>
<?cs /def ?><?cs

def:picture(p) ?><?cs if:p.id ?><figure class="matang-picture" id="<?cs var:p.id ?>"><figcaption class="matang-picture__title"><?cs var:p.title ?></figcaption>
<?cs call:picture_shapes(p, "wide", p.wide) ?><?cs call:picture_shapes(p, "narrow", p.narrow) ?><?cs if:subcount(p.table.rows) ?><?cs call:picture_table(p) ?><?cs /if ?></figure>
<?cs /if ?><?cs /def ?>
