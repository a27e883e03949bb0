package dev.plumbline.api.access;

import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/** Finds every resource method of the product in its class files. */
final class RouteScan {

  private static final Path CLASSES = Path.of("target/classes/dev/plumbline").toAbsolutePath();
  private static final DotName PATH = DotName.createSimple(jakarta.ws.rs.Path.class);
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private RouteScan() {}

  /**
   * A resource method.
   *
   * @param permissions of its {@code @PermissionsAllowed}
   * @param open for everybody, by {@code @PermitAll}
   */
  record Endpoint(Route route, Set<String> permissions, boolean open) {}

  static List<Endpoint> endpoints() {
    List<Endpoint> found = new ArrayList<>();
    for (ClassInfo type : index().getKnownClasses()) {
      Optional<String> parent = pathOf(type.declaredAnnotation(PATH));
      for (MethodInfo method : type.methods()) {
        httpMethods(method)
            .filter(name -> parent.isPresent())
            .map(name -> endpoint(name, parent.orElseThrow(), method))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Endpoint endpoint(String name, String parent, MethodInfo method) {
    String path = join(parent, pathOf(method.annotation(PATH)).orElse(""));
    Set<String> permissions = new HashSet<>();
    AnnotationInstance allowed = method.annotation(DotName.createSimple(PermissionsAllowed.class));
    if (allowed != null) {
      permissions.addAll(Arrays.asList(allowed.value().asStringArray()));
    }
    boolean open = method.hasAnnotation(DotName.createSimple(PermitAll.class));
    return new Endpoint(new Route(name, path), permissions, open);
  }

  private static Stream<String> httpMethods(MethodInfo method) {
    return METHODS.stream()
        .filter(name -> method.hasAnnotation(DotName.createSimple("jakarta.ws.rs." + name)));
  }

  private static Optional<String> pathOf(AnnotationInstance annotation) {
    return Optional.ofNullable(annotation).map(found -> found.value().asString());
  }

  private static String join(String parent, String child) {
    String whole = ("/" + parent + "/" + child).replaceAll("/+", "/");
    String path = whole.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}");
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Index index() {
    Indexer indexer = new Indexer();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          indexer.index(in);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return indexer.complete();
  }
}
