"""From the session to frozen views: all wording and showing is decided here, free of Qt."""
