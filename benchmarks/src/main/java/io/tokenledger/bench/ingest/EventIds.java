package io.tokenledger.bench.ingest;

import io.tokenledger.local.demo.UuidV7;
import java.time.Instant;
import java.util.Random;

/** What the producers of the load name their events by. */
enum EventIds {
  /** As recommended: the id carries its time. */
  UUIDV7 {
    @Override
    String at(Instant time, Random random) {
      return UuidV7.at(time, random);
    }
  },

  /** As OpenAI names its answers: 29 letters and digits that say nothing of a time. */
  CHATCMPL {
    @Override
    String at(Instant time, Random random) {
      StringBuilder id = new StringBuilder("chatcmpl-");
      for (int i = 0; i < CHATCMPL_LENGTH; i++) {
        id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      return id.toString();
    }
  };

  private static final int CHATCMPL_LENGTH = 29;
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  abstract String at(Instant time, Random random);
}
