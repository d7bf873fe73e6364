<?cs # SPDX-License-Identifier: ISC
# The figures of a region in a page of somebody else. ?><?cs

def:figures(target) ?><div lang="id">
<?cs if:target ?><h1>Kematangan organisasi <?cs var:Embed.name ?> <?cs var:Embed.year ?></h1><?cs
 else ?><p><strong>Kematangan organisasi <?cs var:Embed.name ?> <?cs var:Embed.year ?></strong></p><?cs /if ?>
<?cs if:filled(Headline.number) ?><p>Rata-rata <strong><?cs var:Headline.number ?></strong> dari <?cs var:Headline.most ?><?cs
 if:filled(Headline.category) ?>, kategori <strong><?cs var:Headline.category ?></strong><?cs /if ?>.</p>
<?cs /if ?><p><?cs var:Embed.assessed ?> dari <?cs var:Embed.count ?> perangkat daerah sudah dinilai.</p>
<p><a href="<?cs var:url_validate(Embed.address) ?>"<?cs if:target ?> target="_blank" rel="noopener"<?cs /if ?>>Lihat hasil lengkap</a></p>
<?cs if:filled(Licence.address) ?><p>Lisensi: <a href="<?cs var:url_validate(Licence.address) ?>"<?cs if:target ?> target="_blank" rel="license noopener"<?cs
 else ?> rel="license"<?cs /if ?>><?cs var:Licence.name ?></a></p>
<?cs /if ?></div><?cs /def ?>
