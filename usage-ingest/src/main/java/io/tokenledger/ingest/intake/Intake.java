package io.tokenledger.ingest.intake;

/** How the intake of this instance is doing. */
public interface Intake {

  IntakeAnswer status();
}
