// What comes in: a checked site with its plan, its computed records, and the words.
// What goes out: the bytes of each file for programs, one format a file: feed, calendar, data, card, search index,
// sitemap; and the data in the head of each page.
// What this stage never does: write files, read the clock, or render a template.
