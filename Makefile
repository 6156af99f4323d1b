# Built in build/<mode>: release (default), asan, gcc or clang by CC. See README.md.
MODE ?= release
BUILD ?= build
OUT := $(BUILD)/$(MODE)
CC ?= cc
VERSION := 1.0.0
PKG := pkg-config
PACKAGES := ncursesw yaml-0.1 libutf8proc

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wstrict-prototypes \
 -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla -Wformat=2 -Wundef
CFLAGS_release := -O2 -g
CFLAGS_asan := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS_asan := -fsanitize=address,undefined
CPPFLAGS += -D_GNU_SOURCE -DCANDOUR_VERSION='"$(VERSION)"' -Iinclude $(shell $(PKG) --cflags $(PACKAGES) 2>/dev/null)
CFLAGS += -std=c11 $(WARN) $(CFLAGS_$(MODE)) -MMD -MP
LDLIBS += $(shell $(PKG) --libs $(PACKAGES) 2>/dev/null)

FLOORS := base core format ui store term shell
SOURCES := $(wildcard src/*/*.c)
OBJECTS := $(SOURCES:src/%.c=$(OUT)/%.o)
LIBRARY = $(foreach floor,$(1),$(OUT)/$(floor).a)

.PHONY: all
all: $(OUT)/candour

$(OUT)/candour: $(call LIBRARY,shell term store ui format core base)
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

# A unit test of floor F is tests/unit/F_*.c and links F and what is under it.
UNDER_base := base
UNDER_core := core base
UNDER_format := format core base
UNDER_ui := ui core base
UNDER_store := store format core base
UNDER_term := term ui core base
UNDER_shell := shell term store ui format core base
UNITS := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*.c))
define unit
$(OUT)/unit/$(1): tests/unit/$(1).c $$(call LIBRARY,$$(UNDER_$(firstword $(subst _, ,$(1)))))
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) -Itests $$(CFLAGS) $$(LDFLAGS_$$(MODE)) -o $$@ $$< $$(filter %.a,$$^) $$(LDLIBS) $$(shell $(PKG) --libs cmocka)
.PHONY: unit-$(1)
unit-$(1): $(OUT)/unit/$(1)
	$$<
endef
$(foreach u,$(UNITS),$(eval $(call unit,$(u))))
.PHONY: unit
unit: $(UNITS:%=unit-%)

-include $(OBJECTS:.o=.d)
