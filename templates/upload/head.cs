<?cs # SPDX-License-Identifier: ISC
# The head of what stands in a frame of its own: see cgi-bin/upload/viewer.c. ?><?cs

def:frame_head() ?><!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Isi dokumen: <?cs var:Frame.title ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="<?cs var:Site.assets ?>/frame.css">
<?cs /def ?>