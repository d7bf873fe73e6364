#!/bin/bash
# SPDX-License-Identifier: ISC
#
# ClearSilver: the same text 010 is ten as data, and eight as a constant or as what a function returns
#
# Version: ClearSilver 0.10.5-4+b5 (Debian 12, amd64, package clearsilver-dev; static libneo_cs, libneo_utl).
#
# One would expect one rule for how a text becomes a number: all the data of a template are texts, and
# what a template writes (08 for a month, 010 for a row) is data too.  There are two rules.  What stands
# in the data set (also by `set:`, also as a parameter of a macro) is read in base ten.  A constant in the
# template and the result of a function (`name(x)` above all) are read as C reads a constant: 010 is
# eight, "08" is zero without a word, and #08 is an error of the template.  So a comparison of a month,
# a code or a name of a node with a number is right or wrong by the way on which the text came, from
# 08 on, and `set:` with the very same text mends it.
#
# Seen:
#	what is read                       010   08
#	data                               10    8
#	data by set: from name()           10    8
#	parameter of a macro               10    8
#	constant in quotes                 8     0
#	constant with #                    8     error
#	name() of a node                   8     0
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

apt-get download -q clearsilver-dev=0.10.5-4+b5 >/dev/null 2>&1
dpkg -x clearsilver-dev_*.deb root

cat >render.c <<'END'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ClearSilver.h>

static NEOERR *
show(void *context, char *text)
{
	(void)context;
	fputs(text, stdout);
	return STATUS_OK;
}

/* render TEMPLATE TEXT: Data is TEXT, and TEXT is the name of the one node under Nodes. */
int
main(int argc, char **argv)
{
	CSPARSE *parse;
	HDF *data;
	char *source = strdup(argv[1]), node[64];
	NEOERR *error;

	(void)argc;
	hdf_init(&data);
	hdf_set_value(data, "Data", argv[2]);
	snprintf(node, sizeof node, "Nodes.%s", argv[2]);
	hdf_set_value(data, node, "x");
	cs_init(&parse, data);
	error = cs_parse_string(parse, source, strlen(source));
	if (error == STATUS_OK)
		error = cs_render(parse, NULL, show);
	if (error != STATUS_OK)
		fputs("error", stdout);
	nerr_ignore(&error);
	return 0;
}
END
library=$(dirname "$(find root -name libneo_cs.a)")
gcc -w -o render render.c -isystem root/usr/include/ClearSilver -L"$library" -lneo_cs -lneo_utl -lz

row() {
	printf '%s' "$1"
	for text in 010 08; do printf '\t%s' "$(./render "${2//TEXT/$text}" "$text")"; done
	echo
}
seen=$(
	row 'data' '<?cs var:Data - #0 ?>'
	row 'set: from name()' '<?cs each:n = Nodes ?><?cs set:y = name(n) ?><?cs var:y - #0 ?><?cs /each ?>'
	row 'parameter' '<?cs def:m(a) ?><?cs var:a - #0 ?><?cs /def ?><?cs call:m("TEXT") ?>'
	row 'constant in quotes' '<?cs var:"TEXT" - #0 ?>'
	row 'constant with #' '<?cs var:#TEXT - #0 ?>'
	row 'name()' '<?cs each:n = Nodes ?><?cs var:name(n) - #0 ?><?cs /each ?>'
)
echo "$seen"
[ "$seen" = "data	10	8
set: from name()	10	8
parameter	10	8
constant in quotes	8	0
constant with #	8	error
name()	8	0" ] || { echo "this has changed"; exit 1; }
