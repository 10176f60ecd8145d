package io.tokenledger.gateway.accounting;

/**
 * How a call ended.
 *
 * @param status of the provider's refusal; 0 for all else
 */
public record How(Kind kind, int status) {

  public static final How COMPLETED = new How(Kind.COMPLETED, 0);
  public static final How CLIENT_GONE = new How(Kind.CLIENT_GONE, 0);
  public static final How UPSTREAM_BROKE = new How(Kind.UPSTREAM_BROKE, 0);
  public static final How TIMED_OUT = new How(Kind.TIMED_OUT, 0);
  public static final How KEY_ENDED = new How(Kind.KEY_ENDED, 0);
  public static final How GATEWAY_STOPPED = new How(Kind.GATEWAY_STOPPED, 0);

  /** Of a response in the background, by the caller. */
  public static final How CANCELLED = new How(Kind.CANCELLED, 0);

  /** A response in the background that the provider does not find any more. */
  public static final How FORGOTTEN = new How(Kind.FORGOTTEN, 0);

  /** A response in the background whose end nobody has seen. */
  public static final How NEVER_SEEN = new How(Kind.NEVER_SEEN, 0);

  /** The provider was never reached: there is nothing to account for. */
  public static final How NOT_SENT = new How(Kind.NOT_SENT, 0);

  /** By an HTTP status of 400 or more. */
  public static How upstreamRefused(int status) {
    return new How(Kind.UPSTREAM_REFUSED, status);
  }

  /** The name of each begins the event's error message. */
  public enum Kind {
    COMPLETED("the answer is not whole"),
    CLIENT_GONE("the client left before the end of the answer"),
    UPSTREAM_BROKE("the connection to the provider ended before the answer did"),
    UPSTREAM_REFUSED("the provider refused the call"),
    TIMED_OUT("the provider took too long"),
    KEY_ENDED("the API key was revoked or expired while the call was running"),
    GATEWAY_STOPPED("the gateway stopped while the call was running; what it used is not known"),
    CANCELLED("the response was cancelled"),
    FORGOTTEN("the provider does not know the response any more; what it used is not known"),
    NEVER_SEEN("nobody has seen the response end; what it used is not known"),
    NOT_SENT("the provider was never reached");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /** What was used is not told, and there is no text to estimate it from. */
    boolean isUnknown() {
      return this == CANCELLED || this == FORGOTTEN || this == NEVER_SEEN;
    }

    String sentence() {
      return sentence;
    }
  }
}
