package dev.plumbline.api.broken.openai;

import com.openai.models.models.Model;

/** A feature that is bound to one provider's client. */
class KnowsOpenAi {

  String owner(Model model) {
    return model.ownedBy();
  }
}
