package dev.plumbline.lifecycle.deprecation;

/** A model has two clocks. They end on different days and move independently. */
public enum LifeClock {
  /** Until when a fine-tune can be trained or continued on this base. */
  TRAINING,
  /** Until when the model can be called. */
  INFERENCE
}
