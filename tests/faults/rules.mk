# The fault suites: $(OUT)/faults/nth, killed, full, and the shim as a shared object for the real program.
FAULTS := nth killed full
FAULT_PARTS := $(OUT)/tests/faults/drive.o $(OUT)/tests/faults/shim.o $(OUT)/tests/bench/generate.o
$(FAULTS:%=$(OUT)/faults/%): $(OUT)/faults/%: $(OUT)/tests/faults/%.o $(FAULT_PARTS) $(call archives,store)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS) $(CMOCKA) -ldl
$(OUT)/faults/shim.so: tests/faults/shim.c tests/faults/shim.h
	@mkdir -p $(@D)
	$(CC) -D_GNU_SOURCE -std=c11 $(WARN) -O2 -fPIC -shared -o $@ $< -ldl
.PHONY: faults
faults: $(FAULTS:%=$(OUT)/faults/%)
	@for program in $^; do $$program || exit 1; done
