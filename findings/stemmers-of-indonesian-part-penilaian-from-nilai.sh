#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Stemmers of Indonesian part penilaian from nilai, and Snowball parts five of eight such pairs of this field
#
# Version: libstemmer 2.2.0-2 (Snowball, Debian 12; PostgreSQL and Xapian use the same), sastrawijs 1.1.0 (npm).
#
# One would stem what people search and what documents say, so that "nilai" finds "penilaian".  Indonesian
# prefixes swallow the first sound of the word (nilai, peNilaian; tata, peNataan; terbit, peNerbitan; rencana,
# pe-rencana-an).  Snowball takes whole prefixes away without giving the sound back, and takes syllables of the
# bare word for affixes: nilai becomes "nila" and penilaian "ilai", pegawai "gawa" and kepegawaian "gawai".
# Sastrawi, with a dictionary, errs on one of these alone, and that is the commonest word of an assessment.
# The verb and the noun of the very same act are then further apart than without any stemming, where the
# one contains the other.
#
# What follows: search here is by parts of words, never by stems.
#
# Seen:
#	word    derived          Snowball            sastrawijs
#	nilai   penilaian        nila / ilai         nilai / ilai
#	tata    penataan         tata / ata          tata / tata
#	terbit  penerbitan       terbit / erbit      terbit / terbit
#	rencana perencanaan      rencana / encana    rencana / rencana
#	pegawai kepegawaian      gawa / gawai        pegawai / pegawai
#	setuju  persetujuan      setuju / setuju     tuju / tuju
#	lapor   laporan          lapor / lapor       lapor / lapor
#	ukur    pengukuran       ukur / ukur         ukur / ukur
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download -q libstemmer-dev=2.2.0-2 libstemmer0d=2.2.0-2 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
npm install --silent --no-save --no-audit --no-fund sastrawijs@1.1.0 >/dev/null 2>&1

cat >stem.c <<'END'
#include <stdio.h>
#include <string.h>
#include <libstemmer.h>

int
main(int argc, char **argv)
{
	struct sb_stemmer *stemmer = sb_stemmer_new("indonesian", NULL);

	for (int at = 1; at < argc; at++)
		printf(at == 1 ? "%s" : " / %s", (const char *)sb_stemmer_stem(stemmer,
		    (const sb_symbol *)argv[at], (int)strlen(argv[at])));
	return 0;
}
END
library=$(find root -name libstemmer.so.0d | head -n 1)
gcc -o stem stem.c -Iroot/usr/include "$library"
cat >stem.js <<'END'
const { Stemmer } = require('sastrawijs');
const stemmer = new Stemmer();
console.log(process.argv.slice(2).map((word) => stemmer.stem(word)).join(' / '));
END

seen=$(while read -r word derived; do
	echo "$word $derived: $(LD_LIBRARY_PATH=${library%/*} ./stem "$word" "$derived"), $(node stem.js "$word" "$derived")"
done <<'END'
nilai penilaian
tata penataan
terbit penerbitan
rencana perencanaan
pegawai kepegawaian
setuju persetujuan
lapor laporan
ukur pengukuran
END
)
echo "$seen"
[ "$seen" = "nilai penilaian: nila / ilai, nilai / ilai
tata penataan: tata / ata, tata / tata
terbit penerbitan: terbit / erbit, terbit / terbit
rencana perencanaan: rencana / encana, rencana / rencana
pegawai kepegawaian: gawa / gawai, pegawai / pegawai
setuju persetujuan: setuju / setuju, tuju / tuju
lapor laporan: lapor / lapor, lapor / lapor
ukur pengukuran: ukur / ukur, ukur / ukur" ] || { echo "this has changed"; exit 1; }
