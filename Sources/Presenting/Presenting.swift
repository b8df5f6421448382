// What comes in: a checked site with its plan, and what is computed of it.
// What goes out: words and views, which is what templates, pictures and exports are told of the site.
// What this stage never does: write HTML. Prose stays a tree, marks stay kinds of marks, links stay routes.
