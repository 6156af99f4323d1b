# candour. `make` builds build/release/candour; `make run` opens a real agenda in a real meeting; `make test` runs
# everything that is quick. What a fresh machine lacks is named and installed first (.ci/needs.sh).
#   MODE    release (default), asan, or tsan for what runs in threads; each in build/MODE
#   BUILD   another folder for what is built
MODE ?= release
BUILD ?= build
PREFIX ?= /usr/local
OUT := $(BUILD)/$(MODE)
VERSION := 1.0.0
RELEASED := 2026-11-28
PKG := pkg-config
PACKAGES := ncursesw yaml-0.1 libutf8proc
ifeq ($(origin CC),default)
CC := cc
endif

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wstrict-prototypes \
 -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla -Wformat=2 -Wundef -Werror
CFLAGS_release := -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
CFLAGS_asan := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS_asan := -fsanitize=address,undefined
CFLAGS_tsan := -O1 -g -fno-omit-frame-pointer -fsanitize=thread
LDFLAGS_tsan := -fsanitize=thread
CPPFLAGS += -D_GNU_SOURCE -DCANDOUR_VERSION='"$(VERSION)"' -DCANDOUR_RELEASED='"$(RELEASED)"' -DCANDOUR_PREFIX='"$(PREFIX)"' -Iinclude \
 $(shell $(PKG) --cflags $(PACKAGES) 2>/dev/null)
CFLAGS += -std=c11 -pthread $(WARN) $(CFLAGS_$(MODE)) -MMD -MP
LDLIBS += -pthread $(shell $(PKG) --libs $(PACKAGES) 2>/dev/null)

# One short line a step; V=1 shows the whole command.
Q = $(if $(V),,@echo "  $(1) $@"; )

FLOORS := base core format ui store term shell
UNDER_base := base
UNDER_core := core base
UNDER_format := format core base
UNDER_ui := ui core base
UNDER_store := store format core base
UNDER_term := term ui core base
UNDER_shell := shell term store ui format core base
archives = $(foreach floor,$(UNDER_$(1)),$(OUT)/$(floor).a)

# The public goals first make sure of what they need, then run make again, which then finds the libraries.
.PHONY: all run test check-asan check-valgrind check-slow fuzz bench install uninstall clean format tidy
all:
	@sh .ci/needs.sh build
	@$(MAKE) --no-print-directory $(OUT)/candour
run: all
	$(OUT)/candour run agendas/scr-response.yaml
test:
	@sh .ci/needs.sh test
	@$(MAKE) --no-print-directory test-programs
	@$(MAKE) --no-print-directory check
check-asan:
	@sh .ci/needs.sh test
	@$(MAKE) --no-print-directory MODE=asan test-programs
	@$(MAKE) --no-print-directory MODE=asan suites
check-valgrind:
	@sh .ci/needs.sh slow
	@$(MAKE) --no-print-directory test-programs
	@$(MAKE) --no-print-directory valgrind-suites

# --- the program ---
$(OUT)/candour: $(call archives,shell)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)

$(OUT)/%.o: src/%.c
	@mkdir -p $(@D)
	$(call Q,cc  )$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

define floor
$(OUT)/$(1).a: $$(patsubst src/%.c,$(OUT)/%.o,$$(wildcard src/$(1)/*.c))
	@mkdir -p $$(@D)
	@rm -f $$@
	@ar rcs $$@ $$^
endef
$(foreach f,$(FLOORS),$(eval $(call floor,$(f))))

# --- the template and one agenda are in the program too, as the bytes they are ---
BUILT_IN := template scr-response
$(OUT)/built_in.c: $(BUILT_IN:%=agendas/%.yaml) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "candour/shell/built_in.h"'; n=0; \
	for name in $(BUILT_IN); do n=$$((n + 1)); echo "static const unsigned char bytes_$$n[] = {"; \
	od -An -v -tu1 agendas/$$name.yaml | sed 's/[0-9][0-9]*/&,/g'; echo '};'; done; \
	echo 'const struct built_in built_in_list[] = {'; n=0; for name in $(BUILT_IN); do n=$$((n + 1)); \
	echo "{\"$$name.yaml\", bytes_$$n, sizeof bytes_$$n},"; done; \
	echo '};'; echo 'const size_t built_in_count = sizeof built_in_list / sizeof *built_in_list;'; } >$@
$(OUT)/built_in.o: $(OUT)/built_in.c
	$(call Q,cc  )$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(OUT)/shell.a: $(OUT)/built_in.o

# --- tests: tests/unit/F_*.c belongs to floor F and links F and what is under it ---
TEST_CFLAGS := -Itests -Wno-missing-prototypes
CMOCKA = $(shell $(PKG) --libs cmocka 2>/dev/null)
VTERM = $(shell $(PKG) --libs vterm 2>/dev/null) -lutil
UNITS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))
SUPPORT := $(patsubst tests/support/%.c,$(OUT)/tests/support/%.o,$(wildcard tests/support/*.c))

$(OUT)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(call Q,cc  )$(CC) $(CPPFLAGS) $(CFLAGS) $(TEST_CFLAGS) -c -o $@ $<
$(OUT)/support.a: $(SUPPORT)
	@mkdir -p $(@D)
	@rm -f $@
	@ar rcs $@ $^

define unit
$(OUT)/unit/$(1): $(OUT)/tests/unit/$(1).o $(OUT)/support.a $$(call archives,$(firstword $(subst _, ,$(1))))
	@mkdir -p $$(@D)
	$$(call Q,link)$$(CC) $$(LDFLAGS) $$(LDFLAGS_$$(MODE)) -o $$@ $$^ $$(LDLIBS) $$(CMOCKA)
.PHONY: unit-$(1)
unit-$(1): $(OUT)/unit/$(1)
	$$<
endef
$(foreach u,$(UNITS),$(eval $(call unit,$(u))))
.PHONY: unit
unit: $(UNITS:%=unit-%)

# Each suite beside the unit tests has a rules.mk that adds to these: programs to build for `make test`, commands (one
# quoted word each) that run them under any build, commands for an uninstrumented build only, and slow ones.
QUICK_PROGRAMS := $(UNITS:%=$(OUT)/unit/%)
QUICK_RUNS := $(UNITS:%=$(OUT)/unit/%)
PLAIN_RUNS := 'sh tests/gates/floors.sh $(CC)' 'sh tests/gates/sizes.sh' 'sh tests/gates/purity.sh $(OUT)'
VALGRIND_RUNS :=
SLOW_PROGRAMS :=
SLOW_RUNS :=
include $(wildcard tests/*/rules.mk)


.PHONY: bless test-programs check suites valgrind-suites slow-suites
test-programs: $(OUT)/candour $(QUICK_PROGRAMS)
check:
	@sh tests/run.sh $(PLAIN_RUNS) $(QUICK_RUNS)
suites:
	@sh tests/run.sh $(QUICK_RUNS)
# The units but those that count on time or memory of their own; one process each, leaks are faults.
VALGRIND := valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite,indirect,possible
valgrind-suites:
	@sh tests/run.sh $(foreach u,$(filter-out %_property,$(UNITS)),'$(VALGRIND) $(OUT)/unit/$(u)') $(VALGRIND_RUNS)
check-slow:
	@sh .ci/needs.sh slow
	@$(MAKE) --no-print-directory slow-suites
slow-suites: test-programs $(SLOW_PROGRAMS)
	@TEST_JOBS=1 sh tests/run.sh $(SLOW_RUNS)

# Expected frames and README as the program is now; the difference is to be read.
bless: bless-plays bless-actions bless-documents readme
bench:
	@sh .ci/needs.sh test
	@$(MAKE) --no-print-directory bench-figures

# --- layout and lint ---
C_FILES = $(wildcard src/*/*.[ch] include/candour/*/*.h tests/*/*.[ch])
.PHONY: check-format
check-format:
	@clang-format --dry-run -Werror $(C_FILES) && echo "layout: $(words $(C_FILES)) passed, 0 failed"
format:
	clang-format -i $(C_FILES)
TIDY = $(SOURCES:src/%.c=$(OUT)/tidy/%)
SOURCES := $(wildcard src/*/*.c)
# Paths the analyzer follows in a function before it gives up; clang's own figure, 225000, takes three times as long.
TIDY_NODES ?= 75000
$(OUT)/tidy/%: src/%.c .clang-tidy
	@mkdir -p $(@D)
	$(call Q,tidy)clang-tidy --quiet $< -- $(CPPFLAGS) -std=c11 -Xclang -analyzer-config -Xclang max-nodes=$(TIDY_NODES) 2>$@.log || { cat $@.log; exit 1; }
	@touch $@
tidy: $(TIDY)
	@echo "clang-tidy: $(words $(TIDY)) passed, 0 failed"

# --- install: the program, its man page, completions and schema, which it prints itself; the template names the schema ---
BIN = $(DESTDIR)$(PREFIX)/bin
MAN = $(DESTDIR)$(PREFIX)/share/man
SHARE = $(DESTDIR)$(PREFIX)/share
install: all
	install -d $(BIN) $(MAN)/man1 $(MAN)/man5 $(SHARE)/candour/agendas $(SHARE)/bash-completion/completions \
	 $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -m 755 $(OUT)/candour $(BIN)/candour
	install -m 644 agendas/*.yaml $(SHARE)/candour/agendas
	$(OUT)/candour schema >$(OUT)/meeting.schema.json
	install -m 644 $(OUT)/meeting.schema.json $(SHARE)/candour/meeting.schema.json
	sed 's|$$schema=.*|$$schema=file://$(PREFIX)/share/candour/meeting.schema.json|' agendas/template.yaml >$(OUT)/template.yaml
	install -m 644 $(OUT)/template.yaml $(SHARE)/candour/agendas/template.yaml
	$(OUT)/candour help --man candour >$(OUT)/candour.1 && install -m 644 $(OUT)/candour.1 $(MAN)/man1/candour.1
	$(OUT)/candour help --man candour-file >$(OUT)/candour-file.5
	install -m 644 $(OUT)/candour-file.5 $(MAN)/man5/candour-file.5
	$(OUT)/candour help --completion bash >$(OUT)/candour.bash
	install -m 644 $(OUT)/candour.bash $(SHARE)/bash-completion/completions/candour
	$(OUT)/candour help --completion zsh >$(OUT)/_candour
	install -m 644 $(OUT)/_candour $(SHARE)/zsh/site-functions/_candour
	$(OUT)/candour help --completion fish >$(OUT)/candour.fish
	install -m 644 $(OUT)/candour.fish $(SHARE)/fish/vendor_completions.d/candour.fish
uninstall:
	rm -f $(BIN)/candour $(MAN)/man1/candour.1 $(MAN)/man5/candour-file.5 $(SHARE)/bash-completion/completions/candour \
	 $(SHARE)/zsh/site-functions/_candour $(SHARE)/fish/vendor_completions.d/candour.fish
	rm -rf $(SHARE)/candour
clean:
	rm -rf $(BUILD)

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
