package io.tokenledger.query.openai;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.service.postgres.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads sums over buckets of time of one org. */
@ApplicationScoped
class BucketReads {

  private final ScopedReads reads;

  BucketReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** The buckets with usage, in their order; in a bucket by model, then by user. */
  Uni<List<BucketSums>> byBucket(AccessScope scope, BucketQuery query) {
    return reads
        .run(scope, BucketSql.read(scope, query))
        .map(answers -> Rows.all(answers.get(0), row -> BucketSql.toSums(query, row)));
  }
}
