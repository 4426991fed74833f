"""The narrator's words about who speaks → the speaker, and who passes his words on."""
