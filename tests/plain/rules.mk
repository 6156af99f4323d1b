# The real program line by line, over pipes.
PLAIN_RUNS += 'sh tests/plain/pipes.sh $(OUT)/candour'
