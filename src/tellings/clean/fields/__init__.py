"""What a page says of its article: title, people, outlet, agency, language."""
