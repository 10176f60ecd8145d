package io.tokenledger.query.export;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageFilter;

/** Which events are exported. */
public record ExportQuery(DateRange range, UsageFilter filter) {}
