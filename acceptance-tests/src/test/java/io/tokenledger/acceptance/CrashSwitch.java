package io.tokenledger.acceptance;

import io.tokenledger.local.Component;

/** The places at which the rules in src/test/resources/crash end a process. */
enum CrashSwitch {
  INGEST_STORED("ingest-stored", Component.USAGE_INGEST, 71, 20),
  INGEST_SENT("ingest-sent", Component.USAGE_INGEST, 72, 5),
  AGGREGATOR_FOLDED("aggregator-folded", Component.USAGE_AGGREGATOR, 81, 20),
  AGGREGATOR_COMMITTED("aggregator-committed", Component.USAGE_AGGREGATOR, 82, 20);

  private final String fileName;
  private final Component component;
  private final int exitCode;
  private final int deathsWanted;

  CrashSwitch(String fileName, Component component, int exitCode, int deathsWanted) {
    this.fileName = fileName;
    this.component = component;
    this.exitCode = exitCode;
    this.deathsWanted = deathsWanted;
  }

  /** A file of this name makes the process die; without it the process lives. */
  String fileName() {
    return fileName;
  }

  /** How often the process shall die here. */
  int deathsWanted() {
    return deathsWanted;
  }

  /** How the supervisor reports such a death. */
  boolean isMeantBy(String supervisorLine) {
    return supervisorLine.startsWith(component.label() + " ended with exit code " + exitCode + ";");
  }
}
