#!/usr/bin/env bash
# Starts the product, signs in by the link that it prints, asks it, takes a token back while a second
# product runs on the same database, kills the first, starts it again, asks again, stops it.
# usage: deploy/smoke.sh [COMMAND…]   (default: the launcher beside this folder)
set -euo pipefail
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
command=("$here/../plumbline")
[ $# -eq 0 ] || command=("$@")

data=$(mktemp -d)
log=$data/serve.log
port=$(($$ % 20000 + 20000))
base=http://127.0.0.1:$port
management=http://127.0.0.1:$((port + 1))
second=http://127.0.0.1:$((port + 2))
pid=
second_pid=
export XDG_CONFIG_HOME=$data/config # `plumbline login` must not touch the user's own

fail() {
  echo "smoke: $*" >&2
  tail -n 40 "$log" >&2 || true
  exit 1
}

# Leaves nothing behind: the product, and the database that a killed product leaves for its successor.
cleanup() {
  for each in $second_pid $pid; do
    if kill -0 "$each" 2>/dev/null; then kill -TERM "$each" && wait "$each" || true; fi
  done
  local leftover=$data/data/database/cluster/postmaster.pid
  if [ -f "$leftover" ]; then kill -INT "$(head -n 1 "$leftover")" 2>/dev/null || true; sleep 3; fi
  rm -rf "$data"
}
trap cleanup EXIT

# usage: ready MANAGEMENT-ADDRESS PID
ready() {
  for _ in $(seq 1 300); do # the first start may build: that is within these ten minutes
    if curl -fs "$1/q/health/ready" >/dev/null; then return 0; fi
    kill -0 "$2" 2>/dev/null || fail "the product ended while it started"
    sleep 2
  done
  fail "not ready in time"
}

start() {
  "${command[@]}" serve --port "$port" --management-port $((port + 1)) --data "$data/data" >>"$log" 2>&1 &
  pid=$!
  ready "$management" "$pid"
}

# Another product on the same database, as a second replica is: by the roles that it uses anyway.
start_second() {
  local database password
  database=$(sed -n 4p "$data/data/database/cluster/postmaster.pid")
  password=$(cat "$data/data/database-password")
  QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$database/plumbline" \
    QUARKUS_DATASOURCE_USERNAME=plumbline_app QUARKUS_DATASOURCE_PASSWORD="$password" \
    QUARKUS_FLYWAY_USERNAME=plumbline QUARKUS_FLYWAY_PASSWORD="$password" \
    "${command[@]}" serve --port $((port + 2)) --management-port $((port + 3)) >>"$log" 2>&1 &
  second_pid=$!
  ready "http://127.0.0.1:$((port + 3))" "$second_pid"
}

# Follows the link of the first start as a browser does, and asks for a token.
sign_in() {
  local code cookie csrf answer
  for _ in $(seq 1 20); do
    code=$(sed -n 's/^.*\/sign-in\/code?code=\([A-Za-z0-9_-]*\).*$/\1/p' "$log" | tail -n 1)
    [ -z "$code" ] || break
    sleep 1
  done
  [ -n "$code" ] || fail "no sign-in link was printed"
  answer=$(curl -sS -D - -o /dev/null -H 'Sec-Fetch-Site: same-origin' --data-urlencode "code=$code" "$base/sign-in/code")
  cookie=$(tr -d '\r' <<<"$answer" | sed -n 's/^[Ss]et-[Cc]ookie: \(__Host-plumbline-session=[^;]*\).*$/\1/p')
  [ -n "$cookie" ] || fail "the link does not sign in: $answer"
  answer=$(curl -fsS -H "Cookie: $cookie" -H 'Accept: text/html' "$base/account")
  csrf=$(sed -n 's/.*name="csrf-token" content="\([^"]*\)".*/\1/p' <<<"$answer")
  answer=$(curl -fsS -H "Cookie: $cookie" -H "X-CSRF-Token: $csrf" -H 'Sec-Fetch-Site: same-origin' \
    -H 'Content-Type: application/json' -d '{"name":"smoke","scopes":["admin"]}' "$base/api/v1/tokens")
  token=$(sed -n 's/.*"token":"\(plb_live_[^"]*\)".*/\1/p' <<<"$answer")
  [ -n "$token" ] || fail "no token"
}

# usage: status ADDRESS TOKEN
status() {
  curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $2" "$1/api/v1/me"
}

# A token that one instance takes back is refused by the other within five seconds.
revoke_everywhere() {
  local other id began
  "${command[@]}" login --server "$base" <<<"$token" >>"$log" 2>&1 || fail "plumbline login"
  other=$("${command[@]}" token create elsewhere --scope read 2>>"$log") || fail "plumbline token create"
  id=${other#plb_live_}
  id=${id%%_*}
  [ "$(status "$second" "$other")" = 200 ] || fail "the second instance does not know the token"
  "${command[@]}" token revoke "$id" >>"$log" 2>&1 || fail "plumbline token revoke"
  began=$(date +%s%N)
  while [ "$(status "$second" "$other")" != 401 ]; do
    [ $((($(date +%s%N) - began) / 1000000)) -le 5000 ] || fail "a revoked token still works after five seconds"
    sleep 0.2
  done
  echo "smoke: revoked on the other instance after $((($(date +%s%N) - began) / 1000000)) ms"
}

ask() {
  local answer
  # A million trained tokens of gpt-4o-2024-08-06 cost 25 dollars.
  answer=$(curl -fsS -H "Authorization: Bearer $token" "$base/api/v1/prices?provider=openai&model=gpt-4o-2024-08-06&component=training&fine_tuned=true&at=2026-11-20")
  case $answer in
    *'"amount":"25"'*) ;;
    *) fail "unexpected answer: $answer" ;;
  esac
  # A million input tokens of that model's fine-tune cost 3.75 dollars.
  answer=$(curl -fsS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -d '{"model":"ft:gpt-4o-2024-08-06:acme::AbC123","at":"2026-11-20T12:00:00Z","input_tokens":1000000,"output_tokens":0}' \
    "$base/api/v1/cost")
  case $answer in
    *'"status":"priced","amount":"3.75"'*) ;;
    *) fail "unexpected answer: $answer" ;;
  esac
  # Read whole before it is searched: grep -q would leave, and curl would fail on the closed pipe.
  answer=$(curl -fsS "$management/q/metrics")
  case $answer in
    *$'\njvm_'*) ;;
    *) fail "no metrics" ;;
  esac
}

override() {
  curl -fsS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -d '{"model":"smoke-model","discount_percent":"10","reason":"smoke test"}' "$base/api/v1/prices/overrides" >/dev/null
}

echo "smoke: first start on port $port"
start
[ "$(curl -sS -o /dev/null -w '%{http_code}' "$base/api/v1/prices")" = 401 ] || fail "prices are shown to anybody"
sign_in
ask
override
echo "smoke: a second instance on the same database"
start_second
revoke_everywhere
kill -TERM "$second_pid"
wait "$second_pid" 2>/dev/null || true
second_pid=
echo "smoke: kill -9"
kill -KILL "$pid"
wait "$pid" 2>/dev/null || true
echo "smoke: second start"
start
ask
stored=$(curl -fsS -H "Authorization: Bearer $token" "$base/api/v1/prices/overrides")
case $stored in
  *smoke-model*) ;;
  *) fail "what was stored before kill -9 is gone" ;;
esac
"${command[@]}" audit-log verify >>"$log" 2>&1 || fail "the audit trail does not verify"
echo "smoke: stop"
kill -TERM "$pid"
code=0
wait "$pid" || code=$?
[ "$code" = 143 ] || [ "$code" = 0 ] || fail "stopped with exit code $code"
pid=
[ ! -f "$data/data/database/cluster/postmaster.pid" ] || fail "the database was not stopped"
if curl -fs "$management/q/health" >/dev/null; then fail "still answering after the stop"; fi
echo "smoke: ok"
