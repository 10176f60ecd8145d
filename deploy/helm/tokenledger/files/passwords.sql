-- Sets the passwords of the services' roles; psql reads them from the environment.
SET password_encryption = 'scram-sha-256';
-- A superuser keeps the statements below out of the server's log; others may not change that.
SELECT set_config('log_statement', 'none', false), set_config('log_min_duration_statement', '-1', false)
FROM pg_roles
WHERE rolname = current_user AND rolsuper \g /dev/null
\getenv pricing PASSWORD_PRICING_SERVICE
\getenv ingest PASSWORD_USAGE_INGEST
\getenv aggregator PASSWORD_USAGE_AGGREGATOR
\getenv query PASSWORD_USAGE_QUERY
\getenv gateway PASSWORD_CHAT_GATEWAY
ALTER ROLE tokenledger_pricing PASSWORD :'pricing';
ALTER ROLE tokenledger_ingest PASSWORD :'ingest';
ALTER ROLE tokenledger_aggregator PASSWORD :'aggregator';
ALTER ROLE tokenledger_query PASSWORD :'query';
\if :{?gateway}
ALTER ROLE tokenledger_gateway PASSWORD :'gateway';
\endif
