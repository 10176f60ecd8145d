-- What an org has of its own in the book is counted before it adds to it.
CREATE INDEX price_version_org ON pricing.price_version (org_id);
CREATE INDEX model_alias_org ON pricing.model_alias (org_id);
