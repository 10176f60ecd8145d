package io.tokenledger.ingest.deadletters;

import io.tokenledger.events.RejectionCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters are asked for.
 *
 * @param reason any when empty
 * @param orgId any when empty
 * @param from the first moment of dead-lettering
 * @param to exclusive
 * @param cursor where an earlier page ended
 * @param limit letters at most
 */
public record LetterQuery(
    Optional<RejectionCode> reason,
    String orgId,
    Instant from,
    Instant to,
    Optional<LetterCursor> cursor,
    int limit) {

  public static final int MAX_LIMIT = 1_000;

  public boolean matches(KeptLetter letter) {
    return !letter.deadLetteredAt().isBefore(from)
        && letter.deadLetteredAt().isBefore(to)
        && reason.map(code -> code.code().equals(letter.reason())).orElse(true)
        && (orgId.isEmpty() || orgId.equals(letter.orgId()));
  }
}
