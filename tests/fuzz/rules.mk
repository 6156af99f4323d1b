# `make fuzz`: any bytes through the loader, for SECONDS_FUZZ, under ASan and UBSan. What it finds lands in $(BUILD)/fuzz.
SECONDS_FUZZ ?= 60
FUZZ_SOURCES := $(wildcard src/base/*.c src/core/*.c src/format/*.c)
$(BUILD)/fuzz/load: tests/fuzz/load.c $(FUZZ_SOURCES) $(wildcard include/candour/*/*.h src/*/*.h)
	@mkdir -p $(@D)/corpus
	clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -std=c11 $(CPPFLAGS) -o $@ $< \
	 $(FUZZ_SOURCES) $(LDFLAGS) -lyaml -lutf8proc
.PHONY: fuzz
fuzz: $(BUILD)/fuzz/load
	$< -max_total_time=$(SECONDS_FUZZ) -max_len=4096 -timeout=10 -dict=tests/fuzz/meeting.dict -print_final_stats=1 \
	 -artifact_prefix=$(BUILD)/fuzz/ $(BUILD)/fuzz/corpus tests/fuzz/seeds tests/bad tests/bad/parts tests/cases
