package io.tokenledger.ingest.deadletters.http;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterQuery;
import io.tokenledger.service.http.ApiException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters as text; one that is absent or empty means its default, one that is wrong a 400. */
final class LetterParameters {

  private static final Pattern ORG_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Duration DEFAULT_PERIOD = Duration.ofDays(7);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int DEFAULT_LIMIT = 50;

  private static final String REASONS =
      Arrays.stream(RejectionCode.values())
          .map(RejectionCode::code)
          .collect(Collectors.joining(", "));

  private LetterParameters() {}

  static Optional<RejectionCode> reason(String value) {
    if (isAbsent(value)) {
      return Optional.empty();
    }
    RejectionCode code =
        RejectionCode.ofCode(value)
            .orElseThrow(
                () -> ApiException.invalidParameter("reason", "must be one of " + REASONS + "."));
    return Optional.of(code);
  }

  static String orgId(String value) {
    if (isAbsent(value)) {
      return "";
    }
    if (!ORG_ID.matcher(value).matches()) {
      throw ApiException.invalidParameter(
          "orgId", "must be 1 to 128 letters, digits or any of '._:-'.");
    }
    return value;
  }

  /** A cursor without a time goes on wherever it stands. */
  static Instant from(String value, Instant now, String cursor) {
    if (!isAbsent(value)) {
      return time("from", value);
    }
    return isAbsent(cursor) ? now.minus(DEFAULT_PERIOD) : Instant.EPOCH;
  }

  static Instant to(String value) {
    return isAbsent(value) ? LAST : time("to", value);
  }

  static int limit(String value) {
    if (isAbsent(value)) {
      return DEFAULT_LIMIT;
    }
    int limit = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > LetterQuery.MAX_LIMIT) {
      throw ApiException.invalidParameter(
          "limit", "must be a whole number from 1 to " + LetterQuery.MAX_LIMIT + ".");
    }
    return limit;
  }

  static Optional<LetterCursor> cursor(String value) {
    if (isAbsent(value)) {
      return Optional.empty();
    }
    return Optional.of(
        LetterCursor.parse(value)
            .orElseThrow(
                () ->
                    ApiException.invalidParameter(
                        "cursor", "must be the nextCursor of an earlier answer.")));
  }

  private static Instant time(String name, String value) {
    try {
      Instant time = OffsetDateTime.parse(value).toInstant();
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LAST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // The sentence below says it all.
    }
    throw ApiException.invalidParameter(
        name, "must be an RFC 3339 time from 1970 on, such as 2026-05-01T00:00:00Z.");
  }

  private static boolean isAbsent(String value) {
    return value == null || value.isEmpty();
  }
}
