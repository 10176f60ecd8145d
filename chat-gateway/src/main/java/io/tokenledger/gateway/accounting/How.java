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
  public static final How GATEWAY_STOPPED = new How(Kind.GATEWAY_STOPPED, 0);

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
    GATEWAY_STOPPED("the gateway stopped while the call was running; what it used is not known"),
    NOT_SENT("the provider was never reached");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }
}
