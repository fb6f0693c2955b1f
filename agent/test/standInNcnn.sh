#!/bin/sh
# Speaks as realesrgan-ncnn-vulkan does: takes its arguments, tells percents on standard error, and ends with 0 whatever
# happened. Its models are pictures made beforehand, named by the size of the input that they are the answer to.
while [ $# -gt 1 ]; do
  case $1 in
    -i) input=$2 ;; -o) output=$2 ;; -m) models=$2 ;; -n) model=$2 ;; -g) gpu=$2 ;; -s) factor=$2 ;;
  esac
  shift 2
done
echo "[$gpu Stand-in GPU] queueC=0[1] x$factor" >&2
echo '0.00%' >&2
[ "$model" = silent ] && sleep 600
echo '50.00%' >&2
answer=$models/$model-$(wc -c < "$input" | tr -d ' ').png
[ -e "$answer" ] && cp "$answer" "$output"
[ "$model" = garbage ] && echo 'no picture' > "$output"
echo '100.00%' >&2
exit 0
