"""Values -> Dutch: numbers, dates, names and sentences; all wording of results stands here, once."""
