package dev.plumbline.api.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;

/** Hyperparameters and metrics as a JSON object of texts, in the order of their names. */
@Converter
class NamedValues implements AttributeConverter<Map<String, String>, String> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> SHAPE = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Map<String, String> values) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String column) {
    try {
      return JSON.readValue(column, SHAPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the column holds an object of texts", e);
    }
  }
}
