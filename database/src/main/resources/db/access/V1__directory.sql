-- Who may see what: orgs, users and their roles.
CREATE TABLE access.org (
  org_id     text        PRIMARY KEY,
  name       text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE access.app_user (
  user_id    text        PRIMARY KEY,
  name       text        NOT NULL,
  email      text        NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE access.org_member (
  org_id     text        NOT NULL REFERENCES access.org,
  user_id    text        NOT NULL REFERENCES access.app_user,
  role       text        NOT NULL CHECK (role IN ('owner', 'admin', 'billing', 'member')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, user_id)
);

CREATE INDEX org_member_user ON access.org_member (user_id);
