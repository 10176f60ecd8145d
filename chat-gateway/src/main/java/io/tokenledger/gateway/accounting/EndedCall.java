package io.tokenledger.gateway.accounting;

import io.tokenledger.gateway.answer.Reading;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of a call.
 *
 * @param reading {@link Reading#NONE} when there was no answer
 * @param duration until the last byte; empty where nobody saw when that was
 */
public record EndedCall(
    Reading reading, How how, Optional<Duration> duration, Optional<Duration> timeToFirstByte) {}
