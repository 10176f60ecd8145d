package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;

/** In a class loader that, like Quarkus's, is not the one the JVM has started with. */
class NativeLz4Test {

  @Test
  void kafkaTakesTheNativeOneOnceItIsLoaded() throws Exception {
    try (URLClassLoader loader = ownLoader()) {
      assertThat(fastest(loader)).doesNotContain("JNI");
      Method load = loader.loadClass(NativeLz4.class.getName()).getDeclaredMethod("load");
      load.setAccessible(true);
      load.invoke(null);
      assertThat(fastest(loader)).contains("JNI");
    }
  }

  /** As Kafka asks for it. */
  private static String fastest(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> factory = loader.loadClass(LZ4Factory.class.getName());
    return factory.getMethod("fastestInstance").invoke(null).toString();
  }

  private static URLClassLoader ownLoader() {
    URL[] both = {of(NativeLz4.class), of(LZ4Factory.class)};
    return new URLClassLoader(both, NativeLz4Test.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean own = name.startsWith("net.jpountz.") || name.equals(NativeLz4.class.getName());
        Class<?> loaded = findLoadedClass(name);
        return own && loaded == null ? findClass(name) : super.loadClass(name, resolve);
      }
    };
  }

  private static URL of(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
