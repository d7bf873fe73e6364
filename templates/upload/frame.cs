<?cs # SPDX-License-Identifier: ISC ?><?cs
# A page without an origin: see cgi-bin/upload/viewer.c and htdocs/src/frame. ?><?cs include!"upload/head.cs" ?><?cs
 call:frame_head() ?><script src="<?cs var:Site.assets ?>/frame.js" defer></script>
</head>
<body data-kind="<?cs var:Frame.kind ?>" data-bytes="<?cs var:Frame.bytes ?>">
<div class="bar" role="toolbar" aria-label="Tampilan dokumen" aria-controls="stage">
<div id="pages"><button type="button" id="back" aria-label="Halaman sebelumnya" title="Halaman sebelumnya (←)">‹</button>
<label>Halaman <input id="page" type="number" inputmode="numeric" min="1" value="1"> dari <span id="count">1</span></label>
<button type="button" id="on" aria-label="Halaman berikutnya" title="Halaman berikutnya (→)">›</button></div>
<div><button type="button" id="smaller" aria-label="Perkecil" title="Perkecil (-)">−</button><button type="button" id="width"
title="Selebar layar (0)">Selebar layar</button><button type="button" id="larger" aria-label="Perbesar" title="Perbesar (+)">+</button>
<button type="button" id="turn" aria-label="Putar" title="Putar">↻</button></div>
<div id="search" role="search"><input id="wanted" type="search" aria-label="Cari kata di dokumen" placeholder="Cari kata"><button
type="button" id="find">Cari</button></div>
</div>
<p id="status" role="status">Memuat dokumen…</p>
<main id="stage" tabindex="0" aria-label="Isi dokumen: <?cs var:Frame.title ?>"></main>
</body>
</html>
