package io.tokenledger.ingest.deadletters;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.LetterId;
import java.util.Set;

/**
 * The dead letters that are kept. Each method fails with {@link DeadLettersUnavailableException}
 * when they cannot be reached in time.
 */
public interface DeadLetters {

  /** A page may be shorter than its limit, even empty, and yet name a next one. */
  Uni<LetterPage> list(LetterQuery query);

  /**
   * Sends the messages once more, as they came. Replaying twice is harmless: an event counts once.
   *
   * @param dryRun only says what would be sent
   */
  Uni<LetterReplay> replay(LetterQuery query, boolean dryRun);

  /** The same for single letters, answered in their order. */
  Uni<LetterReplay> replay(Set<LetterId> ids, boolean dryRun);
}
