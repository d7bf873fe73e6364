<?cs # SPDX-License-Identifier: ISC ?><?cs include!"upload/head.cs" ?><?cs call:frame_head() ?></head>
<body class="words">
<h1><?cs var:Frame.title ?></h1>
<?cs if:filled(Text.body) ?><p class="about">Hanya teks dari berkas <?cs
 var:Frame.type_name ?> ini, tanpa gambar dan tata letak. Unduh untuk melihat aslinya.</p>
<pre tabindex="0"><?cs var:Text.body ?></pre>
<?cs if:Text.cut ?><p class="about">Teks selanjutnya tidak ditampilkan.</p>
<?cs /if ?><?cs elif:Text.taken ?><p class="about">Tidak ada teks di dalam berkas <?cs var:Frame.type_name ?> ini. Unduh untuk melihat isinya.</p>
<?cs else ?><p class="about">Teks berkas <?cs var:Frame.type_name ?> ini belum diambil. Unduh untuk melihat isinya.</p>
<?cs /if ?></body>
</html>
