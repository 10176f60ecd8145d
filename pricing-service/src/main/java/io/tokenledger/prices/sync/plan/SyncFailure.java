package io.tokenledger.prices.sync.plan;

import io.tokenledger.events.Coded;

/** Why a run changed nothing. */
public enum SyncFailure implements Coded {
  /** The host has no address, or one that may not be asked. */
  ADDRESS_REFUSED,
  UNREACHABLE,
  TIMEOUT,
  /** The connection ended in the middle of the list. */
  CUT_OFF,
  REDIRECT,
  HTTP_STATUS,
  CONTENT_TYPE,
  TOO_LARGE,
  /** Not JSON, or JSON beyond the limits of depth, numbers and names. */
  NOT_JSON,
  /** JSON, but not of the list's shape. */
  NOT_A_PRICE_LIST,
  EMPTY_LIST,
  LIST_SHRUNK,
  TOO_MANY_LARGE_MOVES,
  /** The replica that ran it is gone, or was too slow. */
  INTERRUPTED,
  INTERNAL_ERROR
}
