package io.tokenledger.local.backfill.sending;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Takes events and acknowledges them late and in any order, until the process that sends them is
 * killed: what it acknowledges then nobody hears.
 */
final class FlakyKafka implements EventSink {

  /** Ends the sender where it stands, as {@code kill -9} does. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private record OnTheWay(String event, Consumer<Exception> answered) {}

  private final List<String> topic;
  private final Random random;
  private final List<OnTheWay> onTheWay = new ArrayList<>();
  private int left;

  /**
   * @param topic of what it took, over all lives of the sender
   * @param left events until the sender is killed
   */
  FlakyKafka(List<String> topic, Random random, int left) {
    this.topic = topic;
    this.random = random;
    this.left = left;
  }

  @Override
  public void send(String key, byte[] event, Consumer<Exception> answered) {
    if (left-- <= 0) {
      // Some of what was on the way arrived.
      onTheWay.stream().filter(each -> random.nextBoolean()).forEach(e -> topic.add(e.event()));
      throw new Killed();
    }
    onTheWay.add(new OnTheWay(new String(event, StandardCharsets.UTF_8), answered));
    while (!onTheWay.isEmpty() && random.nextInt(3) > 0) {
      take(onTheWay.remove(random.nextInt(onTheWay.size())));
    }
  }

  @Override
  public void flush() {
    onTheWay.forEach(this::take);
    onTheWay.clear();
  }

  private void take(OnTheWay event) {
    topic.add(event.event());
    event.answered().accept(null);
  }
}
