package dev.plumbline.lifecycle.deprecation.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What happened as an Atom feed by RFC 4287: an entry for each move, never changed afterwards. The
 * same moves give the same bytes.
 */
public final class AtomWriter {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;
  private final StringWriter text = new StringWriter();

  private AtomWriter() throws XMLStreamException {
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /**
   * The whole feed as UTF-8 text.
   *
   * @param id address or URN of the feed, stable as long as it exists
   */
  public static String write(String id, String title, List<MoveFeed.Item> moves) {
    return writeEntries(id, title, moves.stream().map(AtomEntry::of).toList());
  }

  /** The same for whatever happened, the newest first. */
  public static String writeEntries(String id, String title, List<AtomEntry> entries) {
    try {
      var writer = new AtomWriter();
      writer.feed(id, title, entries);
      return writer.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string cannot refuse to be written", e);
    }
  }

  private void feed(String id, String title, List<AtomEntry> entries) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element(1, "id", id);
    element(1, "title", title);
    element(1, "updated", moment(entries.isEmpty() ? Instant.EPOCH : entries.get(0).at()));
    line(1);
    xml.writeStartElement("author");
    xml.writeStartElement("name");
    xml.writeCharacters("Plumbline");
    xml.writeEndElement();
    xml.writeEndElement();
    for (AtomEntry entry : entries) {
      entry(entry);
    }
    line(0);
    xml.writeEndElement();
    line(0);
    xml.writeEndDocument();
    xml.flush();
  }

  private void entry(AtomEntry entry) throws XMLStreamException {
    line(1);
    xml.writeStartElement("entry");
    element(2, "id", "urn:uuid:" + entry.id());
    element(2, "title", entry.title());
    element(2, "updated", moment(entry.at()));
    for (Map.Entry<String, String> category : entry.categories().entrySet()) {
      category(category.getKey(), category.getValue());
    }
    line(2);
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(sound(String.join("\n", entry.details())));
    xml.writeEndElement();
    line(1);
    xml.writeEndElement();
  }

  private void category(String scheme, String term) throws XMLStreamException {
    line(2);
    xml.writeEmptyElement("category");
    xml.writeAttribute("scheme", "urn:plumbline:" + scheme);
    xml.writeAttribute("term", term);
  }

  private void element(int depth, String name, String content) throws XMLStreamException {
    line(depth);
    xml.writeStartElement(name);
    xml.writeCharacters(sound(content));
    xml.writeEndElement();
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** XML 1.0 has no place for most control characters, and sources are written by strangers. */
  private static String sound(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF))
        .filter(c -> !(c >= 0xD800 && c <= 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
