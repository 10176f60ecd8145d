package io.tokenledger.prices.sync.plan;

/**
 * What became of the models of a list, in numbers of models.
 *
 * @param listed the models of the list that have a price
 * @param quarantined wait for approval, also those that waited already
 * @param unchanged as the book has them
 */
public record SyncCounts(
    int listed, int added, int changed, int quarantined, int unchanged, int skipped) {

  public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0, 0, 0);
}
