# Documents read back by programs that are not ours, and compared with what is expected of Harrowmere.
$(OUT)/reports/actions_write: $(OUT)/tests/reports/actions_write.o $(OUT)/support.a $(call archives,format)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
$(OUT)/reports/calendar_read: tests/reports/calendar_read.c
	@mkdir -p $(@D)
	$(call Q,link)$(CC) -O1 -g -std=c11 -o $@ $< $(shell $(PKG) --cflags --libs libical 2>/dev/null)
QUICK_PROGRAMS += $(OUT)/reports/actions_write $(OUT)/reports/calendar_read
QUICK_RUNS += 'sh tests/reports/actions.sh $(OUT)/reports'
SLOW_RUNS += 'sh tests/reports/actions.sh $(OUT)/reports --npm $(BUILD)/readers'
.PHONY: bless-actions
bless-actions: $(OUT)/reports/actions_write $(OUT)/reports/calendar_read
	-sh tests/reports/actions.sh $(OUT)/reports --bless
$(OUT)/reports/documents_write: $(OUT)/tests/reports/documents_write.o $(OUT)/support.a $(call archives,format)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
QUICK_PROGRAMS += $(OUT)/reports/documents_write
QUICK_RUNS += 'sh tests/reports/documents.sh $(OUT)/reports'
.PHONY: bless-documents
bless-documents: $(OUT)/reports/documents_write
	-sh tests/reports/documents.sh $(OUT)/reports --bless
