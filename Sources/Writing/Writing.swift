// Input: rendered pages, one by one and from many cores, and files to copy.
// Output: files in the output folder.
//
// What a session guarantees:
//   - the output folder is unchanged until `commit()`, and after any failure;
//   - a file that this program did not write is never overwritten and never deleted;
//   - every file in the output is complete at every moment, also after `kill -9` and on a full disk;
//   - an unchanged page is not written again.
//
//     let session = try WriteSession.open(WriteOptions(output: "public", sources: ["content", "templates"]))
//     try session.add("index.html", page)            // from any task; a changed page is staged
//     let summary = try session.commit()             // or session.abandon()
//
// The folder `.public.explainer` next to `public` has the lock, the stage and caches. It may be deleted whenever no
// build is running. The manifest, `.explainer-manifest` in the output itself, lists the files that were written.
