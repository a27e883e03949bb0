package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensCommandTest {

  @TempDir private Path folder;

  @Test
  void aTextIsCountedInBothEncodings() {
    var run = CommandLineRun.of("tokens", "--text", "hello world", "--format", "csv");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly("encoding,tokens,precision", "o200k_base,2,exact", "cl100k_base,2,exact");
  }

  @Test
  void aModelDecidesTheEncodingAndItsCertainty() {
    var run =
        CommandLineRun.of("tokens", "--text", "hello", "--model", "gpt-6-luna", "--format", "csv");

    assertThat(run.out().lines()).last().isEqualTo("o200k_base,1,estimated");
  }

  @Test
  void aFileIsCounted() throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), "hello world");

    assertThat(CommandLineRun.of("tokens", file.toString(), "--encoding", "cl100k_base").out())
        .contains("cl100k_base")
        .doesNotContain("o200k_base");
    assertThat(CommandLineRun.withInput("hello", "tokens", "-").exitCode()).isZero();
  }

  @Test
  void whatCannotBeCountedIsRefusedWithTheWayOut() throws IOException {
    Path broken = Files.write(folder.resolve("x.txt"), new byte[] {(byte) 0xC0, (byte) 0x80});

    assertThat(CommandLineRun.of("tokens", broken.toString()).err()).contains("UTF-8");
    assertThat(CommandLineRun.of("tokens", "--text", "x", "--model", "foo").exitCode())
        .isEqualTo(3);
    assertThat(CommandLineRun.of("tokens", "--text", "x", "--encoding", "foo").err())
        .contains("o200k_base");
    assertThat(CommandLineRun.of("tokens").exitCode()).isEqualTo(2);
  }

  @Test
  void aBatchAnswersTextsAndRequestsLineByLine() {
    var run =
        CommandLineRun.withInput(
            """
            {"id":"a","text":"hello world"}
            {"id":7,"request":{"messages":[{"role":"user","content":"hello"}]}}
            {"id":"c","request":{"messages":[{"role":"user","content":"hello"}],\
            "functions":[{"name":"foo","parameters":{"type":"object","properties":{}}}],\
            "function_call":{"name":"foo"}}}
            {"id":"d","request":{"model":"gpt-4","messages":[{"role":"tool","content":"x"}]}}
            {"id":"nul","text":"a\\u0000b"}
            """,
            "tokens",
            "--batch",
            "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "{\"id\":\"a\",\"counts\":{\"o200k_base\":2,\"cl100k_base\":2}}",
            "{\"id\":7,\"prompt_tokens\":8}",
            "{\"id\":\"c\",\"prompt_tokens\":36}",
            "{\"id\":\"d\",\"prompt_tokens\":8,\"estimated\":true}",
            "{\"id\":\"nul\",\"counts\":{\"o200k_base\":3,\"cl100k_base\":3}}");
  }

  @Test
  void badLinesAreAnsweredWithAnErrorAndTheRestGoesOn() {
    var run =
        CommandLineRun.withInput(
            """
            nope
            {"id":"none"}
            [1]
            {"id":"m","request":{"messages":[]}}
            {"id":"i","request":{"messages":[{"role":"user","content":\
            [{"type":"image_url","image_url":{"url":"https://a.b/c.png"}}]}]}}
            {"id":"u","request":{"model":"unknown","messages":[{"role":"user","content":"x"}]}}
            {"id":"good","text":"x"}
            """,
            "tokens",
            "--batch",
            "-");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out().lines()).hasSize(7);
    assertThat(run.out().lines().limit(6)).allMatch(line -> line.contains("\"error\":\"line "));
    assertThat(run.out()).contains("\"id\":\"good\",\"counts\"");
  }

  @Test
  void aTableOfImagesGetsItsTokens() {
    var run =
        CommandLineRun.withInput(
            """
            note,model,width,height,detail
            a,gpt-4o,512,512,high
            b,gpt-4.1-mini@2025-doc,1800,2400,high
            c,gpt-9,1,1,low
            d,gpt-4o,x,1,low
            """,
            "tokens",
            "--images",
            "-");

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out().lines())
        .containsExactly(
            "note,model,width,height,detail,tokens",
            "a,gpt-4o,512,512,high,255",
            "b,gpt-4.1-mini@2025-doc,1800,2400,high,2353",
            "c,gpt-9,1,1,low,",
            "d,gpt-4o,x,1,low,");
    assertThat(run.err()).contains("-:4: ").contains("gpt-9").contains("width");
  }

  @Test
  void aTableThatHasTokensAlreadyGetsThemReplaced() {
    String table = "model,width,height,detail,tokens\ngpt-4o,512,512,low,1\n";

    var csv = CommandLineRun.withInput(table, "tokens", "--images", "-");
    var json = CommandLineRun.withInput(table, "tokens", "--images", "-", "--format", "json");

    assertThat(csv.out().lines()).last().isEqualTo("gpt-4o,512,512,low,85");
    assertThat(json.out()).contains("\"tokens\":\"85\"");
    assertThat(CommandLineRun.withInput("a,b\n1,2\n", "tokens", "--images", "-").err())
        .contains("model");
  }

  @Test
  void aTableOfImagesMayStartWithAByteOrderMark() {
    var run =
        CommandLineRun.withInput(
            "\uFEFFmodel,width,height,detail\ngpt-4o,512,512,low\n", "tokens", "--images", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("gpt-4o,512,512,low,85\r\n");
  }
}
