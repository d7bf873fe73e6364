# SPDX-License-Identifier: ISC
# Turns cgi-bin/programs, and refuses what is wrong in it, into the rows of the
# menu: each the roles, the programs on whose pages it is marked, its path, its
# label and whether it is folded away; and the list of the programs whose body is a stream.
# Usage: awk -f programs.awk programs >menu.h

function fail(message) {
	printf "%s:%d: %s\n", FILENAME, FNR, message > "/dev/stderr"
	failed = 1
	exit 1
}

function mask(list,	roles, count, at, text) {
	if (list == "any")
		return "ROLE_ANY"
	count = split(list, roles, ",")
	for (at = 1; at <= count; at++)
		text = text (at > 1 ? " | " : "") "ROLE_" toupper(roles[at])
	return text
}

/^#/ || NF == 0 { next }

$1 == "program" {
	name = $2
	if (name !~ /^[a-z]+$/ || name in marked)
		fail("bad or repeated name " name)
	if ($3 !~ /^(form|file|stream)$/ || NF > 4 || NF == 4 && $4 != "optional")
		fail("program NAME form|file|stream [optional]")
	marked[name] = name
	if ($3 == "stream")
		streams = streams "\"" name "\", "
	next
}

name == "" { fail("no program stands above") }

$1 == "menu" || $1 == "seldom" {
	label = $0
	sub(/^[ \t]*[a-z]+[ \t]+[^ \t]+[ \t]+[^ \t]+[ \t]+/, "", label)
	if ($2 !~ /^[a-z,]+$/ || $3 !~ /^\/[a-z\/-]*$/ || NF < 4 || label !~ /^[A-Za-z -]+$/)
		fail($1 " ROLES PATH LABEL")
	rows++
	roles[rows] = mask($2)
	seldom[rows] = $1 == "seldom" ? "true" : "false"
	of[rows] = name
	path[rows] = "/" name $3
	labels[rows] = label
	next
}

$1 == "within" && NF == 2 {
	if (!($2 in marked))
		fail("no program " $2 " stands above")
	marked[$2] = marked[$2] " " name
	next
}

{ fail("what is " $1 "?") }

END {
	if (failed)
		exit 1
	print "/* Made by cgi-bin/programs.awk; do not edit. */"
	print "#ifndef FRAME_MENU_H\n#define FRAME_MENU_H\n"
	printf "#define MENU_ROWS"
	for (row = 1; row <= rows; row++)
		printf "%s \\\n\t{ %s, \"%s\", \"%s\", \"%s\", %s }", (row == 1 ? "" : ","), \
		    roles[row], marked[of[row]], path[row], labels[row], seldom[row]
	print "\n\n#define STREAM_PROGRAMS " streams "NULL\n\n#endif"
}
