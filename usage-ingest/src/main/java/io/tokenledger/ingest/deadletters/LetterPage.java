package io.tokenledger.ingest.deadletters;

import java.util.List;
import java.util.Optional;

/**
 * Some dead letters, the oldest first.
 *
 * @param next where to go on; empty when there is nothing more
 */
public record LetterPage(List<KeptLetter> letters, Optional<LetterCursor> next) {}
