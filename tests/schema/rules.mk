# The JSON Schema beside `candour check`, by readers and validators that are not ours.
$(OUT)/schema/table: $(OUT)/tests/schema/table.o $(call archives,format)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
SLOW_PROGRAMS += $(OUT)/schema/table
SLOW_RUNS += 'sh tests/schema/schema.sh $(OUT) $(BUILD)/schema'
