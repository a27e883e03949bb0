package dev.plumbline.api.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PredicateInspectorTest {

  @Inject EntityManager entities;

  @Test
  void everyCustomersTableIsWatched() throws SQLException {
    assertThat(PredicateInspector.TABLES).containsExactlyInAnyOrderElementsOf(RowsOfAll.tables());
  }

  @Test
  @Transactional
  void aForgottenPredicateEndsTheTestThatRunsIt() {
    assertThatThrownBy(() -> entities.createNativeQuery("select name from team").getResultList())
        .hasStackTraceContaining("no predicate on the organisation of team");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select m.id,m.organisation_id from member m where m.id=?",
        "select count(*) from price_override",
        "delete from team where id = ?",
        "update member set role=? where id=?",
        "select r.id from project_role r join project p on p.id=r.project_id where r.organisation_id=?",
        "insert into team_member select ?, ?, ?",
        "select name from organisation",
        "select 1 from throttle t, session s where t.subject = ?"
      })
  void whatIsForgottenIsSeen(String sql) {
    assertThat(PredicateInspector.missing(sql)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select m.id from member m where m.organisation_id=? and m.id=?",
        "delete from team t where t.organisation_id=? and t.id=?",
        "update member set role=? where organisation_id=? and id=?",
        "insert into team_member (organisation_id, team_id, member_id) values (?, ?, ?)",
        "select r.id from project_role r join project p on p.organisation_id=r.organisation_id and p.id=r.project_id where r.organisation_id=?",
        "select id from organisation where id = ? for no key update",
        "select id, name from organisation_ids() where id > ? order by id",
        "select * from session_of(?)",
        "select provider from list_price"
      })
  void whatSaysOfWhichOrganisationPasses(String sql) {
    assertThat(PredicateInspector.missing(sql)).isEmpty();
  }
}
