<?cs # SPDX-License-Identifier: ISC ?><?cs include!"upload/head.cs" ?><?cs call:frame_head() ?></head>
<body class="failed">
<p id="status"><strong><?cs var:Frame.title ?></strong> (<?cs var:Frame.type_name ?>) <?cs
 if:Frame.kind == "pdf" ?>hanya dapat ditampilkan bila JavaScript diizinkan di peramban, di halaman dokumennya.<?cs
 else ?>tidak dapat ditampilkan di sini.<?cs /if ?> Unduh berkasnya untuk melihat isinya.</p>
</body>
</html>
