# README's picture and keys come from the program: `make readme` writes them, `make test` compares.
$(OUT)/readme: $(OUT)/tests/readme/readme.o $(call archives,ui)
	@mkdir -p $(@D)
	$(call Q,link)$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS)
.PHONY: readme
readme: $(OUT)/readme $(OUT)/play
	-$(OUT)/play --bless tests/screens/readme.play tests/screens/second.play tests/screens/readme-plain.play
	$(OUT)/readme --write
QUICK_PROGRAMS += $(OUT)/readme
QUICK_RUNS += $(OUT)/readme
