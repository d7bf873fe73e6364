<?cs include!"macros.cs" ?><?cs include!"viewer.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Isi dokumen: " + View.title ?><?cs set:back_href = Site.base + "/upload/document/" + View.document ?><?cs
set:back_label = "Halaman dokumen" ?><?cs

def:content() ?><?cs call:page_title(View.title, "Revisi " + View.number) ?>
<?cs call:viewer_open() ?><?cs call:viewer_close() ?><?cs /def ?><?cs include!"layout.cs" ?>
