// What comes in: a configuration (folders, dates, how many cores) and the machine's files.
// What goes out: a report: every problem found, what was written, what was left out, and how long it took.
// The stages, in order: read, assemble, check, render, write. While an error stands nothing is written.
// What this module never does: print, end the process, or read the clock but through its configuration.
//
//     let report = build(Configuration(content: "content", output: "public", now: now))
//     report.exitStatus      // 0, 1 or 3

import Diagnostics
import Model
import Reading
import Writing
