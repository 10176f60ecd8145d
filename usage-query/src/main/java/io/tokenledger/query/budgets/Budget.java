package io.tokenledger.query.budgets;

import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * What an org means to spend in a month.
 *
 * @param monthlyNanos nano-dollars; absent when the org has no budget
 * @param zone whose months are meant
 */
public record Budget(OptionalLong monthlyNanos, ZoneId zone) {}
