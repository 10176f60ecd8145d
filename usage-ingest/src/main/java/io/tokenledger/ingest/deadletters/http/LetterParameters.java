package io.tokenledger.ingest.deadletters.http;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterQuery;
import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Which dead letters are asked for, by parameters or by fields of a body. */
record LetterParameters(Input reason, Input orgId, Input from, Input to, Input cursor) {

  private static final Duration DEFAULT_PERIOD = Duration.ofDays(7);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Map<String, RejectionCode> REASONS =
      Choices.of(RejectionCode.values(), RejectionCode::code);

  LetterQuery toQuery(int limit, Instant now) {
    return new LetterQuery(
        reason.choice(REASONS),
        orgId.orgId(),
        from.time(cursor.isAbsent() ? now.minus(DEFAULT_PERIOD) : Instant.EPOCH),
        to.time(LAST),
        position(),
        limit);
  }

  private Optional<LetterCursor> position() {
    return cursor
        .given()
        .map(
            given ->
                LetterCursor.parse(given.raw())
                    .orElseThrow(
                        () -> given.refused("must be the nextCursor of an earlier answer.")));
  }
}
