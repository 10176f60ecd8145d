package io.tokenledger.local.backfill.format;

import java.util.regex.Pattern;

/**
 * Which of LiteLLM's calls a provider bills. Reads, polls and administration are in its log as
 * well, some with the usage of what they read; a call type that nobody knows is counted.
 */
final class SpendCalls {

  /** With or without the {@code a} of its asynchronous form. */
  private static final Pattern NOT_BILLED =
      Pattern.compile(
          "_?a?(get|list|retrieve|delete|cancel)_.*"
              + "|_?a?(create|edit|update|modify)_"
              + "(batch|file|fine_tuning_job|container.*|skill.*|vector_store.*)"
              + "|_?a?(file|vector_store|container|skill|fine_tuning|batch)_.*"
              + "|a_?(add_message|run_thread.*)|a?create_(assistants|thread)|.*mcp.*|a?moderation");

  private SpendCalls() {}

  /** What a batch cost stands once, in the row of the read that found it done. */
  static boolean isCounted(SpendRow row) {
    boolean sumOfBatch = !row.metadata().path("batch_models").isEmpty();
    return sumOfBatch || !NOT_BILLED.matcher(row.callType()).matches();
  }
}
