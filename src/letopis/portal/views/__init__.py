"""What the archive answers → what a page shows: values that a template prints without a thought."""
