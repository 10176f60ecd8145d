package io.tokenledger.local.backfill.format;

import java.time.ZoneId;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param delimiter between the columns of CSV
 * @param map names of fields, by columns
 * @param zone of times that name none
 * @param trustCost whether LiteLLM's {@code spend} is the cost
 * @param batch of which an output is
 */
public record FormatOptions(
    char delimiter, Map<String, String> map, ZoneId zone, boolean trustCost, BatchName batch) {

  public static final FormatOptions DEFAULT =
      new FormatOptions(',', Map.of(), PastTimes.UTC, false, BatchName.UNKNOWN);

  public FormatOptions {
    map = Map.copyOf(map);
  }
}
