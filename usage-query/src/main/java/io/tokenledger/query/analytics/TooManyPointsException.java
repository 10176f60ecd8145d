package io.tokenledger.query.analytics;

/** A timeline would have more points than are answered. */
public final class TooManyPointsException extends RuntimeException {

  private final Because because;

  TooManyPointsException(Because because, String remedy) {
    super(remedy);
    this.because = because;
  }

  /** What asks for them beside the range. */
  public enum Because {
    GRANULARITY,
    GROUPS
  }

  public Because because() {
    return because;
  }
}
