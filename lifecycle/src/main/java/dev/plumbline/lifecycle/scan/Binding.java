package dev.plumbline.lifecycle.scan;

import java.util.List;

/**
 * What the code around a value says about it.
 *
 * @param names names of the key, variable or function that takes it, the nearest first
 */
record Binding(Relation relation, List<String> names) {

  /** How a value stands to the code around it. */
  enum Relation {
    /** Behind a key, an equals sign or a flag. */
    VALUE,
    ARGUMENT,
    ITEM,
    /** It is the key itself. */
    KEY,
    COMPARED,
    NONE
  }

  Binding {
    names = List.copyOf(names);
  }

  boolean isListed() {
    return relation == Relation.KEY || relation == Relation.COMPARED;
  }

  boolean isNearestModel() {
    return !names.isEmpty() && Wording.isModel(names.get(0));
  }

  boolean isAboutModels() {
    return names.stream().anyMatch(Wording::isAboutModels);
  }

  /** A flag, a function or a key that takes models of a provider: enough for an ordinary word. */
  boolean takesOrdinaryWord() {
    return isNearestModel()
        || (relation == Relation.ARGUMENT
            && !names.isEmpty()
            && Wording.isAboutModels(names.get(0)));
  }
}
