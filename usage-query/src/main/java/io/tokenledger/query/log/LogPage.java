package io.tokenledger.query.log;

import java.util.List;
import java.util.Optional;

/**
 * A page of the detail log, newest first.
 *
 * @param total how many events the filter lets pass, on all pages
 * @param next where the next page starts; absent on the last one
 */
public record LogPage(List<LogLine> lines, long total, Optional<LogPosition> next) {}
