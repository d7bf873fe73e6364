# SPDX-License-Identifier: ISC
#
# Reads what a suite printed as TAP (one stream or several after another, subtests by indentation)
# and counts the tests at the leaves. Prints the failed ones with their account, and as the last line
#
#	= PASSED FAILED SKIPPED
#
# What does not add up is a failure of its own: no plan, another number of tests than planned, a
# parent that failed although none of its subtests did.

function depth_of(line) {
	match(line, /^ */)
	return int(RLENGTH / 4)
}

function full_name(depth, own,    i, text) {
	for (i = 0; i < depth; i++)
		text = text subtest[i] " > "
	return text own
}

function fail(what) {
	failed++
	print "  not ok  " what
}

function account(line) {
	if (lines < 15)
		text = text "          " line "\n"
	lines++
}

# The account of a test is a YAML block after it: shown for those that failed, never read as TAP.
# Of a parent only what it says about itself, of the tests that it took along nothing.
/^ *---$/ && !in_yaml {
	in_yaml = 1
	yaml_end = $0
	sub(/---$/, "...", yaml_end)
	text = ""
	lines = 0
	next
}
in_yaml && $0 == yaml_end {
	in_yaml = plain = 0
	if (parent ? text ~ /hookFailed/ : text !~ /cancelledByParent/) {
		if (parent && !good)
			print "          (" full_name(depth, name) ")"
		if (!good)
			printf "%s", text
	}
	next
}
in_yaml {
	account(substr($0, length(yaml_end) - 2))
	next
}

/^ *# Subtest: / {
	nested = 1
	name = $0
	sub(/^ *# Subtest: /, "", name)
	subtest[depth_of($0)] = name
	next
}

# Plain words about a test that failed: cmocka gives them after its line, others before.
/^#/ && !nested {
	if (plain > 0)
		print "          " substr($0, 3)
	else
		before[++words] = substr($0, 3)
	plain--
	next
}

/^1\.\.[0-9]+/ {
	sub(/^1\.\./, "")
	planned += $0 + 0
	plans++
	next
}

/^Bail out!/ {
	fail($0)
	next
}

/^ *(not )?ok($|[ \t])/ {
	depth = depth_of($0)
	good = $0 ~ /^ *ok/
	name = $0
	sub(/^ *(not )?ok *[0-9]* *-? */, "", name)
	parent = tests_at[depth + 1] > 0
	plain = good || parent ? 0 : 15

	if (toupper(name) ~ /# *SKIP/)
		skipped += !parent
	else if (toupper(name) ~ /# *TODO/)
		skipped += !parent
	else if (!parent && good)
		passed++
	else if (!good && (!parent || !failed_at[depth + 1]))
		fail(full_name(depth, name))
	for (i = words > 15 ? words - 14 : 1; i <= words && !good; i++)
		print "          " before[i]
	words = 0

	tests_at[depth]++
	failed_at[depth] += !good
	tests_at[depth + 1] = failed_at[depth + 1] = 0
	top += depth == 0
}

END {
	if (!plans)
		fail("no plan: the suite ended before its end")
	else if (planned != top)
		fail(planned " tests planned, " top + 0 " seen")
	else if (!passed && !failed)
		fail("no test")
	print "= " passed + 0, failed + 0, skipped + 0
}
