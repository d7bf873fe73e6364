<?cs # SPDX-License-Identifier: ISC ?><?cs
# A document seen without being saved, in a frame without an origin (htdocs/src/js/viewer.js).
# Included after macros.cs. View.revision .title .kind (pdf, image or "") .type_name .size, and
# .link where it is one of several on the page.
#
#   view_link(label, revision, title, kind, link)     opens it in the page's viewer, or by itself
#   viewer_open() … viewer_close()            between them: what else stands in its head
#                                             (View.alone: on a page of its own)
#   viewer_closed()                           opens by the first view_link: needs no View ?><?cs

def:view_link(label, revision, title, kind, link) ?><a class="govuk-link" data-view target="proof" href="<?cs var:Site.base ?>/upload/view/<?cs
 var:revision ?>" data-frame="<?cs var:Site.base ?>/upload/frame/<?cs var:revision ?>" data-file="<?cs var:Site.base ?>/upload/file/<?cs
 var:revision ?>" data-kind="<?cs var:kind ?>" data-title="<?cs var:title ?>" data-link="<?cs var:link ?>"><?cs var:label ?></a><?cs /def ?><?cs

def:viewer_closed() ?><section class="matang-viewer matang-viewer--page" id="viewer" tabindex="-1" aria-labelledby="viewer-title"
data-viewer data-assets="<?cs var:Site.assets ?>" hidden>
<div class="matang-viewer__head"><h2 class="matang-viewer__title" id="viewer-title" data-viewer-title>Isi dokumen</h2></div>
<div class="matang-viewer__place" data-viewer-place></div>
</section>
<?cs /def ?><?cs

def:viewer_open() ?><section class="matang-viewer<?cs if:View.alone ?> matang-viewer--page<?cs /if ?>" id="viewer" tabindex="-1" aria-labelledby="viewer-title"
data-viewer data-assets="<?cs var:Site.assets ?>">
<div class="matang-viewer__head"><h2 class="matang-viewer__title" id="viewer-title" data-viewer-title><?cs var:View.title ?></h2>
<div class="matang-viewer__tools"><?cs if:View.revision ?><a class="govuk-link" data-viewer-download href="<?cs
 var:Site.base ?>/upload/file/<?cs var:View.revision ?>">Unduh<span class="govuk-visually-hidden"> dokumen yang tampil</span></a><?cs /if ?><?cs
 if:View.link ?> <a class="govuk-link matang-viewer__back" data-viewer-back href="#link-<?cs var:View.link ?>">Ke keputusannya</a><?cs /if ?>
<?cs /def ?><?cs

def:viewer_close() ?></div></div>
<div class="matang-viewer__place" data-viewer-place<?cs
 if:View.revision && View.kind ?> data-frame="<?cs var:Site.base ?>/upload/frame/<?cs var:View.revision ?>" data-file="<?cs
 var:Site.base ?>/upload/file/<?cs var:View.revision ?>" data-title="<?cs var:View.title ?>"<?cs /if ?>><?cs
if:View.revision && View.kind ?><noscript><iframe class="matang-viewer__frame" name="proof" sandbox title="Isi dokumen: <?cs
 var:View.title ?>" src="<?cs var:Site.base ?>/upload/view/<?cs var:View.revision ?>"></iframe></noscript><?cs
elif:View.revision ?><p class="matang-viewer__note"><?cs var:View.type_name ?>, <?cs
 var:View.size ?>. Jenis berkas ini tidak dapat ditampilkan di sini. Unduh untuk melihat isinya.</p><?cs
else ?><p class="matang-viewer__note">Dokumen ini tidak dapat ditampilkan di sini.</p><?cs /if ?></div>
</section>
<?cs /def ?>
