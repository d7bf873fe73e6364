# SPDX-License-Identifier: ISC
# Turns sql/statements/*.sql into an enum and its texts: the header has what the
# callers must agree about (names, numbers, placeholders), the source all else.
# A statement begins with "-- name: some_name" and ends with ";" at the end of
# a line; the comment lines between say why it is as it is, and one of them
# "-- raises: world" or "-- raises: agency" for whoever changes what is kept
# under that stamp (store/db.h).
# What several statements say word for word stands once, below "-- part: some_part"
# and ended alike, in any of the files; PART(some_part) in a statement stands for it.
# Usage: awk -v header=FILE -v source=FILE -f statements.awk sql/statements/*.sql

# A digest of names and placeholders, in numbers that a double holds exactly.
function stir(text,    at) {
	for (at = 1; at <= length(text); at++)
		digest = (digest * 41 + index(LETTERS, substr(text, at, 1))) % 4294967291
}

BEGIN { LETTERS = "abcdefghijklmnopqrstuvwxyz_0123456789 " }

function fail(message) {
	printf "%s:%d: %s\n", FILENAME, FNR, message > "/dev/stderr"
	failed = 1
	exit 1
}

/^-- (name|part): / {
	if (name != "")
		fail("statement " name " does not end with ;")
	name = $3
	part = $2 == "part:"
	if (name !~ /^[a-z][a-z0-9_]*$/ || name in seen)
		fail("bad or repeated name " name)
	seen[name] = 1
	text = ""
	raise = "0"
	next
}

/^-- raises: / {
	if (name == "" || part || text != "" || ($3 != "world" && $3 != "agency") || NF != 3)
		fail("raises: world or agency, above a statement")
	raise = "STAMP_" toupper($3)
	next
}

/^--/ || /^[ \t]*$/ { next }

{
	if (name == "")
		fail("text outside a statement")
	sub(/^[ \t]+/, "")
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	text = text (text == "" ? "" : " ") $0
	if ($0 ~ /;$/) {
		sub(/;$/, "", text)
		if (part)
			parts[name] = text
		else {
			names[++count] = name
			texts[count] = text
			raises[count] = raise
		}
		name = ""
	}
}

# With the parts that it names put in; a part names none.
function whole(name, text,    own, filled) {
	while (match(text, /PART\([a-z0-9_]*\)/)) {
		own = substr(text, RSTART + 5, RLENGTH - 6)
		if (!(own in parts))
			fail(name " names PART(" own "), which there is not")
		used[own] = 1
		filled = filled substr(text, 1, RSTART - 1) parts[own]
		text = substr(text, RSTART + RLENGTH)
	}
	return filled text
}

function count_values(text) {
	gsub(/'[^']*'/, "", text)
	return gsub(/\?/, "", text)
}

END {
	if (failed)
		exit 1
	if (name != "")
		fail("statement " name " does not end with ;")
	for (at = 1; at <= count; at++) {
		texts[at] = whole(names[at], texts[at])
		values[at] = count_values(texts[at])
		if (values[at] > most)
			most = values[at]
		stir(names[at] " " values[at] " ")
	}
	for (name in parts)
		if (!(name in used))
			fail("no statement names the part " name)
	print "/* Made by sql/statements.awk; do not edit. */" > header
	print "#ifndef STATEMENTS_H\n#define STATEMENTS_H\n" > header
	print "enum statement {" > header
	for (at = 1; at <= count; at++)
		print "\tSTATEMENT_" toupper(names[at]) "," > header
	print "\tSTATEMENT_COUNT\n};\n\n/* How many values each is called with. */\nenum {" > header
	for (at = 1; at <= count; at++)
		printf "\tSTATEMENT_%s_VALUES = %d,\n", toupper(names[at]), values[at] > header
	printf "\tSTATEMENT_VALUES_MAX = %d\n};\n\n", most > header
	print "/* What a statement changes is kept by processes under these (store/db.h). */" > header
	print "enum { STAMP_WORLD = 1, STAMP_AGENCY = 2 };\n" > header
	print "/* Of the names and values above, as each file was compiled with them. */" > header
	printf "#define STATEMENTS_DIGEST %.0fu\n\n", digest > header
	print "const char *statement_text(enum statement);" > header
	print "const char *statement_name(enum statement);" > header
	print "unsigned statement_raises(enum statement);" > header
	print "unsigned statements_linked(void);\n\n#endif" > header
	print "/* Made by sql/statements.awk; do not edit. */" > source
	print "#include \"statements.h\"\n" > source
	print "static const struct {\n\tconst char *name, *text;\n\tunsigned raises;\n} statements[STATEMENT_COUNT] = {" > source
	for (at = 1; at <= count; at++)
		printf "\t[STATEMENT_%s] = { \"%s\",\n\t    \"%s\",\n\t    %s },\n", toupper(names[at]), names[at], texts[at], raises[at] > source
	print "};\n\nconst char *\nstatement_text(enum statement id)\n{\n\treturn statements[id].text;\n}\n" > source
	print "const char *\nstatement_name(enum statement id)\n{\n\treturn statements[id].name;\n}\n" > source
	print "unsigned\nstatement_raises(enum statement id)\n{\n\treturn statements[id].raises;\n}\n" > source
	print "unsigned\nstatements_linked(void)\n{\n\treturn STATEMENTS_DIGEST;\n}" > source
}
