package io.tokenledger.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.Component;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  private static final ProcessIdentity SELF =
      ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

  @TempDir Path directory;

  @Test
  void givesBackWhatWasWritten() {
    StateFile file = new StateFile(directory.resolve("state.json"));
    assertThat(file.read()).isEmpty();
    StackState state = new StackState(SELF, 8080, StackState.Phase.STARTING, Map.of());
    file.write(state);
    file.change(now -> now.with(Component.KAFKA, SELF).with(StackState.Phase.READY));
    assertThat(file.read())
        .contains(state.with(Component.KAFKA, SELF).with(StackState.Phase.READY));
  }

  @Test
  void aLaterProcessWithTheSameNumberIsNotOurs() {
    ProcessIdentity earlier = new ProcessIdentity(SELF.pid(), SELF.startTicks() - 1);
    StackState state =
        new StackState(earlier, 8080, StackState.Phase.READY, Map.of())
            .with(Component.POSTGRES, earlier);
    assertThat(state.running(Component.POSTGRES)).isEmpty();
    assertThat(state.anythingRuns()).isFalse();
    assertThat(state.with(Component.POSTGRES, SELF).anythingRuns()).isTrue();
  }
}
