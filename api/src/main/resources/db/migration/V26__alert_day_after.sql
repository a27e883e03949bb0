-- An alert is reminded of once more on the day after its deadline, when what it warned of still holds.
ALTER TABLE alert DROP CONSTRAINT alert_reminded_check;
ALTER TABLE alert ADD CONSTRAINT alert_reminded_check CHECK (reminded >= -1);
