package io.tokenledger.ingest.deadletters.http;

import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterReplay;
import io.tokenledger.ingest.deadletters.LetterReplay.Status;
import java.util.List;

/**
 * What became of each letter.
 *
 * @param replayed how many are on {@code usage.events} again
 * @param nextCursor to go on with the same request; null when there is nothing more
 */
record ReplayAnswer(boolean dryRun, long replayed, List<Result> results, String nextCursor) {

  static ReplayAnswer of(LetterReplay replay, boolean dryRun) {
    return new ReplayAnswer(
        dryRun,
        replay.count(Status.REPLAYED),
        replay.results().stream().map(Result::of).toList(),
        replay.next().map(LetterCursor::encode).orElse(null));
  }

  /**
   * One letter.
   *
   * @param status {@code replayed}, {@code replayable} (dry run), {@code not_found} or {@code
   *     cannot_replay}
   * @param detail why it was not replayed; null when it was
   */
  record Result(String id, String status, String detail) {

    static Result of(LetterReplay.Result result) {
      return new Result(
          result.id().toString(),
          result.status().code(),
          result.detail().isEmpty() ? null : result.detail());
    }
  }
}
