# The real program in a pseudo-terminal: $(OUT)/pty/meeting and terminal, each given the folder of the build.
PTY := meeting review terminal terminals screen rehearse follow report folder home plain
$(PTY:%=$(OUT)/pty/%): $(OUT)/pty/%: $(OUT)/tests/pty/%.o $(OUT)/tests/pty/harness.o $(OUT)/tests/pty/room.o $(OUT)/tests/pty/scene.o $(OUT)/ui.a $(call archives,format)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) $(LDFLAGS_$(MODE)) -o $@ $^ $(LDLIBS) $(CMOCKA) $(VTERM)
$(OUT)/pty/clockshim.so: tests/pty/clockshim.c tests/pty/clockshim.h
	@mkdir -p $(@D)
	$(CC) -D_GNU_SOURCE -std=c11 $(WARN) -O2 -fPIC -shared -o $@ $<
QUICK_PROGRAMS += $(PTY:%=$(OUT)/pty/%) $(OUT)/pty/clockshim.so
QUICK_RUNS += $(PTY:%='$(OUT)/pty/% $(OUT)')
VALGRIND_RUNS += $(PTY:%='valgrind -q --error-exitcode=9 --trace-children=yes \
 --trace-children-skip=*/sed,*/sh,*/rm,*/stty,*/cat,*/false,*/vi --leak-check=full \
 --show-leak-kinds=definite,indirect,possible $(OUT)/pty/% $(OUT) few')
.PHONY: pty
pty: $(OUT)/candour $(PTY:%=$(OUT)/pty/%) $(OUT)/pty/clockshim.so
	@for program in $(PTY:%=$(OUT)/pty/%); do $$program $(OUT) || exit 1; done
