#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Parsers of names: behind a comma stands the first name, and "S.Pd." of an Indonesian official is one
#
# Versions: python3-nameparser 1.1.2-1 (Debian 12), humanparser 2.7.0 and parse-full-name 1.2.7 (npm).
#
# An Indonesian official writes degrees before and behind the name, and a comma between: "Aminah Contoh, S.Pd.".
# Many have one name alone.  All three parsers know degrees as suffixes, so one expects these there, or in the
# worst case left where they stood.  humanparser takes whatever follows the comma for the first name: nobody with a
# degree is greeted by a name, and the "full name" comes back turned round.  nameparser does so by the degree: "S.E."
# and "M.M." look like initials and are suffixes, "S.Pd.", "S.STP." and "Sp.PD." are first names, so that in one list
# of one office some rows are turned and others are not.  parse-full-name keeps these, but takes Ir., drg., H. and Hj.
# before the name for the first name, as the others do.  None reports an error.
#
# What follows: the name of an official is one text, kept as it was written; nothing is made of "first" and "last".
#
# Seen, as the first name:
#	                             nameparser  humanparser  parse-full-name
#	Aminah Contoh, S.E., M.M.    Aminah      S.E.,        Aminah
#	Aminah Contoh, S.Pd.         S.Pd.       S.Pd.        Aminah
#	Ahmad Contoh, S.STP., M.Si.  S.STP.      S.STP.,      Ahmad
#	Andi Contoh, Sp.PD.          Sp.PD.      Sp.PD.       Andi
#	Ir. Siti Contoh              Ir.         Ir.          Ir.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq python3-nameparser=1.1.2-1 >/dev/null 2>&1
dpkg -x python3-nameparser*.deb root
npm install --silent --no-save --no-audit --no-fund humanparser@2.7.0 parse-full-name@1.2.7 >/dev/null 2>&1

cat >names <<'END'
Aminah Contoh, S.E., M.M.
Aminah Contoh, S.Pd.
Ahmad Contoh, S.STP., M.Si.
Andi Contoh, Sp.PD.
Ir. Siti Contoh
END

cat >first.js <<'END'
const { parseName } = require('humanparser'), { parseFullName } = require('parse-full-name');
const first = { humanparser: (text) => parseName(text).firstName, 'parse-full-name': (text) => parseFullName(text).first };
for (const name of require('fs').readFileSync('names', 'utf8').trim().split('\n'))
	console.log(first[process.argv[2]](name));
END
cat >first.py <<'END'
import sys
sys.path.insert(0, 'root/usr/lib/python3/dist-packages')
from nameparser import HumanName

for name in open('names').read().splitlines():
    print(HumanName(name).first)
END

seen=$(paste -d '|' names <(/usr/bin/python3 first.py) <(node first.js humanparser) <(node first.js parse-full-name) |
	awk -F '|' '{ printf "%-28s nameparser %-8s humanparser %-8s parse-full-name %s\n", $1, $2, $3, $4 }')
echo "$seen"
expected='Aminah Contoh, S.E., M.M.    nameparser Aminah   humanparser S.E.,    parse-full-name Aminah
Aminah Contoh, S.Pd.         nameparser S.Pd.    humanparser S.Pd.    parse-full-name Aminah
Ahmad Contoh, S.STP., M.Si.  nameparser S.STP.   humanparser S.STP.,  parse-full-name Ahmad
Andi Contoh, Sp.PD.          nameparser Sp.PD.   humanparser Sp.PD.   parse-full-name Andi
Ir. Siti Contoh              nameparser Ir.      humanparser Ir.      parse-full-name Ir.'
[[ $seen == "$expected" ]] || { echo 'not as it was' >&2; exit 1; }
