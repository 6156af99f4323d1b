# `make bench`: figures against the floor in tests/bench/hello.c; never pass or fail.
BENCH_PARTS := $(patsubst %,$(OUT)/tests/bench/%.o,bench documents figures folder generate keep load_time pty screens)
$(OUT)/bench/bench: $(BENCH_PARTS) $(call archives,store)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS) -lutil
$(OUT)/bench/hello: $(OUT)/tests/bench/hello.o
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
.PHONY: bench-figures
bench-figures: $(OUT)/candour $(OUT)/bench/bench $(OUT)/bench/hello
	$(OUT)/bench/bench $(OUT)
