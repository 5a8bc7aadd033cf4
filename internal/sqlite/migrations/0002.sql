-- The second schema.

-- What was once adopted stays frozen, also when the decision is corrected
-- afterwards: the text has stood as history, and a new draft is made of it.

DROP VIEW adoptions;

CREATE VIEW adoptions AS
SELECT DISTINCT e.version FROM events e
WHERE e.kind = 'decision' AND json_extract(e.fields, '$.outcome') = 'adopted';
