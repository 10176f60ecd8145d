package io.tokenledger.service.testing.edges;

/** The root of a service for {@code SubjectEdgesTest}. */
public final class Flow {

  private Flow() {}

  public static int steps() {
    return 3;
  }
}
