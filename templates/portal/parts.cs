<?cs # SPDX-License-Identifier: ISC
# What the pages of the public share. ?><?cs

def:maturity() ?><p class="govuk-body">Kematangan organisasi menunjukkan seberapa mantap sebuah perangkat daerah merencanakan,
menjalankan dan memperbaiki pekerjaannya: sebelas variabel dinilai dari Tingkat I sampai V, lalu dijumlahkan menjadi skor 11–55.</p>
<?cs /def ?><?cs

def:or_dash(label, value) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><?cs
 if:filled(value) ?><?cs var:value ?><?cs else ?>–<?cs /if ?></td><?cs /def ?>
