package io.tokenledger.gateway.chat;

import io.smallrye.mutiny.Uni;

/** Where an answer is kept. */
public interface Keeping {

  /** Of what is not kept. */
  Keeping NOWHERE =
      new Keeping() {
        @Override
        public Uni<Void> part(Message answer) {
          return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> end(Message answer) {
          return Uni.createFrom().voidItem();
        }
      };

  /** What there is of an answer that runs, and that it runs still. */
  Uni<Void> part(Message answer);

  /** It runs no longer. Once; of an answer that was dropped meanwhile nothing is kept. */
  Uni<Void> end(Message answer);
}
