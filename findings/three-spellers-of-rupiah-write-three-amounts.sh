#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Three libraries spell an Indonesian amount in three ways, and one of them turns minus five into five
#
# Version: num2words 0.5.10-2 and libnumbertext 1.0.11-1 (Debian 12; the second is NUMBERTEXT of LibreOffice),
# @develoka/angka-terbilang-js 1.4.2 (npm).
#
# Receipts, minutes and contracts of offices carry each amount a second time in words ("terbilang"), and
# the words win where the two differ.  One would expect three libraries of one simple language to agree.
#  - 1 001 000: a thousand inside a larger number is "seribu" as it is alone; num2words writes "satu ribu"
#    there, and "seribu" for 1 000 itself and for 1 100.
#  - 10^9 is "miliar" in two and "milyar", the spelling that the dictionary gave up, in the third.
#  - minus five is "min lima", "minus lima" and " puluh lima": the sign is taken for a digit that has no
#    name, without an error.
#  - num2words takes a number as text in English; in Indonesian the same call raises an AttributeError.
#
# Seen:
#	             num2words             libnumbertext        angka-terbilang-js
#	1100         seribu seratus        seribu seratus       seribu seratus
#	1001000      satu juta satu ribu   satu juta seribu     satu juta seribu
#	1000000000   satu miliar           satu miliar          satu milyar
#	-5           min lima              minus lima            puluh lima
#	num2words of the text "5": en five, id AttributeError
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download -q python3-num2words=0.5.10-2 libnumbertext-dev=1.0.11-1 libnumbertext-1.0-0=1.0.11-1 \
    libnumbertext-data=1.0.11-1 python3-docopt >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
npm install --silent --no-save --no-audit --no-fund @develoka/angka-terbilang-js@1.4.2 >/dev/null 2>&1

cat >spell.cxx <<'END'
#include <Numbertext.hxx>
#include <iostream>

int
main(int, char **argv)
{
	Numbertext speller;
	std::string text = argv[1];

	speller.set_prefix("root/usr/share/libnumbertext/");
	speller.load("id", "id");
	speller.numbertext(text, "id");
	std::cout << text << "\n";
}
END
library=$(dirname "$(find root -name 'libnumbertext-1.0.so.0')")
g++ -o spell spell.cxx -Iroot/usr/include/libnumbertext "$library/libnumbertext-1.0.so.0"

words() {
	PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 - "$1" "$2" <<'END'
import sys
from num2words import num2words

text, language = sys.argv[1:]
try:
    print(num2words(text if language != 'number' else int(text), lang='id' if language == 'number' else language))
except AttributeError:
    print('AttributeError')
END
}
seen=$(
	for number in 1100 1001000 1000000000 -5; do
		echo "$number: $(words "$number" number) / $(LD_LIBRARY_PATH=$library ./spell "$number") /" \
		    "$(node -e "process.stdout.write(require('@develoka/angka-terbilang-js')($number).trim())")"
	done
	echo "the text 5: en $(words 5 en), id $(words 5 id)"
)
echo "$seen"
[ "$seen" = "1100: seribu seratus / seribu seratus / seribu seratus
1001000: satu juta satu ribu / satu juta seribu / satu juta seribu
1000000000: satu miliar / satu miliar / satu milyar
-5: min lima / minus lima / puluh lima
the text 5: en five, id AttributeError" ] || { echo "this has changed"; exit 1; }
