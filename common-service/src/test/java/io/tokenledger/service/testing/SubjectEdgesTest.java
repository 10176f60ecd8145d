package io.tokenledger.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectEdgesTest {

  private static final String SERVICE = "io.tokenledger.service.testing.edges";

  private final JavaClasses classes = new ClassFileImporter().importPackages(SERVICE);

  @Test
  void theWholeListPasses() {
    assertThat(failuresOf(edges("kit -> flow", "report -> kit"))).isEmpty();
  }

  @Test
  void anEdgeThatIsNotListedFails() {
    List<String> failures = failuresOf(edges("kit -> flow"));

    assertThat(failures).singleElement().asString().startsWith("report -> kit: ");
  }

  @Test
  void anEdgeThatNobodyNeedsFails() {
    List<String> failures = failuresOf(edges("kit -> flow, report", "report -> kit"));

    assertThat(failures).containsExactly("kit -> report: listed, and not needed");
  }

  @Test
  void aPackageWithTooManyFilesFails() {
    assertThat(failures(new PackageSizes(1))).isEmpty();
    assertThat(failures(new PackageSizes(0)))
        .contains(SERVICE + " has 1 files", SERVICE + ".kit has 1 files");
  }

  private List<String> failures(PackageSizes sizes) {
    return failuresOf(ArchRuleDefinition.classes().should(sizes));
  }

  private static ArchRule edges(String... edges) {
    return SubjectEdges.of(SERVICE, edges);
  }

  private List<String> failuresOf(ArchRule rule) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }
}
