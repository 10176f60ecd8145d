-- Why a price waits for approval, for the person who decides. Since now also prices of models that the
-- book does not have are set aside: base_version is empty then, and from_rates repeats to_rates, as the
-- version of the service before reads it; nobody is to take it for a price that held.
ALTER TABLE pricing.quarantined_price ADD COLUMN reason text NOT NULL DEFAULT '';
