package io.tokenledger.ingest.intake.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.tokenledger.service.http.ProblemCode;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exporter is told, so that it sends again what may succeed then, and nothing else. */
class ExportAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_BODY, 400, 3, false",
    "FORBIDDEN, 403, 7, false",
    "TOO_LARGE, 413, 3, false",
    "TOO_MANY_REQUESTS, 429, 8, true",
    "UNAVAILABLE, 503, 14, true"
  })
  void aRefusalIsAStatusInTheFormOfTheRequest(
      ProblemCode code, int status, int grpcCode, boolean again)
      throws InvalidProtocolBufferException {
    Response json = ExportAnswer.refusal(ExportEncoding.JSON, code, "Why.");
    assertThat(new String((byte[]) json.getEntity(), StandardCharsets.UTF_8))
        .isEqualTo("{\"code\":" + grpcCode + ",\"message\":\"Why.\"}");
    Response protobuf = ExportAnswer.refusal(ExportEncoding.PROTOBUF, code, "Why.");
    UnknownFieldSet fields = UnknownFieldSet.parseFrom((byte[]) protobuf.getEntity());
    assertThat(fields.getField(1).getVarintList()).containsExactly((long) grpcCode);
    assertThat(fields.getField(2).getLengthDelimitedList().get(0).toStringUtf8()).isEqualTo("Why.");
    assertThat(protobuf.getMediaType()).hasToString("application/x-protobuf");
    for (Response answer : new Response[] {json, protobuf}) {
      assertThat(answer.getStatus()).isEqualTo(status);
      assertThat(answer.getHeaderString("Retry-After")).isEqualTo(again ? "5" : null);
    }
  }
}
