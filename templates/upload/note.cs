<?cs # SPDX-License-Identifier: ISC ?><!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Isi dokumen: <?cs var:Frame.title ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="<?cs var:Site.assets ?>/frame.css">
</head>
<body class="failed">
<p id="status"><strong><?cs var:Frame.title ?></strong> (<?cs var:Frame.type_name ?>) <?cs if:Frame.kind == "pdf" ?>hanya dapat ditampilkan di sini bila JavaScript diizinkan di peramban.<?cs else ?>tidak dapat ditampilkan di sini.<?cs /if ?> Unduh berkasnya untuk melihat isinya.</p>
</body>
</html>
