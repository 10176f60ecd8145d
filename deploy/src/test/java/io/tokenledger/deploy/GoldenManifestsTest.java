package io.tokenledger.deploy;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.deploy.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the chart makes is kept, so that a change of it is read in the change's review. {@code
 * -Dgolden.renew=true} takes what is made now.
 */
class GoldenManifestsTest {

  @ParameterizedTest
  @EnumSource(names = "EVERYTHING", mode = EnumSource.Mode.EXCLUDE)
  void areAsReviewed(Values values) throws IOException {
    Path golden = Path.of("src/test/resources/golden", values.label() + ".yaml");
    String made = withoutFiles(Chart.render(values));
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(golden, made);
    }
    assertThat(made).isEqualTo(Files.readString(golden));
  }

  /** Rules and dashboards are reviewed where they are written, and checked by another test. */
  private static String withoutFiles(String yaml) {
    return Stream.of(yaml.split("(?m)^---\n"))
        .filter(not(String::isBlank))
        .filter(text -> Chart.parse(text).stream().noneMatch(Manifest::isFromFile))
        .map(text -> text.strip() + "\n")
        .collect(joining("---\n"));
  }
}
