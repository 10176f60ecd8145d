package io.tokenledger.ingest;

/** How the intake of this instance is doing. */
public interface Intake {

  IntakeStatus status();
}
