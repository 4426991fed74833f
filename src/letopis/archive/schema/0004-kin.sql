-- Who turned out to be another person: all that was theirs is that one's, and their id leads there.

ALTER TABLE person ADD COLUMN target INTEGER;
CREATE INDEX person_by_target ON person (target) WHERE target IS NOT NULL;
