package io.tokenledger.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.tokenledger.local",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

  /** The tests and the benchmarks use the stack without its command. */
  @ArchTest
  static final ArchRule NOTHING_NEEDS_THE_COMMAND =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..cli..");

  /** The tests of the services start these two alone. */
  @ArchTest
  static final ArchRule SERVERS_STAND_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage("..kafka..", "..postgres..", "..identity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..demo..", "..cli..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(LocalStack.class);

  @ArchTest
  static final ArchRule KAFKA_DOES_NOT_KNOW_POSTGRES =
      noClasses()
          .that()
          .resideInAPackage("..kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..postgres..");

  /** What a line means is decided without a broker, so that a dry run needs none. */
  @ArchTest
  static final ArchRule READING_KNOWS_NO_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..backfill", "..backfill.source..", "..backfill.format..", "..check..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..local.kafka..", "org.apache.kafka..", "..backfill.sending..");
}
