# What the program writes, read by other readers of YAML.
$(OUT)/format/write: $(OUT)/tests/format/write.o $(OUT)/support.a $(call archives,format)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
SLOW_PROGRAMS += $(OUT)/format/write
SLOW_RUNS += 'sh tests/format/readers.sh $(OUT)/format/write $(BUILD)/readers'
