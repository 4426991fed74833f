"""Source → captures: files, folders, WARC, feeds, and the one door to the network."""
