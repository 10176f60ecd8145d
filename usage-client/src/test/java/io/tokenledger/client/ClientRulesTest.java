package io.tokenledger.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.tokenledger.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ClientRulesTest {

  /** It goes into other people's programs. */
  @ArchTest
  static final ArchRule BRINGS_JACKSON_AND_THE_JOURNAL_ALONE =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson..",
              "io.tokenledger.journal..",
              "io.tokenledger.client..");

  @ArchTest
  static final ArchRule OUTBOXES_KNOW_BYTES_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..outbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "java.net..", "..sending..")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.tokenledger.client");

  /** But for what the program chooses. */
  @ArchTest
  static final ArchRule SENDING_DOES_NOT_KNOW_THE_TRACKER =
      noClasses()
          .that()
          .resideInAPackage("..sending..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("Usage");

  @ArchTest
  static final ArchRule NOTHING_IS_A_FLOATING_NUMBER =
      fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class);
}
