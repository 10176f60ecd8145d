package io.tokenledger.query.log;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;

/** Reads the single events of one org, newest first. */
public interface UsageLog {

  /** Page and total come from the same snapshot. */
  Uni<LogPage> page(AccessScope scope, LogQuery query);
}
