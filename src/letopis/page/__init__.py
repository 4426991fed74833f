"""Capture → Article or Refusal: bytes to text to blocks to labelled blocks to article."""
