-- The span that a call was made in, as its producer told it (W3C Trace Context); null for none.
ALTER TABLE raw.usage_event ADD COLUMN traceparent text;
