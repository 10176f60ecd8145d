package io.tokenledger.ingest.intake.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** How a body may be packed: the field {@code Content-Encoding} of RFC 9110, section 8.4. */
enum ContentCoding {
  IDENTITY {
    @Override
    InputStream unpacking(byte[] packed) {
      return new ByteArrayInputStream(packed);
    }
  },

  GZIP {
    @Override
    InputStream unpacking(byte[] packed) throws IOException {
      return new WholeGzip(packed);
    }
  },

  /** The window is 8 MiB at most, as RFC 9659 says: a frame may ask for 128 MiB of memory. */
  ZSTD {
    @Override
    InputStream unpacking(byte[] packed) throws IOException {
      ZstdFrames.requireWhole(packed);
      return new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed))
          .setLongMax(MAX_WINDOW_LOG);
    }
  };

  private static final int MAX_WINDOW_LOG = 23;

  /** As in {@code Accept-Encoding} of an answer (RFC 9110, section 12.5.3). */
  static final String ACCEPTED = "gzip, zstd";

  /**
   * @param header the value of {@code Content-Encoding}; null when there is none
   * @throws ApiException 415, with the field {@code Accept-Encoding}
   */
  static ContentCoding of(String header) {
    String name = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "zstd" -> ZSTD;
      default -> throw unsupported("Content-Encoding must be one of gzip and zstd, or absent.");
    };
  }

  static ApiException unsupported(String detail) {
    return ApiException.unsupported(HttpHeaders.ACCEPT_ENCODING, ACCEPTED, detail);
  }

  /** Fails, or the reading of it does, for what is not packed so from its begin to its end. */
  abstract InputStream unpacking(byte[] packed) throws IOException;

  /** As in the field {@code Content-Encoding}. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
