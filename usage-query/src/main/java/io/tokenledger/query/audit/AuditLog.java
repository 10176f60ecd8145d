package io.tokenledger.query.audit;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import java.util.List;
import java.util.OptionalLong;

/** What was done to an org. */
public interface AuditLog {

  /**
   * The last entries first.
   *
   * @param before the id of the last entry of the page before; absent for the first page
   */
  Uni<List<AuditEntry>> entries(AccessScope scope, OptionalLong before, int limit);
}
