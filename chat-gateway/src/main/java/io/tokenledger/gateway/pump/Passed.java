package io.tokenledger.gateway.pump;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of an answer.
 *
 * @param status of the upstream
 * @param timeToFirstByte of the body, since the request went out; empty for none
 */
public record Passed(Ending ending, int status, Optional<Duration> timeToFirstByte) {}
