package io.tokenledger.query.openai;

import io.tokenledger.query.sums.UsageSums;
import java.util.Optional;

/**
 * The usage of one group in one bucket.
 *
 * @param bucket counted from 0
 * @param model absent when models are not told apart; likewise the user
 */
record BucketSums(int bucket, Optional<String> model, Optional<String> user, UsageSums sums) {}
