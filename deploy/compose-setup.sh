#!/usr/bin/env bash
# Makes what docker-compose.yml needs to start, once: random passwords, a key pair, tokens signed with it, and the one user
# who may sign in; `renew-tokens` makes new tokens and leaves the rest. All of it stays on this machine: deploy/compose.env and
# deploy/secrets/ are not in git.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly env_file=compose.env secrets=secrets
readonly token_days=365

fail() {
  echo "$1" >&2
  exit 1
}

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

password() {
  openssl rand -hex 24
}

# A JWT as docs/configuration.md has it. $1 is who, $2 its group, $3 further claims.
token() {
  local now head body signed
  now="$(date +%s)"
  head="$(printf '{"alg":"RS256","typ":"JWT"}' | base64url)"
  body="$(printf '{"iss":"https://tokenledger.local","aud":"tokenledger","sub":"%s","groups":["%s"],"iat":%d,"exp":%d,"jti":"%s"%s}' \
    "$1" "$2" "$now" "$((now + token_days * 86400))" "$(openssl rand -hex 16)" "${3:-}" | base64url)"
  signed="$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -sign "$secrets/jwt-private.pem" -binary | base64url)"
  printf '%s.%s.%s' "$head" "$body" "$signed"
}

# PBKDF2 of the password $1, as docs/access.md has it.
password_hash() {
  local salt hex hash
  salt="$(openssl rand -base64 16)"
  hex="$(printf '%s' "$salt" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')"
  hash="$(openssl kdf -binary -keylen 32 -kdfopt digest:SHA256 -kdfopt "pass:$1" -kdfopt "hexsalt:$hex" -kdfopt iter:600000 PBKDF2 |
    openssl base64 -A)"
  printf 'pbkdf2-sha256$600000$%s$%s' "${salt%%=*}" "${hash%%=*}"
}

# The folder is closed to others of this machine; the files are open, as a service reads them under another user's id.
make_secrets() {
  mkdir -m 0700 "$secrets"
  openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$secrets/jwt-private.pem"
  openssl pkey -in "$secrets/jwt-private.pem" -pubout -out "$secrets/jwt-public.pem"
  password > "$secrets/operator-password"
  printf 'operator=%s\n' "$(password_hash "$(cat "$secrets/operator-password")")" > "$secrets/users"
  chmod 0444 "$secrets"/*
  chmod 0400 "$secrets/operator-password"
}

passwords() {
  cat << VALUES
# Made by compose-setup.sh. compose.env.example says what each value is.
TOKENLEDGER_MODE=production
POSTGRES_PASSWORD=$(password)
PRICING_DATABASE_PASSWORD=$(password)
INGEST_DATABASE_PASSWORD=$(password)
AGGREGATOR_DATABASE_PASSWORD=$(password)
QUERY_DATABASE_PASSWORD=$(password)
GATEWAY_DATABASE_PASSWORD=$(password)
GRAFANA_ADMIN_PASSWORD=$(password)
VALUES
}

tokens() {
  cat << VALUES
TOKENLEDGER_PRICING_TOKEN=$(token usage-ingest prices:read)
DEMO_TOKEN=$(token demo-traffic events:write ',"orgs":{"demo":"member"}')
VALUES
}

make_all() {
  [ ! -e "$env_file" ] || fail "deploy/$env_file is there already. Its passwords are those of the database: to make new ones, remove the volumes too."
  [ ! -e "$secrets" ] || fail "deploy/$secrets is there already: nothing is overwritten."
  openssl kdf -help > /dev/null 2>&1 || fail "OpenSSL 3 is needed; this is $(openssl version)."
  make_secrets
  (umask 077 && { passwords && tokens; } > "$env_file")
  echo "Made deploy/$env_file and deploy/$secrets/. The dashboard lets in operator, with the password in deploy/$secrets/operator-password."
}

renew_tokens() {
  [ -e "$env_file" ] && [ -e "$secrets" ] || fail "There is no deploy/$env_file or no deploy/$secrets yet: run compose-setup.sh first."
  (umask 077 && { grep -v -e '^TOKENLEDGER_PRICING_TOKEN=' -e '^DEMO_TOKEN=' "$env_file" && tokens; } > "$env_file.new")
  mv "$env_file.new" "$env_file"
  echo "Renewed the tokens in deploy/$env_file, for $token_days days. They count after docker compose … up."
}

case "${1:-}" in
  "") make_all ;;
  renew-tokens) renew_tokens ;;
  *) fail "Usage: compose-setup.sh [renew-tokens]" ;;
esac
