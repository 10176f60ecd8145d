#!/bin/sh
# Sends about one made-up call a second to INGEST_URL, as the org `demo`. An event that is not accepted is sent again.
set -eu

answer=/tmp/answer

# A whole number from 0 to $1 - 1.
random() {
  echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

model() {
  case "$(random 5)" in
    0) echo '"provider":"anthropic","modelName":"claude-sonnet-4-5"' ;;
    1) echo '"provider":"google","modelName":"gemini-2.5-flash"' ;;
    2) echo '"provider":"openai","modelName":"gpt-4o"' ;;
    *) echo '"provider":"openai","modelName":"gpt-4o-mini"' ;;
  esac
}

feature() {
  case "$(random 4)" in
    0) echo rag ;;
    1) echo tools ;;
    *) echo chat ;;
  esac
}

# One in fifty fails.
event() {
  success=true
  [ "$(random 50)" -ne 0 ] || success=false
  printf '{"eventId":"%s","orgId":"demo","userId":"u-%s",%s,"feature":"%s","inputTokens":%s,"outputTokens":%s,"durationMs":%s,"success":%s}' \
    "$(cat /proc/sys/kernel/random/uuid)" "$(random 8)" "$(model)" "$(feature)" \
    "$((200 + $(random 4000)))" "$((20 + $(random 800)))" "$((300 + $(random 6000)))" "$success"
}

accepted() {
  curl -s -f -m 10 -o "$answer" -H "Authorization: Bearer $DEMO_TOKEN" -H 'Content-Type: application/json' \
    -d "$1" "$INGEST_URL/v1/events" && grep -q '"accepted":1' "$answer"
}

while true; do
  call="$(event)"
  until accepted "$call"; do
    echo "An event was not accepted: $(cat "$answer" 2> /dev/null)" >&2
    sleep 5
  done
  touch /tmp/accepted
  sleep 1
done
