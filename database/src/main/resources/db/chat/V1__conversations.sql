-- What people write to models and read of them. Nothing of it is anywhere else: not in the ledger, in a
-- journal or in a log. A conversation is its user's alone.
CREATE TABLE chat.conversation (
  conversation_id uuid        PRIMARY KEY,
  org_id          text        NOT NULL,
  user_id         text        NOT NULL,
  title           text        NOT NULL DEFAULT '',
  system_prompt   text        NOT NULL DEFAULT '',
  model           text        NOT NULL DEFAULT '',
  temperature     numeric,
  top_p           numeric,
  messages        integer     NOT NULL DEFAULT 0,
  bytes           bigint      NOT NULL DEFAULT 1024, -- with a share of each row beside its text
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX conversation_of_user
  ON chat.conversation (org_id, user_id, updated_at DESC, conversation_id DESC);
CREATE INDEX conversation_of_org ON chat.conversation (org_id, conversation_id);
CREATE INDEX conversation_by_age ON chat.conversation (updated_at);

-- An answer that runs is touched again and again; one that no longer is was left by a gateway that died.
CREATE TABLE chat.message (
  conversation_id   uuid        NOT NULL REFERENCES chat.conversation ON DELETE CASCADE,
  number            integer     NOT NULL, -- from 1, without a gap
  message_id        uuid        NOT NULL,
  org_id            text        NOT NULL,
  role              text        NOT NULL CHECK (role IN ('user', 'assistant')),
  content           text        NOT NULL,
  state             text        NOT NULL CHECK (state IN ('running', 'complete', 'interrupted', 'failed')),
  model             text        NOT NULL DEFAULT '',
  event_id          text        NOT NULL DEFAULT '', -- of the ledger
  prompt_tokens     bigint,
  completion_tokens bigint,
  total_tokens      bigint,
  cost_nanos        bigint,                          -- NULL: no price, or no tokens were told
  finish_reason     text        NOT NULL DEFAULT '',
  error             text        NOT NULL DEFAULT '',
  duration_ms       bigint,
  first_token_ms    bigint,
  created_at        timestamptz NOT NULL DEFAULT now(),
  touched_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (conversation_id, number)
);

-- What an org holds, so that its quota costs no sum. The trigger keeps it, whoever changes what.
CREATE TABLE chat.org_holding (
  org_id        text   PRIMARY KEY,
  conversations bigint NOT NULL,
  bytes         bigint NOT NULL
);

CREATE FUNCTION chat.hold() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO chat.org_holding AS h
    SELECT org_id, count(*), sum(bytes) FROM after GROUP BY org_id ORDER BY org_id
    ON CONFLICT (org_id) DO UPDATE SET conversations = h.conversations + EXCLUDED.conversations,
      bytes = h.bytes + EXCLUDED.bytes;
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE chat.org_holding AS h SET bytes = h.bytes + d.bytes
    FROM (
      SELECT org_id, sum(bytes) AS bytes FROM (
        SELECT org_id, bytes FROM after UNION ALL SELECT org_id, -bytes FROM before) AS sides
      GROUP BY org_id HAVING sum(bytes) <> 0) AS d
    WHERE h.org_id = d.org_id;
  ELSE
    UPDATE chat.org_holding AS h
    SET conversations = h.conversations - d.conversations, bytes = h.bytes - d.bytes
    FROM (SELECT org_id, count(*) AS conversations, sum(bytes) AS bytes FROM before GROUP BY org_id) AS d
    WHERE h.org_id = d.org_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER conversation_held AFTER INSERT ON chat.conversation
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION chat.hold();
CREATE TRIGGER conversation_changed AFTER UPDATE ON chat.conversation
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION chat.hold();
CREATE TRIGGER conversation_gone AFTER DELETE ON chat.conversation
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION chat.hold();

-- Bind the owner, too, save for the chunks of retention and erasure.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['conversation', 'message', 'org_holding'] LOOP
    EXECUTE format('ALTER TABLE chat.%I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('ALTER TABLE chat.%I FORCE ROW LEVEL SECURITY', kept);
    EXECUTE format('CREATE POLICY org_scope ON chat.%I
      USING (org_id = ANY (string_to_array(current_setting(''tokenledger.org_scope'', true), '','')))', kept);
    EXECUTE format('CREATE POLICY dropping ON chat.%I
      USING (current_setting(''tokenledger.erasing'', true) = ''on'')', kept);
  END LOOP;
END
$$;

-- Drops conversations that were last used before the edge, the oldest first, with about so many messages
-- at most; answers how many went, 0 also while another instance is at it.
CREATE FUNCTION chat.drop_before(edge timestamptz, at_most integer) RETURNS bigint
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  gone bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('chat.retention')) THEN
    RETURN 0;
  END IF;
  PERFORM set_config('tokenledger.erasing', 'on', true);
  DELETE FROM chat.conversation AS c WHERE c.updated_at < edge AND c.conversation_id IN (
    SELECT conversation_id FROM (
      SELECT conversation_id, sum(messages + 1) OVER (ORDER BY updated_at, conversation_id) - messages - 1 AS ahead
      FROM (
        SELECT conversation_id, messages, updated_at FROM chat.conversation
        WHERE updated_at < edge ORDER BY updated_at, conversation_id LIMIT at_most) AS oldest) AS counted
    WHERE ahead < at_most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;
REVOKE EXECUTE ON FUNCTION chat.hold, chat.drop_before FROM PUBLIC;
