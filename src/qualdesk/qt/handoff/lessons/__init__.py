"""The tab “What came of it”: what is learned from what sales said."""
