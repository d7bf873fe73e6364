<?cs # SPDX-License-Identifier: ISC
# A page for a frame in a page of somebody else: no script, and a style of its own. ?><?cs include!"portal/figures.cs" ?><!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Kematangan organisasi <?cs var:Embed.name ?> <?cs var:Embed.year ?></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="<?cs var:Site.assets ?>/embed.css">
</head>
<body><main><?cs call:figures("1") ?></main></body>
</html>
