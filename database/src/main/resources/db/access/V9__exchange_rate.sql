-- What a US dollar is worth in another currency, by day: reports are shown by it. The ledger itself
-- is in dollars, and no stored amount depends on a rate. The table is of the platform, not of an
-- org, and holds no names: who changed it stands in the audit log.
CREATE TABLE access.exchange_rate (
  currency text           COLLATE "C" NOT NULL CHECK (currency ~ '^[A-Z]{3}$' AND currency <> 'USD'),
  day      date           NOT NULL,                     -- from which on it holds, until the next
  per_usd  numeric(21,12) NOT NULL CHECK (per_usd > 0), -- units of the currency for one dollar
  source   text           NOT NULL,                     -- who says so
  PRIMARY KEY (currency, day)
);
