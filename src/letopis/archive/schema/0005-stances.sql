-- Whether a speaker denies or doubts what the words say.

ALTER TABLE statement ADD COLUMN stance TEXT;
