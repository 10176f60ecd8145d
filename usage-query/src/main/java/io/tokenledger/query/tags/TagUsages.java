package io.tokenledger.query.tags;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.UsageGroup;
import java.util.List;

/** Reads sums over the events of one org that carry a tag. */
public interface TagUsages {

  /** One group for each value asked for, in the order asked; one that never was has no usage. */
  Uni<List<UsageGroup>> ofValues(AccessScope scope, TagQuery query);

  /** Of the one value that is asked for. */
  Uni<TagUsage> ofValue(AccessScope scope, TagQuery query);
}
