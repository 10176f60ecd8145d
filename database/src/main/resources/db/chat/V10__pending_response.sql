-- Responses that a provider makes in the background. Whoever begins one is told its id at once, and
-- its tokens later, or never: until its event is in the journal of a gateway, the row answers for it.
-- Once that is sent it says only where the response is and whose, for later reads of it.
CREATE TABLE chat.pending_response (
  org_id      text        NOT NULL,
  event_id    uuid        NOT NULL,
  upstream    text        NOT NULL,
  response_id text        NOT NULL DEFAULT '', -- empty until the provider has told it
  path        text        NOT NULL,            -- the call that began it went there
  own_key     boolean     NOT NULL,            -- with a key of the caller's, which nobody keeps
  call        text,                            -- what its event says of the call, as JSON; no prompt
  event       bytea,                           -- how it ended: the first one to see it counts
  created_at  timestamptz NOT NULL DEFAULT now(),
  look_at     timestamptz NOT NULL DEFAULT now(),
  looks       integer     NOT NULL DEFAULT 0,
  sent_at     timestamptz,
  PRIMARY KEY (org_id, event_id)
);
COMMENT ON COLUMN chat.pending_response.call IS 'Null once the event is sent: from then on the row names no user.';

CREATE INDEX pending_response_by_id ON chat.pending_response (response_id) WHERE response_id <> '';
CREATE INDEX pending_response_unsent ON chat.pending_response (org_id, look_at) WHERE sent_at IS NULL;
CREATE INDEX pending_response_sent ON chat.pending_response (sent_at) WHERE sent_at IS NOT NULL;

-- Nobody but its owner reads it.
ALTER TABLE chat.pending_response ENABLE ROW LEVEL SECURITY;
