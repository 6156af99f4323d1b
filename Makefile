# candour. `make` builds build/release/candour; `make run` opens a real agenda in a real meeting; `make test` runs
# everything that is quick. What a fresh machine lacks is named and installed first (.ci/needs.sh).
#   MODE    release (default) or asan; each in build/MODE
#   BUILD   another folder for what is built
MODE ?= release
BUILD ?= build
PREFIX ?= /usr/local
OUT := $(BUILD)/$(MODE)
VERSION := 1.0.0
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
CPPFLAGS += -D_GNU_SOURCE -DCANDOUR_VERSION='"$(VERSION)"' -DCANDOUR_PREFIX='"$(PREFIX)"' -Iinclude \
 $(shell $(PKG) --cflags $(PACKAGES) 2>/dev/null)
CFLAGS += -std=c11 $(WARN) $(CFLAGS_$(MODE)) -MMD -MP
LDLIBS += $(shell $(PKG) --libs $(PACKAGES) 2>/dev/null)

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
.PHONY: all run test check-asan check-valgrind check-slow fuzz bench bless install uninstall clean format tidy
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
	$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)

$(OUT)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

define floor
$(OUT)/$(1).a: $$(patsubst src/%.c,$(OUT)/%.o,$$(wildcard src/$(1)/*.c))
	@mkdir -p $$(@D)
	@rm -f $$@
	ar rcs $$@ $$^
endef
$(foreach f,$(FLOORS),$(eval $(call floor,$(f))))

# --- tests: tests/unit/F_*.c belongs to floor F and links F and what is under it ---
TEST_CFLAGS := -Itests -Wno-missing-prototypes
CMOCKA = $(shell $(PKG) --libs cmocka 2>/dev/null)
VTERM = $(shell $(PKG) --libs vterm 2>/dev/null) -lutil
UNITS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))
SUPPORT := $(patsubst tests/support/%.c,$(OUT)/tests/support/%.o,$(wildcard tests/support/*.c))

$(OUT)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(TEST_CFLAGS) -c -o $@ $<
$(OUT)/support.a: $(SUPPORT)
	@mkdir -p $(@D)
	@rm -f $@
	ar rcs $@ $^

define unit
$(OUT)/unit/$(1): $(OUT)/tests/unit/$(1).o $(OUT)/support.a $$(call archives,$(firstword $(subst _, ,$(1))))
	@mkdir -p $$(@D)
	$$(CC) $$(LDFLAGS) $$(LDFLAGS_$$(MODE)) -o $$@ $$^ $$(LDLIBS) $$(CMOCKA)
.PHONY: unit-$(1)
unit-$(1): $(OUT)/unit/$(1)
	$$<
endef
$(foreach u,$(UNITS),$(eval $(call unit,$(u))))
.PHONY: unit
unit: $(UNITS:%=unit-%)

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
