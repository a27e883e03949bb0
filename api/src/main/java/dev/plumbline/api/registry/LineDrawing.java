package dev.plumbline.api.registry;

import dev.plumbline.api.registry.ModelDetailView.RelativeView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a model comes from and what was tuned from it, as boxes from left to right.
 *
 * @param width of the drawing, in its own units
 */
record LineDrawing(int width, int height, List<Box> boxes, List<Line> lines) {

  private static final int BOX_WIDTH = 210;
  private static final int BOX_HEIGHT = 46;
  private static final int GAP_X = 50;
  private static final int GAP_Y = 16;
  private static final int MARGIN = 8;
  private static final int MOST_LETTERS = 25;
  private static final int MOST_CHILDREN = 8;

  /**
   * A model.
   *
   * @param kind {@code base}, {@code own} or {@code other}
   * @param text the name, shortened in its middle
   * @param address of its page; empty for what is not registered
   */
  record Box(int x, int y, String kind, String role, String text, String name, String address) {

    public int width() {
      return BOX_WIDTH;
    }

    public int height() {
      return BOX_HEIGHT;
    }

    public int textX() {
      return x + 12;
    }

    public int roleY() {
      return y + 17;
    }

    public int textY() {
      return y + 35;
    }
  }

  /** A step from one model to the one that was tuned from it. */
  record Line(int fromX, int fromY, int toX, int toY) {}

  static LineDrawing of(ModelDetailView detail) {
    List<Box> boxes = new ArrayList<>();
    List<RelativeView> children =
        detail.lineage().children().stream().limit(MOST_CHILDREN).toList();
    int rows = Math.max(1, children.size());
    int height = 2 * MARGIN + rows * BOX_HEIGHT + (rows - 1) * GAP_Y;
    int middle = (height - BOX_HEIGHT) / 2;
    for (RelativeView each : line(detail)) {
      boxes.add(box(boxes.size(), middle, role(detail, each, boxes.isEmpty()), each));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < boxes.size(); i++) {
      lines.add(between(boxes.get(i - 1), boxes.get(i)));
    }
    Box own = boxes.get(boxes.size() - 1);
    int column = boxes.size();
    for (int i = 0; i < children.size(); i++) {
      Box child = box(column, MARGIN + i * (BOX_HEIGHT + GAP_Y), "tuned from it", children.get(i));
      boxes.add(child);
      lines.add(between(own, child));
    }
    int columns = column + (children.isEmpty() ? 0 : 1);
    return new LineDrawing(
        2 * MARGIN + columns * BOX_WIDTH + (columns - 1) * GAP_X, height, boxes, lines);
  }

  /** The base, the ancestors from the oldest on, and the model itself. */
  private static List<RelativeView> line(ModelDetailView detail) {
    List<RelativeView> ancestors = new ArrayList<>(detail.lineage().ancestors());
    Collections.reverse(ancestors);
    List<RelativeView> line = new ArrayList<>();
    if (detail.lineage().base() != null) {
      line.add(new RelativeView(detail.lineage().base(), null));
    }
    line.addAll(ancestors);
    line.add(new RelativeView(detail.model().model(), detail.model().id()));
    return line;
  }

  private static String role(ModelDetailView detail, RelativeView each, boolean first) {
    if (each.model().equals(detail.model().model())) {
      return "this model";
    }
    return first && each.model().equals(detail.lineage().base()) ? "base" : "tuned before";
  }

  private static Box box(int column, int y, String role, RelativeView model) {
    String kind = role.equals("base") ? "base" : role.equals("this model") ? "own" : "other";
    return new Box(
        MARGIN + column * (BOX_WIDTH + GAP_X),
        y,
        kind,
        model.id() == null && kind.equals("other") ? role + ", not registered" : role,
        shortened(model.model()),
        model.model(),
        model.id() == null || kind.equals("own") ? "" : "/models/" + model.id());
  }

  /** Both ends of a name say the most: the base in front, the suffix and the id behind. */
  private static String shortened(String name) {
    if (name.length() <= MOST_LETTERS) {
      return name;
    }
    int head = MOST_LETTERS / 2;
    return name.substring(0, head) + "…" + name.substring(name.length() - head);
  }

  private static Line between(Box from, Box to) {
    return new Line(
        from.x() + BOX_WIDTH, from.y() + BOX_HEIGHT / 2, to.x(), to.y() + BOX_HEIGHT / 2);
  }
}
