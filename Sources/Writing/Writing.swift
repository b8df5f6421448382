// Writing: the last stage. Rendered pages come in, one by one and from many cores; files in the output folder come out.
//
// What a session guarantees, whatever happens between its opening and its commit:
//   - the output folder is byte for byte as it was until `commit()`, and stays so after any failure;
//   - a file that this program did not write is never overwritten and never deleted;
//   - every file in the output is whole at every moment, old or new, through `kill -9` and a full disk;
//   - a page that is as it was is not written again.
//
//     let session = try WriteSession.open(WriteOptions(output: "public", sources: ["content", "templates"]))
//     try session.add("index.html", page)            // from any task; what differs is staged beside the output
//     let summary = try session.commit()             // or session.abandon()
//
// Beside `public` lies `.public.explainer`: the lock, the stage and hints that spare work. It may be deleted whenever
// no build runs. What was written is recorded in the output itself, in `.explainer-manifest`.
