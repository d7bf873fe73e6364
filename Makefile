# SPDX-License-Identifier: ISC
# make                 programs in build/bin
# make SANITIZE=1 BUILD=build/asan
# make assets lint unit fuzz bench install dist

BUILD = build
VERSION = 0.1
prefix = /usr/local
sysconfdir = /etc
libdir = $(prefix)/lib/matang
datadir = $(prefix)/share/matang

CC = gcc
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wformat=2 -Wvla \
	-Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
	-Wwrite-strings -Wundef -Werror
HARDENING = -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
	-fstack-clash-protection -fPIE -fcf-protection
OPTIMISE = -O2
ifdef SANITIZE
OPTIMISE = -O1
HARDENING = -fPIE -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all
SANITIZE_LINK = -fsanitize=address,undefined
endif
CFLAGS = -std=c11 -g $(OPTIMISE) $(WARNINGS) $(HARDENING)
CPPFLAGS = -D_GNU_SOURCE -Icgi-bin -I$(BUILD) -isystem /usr/include/ClearSilver \
	$(shell pkg-config --cflags libmariadb) \
	-DMATANG_CONFIG_PATH='"$(sysconfdir)/matang/matang.conf"' \
	-DMATANG_DATA_PATH='"$(datadir)"' -DMATANG_VERSION='"$(VERSION)"'
LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(SANITIZE_LINK)
LDLIBS = -lfcgi -lneo_cs -lneo_utl -lz $(shell pkg-config --libs libmariadb) \
	-lsodium -lcrypto -lqrcodegen -lmagic -lexpat -lminizip -ljansson
# What one program alone needs.
LDLIBS_inspect = -lqpdf
LDLIBS_esign = -lcurl

PROGRAMS = account cycle questionnaire upload verify signoff report paper portal \
	exchange

# The strata, lowest first; what stands above may use what stands below.
BASE = \
	base/arena \
	base/base64 \
	base/config \
	base/diff \
	base/fault \
	base/json \
	base/qr \
	base/secret \
	base/signing \
	base/utf8 \
	base/write \
	base/zip
RULES = \
	rules/calendar \
	rules/compare \
	rules/quality \
	rules/role \
	rules/score \
	rules/support \
	rules/workflow
PICTURE = \
	picture/bars \
	picture/canvas \
	picture/distribution \
	picture/heat \
	picture/paint \
	picture/progress \
	picture/radar \
	picture/spread \
	picture/trend \
	picture/waterfall
WEB = \
	web/cookie \
	web/form \
	web/multipart \
	web/page \
	web/request \
	web/server \
	web/tus \
	web/urlencoded
SHEET = \
	sheet/archive \
	sheet/cell \
	sheet/checklist \
	sheet/csv \
	sheet/instrument \
	sheet/json \
	sheet/parcel \
	sheet/part \
	sheet/sheet \
	sheet/text \
	sheet/xlsx
SEAL = \
	seal/authority \
	seal/places \
	seal/seal \
	seal/signature \
	seal/text \
	seal/trust
STORE = \
	store/account \
	store/arriving \
	store/db \
	store/factor \
	store/files \
	store/history \
	store/inside \
	store/inspection \
	store/instrument \
	store/office \
	store/password \
	store/scan \
	store/setting \
	store/sniff \
	store/sums \
	store/throttle \
	store/totp
COLLECT = \
	collect/compare \
	collect/content \
	collect/read \
	collect/take \
	collect/trust \
	collect/write
STEP = \
	step/assessment \
	step/chart \
	step/chart_agency \
	step/chart_progress \
	step/chart_region \
	step/checked \
	step/composition \
	step/copy \
	step/criteria \
	step/download \
	step/evidence \
	step/evidence_fill \
	step/evidence_marks \
	step/examine \
	step/figures \
	step/fill \
	step/intake \
	step/letterhead \
	step/match \
	step/nav \
	step/office \
	step/paper \
	step/promise \
	step/plate \
	step/quality \
	step/sealed \
	step/session \
	step/signed \
	step/visit \
	step/words
LIBRARY = $(BASE) $(RULES) $(PICTURE) $(WEB) $(SHEET) $(SEAL) $(STORE) $(COLLECT) $(STEP)

# The steps.
account = \
	account/factor \
	account/hand_over \
	account/main \
	account/next \
	account/own \
	account/password \
	account/profile \
	account/sign_in
cycle = \
	cycle/account_import \
	cycle/account_match \
	cycle/account_new \
	cycle/account_rows \
	cycle/accounts \
	cycle/agencies \
	cycle/agency_import \
	cycle/authorities \
	cycle/common \
	cycle/cycle_form \
	cycle/cycle_open \
	cycle/cycles \
	cycle/holidays \
	cycle/home \
	cycle/import \
	cycle/instrument_edit \
	cycle/instrument_import \
	cycle/instrument_level \
	cycle/instrument_publish \
	cycle/instrument_table \
	cycle/instruments \
	cycle/made \
	cycle/main \
	cycle/many \
	cycle/notice \
	cycle/plan \
	cycle/regions \
	cycle/replan \
	cycle/rights \
	cycle/settings \
	cycle/table \
	cycle/workbook
questionnaire = \
	questionnaire/carry \
	questionnaire/check \
	questionnaire/home \
	questionnaire/last_year \
	questionnaire/main \
	questionnaire/save \
	questionnaire/tasks \
	questionnaire/variable
upload = \
	upload/arrival \
	upload/arrival_body \
	upload/arrival_end \
	upload/attach \
	upload/bundle \
	upload/choose \
	upload/compare \
	upload/details \
	upload/document \
	upload/download \
	upload/filter \
	upload/find \
	upload/flags \
	upload/gather \
	upload/library \
	upload/link \
	upload/main \
	upload/merge \
	upload/new \
	upload/promise \
	upload/search \
	upload/store \
	upload/view
verify = \
	verify/bench \
	verify/board \
	verify/checklist \
	verify/choice \
	verify/decide \
	verify/main \
	verify/overview \
	verify/past \
	verify/return \
	verify/undecided \
	verify/variable \
	verify/wall
signoff = signoff/content signoff/main signoff/scan
report = \
	report/agency \
	report/agency_compare \
	report/history \
	report/main \
	report/missing \
	report/region \
	report/region_compare \
	report/veracity
# PDF=no builds it without pango and cairo: papers are printed from the browser.
PDF = yes
ifeq ($(PDF),yes)
paper_drawing = \
	paper/draw \
	paper/foot \
	paper/letters \
	paper/plot \
	paper/press \
	paper/print \
	paper/revision \
	paper/signatures \
	paper/table
$(paper_drawing:%=$(BUILD)/%.o): CPPFLAGS += $(shell pkg-config --cflags pangocairo)
$(BUILD)/bin/paper $(BUILD)/bin/esign: LDLIBS += $(shell pkg-config --libs pangocairo)
else
paper_drawing = paper/none
endif
paper = \
	paper/agency \
	paper/blank \
	paper/check \
	paper/cycle \
	paper/crest \
	paper/issue \
	paper/letter \
	paper/letterhead \
	paper/lists \
	paper/main \
	paper/minutes \
	paper/office \
	paper/pdf \
	paper/recap \
	paper/report \
	paper/show \
	$(paper_drawing)
# ESIGN=no leaves it out, and libcurl with it.  It presses the PDF that is signed
# from the same objects as paper.
ESIGN = yes
ifeq ($(ESIGN),yes)
PROGRAMS += esign
endif
esign = esign/http esign/main esign/service esign/words paper/pdf $(paper_drawing)
portal = portal/demo portal/main
exchange = \
	exchange/api \
	exchange/assessment \
	exchange/collect \
	exchange/instrument \
	exchange/main \
	exchange/peers \
	exchange/send \
	exchange/tokens
# Looks into files, beside the steps: see store/inspection.h.
inspect = inspect/confine inspect/image inspect/main inspect/package inspect/pdf
matang = \
	matang/agencies \
	matang/arrivals \
	matang/check \
	matang/collect \
	matang/import \
	matang/job_inspect \
	matang/job_scan \
	matang/main \
	matang/migrate \
	matang/reminders \
	matang/setting \
	matang/signature \
	matang/sweep \
	matang/table \
	matang/text \
	matang/user \
	matang/work

UNIT_TESTS = \
	test_account \
	test_arriving \
	test_base64 \
	test_calendar \
	test_cell \
	test_compare \
	test_composition \
	test_cookie \
	test_csv \
	test_diff \
	test_instrument \
	test_instrument_json \
	test_json \
	test_multipart \
	test_picture \
	test_quality \
	test_score \
	test_signing \
	test_sniff \
	test_support \
	test_totp \
	test_tus \
	test_urlencoded \
	test_workflow \
	test_xlsx \
	test_zip

ALL = $(PROGRAMS) matang inspect
BINARIES = $(ALL:%=$(BUILD)/bin/%)
OBJECTS = $(LIBRARY:%=$(BUILD)/%.o) $(foreach p,$(ALL),$($(p):%=$(BUILD)/%.o))

all: $(BINARIES)

.SECONDEXPANSION:
$(BINARIES): $(BUILD)/bin/%: $$(addprefix $(BUILD)/,$$(addsuffix .o,$$($$*))) \
    $(BUILD)/libmatang.a
	@mkdir -p $(@D)
	@echo LD $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(LDLIBS_$(@F))

$(BUILD)/libmatang.a: $(LIBRARY:%=$(BUILD)/%.o) $(BUILD)/statements.o
	@rm -f $@
	@ar rcs $@ $^

$(BUILD)/%.o: cgi-bin/%.c | $(BUILD)/statements.h
	@mkdir -p $(@D)
	@echo CC $<
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/statements.o: $(BUILD)/statements.c
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/statements.c $(BUILD)/statements.h &: sql/statements.awk $(wildcard sql/statements/*.sql)
	@mkdir -p $(@D)
	awk -v header=$(BUILD)/statements.h -v source=$(BUILD)/statements.c \
	    -f sql/statements.awk $(sort $(wildcard sql/statements/*.sql))

assets: htdocs/node_modules/.package-lock.json
	cd htdocs && npm run --silent build
htdocs/node_modules/.package-lock.json: htdocs/package-lock.json
	cd htdocs && npm ci --loglevel=error --no-audit --no-fund >/dev/null

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libmatang.a
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libmatang.a \
	    -lcmocka $(LDLIBS)
unit: $(UNIT_TESTS:%=$(BUILD)/unit/%)
	@status=0; for test in $^; do \
	    CMOCKA_MESSAGE_OUTPUT=TAP $$test || status=1; done; exit $$status

# Each parser so many seconds; tests/fuzz/run alone is the short run of the tests.
FUZZ_SECONDS = 600
fuzz:
	@BUILD=$(BUILD) tests/fuzz/run $(FUZZ_SECONDS)

# Beside what, and how fast: tests/bench/README.md.
$(BUILD)/bench/floor $(BUILD)/bench/drain: $(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< -lfcgi
bench:
	@tests/bench/run

$(BUILD)/golden/render: tests/golden/render.c
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< -lneo_cs -lneo_utl -lz

# What suites that run beside each other would otherwise build at the same time.
test-programs: $(UNIT_TESTS:%=$(BUILD)/unit/%) $(BUILD)/golden/render

golden: $(BUILD)/golden/render
	@tests/golden/run $<

lint: lint-templates lint-sources lint-statements
lint-templates: $(BUILD)/golden/render
	@tests/lint/templates $<
lint-sources: $(OBJECTS)
	@tests/lint/sources $^
lint-statements:
	@tests/lint/statements

install: all assets
	install -d $(DESTDIR)$(libdir) $(DESTDIR)$(prefix)/bin $(DESTDIR)$(datadir)
	install $(PROGRAMS:%=$(BUILD)/bin/%) $(BUILD)/bin/inspect $(DESTDIR)$(libdir)
	install $(BUILD)/bin/matang $(DESTDIR)$(prefix)/bin
	cp -R templates sql htdocs/assets deploy/errors $(DESTDIR)$(datadir)
	install -d $(DESTDIR)$(datadir)/examples
	cp -R deploy/matang.conf deploy/nginx deploy/apache deploy/systemd \
	    $(DESTDIR)$(datadir)/examples

dist:
	git archive --prefix=matang/ -o $(BUILD)/matang.tar.gz HEAD

clean:
	rm -rf $(BUILD)

.PHONY: all assets test-programs golden lint lint-templates lint-sources lint-statements unit fuzz bench install dist clean
-include $(OBJECTS:.o=.d)
