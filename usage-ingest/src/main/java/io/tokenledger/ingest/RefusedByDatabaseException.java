package io.tokenledger.ingest;

/** The database refused the data of a batch, and would refuse it again. */
public final class RefusedByDatabaseException extends RuntimeException {

  public RefusedByDatabaseException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
