namespace Gouji.Ingest.Store;

/// <summary>The steps of the schema.</summary>
internal static class SchemaSteps
{
    /// <summary>Version 1.</summary>
    public const string First =
        """
        CREATE TABLE runs (
            run INTEGER PRIMARY KEY,
            started_utc TEXT NOT NULL,
            resumed INTEGER NOT NULL DEFAULT 0,
            ended_utc TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('running', 'completed', 'stopped', 'failed')),
            counters TEXT NOT NULL DEFAULT '{}'
        ) STRICT;

        CREATE TABLE sources (
            source INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            department TEXT,
            definition TEXT
        ) STRICT;

        CREATE TABLE addresses (
            address INTEGER PRIMARY KEY,
            url TEXT NOT NULL UNIQUE,
            host TEXT NOT NULL,
            source INTEGER NOT NULL REFERENCES sources,
            kind TEXT NOT NULL CHECK (kind IN ('list', 'detail', 'attachment')),
            depth INTEGER NOT NULL,
            parent INTEGER REFERENCES addresses,
            anchor_text TEXT,
            title TEXT,
            published TEXT,
            state TEXT NOT NULL CHECK (state IN ('new', 'retry', 'fetched', 'gone', 'blocked', 'failed', 'withdrawn')),
            turn TEXT NOT NULL CHECK (turn IN ('due', 'claimed', 'rest')),
            attempts INTEGER NOT NULL DEFAULT 0,
            next_attempt_utc TEXT,
            reason TEXT,
            first_seen_run INTEGER NOT NULL REFERENCES runs,
            concluded_run INTEGER REFERENCES runs,
            links_run INTEGER REFERENCES runs,
            missing_since_run INTEGER REFERENCES runs,
            missing_since_utc TEXT
        ) STRICT;
        CREATE INDEX addresses_due ON addresses (host, kind DESC, depth, address) WHERE turn = 'due';
        CREATE INDEX addresses_claimed ON addresses (host) WHERE turn = 'claimed';
        CREATE INDEX addresses_state ON addresses (state, kind);
        CREATE INDEX addresses_concluded ON addresses (concluded_run, kind);

        CREATE TABLE links (
            page INTEGER NOT NULL REFERENCES addresses,
            target INTEGER NOT NULL REFERENCES addresses,
            anchor_text TEXT,
            first_seen_run INTEGER NOT NULL REFERENCES runs,
            last_seen_run INTEGER NOT NULL REFERENCES runs,
            PRIMARY KEY (page, target)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX links_target ON links (target);

        CREATE TABLE objects (
            sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
            bytes INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE fetches (
            fetch INTEGER PRIMARY KEY,
            address INTEGER NOT NULL REFERENCES addresses,
            run INTEGER NOT NULL REFERENCES runs,
            attempt INTEGER NOT NULL,
            asked_utc TEXT NOT NULL,
            chain TEXT NOT NULL,
            status INTEGER,
            headers TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('fetched', 'not-modified', 'gone', 'blocked', 'truncated', 'too-large', 'failed')),
            reason TEXT,
            sha256 TEXT REFERENCES objects,
            bytes INTEGER NOT NULL,
            file_name TEXT,
            content_type TEXT,
            charset TEXT,
            etag TEXT,
            last_modified TEXT,
            UNIQUE (address, run, attempt),
            CHECK ((outcome = 'fetched') = (sha256 IS NOT NULL))
        ) STRICT;
        CREATE INDEX fetches_run ON fetches (run);

        CREATE TABLE versions (
            version INTEGER PRIMARY KEY,
            address INTEGER NOT NULL REFERENCES addresses,
            ordinal INTEGER NOT NULL,
            sha256 TEXT NOT NULL REFERENCES objects,
            fetch INTEGER NOT NULL REFERENCES fetches,
            first_seen_run INTEGER NOT NULL REFERENCES runs,
            first_seen_utc TEXT NOT NULL,
            last_seen_run INTEGER NOT NULL REFERENCES runs,
            last_seen_utc TEXT NOT NULL,
            checked_by TEXT,
            UNIQUE (address, ordinal)
        ) STRICT;
        CREATE INDEX versions_sha256 ON versions (sha256);

        CREATE TABLE hosts (
            host TEXT PRIMARY KEY,
            next_allowed_utc TEXT,
            consecutive_failures INTEGER NOT NULL DEFAULT 0,
            open_until_utc TEXT,
            robots_body TEXT,
            robots_fetched_utc TEXT
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE extractions (
            extraction INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL REFERENCES objects,
            extractor_version TEXT NOT NULL,
            rulebook_version TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            member TEXT NOT NULL,
            outcome TEXT NOT NULL,
            reason TEXT,
            UNIQUE (sha256, extractor_version, rulebook_version, ordinal)
        ) STRICT;

        CREATE TABLE payloads (
            extraction INTEGER NOT NULL REFERENCES extractions ON DELETE CASCADE,
            name TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (extraction, name)
        ) STRICT;

        CREATE TABLE findings (
            version INTEGER NOT NULL REFERENCES versions,
            key TEXT NOT NULL,
            rule TEXT NOT NULL,
            severity TEXT NOT NULL,
            message_zh TEXT NOT NULL,
            message_en TEXT NOT NULL,
            first_seen_run INTEGER NOT NULL REFERENCES runs,
            resolved_run INTEGER REFERENCES runs,
            PRIMARY KEY (version, key)
        ) STRICT;
        """;

    /// <summary>Version 2: pages that are documents themselves, and comparisons across documents.</summary>
    public const string Second =
        """
        ALTER TABLE addresses ADD COLUMN discloses INTEGER NOT NULL DEFAULT 0;
        UPDATE addresses SET links_run = NULL WHERE kind = 'detail';

        CREATE TABLE families (
            family TEXT PRIMARY KEY,
            due INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kin (
            family TEXT NOT NULL REFERENCES families,
            version INTEGER NOT NULL REFERENCES versions,
            PRIMARY KEY (family, version)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kin_version ON kin (version);

        ALTER TABLE findings ADD COLUMN family TEXT REFERENCES families;
        CREATE INDEX findings_family ON findings (family) WHERE family IS NOT NULL;

        CREATE TABLE gaps (
            family TEXT NOT NULL REFERENCES families,
            body TEXT NOT NULL,
            fiscal_year INTEGER NOT NULL,
            kind TEXT NOT NULL,
            why_zh TEXT NOT NULL,
            why_en TEXT NOT NULL,
            first_seen_run INTEGER NOT NULL REFERENCES runs,
            closed_run INTEGER REFERENCES runs,
            PRIMARY KEY (family, body, fiscal_year, kind)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Version 3: what people are still to be told, and robots.txt of each site rather than of each host, and what was sent.</summary>
    public const string Third =
        """
        CREATE TABLE tellings (
            run INTEGER PRIMARY KEY REFERENCES runs,
            body BLOB NOT NULL
        ) STRICT;

        CREATE TABLE robots (
            site TEXT PRIMARY KEY,
            body BLOB,
            fetched_utc TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE hosts DROP COLUMN robots_body;
        ALTER TABLE hosts DROP COLUMN robots_fetched_utc;

        ALTER TABLE fetches ADD COLUMN heads TEXT;
        """;
}
