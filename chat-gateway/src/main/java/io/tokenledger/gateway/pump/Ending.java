package io.tokenledger.gateway.pump;

/** How a call came to its end. */
public enum Ending {
  /** The upstream did not get the request, so that there is nothing to account for. */
  NOT_SENT,
  /** The answer came to its end, whatever its status. */
  COMPLETED,
  /** The client left; its answer was drained, or broken off. */
  CLIENT_GONE,
  UPSTREAM_BROKE,
  /** The upstream was silent for too long. */
  TIMED_OUT,
  /** The key of the call came to its end before it. */
  KEY_ENDED,
  GATEWAY_STOPPED
}
