#!/bin/bash
# SPDX-License-Identifier: ISC
#
# NPWP: the libraries know the tax number of fifteen digits alone, and refuse all that is issued since 2022
#
# Versions: stdnum 1.12.0 and nusantara-valid 0.4.2 (npm), python3-stdnum 1.18-1 (Debian 12).
#
# Peraturan Menteri Keuangan 112/PMK.03/2022 made the tax number sixteen digits long: a resident's is the NIK,
# that of firms, of offices and of foreigners is the old one behind a 0 (or a new one), and a branch has
# a number of 22 digits (NITKU).  One would expect the libraries that are named for this number to
# take them, four years later, as python-stdnum does upstream since 2024.  These three take only what is
# fifteen digits long: the same taxpayer with the 0 before is "of invalid length", and so is every NIK.
# What they do take differs too: two of them have lists of first digits, which are not the same list.
#
# The way round: a form takes 15 and 16 digits (and 22 for a branch), with points, blanks and hyphens, checks
# the check digit only of the old form, and never asks more of a number than its length.
#
# Seen:
#	                             stdnum   nusantara-valid  python3-stdnum
#	01.300.066.6-091.000         taken    taken            taken      the old form
#	0013000666091000             refused  refused          refused    the same taxpayer since 2022
#	6471015512900003             refused  refused          refused    a NIK, made up
#	0013000666091000000000       refused  refused          refused    the first branch
#	first two digits, of 100     31       36               100
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download -q python3-stdnum=1.18-1 >/dev/null 2>&1
dpkg -x python3-stdnum*.deb root
npm install --silent --no-save --no-audit --no-fund stdnum@1.12.0 nusantara-valid@0.4.2 >/dev/null 2>&1

# A line for each number on standard input: is it taken?
cat >check.js <<'END'
const { stdnum } = require('stdnum'), { isValidNPWP } = require('nusantara-valid');
const takes = { stdnum: (text) => stdnum.ID.npwp.validate(text).isValid, 'nusantara-valid': isValidNPWP }[process.argv[2]];
for (const text of require('fs').readFileSync(0, 'utf8').trim().split('\n'))
	console.log(takes(text) ? 'taken' : 'refused');
END
cat >check.py <<'END'
import sys
sys.path.insert(0, 'root/usr/lib/python3/dist-packages')
from stdnum.id import npwp

for text in sys.stdin.read().split('\n')[:-1]:
    print('taken' if npwp.is_valid(text) else 'refused')
END
check() { # LIBRARY
	case $1 in
	python3-stdnum) /usr/bin/python3 check.py ;;
	*) node check.js "$1" ;;
	esac
}

# Of all first two digits, with a check digit (Luhn's, over the first nine) that is right.
/usr/bin/python3 - >first <<'END'
for first in range(100):
    eight = f'{first:02}300066'
    total = sum(int(digit) if at % 2 == 0 else sum(divmod(2 * int(digit), 10)) for at, digit in enumerate(eight))
    print(f'{eight}{-total % 10}091000')
END
printf '%s\n' 01.300.066.6-091.000 0013000666091000 6471015512900003 0013000666091000000000 >forms

seen=$(paste -d ' ' forms <(check stdnum <forms) <(check nusantara-valid <forms) <(check python3-stdnum <forms) |
	awk '{ printf "%-28s %-8s %-16s %s\n", $1, $2, $3, $4 }'
for library in stdnum nusantara-valid python3-stdnum; do check "$library" <first | grep -c taken; done |
	paste -sd ' ' | awk '{ printf "%-28s %-8s %-16s %s\n", "first two digits, of 100", $1, $2, $3 }')
echo "$seen"
expected='01.300.066.6-091.000         taken    taken            taken
0013000666091000             refused  refused          refused
6471015512900003             refused  refused          refused
0013000666091000000000       refused  refused          refused
first two digits, of 100     31       36               100'
[[ $seen == "$expected" ]] || { echo 'not as it was' >&2; exit 1; }
