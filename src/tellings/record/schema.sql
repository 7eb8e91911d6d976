-- The record's tables, version 8: the one definition for both stores. The Parquet folder takes its
-- tables, columns and views from here; triggers, indexes and the search table are SQLite's own.
-- Lists and objects are JSON text. Spans are code points: of the article's text, in `dropped` and in
-- `runs` (page_start) of the page's. A BLOB is text, packed in SQLite. Rows of the tables from
-- `stories` on follow from `articles.reading`, and change story by story, but for judgements,
-- rejects and runs, which are never rebuilt. `paragraphs` are keys and lengths of the article as its page
-- alone gives it, by which pages of one site are compared.

CREATE TABLE pages (
  page_id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  url TEXT,
  kind TEXT NOT NULL,
  charset TEXT NOT NULL,
  size INTEGER NOT NULL,
  hints TEXT NOT NULL,
  repairs TEXT NOT NULL,
  text BLOB NOT NULL
);
CREATE INDEX pages_by_name ON pages(name);
CREATE INDEX pages_by_url ON pages(url);

CREATE TABLE stories (
  story_id TEXT PRIMARY KEY NOT NULL,
  title TEXT,
  date TEXT,
  n_tellings INTEGER NOT NULL,
  n_independent INTEGER NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX stories_in_order ON stories(coalesce(date, ''), story_id);

CREATE TABLE families (
  family_id TEXT PRIMARY KEY NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories(story_id) DEFERRABLE INITIALLY DEFERRED,
  article_ids TEXT NOT NULL
);
CREATE INDEX families_by_story ON families(story_id);

CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL UNIQUE,
  page_id TEXT NOT NULL UNIQUE REFERENCES pages(page_id),
  page TEXT NOT NULL,
  site TEXT,
  paragraphs TEXT NOT NULL,
  url TEXT,
  title TEXT,
  subtitle TEXT,
  byline TEXT NOT NULL,
  outlet TEXT,
  agency TEXT,
  source_credit TEXT,
  dateline_place TEXT,
  dateline_date TEXT,
  captions TEXT NOT NULL,
  photo_credits TEXT NOT NULL,
  published TEXT,
  updated TEXT,
  published_basis TEXT,
  published_confidence REAL,
  published_rejected TEXT,
  language TEXT NOT NULL,
  translated INTEGER NOT NULL,
  repairs TEXT NOT NULL,
  text TEXT NOT NULL,
  story_id TEXT REFERENCES stories(story_id) DEFERRABLE INITIALLY DEFERRED,
  family_id TEXT REFERENCES families(family_id) DEFERRABLE INITIALLY DEFERRED,
  runs TEXT NOT NULL,
  dating TEXT,
  reading BLOB NOT NULL
);
CREATE INDEX articles_by_page ON articles(page);
CREATE INDEX articles_by_site ON articles(site);
CREATE INDEX articles_by_story ON articles(story_id);
CREATE INDEX articles_by_family ON articles(family_id);
CREATE INDEX articles_in_order ON articles(coalesce(published, ''), article_id);

CREATE VIRTUAL TABLE articles_words USING fts5(title, text, content='articles', content_rowid='number', tokenize='porter unicode61');
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_words(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO articles_words(articles_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO articles_words(articles_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO articles_words(rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TABLE dropped (
  article_id TEXT NOT NULL REFERENCES articles(article_id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX dropped_by_article ON dropped(article_id);

-- Words by which an article says that a person holds an office. `name_key` is the name by its sounds, `month` that of
-- the article's news, counted from the year 0, null where the article alone does not tell it.
CREATE TABLE claims (
  article_id TEXT NOT NULL REFERENCES articles(article_id),
  name TEXT NOT NULL,
  office TEXT NOT NULL,
  country TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  name_key TEXT NOT NULL,
  month INTEGER
);
CREATE INDEX claims_by_article ON claims(article_id);
CREATE INDEX claims_by_name ON claims(name_key, month);
CREATE INDEX claims_by_office ON claims(country, office, month);

-- Whom an article leaves open, and other articles' claims of the months around may tell: a name, or a country's office.
CREATE TABLE sought (
  article_id TEXT NOT NULL REFERENCES articles(article_id),
  name_key TEXT,
  country TEXT,
  office TEXT,
  month INTEGER NOT NULL
);
CREATE INDEX sought_by_article ON sought(article_id);
CREATE INDEX sought_by_name ON sought(name_key, month) WHERE name_key IS NOT NULL;
CREATE INDEX sought_by_office ON sought(country, office, month) WHERE country IS NOT NULL;

CREATE TABLE tellings (
  story_id TEXT NOT NULL REFERENCES stories(story_id) DEFERRABLE INITIALLY DEFERRED,
  article_id TEXT NOT NULL REFERENCES articles(article_id) DEFERRABLE INITIALLY DEFERRED,
  other_id TEXT NOT NULL REFERENCES articles(article_id) DEFERRABLE INITIALLY DEFERRED,
  relation TEXT NOT NULL,
  direction TEXT,
  score REAL NOT NULL,
  detail TEXT NOT NULL,
  shared TEXT NOT NULL,
  PRIMARY KEY (article_id, other_id)
);
CREATE INDEX tellings_by_story ON tellings(story_id);
CREATE INDEX tellings_by_other ON tellings(other_id);

CREATE TABLE actors (
  actor_id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  office TEXT,
  detail TEXT NOT NULL
);
CREATE INDEX actors_by_name ON actors(name COLLATE NOCASE);
CREATE INDEX actors_in_order ON actors(lower(name), actor_id);
CREATE INDEX actors_by_country ON actors(country);

-- Parts of names, of three letters at least.
CREATE VIRTUAL TABLE actors_names USING fts5(name, content='actors', tokenize='trigram');
CREATE TRIGGER actors_added AFTER INSERT ON actors BEGIN
  INSERT INTO actors_names(rowid, name) VALUES (new.rowid, new.name);
END;
CREATE TRIGGER actors_removed AFTER DELETE ON actors BEGIN
  INSERT INTO actors_names(actors_names, rowid, name) VALUES ('delete', old.rowid, old.name);
END;
CREATE TRIGGER actors_changed AFTER UPDATE OF name ON actors WHEN new.name <> old.name BEGIN
  INSERT INTO actors_names(actors_names, rowid, name) VALUES ('delete', old.rowid, old.name);
  INSERT INTO actors_names(rowid, name) VALUES (new.rowid, new.name);
END;

CREATE TABLE mentions (
  article_id TEXT NOT NULL REFERENCES articles(article_id) DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT NOT NULL REFERENCES actors(actor_id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX mentions_by_article ON mentions(article_id);
CREATE INDEX mentions_by_actor ON mentions(actor_id, text, kind);

CREATE TABLE utterances (
  utterance_id TEXT PRIMARY KEY NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories(story_id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  speaker_name TEXT,
  quote_ids TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX utterances_by_story ON utterances(story_id);

CREATE TABLE quotes (
  quote_id TEXT PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles(article_id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  parts TEXT NOT NULL,
  speaker_text TEXT,
  speaker_name TEXT,
  speaker_id TEXT REFERENCES actors(actor_id) DEFERRABLE INITIALLY DEFERRED,
  addressee_name TEXT,
  cue TEXT,
  relayed_by TEXT,
  said_on TEXT,
  said_on_basis TEXT,
  utterance_id TEXT REFERENCES utterances(utterance_id) DEFERRABLE INITIALLY DEFERRED,
  confidence REAL NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX quotes_by_article ON quotes(article_id);
CREATE INDEX quotes_by_speaker ON quotes(speaker_id);
CREATE INDEX quotes_by_speaker_name ON quotes(speaker_name COLLATE NOCASE);
CREATE INDEX quotes_by_utterance ON quotes(utterance_id);
CREATE INDEX quotes_in_order ON quotes(coalesce(said_on, ''), quote_id);

CREATE TABLE events (
  event_id TEXT PRIMARY KEY NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories(story_id) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  contexts TEXT NOT NULL,
  quad INTEGER NOT NULL,
  score REAL NOT NULL,
  status TEXT NOT NULL,
  actors TEXT NOT NULL,
  recipients TEXT NOT NULL,
  date TEXT,
  date_end TEXT,
  date_precision TEXT,
  date_basis TEXT,
  place TEXT,
  place_country TEXT,
  place_geonames_id INTEGER,
  place_lat REAL,
  place_lon REAL,
  reported_by TEXT,
  summary TEXT NOT NULL,
  n_tellings INTEGER NOT NULL,
  n_independent INTEGER NOT NULL,
  confidence REAL NOT NULL,
  detail TEXT NOT NULL,
  place_basis TEXT
);
CREATE INDEX events_by_story ON events(story_id);
CREATE INDEX events_in_order ON events(coalesce(date, ''), event_id);
CREATE INDEX events_by_last_day ON events(date_end, date);
-- What events are put in order and counted by.
CREATE INDEX events_by_id ON events(event_id, coalesce(date, ''), date, date_end, date_precision, status, type, quad, score, n_independent);
CREATE INDEX events_by_type ON events(type, coalesce(date, ''), event_id);

-- Who acts towards whom in an event, by country. Where an event has no recipient (a meeting), each side acts towards
-- each other.
CREATE TABLE event_dyads (
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES events(event_id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (source, target, event_id)
);
CREATE INDEX event_dyads_by_event ON event_dyads(event_id);

CREATE TABLE evidence (
  event_id TEXT REFERENCES events(event_id) DEFERRABLE INITIALLY DEFERRED,
  quote_id TEXT REFERENCES quotes(quote_id) DEFERRABLE INITIALLY DEFERRED,
  coding_id TEXT,
  role TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles(article_id) DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  field TEXT NOT NULL DEFAULT 'text' CHECK (field IN ('text', 'title')),
  text TEXT NOT NULL,
  sentence TEXT,
  actor_id TEXT REFERENCES actors(actor_id) DEFERRABLE INITIALLY DEFERRED,
  country TEXT,
  CHECK ((event_id IS NULL) <> (quote_id IS NULL))
);
CREATE INDEX evidence_by_event ON evidence(event_id);
CREATE INDEX evidence_by_quote ON evidence(quote_id);
CREATE INDEX evidence_by_coding ON evidence(coding_id);
CREATE INDEX evidence_by_article ON evidence(article_id);
CREATE INDEX evidence_by_actor ON evidence(actor_id, role, event_id);
CREATE INDEX evidence_by_country ON evidence(country, role, event_id);

CREATE TABLE disagreements (
  disagreement_id TEXT PRIMARY KEY NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories(story_id) DEFERRABLE INITIALLY DEFERRED,
  article_ids TEXT NOT NULL,
  field TEXT NOT NULL,
  "values" TEXT NOT NULL,
  detail TEXT NOT NULL,
  evidence TEXT NOT NULL
);
CREATE INDEX disagreements_by_story ON disagreements(story_id);

CREATE TABLE judgements (
  judgement_id TEXT PRIMARY KEY NOT NULL,
  target TEXT NOT NULL,
  field TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'change')),
  value TEXT,
  author TEXT NOT NULL,
  created TEXT NOT NULL,
  note TEXT
);
CREATE INDEX judgements_by_target ON judgements(target);

CREATE TABLE rejects (
  name TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (name, stage, reason)
);
CREATE INDEX rejects_by_stage ON rejects(stage);

CREATE TABLE runs (
  run_id TEXT PRIMARY KEY NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  version TEXT NOT NULL,
  settings TEXT NOT NULL,
  counts TEXT,
  rejects INTEGER,
  derived TEXT
);
CREATE INDEX runs_derived ON runs(derived) WHERE derived IS NOT NULL;

-- From here to the views: for the SQLite store alone, by which it derives only what new pages change. Not exported,
-- and free to change: sketches of another version are made anew. Ids of articles stand without declared keys, since
-- what rests on an article that has gone is taken out by the next derivation.
CREATE TABLE sketches (
  article_id TEXT NOT NULL UNIQUE,
  sketch BLOB NOT NULL,
  version TEXT NOT NULL,
  together TEXT,
  gone INTEGER
);
CREATE INDEX sketches_together ON sketches(together);
CREATE INDEX sketches_by_version ON sketches(version);
CREATE INDEX sketches_gone ON sketches(gone) WHERE gone;

CREATE TABLE sketch_keys (
  run INTEGER NOT NULL,
  "key" INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (run, "key", article_id)
) WITHOUT ROWID;

CREATE TABLE crowded (
  run INTEGER NOT NULL,
  "key" INTEGER NOT NULL,
  PRIMARY KEY (run, "key")
) WITHOUT ROWID;

CREATE TABLE pairs (
  article_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  score REAL NOT NULL,
  one_text INTEGER NOT NULL,
  meeting INTEGER NOT NULL,
  PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;

-- What articles say of who holds which office: as stories were told by it, and what may have changed since.
CREATE TABLE reported (
  name TEXT NOT NULL,
  office TEXT NOT NULL,
  country TEXT NOT NULL,
  month INTEGER NOT NULL,
  PRIMARY KEY (name, office, country, month)
) WITHOUT ROWID;
CREATE TABLE reports_moved (
  name TEXT NOT NULL,
  office TEXT NOT NULL,
  country TEXT NOT NULL,
  name_key TEXT NOT NULL,
  month INTEGER NOT NULL,
  PRIMARY KEY (name, office, country, month)
) WITHOUT ROWID;
CREATE TRIGGER claims_added AFTER INSERT ON claims WHEN new.month IS NOT NULL BEGIN
  INSERT OR IGNORE INTO reports_moved VALUES (new.name, new.office, new.country, new.name_key, new.month);
END;
CREATE TRIGGER claims_removed AFTER DELETE ON claims WHEN old.month IS NOT NULL BEGIN
  INSERT OR IGNORE INTO reports_moved VALUES (old.name, old.office, old.country, old.name_key, old.month);
END;

CREATE TABLE casts (
  actor_id TEXT NOT NULL,
  emptiness INTEGER NOT NULL,
  actor TEXT NOT NULL,
  story_id TEXT NOT NULL,
  PRIMARY KEY (actor_id, emptiness, actor, story_id)
) WITHOUT ROWID;
CREATE INDEX casts_by_story ON casts(story_id);

-- Which pages of a site hold a paragraph, by what `articles.paragraphs` says of those that are settled; what each site
-- repeats among them; and the pages that have come, gone or changed since, with what the first two know of each.
CREATE TABLE paragraphs (
  site TEXT NOT NULL,
  "key" TEXT NOT NULL,
  page_id TEXT NOT NULL,
  PRIMARY KEY (site, "key", page_id)
) WITHOUT ROWID;

CREATE TABLE repeats (
  site TEXT NOT NULL,
  "key" TEXT NOT NULL,
  holders INTEGER NOT NULL,
  often INTEGER NOT NULL,
  PRIMARY KEY (site, "key")
) WITHOUT ROWID;

CREATE TABLE sites (
  site TEXT PRIMARY KEY NOT NULL,
  articles INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE unsettled (
  page_id TEXT PRIMARY KEY NOT NULL,
  site TEXT,
  paragraphs TEXT,
  turn TEXT
) WITHOUT ROWID;

-- How many rows the tables have that each run counts.
CREATE TABLE counts (
  name TEXT PRIMARY KEY NOT NULL,
  "count" INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO counts VALUES ('articles', 0), ('stories', 0), ('families', 0), ('quotes', 0), ('events', 0);
CREATE TRIGGER articles_come AFTER INSERT ON articles BEGIN UPDATE counts SET "count" = "count" + 1 WHERE name = 'articles'; END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN UPDATE counts SET "count" = "count" - 1 WHERE name = 'articles'; END;
CREATE TRIGGER stories_come AFTER INSERT ON stories BEGIN UPDATE counts SET "count" = "count" + 1 WHERE name = 'stories'; END;
CREATE TRIGGER stories_gone AFTER DELETE ON stories BEGIN UPDATE counts SET "count" = "count" - 1 WHERE name = 'stories'; END;
CREATE TRIGGER families_come AFTER INSERT ON families BEGIN UPDATE counts SET "count" = "count" + 1 WHERE name = 'families'; END;
CREATE TRIGGER families_gone AFTER DELETE ON families BEGIN UPDATE counts SET "count" = "count" - 1 WHERE name = 'families'; END;
CREATE TRIGGER quotes_come AFTER INSERT ON quotes BEGIN UPDATE counts SET "count" = "count" + 1 WHERE name = 'quotes'; END;
CREATE TRIGGER quotes_gone AFTER DELETE ON quotes BEGIN UPDATE counts SET "count" = "count" - 1 WHERE name = 'quotes'; END;
CREATE TRIGGER events_come AFTER INSERT ON events BEGIN UPDATE counts SET "count" = "count" + 1 WHERE name = 'events'; END;
CREATE TRIGGER events_gone AFTER DELETE ON events BEGIN UPDATE counts SET "count" = "count" - 1 WHERE name = 'events'; END;

CREATE VIEW article_list AS
SELECT a.published, a.title, a.outlet, a.agency, a.page, a.published_basis, a.published_confidence, s.title AS story, a.story_id, a.family_id, a.article_id
FROM articles a LEFT JOIN stories s ON s.story_id = a.story_id
ORDER BY a.published, a.article_id;

CREATE VIEW quote_list AS
SELECT q.said_on, q.speaker_name, q.kind, q.text, q.cue, q.addressee_name, q.relayed_by, a.page, a.title, q.quote_id, q.utterance_id, a.article_id, a.story_id
FROM quotes q JOIN articles a ON a.article_id = q.article_id
ORDER BY q.said_on, q.quote_id;

CREATE VIEW event_list AS
SELECT e.date, e.type, e.status, e.summary, e.place, e.quad, e.score, e.n_tellings, e.n_independent, e.confidence, s.title AS story, e.event_id, e.story_id
FROM events e JOIN stories s ON s.story_id = e.story_id
ORDER BY e.date, e.event_id;

CREATE VIEW dyad_months AS
SELECT d.source, d.target, substr(e.date, 1, 7) AS month, count(*) AS events,
  sum(CASE WHEN e.quad = 1 THEN 1 ELSE 0 END) AS verbal_cooperation,
  sum(CASE WHEN e.quad = 2 THEN 1 ELSE 0 END) AS material_cooperation,
  sum(CASE WHEN e.quad = 3 THEN 1 ELSE 0 END) AS verbal_conflict,
  sum(CASE WHEN e.quad = 4 THEN 1 ELSE 0 END) AS material_conflict,
  avg(e.score) AS mean_score
FROM event_dyads d JOIN events e ON e.event_id = d.event_id
WHERE e.date IS NOT NULL AND e.status = 'happened'
GROUP BY d.source, d.target, substr(e.date, 1, 7)
ORDER BY d.source, d.target, month;
