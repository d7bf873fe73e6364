#!/bin/bash
# SPDX-License-Identifier: ISC
#
# LibreOffice, language Indonesian: of one column of numbers with points, some become thousands, the rest text
#
# Version: LibreOffice Calc 7.4.7 (Debian 12, libreoffice-calc-nogui 4:7.4.7-1, whichever security update the
# archive holds), importing CSV with language Indonesian (1057); beside it English (1033) and German (1031).
#
# One would expect a column of scores or codes that an English program wrote with decimal points to arrive
# as one kind of thing: all numbers, or all texts.  In Indonesian the point groups thousands, so whatever
# has three digits behind it is a number a thousand times as large, and everything else stays text, side by
# side, without a word: 37.5 is text, 37.125 is 37125; the region code 64.71 is text, 64.710 is 64710.
# The dates of the same language are narrower than its people: 17/8/2027, 17-Agu-27, 17 Agustus 2027 and
# even "Agustus 2027" (as the first of the month) are dates, but 17-08-2027, as offices number their days,
# is text, and so is 17-Aug-27 from an English machine.  "Detect special numbers" is on here, as a person
# has to set it for any date to be found.
#
# What follows: who reads lists from such a workbook gets numbers, texts and dates mixed in one column and has
# to read each cell by what it says, and to doubt a score over its maximum by a thousand.
#
# Seen:
#	text         id             en-US          de
#	37.5         text           37.5           text
#	37.125       37125          37.125         37125
#	64.71        text           64.71          text
#	64.710       64710          64.71          64710
#	17/8/2027    2027-08-17     text           text
#	17-08-2027   text           text           text
#	17-Agu-27    2027-08-17     text           text
#	17-Aug-27    text           2027-08-17     2027-08-17
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# A Debian 12 of its own, with the program as its packages set it up.
apt-get download -q mmdebstrap >/dev/null 2>&1
dpkg -x mmdebstrap_*.deb tool
tool/usr/bin/mmdebstrap --mode=root --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include=libreoffice-calc-nogui,fonts-dejavu-core bookworm root >/dev/null 2>&1
case $(dpkg-query --admindir=root/var/lib/dpkg -W -f '${Version}' libreoffice-calc-nogui) in
4:7.4.7-1*) ;;
*) echo "this has changed: another version"; exit 1 ;;
esac
mkdir root/work

printf '%s\n' 37.5 37.125 64.71 64.710 17/8/2027 17-08-2027 17-Agu-27 17-Aug-27 >root/work/list.csv
for language in 1057 1033 1031; do
	unshare --mount sh -c 'mount -t proc proc root/proc && exec chroot root "$@"' - \
	    /usr/lib/libreoffice/program/soffice -env:UserInstallation=file:///tmp/profile --headless \
	    --convert-to fods --outdir /work --infilter="CSV:44,34,76,1,,$language,false,true" \
	    /work/list.csv >/dev/null 2>&1
	sed -n 's/.*<table:table-cell\([^>]*office:value-type="\([a-z]*\)"[^>]*\)>.*/\2 \1/p' root/work/list.fods |
	    sed 's/^string .*/text/; s/^float .*office:value="\([^"]*\)".*/\1/; s/^date .*date-value="\([^"]*\)".*/\1/' \
	    >"$language"
done
seen=$(paste root/work/list.csv 1057 1033 1031)
echo "$seen"
[ "$seen" = "37.5	text	37.5	text
37.125	37125	37.125	37125
64.71	text	64.71	text
64.710	64710	64.71	64710
17/8/2027	2027-08-17	text	text
17-08-2027	text	text	text
17-Agu-27	2027-08-17	text	text
17-Aug-27	text	2027-08-17	2027-08-17" ] || { echo "this has changed"; exit 1; }
