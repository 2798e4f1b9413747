"""Small parts of a page: each takes plain views, sends signals, and knows nothing of the domain."""
