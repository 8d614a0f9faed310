-- Columns over the tables that postgresql.properties fills.
CREATE OR REPLACE VIEW articles AS
SELECT id,
       record::jsonb ->> 'title' AS title,
       record::jsonb -> 'source' ->> 'id' AS outlet,
       (record::jsonb ->> 'published_at')::timestamptz AS published_at,
       (record::jsonb ->> 'revision')::int AS revision,
       record::jsonb AS record
FROM rasid_enriched;

CREATE OR REPLACE VIEW article_entities AS
SELECT rasid_enriched.id AS article,
       entity ->> 'id' AS entity,
       entity ->> 'name_ar' AS name_ar,
       entity ->> 'type' AS type,
       (entity ->> 'count')::int AS mentions
FROM rasid_enriched, jsonb_array_elements(record::jsonb -> 'entities') AS entity;

CREATE OR REPLACE VIEW entity_counts AS
SELECT id,
       record::jsonb -> 'entity' ->> 'name_ar' AS name_ar,
       record::jsonb -> 'entity' ->> 'name_en' AS name_en,
       record::jsonb -> 'entity' ->> 'type' AS type,
       (record::jsonb ->> 'articles')::int AS articles,
       (record::jsonb ->> 'stories')::int AS stories,
       (record::jsonb ->> 'mentions')::int AS mentions
FROM rasid_entity_counts
WHERE record IS NOT NULL;
