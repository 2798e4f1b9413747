"""The log that knows nobody, and the drafts of open intakes (floor 4)."""
