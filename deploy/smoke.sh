#!/usr/bin/env bash
# Starts the product, asks it, kills it, starts it again, asks again, stops it.
# usage: deploy/smoke.sh [COMMAND…]   (default: the launcher beside this folder)
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
command=("$here/../plumbline")
[ $# -eq 0 ] || command=("$@")

data=$(mktemp -d)
log=$data/serve.log
port=$(($$ % 20000 + 20000))
base=http://127.0.0.1:$port
pid=

fail() {
  echo "smoke: $*" >&2
  tail -n 40 "$log" >&2 || true
  exit 1
}

# Leaves nothing behind: the product, and the database that a killed product leaves for its successor.
cleanup() {
  if [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; then kill -TERM "$pid" && wait "$pid" || true; fi
  local leftover=$data/data/database/cluster/postmaster.pid
  if [ -f "$leftover" ]; then kill -INT "$(head -n 1 "$leftover")" 2>/dev/null || true; sleep 3; fi
  rm -rf "$data"
}
trap cleanup EXIT

start() {
  "${command[@]}" serve --port "$port" --data "$data/data" >>"$log" 2>&1 &
  pid=$!
  for _ in $(seq 1 300); do # the first start may build: that is within these ten minutes
    if curl -fs "$base/q/health/ready" >/dev/null; then return 0; fi
    kill -0 "$pid" 2>/dev/null || fail "the product ended while it started"
    sleep 2
  done
  fail "not ready in time"
}

ask() {
  local answer
  # A million trained tokens of gpt-4o-2024-08-06 cost 25 dollars.
  answer=$(curl -fsS "$base/api/v1/prices?provider=openai&model=gpt-4o-2024-08-06&component=training&fine_tuned=true&at=2026-11-20")
  case $answer in
    *'"amount":"25"'*) ;;
    *) fail "unexpected answer: $answer" ;;
  esac
  # A million input tokens of that model's fine-tune cost 3.75 dollars.
  answer=$(curl -fsS -H 'Content-Type: application/json' \
    -d '{"model":"ft:gpt-4o-2024-08-06:acme::AbC123","at":"2026-11-20T12:00:00Z","input_tokens":1000000,"output_tokens":0}' \
    "$base/api/v1/cost")
  case $answer in
    *'"status":"priced","amount":"3.75"'*) ;;
    *) fail "unexpected answer: $answer" ;;
  esac
  # Read whole before it is searched: grep -q would leave, and curl would fail on the closed pipe.
  answer=$(curl -fsS "$base/q/metrics")
  case $answer in
    *$'\njvm_'*) ;;
    *) fail "no metrics" ;;
  esac
}

override() {
  curl -fsS -H 'Content-Type: application/json' \
    -d '{"model":"smoke-model","discount_percent":"10","reason":"smoke test"}' "$base/api/v1/prices/overrides" >/dev/null
}

echo "smoke: first start on port $port"
start
ask
override
echo "smoke: kill -9"
kill -KILL "$pid"
wait "$pid" 2>/dev/null || true
echo "smoke: second start"
start
ask
stored=$(curl -fsS "$base/api/v1/prices/overrides")
case $stored in
  *smoke-model*) ;;
  *) fail "what was stored before kill -9 is gone" ;;
esac
echo "smoke: stop"
kill -TERM "$pid"
code=0
wait "$pid" || code=$?
[ "$code" = 143 ] || [ "$code" = 0 ] || fail "stopped with exit code $code"
pid=
[ ! -f "$data/data/database/cluster/postmaster.pid" ] || fail "the database was not stopped"
if curl -fs "$base/q/health" >/dev/null; then fail "still answering after the stop"; fi
echo "smoke: ok"
