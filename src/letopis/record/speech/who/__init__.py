"""The narrator's words about who speaks → the words that name the speaker, and who passes his words on."""
