package io.tokenledger.gateway.request;

/**
 * Changes a body by splices: whatever is not asked to change stays the same to the byte, for
 * prompts are cached by their bytes, and fields that we do not know are none of our business.
 */
public final class UsageInjection {

  private UsageInjection() {}

  /** Whether usage can be asked for: a stream of OpenAI's chat whose client said nothing of it. */
  public static boolean applies(Target target, Asked asked) {
    throw new UnsupportedOperationException();
  }

  /** The body with {@code include_usage: true}. Only where it {@link #applies}. */
  public static byte[] withUsage(byte[] body, Asked asked) {
    throw new UnsupportedOperationException();
  }

  /** The body with another model; as it is where it names none. */
  public static byte[] withModel(byte[] body, Asked asked, String model) {
    throw new UnsupportedOperationException();
  }

  /**
   * Both changes in one copy, for the places of one reading do not fit a body that was changed.
   *
   * @param model empty: it stays
   */
  public static byte[] changed(
      byte[] body, Asked asked, java.util.Optional<String> model, boolean withUsage) {
    throw new UnsupportedOperationException();
  }
}
