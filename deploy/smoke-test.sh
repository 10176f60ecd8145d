#!/usr/bin/env bash
# Asks a running ledger, wherever it is, whether it counts: sends one event, waits for it in the analytics, sends it again.
# It leaves two events of one token each, without cost, in the org. Needs bash and curl.
#
#   QUERY_URL, INGEST_URL  base addresses; by default those of docker-compose.yml
#   TOKEN                  required: may send events for the org (events:write) and read its analytics, such as a superadmin's
#   ORG                    the org, by default `smoke-test`
#   WAIT_SECONDS           how long the event may take to be counted, by default 60
set -euo pipefail

query_url="${QUERY_URL:-http://127.0.0.1:8080}"
ingest_url="${INGEST_URL:-http://127.0.0.1:8081}"
org="${ORG:-smoke-test}"
wait_seconds="${WAIT_SECONDS:-60}"
run="smoke-$(date +%s)-$$-$RANDOM"

fail() {
  echo "FAILED  $1" >&2
  exit 1
}

passed() {
  echo "ok      $1"
}

[ -n "${TOKEN:-}" ] || fail "TOKEN is not set: a token that may send events for $org and read its analytics."

# Sets `status` and `body`.
request() {
  local answer
  answer="$(curl --silent --show-error --max-time 20 --write-out '\n%{http_code}' "$@")" || fail "no answer to: ${*: -1}"
  status="${answer##*$'\n'}"
  body="${answer%$'\n'*}"
}

# The token goes through a file descriptor, as anybody on the machine may read arguments.
authorized() {
  request --header @<(printf 'Authorization: Bearer %s' "$TOKEN") "$@"
}

send() {
  authorized --header 'Content-Type: application/json' --data "$1" "${ingest_url%/}/v1/events"
}

# The conversation of this run has this one event, so that other traffic of the org does not matter. Sets `count`.
count_events() {
  authorized "${query_url%/}/orgs/$org/analytics/details?conversationId=$run"
  [ "$status" = 200 ] || fail "the analytics of $org answer $status: $body"
  [[ "$body" =~ \"total\":([0-9]+) ]] || fail "the analytics of $org answer without a total: $body"
  count="${BASH_REMATCH[1]}"
}

# What the rollups have for this run's model name, of which there is no other event. Sets `count`.
count_rolled_up() {
  authorized "${query_url%/}/orgs/$org/analytics/usage?modelName=$run"
  [ "$status" = 200 ] || fail "the analytics of $org answer $status: $body"
  count=0
  [[ ! "$body" =~ \"requestCount\":([0-9]+) ]] || count="${BASH_REMATCH[1]}"
}

wait_until_counted() {
  local begin=$SECONDS
  until count_rolled_up && [ "$count" -ge 1 ]; do
    [ $((SECONDS - begin)) -lt "$wait_seconds" ] || fail "the event was not counted within $wait_seconds s"
    sleep 1
  done
}

expect_one() {
  count_rolled_up
  [ "$count" = 1 ] || fail "the rollups count $count requests instead of 1"
  count_events
  [ "$count" = 1 ] || fail "there are $count raw events instead of 1"
}

event="{\"eventId\":\"$run\",\"orgId\":\"$org\",\"provider\":\"smoke-test\",\"modelName\":\"$run\",\"conversationId\":\"$run\",\"inputTokens\":1,\"estimatedCostMicros\":0}"

request --data "$event" --header 'Content-Type: application/json' "${ingest_url%/}/v1/events"
[ "$status" = 401 ] || fail "an event without a token is answered with $status instead of 401: $body"
request "${query_url%/}/orgs/$org/analytics/usage"
[ "$status" = 401 ] || fail "analytics without a token are answered with $status instead of 401: $body"
passed "without a token, both services answer 401"

send "{\"eventId\":\"$run-bad\",\"orgId\":\"$org\",\"provider\":\"smoke-test\",\"modelName\":\"$run\",\"inputTokens\":-1}"
[[ "$body" == *'"accepted":0'* && "$body" == *inputTokens* ]] || fail "an event with -1 tokens is answered with $status: $body"
passed "an event with -1 tokens is refused, and the answer names inputTokens"

send "$event"
[[ "$status" = 202 && "$body" == *'"accepted":1'* ]] || fail "the event is answered with $status: $body"
passed "the event is accepted"

begin=$SECONDS
wait_until_counted
expect_one
passed "it is counted once, within $((SECONDS - begin + 1)) s"

send "$event"
[[ "$status" = 202 && "$body" == *'"accepted":1'* ]] || fail "the repeated event is answered with $status: $body"
# Behind the repeated one on the same partition: when this is counted, the repeated one has been looked at.
marker="$run-after"
send "${event//$run/$marker}"
[[ "$status" = 202 && "$body" == *'"accepted":1'* ]] || fail "the event after it is answered with $status: $body"
first=$run
run=$marker
wait_until_counted
run=$first
expect_one
passed "sent again, it is not counted again"
echo "The ledger at $query_url counts."
