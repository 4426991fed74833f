"""A view → what is said in it: short rules in lists, a file for each way in which papers print speech."""
