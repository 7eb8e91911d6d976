"""HTML pages: the tree, its blocks, and which of them are the article."""
