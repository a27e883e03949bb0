package dev.plumbline.api.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row was also answered by {@code git check-ignore} 2.39, and the answers agree. */
class IgnoreRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          *.log|a.log|true
          *.log|a/b.log|true
          *.log|a.logs|false
          /a.txt|a.txt|true
          /a.txt|b/a.txt|false
          a/b.txt|a/b.txt|true
          a/b.txt|c/a/b.txt|false
          **/b.txt|b.txt|true
          **/b.txt|x/y/b.txt|true
          a/**/b|a/b|true
          a/**/b|a/x/y/b|true
          a/**/b|xa/b|false
          a/**|a/x|true
          a**b|axxb|true
          a**b|a/xb|false
          a*b/c|axb/c|true
          a?c|abc|true
          a?c|a/c|false
          [ab].c|a.c|true
          [!ab].c|a.c|false
          [^ab].c|x.c|true
          [a-c]x|bx|true
          [a-c]x|dx|false
          []]x|]x|true
          [[:digit:]]x|5x|true
          [ab|a|false
          \\#a|#a|true
          #a|#a|false
          \\!a|!a|true
          a\\*b|a*b|true
          a\\*b|axb|false
          doc/*.txt|doc/a.txt|true
          doc/*.txt|doc/x/a.txt|false
          .env|.env|true
          .env.*|.env.local|true
          a b|a b|true
          """)
  void aPatternMeansWhatItMeansToGit(String pattern, String path, boolean isIgnored) {
    IgnoreRules rules = IgnoreRules.of("", List.of(pattern));

    assertThat(rules.decide(path, false).orElse(false)).isEqualTo(isIgnored);
  }

  @ParameterizedTest
  @CsvSource({"build/,build,true", "build/,x/build,true", "/x/build/,x/build,true"})
  void aPatternWithASlashAtItsEndMeansFoldersOnly(String pattern, String path, boolean ignored) {
    IgnoreRules rules = IgnoreRules.of("", List.of(pattern));

    assertThat(rules.decide(path, true).orElse(false)).isEqualTo(ignored);
    assertThat(rules.decide(path, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"keep.log,false", "other.log,true"})
  void theLastPatternThatMatchesDecides(String path, boolean ignored) {
    IgnoreRules rules = IgnoreRules.of("", List.of("*.log", "!keep.log"));

    assertThat(rules.decide(path, false)).contains(ignored);
  }

  @ParameterizedTest
  @CsvSource({"sub/a.txt,true", "sub/x/a.txt,false"})
  void aPatternIsReadFromTheFolderOfItsFile(String path, boolean ignored) {
    IgnoreRules rules = IgnoreRules.of("sub", List.of("/a.txt   "));

    assertThat(rules.decide(path, false).orElse(false)).isEqualTo(ignored);
  }
}
