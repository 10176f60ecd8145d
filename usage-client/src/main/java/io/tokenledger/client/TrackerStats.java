package io.tokenledger.client;

/**
 * What became of events, counted since the tracker was started.
 *
 * @param recorded calls of {@link UsageTracker#record}
 * @param invalid of them, those that the ledger would refuse: not sent
 * @param dropped of them, those that were lost: no room, or recorded after the end
 * @param journalled of them, those that are or were on the disk: a new process would send them
 * @param accepted by the ledger, those that an earlier process left included
 * @param rejected by the ledger, likewise
 * @param failures requests that came to nothing and were made again
 */
public record TrackerStats(
    long recorded,
    long invalid,
    long dropped,
    long journalled,
    long accepted,
    long rejected,
    long failures) {}
