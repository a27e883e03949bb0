-- Before anything is made or changed: grants and policies go to the application's role, so it must
-- exist, and must be another one than the role that runs the migrations and owns the tables.
DO $$
DECLARE
  remedy constant text := '; make it with: create role plumbline_app login password ''…'' nosuperuser nobypassrls;'
    ' then set quarkus.datasource.username=plumbline_app, and quarkus.flyway.username to the role that owns the tables';
  application record;
BEGIN
  SELECT rolname, rolsuper, rolbypassrls, pg_has_role(oid, current_user::regrole, 'member') AS owns
    INTO application FROM pg_roles WHERE rolname = '${application_role}';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no role %', '${application_role}' || remedy;
  ELSIF application.rolsuper OR application.rolbypassrls OR application.owns THEN
    RAISE EXCEPTION 'row-level security would not hold for the role %', application.rolname || remedy;
  END IF;
END $$;
