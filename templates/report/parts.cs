<?cs # SPDX-License-Identifier: ISC
# Shared by the pages that compare. ?><?cs

def:years_nav(path) ?><nav class="matang-years matang-screen-only" aria-label="Tahun pembanding"><ul class="matang-years__list"><?cs
 each:y = Years ?><li><?cs if:y.current ?><strong aria-current="true"><?cs var:y.year ?></strong><?cs
 else ?><a class="govuk-link" href="<?cs var:Site.base ?><?cs var:path ?>?with=<?cs var:y.id ?>"><?cs var:y.year ?></a><?cs /if ?></li><?cs /each ?></ul></nav>
<?cs /def ?><?cs

def:accuracy_words() ?>Kesesuaian menunjukkan seberapa dekat tingkat menurut perangkat daerah dengan tingkat menurut tim verifikasi:
100 % berarti tingkatnya sama di semua variabel. Ini bukan ukuran resmi dan tidak mengubah skor;
gunanya untuk tahu di mana kriteria perlu dijelaskan atau data dukung perlu dilengkapi.<?cs /def ?><?cs

def:accuracy_explained() ?><?cs call:details_open("Cara menghitung kesesuaian") ?><p>Setiap tingkat selisih antara penilaian mandiri
dan verifikasi, ke atas atau ke bawah, mengurangi seperempat dari bagian satu variabel, karena lima tingkat berjarak empat langkah:
100 % − 100 % × jumlah selisih ÷ (4 × banyak variabel).</p>
<p>Variabel yang belum dinilai kedua pihak tidak dihitung. Kesesuaian yang rendah tidak berarti perangkat daerah tidak jujur:
dokumen yang belum dikumpulkan juga menurunkannya.</p><?cs call:details_close() ?><?cs /def ?>
