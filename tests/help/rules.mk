# What the program prints for `make install`: man pages as mandoc reads them, completions as the shells do.
PLAIN_RUNS += 'sh tests/help/pages.sh $(OUT)/candour' 'bash tests/help/completion.bash $(OUT)/candour'
SLOW_RUNS += 'sh tests/help/shells.sh $(OUT)/candour'
