# Reports in a browser and in other readers of HTML and Markdown.
$(OUT)/browser/write: $(OUT)/tests/browser/write.o $(OUT)/support.a $(call archives,format)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
SLOW_PROGRAMS += $(OUT)/browser/write
SLOW_RUNS += 'sh tests/browser/run.sh $(OUT)/browser/write $(OUT)/candour $(BUILD)/browser'
