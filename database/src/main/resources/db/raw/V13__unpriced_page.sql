-- As raw.unpriced_usage, which the version before asks, and bounded: names of models are their
-- producers' choice, and any number of them may have no price. The most used first.
CREATE FUNCTION raw.most_used_unpriced(of_org text, at_most integer)
RETURNS TABLE (provider text, model_name text, cost_status text, org_id text, events bigint,
  requests bigint, input_tokens bigint, output_tokens bigint, embedding_tokens bigint,
  first_seen timestamptz, last_seen timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT e.provider, e.model_name, e.cost_status, e.org_id, count(*), sum(e.request_count)::bigint,
    sum(e.input_tokens)::bigint, sum(e.output_tokens)::bigint, sum(e.embedding_tokens)::bigint,
    min(e.occurred_at), max(e.occurred_at)
  FROM raw.usage_event e
  WHERE e.cost_status IN ('unpriced', 'partial') AND (of_org = '' OR e.org_id = of_org)
  GROUP BY e.provider, e.model_name, e.cost_status, e.org_id
  ORDER BY sum(e.request_count) DESC, e.provider, e.model_name, e.cost_status, e.org_id
  LIMIT at_most;
END;
COMMENT ON FUNCTION raw.most_used_unpriced IS
  'pricing-service lists what has no price; it sees no event.';
REVOKE EXECUTE ON FUNCTION raw.most_used_unpriced FROM PUBLIC;
GRANT EXECUTE ON FUNCTION raw.most_used_unpriced TO tokenledger_pricing;
