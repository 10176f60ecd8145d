package io.tokenledger.query.sums;

import java.util.Optional;

/**
 * The usage of one group in one bucket.
 *
 * @param bucket counted from 0
 * @param model absent when models are not told apart; likewise the user
 */
public record BucketSums(
    int bucket, Optional<String> model, Optional<String> user, UsageSums sums) {}
