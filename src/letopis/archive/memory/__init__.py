"""An archive that lives as long as its process: the yardstick for the others, and a fake for tests."""
