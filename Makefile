# SPDX-License-Identifier: ISC
# make                 programs in build/bin
# make SANITIZE=1 BUILD=build/asan
# make STATIC=yes      and the same without shared libraries in build/static/bin
# make assets lint unit fuzz mutants bench install uninstall dist
# make deb             a package for this release of Debian, in build: deploy/debian/build
# make dist-hosting    a ZIP for shared hosting, to be uploaded by FTP: build/matang-hosting-VERSION.zip

BUILD = build
# One name for one folder, however it was called: the .d files name what was made
# by the name it was made by, and under another one a header is nobody's.
override BUILD := $(shell realpath -m --relative-base=. -- '$(BUILD)')
VERSION = 0.1
# make itself takes a name with a space for two.
$(if $(word 2,$(CURDIR)),$(error The folder "$(CURDIR)" has a space in its name, which make cannot bear: move the \
    source to one without, such as /usr/local/src/matang))
prefix = /usr/local
sysconfdir = /etc
# What the web server may run, and nothing else.
libdir = $(prefix)/lib/matang
libexecdir = $(prefix)/libexec/matang
datadir = $(prefix)/share/matang
# Where systemd looks for units and accounts of what is no package.
systemddir = $(prefix)/lib
mandir = $(prefix)/share/man

CC = gcc
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wformat=2 -Wvla \
	-Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
	-Wwrite-strings -Wundef -Werror
HARDENING = -D_FORTIFY_SOURCE=2 -fstack-protector-strong \
	-fstack-clash-protection -fPIC -fno-semantic-interposition -fcf-protection
OPTIMISE = -O2
ifdef SANITIZE
OPTIMISE = -O1
HARDENING = -fPIC -fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=all
SANITIZE_LINK = -fsanitize=address,undefined
endif
# The same sources are the same programs, in whatever folder they were built.
CFLAGS = -std=c11 -g $(OPTIMISE) $(WARNINGS) $(HARDENING) -ffile-prefix-map=$(CURDIR)=.
CPPFLAGS = -D_GNU_SOURCE -Icgi-bin/lib -Icgi-bin -I$(BUILD) -isystem /usr/include/ClearSilver \
	$(shell pkg-config --cflags libmariadb)
# Where it will lie, for the few that have to know (LOCATED, below).
PLACES = -DMATANG_CONFIG_PATH='"$(sysconfdir)/matang/matang.conf"' \
	-DMATANG_INSPECTOR_PATH='"$(libexecdir)/inspect"' -DMATANG_PARTS_PATH='"$(libexecdir)"' \
	-DMATANG_DATA_PATH='"$(datadir)"' -DMATANG_VERSION='"$(VERSION)"'
LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(SANITIZE_LINK) $(or $(LINKER),$(PACKED))
# Packed, the relocations of the tables of all programs are 2 kB to read at each start, not 121 (glibc 2.36).
PACKED = -Wl,-z,pack-relative-relocs
# Another linker than the compiler's own, which need not pack them: -fuse-ld=gold takes a third of the time.
LINKER =
# libcrypto asks for three thousand symbols when a program starts, and every library before it is asked
# first: with it and libc in front a program is linked a seventh faster.
LDLIBS = -lcrypto -lc $(shell pkg-config --libs libmariadb) -lneo_cs -lneo_utl -lz -lfcgi \
	-lsodium -lqrcodegen -lmagic -lexpat -lminizip -ljansson
# What one program alone needs.
LDLIBS_photo = -lheif -lwebp -lwebpdemux -ltiff -ljpeg -lpng

# Which programs there are, cgi-bin/programs says to all; a new one has its objects
# listed below, under its name.
PROGRAMS := $(shell awk '$$1 == "program" { print $$2 }' cgi-bin/programs)
# ESIGN=no leaves out this one, and libcurl with it: links of the register are then not looked at.
ESIGN = yes
ifneq ($(ESIGN),yes)
PROGRAMS := $(filter-out esign,$(PROGRAMS))
endif

# PDF=no builds it without pango and cairo: papers are printed from the browser.
PDF = yes
ifeq ($(PDF),yes)
rendering = \
	lib/document/glyph_runs \
	lib/document/page_footer \
	lib/document/paginator \
	lib/document/pdf_archive \
	lib/document/pdf_revision \
	lib/document/pdf_text \
	lib/document/pdf_writer \
	lib/document/picture_draw \
	lib/document/render \
	lib/document/signature_block \
	lib/document/table_layout \
	lib/document/text_layout
$(rendering:%=$(BUILD)/%.o): CPPFLAGS += $(shell pkg-config --cflags pangocairo)
drawn_by = lib/document/render_later
else
drawn_by = lib/document/render_none
endif
# STATIC=yes also links, and installs, what needs nothing but a kernel: for hosts whose libc is older, for
# plain CGI, where two thirds of the time are the linking, and for little memory, since every program
# relocates OpenSSL for itself. Not those with pango or libcurl, which Debian has no static libraries of.
# Its addresses are fixed (only stack, heap and mappings are laid out by chance), it knows the database by
# its socket or an address, not by a name, and security updates of libraries reach it with the next build.
STATIC = no
STATIC_PROGRAMS = $(filter-out esign $(if $(filter yes,$(PDF)),paper),$(PROGRAMS))
STATIC_LDFLAGS = -static -Wl,-z,relro,-z,now -Wl,--no-warnings -Wl,--compress-debug-sections=zlib
STATIC_LDLIBS = -Wl,--start-group -lneo_cs -lneo_utl -lz -lfcgi -lmariadbclient -lssl -lcrypto \
	-lsodium -lqrcodegen -lmagic -lexpat -lminizip -ljansson -lm -Wl,--end-group

# The strata, lowest first; what stands above may use what stands below.
BASE = \
	lib/base/arena \
	lib/base/base64 \
	lib/base/clock \
	lib/base/confine \
	lib/base/config \
	lib/base/decimal \
	lib/base/diff \
	lib/base/error_chain \
	lib/base/find_program \
	lib/base/json_writer \
	lib/base/log \
	lib/base/network \
	lib/base/part \
	lib/base/qr \
	lib/base/sealed \
	lib/base/sealed_stream \
	lib/base/secret \
	lib/base/signing_key \
	lib/base/utf8 \
	lib/base/write \
	lib/base/zip_stream
RULES = \
	lib/rules/amount_text \
	lib/rules/calendar \
	lib/rules/comparison \
	lib/rules/date_text \
	lib/rules/drawn_line \
	lib/rules/evidence_rules \
	lib/rules/field \
	lib/rules/improvement \
	lib/rules/licence \
	lib/rules/lift \
	lib/rules/link_address \
	lib/rules/name_text \
	lib/rules/quality \
	lib/rules/role \
	lib/rules/satisfaction \
	lib/rules/team_field \
	lib/rules/scale \
	lib/rules/score \
	lib/rules/share \
	lib/rules/signatory \
	lib/rules/standing \
	lib/rules/workflow
PICTURE = \
	lib/picture/bars \
	lib/picture/canvas \
	lib/picture/card \
	lib/picture/counts \
	lib/picture/distribution \
	lib/picture/heat \
	lib/picture/ladder \
	lib/picture/paint \
	lib/picture/progress \
	lib/picture/radar \
	lib/picture/spread \
	lib/picture/trend \
	lib/picture/waterfall
FORMAT = \
	lib/format/checklist \
	lib/format/instrument_json \
	lib/format/json_reader \
	lib/format/office_text \
	lib/format/search_word \
	lib/format/xml_reader \
	lib/format/zip_reader \
	lib/format/zip_writer
SHEET = \
	lib/sheet/bytes \
	lib/sheet/cell \
	lib/sheet/csv \
	lib/sheet/element \
	lib/sheet/encoding \
	lib/sheet/limits \
	lib/sheet/number_text \
	lib/sheet/ods \
	lib/sheet/row \
	lib/sheet/sheet \
	lib/sheet/xlsx
WEB = \
	lib/web/cookie \
	lib/web/form \
	lib/web/gzip \
	lib/web/holds \
	lib/web/leaving \
	lib/web/multipart \
	lib/web/page \
	lib/web/request \
	lib/web/server \
	lib/web/site \
	lib/web/tus \
	lib/web/urlencoded \
	lib/web/workers
STORE = \
	lib/store/account \
	lib/store/agency \
	lib/store/antivirus \
	lib/store/checksum \
	lib/store/confined \
	lib/store/db lib/store/db_trouble \
	lib/store/dump \
	lib/store/file_type \
	lib/store/event \
	lib/store/files \
	lib/store/history \
	lib/store/host \
	lib/store/inspection \
	lib/store/inspection_finding \
	lib/store/instrument \
	lib/store/media_type \
	lib/store/message \
	lib/store/office_type \
	lib/store/page_codes \
	lib/store/parts \
	lib/store/password \
	lib/store/photo \
	lib/store/script \
	lib/store/kept_secret \
	lib/store/second_factor \
	lib/store/sendmail \
	lib/store/setting \
	lib/store/startup \
	lib/store/sums \
	lib/store/throttle \
	lib/store/totp \
	lib/store/upload_session
PDF_SIGNATURE = \
	lib/pdf_signature/byte_range \
	lib/pdf_signature/certificate \
	lib/pdf_signature/cms \
	lib/pdf_signature/names \
	lib/pdf_signature/signature_check \
	lib/pdf_signature/trust_anchor
FRAME = \
	lib/frame/allowance \
	lib/frame/cache \
	lib/frame/columns \
	lib/frame/context \
	lib/frame/download \
	lib/frame/fill \
	lib/frame/form_upload \
	lib/frame/health \
	lib/frame/hold_body \
	lib/frame/judging \
	lib/frame/kept \
	lib/frame/kept_page \
	lib/frame/moved \
	lib/frame/navigation \
	lib/frame/once \
	lib/frame/paging \
	lib/frame/program \
	lib/frame/respond \
	lib/frame/route \
	lib/frame/slow_body \
	lib/frame/session \
	lib/frame/since \
	lib/frame/tour \
	lib/frame/viewer \
	lib/frame/words \
	lib/frame/zip_answer
GUEST = \
	lib/guest/guest \
	lib/guest/place \
	lib/guest/sent_file \
	lib/guest/ticket \
	lib/guest/token
IMPORT = \
	lib/import/column_names \
	lib/import/file_kind \
	lib/import/import_draft \
	lib/import/import_table \
	lib/import/list_head \
	lib/import/list_rows \
	lib/import/table_cell \
	lib/import/table_problem
ASSESSMENT = \
	lib/assessment/assessment \
	lib/assessment/criteria \
	lib/assessment/document_file \
	lib/assessment/evidence \
	lib/assessment/evidence_fill \
	lib/assessment/evidence_flags \
	lib/assessment/file_check \
	lib/assessment/file_examine \
	lib/assessment/file_receive \
	lib/assessment/item_states \
	lib/assessment/mend \
	lib/assessment/kept_cycle \
	lib/assessment/last_day \
	lib/assessment/pending \
	lib/assessment/placing \
	lib/assessment/quality \
	lib/assessment/replica \
	lib/assessment/results_columns \
	lib/assessment/results_plans \
	lib/assessment/rulings \
	lib/assessment/scaled \
	lib/assessment/results_fill \
	lib/assessment/headline \
	lib/assessment/why \
	lib/assessment/results
DOCUMENT = \
	lib/document/chart \
	lib/document/chart_agency \
	lib/document/chart_progress \
	lib/document/chart_record \
	lib/document/chart_region \
	lib/document/content \
	lib/document/drawing \
	lib/document/export \
	lib/document/issued \
	lib/document/letterhead \
	lib/document/listing \
	lib/document/model \
	lib/document/paper_evidence \
	lib/document/pdf \
	lib/document/text_file \
	$(drawn_by)
SIGNING = \
	lib/signing/form_named \
	lib/signing/printed_head \
	lib/signing/signature_validation \
	lib/signing/signed_file \
	lib/signing/signed_form \
	lib/signing/signed_letter
TRANSFER = \
	lib/transfer/compare \
	lib/transfer/content \
	lib/transfer/export \
	lib/transfer/import \
	lib/transfer/read \
	lib/transfer/trust
LIBRARY = $(BASE) $(RULES) $(PICTURE) $(FORMAT) $(SHEET) $(WEB) $(STORE) $(PDF_SIGNATURE) $(FRAME) $(GUEST) $(IMPORT) $(ASSESSMENT) $(DOCUMENT) $(SIGNING) $(TRANSFER)

# The steps.
account = \
	account/agencies \
	account/confirm \
	account/device \
	account/factor \
	account/hand_over \
	account/main \
	account/return_address \
	account/own_account \
	account/password \
	account/profile \
	account/sign_in \
	account/site_sign_in \
	account/tour
cycle = \
	cycle/account_import \
	cycle/account_lots \
	cycle/account_match \
	cycle/account_new \
	cycle/account_rows \
	cycle/accounts \
	cycle/acting \
	cycle/acting_list \
	cycle/agencies \
	cycle/agency_import \
	cycle/trust_anchors \
	cycle/webhook \
	cycle/shared \
	cycle/cycle_form \
	cycle/cycle_open \
	cycle/cycle_withdraw \
	cycle/cycles \
	cycle/holidays \
	cycle/extend \
	cycle/home \
	cycle/import \
	cycle/import_cell \
	cycle/instrument_edit \
	cycle/instrument_import \
	cycle/instrument_level \
	cycle/instrument_publish \
	cycle/instrument_table \
	cycle/instruments \
	cycle/scaled_fill \
	cycle/scaled_import \
	cycle/scaled_table \
	cycle/account_cards \
	cycle/account_card_lists \
	cycle/main \
	cycle/account_bulk \
	cycle/notice \
	cycle/places \
	cycle/plan \
	cycle/regions \
	cycle/restructure \
	cycle/restructured \
	cycle/replan \
	cycle/account_access \
	cycle/account_agencies \
	cycle/settings \
	cycle/text_index \
	cycle/workbook
questionnaire = \
	questionnaire/duties \
	questionnaire/duty_list \
	questionnaire/notes \
	questionnaire/answer_draft \
	questionnaire/answers_import \
	questionnaire/workbook \
	questionnaire/carry_over \
	questionnaire/check \
	questionnaire/sending \
	questionnaire/home \
	questionnaire/last_year \
	questionnaire/main \
	questionnaire/other \
	questionnaire/other_answers \
	questionnaire/other_gap \
	questionnaire/other_tables \
	questionnaire/access \
	questionnaire/save \
	questionnaire/tasks \
	questionnaire/variable
upload = \
	upload/resumable \
	upload/resumable_body \
	upload/resumable_finish \
	upload/attach \
	upload/evidence_zip \
	upload/criteria_choice \
	upload/compare \
	upload/details \
	upload/document \
	upload/download \
	upload/filter \
	upload/held \
	upload/find \
	upload/flags \
	upload/bulk_attach \
	upload/bulk_criteria \
	upload/library \
	upload/link \
	upload/main \
	upload/merge \
	upload/new \
	upload/pending \
	upload/search \
	upload/candidate \
	upload/viewer
verify = \
	verify/tier \
	verify/score_sheet \
	verify/accept_clear \
	verify/checklist \
	verify/cycle_choice \
	verify/decide \
	verify/desk_form \
	verify/division \
	verify/draft \
	verify/proposal \
	verify/verdict \
	verify/main \
	verify/overview \
	verify/past \
	verify/return \
	verify/since_return \
	verify/next_undecided \
	verify/variable \
	verify/work_list
signoff = signoff/decide signoff/form_content signoff/main signoff/page signoff/read signoff/receive signoff/reopen \
	signoff/signed_upload
report = \
	report/agency \
	report/agency_compare \
	report/find \
	report/events \
	report/history \
	report/log \
	report/main \
	report/gaps \
	report/overview \
	report/why \
	report/standing \
	report/lift_agency \
	report/lift_region \
	report/region \
	report/region_data \
	report/region_compare \
	report/accuracy
paper = \
	paper/agency \
	paper/blank_questionnaire \
	paper/card \
	paper/check_file \
	paper/cycle \
	paper/crest \
	paper/all_agencies \
	paper/issue \
	paper/notice_letter \
	paper/letterhead_form \
	paper/checklists \
	paper/main \
	paper/minutes \
	paper/export \
	paper/recap \
	paper/report \
	paper/show \
	paper/subject
esign = esign/http_later esign/main esign/service esign/words
# The first run on shared hosting, in matang.cgi alone.
setup = setup/host setup/main setup/write
portal = \
	portal/agency_years \
	portal/catalog \
	portal/dataset \
	portal/demo \
	portal/embed \
	portal/agency_why \
	portal/figures \
	portal/main \
	portal/published \
	portal/table_description
schedule = \
	schedule/address \
	schedule/agency \
	schedule/calendar \
	schedule/home \
	schedule/main \
	schedule/request
complaint = complaint/files complaint/find complaint/list complaint/main complaint/report complaint/rule complaint/show \
	complaint/ticket complaint/words complaint/write
consultation = \
	consultation/ask \
	consultation/comment \
	consultation/list \
	consultation/main \
	consultation/ruling \
	consultation/team \
	consultation/thread
plan = plan/agencies plan/carry plan/main plan/page plan/paper plan/plan plan/region plan/step plan/table plan/take plan/wall
service = \
	service/application \
	service/application_page \
	service/apply \
	service/assist \
	service/check \
	service/decide \
	service/define \
	service/enterprise_import \
	service/enterprises \
	service/evidence \
	service/files \
	service/letter \
	service/letters \
	service/letters_ending \
	service/main \
	service/numbers \
	service/online \
	service/particulars \
	service/queue \
	service/renew \
	service/renewal \
	service/report \
	service/report_paper \
	service/signed \
	service/standard \
	service/standard_paper \
	service/survey
activity = \
	activity/attend \
	activity/certificates \
	activity/code \
	activity/edit \
	activity/evidence \
	activity/find \
	activity/likely \
	activity/list \
	activity/main \
	activity/papers \
	activity/participants \
	activity/person \
	activity/session \
	activity/show
forum = \
	forum/area \
	forum/counts \
	forum/edit \
	forum/evidence \
	forum/find \
	forum/judge \
	forum/list \
	forum/main \
	forum/opinions \
	forum/poster \
	forum/public \
	forum/question \
	forum/reading \
	forum/report \
	forum/say \
	forum/show \
	forum/state \
	forum/support
inventory = \
	inventory/budget \
	inventory/command \
	inventory/edit \
	inventory/find \
	inventory/import \
	inventory/list \
	inventory/main \
	inventory/place \
	inventory/report \
	inventory/show \
	inventory/wall
message = message/choices message/inbox message/letters message/main
exchange = \
	exchange/api \
	exchange/assessment \
	exchange/import_cycle \
	exchange/instrument \
	exchange/main \
	exchange/peers \
	exchange/export_cycle \
	exchange/tokens
# Looks into files, beside the steps: see store/inspection.h.
inspect = inspect/sandbox inspect/calm_sheet inspect/image inspect/main inspect/package
# Makes pictures of telephones and scanners into JPEG and PDF: see store/photo.h.  PHOTO=no leaves it out,
# and five libraries with it; such files are then refused with what to do instead.
PHOTO = yes
photo = inspect/sandbox inspect/photo_heif inspect/photo_jpeg inspect/photo_main inspect/photo_pdf \
	inspect/photo_pixels inspect/photo_png inspect/photo_tiff inspect/photo_webp
matang = \
	matang/agencies \
	matang/backup \
	matang/backup_object \
	matang/upload_sessions \
	matang/check \
	matang/check_parts \
	matang/command \
	matang/transfer \
	matang/import \
	matang/job \
	matang/job_calendar \
	matang/job_inspect \
	matang/job_read \
	matang/complaints \
	matang/deadlines \
	matang/job_scan \
	matang/letter \
	matang/links \
	matang/mail \
	matang/main \
	matang/migrate \
	matang/reminders \
	matang/probe_later \
	matang/restore \
	matang/service_letters \
	matang/setting \
	matang/signature \
	matang/stray \
	matang/sweep \
	matang/reference_table \
	matang/job_text \
	matang/text_process \
	matang/user \
	matang/webhooks \
	matang/work

UNIT_TESTS = \
	test_account \
	test_amount_text \
	test_upload_session \
	test_base64 \
	test_cache \
	test_calendar \
	test_cell \
	test_comparison \
	test_confine \
	test_confined \
	test_document_model \
	test_cookie \
	test_date_text \
	test_csv \
	test_decimal \
	test_diff \
	test_instrument \
	test_instrument_json \
	test_json \
	test_multipart \
	test_name_text \
	test_network \
	test_ods \
	test_page \
	test_part \
	test_picture \
	test_picture_marks \
	test_quality \
	test_result \
	test_satisfaction \
	test_scale \
	test_score \
	test_secret \
	test_signatory \
	test_site \
	test_signing_key \
	test_media_type \
	test_evidence_rules test_field test_improvement test_lift test_link_address test_standing \
	test_totp \
	test_guest \
	test_gzip \
	test_holds \
	test_host \
	test_tus \
	test_urlencoded \
	test_workflow \
	test_xlsx \
	test_zip

$(foreach p,$(PROGRAMS),$(if $($p),,$(error the objects of $p are not listed here)))
CONFINED = inspect $(if $(filter yes,$(PHOTO)),photo)
ALONE = matang $(CONFINED)
ALL = $(PROGRAMS) $(ALONE)
# What few requests need is opened by them (lib/base/part.h): objects, and the libraries that they are for.
drawing = $(if $(filter yes,$(PDF)),$(rendering))
LDLIBS_drawing = $(shell pkg-config --libs pangocairo) -lqrcodegen -lsodium -lm
http = $(if $(filter esign,$(PROGRAMS)),esign/http)
LDLIBS_http = -lcurl
# ISAL=no leaves it to the web server to pack what is sent.
ISAL = yes
gzip = $(if $(filter yes,$(ISAL)),lib/web/gzip_part)
LDLIBS_gzip = -lisal
probe = $(if $(filter esign,$(PROGRAMS)),matang/probe)
LDLIBS_probe = -lcurl
# Other files are looked into before libqpdf and the libraries behind it would be loaded.
inspect_pdf = $(if $(filter inspect,$(ALL)),inspect/pdf inspect/pdf_change inspect/qr inspect/seen)
LDLIBS_inspect_pdf = -lqpdf
PARTS = $(foreach p,drawing http gzip probe inspect_pdf,$(if $($p),$p))
OBJECTS = $(LIBRARY:%=$(BUILD)/%.o) $(foreach p,$(ALL) $(PARTS),$($(p):%=$(BUILD)/%.o)) \
	$(BUILD)/suite/main.o $(BUILD)/suite/hosting.o $(setup:%=$(BUILD)/%.o)

# What knows where it will lie; with another prefix these are compiled again.
LOCATED = lib/base/config lib/base/part matang/backup matang/main matang/signature

all: $(ALL:%=$(BUILD)/bin/%) $(PARTS:%=$(BUILD)/matang-%.so)
ifeq ($(STATIC),yes)
all: static
endif
static: $(ALL:%=$(BUILD)/static/bin/%) $(PARTS:%=$(BUILD)/static/matang-%.so)

.SECONDEXPANSION:
$(ALONE:%=$(BUILD)/bin/%): $(BUILD)/bin/%: $$(addprefix $(BUILD)/,$$(addsuffix .o,$$($$*))) \
    $(BUILD)/libmatang.a
	@mkdir -p $(@D)
	@echo LD $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(LDLIBS_$(@F))

# All programs are one executable under many names (cgi-bin/suite/main.c): what they have in common is in
# memory once.
$(BUILD)/suite/programs: $(BUILD)/suite/main.o $(PROGRAMS:%=$(BUILD)/suite/%.o) $(BUILD)/libmatang.a
	@echo LD $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(PROGRAMS:%=$(BUILD)/bin/%): $(BUILD)/suite/programs
	@mkdir -p $(@D)
	@ln -f $< $@
$(PARTS:%=$(BUILD)/matang-%.so): $(BUILD)/matang-%.so: $$(addprefix $(BUILD)/,$$(addsuffix .o,$$($$*))) \
    $(BUILD)/libmatang.a $(BUILD)/base/part_edition.h
	@echo LD $@
	@$(CC) $(CFLAGS) $(filter-out -pie,$(LDFLAGS)) -shared -Wl,-Bsymbolic,--exclude-libs,ALL,-z,defs \
	    -Wl,--defsym=$$(sed 's/.*"\(.*\)"/\1/' $(BUILD)/base/part_edition.h)=1 -o $@ $(filter %.o %.a,$^) $(LDLIBS_$*)

$(BUILD)/static/programs: $(BUILD)/static/suite/main.o $(STATIC_PROGRAMS:%=$(BUILD)/suite/%.o) $(BUILD)/libmatang.a
	@echo LD $@
	@$(CC) $(CFLAGS) $(STATIC_LDFLAGS) -o $@ $^ $(STATIC_LDLIBS)
$(STATIC_PROGRAMS:%=$(BUILD)/static/bin/%): $(BUILD)/static/programs
	@mkdir -p $(@D)
	@ln -f $< $@
$(patsubst %,$(BUILD)/static/bin/%,$(filter-out $(STATIC_PROGRAMS),$(ALL))) $(PARTS:%=$(BUILD)/static/matang-%.so): \
    $(BUILD)/static/%: $(BUILD)/%
	@mkdir -p $(@D)
	@ln -f $< $@

# A whole program as one object, of which the others see its main alone.
$(PROGRAMS:%=$(BUILD)/suite/%.o): $(BUILD)/suite/%.o: $$(addprefix $(BUILD)/,$$(addsuffix .o,$$($$*)))
	@mkdir -p $(@D)
	@$(LD) -r -o $@.new $^
	@objcopy --redefine-sym main=$*_main --keep-global-symbol=$*_main $@.new
	@mv $@.new $@
$(BUILD)/suite/names.h: names = $(PROGRAMS)
$(BUILD)/static/suite/names.h: names = $(STATIC_PROGRAMS)
$(BUILD)/suite/names.h $(BUILD)/static/suite/names.h $(BUILD)/hosting/suite/names.h: text = \#define PROGRAMS $(foreach p,$(names),PROGRAM($p))
$(BUILD)/suite/names.h $(BUILD)/static/suite/names.h $(BUILD)/hosting/suite/names.h: always
	@mkdir -p $(@D)
	@[ "$$(cat $@ 2>/dev/null)" = '$(text)' ] || echo '$(text)' >$@
$(BUILD)/suite/main.o $(BUILD)/suite/hosting.o: $(BUILD)/suite/names.h
$(BUILD)/static/suite/main.o: cgi-bin/suite/main.c cgi-bin/suite/table.h $(BUILD)/static/suite/names.h
	@$(CC) -I$(BUILD)/static $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# Shared hosting: everything in one file, and the ZIP that is uploaded by FTP (deploy/hosting). Of the objects
# that are there already: a make of its own names those of PDF=no and ESIGN=no.
dist-hosting: all assets
	@$(MAKE) --no-print-directory -f $(firstword $(MAKEFILE_LIST)) BUILD='$(BUILD)' PDF=no ESIGN=no '$(BUILD)/hosting/matang.cgi'
	@deploy/hosting/pack '$(BUILD)' '$(VERSION)'
HOSTING = $(BUILD)/hosting
$(HOSTING)/suite/names.h: names = $(PROGRAMS)
$(HOSTING)/libmatang.a: $(LIBRARY:%=$(BUILD)/%.o) $(BUILD)/statements.o
	@mkdir -p $(@D)
	@rm -f $@
	@ar rcs $@ $^
$(HOSTING)/suite/hosting.o: cgi-bin/suite/hosting.c cgi-bin/suite/table.h $(HOSTING)/suite/names.h
	@$(CC) -I$(HOSTING) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(HOSTING)/suite/%.o: entry = main
$(HOSTING)/suite/setup.o: entry = setup_main
$(HOSTING)/suite/inspect.o: $(inspect:%=$(BUILD)/%.o)
$(HOSTING)/suite/matang.o: $(matang:%=$(BUILD)/%.o)
$(HOSTING)/suite/setup.o: $(setup:%=$(BUILD)/%.o)
$(HOSTING)/suite/inspect.o $(HOSTING)/suite/matang.o $(HOSTING)/suite/setup.o:
	@mkdir -p $(@D)
	@$(LD) -r -o $@.new $^
	@objcopy --redefine-sym $(entry)=$(basename $(@F))_main --keep-global-symbol=$(basename $(@F))_main $@.new
	@mv $@.new $@
$(HOSTING)/matang.cgi: $(HOSTING)/suite/hosting.o $(PROGRAMS:%=$(BUILD)/suite/%.o) \
    $(HOSTING)/suite/inspect.o $(HOSTING)/suite/matang.o $(HOSTING)/suite/setup.o $(HOSTING)/libmatang.a
	@echo LD $@
	@$(CC) $(CFLAGS) $(STATIC_LDFLAGS) -s -o $@ $^ $(STATIC_LDLIBS)

# The package for Debian: of the same objects, but for those that know where they lie, and without what a
# debugger wants. The assets are taken as they are: "make assets" fetches, and this is built without a network.
deb: all $(ALL:%=$(BUILD)/packaged/bin/%) $(PARTS:%=$(BUILD)/packaged/matang-%.so)
	@deploy/debian/build '$(BUILD)' '$(VERSION)'
PACKAGED = $(BUILD)/packaged
packaged_objects = $(foreach o,$(1),$(if $(filter $o,$(LOCATED)),$(PACKAGED),$(BUILD))/$o.o)
$(LOCATED:%=$(PACKAGED)/%.o): private override prefix = /usr
$(LOCATED:%=$(PACKAGED)/%.o): private override sysconfdir = /etc
$(LOCATED:%=$(PACKAGED)/%.o): $(PACKAGED)/%.o: cgi-bin/%.c $(BUILD)/%.o Makefile
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(PLACES) $(CFLAGS) -c -o $@ $<
$(PACKAGED)/libmatang.a: $(call packaged_objects,$(LIBRARY)) $(BUILD)/statements.o
	@mkdir -p $(@D)
	@rm -f $@
	@ar rcs $@ $^
$(PACKAGED)/programs: $(BUILD)/suite/main.o $(PROGRAMS:%=$(BUILD)/suite/%.o) $(PACKAGED)/libmatang.a
	@echo LD $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -s -o $@ $^ $(LDLIBS)
$(PROGRAMS:%=$(PACKAGED)/bin/%): $(PACKAGED)/programs
	@mkdir -p $(@D)
	@ln -f $< $@
$(ALONE:%=$(PACKAGED)/bin/%): $(PACKAGED)/bin/%: $$(call packaged_objects,$$($$*)) $(PACKAGED)/libmatang.a
	@mkdir -p $(@D)
	@echo LD $@
	@$(CC) $(CFLAGS) $(LDFLAGS) -s -o $@ $^ $(LDLIBS) $(LDLIBS_$(@F))
$(PARTS:%=$(PACKAGED)/matang-%.so): $(PACKAGED)/%: $(BUILD)/%
	@mkdir -p $(@D)
	@strip --strip-unneeded -o $@ $<

$(BUILD)/libmatang.a: $(LIBRARY:%=$(BUILD)/%.o) $(BUILD)/statements.o
	@rm -f $@
	@ar rcs $@ $^

# What was compiled otherwise is compiled again.
flags = $(CC) $(CFLAGS)
$(BUILD)/flags: always
	@mkdir -p $(@D)
	@[ "$$(cat $@ 2>/dev/null)" = '$(flags)' ] || echo '$(flags)' >$@
always:
$(LOCATED:%=$(BUILD)/%.o): CPPFLAGS += $(PLACES)
$(LOCATED:%=$(BUILD)/%.o): $(BUILD)/places
places = $(subst ',,$(PLACES))
$(BUILD)/places: always
	@mkdir -p $(@D)
	@[ "$$(cat $@ 2>/dev/null)" = '$(places)' ] || echo '$(places)' >$@
$(BUILD)/%.o: cgi-bin/%.c $(BUILD)/flags | $(BUILD)/statements.h
	@mkdir -p $(@D)
	@echo CC $<
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# What the library knows of the list of programs: the menu of every page, and who takes streams.
$(BUILD)/lib/frame/navigation.o $(BUILD)/lib/frame/program.o: $(BUILD)/frame/menu.h
$(BUILD)/frame/menu.h: cgi-bin/programs.awk cgi-bin/programs
	@mkdir -p $(@D)
	@awk -f $^ >$@.new
	@mv $@.new $@

# How far the schema has to be for these programs: the number of the last migration.
$(BUILD)/lib/store/parts.o: $(BUILD)/store/schema.h
$(BUILD)/store/schema.h: sql/migrations
	@mkdir -p $(@D)
	@printf '#define SCHEMA_LEVEL %d\n' "$$(ls sql/migrations/*.up.sql | sed -n '$$s|.*/0*\([0-9]*\)_.*|\1|p')" >$@.new
	@mv $@.new $@

# What a stored drawing was drawn by: whoever changes it, however little, has all drawn anew.
$(BUILD)/lib/document/render.o: $(BUILD)/document/edition.h
$(BUILD)/document/edition.h: $(sort $(wildcard cgi-bin/lib/document/*.[ch] cgi-bin/lib/document/*.xmp cgi-bin/lib/picture/*.[ch])) cgi-bin/lib/base/qr.c
	@mkdir -p $(@D)
	@cat $^ | sha256sum | sed 's/^\([0-9a-f]*\).*/#define DRAWING_SOURCES "\1"/' >$@

# What a program and a part say to each other is laid out by headers: another one of them, another part.
$(BUILD)/lib/base/part.o: $(BUILD)/base/part_edition.h
$(BUILD)/base/part_edition.h: $(sort $(wildcard $(patsubst %,cgi-bin/lib/%/*.h,base document picture rules)) cgi-bin/esign/http.h cgi-bin/lib/web/gzip_part.h cgi-bin/matang/probe.h cgi-bin/inspect/inspect.h)
	@mkdir -p $(@D)
	@cat $^ | sha256sum | sed 's/^\([0-9a-f]\{32\}\).*/#define PART_EDITION "part_\1"/' >$@

$(BUILD)/lib/document/pdf_archive.o: $(BUILD)/document/archive_xmp.h
$(BUILD)/document/archive_xmp.h: cgi-bin/lib/document/archive.xmp
	@mkdir -p $(@D)
	@awk 'BEGIN { print "static const char archive_xmp[] =" } \
	    { gsub(/"/, "\\\""); printf "\t\"%s\\n\"\n", $$0 } END { print "\t;" }' $^ >$@.new
	@mv $@.new $@

$(BUILD)/lib/store/password.o: $(BUILD)/store/known_passwords.h
$(BUILD)/store/known_passwords.h: cgi-bin/lib/store/known_passwords.txt
	@mkdir -p $(@D)
	@awk 'BEGIN { print "static const char known_passwords[] = \"\\n\"" } \
	    !/^#/ { printf "\t\"%s\\n\"\n", $$0 } END { print "\t;" }' $^ >$@.new
	@mv $@.new $@

$(BUILD)/statements.o: $(BUILD)/statements.c $(BUILD)/statements.h
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# What they say is compiled once, in statements.c.  The header is all that the
# others see: it is replaced when names or placeholders change, and only then.
$(BUILD)/statements.c: sql/statements.awk $(wildcard sql/statements/*.sql) sql/statements
	@mkdir -p $(@D)
	@echo AWK $@
	@awk -v header=$(BUILD)/statements.new -v source=$@ \
	    -f sql/statements.awk $(sort $(wildcard sql/statements/*.sql)) || \
	    { rm -f $@; exit 1; }
$(BUILD)/statements.h: $(BUILD)/statements.c
	@cmp -s $(BUILD)/statements.new $@ || cp $(BUILD)/statements.new $@

# What the programs and pages are made of, for who has to know: CycloneDX.
sbom:
	@mkdir -p $(BUILD)
	@deploy/sbom >$(BUILD)/sbom.cdx.json
	@echo $(BUILD)/sbom.cdx.json

assets: htdocs/node_modules/.package-lock.json
	cd htdocs && npm run --silent build
htdocs/node_modules/.package-lock.json: htdocs/package-lock.json
	cd htdocs && npm ci --loglevel=error --no-audit --no-fund >/dev/null

$(BUILD)/unit/test_part: $(PARTS:%=$(BUILD)/matang-%.so)
$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libmatang.a
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libmatang.a \
	    -lcmocka $(LDLIBS)
# The command whose checker of links takes the network of this machine for the internet: for its tests alone,
# and nowhere installed.
$(BUILD)/unit/local_links.o: tests/unit/local_links.c
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(BUILD)/unit/matang_local: $(patsubst %,$(BUILD)/%.o,$(filter-out matang/probe_later,$(matang)) matang/probe) \
    $(BUILD)/unit/local_links.o $(BUILD)/libmatang.a
	@$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--wrap=link_fits,--wrap=address_public,--wrap=curl_easy_init,--wrap=curl_multi_add_handle -o $@ $^ $(LDLIBS) -lcurl
unit: $(UNIT_TESTS:%=$(BUILD)/unit/%)
	@status=0; for test in $^; do \
	    CMOCKA_MESSAGE_OUTPUT=TAP $$test || status=1; done; exit $$status

# Each parser so many seconds; tests/fuzz/run alone is the short run of the tests.
FUZZ_SECONDS = 600
fuzz:
	@BUILD=$(BUILD) tests/fuzz/run $(FUZZ_SECONDS)

# Small faults put in one at a time; those that no test notices are told.  Some of
# them alone: make mutants ONLY=picture
mutants: all assets test-programs
	@tests/mutants/run $(ONLY)

# Beside what, and how fast: tests/bench/README.md.
$(BUILD)/bench/floor $(BUILD)/bench/drain: $(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< -lfcgi
bench:
	@tests/bench/run

$(BUILD)/golden/render: tests/golden/render.c
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< -lneo_cs -lneo_utl -lz

# What make PDF=no and ESIGN=no build, of the objects that are there already: make lint-without.
WITHOUT = $(BUILD)/without
$(WITHOUT)/libmatang.a: $(LIBRARY:%=$(BUILD)/%.o) $(BUILD)/statements.o
	@mkdir -p $(@D)
	@rm -f $@
	@ar rcs $@ $^
$(ALL:%=$(WITHOUT)/%): $(WITHOUT)/%: $$(addprefix $(BUILD)/,$$(addsuffix .o,$$($$*))) \
    $(WITHOUT)/libmatang.a
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) $(LDLIBS_$(@F))
without: $(ALL:%=$(WITHOUT)/%)

# What suites that run beside each other would otherwise build at the same time.
test-programs: $(UNIT_TESTS:%=$(BUILD)/unit/%) $(BUILD)/golden/render $(BUILD)/unit/matang_local

golden: $(BUILD)/golden/render
	@tests/golden/run $<

# Each program with something else in the place of its frame: it prints its routes.
$(BUILD)/routes.o: tests/golden/routes.c | $(BUILD)/statements.h
	@$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
$(PROGRAMS:%=$(BUILD)/routes/%): $(BUILD)/routes/%: \
    $$(addprefix $(BUILD)/,$$(addsuffix .o,$$($$*))) $(BUILD)/routes.o \
    $(BUILD)/libmatang.a
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--wrap=program_run -o $@ $^ $(LDLIBS) \
	    $(LDLIBS_$(@F))
# Accepts the tables of routes as they are now: look at the difference in git.
routes: $(PROGRAMS:%=$(BUILD)/routes/%)
	@tests/lint/routes --update $^

lint: lint-templates lint-sources lint-statements lint-columns lint-registers \
    lint-tables lint-words lint-results lint-routes lint-build lint-programs \
    lint-picture lint-without lint-circles lint-names lint-movements lint-attributes lint-documents lint-mutants lint-format
lint-templates: $(BUILD)/golden/render
	@tests/lint/templates $<
lint-sources: $(OBJECTS)
	@tests/lint/sources $^
lint-statements:
	@tests/lint/statements
lint-results:
	@tests/lint/results
lint-tables:
	@tests/lint/tables
lint-words:
	@tests/lint/words
lint-columns:
	@tests/lint/columns
lint-registers:
	@tests/lint/registers
lint-routes: $(PROGRAMS:%=$(BUILD)/routes/%)
	@tests/lint/routes $^
lint-build:
	@tests/lint/build
# As .clang-format says, by the version whose words it is written in: others lay out otherwise.
CLANG_FORMAT = clang-format-14
FORMATTED = $(wildcard cgi-bin/*/*.[ch] cgi-bin/lib/*/*.[ch] tests/*/*.[ch])
format:
	$(CLANG_FORMAT) -i $(FORMATTED)
lint-format:
	@tests/lint/format $(CLANG_FORMAT) $(FORMATTED)
lint-circles: $(OBJECTS)
	@tests/lint/circles $^
lint-attributes:
	@tests/lint/attributes
lint-documents:
	@tests/lint/documents
lint-mutants:
	@tests/mutants/run --table
lint-names:
	@tests/lint/names
lint-movements:
	@tests/lint/movements
lint-picture:
	@tests/lint/picture
lint-without: $(OBJECTS)
	@tests/lint/without $(BUILD) $(PROGRAMS)
lint-programs:
	@tests/lint/programs

# gcc, clang, cppcheck and shellcheck over everything: minutes, so apart from lint.
analyse: $(BUILD)/statements.h $(BUILD)/base/part_edition.h $(BUILD)/frame/menu.h $(BUILD)/store/schema.h $(BUILD)/document/edition.h \
    $(BUILD)/document/archive_xmp.h \
    $(BUILD)/store/known_passwords.h
	@tests/lint/analyse $(BUILD)/analyse $(CPPFLAGS) $(PLACES) $(shell pkg-config --cflags pangocairo) $(filter-out -Werror,$(CFLAGS)) -- \
	    $(wildcard cgi-bin/*/*.c cgi-bin/lib/*/*.c)

# Programs come from here: a package has its own.
FROM = $(BUILD)
# What names /usr/local, says the prefix; a script stays one.
put = sed 's|/usr/local\>|$(prefix)|g' $(1) >$(DESTDIR)$(2)/$(or $(3),$(notdir $(1))) && \
	chmod $(or $(4),0644) $(DESTDIR)$(2)/$(or $(3),$(notdir $(1)))
EXAMPLES = matang.conf $(patsubst deploy/%,%,$(wildcard deploy/nginx/*.conf deploy/apache/* deploy/lighttpd/*.conf deploy/caddy/* deploy/systemd/* \
    deploy/wordpress/*))
UNITS = matang@.service matang@.socket matang-work.service matang-work.timer matang-backup.service matang-backup.timer

install: all assets
	install -d $(DESTDIR)$(libdir) $(DESTDIR)$(libexecdir) $(DESTDIR)$(prefix)/bin $(DESTDIR)$(mandir)/man1 \
	    $(DESTDIR)$(datadir)
	cp --preserve=links,mode --remove-destination \
	    $(PROGRAMS:%=$(FROM)/$(if $(filter yes,$(STATIC)),static/)bin/%) $(DESTDIR)$(libdir)
	$(if $(PARTS),install -m 0644 $(PARTS:%=$(FROM)/matang-%.so) $(DESTDIR)$(libexecdir))
	install $(CONFINED:%=$(FROM)/bin/%) $(DESTDIR)$(libexecdir)
	rm -f $(DESTDIR)$(libdir)/inspect	# where it was before
	install $(FROM)/bin/matang $(DESTDIR)$(prefix)/bin
	deploy/manual $(FROM)/bin/matang $(VERSION) $(DESTDIR)$(mandir)/man1
	cp -R templates sql htdocs/assets deploy/errors cgi-bin/programs $(DESTDIR)$(datadir)
	cp -L deploy/lighttpd/errors/*.html $(DESTDIR)$(datadir)/errors	# lighttpd knows a page by its status
	install -d $(addprefix $(DESTDIR)$(datadir)/examples/,nginx apache lighttpd caddy systemd wordpress) \
	    $(addprefix $(DESTDIR)$(systemddir)/,systemd/system sysusers.d tmpfiles.d) $(DESTDIR)$(sysconfdir)/matang/nginx
	@$(foreach f,$(EXAMPLES),$(call put,deploy/$f,$(datadir)/examples,$f,$(if $(findstring lay-out,$f),0755)) &&) true
	@$(foreach f,deploy/grants deploy/configure,$(call put,$f,$(libexecdir),,0755) &&) true
	@$(foreach f,$(UNITS),$(call put,deploy/systemd/$f,$(systemddir)/systemd/system) &&) true
	install -m 0644 deploy/systemd/sysusers.conf $(DESTDIR)$(systemddir)/sysusers.d/matang.conf
	install -m 0644 deploy/systemd/tmpfiles.conf $(DESTDIR)$(systemddir)/tmpfiles.d/matang.conf
	@# What an operator has changed stays.
	@[ -e $(DESTDIR)$(sysconfdir)/matang/matang.conf ] || { $(call put,deploy/matang.conf,$(sysconfdir)/matang,,0640); }
	@for file in matang.conf program.conf; do [ -e $(DESTDIR)$(sysconfdir)/matang/nginx/$$file ] || \
	    { $(call put,deploy/nginx/$$file,$(sysconfdir)/matang/nginx,$$file); } || exit 1; done

# All that "make install" brought, and nothing that an operator or a person has made.
uninstall:
	rm -rf $(DESTDIR)$(libdir) $(DESTDIR)$(libexecdir) $(DESTDIR)$(datadir)
	rm -f $(DESTDIR)$(prefix)/bin/matang $(UNITS:%=$(DESTDIR)$(systemddir)/systemd/system/%) \
	    $(DESTDIR)$(systemddir)/sysusers.d/matang.conf $(DESTDIR)$(systemddir)/tmpfiles.d/matang.conf \
	    $(DESTDIR)$(mandir)/man1/matang.1 $(DESTDIR)$(mandir)/man1/matang-*.1
	@echo "left as they are: $(sysconfdir)/matang, the database, and the folder of evidence (files_dir)"

dist:
	git archive --prefix=matang/ -o $(BUILD)/matang.tar.gz HEAD

clean:
	rm -rf $(BUILD)

.PHONY: all always static without assets dist-hosting deb sbom test-programs golden lint lint-templates lint-sources lint-statements lint-columns lint-registers \
    lint-tables lint-words lint-results lint-routes lint-build lint-programs lint-picture lint-without lint-circles lint-names \
    lint-movements lint-attributes lint-documents lint-mutants lint-format format analyse routes unit fuzz mutants bench install uninstall dist clean
-include $(OBJECTS:.o=.d) $(BUILD)/routes.d
