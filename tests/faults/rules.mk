# The fault suites: store under a failing system, and the real program on the shim.
FAULTS := nth killed full moments
FAULT_PARTS := $(OUT)/tests/faults/drive.o $(OUT)/tests/faults/shim.o $(OUT)/tests/bench/generate.o
$(FAULTS:%=$(OUT)/faults/%): $(OUT)/faults/%: $(OUT)/tests/faults/%.o $(FAULT_PARTS) $(call archives,store)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS) $(CMOCKA) -ldl
$(OUT)/faults/screen: $(patsubst %,$(OUT)/tests/%.o,faults/screen pty/harness pty/room pty/scene) $(OUT)/ui.a $(call archives,format)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS) $(CMOCKA) $(VTERM)
$(OUT)/faults/shim.so: tests/faults/shim.c tests/faults/shim.h
	@mkdir -p $(@D)
	$(CC) -D_GNU_SOURCE -std=c11 $(WARN) -O2 -fPIC -shared -o $@ $< -ldl
QUICK_PROGRAMS += $(OUT)/faults/screen $(FAULTS:%=$(OUT)/faults/%) $(OUT)/faults/shim.so
QUICK_RUNS += $(FAULTS:%=$(OUT)/faults/%) '$(OUT)/faults/screen $(OUT)'
.PHONY: faults
faults: $(FAULTS:%=$(OUT)/faults/%)
	@for program in $^; do $$program || exit 1; done
