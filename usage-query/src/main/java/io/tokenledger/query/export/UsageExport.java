package io.tokenledger.query.export;

import io.smallrye.mutiny.Multi;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogEntry;
import java.util.List;

/** Reads the single events of one org, any number of them. */
public interface UsageExport {

  /**
   * Oldest first, in batches, all from one snapshot. A batch is read when it is asked for, so that
   * what is not taken is not held. Whoever cancels frees the connection.
   */
  Multi<List<LogEntry>> events(AccessScope scope, ExportQuery query);
}
