# The plays: *.play scripts run against the screens, headless and on a virtual clock.
PLAYS := $(wildcard tests/screens/*.play)
PLAY_PARTS := $(patsubst tests/screens/%.c,$(OUT)/tests/screens/%.o,$(wildcard tests/screens/*.c))
$(OUT)/play: $(PLAY_PARTS) $(call archives,format) $(OUT)/ui.a $(call archives,core)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $(PLAY_PARTS) $(OUT)/ui.a $(call archives,format) $(LDLIBS)
.PHONY: plays bless-plays
plays: $(OUT)/play
	$(OUT)/play $(PLAYS)
bless-plays: $(OUT)/play
	-$(OUT)/play --bless $(PLAYS)
QUICK_PROGRAMS += $(OUT)/play
QUICK_RUNS += '$(OUT)/play $(PLAYS)'
