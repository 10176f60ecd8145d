#!/usr/bin/env bash
# Runs once, after bootstrap.sql, when the server sets itself up: lets each service's role in. By \getenv, no password is in
# the list of processes.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username postgres --dbname "$POSTGRES_DB" <<'SQL'
\getenv pricing PRICING_DATABASE_PASSWORD
\getenv ingest INGEST_DATABASE_PASSWORD
\getenv aggregator AGGREGATOR_DATABASE_PASSWORD
\getenv query QUERY_DATABASE_PASSWORD
\getenv gateway GATEWAY_DATABASE_PASSWORD
ALTER ROLE tokenledger_pricing PASSWORD :'pricing';
ALTER ROLE tokenledger_ingest PASSWORD :'ingest';
ALTER ROLE tokenledger_aggregator PASSWORD :'aggregator';
ALTER ROLE tokenledger_query PASSWORD :'query';
ALTER ROLE tokenledger_gateway PASSWORD :'gateway';
SQL
